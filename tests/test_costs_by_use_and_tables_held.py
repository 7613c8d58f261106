"""Running costs by everyday words, what part one thing makes up in English, rows that are blank, totals of two tables held
against one another, and amounts that are said to stand under a name."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.sentences import sentences_of

GENOME = "genome_institute_2025"


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        # what the office costs from day to day is no 办公费
        ("单位日常办公开销（公用部分）要用多少钱？", ["443.16"]),
        ("平时办公花费（公用经费）是多少？", ["443.16"]),
        ("日常办公开支比人员经费少多少？", ["-3371.26", "443.16", "3814.42"]),
        ("办公费是多少？", ["5.00"]),
        ("办公用品的钱有多少？", ["5.00"]),
        # one thing accounts for how much of another: a part of it
        ("Ultra-long special treasury bonds account for how much of the income in 2025?", ["17.79", "8718.00", "48996.17"]),
        ("In 2025, business income made up what share of total income?", ["13.27", "6500.00", "48996.17"]),
        ("How much of total income does business income account for?", ["13.27", "6500.00", "48996.17"]),
        ("Running costs account for how much of basic expenditure?", ["10.41", "443.16", "4257.58"]),
        # the budget that a body makes
        ("单位编的2025年部门预算，总数有多少万元？", ["48996.17", "33757.26"]),
        # cars, counted without the word for one
        ("单位现有车辆总共多少？", ["3"]),
        ("单位现有车辆总共多少？是哪一天的数据？", ["3"]),
        # rows of one kind that are blank
        ("哪些人员经费科目后面是空白？", ["15"]),
        ("哪几个公用经费科目的金额是空白的？", ["16"]),
        # spent on projects
        ("用于项目的支出有多少，占到百分之几？", ["87.25", "37654.68", "43154.93"]),
        ("用在项目上的资金一共多少？", ["37654.68"]),
        # what is put under a name
        ("有多少钱记在“其他收入”名下？", ["400.00"]),
        ("记在“事业收入”名下的有多少？", ["6500.00"]),
    ],
)  # fmt: skip
def test_costs_by_use(asker: Asker, question: str, amounts: list[str]) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert [str(f.value) for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("question", "told", "amounts"),
    [
        ("为什么收支总表的支出总计比支出总表的合计大？", "不一致", ["48996.17", "43154.93", "5841.24"]),
        ("支出总表的合计，能与收支总表的支出总计对上吗？", "不一致", ["43154.93", "48996.17", "5841.24"]),
        ("三公经费表里接待费、车辆运行费的数，能和基本支出表的相应科目对上吗？", "一致", ["3.00", "10.75"]),
        ("收支总表上的各项收入，与收入总表能一一对上吗？", "一致", ["48996.17", "16649.50", "8718.00"]),
    ],
)
def test_tables_held(asker: Asker, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [str(f.value) for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize("question", ["车辆总共多少钱？", "记在单位名下的车有多少？"])
def test_no_count_of_cars(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is not Status.ANSWERED


def test_another_question_beside_a_share(asker: Asker) -> None:
    asked = "Income from government funds accounts for how much of total revenue, and is it more than business income?"
    assert "%" not in asker.ask(asked, GENOME).answer


def test_what_the_notes_say_is_left_with_them() -> None:
    said = "编制说明说2024年住房公积金安排352.67万元，可预算表里列的实际是多少？"
    assert [s.startswith("编制说明说") for s in sentences_of(said)] == [True]
