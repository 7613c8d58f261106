"""Mutations: each changes exactly what it says, is told by the identity that covers it, and is never let through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

import pytest

from eval import mutations_answers, mutations_glyphs
from eval import mutations_edits as edits
from eval.corpus import invent
from eval.mutations import Outcome, as_table, totals
from eval.mutations_coverage import Effect, telling
from eval.mutations_edits import PRINTED, Edit
from eval.mutations_figures import false_accepts
from eval.mutations_places import Spot, find, grid, tables, told
from eval.mutations_printed import Sound, mutated, outcome_of, printed_mutations, sound
from eval.mutations_reader import Ground, grounded, misread, unit_misread
from eval.typeset import typeset
from eval.typeset_model import Document
from extract import gate
from extract.checks import Result
from extract.checks.units import Standing
from extract.model import Disclosure, Kind, State, Table, Verdict
from extract.read import read as draft_of

SEED, CENTRAL = 1, 0
CHANCE = 5


@cache
def short_budget() -> tuple[str, Document]:
    """A short budget by code in 元, with blanks and rulings between its rows."""
    for number in range(1, 90, 3):
        name, document = invent(SEED, number, items=4)
        own = [t for _, _, t in tables(document)]
        if own[0].unit == "元" and own[1].rules == "grid" and any("" in line for line in grid(own[2])):
            return name, document
    raise AssertionError("no such document")


@cache
def city() -> Sound:
    """The short budget, read."""
    return sound(*short_budget())


@cache
def compared() -> Sound:
    """A central budget with last year's figures and the changes, some of them negative."""
    for number in range(0, 60, 3):
        name, document = invent(SEED, number, items=5)
        if any(
            cell.startswith("-") for _, _, t in tables(document) for line in grid(t) for cell in line if len(cell) > 1
        ):
            return sound(name, document)
    raise AssertionError("no document has a negative figure")


@cache
def seen() -> Ground:
    return grounded(*short_budget())


def spot(before: Sound, kind: str, row: str, column: str) -> Spot:
    """A cell by kind, code or label, and innermost header."""
    return next(
        s for s in before.scene.spots if s.kind == kind and row in (s.code, s.label) and s.path.split("/")[-1] == column
    )


def differing(before: Document, after: Document) -> list[tuple[int, int, int, str, str]]:
    """(table, line, column, old, new) of every cell that is not the same."""
    return [
        (n, r, c, a, b)
        for n, ((_, _, one), (_, _, other)) in enumerate(zip(tables(before), tables(after), strict=True))
        for r, (line, new) in enumerate(zip(grid(one), grid(other), strict=False))
        for c, (a, b) in enumerate(zip(line, new, strict=True))
        if a != b
    ]


def made(before: Sound, mutation: edits.Mutation) -> Edit:
    edit = mutation(before.scene, Random(CHANCE))  # noqa: S311
    assert edit is not None
    return edit


# --- each changes exactly what it says ------------------------------------------------------------------------------


def test_the_cells_that_may_be_changed_are_those_that_a_reader_finds() -> None:
    before = city()
    numbers = before.scene.numbers
    assert len(numbers) > 80
    for place in numbers:
        found = find(before.read, place)
        assert found is not None, place
        assert (found[1].value, found[1].page) == (Decimal(place.text), place.page)


@pytest.mark.parametrize(
    ("mutation", "wrong"),
    [
        (edits.digit_swap, lambda old, new: sorted(old) == sorted(new) and old != new),
        (edits.decimal_slip, lambda old, new: Decimal(new) == Decimal(old) * 10),
        (edits.unit_slip_value, lambda old, new: min(abs(Decimal(new) * 10_000 - Decimal(old)), abs(Decimal(old) * 10_000 - Decimal(new))) <= 100),
        (edits.blank_filled, lambda old, new: old == "" and Decimal(new) > 0),
        (edits.wrong_total, lambda old, new: len(old) == len(new) and sum(a != b for a, b in zip(old, new, strict=True)) == 1),
    ],
)  # fmt: skip
def test_one_cell_is_changed_as_said(mutation: edits.Mutation, wrong: Callable[[str, str], bool]) -> None:
    before = city()
    edit = made(before, mutation)
    assert isinstance(edit.at, Spot)
    ((table, line, column, old, new),) = differing(before.scene.document, edit.document)
    assert (table, line, column, old, new) == (edit.at.table, edit.at.line, edit.at.column, edit.at.text, edit.new)
    assert wrong(old, new)


def test_a_sign_is_lost() -> None:
    before = compared()
    edit = made(before, edits.sign_loss)
    ((*_, old, new),) = differing(before.scene.document, edit.document)
    assert old == f"-{new}"
    assert made(before, edits.sign_loss).where.endswith(f"{old} → {new}")
    assert edits.sign_loss(city().scene, Random(1)) is None  # noqa: S311


def test_a_row_is_dropped_or_doubled_and_nothing_else() -> None:
    before = city()
    for mutation, more in ((edits.dropped_row, -1), (edits.doubled_row, 1)):
        edit = made(before, mutation)
        assert isinstance(edit.at, Spot)
        old, new = (grid(tables(d)[edit.at.table][2]) for d in (before.scene.document, edit.document))
        assert len(new) == len(old) + more
        longer, shorter = (old, new) if more < 0 else (new, old)
        assert longer[: edit.at.line] + longer[edit.at.line + 1 :] == shorter


def test_a_row_is_shifted_by_one_column() -> None:
    before = city()
    edit = made(before, edits.shifted_column)
    changed = differing(before.scene.document, edit.document)
    assert len({(table, line) for table, line, *_ in changed}) == 1
    table, line = changed[0][:2]
    old, new = (grid(tables(d)[table][2])[line] for d in (before.scene.document, edit.document))
    assert sorted(old) == sorted(new)


def test_the_unit_over_a_table_is_changed_and_gold_says_what_is_printed() -> None:
    before = city()
    edit = made(before, edits.unit_slip_header)
    assert isinstance(edit.at, Spot)
    old, new = (tables(d)[edit.at.table][2] for d in (before.scene.document, edit.document))
    assert (old.unit, new.unit) == ("元", "万元")
    assert differing(before.scene.document, edit.document) == []
    assert [c.replace("：万元", "：元") for c in new.captions] == old.captions


@pytest.mark.parametrize("mutation", [edits.wrong_percentage, edits.wrong_amount_told])
def test_one_figure_of_the_notes_is_changed(mutation: edits.Mutation) -> None:
    before = city()
    edit = made(before, mutation)
    _, gold = typeset(edit.document, "a.pdf")
    after = told(edit.document, gold)
    changed = [(a, b) for a, b in zip(before.scene.told, after, strict=True) if a.stated.value != b.stated.value]
    assert [a for a, _ in changed] == [edit.at]
    assert changed[0][1].stated.value + changed[0][1].stated.unit == edit.new
    assert differing(before.scene.document, edit.document) == []


def test_two_rows_run_into_one_field() -> None:
    before = city()
    edit = made(before, edits.rows_merged)
    assert isinstance(edit.at, Spot)
    old, new = (grid(tables(d)[edit.at.table][2]) for d in (before.scene.document, edit.document))
    n = edit.at.line
    assert new[n] == [f"{a}⏎{b}" for a, b in zip(old[n], old[n + 1], strict=True)]
    assert new[:n] + new[n + 1 :] == old[:n] + old[n + 2 :]


# --- each is told by what covers it -----------------------------------------------------------------------------------


def outcome(before: Sound, mutation: edits.Mutation, *changes: tuple[Spot, str]) -> Outcome:
    """One exact change, under a mutation's name."""
    edit = edits._changed(before.scene, *changes)
    return outcome_of(mutation.__name__, before, edit)


def test_a_wrong_total_is_told_by_its_row_and_its_column() -> None:
    before = city()
    total = spot(before, "expenditure", "合计", "基本支出")
    found = outcome(before, edits.wrong_total, (total, edits.other_digits(total.text)[-1]))
    assert (found.detected, found.localised, found.falsely_accepted, found.undetectable) == (True, True, False, False)
    assert f"row_sum (error, page {total.page})" in found.reason
    assert f"total_sum (error, page {total.page})" in found.reason


EXPECTED = {
    "digit_swap": "(error",
    "dropped_row": "_sum",
    "doubled_row": "_sum",
    "shifted_column": "_sum",
    "decimal_slip": "(error",
    "unit_slip_value": "(error",
    "blank_filled": "_sum",
    "wrong_total": "_sum",
    "wrong_percentage": "note_",
    "wrong_amount_told": "(error",
}


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    """Every mutation of one document."""
    return {o.mutation: o for o in mutated(city(), CHANCE)}


@pytest.mark.parametrize("mutation", sorted(EXPECTED))
def test_each_mistake_of_a_document_is_reported_where_it_stands(mutation: str, outcomes: dict[str, Outcome]) -> None:
    found = outcomes[mutation]
    assert not found.falsely_accepted, found
    assert found.undetectable or (found.detected and found.localised), found
    assert found.undetectable or EXPECTED[mutation] in found.reason, found


def test_nothing_is_accepted_and_what_identities_tell_is_told(outcomes: dict[str, Outcome]) -> None:
    assert set(outcomes) == {m.__name__ for m in PRINTED} - {"sign_loss"}
    assert [o for o in outcomes.values() if o.falsely_accepted] == []
    assert [o for o in outcomes.values() if not o.undetectable and not o.detected] == []


def test_a_lost_sign_is_told_by_the_change_against_last_year() -> None:
    before = compared()
    (found,) = mutated(before, CHANCE, [edits.sign_loss])
    assert (found.detected, found.localised, found.falsely_accepted) == (True, True, False)
    assert "year_change (error" in found.reason or "code_sum (error" in found.reason


def test_a_table_in_the_wrong_unit_has_no_verified_figure(outcomes: dict[str, Outcome]) -> None:
    found = outcomes["unit_slip_header"]
    assert (found.detected, found.localised, found.falsely_accepted) == (True, True, False)


def test_exchanged_items_cancel_out_and_are_said_to() -> None:
    before = city()
    basic = [s for s in before.scene.numbers if s.kind == "basic" and len(s.code) == 5 and s.path.endswith("合计")]
    one, other = next((a, b) for a in basic for b in basic if a.code < b.code and a.code[:3] == b.code[:3])
    changes = []
    for a in before.scene.line(one):
        b = next(s for s in before.scene.line(other) if s.column == a.column)
        changes += [(a, b.text), (b, a.text)] if a.text != b.text else []
    found = outcome(before, edits.swapped_rows, *changes)
    assert (found.detected, found.undetectable) == (False, True)
    assert found.reason == "no identity covers it, or it cancels out"


def test_what_is_beyond_the_check_book_is_known_beforehand() -> None:
    before = city()
    results: Sequence[Result] = before.results
    assert telling(results, Effect()) == []
    lonely = next(t for t in before.scene.told if t.stated.name == "单位价值100万元以上设备")
    order = next(n for n, f in enumerate(before.read.facts) if f.page == lonely.page and f.unit == "台(套)")
    assert telling(results, Effect(moved={("", order, 0): Decimal(7)})) == []
    total = spot(before, "expenditure", "合计", "合计")
    effect = Effect()
    found = find(before.read, total)
    assert found is not None
    effect.move(found[0].id, found[1], Decimal(total.text) + 1000)
    assert {"row_sum", "total_sum"} <= set(telling(results, effect))


# --- a reader's mistakes ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def misreadings() -> list[Outcome]:
    """Every mistake of a reader, once."""
    return misread(seen(), CHANCE)


def test_no_mistake_of_a_reader_is_let_through(misreadings: list[Outcome]) -> None:
    assert [o for o in misreadings if o.falsely_accepted] == []
    names = {o.mutation for o in misreadings}
    simulated = {f"model: {lie.__name__}" for lie in mutations_answers.ANSWERS}
    assert simulated - {"model: sign_loss"} <= names
    assert {f"page: {slip.__name__}" for slip in mutations_glyphs.GLYPHS} - {"page: sign_loss"} <= names
    assert "model: unit_misread" in names


def test_what_a_model_says_wrongly_is_held_and_nothing_else(misreadings: list[Outcome]) -> None:
    for found in misreadings:
        if found.mutation.startswith("model: "):
            assert found.detected, found
            assert found.localised, found


def test_the_same_seed_makes_the_same_mistakes() -> None:
    name, document = short_budget()
    few = [edits.digit_swap, edits.wrong_total]
    assert printed_mutations([(name, document)], 3, few) == printed_mutations([(name, document)], 3, few)
    assert [o.where for o in mutated(city(), 3, few)] != [o.where for o in mutated(city(), 4, few)]


# --- a broken gate turns it red ---------------------------------------------------------------------------------------


def _all_verified(disclosure: Disclosure) -> Disclosure:
    """A gate that verifies whatever there is."""

    def table(own: Table) -> Table:
        cells = [
            c.model_copy(update={"verdict": Verdict.VERIFIED}) if c.state is State.NUMBER else c for c in own.cells
        ]
        return own.model_copy(update={"cells": tuple(cells)})

    judged = gate.judge(disclosure)
    facts = tuple(f.model_copy(update={"verdict": Verdict.VERIFIED}) for f in judged.facts)
    return judged.model_copy(update={"tables": tuple(table(t) for t in judged.tables), "facts": facts})


def test_a_gate_that_verifies_everything_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("extract.llm.reader", "eval.mutations_reader", "extract.read"):
        monkeypatch.setattr(f"{module}.judge", _all_verified)
    accepted = {o.mutation for o in misread(seen(), CHANCE) if o.falsely_accepted}
    assert {"model: digit_swap", "model: decimal_slip", "model: dropped_row", "model: wrong_percentage"} <= accepted
    assert {"page: digit_swap", "page: wrong_total", "page: wrong_percentage", "page: shifted_column"} <= accepted


def test_a_reader_that_takes_any_answer_for_right_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from extract.llm import rows

    monkeypatch.setattr(rows, "_compare", lambda *_: rows.Seen.SAME)
    accepted = {o.mutation for o in misread(seen(), CHANCE) if o.falsely_accepted}
    assert {"model: digit_swap", "model: unit_slip", "model: shifted_column"} <= accepted


def test_checks_that_find_nothing_are_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    before = city()
    monkeypatch.setattr("extract.gate.run_checks", lambda _: [])
    found = mutated(before, CHANCE, [edits.digit_swap, edits.wrong_total])
    assert [(o.detected, o.undetectable) for o in found] == [(False, False), (False, False)]


MONEY = {"元", "万元"}


@cache
def grounds() -> tuple[Ground, ...]:
    """A budget in 元 whose “三公” table is in 万元, and a central one all in 万元."""
    return seen(), seen_central()


@pytest.mark.parametrize("notes", [True, False])
def test_no_table_kept_in_the_other_unit_is_verified_whichever_it_is(notes: bool) -> None:
    for ground in grounds():
        tables = [t for t in ground.draft.disclosure.tables if any(c.value and c.unit in MONEY for c in t.figures)]
        assert len(tables) > 5
        for own in tables:
            found = unit_misread(ground, own.id, notes=notes)
            assert (found.falsely_accepted, found.detected) == (False, True), found


@pytest.mark.parametrize("notes", [True, False])
def test_no_table_seen_in_the_other_unit_is_verified_whichever_it_is(notes: bool) -> None:
    for ground in grounds():
        seen_so = mutations_glyphs.Seen(ground.pages, ground.judged)
        pages = [(t, mutations_glyphs.in_other_unit(seen_so, t, t.pages[0])) for t in ground.judged.tables]
        changed = [(t, page) for t, page in pages if page is not None]
        assert len(changed) > 5
        for own, page in changed:
            again = draft_of(seen_so.with_page(page), "a.pdf", "0" * 64).disclosure
            again = again if notes else again.model_copy(update={"facts": ()})
            assert again != ground.draft.disclosure
            assert false_accepts(gate.judge(again), ground.gold) == [], own.kind


def test_without_the_rule_of_units_a_misread_one_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.gate._unit", lambda *_: Standing.PROVED)
    central = seen_central()
    (own,) = (t for t in central.judged.tables if t.kind is Kind.THREE_PUBLIC)
    assert unit_misread(central, own.id).falsely_accepted


def test_a_misread_unit_verifies_no_figure_of_its_table() -> None:
    """Every sum inside the table holds in any unit; the other tables do not agree with it."""
    ground = seen_central()
    slip = mutations_glyphs.unit_slip(mutations_glyphs.Seen(ground.pages, ground.judged), Random(CHANCE))  # noqa: S311
    assert slip is not None
    after = gate.judge(draft_of(slip.pages, "a.pdf", "0" * 64).disclosure)
    (table,) = (t for t in after.tables if t.unit == "元")
    assert slip.where.startswith(table.kind.value)
    assert {c.verdict for c in table.figures if c.unit == "元"} == {Verdict.CONFLICT}
    assert Verdict.VERIFIED in {c.verdict for t in after.tables if t is not table for c in t.figures}
    assert false_accepts(after, ground.gold) == []


@cache
def seen_central() -> Ground:
    return grounded(*invent(SEED, CENTRAL, items=4))


# --- sums ---------------------------------------------------------------------------------------------------------------


def test_outcomes_are_summed_per_mutation() -> None:
    def one(name: str, **marks: Any) -> Outcome:
        plain: dict[str, Any] = {
            "detected": False,
            "localised": False,
            "falsely_accepted": False,
            "undetectable": False,
            "reason": "",
        }
        return Outcome(name, "a", "", **(plain | marks))

    made_outcomes = [
        one("a", detected=True, localised=True),
        one("a", undetectable=True),
        one("b", falsely_accepted=True),
    ]
    first, second = totals(made_outcomes)
    assert (first.made, first.undetectable, first.detectable, first.detected, first.localised) == (2, 1, 1, 1, 1)
    assert (second.falsely_accepted, second.detected) == (1, 0)
    assert as_table(made_outcomes).splitlines()[1].split() == ["a", "2", "1", "1/1", "1/1", "0"]
