"""English questions: which documents or figures are meant, what a project's money is made of, what lottery money is for."""

from __future__ import annotations

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.asks import asked_together
from qa.english.bodies import without_own_name
from qa.english.in_chinese import in_chinese
from qa.english.labels import for_lottery
from qa.english.many import by_kind
from tests.items import Item, invented


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asker, list[Item]]:
    return invented(tmp_path_factory.mktemp("english_scopes"), 839)


@pytest.mark.parametrize(
    ("question", "chinese"),
    [
        (
            "According to the final accounts, how much was spent on projects in 2023 and what percentage of the year's expenditure does that represent?",
            "2023年 决算项目支出是多少，项目支出占本年支出合计的比例是多少？",
        ),
        (
            "In its FY2024 final accounts, how much went to projects?",
            "2024年 决算 , 项目支出 ?",
        ),
        (
            "What percentage increase in fiscal appropriations does the 2025 budget show over 2024?",
            "2025年 财政拨款收入 比2024年增长百分之几",
        ),
        ("What was the total carry-over and surplus at year-end 2026, covering all funds?", "2026年 年末结转和结余 ?"),
        ("How much was carried forward as a balance at the end of 2023?", "年末结转和结余 ?"),
        ("What is the total number of vehicles of all the bodies in this library?", "各家单位的车辆合计是多少"),
        ("What is the number of vehicles across all five bodies, taken together?", "各家单位的车辆合计是多少"),
        ("How many vehicles did the bureau have?", "共有几辆车 ?"),
    ],
)
def test_a_question_becomes_the_terms_that_it_names(question: str, chinese: str) -> None:
    assert " ".join(in_chinese(question).split()) == chinese


@pytest.mark.parametrize(
    "ask", ["how much of it is", "how much of that comes from the", "how much of this is paid from"]
)
def test_a_project_and_what_of_its_money_is_appropriated(ask: str) -> None:
    told = asked_together(f"What is the 年度资金总额 the C类 台站运行 , and {ask} 财政拨款收入 ?")
    assert told.split() == ["C类", "台站运行的年度资金总额和财政拨款各是多少？"]


@pytest.mark.parametrize(
    "question",
    [
        "What are 印刷费 and 水费 , and how much of it is 财政拨款收入 ?",  # of which of the two is not said
        "What is the 年度资金总额 the 台站运行 , and how much of it is 三公经费 ?",
        "What is the 年度资金总额 the imported 台站运行 , and how much of it is 财政拨款收入 ?",
        "From the 预算 to the 决算 , how much are 印刷费 and 水费 together ?",
    ],
)
def test_what_of_it_is_of_something_else_is_not_read(question: str) -> None:
    assert not asked_together(question)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("lottery public welfare money is budgeted for sports undertakings?", "用于体育事业的彩票公益金支出"),
        ("of the welfare lottery proceeds goes to education?", "用于教育事业的彩票公益金支出"),
        ("lottery money was set aside for disabled people in 2026?", "用于残疾人事业的彩票公益金支出"),
        ("public welfare lottery funds are for legal aid?", "用于法律援助的彩票公益金支出"),
    ],
)
def test_what_lottery_money_is_for(words: str, name: str) -> None:
    assert name in for_lottery(f"How much {words}")


@pytest.mark.parametrize(
    "words", ["for roads", "for sports tickets", "for the bureau", "for imported sports equipment"]
)
def test_lottery_money_for_anything_else_is_none_of_its_lines(words: str) -> None:
    question = f"How much lottery public welfare money is budgeted {words}?"
    assert for_lottery(question) == question


def test_bodies_for_children_by_their_names_in_latin_letters() -> None:
    asked = "What is the budget of the Chengjiang County Children's Palace?"
    assert without_own_name(asked, "澄江县少年宫") == "What is the budget of the palace?"
    assert without_own_name(asked, "澄江县文化宫") == asked
    assert without_own_name("What is the Chengjiang Youth Palace budget?", "澄江县妇女儿童中心").count("Youth Palace")


@pytest.mark.parametrize(
    ("words", "kind", "chinese"),
    [
        (
            "Among the final accounts, which body actually spent the most on receptions, and how much?",
            "final",
            "公务接待费",
        ),
        ("Of all the final accounts (决算) in this library, who has the most vehicles?", "final", "车辆"),
        ("Among the budgets, which institution has the most vehicles?", "budget", "车辆"),
    ],
)
def test_bodies_of_one_kind_of_document(library: tuple[Asker, list[Item]], words: str, kind: str, chinese: str) -> None:
    asker, _ = library
    answer = asker.ask(words)
    told = asker.ask(f"{'决算' if kind == 'final' else '预算'}里，哪个单位的{chinese}最多？")
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == told.figures[0].value
    assert not any(d.institute in answer.answer for d in asker.across.catalog.documents if d.kind != kind)


def test_a_part_of_final_accounts_is_no_body(library: tuple[Asker, list[Item]]) -> None:
    asker, _ = library
    asked = "Among the final accounts, which colour is the most expensive?"
    assert by_kind(asked) == asked
    assert asker.ask(asked).status is not Status.ANSWERED
