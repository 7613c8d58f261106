"""Everyday names and deeds, what part one thing is of what was asked last, and amounts that are said to be of one kind of money."""

import pytest

from qa.answer import Status
from qa.ask import Asker

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        (RELICS, "领导坐的车有几辆？", "主要领导干部用车", ["0"]),
        (GENOME, "领导坐的车有几辆？", "部级领导干部用车", ["0"]),
        (RELICS, "公务用车都是什么类型，各几辆？", "分为 5 类", ["11", "0", "1", "2"]),
        (RELICS, "现有的11辆车都有哪些类型，各有几辆？", "分为 5 类", ["11", "0", "1", "2"]),
        (RELICS, "经营是赚是亏，差了多少钱？", "六、经营收入", ["12.40", "36.80", "24.40"]),
        (RELICS, "靠经营活动得来的收入有多少？", "六、经营收入", ["36.80"]),
        (RELICS, "政府性基金当年的收入都花完了吗？", "不一致", ["160.00", "180.00", "20.00"]),
        (RELICS, "情况说明写的本年支出合计和支出决算表相符吗？", "一致", ["5397.53"]),
        (RELICS, "在概况里怎么介绍自己的职责？", "原文：“云岭省文物保护中心", []),
        (RELICS, "非财政拨款收入占总收入的比例是多少？", "合计 · 财政拨款收入 以外的", ["9.92", "4997.31", "5547.48"]),
        (RELICS, "What share of income is not from fiscal appropriations?", "其余的占比", ["9.92"]),
        (
            RELICS,
            "How much of the three public budget was left unspent, and what was the execution rate?",
            "差额",
            ["8.27", "32.60", "24.33", "74.63"],
        ),
        (
            RELICS,
            "Which category takes the largest part of the procurement budget, and what is its percentage of the total?",
            "政府采购工程支出",
            ["986.40", "57.15"],
        ),
        (GENOME, "按支出总表，基础研究下的各个项级科目从高到低排个序，带上金额。", "最高的是", []),
        # of which money, and which half, an amount is
        (GENOME, "住房公积金的550万元算在项目支出里，没错吧？", "不是，住房公积金的基本支出", ["550.00"]),
        (GENOME, "住房公积金的550万元都是基本支出吧？", "是，住房公积金的基本支出", ["550.00"]),
    ],
)
def test_everyday_names(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (RELICS, "在职职工和退休人员各有多少？"),
        (GENOME, "离休人员和退休人员各多少人？"),
        (RELICS, "现有的12辆车都有哪些类型，各有几辆？"),
        (GENOME, "住房公积金的504.61万元算在项目支出里，没错吧？"),  # not all that it has
    ],
)
def test_what_is_not_told_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("document", "before", "question", "amounts"),
    [
        (RELICS, ["三公经费是多少？"], "接待占这部分的百分之几？", ["7.64", "1.86", "24.33"]),
        (
            RELICS,
            ["三公经费是多少？", "其中公务用车购置及运行费是多少？"],
            "养车占车这部分的百分之几？",
            ["100.00", "22.47"],
        ),
        (RELICS, ["政府采购支出总额是多少？"], "哪一类花得最多，占总额多少？", ["986.40", "57.15", "1725.91"]),
        (RELICS, ["公务用车运行维护费是多少？"], "平均每辆车多少？", ["2.04", "22.47", "11"]),
        (GENOME, ["三公经费和政府采购各是多少？"], "接待占这部分的百分之几？", []),  # of which of the two is not said
        (GENOME, ["政府采购预算总额是多少？"], "哪一类花得最多，占总额多少？", []),
    ],
)
def test_of_what_was_asked_last(
    asker: Asker, document: str, before: list[str], question: str, amounts: list[str]
) -> None:
    answer = asker.ask(question, document, before)
    assert [f.value for f in answer.figures] == amounts
