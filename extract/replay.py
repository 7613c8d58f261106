"""Replaying a library: every check again, from the stored figures alone: no PDF, no key, no network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.gate import judge
from extract.library import Library
from extract.model import CheckCount, Disclosure


@dataclass(frozen=True, slots=True)
class Replay:
    """A document's replay: how many figures got another verdict than is stored, and the checks as they came out."""

    document: str
    file: str
    figures: int
    changed: int
    findings_changed: bool
    checks: tuple[CheckCount, ...]

    @property
    def same(self) -> bool:
        """Whether the replay agrees with what is stored."""
        return self.changed == 0 and not self.findings_changed


def replay(library: Library) -> Iterator[Replay]:
    """Judge every stored document anew and compare."""
    for stored in library.all():
        again = judge(stored)
        before, after = _verdicts(stored), _verdicts(again)
        changed = sum(a != b for a, b in zip(before, after, strict=True))
        yield Replay(stored.id, stored.meta.file, len(after), changed, stored.findings != again.findings, again.checks)


def _verdicts(disclosure: Disclosure) -> list[object]:
    cells = [cell.verdict for table in disclosure.tables for cell in table.figures]
    return [*cells, *(fact.verdict for fact in disclosure.facts)]
