"""Amounts of another account or another time than is asked for, and what is left out of what was asked before."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.guards.other_account import asking

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "history", "question"),
    [
        # final accounts tell no budget of these
        (RELICS, [], "办公费2023年预算多少？"),
        (RELICS, [], "基本支出年初预算是多少？"),
        (RELICS, [], "差旅费原来打算花多少？"),
        (RELICS, ["办公费多少？"], "预算呢？"),
        (RELICS, [], "What was the office expense budget?"),
        (RELICS, [], "年初结转用掉了多少？"),
        # a budget tells nothing of what became of it
        (GENOME, [], "差旅费实际花了多少？"),
        (GENOME, [], "公务接待费已支付多少？"),
        (GENOME, [], "会议费还剩多少？"),
        (GENOME, [], "采购预算中中标金额是多少？"),
        (GENOME, [], "目前差旅费花了多少了？"),
        (GENOME, [], "How much of the travel budget has been used so far?"),
        (GENOME, ["三公经费多少？"], "实际呢？"),
        # a month, a season, a day; two years together
        (GENOME, [], "2025年5月的电费预算？"),
        (GENOME, [], "2025年1月至6月的电费多少？"),
        (GENOME, [], "2025年5月电费是64.01万元，对吗？"),
        (GENOME, [], "夏季电费多少？"),
        (GENOME, [], "昨天的电费多少？"),
        (GENOME, [], "电费两年一共多少？"),
        (GENOME, ["电费多少？"], "6月呢？"),
        (GENOME, [], "What was the electricity cost in May 2025?"),
    ],
)
def test_of_another_account_or_time(asker: Asker, document: str, history: list[str], question: str) -> None:
    answer = asker.ask(question, document, history)
    assert (answer.status, answer.figures) == (Status.NOT_FOUND, ())


@pytest.mark.parametrize(
    ("history", "question", "amount"),
    [
        (["项目支出多少？"], "不含政府性基金呢？", "28936.68"),
        (["项目支出多少？"], "没用政府性基金的部分呢？", "28936.68"),
        (["政府采购预算多少？"], "不算货物呢？", "8228.02"),
        (["收入总计多少？"], "不含上年结转呢？", "32267.50"),
        ([], "项目支出不含政府性基金是多少？", "28936.68"),
        # the same words, used of what is printed
        ([], "差旅费花了多少？", "15.00"),
        ([], "今年已安排差旅费多少？", "15.00"),
        ([], "表里实际列了多少会议费？", "4.00"),
        ([], "去年没花完的钱剩多少？", "16728.67"),
        ([], "公用经费除去物业管理费还剩多少？", "333.16"),
        ([], "冬天取暖的钱是多少？", "10.00"),
        ([], "我今天想查一下会议费预算，是多少？", "4.00"),
        ([], "我3月份要写材料，差旅费预算是多少？", "15.00"),
        ([], "2025年1-12月电费多少？", "64.01"),
        ([], "How much will be spent on travel?", "15.00"),
    ],
)
def test_what_is_printed_is_told(asker: Asker, history: list[str], question: str, amount: str) -> None:
    answer = asker.ask(question, GENOME, history)
    assert (answer.status, answer.figures[0].value) == (Status.ANSWERED, amount)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("听说已经花完了，会议费预算到底多少？", "会议费预算到底多少?"),
        ("2025年5月，电费多少？", "2025年5月,电费多少?"),
        ("2025年5月电费是64.01万元，对吗？", "2025年5月电费是64.01万元,对吗?"),
    ],
)
def test_what_is_asked_of_what_is_told(question: str, asked: str) -> None:
    assert asking(question) == asked


@pytest.mark.parametrize("question", ["所有单位5月的电费一共多少？", "哪个单位公务接待费还剩最多？"])
def test_of_many_bodies(asker: Asker, question: str) -> None:
    assert asker.ask(question).status is Status.NOT_FOUND
