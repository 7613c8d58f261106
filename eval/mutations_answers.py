"""Mistakes of a model that reads: one wrong answer among right ones, by a client that asks nobody.

The right answers are those of the prompts' own lines. A mistake changes one line of one table (or one figure of the
notes) and is repeated however often the check sends the answer back, as a small model does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any, TypeVar, get_args

from eval.mutations_edits import other_digits, swapped_digits
from extract.llm.forms import FormAnswer
from extract.llm.notes import Passage, passages
from extract.llm.records import Chunk, Record, chunks
from extract.llm.rows import prompt_for
from extract.model import Disclosure, State
from prompts import Answer, ModelSettings, Prompt, Reply, Usage

A = TypeVar("A", bound=Answer)
RowAnswer = dict[str, Any]
CellRef = tuple[str, int, int]
"""(table id, row, column); ("", order of a fact, 0) for a figure of the notes."""


@dataclass(frozen=True, slots=True)
class Questions:
    """Everything that a model is asked when it reads a whole document, by the text of the prompt."""

    rows: Mapping[str, Chunk]
    notes: Mapping[str, Passage]


@dataclass(frozen=True, slots=True)
class Slip:
    """One mistake: the prompt that is answered wrongly, the answer, and the figures that it gets wrong."""

    prompt: str
    answer: dict[str, Any]
    cells: tuple[CellRef, ...]
    where: str


Lie = Callable[[Questions, Random], Slip | None]


def asked(disclosure: Disclosure, settings: ModelSettings) -> Questions:
    """The questions about the rows and the notes of a document, as the model reader asks them."""
    rows = [c for t in disclosure.tables if t.columns for c in chunks(t, settings.chunk_rows, settings.context)]
    notes = passages(disclosure.facts, disclosure.paragraphs)
    return Questions({prompt_for(c).user: c for c in rows}, {p.prompt().user: p for p in notes})


def right_rows(chunk: Chunk) -> list[RowAnswer]:
    """What the prompt prints, as an answer."""
    return [
        {"n": r.number, "code": r.code, "label": r.label} | {name: r.printed(name) or None for name in chunk.names}
        for r in chunk.records
    ]


def right_notes(passage: Passage) -> dict[str, Any]:
    """Each figure of the notes with the words that the rules name it by."""
    return {"facts": [{"n": n, "item": f.item, "value": str(f.value)} for n, (_, f) in enumerate(passage.facts, 1)]}


@dataclass
class LyingClient:
    """Stands where `prompts.client.Client` stands; makes one mistake, or none."""

    questions: Questions
    slip: Slip | None = None
    settings: ModelSettings = field(default_factory=lambda: ModelSettings(model="simulated"))
    usage: Usage = field(default_factory=Usage)
    told: int = 0
    """How often the mistake was told."""

    async def ask(
        self, prompt: Prompt, schema: type[A], *, check: Callable[[A], list[str]] | None = None, **_: Any
    ) -> Reply[A]:
        """The answer to a question, wrong where the mistake is in it; complaints change nothing."""
        answer = self._answer(prompt, schema)
        if self.slip is not None and prompt.user == self.slip.prompt:
            answer = self.slip.answer
            self.told += 1
        value = schema.model_validate(answer)
        return Reply(value, check is None or not check(value), Usage())

    def _answer(self, prompt: Prompt, schema: type[Answer]) -> dict[str, Any]:
        if prompt.user in self.questions.rows:
            return {"rows": right_rows(self.questions.rows[prompt.user])}
        if prompt.user in self.questions.notes:
            return right_notes(self.questions.notes[prompt.user])
        if issubclass(schema, FormAnswer):
            return {"project": "", "goals": [], "indicators": []}
        # What a table or a column is: none of what it may be.
        return {name: get_args(told.annotation)[-1] for name, told in schema.model_fields.items()}


# --- one line of a table --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _At:
    """A line of a question, and one of its fields that prints a figure other than zero."""

    prompt: str
    chunk: Chunk
    place: int
    name: str

    @property
    def record(self) -> Record:
        return self.chunk.records[self.place]

    @property
    def text(self) -> str:
        return self.record.printed(self.name)

    def refs(self, *names: str, place: int | None = None) -> tuple[CellRef, ...]:
        record = self.record if place is None else self.chunk.records[place]
        return tuple((self.chunk.table.id, c.row, c.column) for n, c in record.cells if n in names)


def _figures(questions: Questions) -> list[_At]:
    return [
        _At(prompt, chunk, place, name)
        for prompt, chunk in questions.rows.items()
        for place, record in enumerate(chunk.records)
        for name, cell in record.cells
        if cell.state is State.NUMBER and cell.value
    ]


def _slip(at: _At, changes: Mapping[str, str | None], new: str) -> Slip:
    rows = right_rows(at.chunk)
    rows[at.place].update(changes)
    return _told(at, rows, at.refs(*changes), new)


def _told(at: _At, rows: Sequence[RowAnswer], cells: tuple[CellRef, ...], new: str) -> Slip:
    row = f"{at.record.code}{at.record.label}" or "(one row)"
    where = f"{at.chunk.table.kind.value} | {row} | {at.name} | page {at.record.cells[0][1].page} | {at.text} → {new}"
    return Slip(at.prompt, {"rows": list(rows)}, cells, where)


def _one(questions: Questions, chance: Random, fits: Callable[[_At], bool] = lambda _: True) -> _At | None:
    found = [at for at in _figures(questions) if fits(at)]
    return chance.choice(found) if found else None


def digit_swap(questions: Questions, chance: Random) -> Slip | None:
    """Two neighbouring digits in the wrong order."""
    at = _one(questions, chance, lambda a: bool(swapped_digits(a.text)))
    return None if at is None else _slip(at, {at.name: (new := chance.choice(swapped_digits(at.text)))}, new)


def dropped_row(questions: Questions, chance: Random) -> Slip | None:
    """A line that the answer leaves out."""
    at = _one(questions, chance)
    if at is None:
        return None
    rows = right_rows(at.chunk)
    del rows[at.place]
    return _told(at, rows, at.refs(*at.chunk.names), "line left out")


def doubled_row(questions: Questions, chance: Random) -> Slip | None:
    """A line given again in the place of the next."""
    at = _one(questions, chance, lambda a: a.place + 1 < len(a.chunk.records) and _differ(a))
    if at is None:
        return None
    rows = right_rows(at.chunk)
    rows[at.place + 1] = rows[at.place] | {"n": rows[at.place + 1]["n"]}
    return _told(at, rows, at.refs(*at.chunk.names, place=at.place + 1), "given again as the next line")


def _differ(at: _At) -> bool:
    """Whether the next line is another one, by its code or its name."""
    below = at.chunk.records[at.place + 1]
    return bool(below.code or below.label) and (below.code, below.label) != (at.record.code, at.record.label)


def shifted_column(questions: Questions, chance: Random) -> Slip | None:
    """Every amount of a line one field further."""
    at = _one(questions, chance, lambda a: len({a.record.printed(n) for n in a.chunk.names}) > 1)
    if at is None:
        return None
    own = [at.record.printed(n) or None for n in at.chunk.names]
    moved = dict(zip(at.chunk.names, [own[-1], *own[:-1]], strict=True))
    changes = {n: v for n, v in moved.items() if v != (at.record.printed(n) or None)}
    return _slip(at, changes, "one field further")


def decimal_slip(questions: Questions, chance: Random) -> Slip | None:
    """The point one place off."""
    at = _one(questions, chance)
    return None if at is None else _slip(at, {at.name: (new := f"{Decimal(at.text) / 10:f}")}, new)


def unit_slip(questions: Questions, chance: Random) -> Slip | None:
    """A line converted from 万元 to 元, or the other way round."""
    at = _one(questions, chance)
    if at is None:
        return None
    factor = Decimal(10_000) if at.chunk.table.unit == "万元" else Decimal("0.0001")
    cells = {n: c.value for n, c in at.record.cells if c.state is State.NUMBER and c.value}
    return _slip(at, {n: f"{v * factor:f}" for n, v in cells.items() if v is not None}, "line in another unit")


def sign_loss(questions: Questions, chance: Random) -> Slip | None:
    """A negative figure without its sign."""
    at = _one(questions, chance, lambda a: a.text.startswith("-"))
    return None if at is None else _slip(at, {at.name: at.text[1:]}, at.text[1:])


def blank_filled(questions: Questions, chance: Random) -> Slip | None:
    """A blank filled from the field beside it."""
    found = []
    for at in _figures(questions):
        for one, other in zip(at.chunk.names, at.chunk.names[1:], strict=False):
            if at.name in (one, other):
                beside = other if at.name == one else one
                if at.record.cell(beside) is not None and not at.record.printed(beside):
                    found.append((at, beside))
    if not found:
        return None
    at, blank = chance.choice(found)
    return _slip(at, {blank: at.text}, f"also in {blank}, which is blank")


def wrong_total(questions: Questions, chance: Random) -> Slip | None:
    """A total that the model worked out itself, wrongly."""
    at = _one(questions, chance, lambda a: a.record.label.endswith(("合计", "总计")))
    return None if at is None else _slip(at, {at.name: (new := chance.choice(other_digits(at.text)))}, new)


def rows_merged(questions: Questions, chance: Random) -> Slip | None:
    """Two lines added up in one, the other left out."""
    at = _one(questions, chance, lambda a: a.place + 1 < len(a.chunk.records) and bool(_sums(a)))
    if at is None:
        return None
    rows = right_rows(at.chunk)
    sums = _sums(at)
    rows[at.place].update(sums)
    del rows[at.place + 1]
    cells = (*at.refs(*sums), *at.refs(*at.chunk.names, place=at.place + 1))
    return _told(at, rows, cells, "two lines added up in one")


def _sums(at: _At) -> dict[str, str]:
    """The fields in which the next line adds something."""
    below = at.chunk.records[at.place + 1]
    values = {n: (at.record.cell(n), below.cell(n)) for n in at.chunk.names}
    return {
        n: f"{(a.value or 0) + b.value:f}"
        for n, (a, b) in values.items()
        if a is not None and b is not None and b.value
    }


def swapped_rows(questions: Questions, chance: Random) -> Slip | None:
    """The amounts of two lines exchanged: every sum still holds."""
    at = _one(questions, chance, lambda a: a.place + 1 < len(a.chunk.records) and _differ(a) and bool(_unlike(a)))
    if at is None:
        return None
    rows = right_rows(at.chunk)
    names = _unlike(at)
    one, other = rows[at.place], rows[at.place + 1]
    for name in names:
        one[name], other[name] = other[name], one[name]
    cells = (*at.refs(*names), *at.refs(*names, place=at.place + 1))
    return _told(at, rows, cells, "exchanged with the next line")


def _unlike(at: _At) -> list[str]:
    below = at.chunk.records[at.place + 1]
    return [n for n in at.chunk.names if at.record.printed(n) != below.printed(n)]


# --- one figure of the notes -------------------------------------------------------------------------------------------


def wrong_percentage(questions: Questions, chance: Random) -> Slip | None:
    """A percentage of the notes with one digit wrong."""
    found = [
        (prompt, passage, n)
        for prompt, passage in questions.notes.items()
        for n, (_, fact) in enumerate(passage.facts)
        if fact.unit == "%" and fact.value
    ]
    if not found:
        return None
    prompt, passage, n = chance.choice(found)
    answer = right_notes(passage)
    order, fact = passage.facts[n]
    answer["facts"][n]["value"] = new = chance.choice(other_digits(str(fact.value)))
    where = f"narrative | {fact.name} | page {fact.page} | {fact.value}% → {new}%"
    return Slip(prompt, answer, (("", order, 0),), where)


ANSWERS: tuple[Lie, ...] = (
    digit_swap,
    dropped_row,
    doubled_row,
    shifted_column,
    decimal_slip,
    unit_slip,
    sign_loss,
    blank_filled,
    wrong_total,
    wrong_percentage,
    rows_merged,
    swapped_rows,
)
