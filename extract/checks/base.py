"""The arithmetic of identities (勾稽关系): terms with the precision they are printed in, outcomes, and the tolerance.

A check yields results. Each result carries both sides with the figures in them, and says whether it holds, holds within
rounding (尾差), is broken, or cannot be made because a figure is missing or in doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from extract.model import SOFT_DOUBTS, Box, Cell, Column, Disclosure, Fact, Kind, Row, State, Table
from extract.text import UNIT_YUAN, folded, key

Ref = tuple[str, int, int]
"""A figure: (table id, row, column), or ("", paragraph order of a fact, 0)."""


class Class(StrEnum):
    """H must hold; C holds under its condition; S is a hint that sound documents break."""

    H = "H"
    C = "C"
    S = "S"


class Outcome(StrEnum):
    """What came of one identity."""

    HOLDS = "holds"
    ROUNDING = "rounding"
    BROKEN = "broken"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True)
class Term:
    """A figure in an identity. `value` and `quantum` (the worth of its last printed decimal) are in 元 where it is
    money; `ref` is None for a blank, which counts as zero."""

    value: Decimal
    quantum: Decimal
    ref: Ref | None
    label: str
    page: int
    box: Box | None
    unit: str = ""
    doubtful: bool = False
    sign: int = 1

    @property
    def printed(self) -> str:
        """The figure in the unit it is printed in."""
        scale = UNIT_YUAN.get(self.unit, Decimal(1))
        decimals = max(0, -int((self.quantum / scale).adjusted()))
        return f"{self.value / scale:,.{decimals}f}"


@dataclass(frozen=True, slots=True)
class Result:
    """One identity with its figures: `left` against the sum of `right`."""

    check: str
    klass: Class
    outcome: Outcome
    left: tuple[Term, ...]
    right: tuple[Term, ...] = ()
    difference: Decimal = Decimal(0)
    message: str = ""
    table: str = ""
    covers: bool = True
    page: int | None = None
    box: Box | None = None
    expected: str = ""
    found: str = ""

    @property
    def members(self) -> list[Ref]:
        """The figures in the identity."""
        return [t.ref for t in (*self.left, *self.right) if t.ref is not None]


def term_of(table: Table, cell: Cell, label: str = "") -> Term:
    """The term that a cell prints; a blank or dash is zero without a reference."""
    if cell.state is not State.NUMBER or cell.value is None:
        doubtful = cell.state is State.TEXT or _in_doubt(table, cell)
        return Term(Decimal(0), Decimal(0), None, label, cell.page, cell.box, cell.unit, doubtful)
    scale = UNIT_YUAN.get(cell.unit, Decimal(1))
    return Term(
        cell.value * scale,
        scale.scaleb(-cell.decimals),
        (table.id, cell.row, cell.column),
        label,
        cell.page,
        cell.box,
        cell.unit,
        _in_doubt(table, cell),
    )


def _in_doubt(table: Table, cell: Cell) -> bool:
    if cell.decided is not None and cell.decided.settled:
        return False
    return bool(table.doubts or table.left_over) or not SOFT_DOUBTS.issuperset(cell.doubts)


def fact_term(fact: Fact, order: int) -> Term:
    """The term that a figure in prose states."""
    scale = UNIT_YUAN.get(fact.unit, Decimal(1))
    return Term(
        fact.value * scale,
        scale.scaleb(-fact.decimals),
        ("", order, 0),
        fact.name,
        fact.page,
        fact.box,
        fact.unit,
        bool(fact.doubts),
    )


def allowed(terms: Sequence[Term]) -> Decimal:
    """Half a unit of the last decimal for each printed figure, at most three units (尾差); counts are exact.

    The last decimal is the finest that the figures of one unit print (a bare 0 or 25 among 3.00s is exact); where units
    differ, that of the coarser unit.
    """
    printed = [t for t in terms if t.ref is not None]
    if any(t.unit and t.unit != "%" and t.unit not in UNIT_YUAN for t in printed):
        return Decimal(0)
    finest: dict[str, Decimal] = {}
    for t in printed:
        finest[t.unit] = min(finest.get(t.unit, t.quantum), t.quantum)
    quantum = max(finest.values(), default=Decimal(0))
    return min(quantum * Decimal("0.5") * len(printed), quantum * 3)


def equal(
    check: str,
    klass: Class,
    left: Term | Sequence[Term],
    right: Sequence[Term],
    message: str,
    table: str = "",
    *,
    covers: bool = True,
    blank_is_zero: bool = False,
) -> Result | None:
    """The identity left = Σ right. None where nothing is printed on either side.

    A blank left side says nothing of a sum, unless it is known to stand for zero.
    """
    lefts = (left,) if isinstance(left, Term) else tuple(left)
    rights = tuple(right)
    terms = (*lefts, *rights)
    if not any(t.ref for t in terms) or not rights:
        return None
    first = next((t for t in terms if t.ref), terms[0])
    if any(t.doubtful for t in terms):
        return Result(check, klass, Outcome.NOT_CHECKABLE, lefts, rights, table=table, message=message, covers=False)
    low, high = sum((t.value * t.sign for t in lefts), Decimal(0)), sum((t.value * t.sign for t in rights), Decimal(0))
    if not any(t.ref for t in lefts) and high != 0 and not blank_is_zero:
        return Result(check, klass, Outcome.NOT_CHECKABLE, lefts, rights, table=table, message=message, covers=False)
    difference = low - high
    if difference == 0:
        outcome = Outcome.HOLDS
    else:
        outcome = Outcome.ROUNDING if abs(difference) <= allowed(terms) else Outcome.BROKEN
    unit = first.unit
    return Result(
        check,
        klass,
        outcome,
        lefts,
        rights,
        difference,
        message,
        table,
        covers,
        expected=in_unit(high, unit, terms),
        found=in_unit(low, unit, terms),
        page=first.page,
        box=first.box,
    )


def at_most(
    check: str, klass: Class, small: Term, large: Term | Sequence[Term], message: str, table: str = ""
) -> Result | None:
    """The inequality small ≤ Σ large. It covers nothing: a bound does not prove a figure."""
    larges = (large,) if isinstance(large, Term) else tuple(large)
    if small.ref is None or not larges:
        return None
    terms = (small, *larges)
    if any(t.doubtful for t in terms):
        return Result(check, klass, Outcome.NOT_CHECKABLE, (small,), larges, table=table, message=message, covers=False)
    bound = sum((t.value * t.sign for t in larges), Decimal(0))
    over = small.value - bound
    outcome = Outcome.BROKEN if over > allowed(terms) else Outcome.HOLDS
    return Result(
        check, klass, outcome, (small,), larges, max(over, Decimal(0)), message, table, False, small.page, small.box, "≤ " + in_unit(bound, small.unit, terms), small.printed
    )  # fmt: skip


def in_unit(value: Decimal, unit: str, terms: Iterable[Term] = ()) -> str:
    """An amount in 元 (or a plain number) as a person reads it in `unit`."""
    scale = UNIT_YUAN.get(unit, Decimal(1))
    quanta = [t.quantum for t in terms if t.quantum]
    decimals = max(0, -int((min(quanta) / scale).adjusted())) if quanta else 2
    return f"{value / scale:,.{decimals}f}"


@dataclass(frozen=True)
class View:
    """A table as checks ask it: rows by role, code and label; terms by row and column."""

    table: Table
    year: int | None = None
    final: bool = False
    by_code: dict[str, list[int]] = field(default_factory=dict)
    by_label: dict[str, list[int]] = field(default_factory=dict)
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index rows and cells."""
        self.cells.update(((c.row, c.column), c) for c in self.table.cells)
        for i, row in enumerate(self.table.rows):
            if code := row.intended_code or row.code:
                self.by_code.setdefault(code, []).append(i)
            self.by_label.setdefault(key(row.label), []).append(i)

    @property
    def name(self) -> str:
        """The table's title as printed."""
        return self.table.title or self.table.kind

    def term(self, row: int, column: int) -> Term | None:
        """The term at a row and column, None where there is no such cell."""
        cell = self.cells.get((row, column))
        if cell is None:
            return None
        shown_row, shown_column = self.table.rows[row], self.table.columns[column]
        label = "".join(filter(None, (shown_row.code, shown_row.label)))
        return term_of(self.table, cell, f"{label}〔{shown_column.name}〕" if label else f"〔{shown_column.name}〕")

    def current(self) -> list[int]:
        """The columns that give this document's own numbers: not last year's, not changes; in 决算 the final ones."""
        columns = [
            i
            for i, c in enumerate(self.table.columns)
            if c.measure not in {"prior", "change"}
            and c.unit != "%"
            and (c.year is None or self.year is None or c.year == self.year)
        ]
        own, other = ("final", "budget") if self.final else ("budget", "final")
        told = {self.table.columns[i].group for i in columns if self.table.columns[i].measure == own}
        kept = [
            i
            for i in columns
            if self.table.columns[i].measure != other or (self.final and self.table.columns[i].group not in told)
        ]
        return kept or columns

    def column(self, role: str, side: str = "") -> int | None:
        """The one current column of a role (and side); None where there is none or more than one."""
        found = [
            i
            for i in self.current()
            if self.table.columns[i].role == role and (not side or self.table.columns[i].side == side)
        ]
        return found[0] if len(found) == 1 else None

    def total_column(self, side: str = "") -> int | None:
        """The column of the total; the only current column where the table has one."""
        if (found := self.column("total", side)) is not None:
            return found
        columns = [i for i in self.current() if not side or self.table.columns[i].side == side]
        return columns[0] if len(columns) == 1 else None

    def total_row(self) -> int | None:
        """The row of 合计 over all codes; the only row of a one-row table."""
        rows = [i for i, r in enumerate(self.table.rows) if not r.code and key(r.label) in {"合计", "总计"}]
        if not rows:
            rows = [i for i, r in enumerate(self.table.rows) if not r.code and r.role == "total" and r.role_from]
        if len(rows) == 1:
            return rows[0]
        return 0 if len(self.table.rows) == 1 and not self.table.rows[0].code else None

    def rows_of(self, role: str, side: str = "") -> list[int]:
        """Rows of a role (on a side)."""
        return [i for i, r in enumerate(self.table.rows) if r.role == role and (not side or self.side_of(r) == side)]

    def side_of(self, row: Row) -> str:
        """The side a row stands on, on a two-sided table."""
        return next((c.side for c in self.table.columns if c.group == row.group), "")

    def columns_of_group(self, group: int) -> list[int]:
        """The amount columns of a group."""
        return [i for i, c in enumerate(self.table.columns) if c.group == group]

    @property
    def empty(self) -> bool:
        """Whether no figure but zero is printed."""
        return not any(c.value for c in self.table.figures)


@dataclass(frozen=True, eq=False)
class Book:
    """A disclosure as checks ask it."""

    disclosure: Disclosure
    views: tuple[View, ...]

    @classmethod
    def of(cls, disclosure: Disclosure) -> Book:
        """Index a disclosure."""
        final = disclosure.meta.kind == "final"
        return cls(disclosure, tuple(View(t, disclosure.meta.year, final) for t in disclosure.tables))

    def view(self, kind: Kind) -> View | None:
        """The one table of a kind (the one that is not empty); None where there is none, or several: nothing says which."""
        found = [v for v in self.views if v.table.kind is kind and v.table.columns]
        if len(found) > 1:
            found = [v for v in found if not v.empty] or found[:1]
        return found[0] if len(found) == 1 else None

    @property
    def final(self) -> bool:
        """Whether these are final accounts (决算)."""
        return self.disclosure.meta.kind == "final"

    def facts(self) -> Iterator[tuple[int, Fact]]:
        """The figures told in prose, numbered."""
        yield from enumerate(self.disclosure.facts)


def not_checkable(
    check: str, left: Sequence[Term], right: Sequence[Term], table: str, klass: Class = Class.H
) -> Result:
    """An identity that cannot be made because a figure is in doubt."""
    return Result(check, klass, Outcome.NOT_CHECKABLE, tuple(left), tuple(right), table=table, covers=False)


def present(*terms: Term | None) -> list[Term]:
    """The terms that are there."""
    return [t for t in terms if t is not None]


def is_among(column: Column) -> bool:
    """Whether a column is an "其中:" part of another."""
    return any(folded(p).startswith("其中") for p in column.path)
