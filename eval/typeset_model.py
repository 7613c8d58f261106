"""What a data file of the typesetter says: a disclosure as sections of blocks, with its figures named.

Everything is text as printed, save that figures are written without thousands separators (a table adds them).
Tables are written as lines of cells between bars; in a cell `<` continues the cell to its left and `^` the cell
above, so merged headers are drawn as they look:

    项目编码 | 项目名称 | 本年支出 | <        | <
    ^        | ^        | 合计     | 基本支出 | 项目支出
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

LEFT, ABOVE = "<", "^"
BREAK = "⏎"  # in a cell: the line is broken here, as where two lines have run into one field

Kind = Literal[
    "income_expenditure",
    "income",
    "expenditure",
    "fiscal",
    "general_public",
    "basic",
    "government_fund",
    "state_capital",
    "three_public",
    "other",
]
# What a column holds. `line` is the printed line number (行次) of final accounts, `text` anything without gold.
Role = Literal["code", "label", "value", "line", "text"]
Rules = Literal["grid", "horizontal", "none"]

_STATED = re.compile(r"\{(?P<name>[^|{}]+)\|(?P<value>-?\d[\d,]*(?:\.\d+)?)(?P<gap> *)(?P<unit>[^{}]*)\}")


def squeezed(text: str) -> str:
    """Text without white space, as labels and titles stand in gold data."""
    return re.sub(rf"[\s{BREAK}]+", "", text)


def plain_number(printed: str) -> str | None:
    """The digits of a printed figure without separators; None for a blank, a dash or words."""
    digits = printed.replace(",", "").strip()
    return digits if re.fullmatch(r"-?\d+(\.\d+)?", digits) else None


class Model(BaseModel):
    """A frozen part of a data file; unknown keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Meta(Model):
    """The document as a whole. `unit` is the one that most tables are in."""

    institute: str
    year: int
    kind: Literal["budget", "final"]
    level: Literal["unit", "department"]
    unit: Literal["元", "万元"]


class Style(Model):
    """Sizes in points. `latin` names the standard font for ASCII runs, empty for the Chinese font's own glyphs."""

    latin: str = "Times-Roman"
    body_size: float = 15
    table_size: float = 10
    title_size: float = 18
    footer: str = "{}"
    footer_offset: int = 0


@dataclass(frozen=True)
class Stated:
    """A figure told in prose; `at` is the index of its first digit in its paragraph (0-based, as is `paragraph`)."""

    name: str
    value: str
    unit: str
    paragraph: int
    at: int


class Cover(Model):
    """A title page: large lines, the last one (a date, a department) smaller."""

    cover: list[str]


class Contents(Model):
    """A contents page, one entry a line; with `numbers`, each must be the text of a heading or a table title."""

    contents: str
    title: str = "目　　录"
    numbers: bool = True


class Heading(Model):
    """Level 1 is centred, 2 and 3 stand at the left."""

    heading: str
    level: Annotated[Literal[1, 2, 3], BeforeValidator(int)] = 2


class Prose(Model):
    """Paragraphs, one a line. A figure is marked `{its name|its digits and unit}` and printed without the mark."""

    prose: str

    def paragraphs(self) -> Iterator[tuple[str, list[Stated]]]:
        """Each paragraph as printed, with the figures in it."""
        for n, line in enumerate(self.prose.splitlines()):
            text, stated, end = "", [], 0
            for m in _STATED.finditer(line):
                text += line[end : m.start()]
                stated.append(Stated(m["name"], m["value"].replace(",", ""), m["unit"].strip(), n, len(text)))
                text += m["value"] + m["gap"] + m["unit"]
                end = m.end()
            yield text + line[end:], stated


class Table(Model):
    """One of the standard tables, or another one (`kind` other).

    `header` gives the header paths; `ordinals` (栏次) and `total_line` (合计 in the header) are drawn below it and
    take no part in them. `columns` are the roles from left to right: a code or label after a value begins the next
    group of a side-by-side table. `captions` are `left | right` lines above the table, `widths` relative.
    """

    kind: Kind
    title: str
    unit: Literal["元", "万元"]
    captions: list[str] = Field(default_factory=list)
    header: str
    ordinals: str = ""
    total_line: str = ""
    columns: str
    widths: list[float]
    rows: str
    notes: list[str] = Field(default_factory=list)
    repeat_header: bool = True
    separators: bool = True
    rules: Rules = "grid"
    width: float = 1
    size: float | None = None
    row_height: float = 0

    @property
    def roles(self) -> list[Role]:
        roles: dict[str, Role] = {"code": "code", "label": "label", "value": "value", "line": "line", "text": "text"}
        return [roles[name] for name in self.columns.split()]

    @property
    def head(self) -> list[list[str]]:
        """Header rows, the line of ordinals and the total line: all that is drawn above the body."""
        return [*cells(self.header), *cells(self.ordinals), *cells(self.total_line)]

    @model_validator(mode="after")
    def _rectangular(self) -> "Table":
        n = len(self.roles)
        if len(self.widths) != n:
            raise ValueError(f"{self.title}: {n} columns but {len(self.widths)} widths")
        for row in [*self.head, *cells(self.rows)]:
            if len(row) != n:
                raise ValueError(f"{self.title}: {n} columns but {len(row)} cells in {row}")
        if self.repeat_header and any(ABOVE in row for row in cells(self.total_line)):
            raise ValueError(f"{self.title}: a header merged with the total line cannot be repeated")
        return self


class Form(Model):
    """A performance-target form (项目绩效目标表). `money` lines are `label | amount`, `indicators` lines are
    `first level | second level | third level | target | weight`, with `^` for a level that goes on."""

    title: str
    year_line: str
    project: str
    department: str
    department_label: str = "主管部门及代码"
    unit_name: str
    unit: Literal["元", "万元"] = "万元"
    money: str
    rate: str = "执行率分值（10）"
    goals_label: str = "年度总体目标"
    goals_header: str = ""
    goals: list[str]
    weight_header: str = "分值（90）"
    indicators: str
    separators: bool = True
    size: float = 9


class TableBlock(Model):
    table: Table


class FormBlock(Model):
    form: Form


def _block_name(block: Any) -> str:
    """The key that says what a block is, such as `table`; of data as of blocks that are made already."""
    names = ("cover", "contents", "heading", "prose", "table", "form")
    return next((name for name in names if (name in block if isinstance(block, dict) else hasattr(block, name))), "")


Block = Annotated[
    Annotated[Cover, Tag("cover")]
    | Annotated[Contents, Tag("contents")]
    | Annotated[Heading, Tag("heading")]
    | Annotated[Prose, Tag("prose")]
    | Annotated[TableBlock, Tag("table")]
    | Annotated[FormBlock, Tag("form")],
    Discriminator(_block_name),
]


class Section(Model):
    """Blocks that begin on a new page of the given shape; `rotate` stores the page turned, shown upright."""

    page: Literal["portrait", "landscape"] = "portrait"
    rotate: Annotated[Literal[0, 90, 270], BeforeValidator(int)] = 0
    numbered: bool = True
    blocks: list[Block]


class Violation(Model):
    """A mistake that the document is meant to have. `at` says where, for the page: a fact's name, a heading, or
    `kind`, `kind/code`, `kind/label` of a table."""

    type: str
    at: str
    where: str
    lhs: str = ""
    rhs: str = ""
    diff: str = ""


class Document(Model):
    """A whole data file."""

    meta: Meta
    style: Style = Style()
    sections: list[Section]
    violations: list[Violation] = Field(default_factory=list)


def cells(text: str) -> list[list[str]]:
    """Lines of cells between bars; ASCII spaces around a cell do not count, ideographic ones (an indent) do."""
    return [[cell.strip(" ") for cell in line.split("|")] for line in text.splitlines() if line.strip()]


class _TextLoader(yaml.SafeLoader):
    """Reads every scalar as text; of the implicit tags only the merge key `<<` is left."""

    yaml_implicit_resolvers = {"<": [("tag:yaml.org,2002:merge", re.compile("^<<$"))]}  # noqa: RUF012


def load(path: Path) -> Document:
    """Read a data file. Every scalar is text until the model says otherwise, so that 0.00 stays 0.00.

    Raises pydantic.ValidationError where the file does not follow the model.
    """
    # _TextLoader is a SafeLoader.
    return Document.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=_TextLoader))  # noqa: S506
