"""The documents of a library, and which of them a question names: by institute, year, kind, file name or id.

Opened from `across/documents.parquet`, not from the records; documents that it does not list yet are read from the heads
of their records.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extract.library import Library
from extract.text import folded
from qa.documents.groups import Bodies
from qa.documents.names import Flat, Names
from qa.words.periods import Span, free, kinds_in, years_in

_PLAIN_STEM = re.compile(r"[\d年月日._-]*(?:部门|单位)?(?:预算|决算)?(?:公开|说明|报告|表)*|.{0,2}")
_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])")


@dataclass(frozen=True, slots=True)
class Document:
    """Which document it is. `kind` is budget or final; `level` unit or department."""

    id: str
    file: str
    institute: str
    level: str
    year: int | None
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a question names. `documents`: those that fit all of it, newest first; all of the institute where the year
    or the kind is not there (`absent` then says which); none where nothing is named.

    `mentions`: for each name in the question, the institutes it can mean: several mean the question does not say which.
    """

    documents: tuple[Document, ...] = ()
    institutes: tuple[str, ...] = ()
    mentions: tuple[tuple[str, ...], ...] = ()
    years: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def by_name(self) -> bool:
        """Whether an institute, a file or an id is named, and not only a year or a kind."""
        return any(span.what in {"institute", "file", "id"} for span in self.spans)

    def without(self, text: str, what: Collection[str] = ("institute", "file", "id")) -> str:
        """The question with the stretches that name documents cut out."""
        for span in sorted((s for s in self.spans if s.what in what), key=lambda s: -s.start):
            text = text[: span.start] + text[span.end :]
        return text


_KEPT = 512
"""Texts that a catalogue remembers what they name."""


@dataclass(frozen=True)
class Catalog:
    """The documents of a library, by id."""

    documents: tuple[Document, ...]
    parts: tuple[Path, ...] = field(default=(), repr=False)
    """The files of `across/` that belong together; empty where there are none."""

    @classmethod
    def open(cls, root: str | Path) -> Catalog:
        """The documents as they are now. Raises LibraryError where a record is damaged."""
        library = Library(root)
        listed, parts = _listed(library.root / "across")
        there = library.names()
        found = [listed[name] for name in there if name in listed]
        for name in there - listed.keys():
            if (library.documents / name / "disclosure.json").is_file():
                meta = library.meta(name)
                found.append(Document(name, meta.file, meta.institute, meta.level, meta.year, meta.kind, meta.title))
        return cls(tuple(sorted(found, key=lambda d: d.id)), parts)

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def by_institute(self) -> dict[str, tuple[Document, ...]]:
        """Documents by institute, as printed (of several spellings the first)."""
        spelled: dict[str, str] = {}
        found: dict[str, list[Document]] = {}
        for document in self.documents:
            if document.institute:
                name = spelled.setdefault(folded(document.institute), document.institute)
                found.setdefault(name, []).append(document)
        return {name: tuple(own) for name, own in found.items()}

    @cached_property
    def _institutes(self) -> tuple[str, ...]:
        return tuple(self.by_institute)

    @cached_property
    def bodies(self) -> Bodies:
        """The institutes, by what sort of body they are."""
        return Bodies(self._institutes)

    @cached_property
    def _names(self) -> Names:
        return Names(self._institutes)

    @cached_property
    def _files(self) -> dict[str, tuple[str, ...]]:
        files: dict[str, list[str]] = {}
        for document in self.documents:
            for name in {document.file, Path(document.file).stem}:
                if not _PLAIN_STEM.fullmatch(folded(name)):
                    files.setdefault(folded(name).lower(), []).append(document.id)
        return {name: tuple(ids) for name, ids in files.items()}

    @cached_property
    def _file_lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(name) for name in self._files}, reverse=True))

    @cached_property
    def newest(self) -> int | None:
        """The newest year of all."""
        return _newest(self.documents)

    def select(
        self,
        years: Collection[int] | None = None,
        kinds: Collection[str] | None = None,
        level: str | None = None,
        institutes: Collection[str] | None = None,
        documents: Collection[str] | None = None,
    ) -> list[Document]:
        """The documents that fit all that is given, by id."""
        ids = None if documents is None else set(documents)
        return [
            d
            for d in self.documents
            if (years is None or d.year in years)
            and (kinds is None or d.kind in kinds)
            and (level is None or d.level == level)
            and (institutes is None or d.institute in institutes)
            and (ids is None or d.id in ids)
        ]

    def resolve(self, text: str) -> Resolved:
        """What a question names. Never raises; a question that names nothing resolves to nothing. The readings of a question ask
        for the same words again and again: the last are kept."""
        kept = self._resolved
        if (known := kept.get(text)) is not None:
            return known
        if len(kept) >= _KEPT:
            kept.clear()
        return kept.setdefault(text, self._resolve(text))

    @cached_property
    def _resolved(self) -> dict[str, Resolved]:
        return {}

    def _resolve(self, text: str) -> Resolved:
        flat = Flat.of(text)
        ids, spans = self._by_file(flat)
        covered = [(s.start, s.end) for s in spans]
        mentions = [m for m in self._names.find(flat.text) if free(m.start, m.end, covered)]
        for told in self._names.described(flat.text):
            within = [m for m in mentions if told.start <= m.start and m.end <= told.end]
            left = [(m.start, m.end) for m in mentions if m not in within]
            if free(told.start, told.end, [*covered, *left]):
                mentions = [*(m for m in mentions if m not in within), told]
        mentions.sort(key=lambda m: m.start)
        spans += [Span(m.start, m.end, "institute") for m in mentions]
        named = tuple(tuple(self._institutes[i] for i in m.institutes) for m in mentions)
        institutes = tuple(dict.fromkeys(name for names in named for name in names))
        found = [self.by_id[i] for i in ids] + [d for name in institutes for d in self.by_institute[name]]
        by_name = bool(found)
        pool: Sequence[Document] = tuple(dict.fromkeys(found)) if by_name else self.documents
        covered = [(s.start, s.end) for s in spans]
        years, year_spans = years_in(flat.text, covered, _newest(pool))
        kinds, kind_spans = kinds_in(flat.text, covered)
        documents, absent = _narrowed(pool, ids, years, kinds)
        if not by_name and not years and not kinds:
            documents = ()
        return Resolved(
            tuple(sorted(documents, key=lambda d: (-(d.year or 0), d.id))),
            institutes,
            named,
            tuple(years),
            tuple(kinds),
            tuple(absent),
            tuple(
                Span(*flat.span(s.start, s.end), s.what)
                for s in sorted([*spans, *year_spans, *kind_spans], key=lambda s: s.start)
            ),
        )

    def beside(self, text: str) -> str:
        """The first word of a name that a question has beside those that it names, of which it is not read whom it means."""
        flat = Flat.of(text)
        taken = [(s.start, s.end) for s in self.resolve(text).spans if s.what == "institute"]
        places = {place: i for i, place in reversed(list(enumerate(flat.places)))}
        return self._names.beside(flat.text, [(places.get(a, a), places.get(b - 1, b - 1) + 1) for a, b in taken])

    def beginning_with(self, word: str) -> tuple[str, ...]:
        """The institutes whose names begin with a folded word."""
        return tuple(name for name in self._institutes if folded(name).startswith(word))

    def _by_file(self, flat: Flat) -> tuple[list[str], list[Span]]:
        """The documents that are named by id or file."""
        text = flat.text.lower()
        ids: list[str] = []
        spans: list[Span] = []
        for match in _ID.finditer(text):
            if match[0] in self.by_id:
                ids.append(match[0])
                spans.append(Span(match.start(), match.end(), "id"))
        for length in self._file_lengths:
            for start in range(len(text) - length + 1):
                name = text[start : start + length]
                end = start + length
                known = name in self._files and _stands_alone(text, start, end)
                if known and free(start, end, [(s.start, s.end) for s in spans]):
                    ids += self._files[name]
                    spans.append(Span(start, end, "file"))
        return list(dict.fromkeys(ids)), spans


def _listed(folder: Path) -> tuple[dict[str, Document], tuple[Path, ...]]:
    """The documents that `across/` lists, and its parts; none where it is not there or damaged."""
    try:
        table: Any = pq.read_table(folder / "documents.parquet", partitioning=None)
        names = ("id", "file", "institute", "level", "year", "kind", "title")
        columns = [table[name].to_pylist() for name in names]
        parts = [folder / name for name in json.loads(table.schema.metadata[b"parts"])]
        return {row[0]: Document(*row) for row in zip(*columns, strict=True)}, tuple(parts)
    except (OSError, pa.ArrowInvalid, KeyError, ValueError):
        return {}, ()


def _narrowed(
    pool: Sequence[Document], named: Sequence[str], years: Sequence[int], kinds: Sequence[str]
) -> tuple[Sequence[Document], list[str]]:
    """The documents of the years and kinds; what is named and not there is said, and narrows nothing."""
    absent = []
    if years:
        there = {d.year for d in pool}
        absent += [str(year) for year in years if year not in there]
        pool = [d for d in pool if d.year in years or d.id in named] or pool
    if kinds:
        there_kinds = {d.kind for d in pool}
        absent += [kind for kind in kinds if kind not in there_kinds]
        pool = [d for d in pool if d.kind in kinds or d.id in named] or pool
    return pool, absent


def _newest(documents: Iterable[Document]) -> int | None:
    return max((d.year for d in documents if d.year is not None), default=None)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a file's name is not the middle of a longer word in Latin letters or digits."""
    before, after = text[start - 1 : start], text[end : end + 1]
    inner_left = text[start].isascii() and text[start].isalnum() and before.isascii() and before.isalnum()
    inner_right = text[end - 1].isascii() and text[end - 1].isalnum() and after.isascii() and after.isalnum()
    return not inner_left and not inner_right
