"""Two tables held against one another are never one of them twice, and what all are paid is not what one person is."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.sentences import sentences_of
from qa.plain.two_places import places_in, tables_in_full

GENOME, RELICS, STATION = "genome_institute_2025", "relics_centre_2023", "marine_station_2026"


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("三公表里的车辆运行费跟基本支出里的公务用车运行维护费对得上吗", "三公表里的车辆运行费跟基本支出表里的公务用车运行维护费对得上吗"),
        ("三公决算里的接待费,比基本支出明细里同名的多多少", "三公决算表里的接待费,比基本支出明细里多多少"),
        ("三公经费里的接待费在基本支出表里也是这个数吗", "三公经费表里的接待费和基本支出表里的一致吗"),
        # one place alone is none that is held against another
        ("基本支出里的会议费和培训费一样吗", "基本支出里的会议费和培训费一样吗"),
        ("三公经费里的接待费是多少", "三公经费里的接待费是多少"),
    ],
)  # fmt: skip
def test_a_kind_of_money_is_a_table_beside_another(text: str, full: str) -> None:
    assert tables_in_full(text) == full


def test_places_are_the_tables_that_words_name() -> None:
    assert places_in("三公表里的接待费和基本支出表里的一致吗") == {"three_public", "basic"}


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        (GENOME, "三公经费里的车辆运行费跟基本支出里的公务用车运行维护费对得上吗？", "一致", ["10.75"]),
        (RELICS, "三公经费里的公务接待费跟基本支出里的公务接待费一样吗？", "不一致", ["1.86", "1.24", "0.62"]),
        (RELICS, "三公经费里的公务用车运行维护费在基本支出表里也是这个数吗？", "不一致", ["22.47", "18.90", "3.57"]),
        (RELICS, "三公决算里的公务用车运行维护费，比基本支出明细里同名的那笔多多少？", "公务用车", ["3.57", "22.47", "18.90"]),
        (GENOME, "三公表的公务用车购置费能和基本支出表里的对上吗？", "不能比较", ["0"]),  # one of the two is blank
        (GENOME, "收支总表两边的总计是平的吗？", "一致", ["48996.17"]),
        (RELICS, "收支总表左右两头平不平？", "一致", ["5878.88"]),
        # all of it, and a part of it
        (RELICS, "到年底还剩多少钱没用完，其中财政拨款的有多少？", "年末结转和结余 468.95", ["468.95", "20.00", "207.32"]),
        (RELICS, "到年底还剩多少钱没花，其中财政拨款占多少？", "年末结转和结余 468.95", ["468.95", "20.00", "207.32", "44.21"]),
        (STATION, "现有车辆一共几辆，应急保障的和特种专业技术的各几辆？", "", ["6", "2", "3"]),
        (RELICS, "单位的车都是干什么用的？", "分为 5 类", ["11", "0", "1", "2", "5", "3"]),
        (GENOME, "差旅和会议谁更花钱？", "差旅费更多", ["11.00", "15.00", "4.00"]),
        (GENOME, "工程采购占采购总预算的比例是多少？", "工程预算 占", ["3.53", "400.00", "11336.02"]),
        (GENOME, "今年打算采购多少钱的东西？", "政府采购预算总额", ["11336.02"]),
        (GENOME, "手头总共有多少预算资金？", "收入总计", ["48996.17"]),
        (GENOME, "收入有多大比例靠财政拨款？", "", ["51.77"]),
        (RELICS, "收支规模比上年扩大了多少？", "收支总计增加", ["592.74", "11.21"]),
        (RELICS, "运行维护费是多少？", "公务用车", ["22.47"]),  # not the cost of repairs
        (RELICS, "有人花公款出国了吗？", "没有", ["0.00"]),
        (STATION, "采购总预算是多少？", "本单位政府采购预算", ["964.80"]),
        (GENOME, "How much is the training fee under the economic classification of basic expenditure?", "培训费", ["4.00"]),
    ],
)  # fmt: skip
def test_each_in_its_place(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    "question",
    [
        "主任一年拿多少工资？",
        "所长一年的津贴补贴是多少？",
        "张三一年拿多少基本工资？",
        "某个人一年拿多少绩效工资？",
        "一个职工一年拿多少工资？",
        "一名老师一年的工资是多少？",
        "主任每个月拿多少工资？",
        "谁的工资最高？",
        "局长出国花了多少钱？",
    ],
)
def test_what_is_not_of_all_is_refused(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


def test_what_all_of_them_get_is_told(asker: Asker) -> None:
    assert asker.ask("职工的住房公积金一共多少？", GENOME).figures[0].value == "550.00"


def test_an_amount_of_the_year_before_is_asked_after_how_it_moved(asker: Asker) -> None:
    answer = asker.ask("那2025年的三公预算是多少？", STATION, ["今年三公经费有没有减少？"])
    assert answer.figures[0].value == "18.90"


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("到年底还剩多少钱没用完,其中财政拨款的有多少", ["到年底还剩多少钱没用完", "其中财政拨款的有多少"]),
        ("到年底还剩多少钱没用完,其中财政拨款占多少", ["到年底还剩多少钱没用完", "其中财政拨款占多少"]),
        ("一共几辆车,应急保障用车几辆", ["一共几辆车", "应急保障用车几辆"]),
    ],
)
def test_a_whole_and_its_part_are_two_questions(question: str, parts: list[str]) -> None:
    assert sentences_of(question) == parts
