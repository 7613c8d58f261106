"""How far a reading is: what the reader says of itself, what comes from a worker, what the page and the command show."""

import multiprocessing
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import batch
from extract.batch import Read, read_all
from extract.library import Library
from extract.read import extract_with_use
from extract.steps import Board, Stage, Step
from tabs import cards
from tabs.desk import Desk
from tabs.words import EN, ZH, Words
from tests.browser import own
from tests.libraries import SAMPLES, drafts

SPAWN = multiprocessing.get_context("spawn")
NUMBERS = st.integers(0, 1 << 23)


def in_order(steps: list[Step]) -> bool:
    """Whether no step comes after a later one."""
    order = list(Stage)
    told = [(order.index(s.stage), s.at) for s in steps]
    return told == sorted(told)


def test_a_reading_says_of_each_page_that_it_is_read_and_its_tables_found() -> None:
    told: list[Step] = []
    disclosure, _ = extract_with_use(SAMPLES[0], reader="layout", tell=told.append)
    pages = len(disclosure.pages)
    assert [s.at for s in told if s.stage is Stage.PAGES] == list(range(pages + 1))
    assert [s.at for s in told if s.stage is Stage.TABLES] == list(range(pages + 1))
    assert {s.of for s in told if s.stage in {Stage.PAGES, Stage.TABLES}} == {pages}
    assert [stage for stage, _ in groupby(s.stage for s in told)] == [Stage.PAGES, Stage.TABLES, Stage.CHECKS]
    assert in_order(told)


@given(st.sampled_from(Stage), NUMBERS, NUMBERS)
def test_a_board_says_what_was_put_there_and_says_it_once(stage: Stage, at: int, of: int) -> None:
    board = Board(3, SPAWN)
    board.put(1, Step(stage, at, of))
    assert list(board.news()) == [(1, (stage, at, of))]
    assert list(board.news()) == []
    board.put(0, Step(Stage.PAGES))
    assert list(board.news()) == [(0, (Stage.PAGES, 0, 0))]


def test_workers_say_how_far_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_LOOK", 0.001)
    steps: dict[Path, list[Step]] = {}
    files = [SAMPLES[0], *drafts(tmp_path / "in", 1)]
    library = Library(tmp_path / "library")
    results = read_all(files, library, 2, reader="layout", steps=lambda f, s: steps.setdefault(f, []).append(s))
    assert [r.status for r in results] == ["read", "read"]
    assert set(steps) <= set(files)
    told = steps[SAMPLES[0]]
    assert in_order(told)
    assert {Stage.PAGES, Stage.TABLES} <= {s.stage for s in told}
    assert {s.of for s in told if s.stage is Stage.TABLES} == {results[0].pages}
    assert any(0 < s.at < s.of for s in told)


@pytest.mark.parametrize(("words", "said"), [(ZH, "找表 3 / 32"), (EN, "finding tables 3 / 32")])
def test_the_page_shows_the_stage_and_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: Words, said: str
) -> None:
    seen: list[str] = []
    desk = Desk(tmp_path / "library")
    job = cards.Job("a.pdf")

    def reading(
        paths: list[Path], library: Library, jobs: int, *, progress: Any, settings: Any,
        steps: Callable[[Path, Step], None],
    ) -> list[Read]:  # fmt: skip
        def look() -> None:
            seen.append(own(cards.upload_html(desk, cards.Upload([job]), words)).words)

        look()
        steps(paths[0], Step(Stage.TABLES, 3, 32))
        look()
        steps(paths[0], Step(Stage.CHECKS))
        look()
        return [Read(str(paths[0]), "failed", message="x")]

    monkeypatch.setattr(cards, "read_all", reading)
    try:
        cards._read(desk, job, tmp_path / "a.pdf", words)
    finally:
        desk.close()
    assert [said in told for told in seen] == [False, True, False]
    assert not any("/" in told for told in (seen[0], seen[2]))
    assert words.stage_model not in seen[1]
