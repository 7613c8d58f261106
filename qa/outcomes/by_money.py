"""What the kinds of money that the treasury gives pay of all basic or project spending: each has a table of its own, and the treasury's money
is what they print together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Kind
from qa.answer import Outcome, Status
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import total
from qa.terms.resolve import Match
from qa.terms.targets import Target
from qa.terms.terms import Terms

MONEY_TABLES = (Kind.GENERAL_PUBLIC, Kind.GOVERNMENT_FUND, Kind.STATE_CAPITAL)
"""The tables of spending, one for each kind of money that the treasury gives."""
_ROLES = {Kind.GENERAL_PUBLIC: "general", Kind.GOVERNMENT_FUND: "fund", Kind.STATE_CAPITAL: "state_capital"}
"""By the table: the rows and columns of the tables of all money that hold its money."""
_COLUMNS = {"基本支出": "basic", "项目支出": "project"}
_FISCAL = re.compile(
    r"(?:20\d\d年(?:度)?的?|今年|本年)?(?:财政拨款(?:安排|支付|资金)?的?(?P<a>基本支出|项目支出)|(?P<b>基本支出|项目支出)(?:里面?|里头|当?中)的?财政拨款(?:安排|支付|资金|部分)?的?)"
    r"(?:一共|总共|合计|是|有|为|安排|花|,)*了?多少(?:钱|万?元)?"
)


def of_column(kinds: Sequence[Kind], role: str, view: View, measure: str = "") -> list[Figure] | None:
    """The totals of one column (basic, project) in the tables of some kinds of money, where they print a number; None where a table has
    several, or one was not read though the treasury's table says that its money comes in. `measure`: budget or final, where a table
    has both."""
    parts: list[Figure] = []
    if any(_pays_unread(kind, view) for kind in kinds):
        return None
    for kind in kinds:
        totals = [
            f
            for f in view.figures
            if f.table is kind and f.total and f.column_role == role and f.value is not None and not f.is_fact
            and (not measure or f.measure in {measure, ""})
        ]  # fmt: skip
        if len({f.yuan for f in totals}) > 1:
            return None
        parts += totals[:1]
    return parts


def _pays_unread(kind: Kind, view: View) -> bool:
    """Whether some money comes in of a kind whose own table was not read: what it pays for is not known."""
    role = _ROLES[kind]
    comes_in = (
        f for f in view.figures if f.table in {Kind.FISCAL, Kind.INCOME_EXPENDITURE} and f.value and not f.is_fact
    )
    return any(role in {f.row_role, f.column_role} for f in comes_in) and not any(f.table is kind for f in view.figures)


def of_the_treasury(text: str, view: View) -> Outcome | None:
    """How much the treasury's money pays of all basic or project spending (项目支出里财政拨款是多少), where more than one kind of it does: all
    of them together. None where something else is asked, or one kind alone pays."""
    m = _FISCAL.fullmatch(text.rstrip("?？。"))
    if m is None:
        return None
    parts = of_column(MONEY_TABLES, _COLUMNS[m["a"] or m["b"]], view)
    if parts is None:
        return Outcome(Status.NOT_FOUND, "没有读懂问的是哪一种财政拨款：请写明一般公共预算或政府性基金。", cited=[])
    paying = [f for f in parts if f.value]
    return total([Target(Terms((), (), ()), (Match(f, 1.0),)) for f in paying]) if len(paying) > 1 else None
