"""What is worked out from several answers, restated, or added to what was asked before: exact on the samples, else refused."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from qa.answer import AnswerOut, Status
from qa.ask import Asker
from tests.libraries import SAMPLES, build

GENOME, MARINE, RELICS = "genome_institute_2025", "marine_station_2026", "relics_centre_2023"


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    folder = tmp_path_factory.mktemp("conditions")
    build(folder / "library", SAMPLES)
    return Asker(folder / "library")


def first(answer: AnswerOut) -> Decimal:
    """The figure told first: in 元 where it is money."""
    assert answer.status is Status.ANSWERED, answer.answer
    return Decimal(answer.figures[0].amount_yuan or answer.figures[0].value)


@pytest.mark.parametrize(
    ("document", "question", "value"),
    [
        # rows under another that keep to a bound
        (MARINE, "工资福利支出里超过200万元的科目合计是多少", "29730144"),
        (MARINE, "工资福利支出中200万元以上的科目合计", "29730144"),
        (MARINE, "商品和服务支出里低于10万元的各项之和", "407067"),
        (MARINE, "商品和服务支出里超过50万元的科目占商品和服务支出的比例", "34.54"),
        (MARINE, "社会保障和就业支出下超过100万元的项级科目占社会保障和就业支出的比重", "86.15"),
        (GENOME, "基础研究里低于2000万元的项合计多少", "23700000"),
        (RELICS, "支出超过300万元的项级科目合计多少", "44913900"),
        # parts of one whole
        (MARINE, "行政事业单位养老支出中事业单位离退休的比重", "8.60"),
        (MARINE, "基本工资和津贴补贴占工资福利支出的比重合计多少", "29.09"),
        (MARINE, "商品和服务支出中水费、电费和邮电费共占多少", "16.83"),
        (MARINE, "水费加电费占商品和服务支出的几成", "13.53"),
        (MARINE, "绩效工资占工资福利支出的比重比基本工资高多少个百分点", "22.24"),
        (MARINE, "基本工资占工资福利支出的比重比绩效工资低多少个百分点", "-22.24"),
        (MARINE, "绩效工资和基本工资的差额占工资福利支出的比例", "22.24"),
        # one amount divided, several added and taken off
        (MARINE, "物业管理费的一半是多少", "510000"),
        (MARINE, "物业管理费每季度平均多少", "255000"),
        (MARINE, "福利费与水费的比是多少", "5.65"),
        (MARINE, "基本支出与项目支出之比", "2.13"),
        (MARINE, "电费加水费减印刷费等于多少", "540000"),
        # of all money and of one kind; two years
        (RELICS, "文物的总支出比一般公共预算财政拨款支出多多少", "3536500"),
        (MARINE, "财政拨款收入今年和去年一共多少", "110580000"),
        (RELICS, "收支总计比上年的增加额占今年的比例", "10.08"),
        # codes and columns
        (MARINE, "211的项目支出是多少", "14594930"),
        (MARINE, "208的基本支出占多少", "94.26"),
        (MARINE, "污染减排和抚恤的项目支出相差多少", "8874750"),
        (RELICS, "结转到下一年的有多少", "4689500"),
        (GENOME, "所有项目资金合计多少", "131515900"),
    ],
)
def test_what_is_worked_out_is_exact(asker: Asker, document: str, question: str, value: str) -> None:
    assert first(asker.ask(question, document)) == Decimal(value)


@pytest.mark.parametrize(
    ("document", "question", "said"),
    [
        (MARINE, "物业管理费在商品和服务支出中的比例高于25%吗", "不是，物业管理费 占 商品和服务支出 的 23.00%"),
        (MARINE, "物业管理费在商品和服务支出中的比例高于20%吗", "是，物业管理费 占 商品和服务支出 的 23.00%"),
        (GENOME, "工资福利支出里其他工资福利支出最多，是吗", "不是，最高的是 绩效工资"),
        (MARINE, "工资福利支出里绩效工资最多，是吗", "是，最高的是 绩效工资"),
        (MARINE, "电费、购房补贴、水体中哪个最多", "最多的是 水体 427.53 万元"),
        (MARINE, "办公费、印刷费、水费里最少的是哪个", "最少的是 印刷费 6 万元"),
        (MARINE, "污染减排的项目支出比基本支出多，对吗", "不是，"),
        (RELICS, "三公经费三项中，决算比预算少得最多的是哪项", "因公出国（境）费 比预算少 5.00 万元"),
        (GENOME, "今年有公务用车购置费吗", "没有，公务用车购置及运行费 · 公务用车购置费 为 0 万元"),
    ],
)
def test_yes_no_and_names_are_of_what_is_named(asker: Asker, document: str, question: str, said: str) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(said)


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (GENOME, "基础研究里超过99999万元的科目合计多少"),  # there is none
        (MARINE, "食堂支出里超过10万元的科目合计多少"),
        (MARINE, "食堂支出里超过10万元的一共多少"),
        (MARINE, "30101、30102、3012三个科目合计多少"),  # one of the codes is not there
        (MARINE, "205的项目支出是多少"),
        (MARINE, "如果物业管理费增加10%是多少"),
        (MARINE, "绩效工资占工资福利支出的比重比购房补贴高多少个百分点"),  # not of one whole
        (MARINE, "食堂费的一半是多少"),
        (RELICS, "去年的收支总计是多少"),  # the accounts' own year, or the one before
    ],
)
def test_what_is_only_half_read_is_refused(asker: Asker, document: str, question: str) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.NOT_FOUND
    assert not answer.figures


@pytest.mark.parametrize(
    ("earlier", "question", "value"),
    [
        (["水费是多少"], "加上电费呢？", "600000"),
        (["水费是多少", "加上电费呢？"], "再加上印刷费是多少？", "660000"),
        (["水费和电费合计多少"], "再加上印刷费是多少？", "660000"),
        (["水费是多少"], "再加上其他交通费用呢？", "156400"),
        (["电费是多少"], "减去水费呢？", "424000"),
        (["污染减排是多少"], "基本支出占多少？", "76.26"),
    ],
)
def test_what_follows_is_of_what_was_asked(asker: Asker, earlier: Sequence[str], question: str, value: str) -> None:
    assert first(asker.ask(question, MARINE, earlier)) == Decimal(value)


@pytest.mark.parametrize(
    "earlier", ["绩效工资占工资福利支出多少", "污染减排的项目支出是多少", "物业管理费的一半是多少"]
)
def test_nothing_is_added_to_what_is_no_plain_amount(asker: Asker, earlier: str) -> None:
    assert asker.ask("加上电费呢？", MARINE, [earlier]).status is Status.NOT_FOUND


def test_the_own_year_of_accounts_is_meant_where_the_notes_tell_no_other(asker: Asker) -> None:
    answer = asker.ask("去年的培训费是多少", RELICS)
    assert first(answer) == Decimal(21400)
    assert "按 2023 年理解" in answer.confidence_note
