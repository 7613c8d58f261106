"""What is worked out from several things, as other people put it: shares of each hundred, who is dearer, parts of a year, the sum held
against another thing, what is left without one, a list in order of size."""

from __future__ import annotations

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.gist import gist
from qa.plain.largest_said import largest_said
from qa.plain.named_things import of_named_things
from qa.plain.whether import whether

GENOME = "genome_institute_2025"


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("水费贵还是电费贵", "水费和电费哪个多"),
        ("水费和电费,钱更多投向哪边", "水费和电费哪个多"),
        ("水费一份、电费一份,各要多少,总共多少", "水费和电费各是多少,合计是多少"),
        ("水费和电费若合并成一项,预算是多少", "水费和电费合计是多少"),
        ("水费跟电费两笔款子加起来", "水费和电费合计是多少"),
        ("水费有电费几个那么多", "水费是电费的几倍"),
        ("水费比电费高出几倍", "水费是电费的几倍"),
        ("水费/电费几倍", "水费是电费的几倍"),
        ("基本支出与项目支出之比是几比几", "基本支出是项目支出的几倍"),
        ("公用经费里有多大比例给了水费", "水费占公用经费的百分之几"),
        ("100元里有几块是用在水费上的", "水费占支出总计的百分之几"),
        ("每100元收入里有多少元来自事业收入", "事业收入占收入总计的百分之几"),
        ("公用经费做分母,水费做分子,比率多少", "水费占公用经费的百分之几"),
        ("水费在公用经费中的权重", "水费占公用经费的百分之几"),
        ("水费约当公用经费之几成", "水费占公用经费的百分之几"),
        ("水费占总盘子多大比重", "水费占支出总计的百分之几"),
        ("水费跟电费凑一块儿是多大一笔数", "水费和电费合计是多少"),
        ("分项列出水费和电费,末尾附合计", "水费和电费各是多少,合计是多少"),
        ("水费还差多少才赶上电费", "电费比水费多多少"),
        ("水费跟电费之间隔着多少钱", "水费和电费相差多少"),
        ("要是把水费砍掉,支出总计还有多少", "支出总计减去水费是多少"),
        ("水费与电费,何者数额较大", "水费和电费哪个多"),
        ("是水费占的钱多呢还是电费", "水费和电费哪个多"),
        ("水费、电费、印刷费三者金额孰高", "水费、电费和印刷费哪个最多"),
        ("每花100元,水费用掉多少", "水费占支出总计的百分之几"),
        ("水费除以公用经费再乘100%是多少", "水费占公用经费的百分之几"),
        ("把公用经费看作100,水费是多少", "水费占公用经费的百分之几"),
        ("公用经费里拿出多少比例用于水费", "水费占公用经费的百分之几"),
        ("几个水费加起来才够电费", "电费是水费的几倍"),
        ("水费:电费约等于几比一", "水费是电费的几倍"),
        ("水费半年大概多少", "水费的一半是多少"),
        ("水费分十二份,一份多少", "水费平均每月多少"),
        ("收入总计减事业收入等于", "收入总计减去事业收入是多少"),
        ("收入总计里,事业收入之外的还有几何", "收入总计减去事业收入是多少"),
        ("公用经费减水费再减电费,结果为何", "公用经费减去水费和电费是多少"),
        ("水费按月拆开,一个月划多少", "水费平均每月多少"),
        ("水费每季度能用多少", "水费平均每季度是多少"),
        ("水费、电费、印刷费按大小排一下", "水费、电费和印刷费从多到少怎么排"),
        ("把水费、电费从少到多排个序", "水费和电费从少到多怎么排"),
    ],
)
def test_a_computation_is_put_in_plain_words(asker: Asker, question: str, plain: str) -> None:
    assert of_named_things(question, asker.view(asker.library.find(GENOME))) == plain


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("花得最多的三样东西是什么,各多少", "支出最多的3个科目是哪些"),
        ("钱主要花到哪儿去了,最大的一笔是什么", "支出最多的科目是哪个"),
        ("花钱前五名的科目都有谁", "支出最多的5个科目是哪些"),
        ("钱花得最凶的地方是哪儿", "支出最多的科目是哪个"),
        ("哪项支出垫底", "支出最少的科目是哪个"),
        ("支出最多的类是哪个", ""),
        ("收入最多的来源是哪个", ""),
        ("水费最多的单位是哪个", ""),
    ],
)
def test_the_largest_spending_is_asked_in_everyday_words(asker: Asker, question: str, plain: str) -> None:
    assert largest_said(question, asker.view(asker.library.find(GENOME))) == plain


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("水费和电费合计比印刷费多吗", "水费、电费之和是否超过印刷费"),
        ("水费加电费加起来没有印刷费多吗", "水费、电费之和是否低于印刷费"),
        ("水费有电费的一半吗", "水费占电费的比例不低于一半吗"),
        ("水费是不是电费的2倍以上", "水费超过电费的2倍吗"),
        ("水费和电费比印刷费多吗", "水费和电费比印刷费多吗"),
    ],
)
def test_a_sum_is_held_against_another_thing(asker: Asker, question: str, claim: str) -> None:
    assert whether(question, asker.view(asker.library.find(GENOME))) == claim


def test_what_is_outside_of_a_thing_is_no_gist_of_it(asker: Asker) -> None:
    view = asker.view(asker.library.find(GENOME))
    assert gist("收入总计里财政拨款收入之外的还有几何", view) == ""


def test_a_sum_of_things_is_told_with_the_other_one(asker: Asker) -> None:
    over = asker.ask("差旅费和物业管理费合计比水费多吗？", GENOME)
    under = asker.ask("差旅费和物业管理费合计比水费少吗？", GENOME)
    denied = asker.ask("差旅费、物业管理费之和不超过水费吗？", GENOME)
    assert over.status is under.status is denied.status is Status.ANSWERED
    assert (over.answer[:2], under.answer[:2], denied.answer[:2]) in {
        ("是，", "没有", "不是"),
        ("没有", "是，", "是，"),
    }
    assert "合计" in over.answer


def test_a_list_is_told_in_the_order_of_amounts(asker: Asker) -> None:
    most = asker.ask("差旅费、物业管理费、水费按大小排一下", GENOME)
    least = asker.ask("差旅费、物业管理费、水费从少到多怎么排？", GENOME)
    amounts = [float(f.value) for f in most.figures]
    assert most.status is Status.ANSWERED
    assert amounts == sorted(amounts, reverse=True)
    assert [float(f.value) for f in least.figures] == amounts[::-1]


@pytest.mark.parametrize("question", ["上半年的水费实际要用多少？", "水费按季度列，每季的数是多少？"])
def test_a_part_of_the_year_is_no_amount_of_the_whole_year(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    whole = asker.ask("水费是多少？", GENOME).figures[0].value
    assert answer.status is not Status.ANSWERED or answer.figures[0].value != whole
