"""Tables without vertical rulings, by word alignment: row bands from baselines, columns from the gutters between words.

The result is a `Grid` like a ruled one, so everything after it is the same. Nothing is guessed: a body whose words leave
no clear gutters, or a column without a header of its own, gives no grid, and the table is reported as not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from extract.grid import Cell, Grid, merged
from extract.lines import Line, lines_of
from extract.model import Kind
from extract.pages import Char, Page
from extract.specs import title_kind
from extract.text import folded, is_dash, parse_amount

_GUTTER = 0.6  # of the character size: narrower gaps do not separate words of one kind
_DIGITS = 0.2  # the same between two digits
_NARROW = 0.25  # the same between a figure and a word
_CODE = re.compile(r"^\d{3}(?:\d{2}){0,2}$")
_TOTAL = re.compile(r"^(?:合计|总计|小计)$")
_NOTE = re.compile(r"^(?:备?注|说明)[:：]|[。；]")
_SPACED = {"收入", "支出", "项目", "合计", "小计", "总计", "金额"}
_NUMBERING = re.compile(r"^(?:栏次|栏目|行次|[-—]{1,2}|\d{1,2}(?:=[\d+\-]+)?)$")
_FURNITURE = re.compile(
    r"单位[:：]|编制|^表[-一二三四五六七八九十\d]{1,4}$|^(?:部门|单位)?公开|公开\d+表|^-?\d+-?$|^第\d+页|^附?表\d"
)


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


def find_borderless(page: Page, grids: Sequence[Grid], lines: list[Line]) -> tuple[list[Grid], list[Line], list[Line]]:
    """The page's tables (those read by alignment included), the lines left over, and the lines of tables not read.

    A ruled grid that sets several rows of figures in one field (rulings between columns only) is read by alignment too.
    """
    ruled = [grid for grid in grids if not _under_ruled(grid)]
    loose = [lines_of([c for cell in grid.cells for c in cell.chars]) for grid in grids if _under_ruled(grid)]
    made: list[Grid] = []
    rest = list(lines)
    unread: list[Line] = []
    for region in [*_regions(ruled, lines), *loose]:
        grid, used = _align(page, region)
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
        if title_kind(title.text) not in {None, Kind.OTHER} and not any(title.base < s <= end for s in stops):
            regions.append(below)
    if not titles and not grids:
        rows = [line for line in lines if sum(p.numeric for p in _phrases(line)) >= 2]
        if len(rows) >= 3 and len(rows) > 0.6 * len(lines):
            regions.append(lines)
    return regions


def _phrases(line: Line) -> list[_Phrase]:
    """The line cut at gutters; between a figure and a word a narrower gap is enough."""
    groups: list[list[Char]] = []
    for char in line.chars:
        if groups:
            before = groups[-1][-1]
            gap = char.x0 - before.x1
            if gap <= _allowed_gap(before.text, char.text) * char.size:
                groups[-1].append(char)
                continue
        groups.append([char])
    return [_Phrase(tuple(g), g[0].x0, max(c.x1 for c in g), "".join(c.text for c in g)) for g in groups]


def _allowed_gap(before: str, after: str) -> float:
    """How far apart, in sizes, two characters of one phrase may stand: digits of one figure stand close."""
    digits = before.isdigit() + after.isdigit()
    if digits == 2:
        return _DIGITS
    return _NARROW if digits == 1 and not {before, after} & set(",.-%") else _GUTTER


def _align(page: Page, region: list[Line]) -> tuple[Grid | None, list[Line]]:
    """A grid over the region's rows, and the lines it takes up."""
    rows = [(line, _phrases(line)) for line in region if not _FURNITURE.search(folded(line.text))]
    first = next((i for i, (_, phrases) in enumerate(rows) if _is_body(phrases)), None)
    if first is None:
        return None, []
    end = next((i for i in range(first, len(rows)) if _NOTE.search(folded(rows[i][0].text))), len(rows))
    rules = _row_rules(page, [line for line, _ in rows[:end]])
    above = [y for y in rules if y < rows[first][0].base]
    while first > 0 and above and rows[first - 1][0].base > above[-1] and _joins_row(rows[first - 1], rows[first]):
        first -= 1  # a label's first line, above the line of its figures
    header, body = rows[:first], rows[first:end]
    used = [line for line, _ in rows[:end]]
    tabular = sum(any(p.numeric for p in phrases) for _, phrases in body) >= 2
    columns = _columns(header, body) if all(len(line.text) <= 60 for line, _ in header) else None
    bands = _ruled_bands(body, rules) or _bands(body)
    if columns is None or not bands:
        return None, used if tabular else []
    grid = _grid(page, header, bands, columns)
    return grid, used if grid is not None or tabular else []


def _joins_row(above: tuple[Line, list[_Phrase]], row: tuple[Line, list[_Phrase]]) -> bool:
    return row[0].base - above[0].base < 1.6 * row[0].size and len(above[1]) == 1


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


def _is_body(phrases: list[_Phrase]) -> bool:
    figures = sum(p.numeric and not re.fullmatch(r"20\d\d|\d", p.text) for p in phrases)
    named = any(re.search(r"[\u4e00-\u9fff]", p.text) for p in phrases)
    coded = bool(phrases) and _CODE.match(folded(phrases[0].text)) is not None
    alone = len(phrases) == 1 and _TOTAL.match(folded(phrases[0].text)) is not None
    return (figures >= 1 and (named or figures >= 2)) or (coded and named) or alone


Rows = list[tuple[Line, list[_Phrase]]]


def _columns(header: Rows, body: Rows) -> list[tuple[float, float]] | None:
    """The columns' extents: what figures and what words of the body cover, plus headers over empty columns.

    None where words and figures overlap, so that nothing tells their columns apart.
    """
    phrases = [p for _, ps in body for p in ps if not _TOTAL.match(folded(p.text))]
    size = body[0][0].size
    figures = _clusters([p for p in phrases if p.numeric], _NARROW * size)
    words = _clusters([p for p in phrases if not p.numeric], _NARROW * size)
    if any(a0 < b1 and b0 < a1 for a0, a1 in figures for b0, b1 in words):
        return None
    columns = figures + words
    names = [p for _, ps in header if not all(_NUMBERING.match(folded(p.text)) for p in ps) for p in _spelled(ps)]
    loose = [p for p in names if not any(p.x0 < c1 and c0 < p.x1 for c0, c1 in columns)]
    loose = [p for p in loose if not _inside_span(p, header, columns)]
    unnamed = [i for i, (c0, c1) in enumerate(columns) if not any(p.x0 < c1 and c0 < p.x1 for p in names)]
    for i in [i for i in unnamed if columns[i] in figures]:
        name = _its_name(columns[i], loose)
        if name is None:
            return None
        columns[i] = (min(columns[i][0], name.x0), max(columns[i][1], name.x1))
        loose.remove(name)
    columns += [(p.x0, p.x1) for p in loose]
    columns.sort()
    if any(a1 > b0 for (_, a1), (b0, _) in pairwise(columns)):
        return None
    return columns if len(columns) >= 2 else None


def _its_name(column: tuple[float, float], names: list[_Phrase]) -> _Phrase | None:
    """The header beside a column of figures that no header stands over; None where two are about as near."""
    ranked = sorted((max(column[0] - p.x1, p.x0 - column[1]), i) for i, p in enumerate(names))
    if not ranked or ranked[0][0] > column[1] - column[0] + 20:
        return None
    if len(ranked) > 1 and ranked[1][0] < 2 * ranked[0][0] + 4:
        return None
    return names[ranked[0][1]]


def _clusters(phrases: list[_Phrase], gap: float) -> list[tuple[float, float]]:
    """Extents joined where they overlap or nearly touch."""
    joined: list[tuple[float, float]] = []
    for x0, x1 in sorted((p.x0, p.x1) for p in phrases):
        if joined and x0 - joined[-1][1] < gap:
            joined[-1] = (joined[-1][0], max(joined[-1][1], x1))
        else:
            joined.append((x0, x1))
    return joined


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
    if any(not _TOTAL.match(folded(ps[0].text)) for ps in loose) and not _CODE.match(folded(body[0][1][0].text)):
        return []
    coded = sum(_CODE.match(folded(phrases[0].text)) is not None for _, phrases in body) > len(body) / 2
    bands: list[_Band] = []
    pending: Rows = []
    for line, phrases in body:
        whole = _is_body(phrases) or not coded or any(_TOTAL.match(folded(p.text)) for p in phrases)
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


def _grid(page: Page, header: Rows, bands: list[_Band], columns: list[tuple[float, float]]) -> Grid | None:
    xs = [columns[0][0] - 2] + [(a[1] + b[0]) / 2 for a, b in pairwise(columns)] + [columns[-1][1] + 2]
    upper, leaves, clear = _header(header, columns)
    if header and any(not leaf for leaf in leaves[1:]):
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
    return Grid(page, xs, ys, cells, matrix, ragged=not clear)


def _cell(row: int, left: int, right: int, xs: list[float], ys: list[float], chars: Sequence[Char]) -> Cell:
    return Cell(row, left, row, right, (xs[left], ys[row], xs[right + 1], ys[row + 1]), list(chars))


_Span = tuple[int, int, list[Char]]


def _header(header: Rows, columns: list[tuple[float, float]]) -> tuple[list[list[_Span]], list[list[Char]], bool]:
    """Headers over several columns, level by level, for each column the headers over it alone, and whether all is clear.

    A level whose spans are not clear is left out: the columns keep their own names, and the table is not trusted.
    """
    leaves: list[list[Char]] = [[] for _ in columns]
    bases: list[float] = [0.0] * len(columns)
    levels: list[list[_Phrase]] = []
    lines = [ps for _, ps in header if not all(_NUMBERING.match(folded(p.text)) for p in ps)]
    for depth, phrases in enumerate(lines):
        wide = []
        for p in _spelled(phrases):
            over = [i for i, (x0, x1) in enumerate(columns) if p.x0 < x1 and x0 < p.x1]
            if len(over) == 1 and not _stands_over(p, over[0], lines[depth + 1 :], columns):
                bases[over[0]] = bases[over[0]] or p.chars[0].base
                leaves[over[0]] += p.chars
            else:
                wide.append(p)
        if wide:
            levels.append(wide)
    spans = [_spans(wide, leaves, bases, columns) for wide in levels]
    return [level for level in spans if level is not None], leaves, None not in spans


def _spelled(phrases: list[_Phrase]) -> list[_Phrase]:
    """Letter-spaced words (收  入) put together again."""
    joined: list[_Phrase] = []
    for p in phrases:
        if joined and joined[-1].text + p.text in _SPACED:
            chars = joined[-1].chars + p.chars
            joined[-1] = _Phrase(chars, joined[-1].x0, p.x1, joined[-1].text + p.text)
        else:
            joined.append(p)
    return joined


def _stands_over(phrase: _Phrase, column: int, below: list[list[_Phrase]], columns: list[tuple[float, float]]) -> bool:
    """Whether a header above one column has another below it in a line of several, so that it may span neighbours."""
    x0, x1 = columns[column]
    for phrases in below:
        own = [p for p in phrases if p.x0 < x1 and x0 < p.x1]
        if own:
            return len(phrases) > 1 and own[0].chars[0].base - phrase.chars[0].base >= 1.5 * phrase.chars[0].size
    return False


def _spans(
    wide: list[_Phrase], leaves: list[list[Char]], bases: list[float], columns: list[tuple[float, float]]
) -> list[_Span] | None:
    """The runs of columns that the headers of one level span.

    The columns whose own header stands below the level are shared out among its headers, left to right, each run under
    the middle of its header; None where no sharing fits, or two fit alike.
    """
    level = max(p.chars[0].base for p in wide)
    below = [i for i, chars in enumerate(leaves) if chars and bases[i] > level + 1]
    if not below:
        return None
    lowest = max(bases[i] for i in below)
    same_line = [i for i in below if lowest - bases[i] < 2]
    return _shared_out(wide, same_line, leaves, columns) or _shared_out(wide, below, leaves, columns)


def _shared_out(
    wide: list[_Phrase], own: list[int], leaves: list[list[Char]], columns: list[tuple[float, float]]
) -> list[_Span] | None:
    """Some columns shared out among the headers of a level; None where no sharing fits, or two fit alike."""
    extents = {
        i: (min([columns[i][0], *(c.x0 for c in leaves[i])]), max([columns[i][1], *(c.x1 for c in leaves[i])]))
        for i in own
    }
    middles = {i: (min(c.x0 for c in leaves[i]) + max(c.x1 for c in leaves[i])) / 2 for i in own}

    def off(run: list[int], p: _Phrase) -> float:
        centre = (p.x0 + p.x1) / 2
        by_names = abs((middles[run[0]] + middles[run[-1]]) / 2 - centre)
        return min(by_names, abs((extents[run[0]][0] + extents[run[-1]][1]) / 2 - centre))

    ranked = []
    for cuts in combinations(range(1, len(own)), len(wide) - 1):
        runs = [own[a:b] for a, b in pairwise([0, *cuts, len(own)])]
        if all(run[-1] - run[0] == len(run) - 1 for run in runs):
            ranked.append((max(off(run, p) for run, p in zip(runs, wide, strict=True)), runs))
    ranked.sort(key=lambda item: item[0])
    if not ranked or ranked[0][0] > 24 or (len(ranked) > 1 and ranked[1][0] < ranked[0][0] + 4):
        return None
    return [(run[0], run[-1], list(p.chars)) for run, p in zip(ranked[0][1], wide, strict=True)]


def _header_row(row: int, level: list[_Span], xs: list[float], ys: list[float]) -> list[Cell]:
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
