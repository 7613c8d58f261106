"""A library kept open: what was read of it serves until a commit changes it. Safe to share between threads."""

from __future__ import annotations

import atexit
import gc
import threading
from collections import OrderedDict
from pathlib import Path

from extract.library import Library
from qa.documents.across import Across
from qa.documents.figures import View
from qa.search.retrieve import Retriever
from qa.search.store import stamp

_KEPT = 64  # documents kept in memory
_ROUNDS = (20_000, 20, 20)  # objects, and rounds, that bring about a round of the collector of each age


class Opened:
    """A library that others write to: each question asks what is there now, at the cost of looking at one file's times."""

    def __init__(self, root: str | Path) -> None:
        """Name the library; nothing is read yet."""
        self.library = Library(Path(root))
        self._lock = threading.Lock()
        self._across: tuple[str, Across] | None = None
        self._retriever: Retriever | None = None
        self._views: OrderedDict[str, tuple[str, View]] = OrderedDict()

    @property
    def across(self) -> Across:
        """All documents' figures, as the last commit left them. A question takes it once, and sees one state throughout."""
        seen = self._seen()
        with self._lock:
            if self._across is None or self._across[0] != seen:
                self._across = (seen, Across(self.library.root))
            return self._across[1]

    @property
    def retriever(self) -> Retriever:
        """The text index, which looks for itself what is there."""
        with self._lock:
            if self._retriever is None:
                self._retriever = Retriever(self.library)
            return self._retriever

    def view(self, document: str) -> View:
        """A document's figures. Raises LibraryError where it is not there, or damaged."""
        try:
            seen = stamp(self.library.documents / document / "disclosure.json")
        except OSError:
            seen = ""
        with self._lock:
            if (kept := self._views.get(document)) is not None and kept[0] == seen and seen:
                self._views.move_to_end(document)
                return kept[1]
        view = View.of(self.library.load(document))
        with self._lock:
            self._views[document] = (seen, view)
            while len(self._views) > _KEPT:
                self._views.popitem(last=False)
        return view

    def _seen(self) -> str:
        """How the mark of the last commit looks; a library without one is taken as it is."""
        try:
            return stamp(self.library.root / "runs" / ".committed")
        except OSError:
            return ""


def settle() -> None:
    """Leave what a process has loaded out of the rounds of the garbage collector: of a library of 10,000 documents it looks at each name
    in every full round, which one question in twenty waits for. For programs that go on answering; to be called once, when the library
    is open. Rounds are less frequent afterwards: each document read anew otherwise brings one nearer that looks at all documents kept.
    At the end of the process they are its again: native libraries report what is left."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_ROUNDS)
    atexit.register(gc.unfreeze)
