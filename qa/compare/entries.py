"""The cell that each of many documents has for each of many items, printed or not, with the place that proves it.

One read of the library's Parquet for all items; which cell an item means follows `qa.documents.pick` (a test holds the two
together). Only a figure that may be stated has an amount: one for review, a blank, a dash or words never has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import duckdb

from extract.errors import LibraryError
from extract.model import Box, Kind, Verdict
from extract.specs import year_of
from qa.answer import NOWHERE, trust
from qa.compare.fitting import Asked, Cell, Own, best
from qa.compare.items import Named
from qa.documents.catalog import Catalog, Document
from qa.documents.pick import Item

_FEW = 16  # up to so many documents their own files are read
_STATED = {Verdict.CORRECTED.value, Verdict.VERIFIED.value, Verdict.GROUNDED.value, Verdict.CONFLICT.value}
_CODE = "coalesce(nullif(intended_code, ''), code)"
_COLUMNS = f"""document, state, "table", title, row, row_key, row_role, {_CODE}, "column", column_key, column_role, measure,
    side, "value", unit, amount_yuan, page, x0, y0, x1, y1, verdict, sentence, relation, is_total, column_year, "at\""""


class State(StrEnum):
    """What a document has: a number that may be stated, or why there is none."""

    NUMBER = "number"
    BLANK = "blank"
    DASH = "dash"
    TEXT = "text"
    REVIEW = "review"
    UNCLEAR = "unclear"  # several years' columns, and the document's own year is not known
    NO_ROW = "no_row"
    NO_TABLE = "no_table"

    @property
    def words(self) -> str:
        """In Chinese, as a reason why there is no number."""
        return _WORDS[self]


_WORDS = {
    State.NUMBER: "",
    State.BLANK: "该格为空白",
    State.DASH: "该格印的是“-”",
    State.TEXT: "该格印的是文字",
    State.REVIEW: "待复核",
    State.UNCLEAR: "文件年度不明，表中有几个年度的数",
    State.NO_ROW: "没有这一项",
    State.NO_TABLE: "没有读到这张表",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one document says of one item.

    `yuan`: the exact amount in 元, None where it is no money or no number; `value` as printed in `unit`; `printed`: what
    the cell prints, also where it may not be stated; `box` in points on `page` (1-based; 0 where there is no cell).
    `rivals`: how many other figures of the document fit as well and differ.
    """

    item: str
    name: str
    document: Document
    state: State
    yuan: Decimal | None = None
    value: Decimal | None = None
    printed: str = ""
    unit: str = ""
    verdict: str = ""
    table: str = ""
    title: str = ""
    row: str = ""
    code: str = ""
    column: str = ""
    page: int = 0
    box: Box = NOWHERE
    sentence: str = ""
    rivals: int = 0

    @property
    def wan(self) -> Decimal | None:
        """The exact amount in 万元."""
        return None if self.yuan is None else self.yuan.scaleb(-4)

    @property
    def amount(self) -> Decimal | None:
        """What it is compared by: 元 where it is money, else the value as printed."""
        return self.value if self.yuan is None else self.yuan

    @property
    def amount_unit(self) -> str:
        """The unit of `amount`."""
        return self.unit if self.yuan is None else "元"

    @property
    def reason(self) -> str:
        """Why there is no number, in Chinese; empty where there is one."""
        return self.state.words

    @property
    def caution(self) -> str:
        """What to mind about a number, in Chinese: that other figures of the document are called the same."""
        alike = self.amount is not None and self.rivals
        return f"文件里另有 {self.rivals} 个同名而不同的数" if alike else ""

    @property
    def trust(self) -> str:
        """Its verdict in Chinese."""
        return trust(Verdict(self.verdict)) if self.verdict else ""


@dataclass(frozen=True)
class Cells:
    """The cells of some documents that some items may mean, by document; and which tables each document has."""

    by_document: Mapping[str, Own]
    tables: Mapping[str, frozenset[str]]

    @classmethod
    def read(cls, root: Path, catalog: Catalog, documents: Sequence[Document], named: Iterable[Named]) -> Cells:
        """Read them. Raises LibraryError where the Parquet is damaged."""
        files = _files(root, catalog, documents)
        items = [item for one in named for item in one.items]
        if not files or not items:
            return cls({}, {})
        try:
            rows, tables = _read(files, [d.id for d in documents], items)
        except duckdb.Error:  # a part may have been replaced while it was being read
            try:
                rows, tables = _read(_files(root, Catalog.open(root), documents), [d.id for d in documents], items)
            except duckdb.Error as error:
                raise LibraryError(f"{root} 的 facts/ 与 across/ 不能读取：请运行 gouji extract 重新生成。") from error
        found: dict[str, list[Cell]] = {}
        for row in rows:
            found.setdefault(row.document, []).append(row)
        return cls({document: Own(own) for document, own in found.items()}, tables)

    def entry(self, named: Named, document: Document, asked: Asked = Asked.OWN) -> Entry:
        """What a document says of an item: its own figure, or the one it prints for the year before, or the change."""
        cell, rivals = best(named.items, self.by_document.get(document.id, _NONE), document, asked)
        if cell is None:
            there = self.tables.get(document.id, frozenset())
            wanted = {table for item in named.items for table in item.tables}
            told = Kind.NARRATIVE.value in wanted or not wanted
            return Entry(named.key, named.name, document, State.NO_ROW if told or there & wanted else State.NO_TABLE)
        state = _state(cell, rivals, document)
        stated = state is State.NUMBER
        return Entry(
            named.key, named.name, document, state,
            yuan=Decimal(cell.amount_yuan) if stated and cell.amount_yuan else None,
            value=Decimal(cell.value) if stated else None,
            printed=cell.value or ("-" if state is State.DASH else ""),
            unit=cell.unit, verdict=cell.verdict if cell.state == "number" else "",
            table=cell.table, title=cell.title, row=cell.row, code=cell.code, column=cell.column, page=cell.page,
            box=(round(cell.x0, 2), round(cell.y0, 2), round(cell.x1, 2), round(cell.y1, 2)),
            sentence=cell.sentence, rivals=rivals,
        )  # fmt: skip


_NONE = Own(())


def _state(cell: Cell, rivals: int, document: Document) -> State:
    if cell.state != "number":
        return State(cell.state)
    if cell.verdict not in _STATED:
        return State.REVIEW
    if document.year is None and rivals and year_of(cell.column.split("/")) is not None:
        return State.UNCLEAR
    return State.NUMBER


def _files(root: Path, catalog: Catalog, documents: Sequence[Document]) -> list[str]:
    own = [path for d in documents if (path := root / "facts" / f"{d.id}.parquet").is_file()]
    if len(own) <= _FEW or not catalog.parts:
        return [str(path) for path in own] or [str(path) for path in catalog.parts if documents]
    return [str(path) for path in catalog.parts]


class _Tables(NamedTuple):
    document: str
    table: str


def _read(
    files: Sequence[str], documents: Sequence[str], items: Sequence[Item]
) -> tuple[list[Cell], dict[str, frozenset[str]]]:
    """All that items may mean is bound, none of it enters the statement's text."""
    anything = any(not item.tables for item in items)
    bound = {
        "files": list(files),
        "ids": list(documents),
        "tables": sorted({t for item in items for t in item.tables}),
        "keys": sorted({k for item in items for k in item.row_keys}),
        "roles": sorted({r for item in items for r in item.row_roles}),
        "codes": sorted({c for item in items for c in item.codes}),
        "totals": any(not item.names_row for item in items),
        "anything": anything,
    }
    where = (
        'document IN (SELECT unnest($ids::VARCHAR[])) AND ($anything OR "table" IN (SELECT unnest($tables::VARCHAR[])))'
    )
    source = f"read_parquet($files, hive_partitioning = false) WHERE {where}"
    cells = f"""SELECT {_COLUMNS} FROM {source} AND (($totals AND is_total) OR row_key IN (SELECT unnest($keys::VARCHAR[]))
        OR row_role IN (SELECT unnest($roles::VARCHAR[])) OR {_CODE} IN (SELECT unnest($codes::VARCHAR[])))"""  # noqa: S608 - only names of columns and parameters
    there = f'SELECT DISTINCT document, "table" FROM {source}'  # noqa: S608 - the same
    few = {name: bound[name] for name in ("files", "ids", "tables", "anything")}
    config: dict[str, str | bool | int | float | list[str]] = {
        "threads": 2,
        "memory_limit": "1GB",
        "temp_directory": "",  # nothing is written
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    with duckdb.connect(":memory:", config=config) as database:
        rows = [Cell(*row) for row in database.execute(cells, bound).fetchall()]
        pairs = [_Tables(*row) for row in database.execute(there, few).fetchall()]
    tables: dict[str, set[str]] = {}
    for pair in pairs:
        tables.setdefault(pair.document, set()).add(pair.table)
    return rows, {document: frozenset(own) for document, own in tables.items()}
