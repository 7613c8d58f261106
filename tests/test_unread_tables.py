"""A table that stands in a document and could not be read is neither empty nor absent, and no other table answers for it."""

from pathlib import Path

import pytest

from qa.answer import Status
from qa.ask import Asker
from tests.libraries import build
from tests.pdfs import Draft, write

LABELS = (60, 260, 360, 460)
UNREAD = (
    ("科目名称", "合计", "基本支出", "项目支出"),
    ("合计", "9.00", "5.00", "4.00"),
    ("社会保障和就业支", "2.00", "2.00", "0.00"),
    ("出",),
    ("住房保障", "7.00", "3.00", "4.00"),
)
"""Rows without codes or rulings: whether 出 is a row or ends a label cannot be told."""
PLACE = "第 2 页的《一般公共预算支出表》没有读出"


@pytest.fixture(scope="module")
def half_read(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    folder: Path = tmp_path_factory.mktemp("unread")
    draft = Draft()
    page = draft.document.new_page(width=595, height=842)
    write(page, (220, 100), "一般公共预算支出表", 14)
    write(page, (450, 125), "单位：万元")
    for row, y in zip(UNREAD, (150, 180, 204, 218, 242), strict=True):
        for text, x in zip(row, LABELS, strict=False):
            write(page, (x, y), text)
    build(folder / "library", [draft.save(folder / "station.pdf")])
    return Asker(folder / "library")


@pytest.mark.parametrize(
    "question",
    [
        "一般公共预算支出表里科学技术支出是多少？",  # 支出总表 has it, with another amount for all that is known
        "一般公共预算支出表里住房保障是多少？",
        "一般公共预算支出表是空表吗？",
        "一般公共预算支出表里有没有数？",
        "一般公共预算支出表的合计是多少？",
    ],
)
def test_what_a_table_prints_that_was_not_read_is_not_known(half_read: Asker, question: str) -> None:
    answer = half_read.ask(question)
    assert answer.status is Status.NOT_FOUND
    assert answer.answer.startswith(PLACE)
    assert not answer.figures


@pytest.mark.parametrize("question", ["住房保障支出是多少？", "公务接待费是多少？"])
def test_what_is_not_found_may_stand_there(half_read: Asker, question: str) -> None:
    answer = half_read.ask(question)
    assert answer.status is Status.NOT_FOUND
    assert PLACE in answer.answer


def test_in_english(half_read: Asker) -> None:
    answer = half_read.ask("How much is the reception expense?")
    assert answer.answer.endswith("“一般公共预算支出表” (page 2) could not be read: please look at the page.")


@pytest.mark.parametrize("question", ["支出总表的合计是多少？", "科学技术支出是多少？"])
def test_what_other_tables_tell_is_told(half_read: Asker, question: str) -> None:
    answer = half_read.ask(question)
    assert answer.figures[0].value == "130.00"
    assert "没有读出" not in answer.answer


def test_where_all_is_read_nothing_is_said_of_it(asker: Asker) -> None:
    answer = asker.ask("支出总表里的招生费是多少？", "genome_institute_2025")
    assert answer.status is Status.NOT_FOUND
    assert "没有读出" not in answer.answer
