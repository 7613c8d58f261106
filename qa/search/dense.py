"""Chunks by their meaning: one Chroma collection, embedded in the library or on a server, always with our own vectors.

Chroma is given no embedding function (its default would download a model) and sends no telemetry. It answers with ids;
what they stand for, and whether they still count, is the store's to say.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from extract.errors import GoujiError
from qa.search.chunks import Chunk

if TYPE_CHECKING:
    from qa.search.embed import Vectors

SERVER_VARIABLE = "GOUJI_CHROMA_URL"


class DenseError(GoujiError):
    """The vector index cannot be used: missing, damaged, made by another model, or its server is away."""

    code = "dense_index"


class Dense:
    """One collection. Methods raise DenseError; they may be called from several threads."""

    def __init__(self, folder: Path, collection: str, server: str = "") -> None:
        """Name the folder and the collection, or the server's URL; nothing is opened yet."""
        self.folder = folder
        self.collection = _name(collection)
        self.server = server
        self._client: Any = None
        self._opened: Any = None
        self._seen = ""
        self._lock = threading.RLock()

    def __repr__(self) -> str:
        return f"Dense({self.collection!r})"

    def fresh(self, seen: str) -> None:
        """Open anew where what another process wrote since (told by `seen`) might not be seen."""
        with self._lock:
            if seen != self._seen:
                self.close()
                self._seen = seen

    def close(self) -> None:
        """Let go of the files or the connection."""
        with self._lock:
            client, self._client, self._opened = self._client, None, None
            if client is not None:
                with suppress(Exception):
                    client.close()

    def query(
        self, vector: Vectors, k: int, allowed: Mapping[str, Sequence[Any]], ids: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """The ids nearest to a vector with their cosines, best first, among those allowed by field (and by id)."""
        if k < 1 or any(not values for values in allowed.values()) or (ids is not None and not ids):
            return []
        with self._lock, _told():
            found = self._collection(make=False).query(
                query_embeddings=[vector], ids=ids, n_results=k, where=_filter(allowed), include=["distances"]
            )
            pairs = zip(found["ids"][0], found["distances"][0], strict=True)
            return [(i, 1.0 - float(distance)) for i, distance in pairs]

    def count(self) -> int:
        """Number of vectors; the collection is made where it is not there. One is looked up, to see that it can be."""
        with self._lock, _told():
            collection = self._collection(make=True)
            number = int(collection.count())
            if number:
                one = collection.get(limit=1, include=["embeddings"])["embeddings"]
                collection.query(query_embeddings=one, n_results=1, include=["distances"])
            return number

    def upsert(self, chunks: Sequence[Chunk], vectors: Vectors) -> None:
        """Put chunks in, or again."""
        if not chunks:
            return
        with self._lock, _told():
            self._collection(make=True).upsert(
                ids=[c.id for c in chunks], embeddings=vectors, metadatas=[_metadata(c) for c in chunks]
            )

    def delete(self, ids: Sequence[str]) -> None:
        """Take chunks out; those that are not there are no error."""
        with self._lock, _told():
            for start in range(0, len(ids), 500):
                self._collection(make=True).delete(ids=list(ids[start : start + 500]))

    def drop(self, collection: str) -> None:
        """Take a whole collection away; one that is not there is no error."""
        with self._lock, _told():
            self._opened = None
            name = _name(collection)
            if name in {c.name for c in self._connected().list_collections()}:
                self._connected().delete_collection(name)

    def _connected(self) -> Any:
        if self._client is None:
            import chromadb
            from chromadb.config import Settings

            settings = Settings(anonymized_telemetry=False)
            if self.server:
                url = urlsplit(self.server)
                secure = url.scheme == "https"
                port = url.port or (443 if secure else 8000)
                self._client = chromadb.HttpClient(url.hostname or "localhost", port, ssl=secure, settings=settings)
            else:
                self.folder.mkdir(parents=True, exist_ok=True)
                self._client = chromadb.PersistentClient(self.folder.resolve(), settings=settings)
        return self._client

    def _collection(self, *, make: bool) -> Any:
        if self._opened is None:
            if not make and not self.server and not (self.folder / "chroma.sqlite3").is_file():
                raise DenseError("向量索引还没有建立。")
            client = self._connected()
            if make:
                self._opened = client.get_or_create_collection(
                    self.collection, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
                )
            else:
                self._opened = client.get_collection(self.collection, embedding_function=None)
        return self._opened


def server_from_environment() -> str:
    """The Chroma server's URL, empty where the library's own folder is used."""
    return os.environ.get(SERVER_VARIABLE, "").strip()


def _name(collection: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]", "-", collection)


@contextmanager
def _told() -> Iterator[None]:
    """Whatever Chroma raises, as a DenseError: its errors have many types, and a damaged file makes its core panic."""
    try:
        yield
    except (DenseError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        raise DenseError(f"向量索引不能使用（{type(error).__name__}）。") from error


def _metadata(chunk: Chunk) -> dict[str, str | int]:
    """The fields that can be filtered by; no words of the document, which Chroma would keep beyond its removal."""
    return {"document": chunk.document, "year": chunk.year or 0, "table": chunk.table, "kind": chunk.kind}


def _filter(allowed: Mapping[str, Sequence[Any]]) -> dict[str, Any] | None:
    """The conditions in Chroma's words."""
    tests: list[dict[str, Any]] = [{name: {"$in": list(values)}} for name, values in allowed.items()]
    if len(tests) > 1:
        return {"$and": tests}
    return tests[0] if tests else None
