"""Questions as people say them: spoken words, typing slips, amounts in characters, claims, and what is made of two figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Kind
from qa.answer import AnswerOut, Status
from qa.ask import Asker
from qa.documents.names import without_short_name
from qa.plain.reading import read_plan
from qa.plain.sentences import question_text
from qa.terms.typos import mended
from qa.words.bounds import share_claimed
from qa.words.lexicon import numbered_tables, plainly_said
from qa.words.numerals import in_digits
from qa.words.operations import Operation
from tests.libraries import SAMPLES, build

GENOME, MARINE, RELICS = "genome_institute_2025", "marine_station_2026", "relics_centre_2023"


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    root: Path = tmp_path_factory.mktemp("spoken") / "library"
    build(root, SAMPLES)
    return Asker(root)


def figures(answer: AnswerOut) -> list[tuple[str, str]]:
    return [(f.value, f.unit) for f in answer.figures]


@pytest.mark.parametrize(
    ("document", "question", "stated"),
    [
        (GENOME, "表3与表5的住房公积金差多少？", [("45.39", "万元"), ("550.00", "万元"), ("504.61", "万元")]),
        (GENOME, "住房公积金是购房补贴的几倍？保留两位小数。", [("2.09", "倍"), ("550.00", "万元"), ("263.40", "万元")]),
        (GENOME, "人员经费和公用经费哪个多", [("3371.26", "万元"), ("3814.42", "万元"), ("443.16", "万元")]),
        (GENOME, "公用经费除了物业管理费和委托业务费以外还剩多少", [("278.16", "万元"), ("443.16", "万元")]),
        (GENOME, "水费与电费两项合计占公用经费合计的比重是多少", [("15.21", "%"), ("67.41", "万元")]),
        (GENOME, "物业费平均每个月多少钱", [("9.17", "万元"), ("110.00", "万元")]),
        (GENOME, "陪训花了多少w", [("4.00", "万元")]),
        (GENOME, "寄快递打电话的钱", [("40.00", "万元")]),
        (GENOME, "绩效目标表里年度资金总额前三名是哪几个项目", [("4113.28", "万元"), ("3301.49", "万元"), ("1948.81", "万元")]),
        (RELICS, "公开07表里公务接待费决算多少", [("1.86", "万元")]),
        (MARINE, "货物、工程、服务哪类采购最多", [("538.60", "万元")]),
        (MARINE, "倒推一下2025年的三公经费预算是多少", [("18.90", "万元"), ("18.50", "万元"), ("0.40", "万元")]),
        (MARINE, "How much more is budgeted for electricity than for water?", [("424000", "元"), ("512000", "元")]),
        (GENOME, "科目30231对应什么，金额多少？", [("10.75", "万元")]),
        (GENOME, "开会花多少钱？", [("4.00", "万元")]),  # not the 会花多少钱 within it
        (GENOME, "养人要花多少？", [("3814.42", "万元")]),
        (GENOME, "收支总表里的本年收入合计与支出合计差多少", [("-10887.43", "万元"), ("32267.50", "万元"), ("43154.93", "万元")]),
        (GENOME, "绩效表年度资金总额合计是多少？", [("13151.59", "万元")]),
        (GENOME, "支出总表里科学技术支出里项目支出占多大比例", [("91.05", "%")]),
        (GENOME, "职业年金是养老保险的百分之几", [("50.00", "%")]),
        (GENOME, "How much of the basic expenditure is not from the general public budget?", [("1242.67", "万元")]),
        (GENOME, "What percentage is official reception of three public expenses?", [("21.82", "%")]),
        (GENOME, "Which project has the largest budget?", [("4113.28", "万元")]),
        (GENOME, "What is code 30211?", [("15.00", "万元")]),
        (GENOME, "非财政拨款的收入有多少", [("6900.00", "万元")]),
        (GENOME, "上年结转里非财政拨款多少", [("8338.91", "万元")]),
        (GENOME, "财政拨款占收入总计的百分之几", [("51.77", "%")]),
        (GENOME, "收入总计减去财政拨款收入", [("23628.67", "万元")]),
        (GENOME, "扣除上年结转后的收入", [("32267.50", "万元")]),
        (GENOME, "哪个项目财政拨款最多", [("2351.12", "万元")]),
        (GENOME, "哪个项目上年结转最多", [("1762.16", "万元")]),
        (GENOME, "所有绩效表的上年结转合计", [("3710.07", "万元")]),
        (GENOME, "水费加电费等于多少", [("67.41", "万元")]),
        (GENOME, "除了住房保障支出，其余支出合计多少", [("42314.93", "万元")]),
        (MARINE, "一般公共预算基本支出里最大的一项", [("14344432", "元")]),
        (MARINE, "一般公共预算里最大的支出", [("35568369", "元")]),
        (MARINE, "三公经费预算比上年", [("0.40", "万元")]),
    ],
)  # fmt: skip
def test_what_is_meant_is_answered_first(
    asker: Asker, document: str, question: str, stated: list[tuple[str, str]]
) -> None:
    assert figures(asker.ask(question, document))[: len(stated)] == stated


@pytest.mark.parametrize(
    ("document", "question", "begins"),
    [
        (GENOME, "部门公开表6里公用经费的款级科目，有没有哪一项超过三百万元？", "没有"),
        (GENOME, "基本支出表的公用经费里超过100万元的科目有哪些", "有 1 个：物业管理费 110.00 万元"),
        (GENOME, "公务接待费超过5万元吗", "没有"),
        (GENOME, "公务接待费超过两万元吗", "是"),
        (GENOME, "听说养人的钱比办公运转的钱少，是这样吗？", "不是"),
        (GENOME, "听说养人的钱比办公运转的钱多，是这样吗？", "是"),
        (GENOME, "项目支出占了支出总计八成以上，对吗", "是"),
        (GENOME, "项目支出占了支出总计九成以上，对吗", "不是"),
        (RELICS, "三公经费花超了吗", "没有"),
        (GENOME, "国有资本经营预算支出表是空的吗", "是，"),
        (
            GENOME,
            "财政拨款收支平衡吗",
            "一致：收入总计（财政拨款收支总表）为 33,757.26 万元，支出总计（财政拨款收支总表）",
        ),
        (GENOME, "本年支出加结转下年等于支出总计吗", "一致"),
        (GENOME, "一般公共预算项目支出占比是74.73%吗", "不是，"),  # the notes print it; the tables do not bear it out
        (GENOME, "财政拨款和事业收入哪个多", "一、本年收入更多"),
        (MARINE, "公务接待费减少了吗", "是，"),
        (MARINE, "公务接待费增加了吗", "不是，"),
        (GENOME, "公务用车购置费是空白吗", "不是，"),  # a printed zero is no blank
        (GENOME, "公务接待费是空的吗", "不是，"),
        (GENOME, "政府性基金收支总表与收支总表的数一致吗？", "一致"),
        (GENOME, "一般公共预算支出表和财政拨款收支总表一致吗", "一致"),
        (MARINE, "收入支出是否平衡", "一致"),
        (GENOME, "Is the total income equal to total expenditure?", "Yes; "),
        (GENOME, "Does the institute have state capital operating budget expenditure?", "No; "),
        (RELICS, "三公经费比2022年涨了，真的假的？", "不是"),
        (RELICS, "三公经费比2022年降了，真的假的？", "是"),
    ],
)
def test_a_claim_is_held_against_the_figures(asker: Asker, document: str, question: str, begins: str) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(begins)
    assert answer.citations


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (MARINE, "How much did the cafeteria spend on water?"),
        (GENOME, "食堂大厨的培训费多少"),
        (GENOME, "把太空舱租给外面的那笔钱，基本支出里是多少"),
        (GENOME, "治污水的钱安排了多少"),
        (MARINE, "下属的检测中心单独花了多少钱？"),
        (RELICS, "下面那个财政所单独花了多少钱？"),
        (GENOME, "飞船项目里花钱最多的前三项是什么"),
        (GENOME, "对外合作项目的负责人是谁"),
        (GENOME, "社会保险缴费合计"),  # no 社会保障和就业支出
        (GENOME, "结转下年里财政拨款有多少"),  # what is printed is 非财政拨款
        (GENOME, "政府性基金收支平衡吗"),
        (GENOME, "三公经费高吗"),
        (GENOME, "九个项目年度资金合计"),
        (GENOME, "最低工资多少"),
        (GENOME, "办公费加水费加电费等于邮电费加差旅费吗"),
        (GENOME, "2025年公务接待批次"),
        (RELICS, "局领导有几位"),  # cars for leaders are no leaders
        (RELICS, "人均工资"),
        (GENOME, "科目9999999是什么"),
    ],
)
def test_what_is_about_something_else_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status in {Status.NOT_FOUND, Status.REFUSED}


def test_what_a_table_leaves_blank_is_listed(asker: Asker) -> None:
    answer = asker.ask("基本支出表里有哪些空白科目", GENOME)
    assert answer.answer.startswith("空白的科目有 31 个：奖金、咨询费、")
    assert len(answer.citations) > 1


@pytest.mark.parametrize(
    ("document", "question", "says"),
    [
        (GENOME, "What does carry-over from previous year mean?", "The document says: “4.上年结转:"),
        (
            GENOME,
            "What was the final account expenditure in 2024?",
            "This document is of 2025; it has no figures of 2024.",
        ),
        (GENOME, "What did the institute spend on medical insurance?", "“职工基本医疗保险缴费” is listed on page"),
    ],
)
def test_an_english_question_gets_an_english_answer(asker: Asker, document: str, question: str, says: str) -> None:
    assert asker.ask(question, document).answer.startswith(says)


def test_a_project_named_alone_is_asked_what_the_other_was(asker: Asker) -> None:
    first, second = "人才支撑体系专项", "科研条件与技术支撑体系专项"
    asked = asker.ask(f"{first}的满意度指标值是多少？", GENOME)
    again = asker.ask(f"{second}呢？", GENOME, [f"{first}的满意度指标值是多少？"])
    direct = asker.ask(f"{second}的满意度指标值是多少？", GENOME)
    assert (again.answer, again.status) == (direct.answer, direct.status)
    assert asked.answer != again.answer


def test_a_follow_up_that_names_something_unknown_does_not_lean(asker: Asker) -> None:
    before = ["政府采购预算是多少？"]
    assert figures(asker.ask("服务类呢？", MARINE, before))[0] == ("426.20", "万元")
    assert asker.ask("其中太空舱那一类呢？", MARINE, before).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("document", "before", "question", "stated"),
    [
        (GENOME, "支出总表里科学技术支出", "其中项目支出", ("37654.68", "万元")),
        (GENOME, "一般公共预算支出", "其中基本支出呢", ("4257.58", "万元")),  # of that money, not of all
        (GENOME, "一般公共预算支出", "其他收入呢", ("400.00", "万元")),
        (GENOME, "三公经费", "其中公务接待费", ("3.00", "万元")),
        (GENOME, "对外合作与交流经费", "上年结转呢", ("93.04", "万元")),
        (GENOME, "支出总表里科学技术支出", "里面基础研究占多少", ("66.36", "%")),
    ],
)
def test_a_part_is_one_of_what_was_asked_before(
    asker: Asker, document: str, before: str, question: str, stated: tuple[str, str]
) -> None:
    assert figures(asker.ask(question, document, [before]))[0] == stated


@pytest.mark.parametrize(("document", "before"), [(GENOME, "水费"), (RELICS, "办公费"), (MARINE, "水费")])
def test_a_part_that_an_item_does_not_have_is_not_taken_from_the_whole(
    asker: Asker, document: str, before: str
) -> None:
    assert asker.ask("里面项目支出多少", document, [before]).status is Status.NOT_FOUND


def test_last_year_in_final_accounts_is_their_own_and_that_is_said(asker: Asker) -> None:
    answer = asker.ask("去年公务接待费", RELICS)
    assert figures(answer)[0] == ("1.86", "万元")
    assert "“去年”按 2023 年理解" in answer.confidence_note
    assert asker.ask("上年公务接待费", RELICS).status is Status.NOT_FOUND


def test_who_asks_what_an_institute_does_is_told_its_duties_and_no_headings(asker: Asker) -> None:
    answer = asker.ask("这单位平常是干嘛的", MARINE)
    assert "海水水质" in answer.answer
    assert "名词解释" not in answer.answer


def test_a_reason_that_is_not_given_is_not_made_up(asker: Asker) -> None:
    answer = asker.ask("2026年收支总计为啥比2025年变了，原因是啥？", MARINE)
    assert answer.status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("九千五百块", "9500元"),
        ("两千万元", "2000万元"),
        ("十五万", "15万"),
        ("三万元", "3万元"),
        ("第二十三页", "第二十三页"),
        ("三公经费", "三公经费"),
        ("一般公共预算", "一般公共预算"),
    ],
)
def test_amounts_in_characters_are_read(said: str, written: str) -> None:
    assert in_digits(said) == written


_WORDS = "零一二三四五六七八九"


@given(st.integers(min_value=11, max_value=9999))
def test_every_number_written_out_is_read_as_itself(number: int) -> None:
    written, zero = "", False
    for digit, tens in zip(f"{number:04d}", ("千", "百", "十", ""), strict=True):
        if digit == "0":
            zero = bool(written)
        else:
            written += ("零" if zero else "") + _WORDS[int(digit)] + tens
            zero = False
    assert in_digits(f"{written}万元") == f"{number}万元"


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("住房公积金是购房补贴的几倍", Operation.RATIO),
        ("物业费月均多少", Operation.MONTHLY),
        ("超过100万元的科目有哪些", Operation.FILTER),
        ("单价100万元以上设备有几台", Operation.LOOKUP),
        ("水费电费哪个多", Operation.VERSUS),
        ("公务接待费比上年多多少", Operation.CHANGE),
        ("人员经费占基本支出的八成以上对吗", Operation.SHARE),
        ("商品和服务支出里排第二的是哪个", Operation.EXTREME),
    ],
)
def test_what_is_to_be_done_is_read_from_the_words(question: str, operation: Operation) -> None:
    assert read_plan(question_text(question)).plan.operation is operation


def test_tables_are_known_by_the_numbers_printed_above_them() -> None:
    tables = {3: Kind.EXPENDITURE, 6: Kind.BASIC}
    assert numbered_tables("部门公开表3里住房公积金", tables) == "支出总表里住房公积金"
    assert numbered_tables("公开06表", tables) == "一般公共预算基本支出表"
    assert numbered_tables("表六的合计", tables) == "一般公共预算基本支出表的合计"
    assert numbered_tables("表9的合计", tables) == "表9的合计"
    assert numbered_tables("代表3个单位", tables) == "代表3个单位"
    assert numbered_tables("与政府性基金收支表一致吗", {1: Kind.BASIC}) == "与政府性基金收支表一致吗"
    assert numbered_tables("两张表一样吗", {1: Kind.BASIC}) == "两张表一样吗"


def test_short_names_of_the_institute_are_no_items() -> None:
    assert without_short_name("农机站的水费", "栖原市农机推广站") == "的水费"
    assert without_short_name("加油站的费用", "栖原市农机推广站") == "加油站的费用"


def test_shares_that_are_claimed_are_bounded_as_said() -> None:
    assert share_claimed("占了八成以上") == (Decimal(80), "over")
    assert share_claimed("占不到一半") == (Decimal(50), "under")
    assert share_claimed("占七成半") == (Decimal(75), "")
    assert share_claimed("占百分之二十三") == (Decimal(23), "")
    assert share_claimed("占多少") is None


def test_what_sounds_alike_is_mended_only_where_one_thing_can_be_meant(asker: Asker) -> None:
    view = asker.view(asker.library.find(GENOME))
    assert mended("陪训花了多少", view)[1:] == ("陪训", "培训")
    assert mended("环境卫身", view)[0] == ""


@pytest.mark.parametrize(
    ("spoken", "plain"),
    [
        ("花了多少w", "花了多少万元"),
        ("咋样", "怎么"),
        ("三公花超了没有", "三公决算是否超过预算"),
        ("涨了,真的假的", "增加了对吗"),
    ],
)
def test_spoken_words_are_said_plainly(spoken: str, plain: str) -> None:
    assert plainly_said(spoken) == plain
