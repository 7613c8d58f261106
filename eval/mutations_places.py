"""Where a mutation is made: the cells of a document that the typesetter draws, and the same cells as a reader found them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.typeset_model import ABOVE, LEFT, Block, Document, Prose, Stated, Table, TableBlock, cells
from eval.typeset_tables import header_paths, row_name, sides_of_line
from extract.model import Cell, Disclosure, Fact
from extract.model import Table as ReadTable
from extract.text import folded, key


@dataclass(frozen=True, slots=True)
class Spot:
    """A value cell of a document: its table (in the order of the document), line and column there, and what names it."""

    table: int
    line: int
    column: int
    kind: str
    code: str
    label: str
    path: str
    text: str
    page: int

    def told(self, new: str) -> str:
        """For a report: table, row, column, page, old and new."""
        row = f"{self.code}{self.label}" or "(one row)"
        return f"{self.kind} | {row} | {self.path} | page {self.page} | {self.text or 'blank'} → {new}"


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in prose: its block (section, place in it), the figure, and its page."""

    section: int
    block: int
    stated: Stated
    page: int

    def told(self, new: str) -> str:
        """For a report: name, page, old and new."""
        return f"narrative | {self.stated.name} | page {self.page} | {self.stated.value}{self.stated.unit} → {new}"


def blocks(document: Document) -> Iterator[tuple[int, int, Block]]:
    """Every block with its section and place."""
    for s, section in enumerate(document.sections):
        for b, block in enumerate(section.blocks):
            yield s, b, block


def tables(document: Document) -> list[tuple[int, int, Table]]:
    """The tables in order, with section and place."""
    return [(s, b, block.table) for s, b, block in blocks(document) if isinstance(block, TableBlock)]


def grid(table: Table) -> list[list[str]]:
    """The lines below the header, the total line first where there is one."""
    return [*cells(table.total_line), *cells(table.rows)]


def spots(document: Document, gold: Mapping[str, Any]) -> list[Spot]:
    """Every value cell of the standard tables, blanks included, in rows that have a name (or are the only one)."""
    found: list[Spot] = []
    for number, (_, _, table) in enumerate(tables(document)):
        if table.kind == "other":
            continue
        pages = {(row["code"], row["label"]): row["page"] for row in gold["tables"][number]["rows"]}
        values = [c for c, role in enumerate(table.roles) if role == "value"]
        paths = dict(zip(values, header_paths(table), strict=True))
        lines = grid(table)
        for n, line in enumerate(lines):
            for group in sides_of_line(table.roles, line):
                code, label = row_name(table.roles, line, group)
                if not (code or label) and len(lines) > 1:
                    continue
                page = pages.get((code, label), gold["tables"][number]["pages"][0])
                found += [
                    Spot(number, n, c, table.kind, code, label, paths[c], line[c], page)
                    for c in group
                    if c in paths and line[c] not in (LEFT, ABOVE)
                ]
    return found


def told(document: Document, gold: Mapping[str, Any]) -> list[Told]:
    """Every figure told in prose."""
    stated = [
        (s, b, fact)
        for s, b, block in blocks(document)
        if isinstance(block, Prose)
        for _, facts in block.paragraphs()
        for fact in facts
    ]
    return [Told(s, b, fact, found["page"]) for (s, b, fact), found in zip(stated, gold["facts"], strict=True)]


def with_table(document: Document, number: int, **changed: Any) -> Document:
    """The document with one of its tables changed."""
    s, b, table = tables(document)[number]
    return with_block(document, s, b, TableBlock(table=table.model_copy(update=changed)))


def with_block(document: Document, section: int, place: int, block: Block) -> Document:
    """The document with one block exchanged."""
    sections = list(document.sections)
    own = list(sections[section].blocks)
    own[place] = block
    sections[section] = sections[section].model_copy(update={"blocks": own})
    return document.model_copy(update={"sections": sections})


def with_lines(document: Document, number: int, lines: Sequence[Sequence[str]]) -> Document:
    """The document with other lines below the header of a table."""
    table = tables(document)[number][2]
    above = len(cells(table.total_line))
    drawn = [" | ".join(line) for line in lines]
    return with_table(document, number, total_line="\n".join(drawn[:above]), rows="\n".join(drawn[above:]))


def with_cells(document: Document, changes: Sequence[tuple[Spot, str]]) -> Document:
    """The document with other texts in cells of one table."""
    number = changes[0][0].table
    lines = grid(tables(document)[number][2])
    for spot, text in changes:
        lines[spot.line][spot.column] = text
    return with_lines(document, number, lines)


def find(disclosure: Disclosure, spot: Spot) -> tuple[ReadTable, Cell] | None:
    """The cell of a reading that a spot names; None where it has none, or several."""
    found = [
        (table, cell)
        for table in disclosure.tables
        if table.kind == spot.kind
        for cell in table.cells
        if table.rows[cell.row].code == spot.code
        and key(table.rows[cell.row].label) == key(spot.label)
        and folded(table.columns[cell.column].name) == folded(spot.path)
    ]
    return found[0] if len(found) == 1 else None


def find_fact(disclosure: Disclosure, place: Told) -> tuple[int, Fact] | None:
    """The figure in prose that a place names: by value, unit and page, the first of equals."""
    wanted = (place.stated.value, folded(place.stated.unit), place.page)
    return next(
        ((n, f) for n, f in enumerate(disclosure.facts) if (str(f.value), f.unit, f.page) == wanted),
        None,
    )
