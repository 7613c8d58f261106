"""What of a question of one document is not read, or cannot be told, before anything is looked up: why it is refused."""

from __future__ import annotations

import re

from qa.answer import Outcome, Status
from qa.arithmetic import year_before
from qa.figures import View
from qa.lacking import lacks
from qa.listed import lost_of_list
from qa.operations import Operation
from qa.plan import TOGETHER, Asked, Plan
from qa.worked import half_read

_OF_AMOUNTS = {
    Operation.LOOKUP, Operation.DIFFERENCE, Operation.SHARE, Operation.RATIO, Operation.MONTHLY, Operation.COMPLEMENT,
    Operation.CHILDREN,
}  # fmt: skip


def unread(asked: Asked, plan: Plan, year: int | None, view: View) -> Outcome | None:
    """That the document cannot say what is asked, or the question says more than was read; None where neither is so."""
    if plan.operation is Operation.SHARE and _SHARES_APART.search(asked.text):
        return Outcome(Status.NOT_FOUND, "没有读懂要比较的是哪两个占比：请分开问。", cited=[])
    if plan.operation is Operation.LOOKUP and _OVER_THE_YEAR.search(asked.text):
        return Outcome(Status.NOT_FOUND, "没有读懂是哪一项在年初和年末的数。", cited=[])
    if plan.operation is Operation.CHANGE and (far := _far_base(asked.text, view)) is not None:
        return far
    why = _which_year(asked, plan, year, view)
    if not why and (lacking := lacks(asked, plan, view)):
        return Outcome(Status.NOT_FOUND, lacking, certain=True)
    why = why or (half_read(asked.text, view) if plan.operation in _OF_AMOUNTS else "")
    if not why and (lost := _lost(plan, view)):
        return Outcome(Status.NOT_FOUND, f"文件里没有“{lost}”的数字。", cited=[], certain=True)
    return Outcome(Status.NOT_FOUND, why, cited=[]) if why else None


def _lost(plan: Plan, view: View) -> str:
    """What a question adds up, or holds against another thing, together with others, and the document has not."""
    together = plan.operation is Operation.LOOKUP and TOGETHER.search(plan.first) is not None
    if not together and plan.operation not in {Operation.DIFFERENCE, Operation.SHARE, Operation.RATIO}:
        return ""
    return lost_of_list(plan.first, view) or (lost_of_list(plan.second, view) if plan.second else "")


_SHARES_APART = re.compile(
    r"(?:比重|占比|比例|份额)(?:还|要)?比(?!重|例|上年|去年|上一年|20\d\d)[^,，]{2,}?(?:高|低|大|小|多|少)"
)
"""Words that hold one share against another."""


_OVER_THE_YEAR = re.compile(r"^(?!.*(?:结转|结余)).*[从由自]年初到年[底末]")


def has_year(year: int, view: View) -> bool:
    """Whether a document is of a year, or prints an amount of it."""
    return year == view.disclosure.meta.year or any(f.year == year and f.value is not None for f in view.figures)


def _far_base(text: str, view: View) -> Outcome | None:
    """That a change is not told from a year further back than the one before, of which the document has nothing; None where
    it is held against no such year."""
    own = view.disclosure.meta.year
    far = [int(y) for y in _AGAINST_YEAR.findall(text) if own and int(y) not in {own, own - 1}]
    far += [own - 2] if own and _YEAR_BEFORE_LAST.search(text) else []
    told = next((y for y in far if not has_year(y, view)), None)
    if told is None:
        return None
    return Outcome(Status.NOT_FOUND, f"这份文件是 {own} 年的，没有与 {told} 年相比的数字。", certain=True)


_YEAR_BEFORE_LAST = re.compile(r"(?:比|较|与|和|跟|同)大?前年")
_AGAINST_YEAR = re.compile(r"(?:比|较之?|与|和|跟|同|相比|从|自)(20\d\d)年")


def _which_year(asked: Asked, plan: Plan, year: int | None, view: View) -> str:
    """Why it is not clear what 去年 means of final accounts: their own year, or the one before, of which their notes tell the
    item as well; empty where it is."""
    own = view.disclosure.meta.year
    if plan.year != -1 or year is not None or own is None or plan.operation is not Operation.LOOKUP:
        return ""
    told = year_before(to_work_out(asked.text), view) is not None
    return f"没有读懂“去年”是指这份决算的 {own} 年，还是 {own - 1} 年：请写明年份。" if told else ""


def to_work_out(text: str) -> str:
    """What is to be worked out, without how."""
    return _WORKED_OUT_OF.sub("", re.sub(r"\([^()]*(?:推|倒算|反算)[^()]*\)", "", text))


_WORKED_OUT_OF = re.compile(
    r"^.*?(?:只?写了?|披露|说明|公布|给出).*?[,，](?=.*20\d\d)|^.{0,24}?(?:增减|增加|减少|变动)(?:额|数|情况)*|请?(?:据此|由此|根据.{0,12}?)|倒推|反推|推算|推出|推得|倒算|反算"
)
