"""Tables without rulings, by word alignment."""

from __future__ import annotations

from collections.abc import Sequence

from extract.grid import Grid
from extract.lines import Line
from extract.pages import Page


def find_borderless(page: Page, grids: Sequence[Grid], lines: list[Line]) -> tuple[list[Grid], list[Line]]:
    return [], lines
