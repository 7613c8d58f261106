"""Two thousand everyday sentence frames, filled with names of the samples at random, are answered as their plain forms are."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from eval.frames import Filled, Names, ask_frames, load_frames, names_of
from qa.ask import Asker
from tests.libraries import ROOT, SAMPLES, build

FRAMES = load_frames(ROOT / "eval" / "data" / "frames.jsonl")
SEEDS = (1, 2)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Names]:
    root: Path = tmp_path_factory.mktemp("frames") / "library"
    build(root, SAMPLES)
    asker = Asker(root)
    return [names_of(asker, d.id) for d in asker.across.catalog.documents]


@pytest.mark.parametrize("seed", SEEDS)
def test_frames_are_answered_as_their_plain_forms(documents: list[Names], seed: int) -> None:
    told = list(ask_frames(FRAMES, documents, seed))
    counts = Counter(one.outcome for one in told)
    wrong = [f"{one.question} ({one.plain})：{one.said[:60]}" for one in told if one.outcome in {"other", "yes-or-no"}]
    assert len(told) == len(FRAMES)
    assert counts["ok"] >= 1480
    assert counts["refused"] <= 50
    assert len(wrong) <= 40, wrong


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
        named = {name for name in ("{X}", "{Y}", "{Z}", "{J}", "{K}") if name in frame["canon"]}
        assert all(name in texts for name in named), frame
