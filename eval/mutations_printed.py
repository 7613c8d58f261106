"""Mutations of the printed document: what the tool says of a document whose own figures are wrong."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from eval.mutations import Outcome
from eval.mutations_coverage import Effect, keys, sound_results, telling
from eval.mutations_edits import PRINTED, Edit, Mutation, Scene
from eval.mutations_figures import false_accepts
from eval.mutations_places import Spot, Told, find, find_fact, spots, told
from eval.typeset import typeset
from eval.typeset_model import Document, plain_number
from extract import extract
from extract.checks import Result
from extract.model import Disclosure, Finding, Severity, Verdict
from extract.text import folded, key

Marked = tuple[str, str, str, str]
"""A figure that is marked: kind, code, label, column; of prose: "narrative", "", name, ""."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A document before anything is changed: what may be, and how it reads."""

    name: str
    scene: Scene
    read: Disclosure
    results: tuple[Result, ...]
    false_accepts: int


def printed_mutations(
    documents: Sequence[tuple[str, Document]],
    seed: int,
    mutations: Sequence[Mutation] = PRINTED,
    per: int = 1,
) -> list[Outcome]:
    """Each mutation `per` times in each document (`eval.corpus.invent`, or `eval.typeset_model.load`).

    Deterministic from the seed, each document for itself: to use several processes, call it with one document in each.
    """
    return [outcome for name, document in documents for outcome in mutated(sound(name, document), seed, mutations, per)]


def sound(name: str, document: Document) -> Sound:
    """Typeset and read a document as it is."""
    gold, read = _read(name, document)
    scene = Scene(document, tuple(spots(document, gold)), tuple(told(document, gold)))
    return Sound(name, scene, read, tuple(sound_results(read)), len(false_accepts(read, gold)))


def mutated(before: Sound, seed: int, mutations: Sequence[Mutation] = PRINTED, per: int = 1) -> list[Outcome]:
    """The outcomes for one document; a mutation that finds nothing to change there has none."""
    found = []
    for mutation in mutations:
        chance = Random(f"{seed}/{before.name}/{mutation.__name__}")  # noqa: S311 - nothing secret
        for _ in range(per):
            if (edit := mutation(before.scene, chance)) is not None:
                found.append(outcome_of(mutation.__name__, before, edit))
    return found


def outcome_of(mutation: str, before: Sound, edit: Edit) -> Outcome:
    """Print the mistake, read it, and see what is said of it."""
    gold, after = _read(before.name, edit.document)
    lies = false_accepts(after, gold, edit.merged)
    accepted = len(lies) > before.false_accepts
    new = _new_findings(before.read, after)
    held = marked(after) - marked(before.read)
    telling_checks = telling(before.results, _effect(before.read, edit)) if not edit.merged else None
    if edit.merged and not (new or held) and not accepted:
        telling_checks = []  # read line by line, as a person would: nothing is wrong with it
    here = _places(edit)
    told_here = [f for f in new if f.page == edit.at.page or f.table == _kind(edit)]
    return Outcome(
        mutation=mutation,
        document=before.name,
        where=edit.where,
        detected=bool(new or held),
        localised=bool(told_here or held & here),
        falsely_accepted=accepted,
        undetectable=telling_checks == [],
        reason=_reason(new, held, telling_checks, lies, merged=bool(edit.merged)),
    )


def _kind(edit: Edit) -> str:
    return edit.at.kind if isinstance(edit.at, Spot) else "narrative"


def _read(name: str, document: Document) -> tuple[dict[str, Any], Disclosure]:
    pdf, gold = typeset(document, f"{name}.pdf")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.pdf"
        path.write_bytes(pdf)
        return gold, extract(path, reader="layout")


def _new_findings(before: Disclosure, after: Disclosure) -> list[Finding]:
    """Errors and warnings that were not there; where a thing stands may have changed, what is said of it not."""

    def said(finding: Finding) -> tuple[str, ...]:
        return finding.check, finding.table, finding.expected, finding.found, finding.difference

    old = Counter(said(f) for f in before.findings if f.severity is not Severity.INFO)
    new = []
    for finding in after.findings:
        if finding.severity is not Severity.INFO:
            if old[said(finding)]:
                old[said(finding)] -= 1
            else:
                new.append(finding)
    return new


def marked(disclosure: Disclosure) -> set[Marked]:
    """The figures that are not let through: in conflict, or held for review."""
    held = {Verdict.CONFLICT, Verdict.REVIEW}
    figures = {
        (t.kind.value, t.rows[c.row].code, key(t.rows[c.row].label), folded(t.columns[c.column].name))
        for t in disclosure.tables
        for c in t.figures
        if c.verdict in held
    }
    return figures | {("narrative", "", f.name, "") for f in disclosure.facts if f.verdict in held}


def _places(edit: Edit) -> set[Marked]:
    """The figures that the edit changed, as `marked` names them."""
    changed = [spot for spot, _ in edit.moved] + [*edit.gone, *edit.twice, *edit.merged]
    return {(s.kind, s.code, key(s.label), folded(s.path)) for s in changed}


def _effect(read: Disclosure, edit: Edit) -> Effect:
    """What the edit does to the sound reading, figure by figure."""
    effect = Effect()
    for spot, new in edit.moved:
        if (found := find(read, spot)) is not None:
            number = plain_number(new)
            effect.move(found[0].id, found[1], None if number is None else Decimal(number), edit.unit)
    for cells, into in ((edit.gone, effect.gone), (edit.twice, effect.twice)):
        for spot in cells:
            if (found := find(read, spot)) is not None:
                into.update(keys(found[0].id, found[1]))
    if isinstance(edit.at, Told) and (fact := find_fact(read, edit.at)) is not None:
        new = edit.new.removesuffix(edit.at.stated.unit)
        scale = fact[1].amount_yuan / fact[1].value if fact[1].amount_yuan and fact[1].value else Decimal(1)
        effect.moved["", fact[0], 0] = (Decimal(new) - fact[1].value) * scale
    return effect


def _reason(
    new: Sequence[Finding], held: set[Marked], checks: Sequence[str] | None, lies: Sequence[str], *, merged: bool
) -> str:
    if lies:
        return f"verified though not printed: {lies[0]}"
    if new:
        return "; ".join(f"{f.check} ({f.severity.value}, page {f.page})" for f in new[:4])
    if held:
        return f"held: {len(held)} figures, such as {' '.join(filter(None, sorted(held)[0]))}"
    if merged:
        return "both rows are read as printed, line by line"
    return "no identity covers it, or it cancels out" if checks == [] else f"missed by {', '.join(checks or ())}"
