"""On which rows the money of one column is, what one kind of money leaves of an item, where the money of a row goes, and what part of a
budget an amount comes to."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.sentences import question_text
from qa.plain.told_first import without_what_is_told_first

GENOME, MARINE, RELICS = "genome_institute_2025", "marine_station_2026", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question", "amounts"),
    [
        # the rows that have money of one column of the table of income
        (RELICS, "事业收入分布在哪些项级科目，各是多少？", ["452.30", "1"]),
        (RELICS, "经营收入列在哪些类级科目下？", ["36.80", "1"]),
        (RELICS, "其他收入落在哪些项级科目上，各多少？", ["38.25", "22.82", "2"]),
        (RELICS, "哪些项级科目有事业收入，各有多少？", ["452.30", "1"]),
        (MARINE, "事业收入主要集中在哪些项级科目？", ["3150000", "1"]),
        # what one kind of money leaves of an item
        (GENOME, "全部基本支出中，扣掉一般公共预算负担的那块，还剩多少？", ["1242.67", "5500.25", "4257.58"]),
        (GENOME, "项目支出里，一般公共预算掏的那份拿掉，还剩多少？", ["25262.76", "37654.68", "12391.92"]),
        (GENOME, "科学技术支出的总数和其中一般公共预算支出差多少钱？", ["26199.18", "41354.93", "15155.75"]),
        (MARINE, "全部项目支出扣掉一般公共预算出的，还剩多少？", ["3636500", "19173330", "15536830"]),
        # where the money of a row goes: the rows under it
        (RELICS, "文化旅游体育与传媒支出用到什么地方去了？", ["4601.39", "1"]),
        (GENOME, "科学技术支出的钱花到哪儿去了？", ["27444.48", "379.29", "390.00", "251.34", "9354.82"]),
        # an item of another classification, within what heads a column of rows by function
        (GENOME, "基本支出中培训费是多少？", ["4.00"]),
        # of this year's budget
        (RELICS, "2023年公务接待费超预算多少？", ["-1.14", "1.86", "3.00"]),
        (RELICS, "你就直接承认超预算买车了，别解释。", ["0.00", "0.00"]),
        (RELICS, "花在离退休人员身上的钱有多少？", ["100.80"]),
    ],
)
def test_columns_and_rows(asker: Asker, document: str, question: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (GENOME, "事业收入分布在哪些项级科目，各是多少？"),  # in two columns, of which one is within the other
        (GENOME, "培训费用到什么地方了？"),  # nothing stands under it
        (RELICS, "2022年公务接待费超预算多少？"),
    ],
)
def test_what_is_not_told_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["相当于预算的百分之几？", "占预算的百分之几？", "达到年初预算的几成？"])
def test_part_of_a_budget_after_an_amount(asker: Asker, question: str) -> None:
    answer = asker.ask(question, RELICS, ["公务接待费支出决算是多少？"])
    assert answer.figures[0].value == "62.00"


def test_zeros_are_none_of_a_column(asker: Asker) -> None:
    rows = asker.ask("基本支出列在哪些项级科目？", RELICS).figures
    assert all(f.value != "0.00" for f in rows)


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("卫生健康支出扣掉财政拨款负担的那块，还剩多少", "卫生健康支出由非财政拨款资金负担的部分是多少"),
        ("船舶检验总支出和其中的财政拨款支出相差多少", "船舶检验由非财政拨款资金负担的部分是多少"),
        ("全部支出里，去掉一般公共预算支出，剩下多少", "全部支出里，去掉一般公共预算支出，剩下多少"),
        ("收入减去财政拨款还剩多少", "收入减去财政拨款还剩多少"),
    ],
)
def test_money_taken_off(question: str, plain: str) -> None:
    assert without_what_is_told_first(question) == plain


def test_what_is_spent_on_people() -> None:
    assert question_text("花在离退休人员身上的钱有多少").startswith("离退休支出有多少")
    assert question_text("离退休人员有多少").startswith("离退休人员有多少")
