"""Tables without vertical rulings, by word alignment: row bands from baselines, columns from the gutters between words.

The result is a `Grid` like a ruled one, so everything after it is the same. Nothing is guessed: a body whose words leave
no clear gutters, or a column without a header of its own, gives no grid, and the table is reported as not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.alignment import SPANNING, TOTAL, AlignedColumn, Phrase, Rows, Span, align_columns, phrases_of, spans_of
from extract.grid import Cell, Grid, merged
from extract.lines import Line, lines_of
from extract.model import Kind
from extract.pages import Char, Page
from extract.specs import title_kind
from extract.text import folded, parse_amount
from extract.wrapped import unwrapped

_CODE = re.compile(r"^\d{3}(?:\d{2}){0,2}$")
_ITEM = re.compile(r"^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|\d+[、.](?!\d))")
_NOTE = re.compile(r"^(?:备?注|说明)[:：]|[。；]")
_SENTENCE = re.compile(r"[，；。]|[\d.]\s*(?:亿|万)?元")
_FURNITURE = re.compile(
    r"单位[:：]|编制|^表[-一二三四五六七八九十\d]{1,4}$|^(?:部门|单位)?公开|公开\d+表|^-?\d+-?$|^第\d+页|^附?表\d"
)

_BARE = re.compile(r"^-?\d+-?$")


def find_borderless(
    page: Page, grids: Sequence[Grid], lines: list[Line], before: Grid | None = None
) -> tuple[list[Grid], list[Line], list[Line]]:
    """The page's tables (those read by alignment included), the lines left over, and the lines of tables not read.

    A ruled grid that sets several rows of figures in one field (rulings between columns only) is read by alignment too.
    `before` is the last table of the page before: one or two rows overleaf stand in its columns or are not read.
    """
    ruled = [grid for grid in grids if not _under_ruled(grid)]
    loose = [lines_of([c for cell in grid.cells for c in cell.chars]) for grid in grids if _under_ruled(grid)]
    made: list[Grid] = []
    rest = list(lines)
    unread: list[Line] = []
    for region in [*_regions(ruled, lines), *loose]:
        grid, used = _align(page, region, before if not made and not ruled else None)
        if grid is not None:
            made.append(grid)
        else:
            unread += used
        rest = [line for line in rest if line not in used]
    tables = sorted([*ruled, *made], key=lambda g: (g.ys[0], g.xs[0]))
    return tables, rest, unread


def _under_ruled(grid: Grid) -> bool:
    """Whether a field holds several lines of which at least two are amounts: rows are not ruled apart."""
    for cell in grid.cells:
        if len(cell.chars) > 8:
            amounts = [a for line in cell.lines if (a := parse_amount(line.text)) is not None]
            if sum(a.decimals > 0 for a in amounts) >= 2 or sum(abs(a.value) >= 1000 for a in amounts) >= 3:
                return True
    return False


def _regions(grids: Sequence[Grid], lines: list[Line]) -> list[list[Line]]:
    """Stretches of lines below a standard table's title with no ruled table; a page of rows only is one too."""
    stops = sorted(grid.ys[0] for grid in grids)
    titles = [line for line in lines if title_kind(line.text) is not None]
    if any(re.match(r"^目录?次?$", folded(line.text)) for line in lines) or len(titles) > 4:
        return []
    regions = []
    for i, title in enumerate(titles):
        end = min([t.base for t in titles[i + 1 :]] + [s for s in stops if s > title.base] + [1e9])
        below = [line for line in lines if title.base < line.base < end]
        other = title_kind(title.text) is Kind.OTHER
        if not any(title.base < s <= end for s in stops) and (not other or _mostly_rows(below)):
            regions.append(below)
    if not titles and not grids and (_mostly_rows(lines) or _only_rows(lines)):
        regions.append(lines)
    return regions


def _only_rows(lines: Sequence[Line]) -> bool:
    """Whether a page holds nothing but the last rows of a table, its header above them or not (合计 alone, say)."""
    told = [line for line in lines if not _FURNITURE.search(folded(line.text))]
    rows = [i for i, line in enumerate(told) if sum(p.numeric for p in phrases_of(line)) >= 2]
    if not rows or any(_SENTENCE.search(line.text) for line in told[: rows[-1] + 1]):
        return False
    header, rest = told[: rows[0]], told[rows[0] :]
    notes = next((i for i, line in enumerate(rest) if _NOTE.search(folded(line.text))), len(rest))
    return (
        len(header) <= 8
        and not any(len(line.text) > 60 or _NOTE.search(folded(line.text)) for line in header)
        and (all(len(phrases_of(line)) == 1 or any(p.numeric for p in phrases_of(line)) for line in rest[:notes]))
    )


def _mostly_rows(lines: Sequence[Line]) -> bool:
    """Whether most lines are rows of a table: several figures each."""
    rows = [line for line in lines if sum(p.numeric for p in phrases_of(line)) >= 2]
    return len(rows) >= 3 and len(rows) > 0.6 * len(lines)


def _align(page: Page, region: list[Line], before: Grid | None = None) -> tuple[Grid | None, list[Line]]:
    """A grid over the region's rows, and the lines it takes up."""
    rows = unwrapped([(line, phrases_of(line)) for i, line in enumerate(region) if not _is_furniture(region, i)])
    first = next((i for i, (_, phrases) in enumerate(rows) if _is_body(phrases)), None)
    if first is None:
        return None, []
    end = next((i for i in range(first, len(rows)) if _NOTE.search(folded(rows[i][0].text))), len(rows))
    rules = _row_rules(page, [line for line, _ in rows[:end]])
    above = [y for y in rules if y < rows[first][0].base]
    while first > 0 and above and rows[first - 1][0].base > above[-1] and _joins_row(rows[first - 1], rows[first]):
        first -= 1  # a label's first line, above the line of its figures
    while first > 0 and len(rows[first - 1][1]) == 1 and _overlap(rows[first - 1][0], rows[first][0]):
        first -= 1  # the same without rulings: it stands beside its figures, not above them
    if before is not None and first == 1 and _joins_row(rows[0], rows[1]) and _over_words(rows[0][1][0], rows[1][1]):
        first = 0  # overleaf, a label's first line: one name is no header
    while first > 0 and any(_ITEM.match(folded(p.text)) for p in rows[first - 1][1]):
        first -= 1
    header, body = rows[:first], _one_row(rows[first:end])
    own = {id(c) for line, _ in rows[:end] for c in line.chars}
    used = [line for line in region if id(line.chars[0]) in own]
    tabular = sum(any(p.numeric for p in phrases) for _, phrases in body) >= 2 or _only_rows(region)
    aligned = align_columns(header, body) if all(len(line.text) <= 60 for line, _ in header) else None
    if not header and before is not None and (same := _in_columns_of(before, body)) is not None:
        aligned = same  # a column that is blank on this page is there all the same
    elif not header and not _mostly_rows(region):
        aligned = None  # a row or two do not say where the columns are
    bands = _ruled_bands(body, rules) or _bands(body)
    if aligned is None and before is not None and _says_as(before, header):
        header, aligned = [], _in_columns_of(before, body)
    if aligned is None or not bands:
        return None, used if tabular else []
    grid = _grid(page, header, bands, *aligned)
    if grid is None and before is not None and header and _says_as(before, header):
        same = _in_columns_of(before, body)  # a header said again, over too few rows to tell what is whose
        grid = _grid(page, [], bands, *same) if same is not None else None
    return grid, used if grid is not None or tabular else []


_EDGE = 1.0  # points: figures of one column end nearer than this


def _says_as(before: Grid, header: Rows) -> bool:
    """Whether a header only repeats that of the page before."""
    return all(folded(p.text) in before.said for _, phrases in header for p in phrases)


def _in_columns_of(before: Grid, body: Rows) -> tuple[list[AlignedColumn], list[list[Phrase]]] | None:
    """The columns of the page before, where every figure ends at the right edge of one of them, clear of its neighbour.

    A column without figures there has only its header to say where it is: figures that stand under that, clear of both neighbours,
    and all end at one edge, are its own.
    """
    columns = [AlignedColumn(x0, x1, None, words) for x0, x1, words in before.aligned]
    blank, edges = _without_figures(before), dict[int, float]()
    for p in (p for _, phrases in body for p in phrases):
        if not p.numeric:
            if not any(c.words and p.x0 < c.x1 and c.x0 < p.x1 for c in columns) and not SPANNING.match(folded(p.text)):
                return None  # words where the page before has figures: another table
            continue
        if _CODE.match(folded(p.text)) and any(
            not c.words and abs(p.x0 - c.x0) < _EDGE and p.x1 <= c.x1 + _EDGE for c in columns[:1]
        ):
            continue  # codes of fewer digits end before longer ones: they stand at the left
        ends = [i for i, c in enumerate(columns) if not c.words and i not in blank and abs(p.x1 - c.x1) < _EDGE]
        if not ends and (under := _under_header(p, columns, blank)) is not None:
            if abs(edges.setdefault(under, p.x1) - p.x1) >= _EDGE:
                return None
            own = columns[under]
            columns[under] = replace(own, x0=min(own.x0, p.x0), x1=max(own.x1, p.x1))
            continue
        if len(ends) != 1 or (ends[0] > 0 and columns[ends[0] - 1].x1 >= p.x0):
            return None
        own = columns[ends[0]]
        columns[ends[0]] = replace(own, x0=min(own.x0, p.x0))
    return (columns, []) if columns else None


def _without_figures(before: Grid) -> frozenset[int]:
    """The columns of a page, from the left, that hold no figure on it."""
    return frozenset(
        i
        for i, (_, _, words) in enumerate(before.aligned)
        if not words and not any(parse_amount(before.field_at[r][i].text) for r in range(before.row_count))
    )


def _under_header(p: Phrase, columns: Sequence[AlignedColumn], blank: frozenset[int]) -> int | None:
    """The one column without figures under whose header a figure stands, clear of the columns beside it."""
    over = [i for i, c in enumerate(columns) if p.x0 < c.x1 and c.x0 < p.x1]
    if len(over) != 1 or over[0] not in blank:
        return None
    i = over[0]
    clear = (i == 0 or columns[i - 1].x1 < p.x0) and (i + 1 == len(columns) or p.x1 < columns[i + 1].x0)
    return i if clear else None


_OVERLAP = 0.9  # of the size: lines nearer than this overlap, and stand in one row


def _overlap(above: Line, line: Line) -> bool:
    """Whether a line begins before the one above it ends."""
    return line.base - above.base < _OVERLAP * min(line.size, above.size)


def _one_row(body: Rows) -> Rows:
    """Lines that overlap in height put together: a label of two lines stands above and below its row's figures.

    Where two figures of one column would come together, the lines stay apart.
    """
    joined: list[Rows] = []
    for line, phrases in body:
        if joined and _overlap(joined[-1][-1][0], line):
            joined[-1].append((line, phrases))
        else:
            joined.append([(line, phrases)])
    rows: Rows = []
    for group in joined:
        phrases = [p for _, ps in group for p in ps]
        figures = sorted((p for p in phrases if p.numeric), key=lambda p: p.x0)
        if len(group) == 1 or any(a.x1 > b.x0 for a, b in pairwise(figures)):
            rows += group
        else:
            first = min((p for p in phrases), key=lambda p: p.x0)
            rows.append(
                (
                    Line(tuple(c for line, _ in group for c in line.chars)),
                    [first, *(p for p in phrases if p is not first)],
                )
            )
    return rows


def _is_furniture(region: Sequence[Line], i: int) -> bool:
    """Whether a line is no row of a table; a bare number close to another line is no page number but a wrapped digit."""
    text = folded(region[i].text)
    if _BARE.match(text):
        beside = [region[j] for j in (i - 1, i + 1) if 0 <= j < len(region)]
        return all(abs(other.base - region[i].base) > 1.6 * region[i].size for other in beside)
    return _FURNITURE.search(text) is not None


def _joins_row(above: tuple[Line, list[Phrase]], row: tuple[Line, list[Phrase]]) -> bool:
    return row[0].base - above[0].base < 1.6 * row[0].size and len(above[1]) == 1


def _over_words(above: Phrase, row: Sequence[Phrase]) -> bool:
    """Whether a phrase stands over words of a row that begins with its code."""
    coded = _CODE.match(folded(row[0].text)) is not None
    return coded and any(p.x0 < above.x1 and above.x0 < p.x1 for p in row[1:] if not p.numeric)


def _row_rules(page: Page, lines: list[Line]) -> list[float]:
    """Heights of the horizontal rulings that run across most of the region."""
    if not lines:
        return []
    left, right = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    top, bottom = min(line.box[1] for line in lines) - 20, max(line.box[3] for line in lines) + 20
    wide = [
        s.at
        for s in merged(page.horizontals)
        if top <= s.at <= bottom and min(s.end, right) - max(s.start, left) > 0.5 * (right - left)
    ]
    return sorted(wide)


def _is_body(phrases: list[Phrase]) -> bool:
    figures = sum(p.numeric and not re.fullmatch(r"20\d\d|\d", p.text) for p in phrases)
    named = any(re.search(r"[\u4e00-\u9fff]", p.text) for p in phrases)
    coded = bool(phrases) and _CODE.match(folded(phrases[0].text)) is not None
    total = bool(phrases) and TOTAL.match(folded(phrases[0].text)) is not None
    empty = total and all(folded(p.text) in _NOTHING for p in phrases[1:])
    return (figures >= 1 and (named or figures >= 2)) or (coded and named) or empty


_NOTHING = frozenset(("0", "-", "—", "–"))
"""What a table prints beside 合计 that has no rows: 0 is no year and no column's number."""


@dataclass(slots=True)
class _Band:
    """One row of the table: its lines' phrases."""

    phrases: list[Phrase]
    top: float
    bottom: float


def _ruled_bands(body: Rows, rules: list[float]) -> list[_Band] | None:
    """Rows between horizontal rulings; None where the rulings do not part all rows."""
    by_band: dict[int, Rows] = {}
    for line, phrases in body:
        by_band.setdefault(sum(y < line.base - 0.3 * line.size for y in rules), []).append((line, phrases))
    if len(by_band) < 2 or any(sum(_is_body(ps) for _, ps in rows) > 1 for rows in by_band.values()):
        return None
    return [
        _Band(
            [p for _, ps in rows for p in ps],
            min(line.box[1] for line, _ in rows),
            max(line.box[3] for line, _ in rows),
        )
        for _, rows in sorted(by_band.items())
    ]


def _bands(body: Rows) -> list[_Band]:
    """Rows; a line without figures or code that goes on with a label above (or begins the one below) joins it.

    No rows where a label's loose end (款) cannot be told from a row of its own.
    """
    loose = [ps for _, ps in body if len(ps) == 1 and re.fullmatch(r"[\u4e00-\u9fff)）]{1,3}", folded(ps[0].text))]
    rows = (ps for _, ps in body if _is_body(ps) and not TOTAL.match(folded(ps[0].text)))
    first = next(rows, body[0][1])  # 合计, or the first line of a label, may stand above it
    if any(not TOTAL.match(folded(ps[0].text)) for ps in loose) and not _CODE.match(folded(first[0].text)):
        return []
    coded = sum(_CODE.match(folded(phrases[0].text)) is not None for _, phrases in body) > len(body) / 2
    worded = any(not p.numeric for _, phrases in body for p in phrases)
    if not coded and worded and any(_loses_label(body, i) for i in range(len(body))):
        return []
    bands: list[_Band] = []
    pending: Rows = []
    for line, phrases in body:
        whole = _is_body(phrases) or not coded or any(TOTAL.match(folded(p.text)) for p in phrases)
        if whole:
            early = [p for _, ps in pending for p in ps]
            top = min(c.y0 for p in [*early, *phrases] for c in p.chars)
            bands.append(_Band([*early, *phrases], top, max(c.y1 for c in line.chars)))
            pending = []
        elif bands and line.base - bands[-1].phrases[-1].chars[0].base < 1.6 * line.size:
            bands[-1].phrases += phrases
            bands[-1].bottom = max(c.y1 for c in line.chars)
        else:
            pending.append((line, phrases))
    return bands


def _loses_label(body: Rows, i: int) -> bool:
    """Whether a line begins with a figure and its label may be the line of words just above or below it."""
    line, phrases = body[i]
    if not phrases[0].numeric:
        return False
    beside = [body[j] for j in (i - 1, i + 1) if 0 <= j < len(body)]
    return any(abs(other.base - line.base) < 1.5 * line.size and not any(p.numeric for p in ps) for other, ps in beside)


def _grid(
    page: Page, header: Rows, bands: list[_Band], columns: list[AlignedColumn], upper: list[list[Phrase]]
) -> Grid | None:
    """The rows and columns as a grid.

    One whose upper headers are not clear, and whose columns' own names do not tell them apart, is ragged: not trusted.
    """
    xs = [columns[0].x0 - 2] + [(a.x1 + b.x0) / 2 for a, b in pairwise(columns)] + [columns[-1].x1 + 2]
    if header and any(c.name is None for c in columns[1:]):
        return None
    spans = spans_of(upper, columns)
    levels = [level for level in spans if level is not None]
    head_rows = len(levels) + 1
    top = min((c.y0 for line, _ in header for c in line.chars), default=bands[0].top)
    ys = [top + (bands[0].top - top) * i / head_rows for i in range(head_rows)] if header else []
    ys += [bands[0].top] + [(a.bottom + b.top) / 2 for a, b in pairwise(bands)] + [bands[-1].bottom]
    matrix = [_header_row(row, level, xs, ys) for row, level in enumerate(levels)]
    if header:
        row = len(matrix)
        matrix.append(
            [_cell(row, i, i, xs, ys, c.name.chars if c.name is not None else []) for i, c in enumerate(columns)]
        )
    for band in bands:
        made = _body_row(len(matrix), band, columns, xs, ys)
        if made is None:
            return None
        matrix.append(made)
    cells = list({id(cell): cell for line in matrix for cell in line}.values())
    names = ["".join(char.text for char in c.name.chars) for c in columns if c.name is not None]
    told_apart = len(set(names)) == len(names)
    return Grid(
        page,
        xs,
        ys,
        cells,
        matrix,
        ragged=None in spans and not told_apart,
        unclear=None in spans,
        aligned=tuple((c.x0, c.x1, c.words) for c in columns),
        said=frozenset(folded(p.text) for _, phrases in header for p in phrases),
    )


def _cell(row: int, left: int, right: int, xs: list[float], ys: list[float], chars: Sequence[Char]) -> Cell:
    return Cell(row, left, row, right, (xs[left], ys[row], xs[right + 1], ys[row + 1]), list(chars))


def _header_row(row: int, level: list[Span], xs: list[float], ys: list[float]) -> list[Cell]:
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
    row: int, band: _Band, columns: Sequence[AlignedColumn], xs: list[float], ys: list[float]
) -> list[Cell] | None:
    """A row's cells; None where a word lies across two columns."""
    made = [_cell(row, c, c, xs, ys, []) for c in range(len(columns))]
    for p in band.phrases:
        over = [i for i, c in enumerate(columns) if p.x0 < c.x1 and c.x0 < p.x1]
        spanning = SPANNING.match(folded(p.text)) is not None and not (len(over) == 1 and columns[over[0]].words)
        if spanning and (own := _label_column(p, band, columns)) is not None:
            over = [own]
        if len(over) > 1 and p.numeric:
            return None
        if len(over) > 1 and TOTAL.match(folded(p.text)):
            over = over[-1:]
        if len(over) != 1:
            middle = (p.x0 + p.x1) / 2
            over = [min(range(len(columns)), key=lambda i: abs((columns[i].x0 + columns[i].x1) / 2 - middle))]
        made[over[0]].chars += p.chars
        made[over[0]].wrapped |= p.wrapped
        made[over[0]].cut |= p.cut
    return made


def _label_column(total: Phrase, band: _Band, columns: Sequence[AlignedColumn]) -> int | None:
    """Where the label of a total belongs that is set over several columns: to the labels left of its next figure."""
    figures = [p.x0 for p in band.phrases if p.numeric and p.x0 >= total.x0]
    if not figures:
        return None
    left = [i for i, c in enumerate(columns) if c.words and c.x1 < min(figures)]
    return left[-1] if left and columns[left[-1]].x1 >= total.x0 else None
