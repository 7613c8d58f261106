"""Which body has most more, or most less, of one thing than of another of its own (决算比预算省得最多的是哪家)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LAST = r"(?:上一?年度?|去年|前一年|同期|20\d\d年?)"
_WAY = r"(?P<way>省|节省|节约|节余|少|低|压减|多|高|大|超支?|超出)"
_FAR = r"(?:下来|下去|出来|出去|出|掉|下|了|的|得|花|用|钱)*(?P<far>最|更|比较)(?:多|大|高|厉害|狠|猛|(?P<least>少|小|低))(?:一?些|一?点)?"
_FURTHEST = re.compile(
    rf"^(?P<before>[^,，?？]*?)(?:的)?(?P<one>决算|实际(?:支出|花费|执行|使用)?|执行|[^,，?？比的]{{2,16}}?)(?:数|额)?(?:相)?比(?!例|重)(?:的)?(?!{_LAST})(?P<other>[^,，?？\d]{{2,16}}?)(?:的)?(?:数|额)?[,，]?(?:要|还)?{_WAY}{_FAR}"
)
_OVER_BUDGET = re.compile(
    r"^(?P<before>[^,，?？]*?)(?:的)?(?:决算)?超(?:过|出|支)?了?(?:年初)?预算(?:的|得)*最(?:多|大|高|厉害|狠|(?P<least>少|小|低))"
)
_SAVED = re.compile(r"(?:省|节省|节约|节余|压减)(?:下来|下|了|的|得|钱)*(?:最|更)多")
"""Who saved most, without against what."""
_BUDGET = re.compile(r"(?:年初|全年)?预算(?:安排)?数?")
_SPENT = re.compile(r"决算|实际|执行")
_ACTUAL = re.compile(r"(?:实际|执行)(?:上)?(?:支出|花费|执行|使用|花的?)?$")
_WHO = re.compile(r"^(?:请问)?(?:是|到底)?(?:谁|哪(?:一)?(?:家|个)(?:单位|部门|机构)?)的?")
_LESS = frozenset(("省", "节省", "节约", "节余", "少", "低", "压减"))


@dataclass(frozen=True, slots=True)
class Furthest:
    """`asked`: what each document is asked, below zero where it has less; `less`: whether those that have less are meant; `least`: the nearest of them."""

    asked: str
    less: bool
    least: bool


def furthest(text: str) -> Furthest | None:
    """What is asked where a folded question, without the names of bodies, wants to know whose one thing is furthest above or
    below another of its own; None where it does not."""
    if (m := _OVER_BUDGET.match(text)) is not None:
        item = _WHO.sub("", m["before"]).strip("的,，")
        return Furthest(f"{item}决算比预算少多少", less=False, least=m["least"] is not None) if item else None
    m = _FURTHEST.match(text)
    if m is None or re.search(r"平均|其他|其它|别的|另外", m["other"]):
        return None
    before, one, other = _WHO.sub("", m["before"]), _WHO.sub("", m["one"]), m["other"]
    if _BUDGET.fullmatch(other) and not _SPENT.search(f"{before}{one}"):
        before, one = f"{before}{one}", "决算"
    if _BUDGET.fullmatch(other):
        one = _ACTUAL.sub("决算", one)
    asked = f"{before}{one}比{other}少多少"
    return Furthest(asked.strip("的,，"), m["way"] in _LESS, m["least"] is not None)


def saved_against_nothing(text: str) -> bool:
    """Whether it is asked who saved most and not against what."""
    return _SAVED.search(text) is not None and furthest(text) is None
