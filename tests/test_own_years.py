"""One body with documents of several years, and bodies counted as bodies where one of them has two documents."""

from pathlib import Path

import pytest

from eval.make_library import scaled
from extract import extract
from extract.library import Library
from qa.answer import Status
from qa.ask import Asker
from qa.surveys.idioms import plainly_worded
from tests.libraries import SAMPLES

BODY = "第7研究所"


def _of_years(root: Path, scales: dict[int, int]) -> Asker:
    """The samples, and one of them as the documents of a body of some years, with its amounts so many times as large."""
    library = Library(root / "library")
    genome = next(path for path in SAMPLES if path.stem.startswith("genome"))
    with library.writing():
        for path in SAMPLES:
            library.store(extract(path), path)
        for year, by in scales.items():
            made = scaled(extract(genome), by)
            told = {"institute": BODY, "file": f"seven{year}.pdf", "year": year}
            update = {"id": f"{year:012x}", "meta": made.meta.model_copy(update=told)}
            library.store(made.model_copy(update=update), genome)
        library.commit()
    return Asker(library.root)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    return _of_years(tmp_path_factory.mktemp("own_years"), {2021: 1, 2026: 2})


@pytest.mark.parametrize(
    ("question", "told", "amounts"),
    [
        ("{}2026年的住房公积金比2021年多了多少，增幅多大？", "2026 年比 2021 年增加", ["550.00", "100", "1100.00", "550.00"]),
        ("{}的住房公积金2021年到2026年增加了多少？", "2026 年比 2021 年增加", ["550.00", "100"]),
        ("跟2021年相比，{}2026年的住房公积金涨了多少？", "2026 年比 2021 年增加", ["550.00", "100"]),
        ("{}2021年比2026年住房公积金少多少？", "2021 年比 2026 年少", ["550.00", "50"]),
        ("{}2021年和2026年的住房公积金相差多少？", "2026 年比 2021 年增加", ["550.00", "100"]),
        ("{}2026年的住房公积金比2021年少吗？", "不是，2026 年比 2021 年增加", ["550.00", "100"]),
        ("{}2021年和2026年的住房公积金一样多吗？", "不一样，", ["550.00", "100"]),
        ("{}哪一年的住房公积金多？", "较多的是 2026 年", ["550.00", "100"]),
        ("{}的住房公积金哪年更少？", "较少的是 2021 年", ["550.00", "100"]),
        ("{}两年的住房公积金一共多少？", "两年合计 1,650.00 万元", ["1650.00", "1100.00", "550.00"]),
    ],
)  # fmt: skip
def test_an_item_of_two_years(asker: Asker, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question.format(BODY))
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts
    assert {c.year for c in answer.citations} == {2021, 2026}


@pytest.mark.parametrize(
    "question",
    [
        "{}2026年的住房公积金比2020年多多少？",  # of no document
        "{}2026年的住房公积金比2021年的提租补贴多多少？",  # two things
        "{}2026年住房公积金和提租补贴比2021年多多少？",
    ],
)
def test_what_is_not_of_two_years_is_refused(asker: Asker, question: str) -> None:
    assert asker.ask(question.format(BODY)).status is Status.NOT_FOUND


def test_each_year_is_told_where_none_is_asked(asker: Asker) -> None:
    answer = asker.ask(f"{BODY}的住房公积金是多少？")
    first, other = answer.answer.split("\n")
    assert first.endswith("（以上是 2026 年的）")
    assert other.startswith("2021 年：住房公积金 550.00 万元")
    assert answer.figures[0].value == "1100.00"
    assert "550.00" in {f.value for f in answer.figures}
    alone = asker.ask(f"{BODY}2021年的住房公积金是多少？")
    assert alone.figures[0].value == "550.00"
    assert "\n" not in alone.answer


@pytest.mark.parametrize("question", ["库里一共有几家单位，都是谁？", "库里有哪些单位？", "有多少个单位？"])
def test_bodies_are_counted_as_bodies(asker: Asker, question: str) -> None:
    answer = asker.ask(question)
    assert answer.answer.startswith("有 4 家（5 份文件）：")
    assert (answer.figures[0].value, answer.figures[0].unit) == ("4", "家")
    assert f"{BODY}（2026 年单位预算、2021 年单位预算）" in answer.answer


@pytest.mark.parametrize(
    "question", ["哪家单位在这里有两个年度的预算？是哪两年？", "哪个单位有两份预算？", "谁有不止一年的文件？"]
)
def test_whose_documents_of_two_years_there_are(asker: Asker, question: str) -> None:
    answer = asker.ask(question)
    assert answer.answer == f"有 1 家：{BODY}：2026 年单位预算、2021 年单位预算"
    assert [f.value for f in answer.figures] == ["1", "2026", "2021"]


def test_a_sum_over_bodies_has_each_of_them_once(asker: Asker) -> None:
    once = asker.ask("四家单位的住房公积金一共多少？")
    assert "有几年文件的只取最新一年" in once.confidence_note
    assert 2021 not in {c.year for c in once.citations}
    assert 2021 in {c.year for c in asker.ask("五份文件的住房公积金一共多少？").citations}


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("有没有一分钱事业收入都没有的单位?是哪家?", "哪些单位没有事业收入"),
        ("有没有事业收入一分钱都没有的单位?", "哪些单位没有事业收入"),
        ("哪家实际没花过一分钱请客吃饭?", "哪家没有请客吃饭"),
        ("哪家单位没有花一分钱在培训费上?", "哪家单位没有培训费"),
    ],
)
def test_not_a_penny(said: str, plain: str) -> None:
    assert plainly_worded(said) == plain


@pytest.fixture(scope="module")
def three_years(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    return _of_years(tmp_path_factory.mktemp("three_years"), {2021: 1, 2024: 3, 2026: 2})


def test_a_third_year_is_named(three_years: Asker) -> None:
    lines = three_years.ask(f"{BODY}的住房公积金是多少？").answer.split("\n")
    assert lines[0].endswith("（以上是 2026 年的）")
    assert lines[1].startswith("2024 年：住房公积金 1,650.00 万元")
    assert lines[2:] == ["另有 2021 年的文件，请写明年份"]


@pytest.mark.parametrize(
    ("question", "told", "amounts"),
    [
        ("{}哪一年的住房公积金最多？", "最多的是 2024 年", ["1650.00", "1100.00", "550.00"]),
        ("{}的住房公积金哪年最少？", "最少的是 2021 年", ["550.00", "1100.00", "1650.00"]),
        ("{}三年的住房公积金一共多少？", "3 年合计 3,300.00 万元", ["3300.00", "1100.00", "1650.00", "550.00"]),
        ("{}各年的住房公积金平均是多少？", "3 年平均 1,100.00 万元", ["1100.00"]),
        ("{}2021年和2024年的住房公积金一共多少？", "两年合计 2,200.00 万元", ["2200.00"]),
    ],
)
def test_an_item_of_three_years(three_years: Asker, question: str, told: str, amounts: list[str]) -> None:
    answer = three_years.ask(question.format(BODY))
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize("question", ["{}两年的住房公积金一共多少？", "{}四年的住房公积金一共多少？"])
def test_another_number_of_years_is_not_added_up(three_years: Asker, question: str) -> None:
    answer = three_years.ask(question.format(BODY))
    assert "合计 " not in answer.answer
