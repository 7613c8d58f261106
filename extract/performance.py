"""Performance-target forms (项目绩效目标表): a label stands left of its value, indicators stand in a table at the end.

What the form prints is read by its labels: the project's name, who is responsible, the funds (the only figures that
become facts), goals, and indicators in three levels with target and weight. Sources: the Ministry's form of 项目支出
绩效目标申报表 (预算绩效管理) and its local variants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extract.cells import read_field
from extract.grid import Cell as Field
from extract.grid import Grid
from extract.model import Cell, Column, Indicator, Kind, Project, Row, State, Table
from extract.outline import Source
from extract.specs import is_money_header
from extract.text import bare, folded, key, parse_amount

NAME_LABEL = re.compile(r"^(?:项目|政策|专项)(?:\(政策\))?名称[:：]?$")
_DEPARTMENT = re.compile(r"^(?:主管(?:预算)?(?:部门|单位)|预算主管部门|一级预算单位)(?:及代码|名称|\(盖章\))?[:：]?$")
_INSTITUTE = re.compile(r"^(?:实施|预算|项目|申报|填报)(?:单位|主体)(?:名称)?[:：]?$")
_FUND = re.compile(r"资金总额|资金|拨款|结转|预算|总额|金额|经费|收入|补助|自筹|投入")
_NOT_FUND = re.compile(
    r"执行率|分值|权重|年度目标|指标|编码|代码|联系|电话|期限|期$|日期|属性|类型|单位|部门|起始|终止|比例|率$"
)
_FUND_UNIT = re.compile(r"[(（](亿元|万元|千元|元)[)）]|单位[:：](亿元|万元|千元|元)")
_GOAL = re.compile(r"(?:年度|总体|绩效|中期|当年|实施期|项目)?(?:总体|绩效)?目标$|^年度绩效目标$|^总体目标$")
_LEVELS = ("一级指标", "二级指标", "三级指标")
TARGET_HEADER = re.compile(r"指标值|目标值|年度指标|指标目标")
_WEIGHT = re.compile(r"分值|权重")
_EXECUTION = re.compile(r"执行率.*?(?:分值|权重)?.*?\(?(\d+(?:\.\d+)?)\)?")
_OTHER_HEADER = re.compile(
    r"权重|执行率|分值|^(?:合计|小计|类型)$|金额|预算数|资金|单位|目标|编码|代码|部门|指标|序号|依据|内容|类别|类型"
)


def forms(source: Source) -> list[Source]:
    """The forms of a source, one each: a new form begins where a grid names a project."""
    parts: list[Source] = []
    for grid in source.grids:
        if parts and not _names(grid):
            parts[-1].grids.append(grid)
        else:
            parts.append(Source(source.kind, source.title, source.unit, [grid], source.notes, source.said_empty))
    return parts


def is_form(source: Source) -> bool:
    """Whether the source is a form (labels left of values) and not a list of projects.

    Without a title that says so, the form must speak of goals or indicators.
    """
    if not any(_names(grid) for grid in source.grids):
        return False
    return source.kind is Kind.PERFORMANCE or any(
        cell.chars and re.search(r"绩效|总体目标|年度目标", folded(cell.text)) for g in source.grids for cell in g.cells
    )


def lists_indicators(grid: Grid) -> bool:
    """Whether the grid is a list of indicators of several projects (its header names the three levels)."""
    return _indicator_top(grid) <= 1


def lists_money(grid: Grid) -> bool:
    """Whether a list's header has a column of money beside its indicators."""
    top = _indicator_top(grid)
    header = [folded(c.text) for r in range(min(top + 1, grid.row_count)) for c in grid.row(r) if c.chars]
    return any(is_money_header(text) for text in header)


def read_indicator_list(grid: Grid, title: str, table_id: str) -> Iterator[Project]:
    """The projects of a list of indicators, each with its own lines."""
    header = next((c for c in grid.row(0) if NAME_LABEL.match(folded(c.text))), None)
    x = (header.box[0] + header.box[2]) / 2 if header is not None else grid.xs[0] + 1
    source = Source(Kind.PERFORMANCE, title, grids=[grid])
    rows = {r: next(c for c in grid.row(r) if c.box[0] <= x <= c.box[2]) for r in range(1, grid.row_count)}
    by_project: dict[str, list[Indicator]] = {}
    for _, r, indicator in indicator_lines(source):
        name = bare(rows[r].text) if r in rows else ""
        by_project.setdefault(name, []).append(indicator)
    for name, indicators in by_project.items():
        yield Project(table=table_id, name=name, title=bare(title), page=grid.page.number, indicators=tuple(indicators))


def _names(grid: Grid) -> Field | None:
    """The field that holds the project's name: right of 项目名称, unless that is a column header among others."""
    for cell in grid.cells:
        if not cell.chars or not NAME_LABEL.match(folded(cell.text)):
            continue
        value = _right_of(grid, cell)
        beside = [folded(c.text) for c in grid.row(cell.top) if c.chars and c.left > cell.right]
        headers = [text for text in beside if len(text) < 14 and _OTHER_HEADER.search(text)]
        if (
            value is not None
            and value.chars
            and len(headers) < 2
            and not (headers and len(beside) == 1 and len(beside[0]) < 6)
        ):
            return value
    return None


def _right_of(grid: Grid, cell: Field) -> Field | None:
    return grid.field_at[cell.top][cell.right + 1] if cell.right + 1 < grid.column_count else None


@dataclass(slots=True)
class _Fund:
    label: str
    unit: str
    field: Field
    grid: Grid


def read_form(source: Source, table_id: str) -> tuple[Table, Project]:
    """One form as a table of its funds (one row, the project) and as a project with goals and indicators."""
    first = source.grids[0]
    name_field = next((f for grid in source.grids if (f := _names(grid)) is not None), None)
    name = bare(name_field.text) if name_field is not None else ""
    funds = [fund for grid in source.grids for fund in _funds(grid, source.unit)]
    columns, cells = [], []
    for number, fund in enumerate(funds):
        printed = read_field(fund.field)
        columns.append(Column(path=(fund.label,), role=_fund_role(fund.label), unit=fund.unit))
        unit = printed.unit or fund.unit
        doubts = printed.doubts if unit or printed.state is not State.NUMBER else (*printed.doubts, "no_unit")
        if not name:
            doubts = (*doubts, "no_label")
        cells.append(
            Cell(
                row=0,
                column=number,
                state=printed.state,
                page=fund.grid.page.number,
                box=fund.grid.page.shown(printed.box or fund.field.box),
                value=printed.amount.value if printed.amount is not None else None,
                text=printed.text if printed.state is State.TEXT else "",
                unit=unit,
                doubts=doubts,
            )
        )
    duplicated = len({c.path for c in columns}) < len(columns)
    table = Table(
        id=table_id,
        kind=Kind.PERFORMANCE,
        title=bare(source.title),
        unit=next((fund.unit for fund in funds if fund.unit), source.unit),
        pages=tuple(sorted({grid.page.number for grid in source.grids})),
        box=first.page.shown(first.box),
        columns=tuple(columns),
        rows=(Row(label=name, page=first.page.number),) if funds else (),
        cells=tuple(cells),
        project=name,
        doubts=("same_name_columns",) if duplicated else (),
    )
    project = Project(
        table=table_id,
        name=name,
        title=bare(source.title),
        page=first.page.number,
        department=_value(source, _DEPARTMENT),
        institute=_value(source, _INSTITUTE),
        goals=tuple(_goals(source)),
        indicators=tuple(_indicators(source)),
        execution_weight=_execution(source),
    )
    return table, project


def _value(source: Source, label: re.Pattern[str]) -> str:
    for grid in source.grids:
        for cell in grid.cells:
            if cell.chars and label.match(folded(cell.text)):
                value = _right_of(grid, cell)
                return bare(value.text) if value is not None else ""
    return ""


def _indicator_top(grid: Grid) -> int:
    """The raster row where the indicators' header stands; the row count where there is none."""
    for cell in grid.cells:
        if cell.chars and folded(cell.text) in _LEVELS:
            return cell.top
    return grid.row_count


def _funds(grid: Grid, unit: str) -> Iterator[_Fund]:
    """Labels of money with the field right of each, above the indicators."""
    below = _indicator_top(grid)
    for cell in grid.cells:
        label = folded(cell.text) if cell.chars else ""
        if not label or cell.top >= below or len(label) > 30 or not _FUND.search(label):
            continue
        value = _right_of(grid, cell)
        if value is None or value.top != cell.top or value.bottom != cell.bottom:
            continue
        printed = read_field(value)
        name = key(_FUND_UNIT.sub("", label))
        if printed.state is State.TEXT or _NOT_FUND.search(name) or parse_amount(label) is not None:
            continue
        yield _Fund(name, _fund_unit(grid, cell) or unit, value, grid)


def _fund_unit(grid: Grid, cell: Field) -> str:
    """The unit printed in the label, or in a label further left in the same rows (项目资金（万元）)."""
    candidates = [cell, *(grid.field_at[cell.top][c] for c in range(cell.left - 1, -1, -1))]
    for candidate in candidates:
        if candidate.chars and (found := _FUND_UNIT.search(folded(candidate.text))):
            return found.group(1) or found.group(2)
    return ""


def _fund_role(label: str) -> str:
    if re.search(r"总额|总预算|合计", label):
        return "total"
    for role, pattern in (
        ("carry_in", "结转"),
        ("other", "其他|自有|自筹"),
        ("fund", "政府性基金"),
        ("general", "一般公共预算"),
        ("fiscal", "财政"),
    ):
        if re.search(pattern, label):
            return role
    return ""


def _goals(source: Source) -> Iterator[str]:
    for grid in source.grids:
        below = _indicator_top(grid)
        labels = [
            c
            for c in grid.cells
            if c.chars and c.top < below and _GOAL.search(folded(c.text)) and len(folded(c.text)) < 12
        ]
        texts = {id(c) for c in labels}
        for label in labels:
            for row in range(label.top, label.bottom + 1):
                for cell in grid.row(row):
                    if cell.left > label.right and cell.chars and id(cell) not in texts and cell.top == row:
                        texts.add(id(cell))
                        yield from sentences(cell)


def sentences(cell: Field) -> Iterator[str]:
    """A cell's lines joined to items where they are numbered, else to one text."""
    text = ""
    for line in cell.lines:
        if re.match(r"\d{1,2}[.、．]", folded(line.text)) and text:
            yield text
            text = line.text
        else:
            text += line.text
    if text:
        yield text


def _indicators(source: Source) -> Iterator[Indicator]:
    """Indicator lines."""
    return (indicator for _, _, indicator in indicator_lines(source))


def indicator_lines(source: Source) -> Iterator[tuple[Grid, int, Indicator]]:
    """Indicator lines with their grids and raster rows.

    The header's columns hold for continuation pages, a spanning cell for all its lines.
    """
    places: dict[str, float] = {}
    carried = dict.fromkeys(_LEVELS, "")
    for grid in source.grids:
        start = 0
        header = [
            c
            for c in grid.cells
            if c.chars
            and (folded(c.text) in _LEVELS or TARGET_HEADER.search(folded(c.text)) or _WEIGHT.search(folded(c.text)))
        ]
        levels = [c for c in header if folded(c.text) in _LEVELS]
        if levels:
            top = levels[0].top
            start = max(c.bottom for c in levels) + 1
            places = {}
            for cell in header:
                if cell.top != top:
                    continue
                text = folded(cell.text)
                name = text if text in _LEVELS else "target" if TARGET_HEADER.search(text) else "weight"
                places.setdefault(name, (cell.box[0] + cell.box[2]) / 2)
        if not places:
            continue
        for r in range(start, grid.row_count):
            yield from ((grid, r, indicator) for indicator in _indicator(grid, r, places, carried))


def _indicator(grid: Grid, r: int, places: dict[str, float], carried: dict[str, str]) -> Iterator[Indicator]:
    def at(name: str) -> Field | None:
        x = places.get(name)
        return None if x is None else next((c for c in grid.row(r) if c.box[0] <= x <= c.box[2]), None)

    for level in _LEVELS:
        cell = at(level)
        if cell is not None and cell.top == r and cell.chars:
            carried[level] = bare(cell.text)
    third, target, weight = at(_LEVELS[2]), at("target"), at("weight")
    if third is None or third.top != r or not (third.chars or (target is not None and target.chars)):
        return
    printed = read_field(weight) if weight is not None else None
    yield Indicator(
        first=carried[_LEVELS[0]],
        second=carried[_LEVELS[1]],
        third=bare(third.text),
        target=bare(target.text) if target is not None else "",
        weight=printed.amount.value if printed is not None and printed.amount is not None else None,
        page=grid.page.number,
    )


def _execution(source: Source) -> Decimal | None:
    for grid in source.grids:
        for cell in grid.cells:
            text = folded(cell.text) if cell.chars else ""
            if text.startswith("执行率") and (found := _EXECUTION.search(text)):
                amount = parse_amount(found.group(1))
                return amount.value if amount is not None else None
    return None
