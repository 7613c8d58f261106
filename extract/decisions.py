"""What a person decided about a figure: where it stands, finding it again in another reading, putting it there.

The same document is the same file, so a figure's page and box say which it is, whatever newer rules call its row or
number its table. Words decide only between figures that stand there: one that stands elsewhere is another figure, however
alike it is called, and a decision without its figure is `lost`, never applied to the next best. All functions are pure;
what they return is not judged yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pydantic import Field, model_validator

from extract.model import (
    Action,
    Box,
    Cell,
    Decided,
    Disclosure,
    Fact,
    Frozen,
    Kind,
    Lost,
    Reading,
    State,
    Table,
    Unexplained,
)
from extract.text import folded

Ref = tuple[str, int, int]
"""A figure: (table id, row, column), or ("", number of a fact, 0)."""

HUMAN = "human"
"""The reader of a figure that a person decided."""

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SAME = 0.5  # share of the area of both boxes that two readings of one figure have in common


class Place(Frozen):
    """Where a figure stands: page and box (points; of a figure in prose that of its digits), and the words about it.

    `table` is the kind of its table, or `narrative`; `row` its label, or the name of a figure in prose.
    """

    page: int
    box: Box
    table: str
    title: str = ""
    row: str = ""
    code: str = ""
    column: str = ""

    @property
    def name(self) -> str:
        """What a person calls it."""
        inner = "".join(filter(None, (self.code, self.row))) + (f"〔{self.column}〕" if self.column else "")
        return f"{self.title or self.table} {inner}".strip() if self.table != Kind.NARRATIVE else self.row

    @property
    def words(self) -> tuple[str, ...]:
        """What the reading calls it."""
        return (self.table, self.row, self.code, self.column)


class Decision(Frozen):
    """One line of `corrections.jsonl`.

    `state` and `value` are what stands in the figure's place from then on, `was_state` and `was` what had been read there,
    as printed. `when` is UTC, ISO 8601. A withdrawal says what stands there again.
    """

    document: str
    place: Place
    action: Action
    state: State = State.NUMBER
    value: Decimal | None = None
    was_state: State = State.NUMBER
    was: str = ""
    who: str = Field(default="", max_length=200)
    when: str = ""
    note: str = Field(default="", max_length=4000)

    @model_validator(mode="after")
    def _whole(self) -> Decision:
        if (self.state is State.NUMBER) is (self.value is None):
            raise ValueError("a number has a value, and nothing else has")
        return self

    @property
    def printed(self) -> str:
        """The decided value, in words where it is no number."""
        return Reading(state=self.state, value=self.value, text=self.was).printed


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure or an empty cell as it was read."""

    ref: Ref
    place: Place
    reading: Reading
    unit: str = ""


def reading_of(figure: Cell | Fact) -> Reading:
    """What the readers made of a figure, whatever a person decided about it."""
    if figure.decided is not None:
        return figure.decided.was
    if isinstance(figure, Fact):
        return Reading(value=figure.value, doubts=figure.doubts, reader=figure.reader)
    return Reading(
        state=figure.state,
        value=figure.value,
        text=figure.text,
        doubts=figure.doubts,
        reader=figure.reader,
        seconded=figure.seconded,
    )


def spots(disclosure: Disclosure) -> Iterator[Spot]:
    """All that can be decided about: the cells of the tables, then the figures in prose."""
    for table in disclosure.tables:
        for cell in table.cells:
            yield Spot((table.id, cell.row, cell.column), _cell_place(table, cell), reading_of(cell), cell.unit)
    for i, fact in enumerate(disclosure.facts):
        place = Place(page=fact.page, box=fact.digits, table=Kind.NARRATIVE.value, title=fact.section, row=fact.name)
        yield Spot(("", i, 0), place, reading_of(fact), fact.unit)


def _cell_place(table: Table, cell: Cell) -> Place:
    row, column = table.rows[cell.row], table.columns[cell.column]
    return Place(
        page=cell.page,
        box=cell.box,
        table=table.kind.value,
        title=table.title,
        row=row.label,
        code=row.code,
        column=column.name,
    )


# --- the latest of a log ----------------------------------------------------------------------------------------------


def latest(log: Iterable[Decision]) -> list[Decision]:
    """The last decision for each figure, in the order of the log; withdrawn ones left out."""
    last: dict[tuple[str, Place], Decision] = {}
    for decision in log:
        last.pop((decision.document, decision.place), None)
        if decision.action is not Action.WITHDRAW:
            last[decision.document, decision.place] = decision
    return list(last.values())


# --- finding it again -------------------------------------------------------------------------------------------------


def located(disclosure: Disclosure, decisions: Sequence[Decision]) -> dict[Place, Ref]:
    """Where the decided figures are in a reading; those that are not found are left out. No figure is found twice."""
    pages = {d.place.page for d in decisions}
    free = {s.ref: s for s in spots(disclosure) if s.place.page in pages}
    found: dict[Place, Ref] = {}
    for search in (_exactly, _there):
        for decision in reversed(decisions):  # of two for one figure the later counts
            if decision.place not in found:
                own = search(decision, [s for s in free.values() if _comparable(s.place, decision.place)])
                if own is not None:
                    found[decision.place] = own.ref
                    del free[own.ref]
    return found


def _comparable(a: Place, b: Place) -> bool:
    return a.page == b.page and (a.table == Kind.NARRATIVE) is (b.table == Kind.NARRATIVE)


def _exactly(decision: Decision, there: Sequence[Spot]) -> Spot | None:
    """The figure in the same box under the same words."""
    return _only([s for s in there if s.place.box == decision.place.box and s.place.words == decision.place.words])


def _there(decision: Decision, there: Sequence[Spot]) -> Spot | None:
    """The one figure that stands in its box and has its extent; else its words; else its reading."""
    near = [s for s in there if _meet(s.place.box, decision.place.box)]
    same = [s for s in near if _common(s.place.box, decision.place.box) >= _SAME]
    named = [s for s in near if s.place.words == decision.place.words]
    read = [s for s in near if (s.reading.state, s.reading.printed) == (decision.was_state, decision.was)]
    return _only(same) or _only(named) or _only(read)


def _only(found: Sequence[Spot]) -> Spot | None:
    return found[0] if len(found) == 1 else None


def _meet(a: Box, b: Box) -> bool:
    """Whether the centre of one box is in the other."""
    return _holds(a, b) or _holds(b, a)


def _holds(a: Box, b: Box) -> bool:
    x, y = (b[0] + b[2]) / 2, (b[1] + b[3]) / 2
    return a[0] <= x <= a[2] and a[1] <= y <= a[3]


def _common(a: Box, b: Box) -> float:
    """The area that two boxes share, of the area that they cover together."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    shared = max(0.0, width) * max(0.0, height)
    both = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b)) - shared
    return shared / both if both > 0 else 0.0


# --- putting it there -------------------------------------------------------------------------------------------------


def applied(disclosure: Disclosure, decisions: Sequence[Decision]) -> Disclosure:
    """The reading with these decisions in it, and none else; not judged. What finds no figure is in `lost`."""
    reading = undecided(disclosure)
    if not decisions:
        return reading
    found = located(reading, decisions)
    by_ref = {found[d.place]: d for d in decisions if d.place in found}
    lost = tuple(
        Lost(page=d.place.page, box=d.place.box, name=d.place.name, action=d.action, value=d.printed, was=d.was)
        for d in decisions
        if d.place not in found
    )
    return _changed(reading, by_ref).model_copy(update={"lost": lost})


def undecided(disclosure: Disclosure) -> Disclosure:
    """The reading as it was before anyone decided anything; not judged."""
    back: dict[Ref, Decision | None] = {}
    for table in disclosure.tables:
        back |= {(table.id, c.row, c.column): None for c in table.cells if c.decided is not None}
    back |= {("", i, 0): None for i, fact in enumerate(disclosure.facts) if fact.decided is not None}
    if not back and not disclosure.lost:
        return disclosure
    return _changed(disclosure, back).model_copy(update={"lost": ()})


def _changed(disclosure: Disclosure, by_ref: Mapping[Ref, Decision | None]) -> Disclosure:
    """With figures as decided, or as read where there is no decision."""
    tables = []
    touched = {ref[0] for ref in by_ref}
    for table in disclosure.tables:
        if table.id in touched:
            refs = [(table.id, c.row, c.column) for c in table.cells]
            cells = tuple(
                cell.model_copy(update=_of_cell(cell, by_ref[ref])) if ref in by_ref else cell
                for ref, cell in zip(refs, table.cells, strict=True)
            )
            table = table.model_copy(update={"cells": cells, "unexplained": _ledger(table, cells)})
        tables.append(table)
    facts = tuple(
        fact.model_copy(update=_of_fact(fact, by_ref["", i, 0])) if ("", i, 0) in by_ref else fact
        for i, fact in enumerate(disclosure.facts)
    )
    return disclosure.model_copy(update={"tables": tuple(tables), "facts": facts})


def _ledger(table: Table, cells: Sequence[Cell]) -> tuple[Unexplained, ...]:
    """A number in a cell that could not be read is explained once a person has said what the cell prints."""
    placed = {
        (cell.page, cell.box)
        for cell in cells
        if cell.decided is not None
        and cell.decided.settled
        and cell.state is not State.TEXT
        and len(_NUMBER.findall(folded(cell.decided.was.text))) == 1
    }
    return tuple(
        item.model_copy(update={"placed": placed_now})
        if (placed_now := (item.page, item.box) in placed) is not item.placed
        else item
        for item in table.unexplained
    )


def _of_cell(cell: Cell, decision: Decision | None) -> dict[str, object]:
    was = reading_of(cell)
    if decision is None:
        return {**dict(was), "verdict": None, "decided": None}
    return {**dict(_decided(was, decision)), "decided": Decided(action=decision.action, was=was)}


def _of_fact(fact: Fact, decision: Decision | None) -> dict[str, object]:
    was = reading_of(fact)
    now = was if decision is None else _decided(was, decision)
    decided = None if decision is None else Decided(action=decision.action, was=was)
    return {"value": now.value, "doubts": now.doubts, "reader": now.reader, "verdict": None, "decided": decided}


def _decided(was: Reading, decision: Decision) -> Reading:
    """What stands there. The document's own error stays as it was read, doubts and all: it is no evidence."""
    as_read = (was.state, was.value) == (decision.state, decision.value) and was.printed == decision.printed
    if decision.action is Action.OWN_ERROR and as_read:
        return was
    text = was.text if decision.state is State.TEXT else ""
    return Reading(state=decision.state, value=decision.value, text=text, reader=HUMAN, seconded=was.seconded)
