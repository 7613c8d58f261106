"""Of several things that a question sets side by side, the figures of one table: amounts of one table are of the same money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.terms.targets import Target


def in_one_table(found: Sequence[Target]) -> list[Target]:
    """Things that are added up, each as a table says it that has all of them, where one does: amounts of one table are of
    the same money."""
    by_table = [
        {
            m.figure.ref[0]: m
            for m in reversed(t.matches)
            if m.figure.value is not None and not m.figure.is_fact and t.matches[0].score - m.score <= _BESIDE
        }
        for t in found
    ]
    common = set.intersection(*(set(own) for own in by_table))
    if not common or len({t.matches[0].figure.ref[0] for t in found}) == 1:
        return list(found)

    def fit(table: str) -> tuple[int, float]:
        figures = [own[table].figure for own in by_table]
        outright = sum(t.words in f.names for t, f in zip(found, figures, strict=True))
        return outright, sum(own[table].score for own in by_table)

    best = max(common, key=fit)
    return [replace(t, matches=(own[best], *t.matches)) for t, own in zip(found, by_table, strict=True)]


_BESIDE = 0.5
"""Points behind the likeliest figure within which one of the same table as the others is taken."""
