"""Over a library: the first and the last of a ranking are held apart however they are called, and what several have together is one
sum."""

import pytest

from qa.answer import Status
from qa.ask import Asker


@pytest.mark.parametrize(
    "question",
    [
        "培训费最高和最低的两家差多少？",
        "基本支出表里培训费最高和最低的两家差多少？",
        "培训费最高的和最低的单位相差多少？",
    ],
)
def test_the_first_and_the_last_of_one_item(asker: Asker, question: str) -> None:
    answer = asker.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith("相差 ")
    assert {"培训费" in c.text for c in answer.citations} == {True}


def test_what_two_have_together_is_one_sum(asker: Asker) -> None:
    bodies = [d.institute for d in asker.across.catalog.documents][:2]
    answer = asker.ask(f"{bodies[0]}和{bodies[1]}两家共有几辆车？")
    each = [asker.ask(f"{body}有几辆车？").figures[0].value for body in bodies]
    assert answer.figures[0].value == str(sum(map(int, each)))


def test_that_several_share_the_first_place_is_said(asker: Asker) -> None:
    answer = asker.ask("哪家单位车辆最多？")
    most = [f.value for f in answer.figures]
    assert ("并列" in answer.confidence_note) == (most.count(most[0]) > 1)
