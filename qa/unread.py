"""What of a question of one document is not read, or cannot be told, before anything is looked up: why it is refused."""

from __future__ import annotations

import re

from qa.answer import Outcome, Status
from qa.arithmetic import year_before
from qa.figures import View
from qa.lacking import lacks
from qa.operations import Operation
from qa.plan import Asked, Plan
from qa.worked import STATES, bounds_set

_OF_AMOUNTS = {
    Operation.LOOKUP, Operation.DIFFERENCE, Operation.SHARE, Operation.RATIO, Operation.MONTHLY, Operation.COMPLEMENT,
    Operation.CHILDREN,
}  # fmt: skip


def unread(asked: Asked, plan: Plan, year: int | None, view: View) -> Outcome | None:
    """That the document cannot say what is asked, or the question says more than was read; None where neither is so."""
    why = _which_year(asked, plan, year, view)
    if not why and (lacking := lacks(asked, plan, view)):
        return Outcome(Status.NOT_FOUND, lacking, certain=True)
    of_amounts = plan.operation in _OF_AMOUNTS
    if not why and (supposes := _supposed(asked.text, of_amounts=of_amounts)) is not None:
        return supposes
    why = why or (_half_read(asked.text, view) if of_amounts else "")
    return Outcome(Status.NOT_FOUND, why, cited=[]) if why else None


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


_SUPPOSES = re.compile(
    r"(?:如果|假如|假设|假定|要是|(?P<moved_only>若))"
    r"(?P<moved>[^,，]{0,8}(?:增|减|涨|降|提高|压缩|砍|上浮|下浮)[^,，]{0,4}(?:\d|[一二三四五六七八九十两]成|一半))?"
)
"""What would be if something else were so. 若 is too often a part of other words (若干) to say so without a change."""


def _supposed(text: str, *, of_amounts: bool) -> Outcome | None:
    """That a question supposes something which is not printed: surely where a figure is to have moved; where an amount is
    looked up or set against another, as far as its words were read. None where it supposes nothing, or states what it asks."""
    found = list(_SUPPOSES.finditer(text))
    if any(m["moved"] for m in found):
        return Outcome(Status.NOT_FOUND, "文件里没有这样的数字：不作假设推算。", certain=True)
    if of_amounts and STATES.search(text) is None and any(not m["moved_only"] for m in found):
        return Outcome(Status.NOT_FOUND, "没有读懂这句话里的假设：文件里只有印出的数。", cited=[])
    return None


_HALF_READ = (
    (re.compile(r"一半|[二三四五六七八九十]分之[一二三四五六七八九]"), "没有读懂这句话里的几分之几。"),
    (re.compile(r"(?:差额|之差|差距)占"), "没有读懂是哪两项的差额。"),
)
_CODE = re.compile(r"(?<![\d.,年月-])[235]\d{2,6}(?![\d.,]|年|月|万|亿|元|%|个|人|辆|台|家|项|次|平)")


def _half_read(text: str, view: View) -> str:
    """Why an amount that is looked up, or set against another, would leave out what a folded question says of it; empty where
    nothing is left out."""
    if STATES.search(text) is None:  # else it is held against the amounts that it states
        if bounds_set(text) is not None:
            return "没有读懂金额的条件是就哪些科目而言：请写明它们的上级科目。"
        for words, why in _HALF_READ:
            if words.search(text):
                return why
    codes = _CODE.findall(text)
    lost = [c for c in codes if c not in view.codes and c not in view.all_names]
    known = len(lost) < len(codes) or re.search(r"编码|代码|科目|^[235]\d{2,6}[的中里下]", text) is not None
    return f"文件里没有科目编码 {lost[0]}。" if lost and known else ""
