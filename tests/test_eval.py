"""The suite holds the line: the fixed slice is as good as its baseline, and each deliberate fault turns it red, by name."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import extract.read
from eval import baseline, mutations_reader
from eval.answers import Answers
from eval.baseline import Baseline, Regression
from eval.kept import Kept
from eval.metrics import score
from eval.mutating import Mutated
from eval.mutations import Outcome as MutationOutcome
from eval.reading import GoldDocument, Run, gold_documents, run_reader
from eval.reading import Result as ReadResult
from eval.report import as_html
from eval.scores import Score
from eval.suite import GOLD, QUESTIONS, Plan, Suite, make_corpus, run, slice_plan
from extract import Disclosure, Verdict, gate
from extract import extract as read_document
from extract.bind import bind_table
from extract.checks import Outcome, Result
from extract.checks import run as run_checks
from extract.errors import UsageError
from extract.model import State, Table
from extract.read import Reader
from prompts import ModelSettings
from qa.answer import AnswerOut, StatedFigure, Status
from qa.ask import Asker
from qa.search.retrieve import Retriever
from tests.model_server import Honest, serving

MARINE, GENOME = "marine_station_2026", "genome_institute_2025"


# --- the fixed slice --------------------------------------------------------------------------------------------------


def test_the_fixed_slice_holds_the_line(tmp_path: Path) -> None:
    """What `gouji eval --slice` measures; one test, so that it is measured once."""
    fixed = run(slice_plan(Plan(folder=tmp_path)))
    before = baseline.load(baseline.BASELINE)
    assert before.sets["slice"].sections.keys() == baseline.sections(fixed).keys()
    assert [r.sentence for r in baseline.regressions(fixed, before)] == []

    (reading,) = fixed.runs
    assert len(reading.results) == 5
    for result in reading.results:
        told = result.score.metrics()
        assert (told["recall"], told["precision"], told["box_grounding"], told["null_precision"]) == (1, 1, 1, 1)
        assert (told["false_accepts"], told["failed"]) == (0, 0), result.document
    assert [o for m in fixed.mutated for o in m.outcomes if o.falsely_accepted] == []
    assert all(len(m.outcomes) > 20 for m in fixed.mutated)

    (answers,) = fixed.answers
    answered = answers.metrics()
    assert len(answers.asked) > 30
    wanted = {"right": 1, "exact": 1, "refusal_recall": 1, "over_refusal": 0}
    assert {name: answered[name] for name in wanted} == wanted


# --- one fault at a time ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two samples: one sound, one with mistakes of its own."""
    folder = tmp_path_factory.mktemp("gold")
    for name in (MARINE, GENOME):
        for suffix in (".pdf", ".gold.json"):
            shutil.copyfile(GOLD / f"{name}{suffix}", folder / f"{name}{suffix}")
    return folder


@pytest.fixture(scope="module")
def sound(gold: Path) -> Baseline:
    """What the two samples come to with nothing broken."""
    return baseline.updated(Baseline(), run(small(gold)))


def small(gold: Path) -> Plan:
    return Plan(name="small", gold=gold, questions=QUESTIONS)


def found(gold: Path, sound: Baseline) -> tuple[dict[tuple[str, str], Regression], Suite]:
    """What is worse than before, by document and metric."""
    suite = run(small(gold))
    return {(r.document, r.metric): r for r in baseline.regressions(suite, sound)}, suite


def test_nothing_is_worse_where_nothing_is_broken(gold: Path, sound: Baseline) -> None:
    worse, suite = found(gold, sound)
    assert worse == {}
    assert "没有退步" in as_html(suite, [], sound.sets["small"])


def patched(monkeypatch: pytest.MonkeyPatch, bind: Callable[[Table], Table]) -> None:
    """A reader that does something to every table that it has bound."""
    right = bind_table
    monkeypatch.setattr(extract.read, "bind_table", lambda source, name: bind(right(source, name)))


def test_a_reader_that_drops_a_row(gold: Path, sound: Baseline, monkeypatch: pytest.MonkeyPatch) -> None:
    patched(monkeypatch, lambda t: t.model_copy(update={"cells": tuple(c for c in t.cells if c.row != 1)}))
    worse, suite = found(gold, sound)
    recall = worse[MARINE, "recall"]
    assert (recall.was, recall.section) == ("100.0%", "reading/layout")
    assert "没有读出" in recall.reason
    page = as_html(suite, list(worse.values()), sound.sets["small"])
    assert recall.now in page
    assert "召回（recall）原为 100.0%" in page
    assert page.count("data:image/png;base64,") >= 5


def test_a_reader_that_fills_blanks_from_the_cell_beside(
    gold: Path, sound: Baseline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def filled(table: Table) -> Table:
        given: dict[int, Any] = {}
        cells = []
        for cell in table.cells:
            if cell.state is State.NUMBER:
                given[cell.row] = cell
            elif cell.state is State.BLANK and cell.row in given:
                cell = cell.model_copy(update={"state": State.NUMBER, "value": given[cell.row].value})
            cells.append(cell)
        return table.model_copy(update={"cells": tuple(cells)})

    patched(monkeypatch, filled)
    worse, _ = found(gold, sound)
    assert {(MARINE, "null_precision"), (MARINE, "precision"), (MARINE, "box_grounding")} <= worse.keys()
    assert "原文此格为空白或短横" in worse[MARINE, "null_precision"].reason


def test_a_reader_that_misreads_a_digit(gold: Path, sound: Baseline, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(table: Table) -> Table:
        first = next((c for c in table.figures if c.value), None)
        cells = (
            c.model_copy(update={"value": c.value + 1}) if c is first and c.value is not None else c
            for c in table.cells
        )
        return table.model_copy(update={"cells": tuple(cells)})

    patched(monkeypatch, wrong)
    worse, _ = found(gold, sound)
    assert "数值不同" in worse[MARINE, "recall"].reason


def test_a_reader_that_breaks(gold: Path, sound: Baseline, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: Table) -> Table:
        raise ZeroDivisionError("by zero")

    patched(monkeypatch, breaks)
    worse, suite = found(gold, sound)
    assert worse[MARINE, "recall"].now == "0.0%"
    assert "ZeroDivisionError" in worse[MARINE, "recall"].reason
    assert len(suite.failed) == 2


def test_a_check_that_always_holds(gold: Path, sound: Baseline, monkeypatch: pytest.MonkeyPatch) -> None:
    def blind(book: Any) -> list[Result]:
        return [replace(r, outcome=Outcome.HOLDS) if r.outcome is Outcome.BROKEN else r for r in run_checks(book)]

    monkeypatch.setattr(gate, "run_checks", blind)
    worse, suite = found(gold, sound)
    told = worse[GENOME, "violations"]
    assert (told.was, told.title) == ("100.0%", "原文错误")
    assert "没有报出" in told.reason
    assert GENOME in as_html(suite, list(worse.values()), sound.sets["small"])


def test_a_check_that_cries_wolf(gold: Path, sound: Baseline, monkeypatch: pytest.MonkeyPatch) -> None:
    def anxious(book: Any) -> list[Result]:
        first, *rest = run_checks(book)
        return [replace(first, outcome=Outcome.BROKEN, message="不平"), *rest]

    monkeypatch.setattr(gate, "run_checks", anxious)
    worse, _ = found(gold, sound)
    assert (worse[MARINE, "alarms"].was, worse[MARINE, "alarms"].now) == ("0", "1")


def test_a_gate_that_verifies_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = gate.judge

    def lenient(disclosure: Disclosure) -> Disclosure:
        judged = right(disclosure)
        tables = [
            t.model_copy(update={"cells": tuple(c.model_copy(update={"verdict": Verdict.VERIFIED}) for c in t.cells)})
            for t in judged.tables
        ]
        return judged.model_copy(update={"tables": tuple(tables)})

    monkeypatch.setattr(mutations_reader, "judge", lenient)
    monkeypatch.setattr(extract.read, "judge", lenient)
    make_corpus(tmp_path, 1, 1)
    suite = run(Plan(name="small", gold=tmp_path, questions=None, mutations=1))
    worse = baseline.regressions(suite, Baseline())
    assert {"falsely_accepted"} == {r.metric for r in worse}
    assert all(r.must and r.was == "0" for r in worse)
    assert "central_001_0000" in worse[0].reason
    assert "放过" in as_html(suite, worse, baseline.Set())


def test_an_index_that_returns_nothing(gold: Path, sound: Baseline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Retriever, "search", lambda *_, **__: [])
    worse, _ = found(gold, sound)
    assert worse[MARINE, "search_recall"].now == "0.0%"
    assert worse[MARINE, "search_recall"].section == "answers/rules"


def test_an_answerer_that_answers_everything(gold: Path, sound: Baseline, monkeypatch: pytest.MonkeyPatch) -> None:
    figure = StatedFigure(value="1.00", unit="万元", amount_yuan="10000")
    answer = AnswerOut(answer="1.00 万元", figures=(figure,), status=Status.ANSWERED)
    monkeypatch.setattr(Asker, "ask", lambda *_, **__: answer)
    worse, suite = found(gold, sound)
    refusal = worse[MARINE, "refusal_recall"]
    assert (refusal.was, refusal.now, refusal.title) == ("100.0%", "0.0%", "该拒则拒")
    assert {(MARINE, "exact"), (MARINE, "citation_recall"), (GENOME, "right")} <= worse.keys()
    assert "文件没有答案，却答了" in as_html(suite, list(worse.values()), sound.sets["small"])


def test_an_answerer_that_refuses_everything(gold: Path, sound: Baseline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Asker, "ask", lambda *_, **__: AnswerOut(answer="不回答。", status=Status.REFUSED))
    worse, _ = found(gold, sound)
    assert (worse[MARINE, "over_refusal"].was, worse[MARINE, "over_refusal"].now) == ("0.0%", "100.0%")


def test_an_answerer_that_breaks(gold: Path, sound: Baseline, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr(Asker, "ask", breaks)
    worse, _ = found(gold, sound)
    assert "out of order" in worse[MARINE, "right"].reason


# --- the baseline -----------------------------------------------------------------------------------------------------


def suite_of(**metrics: Any) -> Suite:
    score_ = Score.model_validate({"kinds": {"basic": {"gold": 10, "said": 10, "right": 10}}, "documents": 1} | metrics)
    return Suite(name="s", runs=(Run(reader="layout", results=(ReadResult(document="a", score=score_),)),))


def test_a_document_that_is_not_measured_any_more_is_told() -> None:
    before = baseline.updated(Baseline(), suite_of())
    (worse,) = baseline.regressions(Suite(name="s", runs=(Run(reader="layout"),)), before)
    assert (worse.document, worse.metric) == ("a", "measured")


def test_what_was_not_run_is_not_compared() -> None:
    before = baseline.updated(Baseline(), suite_of())
    assert baseline.regressions(Suite(name="s"), before) == []
    assert baseline.regressions(suite_of(nulls=3), before) == []


def test_what_is_allowed_is_no_regression() -> None:
    before = baseline.updated(Baseline(), suite_of())
    worse = suite_of(kinds={"basic": {"gold": 10, "said": 10, "right": 9}})
    assert {r.metric for r in baseline.regressions(worse, before)} == {"recall", "precision"}
    lenient = before.model_copy(update={"allowed": {"recall": 0.1, "reading/layout/precision": 0.1}})
    assert baseline.regressions(worse, lenient) == []


def test_a_false_accept_is_never_allowed_whatever_the_baseline_says() -> None:
    bad = suite_of(boxes_false=1)
    before = baseline.updated(Baseline(allowed={"false_accepts": 9}), bad)
    (worse,) = baseline.regressions(bad, before)
    assert (worse.metric, worse.now, worse.must) == ("false_accepts", "1", True)


def test_a_mutation_let_through_is_never_allowed() -> None:
    outcome = MutationOutcome("digit_swap", "a", "表 行 列", True, True, True, False, "verified though not printed")
    suite = Suite(name="s", mutated=(Mutated(way="reader", outcomes=(outcome,)),))
    (worse,) = baseline.regressions(suite, Baseline())
    assert worse.sentence == (
        "mutations/reader digit_swap：放过（falsely_accepted）原为 0，现为 1；如 a 表 行 列：verified though not printed"
    )


def test_a_baseline_file_comes_back_as_it_was_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    assert baseline.load(path).allowed == baseline.ALLOWED
    before = baseline.updated(Baseline(allowed={"recall": 0.5}), suite_of())
    baseline.save(path, before)
    assert baseline.load(path) == before
    path.write_text("{")
    with pytest.raises(UsageError, match=r"不是基线文件"):
        baseline.load(path)


# --- results are kept by content --------------------------------------------------------------------------------------


def test_a_run_with_nothing_changed_reads_nothing_again(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = replace(small(gold), folder=tmp_path)
    first = run(plan)

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("eval.reading.extract_with_use", forbidden)
    monkeypatch.setattr("eval.library.extract", forbidden)
    monkeypatch.setattr(Asker, "ask", forbidden)
    again = run(plan)
    assert (again.runs, again.answers) == (first.runs, first.answers)


def test_a_killed_run_goes_on_where_it_was(gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = gold_documents(gold)
    told: list[str] = []

    def killed(name: str) -> None:
        told.append(name)
        raise KeyboardInterrupt

    settings = ModelSettings()
    with pytest.raises(KeyboardInterrupt):
        run_reader(documents, Reader.LAYOUT, settings, kept=Kept(tmp_path), told=killed)
    read: list[Path] = []
    right = extract.read.extract_with_use

    def counted(path: Path, **given: Any) -> Any:
        read.append(path)
        return right(path, **given)

    monkeypatch.setattr("eval.reading.extract_with_use", counted)
    assert len(run_reader(documents, Reader.LAYOUT, settings, kept=Kept(tmp_path)).results) == 2
    assert [p.stem for p in read] == [d.name for d in documents if d.name not in told]


def test_changed_gold_is_scored_anew(gold: Path, tmp_path: Path) -> None:
    document = next(d for d in gold_documents(gold) if d.name == MARINE)
    kept, settings = Kept(tmp_path), ModelSettings()
    assert run_reader([document], Reader.LAYOUT, settings, kept=kept).score.recall == 1
    changed = json.loads(json.dumps(document.gold))
    changed["tables"][0]["rows"][0]["values"][0] = "1"
    other = GoldDocument(document.pdf, changed)
    assert run_reader([other], Reader.LAYOUT, settings, kept=kept).score.recall < 1


# --- metrics ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def marine(gold: Path) -> tuple[GoldDocument, Disclosure]:
    document = next(d for d in gold_documents(gold) if d.name == MARINE)
    return document, read_document(document.pdf, reader="layout")


def changed(disclosure: Disclosure, kind: str, **update: Any) -> Disclosure:
    """The first figure of a kind of table changed."""
    tables = list(disclosure.tables)
    at = next(i for i, t in enumerate(tables) if t.kind == kind)
    first = tables[at].figures[0]
    cells = tuple(c.model_copy(update=update) if c is first else c for c in tables[at].cells)
    tables[at] = tables[at].model_copy(update={"cells": cells})
    return disclosure.model_copy(update={"tables": tuple(tables)})


@pytest.mark.parametrize(
    ("update", "part"),
    [({"value": Decimal("1.00")}, "数值"), ({"page": 2}, "页"), ({"column": 1}, "列"), ({"row": 2}, "行")],
)
def test_a_wrong_figure_is_told_with_what_differs(
    marine: tuple[GoldDocument, Disclosure], update: dict[str, Any], part: str
) -> None:
    document, disclosure = marine
    result = score(changed(disclosure, "income", **update), document.gold, None, document.pdf)
    assert (result.right, result.false_accepts) == (result.gold - 1, 1)
    wrong = next(m for m in result.misses if m.how == "false_accept")
    assert f"{part}不同" in wrong.reason
    assert wrong.box is not None
    assert f"{part}不同" in next(m for m in result.misses if m.how == "missing").reason


def test_a_verified_figure_whose_box_prints_another_is_a_false_accept(marine: tuple[GoldDocument, Disclosure]) -> None:
    document, disclosure = marine
    moved = changed(disclosure, "income", box=(10.0, 10.0, 40.0, 20.0))
    result = score(moved, document.gold, None, document.pdf)
    assert (result.right, result.false_accepts, result.boxes - result.boxes_right) == (result.gold, 1, 1)
    assert score(moved, document.gold).false_accepts == 0


def test_a_figure_on_another_page_counts_against_page_grounding(marine: tuple[GoldDocument, Disclosure]) -> None:
    document, disclosure = marine
    result = score(changed(disclosure, "income", page=3), document.gold, None, document.pdf)
    told = result.metrics()
    assert told["page_grounding"] == pytest.approx((result.gold - 1) / result.gold)


def test_a_figure_held_for_review_is_missing_though_it_is_right(marine: tuple[GoldDocument, Disclosure]) -> None:
    document, disclosure = marine
    result = score(changed(disclosure, "income", verdict=Verdict.REVIEW), document.gold, None, document.pdf)
    assert (result.recall < 1, result.precision, result.before) == (True, 1, 1)
    assert [m.reason for m in result.misses] == ["已读对，但待复核，不能说出"]


def test_a_document_that_cannot_be_read_counts_as_all_missing(tmp_path: Path, gold: Path) -> None:
    told = json.loads((gold / f"{MARINE}.gold.json").read_text(encoding="utf-8"))
    (tmp_path / f"{MARINE}.pdf").touch()
    result = run_reader([GoldDocument(tmp_path / f"{MARINE}.pdf", told)], Reader.LAYOUT, ModelSettings())
    assert (result.score.recall, result.score.precision, result.score.failed) == (0, 0, 1)
    assert result.score.gold == 381
    assert "空" in result.failed[0]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda g: g["tables"][0]["rows"][0]["values"].pop(), "列"),
        (lambda g: g["tables"][0].update(kind="other kind"), "没有这种表"),
        (lambda g: g["tables"][0]["rows"][0]["values"].__setitem__(0, 1.5), "字符串"),
        (lambda g: g.pop("tables"), "tables"),
    ],
)
def test_wrong_gold_is_told_in_words(tmp_path: Path, gold: Path, change: Callable[[Any], Any], told: str) -> None:
    data = json.loads((gold / f"{MARINE}.gold.json").read_text(encoding="utf-8"))
    change(data)
    (tmp_path / "a.gold.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        gold_documents(tmp_path)


def test_nothing_to_measure_is_none_and_not_nought() -> None:
    assert set(Score().metrics().values()) == {None, 0}
    assert set(Answers().metrics().values()) == {None}


# --- models -----------------------------------------------------------------------------------------------------------


def test_models_are_measured_side_by_side_with_what_they_cost(gold: Path, tmp_path: Path) -> None:
    with serving(Honest()) as server:
        models = tuple(server.settings(model=name) for name in ("small", "large"))
        plan = replace(small(gold), readers=(Reader.LAYOUT, Reader.LLM), models=models, questions=None, folder=tmp_path)
        suite = run(plan)
        assert [r.name for r in suite.runs] == ["layout", "llm:small", "llm:large"]
        asked = len(server.requests)
        again = run(plan)
        assert len(server.requests) == asked
    assert again.runs == suite.runs
    for reading in suite.runs[1:]:
        assert (reading.score.false_accepts, reading.score.documents) == (0, 2)
        assert reading.usage.calls > 10
        assert reading.usage.prompt_tokens > 0
        assert reading.score.coverage > 0.9
