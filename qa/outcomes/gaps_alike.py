"""The gap of a year's income and spending, and whether a gap is what something else is or moved by: each side is worked out as a
question of its own, and the two are held against one another.

That what a year brings less what it costs is what the carried-over funds grew by is an identity of final accounts
(收入支出决算总表: 年初结转和结余 + 本年收入 − 本年支出 − 结余分配 = 年末结转和结余).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from qa.answer import Outcome, Stated, Status, grouped, money
from qa.documents.figures import View
from qa.outcomes.document_terms import over_the_year

_GAP = re.compile(r"差额|之差|收支差|增加额|减少额|增减额|变动额|净增加?额?|净减少?额?")
_AGREE = (
    re.compile(r"^(?P<a>[^,，]{2,}?)[,，]?(?:是否|是不是|正好|刚好)*等于(?P<b>[^,，]{2,}?)(?:吗|么|不)?$"),
    re.compile(
        r"^(?P<a>[^,，]{2,}?)[,，]?(?:与|和|跟|同)(?P<b>[^,，]{2,}?)(?:是否|是不是|之间)?(?:吻合|一致|相等|对得上|相符|一样|相同|符合)(?:吗|么|不)?$"
    ),
)
_WHETHER = re.compile(r"吗$|么$|是否|是不是|对[得不]")
_INCOME_LESS_SPENDING = re.compile(
    r"^(?:20\d\d年(?:度)?)?(?P<of>[\u4e00-\u9fff]{0,8}?)(?:的)?(?:当年|本年|今年|全年)?的?(?:收支|收入支出|收入[和与]支出)(?:相抵)?的?(?:差额|之差|差|净额)$"
)
_GREW = re.compile(r"^(?P<of>[^,，]{2,}?)的?(?P<how>增加|减少|增减|变动)额$")
_APART = re.compile(r"^(?P<a>[^,，]{2,}?)(?:与|和|跟|减)(?P<b>[^,，]{2,}?)(?:的差额|之差|的差)$")


def gap_of_the_year(text: str, view: View, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """What a folded question asks of a gap of income and spending, by how much or whether it is another amount; None where it
    asks no such thing; not found where one of the two sides is not read."""
    bare = text.rstrip("?？。")
    asked = re.sub(r"(?:是|有|为)?多少(?:钱|万?元)?$", "", bare)
    if asked != bare and _INCOME_LESS_SPENDING.match(asked) is not None:
        return answer_to(_question(asked, view))
    if _GAP.search(bare) is None or _WHETHER.search(bare) is None:
        return None
    m = next((m for words in _AGREE if (m := words.match(bare)) is not None), None)
    if m is None or all(_question(m[x], view) == f"{m[x]}是多少" for x in "ab"):
        return None
    sides = [answer_to(_question(m[x], view)) for x in "ab"]
    told = [side.stated[0] for side in sides if side.found and side.stated and side.stated[0].yuan is not None]
    if len(told) < len(sides):
        return Outcome(Status.NOT_FOUND, "没有读懂要核对的是哪两个数的差额：请写明是哪一项减哪一项。", cited=[])
    return _held(told[0], told[1], (m["a"], m["b"]))


def _question(words: str, view: View) -> str:
    """The question of which words of a gap are the answer."""
    if (m := _INCOME_LESS_SPENDING.match(words)) is not None:
        return f"{m['of']}本年收入减{m['of']}本年支出是多少"
    if (m := _GREW.match(words)) is not None:
        return over_the_year(f"{m['of']}{m['how']}了多少", view)
    if (m := _APART.match(words)) is not None:
        return f"{m['a']}减{m['b']}是多少"
    return f"{words}是多少"


def _held(a: Stated, b: Stated, names: tuple[str, str]) -> Outcome:
    """Whether two amounts that were worked out are the same."""
    alike = a.yuan == b.yuan
    told = [
        f"{name}为 {money(s.value, s.unit)}" + (f"（{s.how}）" if s.how else "")
        for name, s in zip(names, (a, b), strict=True)
    ]
    text = ("一致：" if alike else "不一致：") + "，".join(told)
    stated = [a, b]
    if not alike and a.unit == b.unit:
        gap = abs(a.value - b.value)
        how = f"{grouped(max(a.value, b.value))} − {grouped(min(a.value, b.value))} = {grouped(gap)}"
        text += f"，相差 {money(gap, a.unit)}：{how}"
        stated.append(Stated(gap, a.unit, (*a.sources, *b.sources), how, "差额"))
    return Outcome(Status.ANSWERED, text, stated)
