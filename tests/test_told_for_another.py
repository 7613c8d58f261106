"""Questions that were once answered, as verified, with a figure of something else: a condition, a verb, a time, a place or a
claim in them was passed over. They are refused now, or answered otherwise."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.corpus import chosen, write
from qa.ask import Asker
from tests.libraries import build

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "disclosures"
ASKED = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "told_for_another.jsonl").read_text("utf-8").splitlines()
]


def told_again(asker: Asker, library: object) -> list[tuple[str, str]]:
    """The questions of a library that get the answer again which they should not."""
    found: list[tuple[str, str]] = []
    asked: list[dict[str, Any]] = [one for one in ASKED if one["library"] == library]
    assert asked
    for one in asked:
        answer = asker.ask(one["q"], one["doc"], one["history"]).answer
        if answer.startswith(one["not"]):
            found.append((one["q"], answer))
    return found


def test_no_figure_of_something_else_is_told_of_made_disclosures(tmp_path: Path) -> None:
    made = [(name, document) for name, document in chosen(6, 953) if name.count("_") == 2]
    build(tmp_path / "library", [write(tmp_path, name, document) for name, document in made])
    assert told_again(Asker(tmp_path / "library"), 953) == []


def test_no_figure_of_something_else_is_told_of_the_shared_disclosures(tmp_path: Path) -> None:
    if not SHARED.exists():
        pytest.skip("the shared disclosures are not here")
    build(tmp_path / "library", sorted(SHARED.glob("*.pdf")))
    assert told_again(Asker(tmp_path / "library"), "shared") == []
