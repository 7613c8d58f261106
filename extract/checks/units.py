"""Whether the unit of money of each table is borne out, by magnitudes and not by its own line 单位：万元 alone.

Every sum inside a table holds in any unit. What tells 元 from 万元 is another table, or the notes, with a unit printed for
themselves: an amount that both state ties the two, and a misread unit on either side would break it ten-thousandfold.
A table that shares no amount with others (三公, performance forms) can still be told by what bounds it: a part is no
larger than its whole, and no smaller than what is known to be in it. Failing that, it may at most be printed like the
others and not be absurd in its unit.

A document whose money is all in one unit might have lost the same 万 everywhere: then the year's money of a whole
institute would come to a few ten thousand 元, or to billions of 万元.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from extract.checks.base import Book, Class, Outcome, Result, Term
from extract.model import Kind, Table
from extract.text import UNIT_YUAN

Node = tuple[str, str]
"""Figures that share one printed unit: (table id, unit); of the notes ("note" and the fact's order, unit)."""

_HOLDING = {Outcome.HOLDS, Outcome.ROUNDING}
_SLIP = Decimal(10_000)
_WHOLE = {Kind.INCOME_EXPENDITURE, Kind.INCOME, Kind.EXPENDITURE, Kind.FISCAL}
_YEAR = (Decimal(10) ** 5, Decimal(10) ** 12)  # 元: a year's money of an institute is not less, not more
_LEAST = Decimal(1000)  # 元: no table of amounts has a largest one below this
_YEARS = Decimal(10)  # a project of several years is at most so many times a year's money
_LAST = Decimal(2)  # a table that gives last year's money too holds at most so many times this year's


class Standing(StrEnum):
    """How well the unit of some figures is borne out."""

    PROVED = "proved"  # tied to figures with a unit of their own, or the other unit is refuted by a bound
    AGREED = "agreed"  # printed like the tables that are, and their size does not speak against it
    ALONE = "alone"  # nothing else speaks for it
    APART = "apart"  # its size, or the unit of all others, speaks against it


def standings(tables: Sequence[Table], results: Sequence[Result]) -> dict[Node, Standing]:
    """The standing of each table's units of money (figures other than zero)."""
    largest: dict[Node, Decimal] = {}
    printed: dict[Node, Decimal] = {}
    kinds: dict[Node, Kind] = {}
    for table in tables:
        for cell in table.figures:
            if cell.value and cell.unit in UNIT_YUAN:
                node = (table.id, cell.unit)
                printed[node] = max(printed.get(node, Decimal(0)), abs(cell.value))
                largest[node] = printed[node] * UNIT_YUAN[cell.unit]
                kinds[node] = table.kind
    wholes = {n: v for n, v in largest.items() if kinds[n] in _WHOLE}
    proved = _tied(results, largest, wholes)
    known = _Known(
        units=frozenset(unit for node, unit in proved if node in {t.id for t in tables}),
        whole=max((v for n, v in wholes.items() if n in proved), default=None),
        proved=proved,
        forms=frozenset(unit for (table, unit), kind in kinds.items() if kind is Kind.PERFORMANCE),
        several_forms=sum(kind is Kind.PERFORMANCE for kind in kinds.values()) > 1,
    )
    return {
        node: Standing.PROVED if node in proved else _untied(node, kinds[node], printed[node], known, results)
        for node in largest
    }


# --- ties ------------------------------------------------------------------------------------------------------------


def _node(term: Term) -> Node | None:
    if term.ref is None or term.unit not in UNIT_YUAN:
        return None
    table, order, _ = term.ref
    return (table or f"note {order}", term.unit)


def _tied(
    results: Sequence[Result], largest: Mapping[Node, Decimal], wholes: Mapping[Node, Decimal]
) -> frozenset[Node]:
    """The nodes that an equality of money ties to another one, where that could not hold in another unit."""
    parent: dict[Node, Node] = {}

    def root(node: Node) -> Node:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for result in results:
        pinned = _pinned(result)
        for node in pinned[1:]:
            parent[root(node)] = root(pinned[0])
    groups: dict[Node, list[Node]] = defaultdict(list)
    for node in list(parent):
        groups[root(node)].append(node)
    year = max(wholes.values(), default=None)
    sound = year is None or _YEAR[0] <= year <= _YEAR[1]
    tied: set[Node] = set()
    for group in groups.values():
        top = max((largest[node] for node in group if node in largest), default=Decimal(0))
        if len(group) > 1 and (len({unit for _, unit in group}) > 1 or (sound and top >= _LEAST)):
            tied.update(group)
    return frozenset(tied)


def _pinned(result: Result) -> list[Node]:
    """The nodes of an equality that holds whose share in it is so large that in another unit it would not hold."""
    if result.outcome not in _HOLDING or result.klass is Class.S or not result.covers or not result.right:
        return []
    terms = [(t, side) for side, ts in ((1, result.left), (-1, result.right)) for t in ts if t.ref is not None]
    if any(_node(t) is None for t, _ in terms):
        return []
    weights: dict[Node, Decimal] = defaultdict(Decimal)
    for term, side in terms:
        if (node := _node(term)) is not None:
            weights[node] += side * term.sign * term.value
    slack = 6 * max((t.quantum for t, _ in terms), default=Decimal(0))
    found = [node for node, weight in weights.items() if abs(weight) > slack]
    return found if len(found) > 1 else []


# --- what is tied to nothing -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Known:
    """What is proved of the document: units of its tables, the whole of its money in 元, units of its forms."""

    units: frozenset[str]
    whole: Decimal | None
    proved: frozenset[Node]
    forms: frozenset[str]
    several_forms: bool


def _untied(node: Node, kind: Kind, printed: Decimal, known: _Known, results: Sequence[Result]) -> Standing:
    """The standing of figures that share no amount with others, from bounds, from their size, from the others' units."""
    unit = node[1]
    agreed = unit in known.units
    unlike = bool(known.units) and not agreed
    whole = known.whole * (_YEARS if kind is Kind.PERFORMANCE else _LAST) if known.whole is not None else None
    if printed * UNIT_YUAN[unit] < _LEAST or (whole is not None and printed * UNIT_YUAN[unit] > whole):
        return Standing.APART
    if unit == "元":
        if whole is not None and printed * _SLIP > whole:
            return Standing.PROVED
        return Standing.APART if unlike else Standing.ALONE
    if unit == "万元" and whole is not None:
        if _holds_a_part(node, known, results):
            return Standing.PROVED
        told = printed < _LEAST or (kind is Kind.PERFORMANCE and known.several_forms and len(known.forms) == 1)
        if told and agreed:
            return Standing.AGREED
    return Standing.APART if unlike and not (unit == "万元" and printed < _LEAST) else Standing.ALONE


def _holds_a_part(node: Node, known: _Known, results: Sequence[Result]) -> bool:
    """Whether a figure is known to hold a part, in a proved unit, that would be larger than it in 元."""
    for result in results:
        if result.klass is not Class.H or result.outcome is not Outcome.HOLDS or not result.expected.startswith("≤"):
            continue
        small = {_node(t) for t in result.left}
        if {_node(t) for t in result.right if t.value} != {node} or not small <= known.proved:
            continue
        low, high = (sum((t.value * t.sign for t in side), Decimal(0)) for side in (result.left, result.right))
        if low > high / _SLIP + 3 * max(t.quantum for t in result.left):
            return True
    return False


# --- what is said of it ------------------------------------------------------------------------------------------------


_SAID = {
    Standing.ALONE: "没有别的表或说明可以印证，其中的数字至多算有据",
    Standing.APART: "与其他各表不同，或按此单位金额不合常理，又没有别的表或说明可以印证，请对照原文核对单位",
}


def unit_borne_out(book: Book, results: Sequence[Result]) -> Iterator[Result]:
    """The unit of money of a table is borne out: by an amount that another table or the notes state as well, by a bound,
    or at the least by the other tables and the size of its amounts. Where it is not, its sums prove nothing."""
    for (table, unit), standing in standings([v.table for v in book.views], results).items():
        view = next(v for v in book.views if v.table.id == table)
        if view.table.kind is Kind.OTHER or view.table.doubts or view.table.left_over:
            continue  # held for review as it is
        said = _SAID.get(standing)
        yield Result(
            "unit_borne_out",
            Class.C if standing is Standing.APART else Class.S,
            Outcome.BROKEN if said else Outcome.HOLDS,
            (),
            (),
            Decimal(0),
            f"《{view.name}》的单位“{unit}”{said}" if said else "",
            view.table.kind,
            False,
            view.table.pages[0] if view.table.pages else None,
            None,
            "",
            unit,
        )
