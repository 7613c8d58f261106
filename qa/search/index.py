"""The index of a library's text: a record of chunks (`store`), a word index (`lexical`), and Chroma (`dense`).

The documents are the source of truth; the record follows them, and the two indexes follow the record. Each step may be
interrupted and is taken up again; what is unchanged costs nothing. One process writes at a time, any number read.
"""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from filelock import FileLock, Timeout

from extract.errors import GoujiError, LibraryBusyError, LibraryError
from extract.library import Library, serialised
from extract.model import Disclosure
from qa.search.chunks import chunks_of
from qa.search.dense import DenseError
from qa.search.embed import EmbeddingError, embedded
from qa.search.lexical import WORDS_VERSION, Lexical, build, words
from qa.search.reader import IndexReader
from qa.search.store import stamp

Progress = Callable[[int, int], None]
"""Told how many chunks have their vectors, and how many there are to make."""

_DOCUMENTS_AT_ONCE = 20
_CHUNKS_AT_ONCE = 128
_PATIENCE = 600.0  # seconds to wait for another writer


@dataclass(frozen=True, slots=True)
class Report:
    """What bringing the index up to date took. `problem` tells why there is no vector index, empty where there is."""

    documents: int
    changed: int
    removed: int
    chunks: int
    vectors: int
    seconds: float
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """A document as its file is now: `disclosure` is None where it is as indexed; `mark` is empty where it is unreadable."""

    id: str
    stamp: str
    mark: str
    disclosure: Disclosure | None


class IndexWriteError(GoujiError):
    """The index could not be written; what was read is in the library all the same."""

    code = "index"

    def __init__(self, error: Exception) -> None:
        super().__init__(
            f"检索索引没有建好（{type(error).__name__}）：读到的内容都已保存，重新运行 gouji extract 会再建。"
        )


class Index(IndexReader):
    """The index of the library at a folder, to be searched and written. Creating the object touches nothing on disk."""

    # --- writing ------------------------------------------------------------------------------------------------------

    def sync(self, progress: Progress | None = None, *, dense: bool = True) -> Report:
        """Bring the index to the state of the library's documents. Raises LibraryBusyError, OSError, sqlite3.Error.

        Without `dense`, only the record and the word index: seconds for hundreds of documents.
        """
        with self._writing() as known:
            there = self.library.ids()
            gone = known.keys() - set(there)
            return self._bring(self._touched(there, known), sorted(gone), progress, dense=dense)

    def update(self, documents: Iterable[Disclosure], progress: Progress | None = None) -> Report:
        """Put documents in, or again where they have changed."""
        with self._writing():
            found = (_Read(d.id, self._stamp(d.id), hashlib.sha256(serialised(d)).hexdigest(), d) for d in documents)
            return self._bring(found, (), progress)

    def remove(self, document: str) -> Report:
        """Take a document out, with all that was derived from it here."""
        with self._writing() as known:
            return self._bring((), [document] if document in known else [], None)

    def rebuild(self, progress: Progress | None = None) -> Report:
        """Make everything anew, from the documents and the vectors that are kept."""
        with self._writing() as known:
            with self.store.writing() as draft:
                for document in known:
                    draft.drop(document)
            with suppress(DenseError):  # told when the vectors are put in again
                self._restart()
        return self.sync(progress)

    @contextmanager
    def _writing(self) -> Iterator[dict[str, tuple[str, str]]]:
        """Hold the index's lock; what is indexed already, with marks and stamps."""
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.folder / ".lock", timeout=_PATIENCE):
                self.store.prepare()
                with self.store.reading() as snapshot:
                    known = snapshot.documents()
                yield known
        except Timeout as error:
            raise LibraryBusyError(str(self.folder)) from error

    def _stamp(self, document: str) -> str:
        try:
            return stamp(self.library.documents / document / "disclosure.json")
        except OSError:
            return ""

    def _touched(self, documents: Iterable[str], known: dict[str, tuple[str, str]]) -> Iterator[_Read]:
        """The documents whose files are not as they were seen last."""
        for document in documents:
            seen = self._stamp(document)
            if known.get(document, ("", ""))[1] == seen:
                continue
            try:
                path = self.library.documents / document / "disclosure.json"
                mark = hashlib.sha256(path.read_bytes()).hexdigest()
                same = known.get(document, ("", ""))[0] == mark
                yield _Read(document, seen, mark, None if same else self.library.load(document))
            except (OSError, LibraryError):  # told where it is read; nothing of it is to be found meanwhile
                yield _Read(document, "", "", None)

    def _bring(
        self, documents: Iterable[_Read], gone: Sequence[str], progress: Progress | None, *, dense: bool = True
    ) -> Report:
        started = time.perf_counter()
        if gone:
            with self.store.writing() as draft:
                for document in gone:
                    draft.drop(document)
        changed = sum(self._follow(batch) for batch in _batches(documents))
        self._index_words()
        vectors, problem = self._index_vectors(progress) if dense else (0, "")
        with self.store.reading() as snapshot:
            total, chunks = len(snapshot.documents()), snapshot.count()
        return Report(total, changed, len(gone), chunks, vectors, round(time.perf_counter() - started, 3), problem)

    def _follow(self, batch: Sequence[_Read]) -> int:
        """Bring the record to the state of some documents, all at once. How many are other than they were."""
        made = {d.id: [(c, " ".join(words(c.indexed))) for c in chunks_of(d)] for r in batch if (d := r.disclosure)}
        with self.store.writing() as draft:
            for read in batch:
                if read.id in made:
                    draft.put(read.id, read.mark, read.stamp, made[read.id])
                elif read.mark:
                    draft.seen(read.id, read.stamp)
                else:
                    draft.drop(read.id)
        return len(made)

    def _index_words(self) -> None:
        """Write a new word index where the record has changed since the last; who has that one open keeps it."""
        with self.store.reading() as snapshot:
            old, state = snapshot.meta("words"), f"{WORDS_VERSION}-{snapshot.meta('revision')}"
            if old == state and self._sound(state):
                return
            build(self._words / state, snapshot.words())
        with self.store.writing() as draft:
            draft.note("words", state)
        for folder in self._words.iterdir():
            if folder.name != state:
                shutil.rmtree(folder, ignore_errors=True)

    def _sound(self, state: str) -> bool:
        try:
            Lexical(self._words / state)
        except (OSError, ValueError, KeyError):
            return False
        return True

    # --- vectors ------------------------------------------------------------------------------------------------------

    def _index_vectors(self, progress: Progress | None) -> tuple[int, str]:
        """Let Chroma follow the record. How many vectors were made, and what went wrong (in words, empty if nothing)."""
        try:
            with self.store.reading() as snapshot:
                ours = snapshot.meta("collection") == self._collection(snapshot)
            if ours:
                try:
                    return self._catch_up(progress), ""
                except DenseError:  # damaged, or not what the record says: once more from nothing
                    pass
            self._restart()
            return self._catch_up(progress), ""
        except (DenseError, EmbeddingError) as error:
            return 0, str(error)

    def _restart(self) -> None:
        """Begin anew, in another folder: what readers have open stays as it is until they let go of it."""
        with self.store.writing() as draft:
            old = draft.meta("collection")
            draft.forget()
            draft.note("collection", self._collection(draft))
            kept = draft.changed("chroma")
            draft.changed("vectors")
            dense = self._opened(draft)
        for folder in (self.library.root / "chroma").glob("*"):
            if folder.name != kept:
                shutil.rmtree(folder, ignore_errors=True) if folder.is_dir() else folder.unlink(missing_ok=True)
        if self.server:
            for name in {old, dense.collection} - {""}:
                dense.drop(name)

    def _catch_up(self, progress: Progress | None) -> int:
        with self.store.reading() as snapshot:
            extra, missing, held = snapshot.without_chunk(), snapshot.without_vector(), snapshot.dense()
            dense = self._opened(snapshot)
        if dense.count() < sum(held.values()):
            raise DenseError("向量索引不全。")
        if extra:
            dense.delete(extra)
            with self.store.writing() as draft:
                draft.forget(extra)
        for start in range(0, len(missing), _CHUNKS_AT_ONCE):
            ids = missing[start : start + _CHUNKS_AT_ONCE]
            with self.store.writing() as draft:
                found = draft.by_ids(ids)
                draft.held(ids, sure=False)
            chunks = [found[i] for i in ids]
            dense.upsert(chunks, embedded(self.embedder, [c.indexed for c in chunks], self.cache))
            with self.store.writing() as draft:
                draft.held(ids, sure=True)
            if progress is not None:
                progress(start + len(ids), len(missing))
        if dense.count() != len(held.keys() - set(extra) | set(missing)):
            raise DenseError("向量索引与记录不符。")
        if extra or missing:
            with self.store.writing() as draft:
                draft.changed("vectors")
        return len(missing)


def update_library(library: Library | str | Path, progress: Progress | None = None) -> Report:
    """Bring a library's index up to date. Raises LibraryBusyError or IndexWriteError, whatever went wrong."""
    index = Index(library)
    try:
        return index.sync(progress)
    except GoujiError:
        raise
    except Exception as error:
        raise IndexWriteError(error) from error
    finally:
        index.close()


def _batches(items: Iterable[_Read]) -> Iterator[list[_Read]]:
    rest = iter(items)
    while batch := list(islice(rest, _DOCUMENTS_AT_ONCE)):
        yield batch
