"""Budgets among final accounts: which bodies are meant, what goes on from a question about some of them, and how they are asked for."""

import pytest

from qa.answer import Status
from qa.ask import Asker

GENOME, MARINE, RELICS = "中国科学院北京基因组研究所", "滨海市海洋环境监测站", "云岭省文物保护中心"


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        # what was budgeted is none of what final accounts spent
        ("政府采购预算总额最高的是哪家？", ["11336.02", "964.80"]),
        ("采购预算从高到低，前两名的预算单位分别是谁，金额各多少？", ["11336.02", "964.80"]),
        # bodies of one kind of document, asked which they are or put in order
        ("公务接待费最高的预算单位是谁？", ["3.00", "2.30"]),
        ("哪些预算单位安排了公务接待费？", ["3.00", "2.30"]),
        ("把预算单位按公务接待费从高到低排序", ["3.00", "2.30"]),
        # a bound that is said in other words, and those that keep to it counted
        ("公务接待费过了2万元的有几个，是哪些？", ["2", "3.00", "2.30"]),
        ("哪家的公务接待费比2.5万元还多？", ["3.00"]),
        # where the bodies are, told in a clause of its own
        ("库里三个单位，哪个的车最多？多少辆？", ["11", "6", "3"]),
    ],
)
def test_budgets_among_accounts(asker: Asker, question: str, amounts: list[str]) -> None:
    answer = asker.ask(question)
    assert answer.status is Status.ANSWERED
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize("question", ["那会议费最高的又是谁？", "只看会议费呢，谁最高？"])
def test_what_goes_on_from_some_is_of_the_same(asker: Asker, question: str) -> None:
    answer = asker.ask(question, history=["预算单位里公务接待费最高的是哪家？"])
    assert [f.value for f in answer.figures][:2] == ["4.00", "24000"]
    assert RELICS not in answer.answer


def test_whether_there_is_one_and_who_it_is(asker: Asker) -> None:
    answer = asker.ask("有没有哪份预算一分钱公务接待费都没安排？是哪些单位？")
    assert answer.answer == "没有，2 份文件里有 0 家"


def test_whose_documents_have_forms_asked_last(asker: Asker) -> None:
    assert GENOME in asker.ask("附有项目绩效目标表的预算是哪几个单位的？").answer
    assert asker.ask("哪些决算附了项目绩效目标表？").status is Status.NOT_FOUND


def test_what_was_spent_is_no_budget_of_one_of_two(asker: Asker) -> None:
    answer = asker.ask(f"{RELICS}和{MARINE}的政府采购预算总额哪个高？")
    assert answer.status is Status.NOT_FOUND
