"""An index opened for searching: by meaning and by words, at one moment of its record. It changes nothing on disk."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from extract.library import Library
from qa.search.chunks import Chunk
from qa.search.dense import Dense, DenseError, server_from_environment
from qa.search.embed import Embedder, default_embedder
from qa.search.lexical import Lexical
from qa.search.store import ANYWHERE, IndexMissingError, Snapshot, Store, Where
from qa.search.vectors import VectorCache

if TYPE_CHECKING:
    from qa.search.embed import Vectors

_SPARE = 8  # more than wanted is looked up: some may have been removed meanwhile
_FEW = 500  # chunks that are compared one by one
_WIDE = 25  # of so many times as many as wanted, those that a wide filter leaves are mostly enough


class IndexReader:
    """The index of the library at a folder. Creating the object touches nothing on disk and loads nothing."""

    def __init__(self, root: str | Path | Library, embedder: Embedder | None = None, server: str | None = None) -> None:
        """Name the library; by default with the configured embedder, and the Chroma server that GOUJI_CHROMA_URL names."""
        self.library = root if isinstance(root, Library) else Library(root)
        self.embedder = embedder or default_embedder()
        self.folder = self.library.root / "index"
        self.store = Store(self.folder / "chunks.sqlite")
        self.server = server_from_environment() if server is None else server
        self.cache = VectorCache(self.library.root / "cache" / "embeddings" / "vectors.sqlite")
        self._words = self.folder / "words"
        self._dense: tuple[tuple[str, str], Dense] | None = None
        self._lexical: tuple[str, Lexical] | None = None
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let go of what is open; the next search opens it again."""
        with self._lock:
            if self._dense is not None:
                self._dense[1].close()
            self._dense = self._lexical = None

    def search(self, vector: Vectors, k: int, where: Where = ANYWHERE) -> list[tuple[Chunk, float]]:
        """The chunks nearest to a vector with their cosines, best first. Raises IndexMissingError, DenseError."""
        with self.store.reading() as snapshot:
            return self.near(snapshot, vector, k, where)

    def near(self, snapshot: Snapshot, vector: Vectors, k: int, where: Where) -> list[tuple[Chunk, float]]:
        """As `search`, at one moment of the record.

        Among few chunks all are compared: Chroma, given a filter, looks up all that it leaves first, seconds among many;
        where a filter leaves many, the best of all mostly have enough of them.
        """
        if snapshot.meta("collection") != self._collection(snapshot):
            raise DenseError("向量索引还没有建立，或由另一个向量模型建立。")
        few = snapshot.ids(where, _FEW + 1) if where != ANYWHERE else []
        narrow = where != ANYWHERE and len(few) <= _FEW
        if narrow and (found := self._compared(snapshot, vector, few)) is not None:
            return found[:k]
        dense = self._opened(snapshot)
        dense.fresh(snapshot.meta("vectors"))
        if len(few) > _FEW:
            best = dense.query(vector, _WIDE * k, {})
            every = snapshot.by_ids([i for i, _ in best])
            fitting = [(every[i], score) for i, score in best if i in every and where.allows(every[i])]
            if len(fitting) >= k:
                return fitting[:k]
        by_id = bool(where.section or where.institutes is not None)  # which Chroma is not told
        nearest = dense.query(vector, k + _SPARE, {} if by_id else where.fields, snapshot.ids(where) if by_id else None)
        there = snapshot.by_ids([i for i, _ in nearest])
        return [(there[i], score) for i, score in nearest if i in there][:k]

    def _compared(self, snapshot: Snapshot, vector: Vectors, ids: Sequence[str]) -> list[tuple[Chunk, float]] | None:
        """All of some chunks with their cosines, best first; None where not all their vectors are kept."""
        chunks = [chunk for _, chunk in sorted(snapshot.by_ids(ids).items())]
        vectors = self.cache.get(self.embedder.name, [c.indexed for c in chunks])
        if any(c.indexed not in vectors or vectors[c.indexed].shape != vector.shape for c in chunks):
            return None
        return sorted(((c, float(vectors[c.indexed] @ vector)) for c in chunks), key=lambda pair: -pair[1])

    def by_words(self, snapshot: Snapshot, query: list[str], k: int, where: Where) -> list[tuple[Chunk, float]]:
        """The chunks with most of some words with their BM25 scores, best first. Raises IndexMissingError."""
        lexical = self._opened_words(snapshot)
        if where != ANYWHERE and len(snapshot.ids(where, _FEW + 1)) > _FEW:
            best = lexical.search(query, _WIDE * k)
            every = snapshot.by_rows([row for row, _ in best])
            fitting = [(every[row], score) for row, score in best if row in every and where.allows(every[row])]
            if len(fitting) >= k:
                return fitting[:k]
        allowed = snapshot.rows(where) if where != ANYWHERE else None
        found = lexical.search(query, k + _SPARE, allowed)
        there = snapshot.by_rows([row for row, _ in found])
        return [(there[row], score) for row, score in found if row in there][:k]

    def _opened_words(self, snapshot: Snapshot) -> Lexical:
        state = snapshot.meta("words")
        with self._lock:
            if self._lexical is None or self._lexical[0] != state:
                try:
                    self._lexical = (state, Lexical(self._words / state))
                except (OSError, ValueError, KeyError) as error:
                    raise IndexMissingError(self.folder) from error
            return self._lexical[1]

    def _collection(self, snapshot: Snapshot) -> str:
        """The collection of this library and this model: a Chroma server holds those of many."""
        return f"gouji-{snapshot.meta('library')}-{self.embedder.name}"

    def _opened(self, snapshot: Snapshot) -> Dense:
        key = (snapshot.meta("chroma"), snapshot.meta("collection"))
        with self._lock:
            if self._dense is None or self._dense[0] != key:
                if self._dense is not None:
                    self._dense[1].close()
                self._dense = (key, Dense(self.library.root / "chroma" / key[0], key[1], self.server))
            return self._dense[1]
