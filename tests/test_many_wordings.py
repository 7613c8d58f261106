"""Questions over several bodies in other orders of words: the item first, places held apart, what lies about the average."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from decimal import Decimal
from statistics import median

import pytest

from qa.answer import AnswerOut, Status, rounded
from qa.ask import Asker
from qa.plain.sentences import question_text
from qa.surveys.bodies import bodies_first
from qa.surveys.reading import read_survey
from qa.surveys.reworded import against_average, change_asked, ends_asked, reworded
from qa.surveys.survey import Act
from tests.items import Ask, Item, answered_wrong, invented

SEED, EACH = 829, 10
COUNTS = "零一二三四五六"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asker, list[Item]]:
    return invented(tmp_path_factory.mktemp("many_wordings"), SEED)


Right = Callable[[AnswerOut], bool]


def _yuan(expected: Decimal) -> Right:
    return lambda a: abs(abs(Decimal(a.figures[0].amount_yuan or 0)) - abs(expected * 10_000)) <= Decimal("0.01")


def _value(expected: Decimal) -> Right:
    return lambda a: Decimal(a.figures[0].value) == expected


def _names(item: Item, own: list[str]) -> Right:
    return lambda a: all((body in a.answer.split("\n")[0]) is (body in own) for body in item.bodies)


def gap(item: Item, chance: random.Random) -> tuple[str, Right]:
    one, other = chance.sample(item.bodies, 2)
    words = chance.choice(
        [
            "{2}，{0}比{1}多多少？",
            "{2}这个科目，{0}和{1}差多少？",
            "说到{2}，{0}与{1}相差多少万元？",
            "{2}：{0}比{1}少多少？",
        ]
    )
    return words.format(one, other, item.name), _yuan(item.amounts[one] - item.amounts[other])


def times(item: Item, chance: random.Random) -> tuple[str, Right]:
    one, other = chance.sample(item.bodies, 2)
    if not item.amounts[other]:
        raise IndexError
    words = chance.choice(["{2}，{0}是{1}的几倍？", "单看{2}，{0}相当于{1}的多少倍？"])
    return words.format(one, other, item.name), _value(rounded(item.amounts[one] / item.amounts[other]))


def together(item: Item, chance: random.Random) -> tuple[str, Right]:
    one, other = chance.sample(item.bodies, 2)
    words = chance.choice(["{2}，{0}和{1}一共多少？", "{2}：{0}、{1}加起来多少？"])
    return words.format(one, other, item.name), _yuan(item.amounts[one] + item.amounts[other])


def more_of_two(item: Item, chance: random.Random) -> tuple[str, Right]:
    one, other = chance.sample(item.bodies, 2)
    more = max(one, other, key=lambda body: item.amounts[body])
    words = chance.choice(["{2}：{0}和{1}谁多？", "{2}方面，{0}、{1}哪家最多？"])
    return words.format(one, other, item.name), lambda a: a.answer.startswith(f"最高的是 {more}")


def ends(item: Item, chance: random.Random) -> tuple[str, Right]:
    values = list(item.amounts.values())
    words = chance.choice(["{}最高的单位比最低的单位多多少？", "{}最多的和最少的差多少？", "{}的极差是多少？"])
    return words.format(item.name), _yuan(values[0] - values[-1])


def first_and_second(item: Item, chance: random.Random) -> tuple[str, Right]:
    values = list(item.amounts.values())
    words = chance.choice(["{}第一名和第二名差多少？", "{}最高的是哪家，比第二名多多少？", "{}最高的比第二名多多少？"])
    return words.format(item.name), _yuan(values[0] - values[1])


def ratio_of_ends(item: Item, chance: random.Random) -> tuple[str, Right]:
    values = list(item.amounts.values())
    if not values[-1]:
        raise IndexError
    words = chance.choice(["{}最高的是最低的几倍？", "{}最多的单位是最少的单位的多少倍？"])
    return words.format(item.name), _value(rounded(values[0] / values[-1]))


def middle(item: Item, chance: random.Random) -> tuple[str, Right]:
    words = chance.choice(["{}的中位数是多少？", "各家{}的中间值是多少？"])
    return words.format(item.name), _yuan(median(item.amounts.values()))


def over_average(item: Item, chance: random.Random) -> tuple[str, Right]:
    words = chance.choice(["哪些单位的{}高于平均数？", "{}超过平均水平的单位有哪些？"])
    return words.format(item.name), _names(item, [b for b, a in item.amounts.items() if a * 10_000 > item.mean])


def under_average(item: Item, chance: random.Random) -> tuple[str, Right]:
    words = chance.choice(["有几家单位的{}低于平均值？", "哪几家的{}不到平均水平？"])
    return words.format(item.name), _names(item, [b for b, a in item.amounts.items() if a * 10_000 < item.mean])


def without_one(item: Item, chance: random.Random) -> tuple[str, Right]:
    out, *rest = item.bodies
    words = chance.choice(
        ["除了{0}，{1}最高的是哪家？", "不算{0}，其他几家里谁的{1}最高？", "除{0}外，哪家的{1}最多？"]
    )
    return words.format(out, item.name), lambda a: a.answer.startswith(f"最高的是 {rest[0]}") and out not in a.answer


def rest_together(item: Item, chance: random.Random) -> tuple[str, Right]:
    out = chance.choice(item.bodies)
    words = chance.choice(
        ["除了{0}，其他几家的{1}一共多少？", "除{0}以外的各家{1}合计是多少？", "不算{0}，剩下几家的{1}合计多少？"]
    )
    return words.format(out, item.name), _yuan(sum(item.amounts.values(), Decimal(0)) - item.amounts[out])


def place(item: Item, chance: random.Random) -> tuple[str, Right]:
    body = chance.choice(item.bodies)
    words = chance.choice(["{0}的{1}在{2}家里排第几？", "{0}的{1}在{2}家单位中排名第几？"])
    return words.format(body, item.name, COUNTS[len(item.bodies)]), _value(Decimal(item.bodies.index(body) + 1))


def more_than_one(item: Item, chance: random.Random) -> tuple[str, Right]:
    body = chance.choice(item.bodies)
    words = chance.choice(["哪几家的{1}比{0}多？", "谁的{1}比{0}还高？", "比{0}{1}多的有哪几家？"])
    return words.format(body, item.name), _value(Decimal(item.bodies.index(body)))


def from_average(item: Item, chance: random.Random) -> tuple[str, Right]:
    body = chance.choice(item.bodies)
    words = f"{body}的{item.name}比平均{chance.choice(['多', '高'])}多少？"
    return words, _yuan(item.amounts[body] - item.mean / 10_000)


def about_average(item: Item, chance: random.Random) -> tuple[str, Right]:
    body = chance.choice(item.bodies)
    over = item.amounts[body] * 10_000 > item.mean
    words = f"{body}的{item.name}{chance.choice(['高于', '超过'])}平均水平吗？"
    return words, lambda a: re.split("，", a.answer)[0] == ("是" if over else "不是")


def part_of_two(item: Item, chance: random.Random) -> tuple[str, Right]:
    one, other = chance.sample(item.bodies, 2)
    total = item.amounts[one] + item.amounts[other]
    if not total:
        raise IndexError
    return f"{one}的{item.name}占{one}和{other}之和的百分之几？", _value(rounded(item.amounts[one] / total * 100))


def last_two(item: Item, chance: random.Random) -> tuple[str, Right]:
    if len(item.bodies) < 3:
        raise IndexError
    words = chance.choice(["{}后两名是哪两家？", "{}最少的两家是谁？", "哪两家的{}最低？", "{}倒数两名是哪两家？"])
    return words.format(item.name), _names(item, item.bodies[-2:])


def first_two_together(item: Item, chance: random.Random) -> tuple[str, Right]:
    if len(item.bodies) < 3:
        raise IndexError
    values = list(item.amounts.values())
    words = chance.choice(["前两名的{}合计多少？", "{}前两名加起来多少？"])
    return words.format(item.name), _yuan(values[0] + values[1])


def in_order(item: Item, chance: random.Random) -> tuple[str, Right]:
    words = chance.choice(["按{}从高到低把各家排一下。", "各单位的{}从大到小依次是哪些？"])
    return words.format(
        item.name
    ), lambda a: [body for part in re.split("其次", a.answer) for body in item.bodies if body in part] == item.bodies


def second_last(item: Item, chance: random.Random) -> tuple[str, Right]:
    words = chance.choice(["{}排倒数第二的是哪家？", "{}倒数第二是谁？"])
    return words.format(item.name), lambda a: a.answer.startswith(f"倒数第 2 名是 {item.bodies[-2]}")


def first_two_apart(item: Item, chance: random.Random) -> tuple[str, Right]:
    values = list(item.amounts.values())
    if chance.random() < 0.5:
        return f"{item.name}最高的两家差多少？", _yuan(values[0] - values[1])
    return f"{item.name}最低的两家相差多少？", _yuan(values[-2] - values[-1])


def of_those_over(item: Item, chance: random.Random) -> tuple[str, Right]:
    limit = item.between(chance)
    own = [a for a in item.amounts.values() if a > limit]
    if chance.random() < 0.5:
        return f"{item.name}超过{limit}万元的单位，合计是多少？", _yuan(sum(own, Decimal(0)))
    return f"{item.name}超过{limit}万元的单位，平均是多少？", _yuan(sum(own, Decimal(0)) / len(own))


def over_a_body(item: Item, chance: random.Random) -> tuple[str, Right]:
    body = chance.choice(item.bodies)
    place = item.bodies.index(body)
    if chance.random() < 0.5:
        return f"哪几家的{item.name}超过{body}？", _value(Decimal(place))
    return f"哪几家的{item.name}低于{body}？", _value(Decimal(len(item.bodies) - place - 1))


SORTS: tuple[Ask, ...] = (
    gap, times, together, more_of_two, ends, first_and_second, ratio_of_ends, middle, over_average, under_average,
    without_one, rest_together, place, more_than_one, from_average, about_average, part_of_two, last_two,
    first_two_together, in_order, second_last, first_two_apart, of_those_over, over_a_body,
)  # fmt: skip


@pytest.mark.parametrize("ask", SORTS, ids=lambda ask: ask.__name__)
def test_what_is_made_of_many_is_right(ask: Ask, library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    assert answered_wrong(asker, items, ask, seed=5, each=EACH) == []


def test_changes_of_several_bodies_stand_side_by_side(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    own = [d.institute for d in asker.across.catalog.documents if d.kind == "final"]
    alone = [asker.ask(f"{body}的收支总计比上年增减多少？").figures[0].value for body in own]
    for words in (
        "{}的收支总计比上年分别增加多少？",
        "{}的收支总计各比上年变了多少？",
        "收支总计，{}比上年分别增减多少？",
    ):
        answer = asker.ask(words.format("和".join(own)))
        assert answer.status is Status.ANSWERED
        assert {f.value for f in answer.figures} == set(alone), words


def test_which_have_less_of_one_thing_than_of_another(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    less = asker.ask("公用经费比人员经费少的有几家？")
    more = asker.ask("公用经费比人员经费多的有几家？")
    assert int(less.figures[0].value) + int(more.figures[0].value) == 6
    assert all(f.value.startswith("-") for f in less.figures[1:])
    assert not any(f.value.startswith("-") for f in more.figures[1:])


def test_counts_that_are_zero_or_so_many(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    documents = asker.across.catalog.documents
    counted = {d.institute: asker.ask(f"{d.institute}的机要通信用车有几辆？").figures[0].value for d in documents}
    for number in sorted(set(counted.values())):
        own = [body for body, value in counted.items() if value == number]
        zero = "机要通信用车为0的有哪家？" if number == "0" else f"机要通信用车有{number}辆的单位有几家？"
        answer = asker.ask(zero).answer
        assert all((body in answer) is (body in own) for body in counted), answer


def test_a_final_account_held_against_its_budget_for_each(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    own = [d.institute for d in asker.across.catalog.documents if d.kind == "final"]
    alone = [asker.ask(f"{body}的三公经费决算比预算少多少？").figures[0].value for body in own]
    answer = asker.ask(f"{'和'.join(own)}的三公经费决算比预算各少多少？")
    assert {f.value for f in answer.figures} == set(alone)


def test_a_year_after_another_year(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    years = sorted({d.year for d in asker.across.catalog.documents if d.year is not None})
    answer = asker.ask(f"那{years[0]}年的呢？", None, [f"{years[-1]}年的文件里谁的三公经费最高？"])
    assert {c.year for c in answer.citations} == {years[0]}


def test_how_many_documents_there_are_and_whose(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    documents = asker.across.catalog.documents
    finals = [d for d in documents if d.kind == "final"]
    for words in ("资料库里一共有几份决算？分别是哪家、哪一年的？", "有几份决算，哪家哪年？"):
        answer = asker.ask(words)
        assert answer.figures[0].value == str(len(finals))
        assert all(f"{d.institute} {d.year} 年" in answer.answer for d in finals)
    assert asker.ask("这个库里一共有多少份文件？").figures[0].value == str(len(documents))


@pytest.mark.parametrize(
    "words", ["{}的人员经费排名第几？", "{}的人员经费能排第几？"]
)  # among which: its own rows, or all bodies
def test_a_place_among_what_is_not_said_is_refused(words: str, library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    answer = asker.ask(words.format(items[0].bodies[0]))
    assert answer.status is Status.NOT_FOUND
    assert not answer.figures


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("公务接待费，{0}比{1}多多少？", "{0}的公务接待费比{1}多多少？"),
        ("购房补贴这个科目，{0}和{1}差多少？", "{0}和{1}的购房补贴差多少？"),
        ("公用经费：{0}、{1}谁最多？", "{0}、{1}的公用经费谁最多？"),
        ("说到会议费，{0}和{1}两家谁高？", "{0}和{1}两家的会议费谁高？"),
        ("公用经费，{0}和{1}各是多少？", "公用经费，{0}和{1}各是多少？"),
        ("请问，{0}比{1}多多少？", "请问，{0}比{1}多多少？"),
        ("哪家最多，{0}还是{1}？", "哪家最多，{0}还是{1}？"),
    ],
)
def test_an_item_said_first_stands_after_the_bodies(
    question: str, told: str, library: tuple[Asker, list[Item]]
) -> None:
    asker, items = library
    one, other = items[0].bodies[:2]
    assert bodies_first(question.format(one, other), asker.across.catalog) == told.format(one, other)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("的三公经费比上年分别减少多少", "三公经费比上年增减多少"),
        ("的三公经费预算都说比上年减少了,分别减了多少", "三公经费预算比上年增减多少"),
        ("收支总计比2023年度增长的比例各是多少", "收支总计比上年增减百分比"),
        ("哪家的三公经费比上年减少最多", ""),
        ("的事业收入比2021年的事业收入预算多多少", ""),
        ("的三公经费比多多少", ""),
    ],
)
def test_changes_that_are_asked_of_each(text: str, asked: str) -> None:
    assert change_asked(text) == asked


def test_places_that_are_held_apart() -> None:
    assert ends_asked("会议费最高的和最低的差多少") is not None
    assert ends_asked("会议费最高的是哪家") is None
    found = ends_asked("会议费最低的是最高的百分之几")
    assert found is not None
    assert (found.first, found.last, found.ratio) == (-1, 1, True)


def test_bounds_that_are_not_amounts() -> None:
    assert against_average("会议费高于六家平均水平的") == ("会议费", "over")
    assert against_average("会议费在平均") is None
    assert reworded("有10辆以上的车") == "车辆在10辆以上"
    assert reworded("三公经费里没有安排因公出国费的是哪几家") == "没有安排三公经费里因公出国费的是哪几家"


@pytest.mark.parametrize(
    "question",
    [
        "和的采购总额合计比多多少",
        "有15台左右机器的单位是哪几家",
        "谁的会议费比和加起来还多",
        "哪家的会议费最接近20万元",
    ],
)
def test_what_is_not_understood_is_no_condition(question: str) -> None:
    assert read_survey(question_text(question)).asked == ()


def test_so_many_exactly() -> None:
    survey = read_survey(question_text("恰好有15辆车的单位是哪几家？"))
    assert survey.act in {Act.LIST, Act.COUNT}
    assert survey.bound is not None
    assert [survey.bound.holds(Decimal(n)) for n in (14, 15, 16)] == [False, True, False]
