"""The tidy form of a disclosure: one line for each figure, finding and table, as the library's CSV files have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extract.model import Box, Cell, Column, Disclosure, Fact, Kind, Row, State, Table
from extract.specs import BY_KIND, SPECS

FACT_FIELDS = [
    "document",
    "file",
    "institute",
    "level",
    "year",
    "kind",
    "table",
    "row",
    "code",
    "column",
    "value",
    "unit",
    "amount_yuan",
    "page",
    "x0",
    "y0",
    "x1",
    "y1",
    "verdict",
    "reader",
]
FINDING_FIELDS = [
    "document",
    "check",
    "severity",
    "table",
    "page",
    "message",
    "expected",
    "found",
    "difference",
    "verdict",
]
TABLE_FIELDS = [
    "document",
    "file",
    "table",
    "title",
    "state",
    "pages",
    "unit",
    "rows",
    "figures",
    "verified",
    "grounded",
    "conflict",
    "review",
    "corrected",
]

Line = dict[str, str]

_COUNTED = ("verified", "grounded", "conflict", "review", "corrected")
_PLAIN_NUMBER = re.compile(r"[-+]?[\d,]+(?:\.\d+)?%?")


def number(value: Decimal | None) -> str:
    """A Decimal in plain digits: printed decimals kept, no exponent."""
    return "" if value is None else f"{value:f}"


def amount(value: Decimal | None) -> str:
    """An exact amount in 元 without needless zeros."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain_text(text: str) -> str:
    """Text that a spreadsheet will not take for a formula."""
    formula = text[:1] in {"=", "+", "-", "@", "\t", "\r"} and not _PLAIN_NUMBER.fullmatch(text)
    return "'" + text if formula else text


def fact_lines(disclosure: Disclosure) -> Iterator[Line]:
    """One line for each printed figure: tables in order, then the narrative."""
    for table in disclosure.tables:
        for cell in table.cells:
            if cell.state is State.NUMBER:
                yield cell_line(disclosure, table, cell)
    for fact in disclosure.facts:
        yield _narrative_line(disclosure, fact)


def cell_line(disclosure: Disclosure, table: Table, cell: Cell) -> Line:
    """A cell of a table as a line (blank, dash and text cells have an empty value)."""
    row: Row = table.rows[cell.row]
    column: Column = table.columns[cell.column]
    return {
        **_document(disclosure),
        "table": table.kind.value,
        "row": plain_text(row.label),
        "code": plain_text(row.code),
        "column": plain_text(column.name),
        "value": number(cell.value),
        "unit": plain_text(cell.unit),
        "amount_yuan": amount(cell.amount_yuan),
        "page": str(cell.page),
        **_box(cell.box),
        "verdict": cell.verdict.value if cell.verdict is not None else "",
        "reader": cell.reader,
    }


def _narrative_line(disclosure: Disclosure, fact: Fact) -> Line:
    return {
        **_document(disclosure),
        "table": Kind.NARRATIVE.value,
        "row": plain_text(fact.name),
        "code": "",
        "column": "",
        "value": number(fact.value),
        "unit": fact.unit,
        "amount_yuan": amount(fact.amount_yuan),
        "page": str(fact.page),
        **_box(fact.box),
        "verdict": fact.verdict.value if fact.verdict is not None else "",
        "reader": fact.reader,
    }


def _document(disclosure: Disclosure) -> Line:
    meta = disclosure.meta
    return {
        "document": disclosure.id,
        "file": plain_text(meta.file),
        "institute": plain_text(meta.institute),
        "level": meta.level,
        "year": "" if meta.year is None else str(meta.year),
        "kind": meta.kind,
    }


def _box(box: Box) -> Line:
    return dict(zip(("x0", "y0", "x1", "y1"), (f"{v:.2f}" for v in box), strict=True))


def finding_lines(disclosure: Disclosure) -> Iterator[Line]:
    """One line for each finding, errors first."""
    for finding in disclosure.findings:
        yield {
            "document": disclosure.id,
            "check": finding.check,
            "severity": finding.severity.value,
            "table": finding.table,
            "page": "" if finding.page is None else str(finding.page),
            "message": plain_text(finding.message),
            "expected": plain_text(finding.expected),
            "found": plain_text(finding.found),
            "difference": plain_text(finding.difference),
            "verdict": finding.verdict,
        }


def table_lines(disclosure: Disclosure) -> Iterator[Line]:
    """One line for each table found, empty, unreadable, or expected and absent."""
    for table in disclosure.tables:
        verdicts = [c.verdict.value for c in table.figures if c.verdict is not None]
        state = "unreadable" if "unreadable" in table.doubts else "found" if table.figures else "empty"
        yield {
            "document": disclosure.id,
            "file": plain_text(disclosure.meta.file),
            "table": table.kind.value,
            "title": plain_text(table.title),
            "state": state,
            "pages": "-".join(str(p) for p in dict.fromkeys((table.pages[0], table.pages[-1]))) if table.pages else "",
            "unit": table.unit,
            "rows": str(len(table.rows)),
            "figures": str(len(table.figures)),
            **{name: str(verdicts.count(name)) for name in _COUNTED},
        }
    there = {table.kind for table in disclosure.tables}
    for spec in SPECS:
        if spec.kind not in there and disclosure.meta.kind in spec.expected_in:
            yield {
                **dict.fromkeys(TABLE_FIELDS, ""),
                "document": disclosure.id,
                "file": plain_text(disclosure.meta.file),
                "table": spec.kind.value,
                "title": BY_KIND[spec.kind].name,
                "state": "absent",
                "rows": "0",
                "figures": "0",
            }
