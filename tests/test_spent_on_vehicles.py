"""Spending on vehicles and the vehicles themselves, which are counted; and both halves of what is spent on them, said as one."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.in_chinese import in_chinese

GENOME = "genome_institute_2025"


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("Which body has the most official vehicles?", True),
        ("How many official vehicles does each body have?", True),
        ("Which body spends the most on official vehicles, and by how much?", False),
        ("Which institute spends least on official vehicles?", False),
        ("How much is spent on official vehicles by each body?", False),
        ("How much did all the bodies spend on official vehicles?", False),
    ],
)
def test_what_is_spent_on_vehicles_is_money(question: str, counts: bool) -> None:
    asked = in_chinese(question)
    assert ("车辆" in asked) is counts
    assert ("公务用车购置及运行费" in asked) is not counts


@pytest.mark.parametrize(
    "question",
    [
        "公务用车购置和运行费用一共多少？",
        "车辆购置及运行维护支出多少钱？",
        "公车的购置和运行一共花多少？",
        "公务用车购置及运行维护费有多少？",
    ],
)
def test_both_halves_of_it_are_not_the_first_alone(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert (answer.figures[0].value, answer.figures[0].unit) == ("10.75", "万元")


def test_each_half_is_told_where_each_is_asked(asker: Asker) -> None:
    answer = asker.ask("公务用车购置和运行维护各多少？", GENOME)
    assert [f.value for f in answer.figures] == ["0", "10.75"]


@pytest.mark.parametrize(
    "question",
    ["What was the expenditure for the year?", "How much did they spend?", "What is the institute's spending?"],
)
def test_expenditure_alone_is_all_of_it(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith("支出总计: 48,996.17")


@pytest.mark.parametrize(
    "question",
    ["拿基本支出去对人员经费合计，两个数相同吗？", "用人员经费合计去核基本支出，对得上吗？"],
)
def test_one_amount_held_against_another(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith("不一致")
