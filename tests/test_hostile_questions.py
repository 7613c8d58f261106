"""Questions that nobody would ask: whatever text comes, there is an answer, soon, and it can be written down."""

from __future__ import annotations

import json
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.answer import Status
from qa.ask import LONGEST, Asker
from qa.plain.reading import read_plan
from qa.plain.sentences import question_text
from qa.words.bounds import share_claimed
from tests.libraries import SAMPLES, build

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"
SOON = 6.0
"""Seconds of a processor; a search that tries everything would take hours, and what grows with the cube of the length, 15."""

_SAID = st.sampled_from(
    [
        "公务接待费",
        "项目支出",
        "总支出",
        "住房公积金",
        "表3",
        "第6表",
        "公开06表",
        "2025年",
        "去年",
        "2210201",
        "占",
        "比",
        "和",
        "与",
        "的",
        "除了",
        "以外",
        "是",
        "几倍",
        "多少",
        "吗",
        "超过",
        "不到",
        "哪些",
        "列出",
        "前三名",
        "前0名",
        "第几",
        "倒数第零",
        "差多少",
        "为什么",
        "最高",
        "最低",
        "合计",
        "各单位",
        "谁",
        "呢",
        "那",
        "分别",
        "加上",
        "等于",
        "是否",
        "减去",
        "里",
        "有没有",
        "排名",
        "每个月",
        "倒推",
        "同比",
        "增长",
        "百分之二一",
        "百分之十十",
        "３万元",
        "٣",
        "²",
        "1,,,,2万元",
        "一二三四五亿元",
        "十万百万元",
        "1e400",
        "how",
        "much",
        "share",
        "of",
        "is",
        "than",
        "3%",
        "(302)",
        "as",
        "of",
        "why",
    ]
)
_ODD = st.sampled_from([
    "\ud800", "\udfff", "\x00", "\x1b", "\n", "\u2028", "\u202e", "\x85", "\ufeff", "İ", "ẞ", "ﷺ", "𝟛", "😀", "(", "（", "\\1", "\\g<a>",
    "{}", "%s", "'", '"', "“", "，", "？", "9" * 450, "零" * 40 + "元", "一" * 60,
])  # fmt: skip
_QUESTIONS = st.one_of(
    st.text(max_size=80),
    st.text(st.characters(codec=None, min_codepoint=0xD700, max_codepoint=0xE000), max_size=20),
    st.lists(st.one_of(_SAID, _SAID, _ODD, st.text(max_size=3)), max_size=14).map("".join),
    st.lists(_SAID, max_size=10).map(" ".join),
)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    root: Path = tmp_path_factory.mktemp("hostile") / "library"
    build(root, SAMPLES)
    return Asker(root)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(_QUESTIONS, st.lists(_QUESTIONS, max_size=2), st.sampled_from([None, GENOME, RELICS]))
def test_any_text_is_answered_and_can_be_written_down(
    asker: Asker, question: str, history: list[str], document: str | None
) -> None:
    answer = asker.ask(question, document, history)
    assert answer.answer
    json.dumps(answer.as_json(), ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "question",
    [
        "公务接待费\ud800是多少", "项目支出占总支出百分之二一，对吗", "项目支出占总支出百分之十十，对吗", "前0名的支出科目是哪几个",
        "一般公共预算支出前零名", "支出最高的0个科目", "排第0的科目", "第" + "9" * 480 + "名是哪个", "超过" + "9" * 480 + "万元的科目有哪些",
        "20" + "9" * 400 + "年公务接待费", "\x00", "?", "的", "占", "比", "几倍", "(", "“",
    ],
)  # fmt: skip
@pytest.mark.parametrize("document", [None, GENOME])
def test_what_made_no_sense_to_the_rules_is_no_failure(asker: Asker, question: str, document: str | None) -> None:
    assert asker.ask(question, document).answer


@pytest.mark.parametrize(
    "unit",
    [
        "和", "比", "占", "约为", "支类之下的", "公加", "公由非1资金安", "各大概", "当中里", "省贵", "除", "1", "9,", ".", "一", "(", "a ",
        "是有", "等于", "之和", "花占用", "首先，", "加上", "the share of ", "how much ",
    ],
)  # fmt: skip
def test_no_question_takes_long(asker: Asker, unit: str) -> None:
    for tail in ("", "差额", "几倍", "合计"):
        began = time.thread_time()
        read_plan(question_text((unit * LONGEST)[: LONGEST - len(tail)] + tail))
        assert time.thread_time() - began < SOON, tail
    began = time.thread_time()
    assert asker.ask((unit * LONGEST)[:LONGEST], GENOME).answer
    assert time.thread_time() - began < SOON


def test_english_with_much_white_space_takes_no_longer() -> None:
    began = time.thread_time()
    read_plan(question_text("how much bigger money are budgeted the" + " " * 440 + "!"))
    assert time.thread_time() - began < SOON


def test_a_question_has_a_greatest_length_and_what_was_longer_is_not_leant_on(asker: Asker) -> None:
    assert asker.ask("公务接待费" * 40_000, GENOME).status is Status.REFUSED
    assert asker.ask("公务接待费是多少" + " " * 100_000, GENOME).status is Status.ANSWERED
    began = time.thread_time()
    answer = asker.ask("公务接待费是多少", GENOME, ["和" * 100_000] * 8)
    assert (answer.status, answer.figures[0].value) == (Status.ANSWERED, "3.00")
    assert time.thread_time() - began < SOON


def test_a_percentage_that_is_no_number_is_no_claim() -> None:
    assert share_claimed("占百分之二一") is None
    assert share_claimed("占百分之十十") is None
    assert share_claimed("占百分之十二以上") == (Decimal(12), "over")
