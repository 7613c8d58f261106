"""Nearly three thousand everyday sentence frames, filled with names of the samples at random, are answered as their plain forms are:
those of one document, and those of the whole library."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from eval.frames import Filled, Names, Whole, ask_frames, is_of_library, load_frames, names_of, whole_of
from qa.ask import Asker
from tests.libraries import ROOT, SAMPLES, build

FRAMES = load_frames(ROOT / "eval" / "data" / "frames.jsonl")
SEEDS = (1,)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    root: Path = tmp_path_factory.mktemp("frames") / "library"
    build(root, SAMPLES)
    return Asker(root)


@pytest.fixture(scope="module")
def documents(asker: Asker) -> list[Names]:
    return [names_of(asker, d.id) for d in asker.across.catalog.documents]


@pytest.fixture(scope="module")
def library(asker: Asker) -> Whole:
    return whole_of(asker)


@pytest.mark.parametrize("seed", SEEDS)
def test_frames_are_answered_as_their_plain_forms(documents: list[Names], seed: int) -> None:
    frames = [frame for frame in FRAMES if not is_of_library(frame)]
    told = list(ask_frames(frames, documents, seed))
    counts = Counter(one.outcome for one in told)
    wrong = [f"{one.question} ({one.plain})：{one.said[:60]}" for one in told if one.outcome in {"other", "yes-or-no"}]
    assert len(told) == len(frames)
    assert counts["ok"] >= 1990
    assert counts["refused"] <= 110
    assert len(wrong) <= 40, wrong


@pytest.mark.parametrize("seed", SEEDS)
def test_frames_of_a_library_are_answered_as_their_plain_forms(library: Whole, seed: int) -> None:
    frames = [frame for frame in FRAMES if is_of_library(frame)]
    told = list(ask_frames(frames, [], seed, libraries=[library]))
    counts = Counter(one.outcome for one in told)
    wrong = [f"{one.question} ({one.plain})：{one.said[:60]}" for one in told if one.outcome in {"other", "yes-or-no"}]
    assert len(told) == len(frames) >= 160
    assert counts["ok"] >= len(frames) - 6
    assert not wrong


def test_a_frame_of_a_library_that_is_misread_is_noticed(library: Whole) -> None:
    frames = [
        {"frame": "{A}和{B}谁的{X}更多", "canon": "{A}和{B}的{X}谁多", "slots": "item"},
        {"frame": "{A}和{B}的{X}谁少", "canon": "{A}和{B}的{X}谁多", "slots": "item"},
        {"frame": "{A}的{X}比{B}多吗", "canon": "{A}的{X}比{B}少吗", "slots": "item"},
        {"frame": "1998年谁的{X}最多", "canon": "哪个单位的{X}最多", "slots": "item"},
        {"frame": "谁的{X}最多", "canon": "哪个单位的{X}最多", "slots": "item"},
    ]
    told = list(ask_frames(frames, [], 3, libraries=[library]))
    assert [one.outcome for one in told] == ["ok", "other", "yes-or-no", "refused", "ok"]
    assert not list(ask_frames(frames, [], 3))  # there is no library to ask


def test_a_frame_that_is_misread_is_noticed(documents: list[Names]) -> None:
    frames = [
        {"frame": "{X}是多少", "canon": "{X}是多少", "slots": "item"},
        {"frame": "{Y}是多少", "canon": "{X}是多少", "slots": "item,item"},
        {"frame": "{X}比{Y}多吗", "canon": "{X}比{Y}少吗", "slots": "item,item"},
        {"frame": "1998年{X}是多少", "canon": "{X}是多少", "slots": "item"},
    ]
    same, other, turned, unread = ask_frames(frames, documents, 3)
    assert isinstance(same, Filled)
    assert (same.outcome, same.question) == ("ok", same.plain)
    assert other.outcome == "other"
    assert turned.outcome == "yes-or-no"
    assert unread.outcome == "refused"


def test_frames_and_their_plain_forms_have_the_same_placeholders() -> None:
    for frame in FRAMES:
        texts = json.dumps([frame["frame"], *frame.get("history", ())], ensure_ascii=False)
        named = {name for name in ("{A}", "{B}", "{X}", "{Y}", "{Z}", "{J}", "{K}") if name in frame["canon"]}
        assert all(name in texts for name in named), frame
