"""Pages as pictures: the right part of the right page at the right size; what breaks costs that picture alone.

And tables laid out as they are printed: every cell in exactly one place, under its own header.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract import Disclosure, extract, render
from extract.errors import DamagedPdfError, DocumentError, LimitError, NoSuchPageError, NotAPdfError, ReaderFailedError
from extract.limits import Limits
from extract.model import Kind, Table
from extract.sheet import PAGE, Sheet, sheet_of
from tests import builders
from tests.libraries import SAMPLES
from tests.pdfs import A4, Draft, opened, pdf

NAMES = [path.stem for path in SAMPLES]
GENOME = next(path for path in SAMPLES if path.stem.startswith("genome"))
SCIENCE = (245.82, 169.45, 285.82, 179.45)  # 41,354.93 on its page 9


@cache
def read(name: str) -> Disclosure:
    """A sample, read once."""
    return extract(next(path for path in SAMPLES if path.stem == name))


def pixels(png: bytes) -> Any:
    """A picture, decoded."""
    return pdf.Pixmap(png)


def darkness(picture: render.Picture, box: tuple[float, float, float, float]) -> float:
    """The share of dark pixels inside a box of the page."""
    image = pixels(picture.png)
    scale = image.width / (picture.box[2] - picture.box[0])
    x0, y0, x1, y1 = (round((v - picture.box[i % 2]) * scale) for i, v in enumerate(box))
    dark: list[bool] = [image.pixel(x, y)[0] < 128 for x in range(x0, x1) for y in range(y0, y1)]
    return sum(dark) / len(dark)


# --- one picture -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
def test_the_first_page_of_a_sample_is_shown_whole_at_two_pixels_a_point(path: Path) -> None:
    with opened(path) as document:
        rect = document[0].rect
    picture = render.render(path, 1)
    image = pixels(picture.png)
    assert (picture.page, picture.box) == (1, (0, 0, rect.width, rect.height))
    assert (picture.width, picture.height) == (rect.width, rect.height)
    assert (image.width, image.height) == pytest.approx((2 * rect.width, 2 * rect.height), abs=1)


def test_a_figure_stands_where_its_box_says(tmp_path: Path) -> None:
    draft = Draft()
    place = draft.places[0][2]
    path = draft.save(tmp_path / "one.pdf")
    picture = render.render(path, 1)
    inside = (place.x0 + 3, place.y0 + 6, place.x0 + 40, place.y1 - 6)
    beside = (place.x1 - 20, place.y0 + 6, place.x1 - 3, place.y1 - 6)
    assert darkness(picture, inside) > 0.05
    assert darkness(picture, beside) == 0


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_shown_as_a_reader_sees_it(tmp_path: Path, turn: int) -> None:
    path = tmp_path / "turned.pdf"
    with opened(GENOME) as document:
        document[8].set_rotation(turn)
        shown = document[8].rect
        box = pdf.Rect(SCIENCE) * document[8].rotation_matrix
        document.save(path)
    picture = render.render(path, 9)
    assert list(picture.box) == [0, 0, shown.width, shown.height]
    assert darkness(picture, tuple(box.normalize())) > 0.05


def test_a_part_of_a_page_is_shown_at_its_own_size() -> None:
    picture = render.render(GENOME, 9, (100.0, 150.0, 300.0, 200.0), zoom=3.0)
    image = pixels(picture.png)
    assert list(picture.box) == [100, 150, 300, 200]
    assert (image.width, image.height) == (600, 150)


def test_a_part_that_reaches_outside_is_cut_to_the_page() -> None:
    picture = render.render(GENOME, 9, (-50.0, -20.0, 100.0, 80.0))
    assert list(picture.box) == [0, 0, 100, 80]


def test_a_part_that_is_nowhere_on_the_page_shows_the_whole() -> None:
    picture = render.render(GENOME, 9, (9000.0, 9000.0, 9100.0, 9100.0))
    assert list(picture.box) == [0, 0, picture.width, picture.height]


@pytest.mark.parametrize("page", [0, -1, 33, 10**9])
def test_a_page_that_is_not_there_is_a_sentence(page: int) -> None:
    with pytest.raises(NoSuchPageError, match=f"没有第 {page} 页"):
        render.render(GENOME, page)


def test_a_huge_page_is_shown_within_the_limit_of_pixels(tmp_path: Path) -> None:
    draft = Draft()
    draft.document.new_page(width=14_000, height=14_000)
    picture = render.render(draft.save(tmp_path / "huge.pdf"), 2)
    image = pixels(picture.png)
    assert image.width * image.height <= 6_010_000
    assert (picture.width, picture.height) == (14_000, 14_000)


def test_a_page_larger_than_the_limit_is_refused(tmp_path: Path) -> None:
    path = Draft().save(tmp_path / "one.pdf")
    with pytest.raises(LimitError, match="第 1 页大于 100 点"):
        render.render(path, 1, limits=Limits(max_page_points=100))


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"%PDF-1.7\n%%EOF", DamagedPdfError), (b"plain text, no PDF", NotAPdfError)],
    ids=["broken", "no PDF"],
)
def test_a_broken_file_is_a_document_error(tmp_path: Path, content: bytes, error: type[DocumentError]) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(content)
    with pytest.raises(error):
        render.render(path, 1)


# --- the worker ------------------------------------------------------------------------------------------------------


def slow(path: Path, page: int, *_: object) -> None:
    """A page that is never done."""
    time.sleep(600)


def dying(path: Path, page: int, *_: object) -> None:
    """A page that takes the renderer with it."""
    import os

    os._exit(3)


@pytest.fixture(scope="module")
def renderer() -> Iterator[render.Renderer]:
    """One worker for all tests here."""
    made = render.Renderer()
    yield made
    made.close()


def test_a_worker_gives_the_same_picture_and_keeps_it(renderer: render.Renderer) -> None:
    first = renderer.picture(GENOME, 9)
    assert first == render.render(GENOME, 9)
    assert renderer.picture(GENOME, 9) is first
    assert renderer.picture(GENOME, 9, (0.0, 0.0, 50.0, 50.0)) is not first
    renderer.forget(GENOME)
    assert renderer.picture(GENOME, 9) is not first


def test_several_threads_get_their_own_pages(renderer: render.Renderer) -> None:
    got: dict[int, int] = {}

    def look(page: int) -> None:
        got[page] = renderer.picture(GENOME, page).page

    threads = [threading.Thread(target=look, args=(page,)) for page in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert got == {page: page for page in range(1, 9)}


@pytest.mark.parametrize(
    ("broken", "error", "said"),
    [(slow, LimitError, "第 1 页画了 1 秒还没有画完"), (dying, ReaderFailedError, "第 1 页画不出来")],
    ids=["too slow", "dies"],
)
def test_a_page_that_breaks_the_renderer_costs_that_picture_alone(
    renderer: render.Renderer, monkeypatch: pytest.MonkeyPatch, broken: Any, error: type[DocumentError], said: str
) -> None:
    renderer.forget(GENOME)
    renderer.picture(GENOME, 2)  # the worker is there
    with monkeypatch.context() as patch:
        patch.setattr(render, "render", broken)
        patch.setattr(render, "_SECONDS", 1.0)
        with pytest.raises(error, match=said):
            renderer.picture(GENOME, 1)
    assert renderer.picture(GENOME, 1).page == 1


def test_a_page_that_is_not_there_leaves_the_worker_as_it_is(renderer: render.Renderer) -> None:
    with pytest.raises(NoSuchPageError, match="没有第 99 页"):
        renderer.picture(GENOME, 99)
    assert renderer.picture(GENOME, 3).page == 3


def test_only_so_many_pictures_are_kept(renderer: render.Renderer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "_KEPT", 3)
    small = (0.0, 0.0, 20.0, 20.0)
    first = renderer.picture(GENOME, 1, small)
    for page in (2, 3, 4):
        renderer.picture(GENOME, page, small)
    assert len(renderer._kept) == 3
    assert renderer.picture(GENOME, 1, small) is not first


def test_a_renderer_that_was_closed_starts_again(tmp_path: Path) -> None:
    made = render.Renderer()
    made.close()
    path = Draft().save(tmp_path / "one.pdf")
    try:
        assert (made.picture(path, 1).width, made.picture(path, 1).height) == A4
    finally:
        made.close()
        made.close()


# --- a table as it is printed ----------------------------------------------------------------------------------------


def covered(sheet: Sheet) -> Counter[tuple[int, int]]:
    """How many header cells stand over each place of the header."""
    return Counter((h.row + r, h.column + c) for h in sheet.heads for r in range(h.rows) for c in range(h.columns))


def path_over(sheet: Sheet, column: int) -> tuple[str, ...]:
    """The header cells over a column, from the top."""
    over = [h for h in sheet.heads if h.column <= column < h.column + h.columns]
    return tuple(h.text for h in sorted(over, key=lambda h: h.row))


def printed_tables() -> list[tuple[str, Table]]:
    """Every table of every sample."""
    return [(f"{name}-{t.id}", t) for name in NAMES for t in read(name).tables]


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_has_exactly_one_place_under_its_header(name: str) -> None:
    for table in read(name).tables:
        sheet = sheet_of(table)
        placed = [(line, at, f) for line, fields in enumerate(sheet.lines) for at, f in enumerate(fields) if f.cell]
        assert [f.cell for _, _, f in sorted(placed, key=lambda p: table.cells.index(p[2].cell))] == list(table.cells)
        order = sorted({row.line for row in table.rows})
        for line, at, field in placed:
            assert field.cell is not None
            assert path_over(sheet, at) == table.columns[field.cell.column].path, table.title
            assert order[line] == table.rows[field.cell.row].line


@pytest.mark.parametrize("name", NAMES)
def test_headers_cover_each_place_once_and_every_label_and_code_is_there(name: str) -> None:
    for table in read(name).tables:
        sheet = sheet_of(table)
        assert covered(sheet) == Counter({(r, c): 1 for r in range(sheet.depth) for c in range(sheet.width)})
        assert {len(line) for line in sheet.lines} <= {sheet.width}
        shown = Counter(line[at].text for line in sheet.lines for at in sheet.codes | sheet.labels)
        printed = Counter(text for row in table.rows for text in (row.code, row.label) if text)
        assert printed - shown == Counter(), table.title
        assert path_over(sheet, sheet.width - 1) == (PAGE,)
        by_line = {row.line: row.page for row in table.rows}
        assert [line[-1].page for line in sheet.lines] == [by_line[number] for number in sorted(by_line)]


def test_groups_stand_side_by_side() -> None:
    (table,) = (t for t in read("genome_institute_2025").tables if t.kind is Kind.BASIC)
    sheet = sheet_of(table)
    (line,) = (line for line in sheet.lines if any(f.text == "基本工资" for f in line))
    told = [f.text or (f"{f.cell.value:,f}" if f.cell and f.cell.value is not None else "") for f in line]
    assert told[:6] == ["30101", "基本工资", "940.00", "30201", "办公费", "5.00"]
    assert told[-1] == "15"


def test_a_merged_header_is_one_cell_over_its_columns() -> None:
    (table,) = (t for t in read("genome_institute_2025").tables if t.kind is Kind.THREE_PUBLIC)
    sheet = sheet_of(table)
    spans = {(h.text, h.row): (h.column, h.rows, h.columns) for h in sheet.heads}
    assert spans["2025年预算数", 0] == (0, 1, 6)
    assert spans["公务用车购置及运行费", 1] == (2, 1, 3)
    assert spans["公务接待费", 1] == (5, 2, 1)
    assert spans[PAGE, 0] == (6, 3, 1)


def test_equal_headers_that_are_not_neighbours_stay_apart() -> None:
    table = builders.table(
        Kind.OTHER,
        "本年/合计 上年/合计 本年/项目",
        """
        甲  1.00  2.00  3.00
        """,
    )
    sheet = sheet_of(table)
    assert [(h.text, h.column, h.columns) for h in sheet.heads if h.row == 0] == [
        ("项目", 0, 1), ("本年", 1, 1), ("上年", 2, 1), ("本年", 3, 1), (PAGE, 4, 1),
    ]  # fmt: skip


def test_columns_of_the_same_name_stay_two_columns() -> None:
    table = builders.table(Kind.OTHER, "金额 金额", "甲  1.00  2.00")
    sheet = sheet_of(table)
    assert [(h.text, h.column, h.columns) for h in sheet.heads] == [
        ("项目", 0, 1), ("金额", 1, 1), ("金额", 2, 1), (PAGE, 3, 1),
    ]  # fmt: skip
    assert [str(f.cell.value) for f in sheet.lines[0] if f.cell] == ["1.00", "2.00"]


def test_a_table_without_rows_is_its_header() -> None:
    (table,) = (t for t in read("genome_institute_2025").tables if t.kind is Kind.STATE_CAPITAL)
    sheet = sheet_of(table)
    assert sheet.depth == 2
    assert covered(sheet) == Counter({(r, c): 1 for r in range(2) for c in range(sheet.width)})
