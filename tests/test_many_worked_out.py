"""What is made of the same item of many documents, asked of many items of invented documents: one answer each."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from qa.answer import AnswerOut, rounded
from qa.ask import Asker
from tests.items import Ask, Item, answered_wrong, invented

SEED, EACH = 647, 14
YES, NO = {"是", "有"}, {"不是", "没有"}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asker, list[Item], int]:
    asker, items = invented(tmp_path_factory.mktemp("many_worked_out"), SEED)
    return asker, items, len(asker.across.catalog.documents)


def first(item: Item, chance: random.Random) -> tuple[str, Callable[[AnswerOut], bool]]:
    words = chance.choice(["哪家单位的{}最高？", "{}最多的是哪家？", "谁的{}最高，是多少？", "{}最高的单位是哪家？"])
    return words.format(item.name), lambda a: a.answer.startswith(f"最高的是 {item.bodies[0]}")


def last(item: Item, chance: random.Random) -> tuple[str, Callable[[AnswerOut], bool]]:
    words = chance.choice(["哪家单位的{}最少？", "{}最低的是哪个单位？"])
    return words.format(item.name), lambda a: a.answer.startswith(f"最低的是 {item.bodies[-1]}")


def second(item: Item, chance: random.Random) -> tuple[str, Callable[[AnswerOut], bool]]:
    words = chance.choice(["{}第二高的是哪家？", "{}排第二的单位是哪家？"])
    return words.format(item.name), lambda a: f"第 2 名是 {item.bodies[1]}" in a.answer


def over(item: Item, chance: random.Random) -> tuple[str, Callable[[AnswerOut], bool]]:
    limit = item.between(chance)
    words = chance.choice(["哪些单位的{}超过{}万元？", "{}在{}万元以上的单位有哪些？", "有几家单位的{}超过{}万元？"])
    return words.format(item.name, limit), _lists(item, lambda amount: amount > limit)


def under(item: Item, chance: random.Random) -> tuple[str, Callable[[AnswerOut], bool]]:
    limit = item.between(chance)
    words = chance.choice(["哪些单位的{}不到{}万元？", "{}低于{}万元的单位有哪些？"])
    return words.format(item.name, limit), _lists(item, lambda amount: amount < limit)


def between(item: Item, chance: random.Random) -> tuple[str, Callable[[AnswerOut], bool]]:
    values = list(item.amounts.values())
    low, high = rounded((values[-1] + values[-2]) / 2), rounded((values[0] + values[1]) / 2)
    words = chance.choice(["哪些单位的{}在{}万元到{}万元之间？", "{}超过{}万元但不到{}万元的单位有哪些？"])
    return words.format(item.name, low, high), _lists(item, lambda amount: low < amount < high)


def _lists(item: Item, holds: Callable[[Decimal], bool]) -> Callable[[AnswerOut], bool]:
    own = [body for body, amount in item.amounts.items() if holds(amount)]

    def right(answer: AnswerOut) -> bool:
        named = all((body in answer.answer) is (body in own) for body in item.bodies)
        return f"有 {len(own)} 家" in answer.answer and named

    return right


def _two(item: Item, chance: random.Random) -> tuple[str, str]:
    one, other = chance.sample(item.bodies, 2)
    return one, other


def gap(item: Item, chance: random.Random) -> tuple[str, Callable[[AnswerOut], bool]]:
    one, other = _two(item, chance)
    words = chance.choice(["{0}的{2}比{1}多多少？", "{0}和{1}的{2}差多少？"]).format(one, other, item.name)
    expected = abs(item.amounts[one] - item.amounts[other]) * 10_000
    return words, lambda a: Decimal(a.figures[0].amount_yuan or 0) == expected


def times(item: Item, chance: random.Random) -> tuple[str, Callable[[AnswerOut], bool]]:
    one, other = _two(item, chance)
    if not item.amounts[other]:
        raise IndexError
    expected = rounded(item.amounts[one] / item.amounts[other])
    return f"{one}的{item.name}是{other}的几倍？", lambda a: Decimal(a.figures[0].value) == expected


def together(item: Item, chance: random.Random) -> tuple[str, Callable[[AnswerOut], bool]]:
    one, other = _two(item, chance)
    words = chance.choice(["{0}和{1}的{2}一共多少？", "{0}与{1}两家的{2}加起来是多少？"]).format(one, other, item.name)
    expected = (item.amounts[one] + item.amounts[other]) * 10_000
    return words, lambda a: Decimal(a.figures[0].amount_yuan or 0) == expected


def _says(answer: AnswerOut, right: bool) -> bool:
    return re.split("[，：]", answer.answer)[0] in (YES if right else NO)


def more_claimed(item: Item, chance: random.Random) -> tuple[str, Callable[[AnswerOut], bool]]:
    one, other = _two(item, chance)
    words = chance.choice(["{0}的{2}高于{1}，对吗？", "{0}的{2}超过{1}，对吗？", "{0}的{2}比{1}多，对吗？"])
    right = item.amounts[one] > item.amounts[other]
    return words.format(one, other, item.name), lambda a: _says(a, right)


def gap_claimed(item: Item, chance: random.Random) -> tuple[str, Callable[[AnswerOut], bool]]:
    one, other = _two(item, chance)
    difference = item.amounts[one] - item.amounts[other]
    right = chance.random() < 0.5
    told = rounded(abs(difference)) + (0 if right else 3)
    words = f"{one}的{item.name}比{other}{'多' if difference > 0 else '少'}{told}万元，对吗？"
    return words, lambda a: _says(a, right)


def first_claimed(item: Item, chance: random.Random) -> tuple[str, Callable[[AnswerOut], bool]]:
    body = chance.choice([item.bodies[0], chance.choice(item.bodies)])
    words = chance.choice(["{1}最高的是{0}，对吗？", "{0}的{1}最高，对吗？"])
    return words.format(body, item.name), lambda a: _says(a, body == item.bodies[0])


SORTS: tuple[Ask, ...] = (
    first, last, second, over, under, between, gap, times, together, more_claimed, gap_claimed, first_claimed
)  # fmt: skip


@pytest.mark.parametrize("ask", SORTS, ids=lambda ask: ask.__name__)
def test_what_is_made_of_many_is_right(ask: Ask, library: tuple[Asker, list[Item], int]) -> None:
    asker, items, count = library
    assert count == 6
    assert answered_wrong(asker, items, ask, seed=3, each=EACH) == []
