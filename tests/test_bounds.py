"""Amounts, shares and counts that questions hold figures against, as they are read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.documents.groups import joined_body_in, like_body_in
from qa.surveys.reading import read_survey
from qa.surveys.survey import Bound
from qa.terms.claims import claimed
from qa.words.bounds import HELD, Held, held_in


@pytest.mark.parametrize(
    ("text", "way", "number", "unit"),
    [
        ("超过300万元", "over", "300", "万元"),
        ("没有超过300万元", "most", "300", "万元"),
        ("没有达到九成", "under", "90", "%"),
        ("不到8个", "under", "8", "个"),
        ("至少3辆", "least", "3", "辆"),
        ("100万元以上", "least", "100", "万元"),
        ("不超过30%", "most", "30", "%"),
        ("近七成", "near", "70", "%"),
        ("四成多", "more", "40", "%"),
        ("六成四", "is", "64", "%"),
        ("三分之二", "is", str(Decimal(200) / 3), "%"),
        ("百分之十二", "is", "12", "%"),
        ("一半以上", "least", "50", "%"),
        ("过半", "over", "50", "%"),
        ("约67万元", "about", "67", "万元"),
        ("将近900万元", "near", "900", "万元"),
        ("节约0.41万元", "is", "0.41", "万元"),
        ("-24.18万元", "is", "-24.18", "万元"),
        ("大于零", "over", "0", ""),
        ("小于0", "under", "0", ""),
        ("两倍多", "more", "2", "倍"),
        ("1.2亿", "is", "1.2", "亿元"),
        ("超九成", "over", "90", "%"),
        ("逾300万元", "over", "300", "万元"),
    ],
)
def test_what_is_held_against_is_read(text: str, way: str, number: str, unit: str) -> None:
    m = HELD.search(text)
    assert m is not None
    held = held_in(m)
    assert (held.way, held.number, held.unit) == (way, Decimal(number), unit)


@pytest.mark.parametrize(
    ("held", "value", "holds"),
    [
        (Held("over", Decimal(20), "台"), "20", False),
        (Held("least", Decimal(20), "台"), "20", True),
        (Held("under", Decimal(11), "个"), "11", False),
        (Held("is", Decimal(64), "%"), "63.83", True),
        (Held("is", Decimal(65), "%"), "63.83", False),
        (Held("is", Decimal(70), "%", soft=True), "69.05", True),
        (Held("is", Decimal(100), "%"), "99.95", False),
        (Held("near", Decimal(70), "%", soft=True), "69.05", True),
        (Held("near", Decimal(70), "%", soft=True), "70.05", False),
        (Held("more", Decimal(40), "%", soft=True), "49", True),
        (Held("more", Decimal(40), "%", soft=True), "51", False),
        (Held("is", Decimal("24.18"), "万元"), "-24.18", False),
    ],
)
def test_equality_is_no_more_and_a_share_is_right_to_its_last_digit(held: Held, value: str, holds: bool) -> None:
    assert held.holds(Decimal(value)) is holds


@given(st.decimals(-10_000, 10_000, places=2), st.decimals(0, 10_000, places=2))
def test_each_bound_and_its_denial_are_opposites(value: Decimal, limit: Decimal) -> None:
    for words, denied in (("超过", "没有超过"), ("达到", "没有达到")):
        own, other = (HELD.search(f"{w}{limit}万元") for w in (words, denied))
        assert own is not None
        assert other is not None
        assert held_in(own).holds(value) is not held_in(other).holds(value)


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("水费、电费和邮电费都超过1000万元,对吗", ["水费多少", "电费多少", "邮电费多少"]),
        ("水费和电费一共不到60万元,对吗", ["水费和电费一共多少"]),
        ("基本支出占12.75%,项目支出占87.25%,对吗", ["基本支出占多少", "项目支出占多少"]),
        ("办公费占公用经费的1.13%,印刷费占4.06%,对吗", ["办公费占公用经费多少", "印刷费占公用经费多少"]),
        ("卫生健康支出增加595.88万元,增长36.99%,对吗", ["卫生健康支出增加多少万元", "卫生健康支出增长百分之几"]),
        ("住房公积金从1918.02万元降到1862.16万元,对吗", ["住房公积金上年多少", "住房公积金今年多少"]),
        ("公务接待费不超过三公经费的30%,对吗", ["公务接待费占三公经费多少"]),
        ("事业收入没有超过其他收入的20倍,对吗", ["事业收入是其他收入的几倍"]),
        ("水费比电费少,会议费比培训费多,对吗", ["水费比电费少了吗", "会议费比培训费多了吗"]),
        ("三公经费没有增加,对吗", ["三公经费增加了吗"]),
        ("本年支出超过本年收入527.14万元,对吗", ["本年支出比本年收入多多少"]),
        ("公务接待费节约0.41万元,对吗", ["公务接待费决算比预算少多少"]),
    ],
)
def test_each_thing_said_is_a_question(text: str, questions: list[str]) -> None:
    told = claimed(text)
    assert told is not None
    assert [part.question for part in told.parts] == questions


@pytest.mark.parametrize(
    "text", ["公务用车运行费21.56万元和购置费25万元加起来是三公经费吗", "从30万元增加到15万元和20万元,对吗"]
)
def test_what_is_not_read_whole_has_no_parts(text: str) -> None:
    told = claimed(text)
    assert told is not None
    assert told.parts == ()


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        (
            "三公经费在100万到1000万之间的单位有几家",
            Bound("least", Decimal(1_000_000), "元", Bound("most", Decimal(10_000_000), "元")),
        ),
        (
            "三公经费大于100万小于500万的有几家",
            Bound("over", Decimal(1_000_000), "元", Bound("under", Decimal(5_000_000), "元")),
        ),
        ("车辆在11辆以上(不含11辆)的单位有几个", Bound("over", Decimal(11), "辆")),
        ("年末结转和结余为负的单位有哪些", Bound("under", Decimal(0), "元")),
    ],
)
def test_bounds_over_many_documents_keep_both_ends(text: str, bound: Bound) -> None:
    assert read_survey(text).bound == bound


def test_a_bound_with_two_ends_holds_between_them() -> None:
    bound = Bound("least", Decimal(1), "元", Bound("most", Decimal(3), "元"))
    assert [bound.holds(Decimal(n)) for n in range(5)] == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("南斗岭高原生态研究院的三公经费", "南斗岭高原生态研究院"),
        ("北斗岭高原生态研究院的三公经费", ""),
        ("那北斗岭高原生态研究院的三公经费呢", ""),
        ("高原生态研究院的三公经费", ""),
    ],
)
def test_a_body_of_like_name_is_another(question: str, other: str) -> None:
    assert like_body_in(question, "北斗岭高原生态研究院") == other


def test_a_body_named_beside_another_is_seen() -> None:
    assert joined_body_in("万里街道和长寿街道的三公经费") == "长寿街道"
    assert not joined_body_in("水费和电费的合计")


def test_more_digits_than_anybody_prints_are_no_error() -> None:
    held = Held("is", Decimal("3." + "0" * 40 + "1"), "万元")
    assert not held.holds(Decimal("3.4"))
    assert Held("is", Decimal("3." + "0" * 40), "万元").holds(Decimal(3))


def test_each_of_many_things_is_asked_and_an_unknown_one_leaves_the_claim_unread() -> None:
    items = [f"{char}费" for char in "水电气暖邮差租修"]
    told = claimed(f"{'、'.join(items)}都不到3万元,对吗")
    assert told is not None
    assert [part.question for part in told.parts] == [f"{item}多少" for item in items]
    unread = claimed("水费和烟花费都不到3万元,对吗", is_thing=lambda words: words != "烟花费")
    assert unread is not None
    assert unread.parts == ()
