"""Questions over many documents: one best figure of each, then ranked, added up, or set side by side.

The figures come from the Parquet that `extract.dataset` writes, by DuckDB; nothing of a question enters a statement's
text, all of it is bound. Amounts are exact `Decimal`s in 元. A blank is no zero: documents without a figure are counted,
and so are figures that need review, which are never ranked. A department includes its units, and a final account is no
budget: they are told apart and never added up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb

from extract.errors import LibraryError
from qa.documents.catalog import Catalog, Document
from qa.documents.pick import Item, statement
from qa.documents.values import Aggregate, Compared, How, Ranking, Tally, Value, aggregated, once, ordered

_FEW = 16  # up to so many documents their own files are read
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 2,
    "memory_limit": "1GB",
    "temp_directory": "",  # nothing is written
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}

Items = Item | Sequence[Item]


@dataclass(frozen=True, slots=True)
class _Best:
    """The best cell of each document, and what became of the rest."""

    values: tuple[Value, ...] = ()
    review: tuple[Value, ...] = ()
    tally: Tally = field(default_factory=Tally)


class Across:
    """The figures of a library. Safe to keep and to share between threads; sees documents that are committed later."""

    def __init__(self, root: str | Path, catalog: Catalog | None = None) -> None:
        """Open a library; `catalog` where it is open already. Questions raise LibraryError where its Parquet is damaged."""
        self.root = Path(root)
        self.catalog = catalog or Catalog.open(root)
        self._lock = Lock()
        self._database = duckdb.connect(":memory:", config=_CONFIG)

    def values(
        self,
        item: Items,
        *,
        documents: Collection[str] | None = None,
        years: Collection[int] | None = None,
        institutes: Collection[str] | None = None,
        level: str | None = None,
        kinds: Collection[str] | None = None,
    ) -> list[Value]:
        """The best figure of each document, by id; one that needs review too, with its verdict. Of several items the
        first that a document has counts."""
        best = self._best(item, self.catalog.select(years, kinds, level, institutes, documents))
        return sorted((*best.values, *best.review), key=lambda v: v.document)

    def ranking(
        self,
        item: Items,
        order: str = "desc",
        limit: int | None = 10,
        *,
        documents: Collection[str] | None = None,
        years: Collection[int] | None = None,
        institutes: Collection[str] | None = None,
        level: str | None = None,
        kinds: Collection[str] | None = None,
    ) -> list[Ranking]:
        """The figures in order, `asc` or `desc`: a ranking for each level and kind there is. Equals go by id."""
        chosen = self.catalog.select(years, kinds, level, institutes, documents)
        return [
            Ranking(*group, ordered(best.values, order)[:limit], best.tally)
            for group, best in self._by_group(item, chosen)
        ]

    def aggregate(
        self,
        item: Items,
        how: How | str = How.SUM,
        *,
        documents: Collection[str] | None = None,
        years: Collection[int] | None = None,
        institutes: Collection[str] | None = None,
        level: str | None = None,
        kinds: Collection[str] | None = None,
    ) -> list[Aggregate]:
        """One number for each level and kind. Exact, but for an average. Counting counts figures."""
        chosen = self.catalog.select(years, kinds, level, institutes, documents)
        return [aggregated(How(how), *group, best.values, best.tally) for group, best in self._by_group(item, chosen)]

    def compare(
        self,
        item: Items,
        by: str = "year",
        *,
        documents: Collection[str] | None = None,
        years: Collection[int] | None = None,
        institutes: Collection[str] | None = None,
        level: str | None = None,
        kinds: Collection[str] | None = None,
    ) -> list[Compared]:
        """The figures side by side, by `year` or by `institute`: a line for each, level and kind, also where none has one."""
        if by not in {"year", "institute"}:
            raise ValueError(by)
        chosen = self.catalog.select(years, kinds, level, institutes, documents)
        best = self._best(item, chosen)

        def keyed(d: Document | Value) -> tuple[str, str, str]:
            return (str(d.year or "") if by == "year" else d.institute, d.level, d.kind)

        return [
            Compared(*group, part.values, part.tally)
            for group, own in groupby(sorted(chosen, key=keyed), key=keyed)
            for part in [_of(best, {d.id for d in own})]
        ]

    def _by_group(self, item: Items, chosen: Sequence[Document]) -> Iterable[tuple[tuple[str, str], _Best]]:
        best = self._best(item, chosen)

        def keyed(d: Document) -> tuple[str, str]:
            return (d.level, d.kind)

        for group, own in groupby(sorted(chosen, key=keyed), key=keyed):
            yield group, _of(best, {d.id for d in own})

    def _best(self, item: Items, chosen: Sequence[Document]) -> _Best:
        items = (item,) if isinstance(item, Item) else tuple(item)
        if not chosen or not items:
            return _Best(tally=Tally(absent=tuple(d.id for d in chosen)))
        asked = {d.id: d for d in chosen}
        for attempt in (0, 1):
            files = self._files(list(asked))
            if not files:
                return _sorted_out([], asked)
            sql, bound = statement(items, files, [(d.id, d.kind, d.year) for d in chosen])
            try:
                with self._lock:
                    rows = self._database.execute(sql, bound).fetchall()
                break
            except duckdb.Error as error:
                if attempt:
                    raise LibraryError(
                        f"{self.root} 的 facts/ 与 across/ 不能读取：请运行 gouji extract 重新生成。"
                    ) from error
                # a part may have been replaced while it was being read
                self.catalog = Catalog.open(self.root)
        return _sorted_out(rows, asked)

    def _files(self, documents: Sequence[str]) -> list[str]:
        own = [self.root / "facts" / f"{document}.parquet" for document in documents]
        if len(own) <= _FEW or not self.catalog.parts:
            return [str(path) for path in own if path.is_file()] or [str(path) for path in self.catalog.parts]
        return [str(path) for path in self.catalog.parts]


def _sorted_out(rows: Sequence[tuple[Any, ...]], asked: dict[str, Document]) -> _Best:
    """From one row a document to values, and what became of each document."""
    values: list[Value] = []
    review: list[Value] = []
    blank: list[str] = []
    for row in rows:
        if row[1] != "number":
            blank.append(row[0])
            continue
        value = _value(row, asked[row[0]])
        (review if value.verdict == "review" else values).append(value)
    seen = {row[0] for row in rows}
    kept, repeated, differing = once(values)
    tally = Tally(
        len(kept),
        tuple(sorted(blank)),
        tuple(sorted(asked.keys() - seen)),
        tuple(sorted(v.document for v in review)),
        tuple(repeated),
        tuple(differing),
    )
    return _Best(tuple(kept), tuple(review), tally)


def _value(row: tuple[Any, ...], document: Document) -> Value:
    (_, _, table, title, label, code, column, value, unit, amount, page, x0, y0, x1, y1, verdict, sentence, rivals) = (
        row
    )
    box = (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))
    return Value(
        document.id, document.file, document.institute, document.level, document.year, document.kind,
        table, title, label, code, column, Decimal(value), unit, Decimal(amount) if amount else None,
        page, box, verdict, sentence, rivals,
    )  # fmt: skip


def _of(best: _Best, documents: set[str]) -> _Best:
    """The part that is about some of the documents."""
    tally = best.tally
    values = tuple(v for v in best.values if v.document in documents)
    lists = {
        name: tuple(i for i in getattr(tally, name) if i in documents)
        for name in ("blank", "absent", "review", "repeated", "differing")
    }
    return _Best(
        values,
        tuple(v for v in best.review if v.document in documents),
        replace(tally, used=len(values), **lists),
    )
