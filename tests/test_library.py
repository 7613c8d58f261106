"""A library keeps its contract: which files, which bytes; it survives being killed, and says when it is damaged."""

import csv
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from extract import extract
from extract.batch import read_all
from extract.errors import LibraryBusyError, LibraryError, UsageError
from extract.library import Library, serialised
from extract.model import State
from tests.libraries import FACTS, FINDINGS, ROOT, SAMPLES, build, contents, drafts, read_in_this_process
from tests.pdfs import ROWS, Draft

parquet: Any = pq  # untyped


@pytest.fixture(autouse=True)
def _no_workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "with_workers" not in request.fixturenames:
        read_in_this_process(monkeypatch)


@pytest.fixture
def with_workers() -> None:
    """Asked for by tests that need true worker processes."""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return drafts(tmp_path / "in", 2)


@pytest.fixture
def library(tmp_path: Path, files: list[Path]) -> Library:
    return build(tmp_path / "library", files)


def lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


# --- what is in it ----------------------------------------------------------------------------------------------------


def test_a_library_holds_exactly_the_files_of_its_contract(tmp_path: Path, files: list[Path]) -> None:
    results = read_all([tmp_path / "in"], Library(tmp_path / "library"))
    ids = sorted(result.document for result in results)
    made = contents(tmp_path / "library")
    assert sorted(made) == sorted(
        [
            *(f"documents/{i}/{name}" for i in ids for name in ("disclosure.json", "source.pdf")),
            *(f"facts/{i}.parquet" for i in ids),
            "across/documents.parquet",
            "across/figures.parquet",
            "facts.csv",
            "findings.csv",
            "tables.csv",
        ]
    )
    for file, result in zip(files, results, strict=True):
        assert made[f"documents/{result.document}/source.pdf"] == file.read_bytes()
    assert made["facts.csv"].startswith(f"{FACTS}\n".encode())
    assert made["findings.csv"].startswith(f"{FINDINGS}\n".encode())
    assert b"\r" not in made["facts.csv"] + made["findings.csv"] + made["tables.csv"]
    (run,) = (tmp_path / "library" / "runs").glob("*.json")
    assert [f["status"] for f in json.loads(run.read_text(encoding="utf-8"))["files"]] == ["read", "read"]


def test_a_figure_of_facts_csv_by_example(library: Library, files: list[Path]) -> None:
    document = extract(files[0]).id
    found = [f for f in lines(library.root / "facts.csv") if f["document"] == document]
    assert len(found) == 13
    (figure,) = (f for f in found if f["code"] == "2060203" and f["column"] == "项目支出")
    boxed = {name: float(figure.pop(name)) for name in ("x0", "y0", "x1", "y1")}
    assert figure == {
        "document": document,
        "file": "station1.pdf",
        "institute": "滨海市水文监测站",
        "level": "unit",
        "year": "2026",
        "kind": "budget",
        "table": "expenditure",
        "row": "自然科学基金",
        "code": "2060203",
        "column": "项目支出",
        "value": "60.00",
        "unit": "万元",
        "amount_yuan": "600000",
        "page": "1",
        "verdict": "grounded",
        "reader": "layout",
    }
    assert 455 < boxed["x0"] < boxed["x1"] < 545
    assert 244 < boxed["y0"] < boxed["y1"] < 270


def test_facts_csv_has_each_printed_figure_once_and_the_parquet_every_cell(tmp_path: Path) -> None:
    library = build(tmp_path, SAMPLES)
    written = Counter(f["document"] for f in lines(tmp_path / "facts.csv"))
    states: set[str] = set()
    for disclosure in library.all():
        cells = [cell for table in disclosure.tables for cell in table.cells]
        numbers = [cell for cell in cells if cell.state is State.NUMBER]
        assert written[disclosure.id] == len(numbers) + len(disclosure.facts)
        rows = parquet.read_table(tmp_path / "facts" / f"{disclosure.id}.parquet").to_pylist()
        assert Counter(row["state"] for row in rows) == Counter(c.state.value for c in cells) + Counter(
            {"number": len(disclosure.facts)}
        )
        assert all(bool(row["value"]) is (row["state"] == "number") for row in rows)
        states |= {row["state"] for row in rows}
    assert states >= {"number", "blank"}


def test_blank_and_dash_cells_are_in_the_parquet_and_not_in_facts_csv(tmp_path: Path) -> None:
    rows = [list(row) for row in ROWS]
    rows[2][4], rows[3][3] = "", "－"
    rows[0][1] = "科学技术支出"
    file = Draft(rows).save(tmp_path / "a.pdf")
    library = build(tmp_path / "library", [file])
    (document,) = library.ids()
    stored = parquet.read_table(library.root / "facts" / f"{document}.parquet").to_pylist()
    told = {(row["code"], row["column"]): (row["state"], row["value"], row["amount"]) for row in stored}
    assert told["2060201", "项目支出"] == ("blank", "", None)
    assert told["2060203", "基本支出"] == ("dash", "", None)
    assert len(told) == 15
    written = {(f["code"], f["column"]) for f in lines(library.root / "facts.csv")}
    assert written == set(told) - {("2060201", "项目支出"), ("2060203", "基本支出")}


def test_tables_csv_tells_found_from_expected_and_absent(library: Library) -> None:
    told = [(t["file"], t["table"], t["state"], t["figures"]) for t in lines(library.root / "tables.csv")]
    assert ("station1.pdf", "expenditure", "found", "13") in told
    assert ("station1.pdf", "three_public", "absent", "0") in told


# --- the same input gives the same bytes ------------------------------------------------------------------------------


@pytest.mark.usefixtures("with_workers")
def test_the_same_files_give_the_same_bytes_with_one_worker_or_two(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    drafts(folder, 3)
    shutil.copyfile(SAMPLES[0], folder / SAMPLES[0].name)
    read_all([folder], Library(tmp_path / "one"), jobs=1)
    read_all(sorted(folder.iterdir(), reverse=True), Library(tmp_path / "two"), jobs=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert contents(tmp_path / "one") == contents(build(tmp_path / "three", list(folder.iterdir())).root)


def test_what_is_unchanged_is_skipped(library: Library, files: list[Path]) -> None:
    before = {path: path.stat().st_mtime_ns for path in library.root.rglob("*") if path.is_file()}
    results = read_all(files, library)
    assert [result.status for result in results] == ["unchanged", "unchanged"]
    after = {path: path.stat().st_mtime_ns for path in before if path.name != ".lock"}
    assert after == {path: when for path, when in before.items() if path.name != ".lock"}


def test_the_same_content_under_two_names_is_one_document(tmp_path: Path, library: Library, files: list[Path]) -> None:
    copy = tmp_path / "in" / "zcopy.pdf"
    shutil.copyfile(files[0], copy)
    before = contents(library.root)
    results = read_all([copy, *files], library)
    assert [result.status for result in results] == ["unchanged"] * 3
    assert results[0].document == results[1].document
    assert contents(library.root) == before


def test_a_new_file_and_its_copy_are_one_document(tmp_path: Path) -> None:
    (file,) = drafts(tmp_path / "in", 1)
    shutil.copyfile(file, tmp_path / "in" / "zcopy.pdf")
    library = Library(tmp_path / "library")
    results = read_all([tmp_path / "in"], library)
    assert [(result.status, result.document) for result in results] == [
        ("read", library.ids()[0]),
        ("unchanged", library.ids()[0]),
    ]
    assert "station1.pdf" in results[1].message
    assert [d.meta.file for d in library.all()] == ["station1.pdf"]


def test_a_bad_file_and_its_copy_are_both_reported(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).touch()
    results = read_all([tmp_path / "a.pdf", tmp_path / "b.pdf"], Library(tmp_path / "library"))
    assert [(result.status, result.code) for result in results] == [("failed", "empty_file")] * 2


# --- taking out -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["station1.pdf", "station1", "id"])
def test_remove_takes_out_all_that_was_derived(tmp_path: Path, name: str, library: Library, files: list[Path]) -> None:
    document = extract(files[0]).id
    found = library.find(document if name == "id" else name)
    assert found == document
    with library.writing():
        library.remove(found)
    assert contents(library.root) == contents(build(tmp_path / "other", files[1:]).root)
    with pytest.raises(UsageError, match="资料库里没有"):
        library.find(name)


def test_a_name_that_several_documents_share_is_refused_with_their_ids(tmp_path: Path, files: list[Path]) -> None:
    again = drafts(tmp_path / "again", 3)[2].rename(tmp_path / "again" / "station1.pdf")
    library = build(tmp_path / "library", [*files, again])
    with pytest.raises(UsageError, match="有 2 份都叫") as raised:
        library.find("station1")
    assert extract(again).id in str(raised.value)


# --- one writer -------------------------------------------------------------------------------------------------------


def test_a_second_writer_is_told_to_wait_and_readers_go_on(library: Library, files: list[Path]) -> None:
    with library.writing():
        with pytest.raises(LibraryBusyError, match="另一个 gouji 正在写入"):
            read_all(files, Library(library.root))
        assert len(list(Library(library.root).all())) == 2
    assert [result.status for result in read_all(files, Library(library.root))] == ["unchanged"] * 2


# --- killed in the middle ---------------------------------------------------------------------------------------------


def holds(root: Path, pattern: str, count: int) -> Callable[[], bool]:
    return lambda: len(list(root.glob(pattern))) >= count


def kill_when(ready: Callable[[], bool], delay: float, command: list[str]) -> bool:
    """Run a command and kill it with all its processes a moment after `ready`; whether it was still running."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, cwd=ROOT
    )
    while process.poll() is None and not ready():
        time.sleep(0.002)
    time.sleep(delay)
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running


def test_a_run_killed_at_any_moment_is_made_good_by_the_next(tmp_path: Path) -> None:
    files = drafts(tmp_path / "in", 8)
    undisturbed = contents(build(tmp_path / "undisturbed", files).root)
    root = tmp_path / "library"
    command = [
        sys.executable,
        "-m",
        "cli",
        "extract",
        str(tmp_path / "in"),
        "--library",
        str(root),
        "--jobs",
        "2",
        "-q",
    ]
    chance = random.Random()  # noqa: S311 - any moment will do
    moments = [
        holds(root, "documents/*", chance.randint(1, 6)),
        holds(root, "facts/*", chance.randint(1, 8)),
    ]
    killed = [kill_when(ready, chance.uniform(0, 0.02), command) for ready in moments]
    assert any(killed)
    for document in Library(root).all():
        assert len(document.tables) == 1
    assert "failed" not in [result.status for result in read_all(files, Library(root))]
    assert contents(root) == undisturbed


def stored_not_committed(library: Library, file: Path) -> None:
    library.store(extract(file), file)


def facts_written_but_not_findings(library: Library, file: Path) -> None:
    library.store(extract(file), file)
    before = {name: (library.root / name).read_bytes() for name in ("findings.csv", "tables.csv")}
    library.commit()
    for name, content in before.items():
        (library.root / name).write_bytes(content)


def half_a_document(library: Library, file: Path) -> None:
    made = library.documents / ".new-0123456789ab-4711"
    made.mkdir()
    shutil.copyfile(file, made / "source.pdf")


def half_a_table(library: Library, file: Path) -> None:
    library.store(extract(file), file)
    (library.root / ".new-facts.csv-4711").write_text("document,fi", encoding="utf-8")
    (library.root / "facts" / f".new-{extract(file).id}.parquet").write_bytes(b"PAR1")


def without_its_source(library: Library, file: Path) -> None:
    library.store(extract(file), file)
    (library.documents / extract(file).id / "source.pdf").unlink()


def half_removed(library: Library, file: Path) -> None:
    library.store(extract(file), file)
    library.commit()
    document = extract(file).id
    (library.documents / document).rename(library.documents / f".new-removed-{document}")


@pytest.mark.parametrize(
    "leave",
    [
        stored_not_committed,
        facts_written_but_not_findings,
        half_a_document,
        half_a_table,
        without_its_source,
        half_removed,
    ],
)
def test_whatever_a_killed_run_leaves_is_made_good(
    leave: Callable[[Library, Path], None], tmp_path: Path, library: Library, files: list[Path]
) -> None:
    """A third file was being added (or taken out) when the run was killed."""
    third = drafts(tmp_path / "more", 3)[2]
    with library.writing():
        leave(library, third)
    read_all([*files, third], library)
    assert contents(library.root) == contents(build(tmp_path / "undisturbed", [*files, third]).root)


def test_a_removal_that_was_killed_is_finished_by_the_next_run(
    tmp_path: Path, library: Library, files: list[Path]
) -> None:
    with library.writing():
        half_removed(library, drafts(tmp_path / "more", 3)[2])
    read_all(files, library)
    assert contents(library.root) == contents(build(tmp_path / "undisturbed", files).root)


@pytest.mark.parametrize("gone", ["facts.csv", "findings.csv", "tables.csv", "facts", "across"])
def test_what_is_derived_may_be_deleted(gone: str, library: Library, files: list[Path]) -> None:
    before = contents(library.root)
    path = library.root / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    read_all(files, library)
    assert contents(library.root) == before


# --- damaged ----------------------------------------------------------------------------------------------------------


def damaged(record: bytes) -> dict[str, bytes]:
    """The ways a record can be damaged."""
    told = json.loads(record)
    return {
        "cut off": record[: len(record) // 2],
        "empty": b"",
        "not UTF-8": b"\xff\xfe" + record,
        "another shape": b"[]",
        "nothing in it": b"{}",
        "another version": json.dumps(told | {"schema_version": 99}).encode(),
        "a field gone": json.dumps({k: v for k, v in told.items() if k != "meta"}).encode(),
        "a word for a number": record.replace(b'"value": "70.00"', b'"value": "many"'),
        "an unknown verdict": record.replace(b'"verdict": "grounded"', b'"verdict": "surely"'),
    }


@pytest.mark.parametrize("damage", list(damaged(b"{}")))
def test_a_damaged_record_is_named_and_read_again(damage: str, library: Library, files: list[Path]) -> None:
    before = contents(library.root)
    document = extract(files[0]).id
    path = library.documents / document / "disclosure.json"
    broken = damaged(path.read_bytes())[damage]
    assert broken != path.read_bytes()
    path.write_bytes(broken)
    with pytest.raises(LibraryError, match=f"{document}.*请对原文件重新运行 gouji extract"):
        library.load(document)
    assert [result.status for result in read_all(files, library)] == ["read", "unchanged"]
    assert contents(library.root) == before


def test_a_record_says_what_it_was_made_with_and_not_when(library: Library, files: list[Path]) -> None:
    disclosure = extract(files[0])
    record = (library.documents / disclosure.id / "disclosure.json").read_bytes()
    assert record == serialised(disclosure)
    assert library.load(disclosure.id) == disclosure
    told = json.loads(record)
    assert (told["schema_version"], sorted(told["made_with"])) == (
        1,
        ["pymupdf", "reader", "rules", "schema", "source_sha256"],
    )
    assert told["made_with"]["source_sha256"].startswith(disclosure.id)
    assert "seconds" not in record.decode()
