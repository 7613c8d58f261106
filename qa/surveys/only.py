"""Claims that only so many bodies, or only those named, are so (只有两家超过6000万元, 只有甲局没有应急用车)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa.answer import AnswerOut, StatedFigure, Status
from qa.documents.across import Across
from qa.documents.catalog import Document
from qa.documents.figures import View
from qa.plain.sentences import question_text
from qa.surveys.bodies import BODY, masked
from qa.surveys.each import Heard, Said, hear
from qa.surveys.idioms import SO_MANY
from qa.surveys.reading import read_survey
from qa.surveys.said_so import said_so
from qa.surveys.survey import AVERAGE, Act, Bound, Survey
from qa.surveys.told import MOST, SHOWN, answer, in_order_of_size, left_out, told_of, unit_of
from qa.words.numerals import number_of

_LEAD = rf"^(?:请问)?(?:{SO_MANY}(?:里面?|里头|中|当中|之中)?[,，]?)?(?:是不是|是否)?"
_ONLY = r"(?:就|也)?(?:只有|仅有|唯有|唯独|仅|只是)"
_EXACTLY = r"(?:(?:恰好|正好|刚好|恰恰|一共|总共|共)?有)"
_COUNT = r"(?P<number>[一二两三四五六七八九十]|\d+)(?:家|个(?=单位|部门|机构))(?:单位|部门|机构)?"
_BODIES = rf"(?P<bodies>{BODY}(?:(?:[、,，和与跟同及]|以及){BODY})*)(?:这?[一二两三四五六七八九]家(?:单位)?)?"
_SO = r"[,，]?(?:对吗|是吗|对吧|对不对|是不是|吗|么|吧)?[?？]?$"
_WHETHER = re.compile(r"[吗么吧][?？]?$|是不是|是否|对不对")
_CLAIMS = (
    re.compile(rf"{_LEAD}(?:{_ONLY}|{_EXACTLY}){_COUNT}(?P<of>的)?(?P<told>[^,，?？]{{3,40}}?){_SO}"),
    re.compile(rf"{_LEAD}{_ONLY}{_BODIES}(?:是)?(?P<of>的)?(?P<told>[^,，?？{BODY}]{{3,40}}?){_SO}"),
    re.compile(
        rf"{_LEAD}(?P<of>(?!))?(?P<told>[^,，?？{BODY}]{{3,40}}?)的(?:单位|部门|机构)?(?:就|也)?(?:只有|仅有|唯有|恰好有|正好有)(?:{_COUNT}|{_BODIES}){_SO}"
    ),
)
_NO_CONDITION = re.compile(
    r"多少|几|哪|谁|什么|最|第[一二三四五六七八九\d]|(?<!占)比(?!重(?!点)|例)|上年|去年|预算的?(?:多|少)"
)
_UNREAD = "没有读懂“只有”说的是什么条件：请问“哪些单位的某项超过多少”或“哪些单位没有某项”。"


@dataclass(frozen=True, slots=True)
class Only:
    """`asks`: which bodies the condition holds of, as a question; `number` of them or who they are, as is claimed."""

    asks: str
    number: int = 0
    bodies: tuple[str, ...] = ()


def only_read(question: str, across: Across) -> Only | None:
    """The claim of a question that only some are so; None where it makes none. `asks` is empty where the condition is of no
    kind that is read."""
    question = said_so(question)
    resolved = across.catalog.resolve(question)
    text = question_text(masked(question, resolved)[0])
    if _WHETHER.search(text) is None:
        return None
    m = next((m for pattern in _CLAIMS if (m := pattern.match(text)) is not None), None)
    if m is None or any(len(names) != 1 for names in resolved.mentions):
        return None
    named = m.groupdict()
    bodies = tuple(names[0] for names in resolved.mentions)
    if bool(bodies) is not bool(named.get("bodies")) or len(set(bodies)) != len(bodies):
        return None
    number = number_of(named["number"]) if named.get("number") else len(bodies)
    told = m["told"]
    if _NO_CONDITION.search(told):
        return Only("", number, bodies)
    return Only(f"哪些单位{'的' if m['of'] else ''}{told}？", number, bodies)


def only_those(
    question: str, documents: Sequence[Document], across: Across, view: Callable[[str], View]
) -> AnswerOut | None:
    """Whether only so many bodies, or only those that are named, are as a question says; None where it says no such
    thing."""
    only = only_read(question, across)
    if only is None:
        return None
    survey = read_survey(question_text(only.asks)) if only.asks else None
    if survey is None or not survey.asked or survey.bound is None or survey.moved or survey.act is not Act.LIST:
        return AnswerOut(answer=_UNREAD, status=Status.NOT_FOUND)
    bound, heard = survey.bound, hear(survey, documents, across, view)
    if len(heard) != 1 or bound.unit == AVERAGE or not _of_the_unit(heard[0], bound):
        return AnswerOut(answer=_UNREAD, status=Status.NOT_FOUND)
    said = heard[0].said
    if not said or len({s.document.institute for s in said}) != len(said):
        return answer([], [], [], left_out(heard[0]), "不是每一家都有一个这样的数，说不准。")
    return _judged(only, survey, heard[0])


def _of_the_unit(heard: Heard, bound: Bound) -> bool:
    return not bound.unit or all(unit_of(s).split("(")[0] in {bound.unit, ""} for s in heard.said)


def _judged(only: Only, survey: Survey, heard: Heard) -> AnswerOut:
    bound = survey.bound or Bound("some")
    holding = in_order_of_size([s for s in heard.said if bound.holds(s.amount)], lowest=False)
    blank = [s for s in heard.said if s.blank and bound.way not in {"none", "some"}]
    complete = not (heard.absent or heard.review or blank)
    right = _right(only, holding, heard.said, complete=complete)
    told = f"{len(heard.said)} 份文件里有 {len(holding)} 家" + (
        f"：{'；'.join(map(told_of, holding[:MOST]))}" if holding else ""
    )
    head = "说不准，有的文件没有这个数：" if right is None else "是，" if right else "不是，"
    others = [s for s in heard.said if s.document.institute in only.bodies and s not in holding][:SHOWN]
    lines = [head + told, *(f"不在其中：{told_of(s)}" for s in others)]
    count = StatedFigure(value=str(len(holding)), unit="家", how=f"逐份数得 {len(holding)}")
    proof = [*holding[:MOST], *others] or heard.said
    return answer(lines, [count, *(s.figure for s in proof if s.figure is not None)], proof, left_out(heard))


def _right(only: Only, holding: Sequence[Said], said: Sequence[Said], *, complete: bool) -> bool | None:
    """Whether the claim is so; None where documents that were not heard could make it otherwise."""
    own = {s.document.institute for s in holding}
    if only.bodies:
        named = set(only.bodies)
        heard = {s.document.institute for s in said if not s.blank or s in holding}
        if own - named or (named & heard) - own:
            return False
        return True if complete and own == named else None
    if len(own) > only.number:
        return False
    return len(own) == only.number if complete else None
