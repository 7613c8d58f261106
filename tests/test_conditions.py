"""What a question says beside the item it asks for: years, conditions, kinds of money, whose figure, how many of several."""

from __future__ import annotations

import pytest

from extract.model import Kind
from qa.answer import Outcome, Stated, Status
from qa.ask import Asker
from qa.guards.named_money import of_named_money
from qa.plain.planned import planned_for
from qa.words.years import bare_years, years_written

GENOME = "genome_institute_2025"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("24年政府采购总额", "2024年政府采购总额"),
        ("二〇二四年度预算", "2024年度预算"),
        ("二零二五年的收入", "2025年的收入"),
        ("用了20年的设备", "用了20年的设备"),
        ("一九九八年的公务接待费", "1998年的公务接待费"),
        ("九八年公务接待费", "1998年公务接待费"),
        ("98年的公务接待费", "1998年的公务接待费"),
        ("二四年公务接待费", "2024年公务接待费"),
        ("用了九十年的房子", "用了九十年的房子"),
        ("近15年的收入", "近15年的收入"),
        ("20年期国债", "20年期国债"),
        ("2024年决算", "2024年决算"),
    ],
)
def test_years_are_read_however_they_are_written(said: str, written: str) -> None:
    assert years_written(said) == written


def test_a_year_within_a_printed_name_is_no_year_asked_for() -> None:
    names = ["数据中心2024项目"]
    assert bare_years("数据中心2024项目的资金", names) == "数据中心2024项目的资金"
    assert bare_years("公务接待费2024", names) == "公务接待费2024年"
    assert bare_years("2024-07-31的车辆", names) == "2024-07-31的车辆"
    assert bare_years("公务接待费2024万元", names) == "公务接待费2024万元"


@pytest.mark.parametrize(
    "question",
    [
        "2024公务接待费是多少",
        "公务接待费(2024)",
        "24年公务接待费",
        "二〇二四年公务接待费",
        "1998年公务接待费是多少",
        "九八年公务接待费是多少",
        "公务接待费1998",
        "How much was the reception budget in 1998?",
        "近三年公务接待费是多少？",
        "这三年（2023—2025）三公经费怎么变化的？",
        "如果只算基本支出，支出总计是多少？",
        "假如少买一辆车，三公经费是多少？",
        "上海天文台2025年的公务接待费预算是多少？",
        "水费、燃气费、电费一共安排了多少万元？",
        "公务用车购置及运行费和公务用车运行费加起来多少？",
        "住房公积金和支出总计加起来是多少？",
        "公用经费中至少有三个款级科目超过200万元，是不是？",
        "土地开发花了多少政府性基金预算？",
    ],
)
def test_what_a_question_says_beside_its_item_is_not_passed_over(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2025公务接待费", "公务接待费 3.00 万元"),
        ("购房补贴 一般公共预算", "购房补贴 222.79 万元"),
        ("住房公积金 支出总表", "住房公积金 550.00 万元"),
        ("要是把事业收入去掉，收入总计是多少？", "48,996.17 − 6,500.00 = 42,496.17"),
        ("公用经费 ÷ 一般公共预算基本支出 = ？（百分数）", "443.16 ÷ 4,257.58 = 10.41%"),
        ("支出里项目支出占几成？", "37,654.68 ÷ 43,154.93 = 87.25%"),
        ("不靠一般公共预算的基本支出有几万元？", "5,500.25 − 4,257.58 = 1,242.67"),
        ("公积金这项，一般公共预算没兜住、要靠其他资金出的，有多少？", "550.00 − 504.61 = 45.39"),
        (
            "请分列住房公积金的基本支出数、项目支出数及合计数。",
            "住房公积金 · 基本支出 550.00 万元，住房公积金 · 项目支出 空白",
        ),
        (
            "商品和服务支出里最大的和最小的分别是什么？",
            "最高的是 物业管理费 110.00 万元；最低的是 公务接待费 3.00 万元",
        ),
        (
            "水费、燃气费、电费各安排了多少万元？",
            "电费 64.01 万元（第 15 页，一般公共预算基本支出表）；文件里没有“燃气费”的数字",
        ),
        ("公务接待费没有超过会议费，对吗？", "是，公务接待费"),
    ],
)
def test_a_condition_that_is_understood_is_worked_out(asker: Asker, question: str, told: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert told in answer.answer


def test_a_row_that_is_added_to_one_that_holds_it_is_told_so(asker: Asker) -> None:
    answer = asker.ask("住房保障支出和住房公积金加起来是多少？", GENOME)
    assert answer.status is Status.ANSWERED
    assert "“住房保障支出”已经含有“住房公积金”" in answer.confidence_note


@pytest.mark.parametrize(
    ("question", "kind", "kept"),
    [
        ("一般公共预算里项目支出是多少", Kind.EXPENDITURE, False),
        ("政府性基金里项目支出是多少", Kind.GENERAL_PUBLIC, False),
        ("一般公共预算里项目支出是多少", Kind.GENERAL_PUBLIC, True),
        ("不算一般公共预算，项目支出是多少", Kind.EXPENDITURE, True),
        ("项目支出是多少", Kind.EXPENDITURE, True),
    ],
)
def test_an_answer_of_another_kind_of_money_than_is_named_is_withdrawn(
    asker: Asker, question: str, kind: Kind, kept: bool
) -> None:
    view = asker.view(asker.library.find(GENOME))
    figure = next(f for f in view.figures if f.table is kind and f.total and f.column_role == "project")
    told = of_named_money(planned_for(question, view), Outcome(Status.ANSWERED, "", [Stated.of(figure)]))
    assert told.found is kept


def test_a_follow_up_turns_to_the_kind_of_money_it_names(asker: Asker) -> None:
    before = ["支出总表里基本支出占比多少？", "项目支出呢？"]
    answer = asker.ask("如果只看一般公共预算，刚才问的那两个占比分别变成多少？", GENOME, before)
    assert "4,257.58 ÷ 16,649.50 = 25.57%" in answer.answer
    assert "12,391.92 ÷ 16,649.50 = 74.43%" in answer.answer
    assert "43,154.93" not in answer.answer
