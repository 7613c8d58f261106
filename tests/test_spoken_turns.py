"""Turns of speech of one document, each in plain words: 可曾安排, 较之…抬高, 缩了多少, 平摊给每一辆车, 每一百块有多少, 两处某某合起来, and what is
said only to lead up to a question; amounts of one side or one end of a year are not told for both."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.sentences import question_text

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("政府性基金预算可曾安排过支出？", "政府性基金预算有没有安排过支出?"),
        ("较之2024年，财政拨款收入预算抬高了多少？", "比2024年,财政拨款收入预算增加了多少?"),
        ("财政拨款收入较2024年预算是往下走的，下行了百分之几？", "财政拨款收入较2024年预算下降了百分之几?"),
        ("从年初到年末，结转和结余（总表口径）缩了多少？", "年末结转和结余比年初结转和结余少多少"),
        ("收支总预算，最后两边平在哪个数上？", "收支总预算是多少?"),
        ("拿基本支出作分母，公用经费占到百分之几？", "公用经费占基本支出的百分之几?"),
        ("养老保险今年要缴掉多少钱？", "养老保险今年要缴多少钱?"),
        ("它属于什么性质的单位，手上都干哪些活儿？", "它主要职责是什么"),
        ("这家所平日承担的三件事是什么，做出来的东西给谁用？", "这家所主要职责是什么"),
        ("2023年的事业收入，精确到元角分是多少？", "2023年的事业收入是多少?"),
        ("提租补贴是基本支出还是项目支出？", "提租补贴的基本支出和项目支出各是多少?"),
        ("租赁费在公用经费合计里的分量有几个百分点？", "租赁费在公用经费合计里占百分之几?"),
        ("项目支出还占不到本年支出的两成，对吗？", "项目支出占本年支出不到两成,对吗?"),
        ("把预算里的公务用车运行费平摊给手上现有的每一辆车，一辆车合多少钱？", "平均每辆车的公务用车运行费是多少钱?"),
        ("车辆运行费拿来除以现有车辆数，每辆车一年摊到多少元？", "平均每辆车的运行费是多少元?"),
        (
            "平均一辆公车一年要烧掉多少运行费？以“三公”表的运行费和年末在册车辆计",
            "平均每辆车的运行费是多少",
        ),
        ("人员经费合计中每一百块有多少是退休费？", "退休费占人员经费合计的百分之几?"),
        ("科技馆站头一年，也就是2021年，实际执行了多少？", "科技馆站2021年实际执行了多少?"),
        ("开会的钱加出差的钱，在基本支出里合计多少元？", "基本支出里会议费加差旅费合计多少元?"),
        ("车这一块买加养，总共又是多少？", "公务用车购置及运行费是多少?"),
        ("听闻三公经费决算超过预算了，查一下对不对", "三公经费决算超过预算了,对吗"),
        ("公务接待费比上年增加了，属实否？", "公务接待费比上年增加了,对吗?"),
        ("养车比买车贵，材料支持吗？", "公务用车运行费比公务用车购置费多,对吗?"),
        ("政府采购的总额，还有里面买服务的部分，分别报个数。", "政府采购的总额和其中服务采购分别是多少"),
        ("政府采购最多的是哪类？（看收支总表）", "收支总表里政府采购最多的是哪类?"),
        ("当年收入减支出的差额是多少？", "本年收入合计减本年支出合计的差额是多少?"),
    ],
)
def test_in_plain_words(said: str, plain: str) -> None:
    assert question_text(said) == plain


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("教育支出当年的收入比支出多多少？", "教育支出当年的收入比支出多多少?"),  # of one row
        ("某项进来的比花出去的多吗？（收入决算表对支出决算表）", "(收入决算表对支出决算表)"),  # two tables
        ("下行车道改造支出是多少？", "下行车道改造支出是多少?"),
        ("它是基本支出还是项目支出？", "它是基本支出还是项目支出?"),
    ],
)
def test_others_stay_as_they_are(said: str, kept: str) -> None:
    assert kept in question_text(said)


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        (RELICS, "从年初到年末，结转和结余（总表口径）缩了多少？", "年末结转和结余", ["156.05", "468.95", "312.90"]),
        (RELICS, "当年收入减支出的差额是多少？", "本年收入合计", ["149.95", "5547.48", "5397.53"]),
        (RELICS, "今年一辆车也没花钱买，这个讲法站得住脚吗？", "是", ["0.00"]),
        (RELICS, 'At what percentage of its budget did the "three public" spending come in?', "三公经费", ["74.63"]),
        (GENOME, "养车比买车贵，材料支持吗？", "是", ["10.75", "10.75", "0"]),
        (GENOME, "以一般公共预算基本支出作分母，公用经费占到百分之几？", "公用经费", ["10.41"]),
        (GENOME, "把预算里的公务用车运行费平摊给手上现有的每一辆车，一辆车合多少钱？", "平均每辆", ["3.58", "10.75", "3"]),
        (GENOME, "人员经费合计中每一百块有多少是基本工资？", "基本工资", ["24.64", "940.00", "3814.42"]),
        (GENOME, "开会的钱加出差的钱，在一般公共预算基本支出里合计多少？", "合计", ["19.00", "4.00", "15.00"]),
        (GENOME, "从上年带过来的结转，扣掉打算往后一年带的那部分，净用掉多少？（看收支总表）", "上年结转", ["10887.43"]),
        (GENOME, "编制说明讲住房公积金504.61万元，那么表格里到底是多少？", "住房公积金", ["550.00", "504.61"]),
        (GENOME, "How many items of equipment with a unit value above one million yuan does the institute hold?", "单位价值", ["42"]),
    ],
)  # fmt: skip
def test_what_they_ask(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


def test_a_count_with_the_day_it_was_taken_on(asker: Asker) -> None:
    answer = asker.ask("截至何日统计的公车？总数是几辆？", RELICS)
    assert "车辆 11 辆" in answer.answer
    assert "截至2023年12月31日" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "支出总表里有两处住房公积金，合起来是多少？",  # it prints one
        "公务接待费里有多少群众受益，办了哪几件实事？",
        "住房改革支出办了哪几件实事？",
        "请外面的人修车的钱，平摊给每一辆车，一辆车合多少？",
        "事业收入减支出是多少？",
        "经营收入减去支出还剩多少？",
    ],
)
def test_what_is_not_told_is_refused(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND
