"""What stands before the name of an amount, or beside it, and is no part of that amount: such questions are refused; whose the amount
is and what repeats its name is passed over."""

import pytest

from qa.answer import Status
from qa.ask import Asker

GENOME = "genome_institute_2025"


@pytest.mark.parametrize(
    "question",
    [
        "系统维护费多少？",
        "装修费多少？",
        "燃油费多少？",
        "每次公务接待费多少？",
        "人均培训费是多少？",
        "对外合作项目的差旅费是多少？",
        "实验楼的电费是多少？",
        "差旅费（含项目）是多少？",
        "这些项目一共多少钱？",
        "那几项支出加起来多少？",
        "2026年预算比2025年增加多少？",
        "科学技术支出里上年结转支付多少？",
        "科学技术支出的公务接待费有多少？",
        "应用研究里的差旅费多少？",
        "中央的差旅费是多少？",
        "退休的基本工资是多少？",
        # who, when and how, of which an amount tells nothing
        "公务接待费是哪个部门支付的？",
        "办公费是谁确定的？",
        "印刷费是什么时候批准的？",
        "项目支出是怎么确定的？",
        # what stands behind the name
        "水费的审批人是多少？",
        "委托业务费划转了多少？",
        "电费涉及多少下属单位？",
        "邮电费里用于装修的有多少？",
        "网站这块，邮电费花了多少？",
        "乡村振兴有多少会议费？",
        "十二月的培训费是多少？",
        "三年前的劳务费是多少？",
        "变动最小的科目是哪个，多少钱？",
        "单位有多少会议？",
    ],
)
def test_no_more_is_told_than_what_is_asked_for(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.NOT_FOUND, answer.answer


@pytest.mark.parametrize(
    ("document", "question"),
    [
        ("genome_institute_2025", "基本支出占去年的支出总计的比例是多少？"),  # another year's whole
        ("marine_station_2026", "住房公积金除了财政的钱，还有多少事业收入和其他收入？"),  # one amount less itself
    ],
)
def test_nothing_is_held_against_the_wrong_whole(asker: Asker, document: str, question: str) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.NOT_FOUND, answer.answer


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("职工的差旅费是多少？", "15.00"),
        ("本单位机关的电费是多少？", "64.01"),
        ("自来水水费是多少？", "3.40"),
        ("给干部职工的培训费有多少？", "4.00"),
        ("审计重点看培训费，总计多少？", "4.00"),
        ("住房保障支出中购房补贴多少？", "263.40"),
        ("行政事业单位养老支出里的机关事业单位职业年金缴费支出是多少？", "320.00"),
        ("网站上能查到的邮电费是多少？", "40.00"),
        ("审计要核对委托业务费，预算表里填的是多少？", "55.00"),
        ("撇开购房补贴不谈，住房保障支出有多少？", "576.60"),
        ("由中央财政当年拨付的一般公共预算拨款收入是多少？", "16649.50"),
        ("收支总表里的上年结转是多少？", "16728.67"),
    ],
)
def test_whose_an_amount_is_leaves_it_what_it_is(asker: Asker, question: str, amount: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED, answer.answer
    assert answer.figures[0].value == amount
