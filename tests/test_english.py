"""English questions: the Chinese terms that they name, the figures that they get, and what stays unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.asks import asked_together
from qa.english.bodies import without_own_name
from qa.english.in_chinese import in_chinese
from qa.english.labels import labels_in
from qa.english.pinyin import is_part_in_letters
from tests.libraries import SAMPLES, build

GENOME, MARINE, RELICS = "genome_institute_2025", "marine_station_2026", "relics_centre_2023"


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    root: Path = tmp_path_factory.mktemp("english") / "library"
    build(root, SAMPLES)
    return Asker(root)


@pytest.mark.parametrize(
    ("question", "chinese"),
    [
        (
            "By what percentage did fiscal appropriation income grow compared with 2024?",
            "财政拨款收入 比2024年增长百分之几",
        ),
        ("How much lower was the 2022 fiscal appropriation than in 2021?", "2022年 财政拨款收入 比2021年减少多少"),
        ("Did fiscal appropriation income grow by more than 20%?", "财政拨款收入 比上年增长超过20%吗"),
        ("How do the three public expenses compare with last year?", "三公经费 比上年增减多少"),
        ("By how much did the budget grow?", "预算总额 比上年增加多少"),
        ("How much was carried over from last year?", "上年结转是多少"),  # not a change from last year
        ("What is the grand total of income and expenditure?", "收支总计 ?"),
        ("How much income did it receive in 2024, before adding the carry-over?", "2024年 本年收入合计 ?"),
        ("Across all funding sources, what is the total project expenditure?", "项目支出合计 ?"),
        ("How much general public budget funding does the institute receive?", "一般公共预算拨款收入是多少"),
        ("What was the outturn for the “three publics”?", "决算 三公经费 ?"),
        ("How large are agency running costs?", "机关运行经费是多少"),
        ("What is the funding for the Class C pilot project?", "年度资金总额 C类 先导专项 ?"),
        ("How much lower is the water bill than the electricity bill?", "水费比电费少多少"),
        ("By how much did tuition income rise year on year?", "tuition 比上年增加多少"),
        ("What share of total expenditure is tuition income?", "tuition"),
    ],
)
def test_a_question_becomes_the_terms_that_it_names(question: str, chinese: str) -> None:
    assert " ".join(in_chinese(question).split()) == chinese


@pytest.mark.parametrize(
    ("document", "question", "value"),
    [
        (
            GENOME,
            "How big is the procurement budget, counting goods, works and services together?",
            ("11336.02", "万元"),
        ),
        (GENOME, "Within the general public budget, how large is the proportion of basic expenditure?", ("25.57", "%")),
        (
            GENOME,
            "In the overall income table, how much is brought forward from the previous year?",
            ("16728.67", "万元"),
        ),
        (GENOME, "What is the budget line for electricity costs?", ("64.01", "万元")),
        (GENOME, "How many times larger is project expenditure than basic expenditure?", ("6.85", "倍")),
        (GENOME, "How much of the basic expenditure is for personnel costs?", ("3814.42", "万元")),
        (GENOME, "What does item 30211 refer to?", ("15.00", "万元")),
    ],
)
def test_a_question_gets_its_figure(asker: Asker, document: str, question: str, value: tuple[str, str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert (answer.figures[0].value, answer.figures[0].unit) == value


@pytest.mark.parametrize(
    "question",
    [
        "How many staff does the institute have?",
        "How much tuition income is there?",
        "What share of total income comes from student fees?",
        "How much higher is tuition income than last year?",
        "Which project has the largest number of students?",
        "How much more is spent on water than on gas?",
        "What is the value of fixed assets?",
        "How much funding comes from foreign foundations?",
    ],
)
def test_what_the_document_does_not_name_is_refused(asker: Asker, question: str) -> None:
    for document in (GENOME, MARINE, RELICS):
        assert asker.ask(question, document).status in {Status.NOT_FOUND, Status.REFUSED}


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("construction and operation of sewage treatment facilities", "污水处理设施建设和运营"),
        ("the screening of domestically made films", "资助国产影片放映"),
        ("key research and development programmes", "重点研发计划"),
        ("transformation and dissemination of scientific and technological achievements", "科技成果转化与扩散"),
        ("historic cities and monuments", "历史名城与古迹"),
        ("ship oil pollution compensation fund", "船舶油污损害赔偿基金支出"),
        ("basic public health services", "基本公共卫生服务"),
        ("museums", "博物馆"),
    ],
)
def test_an_english_name_is_the_budget_line_that_is_made_of_the_same_parts(phrase: str, name: str) -> None:
    assert next(labels_in(phrase))[2] == name


@pytest.mark.parametrize(
    "phrase",
    ["project funds", "research teams abroad", "rural museums", "the public budget", "construction of bridges"],
)
def test_a_name_with_a_word_too_many_is_none(phrase: str) -> None:
    words = len(phrase.split())
    assert all(len(phrase[start:end].split()) < words for start, end, _ in labels_in(phrase))


@pytest.mark.parametrize(
    ("question", "chinese"),
    [
        (
            "How much of the revenue is business income, and what share of the total is that?",
            "事业收入是多少，事业收入占收入总计的比例是多少？",
        ),
        (
            "Business income: what sum, and what share, does it contribute to the revenue budget?",
            "事业收入是多少，事业收入占收入预算的比例是多少？",
        ),
        (
            "Kindly state the amount of revenue that originates from government funds, together with its proportion of "
            "total revenue.",
            "政府性基金是多少，政府性基金占收入总计的比例是多少？",
        ),
        (
            "How much of the basic expenditure goes to printing, and what share of total expenditure is that?",
            "基本支出里印刷费是多少，印刷费占支出总计的比例是多少？",
        ),
        (
            "What are the amounts and shares of business income and other income in total revenue?",
            "事业收入和其他收入各是多少，事业收入和其他收入占收入总计的比例各是多少？",
        ),
        (
            "How much of the government-fund budget is earmarked for public libraries, and what share of the fund total "
            "is that?",
            "政府性基金里图书馆是多少，图书馆占政府性基金的比例是多少？",
        ),
        (
            "What does the bureau plan to spend on wining and dining guests and on its cars, separately and altogether?",
            "公务接待费和公务用车购置及运行费各是多少，公务接待费和公务用车购置及运行费合计多少？",
        ),
        ("How much is procured in goods and services altogether?", "政府采购货物和政府采购服务合计多少？"),
        ("And for works?", "政府采购工程 呢"),
        ("Is it true that the institute has 14 vehicles?", "共有14辆车 , 对吗"),
        ("How many vehicles for confidential communication are there?", "机要通信用车 ?"),
        ("How much was carried over from 2024?", "2025年 上年结转 ?"),
        ("What is the gap between budgeted and actual three public spending?", "三公经费 决算比预算少多少 ?"),
        ("How did total revenue and expenditure develop against 2020?", "收支总计 比2020年增减多少"),
    ],
)
def test_a_question_is_read_by_its_parts(question: str, chinese: str) -> None:
    assert " ".join(in_chinese(question).split()) == chinese


@pytest.mark.parametrize(
    "question",
    [
        "how much is 印刷费 in Beijing and what share of the total is that",
        "how much is 印刷费 for each employee, altogether",
        "is the share of 印刷费 in 支出总计 large",
        "how much is 印刷费 and what share of the reform total is that",
        "why is 印刷费 a large share, and how much is it",
    ],
)
def test_what_has_other_words_is_not_read_by_its_parts(question: str) -> None:
    assert asked_together(question) == ""


@pytest.mark.parametrize(
    ("document", "question", "values"),
    [
        (
            GENOME,
            "How much of the revenue comes from ultra-long special treasury bonds, and what share of the total is that?",
            ["8718.00万元", "17.79%"],
        ),
        (
            GENOME,
            "Business income: what sum, and what share, does it bring to total revenue?",
            ["6500.00万元", "13.27%"],
        ),
        (
            GENOME,
            "What does it plan to spend on wining and dining guests and on its cars under the three public heading, "
            "separately and altogether?",
            ["3.00万元", "10.75万元", "13.75万元"],
        ),
        (
            GENOME,
            "Someone claims that basic expenditure is more than half of total expenditure. Is that true?",
            ["12.75%"],
        ),
        (
            GENOME,
            "Which functional category absorbs most of the expenditure budget, and how much does it get?",
            ["41354.93万元"],
        ),
        (MARINE, "How many vehicles for emergency support are there?", ["2辆"]),
        (MARINE, "What do electricity and water come to together?", ["600000元"]),
        (RELICS, "What is the gap between budgeted and actual three public spending?", ["-8.27万元"]),
        (RELICS, "How much more goes to works than to services in the procurement plan?", ["659.25万元"]),
    ],
)
def test_all_that_is_asked_is_answered(asker: Asker, document: str, question: str, values: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert set(values) <= {f"{f.value}{f.unit}" for f in answer.figures}
    assert (
        answer.answer.isascii() or "wan yuan" in answer.answer or "yuan (元)" in answer.answer or "辆" in answer.answer
    )


@pytest.mark.parametrize(
    "question",
    [
        "How much is spent on printing in Beijing, and what share of the total is that?",
        "How much of the revenue is tuition income, and what share of the total is that?",
        "What are printing costs per employee, altogether?",
        "How much is budgeted for rural museums of folk art?",
        "How much was carried over from 2019?",
        "Which category gets the most visitors?",
    ],
)
def test_what_is_named_beside_a_known_thing_is_refused(asker: Asker, question: str) -> None:
    for document in (GENOME, MARINE, RELICS):
        assert asker.ask(question, document).status in {Status.NOT_FOUND, Status.REFUSED}


@pytest.mark.parametrize(
    ("question", "chinese"),
    [
        ("I'm writing a story on staff perks. Could you tell me the home purchase subsidies?", "购房补贴是多少"),
        ("As a taxpayer, I would be grateful if you could let me know the reception budget.", "公务接待费是多少"),
        (
            "I am only looking into the general public budget: how much is for training?",
            "一般公共预算 : 培训费 am looking",
        ),
        ("What is the reception budget (公务接待费) of foreign origin?", "公务接待费 foreign origin"),
        (
            "By what percentage does the 2025 budget for rent subsidies (提租补贴) exceed the 2024 outturn?",
            "2025年 提租补贴 比2024年增长百分之几",
        ),
        ("How much money for young scholars (人才引进经费) was wasted?", "人才引进经费 wasted"),
        ("What is spent on surveying land resources?", "土地资源调查是多少"),
        ("How much goes towards fighting desertification?", "风沙荒漠治理是多少"),
        ("How much ocean shipping is there?", "远洋运输是多少"),
        ("How much was the fiscal allocation cut by, in percent?", "财政拨款收入 比上年下降百分之几"),
        (
            "Compared with what was actually spent in 2024, how far will housing security expenditure rise?",
            ", 住房保障支出 比2024年增加多少",
        ),
        ("State the amount to be carried forward to 2026.", "结转到2026年的资金 ."),
        ("Which items fell compared with 2024?", "哪些科目比上年减少了 ?"),
        ("What are the five largest items in the basic budget?", "基本支出 里最多的五项 ?"),
        ("How much below budget was foreign travel?", "因公出国(境)费 决算比预算少多少 ?"),
        ("How much of the wage bill was under budget last spring?", "工资福利支出 last spring"),
    ],
)
def test_more_that_is_said_around_before_or_in_brackets(question: str, chinese: str) -> None:
    assert " ".join(in_chinese(question).split()) == chinese


@pytest.mark.parametrize(
    ("document", "question", "value"),
    [
        (
            GENOME,
            "As a journalist, I'd be grateful if you could tell me how much is set aside for electricity.",
            ("64.01", "万元"),
        ),
        (GENOME, "What proportion of the general public budget is made up of basic expenditure?", ("25.57", "%")),
        (MARINE, "By how many percent did the appropriation grow?", ("5.35", "%")),
        (MARINE, "Entertaining guests: how much?", ("2.30", "万元")),
        (MARINE, "How much for vehicles, how much for receptions?", ("16.20", "万元")),
        (MARINE, "Is it fair to say that services account for over a third of procurement?", ("44.17", "%")),
        (RELICS, "To what extent was the three-public budget used up?", ("74.63", "%")),
        (RELICS, "How far below budget were receptions?", ("-1.14", "万元")),
        (RELICS, "How much was spent on protecting cultural relics?", ("4149.21", "万元")),
    ],
)
def test_more_ways_to_ask_get_their_figures(asker: Asker, document: str, question: str, value: tuple[str, str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert (answer.figures[0].value, answer.figures[0].unit) == value


def test_what_is_asked_for_both_ways_is_told_both_ways(asker: Asker) -> None:
    answer = asker.ask("What was originally budgeted for receptions, and what was spent?", RELICS)
    assert [f.value for f in answer.figures] == ["3.00", "1.86"]
    answer = asker.ask(
        "How many vehicles are there, and how many of those are kept for special technical work?", GENOME
    )
    assert [f.value for f in answer.figures] == ["3", "0"]


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (GENOME, "How much electricity and ballet was bought?"),
        (GENOME, "Electricity per capita"),
        (GENOME, "How much was travel cut by?"),
        (GENOME, "How much under budget was electricity?"),
        (GENOME, "In what proportion do imported goods make up procurement?"),
        (RELICS, "How many receptions were wasted?"),
        (RELICS, "How much did the Beijing cultural relics centre spend on receptions?"),
    ],
)
def test_a_word_that_could_restrict_what_is_meant_is_no_talk(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status in {Status.NOT_FOUND, Status.REFUSED}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "What did the Chengjiang culture and tourism bureau spend on museums?",
            "What did the bureau spend on museums?",
        ),
        ("What was spent on museums in Chengjiang?", "What was spent on museums ?"),
        (
            "What did the Beijing culture and tourism bureau spend?",
            "What did the Beijing culture and tourism bureau spend?",
        ),
        ("What did the Chengjiang health bureau spend?", "What did the Chengjiang health bureau spend?"),
        ("What did the health bureau spend?", "What did another health bureau spend?"),
        ("How much did the museum earn?", "How much did museum earn?"),
    ],
)
def test_a_body_is_known_by_its_name_in_latin_letters(question: str, told: str) -> None:
    assert without_own_name(question, "澄江县文化旅游局") == told


@pytest.mark.parametrize(("word", "name", "is_part"), [
    ("Chengjiang", "澄江县文化旅游局", True),
    ("Hangzhou", "杭州市卫生健康委员会", True),
    ("Xi'an", "西安市教育局", True),
    ("Jiang", "澄江县文化旅游局", False),
    ("Beijing", "澄江县文化旅游局", False),
])  # fmt: skip
def test_names_in_latin_letters(word: str, name: str, *, is_part: bool) -> None:
    assert is_part_in_letters(word, name) is is_part
