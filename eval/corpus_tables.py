"""Tables of an invented disclosure as the typesetter takes them: by code, in two sides, and with the items as columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from random import Random
from typing import Literal

from eval.corpus_amounts import Row, printed
from eval.typeset_model import ABOVE, LEFT, Block, Heading, Kind, Prose, Rules, Section, Table, TableBlock

Line = Sequence[str]


@dataclass(frozen=True)
class Manner:
    """How one institute prints: its unit and decimals, what it prints for nothing, and how its tables look.

    `zero` is what a cell without money prints (empty, a dash, 0 or 0.00); `split` codes stand in 类, 款, 项 columns of
    their own; `narrow` columns wrap their labels; `total` is where 合计 of a table by code stands.
    """

    unit: Literal["元", "万元"]
    decimals: int
    zero: str
    separators: bool
    rules: Rules
    split: bool
    indent: bool
    repeat: bool
    narrow: bool
    total: Literal["first", "last"]
    prose_unit: Literal["元", "万元"]

    def cell(self, amount: int) -> str:
        """An amount as a data file writes it."""
        return printed(amount, self.decimals) if amount else self.zero

    @property
    def wan(self) -> int:
        """What 1 万元 is in the last printed decimal."""
        return (10_000 if self.unit == "元" else 1) * int(10**self.decimals)

    def said(self, amount: int) -> str:
        """An amount as the notes tell it, with its unit: in whole 万元 where the tables are in 元 and the notes are not."""
        if self.prose_unit == self.unit:
            return f"{printed(amount, self.decimals)}{self.unit}".replace("-", "")
        return f"{printed(rounded(abs(amount), self.wan // 100), 2)}万元"


def rounded(amount: int, to: int) -> int:
    """How many times `to` an amount is, rounded half up."""
    return (2 * amount + to) // (2 * to)


def section(chance: Random, *blocks: Block, wide: bool = False) -> Section:
    """Blocks on a page of their own; wide ones mostly on a landscape page, which may be stored turned."""
    columns = max((b.table.columns.count("value") for b in blocks if isinstance(b, TableBlock)), default=0)
    if not wide or (columns <= 3 and chance.random() < 0.2):
        return Section(blocks=list(blocks))
    return Section(page="landscape", rotate=chance.choice((0, 0, 0, 90, 270)), blocks=list(blocks))


def heading(text: str, level: Literal[1, 2, 3] = 2) -> Heading:
    """A heading."""
    return Heading(heading=text, level=level)


def prose(*paragraphs: str) -> Prose:
    """Paragraphs, with their figures marked."""
    return Prose(prose="\n".join(paragraphs))


def fact(name: str, text: str) -> str:
    """A figure in prose, marked for the gold data."""
    return f"{{{name}|{text}}}"


def lines(rows: Sequence[Line]) -> str:
    """Rows of cells as the typesetter takes them."""
    return "\n".join(" | ".join(row) for row in rows)


def header_rows(paths: Sequence[tuple[str, ...]], depth: int) -> list[list[str]]:
    """Header paths of columns, merged as they look: `<` goes on from the left, `^` from above."""
    grid: list[list[str]] = []
    for level in range(depth):
        row: list[str] = []
        for i, path in enumerate(paths):
            if level >= len(path):
                row.append(ABOVE)
            elif i and path[: level + 1] == paths[i - 1][: level + 1] and len(paths[i - 1]) > level + 1:
                row.append(LEFT)
            else:
                row.append(path[level])
        grid.append(row)
    return grid


@dataclass(frozen=True)
class Titled:
    """What stands over a table."""

    kind: Kind
    title: str
    captions: tuple[str, ...]


def by_code(
    manner: Manner,
    titled: Titled,
    paths: Sequence[tuple[str, ...]],
    rows: Sequence[Row],
    *,
    value: Callable[[Row, int], str] | None = None,
    names: tuple[str, str] = ("科目编码", "科目名称"),
    ordinals: bool = False,
    notes: Sequence[str] = (),
    widths: Sequence[float] = (),
) -> TableBlock:
    """A table by code with 合计; `value` prints a column of a row (by default its amount there).

    `ordinals` adds the line of column numbers (栏次) that final accounts have.
    """
    split = manner.split
    depth = max([2 if split else 1, *map(len, paths)])
    code_paths = (
        [(names[0], "类"), (names[0], "款"), (names[0], "项"), (names[1],)] if split else [(names[0],), (names[1],)]
    )
    total = Row(
        "",
        "合计",
        tuple(map(sum, zip(*(r.amounts for r in rows if len(r.code) == 3), strict=True))) or (0,) * len(paths),
    )
    show = value or (lambda row, i: manner.cell(row.amounts[i]))

    def line(row: Row) -> list[str]:
        values = [show(row, i) for i in range(len(paths))]
        if not row.code:
            return ["合计", *[LEFT] * (3 if split else 1), *values]
        mark = "　" * (len(row.code) // 2 - 1) if manner.indent else ""
        codes = [row.code[:3], row.code[3:5], row.code[5:]] if split else [row.code]
        return [*codes, mark + row.name, *values]

    body = [line(row) for row in rows] or [[""] * (len(code_paths) + len(paths))] * 2
    placed = [line(total), *body] if manner.total == "first" else [*body, line(total)]
    code_widths = [0.9, 0.7, 0.7] if split else [1.6]
    label = 2.9 if manner.narrow else 5.0
    return TableBlock(
        table=Table(
            kind=titled.kind,
            title=titled.title,
            unit=manner.unit,
            captions=list(titled.captions),
            header=lines(header_rows([*code_paths, *paths], depth)),
            ordinals=lines([[*(["栏次"] + [LEFT] * (len(code_paths) - 1)), *map(str, range(1, len(paths) + 1))]]) if ordinals else "",
            columns=" ".join([*["code"] * (3 if split else 1), "label", *["value"] * len(paths)]),
            widths=[*code_widths, label, *(widths or [2.0] * len(paths))],
            rows=lines(placed),
            notes=list(notes),
            repeat_header=manner.repeat,
            separators=manner.separators,
            rules=manner.rules,
            size=8.5 if len(paths) > 7 else 9.5,
            row_height=13,
        )
    )  # fmt: skip


def two_sided(
    manner: Manner,
    titled: Titled,
    header: Sequence[Line],
    left: Sequence[Line],
    right: Sequence[Line],
    closing: Sequence[tuple[Line, Line]],
    *,
    columns: str = "label value label value",
    widths: Sequence[float] = (5, 2.4, 5, 2.4),
    ordinals: Sequence[Line] = (),
    notes: Sequence[str] = (),
    spare: int = 1,
) -> TableBlock:
    """收支总表 and its kin: items of both sides, some empty lines, then totals that stand beside each other."""
    count = len(header[0])
    split_at = columns.split().index("label", 1)
    blank_left, blank_right = [""] * split_at, [""] * (count - split_at)
    body = [
        [*(one or blank_left), *(other or blank_right)]
        for one, other in zip_longest([*left, *[blank_left] * spare], right, fillvalue=None)
    ]
    body += [[*one, *other] for one, other in closing]
    return TableBlock(
        table=Table(
            kind=titled.kind,
            title=titled.title,
            unit=manner.unit,
            captions=list(titled.captions),
            header=lines(header),
            ordinals=lines(ordinals),
            columns=columns,
            widths=list(widths),
            rows=lines(body),
            notes=list(notes),
            repeat_header=manner.repeat,
            separators=manner.separators,
            rules="grid",
            size=9.5,
            row_height=15,
        )
    )


def side_by_side(
    manner: Manner,
    titled: Titled,
    over: Sequence[str],
    panels: Sequence[Sequence[Row]],
    totals: Sequence[tuple[str, int]],
    *,
    value_name: str = "预算数",
    ordinals: bool = False,
) -> TableBlock:
    """基本支出表 in panels of code, name and amount; below them 人员经费合计 and 公用经费合计, at the two ends."""
    header: list[list[str]] = [[], []] if over else [[]]
    columns: list[str] = []
    for n, _ in enumerate(panels):
        if over:
            header[0] += [over[n] if n == 0 or over[n] != over[n - 1] else LEFT, LEFT, LEFT]
        header[-1] += ["科目编码", "科目名称", value_name]
        columns += ["code", "label", "value"]
    cells = [
        [[r.code, ("　" if len(r.code) > 3 else "") + r.name, manner.cell(r.amounts[0])] for r in panel]
        for panel in panels
    ]
    body = [[c for part in row for c in part] for row in zip_longest(*cells, fillvalue=["", "", ""])]
    (staff, staff_sum), (running, running_sum) = totals
    last = [staff, LEFT, manner.cell(staff_sum), running, *[LEFT] * (3 * len(panels) - 5), manner.cell(running_sum)]
    return TableBlock(
        table=Table(
            kind=titled.kind,
            title=titled.title,
            unit=manner.unit,
            captions=list(titled.captions),
            header=lines(header),
            columns=" ".join(columns),
            widths=[1.5, 4, 2] * len(panels),
            rows=lines([*body, last]),
            repeat_header=manner.repeat,
            separators=manner.separators,
            size=8.5,
            row_height=12,
        )
    )  # fmt: skip


def plain(
    manner: Manner,
    titled: Titled,
    header: Sequence[Line],
    rows: Sequence[Line],
    *,
    columns: str = "",
    unit: Literal["元", "万元", ""] = "",
    notes: Sequence[str] = (),
    widths: Sequence[float] = (),
    ordinals: Sequence[Line] = (),
) -> TableBlock:
    """A table that is written out cell by cell: the income by source in one line, the three public expenses."""
    count = len(header[0])
    return TableBlock(
        table=Table(
            kind=titled.kind,
            title=titled.title,
            unit=unit or manner.unit,
            captions=list(titled.captions),
            header=lines(header),
            ordinals=lines(ordinals),
            columns=columns or " ".join(["value"] * count),
            widths=list(widths) or [2.0] * count,
            rows=lines(rows),
            notes=list(notes),
            repeat_header=manner.repeat,
            separators=manner.separators,
            size=9,
            row_height=24,
        )
    )  # fmt: skip
