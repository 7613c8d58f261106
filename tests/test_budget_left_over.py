"""What of a budget was not spent, what was spent in all, which rows use money of one kind, and two places of one thing."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.sentences import sentences_of

GENOME, RELICS, MARINE = "genome_institute_2025", "relics_centre_2023", "marine_station_2026"


@pytest.mark.parametrize(
    ("document", "question", "amounts"),
    [
        # what was budgeted and not spent is no budget
        (RELICS, "三公经费还有多少预算没花出去？", ["8.27", "32.60", "24.33"]),
        (RELICS, "三公经费预算还有多少没花？", ["8.27", "32.60", "24.33"]),
        (RELICS, "还有多少三公经费预算没用掉？", ["8.27", "32.60", "24.33"]),
        (RELICS, "公务接待费有多少预算闲置没用？", ["1.14", "3.00", "1.86"]),
        (RELICS, "公务接待费还结余多少预算？", ["1.14", "3.00", "1.86"]),
        (RELICS, "财政拨款到年底还剩多少没用完（年末财政拨款结转和结余）？", ["207.32"]),
        # three things asked of it at once
        (RELICS, "三公经费预算多少，决算多少，执行率是多少？", ["32.60", "24.33", "74.63"]),
        (RELICS, "公务用车运行维护费年初给了多少，最后花了多少，花了百分之几？", ["24.60", "22.47", "91.34"]),
        (RELICS, "三公经费预算数、决算数和执行率各是多少？", ["32.60", "24.33", "74.63"]),
        (RELICS, "What were the budgeted and actual amounts for official reception?", ["3.00", "1.86"]),
        (RELICS, "How much was budgeted and how much was actually spent on official reception?", ["3.00", "1.86"]),
        # what was spent in fact, in all, without what is carried over
        (RELICS, "2023年度实际支出合计多少？", ["5397.53"]),
        (RELICS, "全年实际支出总额是多少？", ["5397.53"]),
        (RELICS, "项目实际支出合计多少？", ["3071.39"]),
        # the rows of the table of income
        (RELICS, "哪些款级科目用到了其他收入？", ["38.25", "22.82", "2"]),
        (RELICS, "用到经营收入的款级科目有哪些？", ["36.80", "1"]),
        (RELICS, "社会保障和就业支出下面哪些款级科目靠财政拨款收入？", ["323.34", "12.35", "2"]),
        # of one row
        (RELICS, "文物保护花的钱比当年拨进来的多多少？", ["357.57", "4149.21", "3791.64"]),
        (RELICS, "文物保护的支出比它的财政拨款收入多多少？", ["357.57", "4149.21", "3791.64"]),
        (GENOME, "基础研究的支出预算合计数是？", ["27444.48"]),
        (GENOME, "推进基础研究安排了多少？", ["27444.48"]),
        (MARINE, "差旅费安排了多少公用经费？", ["336000"]),
        (RELICS, "经营活动带来了多少收入？", ["36.80"]),
        # things in order, and how far apart they are
        (RELICS, "政府采购货物、工程、服务支出，从大到小排一下。", ["986.40", "412.36", "327.15"]),
        (RELICS, "办公费、电费和差旅费，从高到低排列一下。", ["27.93", "21.74", "18.46"]),
        (GENOME, "办公费、电费各是多少？差额呢？", ["5.00", "64.01", "-59.01"]),
        (GENOME, "How is basic expenditure split between personnel and public funds?", ["3814.42", "443.16"]),
    ],
)  # fmt: skip
def test_amounts(asker: Asker, document: str, question: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("document", "question", "told"),
    [
        (GENOME, "收支总表两边的总计能对上吗", "一致：收入总计"),
        (GENOME, "收支总表平不平？", "一致：收入总计"),
        (GENOME, "机关事业单位职业年金缴费支出与职业年金缴费对得上吗？", "一致：机关事业单位职业年金缴费支出（一般公共预算支出表）"),
        (MARINE, "经济分类里的职业年金缴费和功能分类里的机关事业单位职业年金缴费支出对得上吗，各是多少？", "一致：机关事业单位职业年金缴费支出"),
        (RELICS, "经营收入抵得过政府采购服务支出吗，差多少？", "不是，"),
        (GENOME, "坐实研究所虚列了差旅费15万元", "文件不能证明这种说法；这个数在文件里是 差旅费"),
        (GENOME, "这个单位属于什么性质，平时做哪些工作？", "原文："),
    ],
)  # fmt: skip
def test_words(asker: Asker, document: str, question: str, told: str) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (RELICS, "财政拨款有多少没花完？"),  # a kind of money, of which there is no one budget
        (RELICS, "三公经费没花完的钱去哪了？"),
        (RELICS, "上年结转还有多少没花完？"),  # how much it was is printed
        (RELICS, "差旅费还有多少没用？"),  # no budget of it is printed
        (MARINE, "三公经费还有多少预算没花出去？"),  # of a budget
        (MARINE, "差旅费还有多少预算没安排？"),
        (RELICS, "哪些款级科目用到了上年结转？"),  # no column of it
        (GENOME, "列了绩效目标表的三个项目，资金加起来多少？"),  # there are eight
    ],
)
def test_what_is_not_told_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


def test_spending_in_all_leans_on_what_was_asked_before(asker: Asker) -> None:
    answer = asker.ask("实际支出合计多少？", RELICS, ["三公经费预算多少？"])
    assert [f.value for f in answer.figures] == ["24.33"]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("某项年初批了多少,实际花了多少,执行率多少", ["某项的年初预算数和决算数各是多少", "某项完成了年初预算的百分之几"]),
        ("经济分类里的甲费和功能分类里的乙费各是多少", ["经济分类里的甲费是多少", "功能分类里的乙费是多少"]),
        ("经济分类里的甲费和功能分类里的乙费一致吗", ["功能分类的乙费和经济分类的甲费一样吗"]),
        ("甲表和乙表的某项一致吗,各是多少", ["甲表和乙表的某项一致吗"]),
    ],
)  # fmt: skip
def test_sentences(question: str, parts: list[str]) -> None:
    assert sentences_of(question) == parts
