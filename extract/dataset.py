"""The Parquet of a library: a file for each document, and `across/`, the same figures sorted for questions over all.

`facts/<id>.parquet` has a document's cells in printed order, blanks and dashes too, then its narrative: for look-ups.
`across/figures-<n>.parquet` holds the documents whose ids begin with `<n>`, sorted by table and row, so that a question
about one item reads few pages of each; `across/documents.parquet` lists the documents and names the parts that belong
together. Both say in their metadata what they were made from, so that only what changed is written anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from extract.facts import FACT_FIELDS, Line, cell_line, fact_lines, finding_lines, plain_text, table_lines
from extract.model import Cell, Disclosure, Fact, Kind, Meta, State, Table
from extract.text import key

TEMPORARY = ".new-"

_FORMAT = b"gouji parquet 3"  # part of every mark: a new layout makes every file stale
_INTEGERS = ("year", "page")
_BOX = ("x0", "y0", "x1", "y1")
_DIGITS = ("digits_x0", "digits_y0", "digits_x1", "digits_y1")
_MEANING = (
    "table_id", "title", "row_key", "row_role", "intended_code", "column_key", "column_role", "measure", "side",
    "project", "item", "relation", "sentence",
)  # fmt: skip

FIGURES = pa.schema(
    [(name, pa.string()) for name in FACT_FIELDS if name not in {*_INTEGERS, *_BOX}]
    + [("state", pa.string()), ("year", pa.int32()), ("page", pa.int32())]
    + [(name, pa.float64()) for name in _BOX]
    + [("amount", pa.decimal128(24, 4)), ("at", pa.int32())]
    + [(name, pa.string()) for name in _MEANING]
    + [("is_total", pa.bool_()), ("column_year", pa.int32()), ("group_no", pa.int32())]
    + [(name, pa.float64()) for name in _DIGITS]
)
"""The columns of a document's file. Beside those of facts.csv: `at` counts in printed order; `row_key` and `column_key`
are `text.key` of the label and of each part of the header path; `is_total` rows stand for their whole table; in the
narrative `row_key` is what the figure is about, `measure` follows from how it relates, and the digits' box is apart."""

_OF_DOCUMENT = {"file", "institute", "level", "year", "kind", *_DIGITS}  # said in documents.parquet, or in facts/ alone
ACROSS = pa.schema(
    [pa.field(f.name, pa.float32()) if f.name in _BOX else f for f in FIGURES if f.name not in _OF_DOCUMENT]
)
"""The columns of `across/`."""

DOCUMENTS = pa.schema(
    [(name, pa.string()) for name in ("id", "file", "institute", "level", "kind", "title")]
    + [("year", pa.int32()), ("figures", pa.int32())]
)
_SORTED = [("table", "ascending"), ("row_key", "ascending"), ("document", "ascending"), ("at", "ascending")]
_PARTS = ((50, 0), (100_000, 1), (10_000_000, 2))  # up to so many documents: as many digits of the id name a part

_MEASURE_OF_RELATION = {"amount": "", "budgeted": "budget"}
_TOTAL = re.compile(r"合计|总计")
_OWN = re.compile(r"^(?:我|本|全)(?:单位|部门|中心|所|院|局|校|馆|街道|委)(?:本级|系统)?(?:的)?")
_SENTENCE = 200  # characters kept of a sentence


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as its file has it: its figures, and its lines in findings.csv and tables.csv."""

    meta: Meta
    figures: pa.Table
    findings: list[Line]
    tables: list[Line]

    def lines(self) -> Iterator[list[str]]:
        """Its lines in facts.csv."""
        columns = [self.figures[name].to_pylist() for name in FACT_FIELDS]
        states = self.figures["state"].to_pylist()
        for state, values in zip(states, zip(*columns, strict=True), strict=True):
            if state == State.NUMBER.value:
                yield [_text(value) for value in values]


def _text(value: str | int | float | None) -> str:
    return (
        value
        if isinstance(value, str)
        else ""
        if value is None
        else f"{value:.2f}"
        if isinstance(value, float)
        else str(value)
    )


def mark(record: bytes) -> str:
    """Names what is made from a document's record: another for another record or another layout."""
    return hashlib.sha256(_FORMAT + record).hexdigest()


def read_stored(path: Path, wanted: str) -> Stored | None:
    """A document's file, None where it is not there, damaged, or not made from the record of that mark."""
    try:
        if (pq.read_schema(path).metadata or {}).get(b"disclosure", b"").decode() != wanted:
            return None
        table = pq.read_table(path, partitioning=None)
        told = json.loads(table.schema.metadata[b"derived"])
        return Stored(Meta(**told["meta"]), table, told["findings"], told["tables"])
    except (OSError, pa.ArrowInvalid, KeyError, ValueError):
        return None


def write_stored(path: Path, disclosure: Disclosure, made_from: str) -> Stored:
    """Write a document's file."""
    stored = stored_of(disclosure)
    told = {"meta": stored.meta.model_dump(), "findings": stored.findings, "tables": stored.tables}
    metadata = {"disclosure": made_from, "derived": json.dumps(told, ensure_ascii=False)}
    write_table(path, stored.figures.replace_schema_metadata(metadata))
    return stored


def stored_of(disclosure: Disclosure) -> Stored:
    """What a document's file says."""
    rows = list(_rows(disclosure))
    columns = {name: [row[name] for row in rows] for name in FIGURES.names}
    return Stored(
        disclosure.meta,
        pa.table(columns, schema=FIGURES),
        list(finding_lines(disclosure)),
        list(table_lines(disclosure)),
    )


def write_table(path: Path, table: pa.Table, rows: int = 1 << 20) -> None:
    """Write a Parquet file beside its place, then rename it there. `rows` a row group."""
    made = path.with_name(f"{TEMPORARY}{path.name}")
    pq.write_table(table, made, compression="zstd", row_group_size=rows)
    with made.open("rb") as handle:
        os.fsync(handle.fileno())
    made.replace(path)


# --- a document's rows ------------------------------------------------------------------------------------------------


def _rows(disclosure: Disclosure) -> Iterator[dict[str, object]]:
    at = 0
    for table in disclosure.tables:
        for cell in table.cells:
            yield _row(cell_line(disclosure, table, cell), cell.state, at, _cell_meaning(table, cell))
            at += 1
    told = (line for line in fact_lines(disclosure) if line["table"] == Kind.NARRATIVE.value)
    for fact, line in zip(disclosure.facts, told, strict=True):
        yield _row(line, State.NUMBER, at, _fact_meaning(fact, disclosure.meta.institute))
        at += 1


def _row(line: Line, state: State, at: int, meaning: Mapping[str, object]) -> dict[str, object]:
    numbers = {name: int(line[name]) if line[name] else None for name in _INTEGERS}
    box = {name: float(line[name]) for name in _BOX}
    amount = _decimal(line["amount_yuan"])
    return {**_EMPTY, **line, **numbers, **box, "state": state.value, "amount": amount, "at": at, **meaning}


_EMPTY: dict[str, object] = {
    **dict.fromkeys(_MEANING, ""),
    "is_total": False,
    "column_year": None,
    "group_no": 0,
    **dict.fromkeys(_DIGITS, None),
}


def _cell_meaning(table: Table, cell: Cell) -> dict[str, object]:
    row, column = table.rows[cell.row], table.columns[cell.column]
    return {
        "table_id": table.id,
        "title": plain_text(table.title),
        "row_key": key(row.label),
        "row_role": row.role,
        "intended_code": row.intended_code or row.code,
        "column_key": "/".join(key(part) for part in column.path),
        "column_role": column.role,
        "measure": column.measure,
        "side": column.side,
        "project": plain_text(table.project),
        "is_total": is_total(table, cell.row),
        "column_year": column.year,
        "group_no": row.group,
    }


def is_total(table: Table, number: int) -> bool:
    """Whether a row stands for its whole table: called 合计, or the one row of a table that has no labels."""
    row = table.rows[number]
    label = key(row.label)
    if table.kind is Kind.PERFORMANCE:
        return False
    return row.role == "total" or _TOTAL.fullmatch(label) is not None or (not label and len(table.rows) == 1)


def _fact_meaning(fact: Fact, institute: str) -> dict[str, object]:
    name = key(fact.item or fact.name)
    for owner in (key(institute), re.sub(r"\([^()]*\)", "", key(institute))):
        name = name.removeprefix(owner) or name if owner else name
    return {
        "row_key": _OWN.sub("", name) or name,
        "column_year": fact.year,
        "measure": _MEASURE_OF_RELATION.get(fact.relation, "prior" if fact.relation == "prior" else "change"),
        "item": plain_text(fact.item),
        "relation": fact.relation,
        "sentence": plain_text(fact.sentence[:_SENTENCE]),
        **dict(zip(_DIGITS, fact.digits, strict=True)),
    }


def _decimal(text: str) -> Decimal | None:
    return Decimal(text).quantize(Decimal("0.0001")) if text and len(text) < 20 else None


# --- over all documents -----------------------------------------------------------------------------------------------


def write_across(folder: Path, facts: Path, marks: Mapping[str, str], metas: Mapping[str, tuple[Meta, int]]) -> None:
    """Bring `across/` up to date. `marks`: by document; `metas`: what each is, and how many rows its file has.

    The parts come first, then the list that names them, then what no list names goes: a reader who begins with the list
    finds all that it names, or a file gone, and begins again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    digits = next(n for most, n in _PARTS if len(marks) <= most)
    members: dict[str, dict[str, str]] = {}
    for document in sorted(marks):
        members.setdefault(document[:digits], {})[document] = marks[document]
    names = {f"figures-{prefix}.parquet" if prefix else "figures.parquet": own for prefix, own in members.items()}
    for name, own in names.items():
        _write_part(folder / name, facts, own)
    _write_list(folder / "documents.parquet", metas, sorted(names))
    for file in folder.iterdir():
        if file.name not in names and file.name != "documents.parquet":
            file.unlink()


def _write_part(path: Path, facts: Path, own: Mapping[str, str]) -> None:
    made_from = _made_from(path)
    if made_from == own:
        return
    stays = {document for document, made in made_from.items() if own.get(document) == made}
    pieces = []
    if stays:
        kept = pq.read_table(path, partitioning=None)
        pieces.append(kept.filter(pc.is_in(kept["document"], pa.array(sorted(stays)))))
    for document in own:
        if document not in stays:
            pieces.append(projected(pq.read_table(facts / f"{document}.parquet", partitioning=None)))
    write_table(path, sorted_part(pieces, own), rows=1 << 17)


def projected(figures: pa.Table) -> pa.Table:
    """A document's rows with the columns that `across/` has."""
    return figures.select(ACROSS.names).cast(ACROSS)


def sorted_part(pieces: Sequence[pa.Table], own: Mapping[str, str]) -> pa.Table:
    """Rows of several documents as a part has them; `own` is kept in its metadata."""
    whole = pa.concat_tables([piece.cast(ACROSS) for piece in pieces]).combine_chunks().sort_by(_SORTED)
    return whole.replace_schema_metadata({"documents": json.dumps(dict(own), sort_keys=True)})


def _made_from(path: Path) -> dict[str, str]:
    """The marks of what a part was made from, by document; none where it is not there or damaged."""
    try:
        return dict(json.loads((pq.read_schema(path).metadata or {})[b"documents"]))
    except (OSError, pa.ArrowInvalid, KeyError, ValueError):
        return {}


def _write_list(path: Path, metas: Mapping[str, tuple[Meta, int]], parts: Sequence[str]) -> None:
    rows = [
        {"id": document, **metas[document][0].model_dump(), "figures": metas[document][1]} for document in sorted(metas)
    ]
    table = pa.table({name: [row[name] for row in rows] for name in DOCUMENTS.names}, schema=DOCUMENTS)
    write_table(path, table.replace_schema_metadata({"parts": json.dumps(list(parts))}))
