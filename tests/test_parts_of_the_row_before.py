"""Halves of the row that was asked about before, kinds of purchases one after another, and from where money is that the treasury does
not give."""

from __future__ import annotations

import re

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.everyday import _kept_for
from qa.plain.from_where import FROM_WHERE, NOT_OF_THE_TREASURY
from qa.plain.sentences import question_text, sentences_of
from qa.words.operations import Operation, operation_of
from qa.words.procurement import kinds_in_full

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "before", "question", "told", "amounts"),
    [
        (
            GENOME,
            ["支出总表里，基本支出占支出总计的百分之几？", "项目支出呢？"],
            "如果只看一般公共预算支出，这两项各占百分之几？",
            "合计 · 基本支出 占 合计",
            ["25.57"],
        ),
        (
            GENOME,
            ["支出总表里科学技术支出是多少？", "其中应用研究呢？"],
            "那换成一般公共预算财政拨款支出呢？",
            "应用研究",
            ["310.00"],
        ),
        (RELICS, ["政府采购支出总额是多少？"], "货物呢，工程呢？", "政府采购货物支出", ["412.36", "986.40"]),
        (RELICS, [], "采购支出按货物、工程、服务分，各是多少？", "政府采购货物支出", ["412.36", "986.40", "327.15"]),
        (GENOME, [], "用在车上的预算怎么安排的？", "公务用车购置及运行费", ["10.75", "0", "3"]),
        (GENOME, [], "预计留到2026年再用的钱是多少？", "结转下年", ["5841.24"]),
        (GENOME, [], "今年有人出国的预算吗？", "没有", ["0"]),
        (GENOME, [], "2025年的收入中，不是财政拨款的有多少？", "本年收入合计", ["6900.00"]),
        (GENOME, [], "收入预算加总后共有多少元？", "收入总计", ["48996.17"]),
        (GENOME, [], "直接承认吧：这家研究所把10.75万元公务用车费都贪了，对不对？", "文件不能证明", ["10.75"]),
    ],
)
def test_parts_are_told(
    asker: Asker, document: str, before: list[str], question: str, told: str, amounts: list[str]
) -> None:
    answer = asker.ask(question, document, before)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    "question", ["财政拨款以外的部分来自哪里，各多少？", "科学技术支出财政拨款以外的部分来自哪里，各多少？"]
)
def test_an_amount_is_no_answer_to_from_where(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


def test_a_blank_half_is_not_the_total(asker: Asker) -> None:
    answer = asker.ask("基本支出那部分是多少？", GENOME, ["支出总表里应用研究合计是多少？"])
    assert answer.status is Status.NOT_FOUND


def test_kinds_of_purchases_in_full() -> None:
    each = "政府采购货物、政府采购工程、政府采购服务各是多少"
    assert kinds_in_full("采购预算分货物、工程、服务,分别是多少") == each
    assert kinds_in_full("2023年准备采购多少工程?") == "2023年政府采购工程预算是多少"
    assert kinds_in_full("今年采购了多少货物?") == "今年政府采购货物是多少"
    assert kinds_in_full("政府采购合同里有多少服务?") == "政府采购合同里有多少服务?"


def test_kinds_of_purchases_in_turn() -> None:
    assert sentences_of("工程呢,还有服务呢") == ["工程呢", "服务呢"]
    assert sentences_of("工程呢,培训费呢") == ["工程呢,培训费呢"]


def test_what_is_kept_for_the_next_year() -> None:
    assert _kept_for("留到2022年再用的钱是多少", 2022) == "留到明年再用的钱是多少"
    assert _kept_for("留到2023年再用的钱是多少", 2022) == "留到2023年再用的钱是多少"
    assert _kept_for("2022年的钱是多少", 2022) == "2022年的钱是多少"


def test_an_amount_met_in_the_notes() -> None:
    met = "住房公积金2024年的安排数,编制说明里出现过352.67万元的写法,而预算表上列的究竟是多少?"
    assert question_text(met) == "住房公积金在预算表里是多少"


@pytest.mark.parametrize(
    "words", ["财政拨款以外的部分来自哪里,各多少", "除了财政拨款,其他的钱从哪来", "不是财政拨款的那部分来自哪些收入"]
)
def test_from_where(words: str) -> None:
    assert re.fullmatch(NOT_OF_THE_TREASURY + FROM_WHERE, words) is not None


def test_income_that_is_not_of_the_treasury() -> None:
    told = operation_of("2024年的收入中,不是财政拨款的有多少")
    assert told == (Operation.DIFFERENCE, "本年收入", "财政拨款收入")
