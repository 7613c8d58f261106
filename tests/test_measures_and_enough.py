"""Measures that are no money, which row moved the most, an amount told of one table beside another's, and whether a
year's income is enough."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.set_phrases import in_set_phrases
from qa.plain.told_beside import without_what_is_told
from qa.plain.told_first import without_what_is_told_first

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        (
            "应用研究在支出总表里有2738.97万元,到了一般公共预算支出表只剩多少?中间差多少?",
            "应用研究在支出总表和一般公共预算支出表里各是多少，差多少",
        ),
        (
            "应用研究支出总表写的2738.97万元,一般公共预算支出表里又是多少,两者差多少?",
            "应用研究在支出总表和一般公共预算支出表里各是多少，差多少",
        ),
        (
            "应用研究支出总表里是2738.97万元,一般公共预算支出表里是1085.08万元,差多少?",
            "应用研究在支出总表和一般公共预算支出表里差多少",
        ),
    ],
)
def test_an_amount_told_of_one_table(question: str, plain: str) -> None:
    assert without_what_is_told(question) == plain


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("科学技术支出下面,哪个项级科目比上年执行数涨得最快?", "科学技术支出下面哪个项级科目比上年执行数涨得最快?"),
        ("体育场馆和群众体育比,谁分到的预算多,多出多少?", "体育场馆和群众体育比,谁多,多出多少?"),
        ("今年打算派人公费出国吗?", "今年打算公费出国吗?"),
        ("2022年的收入合计够不够当年支出用?", "2022年本年收入合计比本年支出合计多吗"),
        ("研究所是什么性质的单位,主要承担哪些任务?", "研究所主要职责是什么"),
        ("文件开头怎么介绍这个局的职责?", "这个局的主要职责是什么"),
        ("谁分到的预算最多?", "谁分到的预算最多?"),
        ("收入够5000万元吗?", "收入够5000万元吗?"),
        ("支出总表里,哪个科目最大?", "支出总表里,哪个科目最大?"),
    ],
)
def test_set_phrases(said: str, plain: str) -> None:
    assert in_set_phrases(said) == plain


def test_what_there_is_beside_fiscal_money() -> None:
    told = "除了财政给的钱,靠事业收入、经营收入和其他收入三样一共能进账多少?"
    assert without_what_is_told_first(told) == "事业收入、经营收入和其他收入一共是多少"
    other = "除了事业收入,经营收入和其他收入一共多少?"
    assert without_what_is_told_first(other) == other


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("收入总计够不够支出总计?", "是，一样多"),
        ("哪几类公车一辆也没有?", "机要通信用车 0 辆"),
    ],
)
def test_enough_and_kinds_without_any(asker: Asker, question: str, told: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    ["基因组一共多少公顷？", "研究所一共多少公顷？", "培训费一共多少公斤？", "公务接待费多少平方公里？"],
)
def test_money_is_not_told_where_a_measure_is_asked_for(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND
