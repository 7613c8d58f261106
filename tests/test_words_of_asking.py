"""Words that only ask, a row's blanks said otherwise, and a thing that is named first and then called it."""

from __future__ import annotations

import pytest

from extract.text import folded
from qa.answer import Status
from qa.ask import Asker
from qa.guards.topics import _TOPIC
from qa.plain.reading import read_plan
from qa.plain.words_of_asking import in_plain_words, without_words_of_asking
from qa.words.operations import Operation, operation_of


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("人员经费那一列，预算数留空的科目请帮我找出来。", "人员经费里哪些科目是空的"),
        ("公用经费这列，空着没填的科目给我找出来。", "公用经费里哪些科目是空的"),
        ("商品和服务支出里没有留空的科目有哪些", "商品和服务支出里哪些科目有数"),
        ("商品和服务支出里，哪些科目不是空的？", "商品和服务支出里哪些科目有数"),
        (
            "资本性支出在基本支出表（一般公共预算）里，不为空的科目请列一下。",
            "一般公共预算基本支出表里资本性支出里哪些科目有数",
        ),
        ("我想看交流经费绩效表，把它的三级指标列给我吧。", "交流经费绩效表有哪些三级指标"),
        ("交流经费的三级指标都列给我看看", "交流经费有哪些三级指标"),
        ("请把基本支出的金额告诉我。", "基本支出的金额是多少"),
        ("会议费的决算数报给我", "会议费的决算数是多少"),
        (
            "我关心土地开发：2024年，在政府性基金预算支出中为它列了多少钱？",
            "2024年,政府性基金预算支出里土地开发列了多少钱",
        ),
        (
            "请把行政运行拆成基本支出和项目支出，各列多少元，并给出总和。",
            "行政运行的基本支出和项目支出各是多少,合计是多少",
        ),
        ("帮我看看甲补贴、乙补贴两个数同丙补贴249.39万元之间的联系。", "丙补贴和甲补贴、乙补贴有什么关系"),
        ("查一下这家单位2025年的国有资本经营预算支出，是有还是没有？", "2025年有没有国有资本经营预算支出"),
        ("2025年预算里安排购车了吗？", "2025年打算买车吗"),
        ("购房补贴，凭的是哪个政策文件？", "购房补贴的政策依据是什么"),
        ("改看一般公共预算，这个数变成多少？", "换成一般公共预算呢"),
        ("2025年收入里其他收入的预算数填了多少", "2025年其他收入的预算数填了多少"),
    ],
)
def test_words_of_asking_have_a_plain_equivalent(asked: str, plain: str) -> None:
    assert in_plain_words(folded(asked)) == plain


@pytest.mark.parametrize(
    "asked",
    [
        "会议费是多少？",
        "水费和电费的金额告诉我",
        "会议费是不是空的？",
        "2023年的会议费趋势怎么样",
        "这个科目的收入里事业收入是多少",
        "人员经费中没有金额的科目是哪些？",
    ],
)
def test_other_questions_stay_as_they_are(asked: str) -> None:
    assert without_words_of_asking(folded(asked)) == folded(asked)


def test_what_an_answer_is_for_is_left_out() -> None:
    assert without_words_of_asking("做测算用:水费加电费,等于多少元") == "水费加电费,等于多少元"
    assert without_words_of_asking("说白了,会议费是多少") == "会议费是多少"


@pytest.mark.parametrize(
    ("asked", "wants"),
    [
        ("非空白的科目有哪些", "filled"),
        ("不为空的科目有哪些", "filled"),
        ("留空的科目有哪些", "blank"),
        ("会议费是不是空的", "blank"),
        ("会议费不是空的吗", "filled"),
    ],
)
def test_what_is_not_blank_is_filled(asked: str, wants: str) -> None:
    assert read_plan(asked).plan.wants == wants


def test_what_something_comes_to_compares_nothing() -> None:
    assert operation_of("养老保险缴费支出加职业年金缴费支出,等于多少元")[0] is not Operation.COMPARE
    assert operation_of("206类下属各款之和是多少")[0] is Operation.CHILDREN


def test_a_topic_is_told_first() -> None:
    m = _TOPIC.match("我对海绵城市很感兴趣,今年支出预算里它有多少钱")
    assert m is not None
    assert m["it"] == "海绵城市"


@pytest.mark.parametrize(
    ("question", "status", "told"),
    [
        ("我对海绵城市很感兴趣，今年支出预算里它有多少钱", Status.NOT_FOUND, "文件里没有“海绵城市"),
        ("我关心海绵城市，项目支出为此列了多少？", Status.NOT_FOUND, "文件里没有“海绵城市"),
        ("我关心购房补贴，一般公共预算支出表里为它列了多少？", Status.ANSWERED, "购房补贴 222.79 万元"),
        ("资本性支出里不为空的科目请列一下。", Status.ANSWERED, "有数的科目有 2 个"),
        ("公用经费那一列，留空的科目请帮我找出来。", Status.ANSWERED, "空白的科目有 16 个"),
        ("做测算用：水费的预算再加电费的预算，等于多少元？", Status.ANSWERED, "合计 67.41 万元"),
        ("把2023、2024、2025年的三公经费放在一起比，趋势怎么样？", Status.NOT_FOUND, "这份文件是 2025 年的"),
        ("说白了，会议费今年多少钱", Status.ANSWERED, "会议费 4.00 万元"),
    ],
)
def test_answers(asker: Asker, question: str, status: Status, told: str) -> None:
    answer = asker.ask(question, "genome_institute_2025")
    assert answer.status is status
    assert answer.answer.startswith(told)
