"""Questions over libraries of invented institutes, by people who had not seen the rules, with the amounts and pages wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.asking import Question, ask_one, load_questions
from eval.corpus import chosen, write
from qa.ask import Asker
from tests.libraries import ROOT, build

QUESTIONS = ROOT / "eval" / "questions"
LIBRARIES = {223: 10, 227: 12}
"""By seed, how many documents the invented library has; what is only another look of the same document is left out."""


@pytest.fixture(scope="module", params=LIBRARIES)
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Asker, list[Question]]:
    seed: int = request.param
    folder: Path = tmp_path_factory.mktemp(f"corpus{seed}")
    named = [(name, document) for name, document in chosen(LIBRARIES[seed], seed) if name.count("_") == 2]
    build(folder / "library", [write(folder, name, document) for name, document in named])
    return Asker(folder / "library"), load_questions(QUESTIONS / f"corpus_{seed}.jsonl")


def test_each_question_is_answered_right_and_cites_a_right_page(asked: tuple[Asker, list[Question]]) -> None:
    asker, questions = asked
    missed = [f"{q['q']}：{one.why}" for q in questions if (one := ask_one(asker, q)).why]
    assert len(questions) == 50
    assert missed == []
