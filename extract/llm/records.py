"""Table chunks for the model: one record a printed line, each group of a side-by-side table for itself.

A small model that is given a table as printed loses its place in the columns; given one flat record a line it does not.
A record keeps its cells with their pages and boxes, so that whatever the model says of it can be tied to the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.model import Cell, Column, State, Table
from extract.text import folded

_FIXED_TOKENS = 700  # of the prompt: instructions, example, table head
_TOKENS_A_FIGURE = 16  # digits count one each
_TOKENS_A_ROW = 28


@dataclass(frozen=True, slots=True)
class Record:
    """A line of one group: its number in the chunk (from 1), the table's row, code and label as printed, its cells."""

    number: int
    row: int
    code: str
    label: str
    cells: tuple[tuple[str, Cell], ...]

    def cell(self, name: str) -> Cell | None:
        """The cell of a field."""
        return next((c for n, c in self.cells if n == name), None)

    def printed(self, name: str) -> str:
        """What a field prints: plain digits, `-` for a dash, nothing for a blank."""
        cell = self.cell(name)
        return "" if cell is None else printed(cell)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines of one table's group, few enough for one call. `fields` are (name, header path) of its amount columns."""

    table: Table
    group: int
    fields: tuple[tuple[str, str], ...]
    records: tuple[Record, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The fields' names."""
        return tuple(name for name, _ in self.fields)

    @property
    def answer_tokens(self) -> int:
        """Tokens that a complete answer may take, with room."""
        return 64 + len(self.records) * (_TOKENS_A_ROW + _TOKENS_A_FIGURE * len(self.fields)) * 3 // 2

    def halves(self) -> list[Chunk]:
        """The same lines in two chunks; empty where there is only one line."""
        middle = len(self.records) // 2
        if not middle:
            return []
        return [
            Chunk(self.table, self.group, self.fields, _numbered(part))
            for part in (self.records[:middle], self.records[middle:])
        ]


def printed(cell: Cell) -> str:
    """What a cell prints, as it is told to the model."""
    if cell.state is State.NUMBER and cell.value is not None:
        return f"{cell.value:f}"
    return "-" if cell.state is State.DASH else cell.text if cell.state is State.TEXT else ""


def field_names(columns: Sequence[Column]) -> list[str]:
    """A name for each column of a group: its role where only it has that one, else c1, c2 …"""
    roles = Counter(c.role for c in columns)
    return [
        c.role if c.role and roles[c.role] == 1 and c.measure != "change" else f"c{i}"
        for i, c in enumerate(columns, start=1)
    ]


def chunks(table: Table, most: int, context: int, rows: frozenset[int] | None = None) -> Iterator[Chunk]:
    """A table's lines (or only some of its rows) in chunks of at most `most` lines that fit a context of tokens."""
    for group in sorted({c.group for c in table.columns}):
        members = [i for i, c in enumerate(table.columns) if c.group == group]
        names = dict(zip(members, field_names([table.columns[i] for i in members]), strict=True))
        cells: dict[int, list[tuple[str, Cell]]] = {}
        for cell in table.cells:
            if cell.column in names:
                cells.setdefault(cell.row, []).append((names[cell.column], cell))
        lines = [
            Record(0, row, table.rows[row].code, table.rows[row].label, tuple(own))
            for row, own in sorted(cells.items())
            if rows is None or row in rows
        ]
        fields = tuple((names[i], table.columns[i].name) for i in members)
        size = _lines_a_call(len(members), most, context)
        for start in range(0, len(lines), size):
            yield Chunk(table, group, fields, _numbered(lines[start : start + size]))


def _lines_a_call(fields: int, most: int, context: int) -> int:
    """How many lines fit: each is read once in the prompt, and written once in the answer with room to spare."""
    a_line = (_TOKENS_A_ROW + _TOKENS_A_FIGURE * fields) * 5 // 2
    return max(1, min(most, (context - _FIXED_TOKENS) // a_line))


def _numbered(records: Sequence[Record]) -> tuple[Record, ...]:
    return tuple(Record(n, r.row, r.code, r.label, r.cells) for n, r in enumerate(records, start=1))


def classification_codes(table: Table) -> frozenset[str]:
    """Every code that the table prints or means: no amount of it may be one of these by mistake."""
    return frozenset(folded(code) for row in table.rows for code in (row.code, row.intended_code) if code)
