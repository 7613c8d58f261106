"""Which bodies have more, or less, of one thing than of another of their own (哪些单位三公经费超预算), and which of them most
(决算比预算省得最多的是哪家)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LAST = r"(?:上一?年度?|去年|前一年|同期|20\d\d年?)"
_WAY = r"(?P<way>省|节省|节约|节余|少|低|压减|多|高|大|超支?|超出)"
_FAR = r"(?:下来|下去|出来|出去|出|掉|下|了|的|得|花|用|钱)*(?:最|更|比较|(?<=得))(?:多|大|高|厉害|狠|猛|(?P<least>少|小|低))(?:一?些|一?点)?"
_FURTHEST = re.compile(
    rf"^(?P<before>[^,，?？]*?)(?:的)?(?P<one>决算|实际(?:支出|花费|执行|使用)?|执行|[^,，?？比的]{{2,16}}?)(?:数|额)?(?:相)?比(?!例|重)(?:的)?(?!{_LAST})(?P<other>[^,，?？\d]{{2,16}}?)(?:的)?(?:数|额)?[,，]?(?:要|还)?{_WAY}{_FAR}"
)
_OVER_BUDGET = re.compile(
    r"^(?P<before>[^,，?？]*?)(?:的)?(?:决算)?(?:超(?:过|出|支)?了?(?:年初)?预算|超支|超标)(?:的|得)*最(?:多|大|高|厉害|狠|(?P<least>少|小|低))"
)
_SAVED = re.compile(r"(?:省|节省|节约|节余|压减)(?:下来|下|了|的|得|钱)*(?:最|更)多")
"""Who saved most, without against what."""
_BUDGET = re.compile(r"(?:年初|全年)?预算(?:安排)?数?")
_SPENT = re.compile(r"决算|实际|执行")
_ACTUAL = re.compile(r"(?:实际|执行)(?:上)?(?:支出|花费|执行|使用|花的?)?$")
_WHO = re.compile(r"^(?:请问)?(?:是|到底)?(?:谁|哪(?:一)?(?:家|个)(?:单位|部门|机构)?)的?")
_LESS = frozenset(("省", "节省", "节约", "节余", "少", "低", "压减"))


_TOPIC_FIRST = re.compile(
    r"^(?:[和与跟同及、]|以及)*的?(?P<item>[^,，?？哪谁]{2,20}?)(?:这(?:一)?(?:项|块|笔))?[,，](?P<who>谁|哪(?:些|几)?(?:家|个)?(?:单位)?)的?(?=决算|实际|执行|超|没|比)"
)
"""An item said before the question whose (三公经费，谁的决算比预算省得多)."""
_BUDGET_HELD = re.compile(
    r"比(?:年初|全年|当年|自己的?)?预算(?!单位|类)|(?:超(?:出|过|支)?|突破)了?(?:年初)?预算(?!\d)|预算(?:没|未)有?(?:花|用)完"
)


def held_against_budget(text: str) -> bool:
    """Whether it is asked whose spending is held against its budget, in whatever words."""
    return _BUDGET_HELD.search(text) is not None and re.search(r"哪|谁|几家|多少家", text) is not None


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
    text = _TOPIC_FIRST.sub(r"\g<who>\g<item>", text)
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


_WHICH = re.compile(
    r"(?:是|有)?(?:谁|哪(?:些|几)?(?:一)?(?:家|个)?(?:单位|部门|机构)?|(?P<many>(?:一共|总共)?(?:几|多少)(?:家|个)(?:单位|部门|机构)?))的?"
)
_ASIDE = re.compile(
    r"[,，?？]+(?:各自?|分别|都|一共|总共|又)*(?:(?:决算比预算)?(?:多|少|省|超|节约|低|高)(?:花|出|下)*了?(?:多少|几)|(?:是|有)?(?:几|多少)(?:家|个)|(?:是|有)?(?:谁|哪(?:些|几)?[家个]?))[^,，?？]{0,6}[?？]*$|[?？。]+$"
)
"""What asks again for the number, the names or the amounts of those that are asked for."""
_OWN_BUDGET = r"(?:自己|各自|当年|全年|年初|原定|核定)*的?预算(?:安排)?(?:数|额|总额)?"
_ACTUALLY = r"(?:的)?(?:最终|最后)?(?:决算|实际(?:支出|花费|花销|开支|执行)?|执行|花的钱|支出)?(?:数|额)?"
_NO = r"(?P<no>没有?|未|并未|不曾)?"
_OVER = re.compile(
    rf"^(?P<item>[^,，?？]*?){_ACTUALLY}{_NO}(?:(?:超(?:出|过|支)?|突破|高于|大于|多于|高出|花超)了?{_OWN_BUDGET}(?:的?)(?:了)?|超支了?|比{_OWN_BUDGET}[,，]?(?:还|要)*(?:花得|用得|支出)?(?:多|高|大|超)(?:花|出|用)?(?:了)?)的?$"
)
_UNDER = re.compile(
    rf"^(?P<item>[^,，?？]*?){_ACTUALLY}(?:(?P<no>没有?|未)?(?:低于|少于|小于)了?{_OWN_BUDGET}|(?:不到|没到|不足|没达到|未达到){_OWN_BUDGET}|比{_OWN_BUDGET}[,，]?(?:还|要)*(?:花得|用得|支出)?(?:少|低|小|省|节约|节省)(?:花|出|用)?(?:下来|了)?|(?:没有?|未)(?:花|用|执行|支出)?(?:完|光|满){_OWN_BUDGET}|预算(?:还)?(?:没有?|未)(?:花|用|执行|支出)(?:完|光|满))的?$"
)
_IN_BUDGET = re.compile(
    rf"^(?P<item>[^,，?？]*?){_ACTUALLY}(?:控制)?在{_OWN_BUDGET}(?:以内|之内|范围内?|内)(?:的)?(?P<no>)$"
)
_BODIES_LAST = re.compile(r"的(?:单位|部门|机构)?$")


@dataclass(frozen=True, slots=True)
class AgainstBudget:
    """`asked`: what each document is asked, above zero where more was spent than planned, empty where no item is named;
    `way`: over or under, or most or least where the one is denied; `count`: how many such bodies there are is asked."""

    asked: str
    way: str
    count: bool


def against_budget(text: str) -> AgainstBudget | None:
    """What is asked where a folded question, without the names of bodies, wants to know whose spending was over its budget,
    or under it; None where it does not."""
    text = _TOPIC_FIRST.sub(r"\g<who>\g<item>", re.sub(r"(?<=预算以内)吗(?=[?？]?$)", "", text))
    while (shorter := _ASIDE.sub("", text)) != text:
        text = shorter
    which = _WHICH.search(text)
    if which is None or re.search(r"最|吗|是不是|是否", text):
        return None
    rest = _BODIES_LAST.sub("", text[: which.start()]) + text[which.end() :]
    rest = _BODIES_LAST.sub("", rest)
    over, under, within = _OVER.match(rest), _UNDER.match(rest), _IN_BUDGET.match(rest)
    m = over or under or within
    if m is None:
        return None
    item = re.sub(r"(?:的|决算)+$", "", m["item"].strip("的,，"))
    way = "over" if over is not None else "under"
    if within is not None or m["no"]:
        way = "least" if way == "under" and within is None else "most"
    return AgainstBudget(f"{item}决算比预算少多少" if len(item) > 1 else "", way, which["many"] is not None)


_EACH = r"(?:分别|各自?|均|都)"
_EACH_HELD = re.compile(
    rf"^的?(?P<item>[^,，?？比]{{2,24}}?)的?[,，]?(?:的?(?:决算|实际(?:支出|花费|执行|花的?|使用)?|执行))(?:数|额)?(?P<one>{_EACH})?(?:比|较)(?:各自|自己|其|年初|当年|的)*预算(?:数|额|安排数?)?[,，]?(?P<two>{_EACH})?(?:要|还|又)?(?:是)?(?:少|低|省|节省|节约|节余|结余|压减|多|高|超)(?:出|花|用|支|列|省|了|掉|去|下|来)*(?:多少|几)(?:钱|万元|元)?[?？。]*$"
)
_EACH_APART = re.compile(
    rf"^的?(?P<item>[^,，?？比]{{2,24}}?)的?[,，]?(?:的?(?:预算(?:数|额)?[和与跟同及、]决算|决算(?:数|额)?[和与跟同及、]预算))(?:数|额)?(?:之间|相比)?[,，]?(?:{_EACH}(?:相)?差(?:了|额|距|是|有)*(?:多少|几|多大)|(?:相)?差(?:额|距)?{_EACH}(?:是|有|为)*(?:多少|几|多大))(?:钱|万元|元)?[?？。]*$"
)


def each_against_budget(text: str) -> str:
    """What each body is asked where a folded question, without their names, wants each one's spending held against its own budget
    (三公经费，决算分别比预算少花了多少); empty where it does not."""
    text = re.sub(r"^(?:[和与跟同及、,，]|以及)+", "", text)
    m = _EACH_HELD.match(text)
    if m is not None and not (m["one"] or m["two"]):
        return ""  # 甲的决算比乙的预算少多少, without the names
    m = m or _EACH_APART.match(text)
    return "" if m is None or re.search(r"哪|谁|几家|最", text) else f"{m['item']}决算比预算少多少"
