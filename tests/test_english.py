"""English questions: the Chinese terms that they name, the figures that they get, and what stays unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english import in_chinese
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
        ("How much was carried over from last year?", "上年结转 ?"),  # not a change from last year
        ("What is the grand total of income and expenditure?", "收支总计 ?"),
        ("How much income did it receive in 2024, before adding the carry-over?", "2024年 本年收入合计 ?"),
        ("Across all funding sources, what is the total project expenditure?", "项目支出合计 ?"),
        ("How much general public budget funding does the institute receive?", "一般公共预算拨款收入 ?"),
        ("What was the outturn for the “three publics”?", "决算 三公经费 ?"),
        ("How large are agency running costs?", "机关运行经费 ?"),
        ("What is the funding for the Class C pilot project?", "年度资金总额 C类 先导专项 ?"),
        ("How much lower is the water bill than the electricity bill?", "水费 比 电费 少多少 ?"),
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
