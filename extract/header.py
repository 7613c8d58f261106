"""Where a ruled table's header ends and its body begins, and whether a grid repeats another's header."""

from __future__ import annotations

import re

from extract.grid import Grid
from extract.text import folded, parse_amount

_HEADER = re.compile(
    r"项目|编码|代码|名称|科目|^[类款项目节]$|预算|决算|执行数|支出数|金额|合计|小计|总计|收入|支出|拨款|资金|经费|结转|结余"
    r"|行次|栏次|序号|年初|年末|本年|上年|增减|备注|说明|费$|出国|购置|运行|接待|比例|%|总额|数$|单位"
)
_FIRST_LABEL = re.compile(r"^(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十]+[)）]|\d+[、.．](?!\d)).+")
_TOTAL_LABEL = re.compile(r"^(?:合计|总计|本年收入合计|收入总计|支出总计)$")
_ORDINAL_ROW = re.compile(r"^(?:栏次|栏目|行次|序号|\*+)$")
_FORMULA = re.compile(r"^[\d=+\-－()（）a-zA-Z\s—～~]*$")


def header_rows(grid: Grid) -> int:
    """How many raster rows at the top are header."""
    first_data = next((r for r in range(grid.row_count) if _is_data(grid, r)), None)
    limit = grid.row_count if first_data is None else first_data
    header = 0
    for r in range(limit):
        row = [cell for cell in grid.row(r) if cell.chars]
        named = any(_HEADER.search(folded(cell.text)) for cell in row if cell.top == r)
        hanging = any(cell.top < r for cell in row)
        if named or hanging or is_numbering(grid, r):
            header = r + 1
    return header


def _is_data(grid: Grid, r: int) -> bool:
    """Whether a row shows that the body has begun: an amount, a code, a row label."""
    if is_numbering(grid, r):
        return False
    texts = [folded(cell.text) for cell in grid.row(r) if cell.chars and cell.top == r]
    if not texts:
        return False
    if any(
        (a := parse_amount(t)) is not None and not _is_year(t) and (a.decimals or len(t) > 1 or t in "0") for t in texts
    ):
        return True
    if any(_FIRST_LABEL.match(t) for t in texts):
        return True
    totals = sum(bool(_TOTAL_LABEL.match(t)) for t in texts)
    return totals > 0 and len(texts) - totals <= sum(bool(re.fullmatch(r"[类款项]", t)) for t in texts)


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"20\d\d", text))


def is_numbering(grid: Grid, r: int) -> bool:
    """A line that numbers the columns (栏次 1 2 3 …), formulas such as 1=2+3 included."""
    texts = [folded(cell.text) for cell in grid.row(r) if cell.chars and cell.top == r]
    named = any(_ORDINAL_ROW.match(t) for t in texts)
    rest = [t for t in texts if not _ORDINAL_ROW.match(t) and not re.fullmatch(r"[类款项]", t)]
    if not rest or not all(_FORMULA.match(t) for t in rest):
        return False
    leading = [int(m.group()) for t in rest if (m := re.match(r"\d{1,2}(?![\d,.])", t))]
    counting = (
        len(leading) == len(rest) and leading == list(range(leading[0], leading[0] + len(leading))) and leading[0] <= 2
    )
    return counting and (named or len(leading) >= 3)


def header_texts(grid: Grid, header: int) -> set[str]:
    return {folded(cell.text) for r in range(header) for cell in grid.row(r) if cell.chars}


def repeated_header(grid: Grid, texts: set[str]) -> int:
    """How many rows at the top of a continuation repeat the header."""
    repeated = 0
    for r in range(grid.row_count):
        row = [folded(cell.text) for cell in grid.row(r) if cell.chars]
        own = [folded(cell.text) for cell in grid.row(r) if cell.chars and cell.top == r]
        if not row or not all(text in texts for text in row) or (own and _is_data(grid, r) and not _all_header(own)):
            if is_numbering(grid, r):
                repeated = r + 1
                continue
            break
        repeated = r + 1
    return repeated


def _all_header(texts: list[str]) -> bool:
    return not any(parse_amount(t) is not None or _FIRST_LABEL.match(t) for t in texts) and len(texts) > 1


def goes_on(before: Grid, grid: Grid) -> bool:
    """Whether a grid can be the continuation of a table: its body begins at once, or it repeats the header."""
    repeated = repeated_header(grid, header_texts(before, header_rows(before)))
    return not any(_is_certain(grid, r) for r in range(repeated, header_rows(grid)))


_CERTAIN = re.compile(
    r"^(?:项目|科目|.*(?:编码|代码|名称)|.*(?:预算|决算|执行)数?|金额|合计|小计|收入|支出|(?:基本|项目)支出|(?:人员|公用)经费|[类款项]|行次|栏次)$"
)


def _is_certain(grid: Grid, r: int) -> bool:
    """Whether a row can only be a header: two of its cells say what columns hold."""
    return sum(bool(_CERTAIN.match(folded(cell.text))) for cell in grid.row(r) if cell.chars and cell.top == r) >= 2
