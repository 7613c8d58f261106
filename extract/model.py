"""What is read of a disclosure: plain, frozen, serialisable. Money is `Decimal`; boxes are points on the page as shown."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from extract.text import to_yuan

SCHEMA_VERSION = 1

Box = tuple[float, float, float, float]


class Frozen(BaseModel):
    """Base of all values here: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(StrEnum):
    """The standard tables, by what they hold."""

    INCOME_EXPENDITURE = "income_expenditure"  # 收支总表
    INCOME = "income"  # 收入总表
    EXPENDITURE = "expenditure"  # 支出总表
    FISCAL = "fiscal"  # 财政拨款收支总表
    GENERAL_PUBLIC = "general_public"  # 一般公共预算支出表
    BASIC = "basic"  # 一般公共预算基本支出表
    GOVERNMENT_FUND = "government_fund"  # 政府性基金
    STATE_CAPITAL = "state_capital"  # 国有资本经营
    THREE_PUBLIC = "three_public"  # “三公”经费
    PERFORMANCE = "performance"  # 项目绩效目标表
    NARRATIVE = "narrative"
    OTHER = "other"


class Verdict(StrEnum):
    """How far a figure may be trusted, strongest first."""

    CORRECTED = "corrected"
    VERIFIED = "verified"
    GROUNDED = "grounded"
    CONFLICT = "conflict"
    REVIEW = "review"


class State(StrEnum):
    """What a cell prints. A blank, a dash and a printed zero are three different things."""

    NUMBER = "number"
    BLANK = "blank"
    DASH = "dash"
    TEXT = "text"


PRINTED_TWICE = "printed_twice"
"""A figure printed twice over to look bold: read once, but never more than `grounded`."""

HIDDEN_BENEATH = "hidden_beneath"
"""Digits that cannot be seen stand in the figure's place: it is read as seen, but never more than `grounded`."""

UNSECONDED = "unseconded"
"""The model reader was asked for this figure and did not give it: it stays as printed, for a person to look at."""

READERS_DIFFER = "readers_differ"
"""The model reader puts another figure of the same line here."""

NAMED_BY_MODEL = "named_by_model"
"""What is printed here is certain; what it is, only the model says."""

SOFT_DOUBTS = frozenset({PRINTED_TWICE, HIDDEN_BENEATH, UNSECONDED, READERS_DIFFER})
"""Doubts that leave a figure usable in arithmetic: what is printed in the cell is not in question."""

REVIEW_DOUBTS = frozenset({UNSECONDED, READERS_DIFFER})
"""Soft doubts that a person must settle."""


class Action(StrEnum):
    """What a person decides about a figure."""

    ACCEPT = "accept"  # the reading is right
    CORRECT = "correct"  # the reading is wrong: another value
    OWN_ERROR = "own_error"  # read rightly; the document itself is wrong
    WITHDRAW = "withdraw"  # takes an earlier decision back


_STATE_WORDS = {State.BLANK: "空白", State.DASH: "－"}


class Reading(Frozen):
    """What the readers made of a figure that a person decided on: kept beside the decision."""

    state: State = State.NUMBER
    value: Decimal | None = None
    text: str = ""
    doubts: tuple[str, ...] = ()
    reader: str = "layout"
    seconded: bool = False

    @property
    def printed(self) -> str:
        """As printed, in words where it prints no number."""
        return f"{self.value:f}" if self.value is not None else _STATE_WORDS.get(self.state, self.text)


class Decided(Frozen):
    """What a person decided about the figure that holds it; never `withdraw`, which leaves nothing behind."""

    action: Action
    was: Reading

    @property
    def settled(self) -> bool:
        """Whether the value that stands there is a person's: accepted or corrected."""
        return self.action in {Action.ACCEPT, Action.CORRECT}


class Lost(Frozen):
    """A decision whose figure is no longer found where it stood. `value` and `was` are as printed."""

    page: int
    box: Box
    name: str
    action: Action
    value: str = ""
    was: str = ""


def _absent(value: object) -> bool:
    return not value


class Cell(Frozen):
    """One field of a table's body. `value` is as printed (ASCII digits, printed decimals), None unless a number."""

    row: int
    column: int
    state: State
    page: int
    box: Box
    value: Decimal | None = None
    text: str = ""
    unit: str = ""
    doubts: tuple[str, ...] = ()
    verdict: Verdict | None = None
    reader: str = "layout"
    seconded: bool = False
    """Whether a second reader, of another kind, read the same figure here."""
    decided: Decided | None = Field(default=None, exclude_if=_absent)

    @property
    def decimals(self) -> int:
        """Printed decimals."""
        exponent = self.value.as_tuple().exponent if self.value is not None else 0
        return -exponent if isinstance(exponent, int) else 0

    @property
    def amount_yuan(self) -> Decimal | None:
        """The exact amount in 元, None where the unit is not money."""
        return None if self.value is None else to_yuan(self.value, self.unit)


class Column(Frozen):
    """An amount column: its header path, and what it means.

    `group` tells which of several side-by-side tables it belongs to; `side` is income or expenditure on a two-sided
    table; `measure` is budget, final, prior or change; `role` is the name that checks ask for, `role_from` the model
    reader where the rules do not know the header.
    """

    path: tuple[str, ...]
    group: int = 0
    side: str = ""
    role: str = ""
    role_from: str = ""
    measure: str = ""
    year: int | None = None
    unit: str = ""

    @property
    def name(self) -> str:
        """The header path as facts.csv prints it."""
        return "/".join(self.path)


class Head(Frozen):
    """The header paths over a group's codes and labels, as printed (empty where the group has none)."""

    group: int
    code: tuple[str, ...] = ()
    label: tuple[str, ...] = ()


class Row(Frozen):
    """A row of one group: its code as printed, the code that was meant, its label, and the printed line it stands on."""

    label: str
    code: str = ""
    intended_code: str = ""
    group: int = 0
    line: int = 0
    page: int
    role: str = ""
    role_from: str = ""


class Table(Frozen):
    """One table, over however many pages."""

    id: str
    kind: Kind
    title: str
    unit: str
    pages: tuple[int, ...]
    box: Box | None = None
    heads: tuple[Head, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    cells: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = ()
    said_empty: bool = False
    kind_from: str = ""
    """`llm` where the model reader named the kind and the identities bear it out; empty where the title's words did."""
    project: str = ""
    number: int | None = Field(default=None, exclude_if=_absent)
    """The number printed above it (部门公开表 3: 3)."""
    unexplained: tuple[Unexplained, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def figures(self) -> list[Cell]:
        """The cells that print a number."""
        return [c for c in self.cells if c.state is State.NUMBER]

    @property
    def left_over(self) -> list[Unexplained]:
        """The unexplained numbers that no person has placed."""
        return [item for item in self.unexplained if not item.placed]


class Unexplained(Frozen):
    """A number on a table's pages that is bound to nothing. `placed`: a person said what the cell that holds it prints."""

    text: str
    page: int
    box: Box
    placed: bool = Field(default=False, exclude_if=_absent)


class Fact(Frozen):
    """A figure told in prose: named, with the page and the box of its digits.

    `box` is the run of text that states the figure, `digits` the figure alone. A change is a magnitude, its direction in the name. `item` is what it is about and `relation` how the number relates
    to it (amount, share, increase, decrease, prior …).
    """

    name: str
    value: Decimal
    unit: str
    page: int
    box: Box
    digits: Box
    section: str = ""
    sentence: str = ""
    item: str = ""
    relation: str = "amount"
    year: int | None = None
    paragraph: int = 0
    at: int = 0
    doubts: tuple[str, ...] = ()
    verdict: Verdict | None = None
    reader: str = "layout"
    decided: Decided | None = Field(default=None, exclude_if=_absent)

    @property
    def decimals(self) -> int:
        """Printed decimals."""
        exponent = self.value.as_tuple().exponent
        return -exponent if isinstance(exponent, int) else 0

    @property
    def amount_yuan(self) -> Decimal | None:
        """The exact amount in 元, None where the unit is not money."""
        return to_yuan(self.value, self.unit)


def _by_rules(reader: object) -> bool:
    return reader == "layout"


class Indicator(Frozen):
    """One line of a performance table: three levels, the target, its weight (分值), all as printed.

    `reader`, `seconded` and `doubts` as for a `Cell`; what only the model calls an indicator is doubted `named_by_model`.
    """

    first: str
    second: str
    third: str
    target: str
    weight: Decimal | None
    page: int
    reader: str = Field(default="layout", exclude_if=_by_rules)
    seconded: bool = Field(default=False, exclude_if=_absent)
    doubts: tuple[str, ...] = Field(default=(), exclude_if=_absent)


class Project(Frozen):
    """A performance-target table: the project, who is responsible, its goals and indicators.

    `name_doubts` and `goal_doubts` say what speaks against the name, and against the goals, as for a `Cell`.
    """

    table: str
    name: str
    title: str
    page: int
    department: str = ""
    institute: str = ""
    goals: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    execution_weight: Decimal | None = None
    name_doubts: tuple[str, ...] = Field(default=(), exclude_if=_absent)
    goal_doubts: tuple[str, ...] = Field(default=(), exclude_if=_absent)


class Paragraph(Frozen):
    """A paragraph of prose with its heading path; the box is on its first page.

    `text` has full-width forms folded one to one, so that a fact's `at` is a place in it.
    """

    text: str
    page: int
    box: Box
    section: str = ""


class Severity(StrEnum):
    """error: an identity that must hold is broken; warning: a conditional one; info: rounding and hints."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(Frozen):
    """Something that does not add up, told so that a non-programmer can act on it."""

    check: str
    severity: Severity
    table: str = ""
    page: int | None = None
    box: Box | None = None
    message: str
    expected: str = ""
    found: str = ""
    difference: str = ""
    verdict: str = ""


class CheckCount(Frozen):
    """How often one check held, was broken, or could not be made."""

    check: str
    holds: int = 0
    broken: int = 0
    rounding: int = 0
    not_checkable: int = 0


class PageInfo(Frozen):
    """What was found of one page: its size as shown, and whether its text could be read."""

    number: int
    width: float
    height: float
    rotation: int = 0
    turn: int = 0
    text: str = "yes"  # yes, blank, picture
    hidden_chars: int = 0
    damaged: bool = False


class Meta(Frozen):
    """Which document this is. `kind` is budget or final; `level` is unit (单位) or department (部门)."""

    file: str
    institute: str = ""
    year: int | None = None
    kind: str = ""
    level: str = ""
    title: str = ""


class Disclosure(Frozen):
    """One document, read and checked."""

    schema_version: int = SCHEMA_VERSION
    id: str
    meta: Meta
    made_with: dict[str, str] = Field(default_factory=dict)
    pages: tuple[PageInfo, ...] = ()
    tables: tuple[Table, ...] = ()
    projects: tuple[Project, ...] = ()
    facts: tuple[Fact, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    table_list: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    checks: tuple[CheckCount, ...] = ()
    lost: tuple[Lost, ...] = Field(default=(), exclude_if=_absent)
    """Decisions of people whose figures this reading does not have."""

    def verdicts(self) -> dict[Verdict, int]:
        """Number of figures by verdict, tables and narrative together."""
        counts = dict.fromkeys(Verdict, 0)
        for table in self.tables:
            for cell in table.figures:
                if cell.verdict is not None:
                    counts[cell.verdict] += 1
        for fact in self.facts:
            if fact.verdict is not None:
                counts[fact.verdict] += 1
        return counts


Table.model_rebuild()
