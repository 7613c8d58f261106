"""Loose turns of speech: running costs in brackets, what alone is meant, why two amounts are not one, what makes an amount up, what it takes to
run an organ of the state, and by what rule something is paid."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.loosely_put import plainly_put

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("平时办公要用的钱(公用那部分)一年是多少", "公用经费一年是多少"),
        ("维持单位办公运转要花的钱(即公用那一块)是多少", "公用经费是多少"),
        ("人员那块比公用那块多多少", "人员经费比公用经费多多少"),
        ("公用部分,单位日常办公要花几万元", "公用部分,单位日常办公要花几万元"),  # said so already
        ("住房公积金是多少?只论财政基本支出", "一般公共预算基本支出里住房公积金是多少"),
        ("206底下的各款逐个相加,和是多少", "206底下的各款加起来是多少"),
        ("一般公共预算拿来做基本支出的钱,百分之几是公用经费", "一般公共预算基本支出里百分之几是公用经费"),
        ("一般公共预算用来做基本支出的钱有多少", "一般公共预算基本支出有多少"),
        ("为公事出国(境)要花多少钱", "因公出国(境)要花多少钱"),
        ("绩效工资2024年要发出去多少元", "绩效工资2024年要发多少元"),
        ("2024年预算的收入,与2023年相比降了多少", "2024年收入预算,与2023年相比降了多少"),
        ("期末结转和结余减期初的等于多少", "年末结转和结余减去年初结转和结余等于多少"),
        ("收支总表写的支出总计,怎么跟支出总表的合计不是一个数", "收支总表的支出总计为什么和支出总表的合计不一样"),
        ("为什么支出总计跟支出总表的合计不是一个数", "支出总计为什么和支出总表的合计不一样"),
        ("公务接待费的决算数怎么跟预算数不是一个数", "公务接待费的决算数和预算数相差多少"),
        ("住房公积金怎么跟去年不一样", "住房公积金怎么跟去年不一样"),  # a change, which has words of its own
        ("提租补贴、购房补贴是不是就构成了那249.39万元津贴补贴", "津贴补贴等于提租补贴加购房补贴吗？津贴补贴是249.39万元吗"),
        ("国家哪项政策规定单位要发购房补贴", "购房补贴的政策依据是什么"),
        ("文件里说的上年结转,到底包括哪些钱", "上年结转包括哪些钱"),
        ("其他用车都指些什么车辆", "其他用车指什么"),
        ("绩效表里各指标的分值,每一张加总都等于90吗", "每一张绩效表的指标分值加起来都等于90吗"),
        ("叫人才支撑体系专项的,到底是哪一项", "哪个项目叫人才支撑体系专项"),
        ("公车现在一共几辆,数字是按哪天算的", "公车现在一共几辆，是按哪天统计的"),
        ("转到下一年去的非财政拨款有多少钱", "结转下年的非财政拨款有多少"),
        ("机关运行占支出总额的百分之几", "机关运行经费占支出总额的百分之几"),
    ],
)  # fmt: skip
def test_put_in_plain_words(question: str, plain: str) -> None:
    assert plainly_put(question) == plain


@pytest.mark.parametrize(
    ("document", "question", "amounts"),
    [
        (GENOME, "平时办公要用的钱（公用那部分）一年是多少？", ["443.16"]),
        (GENOME, "单位要掏的公积金是多少？只论财政基本支出。", ["504.61"]),
        (GENOME, "收支总表写的支出总计，怎么跟支出总表的合计不是一个数？", ["48996.17", "43154.93", "5841.24"]),
        (GENOME, "提租补贴、购房补贴是不是就构成了那249.39万元津贴补贴？", ["249.39"]),
        (GENOME, "转到下一年去的非财政拨款有多少钱？", ["5841.24"]),
        (GENOME, "搞项目一共安排了多少钱？", ["37654.68"]),
        (RELICS, "期末结转和结余减期初的等于多少？", ["156.05"]),
    ],
)
def test_answered(asker: Asker, document: str, question: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    "question",
    [
        "机关运行一共要花多少钱？",
        "2025年机关运行的支出合计是多少？",
        "机关运转一年花掉多少经费？",
        "保障机关运行的钱占支出总计的百分之几？",
        "机关运行总的支出有多少？",
        "国家哪项政策规定单位要发绩效工资？",  # it merely stands in a list
    ],
)
def test_no_total_for_what_it_takes_to_run_an_organ(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


def test_the_public_part_is_told_where_it_is_said_what_it_is_for(asker: Asker) -> None:
    answer = asker.ask("保障机关日常运转的公用经费支出多少？", GENOME)
    assert [f.value for f in answer.figures] == ["443.16"]
