"""Everyday frames: several things held together, suppositions worked out, and questions that turn those before them."""

from __future__ import annotations

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.planned import planned_for
from qa.plain.sentences import question_text

GENOME = "genome_institute_2025"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("公务接待费和培训费一共多少，超过20万元吗", "没有，合计 7.00 万元"),
        ("公务接待费跟培训费加起来多少？超没超5万元？", "是，合计 7.00 万元"),
        ("公务接待费加培训费，过5万元了没有", "是，合计 7.00 万元"),
        ("哪怕公务接待费和培训费捆一块，也不到5万元吧", "不是，合计 7.00 万元"),
        ("就算加上公务接待费，培训费也到不了20万元，是吗？", "是，合计 7.00 万元"),
        ("报道称公务接待费、培训费合计20万元，请核实", "不是，合计 7.00 万元"),
        ("公务接待费培训费差旅费三项小计", "3.00 + 4.00 + 15.00 = 22.00"),
        ("差旅费培训费公务接待费，垫底的是哪个", "最少的是 公务接待费 3.00 万元"),
        ("差旅费是不是商品和服务支出里最大的一笔？", "不是，"),
        ("除专项基础科研外，支出总表哪项最大", "最高的是 科技重大项目"),
        ("支出总表里除专项基础科研外金额最大的科目是哪个", "最高的是 科技重大项目"),
        ("支出总表的合计减去科技重大项目再减去专项基础科研是多少", "43,154.93 − 8,718.00 − 16,060.24 = 18,376.69"),
        ("支出总表里科技重大项目以外的还有多少钱？", "43,154.93 − 8,718.00 = 34,436.93"),
        ("若只看项目支出，科技重大项目和专项基础科研谁多", "专项基础科研 · 项目支出更多"),
        ("麻烦从支出总表里摘一下住房公积金的合计和基本支出", "住房公积金 · 基本支出 550.00 万元"),
        ("差旅费超出租赁费百分之多少", "(15.00 − 10.00) ÷ 10.00 = 50.00%"),
        ("差旅费翻一番是多少", "15.00 × (1 + 100%) = 30"),
        ("差旅费的2倍是多少", "15.00 × 2 = 30"),
        ("差旅费打八折是多少", "15.00 × 0.8 = 12"),
        ("要是差旅费再压20%，还有多少钱？", "15.00 × (1 − 20%) = 12"),
        ("差旅费加上5000元是多少", "15.00 + 0.5 = 15.5"),
        ("差旅费离100万元还差多少", "100 − 15.00 = 85"),
        ("差旅费比10万元多多少", "15.00 − 10 = 5"),
        ("差旅费减半以后是多少", "15.00 × (1 − 50%) = 7.5"),
        ("支出总表里科技重大项目的项目支出翻一番是多少", "8,718.00 × (1 + 100%) = 17,436"),
        ("差旅费、培训费和租赁费里超过8万元的有哪些", "有 2 个：差旅费 15.00 万元、租赁费 10.00 万元"),
        ("支出总表里除了专项基础科研和科技重大项目，最大的是哪项", "最高的是 其他基础研究支出"),
        ("专项基础科研在支出总表里是第几大", "排第 1 的是 专项基础科研"),
        ("差旅费平均一天花多少", "150,000 ÷ 365 = 410.96"),
        ("差旅费、培训费、公务接待费三项平均下来是多少", "(15.00 + 4.00 + 3.00) ÷ 3 = 7.33"),
        ("差旅费低于公务接待费的一半吗", "不是，差旅费 相当于 公务接待费 的 500.00%"),
        ("30211是不是差旅费的编码？", "是，差旅费 的科目编码是 30211"),
        ("差旅费的科目编码是30216吗", "不是，差旅费 的科目编码是 30211"),
        ("差旅费－培训费等于几", "15.00 − 4.00 = 11.00"),
    ],
)
def test_a_frame_is_answered_as_its_plain_form_is(asker: Asker, question: str, told: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert told in answer.answer


@pytest.mark.parametrize(
    ("before", "question", "told"),
    [
        (["差旅费和培训费合计多少？"], "再加上租赁费", "15.00 + 4.00 + 10.00 = 29.00"),
        (["差旅费和培训费合计多少？"], "超没超20万元？", "没有，合计 19.00 万元"),
        (["差旅费加培训费一共多少？"], "打错了，应该是租赁费和会议费", "10.00 + 4.00 = 14.00"),
        (["商品和服务支出占差旅费的百分之几？"], "反过来，后一个占前一个多少", "差旅费 占 商品和服务支出 的 3.55%"),
        (["差旅费和培训费各是多少？", "租赁费呢？"], "三样里谁最大", "最多的是 差旅费"),
        (["差旅费和培训费各是多少？", "租赁费呢？"], "三样加起来呢", "15.00 + 4.00 + 10.00 = 29.00"),
        (["支出总表里科技重大项目是多少？"], "专项基础科研也按这张表说", "专项基础科研 16,060.24 万元"),
        (["查一下差旅费"], "这笔钱的编码是啥", "30211"),
        (["差旅费是多少"], "再压20%还剩多少", "15.00 × (1 − 20%) = 12"),
    ],
)
def test_a_question_turns_those_before_it(asker: Asker, before: list[str], question: str, told: str) -> None:
    answer = asker.ask(question, GENOME, before)
    assert answer.status is Status.ANSWERED
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "公务接待费和培训费比差旅费多吗",  # together, or each?
        "劳务费中不属于职业年金缴费的部分是多少",  # it has none of it
        "科技重大项目里基本支出占比是多少",  # its cell is blank: what all have of it is another thing
        "差旅费和培训费哪个执行得更好",
        "差旅费的涨幅和培训费的涨幅，哪个更大？",
        "差旅费一年下来少了多少",
        "差旅费的2倍比租赁费多吗",
        "差旅费减去租赁费的一半是多少",
        "差旅费和租赁费谁离12万元近",
        "差旅费超过10万元，是因为租赁费多吗",
        "差旅费里花掉3万元，还剩几成钱",
        "如果差旅费增加10%是多少",  # by how much, or what it comes to?
    ],
)
def test_what_a_frame_only_half_says_is_refused(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("before", "question"),
    [
        (["差旅费占商品和服务支出的百分之几？"], "反过来，后一个占前一个多少"),  # the whole is no part of it
        (["科技重大项目安排了多少钱"], "我说的不是合计，是基本支出"),  # blank
    ],
)
def test_a_turn_to_what_is_not_there_is_refused(asker: Asker, before: list[str], question: str) -> None:
    assert asker.ask(question, GENOME, before).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("把差旅费并到培训费里，占商品和服务支出多少", "差旅费和培训费合计占商品和服务支出多少"),
        ("每100块商品和服务支出里有多少块是差旅费", "差旅费占商品和服务支出的百分之几"),
        ("公务接待费不如培训费，少了多少", "公务接待费比培训费少多少"),
        ("差旅费给了多少指标", "差旅费是多少"),
        ("科技重大项目，看支出总表那张，不是别的表", "支出总表里科技重大项目是多少"),
        ("支出总表里项目支出的大头是啥", "支出总表里项目支出最大的科目是哪个"),
        ("差旅费的钱花完了没有", "差旅费的决算数占预算数的比例达到100%吗"),
        ("差旅费换算成元，精确到个位", "差旅费是多少元"),
    ],
)
def test_a_frame_is_said_plainly(asker: Asker, question: str, plain: str) -> None:
    view = asker.view(asker.library.find(GENOME))
    assert planned_for(question_text(question), view).text == plain
