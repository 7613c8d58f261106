"""Columns without rulings: which name is whose, which line belongs to which row, and when nothing is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.corpus import chosen, write
from extract import extract
from extract.alignment import Rows, align_columns, phrases_of
from extract.borderless import _one_row
from extract.lines import lines_of
from extract.model import Kind, Verdict
from extract.pages import Char

SIZE = 10.0
Word = tuple[float, float, str]


def chars(x: float, base: float, text: str) -> list[Char]:
    """A word on a baseline: full-width characters a size wide, ASCII ones half."""
    made = []
    for c in text:
        width = SIZE / 2 if c.isascii() else SIZE
        made.append(Char(x, base - 8, x + width, base + 2, c, base, SIZE))
        x += width
    return made


def rows(*words: Word) -> Rows:
    """Lines of words given by left edge, baseline and text."""
    lines = lines_of([c for x, base, text in words for c in chars(x, base, text)])
    return [(line, phrases_of(line)) for line in lines]


def named(header: Rows, body: Rows) -> list[str] | None:
    """The columns' names from left to right."""
    found = align_columns(header, body)
    return None if found is None else ["".join(c.text for c in col.name.chars) if col.name else "" for col in found[0]]


BODY = rows(
    (50, 60, "221"), (120, 60, "住房保障"), (300, 60, "2,313.55"), (400, 60, "2,313.55"),
    (50, 80, "222"), (120, 80, "粮油"), (305, 80, "113.55"), (405, 80, "113.55"),
)  # fmt: skip


def test_a_name_centred_to_the_right_of_short_words_is_theirs() -> None:
    header = rows((50, 40, "编码"), (200, 40, "科目名称"), (290, 40, "合计"), (385, 40, "基本支出"))
    assert named(header, BODY) == ["编码", "科目名称", "合计", "基本支出"]


def test_wrapped_names_that_run_into_one_another_are_cut_at_their_seams() -> None:
    lines = ((50, 40, "编码"), (120, 40, "名称"), (268, 28, "一般公共预算财"), (285, 40, "政拨款"))
    second = ((341, 28, "政府性基金预算"), (365, 40, "财政拨款"))
    assert named(rows(*lines, *second), BODY) == ["编码", "名称", "一般公共预算财政拨款", "政府性基金预算财政拨款"]


def test_where_there_is_no_seam_nothing_is_read() -> None:
    lines = ((50, 40, "编码"), (120, 40, "名称"), (268, 28, "一般公共预算财政府性基金预算"), (285, 40, "政拨款"))
    assert named(rows(*lines, (365, 40, "财政拨款")), BODY) is None


def test_the_two_lines_of_a_label_join_the_row_that_they_stand_around() -> None:
    body = rows(
        (50, 54, "政府性基金预算财政拨"), (300, 60, "2,313.55"), (50, 66, "款"), (50, 84, "其他"), (300, 84, "1.00")
    )
    assert [[p.text for p in phrases] for _, phrases in _one_row(body)] == [
        ["政府性基金预算财政拨", "2,313.55", "款"],
        ["其他", "1.00"],
    ]


def test_figures_of_one_column_are_never_put_in_one_row() -> None:
    body = rows((50, 60, "甲"), (300, 60, "2,313.55"), (50, 67, "乙"), (300, 67, "1.00"))
    assert _one_row(body) == body


@pytest.mark.parametrize(
    ("seed", "name"), [(431, "final_431_0002"), (443, "city_443_0001"), (1103, "central_1103_0000")]
)
def test_the_last_rows_overleaf_stand_in_the_columns_of_the_page_before(seed: int, name: str, tmp_path: Path) -> None:
    """With codes of several lengths; under a header that is said again; with figures in a column that had none before."""
    document = next(d for n, d in chosen(6, seed) if n == name)
    read = extract(write(tmp_path, name, document))
    assert [t.title for t in read.tables if t.kind is Kind.OTHER] == []
    assert {c.verdict for t in read.tables for c in t.cells if c.value is not None} <= {
        Verdict.VERIFIED,
        Verdict.GROUNDED,
    }
