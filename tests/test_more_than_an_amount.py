"""Questions that an amount alone does not answer: in which rows a gap lies, from which income a row is paid, what came before a move,
the largest and its share, what an event was."""

import pytest

from qa.answer import Outcome, Stated, Status
from qa.ask import Asker
from qa.guards.half_told import half_told
from qa.outcomes.where_apart import where_cut_off
from qa.plain.sentences import sentences_of
from qa.plain.told_beside import without_what_is_told
from qa.words.operations import Operation
from qa.words.procurement import kinds_in_full

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        # how far two tables are apart, and in which rows
        (GENOME, "住房保障支出在支出总表和一般公共预算支出表里差多少？差在哪个科目？", "住房保障支出", ["86.00", "840.00", "754.00", "45.39"]),
        (GENOME, "住房保障支出支出总表和一般公共预算支出表的差额出在哪几个科目？", "住房保障支出", ["86.00", "840.00", "754.00", "45.39"]),
        (GENOME, "住房保障支出，支出总表写840.00万元，一般公共预算支出表写754.00万元，差多少？", "住房保障支出", ["86.00"]),
        # what a row is paid from
        (RELICS, "文物保护靠哪几种来源的钱？", "包括 3 项", ["3791.64", "452.30", "22.82"]),
        (RELICS, "收入决算表里文物保护这一行的钱是哪几种来源？", "包括 3 项", ["3791.64", "452.30", "22.82"]),
        (RELICS, "文物保护有一部分不是财政拨款，这部分共多少，来自哪两种收入？", "合计 475.12 万元", ["475.12", "452.30", "22.82"]),
        (RELICS, "其他收入花在了哪个科目上，多少钱？", "用到其他收入的有 2 个", ["38.25", "22.82"]),
        # all that comes in: what other years left is a part of it, and no income of the year
        (GENOME, "收入由哪几块组成，各是多少？", "包括 4 项", ["16649.50", "8718.00", "6500.00", "400.00", "4", "16728.67"]),
        (GENOME, "本年收入由哪几块组成，各是多少？", "包括 4 项", ["16649.50", "8718.00", "6500.00", "400.00", "4"]),
        # parts, and whether they come to an amount
        (GENOME, "水费和电费分别是多少，加起来是2000万元吗？", "不是，合计 67.41 万元", ["67.41", "3.40", "64.01"]),
        (GENOME, "买车、养车和出国三项分别是多少，加起来是10.75万元吗？", "是，合计 10.75 万元", ["10.75"]),
        # the largest, and its share in what it was ranked under
        (GENOME, "公用经费里最大的一个明细科目是什么，占比多少？", "最高的是 物业管理费", ["110.00", "24.82", "110.00", "443.16"]),
        (GENOME, "经济分类表的公用经费一栏，金额排前三的明细科目是哪三个？", "最高的是 物业管理费", ["110.00", "64.01", "55.00"]),
        (GENOME, "印刷、用水和物业管理三笔开支合计多少？", "合计 131.40 万元", ["131.40"]),
        # one thing in two tables, which call it otherwise
        (GENOME, "公务用车运行维护费在两张表里各写了多少，对得上吗？", "一致：", ["10.75"]),
        # whether any was spent, and how much was planned
        (RELICS, "2023年因公出国实际花钱了吗？预算排了多少？", "没有，", ["0.00", "5.00"]),
        (GENOME, "今年留了公务接待的钱没有？", "有，公务接待费", ["3.00"]),
    ],
)  # fmt: skip
def test_all_that_is_asked_is_told(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    shown = list(dict.fromkeys(f.value for f in answer.figures))
    assert shown[: len(dict.fromkeys(amounts))] == list(dict.fromkeys(amounts))


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (GENOME, "会议费开的是什么会，在哪儿开的？"),
        (GENOME, "4.00万元培训费是在哪儿培训的？"),
        (RELICS, "5.00万元因公出国费是谁去的，去了哪个国家？"),
        (GENOME, "水费3.40万元是哪栋楼用的？"),
        (RELICS, "经营支出是哪个科目的？"),
    ],
)
def test_an_amount_is_no_answer(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


def test_in_which_rows_a_gap_lies_can_be_the_next_question(asker: Asker) -> None:
    before = ["住房保障支出在支出总表和一般公共预算支出表里差多少？"]
    answer = asker.ask("差在哪个科目？", GENOME, before)
    assert answer.answer.startswith(
        "差在 住房公积金（支出总表 550.00 万元，一般公共预算支出表 504.61 万元，差 45.39 万元）、购房补贴"
    )
    assert asker.ask("差在哪个科目？", GENOME, ["培训费和水费差多少？"]).status is Status.NOT_FOUND


def test_largest_of_what_was_asked_for_before(asker: Asker) -> None:
    answer = asker.ask("里面最大的一个明细科目是什么，占比多少？", GENOME, ["公用经费合计多少？"])
    assert [f.value for f in answer.figures][:2] == ["110.00", "24.82"]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("三公经费去年的预算是多少,今年少了多少", ["去年三公经费预算是多少", "三公经费比去年预算减少多少"]),
        ("机关运行经费上年多少,今年增减多少", ["上年机关运行经费是多少", "机关运行经费比上年增减多少"]),
        ("收支总计比上年变化多少,上年总计是多少", ["收支总计比上年变化多少", "上年收支总计是多少"]),
        ("收支总计比上年变化多少,上年培训费是多少", ["收支总计比上年变化多少", "上年培训费是多少"]),
        ("培训费比去年少多少,今年是多少", ["培训费比去年少多少,今年是多少"]),
    ],
)  # fmt: skip
def test_what_it_was_and_how_far_it_moved_are_two_questions(question: str, parts: list[str]) -> None:
    assert sentences_of(question) == parts


def test_questions_of_rows_are_cut_off() -> None:
    assert where_cut_off("甲支出总表和收支总表的差额出在哪个科目") == [
        "甲支出总表和收支总表相差多少",
        "的差额出在哪个科目",
    ]
    assert where_cut_off("甲比乙多在哪个科目") == ["甲比乙多在哪个科目"]
    assert without_what_is_told("住房保障支出,支出总表写2万元,收支总表写1万元,差多少?差在哪个科目") == (
        "住房保障支出在支出总表和收支总表里差多少?差在哪个科目"
    )


def test_kinds_of_procurement_behind_another_question() -> None:
    assert kinds_in_full("采购预算中工程占多大比例?货物加上服务一共多少钱") == (
        "政府采购工程占多大比例?政府采购货物加上政府采购服务一共多少钱"
    )


def test_why_something_may_happen_is_no_meeting(asker: Asker) -> None:
    told = Outcome(Status.ANSWERED, "原文", [Stated.of(next(iter(asker.view(asker.library.find(GENOME)).figures)))])
    assert half_told("资金为什么会结转", Operation.TEXT, told).found
    assert not half_told("会议费开的是什么会", Operation.LOOKUP, told).found


def test_another_thing_is_not_what_moved_before(asker: Asker) -> None:
    before = ["收支总计比上年增加了多少？"]
    assert asker.ask("上年是多少？", RELICS, before).figures[0].value == "5286.14"
    assert asker.ask("上年培训费是多少？", RELICS, before).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "noted"),
    [
        ("住房公积金全部安排多少，一般公共预算出其中多少？", True),
        ("公务接待费多少，总数是多少？", False),  # one amount, asked twice
        ("公务接待费多少，会议费多少？", False),  # both told
    ],
)
def test_an_answer_to_half_a_question_says_so(asker: Asker, question: str, noted: bool) -> None:
    answer = asker.ask(question, "genome_institute_2025")
    assert answer.status is Status.ANSWERED
    assert ("只答出一个" in answer.confidence_note) is noted
