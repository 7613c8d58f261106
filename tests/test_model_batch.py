"""Many documents with a model: what a run leaves behind, what its documents share, and what the next run pays for."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tenacity import wait_none

from extract.batch import Read, read_all, total_usage
from extract.library import Library
from prompts import Usage, client
from prompts.cache import request_key
from tests.libraries import contents, drafts, read_in_this_process
from tests.model_server import KEY, Honest, Request, Response, Status, serving
from tests.pdfs import Draft

UNEVEN = (
    ("206", "科学技术支出", "130.00", "70.00", "60.00"),
    ("2060201", "机构运行", "75.00", "70.00", ""),
    ("2060203", "自然科学基金", "66.00", "", "60.00"),
    ("", "合计", "131.00", "70.00", "60.00"),
)
READERS = ("llm", "auto")


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting between attempts."""
    monkeypatch.setattr(client, "_BACKOFF", wait_none())


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No worker processes."""
    read_in_this_process(monkeypatch)


def uneven(folder: Path, count: int) -> list[Path]:
    """Disclosures whose rows do not add up, so that `auto` asks as well; no two alike."""
    folder.mkdir()
    made = []
    for number in range(1, count + 1):
        rows = [(c, n, *(str(number * Decimal(a)) if a else a for a in amounts)) for c, n, *amounts in UNEVEN]
        made.append(Draft(rows).save(folder / f"station{number}.pdf"))
    return made


def calls(library: Path) -> list[list[dict[str, Any]]]:
    """The calls that each run logged, run by run."""
    logs = sorted((library / "runs").glob("*-calls.jsonl"))
    return [[json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] for log in logs]


def records(library: Path) -> list[dict[str, Any]]:
    """What each run says of itself, run by run."""
    return [json.loads(p.read_bytes()) for p in sorted((library / "runs").glob("*.json"))]


def keys(requests: Sequence[Request]) -> Counter[str]:
    """How often each request was sent."""
    return Counter(request_key(r) for r in requests)


def why(result: Read) -> str:
    """Why a document was not read throughout, empty where it was."""
    return result.model.stopped if result.model is not None and result.model.stopped else result.message


def used(results: Sequence[Read]) -> Usage:
    """What the documents of a run came to."""
    return total_usage(r.model.usage for r in results if r.model is not None)


@dataclass
class Dying:
    """A model that answers some questions and then none, until it is `well` again."""

    answers: int
    well: bool = False

    def __call__(self, request: Request) -> Response:
        """An answer, or the server's end."""
        self.answers -= 1
        return Honest()(request) if self.well or self.answers >= 0 else Status(503)


# --- what a run leaves behind -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("alone")
def test_every_call_of_a_run_is_logged_with_its_document_and_price(tmp_path: Path) -> None:
    files, library = drafts(tmp_path / "in", 2), tmp_path / "library"
    with serving(Honest()) as server:
        settings = server.settings(chunk_rows=2, price_input=2, price_output=10)
        results = read_all(files, Library(library), reader="llm", settings=settings)
    ((*logged,),) = calls(library)
    assert Counter((c["document"], c["purpose"], c["outcome"]) for c in logged) == {
        (r.document, "rows", "ok"): 3 for r in results
    }
    assert Counter(c["key"] for c in logged) == keys(server.requests)
    assert {c["cost"] for c in logged} == {(100 * 2 + 20 * 10) / 1_000_000}
    for result in results:
        assert result.model is not None
        assert (result.model.asked, result.model.failed, result.model.stopped) == (3, 0, "")
        assert (result.model.usage.calls, result.model.usage.tokens) == (3, 360)
    (record,) = records(library)
    assert record["usage"]["calls"] == used(results).calls == 6
    assert [f["model"]["usage"]["calls"] for f in record["files"]] == [3, 3]


@pytest.mark.usefixtures("alone")
def test_a_run_that_asks_nothing_says_what_that_spared(tmp_path: Path) -> None:
    (file,), library = drafts(tmp_path / "in", 1), tmp_path / "library"
    with serving(Honest()) as server:
        (result,) = read_all([file], Library(library), reader="auto", settings=server.settings(chunk_rows=2))
    assert server.requests == []
    assert calls(library) == []
    assert result.model is not None
    assert (result.model.asked, result.model.avoided, result.model.usage.calls) == (0, 4, 0)  # its kind, three chunks
    (record,) = records(library)
    assert (record["files"][0]["model"]["avoided"], record["usage"]["calls"]) == (4, 0)


@pytest.mark.usefixtures("alone")
def test_no_file_of_a_library_has_the_key_or_the_address_and_no_log_the_text(tmp_path: Path) -> None:
    files, library = uneven(tmp_path / "in", 3), tmp_path / "library"

    def leaking(request: Request) -> Response:
        return Honest()(request) if dying(request) != Status(503) else Status(401, f"{KEY} at {server.url} is wrong")

    dying = Dying(5)
    with serving(leaking) as server:
        settings = server.settings(chunk_rows=1, concurrency=1)
        results = read_all(files, Library(library), reader="llm", settings=settings)
    assert any(r.status == "failed" for r in results)
    written = {p: p.read_bytes() for p in library.rglob("*") if p.is_file()}
    assert not [p for p, content in written.items() if KEY.encode() in content or server.url.encode() in content]
    logs = [content.decode() for p, content in written.items() if p.name.endswith("-calls.jsonl")]
    assert logs
    assert "机构运行" not in "".join(logs)
    assert KEY not in repr(results)
    assert server.url not in repr(results)


# --- asked once -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("alone")
def test_twins_and_unchanged_documents_are_not_asked_about_again(tmp_path: Path) -> None:
    (file,), library = drafts(tmp_path / "in", 1), Library(tmp_path / "library")
    twin = tmp_path / "in" / "twin.pdf"
    twin.write_bytes(file.read_bytes())
    with serving(Honest()) as server:
        first = read_all([file, twin], library, reader="llm", settings=server.settings())
        again = read_all([file, twin], library, reader="llm", settings=server.settings())
    assert [r.status for r in first + again] == ["read", "unchanged", "unchanged", "unchanged"]
    assert len(server.requests) == 1


@pytest.mark.usefixtures("alone")
def test_another_model_reads_anew_and_the_first_is_not_paid_again(tmp_path: Path) -> None:
    files, library = drafts(tmp_path / "in", 2), Library(tmp_path / "library")

    def run(reader: str, model: str) -> list[Read]:
        return read_all(files, library, reader=reader, settings=server.settings(model=model))

    with serving(Honest()) as server:
        run("llm", "one")
        once = contents(library.root)
        ways = [("llm", "two"), ("layout", "one"), ("llm", "one")]
        statuses = [{r.status for r in run(*way)} for way in ways]
    assert statuses == [{"read"}] * 3
    assert Counter(r["model"] for r in server.requests) == {"one": 2, "two": 2}
    now = contents(library.root)
    assert {name: now[name] for name in once} == once


@pytest.mark.usefixtures("alone")
def test_a_file_that_cannot_be_read_costs_nothing_and_stops_nobody(tmp_path: Path) -> None:
    first, last = drafts(tmp_path / "in", 2)
    broken = tmp_path / "in" / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 no more")
    with serving(Honest()) as server:
        library = Library(tmp_path / "library")
        results = read_all([first, broken, last], library, reader="llm", settings=server.settings())
    assert [r.status for r in results] == ["read", "failed", "read"]
    assert results[1].model is None
    assert len(server.requests) == 2


# --- an endpoint that dies --------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("reader", READERS)
def test_an_endpoint_that_dies_midway_costs_the_next_run_only_what_is_missing(reader: str, tmp_path: Path) -> None:
    """It dies over the second of three documents: the first is whole, the second says so, the third got nothing."""
    files, library = uneven(tmp_path / "in", 3), Library(tmp_path / "library")
    model = Dying(5)

    def run(into: Library) -> list[Read]:
        return read_all(files, into, reader=reader, settings=server.settings(chunk_rows=1, concurrency=1, retries=0))

    with serving(model) as server:
        stopped = run(library)
        paid, refused = list(server.answered), len(server.requests) - len(server.answered)
        half = library.load(stopped[1].document)
        model.well = True
        again = run(library)
        rest = server.answered[len(paid) :]
        run(Library(tmp_path / "undisturbed"))
    assert len(paid) == 5
    assert refused <= 4  # two documents, each of which tries twice and no more
    assert [r.status for r in stopped] == ["read", "read", "failed" if reader == "llm" else "read"]
    assert why(stopped[0]) == ""
    assert all("模型接口不可用" in why(r) for r in stopped[1:])
    assert half.made_with["stopped"] == "model_endpoint"
    assert used(stopped).failed == refused
    spent = records(library.root)[0]["usage"]
    assert (spent["calls"], spent["failed"]) == (len(paid) + refused, refused)
    assert [r.status for r in again] == ["unchanged", "read", "read"]
    assert not keys(paid) & keys(rest)
    assert used(again).calls == len(rest)
    assert contents(library.root) == contents(tmp_path / "undisturbed")


@pytest.mark.usefixtures("alone")
def test_auto_with_a_dead_endpoint_stores_what_rules_read(tmp_path: Path) -> None:
    files = uneven(tmp_path / "in", 2)
    with serving(Dying(0)) as server:
        settings = server.settings(retries=0)
        with_model = read_all(files, Library(tmp_path / "a"), reader="auto", settings=settings)
    by_rules = read_all(files, Library(tmp_path / "b"), reader="layout")
    assert [r.verdicts for r in with_model] == [r.verdicts for r in by_rules]
    for result in with_model:
        one, other = (Library(tmp_path / name).load(result.document) for name in "ab")
        assert (one.tables, one.facts, one.findings) == (other.tables, other.facts, other.findings)
        assert one.made_with["stopped"] == "model_endpoint"


@pytest.mark.usefixtures("alone")
def test_a_budget_is_the_runs_not_the_documents(tmp_path: Path) -> None:
    files, library = uneven(tmp_path / "in", 3), Library(tmp_path / "library")
    with serving(Honest()) as server:
        settings = server.settings(chunk_rows=1, concurrency=1, max_tokens=2500)
        results = read_all(files, library, reader="llm", settings=settings)
        paid = len(server.requests)
        again = read_all(files, library, reader="llm", settings=server.settings(chunk_rows=1))
    assert used(results).tokens <= 2500
    assert 0 < paid < 12
    assert why(results[0]) == ""
    assert "预算已用完" in why(results[-1])
    assert {r.status for r in again} <= {"read", "unchanged"}
    assert len(server.requests) == 12
    assert set(keys(server.requests).values()) == {1}


# --- worker processes -------------------------------------------------------------------------------------------------


def test_workers_share_the_budget_the_calls_at_a_time_and_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, library = uneven(tmp_path / "in", 4), Library(tmp_path / "library")
    usage = {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200}
    model = Honest(delay=0.5)  # both workers are at it together
    with serving(model, usage) as server:
        settings = server.settings(chunk_rows=1, concurrency=2, max_tokens=12_000)
        stopped = read_all(files, library, jobs=2, reader="llm", settings=settings)
        paid, most = list(server.answered), server.most
        model.delay = 0
        read_in_this_process(monkeypatch)
        again = read_all(files, library, reader="llm", settings=server.settings(chunk_rows=1))
    first, second = calls(library.root)
    assert most <= 2
    assert 0 < used(stopped).tokens <= 12_000
    assert used(stopped).calls == len(paid) == len(first)
    assert {c["outcome"] for c in first} == {"ok"}
    assert any("预算已用完" in why(r) for r in stopped)
    assert Counter(c["outcome"] for c in second)["ok"] == 16 - len(paid)
    assert set(keys(server.answered).values()) == {1}
    assert [why(r) for r in again] == [""] * 4
