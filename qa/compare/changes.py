"""Changes against the year before: of the same institute, kind and level, each with the two figures that prove it.

The year before is another document, or a column of the same one (上年预算数, 2024年预算数), or it follows from a printed
change (比上年增减). A base of another kind (执行数 beside a budget) is no year before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from extract.text import folded
from qa.answer import WORST
from qa.compare.comparison import KINDS, Source, What, identity, in_order, label, laid_out, opened, sought, viewer
from qa.compare.entries import Cells, Entry, State
from qa.compare.fitting import Asked
from qa.compare.items import Named
from qa.compare.standings import in_words, percent
from qa.documents.catalog import Document
from qa.documents.figures import View

_NOT_THERE = {State.NO_ROW, State.NO_TABLE}


class Basis(StrEnum):
    """Where the year before is from: another document, another column, a printed change; or it is nowhere."""

    DOCUMENTS = "documents"
    COLUMNS = "columns"
    PRINTED = "printed"
    NONE = "none"

    @property
    def words(self) -> str:
        """In Chinese."""
        return {"documents": "两份文件", "columns": "同一文件的上年数", "printed": "文件印出的增减"}.get(self.value, "")


@dataclass(frozen=True, slots=True)
class Change:
    """How an item of a document changed from the year before.

    `amount` in `unit`, exact; `percent` to two decimals; both None where they cannot be told, `reason` says why (in
    Chinese). `printed`: the change as the document prints it. The proofs are `now`, and `before` or `printed`.
    """

    item: str
    name: str
    document: Document
    basis: Basis
    now: Entry
    before: Entry | None = None
    printed: Entry | None = None
    amount: Decimal | None = None
    percent: Decimal | None = None
    unit: str = ""
    how: str = ""
    reason: str = ""

    @property
    def proofs(self) -> tuple[Entry, ...]:
        """The cells that it rests on."""
        return tuple(e for e in (self.now, self.before or self.printed) if e is not None and e.page)

    @property
    def verdict(self) -> str:
        """The weakest verdict of its proofs; empty where it has no amount."""
        there = {e.verdict for e in self.proofs}
        return next((v.value for v in WORST if v.value in there), "") if self.amount is not None else ""


@dataclass(frozen=True)
class Changes:
    """The changes of some documents, in the order of documents and items; two of one where both bases are there."""

    name: str = ""
    items: tuple[Named, ...] = ()
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()


def changes(
    source: Source,
    what: What,
    documents: Collection[str] | None = None,
    years: Collection[int] | None = None,
    view: Callable[[str], View] | None = None,
) -> Changes:
    """How items changed in the documents chosen (see `compare`); the year before is sought in the whole library."""
    root, catalog = opened(source)
    chosen = in_order(catalog.select(years, documents=documents))
    if not chosen:
        return Changes(notes=("资料库里还没有文件。" if not catalog.documents else "没有符合所选条件的文件。",))
    by_identity: dict[tuple[object, ...], list[Document]] = {}
    for document in catalog.documents:
        by_identity.setdefault(identity(document), []).append(document)
    before = {d.id: _of_year_before(d, by_identity) for d in chosen}
    needed = {d.id: d for d in chosen} | {d.id: d for own in before.values() for d in own}
    found = sought(what, chosen, view or viewer(root))
    cells = Cells.read(root, catalog, list(needed.values()), found.items)
    compared = laid_out(found, chosen, cells)
    made = tuple(
        change
        for document in chosen
        for named in compared.items
        for change in _changes(named, compared.entry(document.id, named.key), before[document.id], cells)
    )
    return Changes(found.name, compared.items, made, (*compared.notes, *_disagreements(made)))


def _of_year_before(document: Document, by_identity: dict[tuple[object, ...], list[Document]]) -> list[Document]:
    if document.year is None or not folded(document.institute):
        return []
    return by_identity.get(identity(replace(document, year=document.year - 1)), [])


def _changes(named: Named, now: Entry, before: Sequence[Document], cells: Cells) -> list[Change]:
    """One change for each basis; one that says why where there is none."""
    document = now.document
    found = []
    if before:
        olds = [cells.entry(named, old) for old in before]
        said = [e for e in olds if e.amount is not None] or olds
        if len({e.amount for e in said}) > 1:
            reason = f"{label(before[0])}有 {len(before)} 份文件，数不同"
            found.append(Change(named.key, named.name, document, Basis.DOCUMENTS, now, said[0], reason=reason))
        else:
            found.append(_between(now, said[0], Basis.DOCUMENTS))
    prior = cells.entry(named, document, Asked.PRIOR)
    printed = cells.entry(named, document, Asked.CHANGE)
    told = None if printed.state in _NOT_THERE else printed
    if prior.state not in _NOT_THERE:
        found.append(replace(_between(now, prior, Basis.COLUMNS), printed=told))
    elif told is not None:
        found.append(_from_printed(now, told))
    return found or [Change(named.key, named.name, document, Basis.NONE, now, reason=now.reason or _no_base(document))]


def _no_base(document: Document) -> str:
    if document.year is None:
        return "文件年度不明"
    if not folded(document.institute):
        return "没有读到单位名称"
    kind = KINDS.get(document.kind, "文件")
    return f"资料库里没有该单位 {document.year - 1} 年的{kind}，本文件也没有印上年的数"


def _between(now: Entry, before: Entry, basis: Basis) -> Change:
    """The change between two entries; a blank is no zero."""
    plain_change = Change(now.item, now.name, now.document, basis, now, before)
    if now.amount is None or before.amount is None:
        reason = now.reason or f"上年：{before.reason}"
        return replace(plain_change, reason=reason)
    if now.amount_unit != before.amount_unit:
        return replace(plain_change, reason=f"单位不同：{now.amount_unit}、{before.amount_unit}")
    gap = now.amount - before.amount
    share, why = share_of(gap, before.amount)
    unit, (new, old, difference) = in_words((now.amount, before.amount, gap), (now, before))
    how = f"{new} − {old} = {difference} {unit}"
    if share is not None:
        how += f"；{difference} ÷ {old} = {share}%"
    return replace(plain_change, amount=gap, percent=share, unit=now.amount_unit, how=how, reason=why)


def _from_printed(now: Entry, printed: Entry) -> Change:
    """The change that a document prints, with what it then says of the year before."""
    bare = Change(now.item, now.name, now.document, Basis.PRINTED, now, printed=printed)
    gap = printed.amount
    if gap is None or now.amount is None:
        return replace(bare, reason=f"增减：{printed.reason}" if gap is None else now.reason)
    if now.amount_unit != printed.amount_unit:
        return replace(bare, reason=f"单位不同：{now.amount_unit}、{printed.amount_unit}")
    base = now.amount - gap
    share, why = share_of(gap, base)
    unit, (new, difference, old) = in_words((now.amount, gap, base), (now, printed))
    how = f"印出的增减 {difference} {unit}；上年 {new} − {difference} = {old} {unit}"
    if share is not None:
        how += f"；{difference} ÷ {old} = {share}%"
    return replace(bare, amount=gap, percent=share, unit=now.amount_unit, how=how, reason=why)


def share_of(gap: Decimal, base: Decimal) -> tuple[Decimal | None, str]:
    """A change in % of its base, or why there is none."""
    if base == 0:
        return None, "上年为 0，不能算百分比"
    if base < 0:
        return None, "上年为负数，不算百分比"
    return percent(gap, base), ""


def _disagreements(made: Sequence[Change]) -> list[str]:
    """Where two sources say something else of the year before, or a printed change is not the difference."""
    notes = []
    by_place: dict[tuple[str, str], list[Change]] = {}
    for change in made:
        by_place.setdefault((change.document.id, change.item), []).append(change)
        printed = change.printed.amount if change.printed is not None else None
        if change.basis is Basis.COLUMNS and None not in (change.amount, printed) and change.amount != printed:
            notes.append(f"{label(change.document)}“{change.name}”：印出的增减与两年之差不同。")
    for own in by_place.values():
        told = {c.before.amount for c in own if c.before is not None and c.before.amount is not None}
        if len(told) > 1:
            notes.append(f"{label(own[0].document)}“{own[0].name}”：上年文件的数与本文件印的上年数不同。")
    return notes
