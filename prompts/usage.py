"""What calls cost: usage by call, and the run's budget, which worker processes share."""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from multiprocessing.context import SpawnContext
from pathlib import Path
from typing import Any

from prompts.errors import BudgetError
from prompts.settings import ModelSettings

_MICRO = 1_000_000  # money is counted in whole millionths, so that sums are exact


@dataclass(slots=True)
class Usage:
    """Tokens and money. `calls` were sent, `cached` answered from disk, `failed` are among those sent."""

    calls: int = 0
    cached: int = 0
    failed: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost: float = 0.0
    seconds: float = 0.0

    def add(self, other: Usage) -> None:
        """Count another's calls in."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def tokens(self) -> int:
        """Prompt and answer together."""
        return self.prompt_tokens + self.output_tokens


def price(settings: ModelSettings, prompt: int, cached: int, output: int) -> float:
    """What a call costs."""
    cheap = settings.price_input if settings.price_cached is None else settings.price_cached
    total = (prompt - cached) * settings.price_input + cached * cheap + output * settings.price_output
    return total / 1_000_000


@dataclass(frozen=True, slots=True)
class Call:
    """One request as it was sent, or found in the cache: what for, what came of it, what it cost."""

    document: str
    purpose: str
    outcome: str  # ok, cached, or the error's name
    prompt_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost: float = 0.0
    seconds: float = 0.0
    key: str = ""

    @property
    def usage(self) -> Usage:
        """This one call as a sum."""
        from_disk = self.outcome == "cached"
        failed = self.outcome not in {"ok", "cached"}
        return Usage(
            int(not from_disk),
            int(from_disk),
            int(failed),
            self.prompt_tokens,
            self.cached_tokens,
            self.output_tokens,
            self.cost,
            self.seconds,
        )


def usage_by_document(log: Path) -> dict[str, Usage]:
    """What a run's log of calls says of each document; nothing where there is no log. A torn last line is left out."""
    sums: dict[str, Usage] = {}
    if log.is_file():
        for line in log.read_text(encoding="utf-8").splitlines():
            try:
                call = Call(**json.loads(line))
            except (ValueError, TypeError):
                continue
            sums.setdefault(call.document, Usage()).add(call.usage)
    return sums


@dataclass
class Meter:
    """The run's budget and its record of calls. It may be handed to worker processes when they start."""

    settings: ModelSettings
    log: Path | None = None
    spent: Any = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Memory that processes share: tokens and millionths of money spent or promised."""
        if self.spent is None:
            context: SpawnContext = multiprocessing.get_context("spawn")
            self.spent = context.Array("q", [0, 0])

    @contextmanager
    def reserved(self, prompt: int, output: int) -> Iterator[Reservation]:
        """Set aside what a call may cost at most; what it did not use goes back. Raises BudgetError."""
        ahead = prompt + output
        cost = round(price(self.settings, prompt, 0, output) * _MICRO)
        with self.spent.get_lock():
            tokens, money = self.spent[0] + ahead, self.spent[1] + cost
            if self.settings.max_tokens is not None and tokens > self.settings.max_tokens:
                raise BudgetError(f"{self.spent[0]:,} / {self.settings.max_tokens:,} 个 token")
            if self.settings.max_cost is not None and money > self.settings.max_cost * _MICRO:
                raise BudgetError(f"{self.spent[1] / _MICRO:g} / {self.settings.max_cost:g}")
            self.spent[0], self.spent[1] = tokens, money
        own = Reservation()
        try:
            yield own
        finally:
            with self.spent.get_lock():
                self.spent[0] += own.tokens - ahead
                self.spent[1] += round(own.cost * _MICRO) - cost

    def record(self, call: Call) -> None:
        """Add a call to the run's log: one line, written at once."""
        if self.log is None:
            return
        line = json.dumps(asdict(call), ensure_ascii=False) + "\n"
        self.log.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            os.write(handle, line.encode())
        finally:
            os.close(handle)


@dataclass(slots=True)
class Reservation:
    """What a call did use."""

    tokens: int = 0
    cost: float = 0.0
