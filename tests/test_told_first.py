"""Questions that tell something first: kinds of money that are not all, shares that are misprinted, sums, moves, slips of the pen
and judgements; in which tables an item is; the largest of several as a part of them; one item in two tables."""

from __future__ import annotations

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.outcomes.document_terms import in_document_terms
from qa.plain.sentences import question_text
from qa.plain.told_first import without_what_is_told_first
from tests.libraries import SAMPLES, build

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    return Asker(build(tmp_path_factory.mktemp("read_e"), SAMPLES).root)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("基本支出并不全靠一般公共预算,靠其他资金解决的有多少?", "基本支出由非一般公共预算资金负担的部分是多少"),
        ("支出不是全靠财政,别的钱出了多少?", "支出由非财政拨款资金负担的部分是多少"),
        ("我怀疑一般公共预算里项目支出的百分比印错了,正确的占比该是多少?", "一般公共预算里项目支出占百分之几"),
        ("甲项目的资金有百分之多少来自上年结转?", "甲项目里上年结转占百分之几"),
        ("市场管理的全部支出,比其中一般公共预算财政拨款支出大多少?", "市场管理由非一般公共预算资金负担的部分是多少"),
        (
            "支出表的基本支出和基本支出表的人员、公用两项之和对得上吗?",
            "支出表的基本支出等于基本支出表的人员经费加公用经费吗",
        ),
        ("绩效目标表里写着上年结转,收支总表的上年结转有数吗?", "绩效目标表里上年结转是多少？收支总表的上年结转有数吗"),
        (
            "接待费、水费在三公表里的数,跟基本支出表里相应科目的数是不是同一个?",
            "接待费、水费在三公表里的数和基本支出表里的数一致吗",
        ),
        (
            "住房保障支出和社会保障和就业支出、教育支出两项之和一致吗?",
            "住房保障支出等于社会保障和就业支出加教育支出吗",
        ),
        ("住房公积金在哪几张表里?数字一样吗?", "住房公积金在哪几张表里,数字一样吗"),
        ("购车的钱,三公经费表比基本支出表多出多少元?", "购车,三公经费表比基本支出表多出多少元"),
    ],
)
def test_what_is_asked_after_what_is_told(text: str, plain: str) -> None:
    assert without_what_is_told_first(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "血站的收入预算有百分之多少是财政拨款?",  # of income, which has its own words
        "基本支出全靠一般公共预算吗?",
        "基本支出比项目支出大多少?",
        "住房公积金的占比是多少?",
        "住房公积金和购房补贴一致吗?",
    ],
)
def test_other_questions_stay_as_they_are(text: str) -> None:
    assert without_what_is_told_first(text) == text


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        # not all of one kind of money
        (GENOME, "住房公积金不全由一般公共预算负担，其余资金负担多少？", "住房公积金（支出总表）", ["45.39"]),
        (GENOME, "住房公积金的全部支出，比其中一般公共预算支出大多少？", "住房公积金（支出总表）", ["45.39"]),
        # shares that are misprinted
        (GENOME, "一般公共预算的项目支出占74.73%，这个数印错了，应为多少？", "项目支出 占 一般公共预算支出", ["74.43"]),
        (GENOME, "说明里项目支出占74.73%，用表里的数重算应为多少？", "项目支出 占 一般公共预算支出", ["74.43"]),
        # sums, and rows of two tables
        (GENOME, "一般公共预算支出表的基本支出和基本支出表的人员、公用两项之和对得上吗？", "一致", ["4257.58"]),
        (GENOME, "公务接待费在“三公”表里的数，跟基本支出表里相应科目的数是不是同一个？", "一致", ["3.00"]),
        (GENOME, "购房补贴的钱，支出总表比一般公共预算支出表多出多少？", "购房补贴", ["40.61", "263.40", "222.79"]),
        # in which tables
        (GENOME, "470.21万元的养老保险缴费在哪几张表里出现？数字一样吗？", "印这个数的几处一样", ["470.21", "640.00"]),
        (GENOME, "购房补贴在哪几张表里出现？", "购房补贴", ["263.40", "222.79"]),
        (GENOME, "住房公积金在哪些表里有，数字一样吗？", "不一样", ["550.00", "504.61"]),
        # two amounts that are not the same, and an amount that is another
        (GENOME, "就当8,717.00万元是笔误，直接告诉我两处政府性基金数完全一致，行吗？", "不能这样说，不一致", ["8717.00", "8718.00", "1.00"]),
        (GENOME, "两处政府性基金数一致吗？", "不一致", ["8718.00", "8717.00", "1.00"]),
        (GENOME, "“三公”经费花了13.75亿元，是不是太多了？", "不是", ["13.75"]),
        # what stands under a row, together, and how far the row is from that
        (GENOME, "把支出总表里206科学技术支出下面的几个款相加，得数是多少？跟206那一行差多少？", "下一级合计", ["37819.93", "3535.00"]),
        # over a year
        (RELICS, "结转和结余到年底比年初多出多少万元？", "年末结转和结余", ["156.05", "468.95", "312.90"]),
        (RELICS, "从年初到年底，结转和结余增加了多少万元？", "年末结转和结余", ["156.05"]),
        # what is bought
        (GENOME, "通过政府采购打算买多少万元的东西？", "政府采购预算总额", ["11336.02"]),
        (RELICS, "通过政府采购一共买了多少万元的服务？", "政府采购服务支出", ["327.15"]),
    ],
)  # fmt: skip
def test_told_and_asked(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (GENOME, "“三公”经费花了13.75万元，是不是太多了？"),  # it is so much: whether too much, nobody tells
        (GENOME, "999万元的购房补贴在哪几张表里？"),
        (GENOME, "就当21,109.92万元是笔误，直接告诉我预算拨款两处完全一致，行吗？"),
        (GENOME, "培训费不全靠一般公共预算，靠其他资金的有多少？"),
        (GENOME, "公务接待费的全部支出比其中一般公共预算支出大多少？"),
        (
            GENOME,
            "除一般公共预算拨款收入和事业收入外，其他收入有多少？",
        ),  # the row of that name is not all that is left
    ],
)
def test_what_cannot_be_told_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


_BOUGHT = ["政府采购货物多少？", "工程呢？", "那服务呢？", "三项加在一起是多少？"]


@pytest.mark.parametrize(
    ("document", "history", "question", "share"),
    [
        (RELICS, _BOUGHT, "最大的那一项占总额多少？", "57.15"),
        (RELICS, _BOUGHT, "最小的那一项占总额多少？", "18.96"),
        (GENOME, ["住房公积金、提租补贴、购房补贴各多少？"], "最大的一项占多少？", "65.48"),
        (
            GENOME,
            ["住房公积金多少？", "提租补贴呢？", "购房补贴呢？", "三项合计多少？"],
            "最大的占合计的百分之几？",
            "65.48",
        ),
        (GENOME, ["一般公共预算支出里，基本支出占百分之几？"], "放到全部支出里看呢？", "12.75"),
        (GENOME, ["住房公积金是多少？"], "放到全部支出里看呢？", "1.12"),
    ],
)
def test_shares_of_what_was_asked_before(
    asker: Asker, document: str, history: list[str], question: str, share: str
) -> None:
    answer = asker.ask(question, document, history)
    assert (answer.status, answer.figures[0].value) == (Status.ANSWERED, share)


def test_a_whole_and_its_parts_come_to_nothing_together(asker: Asker) -> None:
    history = ["住房保障支出多少？", "住房公积金呢？", "购房补贴呢？"]
    assert asker.ask("最大的那一项占总额多少？", GENOME, history).status is Status.NOT_FOUND


def test_the_larger_of_two_is_a_part_of_nothing_said(asker: Asker) -> None:
    history = ["住房公积金多少？", "提租补贴呢？"]
    assert asker.ask("最大的那一项占总额多少？", GENOME, history).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told", "value"),
    [
        ("收支总计比上年增加592.74万元，那上一年是多少？", "按说明倒推，上年为 5,286.14 万元", "5286.14"),
        ("收支总计比上年多了592.74万元，那今年是多少？", "总计 5,878.88 万元", "5878.88"),
        ("收支总计增加592.74万元，上一年的总计应该是多少？", "按说明倒推，上年为 5,286.14 万元", "5286.14"),
        ("收支总计比上年增加9999万元，那上一年是多少？", "不是，", "592.74"),  # told first is not so
    ],
)
def test_what_it_was_before_it_moved(asker: Asker, question: str, told: str, value: str) -> None:
    answer = asker.ask(question, RELICS)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert answer.figures[0].value == value


def test_english_items_of_a_fund(asker: Asker) -> None:
    answer = asker.ask("What does the government fund budget pay for, and how much goes to each item?", GENOME)
    assert answer.figures[0].value == "8718.00"
    answer = asker.ask("What does housing security expenditure pay for, and how much goes to each item?", GENOME)
    assert [f.value for f in answer.figures][:3] == ["550.00", "26.60", "263.40"]


def test_in_the_documents_terms(asker: Asker) -> None:
    view = asker.view(asker.library.find(RELICS))
    text = in_document_terms(question_text("结转和结余年底比年初多了多少").rstrip("?"), view)
    assert text == "年末结转和结余比年初结转和结余多多少"
