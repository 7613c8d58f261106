"""Vectors on disk by the content that they are of, shared by all documents: boilerplate is embedded once.

One SQLite file; keys are hashes of model and text, values half-precision numbers. It holds no text, and may be deleted at
any time: what is damaged counts as absent.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.search.embed import Vectors


class VectorCache:
    """Vectors in a file. Errors of the file are never raised: without it everything is embedded anew."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made with the first entry."""
        self.path = path

    def get(self, model: str, texts: Sequence[str]) -> dict[str, Vectors]:
        """The vectors that are kept, by text."""
        import numpy as np

        keys = {_key(model, text): text for text in texts}
        found: dict[str, Vectors] = {}
        if not self.path.is_file():
            return found
        for key, blob in self._kept(list(keys)):
            with suppress(ValueError, TypeError):
                vector = np.frombuffer(blob, dtype=np.float16).astype(np.float32)
                if vector.size and np.isfinite(vector).all():
                    found[keys[key]] = vector
        sizes = {vector.size for vector in found.values()}
        return found if len(sizes) <= 1 else {}

    def put(self, model: str, vectors: Mapping[str, Vectors]) -> None:
        """Keep vectors, by text."""
        import numpy as np

        rows = [(_key(model, text), v.astype(np.float16).tobytes()) for text, v in vectors.items()]
        for _ in range(2):
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                with self._open() as db, db:
                    db.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID")
                    db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
            except sqlite3.OperationalError:  # locked, full, read-only: go on without
                return
            except sqlite3.DatabaseError:
                self._discard()
            except OSError:
                return
            else:
                return

    def _kept(self, keys: list[bytes]) -> list[tuple[bytes, bytes]]:
        rows: list[tuple[bytes, bytes]] = []
        try:
            with self._open() as db:
                for start in range(0, len(keys), 500):
                    part = keys[start : start + 500]
                    marks = ",".join("?" * len(part))
                    rows += db.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part)  # noqa: S608
        except (sqlite3.Error, OSError):
            return []
        return rows

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, timeout=30)) as db:
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=NORMAL")
            yield db

    def _discard(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)


def _key(model: str, text: str) -> bytes:
    return hashlib.sha256(f"{model}\0{text}".encode()).digest()
