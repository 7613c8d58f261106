"""One body's part in what all have together, whether there is any body of which something is true, and two held against one
another in English."""

import pytest

from qa.answer import Status
from qa.ask import Asker

GENOME, MARINE, RELICS = "中国科学院北京基因组研究所(国家生物信息中心)", "滨海市海洋环境监测站", "云岭省文物保护中心"


@pytest.mark.parametrize(
    ("before", "question", "part"),
    [
        ("两份预算的政府采购预算总额一共多少？", f"其中{MARINE}占百分之几？", "7.84"),
        ("把两份预算的政府采购预算总额加起来，一共是多少？", f"这个合计里，{MARINE}占百分之几？", "7.84"),
        ("三家一共有多少辆车？", f"{RELICS}占几成？", "55"),
    ],
)
def test_part_of_the_sum_before(asker: Asker, before: str, question: str, part: str) -> None:
    answer = asker.ask(question, history=[before])
    assert answer.status is Status.ANSWERED
    assert (answer.figures[0].value, answer.figures[0].unit) == (part, "%")


def test_part_of_what_all_have_said_at_once(asker: Asker) -> None:
    answer = asker.ask(f"{MARINE}的政府采购预算总额在两份预算合计中占百分之几？")
    assert (answer.figures[0].value, answer.figures[0].unit) == ("7.84", "%")


def test_no_part_of_a_sum_that_was_not_asked(asker: Asker) -> None:
    answer = asker.ask(f"{MARINE}占百分之几？", history=["谁的公务接待费最高？"])
    assert "合计的" not in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("有没有单位的车辆超过10辆？", "有，3 份文件里有 1 家"),
        ("有没有哪家单位公务接待费超过100万元？", "没有，3 份文件里有 0 家"),
        ("公用经费比人员经费多的单位有没有？", "没有，3 份文件里有 0 家"),
        ("存不存在公用经费比人员经费多的单位？", "没有，3 份文件里有 0 家"),
        ("哪些单位的车辆超过10辆？", "3 份文件里有 1 家"),
    ],
)
def test_whether_there_is_any(asker: Asker, question: str, told: str) -> None:
    assert asker.ask(question).answer.startswith(told)


def test_verdicts_and_differences_are_in_no_order_of_size(asker: Asker) -> None:
    assert "从高到低" not in asker.ask("各单位的公用经费比人员经费多吗？").answer


@pytest.mark.parametrize(
    ("first", "other", "told", "gap"),
    [(MARINE, GENOME, f"{MARINE} has less than {GENOME}", "7000"), (GENOME, MARINE, f"{GENOME} has more", "7000")],
)
def test_how_much_more_in_english(asker: Asker, first: str, other: str, told: str, gap: str) -> None:
    answer = asker.ask(f"How much more did {first} spend on official reception than {other}?")
    assert answer.answer.startswith(told)
    assert answer.figures[0].value == gap


def test_who_has_more_in_english(asker: Asker) -> None:
    answer = asker.ask(f"Which has more vehicles, {MARINE} or {RELICS}?")
    assert [f.value for f in answer.figures] == ["11", "6", "5"]
