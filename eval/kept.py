"""Results kept by content: a run that was killed goes on where it was, and one with nothing changed takes seconds.

A result is filed under a hash of all that it depends on (document, gold data, reader, model, the code that made it), so that
none is ever stale. Files are written whole or not at all; the folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from extract.library import write_atomic
from extract.model import Frozen

ROOT = Path(__file__).parent.parent
_CODE = {".py", ".csv", ".toml", ".j2", ".txt"}
_PACKAGES = ("pymupdf", "pydantic", "jieba", "bm25s", "openai", "instructor")

T = TypeVar("T", bound=Frozen)


class Kept:
    """A folder of results by key; with None nothing is kept."""

    def __init__(self, folder: Path | None, *, use: bool = True) -> None:
        """`use` False: results are written, but those already there are not taken."""
        self.folder = folder
        self.use = use

    def get(self, key: str, type_: type[T]) -> T | None:
        """The result of that key, or None where there is none that can be read."""
        if self.folder is None or not self.use:
            return None
        try:
            return type_.model_validate_json((self.folder / f"{key}.json").read_bytes())
        except (OSError, ValidationError):
            return None

    def put(self, key: str, result: Frozen) -> None:
        """Keep a result."""
        if self.folder is not None:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_atomic(self.folder / f"{key}.json", result.model_dump_json().encode())


def key_of(*parts: object) -> str:
    """A key from all that a result depends on."""
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:32]


@lru_cache
def file_hash(path: Path) -> str:
    """The SHA-256 of a file's content, read once in a run."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


@lru_cache
def code_hash(*places: str) -> str:
    """A hash of some packages (`extract`) and modules (`eval.metrics`, `eval.mutations*`), and of the libraries below."""
    total = hashlib.sha256()
    for place in places:
        path = ROOT / place.replace(".", "/")
        files = path.rglob("*") if path.is_dir() else path.parent.glob(f"{path.name}.py")
        for file in sorted(f for f in files if f.suffix in _CODE):
            total.update(file.relative_to(ROOT).as_posix().encode())
            total.update(file.read_bytes())
    total.update(repr([(name, metadata.version(name)) for name in _PACKAGES]).encode())
    return total.hexdigest()[:16]
