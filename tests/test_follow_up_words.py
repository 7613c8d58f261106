"""Follow-ups that say more than the answer before them bears: a part that nothing prints, a deed, a reason."""

import pytest

from qa.answer import Status
from qa.ask import Asker

DOCUMENT = "genome_institute_2025"


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("办公费是多少？", "其中超标的有多少？"),
        ("劳务费是多少？", "分三期支付的部分是多少？"),
        ("公务接待费是多少？", "其中经过审计的是多少？"),
        ("水费是多少？", "划转了多少？"),
        ("公用经费是多少？", "为什么冻结？"),
        ("事业收入是多少？", "那食堂的呢？"),
    ],
)
def test_a_word_that_nothing_told_bears_is_not_passed_over(asker: Asker, before: str, question: str) -> None:
    assert asker.ask(question, DOCUMENT, [before]).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("before", "question", "amount"),
    [
        ("公务接待费是多少？", "麻烦再看一下，折合多少元？", "3.00"),
        ("公务接待费是多少？", "那会议费呢？", "4.00"),
        ("基本支出占支出合计多少？", "换到一般公共预算里又占多少？", "25.57"),
    ],
)
def test_words_that_a_follow_up_asks_with_are_no_obstacle(
    asker: Asker, before: str, question: str, amount: str
) -> None:
    answer = asker.ask(question, DOCUMENT, [before])
    assert answer.status is Status.ANSWERED
    assert amount in [f.value for f in answer.figures]
