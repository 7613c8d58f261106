"""Over a library: the first and the last of a ranking are held apart however they are called, and what several have together is one
sum."""

from collections.abc import Sequence
from decimal import Decimal
from types import SimpleNamespace
from typing import cast

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.documents.figures import View
from qa.outcomes import filters
from qa.surveys import ranked
from qa.surveys.each import Said


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


def test_that_several_share_the_first_place_is_said() -> None:
    amounts = [SimpleNamespace(amount=Decimal(n)) for n in (21, 21, 16)]
    assert ranked._shared(cast("Sequence[Said]", amounts), "最高", []) == ["最高的有 2 家并列"]
    assert ranked._shared(cast("Sequence[Said]", amounts[1:]), "最高", []) == []


def test_a_name_is_not_cut_at_a_word_within_it() -> None:
    view = cast("View", SimpleNamespace(vocabulary={"其他大中型水库库区基金支出": ()}))
    words = "其他大中型水库库区基金支出和教育支出"
    assert filters._in_a_name(words.index("型"), words, view)
    assert not filters._in_a_name(words.index("教"), words, view)
