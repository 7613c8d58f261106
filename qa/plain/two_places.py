"""Two places that a question holds against one another, one of them named by its money alone: 三公经费里的运行费跟基本支出里的公务用车运行维护费
对得上吗. Each is a table, and what is told of it must be printed there: an amount of one table says nothing of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.model import Kind
from qa.documents.figures import Figure
from qa.words.lexicon import TABLES, scopes_in

_HELD = re.compile(
    r"一致|一样|相[同等符差]|吻合|对(?:得|不)?上|对得拢|同一个|这个数|出入|差(?:多少|几|额|距)|[比较].{2,}[多少高低大小]"
)
_IN = r"(?=(?:里面?|里头|之?中|当中|内)(?:的|列|写|印|[^,，?？]{2}))"
_BY_MONEY = re.compile(
    rf"(?P<place>三公(?:经费)?(?:支出)?(?:预算|决算)?|(?<!项目)基本支出(?:预算|决算)?(?:经济分类|明细)?){_IN}"
)
"""A kind of money that has a table of its own, as the place where an item is."""
_OF_THE_SAME_NAME = re.compile(
    r"(?<=[里中]的)同(?:名|样|一个?|一?类)的?(?:那|这)?(?:一)?(?:笔|项|个|块|栏|行)?(?:科目|支出|费用|数字?|钱|开支|款)?(?=[多少高低大小差对一相吻]|是|能|可)"
    r"|(?<=[里中])的?同(?:名|样|一个?|一?类)的?(?:那|这)?(?:一)?(?:笔|项|个|块|栏|行)?(?:科目|支出|费用|数字?|钱|开支|款)?(?=[多少高低大小差对一相吻]|是|能|可)"
)
_SAME_THERE = re.compile(
    r"^(?P<a>[^,，?？]{4,40}?)[,，]?在(?P<b>[^,，?？在]{3,16}?表)(?:里面?|里头|中|上)?(?:的)?(?:也|还|同样|是不是|是否|都)*(?:是)?(?:这个(?:数|金额)|这么多|同一个数|一样(?:多)?)(?:的)?(?:吗|么|不)?[?？]?$"
)


def tables_in_full(text: str) -> str:
    """A question that holds two places against one another, with each as a table (三公经费里的 is 三公经费表里的); any other as it is."""
    if _HELD.search(text) is None:
        return text
    spans = scopes_in(text)
    loose = [m for m in _BY_MONEY.finditer(text) if not any(s < m.end() and m.start() < e for s, e, _ in spans)]
    full = text
    for m in reversed(loose):
        full = f"{full[: m.end()]}表{full[m.end() :]}"
    if len(places_in(full)) < _TWO:
        return text
    full = _OF_THE_SAME_NAME.sub("", full)
    return _SAME_THERE.sub(r"\g<a>和\g<b>里的一致吗", full)


def places_in(text: str) -> set[str]:
    """The kinds of the tables, and the notes, that folded words name as places."""
    return {name.partition(":")[0] for _, _, name in scopes_in(text) if name != TABLES}


def not_of_each(text: str, told: Iterable[Figure]) -> bool:
    """Whether words name two places, and the items told are not of each: it would hold a table against itself. A total is the same
    wherever it is printed."""
    places, figures = places_in(text), list(told)
    kinds = {Kind.NARRATIVE.value if f.is_fact else f.table.value for f in figures}
    return (
        len(places) >= _TWO and bool(figures) and len(places & kinds) < _TWO and not any(_is_whole(f) for f in figures)
    )


def _is_whole(figure: Figure) -> bool:
    """Whether a figure is what rows or columns come to; the one row of the three public expenses has each of them in a column."""
    row = figure.total and (figure.table is not Kind.THREE_PUBLIC or figure.column_role in {"", "total"})
    return row or _TOTAL.search(figure.called) is not None


_TOTAL = re.compile(r"[总合]计|本年(?:收入|支出)")
_TWO = 2
