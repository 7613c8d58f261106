"""A yes or a no of one amount says no more than that it is there: what else a question says of it is borne out, or it is refused."""

import pytest

from qa.answer import Status
from qa.ask import Asker

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question"),
    [
        # predicates of claims that no cell bears out
        (GENOME, "公务接待费3万元已经花完，对吗？"),
        (GENOME, "听说单位卖了3辆车，是真的吗？"),
        (GENOME, "公务接待费3万元已经报销，对吗？"),
        (GENOME, "电费64.01万元是上半年的，对吗？"),
        (GENOME, "截至2024年12月31日有3辆车，对吗？"),  # counted on another day
        (GENOME, "住房公积金占住房保障支出的65.48%，是个人交的，对吗？"),
        # that it is there is no answer to what it is
        (GENOME, "租赁费是租车的钱吗？"),
        (GENOME, "其他收入是捐赠吗？"),
        (GENOME, "住房公积金能提取吗？"),
        # final accounts print no budget of it
        (RELICS, "办公费预算是12万元，对吗？"),
        # a reason that is not printed
        (RELICS, "三公经费增加是因为物价上涨吗？"),
    ],
)
def test_what_no_cell_bears_out_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told", "amounts"),
    [
        ("公务接待费3万元，对吗？", "是，公务接待费", ["3.00"]),
        ("今年预算里培训费安排了4万元，是不是？", "是，培训费", ["4.00"]),
        ("培训费有没有？", "有，培训费", ["4.00"]),
        ("公务接待费超过2万元了吗？", "是，公务接待费", ["3.00"]),
        # what totals include, and what is printed beside another
        ("收入总计包含结转下年吗？", "不是，这两项是分开列的", ["48996.17", "5841.24"]),
        ("收入总计包括上年结转吗？", "是，包括", ["48996.17", "16728.67"]),
        ("基本支出包括项目支出吗？", "不是，这两项是分开列的", ["5500.25", "37654.68"]),
    ],
)
def test_what_a_cell_bears_out_is_told(asker: Asker, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


def test_over_the_budget_is_asked_of_the_item_before(asker: Asker) -> None:
    answer = asker.ask("超预算了吗？", RELICS, ["公务接待费决算多少？"])
    assert answer.answer.startswith("没有，公务接待费的决算数")
    assert answer.figures[0].value == "-1.14"


@pytest.mark.parametrize("said", ["低了", "多了", "够了", "是控制的", "拨下去了", "已划转", "能退"])
def test_a_judgement_or_a_deed_beside_the_right_amount_is_not_confirmed(asker: Asker, said: str) -> None:
    assert asker.ask(f"培训费4万元{said}，对吗？", "genome_institute_2025").status is Status.NOT_FOUND
