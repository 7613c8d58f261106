"""Questions over several bodies that lean on those before them, claims over all of them, and what is held against budgets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.many import over_bodies
from qa.surveys.against_own import against_budget, furthest, held_against_budget
from qa.surveys.bodies_before import of_bodies_before, with_same_item
from qa.surveys.reading import read_survey
from qa.surveys.reworded import reworded
from qa.surveys.said_so import said_so
from qa.surveys.survey import Act, Bound
from qa.words.periods import kinds_in
from tests.items import Item, invented


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asker, list[Item]]:
    return invented(tmp_path_factory.mktemp("many_said"), 839)


def _counted(asker: Asker, what: str = "车辆有多少辆") -> dict[str, int]:
    return {
        d.institute: int(asker.ask(f"{d.institute}的{what}？").figures[0].value) for d in asker.across.catalog.documents
    }


def _final(asker: Asker) -> list[str]:
    return [d.institute for d in asker.across.catalog.documents if d.kind == "final"]


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("它们俩差多少？", "gap"),
        ("两者相差多少万元？", "gap"),
        ("这两家谁多？多多少？", "gap"),
        ("加起来一共多少？", "sum"),
        ("这两家平均下来是多少？", "mean"),
        ("平均是多少？", "mean"),
    ],
)
def test_what_the_bodies_before_come_to(words: str, made: str, library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    item = next(i for i in items if len(i.bodies) > 2)
    one, other = item.bodies[2], item.bodies[0]
    a, b = item.amounts[one] * 10_000, item.amounts[other] * 10_000
    right = {"gap": b - a, "sum": a + b, "mean": (a + b) / 2}[made]
    for history in (
        [f"{one}的{item.name}是多少？", f"那{other}呢？"],
        [f"{one}的{item.name}是多少？", f"{other}的同一项是多少？"],
        [f"{one}和{other}的{item.name}各是多少？"],
    ):
        answer = asker.ask(words, None, history)
        assert answer.status is Status.ANSWERED, (history, answer.answer)
        assert any(abs(Decimal(f.amount_yuan or 0) - right) <= Decimal("0.01") for f in answer.figures), answer.answer


def test_bodies_of_which_not_the_same_was_asked_are_not_compared(library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    one, other = items[0].bodies[0], items[1].bodies[-1]
    if one == other:
        other = items[1].bodies[0]
    history = [f"{one}的{items[0].name}是多少？", f"{other}的{items[1].name}是多少？"]
    assert asker.ask("它们俩差多少？", None, history).status is Status.NOT_FOUND


def test_bodies_before_are_those_that_were_named_last(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    catalog, (a, b, c) = asker.across.catalog, [d.institute for d in asker.across.catalog.documents[:3]]
    assert of_bodies_before("三家合计多少？", [f"{a}的水费是多少？", f"那{b}呢？", f"那{c}呢？"], catalog) == (
        f"{a}、{b}、{c}的水费合计是多少？"
    )
    assert of_bodies_before("差多少？", [f"{a}的水费是多少？", f"那{b}呢？", f"那{c}呢？"], catalog) == (
        f"{b}的水费和{c}的差多少？"
    )
    assert of_bodies_before("两家差多少？", [f"{a}的水费是多少？", "它的电费呢？"], catalog) is None
    assert of_bodies_before(f"比{a}多多少？", [f"{b}的水费是多少？"], catalog) is None
    assert with_same_item(f"{a}的同一项是多少？", catalog) == f"那{a}呢？"
    assert with_same_item(f"{a}的同一项目支出是多少？", catalog) == f"{a}的同一项目支出是多少？"


@pytest.mark.parametrize(
    "words",
    [
        "“每家单位的车都不少于{}辆”，这话站得住吗？",
        "每家单位的车都不少于{}辆，对吗？",
        "有人说所有单位的车都至少有{}辆，属实吗？",
        "没有一家单位的车少于{}辆，对吗？",
        "Do all the bodies have at least {} vehicles?",
    ],
)
def test_a_claim_about_every_body(words: str, library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    least = min(_counted(asker).values())
    yes, no = asker.ask(words.format(least)), asker.ask(words.format(least + 1))
    assert yes.answer.startswith(("是，", "Yes.")), yes.answer
    assert no.answer.startswith(("不是，", "No.")), no.answer


def test_what_no_body_exceeds(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    most = max(_counted(asker).values())
    for words in ("所有单位的车都不超过{}辆，这个说法对不对？", "没有哪家单位的车超过{}辆，对吗？"):
        assert asker.ask(words.format(most)).answer.startswith("是，")
        assert asker.ask(words.format(most - 1)).answer.startswith("不是，")


def test_two_bodies_said_to_have_the_same(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    counted = _counted(asker)
    (a, many), (b, few) = max(counted.items(), key=lambda p: p[1]), min(counted.items(), key=lambda p: p[1])
    answer = asker.ask(f"有人说{a}和{b}的车正好一样多，属实吗？")
    assert answer.answer.startswith("不是，")
    assert answer.figures[0].value == str(many - few)


@pytest.mark.parametrize(
    ("claim", "plain"),
    [
        ("“各家都有车”，这话站得住吗？", "各家都有车，对吗？"),
        ("“各家单位都有公务用车”，这话站得住吗？", "各家单位都有公务用车，对吗？"),
        ("据说各家单位都有车，这个说法成立吗？", "各家单位都有车，对吗？"),
        ("听说甲局和乙局的车一样多，是真的吗？", "甲局和乙局的车一样多，对吗？"),
        ("哪家的车最多？", "哪家的车最多？"),
        ("各家单位都有车是不是事实？", "各家单位都有车，对吗？"),
        ("说明里写的准确吗", "说明里写的，对吗？"),
    ],
)
def test_what_somebody_is_said_to_claim(claim: str, plain: str) -> None:
    assert said_so(claim) == plain


@pytest.mark.parametrize(
    "words",
    [
        "哪家三公经费决算比预算省得最多？",
        "{}和{}，哪家“三公”经费决算比预算省得更多？省了多少？",
        "三公经费实际比预算节约最多的是哪家？",
        "{}和{}的三公经费，谁的决算比预算省得多？",
        "三公经费决算，谁比预算压减得更多？",
    ],
)
def test_who_saved_most_is_not_who_spent_most(words: str, library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    own = _final(asker)
    saved = {b: -Decimal(asker.ask(f"{b}的三公经费决算比预算少多少？").figures[0].value) for b in own}
    assert len(saved) > 1
    best = max(saved, key=lambda b: saved[b])
    answer = asker.ask(words.format(*own))
    assert answer.answer.startswith(f"少得最多的是 {best}"), answer.answer
    assert abs(Decimal(answer.figures[0].value)) == saved[best]


def test_whose_spending_was_over_its_budget(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    own = _final(asker)
    over = {b for b in own if Decimal(asker.ask(f"{b}的三公经费决算比预算少多少？").figures[0].value) > 0}
    for words in ("哪些单位三公经费超预算了？", "三公经费实际比预算多的有哪些单位？", "哪几家三公经费超出了年初预算"):
        answer = asker.ask(words)
        assert answer.answer.startswith(f"{len(own)} 份文件里有 {len(over)} 家"), answer.answer
    for words in ("哪些单位三公经费决算比预算少？各少多少？", "谁的三公经费没花完预算"):
        assert asker.ask(words).answer.startswith(f"{len(own)} 份文件里有 {len(own) - len(over)} 家")
    for words in ("哪些单位超预算了？", "每家的三公经费都没超预算，对吗", "哪家的三公经费省得最多？"):
        assert asker.ask(words).status is not Status.ANSWERED, words


def test_what_is_held_against_a_budget() -> None:
    least = furthest("哪家三公经费决算比预算省得最少?")
    assert least is not None
    assert (least.asked, least.less, least.least) == ("三公经费决算比预算少多少", True, True)
    over = furthest("哪家公务接待费超预算最多")
    assert over is not None
    assert not over.less
    assert furthest("哪家三公经费比上年少得最多") is None
    assert furthest("哪家的车比平均水平多得最多") is None
    within = against_budget("哪些单位公务接待费决算在预算以内吗")
    assert within is not None
    assert (within.asked, within.way) == ("公务接待费决算比预算少多少", "most")
    assert against_budget("哪些单位项目支出比基本支出多") is None
    assert against_budget("各家三公经费决算比预算少多少") is None
    assert not held_against_budget("哪家比预算单位多")
    assert kinds_in("哪些单位三公经费超预算了", []) == ([], [])
    assert kinds_in("2024年预算里三公经费最高的是谁", [])[0] == ["budget"]


def test_who_has_both_and_who_has_neither(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    cars = [_counted(asker, f"{kind}有几辆") for kind in ("机要通信用车", "应急保障用车")]
    both = {body for body in cars[0] if all(c[body] for c in cars)}
    neither = {body for body in cars[0] if not any(c[body] for c in cars)}
    for words, own in (
        ("哪些单位机要通信用车和应急保障用车都有？", both),
        ("哪些单位同时有机要通信用车和应急保障用车？", both),
        ("机要通信用车、应急保障用车都有的单位有几家？", both),
        ("哪些单位机要通信用车和应急保障用车都没有？", neither),
    ):
        answer = asker.ask(words).answer
        assert answer.startswith(f"6 份文件里有 {len(own)} 家"), answer
        assert all((body in answer) is (body in own) for body in cars[0]), answer
    assert reworded("哪些单位结转和结余都有") == "哪些单位结转和结余都有"


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("卫生健康支出在哪两家的支出里根本没有出现(或者为空)?", "哪两家单位没有卫生健康支出"),
        ("卫生健康支出哪几家没有列", "哪几家单位没有卫生健康支出"),
        ("哪些单位的支出表里没有购房补贴这个科目?", "哪些单位没有支出表里购房补贴"),
        ("卫生健康支出没有出现在哪几家的表里?", "哪几家单位没有卫生健康支出"),
        ("哪家的公务接待费最多", "哪家的公务接待费最多"),
    ],
)
def test_what_has_no_row(words: str, read: str) -> None:
    assert reworded(words) == read


def test_an_item_without_a_row_is_counted_where_that_is_asked(library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    item = next(i for i in items if len(i.bodies) < 6)
    answer = asker.ask(f"{item.name}在哪几家的表里没有出现？")
    named = {d.institute for d in asker.across.catalog.documents} - set(item.bodies)
    assert answer.answer.startswith(f"6 份文件里有 {len(named)} 家"), answer.answer
    assert all(body in answer.answer for body in named)


def test_a_condition_and_the_number_again(library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    item = next(i for i in items if len(i.bodies) > 2)
    for words in ("预算或决算里列了{}的单位有哪几家？一共几家？", "列出有{}的单位。"):
        answer = asker.ask(words.format(item.name)).answer
        assert f"有 {len(item.bodies)} 家" in answer, answer
    assert read_survey("不知所云的单位").asked == ()
    assert read_survey("找出没有培训费、也没有安排会议费的单位").bound == Bound("none")


def test_bodies_with_a_year_and_a_kind_of_their_own(library: tuple[Asker, list[Item]]) -> None:
    asker, items = library
    own = {d.institute: d for d in asker.across.catalog.documents}
    kinds = {"budget": "预算", "final": "决算"}
    pairs = ((i, a, b) for i in items for a in i.bodies for b in i.bodies if own[a].kind != own[b].kind and a != b)
    item, one, other = next(pairs)
    a, b = (f"{x}{own[x].year}年{kinds[own[x].kind]}" for x in (one, other))
    right = abs(item.amounts[one] - item.amounts[other]) * 10_000
    for words in (
        f"同样是{item.name}，{a}和{b}相比，谁多？多多少？",
        f"{a}和{b}的{item.name}相比，谁多？多多少？",
        f"{a}的{item.name}比{b}的{item.name}多多少？",
    ):
        answer = asker.ask(words)
        assert answer.status is Status.ANSWERED, words
        assert any(Decimal(f.amount_yuan or 0) == right for f in answer.figures), answer.answer


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("which body owns the most vehicles", "哪个单位的车辆最多"),
        ("Which two bodies have the most vehicles?", "车辆最多的两家单位是哪几家"),
        ("How many of the bodies have more than 15 vehicles?", "几家单位的车辆超过15辆的"),
        ("Which bodies have no emergency support vehicles?", "哪些单位没有 emergency support vehicles "),
        ("On average, how many vehicles does each body have?", "各家单位的车辆平均是多少"),
        ("What is the total number of vehicles of all the bodies?", "各家单位的车辆合计是多少"),
        ("How many vehicles does the bureau have?", "How many vehicles does the bureau have?"),
        ("Which is larger, basic or project expenditure?", "Which is larger, basic or project expenditure?"),
    ],
)
def test_english_frames_over_bodies(english: str, chinese: str) -> None:
    assert over_bodies(english) == chinese


def test_english_questions_over_all_bodies(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    counted = _counted(asker)
    most = max(counted, key=lambda b: counted[b])
    for words in (
        "Among all the bodies whose documents are in this library, which one owns the most vehicles, and how many?",
        "Which body in this library has the most vehicles?",
    ):
        answer = asker.ask(words)
        assert answer.answer.startswith(f"Highest: {most}"), answer.answer
        assert answer.figures[0].value == str(counted[most])
    total = asker.ask("What is the total number of vehicles of all the bodies in this library?")
    assert total.figures[0].value == str(sum(counted.values()))
    assert read_survey(" 各家单位的 车辆 合计是多少", which=True).act is Act.SUM
