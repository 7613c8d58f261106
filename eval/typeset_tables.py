"""Tables and performance forms: cells with merge marks become platypus tables and gold rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Table as PlatypusTable

from eval.typeset_model import ABOVE, BREAK, LEFT, Form, Role, Rules, Table, cells, plain_number, squeezed
from eval.typeset_text import Align, OnDraw, TextBlock

Spot = tuple[int, int]


@dataclass(frozen=True)
class Cell:
    """A cell as printed, or a merge mark."""

    text: str
    align: Align = "center"


@dataclass(frozen=True)
class GoldRow:
    """A row of gold data: `values` has one entry for each value column; `line` is its body or total line, 0-based."""

    code: str
    label: str
    values: list[str | None]
    line: int


@dataclass(frozen=True)
class Look:
    """How a grid is drawn: relative column widths, sizes in points, rulings, and the rows repeated on each page."""

    widths: Sequence[float]
    total_width: float
    size: float
    latin: str
    rules: Rules = "grid"
    repeat: int = 0
    row_height: float = 0
    padding: float = 2.5
    on_row: dict[int, OnDraw] = field(default_factory=dict)


def owners(marks: Sequence[Sequence[str]]) -> dict[Spot, Spot]:
    """For each (row, column) the top left cell of the merged cell that it is part of."""
    found: dict[Spot, Spot] = {}
    for r, row in enumerate(marks):
        for c, mark in enumerate(row):
            found[r, c] = found[r, c - 1] if mark == LEFT else found[r - 1, c] if mark == ABOVE else (r, c)
    return found


def spans(marks: Sequence[Sequence[str]]) -> dict[Spot, Spot]:
    """Top left to bottom right, both (row, column), of each cell that is merged from several."""
    ends: dict[Spot, Spot] = {}
    for (r, c), owner in owners(marks).items():
        last = ends.get(owner, owner)
        ends[owner] = (max(last[0], r), max(last[1], c))
    return {start: end for start, end in ends.items() if start != end}


def draw_grid(grid: Sequence[Sequence[Cell]], look: Look) -> Any:
    """A platypus table of text cells, merged by their marks. `look.on_row` is told the page of a row."""
    merged = spans([[cell.text for cell in row] for row in grid])
    unit = look.total_width / sum(look.widths)
    content: list[list[Any]] = []
    for r, row in enumerate(grid):
        line: list[Any] = []
        reported = False
        for cell in row:
            if cell.text in (LEFT, ABOVE):
                line.append("")
                continue
            told = None if reported else look.on_row.get(r)
            reported = True
            line.append(
                TextBlock(
                    cell.text,
                    look.size,
                    latin=look.latin,
                    align=cell.align,
                    min_height=look.row_height,
                    on_draw=told,
                )
            )
        content.append(line)
    table = PlatypusTable(content, colWidths=[w * unit for w in look.widths], repeatRows=look.repeat)
    head = max(look.repeat, 1)
    style: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        *((edge + "PADDING", (0, 0), (-1, -1), look.padding) for edge in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
        *(("SPAN", (c, r), (c2, r2)) for (r, c), (r2, c2) in merged.items()),
    ]
    if look.rules == "grid":
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    elif look.rules == "horizontal":
        style += [("LINEABOVE", (0, 0), (-1, 0), 1, colors.black), ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black)]
        style += [("LINEBELOW", (0, 0), (-1, head - 2), 0.25, colors.grey)] if head > 1 else []
        style.append(("LINEBELOW", (0, head - 1), (-1, -2), 0.25, colors.grey))
    table.setStyle(style)
    return table


def printed(text: str, role: Role, separators: bool) -> str:
    """A data cell as it stands on paper: figures in value columns get their thousands separators."""
    if BREAK in text:
        return "\n".join(printed(part, role, separators) for part in text.split(BREAK))
    number = plain_number(text) if role == "value" and separators else None
    if number is None:
        return text
    whole, point, decimals = number.partition(".")
    return f"{int(whole):,}{point}{decimals}" if whole != "-0" else number


_ALIGN: dict[Role, Align] = {"code": "left", "label": "left", "value": "right", "line": "center", "text": "center"}


def _line_cells(row: list[str], roles: list[Role], separators: bool) -> list[Cell]:
    """Body cells; words that run over several columns (合计) are centred, lone code parts (类, 款, 项) too."""
    several = sum(role == "code" for role in roles) > sum(role == "label" for role in roles)
    out = []
    for c, (text, role) in enumerate(zip(row, roles, strict=True)):
        wide = c + 1 < len(row) and row[c + 1] == LEFT
        total = role == "label" and squeezed(text).endswith(("合计", "总计"))
        centred = wide or total or (role == "code" and several)
        out.append(Cell(printed(text, role, separators), "center" if centred else _ALIGN[role]))
    return out


def table_grid(table: Table) -> list[list[Cell]]:
    """All cells of a table from the first header row to the last body row."""
    plain = len(cells(table.header)) + len(cells(table.ordinals))
    head = [[Cell(text) for text in row] for row in table.head[:plain]]
    lines = [*table.head[plain:], *cells(table.rows)]
    return head + [_line_cells(row, table.roles, table.separators) for row in lines]


def header_paths(table: Table) -> list[str]:
    """The header path of each value column, from the outermost header inwards, joined with `/`."""
    header = cells(table.header)
    found = owners(header)
    paths = []
    for c, role in enumerate(table.roles):
        if role == "value":
            spots = dict.fromkeys(found[r, c] for r in range(len(header)))
            paths.append("/".join(name for r, k in spots if (name := squeezed(header[r][k]))))
    return paths


def groups(roles: list[Role]) -> list[list[int]]:
    """Column numbers of each side of a side-by-side table: codes, label, values."""
    found: list[list[int]] = [[]]
    for c, role in enumerate(roles):
        if role in ("code", "label") and any(roles[k] in ("value", "line") for k in found[-1]):
            found.append([])
        found[-1].append(c)
    return found


def gold_rows(table: Table) -> list[GoldRow]:
    """What a reader should make of the table: a row for each side of each printed line that says anything."""
    roles = table.roles
    order = {c: n for n, c in enumerate(c for c, role in enumerate(roles) if role == "value")}
    rows = []
    for n, line in enumerate([*cells(table.total_line), *cells(table.rows)]):
        for group in sides_of_line(roles, line):
            code, label = row_name(roles, line, group)
            values: list[str | None] = [None] * len(order)
            for c in group:
                if c in order:
                    values[order[c]] = plain_number(line[c])
            if code or label or any(v is not None for v in values):
                rows.append(GoldRow(code, label, values, n))
    return rows


def row_name(roles: list[Role], line: list[str], group: list[int]) -> tuple[str, str]:
    """The code and the label that one side of a line prints."""
    code = "".join(line[c] for c in group if roles[c] == "code" and line[c] not in (LEFT, ABOVE))
    label = "".join(squeezed(line[c]) for c in group if roles[c] == "label" and line[c] not in (LEFT, ABOVE))
    if not code.isdigit():  # 合计 over the code and label columns stands in the first code column
        return "", label or squeezed(code)
    return code, label


def sides_of_line(roles: list[Role], line: list[str]) -> list[list[int]]:
    """The sides of one line: where a merged cell runs from one side into the next (公用经费合计), they are one."""
    found: list[list[int]] = []
    for side in groups(roles):
        if found and line[side[0]] == LEFT:
            found[-1] = found[-1] + side
        else:
            found.append(side)
    return found


FORM_WIDTHS = (0.8, 1.5, 2.6, 4.2, 4.2, 1.5)
FORM_MONEY_ROW = 2  # the grid row of the first amount


def form_grid(form: Form) -> list[list[Cell]]:
    """The cells of a performance form: six columns, of which the first two are the narrow side headings."""
    goals = "\n".join(form.goals)
    money_label = f"项目资金\n（{form.unit}）"
    money = cells(form.money)
    rows: list[list[str]] = [
        ["项目名称", LEFT, form.project, LEFT, LEFT, LEFT],
        [form.department_label, LEFT, form.department, "实施单位", form.unit_name, LEFT],
    ]
    for n, (label, amount) in enumerate(money):
        side = [money_label, LEFT] if n == 0 else [ABOVE, LEFT]
        rate = [form.rate, LEFT] if n == 0 else [ABOVE, LEFT]
        rows.append([*side, label, printed(amount, "value", form.separators), *rate])
    if form.goals_header:
        rows.append([form.goals_label, form.goals_header, LEFT, LEFT, LEFT, LEFT])
    rows.append([ABOVE if form.goals_header else form.goals_label, goals, LEFT, LEFT, LEFT, LEFT])
    rows.append(["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", form.weight_header])
    rows += [[ABOVE, *indicator] for indicator in cells(form.indicators)]
    return [[Cell(text, "left" if text == goals else "center") for text in row] for row in rows]


def form_money(form: Form) -> dict[str, str | None]:
    """Amounts by the names that the form prints them under; None for a blank or a dash."""
    return {
        squeezed(label).removeprefix("其中：").rstrip("：:"): plain_number(amount)
        for label, amount in cells(form.money)
    }


def form_indicators(form: Form) -> list[dict[str, str]]:
    """The indicators with their levels filled down."""
    rows: list[list[str]] = []
    for line in cells(form.indicators):
        rows.append([rows[-1][k] if cell == ABOVE else squeezed(cell) for k, cell in enumerate(line)])
    return [dict(zip(("l1", "l2", "l3", "value", "weight"), row, strict=True)) for row in rows]
