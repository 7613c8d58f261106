"""What people decide about figures: each action, every later reading, every way out of the library, and what may not follow."""

from __future__ import annotations

import csv
import io
import json
import multiprocessing
import random
import shutil
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

import cli
from extract import extract, read
from extract.batch import read_all
from extract.corrections import FILE, Target, by_document, decide, decisions, log
from extract.decisions import Decision, Place, Ref, applied, latest, located, spots
from extract.errors import LibraryBusyError, LibraryError, UsageError
from extract.export import export
from extract.facts import fact_lines
from extract.feedback import record_feedback
from extract.gate import judge
from extract.journal import append, lines
from extract.library import Library, serialised
from extract.model import Action, Cell, Disclosure, Fact, Kind, Severity, State, Unexplained, Verdict
from extract.replay import replay
from qa.answer import Outcome, Stated
from qa.answer import Status as AnswerStatus
from qa.ask import Asker
from qa.documents.figures import View
from qa.outcomes.compose import citations_of, proved
from tests.builders import Draft, table
from tests.libraries import SAMPLES, build, contents, read_in_this_process
from tests.model_server import Honest, serving

sheets: Any = openpyxl
parquet: Any = pq

GENOME, MARINE, _ = SAMPLES
G, M = "4bb9ceb5f401", "fd6b361926c5"
RECEPTION: Ref = ("t9", 0, 2)  # 公务接待费 2.30 in the marine station's 三公 table, whose total is 18.50
BLANK_PURCHASE: Ref = ("t9", 0, 4)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, read."""
    root = tmp_path_factory.mktemp("made") / "library"
    build(root, SAMPLES)
    return root


@pytest.fixture
def library(made: Path, tmp_path: Path) -> Library:
    """A copy of the samples' library, to decide in."""
    shutil.copytree(made, tmp_path / "library")
    return Library(tmp_path / "library")


@lru_cache
def sample(path: Path) -> Disclosure:
    """A sample as read."""
    return extract(path)


def at(disclosure: Disclosure, ref: Ref) -> Cell:
    """A cell."""
    own = next(t for t in disclosure.tables if t.id == ref[0])
    return next(c for c in own.cells if (c.row, c.column) == ref[1:])


def broken(disclosure: Disclosure) -> set[tuple[str, str]]:
    """The identities that do not hold, with what is found."""
    return {(f.check, f.found) for f in disclosure.findings if f.severity is Severity.ERROR}


def decision(own: Disclosure, ref: Ref, value: str, action: Action = Action.CORRECT) -> Decision:
    """A decision about a cell, as the file has it."""
    spot = next(s for s in spots(own) if s.ref == ref)
    return Decision(
        document=own.id,
        place=spot.place,
        action=action,
        value=Decimal(value),
        was_state=spot.reading.state,
        was=spot.reading.printed,
    )


def facts_csv(library: Library) -> list[dict[str, str]]:
    """The lines of facts.csv."""
    return list(csv.DictReader(io.StringIO((library.root / "facts.csv").read_text("utf-8"))))


# --- each action ------------------------------------------------------------------------------------------------------


def test_a_corrected_figure_is_corrected_by_a_human_and_keeps_what_had_been_read(library: Library) -> None:
    now = decide(library, M, RECEPTION, "correct", "3.30", who="李会计", note="原页为 3.30")
    cell = at(now, RECEPTION)
    assert (cell.value, cell.verdict, cell.reader) == (Decimal("3.30"), Verdict.CORRECTED, "human")
    assert cell.decided is not None
    assert (cell.decided.action, cell.decided.was.value) == (Action.CORRECT, Decimal("2.30"))
    assert now == library.load(M)
    (line,) = [json.loads(text) for text in (library.root / FILE).read_text("utf-8").splitlines()]
    assert line["when"].endswith("+00:00")
    assert {**line, "when": ""} == {
        "document": M,
        "place": {
            "page": cell.page,
            "box": list(cell.box),
            "table": "three_public",
            "title": next(t.title for t in now.tables if t.id == "t9"),
            "row": "",
            "code": "",
            "column": "“三公”经费预算数/公务接待费",
        },
        "action": "correct",
        "state": "number",
        "value": "3.30",
        "was_state": "number",
        "was": "2.30",
        "who": "李会计",
        "when": "",
        "note": "原页为 3.30",
    }
    assert b"2026" not in serialised(now).split(b'"decided"')[1][:300]


def test_a_correction_that_breaks_an_identity_is_a_finding_and_stays_corrected(library: Library) -> None:
    before = library.load(M)
    now = decide(library, M, RECEPTION, "correct", "3.30")
    assert broken(now) - broken(before) == {("row_sum", "18.50"), ("note_amount", "2.30")}
    old, new = figures_of(before), figures_of(now)
    assert {ref: new[ref].verdict for ref in new if new[ref].verdict != old[ref].verdict} == {
        RECEPTION: Verdict.CORRECTED,
        ("", 25, 0): Verdict.CONFLICT,  # the sentence that says 2.30; the table's total is held up by others
    }


def test_a_correction_that_makes_an_identity_hold_takes_its_finding_away(library: Library) -> None:
    before = library.load(G)
    share = next(i for i, f in enumerate(before.facts) if f.name == "项目支出占比" and f.value == Decimal("74.73"))
    assert ("note_share", "74.73%") in broken(before)
    now = decide(library, G, share, "correct", "74.43")
    assert broken(before) - broken(now) == {("note_share", "74.73%")}
    fact = now.facts[share]
    assert (fact.value, fact.verdict, fact.reader) == (Decimal("74.43"), Verdict.CORRECTED, "human")
    assert fact.sentence == before.facts[share].sentence


def test_an_accepted_figure_counts_without_its_doubts_and_proves_its_neighbours() -> None:
    rows = "206 科学技术支出 100.00 ?60.00 40.00"
    witness = table(Kind.INCOME, "合计", "206 科学技术支出 100.00")
    read = judge(Draft((table(Kind.EXPENDITURE, "合计 基本支出 项目支出", rows), witness)).made())
    doubtful: Ref = ("expenditure", 0, 1)
    assert [c.verdict for c in read.tables[0].figures[:3]] == [Verdict.VERIFIED, Verdict.REVIEW, Verdict.GROUNDED]
    now = judge(applied(read, [decision(read, doubtful, "60.00", Action.ACCEPT)]))
    assert [c.verdict for c in now.tables[0].figures[:3]] == [Verdict.VERIFIED, Verdict.CORRECTED, Verdict.VERIFIED]
    assert at(now, doubtful).doubts == ()


def test_the_documents_own_error_keeps_its_value_and_is_a_conflict(library: Library) -> None:
    now = decide(library, M, RECEPTION, Action.OWN_ERROR, who="审计")
    cell = at(now, RECEPTION)
    assert (cell.value, cell.verdict, cell.reader) == (Decimal("2.30"), Verdict.CONFLICT, "layout")


def test_an_own_error_in_doubt_is_no_evidence_for_its_neighbours() -> None:
    rows = "206 科学技术支出 100.00 ?60.00 40.00"
    read = judge(Draft((table(Kind.EXPENDITURE, "合计 基本支出 项目支出", rows),)).made())
    now = judge(applied(read, [decision(read, ("expenditure", 0, 1), "60.00", Action.OWN_ERROR)]))
    assert [c.verdict for c in now.tables[0].figures] == [Verdict.GROUNDED, Verdict.CONFLICT, Verdict.GROUNDED]


def test_taking_every_decision_back_leaves_the_library_as_it_was(library: Library) -> None:
    before = contents(library.root)
    decide(library, M, RECEPTION, "correct", "3.30")
    decide(library, M, BLANK_PURCHASE, "correct", "0.00")
    decide(library, M, 1, "own_error")
    assert contents(library.root)["facts.csv"] != before["facts.csv"]
    for target in (RECEPTION, BLANK_PURCHASE, 1):
        decide(library, M, target, "withdraw")
    after = contents(library.root)
    assert len(log(library)) == 6
    assert after.pop(FILE)
    assert after == before


def test_the_last_decision_stands_and_all_are_kept(library: Library) -> None:
    decide(library, M, RECEPTION, "correct", "3.30")
    decide(library, M, RECEPTION, "correct", "4.30")
    now = decide(library, M, RECEPTION, "accept")
    assert at(now, RECEPTION).value == Decimal("2.30")
    told = decisions(library, M)
    assert [(d.action, d.printed) for d in told.history] == [
        (Action.CORRECT, "3.30"),
        (Action.CORRECT, "4.30"),
        (Action.ACCEPT, "2.30"),
    ]
    assert told.latest == told.history[-1:]
    assert told.at == {RECEPTION: told.latest[0]}
    assert told.lost == ()


def test_a_blank_cell_can_turn_out_to_print_a_number_or_a_dash_and_a_figure_to_be_none(library: Library) -> None:
    assert at(decide(library, M, BLANK_PURCHASE, "correct", "1,000.50"), BLANK_PURCHASE).value == Decimal("1000.50")
    assert at(decide(library, M, BLANK_PURCHASE, "correct", "－"), BLANK_PURCHASE).state is State.DASH
    now = decide(library, M, RECEPTION, "correct", "空白")
    cell = at(now, RECEPTION)
    assert (cell.state, cell.value, cell.verdict, cell.reader) == (State.BLANK, None, Verdict.CORRECTED, "human")
    assert not [f for f in facts_csv(library) if f["document"] == M and f["column"].endswith("公务接待费")]
    assert decisions(library, M).at[RECEPTION].printed == "空白"
    assert at(decide(library, M, RECEPTION, "withdraw"), RECEPTION) == at(sample(MARINE), RECEPTION)


def test_what_an_unreadable_cell_prints_clears_the_ledger_that_it_left_open() -> None:
    whole = table(Kind.EXPENDITURE, "合计 基本支出 项目支出", "206 科学技术支出 100.00 6O.00 40.00")
    cell = whole.cells[1]
    garbled = cell.model_copy(update={"state": State.TEXT, "text": "60.00元整", "value": None, "box": (1, 2, 3, 4)})
    item = Unexplained(text="60.00元整", page=1, box=(1, 2, 3, 4))
    own = whole.model_copy(update={"cells": (whole.cells[0], garbled, whole.cells[2]), "unexplained": (item,)})
    read = judge(Draft((own, table(Kind.INCOME, "合计", "206 科学技术支出 100.00"))).made())
    assert {c.verdict for c in read.tables[0].figures} == {Verdict.REVIEW}
    now = judge(applied(read, [decision(read, ("expenditure", 0, 1), "60.00")]))
    assert [c.verdict for c in now.tables[0].figures] == [Verdict.VERIFIED, Verdict.CORRECTED, Verdict.VERIFIED]
    assert now.tables[0].left_over == []
    assert judge(applied(now, [])) == read


# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "action", "value", "says"),
    [
        (RECEPTION, "correct", None, "请填更正后的数值"),
        (RECEPTION, "correct", "  ", "请填更正后的数值"),
        (RECEPTION, "correct", "三万", "只填数字"),
        (RECEPTION, "correct", "=1+1", "只填数字"),
        (RECEPTION, "correct", "NaN", "只填数字"),
        (RECEPTION, "correct", "1e5", "只填数字"),
        (RECEPTION, "correct", "1,23.0", "只填数字"),
        (RECEPTION, "correct", "12%", "只填数字"),
        (RECEPTION, "correct", Decimal("Infinity"), "只填数字"),
        (RECEPTION, "correct", "1" * 14, "数值太长"),
        (RECEPTION, "correct", "0.12345", "数值太长"),
        (RECEPTION, "correct", "2.30", "就是读出的内容"),
        (RECEPTION, "accept", "2.30", "只有更正"),
        (RECEPTION, "withdraw", None, "没有可以撤回的核定"),
        (RECEPTION, "delete", None, "没有“delete”这种核定"),
        (BLANK_PURCHASE, "own_error", None, "没有印数字"),
        (("t9", 0, 99), "accept", None, "请刷新后重新选择"),
        (("t99", 0, 0), "accept", None, "请刷新后重新选择"),
        (9999, "accept", None, "请刷新后重新选择"),
        (0, "correct", "空白", "不能更正为空"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_to_do_and_changes_nothing(
    library: Library, target: Target, action: str, value: str | Decimal | None, says: str
) -> None:
    before = contents(library.root)
    with pytest.raises(UsageError, match=says):
        decide(library, M, target, action, value)
    assert contents(library.root) == before


def test_a_decision_about_another_figure_than_was_seen_is_refused(library: Library) -> None:
    with pytest.raises(UsageError, match=r"这里现在是 2\.30，不是您看到的 9\.99"):
        decide(library, M, RECEPTION, "accept", seen="9.99")
    assert at(decide(library, M, RECEPTION, "accept", seen="2.30"), RECEPTION).verdict is Verdict.CORRECTED
    with pytest.raises(UsageError, match="没有“没有的文件”"):
        decide(library, "没有的文件", RECEPTION, "accept")


def test_numbers_are_taken_as_people_type_them(library: Library) -> None:
    assert at(decide(library, M, RECEPTION, "correct", " １，２３４．５０ "), RECEPTION).value == Decimal("1234.50")
    assert f"{at(decide(library, M, RECEPTION, 'correct', '-0.00'), RECEPTION).value:f}" == "0.00"
    assert f"{at(decide(library, M, RECEPTION, 'correct', Decimal('3.3')), RECEPTION).value:f}" == "3.3"
    decide(library, "marine_station_2026", RECEPTION, "accept", who="半个\ud83d字", note="两\n行")
    assert log(library, M)[-1].note == "两\n行"


# --- read again -------------------------------------------------------------------------------------------------------


def test_a_file_read_again_has_its_decisions_and_the_same_bytes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_in_this_process(monkeypatch)
    decide(library, M, RECEPTION, "correct", "3.30")
    decide(library, M, BLANK_PURCHASE, "correct", "1.00")
    decided = contents(library.root)
    (library.documents / M / "disclosure.json").unlink()
    assert [r.status for r in read_all([MARINE], library)] == ["read"]
    assert contents(library.root) == decided
    assert [r.status for r in read_all([MARINE], library)] == ["unchanged"]
    assert contents(library.root) == decided
    monkeypatch.setattr(read, "_reader_hash", lambda: "newer rules")
    assert [r.status for r in read_all([MARINE], library)] == ["read"]
    assert at(library.load(M), RECEPTION).value == Decimal("3.30")


def test_a_decision_wins_over_the_model_reader(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    read_in_this_process(monkeypatch)
    decide(library, M, RECEPTION, "correct", "3.30")
    with serving(Honest()) as server:
        (result,) = read_all([MARINE], library, reader="llm", settings=server.settings())
    assert result.status == "read"
    now = library.load(M)
    cell = at(now, RECEPTION)
    assert (cell.value, cell.verdict, cell.reader) == (Decimal("3.30"), Verdict.CORRECTED, "human")
    assert at(now, ("t9", 0, 0)).reader == "llm"
    assert all(r.same for r in replay(library))


def test_a_document_taken_out_and_read_again_has_its_decisions(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_in_this_process(monkeypatch)
    decide(library, M, RECEPTION, "correct", "3.30")
    decided = contents(library.root)
    with library.writing():
        library.remove(M)
    assert [d.printed for d in decisions(library, M).lost] == ["3.30"]
    read_all([MARINE], library)
    assert contents(library.root) == decided


def test_a_decision_that_was_written_but_not_put_in_is_put_in_by_the_next_run(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_in_this_process(monkeypatch)
    append(library.root / FILE, decision(library.load(M), RECEPTION, "3.30").model_dump_json())
    assert [r.document for r in replay(library) if not r.same] == [M]
    assert [r.status for r in read_all([MARINE], library)] == ["unchanged"]
    assert at(library.load(M), RECEPTION).value == Decimal("3.30")
    assert all(r.same for r in replay(library))
    assert [f["value"] for f in facts_csv(library) if f["reader"] == "human"] == ["3.30"]
    (library.root / FILE).unlink()
    read_all([MARINE], library)
    assert library.load(M) == sample(MARINE)


def renamed(own: Disclosure) -> Disclosure:
    """The same reading by rules that number tables, rows and columns anew and call them otherwise."""
    tables = []
    for number, t in enumerate(reversed(own.tables)):
        rows, columns = len(t.rows), len(t.columns)
        tables.append(
            t.model_copy(
                update={
                    "id": f"x{number}",
                    "title": f"新{t.title}",
                    "rows": tuple(r.model_copy(update={"label": f"新{r.label}"}) for r in reversed(t.rows)),
                    "columns": tuple(reversed(t.columns)),
                    "cells": tuple(
                        c.model_copy(
                            update={
                                "row": rows - 1 - c.row,
                                "column": columns - 1 - c.column,
                                "box": (c.box[0] - 1, c.box[1] - 1, c.box[2] + 1, c.box[3] + 1),
                            }
                        )
                        for c in reversed(t.cells)
                    ),
                }
            )
        )
    return own.model_copy(update={"tables": tuple(tables), "facts": tuple(reversed(own.facts))})


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_every_figure_is_found_again_by_its_place_whatever_newer_rules_call_it(path: Path) -> None:
    own = sample(path)
    where = {s.ref: s for s in spots(own)}
    made = [
        Decision(
            document=own.id,
            place=s.place,
            action=Action.ACCEPT,
            state=s.reading.state,
            value=s.reading.value,
            was_state=s.reading.state,
            was=s.reading.printed,
        )
        for s in where.values()
    ]
    assert len({d.place for d in made}) == len(made)
    assert located(own, made) == {s.place: s.ref for s in where.values()}
    moved = renamed(own)
    again = {s.ref: s for s in spots(moved)}
    found = located(moved, made)
    assert len(found) == len(made)
    for spot in where.values():
        other = again[found[spot.place]]
        assert other.reading == spot.reading
        assert other.place.page == spot.place.page
        assert all(abs(a - b) <= 1 for a, b in zip(other.place.box, spot.place.box, strict=True))


def test_a_decision_follows_its_figure_when_newer_rules_move_its_row(library: Library) -> None:
    decide(library, M, RECEPTION, "correct", "3.30")
    moved = judge(applied(renamed(sample(MARINE)), latest(log(library, M))))
    (cell,) = [c for t in moved.tables for c in t.figures if c.reader == "human"]
    assert (cell.value, cell.verdict) == (Decimal("3.30"), Verdict.CORRECTED)
    assert cell.decided is not None
    assert cell.decided.was.value == Decimal("2.30")


def test_a_decision_whose_figure_is_gone_is_kept_and_reported_and_can_be_taken_back(library: Library) -> None:
    decide(library, M, RECEPTION, "correct", "3.30")
    own = sample(MARINE)
    without = own.model_copy(update={"tables": tuple(t for t in own.tables if t.id != "t9")})
    now = judge(applied(without, latest(log(library, M))))
    (found,) = [f for f in now.findings if f.check == "decision_lost"]
    page = at(own, RECEPTION).page
    assert (found.severity, found.page, found.expected) == (Severity.WARNING, page, "3.30")
    assert f"第 {page} 页" in found.message
    assert "更正为 3.30（原读 2.30）" in found.message
    assert Disclosure.model_validate_json(serialised(now)) == now
    assert judge(now) == now
    library.rewrite(now)
    assert all(r.same for r in replay(library))
    (lost,) = decisions(library, M).lost
    with pytest.raises(UsageError, match="已找不到对应的数字"):
        decide(library, M, lost.place, "accept")
    after = decide(library, M, lost.place, "withdraw")
    assert after == judge(without)
    assert decisions(library, M).latest == ()


def test_a_decision_is_never_applied_to_another_figure_of_the_same_name() -> None:
    rows = "206 科学技术支出 0.00\n208 科学技术支出 0.00"
    whole = table(Kind.EXPENDITURE, "合计", rows)
    cells = [c.model_copy(update={"box": (10, 100 * i, 40, 100 * i + 10)}) for i, c in enumerate(whole.cells)]
    rows_alike = tuple(r.model_copy(update={"code": ""}) for r in whole.rows)
    own = judge(Draft((whole.model_copy(update={"cells": tuple(cells), "rows": rows_alike}),)).made())
    made = decision(own, ("expenditure", 0, 0), "5.00")
    one = own.model_copy(update={"tables": (own.tables[0].model_copy(update={"cells": tuple(cells[1:])}),)})
    now = judge(applied(one, [made]))
    assert [c.value for c in now.tables[0].figures] == [Decimal("0.00")]
    assert len(now.lost) == 1


def test_a_record_without_decisions_says_nothing_of_them_and_an_old_one_still_loads() -> None:
    record = serialised(sample(GENOME))
    for name in (b'"decided"', b'"lost"', b'"placed"'):
        assert name not in record
    assert Disclosure.model_validate_json(record) == sample(GENOME)


# --- verify and exports -----------------------------------------------------------------------------------------------


def test_a_library_with_decisions_verifies(library: Library) -> None:
    decide(library, M, RECEPTION, "correct", "3.30")
    decide(library, M, BLANK_PURCHASE, "correct", "1.00")
    decide(library, G, 0, "own_error")
    assert [r.same for r in replay(library)] == [True, True, True]
    now = library.load(M)
    cells = [
        c.model_copy(update={"value": Decimal("2.30")}) if c.reader == "human" and c.value == Decimal("3.30") else c
        for t in now.tables
        if t.id == "t9"
        for c in t.cells
    ]
    tables = [t.model_copy(update={"cells": tuple(cells)}) if t.id == "t9" else t for t in now.tables]
    library.rewrite(judge(now.model_copy(update={"tables": tuple(tables)})))
    assert [r.document for r in replay(library) if not r.same and r.changed] == [M]


def test_every_export_has_the_decided_value(library: Library) -> None:
    before = [f for f in facts_csv(library) if f["document"] == M]
    decide(library, M, RECEPTION, "correct", "3.30", who="李会计", note="=看原页")
    decide(library, M, RECEPTION, "correct", "4.30", who="王会计")
    decide(library, M, BLANK_PURCHASE, "correct", "1.00")
    after = [f for f in facts_csv(library) if f["document"] == M]
    (gone,) = [f for f in before if f["column"].endswith("/公务接待费")]
    new = [f for f in after if f["reader"] == "human"]
    assert [(f["value"], f["amount_yuan"], f["verdict"]) for f in new] == [
        ("4.30", "43000", "corrected"),
        ("1.00", "10000", "corrected"),
    ]
    assert {**new[0], "value": "2.30", "amount_yuan": "23000", "verdict": "verified", "reader": "layout"} == gone
    documents = [library.load(M)]
    told = json.loads(export(documents, "json"))
    assert [f for f in told if f["reader"] == "human"] == new
    assert list(csv.DictReader(io.StringIO(export(documents, "csv").decode("utf-8-sig")))) == told
    assert parquet.read_table(io.BytesIO(export(documents, "parquet"))).to_pylist() == told
    across = parquet.read_table(library.root / "across" / "figures.parquet", partitioning=None).to_pylist()
    assert [(r["value"], r["verdict"]) for r in across if r["reader"] == "human"] == [
        ("4.30", "corrected"),
        ("1.00", "corrected"),
    ]
    (line,) = [
        r
        for r in csv.DictReader(io.StringIO((library.root / "tables.csv").read_text("utf-8")))
        if r["document"] == M and r["table"] == "three_public"
    ]
    assert line["corrected"] == "2"


def test_a_spreadsheet_shows_the_old_value_and_who_decided(library: Library) -> None:
    decide(library, M, RECEPTION, "correct", "3.30", who="李会计", note="=看原页")
    decide(library, M, RECEPTION, "correct", "4.30", who="王会计")
    decide(library, G, ("t9", 0, 5), "own_error")
    book = sheets.load_workbook(io.BytesIO(export([library.load(M)], "xlsx", log(library))))
    (cell,) = [c for sheet in book for row in sheet.iter_rows() for c in row if c.comment is not None]
    assert (cell.value, cell.fill.fgColor.rgb[2:]) == (4.3, "E4DFEC")
    assert "原读数：2.30" in cell.comment.text
    rows = [[c.value for c in row] for row in book["人工核定"].iter_rows()]
    assert rows[0] == [
        "文件", "表", "行", "编码", "列", "页", "原读数", "核定后", "核定", "现状", "核定人", "时间", "备注",
    ]  # fmt: skip
    assert [(r[0], r[6], r[7], r[8], r[9], r[10], r[12]) for r in rows[1:]] == [
        ("marine_station_2026.pdf", "2.30", 3.3, "更正", "已被后来的核定取代", "李会计", "'=看原页"),
        ("marine_station_2026.pdf", "2.30", 4.3, "更正", "有效", "王会计", None),
    ]
    assert "人工核定" not in sheets.load_workbook(io.BytesIO(export([sample(MARINE)], "xlsx"))).sheetnames


def test_the_command_exports_and_verifies_decisions(
    library: Library, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    decide(library, M, RECEPTION, "correct", "3.30", who="李会计")
    out = tmp_path / "all.xlsx"
    cli.app(["export", "--library", str(library.root), "--format", "xlsx", "-o", str(out)], standalone_mode=False)
    assert "李会计" in [c.value for row in sheets.load_workbook(out)["人工核定"].iter_rows() for c in row]
    cli.app(["verify", "--library", str(library.root)], standalone_mode=False)
    assert capsys.readouterr().out.count("一致") == 3


# --- questions --------------------------------------------------------------------------------------------------------


def test_an_answer_states_the_decided_value_and_what_had_been_read(library: Library) -> None:
    decide(library, M, RECEPTION, "correct", "3.30")
    answer = Asker(library.root).ask("公务接待费预算是多少", "marine_station_2026")
    assert answer.figures[0].value == "3.30"
    assert "3.30 万元" in answer.answer
    assert "已更正" in answer.confidence_note
    assert "原读 2.30" in answer.confidence_note
    assert any("3.30" in c.text and "原读 2.30" in c.text for c in answer.citations)


def test_an_answer_says_that_a_figure_was_accepted_or_is_the_documents_own_error(library: Library) -> None:
    asker = Asker(library.root)
    decide(library, M, RECEPTION, "accept")
    assert "经人核定，读数无误" in asker.ask("公务接待费预算是多少", "marine_station_2026").confidence_note
    decide(library, M, RECEPTION, "own_error")
    note = asker.ask("公务接待费预算是多少", "marine_station_2026").confidence_note
    assert "原文有误" in note
    assert "对不上" not in note


def test_a_corrected_sentence_is_proved_by_its_decision_and_others_are_not(library: Library) -> None:
    own = library.load(G)
    share = next(i for i, f in enumerate(own.facts) if f.value == Decimal("74.73"))
    view = View.of(decide(library, G, share, "correct", "74.43"))
    figure = next(f for f in view.figures if f.ref == ("", share, 0))
    outcome = Outcome(AnswerStatus.ANSWERED, "占 74.43%", cited=[figure])
    cited = citations_of(outcome, view)
    assert [c.text.endswith("（已更正：由人核定为 74.43%，原读 74.73）") for c in cited] == [True]
    assert proved("占 74.43%", outcome, cited)
    assert not proved("占 74.44%", outcome, cited)
    plain = View.of(own)
    before = next(f for f in plain.figures if f.ref == ("", share, 0))
    outcome = Outcome(AnswerStatus.ANSWERED, "占 74.43%", cited=[before])
    assert not proved("占 74.43%", outcome, citations_of(outcome, plain))


def test_what_had_been_read_in_a_corrected_cell_is_no_proof(library: Library) -> None:
    view = View.of(decide(library, M, RECEPTION, "correct", "3.30"))
    figure = next(f for f in view.figures if f.ref == RECEPTION)
    outcome = Outcome(AnswerStatus.ANSWERED, "", [Stated.of(figure)])
    assert proved("公务接待费 3.30 万元", outcome, citations_of(outcome, view))
    assert not proved("公务接待费 2.30 万元", outcome, citations_of(outcome, view))


def test_a_figure_that_is_none_is_not_found_and_said_to_be_corrected(library: Library) -> None:
    decide(library, M, BLANK_PURCHASE, "correct", "1.00")
    asker = Asker(library.root)
    assert asker.ask("公务用车购置费预算是多少", "marine_station_2026").figures[0].value == "1.00"
    decide(library, M, BLANK_PURCHASE, "correct", "-")
    gone = asker.ask("公务用车购置费预算是多少", "marine_station_2026")
    assert "1.00" not in gone.answer


def test_a_ranking_says_which_figures_were_corrected(library: Library) -> None:
    decide(library, M, RECEPTION, "correct", "3.30")
    answer = Asker(library.root).ask("哪个单位的公务接待费最高")
    assert "3.30" in answer.answer
    assert "已更正" in answer.confidence_note
    assert "原读 2.30" in answer.confidence_note


# --- the file ---------------------------------------------------------------------------------------------------------


def test_a_last_line_cut_off_loses_nothing_else(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    read_in_this_process(monkeypatch)
    decide(library, M, RECEPTION, "correct", "3.30")
    decide(library, M, BLANK_PURCHASE, "correct", "1.00")
    path = library.root / FILE
    whole = path.read_bytes()
    first, second, _ = whole.split(b"\n")
    for cut in range(0, len(second), 37):
        path.write_bytes(first + b"\n" + second[:cut])
        assert [d.printed for d in log(library)] == ["3.30"]
    path.write_bytes(first + b"\n" + second)
    assert [d.printed for d in log(library)] == ["3.30", "1.00"]
    decide(library, M, RECEPTION, "correct", "4.30")
    assert [d.printed for d in log(library)] == ["3.30", "1.00", "4.30"]
    path.write_bytes(first + b"\n" + second[:100])
    assert [r.status for r in read_all([MARINE], library)] == ["unchanged"]
    assert at(library.load(M), RECEPTION).value == Decimal("3.30")
    decide(library, M, RECEPTION, "correct", "5.30")
    assert [d.printed for d in log(library)] == ["3.30", "5.30"]
    assert (library.root / f"{FILE}.damaged").read_bytes() == second[:100] + b"\n"


@pytest.mark.parametrize("damage", [b"{}", b'{"document": "fd6b', b"\x00\xff", b"[1]"])
def test_a_damaged_line_before_the_last_stops_what_needs_decisions_and_says_which(
    library: Library, damage: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_in_this_process(monkeypatch)
    decide(library, M, RECEPTION, "correct", "3.30")
    path = library.root / FILE
    path.write_bytes(path.read_bytes() + damage + b"\n" + path.read_bytes())
    for work in (
        lambda: by_document(library),
        lambda: read_all([MARINE], library),
        lambda: list(replay(library)),
    ):
        with pytest.raises(LibraryError, match=r"第 2 行已损坏.*从备份恢复"):
            work()
    assert Asker(library.root).ask("公务接待费预算是多少", "marine_station_2026").figures[0].value == "3.30"


def _decide_some(root: str, columns: list[int]) -> None:
    for column in columns:
        while True:
            try:
                decide(Library(root), M, ("t9", 0, column), "correct", f"{column}.99", who=f"人{columns[0]}")
            except LibraryBusyError:  # a slow machine: a person would try again too
                continue
            break
        record_feedback(root, {"question": f"{column}", "answer": "长" * 5000, "liked": True})


def test_processes_that_decide_at_once_lose_nothing(library: Library) -> None:
    spawn = multiprocessing.get_context("spawn")
    shares = [[0, 1], [2, 3], [5, 6]]
    workers = [spawn.Process(target=_decide_some, args=(str(library.root), share)) for share in shares]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [w.exitcode for w in workers] == [0, 0, 0]
    now = library.load(M)
    assert sorted(d.printed for d in log(library)) == ["0.99", "1.99", "2.99", "3.99", "5.99", "6.99"]
    assert {c.value for t in now.tables for c in t.figures if c.reader == "human"} == {
        Decimal(f"{n}.99") for share in shares for n in share
    }
    assert all(r.same for r in replay(library))
    assert library.committed()
    assert sorted(json.loads(text)["question"] for _, text in lines(library.root / "feedback.jsonl")) == list("012356")


# --- what may not follow ----------------------------------------------------------------------------------------------


def figures_of(own: Disclosure) -> dict[Ref, Cell | Fact]:
    """All figures."""
    cells: dict[Ref, Cell | Fact] = {(t.id, c.row, c.column): c for t in own.tables for c in t.cells}
    return cells | {("", i, 0): f for i, f in enumerate(own.facts)}


@examples(max_examples=25)
@given(path=st.sampled_from(SAMPLES), seed=st.integers(0, 10**9))
def test_a_wrong_correction_changes_no_other_value_and_verifies_nothing_that_its_value_would_not(
    path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    own = sample(path)
    ref = chance.choice([r for r, f in figures_of(own).items() if isinstance(f, Cell)])
    value = f"{chance.choice([1, 10, 1000, 100000]) * chance.random():.2f}"
    now = judge(applied(own, [decision(own, ref, value)]))
    before, after = figures_of(own), figures_of(now)
    assert before.keys() == after.keys()
    assert after[ref].verdict is Verdict.CORRECTED
    assert f"{after[ref].value:f}" == value
    tables = tuple(
        t.model_copy(
            update={
                "cells": tuple(
                    c.model_copy(update={"state": State.NUMBER, "value": Decimal(value), "doubts": ()})
                    if (t.id, c.row, c.column) == ref
                    else c
                    for c in t.cells
                )
            }
        )
        for t in own.tables
    )
    plain = figures_of(judge(own.model_copy(update={"tables": tables})))
    for other, figure in after.items():
        if other == ref:
            continue
        assert figure.value == before[other].value
        assert figure.reader == before[other].reader
        assert figure.verdict == plain[other].verdict
    assert judge(applied(now, [])) == own


def test_lines_of_facts_differ_in_the_decided_figure_alone(library: Library) -> None:
    before = list(fact_lines(library.load(M)))
    after = list(fact_lines(decide(library, M, RECEPTION, "accept")))
    assert [(a["value"], a["verdict"], a["reader"]) for a, b in zip(after, before, strict=True) if a != b] == [
        ("2.30", "corrected", "human")
    ]


def test_two_decisions_never_land_on_one_figure() -> None:
    own = sample(MARINE)
    here = decision(own, RECEPTION, "3.30")
    box = here.place.box
    shifted = Place(**{**here.place.model_dump(), "box": (box[0] + 1, *box[1:])})
    later = here.model_copy(update={"place": shifted, "value": Decimal("4.30")})
    now = applied(own, [here, later])
    assert len(now.lost) == 1
    assert len([c for t in now.tables for c in t.figures if c.reader == "human"]) == 1


# --- feedback ---------------------------------------------------------------------------------------------------------


def test_feedback_is_kept_line_by_line_also_while_the_library_is_written(library: Library) -> None:
    with library.writing():
        kept = record_feedback(
            library.root,
            {"question": "公务接待费？", "answer": "2.30 万元", "documents": [M], "liked": False, "comment": "不\n对"},
        )
    (line,) = (library.root / "feedback.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line) == {**kept.model_dump(mode="json"), "comment": "不\n对", "documents": [M]}
    assert kept.when.endswith("+00:00")
    path = library.root / "feedback.jsonl"
    path.write_bytes(path.read_bytes() + b'{"question": "cut')
    record_feedback(str(library.root), kept.model_copy(update={"liked": True}))
    assert [json.loads(text)["liked"] for _, text in lines(path)] == [False, True]
    with pytest.raises(UsageError, match="liked"):
        record_feedback(library.root, {"question": "", "answer": ""})
