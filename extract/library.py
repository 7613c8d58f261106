"""A library folder: the documents as read are the source of truth, everything else is rebuilt from them.

`documents/<id>/` holds the PDF and its `disclosure.json`; `facts/`, `facts.csv`, `findings.csv` and `tables.csv` are
derived. Each file appears whole or not at all (written beside, then renamed); one writer at a time holds the lock.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout
from pydantic import ValidationError

from extract.errors import LibraryBusyError, LibraryError, UsageError
from extract.facts import (
    FACT_FIELDS,
    FINDING_FIELDS,
    TABLE_FIELDS,
    Line,
    cell_line,
    fact_lines,
    finding_lines,
    table_lines,
)
from extract.model import SCHEMA_VERSION, Disclosure, State

_TEMPORARY = ".new-"
_COMMITTED = ".committed"  # written last: what the derived files were made from


class Library:
    """A library at a folder. Creating the object touches nothing on disk."""

    def __init__(self, root: str | Path) -> None:
        """Name the folder; it need not exist yet."""
        self.root = Path(root)

    @property
    def documents(self) -> Path:
        """The folder of documents."""
        return self.root / "documents"

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the write lock; raises LibraryBusyError where another process does."""
        self.documents.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.root / ".lock", timeout=0)
        try:
            with lock:
                self._sweep()
                yield
        except Timeout as error:
            raise LibraryBusyError(str(self.root)) from error

    def ids(self) -> list[str]:
        """The ids of the documents that are wholly there, sorted."""
        if not self.documents.is_dir():
            return []
        return sorted(p.name for p in self.documents.iterdir() if (p / "disclosure.json").is_file())

    def load(self, document: str) -> Disclosure:
        """One document as read. Raises LibraryError where its record is damaged or of another version."""
        path = self.documents / document / "disclosure.json"
        try:
            text = path.read_bytes()
            record = json.loads(text)
            if isinstance(record, dict) and record.get("schema_version") != SCHEMA_VERSION:
                raise LibraryError(f"{path} 由另一版本的 gouji 写成：请对原文件重新运行 gouji extract。")
            return Disclosure.model_validate_json(text)
        except (OSError, ValueError, ValidationError) as error:
            raise LibraryError(f"{path} 不能读取或已损坏：请对原文件重新运行 gouji extract。") from error

    def all(self) -> Iterator[Disclosure]:
        """Every document, by id."""
        for document in self.ids():
            yield self.load(document)

    def find(self, name: str) -> str:
        """The id of a document given by id, file name or stem. Raises UsageError where it is none or several."""
        ids = self.ids()
        if name in ids:
            return name
        matches = [d.id for d in self.all() if name in {d.meta.file, Path(d.meta.file).stem}]
        if len(matches) == 1:
            return matches[0]
        several = (
            f"有 {len(matches)} 份都叫“{name}”，请用编号：{'、'.join(matches)}" if matches else f"资料库里没有“{name}”"
        )
        raise UsageError(f"{several}。用 gouji list 查看资料库里的文件。")

    def unchanged(self, document: str, made_with: dict[str, str]) -> bool:
        """Whether a document is there as these rules would read it."""
        folder = self.documents / document
        if not (folder / "disclosure.json").is_file() or not (folder / "source.pdf").is_file():
            return False
        try:
            return self.load(document).made_with == made_with
        except LibraryError:
            return False

    def store(self, disclosure: Disclosure, source: Path) -> None:
        """Put a document in. A new one appears with both its files at once; an old one's record is replaced whole."""
        target = self.documents / disclosure.id
        record = serialised(disclosure)
        if target.is_dir():
            if not (target / "source.pdf").is_file():
                _copy(source, target / "source.pdf")
            write_atomic(target / "disclosure.json", record)
            return
        made = self.documents / f"{_TEMPORARY}{disclosure.id}-{os.getpid()}"
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        shutil.copyfile(source, made / "source.pdf")
        (made / "disclosure.json").write_bytes(record)
        _sync(made / "source.pdf")
        _sync(made / "disclosure.json")
        made.rename(target)

    def remove(self, document: str) -> None:
        """Take a document out, with all that was derived from it."""
        gone = self.documents / f"{_TEMPORARY}removed-{document}"
        (self.documents / document).rename(gone)
        shutil.rmtree(gone)
        self.commit()

    def commit(self) -> None:
        """Rebuild what is derived, from the documents: only what changed is written anew."""
        facts = self.root / "facts"
        facts.mkdir(parents=True, exist_ok=True)
        keep = set()
        tables: list[Line] = []
        findings: list[Line] = []
        lines: list[Line] = []
        for disclosure in self.all():
            keep.add(f"{disclosure.id}.parquet")
            lines += fact_lines(disclosure)
            findings += finding_lines(disclosure)
            tables += table_lines(disclosure)
        write_atomic(self.root / "facts.csv", csv_bytes(FACT_FIELDS, lines))
        write_atomic(self.root / "findings.csv", csv_bytes(FINDING_FIELDS, findings))
        write_atomic(self.root / "tables.csv", csv_bytes(TABLE_FIELDS, tables))
        for disclosure in self.all():
            _write_parquet(facts / f"{disclosure.id}.parquet", disclosure)
        for file in facts.iterdir():
            if file.name not in keep:
                file.unlink()
        (self.root / "runs").mkdir(exist_ok=True)
        write_atomic(self.root / "runs" / _COMMITTED, self._state())

    def committed(self) -> bool:
        """Whether what is derived is there as the last commit left it, and made from the documents as they are."""
        try:
            said = (self.root / "runs" / _COMMITTED).read_bytes()
        except OSError:
            return False
        made = {path.stem for path in (self.root / "facts").glob("*.parquet")}
        return sorted(made) == self.ids() and said == self._state()

    def _state(self) -> bytes:
        """A hash over the documents' records and the files derived from them."""
        total = hashlib.sha256()
        records = [self.documents / document / "disclosure.json" for document in self.ids()]
        for path in [*records, *(self.root / name for name in ("facts.csv", "findings.csv", "tables.csv"))]:
            total.update(path.name.encode() + (path.read_bytes() if path.is_file() else b""))
        return total.hexdigest().encode() + b"\n"

    def _sweep(self) -> None:
        """Remove what a killed run left half done."""
        for leftover in self.documents.glob(f"{_TEMPORARY}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        for leftover in self.root.rglob(f"{_TEMPORARY}*"):
            leftover.unlink(missing_ok=True)


def serialised(disclosure: Disclosure) -> bytes:
    """The record of a document: the same document read by the same rules gives the same bytes."""
    return (disclosure.model_dump_json(indent=1) + "\n").encode()


def csv_bytes(fields: Sequence[str], lines: Iterable[Line]) -> bytes:
    """Lines as CSV (UTF-8, header, LF)."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return buffer.getvalue().encode()


def write_atomic(path: Path, content: bytes) -> None:
    """Write a file beside its place, then rename it there: a reader sees the old or the new, never half."""
    if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
        return
    made = path.with_name(f"{_TEMPORARY}{path.name}-{os.getpid()}")
    made.write_bytes(content)
    _sync(made)
    made.replace(path)


def _copy(source: Path, target: Path) -> None:
    write_atomic(target, source.read_bytes())


def _sync(path: Path) -> None:
    with path.open("rb") as handle:
        os.fsync(handle.fileno())


_PARQUET = pa.schema(
    [(name, pa.string()) for name in FACT_FIELDS if name not in {"year", "page", "x0", "y0", "x1", "y1"}]
    + [("state", pa.string()), ("year", pa.int32()), ("page", pa.int32())]
    + [(name, pa.float64()) for name in ("x0", "y0", "x1", "y1")]
    + [("amount", pa.decimal128(24, 4))]
)


def _mark(record: bytes) -> bytes:
    return hashlib.sha256(record).hexdigest().encode()


def _mark_of(path: Path) -> bytes:
    """Which record a Parquet file was made from; empty where it cannot be read."""
    try:
        return bytes((pq.read_schema(path).metadata or {}).get(b"disclosure", b""))
    except (OSError, pa.ArrowInvalid):
        return b""


def _write_parquet(path: Path, disclosure: Disclosure) -> None:
    """All cells of a document, blanks and dashes too, and its narrative; left alone where it is up to date."""
    mark = _mark(serialised(disclosure))
    if path.is_file() and _mark_of(path) == mark:
        return
    lines = [(cell_line(disclosure, t, c), c.state.value) for t in disclosure.tables for c in t.cells]
    narrative = [(line, State.NUMBER.value) for line in fact_lines(disclosure) if line["table"] == "narrative"]
    columns: dict[str, list[object]] = {name: [] for name in _PARQUET.names}
    for line, state in [*lines, *narrative]:
        for name in FACT_FIELDS:
            text = line[name]
            columns[name].append(
                (int(text) if text else None)
                if name in {"year", "page"}
                else float(text)
                if name in {"x0", "y0", "x1", "y1"}
                else text
            )
        columns["state"].append(state)
        columns["amount"].append(_decimal(line["amount_yuan"]))
    table = pa.table(columns, schema=_PARQUET.with_metadata({b"disclosure": mark}))
    made = path.with_name(f"{_TEMPORARY}{path.name}")
    pq.write_table(table, made, compression="zstd")
    _sync(made)
    made.replace(path)


def _decimal(text: str) -> Decimal | None:
    return Decimal(text).quantize(Decimal("0.0001")) if text and len(text) < 20 else None
