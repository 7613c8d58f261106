"""Bodies held against the sum of others: whether one has more than all the rest together, and by how much (甲一家的公务接待费是否比
另外五家加起来还多)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from qa.answer import AnswerOut, StatedFigure, Status, grouped, money, plain, rounded
from qa.documents.across import Across
from qa.documents.catalog import Document
from qa.documents.figures import View
from qa.plain.sentences import question_text
from qa.surveys.bodies import BODY, masked
from qa.surveys.each import Heard, Said, hear
from qa.surveys.reading import read_survey
from qa.surveys.said_so import said_so
from qa.surveys.told import answer, left_out, plainly, told_of, unit_of
from qa.words.numerals import number_of

_NUMBER = r"(?:[一二两三四五六七八九十]|\d+)"
_YEAR = r"(?:20\d\d年(?:度)?)?"
_COUNTED = rf"(?:这|那)?(?P<{{0}}>{_NUMBER}|几|各)?(?:家|个(?:单位|部门|机构)|所|者)?(?:单位|部门|机构)?"
_RUN = rf"{BODY}{_YEAR}(?:(?:[、,，和与跟同及]|以及){BODY}{_YEAR})*"
_SUM = r"(?:之和|加(?:在)?一起|加(?:在)?一块儿?|加起来|合起来|合在一起|合计(?:数)?|总和|总数|加总|相加|的和)"
_ITEM = r"[^,，?？多少高低大小比超]{1,30}?"
_AGAINST_SUM = re.compile(
    rf"^(?:请问)?(?:是不是|是否)?(?:(?P<topic>{_ITEM})(?:方面|上|来看|来说|而言)?[,，])?(?P<left>{_RUN})(?:{_COUNTED.format('many')}|自己|单独|独自|光)?(?P<first>{_SUM})?(?:的(?P<item>{_ITEM}))?(?P<together>{_SUM})?的?[,，]?"
    rf"(?:是不是|是否|有没有|能不能|能否|竟然?|真的)?(?:都|就|还|也|要|已经|会)*(?:比|(?P<over>超过了?|高过|高于|大于|多于|超出了?)|(?P<under>低于|少于|小于|不及|不如|赶不上|抵不上)|(?P<part>是|为|相当于|等于|占到?了?|抵得?上|顶))"
    rf"(?:(?P<rest>另外|其他|其它|其余|剩下|剩余|余下|别的)的?|(?P<right>{_RUN}))(?:{_COUNTED.format('number')})?(?:的(?P<same>{_ITEM})??)?(?P<sum>{_SUM})?(?:的)?"
    rf"(?:(?P<ratio>(?:大概|大约|约)?(?:(?P<times>(?:几|多少)倍)|百分之(?:几|多少)|几成|多少|多大的?(?:比例|比重|份额)|(?:比例|比重|份额)(?:是|有|为)?(?:多少|多大)))|(?P<way>(?:都|还|要|来得|更)*(?:多|高|大|少|低|小))?(?P<much>出?了?(?:多少|几)(?:钱|万元|元|辆|台|套)?)?)[,，]?(?:没有|了)?(?:对吗|是吗|对不对|吗|么|吧)?[?？]?$"
)
_AMOUNT = re.compile(r"^(?:的)?(?:金额|数额|数|总额)$")


@dataclass(frozen=True, slots=True)
class Sides:
    """Bodies whose sum is held against that of others: `right` is empty where all the rest are meant, so many of them where
    `number` says. `way`: over or under, as is asked or said; `much`: the difference is asked; `ratio`: how many times as much
    (倍), or what part (%), is asked."""

    item: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    number: int
    way: str
    much: bool
    ratio: str = ""


def sides_of(question: str, across: Across) -> Sides | None:
    """The two sides that a question holds against one another, one of them a sum; None where it does not."""
    question = said_so(question)
    resolved = across.catalog.resolve(question)
    if not resolved.mentions or any(len(names) != 1 for names in resolved.mentions):
        return None
    text = re.sub(r"[“”\"]", "", question_text(masked(question, resolved)[0]))
    m = _AGAINST_SUM.match(text)
    names = [names[0] for names in resolved.mentions]
    if m is None or text.count(BODY) != len(names) or len(set(names)) != len(names):
        return None
    if (m["part"] is None) is not (m["ratio"] is None):
        return None
    number_left = m["left"].count(BODY)
    left, right = tuple(names[:number_left]), tuple(names[number_left:])
    item = m["item"] or m["topic"] or ""
    same = m["same"] or ""
    if (m["rest"] or len(right) > 1) and not m["sum"]:
        return None  # 比其他几家都多: than each of them
    together = m["together"] or m["first"]
    if (len(left) > 1 and not together) or (not m["rest"] and len(right) == 1 and len(left) == 1):
        return None
    if (same and same != item and not _AMOUNT.match(same)) or not item:
        item = same if not item and same else ""
    over, under = m["over"] is not None, m["under"] is not None
    if not (over or under or m["way"] or m["ratio"]) or (
        (m["many"] or "").strip("几各") and number_of(m["many"]) != len(left)
    ):
        item = ""
    said = (m["number"] or "").strip("几各")
    way = "over" if over or (m["way"] or "")[-1:] in set("多高大") else "under"
    return Sides(
        item,
        left,
        right,
        number_of(said) if said else 0,
        way,
        m["much"] is not None,
        "倍" if m["times"] else "%" if m["ratio"] else "",
    )


def against_sum(
    question: str, documents: Sequence[Document], across: Across, view: Callable[[str], View]
) -> AnswerOut | None:
    """Whether some bodies have more than others together, and how much; None where nothing of the sort is asked."""
    sides = sides_of(question, across)
    if sides is None:
        return None
    survey = read_survey(f"谁的{sides.item}最多") if sides.item else None
    if survey is None or len(survey.asked) != 1:
        return AnswerOut(answer="没有读懂是把哪一项相加来比。", status=Status.NOT_FOUND)
    heard = hear(survey, documents, across, view)
    bodies = list(dict.fromkeys(d.institute for d in documents))
    right = sides.right or tuple(b for b in bodies if b not in sides.left)
    if sides.number and sides.number != len(right):
        told = f"问到 {sides.number} 家，认出的是 {len(right)} 家：{'、'.join(right)}。"
        return AnswerOut(answer=told, status=Status.NOT_FOUND)
    if len(heard) != 1:
        return None
    return _held(sides, right, heard[0])


def _held(sides: Sides, right: Sequence[str], heard: Heard) -> AnswerOut:
    own = [s for s in heard.said if s.document.institute in {*sides.left, *right}]
    of = {s.document.institute: s for s in own}
    lacking = [b for b in (*sides.left, *right) if b not in of]
    blank = [b for b in right if b in of and of[b].blank]
    if lacking or len(of) != len(own) or any(of[b].blank for b in sides.left) or len(blank) == len(right):
        who = "、".join(lacking)
        told = f"{who}的文件里没有这个数，不能相加来比。" if who else "不是每一家都有一个这样的数，不能相加来比。"
        return answer([], [], [], left_out(heard), told)
    counted = [of[b] for b in (*sides.left, *right) if not of[b].blank]
    units = {unit_of(s) for s in counted}
    if len(units) != 1:
        return answer([], [], [], left_out(heard), "这些数的单位不同，不能相加。")
    return _told(sides, [of[b] for b in sides.left], [of[b] for b in right if b not in blank], units.pop(), blank)


def _told(sides: Sides, left: Sequence[Said], right: Sequence[Said], unit: str, blank: Sequence[str]) -> AnswerOut:
    (a, a_how), (b, b_how) = _added(left), _added(right)
    if sides.ratio and not b:
        return answer([], [], [], [], "合计是 0，不能作除数。")
    gap = plainly(abs(a - b))
    how = f"{grouped(max(a, b))} − {grouped(min(a, b))} = {grouped(gap)}"
    who, whom = ("、".join(s.document.institute for s in side) + "合计" * (len(side) > 1) for side in (left, right))
    word = "多" if a > b else "少" if a < b else ""
    text = f"{who}比{whom}{word} {money(gap, unit)}：{how}" if word else f"{who}与{whom}一样多：{grouped(a)}"
    figures = [_stated(gap, unit, how)]
    if sides.ratio:
        gap, unit_told = rounded(a / b * (100 if sides.ratio == "%" else 1)), sides.ratio
        how = f"{grouped(a)} ÷ {grouped(b)} = {grouped(gap)}{'%' if sides.ratio == '%' else ''}"
        text = f"{who}是{whom}的 {grouped(gap)}{' 倍' if sides.ratio == '倍' else '%'}：{how}"
        figures = [StatedFigure(value=plain(gap), unit=unit_told, how=how)]
    elif not sides.much:
        text = ("是，" if (a > b if sides.way == "over" else a < b) else "不是，") + text
    lines = [text]
    for side, total, shown in ((left, a, a_how), (right, b, b_how)):
        if len(side) > 1:
            figures.append(_stated(total, unit, shown))
            lines.append(f"{'、'.join(s.document.institute for s in side)}合计 {money(total, unit)}：{shown}")
    lines.append("；".join(map(told_of, (*left, *right))))
    notes = ["预算与决算、单位与部门（含所属单位）口径不同，这里因为问到而合在一起"]
    if blank:
        notes.insert(0, f"{'、'.join(blank)}没有填数，没有计入")
    said = [*left, *right]
    return answer(lines, [*figures, *(s.figure for s in said if s.figure is not None)], said, notes)


def _added(side: Sequence[Said]) -> tuple[Decimal, str]:
    amounts = [plainly(s.amount or Decimal(0)) for s in side]
    total = plainly(sum(amounts, Decimal(0)))
    return total, f"{' + '.join(map(grouped, amounts))} = {grouped(total)}"


def _stated(amount: Decimal, unit: str, how: str) -> StatedFigure:
    return StatedFigure(value=plain(amount), unit=unit, amount_yuan=plain(amount) if unit == "元" else None, how=how)
