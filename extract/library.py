"""A library folder: the documents as read are the source of truth, everything else is rebuilt from them.

`documents/<id>/` holds the PDF and its `disclosure.json`; `facts/`, `across/`, `facts.csv`, `findings.csv` and
`tables.csv` are derived. Each file appears whole or not at all (written beside, then renamed); one writer at a time holds the lock.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import ValidationError

from extract.dataset import TEMPORARY, mark, read_stored, write_across, write_stored
from extract.errors import LibraryBusyError, LibraryError, UsageError
from extract.facts import Line
from extract.model import SCHEMA_VERSION, Disclosure, Meta
from extract.pieces import SHEETS, Piece, Pieces, Sheet, blocks, look, looks, remembered

_HEAD = 8192  # bytes of a record within which its `meta` stands, unless names are very long
_COMMITTED = ".committed"  # written last: what the derived files were made from
_PIECES = ".pieces"  # what the next commit may copy


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
    def writing(self, wait: float = 0.0) -> Iterator[None]:
        """Hold the write lock; raises LibraryBusyError where another still does after `wait` seconds."""
        self.documents.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.root / ".lock", timeout=wait)
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

    def names(self) -> set[str]:
        """The ids of the documents, without looking whether each is wholly there."""
        if not self.documents.is_dir():
            return set()
        return {entry.name for entry in os.scandir(self.documents) if not entry.name.startswith(TEMPORARY)}

    def load(self, document: str) -> Disclosure:
        """One document as read. Raises LibraryError where its record is damaged or of another version."""
        path = self.documents / document / "disclosure.json"
        try:
            text = path.read_bytes()
            if (version := _VERSION.match(text)) is None or int(version[1]) != SCHEMA_VERSION:
                json.loads(text)  # a damaged record is no other version's
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
        matches = [document for document in ids if name in _names(self.meta(document).file)]
        if len(matches) == 1:
            return matches[0]
        several = (
            f"有 {len(matches)} 份都叫“{name}”，请用编号：{'、'.join(matches)}" if matches else f"资料库里没有“{name}”"
        )
        raise UsageError(f"{several}。用 gouji list 查看资料库里的文件。")

    def meta(self, document: str) -> Meta:
        """Which document it is, from the head of its record alone. Raises LibraryError as `load` does."""
        try:
            with (self.documents / document / "disclosure.json").open("rb") as handle:
                head = handle.read(_HEAD).decode(errors="ignore")
            _, found, rest = head.partition('\n "meta": ')
            if found and f'"schema_version": {SCHEMA_VERSION},' in head:
                return Meta.model_validate(json.JSONDecoder().raw_decode(rest)[0])
        except (OSError, ValueError):
            pass
        return self.load(document).meta

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
        made = self.documents / f"{TEMPORARY}{disclosure.id}-{os.getpid()}"
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        shutil.copyfile(source, made / "source.pdf")
        (made / "disclosure.json").write_bytes(record)
        _sync(made / "source.pdf")
        _sync(made / "disclosure.json")
        made.rename(target)

    def rewrite(self, disclosure: Disclosure) -> None:
        """Replace the record of a document that is there, its file untouched."""
        write_atomic(self.documents / disclosure.id / "disclosure.json", serialised(disclosure))

    def remove(self, document: str) -> None:
        """Take a document out, with all that was derived from it.

        What people decided about it stays in `corrections.jsonl` and applies again when the same file is read again.
        """
        gone = self.documents / f"{TEMPORARY}removed-{document}"
        (self.documents / document).rename(gone)
        shutil.rmtree(gone)
        self.commit()

    def commit(self) -> None:
        """Bring what is derived up to date with the documents: what changed is made anew, the rest is copied."""
        facts = self.root / "facts"
        facts.mkdir(parents=True, exist_ok=True)
        (self.root / "runs").mkdir(exist_ok=True)
        before = remembered(self.root / "runs" / _PIECES, self.root).documents
        now: dict[str, Piece] = {}
        with ExitStack() as open_files:
            sheets = {name: open_files.enter_context(Sheet(self.root, name, before)) for name in SHEETS}
            for document in self.ids():
                piece = before.get(document)
                record, parquet = self._files(document)
                if piece is not None and (piece.record, piece.parquet) == (look(record), look(parquet)):
                    now[document] = piece
                    for sheet in sheets.values():
                        sheet.copy(document)
                else:
                    now[document], lines = self._piece(document)
                    for name, sheet in sheets.items():
                        sheet.write(lines[name])
        for file in facts.iterdir():
            if file.stem not in now:
                file.unlink()
        marks = {document: piece.mark for document, piece in now.items()}
        write_across(self.root / "across", facts, marks, {d: (p.meta, p.rows) for d, p in now.items()})
        write_atomic(self.root / "runs" / _PIECES, Pieces(now, looks(self.root)).serialised())
        write_atomic(self.root / "runs" / _COMMITTED, self._state(marks))

    def _files(self, document: str) -> tuple[Path, Path]:
        """A document's record, and its Parquet file."""
        return self.documents / document / "disclosure.json", self.root / "facts" / f"{document}.parquet"

    def _piece(self, document: str) -> tuple[Piece, dict[str, bytes]]:
        """What a document has in the derived files, made from its record, and its lines in the CSV files."""
        record, parquet = self._files(document)
        seen = look(record)
        own = mark(record.read_bytes())
        stored = read_stored(parquet, own) or write_stored(parquet, self.load(document), own)
        lines = blocks(stored)
        sizes = tuple(len(lines[name]) for name in SHEETS)
        return Piece(seen, look(parquet), own, stored.meta, stored.figures.num_rows, sizes), lines

    def committed(self) -> bool:
        """Whether what is derived is there as the last commit left it, and made from the documents as they are."""
        try:
            said = (self.root / "runs" / _COMMITTED).read_bytes()
        except OSError:
            return False
        made = {path.stem for path in (self.root / "facts").glob("*.parquet")}
        ids = self.ids()
        return sorted(made) == ids and said == self._state({d: mark(self._files(d)[0].read_bytes()) for d in ids})

    def _state(self, marks: Mapping[str, str]) -> bytes:
        """A hash over the documents' marks and the files derived from them all."""
        total = hashlib.sha256(json.dumps(marks, sort_keys=True).encode())
        for path in [*(self.root / name for name in SHEETS), *sorted((self.root / "across").glob("*.parquet"))]:
            total.update(path.name.encode())
            if path.is_file():
                with path.open("rb") as handle:
                    total.update(hashlib.file_digest(handle, "sha256").digest())
        return total.hexdigest().encode() + b"\n"

    def _sweep(self) -> None:
        """Remove what a killed run left half done."""
        for leftover in self.documents.glob(f"{TEMPORARY}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        for leftover in self.root.rglob(f"{TEMPORARY}*"):
            leftover.unlink(missing_ok=True)


_VERSION = re.compile(rb'\s*\{\s*"schema_version":\s*(\d+)')


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


def _names(file: str) -> set[str]:
    return {file, Path(file).stem}


def write_atomic(path: Path, content: bytes) -> None:
    """Write a file beside its place, then rename it there: a reader sees the old or the new, never half."""
    if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
        return
    made = path.with_name(f"{TEMPORARY}{path.name}-{os.getpid()}")
    made.write_bytes(content)
    _sync(made)
    made.replace(path)


def _copy(source: Path, target: Path) -> None:
    write_atomic(target, source.read_bytes())


def _sync(path: Path) -> None:
    with path.open("rb") as handle:
        os.fsync(handle.fileno())
