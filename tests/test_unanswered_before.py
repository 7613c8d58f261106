"""Questions after one that had no answer: refused where they take it up, answered where they put it right or stand by themselves."""

import pytest

from qa.answer import Status
from qa.ask import Asker

GENOME = "genome_institute_2025"


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("食堂的电费是多少？", "占支出总计多少？"),
        ("食堂的电费是多少？", "那差旅费呢？"),
        ("食堂的电费是多少？", "那今年呢？"),
        ("印刷费审减了多少？", "多少钱？"),
        ("差旅费的供应商是谁？", "换算成元呢？"),
        ("事业收入的审批人是谁？", "其中其他收入占多少？"),
    ],
)
def test_what_takes_up_a_question_without_an_answer_has_none(asker: Asker, before: str, question: str) -> None:
    assert asker.ask(before, GENOME).status is Status.NOT_FOUND
    assert asker.ask(question, GENOME, [before]).status is Status.NOT_FOUND


def test_nor_has_what_takes_up_that(asker: Asker) -> None:
    before = ["食堂的电费是多少？", "占支出总计多少？"]
    assert asker.ask("比差旅费多多少？", GENOME, before).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("before", "question", "told"),
    [
        ("2019年电费是多少？", "那2025年呢？", "电费 64.01 万元"),
        ("2019年电费是多少？", "今年呢？", "电费 64.01 万元"),
        ("法律诉讼费是多少？", "那差旅费呢？", "差旅费 15.00 万元"),
        ("食堂的电费是多少？", "不是食堂，我问的是电费总共多少", "电费 64.01 万元"),
        ("食堂的电费是多少？", "差旅费是多少？", "差旅费 15.00 万元"),
        ("商品和服务支出占差旅费的百分之几？", "反过来呢？", "差旅费 占 商品和服务支出 的 3.55%"),
    ],
)
def test_what_puts_it_right_or_is_a_question_of_its_own_is_answered(
    asker: Asker, before: str, question: str, told: str
) -> None:
    assert asker.ask(before, GENOME).status is Status.NOT_FOUND
    assert asker.ask(question, GENOME, [before]).answer.startswith(told)


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("哪家的食堂电费最多？", "最少的呢？"),
        ("各单位的班车办公费合计多少？", "那印刷费呢？"),
        ("哪家的团委会议费最多？", "平均呢？"),
    ],
)
def test_over_a_library_too(asker: Asker, before: str, question: str) -> None:
    assert asker.ask(before).status is Status.NOT_FOUND
    assert asker.ask(question, None, [before]).status is Status.NOT_FOUND


def test_another_body_after_one_that_is_not_there_is_asked_the_same(asker: Asker) -> None:
    before = "天津市财政局的电费是多少？"
    named = asker.across.catalog.documents[0].institute
    assert asker.ask(before).status is Status.NOT_FOUND
    assert "电费" in asker.ask(f"那{named}呢？", None, [before]).answer


def test_thanks_between_two_questions_are_passed_over(asker: Asker) -> None:
    answer = asker.ask("占三公经费多少？", GENOME, ["公务接待费是多少？", "谢谢"])
    assert answer.answer.startswith("公务接待费 占 ")


def test_in_english_it_is_said_in_english(asker: Asker) -> None:
    before = ["How much is the canteen's electricity?"]
    answer = asker.ask("What share is that of total expenditure?", GENOME, before)
    assert (answer.status, answer.answer[:12]) == (Status.NOT_FOUND, "The question")


def test_a_question_too_long_to_be_read_is_none_before_it(asker: Asker) -> None:
    assert asker.ask("那差旅费呢？", GENOME, ["电费" * 400]).answer.startswith("差旅费 15.00 万元")
