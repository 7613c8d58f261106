"""Pages as pictures, to be looked at: rendered in a worker process, inside limits, and kept while they are wanted.

A page that hangs or breaks the renderer costs that picture alone. Boxes are points on the page as shown, origin top left.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections import OrderedDict
from concurrent import futures
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from extract.errors import DocumentError, LimitError, NoSuchPageError, ReaderFailedError
from extract.limits import Limits
from extract.model import Box
from extract.pages import open_pdf

ZOOM = 2.0
"""Pixels a point."""

_MOST_PIXELS = 6_000_000
_SECONDS = 20.0
_KEPT = 96  # pictures


@dataclass(frozen=True, slots=True)
class Picture:
    """A page, or a part of it, as PNG: `box` is what is shown of a page of `width` by `height` points."""

    png: bytes
    page: int
    box: Box
    width: float
    height: float


def render(pdf: Path, page: int, clip: Box | None = None, zoom: float = ZOOM, limits: Limits | None = None) -> Picture:
    """One page (1-based), or the part of it in `clip`. Raises a DocumentError where it cannot be shown."""
    import pymupdf  # in the worker alone, as it takes a second to load

    limits = limits or Limits()
    document = open_pdf(pdf, limits)
    try:
        if not 1 <= page <= document.page_count:
            raise NoSuchPageError(page, document.page_count)
        sheet = document[page - 1]
        whole = pymupdf.Rect(0, 0, sheet.rect.width, sheet.rect.height)
        if max(whole.width, whole.height) > limits.max_page_points:
            raise LimitError("max_page_points", f"第 {page} 页大于 {limits.max_page_points:.0f} 点")
        shown = whole if clip is None else pymupdf.Rect(clip) & whole
        if shown.is_empty:
            shown = whole
        zoom = min(zoom, (_MOST_PIXELS / (shown.width * shown.height)) ** 0.5)
        pixels = sheet.get_pixmap(matrix=pymupdf.Matrix(zoom, zoom), clip=shown, alpha=False)
        return Picture(pixels.tobytes("png"), page, tuple(shown), whole.width, whole.height)
    finally:
        document.close()


class Renderer:
    """Renders in one worker process, started when first needed; safe to call from several threads."""

    def __init__(self, limits: Limits | None = None) -> None:
        """Starts nothing yet."""
        self.limits = limits or Limits()
        self._pool: ProcessPool | None = None
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, int, Box | None, float], Picture] = OrderedDict()

    def picture(self, pdf: Path, page: int, clip: Box | None = None, zoom: float = ZOOM) -> Picture:
        """A page (1-based) or a part of it. Raises a DocumentError where it cannot be shown."""
        key = (str(pdf), page, clip, zoom)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            pool = self._started()
        future = pool.schedule(render, args=(pdf, page, clip, zoom, self.limits), timeout=_SECONDS)
        try:
            made: Picture = future.result()
        except DocumentError:
            raise
        except futures.TimeoutError as error:
            raise LimitError("max_seconds", f"第 {page} 页画了 {_SECONDS:.0f} 秒还没有画完") from error
        except (ProcessExpired, RuntimeError, OSError, ValueError, MemoryError) as error:
            raise ReaderFailedError(f"第 {page} 页画不出来（{type(error).__name__}）") from error
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made

    def forget(self, pdf: Path) -> None:
        """Drop the pictures of a file that is gone."""
        with self._lock:
            for key in [k for k in self._kept if k[0] == str(pdf)]:
                del self._kept[key]

    def close(self) -> None:
        """End the worker."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()
            with suppress(RuntimeError):
                pool.join()

    def _started(self) -> ProcessPool:
        if self._pool is None or not self._pool.active:
            self._pool = ProcessPool(max_workers=1, context=multiprocessing.get_context("spawn"))
        return self._pool


__all__ = ["ZOOM", "Picture", "Renderer", "render"]
