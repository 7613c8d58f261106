"""Figures of several documents, and what is made of them: rankings, sums, comparisons, each with all that it was made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from extract.model import Box, Kind

OF_ALL_MONEY = frozenset((Kind.INCOME_EXPENDITURE, Kind.INCOME, Kind.EXPENDITURE))
"""Tables whose amounts are of all money that a body has."""
OF_PUBLIC_BUDGET = frozenset((Kind.BASIC, Kind.GENERAL_PUBLIC))
"""Tables whose amounts are of the general public budget alone."""


def unlike(tables: Iterable[Kind]) -> bool:
    """Whether some of the tables are of all money and others of the general public budget alone: amounts of one name in them are
    not to be compared."""
    there = set(tables)
    return bool(there & OF_ALL_MONEY and there & OF_PUBLIC_BUDGET)


class How(StrEnum):
    """How figures are made one."""

    SUM = "sum"
    AVERAGE = "avg"
    COUNT = "count"
    MAX = "max"
    MIN = "min"


@dataclass(frozen=True, slots=True)
class Value:
    """The figure of one document. `value` is as printed in `unit`; `amount_yuan` None where that is not money.

    `rivals`: how many other figures of the document fit as well and differ (the row's label stands there twice);
    `box` in points on `page`; `sentence` for a figure told in prose.
    """

    document: str
    file: str
    institute: str
    level: str
    year: int | None
    kind: str
    table: str
    title: str
    row: str
    code: str
    column: str
    value: Decimal
    unit: str
    amount_yuan: Decimal | None
    page: int
    box: Box
    verdict: str
    sentence: str = ""
    rivals: int = 0

    @property
    def comparable(self) -> Decimal:
        """What it is ranked by: 元 where it is money."""
        return self.value if self.amount_yuan is None else self.amount_yuan


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the documents asked: each is in one of these. Lists are ids.

    `blank`: the cell is there and prints nothing, a dash or words; `absent`: no such row or table; `review`: not to be
    stated; `repeated`: a second document of the same institute, year, level and kind, left out (those in
    `differing` say something else than the one that was taken).
    """

    used: int = 0
    blank: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()

    @property
    def asked(self) -> int:
        """How many documents were asked."""
        return self.used + len(self.blank) + len(self.absent) + len(self.review) + len(self.repeated)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The documents of one level and kind, in order. `entries` are the first of `tally.used`."""

    level: str
    kind: str
    entries: tuple[Value, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One number made of the documents of one level and kind; `result` None where no document has a figure.

    `unit` is 元 for money; an average is rounded to two decimals; `values` are all that it was made of, `years` theirs.
    """

    how: How
    level: str
    kind: str
    result: Decimal | None
    unit: str
    years: tuple[int, ...]
    values: tuple[Value, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of a comparison: a year or an institute, with its figure, or none."""

    key: str
    level: str
    kind: str
    values: tuple[Value, ...]
    tally: Tally


def once(values: Sequence[Value]) -> tuple[list[Value], list[str], list[str]]:
    """One value for each institute, year, level and kind: a disclosure published twice counts once."""
    first: dict[tuple[object, ...], Value] = {}
    repeated = []
    differing = []
    for value in sorted(values, key=lambda v: v.document):
        same = (value.institute or value.document, value.year, value.level, value.kind)
        if same in first:
            repeated.append(value.document)
            if first[same].comparable != value.comparable:
                differing.append(value.document)
        else:
            first[same] = value
    return list(first.values()), repeated, differing


def ordered(values: Sequence[Value], order: str) -> tuple[Value, ...]:
    """Values in order, `asc` or `desc`; equals by id. Raises ValueError for another order."""
    if order not in {"asc", "desc"}:
        raise ValueError(order)
    sign = 1 if order == "asc" else -1
    return tuple(sorted(values, key=lambda v: (sign * v.comparable, v.document)))


def aggregated(how: How, level: str, kind: str, values: tuple[Value, ...], tally: Tally) -> Aggregate:
    """One number of the values of one level and kind."""
    amounts = [v.comparable for v in values]
    unit = "" if not values else values[0].unit if values[0].amount_yuan is None else "元"
    result: Decimal | None = None
    if how is How.COUNT:
        result, unit = Decimal(len(values)), "份"
    elif amounts:
        total = sum(amounts, Decimal(0))
        result = {
            How.SUM: lambda: total,
            How.AVERAGE: lambda: (total / len(amounts)).quantize(Decimal("0.01")),
            How.MAX: lambda: max(amounts),
            How.MIN: lambda: min(amounts),
        }[how]()
    chosen = values
    if how in {How.MAX, How.MIN}:
        chosen = tuple(v for v in values if v.comparable == result)
    years = tuple(sorted({v.year for v in values if v.year is not None}))
    return Aggregate(how, level, kind, result, unit, years, chosen, tally)
