"""Amounts of one name that documents say by tables of unlike money: 人员经费 of all money in the 收支总表 of one, of the general public
budget alone in the 基本支出表 of another. They are not to be compared: where those that say the one have the other too, that is taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.model import Kind
from qa.documents.catalog import Document
from qa.documents.values import OF_ALL_MONEY, OF_PUBLIC_BUDGET

if TYPE_CHECKING:
    from qa.surveys.each import Heard, Said

_NAMED = {
    Kind.BASIC: "一般公共预算基本支出表",
    Kind.GENERAL_PUBLIC: "一般公共预算支出表",
    Kind.INCOME_EXPENDITURE: "收支总表",
    Kind.EXPENDITURE: "支出总表",
    Kind.INCOME: "收入总表",
}
_WHERE = re.compile(r"^(?:一般公共预算)?(?:财政拨款)?基本支出(?:表)?(?:里面?|中|当中)?的?(?=人员经费|公用经费)")
_SAYS_TABLE = re.compile(r"表|财政拨款|一般公共预算|占|比上年")


def of_like_tables(heard: Heard, words: str, again: Callable[[str, Sequence[Document]], Heard]) -> Heard:
    """What documents say with the amounts of one sort of tables, where a question names none and some say it by another; marked
    as `unlike` where some have not got it there. `again` asks some of the documents once more, in other words."""
    if _SAYS_TABLE.search(words) or len(heard.said) < 2:
        return heard
    sides = [[s for s in heard.said if s.table in tables] for tables in (OF_PUBLIC_BUDGET, OF_ALL_MONEY)]
    if not all(sides):
        return heard
    for kept, others in (sides, sides[::-1]):
        table = kept[0].table
        if table is None or table not in _NAMED:
            continue
        found = again(f"{_NAMED[table]}的{_WHERE.sub('', words)}", [s.document for s in others])
        own = {s.document.id: s for s in found.said if s.table is table and s.amount is not None}
        if all(s.document.id in own for s in others):
            return replace(heard, said=[own.get(s.document.id, s) for s in heard.said])
    return replace(heard, unlike=True)


def told_unlike(said: Sequence[Said]) -> str:
    """Which documents say an amount of all money and which of the general public budget alone."""
    sides = [
        "、".join(s.document.institute for s in said if s.table in tables)
        for tables in (OF_ALL_MONEY, OF_PUBLIC_BUDGET)
    ]
    return f"{sides[0]}的数是全部资金的，{sides[1]}的只是一般公共预算的，口径不同"
