"""Whether all of a column is that of one row, the halves of spending by what they are for, what is written somewhere, things counted
after others, one table named in brackets, things named after examples, and the classes that spending is spread over."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.brackets import in_named_table, table_first
from qa.follow_ups.counted_too import counted_too
from qa.plain.set_phrases import in_set_phrases
from tests.libraries import SAMPLES, build

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    return Asker(build(tmp_path_factory.mktemp("library"), SAMPLES).root)


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        (GENOME, "所有项目支出是不是都列在科学技术支出下面？", "是，全在这一行", ["37654.68"]),
        (GENOME, "是不是只有科学技术支出有项目支出？", "是，全在这一行", ["37654.68"]),
        (GENOME, "除了科学技术支出，别的类有项目支出吗？", "没有，全在这一行", ["37654.68"]),
        (GENOME, "全部基本支出都在科学技术支出里吗？", "不是，不全在这一行", ["3700.25", "5500.25", "1800.00"]),
        (RELICS, "项目支出是否仅限于文化旅游体育与传媒支出？", "不是，不全在这一行", ["2873.14", "3071.39", "198.25"]),
        (RELICS, "除了文化旅游体育与传媒支出，其他类还有基本支出吗？", "有，不全在这一行", ["1703.85", "2301.74", "597.89"]),
        # the halves of basic spending
        (GENOME, "一般公共预算基本支出当中，真正用在人身上的是多少？", "人员经费合计", ["3814.42"]),
        (GENOME, "一般公共预算里实际用在人头上的钱有多少？", "人员经费合计", ["3814.42"]),
        (GENOME, "一般公共预算基本支出里用在日常运转上的钱是多少？", "公用经费合计", ["443.16"]),
        (RELICS, "基本支出里真正花在人头上的钱有多少？", "人员经费合计", ["1880.24"]),
        (GENOME, "花在职工身上的培训费是多少？", "培训费", ["4.00"]),  # of one item
        # things named after examples
        (RELICS, "保洁、保安这些物业上的钱花了多少？", "物业管理费", ["38.50"]),
        (RELICS, "出差、住宿这些差旅上的钱花了多少？", "差旅费", ["27.93"]),
        (RELICS, "办公费、水费这些钱一共多少？", "合计", ["22.11", "18.46", "3.65"]),
        # the classes of all spending
        (RELICS, "2023年的支出分布在哪几个大类，各多少？", "分为 6 类", ["38.25", "4601.39", "335.69", "92.73"]),
        (GENOME, "2025年的支出由哪几大类构成，各多少？", "分为 3 类", ["41354.93", "960.00", "840.00"]),
        (RELICS, "全年的支出按功能分类落在哪几个大类上，每类花了多少？", "分为 6 类", ["38.25", "4601.39"]),
        # one table
        (GENOME, "What is budgeted for the housing provident fund in the table of expenditure by function (支出总表)?", "住房公积金", ["550.00"]),
        (GENOME, "What does the expenditure table (一般公共预算支出表) give for the housing provident fund?", "住房公积金", ["504.61"]),
    ],
)  # fmt: skip
def test_what_is_told(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (RELICS, "2020年所有项目支出是不是都列在文化旅游体育与传媒支出下面？"),
        (GENOME, "实际花在人身上多少钱？"),  # of a budget
        (GENOME, "项目支出里真正用在人身上的是多少？"),
        (GENOME, "所有项目支出是不是都列在天文支出下面？"),
        (RELICS, "2021年的支出分为哪几大类，各多少？"),
    ],
)
def test_what_is_not_told_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("document", "question", "told", "page"),
    [
        (GENOME, "单位职责写了些什么？", "本单位负责把国家生物信息领域的数据收拢到一处", 3),
        (RELICS, "主要职能都写了啥？", "云岭省文物保护中心负责全省文物保护的技术工作", 3),
        (RELICS, "收入决算情况说明写了些什么？", "本年收入合计5,547.48万元", 18),
        (RELICS, "情况说明中，人员经费主要包括哪些内容？", "人员经费1,880.24万元,主要包括基本工资", 20),
    ],
)
def test_what_is_written(asker: Asker, document: str, question: str, told: str, page: int) -> None:
    answer = asker.ask(question, document)
    assert answer.answer.startswith(f"原文：“{told}")
    assert [c.page for c in answer.citations] == [page]


@pytest.mark.parametrize(
    ("before", "question", "count"),
    [
        ("共有车辆几辆？", "100万元以上的设备呢？", "6"),
        ("共有车辆几辆？", "那单价100万元以上的设备呢？", "6"),
        ("100万元以上的设备有几台？", "车呢？", "11"),
    ],
)
def test_other_things_counted(asker: Asker, before: str, question: str, count: str) -> None:
    assert asker.ask(question, RELICS, [before]).figures[0].value == count


def test_things_of_another_worth_are_not_counted(asker: Asker) -> None:
    assert asker.ask("200万元以上的设备呢？", RELICS, ["共有车辆几辆？"]).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("before", "text", "full"),
    [
        ("馆里有几辆车?", "100万元以上设备呢", "单位价值100万元以上设备有多少台"),
        ("馆里有几辆车?", "百万元以上的设备呢", "单位价值100万元以上的设备有多少台"),
        ("计划购置几辆车?", "100万元以上设备呢", "计划购置单位价值100万元以上设备有多少台"),
        ("政府采购预算是多少?", "100万元以上设备呢", None),
        ("公务用车购置费是多少?", "车呢", None),
    ],
)
def test_things_counted_are_said_in_full(before: str, text: str, full: str | None) -> None:
    assert counted_too(text, before) == full


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("真正用在人身上的是多少?", "人员经费是多少?"),
        ("有多少是花在职工身上的?", "有多少是人员经费?"),
        ("有多少真正用在了人身上?", "有多少是人员经费?"),
        ("用来养人的钱占几成?", "人员经费占几成?"),
        ("花在职工身上的福利费是多少?", "花在职工身上的福利费是多少?"),
        ("用在办公运转上的有多少?", "公用经费有多少?"),
        ("主要职能那一页写了什么内容?", "主要职能是什么"),
        ("编制说明都写了些什么?", "编制说明写了什么"),
        ("人员经费包含什么?", "人员经费主要包括哪些内容"),
        ("为什么写了什么都没有?", "为什么写了什么都没有?"),
    ],
)
def test_turns_of_phrase(said: str, plain: str) -> None:
    assert in_set_phrases(said) == plain


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("How much for training in the table of expenditure by function (支出预算总表)?", "How much for training in the 支出预算总表?"),
        ("What does the expenditure by function table (支出总表) give for training?", "What does the 支出总表 give for training?"),
        ("How much was spent on the fund according to the final accounts table (支出决算表)?", "How much was spent on the fund in the 支出决算表?"),
        ("How much is retirement pay (退休费) in all?", "How much is retirement pay (退休费) in all?"),
    ],
)  # fmt: skip
def test_a_table_named_in_brackets(said: str, plain: str) -> None:
    assert in_named_table(said) == plain


def test_a_table_behind_a_name_comes_first() -> None:
    assert table_first("2025年 职业年金缴费  支出总表 ?").replace(" ", "") == "2025年支出总表里职业年金缴费?"
    assert table_first(" 职业年金缴费  多少 ") == " 职业年金缴费  多少 "
