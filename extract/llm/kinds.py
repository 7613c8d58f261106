"""What a table is, asked of the model where the rules do not know its headings: its kind, its columns, its total rows.

The model only proposes. A proposal has no figures in it: those stay bound by geometry, and whether the proposal stands
is decided by identities (`extract.llm.adopt`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any, Literal

from pydantic import create_model

from extract.codes import classification
from extract.llm.records import printed
from extract.model import Cell, Column, Kind, Table
from extract.specs import BY_KIND, ROLE_TERMS, SPECS, TableSpec, role_of
from extract.text import folded, key
from prompts import Answer, Prompt

_FEW_ROWS = 8
_MOST_ROWS = 12
_NO_ROLE = "都不是"
_ROLE_OF = {term: role for role, term in ROLE_TERMS.items()}
_TERMS = {
    Kind.INCOME_EXPENDITURE: ("收支总表", "全部资金，收入和支出两侧并列"),
    Kind.INCOME: ("收入总表", "全部收入，按来源分列：财政拨款、事业收入、其他收入等"),
    Kind.EXPENDITURE: ("支出总表", "全部支出，分基本支出和项目支出，不限资金来源"),
    Kind.FISCAL: ("财政拨款收支总表", "只有财政拨款，收入和支出两侧并列"),
    Kind.GENERAL_PUBLIC: ("一般公共预算支出表", "只有一般公共预算（公共财政）的支出"),
    Kind.BASIC: ("基本支出表", "基本支出按经济分类：工资福利、商品和服务等"),
    Kind.GOVERNMENT_FUND: ("政府性基金表", "只有政府性基金"),
    Kind.STATE_CAPITAL: ("国有资本经营表", "只有国有资本经营预算"),
    Kind.THREE_PUBLIC: ("三公经费表", "因公出国、公务用车、公务接待"),
}
"""The kinds by the names that a model is told, with what tells them from the others."""

_OTHER = "其他"


class Side(StrEnum):
    """The sides of a two-sided table."""

    INCOME = "收入"
    EXPENDITURE = "支出"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the model says of a table: its kind; by column number its role and side; by row number its role."""

    table: str
    kind: Kind
    columns: dict[int, str] = field(default_factory=dict)
    sides: dict[int, str] = field(default_factory=dict)
    rows: dict[int, str] = field(default_factory=dict)


class KindAnswer(Answer):
    """Base of the schemas that ask for a kind."""

    kind: str


@lru_cache
def kind_schema(candidates: tuple[Kind, ...]) -> type[KindAnswer]:
    """A schema whose `kind` is the name of one of the candidates, or says that it is none of them."""
    choices: Any = Literal[*(_TERMS[kind][0] for kind in candidates), _OTHER]
    return create_model("TableKind", __base__=KindAnswer, kind=(choices, ...))


def kind_named(answer: KindAnswer) -> Kind:
    """The kind that an answer names."""
    return next((kind for kind, (name, _) in _TERMS.items() if name == answer.kind), Kind.OTHER)


def possible_kinds(table: Table, candidates: Sequence[Kind]) -> list[Kind]:
    """The kinds that a table can be by how it is made: the three items, the codes it lists, whether it has two sides."""
    said = folded(" ".join([*(c.name for c in table.columns), *(r.label for r in table.rows if not r.code)]))
    if sum(re.search(item, said) is not None for item in _THREE_ITEMS) > 1:
        return [kind for kind in candidates if kind is Kind.THREE_PUBLIC]
    codes = [r.code for r in table.rows if r.code.isdigit()]
    functional = sum(code.startswith("2") for code in codes)
    economic = sum(code.startswith(("3", "5")) for code in codes)
    named = [
        sum(bool(r.label) and not r.code for r in table.rows if r.group == g) for g in {r.group for r in table.rows}
    ]
    if codes and functional >= 0.6 * len(codes):
        fitting = _BY_FUNCTION
    elif codes and economic >= 0.6 * len(codes):
        fitting = {Kind.BASIC}
    elif sum(n > 2 for n in named) >= 2:
        fitting = {Kind.INCOME_EXPENDITURE, Kind.FISCAL}
    elif sum(named) <= 2:
        fitting = {Kind.INCOME, Kind.EXPENDITURE, Kind.THREE_PUBLIC, Kind.GOVERNMENT_FUND, Kind.STATE_CAPITAL}
    else:
        fitting = {Kind.INCOME, Kind.EXPENDITURE, Kind.THREE_PUBLIC, Kind.INCOME_EXPENDITURE, Kind.FISCAL}
    incomes, expenses = (sum(word in folded(c.name) for c in table.columns) for word in ("收入", "支出"))
    if fitting is _BY_FUNCTION and incomes and not expenses:
        fitting = {Kind.INCOME}
    elif expenses and not incomes:
        fitting = fitting - {Kind.INCOME}
    return [kind for kind in candidates if kind in fitting]


_THREE_ITEMS = ("因公出国", "公务用车", "公务接待")
_BY_FUNCTION = {Kind.INCOME, Kind.EXPENDITURE, Kind.GENERAL_PUBLIC, Kind.GOVERNMENT_FUND, Kind.STATE_CAPITAL}


def kind_prompt(table: Table, above: Sequence[str], candidates: Sequence[Kind]) -> Prompt:
    """The question for a table's kind: the lines above it, its headers, its first rows."""
    return Prompt.of(
        "kind",
        candidates=[_TERMS[kind] for kind in candidates],
        title=table.title,
        above=list(above)[-4:],
        unit=table.unit,
        columns=[c.name for c in table.columns],
        rows=[" ".join(filter(None, (r.code, r.label))) for r in _telling_rows(table)],
    )


def _telling_rows(table: Table) -> list[Any]:
    """The first rows of each group, and its last."""
    rows = []
    for group in sorted({r.group for r in table.rows}):
        own = [r for r in table.rows if r.group == group and (r.label or r.code)]
        rows += own[:_FEW_ROWS] + own[max(_FEW_ROWS, len(own) - 1) :]
    return rows


def standard_kinds() -> list[Kind]:
    """The kinds that a table may be proposed to be."""
    return [spec.kind for spec in SPECS if spec.kind in _TERMS]


class RolesAnswer(Answer):
    """Base of the schemas that ask for roles: a field for each column (c1 …), its side (s1 …), and each row (r1 …)."""


@dataclass(frozen=True, slots=True)
class Roles:
    """What is to be asked of a table of a kind: columns without a role, columns without a side, rows without one."""

    table: Table
    spec: TableSpec
    columns: tuple[int, ...]
    sides: tuple[int, ...]
    rows: tuple[int, ...]

    @classmethod
    def wanted(cls, table: Table, kind: Kind) -> Roles:
        """What rules and arithmetic leave open of a table that is bound as a kind."""
        spec = BY_KIND[kind]
        columns = tuple(i for i, c in enumerate(table.columns) if _open_column(table, c, spec))
        sides = tuple(i for i, c in enumerate(table.columns) if spec.two_sided and not c.side)
        return cls(table, spec, columns, sides, tuple(_open_rows(table, spec)))

    @property
    def anything(self) -> bool:
        """Whether there is anything to ask."""
        return bool(self.columns or self.sides or self.rows)

    @property
    def column_roles(self) -> list[str]:
        """Roles that a column may have: those that no other column has yet."""
        given = {c.role for i, c in enumerate(self.table.columns) if i not in self.columns and not self.spec.two_sided}
        return [role for role in dict.fromkeys(role for role, _ in self.spec.columns) if role not in given]

    @property
    def row_roles(self) -> list[str]:
        """Roles that a row may have."""
        return list(dict.fromkeys(_total_roles(self.spec)))

    def schema(self) -> type[RolesAnswer]:
        """The response schema."""
        fields: dict[str, Any] = {}
        column: Any = Literal[*(ROLE_TERMS[role] for role in self.column_roles), _NO_ROLE]
        row: Any = Literal[*(ROLE_TERMS[role] for role in self.row_roles), _NO_ROLE]
        for i in self.columns:
            fields[f"c{i + 1}"] = (column, ...)
        for i in self.sides:
            fields[f"s{i + 1}"] = (Side, ...)
        for i in self.rows:
            fields[f"r{i + 1}"] = (row, ...)
        return create_model("TableRoles", __base__=RolesAnswer, **fields)

    def prompt(self) -> Prompt:
        """The question."""
        samples = {i: [_sample(c) for c in self.table.cells if c.column == i][:3] for i in self.columns}
        return Prompt.of(
            "roles",
            kind="：".join(_TERMS[self.spec.kind]),
            column_roles=[ROLE_TERMS[role] for role in self.column_roles],
            row_roles=[ROLE_TERMS[role] for role in self.row_roles],
            columns=[(f"c{i + 1}", self.table.columns[i].name, samples[i]) for i in self.columns],
            sides=[(f"s{i + 1}", self.table.columns[i].name, self._labels(i)) for i in self.sides],
            rows=[(f"r{i + 1}", self.table.rows[i].label) for i in self.rows],
        )

    def _labels(self, column: int) -> str:
        group = self.table.columns[column].group
        return " ".join([r.label for r in self.table.rows if r.group == group and r.label][:4])

    def proposal(self, answer: RolesAnswer) -> Proposal:
        """What an answer says."""
        told = answer.model_dump()

        def roles(prefix: str, numbers: Sequence[int]) -> dict[int, str]:
            return {i: _ROLE_OF[term] for i in numbers if (term := str(told[f"{prefix}{i + 1}"])) != _NO_ROLE}

        return Proposal(
            self.table.id,
            self.spec.kind,
            roles("c", self.columns),
            {i: told[f"s{i + 1}"].name.lower() for i in self.sides},
            roles("r", self.rows),
        )


def _sample(cell: Cell) -> str:
    return printed(cell)


def _open_column(table: Table, column: Column, spec: TableSpec) -> bool:
    """Whether a column's role is open and matters: the only column of a group gives its total anyway."""
    if column.role or column.measure in {"change", "prior"} or not spec.columns:
        return False
    return sum(c.group == column.group for c in table.columns) > 1


def _open_rows(table: Table, spec: TableSpec) -> Iterator[int]:
    """Rows that may be totals under a name the rules do not know: where a group has none under a known name.

    Neither codes nor enumerators (一、 1.) nor the names of functional classes head a total.
    """
    if not _total_roles(spec):
        return
    classes = classification("functional")
    for group in sorted({r.group for r in table.rows}):
        own = [i for i, r in enumerate(table.rows) if r.group == group]
        by_item = spec.two_sided or spec.kind in {Kind.THREE_PUBLIC, Kind.BASIC}
        named = any(table.rows[i].role in _TOTALS for i in own)
        if named or (not by_item and any(table.rows[i].label in {"合计", "总计"} for i in own)) or len(own) < 2:
            continue
        plain = [i for i in own if (r := table.rows[i]).label and not r.code and not _is_item(r.label)]
        yield from [i for i in plain if not classes.is_name(table.rows[i].label)][-_MOST_ROWS:]


def _is_item(label: str) -> bool:
    """Whether a label is enumerated, or names an item in any of the tables."""
    return key(label) != folded(label) or any(role_of(spec.rows, label) for spec in SPECS)


def _total_roles(spec: TableSpec) -> list[str]:
    """The roles of total rows that a table has; every table by code has one over all codes."""
    roles = [role for role, _ in spec.rows if role in _TOTALS]
    return roles or (["total"] if spec.classification else [])


_TOTALS = {
    "total",
    "income_total",
    "expenditure_total",
    "income_subtotal",
    "expenditure_subtotal",
    "staff_total",
    "running_total",
}
