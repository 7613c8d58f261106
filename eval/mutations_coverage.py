"""Whether the check book can tell a change at all: worked out on the sound document, before anything is mutated.

Every identity that holds there is a sum (or a bound, or a quotient) over known figures. A change tells where it moves
one of them beyond what is allowed for rounding. Where it moves none, no checker could know: a figure that nothing else
repeats, or an exchange that leaves every sum as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extract.checks import Book, Class, Outcome, Result, Term
from extract.checks import run as run_checks
from extract.checks.base import Ref, allowed
from extract.model import Box, Cell, Disclosure
from extract.text import UNIT_YUAN

_QUOTIENTS = {"note_share", "note_change_percent", "note_completion"}
_SUMS_OF_ROWS = {"code_sum", "total_sum", "side_subtotal", "side_total", "item_parts", "basic_total"}
_NOTHING = Decimal(0)

Key = Ref | tuple[int, Box]
"""A figure by its reference; a blank by page and box."""


@dataclass(slots=True)
class Effect:
    """What a change does to the sound document, in 元: new values by figure, rows that are gone, rows there twice."""

    moved: dict[Key, Decimal] = field(default_factory=dict)
    gone: set[Key] = field(default_factory=set)
    twice: set[Key] = field(default_factory=set)

    def move(self, table: str, cell: Cell, new: Decimal | None, unit: str = "") -> None:
        """A cell prints another value (None: none), in its own unit or another."""
        scale = UNIT_YUAN.get(unit or cell.unit, Decimal(1))
        own = UNIT_YUAN.get(cell.unit, Decimal(1))
        for key in keys(table, cell):
            self.moved[key] = (new or _NOTHING) * scale - (cell.value or _NOTHING) * own


def keys(table: str, cell: Cell) -> tuple[Key, Key]:
    """By what identities know a cell."""
    return (table, cell.row, cell.column), (cell.page, cell.box)


def sound_results(disclosure: Disclosure) -> list[Result]:
    """The identities of the sound document that would be reported if they broke."""
    good = {Outcome.HOLDS, Outcome.ROUNDING}
    return [r for r in run_checks(Book.of(disclosure)) if r.klass is not Class.S and r.outcome in good and r.left]


def telling(results: Sequence[Result], effect: Effect) -> list[str]:
    """The names of the identities that the change breaks; none where no checker could know."""
    return sorted({r.check for r in results if _breaks(r, effect)})


def _key(term: Term, known: Mapping[Key, Decimal] | set[Key]) -> Key | None:
    for key in (term.ref, (term.page, term.box) if term.box is not None else None):
        if key is not None and key in known:
            return key
    return None


def _delta(term: Term, effect: Effect) -> Decimal:
    key = _key(term, effect.moved)
    return effect.moved[key] if key is not None else _NOTHING


def _breaks(result: Result, effect: Effect) -> bool:
    terms = (*result.left, *result.right)
    if any(_key(t, effect.gone) is not None for t in result.left):
        return False  # the row whose sum this is is not printed any more
    if result.right and all(_key(t, effect.gone) is not None for t in result.right):
        return False
    if result.check in _QUOTIENTS or (result.left[0].unit == "%" and result.check == "year_change"):
        return _moves_quotient(result, effect)
    low = sum((t.sign * _delta(t, effect) for t in result.left), _NOTHING)
    high = sum((t.sign * _delta(t, effect) for t in result.right), _NOTHING)
    high -= sum((t.sign * t.value for t in result.right if _key(t, effect.gone) is not None), _NOTHING)
    if result.check in _SUMS_OF_ROWS:
        high += sum((t.sign * t.value for t in result.right if _key(t, effect.twice) is not None), _NOTHING)
    elif any(_key(t, effect.twice) is not None for t in terms):
        return False  # which of the two rows is meant, no check guesses
    if low == high:
        return False
    if not _still_printed(result.left, effect) and any(t.value + _delta(t, effect) for t in result.right):
        return False  # a blank says nothing of a sum
    if result.expected.startswith("≤"):
        left, right = (sum((t.sign * t.value for t in side), _NOTHING) for side in (result.left, result.right))
        return left + low - right - high > allowed(terms)
    slack = allowed(terms)
    if result.check == "note_amount" and result.left[0].quantum > result.right[0].quantum:
        slack = result.left[0].quantum
    return abs(result.difference + low - high) > slack


def _moves_quotient(result: Result, effect: Effect) -> bool:
    """Whether a printed percentage and its quotient part by two units of its last decimal or more."""
    share = result.left[0]
    moved = abs(_delta(share, effect))
    moved += sum(
        (abs(share.value * _delta(t, effect) / t.value) for t in result.right if t.value and t.ref is not None),
        _NOTHING,
    )
    return moved >= 2 * share.quantum


def _still_printed(terms: Sequence[Term], effect: Effect) -> bool:
    """Whether a side prints any figure after the change."""
    return any(t.value + _delta(t, effect) != 0 or (t.ref is not None and _key(t, effect.moved) is None) for t in terms)
