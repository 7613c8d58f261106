"""Judging answers: exact amounts in any unit, wanted first or among others, on the right page; refusals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from eval.answers import Answers, Asked
from eval.asking import judged, load_questions
from extract.errors import UsageError
from qa.answer import AnswerOut, Citation, StatedFigure, Status


def answer(*figures: StatedFigure, page: int = 6, words: str = "", status: Status = Status.ANSWERED) -> AnswerOut:
    cited = Citation(
        document="1", file="a.pdf", institute="某所", year=2025, page=page, box=(0, 0, 1, 1), table="", text=""
    )
    return AnswerOut(answer=words, figures=figures, citations=(cited,), status=status)


def yuan(value: str, unit: str, amount: str, how: str = "") -> StatedFigure:
    return StatedFigure(value=value, unit=unit, amount_yuan=amount, how=how)


RIGHT = yuan("3.00", "万元", "30000")
OTHER = yuan("5.00", "万元", "50000")
SHARE = StatedFigure(value="10.4149", unit="%", how="3 ÷ 28.8")


@pytest.mark.parametrize(
    ("question", "given", "why"),
    [
        ({"answer": "3.00万元"}, answer(RIGHT), ""),
        ({"answer": "30000元"}, answer(RIGHT), ""),
        ({"answer": "30,000.00元", "pages": [6, 7]}, answer(RIGHT), ""),
        ({"answer": "3.01万元"}, answer(RIGHT), "应为 3.01万元"),
        ({"answer": "3.00万元"}, answer(OTHER, RIGHT), "（主要数额）"),
        ({"answer": ["3.00", "30000元"], "unit": "万元"}, answer(RIGHT), ""),
        ({"answer": "3.00万元", "pages": [7]}, answer(RIGHT), "应引 a 第 7 页"),
        ({"answer": "3.00万元", "pages": {"a": [6], "b": [1]}}, answer(RIGHT), "应引"),
        ({"all_of": ["5.00万元", "3.00万元"]}, answer(RIGHT, OTHER), ""),
        ({"all_of": ["5.00万元", "4.00万元"]}, answer(RIGHT, OTHER), "应为 4.00万元"),
        ({"all_of": [["4.00万元", "3.00万元"]]}, answer(RIGHT), ""),
        ({"answer": "10.41%"}, answer(SHARE), ""),
        ({"answer": "10.42%"}, answer(SHARE), "应为 10.42%"),
        ({"answer": "10.41%"}, answer(SHARE.model_copy(update={"how": ""})), "应为 10.41%"),
        ({"answer": "3.00辆"}, answer(RIGHT), "应为"),
        ({"answer": ["持平"]}, answer(words="与上年持平"), ""),
        ({"answer": ["持平"]}, answer(words="比上年增加"), "应为 持平"),
        ({"polarity": "no"}, answer(words="没有，是 0"), ""),
        ({"polarity": "yes"}, answer(words="没有，是 0"), "应答是"),
        ({"answer": "3.00万元"}, answer(status=Status.NOT_FOUND), "有答案而未答"),
        ({"type": "unanswerable"}, answer(status=Status.REFUSED), ""),
        ({"type": "unanswerable"}, answer(RIGHT), "却答了"),
    ],
)
def test_an_answer_is_judged(question: dict[str, Any], given: AnswerOut, why: str) -> None:
    told = judged({"q": "?", "type": "lookup", "doc": "a", **question}, given)
    assert (told == "") if why == "" else (why in told)


def test_the_metrics_of_answers() -> None:
    def asked(type_: str, status: str = "answered", **given: Any) -> Asked:
        return Asked(question={"q": "?", "type": type_}, status=status, **given)

    answers = Answers(
        asked=(
            asked("lookup", exact=True, cited=2, cited_right=1, proofs=1, proved=1, found=True, seconds=0.01),
            asked("lookup", "refused", exact=False, why="未答", seconds=0.03),
            asked("unanswerable", "not_found", seconds=0.02),
            asked("unanswerable", why="却答了", seconds=0.02),
        )
    )
    assert answers.metrics() == {
        "right": 0.5,
        "exact": 0.5,
        "citation_precision": 0.5,
        "citation_recall": 1,
        "refusal_recall": 0.5,
        "over_refusal": 0.5,
        "search_recall": 1,
        "milliseconds": 20,
    }
    assert {t: own.right for t, own in answers.by_type().items()} == {"lookup": 1, "unanswerable": 1}
    assert [a.how for a in answers.asked] == ["", "refused", "", "answered"]


def test_a_line_that_is_no_question_is_told(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text('{"q": "多少", "type": "lookup"}\n\n{"q": "多少"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="第 3 行"):
        load_questions(path)
