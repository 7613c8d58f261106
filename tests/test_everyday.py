"""What people ask about by no printed name, what is said to be done with money, and what is not spent."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.sentences import question_text

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question", "amount"),
    [
        # what the treasury gave, in whatever order
        (GENOME, "今年所里从财政拿到多少钱？", "25367.50"),
        (GENOME, "财政今年一共给这个所拨了多少钱（不算上年结转）？", "25367.50"),
        (GENOME, "国家今年拨给所里多少？只算当年的，不含结转。", "25367.50"),
        (GENOME, "中央财政给的一般公共预算款有多少？", "16649.50"),
        (GENOME, "財政撥款收入是多少？", "25367.50"),
        # without what is carried over
        (GENOME, "财政拨款收入多少？不含上年结转。", "25367.50"),
        (GENOME, "今年收入多少，不包括上年结转？", "32267.50"),
        (GENOME, "不属于财政拨款、要留到明年再用的结转资金有多少？", "5841.24"),
        # what is left
        (RELICS, "到年底账上总共还剩多少没用完？", "468.95"),
        (RELICS, "这一年下来没花完的钱总共有多少？", "468.95"),
        (RELICS, "财政拨款到年底还剩多少没花完？", "207.32"),
        (GENOME, "到年底还剩多少没用完？", "5841.24"),
        # what there is to spend, and what for
        (GENOME, "全所可支配的资金有多少？", "48996.17"),
        (GENOME, "项目上今年要花多少钱？", "37654.68"),
    ],
)
def test_a_thing_asked_for_by_no_printed_name(asker: Asker, document: str, question: str, amount: str) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == amount


@pytest.mark.parametrize("question", ["2024年财政拨了多少钱？", "2023年全所可支配的资金有多少？"])
def test_of_another_year_there_is_no_figure(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "一共欠了多少钱？", "总共罚了多少钱？", "今年总共借了多少钱？", "总共捐了多少钱？", "总共交了多少税？", "住房公积金追缴了多少？",
        "培训费退了多少？", "差旅费欠了多少钱？", "本年一共追加了多少？",
    ],
)  # fmt: skip
def test_an_amount_is_no_answer_to_what_else_is_done_with_money(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["靠业务赚了多少钱？", "单位缴存的住房公积金是多少？", "差旅费要花多少钱？"])
def test_words_for_getting_and_paying_are_no_other_deeds(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.ANSWERED


def test_what_is_left_of_one_thing_is_its_budget_less_what_was_spent(asker: Asker) -> None:
    answer = asker.ask("还剩多少没花完？", RELICS, ["公务接待费是多少？"])
    assert [f.value for f in answer.figures] == ["-1.14", "1.86", "3.00"]
    assert asker.ask("还剩多少没花完？", GENOME, ["差旅费是多少？"]).status is Status.NOT_FOUND  # of a budget


def test_what_a_thing_is_said_not_to_be_is_not_told_for_it(asker: Asker) -> None:
    answer = asker.ask("并非财政拨款、并非事业收入的差旅费是多少？", GENOME)
    assert answer.status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("收入总计，折成元是多少", "收入总计是多少"),
        ("财政拨款收入多少？不含上年结转。", "财政拨款收入多少,不含上年结转"),
    ],
)
def test_how_a_question_is_put(question: str, read: str) -> None:
    assert question_text(question) == read


@pytest.mark.parametrize(
    "question",
    [
        "没报销的差旅费是多少？", "没花的培训费是多少？", "报废的公车有几辆？", "差旅费的余额是多少？", "差旅费的标准是多少？", "差旅费的执行进度是多少？",
        "疫情期间的差旅费是多少？", "上半年的培训费是多少？", "调整后的差旅费是多少？", "已经花掉的差旅费是多少？",
    ],
)  # fmt: skip
def test_a_thing_that_is_narrowed_down_is_not_all_of_it(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question", ["安排的差旅费是多少？", "给职工缴的住房公积金是多少？", "实际需要的培训费是多少？"]
)
def test_what_is_planned_or_paid_is_all_of_it(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.ANSWERED


@pytest.mark.parametrize(
    "question",
    [
        "今年在狗身上要花多少？", "公务用车总共开了多少次？", "委托业务费委托给谁？", "差旅费谁花的？", "物业管理费跟谁签的？", "会计处的差旅费是多少？",
        "下属单位的差旅费是多少？", "管理部门的培训费多少？", "国内差旅费多少？", "编外人员的绩效工资多少？", "项目经费中的劳务费多少？",
    ],
)  # fmt: skip
def test_a_part_of_it_and_what_is_no_amount_are_refused(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


def test_water_and_electricity_in_one_word_are_added_up(asker: Asker) -> None:
    assert asker.ask("水电费是多少？", GENOME).figures[0].value == "67.41"
    assert asker.ask("水电费比办公费多多少？", GENOME).figures[0].value == "62.41"


def test_each_thing_within_a_whole_is_told(asker: Asker) -> None:
    answer = asker.ask("政府采购预算是多少？其中货物多少，工程多少？", GENOME)
    assert [f.value for f in answer.figures] == ["11336.02", "3108.00", "400.00"]


def test_what_something_comes_to_and_is_made_of(asker: Asker) -> None:
    answer = asker.ask("政府采购预算总额是多少，怎么构成的？", GENOME)
    assert [f.value for f in answer.figures][:4] == ["11336.02", "3108.00", "400.00", "7828.02"]
