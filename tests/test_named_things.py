"""What is asked of several named things, in everyday frames: sums, each, differences, which is more, shares, multiples, months."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.named_things import of_named_things
from qa.operations import Operation, operation_of
from tests.libraries import SAMPLES, build

GENOME = "genome_institute_2025"


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    root: Path = tmp_path_factory.mktemp("frames_c") / "library"
    build(root, SAMPLES)
    return Asker(root)


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("水费连同电费一共安排了多少预算", "水费和电费合计是多少"),
        ("水费加电费=", "水费和电费合计是多少"),
        ("用于水费及电费的资金总额多大", "水费和电费合计是多少"),
        ("水费同电费两个的预算数相加等于多少", "水费和电费合计是多少"),
        ("能告诉我水费和电费这两块总共打算用多少吗", "水费和电费合计是多少"),
        ("如果把电费也算进水费里,总额是多少", "水费和电费合计是多少"),
        ("这三项的总额是多少:水费、电费、印刷费", "水费、电费和印刷费合计是多少"),
        ("水费,电费,印刷费合计预算数", "水费、电费和印刷费合计是多少"),
        ("事业收入和其他收入两个渠道一共能进来多少钱", "事业收入和其他收入合计是多少"),
        ("水费有多少,还有电费呢", "水费和电费分别是多少"),
        ("麻烦列出水费与电费的预算金额", "水费和电费分别是多少"),
        ("水费、电费还有印刷费每项各花多少钱", "水费、电费和印刷费分别是多少"),
        ("社会保障和就业支出住房保障支出各是几何", "社会保障和就业支出和住房保障支出分别是多少"),
        ("先说水费和电费各自是多少,再给个总数", "水费和电费各是多少,合计是多少"),
        ("列出水费、电费的金额并求和", "水费和电费各是多少,合计是多少"),
        ("水费多少,电费多少,总共多少", "水费和电费各是多少,合计是多少"),
        ("相较于水费,电费高出的金额是多少", "电费比水费多多少"),
        ("水费较电费少安排了多少", "水费比电费少多少"),
        ("水费大于电费的部分有多少", "水费比电费多多少"),
        ("支出总计-水费=", "支出总计减去水费是多少"),
        ("水费多还是电费多", "水费和电费哪个多"),
        ("水费、电费两项中较小的是哪一项", "水费和电费哪个少"),
        ("水费与电费孰多孰少", "水费和电费哪个多"),
        ("哪个花钱更多,水费还是电费", "水费和电费哪个多"),
        ("水费和电费,钱主要花在哪一项上了", "水费和电费哪个多"),
        ("水费与电费比较,哪个更大,差额多少万", "水费和电费哪个多,多多少"),
        ("水费、电费和印刷费中金额最高的是", "水费、电费和印刷费哪个最多"),
        ("水费,电费,印刷费,哪个预算最小", "水费、电费和印刷费哪个最少"),
        ("拿水费跟电费比,占百分之几", "水费占电费的百分之几"),
        ("以公用经费为基数,水费占多少", "水费占公用经费的百分之几"),
        ("公用经费的百分之几用在水费上", "水费占公用经费的百分之几"),
        ("单位的收入有几成来自事业收入", "事业收入占收入总计的百分之几"),
        ("总支出里基本和项目各占几成", "基本支出和项目支出各占总支出的百分之几"),
        ("电费相当于几个水费", "电费是水费的几倍"),
        ("水费乘以几才等于电费", "电费是水费的几倍"),
        ("水费的几倍才是电费", "电费是水费的几倍"),
        ("按倍数算,电费是水费的多少", "电费是水费的几倍"),
        ("去掉水费以后支出总计是多少", "支出总计减去水费是多少"),
        ("把水费从支出总计里剔除,余额是多少", "支出总计减去水费是多少"),
        ("剔掉水费后总盘子还有多大", "支出总计减去水费是多少"),
        ("水费每个月大概能花多少", "水费平均每月多少"),
        ("按12个月平摊,水费一个月多少", "水费平均每月多少"),
        ("水费摊到月上,每月多少经费", "水费平均每月多少"),
        ("水费和电费每月一共多少", "水费和电费合计平均每月多少"),
    ],
)
def test_a_frame_of_named_things_is_put_in_plain_words(asker: Asker, question: str, plain: str) -> None:
    assert of_named_things(question, asker.view(asker.library.find(GENOME))) == plain


@pytest.mark.parametrize(
    "question",
    [
        "公用经费里,水费和电费一共多少",
        "公用经费,水费多少",
        "水费和食堂一共花多少",
        "水费和电费合计超过100万元吗",
        "水费、电费两项一共多少人",
        "水费、电费、印刷费两项一共多少",
        "住房公积金的基本支出和项目支出合计多少",
        "水费和电费的决算数合计多少",
        "事业收入和水费一共收多少",
        "公用经费和人员经费对得上吗",
        "没有政府性基金,全年支出是多少",
        "去年水费和电费一共多少",
        "每人每月水费多少",
    ],
)
def test_a_question_that_says_more_stays_as_it_is(asker: Asker, question: str) -> None:
    assert of_named_things(question, asker.view(asker.library.find(GENOME))) == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("水费连同电费共安排了多少预算？", "合计 67.41 万元：3.40 + 64.01 = 67.41"),
        ("本单位用于水费及电费的资金总额多大？", "合计 67.41 万元"),
        ("水费和电费各花多少，总数又是多少", "合计 67.41 万元：3.40 + 64.01 = 67.41"),
        ("水费与电费分别安排多少？两项之和是多少？", "合计 67.41 万元：3.40 + 64.01 = 67.41"),
        ("水费每个月大概能花多少？", "平均每月 0.28 万元：3.40 ÷ 12 = 0.28"),
        ("水费和电费每月一共多少？", "平均每月 5.62 万元：67.41 ÷ 12 = 5.62"),
        ("去掉水费以后支出总额是多少？", "48,996.17 − 3.40 = 48,992.77"),
        ("水费乘以几才等于电费？", "64.01 ÷ 3.40 = 18.83"),
        ("收入里金额最大的是哪一项", "一般公共预算拨款收入 16,649.50 万元"),
        ("收入主要来自哪一项？", "一般公共预算拨款收入 16,649.50 万元"),
        ("基本支出表TOP3是哪些？", "绩效工资 1,377.67 万元；基本工资 940.00 万元；住房公积金 504.61 万元"),
        (
            "按金额给基本支出表排个序，头三项是什么",
            "绩效工资 1,377.67 万元；基本工资 940.00 万元；住房公积金 504.61 万元",
        ),
        ("支出总表按金额排名前三位是谁", "专项基础科研 16,060.24 万元；科技重大项目 8,718.00 万元"),
        ("基本支出表中占大头的是哪一项？", "绩效工资 1,377.67 万元"),
        ("最大的支出科目叫什么？", "专项基础科研 16,060.24 万元"),
    ],
)
def test_a_frame_is_answered_as_its_plain_form(asker: Asker, question: str, told: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert told in answer.answer


@pytest.mark.parametrize("question", ["每个月的水费和电费各多少", "除了水费，电费和印刷费合计多少"])
def test_a_year_or_a_part_is_no_answer_to_what_is_asked_of_several(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


def test_the_largest_of_rows_is_named_and_the_largest_of_anything_else_is_told_of() -> None:
    assert operation_of("支出里最大的科目是什么") == (Operation.EXTREME, "支出里最大的科目是哪个", "")
    assert operation_of("最大的项目叫什么名字") == (Operation.EXTREME, "最大的项目是哪个", "")
    assert operation_of("最大的变化是什么")[0] is not Operation.EXTREME
