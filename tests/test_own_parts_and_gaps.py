"""What a row is made of, what fills a gap, what the notes say something moved by, and what no document lists."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.into_parts import into_parts
from qa.plain.sentences import sentences_of

GENOME, STATION, RELICS = "genome_institute_2025", "marine_station_2026", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        # the parts of a row, with the largest, with their shares, with no more than their amounts
        (GENOME, "科学技术支出下面有哪几款，最多的是哪款？", "最多的是 基础研究", ["27444.48", "379.29", "390.00"]),
        (GENOME, "住房改革支出分成哪几项，各占多少比例？", "分为 3 项", ["550.00", "65.48", "26.60", "3.17"]),
        (GENOME, "住房改革支出由哪三项组成，各多少？", "分为 3 项", ["550.00", "26.60", "263.40"]),
        (GENOME, "住房改革支出分成哪两项，各占几成？", "与题中所说的项数不同", ["550.00", "65.48"]),
        (GENOME, "住房保障支出由哪几项构成，比例各是多少？", "分为 3 项", ["550.00", "65.48"]),
        (RELICS, "文化旅游体育与传媒支出下分哪几项，最少的是哪项？", "最少的是 其他文物支出", ["4149.21", "342.18"]),
        # several things and what part of their whole they are
        (STATION, "三公经费里出国和接待各多少，两项合起来占总额的百分之几？", "12.43%", ["0", "2.30", "12.43"]),
        (RELICS, "住房公积金和购房补贴各多少，两项合计占全部支出的百分之几？", "3.14%", ["111.27", "58.20", "3.14"]),
        # carried over, fiscal and other
        (GENOME, "上年结转里财政拨款和非财政拨款各多少？", "非财政拨款 8,338.91", ["8389.76", "8338.91", "16728.67"]),
        (GENOME, "上年结转里财政拨款多少，非财政拨款多少？", "非财政拨款 8,338.91", ["8389.76", "8338.91"]),
        (GENOME, "上年结转中非财政拨款有多少？", "8,338.91", ["8338.91"]),
        (RELICS, "年初结转和结余300万元，财政拨款和非财政拨款各多少？", "题中所说的金额与印出的不符", ["215.64", "97.26"]),
        # why a total is larger than another
        (GENOME, "为什么收入总计比本年收入合计多？", "多出的正是 上年结转", ["16728.67"]),
        (GENOME, "本年支出合计43154.93万元，为什么支出总计有48996.17万元？", "多出的正是 结转下年", ["5841.24"]),
        (RELICS, "为什么总计比本年收入合计多？", "多出的正是 使用非财政拨款结余", ["18.50", "312.90", "331.40"]),
        # kept under their budgets, an empty cell too
        (RELICS, "出国、购车、接待三项的决算分别比预算少了多少？", "比预算少 5.00", ["5.00", "0", "1.14"]),
        (RELICS, "接待费、出国费两项的决算与预算各差多少？", "比预算少 1.14", ["1.14", "5.00"]),
        # a row that brings in less than it costs
        (RELICS, "文物当年收的钱不够花，缺口多少？", "少 129.95", ["-129.95", "4601.39", "4731.34"]),
        (RELICS, "文物收不抵支，差额是多少？", "少 129.95", ["-129.95"]),
        # the year before, from what this one moved by
        (RELICS, "2022年收入总计超过1000万元吗？", "是，按说明倒推", ["5286.14", "5878.88", "592.74"]),
        (RELICS, "2022年收入总计有没有6000万元？", "不是，按说明倒推", ["5286.14"]),
        # kinds that have no rows of their own, with their shares
        (GENOME, "一般公共预算基本支出由哪两项构成，各占多少？", "人员经费", ["89.59", "3814.42", "4257.58"]),
        (STATION, "政府采购分成哪几类，各占多少比例？", "分为 3 类", ["55.83", "0.00", "44.17"]),
        (STATION, "现有车辆分为哪几类，各占多少比例？", "50.00%", ["6", "0", "2", "3"]),
        # a denial that is to be confirmed
        (GENOME, "没有政府性基金支出，是这样吗？", "不是，合计", ["8718.00"]),
        (STATION, "没有国有资本经营支出，是这样吗？", "是，第 15 页", []),
        (STATION, "机要通信用车一辆都没有，是这样吗？", "是，机要通信用车", ["0"]),
        (STATION, "机要通信用车和应急保障用车都没有，对吗？", "不是，", ["0", "2"]),
    ],
)  # fmt: skip
def test_parts_and_gaps(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert told in answer.answer
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (GENOME, "培训费4万元具体是哪几个项目？"),  # rows with that amount are no projects
        (STATION, "项目支出100万元具体投了哪些项目？"),
        (RELICS, "2022年事业收入超过100万元吗？"),  # nothing says what it moved by
        (GENOME, "为什么本年收入合计比收入总计多？"),  # it is not
        (GENOME, "为什么收入总计50000万元比本年收入合计32267.50万元多？"),
        (STATION, "上年结转里财政拨款和非财政拨款各多少？"),
    ],
)
def test_what_nothing_makes_up_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


def test_the_parts_of_what_was_asked_before(asker: Asker) -> None:
    answer = asker.ask("它分成哪几项，各占多少比例？", GENOME, ["住房改革支出是多少？"])
    assert [f.value for f in answer.figures][:4] == ["550.00", "65.48", "26.60", "3.17"]


@pytest.mark.parametrize(
    ("question", "rate"),
    [
        ("收支总计增加592.74万元、增长11.21%，这两个数对得上吗？", "11.21"),
        ("说一般公共预算财政拨款支出增长4.14%，拿增加的192.83万元去验算，对得上吗？", "4.14"),
        ("财政拨款收支总计下降3.60%，按减少的194.77万元倒算对不对？", "3.60"),
    ],
)
def test_a_printed_rate_is_held_against_its_amount(asker: Asker, question: str, rate: str) -> None:
    answer = asker.ask(question, RELICS)
    assert answer.answer.startswith("一致：上年为")
    assert answer.figures[0].value == rate


def test_another_rate_than_the_printed_one_is_not_confirmed(asker: Asker) -> None:
    answer = asker.ask("收支总计增长12.21%，用增加的592.74万元验算对吗？", RELICS)
    assert answer.status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("甲的支出比一般公共预算安排的多出多少,多的部分用什么钱", ["甲的支出比一般公共预算安排的多出多少", "多的部分用什么钱"]),
        ("三公经费里出国和接待各多少,两项合起来占总额的百分之几", ["出国和接待各是多少", "出国和接待合计占三公经费的百分之几"]),
        ("出国和接待各多少,两项合起来占总额的百分之几", ["出国和接待各多少", "两项合起来占总额的百分之几"]),
    ],
)  # fmt: skip
def test_a_gap_or_a_sum_and_what_is_asked_of_it(question: str, parts: list[str]) -> None:
    assert sentences_of(question) == parts


def test_what_is_asked_of_parts() -> None:
    asked = into_parts("科学技术支出下分哪几款,最少的是哪款")
    assert asked is not None
    assert (asked.of, asked.number, asked.level, asked.most) == ("科学技术支出", 0, "款", "少")
    assert into_parts("科学技术支出有哪几款") is None
    assert into_parts("培训费和会议费各占多少") is None
