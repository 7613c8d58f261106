"""Which pages hold which table: by the words of titles, never by page number.

A ruled table belongs to the title that stands above it (or inside its first rows); one without a title, on the same or
the next page, of the same width, continues the table before. What stands outside the tables is prose or furniture
(titles, unit lines, page numbers, notes).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.grid import Grid
from extract.header import goes_on
from extract.lines import Line
from extract.model import Kind
from extract.pages import Page
from extract.specs import title_kind
from extract.text import folded

_UNIT = re.compile(r"(?:金额)?单位[:：]?(?:人民币)?[(（]?(百万元|亿元|万元|千元|元)")
_UNIT_ALONE = re.compile(r"^[(（]?(?:人民币)?(亿元|万元|千元|元)[)）]?$")
_COMPILER = re.compile(r"(?:编制|预算|填报|公开)?(?:单位|部门)(?:名称)?[:：]([^:：]{4,40}?)(?:单位[:：]|金额单位|$)")
_PAGE_NUMBER = re.compile(r"^[-—–―~·第\s]*\d{1,4}[-—–―~·页\s]*(?:共\d+页)?$|^\d{1,4}/\d{1,4}$|^第\d+页,?共\d+页$")
_TABLE_NUMBER = re.compile(
    r"^[(（]?(?:部门|单位|预算|决算|财)?公?开?\s*(?:附?表|附件)?[-\s]*[一二三四五六七八九十\d]{1,3}(?:-\d+)?[号)）]?表?$|^(?:部门|单位)?公开表\d+$|^公开\d+表$"
)
_NUMERALS = "一二三四五六七八九十"
_NUMBERED = re.compile(
    rf"^[(（]?(?:部门|单位|预算|决算|财)*(?:公开|附)?(?:表[-\s]*0?(?P<before>\d{{1,2}}|[{_NUMERALS}])(?![-\d年{_NUMERALS}])|0?(?P<after>\d{{1,2}})表)"
)
_NOTE = re.compile(r"^(?:备?注|说明|附注)[:：\d]|^\*")
_EMPTY = re.compile(
    r"本表为空表|本表无数据|无数据|空表|故本表|没有使用.*安排的?支出|没有.{0,30}(?:收入|支出|安排).{0,20}(?:空表|无数据)|无.{0,30}(?:拨款|预算|支出).{0,20}(?:空表|无数据)"
)


@dataclass(slots=True)
class Source:
    """A table as found: its title, its grids page by page, and the lines around it."""

    kind: Kind
    title: str
    unit: str = ""
    grids: list[Grid] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    said_empty: bool = False
    compiler: str = ""
    above: tuple[str, ...] = ()
    """The lines above its first page's grid, as printed."""
    overleaf: tuple[str, ...] = ()
    """The units of money that are printed above its further pages."""

    @property
    def units(self) -> frozenset[str]:
        """The units of money that its pages print."""
        return frozenset(u for u in (self.unit, *self.overleaf) if u)

    @property
    def number(self) -> int | None:
        """The number that is printed above it (部门公开表 3, 公开06表, 表五); None where none is."""
        for said in (*reversed(self.above), self.title):
            if (m := _NUMBERED.match(folded(said))) is not None:
                told = m["before"] or m["after"]
                return int(told) if told.isdigit() else _NUMERALS.index(told) + 1
        return None


@dataclass(slots=True)
class Prose:
    """A line of text outside the tables."""

    page: Page
    line: Line
    furniture: bool = False


@dataclass(slots=True)
class Outline:
    """The document in order: its tables and what stands outside them."""

    sources: list[Source]
    prose: list[Prose]
    strays: list[Prose]
    untabled: list[tuple[Kind, str, Page, Line]]


def outline(pages: Sequence[tuple[Page, list[Grid], list[Line]]]) -> Outline:
    """Assign titles, units and notes to tables; tell prose from furniture and from stray numbers."""
    result = Outline([], [], [], [])
    for page, grids, lines in pages:
        floor = 0.0
        rest = list(lines)
        for grid in grids:
            above = [line for line in rest if floor - 2 <= line.base <= grid.ys[0] + 3]
            _table(result, page, grid, above)
            rest = [line for line in rest if line not in above]
            floor = grid.ys[-1]
            result.prose += [Prose(page, line, _is_furniture(page, line)) for line in above]
        _below(result, page, grids, rest)
    for prose in result.prose:
        if not prose.furniture and _numeric_only(prose.line):
            result.strays.append(prose)
    return result


def find_title(lines: Sequence[Line]) -> tuple[Kind, str, list[Line]] | None:
    """The title nearest to the end of some lines, joined where it wraps; None where there is none."""
    for end in range(len(lines) - 1, -1, -1):
        kind = title_kind(lines[end].text)
        if kind is None or re.match(r"^第[一二三四五六七八九十]+部分", lines[end].text):
            continue
        start, text = end, lines[end].text
        while start > 0 and end - start < 2:
            before = lines[start - 1]
            wraps = abs(before.size - lines[end].size) < 0.6 and lines[start].base - before.base < 2.2 * before.size
            joined = before.text + text
            if (
                not wraps
                or title_kind(joined) is None
                or title_kind(before.text) is not None
                or _is_heading(before.text)
            ):
                break
            text, start = joined, start - 1
        return title_kind(text) or kind, text, list(lines[start : end + 1])
    return None


def _is_heading(text: str) -> bool:
    return bool(
        re.match(r"^第[一二三四五六七八九十]+部分|^[一二三四五六七八九十]+、|^附[件表][:：]|^附[件表]\d*$", text)
    ) or bool(_UNIT.search(text))


def unit_in(text: str) -> str:
    """The unit of money that a line such as 单位：万元 names, or ''."""
    line = folded(text)
    found = _UNIT.search(line) or _UNIT_ALONE.match(line)
    return found.group(1) if found else ""


def _table(result: Outline, page: Page, grid: Grid, above: list[Line]) -> None:
    inside = [line for r in range(min(3, grid.row_count)) if len(row := grid.row(r)) == 1 for line in row[0].lines]
    outer, inner = find_title(above), find_title(inside)
    found = inner if inner is not None and (outer is None or outer[0] is Kind.OTHER or inner[0] is outer[0]) else outer
    unit = next((u for line in [*reversed(above), *inside] if (u := unit_in(line.text))), "")
    compiler = next((c for line in [*above, *inside] if (c := compiler_in(line.text))), "")
    before = result.sources[-1] if result.sources else None
    if found is None or (
        before is not None and found[1] == before.title and _continues(before, page, grid, skip_pages=1)
    ):
        if before is not None and _continues(before, page, grid):
            before.grids.append(grid)
            if unit:
                before.overleaf += (unit,)
                before.unit = before.unit or unit
            return
        if found is None:
            found = (Kind.OTHER, "", [])
    kind, title, _ = found
    said = tuple(line.text for line in [*above, *inside])
    result.sources.append(Source(kind, title, unit, [grid], compiler=compiler, above=said))


def _continues(before: Source, page: Page, grid: Grid, skip_pages: int = 1) -> bool:
    last = before.grids[-1]
    gap = page.number - last.page.number
    if not (0 <= gap <= skip_pages):
        return False
    wide = last.xs[-1] - last.xs[0]
    if not goes_on(before.grids[0], grid):
        return False
    same_width = abs((grid.xs[-1] - grid.xs[0]) - wide) < 0.03 * wide and abs(grid.xs[0] - last.xs[0]) < 0.05 * wide
    return same_width or grid.column_count == last.column_count


def compiler_in(text: str) -> str:
    """The institute that a line such as 编制单位：… names, or ''."""
    found = _COMPILER.search(folded(text))
    name = found.group(1) if found else ""
    return "" if re.fullmatch(r".{0,3}元", name) else name


def _below(result: Outline, page: Page, grids: list[Grid], rest: list[Line]) -> None:
    """Lines under the last table of a page (or on a page without tables): notes, titles without a grid, prose."""
    noting = False
    for line in rest:
        furniture = _is_furniture(page, line)
        if grids and not furniture and (_NOTE.match(folded(line.text)) or (noting and not _is_heading(line.text))):
            noting = True
            source = result.sources[-1]
            source.notes.append(line.text)
            source.said_empty = source.said_empty or bool(_EMPTY.search(folded("".join(source.notes))))
        elif not furniture:
            noting = False
        result.prose.append(Prose(page, line, furniture))
    if found := find_title(rest):
        kind, title, lines = found
        if kind is not Kind.OTHER and not _is_contents(rest):
            result.untabled.append((kind, title, page, lines[-1]))


def _is_contents(lines: Sequence[Line]) -> bool:
    texts = [folded(line.text) for line in lines]
    dotted = sum(bool(re.search(r"\.{4,}|…{2,}|·{4,}", text)) for text in texts)
    titles = sum(title_kind(line.text) is not None for line in lines)
    return dotted >= 2 or titles >= 3 or any(re.match(r"^目录?$|^目次$", text) for text in texts)


def _is_furniture(page: Page, line: Line) -> bool:
    """Page numbers, table numbers, unit lines, titles: no prose, and their numbers are no figures."""
    text = folded(line.text)
    height = page.width if page.turn in (90, 270) else page.height
    margin = line.base > 0.88 * height or line.base < 0.08 * height
    return bool(
        (margin and _PAGE_NUMBER.match(text))
        or _TABLE_NUMBER.match(text)
        or re.fullmatch(r"[(（]?20\d\d年?度?[)）]?", text)
        or (unit_in(text) and len(text) < 60 and not re.search(r"[。;；]", text))
        or compiler_in(text)
        or title_kind(text) is not None
    )


def _numeric_only(line: Line) -> bool:
    """A line of figures and no words: nothing says what they are."""
    text = folded(line.text)
    return bool(re.search(r"\d", text)) and not re.search(r"[\u4e00-\u9fffA-Za-z]{2}", text)
