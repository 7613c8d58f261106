"""Rates apart in points, budgets of which nothing or not all was spent, goals held to a share, and what leans on the last amount."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from qa.answer import Outcome, Stated, Status
from qa.ask import Asker
from qa.outcomes.rates_apart import rates_apart
from qa.terms.forms import held_to

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        (RELICS, "年末结转和结余比年初减少了吗？", "不是，年末结转和结余更多", ["156.05", "468.95", "312.90"]),
        (RELICS, "年末结转和结余是不是比年初有所增加？", "是，年末结转和结余更多", ["156.05", "468.95", "312.90"]),
        (RELICS, "三公经费里哪几项编了预算，最后一分没花？", "因公出国（境）费 预算 5.00 万元", ["5.00", "5.00", "0.00"]),
        (RELICS, "公务接待费的预算全部用完了吗？", "不是，公务接待费", ["62.00"]),
        (RELICS, "Was the whole budget for official receptions spent in 2023?", "No; ", ["62.00"]),
        (RELICS, "How much of the reception budget was left unspent?", "差额: 1.14", ["1.14", "3.00", "1.86"]),
        (GENOME, "把科学技术支出下面各款按金额从高到低排一下。", "最高的是 基础研究", ["27444.48", "9354.82", "390.00"]),
        (GENOME, "科技方面今年安排了多少支出？", "一、科学技术支出 41,354.93 万元", ["41354.93"]),
        (GENOME, "维持单位正常运转的公用经费是多少？", "公用经费", ["443.16"]),
        (GENOME, "所里一共安排了多少支出？", "支出总计", ["48996.17"]),
    ],
)  # fmt: skip
def test_asked_alone(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("earlier", "question", "amount"),
    [
        (["应用研究是多少？"], "只看一般公共预算，它是多少？", "310.00"),
        (["基础研究是多少？", "应用研究是多少？"], "只看一般公共预算的话，后面这一项是多少？", "310.00"),
        (["培训费是多少？"], "差旅费比它多多少？", "11.00"),
        (["基本支出里奖金安排了多少？", "津贴补贴又是多少？"], "这两项合起来呢？", "249.39"),
    ],
)
def test_asked_of_what_was_asked(asker: Asker, earlier: Sequence[str], question: str, amount: str) -> None:
    answer = asker.ask(question, GENOME, list(earlier))
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == amount


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (GENOME, "三公经费里哪一项完全没花？"),  # of a budget
        (GENOME, "对出租车的补贴，每辆车能补多少？"),  # the vehicles are not its own
        (RELICS, "收入总计的增幅比支出总计的增幅高几个百分点？"),
    ],
)
def test_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


def test_rates_apart_need_both_rates() -> None:
    assert rates_apart("甲项支出的增幅是多少", lambda _: Outcome(Status.NOT_FOUND, "")) is None
    lost = rates_apart("甲项支出的增幅比乙项支出的增幅低几个百分点", lambda _: Outcome(Status.NOT_FOUND, ""))
    assert lost is not None
    assert not lost.found


def _goal(text: str, value: str) -> Outcome:
    return Outcome(Status.ANSWERED, text, [Stated(Decimal(value), "%", (), "", text)])


@pytest.mark.parametrize(
    ("question", "goal", "told"),
    [
        ("满意度，目标定到90%以上了吗", "满意度 ≥81%", "不是，"),
        ("满意度目标定在80%以上吗", "满意度 ≥81%", "是，"),
        ("满意度目标是81%吗", "满意度 ≥81%", "是，"),
        ("满意度目标超过81%吗", "满意度 ≥81%", "不是，"),
        ("差错率目标定到3%以上了吗", "差错率 ≤2%", "差错率"),  # bounded from above: not said
        ("满意度的目标是多少", "满意度 ≥81%", "满意度"),
    ],
)
def test_held_to_a_goal(question: str, goal: str, told: str) -> None:
    value = goal.rstrip("%").split("≥")[-1].split("≤")[-1]
    assert held_to(question, _goal(goal, value)).text.startswith(told)
