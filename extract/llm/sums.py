"""What arithmetic tells of a table under unknown headings: which column and which rows are totals, which side is which.

None of this asks the model. A total is one only where the figures say so: it is the sum of the columns beside it in
every row, or of the rows above it in every column, and nothing else is. Where chance allows several, the header text
that is the total in the document's other tables decides, and after that nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from extract.checks.tables import tree_path
from extract.codes import classification
from extract.model import State, Table
from extract.specs import TableSpec
from extract.text import folded, key

SUMS = "sums"
"""`role_from` of a column or row whose role arithmetic tells."""

_TOTAL = re.compile(r"合计|小计|总计")
_ENUMERATED = re.compile(r"^(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d+[、.．]|其中)")
_INCOME = re.compile(r"收入|拨款|资金|结转$|专户")
_NO_MONEY = {"change"}


Values = Mapping[tuple[int, int], Decimal]


def values_of(table: Table) -> dict[tuple[int, int], Decimal]:
    """The numbers of a table by (row, column); blanks are absent."""
    return {(c.row, c.column): c.value for c in table.cells if c.state is State.NUMBER and c.value is not None}


# --- columns ---------------------------------------------------------------------------------------------------------


def total_columns(table: Table, words: frozenset[str] = frozenset()) -> tuple[set[int], set[int]]:
    """Columns that are the sum of those beside them: of their whole group, and of one header within it.

    `words`: header texts known to name totals; they decide where several columns would do.
    """
    whole: set[int] = set()
    within: set[int] = set()
    values = values_of(table)
    for group in sorted({c.group for c in table.columns}):
        paths = {
            i: tree_path(c)
            for i, c in enumerate(table.columns)
            if c.group == group and c.measure not in _NO_MONEY and c.unit != "%"
        }
        found, _ = _nodes(table, values, paths, words, 0, 0)
        for level, total in found:
            (within if level else whole).add(total)
    return whole, within


def _nodes(
    table: Table, values: Values, paths: Mapping[int, tuple[str, ...]], words: frozenset[str], depth: int, level: int
) -> tuple[list[tuple[int, int]], list[int]]:
    """Below one header: (how many headers set it apart, column) of each total; the columns that stand for it all."""
    children: dict[str, dict[int, tuple[str, ...]]] = {}
    for i, path in paths.items():
        if not any(folded(p).startswith("其中") for p in path):
            children.setdefault(path[depth] if depth < len(path) else "", {})[i] = path
    if len(children) == 1 and (only := next(iter(children))):
        below = children[only]
        return _nodes(table, values, below, words, depth + 1, level) if len(below) > 1 else ([], list(below))
    found: list[tuple[int, int]] = []
    stands: list[int] = []
    for name, below in children.items():
        if len(below) == 1 or not name:
            stands += below
            continue
        inner, own = _nodes(table, values, below, words, depth + 1, level + 1)
        found += inner
        stands += own
    free = [i for i in stands if level or table.columns[i].role in {"", "total"}]
    if (total := _sum_of_others(table, values, stands, free, words)) is not None:
        return [*found, (level, total)], [total]
    return found, stands


def _sum_of_others(
    table: Table, values: Values, columns: Sequence[int], free: Sequence[int], words: frozenset[str]
) -> int | None:
    """The one of the `free` columns that is the sum of all the others."""
    fitting = [c for c in free if len(columns) > 2 and _is_sum(table, values, c, [p for p in columns if p != c])]
    if len(fitting) > 1:
        fitting = [c for c in fitting if (leaf := key(table.columns[c].path[-1])) in words or _TOTAL.fullmatch(leaf)]
    return fitting[0] if len(fitting) == 1 else None


def _is_sum(table: Table, values: Values, total: int, parts: Sequence[int]) -> bool:
    """Whether a column is the sum of others, but for one row in five that may be the document's own mistake."""
    zero = Decimal(0)
    rows = {row for row, column in values if column == total or column in parts}
    wholes = {r: values.get((r, total), zero) for r in rows}
    missed = sum(whole != sum((values.get((r, p), zero) for p in parts), zero) for r, whole in wholes.items())
    return any(wholes.values()) and missed * 5 <= len(rows)


def total_words(tables: Sequence[Table]) -> frozenset[str]:
    """Header texts that name the total of a table beyond doubt: no other column of it would do."""
    words: set[str] = set()
    for table in tables:
        whole, _ = total_columns(table)
        words |= {key(table.columns[c].path[-1]) for c in whole if table.columns[c].path}
    return frozenset(words)


# --- rows ------------------------------------------------------------------------------------------------------------


def total_rows(table: Table, spec: TableSpec) -> dict[int, str]:
    """Rows whose figures make them totals, with the role that each has in a table of this kind."""
    if spec.two_sided:
        return _side_totals(table, spec)
    return dict(_code_total(table))


def _code_total(table: Table) -> Iterator[tuple[int, str]]:
    """The one row without a code that is the sum of the top codes in every column."""
    codes = {i: r.intended_code or r.code for i, r in enumerate(table.rows)}
    lengths = [len(c) for c in codes.values() if c.isdigit()]
    if not lengths or len({r.group for r in table.rows}) > 1:
        return
    tops = [i for i, c in codes.items() if c.isdigit() and len(c) == min(lengths)]
    plain = [i for i, r in enumerate(table.rows) if r.label and not r.code]
    values = values_of(table)
    fitting = [i for i in plain if _adds_up(values, i, tops, range(len(table.columns)))]
    if len(fitting) == 1:
        yield fitting[0], "total"


def _adds_up(values: Values, row: int, parts: Sequence[int], columns: Sequence[int] | range) -> bool:
    zero = Decimal(0)
    told = [c for c in columns if (row, c) in values]
    return any(values[row, c] for c in told) and all(
        values[row, c] == sum((values.get((p, c), zero) for p in parts), zero) for c in told
    )


def _side_totals(table: Table, spec: TableSpec) -> dict[int, str]:
    """收入总计 and 支出总计: the last figures of both sides, equal, and the largest of their side."""
    sides = sides_of(table)
    values = values_of(table)
    last: dict[str, int] = {}
    amounts: dict[str, Decimal] = {}
    for group, side in sides.items():
        columns = [i for i, c in enumerate(table.columns) if c.group == group]
        rows = [i for i, r in enumerate(table.rows) if r.group == group and r.label and _largest(values, i, columns)]
        if not rows or side in last or _ENUMERATED.match(folded(table.rows[rows[-1]].label)):
            return {}
        top = _largest(values, rows[-1], columns)
        if any(_largest(values, i, columns) > top for i in rows):
            return {}
        last[side], amounts[side] = rows[-1], top
    if set(last) != {"income", "expenditure"} or amounts["income"] != amounts["expenditure"]:
        return {}
    known = {role for role, _ in spec.rows}
    return {row: f"{side}_total" for side, row in last.items() if f"{side}_total" in known}


def _largest(values: Values, row: int, columns: Sequence[int]) -> Decimal:
    return max((values[row, c] for c in columns if (row, c) in values), default=Decimal(0))


# --- sides -----------------------------------------------------------------------------------------------------------


def sides_of(table: Table) -> dict[int, str]:
    """By group, the side of a table in two halves: as its headers say, else by what its rows name, else left and right.

    Income stands left and expenditure right in every form of 收支总表 that the ministry prescribes.
    """
    groups = sorted({c.group for c in table.columns})
    told = {c.group: c.side for c in table.columns if c.side}
    if set(told) == set(groups):
        return told
    if len(groups) != 2:
        return {}
    classes = classification("functional")
    spends = []
    for group in groups:
        labels = [r.label for r in table.rows if r.group == group and r.label]
        out = sum(classes.is_name(label) or key(label).endswith("支出") for label in labels)
        spends.append(out - sum(_INCOME.search(key(label)) is not None for label in labels))
    first, second = ("expenditure", "income") if spends[0] > 0 > spends[1] else ("income", "expenditure")
    return {groups[0]: first, groups[1]: second}
