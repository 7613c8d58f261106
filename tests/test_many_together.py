"""One body against the sum of others, claims that only some are so, and other idioms of questions over several bodies."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from qa.answer import AnswerOut, Status
from qa.ask import Asker
from qa.documents.catalog import Document
from qa.surveys.against_sum import sides_of
from qa.surveys.asides import contrary, whole_totals, with_carryover_unread, without_asides
from qa.surveys.bodies_before import in_two_steps, share_before
from qa.surveys.idioms import plainly_worded
from qa.surveys.only import only_read
from qa.surveys.reading import read_survey
from qa.surveys.said_so import said_so
from tests.items import Item, invented


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asker, list[Item]]:
    return invented(tmp_path_factory.mktemp("many_together"), 853)


@pytest.fixture(scope="module")
def counted(library: tuple[Asker, list[Item]]) -> dict[str, int]:
    """The vehicles of each body, the most first."""
    asker, _ = library
    own = {d.institute: int(asker.ask(f"{d.institute}有多少辆车？").figures[0].value) for d in _documents(asker)}
    return dict(sorted(own.items(), key=lambda pair: -pair[1]))


def _documents(asker: Asker) -> list[Document]:
    return list(asker.across.catalog.documents)


def _stated(answer: AnswerOut, value: Decimal | int, unit: str) -> bool:
    return any(abs(Decimal(f.value)) == value and f.unit.startswith(unit) for f in answer.figures)


NUMBERS = "零一两三四五六七八九十"


@pytest.mark.parametrize(
    "words",
    [
        "{0}一家的车，是否比另外{n}家加起来还多？",
        "{0}的车超过其余{n}家之和了吗？",
        "有人说{0}一家的车比其他{n}家合计还多，属实吗？",
        "是不是{0}的车比剩下{n}家单位的总和都多？",
        "{0}的车有没有超过别的{n}家的总和？",
        "{0}的车比其他各家加起来还多吗？",
    ],
)
def test_one_body_against_all_others_together(
    words: str, library: tuple[Asker, list[Item]], counted: dict[str, int]
) -> None:
    asker, _ = library
    (first, most), *others = counted.items()
    rest = sum(many for _, many in others)
    answer = asker.ask(words.format(first, n=NUMBERS[len(others)]))
    assert answer.status is Status.ANSWERED, answer.answer
    assert answer.answer.startswith("是，" if most > rest else "不是，")
    assert _stated(answer, abs(most - rest), "辆")
    assert _stated(answer, rest, "辆")


@pytest.mark.parametrize(
    "words",
    [
        "{0}的{item}比{1}和{2}加起来多多少？",
        "{0}一家的{item}，比{1}、{2}两家之和多多少？",
        "说到{item}，{0}比{1}与{2}合计多多少万元？",
    ],
)
def test_one_body_against_two_together(words: str, library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    for item in [i for i in items if len(i.bodies) > 2][:4]:
        a, b, c = item.bodies[:3]
        gap = item.amounts[a] - item.amounts[b] - item.amounts[c]
        answer = asker.ask(words.format(a, b, c, item=item.name))
        assert answer.status is Status.ANSWERED, answer.answer
        assert abs(Decimal(answer.figures[0].amount_yuan or 0) - abs(gap) * 10_000) <= Decimal("0.01"), answer.answer


def test_two_bodies_together_against_one(library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    a, b, c = list(counted)[:3]
    answer = asker.ask(f"{b}和{c}的车加起来比{a}多几辆？")
    assert _stated(answer, abs(counted[b] + counted[c] - counted[a]), "辆"), answer.answer


def test_what_part_of_the_others_together_is_one(library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    (first, most), *others = counted.items()
    percent = round(Decimal(most) / sum(many for _, many in others) * 100, 2)
    for words in ("{}的车相当于其余几家之和的百分之多少？", "{}的车占其他各家总和的多大比例？"):
        answer = asker.ask(words.format(first))
        assert answer.figures[0].value == str(percent), answer.answer
    part = round(Decimal(most) / sum(counted.values()) * 100, 2)
    number = NUMBERS[len(counted)]
    answer = asker.ask(f"{number}家的车里头，{first}占了百分之几？")
    assert answer.figures[0].value == str(part), answer.answer


def test_sums_that_are_not_read_are_refused(library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    a, b, c = list(counted)[:3]
    number = NUMBERS[len(counted) + 1]
    for words in (
        f"{a}的车比其他{number}家加起来还多吗？",
        f"{a}一家比另外几家加起来还多吗？",
        f"{a}的车是{b}和{c}的几倍？",
        f"{a}的职工人数比其他几家加起来还多吗？",
    ):
        assert asker.ask(words).status is Status.NOT_FOUND, words
    for words in (f"{a}的车比其他几家都多吗？", f"{a}的车比{b}多几辆？", f"{a}的水费和电费加起来比会议费多吗？"):
        assert sides_of(words, asker.across) is None, words


def test_an_item_that_one_has_not_is_not_added_up(library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    item = next(i for i in items if len(i.bodies) < len(_documents(asker)))
    assert asker.ask(f"{item.bodies[0]}的{item.name}比其他几家加起来还多吗？").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "words",
    [
        "只有{n}家单位的车超过{limit}辆，对吗？",
        "六家里是不是只有{n}家的车超过{limit}辆？",
        "有人说仅有{n}家的车多于{limit}辆，属实吗？",
        "车超过{limit}辆的单位只有{n}家，对不对？",
        "有{n}家单位的车超过{limit}辆，是这样吗？",
    ],
)
def test_only_so_many(words: str, library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    if "六家" in words:
        words = words.replace("六", NUMBERS[len(counted)])
    limit = sorted(counted.values())[len(counted) // 2]
    number = sum(many > limit for many in counted.values())
    for claimed in (number, number + 1, number - 1):
        if claimed < 1:
            continue
        answer = asker.ask(words.format(n=NUMBERS[claimed].replace("零", ""), limit=limit))
        assert answer.answer.startswith("是，" if claimed == number else "不是，"), (words, answer.answer)
        assert answer.figures[0].value == str(number)


@pytest.mark.parametrize(
    "words",
    [
        "只有{}的车超过{limit}辆，对吗？",
        "有人说只有{}的车超过{limit}辆，属实吗？",
        "车超过{limit}辆的单位只有{}，对吗？",
        "是不是唯独{}的车超过{limit}辆？",
    ],
)
def test_only_those_named(words: str, library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    bodies, many = list(counted), list(counted.values())
    place = next(i for i in range(len(many) - 1) if many[i] > many[i + 1])
    first, limit = bodies[: place + 1], many[place + 1]
    assert asker.ask(words.format("、".join(first), limit=limit)).answer.startswith("是，")
    assert asker.ask(words.format(bodies[-1], limit=limit)).answer.startswith("不是，")
    assert asker.ask(words.format("、".join([*first, bodies[-1]]), limit=limit)).answer.startswith("不是，")


def test_what_only_stands_before_is_no_claim(library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    body, many = next(iter(counted.items()))
    assert only_read(f"只看{body}，车有几辆？", asker.across) is None
    assert only_read(f"{body}只有{many}辆车，对吗？", asker.across) is None
    assert only_read("只有两家单位的车超过三十辆的时候该怎么办？", asker.across) is None
    assert asker.ask(f"只有{body}的车是{many}辆吗？").status is Status.NOT_FOUND
    assert asker.ask("只有一家单位的水费比上年少，对吗？").status is Status.NOT_FOUND


def test_more_than_each_other(library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    first, last = next(iter(counted)), list(counted)[-1]
    assert asker.ask(f"有人说{first}的车比别家都多，对吗？").answer.startswith("是，")
    assert asker.ask(f"{last}的车是不是比其他几家都多？").answer.startswith("不是，")


@pytest.mark.parametrize(
    "words",
    [
        "这几家里面哪家车最多？账上一共多少辆？",
        "车辆方面，谁最多？",
        "按车辆数给各家单位排个座次。",
        "请将各单位的车辆数由多到少排列。",
    ],
)
def test_who_comes_first_in_other_words(words: str, library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    first = next(iter(counted))
    assert asker.ask(words).answer.startswith(f"最高的是 {first}")


def test_ends_whose_item_is_said_twice(library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    many = list(counted.values())
    number = NUMBERS[len(counted)]
    answer = asker.ask(f"{number}家中车最多的和车最少的相差几辆？")
    assert answer.figures[0].value == str(many[0] - many[-1])


def test_the_average_of_each_is_of_all(library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    mean = round(Decimal(sum(counted.values())) / len(counted), 2)
    number = NUMBERS[len(counted)]
    for words in ("平均下来每家单位有多少辆车？", f"车辆数的平均数是多少（{number}家一起算）？"):
        answer = asker.ask(words)
        assert Decimal(answer.figures[0].value) == mean, (words, answer.answer)


@pytest.mark.parametrize(
    ("asked", "then", "made"),
    [
        ("{0}的{item}是多少？", "那{1}呢？两家一共多少？", "sum"),
        ("{0}的{item}是多少？", "那{1}的呢？两家相差多少？", "gap"),
        ("{0}的{item}是多少？", "再加上{1}，一共多少？", "sum"),
        ("{0}的{item}是多少？", "再算上{1}的，两家合计多少？", "sum"),
    ],
)
def test_one_more_body_and_what_they_come_to(
    asked: str, then: str, made: str, library: tuple[Asker, list[Item]]
) -> None:
    asker, items = library
    item = next(i for i in items if len(i.bodies) > 2)
    a, b = item.bodies[0], item.bodies[1]
    right = item.amounts[a] + item.amounts[b] if made == "sum" else item.amounts[a] - item.amounts[b]
    answer = asker.ask(then.format(a, b), None, [asked.format(a, item=item.name)])
    assert answer.status is Status.ANSWERED, answer.answer
    assert any(abs(Decimal(f.amount_yuan or 0) - right * 10_000) <= Decimal("0.01") for f in answer.figures)


def test_bodies_of_which_another_item_is_asked_are_not_added_up(library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    one, other = [i for i in items if len(i.bodies) > 2][:2]
    a, b = one.bodies[0], next(body for body in other.bodies if body != one.bodies[0])
    answer = asker.ask(f"那{b}的{other.name}呢？两家一共多少？", None, [f"{a}的{one.name}是多少？"])
    assert answer.status is Status.NOT_FOUND, answer.answer
    assert in_two_steps("那水费呢？一共多少？", [f"{a}的{one.name}是多少？"], asker.across.catalog) is None


def test_the_part_of_all_of_what_was_asked_before(library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    (first, most), *_rest = counted.items()
    part = str(round(Decimal(most) / sum(counted.values()) * 100, 2))
    number = NUMBERS[len(counted)]
    for history in ([f"{first}的车辆有多少辆？"], ["哪家的车最多？"]):
        answer = asker.ask(f"它占{number}家合计的百分之几？", None, history)
        assert any(f.value == part and f.unit == "%" for f in answer.figures), answer.answer
    catalog = asker.across.catalog
    assert share_before("占总额的比重是多少？", [f"{first}的水费是多少？"], catalog) == ""
    assert share_before(f"{first}占{number}家合计的百分之几？", ["哪家的车最多？"], catalog) == ""


def test_one_of_two_that_has_not_got_it_is_not_compared(library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    bodies = [d.institute for d in _documents(asker)]
    item = next(i for i in items if len(i.bodies) < len(bodies))
    lacking = next(b for b in bodies if b not in item.bodies)
    answer = asker.ask(f"{item.bodies[0]}与{lacking}相比，谁的{item.name}高？")
    assert answer.status is Status.NOT_FOUND
    assert lacking in answer.answer


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("合计多少？预算单位取预算数、决算单位取支出数。", "合计多少？"),
        ("合计多少？（决算单位看决算数，其余看预算数）", "合计多少？"),
        ("合计多少，预算的用预算数，决算的用决算数", "合计多少"),
        ("决算单位看什么数？", "决算单位看什么数？"),
    ],
)
def test_which_column_counts(question: str, plain: str) -> None:
    assert without_asides(question) == plain
    assert not contrary(question)


def test_another_column_than_its_own_is_refused(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    question = "各家的公务接待费合计多少？决算单位取年初预算数，预算单位取预算数。"
    assert contrary(question)
    assert asker.ask(question).status is Status.NOT_FOUND


def test_what_a_total_includes() -> None:
    assert whole_totals("收入总计(含结转)最高的") == "收入总计最高的"
    assert whole_totals("本年收入(不含上年结转)最高的") == "本年收入最高的"
    assert whole_totals("财政拨款收入(含上年结转)最高的") == "财政拨款收入(含上年结转)最高的"
    assert with_carryover_unread("财政拨款收入(含上年结转)最高的")
    assert read_survey("哪家的财政拨款收入(含上年结转)最高?").asked == ()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("支出表里找不到购房补贴的是哪一家?", "哪家支出表里没有列购房补贴？"),
        ("没列会议费的是哪几家?", "哪些没有列会议费？"),
        ("哪家的水费最高,花了多少?", "哪家的水费最高,"),
        ("哪家的水费最高,比第二名多多少?", "哪家的水费最高,比第二名多多少?"),
        ("六家单位里没有一家的车超过3辆,对吗?", "没有一家的车超过3辆,对吗?"),
        ("哪家的公务用车数据最全?", "哪家的公务用车数据最全?"),
    ],
)
def test_idioms_in_plain_words(text: str, plain: str) -> None:
    assert plainly_worded(text) == plain


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("是不是至少有三家的水费超过10万元？", "至少有三家的水费超过10万元，对吗？"),
        ("六家里是不是没有一家的车超过20辆？", "六家里没有一家的车超过20辆，对吗？"),
        ("是否每家单位都有车？", "每家单位都有车，对吗？"),
        ("是不是水费最高？", "是不是水费最高？"),
    ],
)
def test_whether_something_is_said_of_so_many(question: str, claim: str) -> None:
    assert said_so(question) == claim


def test_so_many_of_a_sort(library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    own = [d.institute for d in _documents(asker) if re.match(r"[\u4e00-\u9fff]{2,4}?县", d.institute)]
    final = [d.institute for d in _documents(asker) if d.kind == "final"]
    if len(own) > 1:
        answer = asker.ask(f"{NUMBERS[len(own)]}个县级单位的车一共多少辆？")
        assert answer.figures[0].value == str(sum(counted[b] for b in own)), answer.answer
    assert asker.ask(f"{NUMBERS[len(own) + 1]}个县级单位的车一共多少辆？").status is not Status.ANSWERED
    if len(final) > 1:
        answer = asker.ask(f"出了决算的{NUMBERS[len(final)]}家，车一共多少辆？")
        assert answer.figures[0].value == str(sum(counted[b] for b in final)), answer.answer
    assert asker.ask(f"出了决算的{NUMBERS[len(final) + 1]}家，谁的车多？").status is Status.NOT_FOUND


def test_claims_about_what_all_have_together(library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    total, number = sum(counted.values()), NUMBERS[len(counted)]
    for words, right in (
        (f"{number}家的车总数超过{total - 1}辆，对吗？", True),
        (f"{number}家的车加起来超过{total}辆吗？", False),
        (f"{number}家单位的车合计不到{total}辆，对吗？", False),
        (f"{number}家的车加起来有没有{total - 3}辆？", True),
        (f"所有单位的车加起来有没有超过{total + 1}辆？", False),
        (f"有人说{number}家的车一共有{total}辆，属实吗？", True),
    ):
        answer = asker.ask(words)
        assert answer.answer.startswith("是，" if right else "不是，"), (words, answer.answer)
        assert answer.figures[0].value == str(total)
    other = NUMBERS[len(counted) - 1]
    assert asker.ask(f"{other}家的车加起来超过{total - 1}辆，对吗？").status is Status.NOT_FOUND


def test_a_sum_that_not_all_have_is_not_claimed(library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    item = next(i for i in items if len(i.bodies) < len(_documents(asker)))
    assert asker.ask(f"所有单位的{item.name}合计超过1万元，对吗？").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "words", ["{0}的{item}比{1}少百分之几？", "{0}的{item}比{1}低百分之多少？", "{0}的{item}比{1}的少百分之几？"]
)
def test_by_what_part_one_is_less(words: str, library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    for item in items[:4]:
        a, b = item.bodies[-1], item.bodies[0]
        percent = round((item.amounts[b] - item.amounts[a]) / item.amounts[b] * 100, 2)
        answer = asker.ask(words.format(a, b, item=item.name))
        assert abs(Decimal(answer.figures[0].value) - percent) <= Decimal("0.01"), answer.answer
        assert answer.figures[0].unit == "%"


def test_points_of_what_is_no_percentage_are_refused(library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    a, b = items[0].bodies[:2]
    assert asker.ask(f"{a}的{items[0].name}比{b}高多少个百分点？").status is Status.NOT_FOUND


def test_the_two_that_are_furthest_apart(library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    many = list(counted.values())
    assert asker.ask("车辆数相差最大的两家差多少？").figures[0].value == str(many[0] - many[-1])
    assert asker.ask("车辆数差距最小的两家相差多少？").status is Status.NOT_FOUND


def test_a_place_among_all_in_another_order_of_words(
    library: tuple[Asker, list[Item]], counted: dict[str, int]
) -> None:
    asker, _ = library
    last, number = list(counted)[-1], NUMBERS[len(counted)]
    place = 1 + sum(many > counted[last] for many in counted.values())
    for words in (f"{last}在{number}家中车辆数排名第几？", f"{last}在{number}家单位里的车辆数排第几？"):
        assert asker.ask(words).figures[0].value == str(place), words
    yes = asker.ask(f"{last}的车是不是{number}家里最少的？")
    alike = sum(many == counted[last] for many in counted.values())
    assert yes.answer.startswith("是（并列），" if alike > 1 else "是，")
    assert asker.ask(f"{last}的车比别家都少，对吗？").answer.startswith("不是，" if alike > 1 else "是，")


def test_whose_one_thing_is_more_than_another_is_asked_of_each(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    answer = asker.ask("谁的工程采购比货物采购多？")
    both = {
        d.institute: [
            Decimal(asker.ask(f"{d.institute}的政府采购{what}是多少？").figures[0].value) for what in ("工程", "货物")
        ]
        for d in _documents(asker)
    }
    told = answer.answer.split("\n")[0]
    assert all((body in told) is (works > goods) for body, (works, goods) in both.items())


@pytest.mark.parametrize(
    "words",
    [
        "哪些单位三公经费三项全有？",
        "两家决算单位的三公经费决算数比预算数合计少多少？",
        "预算单位的车平均几辆，决算单位的车平均几辆？",
    ],
)
def test_what_is_of_several_kinds_at_once_is_refused(words: str, library: tuple[Asker, list[Item]]) -> None:
    assert library[0].ask(words).status is Status.NOT_FOUND


def test_average_and_middle_in_one_question(library: tuple[Asker, list[Item]], counted: dict[str, int]) -> None:
    asker, _ = library
    mean = round(Decimal(sum(counted.values())) / len(counted), 2)
    answer = asker.ask("各家车辆数的平均数和中位数各是多少？")
    assert any(Decimal(f.value) == mean for f in answer.figures), answer.answer


def test_a_share_of_the_total_is_of_the_whole(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    document = next(d for d in _documents(asker) if d.kind == "budget" and d.level == "department")
    whole = asker.ask("项目支出占总支出的比重是多少？", document.id)
    answer = asker.ask("占总额的比重是多少？", document.id, ["支出预算总额是多少？", "其中项目支出呢？"])
    assert answer.figures[0].value == whole.figures[0].value != "100.00", answer.answer


def test_whose_documents_have_project_forms(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    projects = {d.institute: [p.name for p in asker.view(d.id).disclosure.projects] for d in _documents(asker)}
    own = [body for body, names in projects.items() if names]
    assert own
    for words in (
        "哪家附了项目绩效目标表？项目名称和年度资金总额是什么？",
        "有几家单位公开了项目绩效目标表？",
        "哪些文件里有项目支出绩效目标表，分别是什么项目、多少钱？",
    ):
        answer = asker.ask(words)
        assert answer.figures[-1].value == str(len(own)), answer.answer
        assert all(name in answer.answer for body in own for name in projects[body])
        assert not any(body in answer.answer for body in projects if body not in own)
    for words in ("哪家附了绩效目标表？年度总体目标是什么？", "哪家的绩效目标表里数量指标最多？"):
        assert asker.ask(words).status is not Status.ANSWERED, words
