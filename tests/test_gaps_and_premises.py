"""Gaps and what they are, amounts taken for granted, whose document it is, and what is no part of what it is to be left out of."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.sentences import sentences_of
from qa.words.procurement import kinds_in_full

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        # a year's income less its spending, and what the funds grew by
        (RELICS, "本年收支差额是多少？", "本年收入合计", ["149.95", "5547.48", "5397.53"]),
        (RELICS, "本年收支差额和结转结余的增加额一致吗？", "不一致", ["149.95", "156.05", "6.10"]),
        (RELICS, "本年收入与本年支出之差等于结转结余的增加额吗？", "不一致", ["149.95", "156.05", "6.10"]),
        (RELICS, "结转结余增加了多少？", "年末结转和结余", ["156.05", "468.95", "312.90"]),
        # an amount that is the sum of others, said first
        (GENOME, "一般公共预算支出表的基本支出等于人员经费加公用经费吗？", "一致", ["4257.58"]),
        # by how much, and why: the reason is another question
        (GENOME, "收入总计为什么比支出总表的合计多，多多少？", "收入总计", ["5841.24", "48996.17", "43154.93"]),
        (GENOME, "收入总计与支出总表的合计差了多少，这笔差额是什么？", "收入总计", ["5841.24", "48996.17", "43154.93"]),
        # what is taken for granted, and is not so
        (GENOME, "培训费400万元，为什么这么高？", "不是，培训费", ["4.00"]),
        (GENOME, "为什么培训费高达400万元？", "不是，培训费", ["4.00"]),
        (GENOME, "培训费怎么涨到40万元了？", "不是，培训费", ["4.00"]),
        # rows of classes of which neither is within the other stand beside one another
        (GENOME, "除了租赁费，住房公积金还有多少？", "住房公积金", ["504.61"]),
        (GENOME, "除了培训费，商品和服务支出还有多少？", "商品和服务支出", ["418.16"]),
        # kinds of money that are denied
        (GENOME, "不靠一般公共预算解决的基本支出有多少钱？", "合计 · 基本支出（支出总表）", ["1242.67"]),
    ],
)  # fmt: skip
def test_gaps_and_premises(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (GENOME, "公务用车今年更新几辆？"),  # the number that is there is another
        (GENOME, "今年培训费该不该增加？"),
        (GENOME, "培训费今年多不多？"),
        (GENOME, "其余的钱从哪里来，是多少？"),
        (GENOME, "绩效工资实发多少？"),  # of a budget
        (GENOME, "除了培训费，科学技术支出还有多少？"),  # by nature, of what is told by function
        (GENOME, "水费、电费、天文费这三项一共多少？"),
    ],
)
def test_what_is_not_told_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["这份预算是哪个单位的？", "2025年部门预算是哪个单位编的？", "这是哪一年的预算？"])
def test_whose_document_it_is(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.answer == "这份文件是 中国科学院北京基因组研究所(国家生物信息中心) 2025 年的单位预算。"
    assert [c.page for c in answer.citations] == [1]


@pytest.mark.parametrize(
    "question", ["财政为住房公积金出了多少？", "国家给住房公积金拨了多少？", "纳税人为住房公积金掏了多少？"]
)
def test_what_the_treasury_gives_is_not_all_of_the_money(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)  # 550.00 in all, 504.61 of it from the general public budget
    assert answer.status is Status.NOT_FOUND or answer.figures[0].value == "504.61"


def test_a_thing_is_not_asked_for_its_body(asker: Asker) -> None:
    assert "这份文件是" not in asker.ask("设备是哪个单位的？", GENOME).answer


def test_what_a_gap_is_can_be_the_next_question(asker: Asker) -> None:
    answer = asker.ask("这笔差额是什么？", GENOME, ["收入总计与支出总表的合计差多少？"])
    assert answer.answer.startswith("与差额一样多的是 结转下年(非财政拨款) 5,841.24 万元")
    assert asker.ask("这笔差额是什么？", GENOME, ["培训费和水费差多少？"]).status is Status.NOT_FOUND


def test_a_row_and_its_column_are_one_thing_for_the_next_question(asker: Asker) -> None:
    before = ["支出总表里科学技术支出是多少？", "其中基本支出有多少？"]
    answer = asker.ask("这两个数差多少？", GENOME, before)
    assert [f.value for f in answer.figures] == ["37654.68", "41354.93", "3700.25"]


def test_a_share_of_what_was_asked_before(asker: Asker) -> None:
    answer = asker.ask("事业收入占其中几成？", GENOME, ["收入总计是多少？"])
    assert answer.figures[0].value == "13.27"


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("支出总计为什么比收入少,差多少", ["支出总计比收入差多少", "支出总计为什么比收入少"]),
        ("培训费2023年执行数和2024年预算分别是多少万元", ["培训费2023年执行数是多少万元", "培训费2024年预算是多少万元"]),
        ("培训费2023年预算和2024年预算分别是多少", ["培训费2023年预算和2024年预算分别是多少"]),
    ],
)  # fmt: skip
def test_questions_of_two_things_are_cut_in_two(question: str, parts: list[str]) -> None:
    assert sentences_of(question) == parts


def test_kinds_of_procurement_summed_up_by_a_word() -> None:
    assert kinds_in_full("2025年货物、工程、服务三类政府采购预算各多少") == (
        "2025年政府采购货物、政府采购工程、政府采购服务预算各多少"
    )


@pytest.mark.parametrize(("said", "noted"), [("100", True), ("13.75", False)])
def test_what_something_is_said_to_be_is_checked(asker: Asker, said: str, noted: bool) -> None:
    answer = asker.ask(f"三公经费{said}万元里面，公务接待费是多少？", GENOME)
    assert [f.value for f in answer.figures] == (["3.00", "13.75"] if noted else ["3.00"])
    assert ("题中所说三公经费的金额与印出的不符" in answer.answer) is noted


def test_two_things_of_two_tables_are_compared_each_in_its_own(asker: Asker) -> None:
    answer = asker.ask("收入总表的事业收入与支出总表的项目支出一致吗？", GENOME)
    assert answer.answer.startswith("不一致")
    assert [f.value for f in answer.figures] == ["6500.00", "37654.68", "31154.68"]
    unlike = asker.ask("收入总表的事业收入与支出总表的事业收入一致吗？", GENOME)  # one that stands in one of them alone
    assert unlike.status is Status.NOT_FOUND
