"""What is left of an item when something is left out of it: other items, or one kind of money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.model import Kind
from extract.text import key
from qa.answer import Outcome, Stated, Status, grouped, money, rounded
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import common_unit, difference, in_unit, less, missing
from qa.outcomes.one_table import in_one_table
from qa.terms.resolve import Wanted, resolve
from qa.terms.targets import Target, elsewhere, targets_of
from qa.terms.terms import spot
from qa.words.plan import Plan


def complement(plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """What of an item is not from one kind of money: the item over all money less the item from that kind."""
    item, *others = targets_of(plan.first, view, wanted)
    if item.figure is not None and any(o.figure is not None and not o.open for o in others):
        return Outcome(Status.NOT_FOUND, f"没有读懂“{plan.second}”是从“{plan.first}”的哪一项里除去。", cited=[])
    figure = item.figure
    if figure is None:
        return missing(item, plan.first)
    kind = spot(plan.second, view)
    kinds = {k for term in kind.terms for k in term.tables}
    if not kinds:  # no kind of money: items of their own, or something unknown
        parts = targets_of(plan.second, view, wanted)
        if all(t.figure is not None and not t.open for t in (item, *parts)):
            likeliest, *parts = in_one_table([item, *parts])
            figure = likeliest.figure or figure
        return _without(figure, parts, plan.second)
    if f"非{plan.second}" in key(figure.row):
        return _alone(figure)  # 非财政拨款的结转下年: the row is of no other money
    own = {term.tables[0] for term in item.terms.terms if term.tables and not term.total}
    if own and own <= _MONEY_APART and kinds <= _MONEY_APART | {Kind.BASIC} and not own & kinds:
        return _alone(figure)  # 除了政府性基金，一般公共预算这块有多少: kinds of money that stand apart
    if Kind.FISCAL in kinds:  # its own table has no items further down: those of general public budget, if no fund pays
        there = {
            m.figure.table for m in resolve(item.terms.with_scopes(()), view, wanted) if m.figure.value is not None
        }
        general = Kind.FISCAL not in there and Kind.GOVERNMENT_FUND not in there
        kinds = {Kind.GENERAL_PUBLIC} if general else {Kind.FISCAL}
    whole = [
        m.figure for m in item.matches if m.figure.table in {Kind.EXPENDITURE, Kind.INCOME_EXPENDITURE, Kind.INCOME}
    ]
    whole = whole or _noted(item, view, wanted)
    part = [
        m.figure
        for m in resolve(item.terms.with_scopes(()), view, wanted)
        if m.figure.table in kinds and m.figure.value is not None
    ]
    if not part and whole:
        part = _all_paid(whole[0], kinds, view)
    if Kind.FISCAL in (*kinds, *(k for t in kind.terms for k in t.tables)) and _no_other_source(figure, view):
        return _alone(figure)
    if not whole or not part:
        return Outcome(
            Status.NOT_FOUND,
            f"文件没有同时列出“{item.words}”的全部资金和“{plan.second}”两个口径，算不出来。",
            cited=whole[:1] + part[:1],
        )
    return difference(whole[0], part[0])


def _noted(item: Target, view: View, wanted: Wanted) -> list[Figure]:
    """All of one half of spending as the notes to the table of spending tell it, where its last row is not read."""
    halves = {n for t in item.terms.terms for n, _ in t.names} & {"基本支出", "项目支出"}
    if len(halves) != 1 or any(
        f.table is Kind.EXPENDITURE and f.total and halves & set(f.columns) for f in view.figures
    ):
        return []
    told = elsewhere(item, [Kind.EXPENDITURE.value], view, wanted).matches
    figures = [m.figure for m in told if m.figure.is_fact and m.figure.row in halves and m.figure.yuan is not None]
    figures = [f for f in figures if "支出总表" in key(f.section)]
    return figures[:1] if len({f.yuan for f in figures}) == 1 else []


_ALL_SPENT = frozenset(("expenditure_subtotal", "expenditure_current", "expenditure_total"))


def _all_paid(whole: Figure, kinds: set[Kind], view: View) -> list[Figure]:
    """All that one kind of money pays, where all spending is what it is taken from: the total of its own table, which heads no row
    by that name. None of a budget that carries money over, as its table may be of the year's new money alone."""
    final = view.disclosure.meta.kind == "final"
    carried = any(f.row_role == "carry_in" and f.value for f in view.figures)
    spent = whole.row_role in _ALL_SPENT or (whole.table is Kind.EXPENDITURE and whole.total)
    if not spent or whole.value is None or (final and whole.row_role == "expenditure_total") or (carried and not final):
        return []
    totals = [
        f for f in view.figures
        if f.table in kinds - {Kind.BASIC} and f.total and f.side != "income" and not f.columns and f.column_role in {"", "total"}
        and f.value is not None
    ]  # fmt: skip
    return totals[:1] if len({f.yuan for f in totals}) == 1 and (totals[0].yuan or 0) <= (whole.yuan or 0) else []


SHARE_ASKED = re.compile(
    r"占(?:比(?!例|重)|(?:了|到|据)?(?P<whole>[^,，占]{0,20}?)的?(?:百分之(?:几|多少)|百分比|比例|比重|份额|几成|多大(?!的?(?:钱|额))))"
)
_THE_SAME = re.compile(r"(?:它|其|全部|总额?|总数|整个|所有|合计|总计|金额|资金|的)*")


def share_left(left: Outcome, whole: str, kind: str) -> Outcome:
    """What part of an item is not from one kind of money, after how much that is; not found where a part of something else is
    asked, or of an item that is printed as such."""
    sources = left.stated[0].sources if left.stated else ()
    of = _THE_SAME.sub("", key(whole)) if whole else ""
    if len(sources) != _TWO or (
        of and of not in {_THE_SAME.sub("", n) for n in (*sources[0].names, *sources[0].columns)}
    ):
        return Outcome(Status.NOT_FOUND, "没有读懂是哪一项的占比：请写明名称。", cited=[])
    item, part = sources
    if not item.yuan or part.yuan is None:
        return Outcome(Status.NOT_FOUND, f"“{item.called}”没有数字，算不出占比。", cited=[])
    unit = common_unit([item, part])
    total, gap = (in_unit(item, unit) or Decimal(0)), left.stated[0].value
    share = rounded(gap / total * 100)
    how = f"{grouped(gap)} ÷ {grouped(total)} = {share}%"
    stated = Stated(share, "%", (item, part), how, "占比")
    text = f"{item.called} 里不属于{kind}的部分占 {share}%：{how}（{left.text}）"
    return Outcome(Status.ANSWERED, text, [stated, *left.stated], notes=list(left.notes))


_TWO = 2
_OTHER_SOURCES = re.compile(r"事业收入|经营收入|上级补助收入|附属单位|非同级财政")


def _no_other_source(item: Figure, view: View) -> bool:
    """Whether 其他收入 is all that a year brings besides the treasury's money: what else has a row of its own in its table prints
    no amount, so that the row and all that is no fiscal money are the same."""
    if item.side != "income" or not any(name.endswith("其他收入") for name in item.names):
        return False
    beside = [f for f in view.column(item) if f.side == "income" and _OTHER_SOURCES.search(f.row)]
    return bool(beside) and not any(f.yuan for f in beside)


_MONEY_APART = frozenset((Kind.GENERAL_PUBLIC, Kind.GOVERNMENT_FUND, Kind.STATE_CAPITAL))


def _without(item: Figure, others: Sequence[Target], words: str) -> Outcome:
    """An item without some others: itself where these stand beside it, less all of them where they are parts. Not found
    where only some are, or where one is income and the other spending."""
    unknown = next((o for o in others if o.figure is None or o.open or not o.terms.terms), None)
    if unknown is not None:
        return missing(unknown, words)
    own = [next((m.figure for m in o.matches if m.figure.ref[0] == item.ref[0]), o.figure) for o in others]
    figures = [f for f in own if f is not None]
    beside = [_beside(item, f) for f in figures]
    if all(beside) or (
        item.row_role.endswith(("current", "subtotal")) and all(f.row_role in _NOT_OF_THE_YEAR for f in figures)
    ):
        return _alone(item)
    if (
        any(beside)
        or any(_of_another_class(item, f) for f in figures)
        or any({side_of(item), side_of(f)} == {"income", "expenditure"} for f in figures)
    ):
        return Outcome(Status.NOT_FOUND, f"没有读懂“{item.called}”里除去的“{words}”是哪一部分。", cited=[])
    return difference(item, figures[0]) if len(figures) == 1 else less(item, figures)


def _of_another_class(item: Figure, other: Figure) -> bool:
    """Whether two rows stand in tables of different classes, by function and by economic nature, say, and neither code is
    within the other: no amount of the one is known to be in the other. A whole table's total has all classes in it."""
    if item.ref[0] == other.ref[0] or item.total or item.row_role:
        return False
    return not (item.code and other.code.startswith(item.code))


_NOT_OF_THE_YEAR = frozenset(("carry_in", "carry_out", "distribution", "use_balance"))
"""Rows that stand beside what a year brings and costs, and are no part of it."""


def side_of(figure: Figure) -> str:
    """Whether a figure is income or spending; empty where its table does not say."""
    spent = figure.table in {Kind.EXPENDITURE, Kind.GENERAL_PUBLIC, Kind.BASIC}
    return figure.side or ("expenditure" if spent else "")


def _beside(item: Figure, other: Figure) -> bool:
    """Whether what a question leaves out is no part of what it asks for (除了基本工资，津贴补贴有多少): it stands beside it in a
    table, or is more."""
    if item.yuan is not None and other.yuan is not None and other.yuan > item.yuan:
        return True
    if other.row_role in {"carry_in", "carry_out"} and item.row_role.endswith(("current", "subtotal")):
        return True  # what a year brings has nothing of other years
    if item.is_fact and other.is_fact and item.sentence == other.sentence:  # of one enumeration: 货物, 工程, 服务
        return all("总" not in f.row and _KINDS_BOUGHT.search(f.row) is not None for f in (item, other))
    if item.ref[0] != other.ref[0]:
        return False
    if item.code and other.code and item.code != other.code:
        return not other.code.startswith(item.code)
    columns = {item.column_role, other.column_role}
    roles = {item.row_role, other.row_role}
    return columns in ({"basic", "project"}, {"staff", "running"}) or (
        len(roles) > 1 and item.side == other.side and not any("total" in r or "current" in r or not r for r in roles)
    )


_KINDS_BOUGHT = re.compile(r"采购.{0,2}(?:货物|工程|服务)|(?:货物|工程|服务)采购")


def _alone(figure: Figure) -> Outcome:
    """A figure as it is printed."""
    text = f"{figure.called} {money(figure.number, figure.unit)}（第 {figure.page} 页，{figure.place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(figure)])
