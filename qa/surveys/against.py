"""One body held against all of a library: its place, how far it is from the average, who has more than it; and what part of
several bodies' sum is its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from qa.answer import AnswerOut, StatedFigure, Status, grouped, money, plain, rounded
from qa.documents.across import Across
from qa.documents.catalog import Document
from qa.documents.figures import View
from qa.plain.sentences import question_text
from qa.surveys.bodies import BODY, masked
from qa.surveys.each import Said, hear
from qa.surveys.reading import read_survey
from qa.surveys.told import MOST, answer, in_order_of_size, left_out, plainly, told_of, unit_of
from qa.words.numerals import number_of

_ALL = r"(?:这|那|全部|所有|全体|库里)*(?:(?P<number>[二两三四五六七八九十]+|\d+)(?:家|个单位|个部门|个机构|份文件)(?:单位|机构|部门)?|(?:各|全部|所有)(?:家|单位|机构|部门|文件))"
_ITEM = r"[^,，?？]{2,30}?"
_YEAR = r"(?:20\d\d年(?:度)?)?"
_PLACE = re.compile(
    rf"^(?:请问)?{BODY}{_YEAR}的(?P<item>{_ITEM})[,，]?在?{_ALL}(?:里面?|中|当中|之中)?[,，]?(?:是)?(?:能|要|该)?(?:排名?|位列|位居|排在|排到|属|是)*(?:第几|多少)(?:名|位|高|多|大)?(?:呢)?[?？]?$"
)
_PLACE_AMONG = re.compile(
    rf"^(?:请问)?{BODY}{_YEAR}[,，]?在?{_ALL}(?:里面?|里头|中|当中|之中)(?:的)?[,，]?(?:论|按|就|若论)?(?P<item>{_ITEM})[,，]?(?:能|要|该)?(?:排名?|位列|位居|排在|排到|属|是|在)*(?:第几|多少)(?:名|位|高|多|大)(?:呢)?[?？]?$"
    rf"|^(?:请问)?{BODY}{_YEAR}[,，]?在?{_ALL.replace('<number>', '<many>')}(?:里面?|里头|中|当中|之中)(?:的)?[,，]?(?:论|按|就|若论)?(?P<what>{_ITEM})[,，]?(?:能|要|该)?(?:排名?|位列|位居|排在|排到)+(?:第几|多少)(?:呢)?[?？]?$"
)
_BARE_PLACE = re.compile(
    rf"^(?:请问)?{BODY}{_YEAR}的{_ITEM}[,，]?(?:是|能)?(?:排名?|位列|位居|排在|排到)+(?:第几|多少)(?:名|位)?[?？]?$"
)
_MORE = re.compile(
    rf"^(?:请问)?(?:(?:谁|哪(?:些|几?[家个])(?:单位|机构|部门)?|有?(?:几|多少)[家个](?:单位|机构|部门)?)的?(?P<item>{_ITEM})(?:比{BODY}{_YEAR}的?|(?:(?P<over>超过了?|高于|大于|多于)|低于|少于|小于|不及|不如|不到){BODY}{_YEAR}的?(?=的?(?:单位|机构)?[?？]?$))|比{BODY}{_YEAR}的?(?P<after>{_ITEM}))(?:还|更|要)*(?P<way>多|高|大|少|低|小)?(?:的)?(?:单位|机构|部门)?(?:都|一共|总共)?(?P<who>(?:有|是)?(?:谁|哪(?:些|几?[家个])|(?:几|多少)[家个])(?:单位|机构|部门)?)?[?？]?$"
)
_MEAN = re.compile(
    rf"^(?:请问)?{BODY}{_YEAR}的(?P<item>{_ITEM})(?:是不是|是否)?(?:比|(?P<over>高于|超过了?|大于|多于)|(?P<under>低于|少于|小于|不到|不及))(?:了)?(?:{_ALL})?的?平均(?:数|值|水平)?(?P<rest>[^,，]*?)[?？]?$"
)
_PART = re.compile(
    rf"^(?:请问)?{BODY}{_YEAR}(?:的(?P<item>{_ITEM}))?占(?:了|到)?(?P<whole>{BODY}{_YEAR}(?:(?:[、,，和与跟同及]|以及){BODY}{_YEAR})+)(?:[两二三四五六七八九十]家)?(?:的)?(?P<also>{_ITEM})??(?:之和|合计|总和|加起来|加总)(?:里面?|中)?的?(?:多少|几成|百分之(?:几|多少)|(?:比例|比重)(?:是)?(?:多少)?)[?？]?$"
)
_WHO_THEN = re.compile(r"[?？,，;；](?:都|分别|各)*(?:是|有)?(?:谁|哪[些几]家?)(?:单位)?[?？]?$")
"""Who they are, after how many there are (有几家比甲多？都是谁), which is told with it."""
_AMOUNT = re.compile(r"(?:多|高|大|少|低|小)(?:出|了)*(?:多少|几)|(?:差|相差)(?:了|出)*(?:多少|几)")
_CLAIM = re.compile(r"^(?P<way>多|高|大|少|低|小)?(?:吗|么|对吗|是吗|对不对)?$")


def against_all(
    question: str, documents: Sequence[Document], across: Across, view: Callable[[str], View]
) -> AnswerOut | None:
    """The answer to what is asked of one body against all of the documents; None where nothing of the sort is asked."""
    resolved = across.catalog.resolve(question)
    if not resolved.mentions or any(len(names) != 1 for names in resolved.mentions):
        return None
    text, bodies = masked(question, resolved)[0], [names[0] for names in resolved.mentions]
    text = _WHO_THEN.sub("", question_text(text))
    if len(bodies) > 2 and (m := _PART.match(text)) is not None and (m["item"] or m["also"]):
        return _part(m["item"] or m["also"], bodies, _said(m["item"] or m["also"], documents, across, view))
    if len(bodies) != 1:
        return None
    if _BARE_PLACE.match(text) is not None and not re.search(r"[在于]|里|中", text):
        unclear = "没有说明在哪些里面排：请写明是在几家单位里，还是在哪张表的哪些科目里。"
        return AnswerOut(answer=unclear, status=Status.NOT_FOUND)
    for pattern, made in ((_PLACE, _place), (_PLACE_AMONG, _place), (_MORE, _more), (_MEAN, _mean)):
        if (m := pattern.match(text)) is not None:
            item = m["item"] or (m["after"] if pattern is _MORE else m["what"] if pattern is _PLACE_AMONG else "")
            against = pattern is not _MORE or m["way"] or not re.search(rf"比{BODY}", text)
            asks = against and (pattern is not _MORE or m["item"] or m["who"])
            return made(m, bodies[0], _said(item, documents, across, view)) if asks else None
    return None


def _said(
    item: str, documents: Sequence[Document], across: Across, view: Callable[[str], View]
) -> tuple[list[Said], list[str]]:
    """What the documents say of an item, the largest first, and why others are left out; nothing where it has several
    units, or a body several documents."""
    survey = read_survey(f"谁的{item}最多")
    heard = hear(survey, documents, across, view) if len(survey.asked) == 1 else []
    own = in_order_of_size([s for s in heard[0].said if s.amount is not None], lowest=False) if heard else []
    alone = len({s.document.institute for s in own}) == len(own) and len({unit_of(s) for s in own}) == 1
    return (own if alone else [], left_out(heard[0]) if heard else [])


def _of(body: str, own: Sequence[Said]) -> Said | None:
    return next((s for s in own if s.document.institute == body), None)


_NOTHING = "不是每一家都有这个数，或有几份文件，不能这样比。"
_SORTS = "预算与决算、单位与部门（含所属单位）口径不同，这里因为问到而放在一起"


def _counted(m: re.Match[str], own: Sequence[Said]) -> bool:
    """Whether as many bodies have it as the question says."""
    said = m["number"] or m.groupdict().get("many")
    return said is None or number_of(said) == len(own)


def _place(m: re.Match[str], body: str, found: tuple[list[Said], list[str]]) -> AnswerOut:
    own, notes = found
    mine = _of(body, own)
    if mine is None or not _counted(m, own):
        return answer([], [], [], notes, _NOTHING)
    place = 1 + sum((s.amount or 0) > (mine.amount or 0) for s in own)
    figure = StatedFigure(value=str(place), unit="名", how=f"{len(own)} 份文件从高到低数")
    lines = [f"{body}从高到低是第 {place} 名：{told_of(mine)}", "；".join(map(told_of, own[:MOST]))]
    return answer(lines, [figure, *(s.figure for s in own if s.figure is not None)], own, [*notes, _SORTS])


def _more(m: re.Match[str], body: str, found: tuple[list[Said], list[str]]) -> AnswerOut:
    own, notes = found
    mine = _of(body, own)
    if mine is None or mine.amount is None:
        return answer([], [], [], notes, f"{body}的文件里没有这个数，不能相比。")
    over = m["over"] is not None or m["way"] in {"多", "高", "大"}
    way = m["way"] or ("多" if over else "少")
    limit = mine.amount
    held = [s for s in own if s.amount is not None and (s.amount > limit if over else s.amount < limit)]
    count = StatedFigure(value=str(len(held)), unit="家", how=f"逐份数得 {len(held)}")
    told = "：" + "；".join(map(told_of, held[:MOST])) if held else ""
    lines = [f"比{body}{way}的有 {len(held)} 家{told}", told_of(mine)]
    figures = [count, *(s.figure for s in (*held, mine) if s.figure is not None)]
    return answer(lines, figures, [*held, mine], [*notes, _SORTS])


def _mean(m: re.Match[str], body: str, found: tuple[list[Said], list[str]]) -> AnswerOut | None:
    own, notes = found
    mine = _of(body, own)
    asks, claim = _AMOUNT.search(m["rest"]), _CLAIM.match(m["rest"])
    if asks is None and claim is None:
        return None
    if mine is None or mine.amount is None or not _counted(m, own):
        return answer([], [], [], notes, _NOTHING)
    amounts = [plainly(s.amount or Decimal(0)) for s in own]
    mean = plainly(rounded(sum(amounts, Decimal(0)) / len(amounts)))
    unit = unit_of(mine)
    gap = plainly(mine.amount - mean)
    how = f"{grouped(plainly(mine.amount))} − {grouped(mean)} = {grouped(gap)}"
    mean_how = f"({' + '.join(map(grouped, amounts))}) ÷ {len(amounts)} = {grouped(mean)}"
    text = f"{body}比 {len(own)} 家平均{'多' if gap > 0 else '少'} {money(abs(gap), unit)}：{how}"
    way = m["over"] or (claim["way"] if claim is not None and claim["way"] in {"多", "高", "大"} else "")
    if asks is None and not (m["over"] or m["under"] or (claim is not None and claim["way"])):
        return None
    if asks is None:
        text = ("是，" if (gap > 0 if way else gap < 0) else "不是，") + text
    money_of = plain if unit == "元" else lambda _: None
    figures = [
        StatedFigure(value=plain(abs(gap)), unit=unit, amount_yuan=money_of(abs(gap)), how=how),
        StatedFigure(value=plain(mean), unit=unit, amount_yuan=money_of(mean), how=mean_how),
    ]
    lines = [text, f"平均 {money(mean, unit)}：{mean_how}", told_of(mine)]
    return answer(lines, [*figures, *(s.figure for s in own if s.figure is not None)], own, [*notes, _SORTS])


def _part(item: str, bodies: Sequence[str], found: tuple[list[Said], list[str]]) -> AnswerOut:
    """What part of the sum of some bodies, named after it, is the first's."""
    own = [s for s in (_of(body, found[0]) for body in bodies[1:]) if s is not None]
    mine = _of(bodies[0], own)
    total = sum((s.amount or Decimal(0) for s in own), Decimal(0))
    if mine is None or mine.amount is None or len(own) != len(bodies) - 1 or not total:
        return answer([], [], [], found[1], "不是每一家都有这个数，算不出占比。")
    percent = rounded(mine.amount / total * 100)
    added = " + ".join(grouped(plainly(s.amount or Decimal(0))) for s in own)
    how = f"{grouped(plainly(mine.amount))} ÷ ({added}) = {percent}%"
    figure = StatedFigure(value=plain(percent), unit="%", how=how)
    lines = [f"{bodies[0]}的{item}占 {len(own)} 家合计的 {percent}%：{how}", "；".join(map(told_of, own))]
    return answer(lines, [figure, *(s.figure for s in own if s.figure is not None)], own, [*found[1], _SORTS])
