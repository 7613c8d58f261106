"""A case of a check: a small disclosure on which it holds, one on which it is broken, and one on which it cannot be made."""

from __future__ import annotations

from dataclasses import dataclass

from extract.checks import Check, Class
from extract.model import Kind, Table
from tests.builders import Draft, place

T1, T2, T3, T4, T5, T6, T7, T8, T9 = (
    Kind.INCOME_EXPENDITURE,
    Kind.INCOME,
    Kind.EXPENDITURE,
    Kind.FISCAL,
    Kind.GENERAL_PUBLIC,
    Kind.BASIC,
    Kind.GOVERNMENT_FUND,
    Kind.STATE_CAPITAL,
    Kind.THREE_PUBLIC,
)


@dataclass(frozen=True)
class Named:
    """What the cases of checks share: `name` is `H row_sum: remark`, class and identity."""

    check: Check
    name: str
    sound: Draft
    broken: Draft

    @property
    def klass(self) -> Class:
        """Its class."""
        return Class(self.name[0])

    @property
    def identity(self) -> str:
        """Its stable name."""
        return self.name[2:].partition(":")[0]

    def __str__(self) -> str:
        return f"{self.check.__name__}: {self.name}"


@dataclass(frozen=True)
class Case(Named):
    """An identity between figures. `left`, `right`, `difference` (元, or % points) are those of the broken one.

    `doubtful` has a figure of the identity in doubt, `absent` lacks what the identity is about. `covers`: whether the
    identity holds its figures up.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    difference: str
    doubtful: Draft
    absent: Draft
    covers: bool = True


@dataclass(frozen=True)
class WordCase(Named):
    """What must agree in words: `expected` and `found` are those of the broken one; `silent` checks say only what is wrong."""

    expected: str
    found: str
    absent: Draft
    silent: bool = False


def drafts(*shown: Table | tuple[str, str], year: int | None = 2025, kind: str = "budget") -> Draft:
    """A draft of tables and (section, text) notes."""
    return Draft(
        tables=tuple(t for t in shown if isinstance(t, Table)),
        notes=tuple(n for n in shown if isinstance(n, tuple)),
        year=year,
        kind=kind,
    )


def sides(told: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Left, right and difference of `70.00 = 30.00 45.00; -50000`."""
    figures, _, difference = told.partition("; ")
    left, _, right = figures.partition(" = ")
    return tuple(left.split()), tuple(right.split()), difference


def figure(
    check: Check,
    name: str,
    sound: Draft,
    where: tuple[Kind, str, str],
    wrong: str,
    told: str,
    *,
    covers: bool = True,
) -> Case:
    """A case whose broken draft has another figure in one cell, and whose doubtful one has that cell in doubt.

    `told`: both sides of the broken identity and their difference.
    """
    kind, row, column = where
    shown = sound.of(kind)
    r, c = place(shown, row, column)
    value = next(cell.value for cell in shown.cells if (cell.row, cell.column) == (r, c))
    return Case(
        check,
        name,
        sound,
        sound.cell(kind, row, column, wrong),
        *sides(told),
        sound.cell(kind, row, column, f"?{value if value is not None else wrong}"),
        sound.without(kind),
        covers=covers,
    )


def sentence(
    check: Check,
    name: str,
    sound: Draft,
    change: tuple[str, str],
    told: str,
    doubted: str,
    absent: tuple[str, str],
    *,
    covers: bool = True,
) -> Case:
    """A case whose broken draft says another figure in a note, and whose doubtful one doubts a figure there."""
    return Case(
        check,
        name,
        sound,
        sound.said(*change),
        *sides(told),
        sound.doubting(doubted),
        sound.said(*absent),
        covers=covers,
    )
