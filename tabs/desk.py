"""What the tabs share: one library, one asker, one renderer. It knows nothing of a screen."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from extract.errors import DocumentError, LibraryError
from extract.library import Library
from extract.model import Box, Disclosure
from extract.render import Picture, Renderer
from prompts import ModelSettings, Usage
from qa.ask import Asker
from qa.documents.catalog import Catalog, Document
from tabs.words import Words

_KEPT = 32  # disclosures in memory
_NAME = 180  # bytes of a download's name
_FIRST = "公务接待费是多少？"


class Desk:
    """A library as the page works on it. Safe to use from several sessions at once."""

    def __init__(self, root: str | Path, settings: ModelSettings | None = None) -> None:
        """Makes the library's folder where there is none yet."""
        self.library = Library(root)
        self.library.documents.mkdir(parents=True, exist_ok=True)
        self.settings = settings or ModelSettings()
        self.renderer = Renderer()
        self.asker = Asker(self.library.root, self.settings)
        self.spent = Usage()
        """What answers cost since the page was started; readings are in `runs/`."""
        self.counting = threading.Lock()
        self._folder = TemporaryDirectory(prefix="gouji-", ignore_cleanup_errors=True)
        self._load = lru_cache(maxsize=_KEPT)(self._loaded)

    def has(self, document: object) -> bool:
        """Whether there is such a document; never looks outside the library."""
        return isinstance(document, str) and document in self.library.names()

    def disclosure(self, document: str) -> Disclosure:
        """A document as it is now. Raises LibraryError where it is gone or damaged."""
        if not self.has(document):
            raise LibraryError("这份文件已不在资料库中。")
        path = self.library.documents / document / "disclosure.json"
        try:
            return self._load(document, path.stat().st_mtime_ns)
        except OSError as error:
            raise LibraryError("这份文件已不在资料库中。") from error

    def _loaded(self, document: str, _: int) -> Disclosure:
        return self.library.load(document)

    def documents(self) -> tuple[Document, ...]:
        """What is in the library, by institute, newest year first."""
        found = Catalog.open(self.library.root).documents
        return tuple(sorted(found, key=lambda d: (d.institute or d.file, -(d.year or 0), d.kind, d.file)))

    def counts(self) -> dict[str, dict[str, int]]:
        """How many figures of each verdict each document has, as last committed; empty where nothing was."""
        found: dict[str, dict[str, int]] = {}
        for part in (self.library.root / "across").glob("figures*.parquet"):
            try:
                read = pq.read_table(part, columns=["document", "verdict"])
            except (OSError, pa.ArrowInvalid):  # replaced while it was being read
                continue
            for line in read.group_by(["document", "verdict"]).aggregate([([], "count_all")]).to_pylist():
                own = found.setdefault(line["document"], {})
                own[line["verdict"]] = own.get(line["verdict"], 0) + line["count_all"]
        return found

    def source(self, document: str) -> Path:
        """The PDF of a document. Raises LibraryError where it is gone."""
        path = self.library.documents / document / "source.pdf"
        if not self.has(document) or not path.is_file():
            raise LibraryError("这份文件已不在资料库中。")
        return path

    def picture(self, document: str, page: int, clip: Box | None = None) -> Picture | str:
        """A page, or a part of it, as a picture; or why there is none."""
        try:
            return self.renderer.picture(self.source(document), page, clip)
        except (DocumentError, LibraryError) as error:
            return str(error)

    def count(self, calls: int, tokens_in: int, tokens_out: int, cost: float) -> None:
        """Add what an answer cost."""
        with self.counting:
            self.spent.calls += calls
            self.spent.prompt_tokens += tokens_in
            self.spent.output_tokens += tokens_out
            self.spent.cost += cost

    def all_spent(self) -> Usage:
        """What readings and answers cost so far."""
        total = Usage()
        for used in self._readings():
            total.add(used)
        with self.counting:
            total.add(self.spent)
        return total

    def _readings(self) -> Iterator[Usage]:
        for path in sorted((self.library.root / "runs").glob("*.json")):
            try:
                usage = json.loads(path.read_text(encoding="utf-8"))["usage"]
                yield Usage(**usage)
            except (OSError, ValueError, KeyError, TypeError):
                continue

    def warm(self) -> None:
        """Do what the first question would wait for."""
        with suppress(Exception):
            for document in self.documents()[:1]:
                self.asker.ask(_FIRST, document.id)
                self.asker.open()

    def draw(self) -> None:
        """Do what the first page of a document would wait for: the process that draws takes seconds to begin."""
        with suppress(Exception):
            for document in self.documents()[:1]:
                self.picture(document.id, 1)

    def download(self, name: str, content: bytes) -> str:
        """A file to be downloaded under a name, kept until the page is closed; the same content is kept once."""
        ending = Path(name).suffix
        stem = name.removesuffix(ending).encode()[:_NAME].decode(errors="ignore")
        path = Path(self._folder.name) / hashlib.sha256(content).hexdigest()[:32] / f"{stem}{ending}"
        path.parent.mkdir(exist_ok=True)
        if not path.is_file():
            path.write_bytes(content)
        return str(path)

    def close(self) -> None:
        """End the renderer's worker; what was made for downloads is gone."""
        self.renderer.close()
        self._folder.cleanup()


def named(document: Document, words: Words) -> str:
    """A document for a list: institute, year, kind; its file name where nothing else tells it."""
    kind = words.kind(document.kind, document.level)
    year = "" if document.year is None else str(document.year)
    return " ".join(filter(None, (document.institute or document.file, year, kind)))


__all__ = ["Desk", "named"]
