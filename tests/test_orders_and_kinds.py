"""Bodies put in order in other words, those of one kind of document, what part and what place one has among them, and what is made
of the two that the questions before found."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.in_chinese import in_chinese
from qa.english.many import asks_of_each, by_kind
from qa.surveys.put_in_order import put_in_order

GENOME, RELICS, SEA = "中国科学院北京基因组研究所(国家生物信息中心)", "云岭省文物保护中心", "滨海市海洋环境监测站"


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("各预算单位的项目支出（支出总表口径）由大到小怎么排？", "预算单位里，各单位的项目支出（支出总表口径）从高到低排序"),
        ("四家预算单位的三公经费从少到多怎么排？请列出金额", "四家预算单位里，各单位的三公经费从低到高排序"),
        ("四家预算里，基本支出由大到小的顺序是什么？", "四家预算单位里，各单位的基本支出从高到低排序"),
        ("把两家决算单位按本年收入合计由大到小列出来", "两家决算单位里，各单位的本年收入合计从高到低排序"),
        ("请按现有车辆数给六家单位排名，列出辆数", "六家单位按现有车辆数从高到低排一下"),
        ("按政府采购预算从高到低，四家预算单位怎么排？", "四家预算单位里，各单位的政府采购预算从高到低排序"),
        ("各单位的收入总计排名如何？", "各单位按收入总计从高到低排一下"),
        ("四家预算单位收入总计的大小顺序？", "四家预算单位里，各单位的收入总计从高到低排序"),
        # no order of bodies is asked for
        ("各单位的收入总计是多少？", "各单位的收入总计是多少？"),
        ("六家里排第二的是谁？", "六家里排第二的是谁？"),
        ("各项支出从高到低怎么排？", "各项支出从高到低怎么排？"),
        ("收入总计从高到低排前三的是谁？", "收入总计从高到低排前三的是谁？"),
    ],
)  # fmt: skip
def test_an_order_is_asked_for_in_many_words(asked: str, plain: str) -> None:
    assert put_in_order(asked) == plain


@pytest.mark.parametrize(
    ("question", "told", "amounts"),
    [
        ("各预算单位的基本支出由大到小怎么排？", f"最高的是 {GENOME}", ["5500.25", "40894519"]),
        ("两家预算单位的收入总计由小到大怎么排？", f"最低的是 {SEA}", ["60067849", "48996.17"]),
        ("请按收入总计给三家单位排名，列出金额", f"最高的是 {GENOME}", ["48996.17", "60067849", "5878.88"]),
        # 合计 in an item's own name adds up nothing
        ("两家预算单位按本年收入合计由大到小怎么排", f"最高的是 {GENOME}", ["32267.50", "60067849"]),
        # a part in what the bodies of one kind have
        (f"{SEA}的收入总计占两家预算收入总计之和的百分之几？", f"{SEA}占 2 家合计的 10.92%", ["10.92"]),
        (f"{SEA}的收入总计在两家预算单位合计中占多大比例？", f"{SEA}占 2 家合计的 10.92%", ["10.92"]),
        (f"{SEA}占两家预算收入总计之和的百分之几？", f"{SEA}占 2 家合计的 10.92%", ["10.92"]),
        (f"两家预算单位里，{SEA}的收入总计占合计的百分之几？", f"{SEA}占 2 家合计的 10.92%", ["10.92"]),
        # whether one has most of them
        (f"{GENOME}是两家预算单位里收入总计最多的吗？", f"是，最高的是 {GENOME}", ["48996.17", "60067849"]),
        (f"两家预算单位里收入总计最多的是不是{SEA}？", f"不是，最高的是 {GENOME}", ["48996.17", "60067849"]),
        (f"{GENOME}的收入总计有九位数，它是两家预算单位里收入最多的吗？", "是，最高的是", ["48996.17", "60067849"]),
        (f"{RELICS}的收入总计不少，它是三家单位里最多的吗？", "不是，最高的是", ["48996.17", "60067849", "5878.88"]),
        # what is not in a table that is named
        ("基本支出明细里，哪几家没有租赁费这一项？", f"3 份文件里有 1 家：{SEA} 2026 年：没有列这一项", ["1"]),
        ("基本支出明细里，哪几家没有会议费这一项？", "3 份文件里有 0 家", ["0"]),
    ],
)  # fmt: skip
def test_of_many_bodies(asker: Asker, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    "question",
    [
        "四家预算单位的收入总计由小到大怎么排？",  # there are two
        f"{RELICS}的收入总计占两家预算收入总计之和的百分之几？",  # it is not one of them
        f"{SEA}的公务接待费占两家预算三公经费合计的百分之几？",  # a part of another thing
        f"{GENOME}的收入总计有八位数，它是两家预算单位里收入最多的吗？",  # it has nine
        f"{GENOME}的收入总计上了八亿，它是两家预算单位里收入最多的吗？",
    ],
)
def test_what_is_not_so_or_not_read_is_refused(asker: Asker, question: str) -> None:
    assert asker.ask(question).status is Status.NOT_FOUND


BOTH_ENDS = ("两家预算单位里谁的收入总计最多？", "最少的又是谁？")


@pytest.mark.parametrize(
    ("history", "question", "first"),
    [
        (BOTH_ENDS, "这两家之间差多少？", "429893851"),
        (BOTH_ENDS, "它们之间差距有多大？", "429893851"),
        (BOTH_ENDS, "两家加起来是多少？", "550029549"),
        (BOTH_ENDS, "前者是后者的几倍？", "8.16"),
        (("三家里谁的收入总计最多？", "最少的呢？"), "这两家相差多少？", "431172900"),
    ],
)
def test_two_bodies_that_were_found(asker: Asker, history: tuple[str, ...], question: str, first: str) -> None:
    answer = asker.ask(question, None, list(history))
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == first


@pytest.mark.parametrize(
    ("history", "question"),
    [
        (BOTH_ENDS, "这三家差多少？"),
        (("两家预算单位里谁的收入总计最多？", "基本支出最少的是谁？"), "这两家差多少？"),  # of two items
        (("两家预算单位里谁的收入总计最多？",), "这两家差多少？"),
    ],
)
def test_bodies_that_are_not_two_of_one_ranking(asker: Asker, history: tuple[str, ...], question: str) -> None:
    assert asker.ask(question, None, list(history)).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("Which of the four budgets has the largest income?", "(编预算的四家单位) which body has the largest income?"),
        (
            "What is the income of each of the two final accounts?",
            "(编决算的两家单位) What is the income of each body?",
        ),
        ("Of the budgets, whose income is the largest?", "(预算) whose income is the largest?"),
        ("In the budget, how much is the income?", "In the budget, how much is the income?"),
        ("Which budget item is the largest?", "Which budget item is the largest?"),
    ],
)
def test_one_kind_of_document_in_english(asked: str, plain: str) -> None:
    assert by_kind(asked) == plain


def test_each_body_is_asked_for_itself() -> None:
    assert asks_of_each("How much did each body spend on training?")
    assert not asks_of_each("How much did the body spend on each item?")
    assert in_chinese("What is the total income of each body?").split() == ["各家单位的", "收入总计", "分别是多少"]


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        (
            "Which of the two budgets has the largest total income, and how much is it?",
            ["48996.17", "60067849", "429893851"],
        ),
        ("In the two budgets, what is the total income of each body?", ["60067849", "48996.17"]),
        ("How much did each body spend on training?", ["58500", "4.00", "2.14"]),
    ],
)
def test_english_over_bodies(asker: Asker, question: str, amounts: list[str]) -> None:
    answer = asker.ask(question)
    assert answer.status is Status.ANSWERED
    assert [f.value for f in answer.figures] == amounts


def test_english_over_more_budgets_than_there_are(asker: Asker) -> None:
    assert asker.ask("Which of the three budgets has the largest total income?").status is Status.NOT_FOUND
