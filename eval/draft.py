"""Gold data drafted from a library for a person to correct: what gouji read, in the documented format, the unsure marked.

A draft is a reading, not gold: somebody must look at each figure on the page before it measures anything. What gouji itself is
not sure of, and what it could not read, is listed under `unsure`, with page and place; delete that entry when it is settled.
`gold_documents` takes the file as it is, so that a draft can be measured while it is being corrected.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.facts import number
from extract.library import Library, write_atomic
from extract.model import Cell, Disclosure, Finding, Kind, Severity, State, Table, Verdict

_SURE = {Verdict.VERIFIED, Verdict.CORRECTED}


def draft(library: Library, document: str, out: Path) -> Path:
    """Write NAME.gold.json, and the PDF beside it, for a document (id, file name or stem); the path of the former.

    Raises UsageError where the document is not there; an existing gold file is never overwritten (FileExistsError).
    """
    found = library.find(document)
    disclosure = library.load(found)
    out.mkdir(parents=True, exist_ok=True)
    name = Path(disclosure.meta.file)
    path = out / f"{name.stem}.gold.json"
    if path.exists():
        raise FileExistsError(path)
    (out / name.name).write_bytes((library.documents / found / "source.pdf").read_bytes())
    told = json.dumps(gold_of(disclosure), ensure_ascii=False, indent=1)
    write_atomic(path, (told + "\n").encode())
    return path


def gold_of(disclosure: Disclosure) -> dict[str, Any]:
    """The gold data that a reading would be right by."""
    meta = disclosure.meta
    tables = [t for t in disclosure.tables if t.kind is not Kind.OTHER and t.columns]
    return {
        "meta": {
            "file": meta.file,
            "institute": meta.institute,
            "year": meta.year,
            "kind": meta.kind,
            "level": meta.level,
            "unit": next((t.unit for t in tables if t.unit), ""),
            "pages": len(disclosure.pages),
        },
        "tables": [_table(table) for table in tables],
        "facts": [{"name": f.name, "value": number(f.value), "unit": f.unit, "page": f.page} for f in disclosure.facts],
        "violations": [_violation(f) for f in disclosure.findings if f.severity is Severity.ERROR],
        "unsure": list(_unsure(disclosure)),
    }


def _table(table: Table) -> dict[str, Any]:
    cells = {(c.row, c.column): c for c in table.cells}
    rows = []
    for at, row in enumerate(table.rows):
        own = [cells.get((at, column)) for column in range(len(table.columns))]
        here = [c.page for c in own if c is not None and c.state is State.NUMBER]
        label = table.project if table.kind is Kind.PERFORMANCE and table.project else row.label
        values = [None if c is None or c.value is None else number(c.value) for c in own]
        rows.append({"code": row.code, "label": label, "page": here[0] if here else row.page, "values": values})
    first, last = (table.pages[0], table.pages[-1]) if table.pages else (0, 0)
    return {
        "kind": table.kind.value,
        "title": table.title,
        "unit": table.unit,
        "pages": [first, last],
        "columns": [c.name for c in table.columns],
        "rows": rows,
    }


def _violation(finding: Finding) -> dict[str, Any]:
    return {
        "type": finding.check,
        "page": finding.page,
        "where": finding.message,
        "lhs": finding.found,
        "rhs": finding.expected,
        "diff": finding.difference,
    }


def _unsure(disclosure: Disclosure) -> Iterator[dict[str, Any]]:
    """What a person must look at first: figures not verified, numbers bound to nothing, tables not read, own mistakes."""
    for table in disclosure.tables:
        if table.kind is Kind.OTHER:
            continue
        if "unreadable" in table.doubts:
            yield {"page": table.pages[0] if table.pages else None, "where": table.title, "why": "这张表没有读出来"}
        for cell in table.figures:
            if cell.verdict not in _SURE:
                yield {
                    "page": cell.page,
                    "where": _where(table, cell),
                    "value": number(cell.value),
                    "why": _why(cell.verdict),
                }
        for item in table.left_over:
            yield {"page": item.page, "where": table.title, "value": item.text, "why": "页上的这个数不属于任何一格"}
    for fact in disclosure.facts:
        if fact.verdict not in _SURE:
            yield {"page": fact.page, "where": fact.name, "value": number(fact.value), "why": _why(fact.verdict)}
    for finding in disclosure.findings:
        if finding.severity is Severity.WARNING:
            yield {"page": finding.page, "where": finding.message, "why": "或是原文的错：若是，写进 violations"}
    for page in disclosure.pages:
        if page.text == "picture":
            yield {"page": page.number, "where": "整页", "why": "这一页没有文字层，没有读"}


def _where(table: Table, cell: Cell) -> str:
    row, column = table.rows[cell.row], table.columns[cell.column]
    return f"{table.title} {row.code} {row.label} {column.name}".replace("  ", " ")


def _why(verdict: Verdict | None) -> str:
    told = {
        Verdict.GROUNDED: "没有勾稽可以证实",
        Verdict.CONFLICT: "原文不平，或读错",
        Verdict.REVIEW: "读得不可靠",
    }
    return told.get(verdict, "没有结论") if verdict is not None else "没有结论"
