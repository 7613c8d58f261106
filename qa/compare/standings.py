"""What is made of a comparison: an order for each year, level and kind, and what a document's total is composed of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import groupby

from extract.text import UNIT_YUAN
from qa.answer import grouped, plain
from qa.compare.comparison import Comparison, identity
from qa.compare.entries import Entry, State
from qa.documents.catalog import Document


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure in its place: 1 is first, equals share a place."""

    place: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What could not be placed, and why, in Chinese."""

    entry: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One order, of documents of one year, level and kind; `year` None for documents without one, or all years together."""

    item: str
    name: str
    year: int | None
    level: str
    kind: str
    placed: tuple[Placed, ...]
    unplaced: tuple[Unplaced, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that was to be placed, in order."""
        return (*(p.entry for p in self.placed), *(u.entry for u in self.unplaced))


def ranking(
    compared: Comparison, item: str = "", order: str = "desc", *, together: bool = False
) -> tuple[Standing, ...]:
    """The documents in order of an item (by default the first), `desc` or `asc`: one order for each year, level and kind,
    newest first. `together`: all years in one order. Raises ValueError for another order or an item not compared."""
    if order not in {"asc", "desc"}:
        raise ValueError(order)
    if not compared.items:
        return ()
    named = next((n for n in compared.items if n.key == item or not item), None)
    if named is None:
        raise ValueError(item)

    def group(entry: Entry) -> tuple[int, str, str]:
        return (0 if together else -(entry.document.year or 0), entry.document.level, entry.document.kind)

    found = []
    for (year, level, kind), own in groupby(sorted(compared.of(named.key), key=group), key=group):
        placed, unplaced = _ordered(list(own), 1 if order == "asc" else -1)
        found.append(Standing(named.key, named.name, -year or None, level, kind, placed, unplaced))
    return tuple(found)


def _ordered(entries: Sequence[Entry], sign: int) -> tuple[tuple[Placed, ...], tuple[Unplaced, ...]]:
    first: dict[tuple[object, ...], Entry] = {}
    unplaced = []
    for entry in entries:
        if entry.amount is None:
            unplaced.append(Unplaced(entry, entry.reason))
            continue
        before = first.setdefault(identity(entry.document), entry)
        if before is not entry:
            same = "数相同" if before.amount == entry.amount else "数不同，请核对两份文件"
            unplaced.append(Unplaced(entry, f"与“{before.document.file}”是同一单位同一年度，{same}"))
    sized = [(entry.amount, entry) for entry in first.values() if entry.amount is not None]
    sized.sort(key=lambda pair: (sign * pair[0], pair[1].document.id))
    placed: list[Placed] = []
    for turn, (amount, entry) in enumerate(sized, 1):
        equal = bool(placed) and placed[-1].entry.amount == amount
        placed.append(Placed(placed[-1].place if equal else turn, entry))
    return tuple(placed), tuple(unplaced)


def percent(part: Decimal, whole: Decimal, decimals: int = 2) -> Decimal:
    """`part` as a percentage of `whole`, rounded half away from zero from the exact quotient; ZeroDivisionError for 0."""
    exact = Fraction(part) / Fraction(whole) * 100 * 10**decimals
    size = abs(exact)
    whole_steps = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return Decimal(whole_steps if exact >= 0 else -whole_steps).scaleb(-decimals)


# --- composition ------------------------------------------------------------------------------------------------------


class Check(StrEnum):
    """Whether the parts come to the printed total: exactly, but for rounding (尾差), not, or it cannot be told."""

    EQUAL = "equal"
    ROUNDING = "rounding"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a total; `share` in %, two decimals, None where the total is not there, 0 or negative."""

    entry: Entry
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class Composition:
    """What one document's total is made of. `gap`: total less parts, in 元; `how` shows the sum; `reason` in Chinese."""

    document: Document
    total: Entry
    parts: tuple[Part, ...]
    check: Check
    gap: Decimal | None = None
    how: str = ""
    reason: str = ""


def shares(compared: Comparison) -> tuple[Composition, ...]:
    """For each document the parts of its total that print a number; none where the items have no total.

    Of a part and its own parts only one is taken: the finer where the group says so and they add up to it.
    """
    if not compared.total:
        return ()
    return tuple(_composition(compared, document) for document in compared.documents)


def _composition(compared: Comparison, document: Document) -> Composition:
    total = compared.entry(document.id, compared.total)
    taken, open_parts = _taken(compared, document)
    whole = total.amount
    parts = tuple(Part(e, percent(a, whole) if whole is not None and whole > 0 else None) for e, a in taken)
    if whole is None:
        return Composition(document, total, parts, Check.UNKNOWN, reason=f"{total.name}：{total.reason}")
    if not taken:
        return Composition(document, total, parts, Check.UNKNOWN, reason="没有一个部分印有数字")
    made = sum((amount for _, amount in taken), Decimal(0))
    gap = whole - made
    unit, (*each, shown_made, shown_whole, shown_gap) = in_words(
        [*(amount for _, amount in taken), made, whole, gap], [total, *(e for e, _ in taken)]
    )
    how = f"{' + '.join(each)} = {shown_made} {unit}；印出的{total.name} {shown_whole} {unit}"
    if open_parts:
        names = "、".join(e.name for e in open_parts)
        return Composition(
            document, total, parts, Check.UNKNOWN, gap, how, f"{names}待复核或不能确定，不能判断是否相加得到总数"
        )
    if not gap:
        return Composition(document, total, parts, Check.EQUAL, gap, how)
    if abs(gap) <= sum((_half_step(e) for e, _ in taken), _half_step(total)):
        return Composition(document, total, parts, Check.ROUNDING, gap, how, "只差在四舍五入的尾数")
    reason = f"各部分之和与印出的{total.name}相差 {shown_gap} {unit}：可能另有未列出的部分"
    return Composition(document, total, parts, Check.DIFFERENT, gap, how, reason)


def _taken(compared: Comparison, document: Document) -> tuple[list[tuple[Entry, Decimal]], list[Entry]]:
    """The parts that stand for the whole, with amounts; and those that should, but whose number is not to be stated."""
    taken: list[tuple[Entry, Decimal]] = []
    unsure: list[Entry] = []
    for named in compared.items:
        if named.key == compared.total or named.within:
            continue
        entry = compared.entry(document.id, named.key)
        inner = [compared.entry(document.id, n.key) for n in compared.items if n.within == named.key]
        filled = [(e, e.amount) for e in inner if e.amount is not None]
        doubtful = [e for e in (entry, *inner) if e.state in {State.REVIEW, State.UNCLEAR}]
        if entry.amount is None:
            taken += filled
            unsure += doubtful
        elif compared.fine and filled and sum(a for _, a in filled) == entry.amount:
            taken += filled
        else:
            taken.append((entry, entry.amount))
    return taken, unsure


def _half_step(entry: Entry) -> Decimal:
    """Half of the last printed decimal, in the unit that amounts are compared in."""
    if entry.value is None or entry.amount is None:
        return Decimal(0)
    exponent = entry.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return step * UNIT_YUAN.get(entry.unit, Decimal(1)) / 2


def in_words(amounts: Sequence[Decimal], entries: Sequence[Entry]) -> tuple[str, list[str]]:
    """Amounts as a person reads them, exact: in the unit that all entries are printed in, else in 元; and that unit."""
    units = {e.unit for e in entries}
    unit = units.pop() if len(units) == 1 else "元"
    factor = UNIT_YUAN.get(unit, Decimal(1))
    return unit, [grouped(Decimal(plain(amount / factor))) for amount in amounts]
