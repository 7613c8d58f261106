"""Why a figure is wrong, in words: the figure nearest to it on the other side, and what of it differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from extract.model import Box


class Figure(NamedTuple):
    """What is compared: kind of table, code, label ('' where a code is printed), header path, exact value, page."""

    kind: str
    code: str
    label: str
    column: str
    value: Decimal
    page: int

    @property
    def row(self) -> str:
        """The code, or the label."""
        return self.code or self.label


class Said(NamedTuple):
    """A figure as a reader gave it, with its box and its verdict."""

    figure: Figure
    box: Box | None = None
    verdict: str = ""


_WEIGHTS = {"kind": 2, "row": 4, "column": 3, "value": 4, "page": 1}
_LEAST = 6  # what two figures must share to be spoken of together
NAMES = {"kind": "表", "row": "行", "column": "列", "value": "数值", "page": "页"}


def differing(one: Figure, other: Figure) -> list[str]:
    """Which of kind, row, column, value and page differ."""
    return [part for part in _WEIGHTS if getattr(one, part) != getattr(other, part)]


def nearest(figure: Figure, others: Iterable[Said]) -> Said | None:
    """The most similar of some figures; None where none has enough in common to be meant."""
    best, found = _LEAST - 1, None
    for said in others:
        shared = sum(w for part, w in _WEIGHTS.items() if getattr(figure, part) == getattr(said.figure, part))
        if shared > best:
            best, found = shared, said
    return found


def why_missing(figure: Figure, left: Sequence[Said], held: Sequence[Said]) -> tuple[str, Box | None]:
    """Why a gold figure is not among those stated: held for review, read as another, or not read; and the box, if any."""
    for said in held:
        if said.figure == figure:
            return "已读对，但待复核，不能说出", said.box
    said_of = nearest(figure, left)
    if said_of is not None:
        return f"最近的读作：{_differences(figure, said_of.figure)}", said_of.box
    held_of = nearest(figure, held)
    if held_of is not None:
        return f"待复核的读作：{_differences(figure, held_of.figure)}", held_of.box
    return "没有读出相近的数", None


def why_extra(figure: Figure, gold: Sequence[Figure]) -> str:
    """Why a stated figure is no gold figure: what differs from the nearest gold figure that is not read."""
    near = nearest(figure, [Said(f) for f in gold])
    return f"应为：{_differences(figure, near.figure)}" if near is not None else "金标里没有相近的数"


def _differences(one: Figure, other: Figure) -> str:
    parts = differing(one, other)
    if not parts:
        return "同一个数，读了不止一次"
    return (
        "，".join(f"{NAMES[p]}不同（{_short(getattr(one, p))} ↔ {_short(getattr(other, p))}）" for p in parts)
        + f"；{other.row} {other.column} {other.value} 第 {other.page} 页"
    )


def _short(value: object) -> str:
    text = str(value) or "空"
    return text if len(text) <= 40 else f"{text[:39]}…"
