"""Characters to lines and words: by baseline, not by box, so that marks drawn at another height stay in their line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.pages import Box, Char

_SAME_LINE = 0.5  # of the size: baselines nearer than this are one line
_DIGIT_GAP = 0.2  # the same between two digits
_WORD_GAP = 0.3  # of the size: a wider gap separates words


def union(chars: Iterable[Char]) -> Box:
    """The smallest box around some characters."""
    boxes = list(chars)
    return (min(c.x0 for c in boxes), min(c.y0 for c in boxes), max(c.x1 for c in boxes), max(c.y1 for c in boxes))


@dataclass(frozen=True)
class Line:
    """Characters that stand on one baseline, left to right."""

    chars: tuple[Char, ...]

    @cached_property
    def text(self) -> str:
        """The characters without white space."""
        return "".join(c.text for c in self.chars)

    @cached_property
    def box(self) -> Box:
        """The box around the line."""
        return union(self.chars)

    @cached_property
    def base(self) -> float:
        """The baseline (median)."""
        return sorted(c.base for c in self.chars)[len(self.chars) // 2]

    @cached_property
    def size(self) -> float:
        """The character size (median)."""
        return sorted(c.size for c in self.chars)[len(self.chars) // 2]

    def words(self) -> list[Line]:
        """The line cut at gaps wider than a third of a character."""
        words: list[list[Char]] = []
        for char in self.chars:
            if words and char.x0 - words[-1][-1].x1 <= _gap(words[-1][-1], char):
                words[-1].append(char)
            else:
                words.append([char])
        return [Line(tuple(word)) for word in words]


def _gap(before: Char, after: Char) -> float:
    """How far apart two characters of one word may stand; digits of one figure stand closer."""
    share = _DIGIT_GAP if before.text.isdigit() and after.text.isdigit() else _WORD_GAP
    return share * max(before.size, after.size)


def lines_of(chars: Sequence[Char]) -> list[Line]:
    """The lines that some characters make, top to bottom."""
    if not chars:
        return []
    rows: list[list[Char]] = []
    base = 0.0
    for char in sorted(chars, key=lambda c: c.base):
        if rows and char.base - base <= _SAME_LINE * min(char.size, rows[-1][0].size):
            row = rows[-1]
            row.append(char)
            base += (char.base - base) / len(row)
        else:
            rows.append([char])
            base = char.base
    return [Line(tuple(sorted(row, key=lambda c: c.x0))) for row in rows]
