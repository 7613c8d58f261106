"""Plain everyday wordings: words for money that say nothing of their own, what money is spent on, things told one by one, amounts for
each of what is counted, and remarks beside a question."""

from __future__ import annotations

import pytest

from extract.model import Verdict
from qa.answer import Status
from qa.ask import Asker
from qa.plain.sentences import sentences_of
from qa.search.lexical import tokens
from qa.words.lexicon import without_noise
from qa.words.procurement import kinds_in_full

GENOME, MARINE, RELICS = "genome_institute_2025", "marine_station_2026", "relics_centre_2023"


def figures(asker: Asker, document: str, *questions: str) -> list[str]:
    answer = asker.ask(questions[-1], document, questions[:-1])
    return [f"{f.value}{f.unit}" for f in answer.figures]


@pytest.mark.parametrize(
    ("document", "question", "first"),
    [
        (GENOME, "单看电费，数额是多少？", "64.01万元"),
        (GENOME, "出差的花销安排了多少？", "15.00万元"),
        (GENOME, "给住房公积金拨了多少款？", "550.00万元"),
        (GENOME, "归到住房公积金里的钱一共多少？", "550.00万元"),
        (GENOME, "电费计划用款多少？", "64.01万元"),
        (GENOME, "编预算的时候电费报了多少？", "64.01万元"),
        (GENOME, "收入这边总盘子多大？", "48996.17万元"),
        (MARINE, "采购预算总共多少万元？", "964.80万元"),
        (MARINE, "请人吃饭的花销（公务接待费）是多少", "2.30万元"),
        (MARINE, "现在在册的公务用车一共几辆？", "6辆"),
    ],
)
def test_words_that_only_speak_of_money_are_passed_over(asker: Asker, document: str, question: str, first: str) -> None:
    assert figures(asker, document, question)[:1] == [first]


def test_what_is_done_with_money_is_not_all_of_it(asker: Asker) -> None:
    for question in ("审计费用总共多少？", "宣传预算总共多少万元？", "绿化经费一共多少钱？"):
        answer = asker.ask(question, GENOME)
        assert answer.status is Status.NOT_FOUND, question
        assert not answer.figures


def test_guessed_words_with_a_word_of_grammar_in_them_are_no_words() -> None:
    assert "定到" not in [word for word, _ in tokens("预算定到多高")]
    assert without_noise("一共用了多少钱") == []


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("政府采购预算中货物、工程、服务分别是多少", "政府采购货物、政府采购工程、政府采购服务分别是多少"),
        ("政府采购工程支出比服务支出多出多少", "政府采购工程支出比政府采购服务支出多出多少"),
        ("货物比工程和服务加起来还多吗", "政府采购货物比政府采购工程和政府采购服务加起来还多吗"),
        ("商品和服务支出是多少", "商品和服务支出是多少"),
        ("安全服务保障项目采购多少", "安全服务保障项目采购多少"),
        ("其中工程是多少", "其中工程是多少"),
    ],
)
def test_kinds_of_procurement_are_said_in_full_where_two_are_named(said: str, full: str) -> None:
    assert kinds_in_full(said) == full


def test_each_kind_of_procurement_is_told(asker: Asker) -> None:
    told = figures(asker, MARINE, "2026年政府采购预算中货物、工程、服务分别是多少？")
    assert told == ["538.60万元", "0.00万元", "426.20万元"]
    assert figures(asker, MARINE, "政府采购货物预算比服务多出多少？")[0] == "112.40万元"


def test_each_of_two_things_is_told_from_its_own_table(asker: Asker) -> None:
    assert sentences_of("收支总表的收入总计、支出总表的合计各是多少") == [
        "收支总表的收入总计是多少",
        "支出总表的合计是多少",
    ]
    assert sentences_of("水费和电费各是多少") == ["水费和电费各是多少"]
    told = figures(asker, GENOME, "收支总表的收入总计、支出总表的合计各是多少？")
    assert told == ["48996.17万元", "43154.93万元"]


def test_an_amount_for_each_of_what_it_pays_for_is_worked_out(asker: Asker) -> None:
    answer = asker.ask("平均每辆车的公务用车运行费是多少？", MARINE)
    assert (answer.figures[0].value, answer.figures[0].how) == ("2.70", "16.20 ÷ 6 = 2.70")
    assert answer.verdict == Verdict.VERIFIED.value
    assert figures(asker, MARINE, "按现有6辆车平摊，每辆车的公务用车运行费是多少？")[0] == "2.70万元"


@pytest.mark.parametrize(
    "question", ["平均每辆车的公务接待费是多少？", "按现有9辆车平摊，每辆车的运行费是多少？", "平均每个项目多少钱？"]
)
def test_no_amount_is_divided_by_what_it_does_not_pay_for(asker: Asker, question: str) -> None:
    answer = asker.ask(question, MARINE)
    assert answer.status is Status.NOT_FOUND
    assert not answer.figures


@pytest.mark.parametrize(
    "question",
    [
        "财政给对外合作与交流经费拨了多少钱？",
        "对外合作与交流经费里财政出了多少？",
        "对外合作与交流经费的资金中，财政拨款占多少万？",
    ],
)
def test_what_the_treasury_gives_to_a_project_is_not_all_of_its_money(asker: Asker, question: str) -> None:
    assert figures(asker, GENOME, question) == ["158.30万元"]
    assert figures(asker, GENOME, "对外合作与交流经费的资金总额是多少？")[0] == "251.34万元"


def test_a_false_premise_is_answered_as_the_claim_that_it_is(asker: Asker) -> None:
    answer = asker.ask("公务接待费既然是30万元，为什么这么高？", GENOME)
    assert answer.answer.startswith("不是")
    assert answer.figures[0].value == "3.00"


def test_what_money_is_for_is_told_only_behind_its_name(asker: Asker) -> None:
    answer = asker.ask("水费用来做什么？", GENOME)
    assert answer.status is Status.NOT_FOUND
    assert "用途" in answer.answer


def test_a_remark_about_the_notes_is_no_question_of_its_own() -> None:
    asked = "决算总表上的收支总计到底是多少？情况说明里写成了0.3万元"
    assert sentences_of(asked) == ["决算总表上的收支总计到底是多少"]


@pytest.mark.parametrize(
    ("document", "questions", "first"),
    [
        (RELICS, ("公务接待费预算和决算各是多少？", "省下了多少？"), "-1.14万元"),
        (GENOME, ("水费是多少？", "电费和它加起来多少？"), "67.41万元"),
        (MARINE, ("政府采购服务预算是多少？", "占政府采购预算的百分之几？", "比货物采购少多少？"), "-112.40万元"),
    ],
)
def test_follow_ups_that_lean_on_the_one_before(
    asker: Asker, document: str, questions: tuple[str, ...], first: str
) -> None:
    assert figures(asker, document, *questions)[:1] == [first]
