"""How far a reading is: said by the reader, seen by whoever waits for it, also from another process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class Stage(StrEnum):
    """What is being done for a document, in this order; only some documents are asked a model about."""

    PAGES = "pages"
    TABLES = "tables"
    CHECKS = "checks"
    MODEL = "model"
    STORING = "storing"


class Step(NamedTuple):
    """How far a reading is: within its stage `at` of `of`, where that can be counted (else both are 0)."""

    stage: Stage
    at: int = 0
    of: int = 0


Tell = Callable[[Step], None]


def unheard(_: Step) -> None:
    """For nobody who waits."""


def counted(items: Iterable[T], stage: Stage, of: int, tell: Tell) -> Iterator[T]:
    """Pass items on, saying before each how many there have been."""
    tell(Step(stage, 0, of))
    for at, item in enumerate(items, 1):
        yield item
        tell(Step(stage, at, of))


_STAGES = tuple(Stage)
_BITS = 24
_MOST = (1 << _BITS) - 1


class Board:
    """The steps of several readings in memory that processes share, without a lock: each is one number, written by one
    process. A worker that is killed harms nothing, and is seen where it stopped."""

    def __init__(self, slots: int, context: Any) -> None:
        """`context` is that of the processes (`multiprocessing`), which get the board when they begin."""
        self.cells: Any = context.RawArray("q", slots)
        self._seen: list[int] = []

    def put(self, slot: int, step: Step) -> None:
        """In a worker: say how far it is."""
        at, of = (min(max(number, 0), _MOST) for number in (step.at, step.of))
        self.cells[slot] = (_STAGES.index(step.stage) + 1) << (2 * _BITS) | at << _BITS | of

    def news(self) -> Iterator[tuple[int, Step]]:
        """The readings that are further than at the last look, by slot."""
        now = list(self.cells)
        before, self._seen = self._seen or [0] * len(now), now
        return ((slot, _step(new)) for slot, (old, new) in enumerate(zip(before, now, strict=True)) if new != old)


def _step(value: int) -> Step:
    return Step(_STAGES[(value >> (2 * _BITS)) - 1], value >> _BITS & _MOST, value & _MOST)
