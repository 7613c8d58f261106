"""One body held against several others one by one, or against the first or the last of all (甲的公务接待费比乙和丙都高吗; 公务接待费最多的单位比
甲多多少)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from qa.answer import AnswerOut, StatedFigure, Status, grouped, rounded
from qa.documents.across import Across
from qa.documents.catalog import Document
from qa.documents.figures import View
from qa.plain.sentences import question_text
from qa.surveys.bodies import BODY, masked
from qa.surveys.each import Heard, Said, hear
from qa.surveys.reading import read_survey
from qa.surveys.said_so import said_so
from qa.surveys.told import OF_SEVERAL_SORTS, answer, gap_of, in_order_of_size, left_out, plainly, told_of, unit_of
from qa.words.numerals import number_of

_YEAR = r"(?:20\d\d年(?:度)?)?"
_ITEM = rf"[^,，?？比最{BODY}]{{1,30}}?"
_RUN = rf"{BODY}{_YEAR}(?:(?:[、,，和与跟同及]|以及)+{BODY}{_YEAR})+"
_COUNT = r"(?:[两三四五六七八九十几]|\d+)"
_NUMBER = r"(?:这|那)?(?P<number>[两二三四五六七八九]|\d)(?:家|个(?:单位|部门|机构)|者|所)(?:单位|部门|机构)?"
_SO = r"[,，]?(?:对不对|对吗|是吗|吗|么|吧|没有)?[?？]?$"
_EACH = re.compile(
    rf"^(?:请问)?(?:是不是|是否)?(?:(?P<topic>{_ITEM})(?:方面|上|来看|来说|而言)?[,，])?{BODY}{_YEAR}(?:的?(?P<item>{_ITEM}))??[,，]?(?:是不是|是否|要)*"
    rf"(?:比(?P<than>{_RUN})(?:{_NUMBER})?(?:的(?P<same>{_ITEM})??)?都(?:还|要|更|来得)*(?P<way>[多高大少低小])|都(?:(?P<over>超过了?|高于|高过|大于|多于)|低于|少于|小于|不及|不如)(?P<of>{_RUN}))(?:{_NUMBER.replace('<number>', '<many>')})?(?:一?些|一?点)?{_SO}"
)
"""One body that is said to have more than each of others."""
_FIRST = r"最(?P<end>[高多大低少小])的?(?:那?一?[家个])?(?:单位|机构|部门)?(?:是(?:谁|哪一?[家个](?:单位)?)[,，]?(?:它|其)?)?"
_AMOUNT = r"(?:多少|几)(?:钱|万元|元|辆|台|套)?(?:\([套台]\))?(?:呢)?[?？]?$"
_APART = (
    re.compile(
        rf"^(?:请问)?(?P<item>{_ITEM}){_FIRST}(?:比|跟|和|与|同){BODY}{_YEAR}的?(?:相比)?[,，]?(?:要|还|更)*(?:[多高大少低小]|相?差)(?:出|了|距|额|是|有)*{_AMOUNT}"
    ),
    re.compile(
        rf"^(?:请问)?{BODY}{_YEAR}的(?P<item>{_ITEM})(?:比|跟|和|与|同|离|距离?)(?:(?:{_COUNT}|各)家|全库|所有单位)?(?:里面?|中|当中)?(?:的)?{_FIRST}的?(?:相比)?[,，]?(?:要|还|更)*(?:[多高大少低小]|相?差)(?:出|了|距|额|是|有)*{_AMOUNT}"
    ),
)
"""The first of all, or the last, and one that is named, held apart."""
_TIMES = re.compile(
    rf"^(?:请问)?(?P<item>{_ITEM}){_FIRST}(?:是|相当于|为|等于){BODY}{_YEAR}的?(?:大概|大约)?(?:几|多少)倍(?:呢)?[?？]?$"
)


def against_each(
    question: str, documents: Sequence[Document], across: Across, view: Callable[[str], View]
) -> AnswerOut | None:
    """What is said of one body and each of several others, or asked of it and the first of all; None where neither is."""
    claim = said_so(question)
    resolved = across.catalog.resolve(claim)
    names = [own[0] for own in resolved.mentions if len(own) == 1]
    if not names or len(names) != len(resolved.mentions) or len(set(names)) != len(names):
        return None
    text = re.sub(r"[“”\"]", "", question_text(masked(claim, resolved)[0]))
    if text.count(BODY) != len(names):
        return None
    m = _EACH.match(text)
    if m is not None and (counted := m["number"] or m["many"]) and number_of(counted) != len(names) - 1:
        return None
    first = None if len(names) > 1 else next((m for p in (*_APART, _TIMES) if (m := p.match(text))), None)
    if m is None and first is None:
        return None
    said = {name: words for name, words in (m or first).groupdict().items() if words}  # type: ignore[union-attr]
    item = said.get("item") or said.get("topic") or said.get("same") or ""
    survey = read_survey(f"谁的{item}最多") if item else None
    if survey is None or len(survey.asked) != 1:
        return AnswerOut(answer="没有读懂是拿哪一项来比。", status=Status.NOT_FOUND)
    heard = hear(survey, documents, across, view)
    if len(heard) != 1:
        return None
    if "end" not in said:
        return _than_each(names, "over" in said or said.get("way", "") in set("多高大"), heard[0])
    return _from_first(names[0], said["end"] in "低少小", heard[0], ratio=first is not None and first.re is _TIMES)


def _of(body: str, heard: Heard) -> Said | None:
    """What a body says; None where it says nothing, or several of its documents do."""
    own = [s for s in heard.said if s.document.institute == body]
    return own[0] if len(own) == 1 and own[0].amount is not None else None


def _than_each(names: Sequence[str], over: bool, heard: Heard) -> AnswerOut:
    """Whether the first of some bodies has more, or less, than each of the others."""
    own = [said for name in names if (said := _of(name, heard)) is not None]
    if len(own) != len(names) or len({unit_of(s) for s in own}) != 1:
        return answer([], [], [], left_out(heard), "不是每一家都有一个这样的数，不能这样比。")
    mine, *others = own
    sizes = [s.amount or Decimal(0) for s in others]
    held = [s for s, size in zip(others, sizes, strict=True) if ((mine.amount or Decimal(0)) > size) is over]
    held = [s for s in held if s.amount != mine.amount]
    way = "多" if over else "少"
    right = len(held) == len(others)
    but = "、".join(s.document.institute for s in others if s not in held)
    text = f"{mine.document.institute}比{'、'.join(s.document.institute for s in others)}都{way}"
    lines = [f"是，{text}" if right else f"不是，并不比{but}{way}", "；".join(map(told_of, own))]
    return answer(lines, [s.figure for s in own if s.figure is not None], own, _notes(own, heard))


def _from_first(body: str, lowest: bool, heard: Heard, *, ratio: bool) -> AnswerOut:
    """How far a body is from the first of all, or from the last, or how many times as much that one has."""
    mine = _of(body, heard)
    own = in_order_of_size([s for s in heard.said if s.amount is not None], lowest=lowest)
    alone = len({s.document.institute for s in own}) == len(own)
    if mine is None or not alone or len(own) < 2 or len({unit_of(s) for s in own}) != 1:
        return answer([], [], [], left_out(heard), "不是每一家都有一个这样的数，不能这样比。")
    first, word = own[0], "最少" if lowest else "最多"
    cited = [first] if mine.amount == first.amount else [first, mine]
    stated = [s.figure for s in cited if s.figure is not None]
    if mine.amount == first.amount:
        text = f"{body}自己就是{word}的{'之一' if first is not mine else ''}：{told_of(mine)}"
        return answer([text], [f for f in (mine.figure,) if f is not None], [mine], _notes(own, heard))
    a, b = (plainly(s.amount or Decimal(0)) for s in (first, mine))
    lines = ["；".join(map(told_of, cited))]
    if ratio:
        if not b:
            return answer([], [], own, left_out(heard), f"{body}的数是 0，不能作除数。")
        times = rounded(a / b)
        how = f"{grouped(a)} ÷ {grouped(b)} = {grouped(times)}"
        figure = StatedFigure(value=f"{times}", unit="倍", how=how)
        lines.insert(0, f"{word}的{first.document.institute}是{body}的 {grouped(times)} 倍：{how}")
    else:
        gap, figure = gap_of(first, mine)
        lines.insert(0, f"{word}的{first.document.institute}比{body}{'少' if lowest else '多'} {gap}")
    return answer(lines, [figure, *stated], cited, _notes(own, heard))


def _notes(own: Sequence[Said], heard: Heard) -> list[str]:
    """What was left out, and that what is held together is of several sorts."""
    several = len({(s.document.level, s.document.kind) for s in own}) > 1
    return [*left_out(heard), *([OF_SEVERAL_SORTS] if several else [])]
