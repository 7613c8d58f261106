"""Yes or no asked of amounts, shares and places in everyday words; follow-ups that point at what was asked before."""

from __future__ import annotations

import pytest

from qa.ask import Asker
from qa.outcomes.document_terms import in_document_terms
from qa.plain.planned import planned_for
from qa.plain.sentences import question_text

GENOME = "genome_institute_2025"


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("花在水费的钱5万元打不住吧", "水费超过5万元吗"),
        ("5万元都不够水费花的，是吗", "水费超过5万元吗"),
        ("水费超出5万元了", "水费超过5万元吗"),
        ("水费比5万元少吗", "水费不到5万元吗"),
        ("水费连5万元都没有", "水费不到5万元吗"),
        ("水费才5万元都不到吗", "水费不到5万元吗"),
        ("用于水费的款项有没有低过5万元", "水费不到5万元吗"),
        ("水费预算数不多不少就是5万元", "水费预算数是5万元吗"),
        ("5万元这个数是水费的吧", "水费是5万元吗"),
        ("5万元够不够水费用", "水费不超过5万元吗"),
        ("水费的钱多过电费吗", "水费比电费多吗"),
        ("跟电费比，水费更多一些吗", "水费比电费多吗"),
        ("水费是不是不如电费多", "水费比电费少吗"),
        ("水费没电费多吧", "水费比电费少吗"),
        ("水费多还是电费多", "水费和电费哪个多"),
        ("给水费和给电费的钱同样多，对吧", "水费和电费一样多吗"),
        ("水费、电费两个数是不是一样", "水费和电费一样多吗"),
        ("水费大于电费的5%吗", "水费超过电费的5%，对吗"),
        ("电费中是不是超过5%都是水费", "水费占电费的比例超过5%吗"),
        ("水费占比超5%了吗？以电费为总数", "水费占电费的比例超过5%吗"),
        ("水费有没有占到电费的5%", "水费占电费的比例不低于5%吗"),
        ("住房公积金是不是头号开支", "支出里最多的是住房公积金吗"),
        ("没有哪项支出比住房公积金更多了吧", "支出里最多的是住房公积金吗"),
        ("所有支出当中住房公积金最高吗", "支出里最高的是住房公积金吗"),
        ("支出里面包不包括水费", "有水费吗"),
    ],
)
def test_yes_or_no_is_read_in_the_words_of_claims(asker: Asker, asked: str, read: str) -> None:
    view = asker.view(asker.library.find(GENOME))
    assert planned_for(in_document_terms(question_text(asked), view), view).text == read


@pytest.mark.parametrize(
    "asked",
    ["水费没超过5万元吧", "水费不大于电费吧", "去年水费比5万元多吗", "5万元这个数不是水费的吧", "水费比5万元多多少"],
)
def test_what_is_denied_or_of_another_year_is_not_read_away(asker: Asker, asked: str) -> None:
    view = asker.view(asker.library.find(GENOME))
    text = in_document_terms(question_text(asked), view)
    assert planned_for(text, view).text == text


@pytest.mark.parametrize(
    ("earlier", "asked", "told"),
    [
        (["水费是多少", "电费是多少"], "刚才第一个是多少来着", "水费 3.40 万元"),
        (["水费是多少", "电费是多少"], "前一个呢", "水费 3.40 万元"),
        (["水费是多少", "电费是多少"], "前者占后者多少", "水费 占 电费 的 5.31%"),
        (["水费是多少", "电费是多少"], "总共要花多少", "合计 67.41 万元"),
        (["水费是多少"], "连同电费总共多少", "合计 67.41 万元"),
        (["水费是多少"], "那电费呢，比它多还是少", "电费更多"),
        (["水费比其他交通费用多多少"], "比电费呢", "水费（一般公共预算基本支出表）比 电费"),
        (["水费超过5万元吗"], "电费超过没有", "是，电费 64.01 万元"),
        (["水费超过5万元吗"], "那电费呢", "是，电费 64.01 万元"),
        (["水费比其他交通费用多吗"], "也比电费多吗", "不是，电费更多"),
        (["水费在电费里占多少"], "那其他交通费用在里面占多少", "其他交通费用 占 电费 的 7.81%"),
        (["基础研究占支出总计多少"], "具体金额呢", "基础研究 27,444.48 万元"),
        (["住房公积金的编码是什么"], "金额呢", "住房公积金 550.00 万元"),
        (["住房公积金是多少"], "科目编码是多少", "住房公积金 的科目编码是 2210201"),
        (["住房公积金是多少"], "只看基本支出那一栏", "住房公积金 · 基本支出 550.00 万元"),
        (["水费是多少"], "是哪张表上的", "水费 3.40 万元（第 15 页"),
        (["水费上年是多少"], "那今年呢", "水费 3.40 万元"),
        (["水费多少钱", "电费呢"], "这个数出自第几页", "电费 64.01 万元（第 15 页"),
    ],
)
def test_follow_ups_that_point_back(asker: Asker, earlier: list[str], asked: str, told: str) -> None:
    assert asker.ask(asked, GENOME, earlier).answer.startswith(told)


def test_a_follow_up_that_points_at_nothing_is_not_answered(asker: Asker) -> None:
    assert asker.ask("刚才第三个是多少", GENOME, ["水费是多少"]).status.value == "not_found"
