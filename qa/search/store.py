"""The index's own record, in one SQLite file: which documents are indexed, their chunks, and what Chroma holds of them.

A reader sees the state of one moment; whatever the vector or the word index gives beyond it is ignored. The file is
derived: it may be deleted at any time.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from extract.errors import GoujiError
from qa.search.chunks import CHUNKS_VERSION, Chunk

STORE_VERSION = f"1.{CHUNKS_VERSION}"
_MANY = 500
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, mark TEXT NOT NULL, stamp TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chunks (
  row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL, institute TEXT NOT NULL,
  year INTEGER, page INTEGER NOT NULL, box TEXT, section TEXT NOT NULL, "table" TEXT NOT NULL, kind TEXT NOT NULL,
  heading TEXT NOT NULL, text TEXT NOT NULL, place TEXT NOT NULL, words TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS chunks_document ON chunks (document);
CREATE INDEX IF NOT EXISTS chunks_institute ON chunks (institute);
CREATE TABLE IF NOT EXISTS dense (id TEXT PRIMARY KEY, sure INTEGER NOT NULL) WITHOUT ROWID;
"""
_COLUMNS = 'id, document, institute, year, page, box, section, "table", kind, heading, text, place'


class IndexMissingError(GoujiError):
    """There is no index, or it cannot be read."""

    code = "index_missing"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} 还没有检索索引，或索引已损坏：重新运行 gouji extract 会重建它。")


@dataclass(frozen=True, slots=True)
class Where:
    """Which chunks are wanted; None means any. `section` is a part of the path of headings."""

    documents: tuple[str, ...] | None = None
    institutes: tuple[str, ...] | None = None
    years: tuple[int, ...] | None = None
    tables: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    section: str = ""

    @property
    def fields(self) -> dict[str, tuple[Any, ...]]:
        """The values allowed, by the name of the field, where not any value is."""
        values: dict[str, tuple[Any, ...] | None] = {
            "document": self.documents,
            "institute": self.institutes,
            "year": self.years,
            "table": self.tables,
            "kind": self.kinds,
        }
        return {name: allowed for name, allowed in values.items() if allowed is not None}

    def allows(self, chunk: Chunk) -> bool:
        """Whether a chunk is wanted."""
        return self.section in chunk.section and all(
            getattr(chunk, name) in allowed for name, allowed in self.fields.items()
        )


ANYWHERE = Where()


class Snapshot:
    """The record as it is at one moment."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def meta(self, key: str) -> str:
        """A remark of the index about itself, empty where there is none."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else ""

    def documents(self) -> dict[str, tuple[str, str]]:
        """What each indexed document's record was (hash), and how its file was stamped."""
        return {i: (mark, stamp) for i, mark, stamp in self._db.execute("SELECT id, mark, stamp FROM documents")}

    def count(self) -> int:
        """Number of chunks."""
        return int(self._db.execute("SELECT count(*) FROM chunks").fetchone()[0])

    def by_ids(self, ids: Sequence[str]) -> dict[str, Chunk]:
        """The chunks that are there, by id."""
        return {chunk.id: chunk for _, chunk in self._some("id", ids)}

    def by_rows(self, rows: Sequence[int]) -> dict[int, Chunk]:
        """The chunks that are there, by row."""
        return dict(self._some("row", rows))

    def _some(self, column: str, values: Sequence[object]) -> Iterator[tuple[int, Chunk]]:
        for start in range(0, len(values), _MANY):
            part = values[start : start + _MANY]
            marks = ",".join("?" * len(part))
            for row in self._db.execute(f"SELECT row, {_COLUMNS} FROM chunks WHERE {column} IN ({marks})", part):  # noqa: S608
                yield row[0], _chunk(row[1:])

    def rows(self, where: Where) -> list[int]:
        """The rows of the chunks wanted."""
        return [int(row) for row in self._wanted("row", where, -1)]

    def ids(self, where: Where, most: int = -1) -> list[str]:
        """The ids of the chunks wanted, at most so many."""
        return [str(i) for i in self._wanted("id", where, most)]

    def _wanted(self, column: str, where: Where, most: int) -> list[Any]:
        tests = ['"' + name + '" IN (SELECT value FROM json_each(?))' for name in where.fields]  # noqa: S608 - fixed names
        values: list[str] = [json.dumps(allowed) for allowed in where.fields.values()]
        if where.section:
            tests.append("instr(section, ?)")
            values.append(where.section)
        sql = f"SELECT {column} FROM chunks WHERE {' AND '.join(tests) or '1'} LIMIT ?"  # noqa: S608 - the values are bound
        return [value for (value,) in self._db.execute(sql, [*values, most])]

    def words(self) -> Iterator[tuple[int, str]]:
        """Row and words of every chunk, by row."""
        yield from self._db.execute("SELECT row, words FROM chunks ORDER BY row")

    def dense(self) -> dict[str, bool]:
        """The ids that Chroma holds; False where it is not sure."""
        return {i: bool(sure) for i, sure in self._db.execute("SELECT id, sure FROM dense")}

    def without_vector(self) -> list[str]:
        """The ids of chunks that Chroma does not surely hold, by row."""
        sql = "SELECT id FROM chunks WHERE id NOT IN (SELECT id FROM dense WHERE sure) ORDER BY row"
        return [i for (i,) in self._db.execute(sql)]

    def without_chunk(self) -> list[str]:
        """The ids that Chroma may hold though their chunks are gone."""
        return [i for (i,) in self._db.execute("SELECT id FROM dense WHERE id NOT IN (SELECT id FROM chunks)")]


class Draft(Snapshot):
    """The record being written: all of it at once, or nothing."""

    def note(self, key: str, value: str) -> None:
        """Remark something about the index."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def changed(self, what: str) -> str:
        """Remark that something is another than before: a token that never comes again."""
        token = secrets.token_hex(6)
        self.note(what, token)
        return token

    def seen(self, document: str, stamp: str) -> None:
        """A document's file was touched, its content is as before."""
        self._db.execute("UPDATE documents SET stamp = ? WHERE id = ?", (stamp, document))

    def put(self, document: str, mark: str, stamp: str, chunks: Iterable[tuple[Chunk, str]]) -> None:
        """Make a document's chunks (each with its words) these; chunks that it had already keep their rows."""
        had = {i for (i,) in self._db.execute("SELECT id FROM chunks WHERE document = ?", (document,))}
        made = {chunk.id: (chunk, words) for chunk, words in chunks}
        self._db.executemany("DELETE FROM chunks WHERE id = ?", [(i,) for i in had - made.keys()])
        self._db.executemany(
            f"INSERT OR REPLACE INTO chunks ({_COLUMNS}, words) VALUES ({','.join('?' * 13)})",  # noqa: S608
            [(*_values(chunk), words) for i, (chunk, words) in made.items() if i not in had],
        )
        # What is not of a chunk's identity may have changed: who published it, where it stands.
        self._db.executemany(
            "UPDATE chunks SET institute = ?, year = ?, page = ?, box = ?, heading = ?, words = ? WHERE id = ?",
            [(c.institute, c.year, c.page, _box(c), c.heading, w, i) for i, (c, w) in made.items() if i in had],
        )
        self._db.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?)", (document, mark, stamp))
        self.changed("revision")

    def drop(self, document: str) -> None:
        """Take a document out."""
        self._db.execute("DELETE FROM chunks WHERE document = ?", (document,))
        self._db.execute("DELETE FROM documents WHERE id = ?", (document,))
        self.changed("revision")

    def held(self, ids: Iterable[str], *, sure: bool) -> None:
        """Chroma holds these, or is about to."""
        self._db.executemany("INSERT OR REPLACE INTO dense VALUES (?, ?)", [(i, int(sure)) for i in ids])

    def forget(self, ids: Iterable[str] | None = None) -> None:
        """Chroma holds these no more; by default all."""
        if ids is None:
            self._db.execute("DELETE FROM dense")
        else:
            self._db.executemany("DELETE FROM dense WHERE id = ?", [(i,) for i in ids])


class Store:
    """The record at a path."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made by the first writer."""
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[Snapshot]:
        """A snapshot. Raises IndexMissingError."""
        if not self.path.is_file():
            raise IndexMissingError(self.path.parent)
        try:
            with closing(self._connect_to_read()) as db:
                snapshot = Snapshot(db)
                if snapshot.meta("version") != STORE_VERSION:
                    raise IndexMissingError(self.path.parent)
                yield snapshot
        except sqlite3.DatabaseError as error:
            raise IndexMissingError(self.path.parent) from error

    def _connect_to_read(self) -> sqlite3.Connection:
        address = f"file:{quote(str(self.path.resolve()))}?mode=ro"
        for option in ("", "&immutable=1"):  # the second on a disk that cannot be written at all
            db = sqlite3.connect(address + option, uri=True, isolation_level=None, timeout=30)
            try:
                db.execute("BEGIN")
                db.execute("SELECT 1 FROM meta").fetchone()
            except sqlite3.OperationalError:
                db.close()
                if option:
                    raise
            else:
                return db
        raise AssertionError

    @contextmanager
    def writing(self) -> Iterator[Draft]:
        """Write; what was written counts only if nothing was raised. Raises sqlite3.Error."""
        with closing(self._connect_to_write()) as db, db:
            db.execute("BEGIN IMMEDIATE")
            yield Draft(db)

    def _connect_to_write(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=60)
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA secure_delete=ON")  # what is removed is overwritten
        return db

    def prepare(self) -> bool:
        """Make the file fit for writing, emptied where it is damaged or of another version. Whether it was made anew."""
        try:
            with self.reading() as snapshot:
                snapshot.documents()
                complete = bool(snapshot.meta("complete"))
            if complete:
                with closing(self._connect_to_write()) as db:
                    db.executescript(_SCHEMA)  # what later versions look up by
                return False
        except IndexMissingError:
            pass
        self.path.parent.mkdir(parents=True, exist_ok=True)
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(FileNotFoundError):
                self.path.with_name(self.path.name + suffix).unlink()
        with closing(self._connect_to_write()) as db:
            db.executescript(_SCHEMA)
        with self.writing() as draft:
            draft.note("version", STORE_VERSION)
            draft.changed("library")
            draft.changed("revision")
            draft.note("complete", "yes")
        return True


def _box(chunk: Chunk) -> str | None:
    return None if chunk.box is None else json.dumps(chunk.box)


def _values(chunk: Chunk) -> tuple[object, ...]:
    c = chunk
    return (c.id, c.document, c.institute, c.year, c.page, _box(c), c.section, c.table, c.kind, c.heading, c.text, c.place)  # fmt: skip


def _chunk(row: Sequence[Any]) -> Chunk:
    box = None if row[5] is None else tuple(json.loads(row[5]))
    values: tuple[Any, ...] = (*row[:5], box, *row[6:])
    return Chunk(*values)


def stamp(path: Path) -> str:
    """How a file looks from outside: the same stamp, the same content."""
    status = path.stat()
    return f"{status.st_size}-{status.st_mtime_ns}"
