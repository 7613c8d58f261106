"""English questions read by their grammar: what they say beside the names in them, and the plain questions that they are."""

from __future__ import annotations

import re

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.grammar import plainly_asked
from qa.english.in_chinese import in_chinese, is_english

GENOME = "genome_institute_2025"


@pytest.mark.parametrize(
    ("question", "english"),
    [
        ("公务用车购置及运行维护费 budget?", True),
        ("机关事业单位基本养老保险缴费: how much?", True),
        ("Subtract 差旅费 from 会议费", True),
        ("差旅费, column 基本支出?", True),
        ("差旅费 budget是多少", False),
        ("GDP和R&D经费", False),
        ("A类先导专项的金额", False),
    ],
)
def test_a_chinese_name_is_one_word_of_an_english_question(question: str, english: bool) -> None:
    assert is_english(question) is english


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        # amounts
        ("差旅费 - amount?", "差旅费是多少"),
        ("Please look up the 差旅费 figure for me", "差旅费是多少"),
        ("What do they shell out for official receptions?", "公务接待费是多少"),
        ("How many 万元 for travel?", "差旅费是多少万元"),
        ("Which amount does 支出总表 show against 应用研究?", "支出总表里应用研究是多少"),
        (
            "How much is 应用研究 in 支出总表 and in 一般公共预算支出表?",
            "应用研究在支出总表和一般公共预算支出表里各是多少",
        ),
        ("What's under the 项目支出 column for 应用研究?", "应用研究的项目支出是多少"),
        ("How much was budgeted for training in 2025?", "2025年培训费预算数是多少"),
        ("How much was actually spent on training?", "培训费决算数是多少"),
        ("How much of the money does the general public budget contribute?", "一般公共预算拨款收入是多少"),
        ("What are the total revenue and spending?", "收入总计和支出总计各是多少"),
        # computations
        ("What's 应用研究's share of the total in 支出总表?", "支出总表里应用研究占合计的比例是多少"),
        ("Divide travel by training - what percentage is that?", "差旅费占培训费的比例是多少"),
        ("What's the ratio of travel to training?", "差旅费是培训费的几倍"),
        ("What's the ratio of travel to total expenditure?", "差旅费占支出总计的比例是多少"),
        ("Is travel more than half of training?", "差旅费占培训费的比例超过50%吗"),
        ("What's left of travel once you take out training?", "差旅费减去培训费是多少"),
        ("How much more goes to travel than to training?", "差旅费比培训费多多少"),
        ("Between them, travel and training cost how much?", "差旅费和培训费一共多少"),
        ("Does travel and training exceed meetings?", "差旅费和培训费合计比会议费多吗"),
        ("How far did travel fall, in percent, against last year?", "差旅费比上年下降百分之多少"),
        ("Has the travel budget been raised since last year, and by how much?", "差旅费比上年增加了吗，增加多少"),
        # yes or no, and ranks
        ("Someone told me travel was 10万元, is that right?", "差旅费是10万元吗"),
        ("Does travel exceed 1.5 million yuan?", "差旅费超过1500000元吗"),
        ("Is travel at least twice training?", "差旅费达到培训费的2倍吗"),
        ("Is travel worth the money?", "差旅费合理吗"),
        ("By 项目支出, what tops the list in 支出总表?", "支出总表里项目支出最大的科目是哪个"),
        ("Second largest entry in 支出总表 and how much?", "支出总表里金额第二大的科目是哪个"),
        ("How many lines in 支出总表 are above 500万元?", "支出总表里超过500万元的科目有几个"),
        # what continues a question
        ("What about training?", "培训费呢"),
        ("How much of that is 项目支出?", "其中项目支出是多少"),
        ("No, I meant training.", "不对，我说的是培训费"),
        ("then add training to that", "再加上培训费一共多少"),
    ],
)
def test_a_question_is_restated_where_every_word_has_a_place(question: str, plain: str) -> None:
    assert plainly_asked(question) == plain


@pytest.mark.parametrize(
    "question",
    [
        "How much is travel per person?",
        "What is the average travel cost?",
        "How much was not spent on travel?",
        "How many training courses were there?",
        "How much of the travel money is left?",
        "How much did the director spend on travel?",
        "How much under budget was travel?",
        "How much money was rolled over from 2024?",
        "How much will travel cost next year?",
        "When was 差旅费 paid?",
        "What was originally budgeted for travel, and what was spent?",
        "How much was carried forward as a balance at the end of 2023?",
        "What is the biggest expense?",  # of no table
        "How much is travel (差旅费)?",  # the name stands for the word before it
    ],
)
def test_a_question_with_other_words_is_left_as_it_is(question: str) -> None:
    assert plainly_asked(question) == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("差旅费 budget?", r"差旅费: 15.00 wan yuan"),
        ("Training as a percentage of travel?", r"26\.67%"),
        ("travel minus training", r"11\.00"),
        ("Is travel more than training and meetings combined?", r"^Yes; .*7\.00"),
        ("Is travel under 10万元?", r"^No; "),
        ("Top three items in 支出总表?", r"^专项基础科研"),
        ("Are total revenue and spending equal?", r"."),
    ],
)
def test_it_is_answered_in_english(asker: Asker, question: str, told: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert re.search(told, answer.answer)
    assert not re.search(r"[，。]", answer.answer)


def test_what_is_not_there_is_told_in_english(asker: Asker) -> None:
    answer = asker.ask("What share of travel and meetings is training?", GENOME)
    assert answer.status is Status.NOT_FOUND
    assert answer.answer.startswith("A share of several things")
    for question in (
        "How much was actually spent on travel?",
        "差旅费 plus 10万元?",
    ):
        assert asker.ask(question, GENOME).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("history", "question", "told"),
    [
        (["How much is travel?"], "And training?", "培训费: 4.00"),
        (["How much is travel?", "And training?"], "What's the total of the two?", "19.00"),
        (["How much is training?"], "As a percentage of travel?", "26.67%"),
        (["Is travel larger than training?"], "By how much?", "11.00"),
        (["How much is travel?"], "Is it over 10万元?", "Yes; "),
    ],
)
def test_a_follow_up_goes_on_from_the_question_before(
    asker: Asker, history: list[str], question: str, told: str
) -> None:
    assert told in asker.ask(question, GENOME, history).answer


def test_how_much_it_is_and_by_how_much_less_are_both_asked() -> None:
    question = 'What is the total 2022 "three public" budget, and how much lower is it than in 2021?'
    assert in_chinese(question) == "2022年三公经费是多少？比2021年减少多少"
