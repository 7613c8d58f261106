"""Figures broken over two lines in a column that is too narrow, in tables that have no vertical rulings: put together where that is
sure, never trusted where it is not.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from eval.corpus import again, write
from eval.mutations_figures import false_accepts, printed_figures, read_figures
from extract import extract
from extract.alignment import Rows, phrases_of
from extract.lines import Line
from extract.model import Verdict
from extract.pages import Char
from extract.wrapped import unwrapped
from tests import pdfs
from tests.test_corpus import gold_of

SIZE, STEP = 10.0, 5.0


def line(base: float, *words: tuple[float, str]) -> Line:
    """A line of words, each with where it ends."""
    chars = []
    for end, text in words:
        start = end - STEP * len(text)
        chars += [
            Char(text=c, x0=start + STEP * i, y0=base - 8, x1=start + STEP * (i + 1), y1=base + 2, base=base, size=SIZE)
            for i, c in enumerate(text)
        ]
    return Line(tuple(chars))


def rows_of(*lines: Line) -> Rows:
    return [(own, phrases_of(own)) for own in lines]


WHOLE = (
    line(100, (60, "206"), (200, "12,345,678.90"), (300, "12,345,678.90")),
    line(120, (60, "207"), (200, "2,345,678.90"), (300, "2,345,678.90")),
)


def told(rows: Rows) -> list[list[str]]:
    return [[p.text for p in phrases] for _, phrases in rows]


@pytest.mark.parametrize("name", ["city_1237_0001", "city_bars_907_0001", "city_bars_971_0001"])
def test_invented_documents_with_broken_figures_are_read_whole(name: str, tmp_path: Path) -> None:
    pdf = write(tmp_path, *again(name))
    document, gold = extract(pdf, reader="layout"), gold_of(pdf)
    assert false_accepts(document, gold) == []
    assert read_figures(document, set(Verdict)) - printed_figures(gold) == Counter()
    assert printed_figures(gold) - read_figures(document, set(Verdict)) == Counter()


def test_the_lines_of_a_figure_come_together_in_the_line_of_its_label() -> None:
    rows = rows_of(
        *WHOLE,
        line(134, (200, "112,345,678.9"), (300, "112,345,678.9")),
        line(140, (60, "208")),
        line(146, (200, "0"), (300, "1")),
    )
    made = unwrapped(rows)
    assert told(made)[2:] == [["208", "112,345,678.90", "112,345,678.91"]]
    assert [p.wrapped for p in made[2][1]] == [False, True, True]


def test_a_figure_broken_beside_one_that_is_not() -> None:
    rows = rows_of(*WHOLE, line(140, (60, "208"), (200, "112,345,678.9"), (300, "9.00")), line(152, (200, "5")))
    assert told(unwrapped(rows))[2:] == [["208", "112,345,678.95", "9.00"]]


@pytest.mark.parametrize(
    "below",
    [
        line(152, (180, "5")),  # ends elsewhere
        line(170, (200, "5")),  # too far below
        line(152, (200, "5,000.00")),  # a figure of its own
    ],
)
def test_what_is_no_rest_of_a_figure_stays_apart(below: Line) -> None:
    rows = rows_of(*WHOLE, line(140, (60, "208"), (200, "112,345,678.9"), (300, "9.00")), below)
    assert told(unwrapped(rows)) == told(rows)


def test_a_whole_figure_takes_no_digits_from_below() -> None:
    rows = rows_of(*WHOLE, line(140, (60, "208"), (200, "112,345,678.95"), (300, "9.00")), line(152, (200, "5")))
    assert told(unwrapped(rows)) == told(rows)


def test_what_cannot_be_put_together_is_marked() -> None:
    rows = rows_of(*WHOLE, line(140, (60, "208"), (200, "112,345,678.9"), (300, "9.00")), line(152, (200, "123")))
    made = unwrapped(rows)
    assert told(made) == told(rows)
    assert [p.text for _, phrases in made for p in phrases if p.cut] == ["112,345,678.9", "123"]


def test_codes_that_stand_over_one_another_are_no_broken_figure() -> None:
    rows = rows_of(
        *WHOLE,
        line(132, (60, "2060501"), (200, "1,678.90"), (300, "1,678.90")),
        line(144, (60, "2060502"), (200, "2,678.90"), (300, "2,678.90")),
        line(156, (60, "206"), (200, "3,678.90"), (300, "3,678.90")),
    )
    made = unwrapped(rows)
    assert told(made) == told(rows)
    assert not any(p.cut or p.wrapped for _, phrases in made for p in phrases)


AMOUNTS = (
    ("206", "科学技术支出", "", "12,345,678.90", "99,000,000.00"),
    ("20602", "基础研究", "", "12,345,678.90", "99,000,000.00"),
    ("2060201", "机构运行", "12,345,678.90", "12,345,678.90", ""),
    ("2060203", "自然科学基金", "99,000,000.00", "", "99,000,000.00"),
)


def open_table(folder: Path, *, head: str, rest: str) -> Path:
    """支出预算总表 without any ruling, the totals of its first two rows on two lines each."""
    document = pdfs.pdf.open()
    page = document.new_page(width=595, height=842)
    pdfs.write(page, (120, 300), pdfs.COVER, 20)
    page = document.new_page(width=595, height=842)
    pdfs.write(page, (220, 60), pdfs.TITLE, 16)
    pdfs.write(page, (480, 80), "单位：元")
    ends = (90, 200, 330, 440, 550)
    for end, name in zip(ends, pdfs.HEADER, strict=True):
        pdfs.write(page, (end - 10 * len(name), 110), name)
    for i, row in enumerate(AMOUNTS):
        for column, text in enumerate(row):
            lines = (head, rest) if column == 2 and not text else (text,)
            for k, own in enumerate(lines):
                base = 140 + 30 * i + 12 * k - 6 * (len(lines) - 1)
                start = (
                    40
                    if column == 0
                    else 110
                    if column == 1
                    else ends[column] - pdfs.pdf.get_text_length(own, "helv", 10)
                )
                pdfs.write(page, (start, base), own)
    path = folder / "open.pdf"
    document.save(path)
    return path


def totals(path: Path) -> dict[str, tuple[str, Verdict | None, tuple[str, ...]]]:
    """By code: the total of a row as read, its verdict and what speaks against it."""
    (table,) = (t for t in extract(path, reader="layout").tables if t.kind == "expenditure")
    cells = {(c.row, c.column): c for c in table.cells}
    column = next(i for i, c in enumerate(table.columns) if c.role == "total")
    return {
        row.code: (str(cells[r, column].value), cells[r, column].verdict, cells[r, column].doubts)
        for r, row in enumerate(table.rows)
        if (r, column) in cells
    }


def test_a_broken_figure_that_is_put_together_is_read(tmp_path: Path) -> None:
    told = totals(open_table(tmp_path, head="111,345,678.9", rest="0"))
    assert told["20602"] == told["206"] == ("111345678.90", Verdict.GROUNDED, ())


def test_a_broken_figure_that_is_not_put_together_is_never_trusted(tmp_path: Path) -> None:
    told = totals(open_table(tmp_path, head="111,345,678.9", rest="012"))
    assert {verdict for _, verdict, _ in told.values()} == {None, Verdict.REVIEW}
    assert all(value == "None" and "broken" in doubts for value, _, doubts in (told["206"], told["20602"]))


def test_between_two_rows_no_figure_is_given_to_either() -> None:
    rows = rows_of(
        *WHOLE,
        line(140, (60, "208"), (200, "112,345,678.9")),
        line(152, (60, "209"), (200, "5"), (300, "9.00")),
    )
    made = unwrapped(rows)
    assert told(made) == told(rows)
    assert [p.text for _, phrases in made for p in phrases if p.cut] == ["112,345,678.9", "5"]
