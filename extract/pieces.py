"""What each document has in the files derived from a library, so that a change of one document writes but its own anew.

`runs/.pieces` says for each document how its record and its Parquet file looked when the last commit was done, and how many
bytes of each CSV file are its own. A document whose files look the same, in CSV files that look the same, is copied; all
others are made from their records. It is a memory and nothing more: without it everything is made anew, with the same bytes.
"""

from __future__ import annotations

import csv
import filecmp
import hashlib
import io
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO

from extract.dataset import TEMPORARY, Stored
from extract.facts import FACT_FIELDS, FINDING_FIELDS, TABLE_FIELDS
from extract.model import Meta

SHEETS = {"facts.csv": FACT_FIELDS, "findings.csv": FINDING_FIELDS, "tables.csv": TABLE_FIELDS}
"""The CSV files of a library, with their columns."""

_HEADS = {name: (",".join(fields) + "\n").encode() for name, fields in SHEETS.items()}
_LAYOUT = hashlib.sha256(b"".join(_HEADS.values())).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Piece:
    """One document: how its record and its Parquet file looked (`look`), the mark of the record, what the list of documents
    says of it, and the bytes that are its own in each CSV file."""

    record: str
    parquet: str
    mark: str
    meta: Meta
    rows: int
    sizes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The documents of the last commit, and how the CSV files looked after it."""

    documents: dict[str, Piece] = field(default_factory=dict)
    sheets: dict[str, str] = field(default_factory=dict)

    def serialised(self) -> bytes:
        """As the file has it."""
        documents = {name: asdict(p) | {"meta": p.meta.model_dump()} for name, p in self.documents.items()}
        told = {"layout": _LAYOUT, "sheets": self.sheets, "documents": documents}
        return (json.dumps(told, ensure_ascii=False) + "\n").encode()


def remembered(path: Path, root: Path) -> Pieces:
    """What the file says; nothing where it is not there, damaged, or not of the CSV files as they are."""
    try:
        told = json.loads(path.read_bytes())
        if told["layout"] != _LAYOUT or told["sheets"] != looks(root):
            return Pieces()
        documents = {
            name: Piece(**piece | {"meta": Meta(**piece["meta"]), "sizes": tuple(piece["sizes"])})
            for name, piece in told["documents"].items()
        }
    except (OSError, ValueError, KeyError, TypeError):
        return Pieces()
    if any(
        sum(p.sizes[i] for p in documents.values()) + len(_HEADS[n]) != _size(root / n) for i, n in enumerate(SHEETS)
    ):
        return Pieces()
    return Pieces(documents, told["sheets"])


def looks(root: Path) -> dict[str, str]:
    """How the CSV files look."""
    return {name: look(root / name) for name in SHEETS}


def look(path: Path) -> str:
    """How a file looks without being read: one that was put in its place since, or written into, looks otherwise."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def _size(path: Path) -> int:
    return path.stat().st_size


def blocks(stored: Stored) -> dict[str, bytes]:
    """The lines of a document in each CSV file."""
    return {
        "facts.csv": _csv(stored.lines()),
        "findings.csv": _csv([line[name] for name in FINDING_FIELDS] for line in stored.findings),
        "tables.csv": _csv([line[name] for name in TABLE_FIELDS] for line in stored.tables),
    }


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()


class Sheet:
    """A CSV file (UTF-8, header, LF) put together from pieces of the one that is there and from new ones. It takes its place
    when all is written, unless nothing in it changed; where anything fails, the old one stays."""

    def __init__(self, root: Path, name: str, before: Mapping[str, Piece]) -> None:
        """`before` are the documents of the file that is there, in its order."""
        self._path = root / name
        self._new = self._path.with_name(f"{TEMPORARY}{name}-{os.getpid()}")
        self._head = _HEADS[name]
        self._places: dict[str, tuple[int, int]] = {}
        at, number = len(self._head), list(SHEETS).index(name)
        for document, piece in before.items():
            self._places[document] = (at, piece.sizes[number])
            at += piece.sizes[number]
        self._old: IO[bytes] | None = None
        self._out: IO[bytes]

    def __enter__(self) -> Sheet:
        """Begin with the header."""
        self._old = self._path.open("rb") if self._places else None
        self._out = self._new.open("wb")
        self._out.write(self._head)
        return self

    def copy(self, document: str) -> None:
        """Put a document's lines as they are."""
        at, size = self._places[document]
        assert self._old is not None  # noqa: S101 - it has places
        self._old.seek(at)
        if self._out.write(self._old.read(size)) != size:
            raise OSError(f"{self._path} ended early")

    def write(self, lines: bytes) -> None:
        """Put new lines."""
        self._out.write(lines)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the place of the old file."""
        if self._old is not None:
            self._old.close()
        with self._out as out:
            out.flush()
            if kind is None:
                os.fsync(out.fileno())
        if kind is not None or (self._path.is_file() and filecmp.cmp(self._new, self._path, shallow=False)):
            self._new.unlink()
            return
        self._new.replace(self._path)
