"""Money for others than the staff, rows by their columns, projects that publish targets, and turns of money with one plain word."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.sentences import sentences_of
from qa.plain.turns_of_money import turned_plain

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    "question",
    [
        "今年给学生发多少补贴？",
        "发给困难群众的补贴有多少？",
        "给居民缴的住房公积金是多少？",
        "给农户的补贴占总支出的百分之几？",
        "农民能拿到多少补贴？",
    ],
)
def test_money_for_others_is_not_told_by_the_pay_of_the_staff(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("document", "question", "amounts"),
    [
        (GENOME, "给职工发多少津贴补贴？", ["249.39"]),
        (GENOME, "给职工缴的住房公积金是多少？", ["550.00", "504.61"]),
        # a row of a table, by its columns
        (RELICS, "收入决算表里，文化旅游体育与传媒支出有多少来自财政拨款，多少来自其他收入？", ["4219.42", "22.82"]),
        (
            RELICS,
            "In the income table, how much of the culture, tourism, sports and media expenditure line came from fiscal "
            "appropriation and how much from other income?",
            ["4219.42", "22.82"],
        ),
        (
            GENOME,
            "In the expenditure table, how much of the science and technology line is basic expenditure and how much is "
            "project expenditure?",
            ["3700.25", "37654.68"],
        ),
        # what is carried over is part of all there is
        (GENOME, "What share of this year's total income is money carried over from last year?", ["34.14"]),
        # turns of money
        (GENOME, "商品和服务支出下面最花钱的三个科目各是多少？", ["110.00", "64.01", "55.00"]),
        (GENOME, "光靠本年的收入，够付本年的支出吗？", ["-10887.43", "32267.50", "43154.93"]),
        (RELICS, "年末结转和结余是正数吗？", ["468.95"]),
        (RELICS, "三公经费最后花超了没有？", ["-8.27", "24.33", "32.60"]),
        (GENOME, "三公经费里花在车上的比重有多大？", ["78.18", "10.75", "13.75"]),
        (GENOME, "房屋设备修修补补的费用预算多少？", ["50.00"]),
        (RELICS, "采购的钱有多少比例用在了服务上？", ["18.96", "327.15", "1725.91"]),
    ],
)
def test_what_is_meant_is_told(asker: Asker, document: str, question: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    "question", ["哪些项目公布了绩效目标，各给多少钱？", "公布了绩效目标的项目有哪些，分别多少钱？"]
)
def test_projects_that_publish_targets(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.answer.startswith("公开了绩效目标的项目有 8 个：科研条件与技术支撑体系专项（952.79 万元）")
    assert [f.value for f in answer.figures][:3] == ["8", "952.79", "600.00"]
    assert asker.ask(question, RELICS).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("标准研制项目要建多少套数据集、培训多少人次？", ["标准研制项目要建多少套数据集", "标准研制项目培训多少人次"]),
        ("标准研制项目培训多少人次，满意度要达到多少？", ["标准研制项目培训多少人次", "标准研制项目满意度要达到多少"]),
        ("标准研制项目的数据验收合格率是多少？", ["标准研制项目的数据验收合格率是多少"]),
    ],
)
def test_two_targets_of_one_project_are_asked_apart(question: str, told: list[str]) -> None:
    assert sentences_of(question) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("基本支出里最烧钱的是哪个科目", "基本支出里金额最大的是哪个科目"),
        ("打算花钱出国考察吗", "打算出国考察吗"),
        ("今年有没有留出买公车的钱", "今年有没有安排买公车的钱"),
        ("发给人的那部分经费主要包括哪些内容", "人员经费主要包括哪些内容"),
        ("靠事业服务挣来的收入预算多少", "事业收入预算多少"),
        ("用没用国有资本经营预算的钱", "有没有用国有资本经营预算的钱"),
        ("换算下来2024年财政给了多少", "2024年财政拨款收入是多少"),
        ("是个什么样的单位", "的主要职能是什么"),
        ("本年的收入是多少", "本年的收入是多少"),
    ],
)
def test_turns_with_one_plain_word(question: str, told: str) -> None:
    assert turned_plain(question) == told
