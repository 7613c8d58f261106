"""The bank of wordings that `eval.worked_out` fills from gold tables: every kind can be filled, and what is asked is answered right."""

import json
import random
from collections import Counter
from pathlib import Path

import pytest

from eval.asking import ask_one
from eval.corpus import chosen, write
from eval.worked_gold import Gold, gold_of
from eval.worked_library import LIBRARY
from eval.worked_out import KINDS, WORDINGS, made, report
from qa.ask import Asker
from tests.libraries import build

SEED, DOCUMENTS, ASKED = 1381, 6, 900
BANK: dict[str, list[str]] = json.loads(WORDINGS.read_text(encoding="utf-8"))


def _chance() -> random.Random:
    return random.Random(SEED)  # noqa: S311 - nothing secret


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asker, list[Gold]]:
    folder: Path = tmp_path_factory.mktemp("worked")
    named = [(name, document) for name, document in chosen(DOCUMENTS, SEED) if name.count("_") == 2]
    files = [write(folder, name, document) for name, document in named]
    build(folder / "library", files)
    return Asker(folder / "library"), [gold_of(file.with_suffix(".gold.json")) for file in files]


def test_the_bank_has_wordings_for_each_kind_and_for_no_other() -> None:
    assert BANK.keys() == KINDS.keys() | LIBRARY.keys()
    assert all(len(own) == len(set(own)) > 0 for own in BANK.values())


@pytest.mark.parametrize("of_library", [False, True])
def test_what_gold_tables_tell_is_answered(
    corpus: tuple[Asker, list[Gold]], tmp_path: Path, of_library: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    asker, golds = corpus
    total = report(asker, golds, ASKED // 3 if of_library else ASKED, _chance(), tmp_path / "q", library=of_library)
    lines = capsys.readouterr().out.splitlines()
    left = [line for line in lines if line.startswith(("else", "refused"))]
    assert total["right"] >= 0.99 * total.total(), left
    assert total["else"] <= 2, left
    assert len((tmp_path / "q").read_text(encoding="utf-8").splitlines()) == len(left)


def test_a_wrong_gold_amount_is_noticed(corpus: tuple[Asker, list[Gold]]) -> None:
    asker, golds = corpus
    asked = next(q for q in made(golds, {"cell": BANK["cell"]}, _chance()))
    assert ask_one(asker, asked).why == ""
    assert ask_one(asker, {**asked, "answer": "0.07万元"}).why
    kinds = Counter(q["kind"] for q, _ in zip(made(golds, BANK, _chance()), range(3000), strict=False))
    assert kinds.keys() == BANK.keys()
