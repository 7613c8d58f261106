"""Everyday sentences about one row of a table: in two tables, without one kind of money, what stands under it, on which page;
and about the blank rows of a table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from qa.answer import Outcome, Stated, Status
from qa.ask import Asker
from qa.documents.figures import View
from qa.guards.named_money import of_named_money
from qa.outcomes.document_terms import in_document_terms
from qa.plain.asked_of_row import asked_of_row
from qa.plain.planned import planned_for
from qa.plain.sentences import question_text

GENOME = "genome_institute_2025"


@pytest.fixture(scope="module")
def view(asker: Asker) -> View:
    return asker.view(asker.library.find(GENOME))


def read(question: str, view: View) -> str:
    return in_document_terms(question_text(question), view)


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("把住房公积金在支出总表、一般公共预算支出表两张表里的数都报一下", "住房公积金在支出总表和一般公共预算支出表里各是多少"),
        ("支出总表上住房公积金多少钱，一般公共预算支出表上多少钱", "住房公积金在支出总表和一般公共预算支出表里各是多少"),
        ("同样是住房公积金，支出总表里的数大过一般公共预算支出表多少", "住房公积金在支出总表里比一般公共预算支出表多多少"),
        ("以一般公共预算支出表为底，支出总表的住房公积金多列了多少", "住房公积金在支出总表里比一般公共预算支出表多多少"),
        ("相对一般公共预算支出表，支出总表的住房公积金高多少", "住房公积金在支出总表里比一般公共预算支出表多多少"),
        ("一般公共预算支出表的住房公积金低于支出总表多少", "住房公积金在一般公共预算支出表里比支出总表少多少"),
        ("住房公积金，支出总表和一般公共预算支出表核得上不", "支出总表和一般公共预算支出表的住房公积金一致吗"),
        ("住房公积金没列进一般公共预算的有多少钱", "住房公积金由非一般公共预算资金负担的部分是多少"),
        ("把一般公共预算刨开，住房公积金多少", "住房公积金由非一般公共预算资金负担的部分是多少"),
        ("住房公积金由其他资金（不含一般公共预算）承担多少", "住房公积金由非一般公共预算资金负担的部分是多少"),
        ("财政拨给住房公积金的钱是几多", "住房公积金的财政拨款是多少"),
        ("基本支出给基础研究划了多少款", "基础研究的基本支出是多少"),
        ("基础研究没算进基本支出的有多少钱", "除基本支出外,基础研究是多少"),
        ("住房改革支出下设什么科目", "住房改革支出下面有哪些科目"),
        ("住房改革支出包含的子科目", "住房改革支出下面有哪些科目"),
        ("哪些科目归在住房改革支出下", "住房改革支出下面有哪些科目"),
        ("一般公共预算支出表里设住房公积金这行了吗", "一般公共预算支出表里有没有住房公积金"),
        ("基本支出表空格都在哪些科目", "基本支出表里哪些科目是空的"),
        ("基本支出表里哪些科目一分钱没编", "基本支出表里哪些科目是空的"),
    ],
)  # fmt: skip
def test_one_row_is_asked_for_in_many_words(view: View, asked: str, plain: str) -> None:
    assert read(asked, view) == plain


@pytest.mark.parametrize(
    "asked",
    [
        "住房公积金属于哪个科目",
        "住房改革支出下面哪个科目最大",
        "住房改革支出下面有哪些科目是空的",
        "基本支出表里哪些科目有数",
        "支出总表里没有项目支出的科目有哪些",
        "住房公积金占一般公共预算的多少",
        "住房公积金里一般公共预算以外的占多少",
        "为什么住房公积金没列进一般公共预算",
        "财政给住房公积金的钱比去年多多少",
        "支出总表和一般公共预算支出表的住房公积金合计多少",
        "一般公共预算结转以外的住房公积金多少",
    ],
)
def test_what_asks_more_is_left_as_it_is(view: View, asked: str) -> None:
    assert asked_of_row(asked, view) == asked


def test_what_one_kind_of_money_does_not_pay(asker: Asker) -> None:
    got = asker.ask("住房公积金没列进一般公共预算的有多少钱？", GENOME)
    assert got.figures[0].value == "45.39"
    assert asker.ask("住房公积金（不含一般公共预算）多少钱？", GENOME).figures[0].value == "45.39"
    assert asker.ask("其他资金（一般公共预算以外）给住房公积金多少？", GENOME).figures[0].value == "45.39"


def test_one_item_is_not_added_to_itself(asker: Asker) -> None:
    assert asker.ask("支出总表和一般公共预算支出表的住房公积金合计多少？", GENOME).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "asked",
    ["住房公积金的数出自哪页？", "住房公积金页码是多少？", "想查住房公积金，该看哪页？", "住房公积金这一项位于哪页"],
)
def test_on_which_page(asker: Asker, asked: str) -> None:
    plain = asker.ask("住房公积金在第几页？", GENOME)
    assert plain.status is Status.ANSWERED
    assert asker.ask(asked, GENOME).answer == plain.answer


def test_how_many_pages_a_document_has_is_not_printed(asker: Asker) -> None:
    assert asker.ask("文件一共几页？", GENOME).status is Status.NOT_FOUND


def test_the_row_above(asker: Asker) -> None:
    for asked in ("住房公积金归在哪个科目下面？", "购房补贴属于哪个科目？"):
        assert asker.ask(asked, GENOME).answer.startswith("住房改革支出 840.00 万元")


def test_what_a_code_stands_for(asker: Asker) -> None:
    assert asker.ask("编码为2210201的那行写的什么科目，什么数？", GENOME).answer.startswith("住房公积金 550.00 万元")


def test_a_row_of_another_kind_of_money_is_none_of_the_one_that_is_named(view: View) -> None:
    fund = next(f for f in view.figures if f.is_fact and f.value == Decimal("8718.00") and "政府性基金" in f.row)
    told = Outcome(Status.ANSWERED, "", [Stated.of(fund)])
    asked = planned_for("一般公共预算超长期特别国债安排的支出是多少", view)
    assert of_named_money(asked, told).status is Status.NOT_FOUND


def test_a_kind_of_money_and_a_table_of_accounts_are_no_measure(view: View) -> None:
    assert planned_for("住房公积金的一般公共预算数", view).plan.measures == ()
    assert planned_for("支出决算表里住房公积金的年初预算是多少", view).plan.measures == ("budget",)
