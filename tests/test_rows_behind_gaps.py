"""What a total has more than another by its row, what pays for a gap, two rows named together, and whose part is in a sum before."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.brackets import named_in_chinese
from qa.english.in_chinese import in_chinese
from qa.plain.sentences import question_text, sentences_of
from qa.surveys.idioms import plainly_worded

GENOME, MARINE, RELICS = "genome_institute_2025", "marine_station_2026", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question", "amounts"),
    [
        # which row it is that a total has more
        (GENOME, "收支总表的支出总计比支出总表的合计多多少？多出来的是哪一项？", ["5841.24", "48996.17", "43154.93", "5841.24"]),
        (GENOME, "收支总表的收入总计比本年收入合计多多少，多出来的是哪几项？", ["16728.67", "48996.17", "32267.50", "16728.67"]),
        # both sorts of money are no row of their own
        (GENOME, "财政的和非财政的都算进去，从去年结转过来的钱有多少？", ["16728.67"]),
        # services within procurement, and not all of it
        (MARINE, "政府采购中用来买服务的预算是多少？", ["426.20"]),
        (MARINE, "政府采购里采购服务比采购货物多多少？", ["-112.40", "426.20", "538.60"]),
        (GENOME, "拨款、事业收入以外的其他进账有多少？", ["400.00"]),
        # what is done before what it is done to, and a row by its end
        (RELICS, "保护文物今年花了多少？", ["4149.21"]),
        (GENOME, "机关事业单位职业年金缴费支出和基本养老保险缴费支出一共多少？", ["960.00", "320.00", "640.00"]),
        # the total of one side moved as both
        (RELICS, "收入总计比上年增加了多少？", ["592.74"]),
    ],
)  # fmt: skip
def test_rows_behind_gaps(asker: Asker, document: str, question: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("收支总表的支出总计比支出总表的合计多多少？多出来的是哪一项？", "多出的正是 结转下年(非财政拨款)"),
        ("项目支出比基本支出多多少？多出来的是哪一项？", ""),
        ("住房公积金在支出总表和一般公共预算支出表之间差多少，差额来自哪项收入？", ""),
    ],
)
def test_what_is_not_made_up_by_a_row_is_not_told(asker: Asker, question: str, told: str) -> None:
    answer = asker.ask(question, GENOME)
    assert told in answer.answer
    assert ("另一问没有答案" in (answer.confidence_note or "")) is not bool(told)


def test_two_rows_named_together(asker: Asker) -> None:
    before = asker.ask("住房公积金和购房补贴哪个多，多多少？", RELICS)
    answer = asker.ask("两项住房改革支出里哪一项更多，多多少？", RELICS)
    assert answer.status is Status.ANSWERED
    assert answer.figures == before.figures
    assert asker.ask("两项住房改革支出里哪一项更多？", GENOME).status is Status.NOT_FOUND  # there are three
    assert asker.ask("两项年金缴费哪个多？", GENOME).status is Status.NOT_FOUND  # one of each class: the same money


@pytest.mark.parametrize(
    ("earlier", "question", "part"),
    [
        ("两份预算的收入总计相加是多少？", "其中海洋环境监测站占多大比重？", "10.92"),
        ("三家单位的培训费一共多少？", "其中文物保护中心占百分之几？", "17.85"),
    ],
)
def test_a_part_of_the_sum_before(asker: Asker, earlier: str, question: str, part: str) -> None:
    assert asker.ask(question, None, [earlier]).figures[0].value == part


def test_income_of_one_kind_of_money_is_not_all_of_it(asker: Asker) -> None:
    answer = asker.ask("Which of the budgets has the largest government-fund (政府性基金) income?")
    assert [f.value for f in answer.figures] == ["8718.00", "2400000", "84780000"]
    assert "收入总计" not in in_chinese("How much is the government-fund (政府性基金) income?")
    assert asker.ask("政府性基金收入总计是多少？", GENOME).figures[0].value == "8718.00"


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        (
            "How much did the Shore Station (海洋环境监测站) spend on water?",
            "How much did 海洋环境监测站  spend on water?",
        ),
        ("What was the Relics centre's (文物保护中心) budget?", "What was 文物保护中心's budget?"),
        ("How much did 海洋环境监测站 (Shore Station) spend?", "How much did 海洋环境监测站  spend?"),
        (
            "How much is the Housing Provident Fund (住房公积金)?",
            "How much is the Housing Provident Fund (住房公积金)?",
        ),
    ],
)
def test_bodies_named_twice(question: str, alone: str) -> None:
    assert named_in_chinese(question) == alone


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("哪几家的公用经费反而比人员经费还多?", "哪几家的公用经费比人员经费多?"),
        ("哪些单位的公用经费竟高过人员经费?", "哪些单位的公用经费比人员经费高?"),
        ("有几家的项目支出比基本支出还要多?", "哪几家的项目支出比基本支出多?"),
        ("哪些单位的基本支出明细没列电费这一项?", "哪些单位的基本支出里没有电费这一项?"),
        ("有几家的培训费比上年多?", "有几家的培训费比上年多?"),
    ],
)
def test_surprise_says_nothing(question: str, plain: str) -> None:
    assert plainly_worded(question) == plain


def test_how_many_have_more_of_one_thing_than_of_another(asker: Asker) -> None:
    assert asker.ask("有几家的公用经费比人员经费还要多？").figures[0].value == "0"


def test_both_ends_of_one_kind_of_document(asker: Asker) -> None:
    answer = asker.ask("单看预算文件，培训费最多和最少的分别是哪家，各多少？")
    assert [f.value for f in answer.figures][1:] == ["58500", "4.00"]


def test_lottery_money_by_what_it_is_for() -> None:
    for said in ("彩票公益金拿来办社会福利的钱,今年预算多少", "彩票公益金里用在社会福利上的有多少"):
        assert question_text(said).startswith("用于社会福利的彩票公益金支出")


def test_what_pays_is_asked_apart() -> None:
    gap = "住房公积金在支出总表和一般公共预算支出表之间差多少"
    assert sentences_of(f"{gap},差额来自哪项收入") == [gap, "差额来自哪项收入"]
    assert sentences_of(f"{gap},由哪项收入解决") == [gap, "由哪项收入解决"]


@pytest.mark.parametrize("item", ["提租补贴", "章鱼费"])
def test_a_row_that_is_not_printed_is_not_all_of_its_table(asker: Asker, item: str) -> None:
    gap = f"支出决算表里{item}和收入决算表里{item}差多少？"
    assert asker.ask(gap, RELICS).status is Status.NOT_FOUND
    assert asker.ask(gap.replace(item, "购房补贴"), RELICS).status is Status.ANSWERED


def test_fiscal_money_and_the_rest_that_was_carried_over(asker: Asker) -> None:
    for question in ("财政和非财政，上年结转各是多少？", "上年结转里财政拨款和非财政拨款各有多少？"):
        assert [f.value for f in asker.ask(question, GENOME).figures] == ["8389.76", "8338.91", "16728.67"]
