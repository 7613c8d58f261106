"""What one wrong figure comes to: mutations of documents and of readings, and what the checks and the gate make of each.

A mutation does on purpose what goes wrong in real life: a digit swapped, a row dropped, a unit slipped. It is applied

- to the *printed document* (`eval.mutations_printed`): the mistake is the document's own, and must be reported as such;
- to a *reader's output* (`eval.mutations_reader`): the mistake is the reader's, and no figure of it may be verified.

What counts:

- `detected`: something says so that did not before: an error or warning, a figure in conflict, a figure held for review;
- `localised`: it says so of the mutated figure, or of its table or page;
- `falsely_accepted`: a figure is `verified` that is not what is printed there (its value, or its unit of money). A
  figure that is printed wrongly and read as printed is read rightly, whatever the document meant;
- `undetectable`: no identity of the check book can tell (see `eval.mutations_coverage`): the figure is covered by none,
  or the change cancels out in all of them. Said of printed documents only: a reader's mistake must be held back always.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one mutation of one document. `where` says table, row, column, page, old and new; `reason` why."""

    mutation: str
    document: str
    where: str
    detected: bool
    localised: bool
    falsely_accepted: bool
    undetectable: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Total:
    """The outcomes of one mutation, counted. `detectable` are those that an identity can tell."""

    mutation: str
    made: int
    undetectable: int
    detected: int
    localised: int
    falsely_accepted: int

    @property
    def detectable(self) -> int:
        """How many an identity can tell."""
        return self.made - self.undetectable


def totals(outcomes: Iterable[Outcome]) -> list[Total]:
    """The outcomes summed per mutation, in the order in which mutations first occur.

    Detected and localised are counted among the detectable only: what nothing can tell is in `undetectable`.
    """
    found: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        found.setdefault(outcome.mutation, []).append(outcome)
    return [_total(name, own) for name, own in found.items()]


def _total(name: str, outcomes: Sequence[Outcome]) -> Total:
    telling = [o for o in outcomes if not o.undetectable]
    return Total(
        name,
        len(outcomes),
        len(outcomes) - len(telling),
        sum(o.detected for o in telling),
        sum(o.localised for o in telling),
        sum(o.falsely_accepted for o in outcomes),
    )


def as_table(outcomes: Iterable[Outcome]) -> str:
    """The totals as text, one line a mutation."""
    rows = [("mutation", "made", "undetectable", "detected", "localised", "falsely accepted")]
    for t in totals(outcomes):
        told = f"{t.detected}/{t.detectable}", f"{t.localised}/{t.detectable}"
        rows.append((t.mutation, str(t.made), str(t.undetectable), *told, str(t.falsely_accepted)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(w) if n == 0 else cell.rjust(w) for n, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
