"""Mutations of a reader's output: mistakes that are not in the document, and must not leave as verified figures.

They are made at the two places where a reading comes from, and go from there the whole way that it goes:

- *model*: a model's answers. A model that answers as the prompt stands makes one mistake; grounding, the second reading
  and the gate (`extract.llm`) do the rest, with `--reader llm`.
- *page*: the characters of the page. One is read wrongly, lost or misplaced before tables are made of them, as by a poor
  text layer or OCR; grid, binding, ledger, identities and the gate do the rest, with `--reader layout`.

No figure of a reader's own making is ever verified, or the outcome is `falsely_accepted`.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, cast

from eval.mutations import Outcome
from eval.mutations_answers import ANSWERS, Lie, LyingClient, Questions, asked
from eval.mutations_coverage import Effect, keys, sound_results, telling
from eval.mutations_figures import false_accepts, stated_rightly
from eval.mutations_glyphs import GLYPHS, Misread, Seen, dropped_row
from eval.mutations_glyphs import Slip as MisreadBy
from eval.mutations_printed import Marked, marked
from eval.typeset import typeset
from eval.typeset_model import Document
from extract.gate import judge
from extract.limits import Limits
from extract.llm.reader import read_with_model
from extract.model import Disclosure, Severity, State, Table, Verdict
from extract.pages import Page, open_pdf, read_pages
from extract.read import Draft, read
from extract.text import folded, key
from prompts import ModelSettings

if TYPE_CHECKING:
    from prompts.client import Client


@dataclass(frozen=True, slots=True)
class Ground:
    """A document as printed: its pages' characters, what the rules make of them, and what is truly printed."""

    name: str
    pages: tuple[Page, ...]
    draft: Draft
    judged: Disclosure
    honest: Disclosure
    """As a model reads it that answers every question as the prompt stands."""
    questions: Questions
    gold: dict[str, Any]


def reader_mutations(documents: Sequence[tuple[str, Document]], seed: int, per: int = 1) -> list[Outcome]:
    """Each mistake of a reader `per` times in each document.

    Deterministic from the seed, each document for itself: to use several processes, call it with one document in each.
    """
    return [outcome for name, document in documents for outcome in misread(grounded(name, document), seed, per)]


def grounded(name: str, document: Document) -> Ground:
    """Typeset a document and take its pages apart."""
    pdf, gold = typeset(document, f"{name}.pdf")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.pdf"
        path.write_bytes(pdf)
        return ground_of(path, gold)


def ground_of(path: Path, gold: dict[str, Any]) -> Ground:
    """A PDF with its gold data, taken apart. Raises a `DocumentError` where it cannot be read."""
    limits = Limits()
    opened = open_pdf(path, limits)
    try:
        pages = tuple(read_pages(opened, limits, time.monotonic() + limits.max_seconds))
    finally:
        opened.close()
    draft = read(pages, path.name, "0" * 64)
    judged = judge(draft.disclosure)
    questions = asked(judged, ModelSettings(model="simulated"))
    honest = _with_a_model(draft, LyingClient(questions))
    return Ground(path.stem, pages, draft, judged, honest, questions, gold)


def _with_a_model(draft: Draft, client: LyingClient) -> Disclosure:
    """The document read throughout by a model."""
    work = read_with_model(draft.disclosure, draft.sources, cast("Client", client), everything=True)
    return asyncio.run(work)[0]


def misread(ground: Ground, seed: int, per: int = 1) -> list[Outcome]:
    """The outcomes for one document; a mistake that cannot be made there has none."""
    found = []
    for lie in ANSWERS:
        chance = Random(f"{seed}/{ground.name}/model/{lie.__name__}")  # noqa: S311 - nothing secret
        found += [o for _ in range(per) if (o := _of_a_model(ground, lie, chance)) is not None]
    for slip in GLYPHS:
        chance = Random(f"{seed}/{ground.name}/page/{slip.__name__}")  # noqa: S311 - nothing secret
        found += [o for _ in range(per) if (o := _of_a_page(ground, slip, chance)) is not None]
    chance = Random(f"{seed}/{ground.name}/unit_misread")  # noqa: S311 - nothing secret
    told = [t.id for t in ground.draft.disclosure.tables if _money(t)]
    found += [unit_misread(ground, table) for table in chance.sample(told, min(per, len(told)))]
    return found


Held = set[tuple[str, int, int]]
_HELD = (Verdict.REVIEW, Verdict.CONFLICT)


def _of_a_model(ground: Ground, lie: Lie, chance: Random) -> Outcome | None:
    """A model answers once wrongly: its figures must not be verified, and a blank that it fills must stay blank."""
    slip = lie(ground.questions, chance)
    if slip is None:
        return None
    client = LyingClient(ground.questions, slip)
    after = _with_a_model(ground.draft, client)
    if not client.told:
        raise RuntimeError(f"the model was not asked about {slip.where}")
    wrong = set(slip.cells)
    verified, held = _with(after, Verdict.VERIFIED), _with(after, *_HELD) - _with(ground.honest, *_HELD)
    filled = [ref for ref in wrong if ref in _with(after) and ref not in _with(ground.honest)]
    lies = false_accepts(after, ground.gold)
    blank = not wrong & _with(ground.honest)
    reason = (
        f"verified: {sorted(wrong & verified) or filled or lies}" if wrong & verified or filled or lies
        else "the blank stays blank" if blank
        else f"{len(wrong & held)} of {len(wrong)} fields held for review, {len(held - wrong)} others"
    )  # fmt: skip
    return Outcome(
        mutation=f"model: {lie.__name__}",
        document=ground.name,
        where=slip.where,
        detected=bool(wrong & _with(after, *_HELD)) or (blank and not filled),
        localised=bool(wrong & _with(after, *_HELD) or blank) and not held - wrong,
        falsely_accepted=bool(wrong & verified or filled or lies),
        undetectable=False,
        reason=reason,
    )


def _money(table: Table) -> bool:
    return any(c.value and c.unit in _OTHER_UNIT for c in table.figures)


_OTHER_UNIT = {"元": "万元", "万元": "元"}


def unit_misread(ground: Ground, table: str, *, notes: bool = True) -> Outcome:
    """A table is kept in the other unit of money, whatever is printed above it, and a model reads the rest as it is.

    `notes`: whether the figures of the notes are there, which may repeat those of the table.
    """
    read = ground.draft.disclosure
    wrong = tuple(_in_other_unit(t) if t.id == table else t for t in read.tables)
    read = read.model_copy(update={"tables": wrong, **({} if notes else {"facts": ()})})
    client = LyingClient(asked(judge(read), ModelSettings(model="simulated")))
    sources = dict(ground.draft.sources)
    if table in sources:
        sources[table] = replace(sources[table], unit=_OTHER_UNIT.get(sources[table].unit, ""), overleaf=())
    after = _with_a_model(Draft(read, sources), client)
    lies = false_accepts(after, ground.gold)
    shown = next(t for t in after.tables if t.id == table)
    own = {(table, c.row, c.column) for c in shown.figures if c.value and c.unit in _OTHER_UNIT}
    held = own & _with(after, *_HELD)
    said = [f for f in after.findings if f.check == "unit_borne_out" and f.table == shown.kind.value]
    return Outcome(
        mutation="model: unit_misread",
        document=ground.name,
        where=f"{shown.kind.value} | page {shown.pages[0]} | read in {shown.unit}",
        detected=bool(held or said),
        localised=bool(held or said),
        falsely_accepted=bool(lies),
        undetectable=False,
        reason=f"verified: {lies[0]}" if lies else f"{len(held)} of {len(own)} figures held, {len(said)} findings",
    )


def _in_other_unit(table: Table) -> Table:
    def other(unit: str) -> str:
        return _OTHER_UNIT.get(unit, unit)

    cells = tuple(c.model_copy(update={"unit": other(c.unit)}) for c in table.cells)
    columns = tuple(c.model_copy(update={"unit": other(c.unit)}) for c in table.columns)
    return table.model_copy(update={"unit": other(table.unit), "cells": cells, "columns": columns})


def _of_a_page(ground: Ground, slip: MisreadBy, chance: Random) -> Outcome | None:
    """A page is seen wrongly once: nothing may be verified that is not printed on it."""
    made = slip(Seen(ground.pages, ground.judged), chance)
    if made is None:
        return None
    after = judge(read(made.pages, ground.judged.meta.file, "0" * 64).disclosure)
    lies = false_accepts(after, ground.gold)
    said = [f for f in after.findings if f.severity is not Severity.INFO]
    known = {(f.check, f.message) for f in ground.judged.findings}
    new = [f for f in said if (f.check, f.message) not in known]
    held = marked(after) - marked(ground.judged)
    changed = {_mark(ground.judged, ref) for ref in made.cells}
    page = {c.page for t in ground.judged.tables for c in t.cells if (t.id, c.row, c.column) in made.cells}
    page |= {ground.judged.facts[ref[1]].page for ref in made.cells if ref[0] == ""}
    reason = (
        f"verified though not printed: {lies[0]}" if lies
        else "; ".join(f"{f.check} ({f.severity.value}, page {f.page})" for f in new[:4]) if new
        else f"held: {len(held)} figures" if held
        else "nothing that was seen is wrong" if _all_right(after, ground)
        else "no longer verified, nothing else said"
    )  # fmt: skip
    return Outcome(
        f"page: {slip.__name__}",
        ground.name,
        made.where,
        bool(new or held),
        bool(held & changed or [f for f in new if f.page in page]),
        bool(lies),
        not (new or held) and (_all_right(after, ground) or _untold(ground, slip, made)),
        reason,
    )


def _with(disclosure: Disclosure, *verdicts: Verdict) -> Held:
    """The figures with one of some verdicts (any, where none is given)."""
    wanted = set(verdicts or Verdict)
    cells = {
        (t.id, c.row, c.column)
        for t in disclosure.tables
        for c in t.cells
        if c.state is State.NUMBER and c.verdict in wanted
    }
    return cells | {("", n, 0) for n, f in enumerate(disclosure.facts) if f.verdict in wanted}


def _mark(disclosure: Disclosure, ref: tuple[str, int, int]) -> Marked:
    if ref[0] == "":
        return ("narrative", "", disclosure.facts[ref[1]].name, "")
    table = next(t for t in disclosure.tables if t.id == ref[0])
    row = table.rows[ref[1]]
    return (table.kind.value, row.code, key(row.label), folded(table.columns[ref[2]].name))


def _untold(ground: Ground, slip: MisreadBy, made: Misread) -> bool:
    """Whether no identity can tell that a line is missing."""
    if slip is not dropped_row:
        return False
    cells = {(t.id, c.row, c.column): (t, c) for t in ground.judged.tables for c in t.cells}
    effect = Effect()
    for ref in made.cells:
        table, cell = cells[ref]
        effect.gone.update(keys(table.id, cell))
    return not telling(sound_results(ground.judged), effect)


def _all_right(after: Disclosure, ground: Ground) -> bool:
    """Whether everything that was read is printed so: the mistake did no harm."""
    return stated_rightly(after, ground.gold) == stated_rightly(ground.judged, ground.gold)
