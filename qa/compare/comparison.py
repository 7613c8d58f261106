"""Institutes and years side by side for chosen items: what each document says, with the place that proves it.

Nothing is added up over documents. A unit and a department (its units included), a budget and a final account are told
apart on every line, and a note says where they stand together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from extract.library import Library
from extract.text import folded, key
from qa.compare.entries import Cells, Entry, State
from qa.compare.items import Group, Named, economic, standard
from qa.documents.across import Across
from qa.documents.catalog import Catalog, Document
from qa.documents.figures import Figure, View
from qa.documents.pick import like
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of

Source = Across | Library | str | Path
What = str | Named | Group | Sequence[str]

_REFERENCES = 3  # documents whose words tell what a free item is called
LEVELS = {"unit": "单位", "department": "部门（含所属单位）"}
KINDS = {"budget": "预算", "final": "决算"}


@dataclass(frozen=True)
class Comparison:
    """Documents (by institute, year, kind, level) and items, with an entry for each pair, in that order.

    `total`: the key of the item that the others are parts of, '' where there is none. `notes`: what a reader must know,
    in Chinese. Everything is empty where there is nothing to compare; the notes then say why.
    """

    name: str = ""
    items: tuple[Named, ...] = ()
    documents: tuple[Document, ...] = ()
    entries: tuple[Entry, ...] = ()
    total: str = ""
    fine: bool = False
    notes: tuple[str, ...] = ()

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str], Entry]:
        return {(e.document.id, e.item): e for e in self.entries}

    def entry(self, document: str, item: str) -> Entry:
        """What a document says of an item; raises KeyError where one of them is not compared."""
        return self._by_place[document, item]

    def of(self, item: str) -> tuple[Entry, ...]:
        """An item in all documents."""
        return tuple(e for e in self.entries if e.item == item)


@dataclass(frozen=True, slots=True)
class Sought:
    """What is compared, resolved. `missing`: words that no document knows."""

    name: str
    items: tuple[Named, ...]
    total: str = ""
    fine: bool = False
    sparse: bool = False
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def compare(
    source: Source,
    what: What,
    documents: Collection[str] | None = None,
    years: Collection[int] | None = None,
    view: Callable[[str], View] | None = None,
) -> Comparison:
    """What documents say of a group, of an item, or of several: keys or names of `qa.compare.items`, or any words (差旅费).

    `documents`: ids; `years`: only these; `view`: gives a document's figures, where some are kept in memory. Raises
    LibraryError where the library's files are damaged.
    """
    root, catalog = opened(source)
    chosen = in_order(catalog.select(years, documents=documents))
    if not chosen:
        empty = "资料库里还没有文件。" if not catalog.documents else "没有符合所选条件的文件。"
        return Comparison(notes=(empty,))
    found = sought(what, chosen, view or viewer(root))
    return laid_out(found, chosen, Cells.read(root, catalog, chosen, found.items))


def opened(source: Source) -> tuple[Path, Catalog]:
    """The library's folder and its documents."""
    if isinstance(source, Across):
        return source.root, source.catalog
    root = source.root if isinstance(source, Library) else Path(source)
    return root, Catalog.open(root)


def viewer(root: Path) -> Callable[[str], View]:
    """Reads a document's figures from a library."""
    library = Library(root)
    return lambda document: View.of(library.load(document))


def in_order(documents: Collection[Document]) -> tuple[Document, ...]:
    """By institute, year, kind, level; those without an institute last."""
    return tuple(
        sorted(documents, key=lambda d: (not d.institute, d.institute, d.year or 0, d.kind, d.level, d.file, d.id))
    )


def laid_out(found: Sought, chosen: Sequence[Document], cells: Cells) -> Comparison:
    """An entry for each document and item; of a sparse group only the items that some document fills."""
    by_item = {named.key: [cells.entry(named, document) for document in chosen] for named in found.items}
    kept = [
        named
        for named in found.items
        if not found.sparse
        or named.key == found.total
        or any(e.state in {State.NUMBER, State.REVIEW, State.UNCLEAR} for e in by_item[named.key])
    ]
    entries = tuple(by_item[named.key][row] for row in range(len(chosen)) for named in kept)
    notes = (*found.notes, *(f"这些文件里没有“{words}”。" for words in found.missing), *_warnings(chosen, entries))
    return Comparison(found.name, tuple(kept), tuple(chosen), entries, found.total, found.fine, notes)


# --- what is sought ---------------------------------------------------------------------------------------------------


def sought(what: What, documents: Sequence[Document], view: Callable[[str], View]) -> Sought:
    """The items that are meant; words that are no standard item's are looked up in some of the documents."""
    if isinstance(what, Group):
        total = what.total.key if what.total is not None else ""
        return Sought(what.name, what.members, total, what.fine, what.sparse)
    if isinstance(what, Named):
        return Sought(what.name, (what,))
    if isinstance(what, str):
        known = standard(what)
        return _free(what, documents, view) if known is None else sought(known, documents, view)
    parts = [sought(one, documents, view) for one in dict.fromkeys(what)]
    if len(parts) == 1:
        return parts[0]
    return Sought(
        "、".join(dict.fromkeys(p.name for p in parts if p.items)),
        tuple({named.key: named for part in parts for named in part.items}.values()),
        missing=tuple(words for part in parts for words in part.missing),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
    )


def _free(words: str, documents: Sequence[Document], view: Callable[[str], View]) -> Sought:
    """Any words, as the economic classification or the first documents that know them call it."""
    if not folded(words):
        return Sought("", (), missing=(words,))
    named = economic(words)
    if named is not None:
        return Sought(named.name, (named,))
    figures: list[Figure] = []
    newest = sorted(documents, key=lambda d: (-(d.year or 0), d.id))
    different = {(d.kind, d.level): d for d in reversed(newest)}  # one of each sort first, for the layouts they have
    for document in list(dict.fromkeys([*different.values(), *newest]))[:_REFERENCES]:
        target = targets_of(folded(words), view(document.id), Wanted())[0]
        if target.figure is not None and not target.open:
            figures.append(target.figure)
    items = [item for figure in figures for item in like(figure)]
    items += [replace(i, column_roles=()) for i in items if i.tables == ("basic",) and i.names_row]  # of other layouts
    if not items:
        return Sought(words, (), missing=(words,))
    called = figures[0].called
    notes = () if key(called) == key(words) else (f"“{words}”按“{called}”（{figures[0].place}）查找。",)
    return Sought(called, (Named(key(words), called, tuple(dict.fromkeys(items))),), notes=notes)


# --- what a reader must know ------------------------------------------------------------------------------------------


def twice(documents: Sequence[Document]) -> list[tuple[Document, ...]]:
    """Documents of the same institute, year, level and kind."""
    same: dict[tuple[object, ...], list[Document]] = {}
    for d in documents:
        same.setdefault(identity(d), []).append(d)
    return [tuple(own) for own in same.values() if len(own) > 1]


def identity(document: Document) -> tuple[str, int | None, str, str]:
    """What a disclosure is of; a document without an institute is only like itself."""
    return (folded(document.institute) or document.id, document.year, document.level, document.kind)


def label(document: Document) -> str:
    """A document in words: institute (else its file), year and kind."""
    year = f"{document.year}年" if document.year is not None else "（年度不明）"
    return f"{document.institute or document.file} {year}{KINDS.get(document.kind, '')}"


def _warnings(documents: Sequence[Document], entries: Sequence[Entry]) -> list[str]:
    notes = []
    levels = [LEVELS.get(level, "口径不明") for level in sorted({d.level for d in documents})]
    if len(levels) > 1:
        notes.append(f"口径不同：{'、'.join(levels)}。部门的数已含所属单位，不能与单位的数相加或直接排在一起。")
    kinds = [KINDS.get(kind, "种类不明") for kind in sorted({d.kind for d in documents})]
    if len(kinds) > 1:
        notes.append(f"种类不同：{'、'.join(kinds)}。预算是计划数，决算是执行数，不能当作同一种数比较。")
    notes += [f"{label(own[0])}有 {len(own)} 份文件，各列一行。" for own in twice(documents)]
    unnamed = sum(not d.institute for d in documents)
    undated = sum(d.year is None for d in documents)
    notes += [f"{unnamed} 份文件没有读到单位名称，用文件名表示。"] * bool(unnamed)
    notes += [f"{undated} 份文件没有读到年度。"] * bool(undated)
    states = Counter(e.state for e in entries)
    conflicts = sum(e.state is State.NUMBER and e.verdict == "conflict" for e in entries)
    notes += [f"{conflicts} 个数原文不平：与其文件中别的数对不上，按印出的列出。"] * bool(conflicts)
    alike = sum(bool(e.caution) for e in entries)
    notes += [f"{alike} 个数在其文件里另有同名而不同的数，列出的是最先印出的一个，请看出处。"] * bool(alike)
    notes += [f"{states[State.REVIEW]} 个数待复核，不参与比较。"] * bool(states[State.REVIEW])
    notes += [f"{states[State.UNCLEAR]} 个数的年度不能确定，不参与比较。"] * bool(states[State.UNCLEAR])
    return notes
