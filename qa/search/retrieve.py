"""From a question to the chunks that may answer it: nearest by meaning and most words in common, ranks fused.

Each list votes 1 / (60 + rank) for its chunks (reciprocal rank fusion, Cormack et al. 2009), as scores of different kinds
cannot be compared. Where several documents are asked about, each has its share of the hits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from extract.library import Library
from qa.search.chunks import Chunk
from qa.search.dense import DenseError
from qa.search.embed import EmbeddingError
from qa.search.lexical import words
from qa.search.reader import IndexReader
from qa.search.store import IndexMissingError, Snapshot, Where

if TYPE_CHECKING:
    from qa.search.embed import Vectors

T = TypeVar("T")
Ranked = list[tuple[Chunk, float]]
_FUSED = 60
_DEEP = 30  # ranks of each list that are fused
_MANY = 12  # documents that have a share each


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk found: its fused score, and its rank (from 1) and own score in each list, None where it is not in it."""

    chunk: Chunk
    score: float
    dense_rank: int | None = None
    cosine: float | None = None
    word_rank: int | None = None
    bm25: float | None = None


class Retriever:
    """Searches one library's index. May be shared by threads; sees what others write from the next search on."""

    def __init__(self, index: IndexReader | Library | str | Path) -> None:
        """Over an index, or the library's own."""
        self.index = index if isinstance(index, IndexReader) else IndexReader(index)
        self.problem = ""
        """Why the last search went by words alone; empty where it did not."""

    def search(
        self,
        question: str,
        k: int = 8,
        documents: Sequence[str] | None = None,
        years: Sequence[int] | None = None,
        tables: Sequence[str] | None = None,
        kinds: Sequence[str] | None = None,
        institutes: Sequence[str] | None = None,
        section: str = "",
    ) -> list[Hit]:
        """At most `k` chunks, best first; of several documents (up to 12) each has at least one, so there may be more.

        Filters are exact: document ids, years, kinds of table (`narrative` for prose), kinds of chunk, institutes, a part
        of the headings' path. Raises IndexMissingError where nothing is indexed yet.
        """
        where = Where(_tuple(documents), _tuple(institutes), _tuple(years), _tuple(tables), _tuple(kinds), section)
        try:
            return self._search(question, k, where)
        except IndexMissingError:  # perhaps another process was just putting a new one in its place
            return self._search(question, k, where)

    def _search(self, question: str, k: int, where: Where) -> list[Hit]:
        asked = words(question)
        vector = None
        with self.index.store.reading() as snapshot:
            self.problem = "" if snapshot.meta("collection") else "向量索引还没有建立。"
            try:
                vector = None if self.problem else self.index.embedder.query(question)
            except EmbeddingError as error:
                self.problem = str(error)
            each = sorted(set(where.documents or ()))
            if not 2 <= len(each) <= _MANY:
                return _different(_fused(*self._lists(snapshot, asked, vector, where, _DEEP)))[:k]
            found = _apart(self._lists(snapshot, asked, vector, where, _DEEP * len(each)), each)
            for document in each:
                if not found[document]:  # crowded out by the others
                    alone = replace(where, documents=(document,))
                    found[document] = _fused(*self._lists(snapshot, asked, vector, alone, _DEEP))
        return _quota(list(found.values()), k)

    def _lists(
        self, snapshot: Snapshot, asked: list[str], vector: Vectors | None, where: Where, deep: int
    ) -> tuple[Ranked, Ranked]:
        """The chunks nearest by words and by meaning; the second list is empty where there are no vectors."""
        by_words = self.index.by_words(snapshot, asked, deep, where)
        if vector is None:
            return by_words, []
        try:
            return by_words, self.index.near(snapshot, vector, deep, where)
        except DenseError as error:
            self.problem = str(error)
            return by_words, []


def _fused(by_words: Ranked, near: Ranked) -> list[Hit]:
    """The chunks of both lists, best first."""
    hits: dict[str, Hit] = {}
    for rank, (chunk, score) in enumerate(by_words, 1):
        hits[chunk.id] = Hit(chunk, 1 / (_FUSED + rank), word_rank=rank, bm25=score)
    for rank, (chunk, score) in enumerate(near, 1):
        hit = hits.get(chunk.id, Hit(chunk, 0.0))
        hits[chunk.id] = replace(hit, score=hit.score + 1 / (_FUSED + rank), dense_rank=rank, cosine=score)
    return sorted(hits.values(), key=_order)


def _apart(lists: tuple[Ranked, Ranked], documents: Sequence[str]) -> dict[str, list[Hit]]:
    """The hits of each document, ranked among its own."""
    by_words, near = ({d: [pair for pair in ranked if pair[0].document == d] for d in documents} for ranked in lists)
    return {d: _fused(by_words[d][:_DEEP], near[d][:_DEEP]) for d in documents}


def _order(hit: Hit) -> tuple[float, str, int, str]:
    return (-hit.score, hit.chunk.document, hit.chunk.page, hit.chunk.id)


def _tuple(values: Sequence[T] | None) -> tuple[T, ...] | None:
    return None if values is None else tuple(values)


def _different(hits: Sequence[Hit]) -> list[Hit]:
    """Hits without those whose text another document has word for word: boilerplate would crowd out all else."""
    first: dict[str, str] = {}
    return [h for h in hits if first.setdefault(h.chunk.text, h.chunk.document) == h.chunk.document]


def _quota(found: Sequence[Sequence[Hit]], k: int) -> list[Hit]:
    """The best of each document up to its share of `k`, then the best of the rest."""
    share = max(1, k // len(found))
    sure = [hit for hits in found for hit in hits[:share]]
    rest = sorted((hit for hits in found for hit in hits[share:]), key=_order)
    return sorted([*sure, *rest[: max(0, k - len(sure))]], key=_order)
