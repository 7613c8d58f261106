"""Tables without vertical rulings, by word alignment: row bands from baselines, columns from the gutters between words.

The result is a `Grid` like a ruled one, so everything after it is the same. Nothing is guessed: a body whose words leave
no clear gutters, or a column without a header of its own, gives no grid, and the table is reported as not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.grid import Cell, Grid
from extract.lines import Line
from extract.model import Kind
from extract.pages import Char, Page
from extract.specs import title_kind
from extract.text import folded, is_dash, parse_amount

_GUTTER = 0.6  # of the character size: narrower gaps do not separate columns
_CODE = re.compile(r"^\d{3}(?:\d{2}){0,2}$")
_TOTAL = re.compile(r"^(?:合计|总计|小计)$")
_NOTE = re.compile(r"^(?:备?注|说明)[:：]|[。；]")
_NUMBERING = re.compile(r"^(?:栏次|栏目|行次|[-—]{1,2}|\d{1,2}(?:=[\d+\-]+)?)$")
_FURNITURE = re.compile(r"单位[:：]|编制|^公开|公开\d+表|^-?\d+-?$|^第\d+页")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that stand together on a line."""

    chars: tuple[Char, ...]
    x0: float
    x1: float
    text: str

    @property
    def numeric(self) -> bool:
        return parse_amount(self.text) is not None or is_dash(self.text)


def find_borderless(page: Page, grids: Sequence[Grid], lines: list[Line]) -> tuple[list[Grid], list[Line]]:
    """Tables on a page that rulings do not draw, and the lines left over."""
    made: list[Grid] = []
    rest = list(lines)
    for region in _regions(grids, lines):
        grid, used = _align(page, region)
        if grid is not None:
            made.append(grid)
            rest = [line for line in rest if line not in used]
    return made, rest


def _regions(grids: Sequence[Grid], lines: list[Line]) -> list[list[Line]]:
    """Stretches of lines below a standard table's title with no ruled table; a page of rows only is one too."""
    stops = sorted(grid.ys[0] for grid in grids)
    titles = [line for line in lines if title_kind(line.text) is not None]
    if any(re.match(r"^目录?次?$", folded(line.text)) for line in lines) or len(titles) > 3:
        return []
    regions = []
    for i, title in enumerate(titles):
        end = min([t.base for t in titles[i + 1 :]] + [s for s in stops if s > title.base] + [1e9])
        below = [line for line in lines if title.base < line.base < end]
        if title_kind(title.text) not in {None, Kind.OTHER} and not any(title.base < s <= end for s in stops):
            regions.append(below)
    if not titles and not grids:
        rows = [line for line in lines if sum(p.numeric for p in _phrases(line)) >= 2]
        if len(rows) >= 3 and len(rows) > 0.6 * len(lines):
            regions.append(lines)
    return regions


def _phrases(line: Line) -> list[_Phrase]:
    groups: list[list[Char]] = []
    for char in line.chars:
        if groups and char.x0 - groups[-1][-1].x1 <= _GUTTER * char.size:
            groups[-1].append(char)
        else:
            groups.append([char])
    return [_Phrase(tuple(g), g[0].x0, max(c.x1 for c in g), "".join(c.text for c in g)) for g in groups]


def _align(page: Page, region: list[Line]) -> tuple[Grid | None, list[Line]]:
    """A grid over the region's rows, and the lines it takes up."""
    rows = [(line, _phrases(line)) for line in region if not _FURNITURE.search(folded(line.text))]
    first = next((i for i, (_, phrases) in enumerate(rows) if _is_body(phrases)), None)
    if first is None:
        return None, []
    end = next((i for i in range(first, len(rows)) if _NOTE.search(folded(rows[i][0].text))), len(rows))
    header, body = rows[:first], rows[first:end]
    if sum(_is_body(phrases) for _, phrases in body) < 1 or any(len(line.text) > 60 for line, _ in header):
        return None, []
    columns = _columns(header, body)
    if columns is None:
        return None, []
    bands = _bands(body, columns)
    grid = _grid(page, header, bands, columns)
    return grid, [line for line, _ in rows[:end]]


def _is_body(phrases: list[_Phrase]) -> bool:
    figures = sum(p.numeric and not re.fullmatch(r"20\d\d|\d", p.text) for p in phrases)
    named = any(re.search(r"[\u4e00-\u9fff]", p.text) for p in phrases)
    coded = bool(phrases) and _CODE.match(folded(phrases[0].text)) is not None
    return (figures >= 1 and (named or figures >= 2)) or (coded and named)


Rows = list[tuple[Line, list[_Phrase]]]


def _columns(header: Rows, body: Rows) -> list[tuple[float, float]] | None:
    """The columns' extents: what the body's words cover, plus headers over empty columns."""
    spans = sorted((p.x0, p.x1) for _, phrases in body for p in phrases if not _TOTAL.match(folded(p.text)))
    size = body[0][0].size
    columns: list[tuple[float, float]] = []
    for x0, x1 in spans:
        if columns and x0 - columns[-1][1] < _GUTTER * size:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    for _, phrases in header:
        for p in phrases:
            if not any(p.x0 < c1 and c0 < p.x1 for c0, c1 in columns) and not _inside_span(p, header, columns):
                columns.append((p.x0, p.x1))
    columns.sort()
    return columns if len(columns) >= 2 else None


def _inside_span(phrase: _Phrase, header: Rows, columns: list[tuple[float, float]]) -> bool:
    """Whether a header stands between columns that both have a header below it: then it spans them."""
    below = [p for line, phrases in header for p in phrases if line.base > phrase.chars[0].base + 1]
    left = [c for c in columns if c[1] < phrase.x0]
    right = [c for c in columns if c[0] > phrase.x1]
    near = [*left[-1:], *right[:1]]
    return len(near) == 2 and all(any(p.x0 < c[1] and c[0] < p.x1 for p in below) for c in near)


@dataclass(slots=True)
class _Band:
    """One row of the table: its lines' phrases."""

    phrases: list[_Phrase]
    top: float
    bottom: float


def _bands(body: Rows, columns: list[tuple[float, float]]) -> list[_Band]:
    """Rows; a line without figures or code that goes on with a label above (or begins the one below) joins it."""
    coded = sum(_CODE.match(folded(phrases[0].text)) is not None for _, phrases in body) > len(body) / 2
    bands: list[_Band] = []
    pending: list[tuple[Line, list[_Phrase]]] = []
    for line, phrases in body:
        whole = _is_body(phrases) or not coded or any(_TOTAL.match(folded(p.text)) for p in phrases)
        if whole:
            early = [p for _, ps in pending for p in ps]
            top = min([c.y0 for p in [*early, *phrases] for c in p.chars])
            bands.append(_Band([*early, *phrases], top, max(c.y1 for c in line.chars)))
            pending = []
        elif bands and line.base - bands[-1].phrases[-1].chars[0].base < 1.6 * line.size:
            bands[-1].phrases += phrases
            bands[-1].bottom = max(c.y1 for c in line.chars)
        else:
            pending.append((line, phrases))

    return bands


def _grid(page: Page, header: Rows, bands: list[_Band], columns: list[tuple[float, float]]) -> Grid | None:
    xs = [columns[0][0] - 2] + [(a[1] + b[0]) / 2 for a, b in pairwise(columns)] + [columns[-1][1] + 2]
    upper, leaves = _header(header, columns)
    if any(not leaf for leaf in leaves[1:]):
        return None
    head_rows = len(upper) + 1
    top = min((c.y0 for line, _ in header for c in line.chars), default=bands[0].top)
    ys = [top + (bands[0].top - top) * i / head_rows for i in range(head_rows)] if header else []
    ys += [bands[0].top] + [(a.bottom + b.top) / 2 for a, b in pairwise(bands)] + [bands[-1].bottom]
    matrix: list[list[Cell]] = []
    for level in upper:
        matrix.append(_header_row(len(matrix), level, xs, ys))
    if header:
        row = len(matrix)
        matrix.append([_cell(row, c, c, xs, ys, leaf) for c, leaf in enumerate(leaves)])
    for band in bands:
        made = _body_row(len(matrix), band, columns, xs, ys)
        if made is None:
            return None
        matrix.append(made)
    cells = list({id(cell): cell for line in matrix for cell in line}.values())
    return Grid(page, xs, ys, cells, matrix)


def _cell(row: int, left: int, right: int, xs: list[float], ys: list[float], chars: Sequence[Char]) -> Cell:
    return Cell(row, left, row, right, (xs[left], ys[row], xs[right + 1], ys[row + 1]), list(chars))


def _header(
    header: Rows, columns: list[tuple[float, float]]
) -> tuple[list[list[tuple[int, int, list[Char]]]], list[list[Char]]]:
    """Header phrases over several columns, level by level, and for each column the phrases over it alone."""
    leaves: list[list[Char]] = [[] for _ in columns]
    upper: list[list[tuple[int, int, list[Char]]]] = []
    for _, phrases in header:
        if all(_NUMBERING.match(folded(p.text)) for p in phrases):
            continue
        level = []
        for p in phrases:
            over = [i for i, (x0, x1) in enumerate(columns) if p.x0 < x1 and x0 < p.x1]
            if len(over) == 1:
                leaves[over[0]] += p.chars
            elif len(over) > 1:
                level.append((over[0], over[-1], list(p.chars)))
            else:
                middle = (p.x0 + p.x1) / 2
                left = max((i for i, c in enumerate(columns) if c[1] < middle), default=0)
                level.append((left, min(left + 1, len(columns) - 1), list(p.chars)))
        if level:
            upper.append(level)
    return upper, leaves


def _header_row(row: int, level: list[tuple[int, int, list[Char]]], xs: list[float], ys: list[float]) -> list[Cell]:
    made: list[Cell] = []
    for left, right, chars in sorted(level, key=lambda item: item[0]):
        if left < len(made):
            continue
        while len(made) < left:
            made.append(_cell(row, len(made), len(made), xs, ys, []))
        cell = _cell(row, left, right, xs, ys, chars)
        made += [cell] * (right - left + 1)
    while len(made) < len(xs) - 1:
        made.append(_cell(row, len(made), len(made), xs, ys, []))
    return made


def _body_row(
    row: int, band: _Band, columns: list[tuple[float, float]], xs: list[float], ys: list[float]
) -> list[Cell] | None:
    """A row's cells; None where a word lies across two columns."""
    made = [_cell(row, c, c, xs, ys, []) for c in range(len(columns))]
    for p in band.phrases:
        over = [i for i, (x0, x1) in enumerate(columns) if p.x0 < x1 and x0 < p.x1]
        if len(over) > 1 and not (_TOTAL.match(folded(p.text)) or not p.numeric):
            return None
        if len(over) > 1 and _TOTAL.match(folded(p.text)):
            over = over[-1:]
        if len(over) != 1:
            middle = (p.x0 + p.x1) / 2
            over = [min(range(len(columns)), key=lambda i: abs((columns[i][0] + columns[i][1]) / 2 - middle))]
        made[over[0]].chars += p.chars
    return made
