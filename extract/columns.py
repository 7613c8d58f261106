"""The columns of a table: where they stand, what their header says, what they hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.grid import Cell as Field
from extract.grid import Grid
from extract.header import is_numbering
from extract.model import Column, Head
from extract.outline import unit_in
from extract.specs import TableSpec, column_role, measure_of, title_kind, year_of
from extract.text import bare, folded, key, parse_amount

_CODE_HEADER = re.compile(
    r"(?:科目|分类|经济|功能).{0,8}(?:编码|代码|编号)|^(?:编码|代码|科目编码|科目代码|[类款项]{1,3}|[类款项]级)$"
)
_OTHER_CODE = re.compile(r"(?:单位|项目|部门|预算)(?:\(.{1,4}\))?(?:编码|代码|编号)$")
_LABEL_HEADER = re.compile(
    r"^(?:项目(?:\(.*\))?|.*名称(?:\(.*\))?|科目|支出功能分类|功能分类|功能科目|经济分类(?:科目)?|.*分类科目|内容|指标|收入|支出|单位|预算单位|费用项目|收入项目|支出项目"
    r"|(?:收入|支出)来源|经费项目|支出(?:经济|功能)分类.*|部门预算支出经济分类.*|三公经费项目|类别)$"
)
_ORDINAL_HEADER = re.compile(r"^(?:行次|序号|栏次|行号|排序)$")
_NOTE_HEADER = re.compile(r"^(?:备注|说明|备注说明)$")


@dataclass(slots=True)
class Col:
    """A logical column: its place and what its header says."""

    x0: float
    x1: float
    path: list[str]
    role: str = "amount"  # code, label, ordinal, note, amount
    group: int = 0
    number: int = -1  # among the amount columns

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def logical_columns(grid: Grid, header: int) -> list[Col]:
    """Raster columns that no body row separates are one column."""
    body = range(header, grid.row_count) if header < grid.row_count else range(max(header - 1, 0), header)
    separated = Counter(
        c for r in body for c in range(1, grid.column_count) if grid.field_at[r][c] is not grid.field_at[r][c - 1]
    )
    least = max(1, round(0.2 * len(body)))
    edges = [0] + [c for c in range(1, grid.column_count) if separated[c] >= least] + [grid.column_count]
    columns = []
    for left, right in pairwise(edges):
        x0, x1 = grid.xs[left], grid.xs[right]
        columns.append(Col(x0, x1, _path(grid, header, left, right)))
    return columns


def _path(grid: Grid, header: int, left: int, right: int) -> list[str]:
    """The header cells above a column, outermost first."""
    path: list[str] = []
    previous: Field | None = None
    x0, x1 = grid.xs[left], grid.xs[right]
    for r in range(header):
        if is_numbering(grid, r):
            continue
        candidates = {id(f): f for f in grid.field_at[r][left:right]}.values()
        cell = max(candidates, key=lambda f: min(f.box[2], x1) - max(f.box[0], x0))
        if cell is previous or min(cell.box[2], x1) - max(cell.box[0], x0) < 0.5 * (x1 - x0):
            continue
        previous = cell
        text = cell.text
        if not text or _is_title_row(grid, r, text):
            continue
        if not path or path[-1] != text:
            path.append(text)
    return path


_OVER_TITLE = re.compile(
    r"^(?:部门|单位|预算|决算)?(?:附?表|公开表?)[-一二三四五六七八九十\d]{1,6}表?$|(?:单位|部门)(?:名称)?[:：]"
)


def _is_title_row(grid: Grid, r: int, text: str) -> bool:
    words = folded(text)
    titled = title_kind(text) is not None or bool(unit_in(text)) or _OVER_TITLE.search(words) is not None
    return len(grid.row(r)) == 1 and (titled or "编制" in words)


def assign_roles(columns: list[Col], grid: Grid, header: int) -> None:
    """Code, label, row number, note or amount: by the innermost header, then by what the body holds."""
    for column in columns:
        column.role = _role(column, grid, header)
    group, seen_amount = 0, False
    for column in columns:
        if column.role in {"code", "label"} and seen_amount:
            group, seen_amount = group + 1, False
        elif column.role == "amount":
            seen_amount = True
        column.group = group


def _role(column: Col, grid: Grid, header: int) -> str:
    last = folded(column.path[-1]) if column.path else ""
    body = [bare(t) for t in _body_texts(grid, header, column)]
    words = sum(bool(re.search(r"[\u4e00-\u9fff]", t)) for t in body)
    numbers = sum(parse_amount(t) is not None for t in body)
    if _ORDINAL_HEADER.match(last) or _OTHER_CODE.search(last):
        return "ordinal"
    if _NOTE_HEADER.match(last):
        return "note"
    if _CODE_HEADER.search(last):
        return "label" if words > len(body) / 2 else "code"
    if _LABEL_HEADER.match(last) and words >= numbers and not (last in {"收入", "支出"} and not words):
        return "label"
    if words > numbers and words > 1 and words >= 0.6 * len(body):
        return "label"
    if not column.path and body and all(re.fullmatch(r"\d{2,7}", t) for t in body):
        return "code"
    return "amount"


def _body_texts(grid: Grid, header: int, column: Col) -> list[str]:
    texts = []
    for r in range(header, grid.row_count):
        cell = cell_at(grid, r, column.middle)
        if (
            cell is not None
            and cell.top == r
            and cell.chars
            and cell.box[2] - cell.box[0] < 1.6 * (column.x1 - column.x0)
        ):
            texts.append(cell.text)
    return texts


def cell_at(grid: Grid, r: int, x: float) -> Field | None:
    for cell in grid.row(r):
        if cell.box[0] <= x <= cell.box[2]:
            return cell
    return None


def aligned(columns: list[Col], first: Grid, grid: Grid) -> list[Col]:
    """The columns moved and scaled to where a continuation prints them."""
    x0, x1 = first.xs[0], first.xs[-1]
    scale = (grid.xs[-1] - grid.xs[0]) / (x1 - x0)
    shift = grid.xs[0] - x0 * scale
    if abs(scale - 1) < 0.03 or grid.column_count != len(columns):
        return [replace(c, x0=c.x0 * scale + shift, x1=c.x1 * scale + shift) for c in columns]
    return [replace(c, x0=left, x1=right) for c, left, right in zip(columns, grid.xs, grid.xs[1:], strict=False)]


def _side_in(path: Sequence[str]) -> str:
    """The side of a two-sided table that the outermost header names."""
    head = folded(path[0]) if path else ""
    if "收入" in head and "支出" not in head:
        return "income"
    return "expenditure" if "支出" in head else ""


def declare(column: Col, spec: TableSpec | None, over_label: Sequence[str]) -> Column:
    path = tuple(bare(p) for p in column.path)
    side = ""
    if spec is not None and spec.two_sided:
        if not _side_in(path) and (head := next((p for p in over_label if _side_in((p,))), "")):
            path = (head, *path)
        side = _side_in(path)
    return Column(
        path=path,
        group=column.group,
        side=side,
        role=column_role(spec, path) if spec is not None else "",
        measure=measure_of(path),
        year=year_of(path),
        unit=next((u for p in reversed(path) if (u := _unit_in_header(p))), ""),
    )


def head_of(columns: Sequence[Col], group: int) -> Head:
    """The printed headers of a group's code and label columns; 类, 款 and 项 are left out of the codes' header."""

    def path(role: str) -> tuple[str, ...]:
        found = [[bare(p) for p in c.path] for c in columns if c.group == group and c.role == role]
        if not found:
            return ()
        first = found[0] if role == "code" else found[-1]
        return tuple(p for p in first if role != "code" or not re.fullmatch(r"[类款项]{1,3}", p))

    return Head(group=group, code=path("code"), label=path("label"))


def _unit_in_header(text: str) -> str:
    found = re.search(r"[(（](亿元|万元|千元|元|%|％)[)）]$", folded(text))
    if found:
        return found.group(1).replace("％", "%")
    return "%" if re.search(r"%|％|增减幅度|增长率|增减率", text) else ""


def only_unit(columns: Sequence[Column]) -> str:
    """The one unit of money that the header prints, where no line above the table prints one."""
    units = {c.unit for c in columns if c.unit and c.unit != "%"}
    return units.pop() if len(units) == 1 else ""


def ambiguous(columns: Sequence[Column], spec: TableSpec | None) -> list[str]:
    """Doubts about the header: columns without a name, or two of one name in one group."""
    doubts = []
    if any(not c.path for c in columns):
        doubts.append("unnamed_column")
    names = Counter((c.group, tuple(key(p) for p in c.path)) for c in columns)
    if any(count > 1 for count in names.values()):
        doubts.append("same_name_columns")
    if spec is not None and spec.two_sided and any(not c.side for c in columns):
        doubts.append("side_unknown")
    if spec is not None and spec.two_sided and any(len(c.path) < 2 for c in columns):
        doubts.append("unnamed_column")
    return doubts
