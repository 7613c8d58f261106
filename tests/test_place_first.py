"""A table that a question names first is the place of all that it asks; two halves of one row are of that row; a total is the one that
is called so."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.place_first import place_first, with_its_table

GENOME, RELICS, STATION = "genome_institute_2025", "relics_centre_2023", "marine_station_2026"


@pytest.mark.parametrize(
    ("question", "place", "rest"),
    [
        ("基本支出里印刷费比差旅费高百分之几", "basic", "印刷费比差旅费高百分之几"),
        ("要是基本支出里的印刷费翻一番,会是多少", "basic", "要是印刷费翻一番,会是多少"),
        ("在支出总表中,教育支出和卫生健康支出相差多少", "expenditure", "教育支出和卫生健康支出相差多少"),
        ("从收支总表来看,事业收入是其他收入的几倍", "income_expenditure", "事业收入是其他收入的几倍"),
    ],
)
def test_the_place_is_taken_off(question: str, place: str, rest: str) -> None:
    assert place_first(question) == (place, rest)


@pytest.mark.parametrize(
    "question",
    [
        "印刷费比差旅费高百分之几",  # names no place
        "基本支出比项目支出多多少",  # a thing, and no place
        "支出总表里的住房公积金和基本支出表里的差多少",  # two places
        "三公表里的车辆运行费跟基本支出里的公务用车运行维护费对得上吗",
        "说明里的差旅费是多少",  # the notes are no table
    ],
)
def test_what_names_no_one_place_is_left_as_it_is(question: str) -> None:
    assert place_first(question) is None


def test_basic_expenditure_as_a_place_is_its_table() -> None:
    assert with_its_table("基本支出里印刷费是多少") == "一般公共预算基本支出表里印刷费是多少"
    assert with_its_table("基本支出是多少") == "基本支出是多少"


@pytest.mark.parametrize(
    ("history", "question", "amount"),
    [
        ((), "基本支出里差旅费比培训费多多少？", "11.00"),
        (("基本支出里差旅费是多少？",), "它比培训费多还是少，差多少？", "11.00"),
        (("基本支出里培训费是多少？",), "加上差旅费一共多少？", "19.00"),
    ],
)
def test_things_of_one_table(asker: Asker, history: tuple[str, ...], question: str, amount: str) -> None:
    answer = asker.ask(question, GENOME, history)
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == amount
    assert {c.table for c in answer.citations} == {"basic"}


@pytest.mark.parametrize(
    "question",
    [
        "支出总表里科学技术支出的项目支出是基本支出的几倍？",
        "科学技术支出里项目支出和基本支出谁多？",
        "科学技术的项目支出是基本支出的几倍？",
        "科学技术支出是项目支出多还是基本支出多，多多少？",
    ],
)
def test_both_halves_are_of_the_row(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert "合计" not in answer.answer
    assert all(c.text.startswith(("206", "科学技术支出")) for c in answer.citations)


def test_basic_expenditure_has_its_own_table_told_beside(asker: Asker) -> None:
    answer = asker.ask("基本支出里住房公积金是多少？", GENOME)
    alone = asker.ask("一般公共预算基本支出表里住房公积金是多少？", GENOME)
    told = {f.value for f in answer.figures}
    assert {f.value for f in alone.figures[:1]} <= told
    assert len(told) > 1


@pytest.mark.parametrize("question", ["货物和工程加起来多少？", "货物和工程两类采购一共多少钱？"])
@pytest.mark.parametrize(
    ("document", "told"), [(RELICS, ["1398.76", "412.36", "986.40"]), (STATION, ["538.60", "538.60", "0.00"])]
)
def test_two_kinds_that_are_bought_are_not_all(asker: Asker, document: str, question: str, told: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert [f.value for f in answer.figures] == told


@pytest.mark.parametrize(("document", "told"), [(GENOME, "11336.02"), (RELICS, "1725.91"), (STATION, "964.80")])
def test_all_three_kinds_are_all_that_is_bought(asker: Asker, document: str, told: str) -> None:
    assert asker.ask("货物、工程和服务加起来多少？", document).figures[0].value == told


@pytest.mark.parametrize("question", ["收入总计中其他收入占几个百分点？", "其他收入占收入总计的百分之几？"])
def test_a_share_of_what_is_called_the_total_is_told_beside_that_of_the_notes(asker: Asker, question: str) -> None:
    answer = asker.ask(question, RELICS)
    assert [f.value for f in answer.figures if f.unit == "%"][:1] == ["1.10"]
    assert "占 总计 的 1.04%" in answer.answer


@pytest.mark.parametrize(
    ("question", "document", "told"),
    [
        ("哪种车最多，几辆？", RELICS, "辆"),
        ("最大一类支出比最小一类支出多多少？", GENOME, "多"),
        ("按功能分类哪一类支出最多？", GENOME, "最高的是"),
    ],
)
def test_ends_of_a_ranking(asker: Asker, question: str, document: str, told: str) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert told in answer.answer


def test_one_kind_of_vehicles_is_not_told_for_another(asker: Asker) -> None:
    assert asker.ask("主要领导干部用车有几辆？", GENOME).status is Status.NOT_FOUND
    assert asker.ask("领导坐的车有几辆？", GENOME).answer.startswith("部级领导干部用车 0 辆")
