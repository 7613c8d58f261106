"""Everyday questions of what an item was the year before and of what was budgeted for it: how it moved, whether, why."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from extract.model import Kind
from qa.answer import Status
from qa.ask import Asker
from qa.documents.figures import Figure, View
from qa.outcomes.shifts import changed
from qa.plain.against_plan import against_plan
from qa.plain.year_on_year import year_on_year
from qa.terms.resolve import Wanted
from qa.words.operations import Operation
from qa.words.plan import Plan

GENOME = "genome_institute_2025"
RELICS = "relics_centre_2023"


@pytest.fixture(scope="module")
def view(asker: Asker) -> View:
    return asker.view(asker.library.find(GENOME))


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("今年是否砍了购房补贴的预算", "购房补贴比上年减少了吗"),
        ("单位今年是否加大了购房补贴的投入", "购房补贴比上年增加了吗"),
        ("购房补贴今年是不是多了", "购房补贴比上年增加了吗"),
        ("购房补贴今年涨没涨", "购房补贴比上年增加了吗"),
        ("购房补贴低于上年执行数吗", "购房补贴比上年执行数减少了吗"),
        ("购房补贴今年没变吧", "购房补贴与上年持平吗"),
        ("购房补贴有没有变动", "购房补贴比上年有变化吗"),
        ("今年三公经费压了多少", "三公经费比上年减少多少"),
        ("购房补贴增减额", "购房补贴比上年增减多少"),
        ("比起去年,购房补贴多花多少钱", "购房补贴比上年增加多少万元"),
        ("购房补贴按比例算比上年高出多少", "购房补贴比上年增加百分之几"),
        ("购房补贴比2024年变了多少,幅度多大", "购房补贴比上年增减多少,幅度百分之几"),
        ("去年和今年,哪年的购房补贴多", "购房补贴比上年是增加还是减少"),
        ("三公经费是多了还是少了", "三公经费比上年是增加还是减少"),
        ("听说购房补贴少了5.6万元,是真的吗", "购房补贴比上年减少了5.6万元吗"),
        ("购房补贴怎么涨了", "购房补贴为什么增加"),
        ("购房补贴凭什么比去年多", "购房补贴为什么比上年增加"),
        ("把购房补贴两年的数都报一下", "购房补贴2024年和2025年各是多少"),
        ("今年进账的预算比去年少了多少", "今年进账的预算比上年减少多少"),
    ],
)
def test_a_change_is_asked_in_many_words(view: View, asked: str, plain: str) -> None:
    assert year_on_year(asked, view) == plain


@pytest.mark.parametrize(
    "asked",
    [
        "购房补贴是多少",
        "购房补贴今年多不多",
        "购房补贴高吗",
        "去年购房补贴增加了多少",
        "购房补贴明年会涨吗",
        "购房补贴决算比预算多多少",
        "购房补贴和住房公积金比去年多了多少",
        "购房补贴比住房公积金今年多了多少",
        "购房补贴和提租补贴差多少",
        "那购房补贴呢,变了多少",
        "食堂今年涨了吗",
        "购房补贴从300万元减少到222.79万元,对吗",
        "购房补贴超过上年的76%,对吗",
        "购房补贴今年和去年一共多少",
    ],
)
def test_other_questions_stay_as_they_are(view: View, asked: str) -> None:
    assert year_on_year(asked, view) == ""


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("公务接待费超预算多少", "公务接待费决算比年初预算多多少"),
        ("公务接待费超支额", "公务接待费决算比年初预算多多少"),
        ("公务接待费是不是超预算了", "公务接待费决算是否超过预算"),
        ("公务接待费预决算差多少", "公务接待费决算与年初预算相差多少"),
        ("报一下公务接待费的预决算数", "公务接待费的年初预算和决算各是多少"),
        ("公务接待费预算和决算为什么对不上", "公务接待费决算与年初预算不一致的原因是什么"),
        ("公务接待费比去年超预算多少", ""),
        ("公务接待费预算多少", ""),
    ],
)
def test_what_was_spent_is_held_against_the_budget_in_many_words(view: View, asked: str, plain: str) -> None:
    assert against_plan(asked, view) == plain


@pytest.mark.parametrize(
    "question",
    [
        "单位今年是否加大了购房补贴的投入？",
        "购房补贴增减额",
        "今年三公经费压了多少？",
        "听说购房补贴少了5.6万元，是真的吗",
        "把购房补贴两年的数都报一下",
        "购房补贴怎么涨了？",
        "2024年购房补贴比上年增加多少？",
        "购房补贴明年会涨吗？",
        "公务接待费是不是超预算了？",
        "购房补贴和住房公积金比上年一共增加多少？",
    ],
)
def test_what_an_item_is_does_not_tell_how_it_moved(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("收支总计降了没", "不是，收支总计增加 592.74 万元"),
        ("收支总计今年涨没涨", "是，收支总计增加 592.74 万元"),
        ("公务接待费超没超预算", "没有，公务接待费的决算数"),
        ("公务接待费是不是超预算了？", "没有，公务接待费的决算数"),
        ("公务接待费超预算多少？", "1.86 − 3.00 = -1.14"),
    ],
)
def test_whether_and_by_how_much_it_moved(asker: Asker, question: str, told: str) -> None:
    answer = asker.ask(question, RELICS)
    assert answer.status is Status.ANSWERED
    assert told in answer.answer


def test_a_change_is_asked_for_in_per_cent_after_it(asker: Asker) -> None:
    answer = asker.ask("折成百分比是多少？", RELICS, ["收支总计比上年增加多少？"])
    assert "11.21%" in answer.answer
    assert answer.figures[0].value == "11.21"


@pytest.fixture(scope="module")
def two_years(view: View) -> View:
    """The document as if its table of the general public budget printed the year before of two rows: one less, one more."""
    before = {"购房补贴": Decimal("300.00"), "住房公积金": Decimal("500.00")}
    figures: list[Figure] = []
    for figure in view.figures:
        if figure.table is Kind.GENERAL_PUBLIC and figure.row in before and figure.column_role == "total":
            now = replace(figure, year=2025, measure="budget")
            place = (*figure.ref[:2], 99)
            figures += [now, replace(now, ref=place, year=2024, measure="prior", value=before[figure.row])]
        else:
            figures.append(figure)
    return View(view.disclosure, tuple(figures))


@pytest.mark.parametrize(
    ("question", "told", "first"),
    [
        (
            "购房补贴和住房公积金比上年各增减多少",
            "购房补贴 2025 年 222.79 万元，比 2024 年的 300.00 万元减少",
            "-77.21",
        ),
        ("购房补贴和住房公积金哪个比上年增加得多", "增加得多的是住房公积金：住房公积金", "4.61"),
        ("购房补贴和住房公积金哪个比上年减少得多", "减少得多的是购房补贴：购房补贴", "-77.21"),
        ("购房补贴和住房公积金比上年都增加了吗", "不是，购房补贴", "-77.21"),
    ],
)
def test_each_of_several_things_is_held_against_the_year_before(
    two_years: View, question: str, told: str, first: str
) -> None:
    outcome = changed(Plan(operation=Operation.CHANGE, first=question), two_years, Wanted())
    assert outcome.text.startswith(told)
    assert outcome.stated[0].value == Decimal(first)
    assert {s.sources[0].row for s in outcome.stated} == {"购房补贴", "住房公积金"}


def test_the_amounts_of_two_years_come_before_what_they_are_apart(two_years: View) -> None:
    plan = Plan(operation=Operation.CHANGE, first="购房补贴2024年和2025年各是多少")
    stated = changed(plan, two_years, Wanted()).stated
    assert [s.value for s in stated[:3]] == [Decimal("222.79"), Decimal("300.00"), Decimal("-77.21")]


def test_things_are_not_held_against_the_year_before_together(two_years: View) -> None:
    plan = Plan(operation=Operation.CHANGE, first="购房补贴和住房公积金合计比上年增加多少")
    assert changed(plan, two_years, Wanted()).status is Status.NOT_FOUND
