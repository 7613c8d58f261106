"""Rows read by the model: the response schema, the check inside the repair loop, and what of an answer is accepted.

An amount is accepted where it is the one printed in that line and column. Everything else is told to the model: an
amount that is printed nowhere on its line, one from a neighbouring column, a classification code taken for money, a
line left out. An identity is mentioned only beside a figure that is not as printed: a line that is read as printed and
does not add up is the document's own, and a model must not be asked to repair it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from pydantic import Field, create_model

from extract.llm.records import Chunk, Record, classification_codes
from extract.model import Cell, State
from extract.text import folded, is_dash, key, parse_amount
from prompts import Answer, Prompt

_TELLING = 8  # characters of a label that tell it from others


class Seen(StrEnum):
    """What the model's reading of one cell comes to."""

    SAME = "same"
    """What is printed there, a blank or dash included."""
    ELSEWHERE = "elsewhere"
    """A figure that is printed in another column of the same line."""
    WRONG = "wrong"
    """Not printed on the line at all (invented, rounded, a code, a neighbour's)."""
    MISSING = "missing"
    """The line or the field is not in the answer."""


class RowsAnswer(Answer):
    """Base of the response schemas for rows."""

    rows: list[Any]


@lru_cache(maxsize=256)
def schema_for(names: tuple[str, ...]) -> type[RowsAnswer]:
    """The response schema for a chunk with these fields: rows of line number, code, label and amounts as printed."""
    amounts: dict[str, Any] = {
        name: (str | None, Field(description="amount as printed, null if blank")) for name in names
    }
    row = create_model(
        "Row",
        __base__=Answer,
        n=(int, Field(description="number of the line")),
        code=(str, Field(description="classification code, empty if none")),
        label=(str, ...),
        **amounts,
    )
    return create_model("Rows", __base__=RowsAnswer, rows=(list[row], ...))


def prompt_for(chunk: Chunk) -> Prompt:
    """The prompt for one chunk."""
    table = chunk.table
    return Prompt.of(
        "rows", title=table.title or table.kind.value, unit=table.unit, fields=chunk.fields, records=chunk.records
    )


@dataclass(slots=True)
class Reading:
    """What one answer says of a chunk: by (row, column) of the table; values only where they are not as printed."""

    seen: dict[tuple[int, int], Seen] = field(default_factory=dict)
    raw: dict[tuple[int, int], Decimal] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)


def judge_rows(chunk: Chunk, answer: RowsAnswer | None) -> Reading:
    """Tie an answer to the lines it speaks of. Every cell of the chunk gets a `Seen`."""
    reading = Reading()
    told: dict[int, Any] = {}
    for row in answer.rows if answer is not None else ():
        if not 1 <= row.n <= len(chunk.records):
            reading.complaints.append(f"{_own(row, 'label')}: there is no line {row.n}")
        elif row.n in told:
            reading.complaints.append(f"line {row.n} is given twice")
        else:
            told[row.n] = row
    codes = classification_codes(chunk.table)
    for record in chunk.records:
        said = told.get(record.number)
        if said is None:
            reading.complaints.append(f"line {record.number} is missing")
        elif not _names(record, said):
            reading.complaints.append(f"{_own(said, 'code', 'label')}: line {record.number} is another one")
            said = None
        wrong = False
        for name, cell in record.cells:
            at = (cell.row, cell.column)
            reading.seen[at] = Seen.MISSING if said is None else _compare(record, name, cell, getattr(said, name))
            if said is None:
                continue
            amount = parse_amount(getattr(said, name) or "")
            if amount is not None:
                reading.raw[at] = amount.value
            if reading.seen[at] in {Seen.ELSEWHERE, Seen.WRONG}:
                wrong = True
                reading.complaints.append(f"{_own(said, 'n', name)}: {_reason(record, getattr(said, name), codes)}")
        if said is not None and wrong:
            reading.complaints += _broken(record, said)
    return reading


def _own(row: Any, *names: str) -> str:
    """The model's own words, as data."""
    return json.dumps({name: getattr(row, name) for name in names}, ensure_ascii=False)[:200]


def _names(record: Record, said: Any) -> bool:
    """Whether a row of the answer is about a line: by its code; by its label where no code is printed.

    A long label may be cut short, and a label may stand in the place of the code that is not there.
    """
    if record.code:
        return folded(said.code) == folded(record.code)
    label = key(record.label)
    told = {key(said.label), key(said.code)}
    return not label or label in told or any(len(t) >= _TELLING and label.startswith(t) for t in told)


def _compare(record: Record, name: str, cell: Cell, said: str | None) -> Seen:
    text = folded(said or "")
    if cell.state is not State.NUMBER or cell.value is None:
        same = text in {"", "null", "None"} or is_dash(text) or (cell.state is State.TEXT and text == folded(cell.text))
        if same:
            return Seen.SAME
    amount = parse_amount(text)
    if amount is not None and cell.state is State.NUMBER and amount.value == cell.value:
        return Seen.SAME
    if not text and cell.state is State.NUMBER:
        return Seen.MISSING
    others = [c for n, c in record.cells if n != name and c.state is State.NUMBER]
    if amount is not None and any(c.value == amount.value for c in others):
        return Seen.ELSEWHERE
    return Seen.WRONG


def _reason(record: Record, said: str | None, codes: frozenset[str]) -> str:
    text = folded(said or "")
    if text in codes:
        return "this is a classification code, no amount"
    amount = parse_amount(text)
    if amount is not None and any(c.value == amount.value for _, c in record.cells):
        return f"line {record.number} prints this in another field"
    return f"this is not printed on line {record.number}; null where the field is blank"


def _broken(record: Record, said: Any) -> Iterator[str]:
    """The line's own identity, where the model's figures do not keep it: total = basic + project."""
    values = {name: a.value for name, _ in record.cells if (a := parse_amount(getattr(said, name) or "")) is not None}
    if {"total", "basic", "project"} <= values.keys() and values["total"] != values["basic"] + values["project"]:
        figures = {name: str(values[name]) for name in ("total", "basic", "project")}
        yield f"{json.dumps({'n': record.number, **figures})}: total must be basic + project"
