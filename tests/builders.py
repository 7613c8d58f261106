"""Small disclosures built in code: tables written as text, notes read by the reader of notes, and single changes to both.

A table is written as its printed columns and rows::

    table(Kind.EXPENDITURE, "合计 基本支出 项目支出", '''
        206   科学技术支出  100.00  60.00  40.00
        合计                100.00  60.00  40.00
    ''')

`|` separates side-by-side groups. A value is a number, `_` a blank, `-` a dash, `.` no cell at all, `?12.50` a figure in
doubt, `~12.50` one printed twice over, anything else a text; `·` stands for a row without a label. Column and row roles
come from the declared tables, as the reader takes them; `财政拨款@fiscal` gives a column a role of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.checks import Book, Check, Outcome, Result, Term
from extract.model import (
    PRINTED_TWICE,
    Cell,
    Column,
    Disclosure,
    Fact,
    Indicator,
    Kind,
    Meta,
    PageInfo,
    Paragraph,
    Project,
    Row,
    State,
    Table,
    Unexplained,
)
from extract.narrative import read_facts
from extract.pages import Char, Page
from extract.paragraphs import Text
from extract.specs import BY_KIND, TableSpec, column_role, measure_of, role_of, year_of

BOX = (10.0, 10.0, 40.0, 20.0)
SIZE = 10.0
_NUMBER = re.compile(r"-?[\d,]*\d(?:\.\d+)?")


# --- tables ----------------------------------------------------------------------------------------------------------


def table(
    kind: Kind,
    columns: str,
    body: str,
    *,
    unit: str = "万元",
    title: str = "",
    name: str = "",
    said_empty: bool = False,
    doubts: tuple[str, ...] = (),
    unexplained: tuple[str, ...] = (),
) -> Table:
    """A table of a kind; `name` is its id (by default the kind's), `unexplained` numbers left over on its pages."""
    spec = BY_KIND.get(kind)
    declared = tuple(_columns(columns, spec))
    rows: list[Row] = []
    cells: list[Cell] = []
    for line, text in enumerate(line for line in body.splitlines() if line.strip()):
        for group, part in enumerate(text.split("|")):
            tokens = part.split()
            if not tokens:
                continue
            own = [i for i, column in enumerate(declared) if column.group == group]
            code, label, values = _split(tokens, len(own))
            role = role_of(spec.rows, label) if spec is not None else ""
            rows.append(Row(label=label, code=code, group=group, line=line, page=1, role=role))
            cells += [
                cell_of(printed, len(rows) - 1, column, declared[column].unit or unit)
                for column, printed in zip(own, values, strict=True)
                if printed != "."
            ]
    return Table(
        id=name or kind.value,
        kind=kind,
        title=title or (spec.name if spec is not None else "表"),
        unit=unit,
        pages=(1,),
        columns=declared,
        rows=tuple(rows),
        cells=tuple(cells),
        said_empty=said_empty,
        doubts=doubts,
        unexplained=tuple(Unexplained(text=text, page=1, box=BOX) for text in unexplained),
    )


def _columns(text: str, spec: TableSpec | None) -> Iterator[Column]:
    for group, part in enumerate(text.split("|")):
        for printed in part.split():
            name, _, role = printed.partition("@")
            path = tuple(name.split("/"))
            side = ""
            if spec is not None and spec.two_sided:
                side = "expenditure" if "支出" in path[0] else "income"
            yield Column(
                path=path,
                group=group,
                side=side,
                role=role or (column_role(spec, path) if spec is not None else ""),
                measure=measure_of(path),
                year=year_of(path),
                unit="%" if "%" in path[-1] else "",
            )


def _split(tokens: list[str], width: int) -> tuple[str, str, list[str]]:
    """Code, label and values of one printed row."""
    if len(tokens) == width + 2:
        return tokens[0], tokens[1], tokens[2:]
    if len(tokens) != width + 1:
        raise ValueError(f"{len(tokens)} entries for {width} columns: {tokens}")
    return "", "" if tokens[0] == "·" else tokens[0], tokens[1:]


def cell_of(printed: str, row: int, column: int, unit: str) -> Cell:
    """A cell in the notation of this module."""
    doubts: tuple[str, ...] = ()
    if printed[0] in "?~":
        doubts, printed = ("crossed",) if printed[0] == "?" else (PRINTED_TWICE,), printed[1:]
    value = Decimal(printed.replace(",", "")) if _NUMBER.fullmatch(printed) else None
    state = (
        State.NUMBER
        if value is not None
        else State.BLANK
        if printed in {"_", ""}
        else State.DASH
        if printed == "-"
        else State.TEXT
    )
    return Cell(
        row=row,
        column=column,
        state=state,
        page=1,
        box=(10.0 + 40 * column, 10.0 + 12 * row, 40.0 + 40 * column, 20.0 + 12 * row),
        value=value,
        text=printed if state is State.TEXT else "",
        unit=unit,
        doubts=doubts,
    )


def place(shown: Table, row: str, column: str) -> tuple[int, int]:
    """The row of a code or label and the column of a name (or the end of one): exactly one of each."""
    rows = [i for i, r in enumerate(shown.rows) if row in {r.code, r.label}]
    columns = [i for i, c in enumerate(shown.columns) if c.name == column or c.name.endswith("/" + column)]
    own = [(r, c) for r in rows for c in columns if shown.rows[r].group == shown.columns[c].group]
    if len(own) != 1:
        raise ValueError(f"{len(own)} places for {row} / {column} in {shown.title}")
    return own[0]


# --- notes -----------------------------------------------------------------------------------------------------------


def page(number: int = 1) -> Page:
    """An empty upright page."""
    return Page(number, 595, 842, 0, 0, (), (), (), False)


def prose(text: str, section: str = "", *, pages: Sequence[int] = (1,)) -> Text:
    """A paragraph as the reader has it, each character in a place of its own; `pages` split it evenly.

    White space leaves a gap, as on a page.
    """
    each = -(-len(text) // len(pages))
    sheets = {number: page(number) for number in pages}
    glyphs = []
    for i, char in enumerate(text):
        x = 50.0 + SIZE * (i % 40)
        base = 100.0 + 20 * (i // 40)
        if not char.isspace():
            glyphs.append((Char(x, base - 8, x + SIZE, base + 2, char, base, SIZE), sheets[pages[i // each]]))
    return Text(glyphs=glyphs, section=section)


def told(text: str, section: str = "") -> list[Fact]:
    """The figures that a paragraph tells."""
    return read_facts([prose(text, section)])


# --- disclosures -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Draft:
    """A disclosure in the making. `notes` are (section, text); figures in prose with the digits `doubted` are in doubt."""

    tables: tuple[Table, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    projects: tuple[Project, ...] = ()
    year: int | None = 2025
    kind: str = "budget"
    doubted: tuple[str, ...] = ()
    table_list: tuple[str, ...] = ()
    pages: tuple[PageInfo, ...] = ()

    def cell(self, kind: Kind, row: str, column: str, printed: str) -> Draft:
        """The same with another figure in one cell."""
        shown = self.of(kind)
        r, c = place(shown, row, column)
        cells = tuple(
            cell_of(printed, r, c, cell.unit) if (cell.row, cell.column) == (r, c) else cell for cell in shown.cells
        )
        return self.instead(shown.model_copy(update={"cells": cells}))

    def said(self, old: str, new: str) -> Draft:
        """The same with other words at one place of the notes."""
        count = sum(text.count(old) for _, text in self.notes)
        if count != 1:
            raise ValueError(f"“{old}” stands {count} times in the notes")
        return replace(self, notes=tuple((section, text.replace(old, new)) for section, text in self.notes))

    def doubting(self, digits: str) -> Draft:
        """The same with a figure of the notes in doubt."""
        return replace(self, doubted=(*self.doubted, digits))

    def without(self, kind: Kind) -> Draft:
        """The same without a table."""
        return replace(self, tables=tuple(t for t in self.tables if t.kind is not kind))

    def of(self, kind: Kind) -> Table:
        """The table of a kind."""
        (found,) = (t for t in self.tables if t.kind is kind)
        return found

    def instead(self, new: Table) -> Draft:
        """The same with a table instead of the one of its id."""
        return replace(self, tables=tuple(new if t.id == new.id else t for t in self.tables))

    def made(self) -> Disclosure:
        """The disclosure, not yet judged."""
        texts = [prose(text, section) for section, text in self.notes]
        facts = [
            fact.model_copy(update={"doubts": ("page_break",)}) if f"{fact.value:f}" in self.doubted else fact
            for fact in read_facts(texts)
        ]
        return Disclosure(
            id="0123456789ab",
            meta=Meta(file="sample.pdf", institute="试验所", year=self.year, kind=self.kind, level="unit"),
            tables=self.tables,
            facts=tuple(facts),
            paragraphs=tuple(Paragraph(text=t.folded, page=1, box=BOX, section=t.section) for t in texts),
            projects=self.projects,
            table_list=self.table_list,
            pages=self.pages,
        )


def project(
    name: str = "水质监测",
    title: str = "",
    *,
    weights: Sequence[str | None] = ("50", "40"),
    execution: str | None = "10",
) -> Project:
    """A performance-target form's words: its title, its indicators with their weights."""
    indicators = tuple(
        Indicator(
            first="产出指标",
            second="数量指标",
            third=f"指标{number}",
            target="≥1次",
            weight=None if weight is None else Decimal(weight),
            page=1,
        )
        for number, weight in enumerate(weights)
    )
    return Project(
        table="form",
        name=name,
        title=title or f"{name}项目绩效目标表",
        page=1,
        indicators=indicators,
        execution_weight=None if execution is None else Decimal(execution),
    )


# --- results ---------------------------------------------------------------------------------------------------------


def results(check: Check, draft: Draft, identity: str = "") -> list[Result]:
    """What a check says of a draft, of one identity where it is named."""
    return [r for r in check(Book.of(draft.made())) if not identity or r.check == identity]


def outcomes(found: Sequence[Result]) -> set[Outcome]:
    """The outcomes of some results."""
    return {r.outcome for r in found}


def figures(terms: Sequence[Term]) -> tuple[str, ...]:
    """The printed figures of one side of an identity; blanks print none."""
    return tuple(t.printed for t in terms if t.ref is not None)
