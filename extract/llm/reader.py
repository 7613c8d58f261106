"""The model reader over a whole document: what is asked, and what comes of the answers.

`auto`: only what the rules left open goes to the model: tables and columns under headings they do not know, rows that
broken identities suspect, figures of the notes without a name, forms whose goals or indicators they could not bind.
`llm`: everything does, and only what the model read as
it is printed can be verified. Either way the gate decides, and nothing that is printed is lost.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from extract.gate import judge
from extract.llm.adopt import World, best_reading, borne_out, climb, decide
from extract.llm.forms import Form, FormAnswer, FormChunk, Told, form_chunks
from extract.llm.indicators import joined, judge_form
from extract.llm.kinds import Proposal, Roles, kind_named, kind_prompt, kind_schema
from extract.llm.notes import NotesAnswer, Passage, judge_notes, passages
from extract.llm.records import Chunk, chunks
from extract.llm.rows import Reading, RowsAnswer, Seen, judge_rows, prompt_for, schema_for
from extract.model import (
    NAMED_BY_MODEL,
    READERS_DIFFER,
    UNSECONDED,
    Cell,
    Disclosure,
    Fact,
    Kind,
    State,
    Table,
    Verdict,
)
from extract.outline import Source
from extract.specs import is_other_by_name
from prompts import AnswerError, CutOffError, ModelError, Usage

if TYPE_CHECKING:
    from prompts.client import Client

T = TypeVar("T")

_FEWEST = 3  # figures that make a table worth asking about


@dataclass(slots=True)
class ModelUse:
    """What the model was asked for one document. `avoided`: questions that reading everything would have taken more."""

    asked: int = 0
    avoided: int = 0
    failed: int = 0
    """Questions without a usable answer."""
    stopped: str = ""
    """Why the model could not be asked further, empty where it could."""
    code: str = ""
    usage: Usage = field(default_factory=Usage)
    adopted: list[str] = field(default_factory=list)
    """Tables that the model named and the identities bore out."""
    raw: dict[str, Any] = field(default_factory=dict)
    """By table id, (row, column) → value as the model gave it, right or wrong: what it would be without a gate."""


class _Asking:
    """One document's questions to the client: failures are counted, a final one stops all that would follow."""

    def __init__(self, client: Client, document: str, use: ModelUse) -> None:
        self.client = client
        self.document = document
        self.use = use
        self.loop = asyncio.get_running_loop()
        self.deadline = self.loop.time() + client.settings.model_seconds

    async def ask(self, question: Callable[[], Awaitable[T]]) -> T | None:
        """The answer, or None where there is none."""
        if self.use.stopped:
            return None
        left = self.deadline - self.loop.time()
        self.use.asked += 1
        try:
            async with asyncio.timeout(max(0.0, left)):
                return await question()
        except TimeoutError:
            self._stop(
                "model_seconds", f"模型用时超过 {self.client.settings.model_seconds:g} 秒（GOUJI_MODEL_SECONDS）"
            )
        except AnswerError:
            self.use.failed += 1
        except ModelError as error:
            if not error.final:
                self.use.failed += 1
            self._stop(error.code, str(error))
        return None

    def _stop(self, code: str, why: str) -> None:
        self.use.failed += 1
        if not self.use.stopped:
            self.use.stopped, self.use.code = why, code


async def read_with_model(
    layout: Disclosure, sources: Mapping[str, Source], client: Client, *, everything: bool
) -> tuple[Disclosure, ModelUse]:
    """The document as the layout reader and the model read it together, judged.

    `sources` are the tables as found, by id; `everything` asks for all tables and notes (`llm`), else only for what the
    rules left open (`auto`). Never raises a `ModelError`: what stopped the model is told in `ModelUse.stopped`.
    """
    use = ModelUse()
    asking = _Asking(client, layout.id, use)
    read = await _headings(layout, sources, asking)
    read = judge(read)
    forms = _forms_of(layout, sources)
    every = _questions(read, forms.values(), client)
    suspects = None if everything else _suspects(read)
    read = await _rows(read, asking, suspects)
    unnamed = None if everything else frozenset(i for i, f in enumerate(read.facts) if "unnamed" in f.doubts)
    read = await _notes(read, asking, unnamed)
    read = await _forms(read, forms, asking, everything=everything)
    use.avoided = max(0, every - use.asked)
    use.usage = client.usage
    return judge(read), use


def _questions(disclosure: Disclosure, forms: Iterable[Form], client: Client) -> int:
    """How many questions reading everything takes."""
    settings = client.settings
    formed = sum(len(_chunks_of(form, client, everything=True)) for form in forms)
    tables = sum(1 + len(list(chunks(t, settings.chunk_rows, settings.context))) for t in disclosure.tables if t.cells)
    return tables + formed + len(list(passages(disclosure.facts, disclosure.paragraphs)))


async def _together(work: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one) for one in work]
    return [task.result() for task in tasks]


# --- headings --------------------------------------------------------------------------------------------------------


async def _headings(layout: Disclosure, sources: Mapping[str, Source], asking: _Asking) -> Disclosure:
    """Tables, columns and total rows under headings the rules do not know.

    The model names kinds, then the roles of what is still open under the kinds that hang together best; the identities
    have the last word both times.
    """
    world = World(layout, sources)
    tables = [t for t in layout.tables if t.id in sources and _headings_open(t) and world.kinds(t.id)]
    if not tables:
        return layout
    named = await _together([_kind(t, world, asking) for t in tables])
    reading = best_reading(world, {t.id: kind for t, kind in zip(tables, named, strict=True)})
    wanted = [Roles.wanted(world.bound(table, kind), kind) for table, kind in reading if kind is not Kind.OTHER]
    told = await _together([_roles(w, asking) for w in wanted if w.anything])
    world.tell([p for p in told if p is not None])
    world.tell(borne_out(world, reading))
    standing = decide(world, climb(world, reading))
    world.tell(borne_out(world, standing))
    asking.use.adopted += sorted(t for t, kind in standing if world.tables[t].kind is not kind is not Kind.OTHER)
    return world.read(standing)


def _headings_open(table: Table) -> bool:
    """Whether a table has figures enough to be worth a question, and headings that rules leave open."""
    if len(table.figures) < _FEWEST or not table.columns or table.kind is Kind.PERFORMANCE:
        return False
    return not is_other_by_name(table.title) if table.kind is Kind.OTHER else Roles.wanted(table, table.kind).anything


async def _kind(table: Table, world: World, asking: _Asking) -> Kind:
    """What the model says a table is, of what it can be."""
    candidates = world.kinds(table.id)
    if len(candidates) == 1:
        return candidates[0]
    reply = await asking.ask(
        lambda: asking.client.ask(
            kind_prompt(table, world.sources[table.id].above, candidates),
            kind_schema(tuple(candidates)),
            max_tokens=48,
            document=asking.document,
        )
    )
    return kind_named(reply.value) if reply is not None else Kind.OTHER


async def _roles(wanted: Roles, asking: _Asking) -> Proposal | None:
    """What the model says of a table's open columns and rows."""
    reply = await asking.ask(
        lambda: asking.client.ask(
            wanted.prompt(),
            wanted.schema(),
            max_tokens=64 + 16 * (len(wanted.columns) + len(wanted.sides) + len(wanted.rows)),
            document=asking.document,
        )
    )
    return wanted.proposal(reply.value) if reply is not None else None


# --- rows ------------------------------------------------------------------------------------------------------------


def _suspects(disclosure: Disclosure) -> dict[str, frozenset[int]]:
    """By table, the rows with figures that a broken identity suspects: is it the document, or did we misread?"""
    return {
        t.id: rows
        for t in disclosure.tables
        if (rows := frozenset(c.row for c in t.figures if c.verdict is Verdict.CONFLICT))
    }


async def _rows(disclosure: Disclosure, asking: _Asking, only: Mapping[str, frozenset[int]] | None) -> Disclosure:
    """Rows read by the model as well: all of them, or those of `only`."""
    settings = asking.client.settings
    wanted = [
        chunk
        for table in disclosure.tables
        if table.columns and (only is None or table.id in only)
        for chunk in chunks(table, settings.chunk_rows, settings.context, None if only is None else only[table.id])
    ]
    answered = await _together([_chunk(chunk, asking) for chunk in wanted])
    seen: dict[str, dict[tuple[int, int], Seen]] = {}
    for chunk, reading in zip(wanted, answered, strict=True):
        seen.setdefault(chunk.table.id, {}).update(reading.seen)
        asking.use.raw.setdefault(chunk.table.id, {}).update(reading.raw)
    tables = [_seconded(t, seen.get(t.id, {}), everything=only is None) for t in disclosure.tables]
    return disclosure.model_copy(update={"tables": tuple(tables)})


async def _chunk(chunk: Chunk, asking: _Asking) -> Reading:
    """A chunk's reading; one whose answer is cut off is asked for in halves."""
    schema = schema_for(chunk.names)

    def check(answer: RowsAnswer) -> list[str]:
        return judge_rows(chunk, answer).complaints

    async def question() -> RowsAnswer | None:
        try:
            reply = await asking.client.ask(
                prompt_for(chunk), schema, check=check, max_tokens=chunk.answer_tokens, document=asking.document
            )
        except CutOffError:
            return None
        return reply.value

    answer = await asking.ask(question)
    if answer is None and (halves := chunk.halves()) and not asking.use.stopped:
        whole = Reading()
        for part in await _together([_chunk(half, asking) for half in halves]):
            whole.seen.update(part.seen)
            whole.raw.update(part.raw)
        return whole
    return judge_rows(chunk, answer)


def _seconded(table: Table, seen: Mapping[tuple[int, int], Seen], *, everything: bool) -> Table:
    """A table with what the second reading says of its figures."""
    if not seen and not everything:
        return table
    cells = [
        _second(cell, seen.get((cell.row, cell.column), Seen.MISSING), everything=everything) for cell in table.cells
    ]
    return table.model_copy(update={"cells": tuple(cells)})


def _second(cell: Cell, seen: Seen, *, everything: bool) -> Cell:
    if cell.state is not State.NUMBER:
        return cell
    if seen is Seen.SAME:
        return cell.model_copy(update={"seconded": True, "reader": "llm" if everything else cell.reader})
    if seen is Seen.ELSEWHERE:
        return cell.model_copy(update={"doubts": (*cell.doubts, READERS_DIFFER)})
    return cell.model_copy(update={"doubts": (*cell.doubts, UNSECONDED)}) if everything else cell


# --- notes -----------------------------------------------------------------------------------------------------------


async def _notes(disclosure: Disclosure, asking: _Asking, only: frozenset[int] | None) -> Disclosure:
    """Figures of the notes read by the model as well: all of them, or those of `only`."""
    wanted = list(passages(disclosure.facts, disclosure.paragraphs, only))
    answered = await _together([_passage(passage, asking) for passage in wanted])
    items = {order: item for part in answered for order, item in part.items()}
    facts = [_named(fact, items.get(i), everything=only is None) for i, fact in enumerate(disclosure.facts)]
    return disclosure.model_copy(update={"facts": tuple(facts)})


async def _passage(passage: Passage, asking: _Asking) -> dict[int, str]:
    reply = await asking.ask(
        lambda: asking.client.ask(
            passage.prompt(),
            NotesAnswer,
            check=lambda answer: judge_notes(passage, answer)[1],
            max_tokens=passage.answer_tokens,
            document=asking.document,
        )
    )
    if reply is None:
        return {}
    return judge_notes(passage, reply.value)[0]


def _named(fact: Fact, item: str | None, *, everything: bool) -> Fact:
    """A figure of the notes with what the model says it is about: a name where the rules have none.

    No rule can tell whether such a name is the figure's own or another's in the same sentence, and two figures may agree
    by chance: it is for review, proves nothing and accuses nobody.
    """
    if item is None:
        return fact.model_copy(update={"doubts": (*fact.doubts, UNSECONDED)}) if everything else fact
    if "unnamed" in fact.doubts:
        doubts = (*(d for d in fact.doubts if d != "unnamed"), NAMED_BY_MODEL)
        return fact.model_copy(update={"item": item, "name": item, "doubts": doubts, "reader": "llm"})
    return fact.model_copy(update={"reader": "llm"}) if everything else fact


# --- forms -----------------------------------------------------------------------------------------------------------


def _forms_of(layout: Disclosure, sources: Mapping[str, Source]) -> dict[int, Form]:
    """The performance-target forms, by their projects' places; projects of a list have none."""
    tables = {t.id: t for t in layout.tables if t.kind is Kind.PERFORMANCE and t.id in sources}
    return {
        place: Form(sources[table.id], project)
        for place, project in enumerate(layout.projects)
        if (table := tables.get(project.table)) is not None
        and (table.project, table.pages[0]) == (project.name, project.page)
    }


def _chunks_of(form: Form, client: Client, *, everything: bool) -> list[FormChunk]:
    settings = client.settings
    return list(form_chunks(form, settings.chunk_rows, settings.context, everything=everything))


async def _forms(disclosure: Disclosure, forms: Mapping[int, Form], asking: _Asking, *, everything: bool) -> Disclosure:
    """Goals and indicators read by the model as well: of all forms, or where rules bind none though they are printed."""
    wanted = {place: _chunks_of(form, asking.client, everything=everything) for place, form in forms.items()}
    answered = await _together([_form(chunk, asking) for chunks_ in wanted.values() for chunk in chunks_])
    answers = iter(answered)
    projects = list(disclosure.projects)
    for place, own in wanted.items():
        told = Told()
        for _ in own:
            for answer in next(answers):
                told.add(answer)
        if own:
            judged = judge_form(forms[place], [line for chunk in own for line in chunk.lines], told)
            projects[place] = joined(forms[place], judged, everything=everything)
    return disclosure.model_copy(update={"projects": tuple(projects)})


async def _form(chunk: FormChunk, asking: _Asking) -> list[FormAnswer]:
    """The answers about a chunk; one whose answer is cut off is asked for in halves."""

    def check(answer: FormAnswer) -> list[str]:
        return judge_form(chunk.form, chunk.lines, Told().add(answer)).complaints

    async def question() -> FormAnswer | None:
        try:
            reply = await asking.client.ask(
                chunk.prompt(), FormAnswer, check=check, max_tokens=chunk.answer_tokens, document=asking.document
            )
        except CutOffError:
            return None
        return reply.value

    answer = await asking.ask(question)
    if answer is None and (halves := chunk.halves()) and not asking.use.stopped:
        return [one for part in await _together([_form(half, asking) for half in halves]) for one in part]
    return [] if answer is None else [answer]
