"""Ruling lines to cells, characters to cells.

Lines → clusters → connected tables → an elementary raster → cells (raster fields that no line separates). Each step is
a plain function. A character belongs to the cell that holds the centre of its em box: cell text taken as a block would
put marks drawn at another height on a line of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.lines import Line, lines_of
from extract.pages import Box, Char, Page, Segment

_SNAP = 1.6  # points: lines nearer than this are one line
_SLIVER = 3.5  # points: no text stands between lines nearer than this (double rulings)
_JOIN = 3.0  # points: gaps in a line that are bridged; reach of a crossing
_COVER = 0.6  # of a field's side: a line must run along this much of it to separate two fields


@dataclass(slots=True)
class Cell:
    """A field of the table: raster rows `top`..`bottom` and columns `left`..`right` (inclusive), and what it holds."""

    top: int
    left: int
    bottom: int
    right: int
    box: Box
    chars: list[Char] = field(default_factory=list)
    crossed: bool = False
    wrapped: bool = False
    """Read by alignment: its lines are one figure."""
    cut: bool = False
    """Read by alignment: what it holds is a part of a figure on two lines, of which the whole is not known."""
    _read: tuple[int, list[Line], str] | None = None

    @property
    def lines(self) -> list[Line]:
        """The cell's lines, top to bottom."""
        return self._told()[1]

    @property
    def text(self) -> str:
        """The cell's text, lines joined, without white space."""
        return self._told()[2]

    def _told(self) -> tuple[int, list[Line], str]:
        """Lines and text, made once for the characters that are in the cell."""
        if self._read is None or self._read[0] != len(self.chars):
            lines = lines_of(self.chars)
            self._read = (len(self.chars), lines, "".join(line.text for line in lines))
        return self._read


@dataclass(slots=True)
class Grid:
    """A table on one page: `field_at[row][column]` is the cell that covers a raster field.

    `ragged`: some cells are no rectangles, or columns are not told apart. `unclear`: upper headers were left out.
    """

    page: Page
    xs: list[float]
    ys: list[float]
    cells: list[Cell]
    field_at: list[list[Cell]]
    ragged: bool = False
    unclear: bool = False
    aligned: tuple[tuple[float, float, bool], ...] = ()
    """Read by alignment: the extent of each column, and whether it holds words."""
    said: frozenset[str] = frozenset()
    """Read by alignment: the phrases of its header."""

    @property
    def box(self) -> Box:
        """The table's outer box in upright points."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def row_count(self) -> int:
        """Number of raster rows."""
        return len(self.ys) - 1

    @property
    def column_count(self) -> int:
        """Number of raster columns."""
        return len(self.xs) - 1

    def row(self, index: int) -> list[Cell]:
        """The distinct cells of a raster row, left to right."""
        distinct: list[Cell] = []
        for cell in self.field_at[index]:
            if not distinct or distinct[-1] is not cell:
                distinct.append(cell)
        return distinct


def find_grids(page: Page) -> tuple[list[Grid], list[Char]]:
    """The ruled tables of a page, top to bottom, and the characters that stand in none of them."""
    horizontals = merged(page.horizontals)
    verticals = merged(page.verticals)
    grids = []
    for hs, vs in _components(horizontals, verticals):
        grid = _raster(page, hs, vs)
        if grid is not None:
            grids.append(grid)
    grids = _outermost(grids)
    grids.sort(key=lambda g: (g.ys[0], g.xs[0]))
    outside = [char for char in page.chars if not any(_put(grid, char) for grid in grids)]
    for grid in grids:
        _mark_crossed(grid)
    return [g for g in grids if any(cell.chars for cell in g.cells) or len(g.cells) > 1], outside


def merged(segments: Sequence[Segment]) -> list[Segment]:
    """Collinear pieces joined: nearby lines become one at their mean place, gaps up to `_JOIN` are closed."""
    clusters: list[list[Segment]] = []
    for segment in sorted(segments):
        if clusters and segment.at - clusters[-1][0].at <= _SNAP:
            clusters[-1].append(segment)
        else:
            clusters.append([segment])
    merged = []
    for cluster in clusters:
        weight = sum(s.end - s.start for s in cluster) or 1.0
        at = sum(s.at * (s.end - s.start) for s in cluster) / weight
        start, end = None, 0.0
        for segment in sorted(cluster, key=lambda s: s.start):
            if start is None:
                start, end = segment.start, segment.end
            elif segment.start <= end + _JOIN:
                end = max(end, segment.end)
            else:
                merged.append(Segment(at, start, end))
                start, end = segment.start, segment.end
        if start is not None:
            merged.append(Segment(at, start, end))
    return [s for s in merged if s.end - s.start > _JOIN]


def _components(hs: list[Segment], vs: list[Segment]) -> list[tuple[list[Segment], list[Segment]]]:
    """Lines that touch one another, as groups of (horizontals, verticals)."""
    parent = list(range(len(hs) + len(vs)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    order = sorted(range(len(vs)), key=lambda j: vs[j].at)
    places = [vs[j].at for j in order]
    for i, h in enumerate(hs):
        for k in range(bisect_right(places, h.start - _JOIN), bisect_right(places, h.end + _JOIN)):
            v = vs[order[k]]
            if v.start - _JOIN <= h.at <= v.end + _JOIN:
                parent[root(len(hs) + order[k])] = root(i)
    groups: dict[int, tuple[list[Segment], list[Segment]]] = defaultdict(lambda: ([], []))
    for i, h in enumerate(hs):
        groups[root(i)][0].append(h)
    for j, v in enumerate(vs):
        groups[root(len(hs) + j)][1].append(v)
    return list(groups.values())


def _places(values: list[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _SLIVER:
            places.append(value)
    return places


def _raster(page: Page, hs: list[Segment], vs: list[Segment]) -> Grid | None:
    """The table that connected lines draw; an outer border that is not drawn is closed where the lines end."""
    if len(hs) < 2 or not vs:
        return None
    xs = _places([v.at for v in vs] + [min(h.start for h in hs), max(h.end for h in hs)])
    ys = _places([h.at for h in hs] + [min(v.start for v in vs), max(v.end for v in vs)])
    if len(xs) < 3 and len(ys) < 3:
        return None  # a frame, not a table
    rows, columns = len(ys) - 1, len(xs) - 1
    walls = _cover(vs, xs, ys)
    floors = _cover(hs, ys, xs)
    parent = list(range(rows * columns))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for r in range(rows):
        for c in range(columns):
            if c + 1 < columns and not walls[c + 1][r]:
                parent[root(r * columns + c + 1)] = root(r * columns + c)
            if r + 1 < rows and not floors[r + 1][c]:
                parent[root((r + 1) * columns + c)] = root(r * columns + c)
    fields: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for r in range(rows):
        for c in range(columns):
            fields[root(r * columns + c)].append((r, c))
    cells, ragged = [], False
    field_at: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
    for group in fields.values():
        top, left = min(r for r, _ in group), min(c for _, c in group)
        bottom, right = max(r for r, _ in group), max(c for _, c in group)
        if len(group) != (bottom - top + 1) * (right - left + 1):
            ragged = True
        cell = Cell(top, left, bottom, right, (xs[left], ys[top], xs[right + 1], ys[bottom + 1]))
        cells.append(cell)
        for r, c in group:
            field_at[r][c] = cell
    cells.sort(key=lambda cell: (cell.top, cell.left))
    complete = [[cell for cell in row if cell is not None] for row in field_at]
    return Grid(page, xs, ys, cells, complete, ragged)


def _cover(segments: list[Segment], across: list[float], along: list[float]) -> list[list[bool]]:
    """`[i][k]`: does a line at `across[i]` run along the stretch from `along[k]` to `along[k + 1]`?"""
    covered = [[False] * (len(along) - 1) for _ in across]
    for segment in segments:
        nearest = min(range(len(across)), key=lambda i: abs(across[i] - segment.at))
        if abs(across[nearest] - segment.at) > _SLIVER:
            continue
        for k in range(len(along) - 1):
            length = along[k + 1] - along[k]
            shared = min(segment.end, along[k + 1]) - max(segment.start, along[k])
            if shared >= _COVER * length:
                covered[nearest][k] = True
    return covered


def _outermost(grids: list[Grid]) -> list[Grid]:
    """Tables that lie inside one cell of another are dropped: their lines are decoration (ticks, underlines)."""

    def inside(a: Grid, b: Grid) -> bool:
        (ax0, ay0, ax1, ay1), (bx0, by0, bx1, by1) = a.box, b.box
        return ax0 >= bx0 - 1 and ay0 >= by0 - 1 and ax1 <= bx1 + 1 and ay1 <= by1 + 1

    return [
        g
        for g in grids
        if not any(other is not g and inside(g, other) and len(other.cells) >= len(g.cells) for other in grids)
    ]


def _put(grid: Grid, char: Char) -> bool:
    x, y = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
    x0, y0, x1, y1 = grid.box
    if not (x0 <= x <= x1 and y0 <= y <= y1):
        return False
    column = min(bisect_right(grid.xs, x) - 1, grid.column_count - 1)
    row = min(bisect_right(grid.ys, y) - 1, grid.row_count - 1)
    grid.field_at[row][column].chars.append(char)
    return True


def _mark_crossed(grid: Grid) -> None:
    """Mark cells between which one printed number is cut by a ruling: neither can be trusted to hold all of it."""
    for r in range(grid.row_count):
        row = grid.row(r)
        for left, right in pairwise(row):
            if left.crossed and right.crossed:
                continue
            for a in left.chars:
                if not _figure(a) or a.x1 < left.box[2] - a.size:
                    continue
                for b in right.chars:
                    near = abs(b.base - a.base) < 0.3 * a.size and abs(b.x0 - a.x1) < 0.12 * a.size
                    if near and _figure(b) and (a.x1 > left.box[2] + 0.5 or b.x0 < left.box[2] - 0.5):
                        left.crossed = right.crossed = True


def _figure(char: Char) -> bool:
    return char.text in "0123456789,.，．" or "０" <= char.text <= "９"
