"""Replaying a library: every check again, from the stored figures and what people decided: no PDF, no key, no network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.corrections import by_document
from extract.decisions import applied, latest
from extract.gate import judge
from extract.library import Library
from extract.model import CheckCount, Disclosure


@dataclass(frozen=True, slots=True)
class Replay:
    """A document's replay: how many figures got another verdict or value than is stored, and the checks as they came out."""

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
    """Put what people decided into every stored document anew, judge it and compare.

    Raises LibraryError where a record or `corrections.jsonl` is damaged.
    """
    decided = by_document(library)
    for stored in library.all():
        again = judge(applied(stored, latest(decided.get(stored.id, ()))))
        before, after = _told(stored), _told(again)
        changed = sum(a != b for a, b in zip(before, after, strict=True))
        figures = sum(again.verdicts().values())
        yield Replay(stored.id, stored.meta.file, figures, changed, stored.findings != again.findings, again.checks)


def _told(disclosure: Disclosure) -> list[object]:
    cells = [(c.state, c.value, c.verdict, c.reader) for table in disclosure.tables for c in table.cells]
    return [*cells, *((fact.value, fact.verdict, fact.reader) for fact in disclosure.facts)]
