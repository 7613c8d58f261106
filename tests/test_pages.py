"""What is seen on a page is read, and nothing else: hidden text, turned pages, the ways a figure is printed."""

from collections.abc import Callable
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from extract import Disclosure, Verdict, extract
from extract.model import Cell, Severity, State
from tests.pdfs import (
    A4,
    BASIC,
    COVER,
    FOUNDATION,
    HEADER,
    PROJECT,
    ROWS,
    RUNNING,
    TITLE,
    UNIT,
    WIDTHS,
    Draft,
    cell,
    opened,
    pdf,
    printed,
    ruled,
    save,
    table,
    values,
    wrap_last_stream,
    write,
)

DECOY = "77.77"
SENTENCE = "二、2026年公务接待费预算数77.77万元。"
AS_PRINTED = [(code, label, amounts) for code, label, *amounts in ROWS]
WHITE, BLACK = (1, 1, 1), (0, 0, 0)

Point = tuple[float, float]


def around(at: Point, text: str) -> Any:
    """The area that a line of text takes up."""
    x, y = at
    return pdf.Rect(x - 3, y - 12, x + 10.5 * len(text), y + 4)


def grown(area: Any, by: float) -> Any:
    """An area, larger by some points on each side."""
    x0, y0, x1, y1 = area
    return pdf.Rect(x0 - by, y0 - by, x1 + by, y1 + by)


def invisible(page: Any, at: Point, text: str) -> None:
    write(page, at, text, render_mode=3)


def clipping_only(page: Any, at: Point, text: str) -> None:
    write(page, at, text, render_mode=7)


def white(page: Any, at: Point, text: str) -> None:
    write(page, at, text, color=WHITE)


def almost_white(page: Any, at: Point, text: str) -> None:
    write(page, at, text, color=(0.97, 0.98, 0.96))


def white_in_ink_colours(page: Any, at: Point, text: str) -> None:
    write(page, at, text, color=(0, 0, 0, 0))


def white_outlines(page: Any, at: Point, text: str) -> None:
    write(page, at, text, color=WHITE, fill=BLACK, render_mode=1)


def dark_on_dark(page: Any, at: Point, text: str) -> None:
    page.draw_rect(around(at, text), color=None, fill=BLACK)
    write(page, at, text)


def transparent(page: Any, at: Point, text: str) -> None:
    write(page, at, text, fill_opacity=0, stroke_opacity=0)


def one_point(page: Any, at: Point, text: str) -> None:
    write(page, at, text, size=1)


def squeezed_flat(page: Any, at: Point, text: str) -> None:
    write(page, at, text)
    wrap_last_stream(page, "q 0.001 0 0 1 480 0 cm")


def beside_the_page(page: Any, at: Point, text: str) -> None:
    write(page, (page.rect.width + 5, at[1]), text)


def above_the_page(page: Any, at: Point, text: str) -> None:
    write(page, (at[0], -20), text)


def clipped(page: Any, at: Point, text: str) -> None:
    write(page, at, text)
    wrap_last_stream(page, "q 0 0 1 1 re W n")


def clipped_by_nothing(page: Any, at: Point, text: str) -> None:
    write(page, at, text)
    wrap_last_stream(page, "q 0 0 0 0 re W n")


def under_a_white_area(page: Any, at: Point, text: str) -> None:
    write(page, at, text)
    page.draw_rect(around(at, text), color=None, fill=WHITE)


def under_a_black_bar(page: Any, at: Point, text: str) -> None:
    write(page, at, text)
    page.draw_rect(around(at, text), color=None, fill=BLACK)


def under_round_corners(page: Any, at: Point, text: str) -> None:
    write(page, at, text)
    page.draw_rect(grown(around(at, text), 2), color=None, fill=WHITE, radius=0.2)


def under_a_broad_stroke(page: Any, at: Point, text: str) -> None:
    write(page, at, text)
    area = around(at, text)
    middle = (area.y0 + area.y1) / 2
    page.draw_line((area.x0, middle), (area.x1, middle), color=WHITE, width=16)


def under_a_form(page: Any, at: Point, text: str) -> None:
    write(page, at, text)
    patch = pdf.open()
    drawn = patch.new_page(width=100, height=20)
    drawn.draw_rect(drawn.rect, color=None, fill=WHITE)
    page.show_pdf_page(around(at, text), patch, 0, keep_proportion=False)


def under_an_image(page: Any, at: Point, text: str) -> None:
    write(page, at, text)
    page.insert_image(around(at, text), pixmap=picture(), keep_proportion=False)


def in_a_layer_switched_off(page: Any, at: Point, text: str) -> None:
    write(page, at, text, oc=page.parent.add_ocg("草稿", on=False))


def in_a_form_switched_off(page: Any, at: Point, text: str) -> None:
    sheet = pdf.open()
    write(sheet.new_page(width=500, height=20), (3, 12), text)
    page.show_pdf_page(
        pdf.Rect(at[0] - 3, at[1] - 12, at[0] + 497, at[1] + 8), sheet, 0, oc=page.parent.add_ocg("草稿", on=False)
    )


def in_a_hidden_note(page: Any, at: Point, text: str) -> None:
    note = page.add_freetext_annot(around(at, text), text, fontsize=10)
    note.set_flags(pdf.PDF_ANNOT_IS_HIDDEN)
    note.update()


HIDINGS: tuple[Callable[[Any, Point, str], None], ...] = (
    invisible,
    clipping_only,
    white,
    almost_white,
    white_in_ink_colours,
    white_outlines,
    dark_on_dark,
    transparent,
    one_point,
    squeezed_flat,
    beside_the_page,
    above_the_page,
    clipped,
    clipped_by_nothing,
    under_a_white_area,
    under_a_black_bar,
    under_round_corners,
    under_a_broad_stroke,
    under_a_form,
    under_an_image,
    in_a_layer_switched_off,
    in_a_form_switched_off,
    in_a_hidden_note,
)


def picture() -> Any:
    """A small white picture."""
    made = pdf.Pixmap(pdf.csRGB, pdf.IRect(0, 0, 8, 8))
    made.clear_with(255)
    return made


def read(draft: Draft, folder: Path) -> Disclosure:
    witness(draft.document)
    return extract(draft.save(folder / "draft.pdf"))


def witness(document: Any) -> None:
    """A further page that bears out the unit: 收入预算总表 by the same codes."""
    page = document.new_page(width=A4[0], height=A4[1])
    write(page, (220, 100), "收入预算总表", 14)
    write(page, (450, 125), UNIT)
    header = ("科目编码", "科目名称", "合计", "财政拨款收入", "其他收入")
    ruled(page, [header, *((*row[:3], row[2], "") for row in ROWS)], WIDTHS, top=140)


def verdicts(disclosure: Disclosure) -> set[Verdict | None]:
    return {figure.verdict for figure in table(disclosure).figures}


def test_a_page_is_read_as_printed(tmp_path: Path) -> None:
    found = read(Draft(), tmp_path)
    assert values(table(found)) == AS_PRINTED
    assert verdicts(found) == {Verdict.VERIFIED}
    assert found.findings == ()
    assert (found.meta.institute, found.meta.year, found.meta.kind, found.meta.level) == (
        "滨海市水文监测站",
        2026,
        "budget",
        "unit",
    )


@pytest.mark.parametrize("turn", [0, 90])
@pytest.mark.parametrize("hide", HIDINGS, ids=lambda f: f.__name__)
def test_text_that_cannot_be_seen_is_no_figure(
    hide: Callable[[Any, Point, str], None], turn: int, tmp_path: Path
) -> None:
    draft = Draft()
    hide(draft.page, draft.places[RUNNING][PROJECT].start, DECOY)
    hide(draft.page, (60, 500), SENTENCE)
    draft.page.set_rotation(turn)
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED
    assert cell(table(found), "2060201", "项目支出").state is State.BLANK
    assert Decimal(DECOY) not in printed(found)
    assert DECOY not in found.model_dump_json()
    assert verdicts(found) == {Verdict.VERIFIED}


@pytest.mark.parametrize("hide", [invisible, white, transparent, one_point, under_a_white_area])
def test_hidden_text_is_counted_and_reported(hide: Callable[[Any, Point, str], None], tmp_path: Path) -> None:
    draft = Draft()
    hide(draft.page, draft.places[RUNNING][PROJECT].start, DECOY)
    found = read(draft, tmp_path)
    assert found.pages[0].hidden_chars == len(DECOY)
    assert [(f.check, f.page) for f in found.findings] == [("hidden_text", 1)]


@pytest.mark.parametrize("hide", [invisible, white, transparent, one_point])
def test_a_figure_with_other_digits_hidden_beneath_is_not_verified(
    hide: Callable[[Any, Point, str], None], tmp_path: Path
) -> None:
    draft = Draft()
    hide(draft.page, draft.places[FOUNDATION][PROJECT].start, "88.88")
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED
    figure = cell(table(found), "2060203", "项目支出")
    assert (figure.value, figure.verdict) == (Decimal("60.00"), Verdict.GROUNDED)
    assert cell(table(found), "2060203", "合计").verdict is Verdict.VERIFIED


def test_text_outside_the_cropped_page_is_not_read(tmp_path: Path) -> None:
    draft = Draft()
    write(draft.page, (60, 790), SENTENCE)
    draft.page.set_cropbox(pdf.Rect(0, 0, 595, 700))
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED
    assert DECOY not in found.model_dump_json()


def test_what_is_shown_counts_not_the_text_given_for_copying(tmp_path: Path) -> None:
    """A PDF may name a replacement text (ActualText) for what it shows."""
    draft = Draft([(*row[:4], "" if row[4] == "60.00" else row[4]) for row in ROWS])
    for row in (0, 1, FOUNDATION, 4):
        write(draft.page, draft.places[row][PROJECT].start, "60.00")
        wrap_last_stream(draft.page, f"/Span <</ActualText ({DECOY})>> BDC", "EMC")
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED
    assert DECOY not in found.model_dump_json()


# --- what is seen is read ---------------------------------------------------------------------------------------------


def on_paint(paint: Callable[[Any], None], color: tuple[float, ...] = BLACK) -> Draft:
    """The page, drawn over some paint."""
    draft = Draft.__new__(Draft)
    draft.document = pdf.open()
    draft.page = draft.document.new_page(width=A4[0], height=A4[1])
    paint(draft.page)
    for at, text in (((150, 60), COVER), ((220, 100), TITLE)):
        write(draft.page, at, text, 14, color=color)
    write(draft.page, (450, 125), UNIT, color=color)
    draft.places = ruled(draft.page, [HEADER, *ROWS], WIDTHS, top=140, color=color)[1:]
    return draft


def boxes(page: Any, areas: list[tuple[float, float, float, float]], **how: Any) -> None:
    """Several areas filled in one stroke, as many producers draw borders and shading."""
    shape = page.new_shape()
    for area in areas:
        shape.draw_rect(pdf.Rect(area))
    shape.finish(color=None, **how)
    shape.commit()


FRAME = [(30.0, 30.0, 565.0, 32.0), (30.0, 810.0, 565.0, 812.0), (30.0, 30.0, 32.0, 812.0), (563.0, 30.0, 565.0, 812.0)]


def test_white_text_on_a_dark_area_is_read(tmp_path: Path) -> None:
    draft = on_paint(lambda page: page.draw_rect(page.rect, color=None, fill=(0.1, 0.2, 0.5)), color=WHITE)
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED
    assert verdicts(found) == {Verdict.VERIFIED}


def test_a_figure_in_white_on_a_dark_cell_is_read(tmp_path: Path) -> None:
    draft = Draft([(*row[:4], "" if row[0] == "206" else row[4]) for row in ROWS])
    place = draft.places[0][PROJECT]
    draft.page.draw_rect(grown(place, -1), color=None, fill=(0, 0.3, 0.2))
    write(draft.page, place.start, "60.00", color=WHITE)
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED
    assert verdicts(found) == {Verdict.VERIFIED}


def thin_frame(page: Any) -> None:
    boxes(page, FRAME, fill=BLACK)


def ring(page: Any) -> None:
    boxes(page, [(30, 30, 565, 812), (32, 32, 563, 810)], fill=BLACK, even_odd=True)


def marks_in_two_corners(page: Any) -> None:
    boxes(page, [(20, 20, 25, 25), (580, 830, 590, 840)], fill=BLACK)


def pale_page(page: Any) -> None:
    page.draw_rect(page.rect, color=None, fill=(0.85, 0.9, 1))


@pytest.mark.parametrize(
    ("paint", "order"),
    [
        (paint, order)
        for paint in (thin_frame, ring, marks_in_two_corners, pale_page)
        for order in ("before", "after")
        if paint is not pale_page or order == "before"
    ],
)
def test_paint_around_the_text_neither_covers_nor_darkens_it(
    paint: Callable[[Any], None], order: str, tmp_path: Path
) -> None:
    draft = on_paint(paint) if order == "before" else Draft()
    if order == "after":
        paint(draft.page)
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED
    assert verdicts(found) == {Verdict.VERIFIED}


@pytest.mark.parametrize("paint", [thin_frame, ring, marks_in_two_corners])
def test_white_text_within_a_dark_frame_is_still_white_on_white(paint: Callable[[Any], None], tmp_path: Path) -> None:
    draft = on_paint(paint)
    white(draft.page, draft.places[RUNNING][PROJECT].start, DECOY)
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED
    assert DECOY not in found.model_dump_json()


def test_a_white_area_that_is_clipped_away_covers_nothing(tmp_path: Path) -> None:
    draft = Draft()
    draft.page.draw_rect(grown(draft.places[FOUNDATION][PROJECT], -1), color=None, fill=WHITE)
    wrap_last_stream(draft.page, "q 0 0 1 1 re W n")
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED


def test_a_highlighter_covers_nothing(tmp_path: Path) -> None:
    draft = Draft()
    draft.page.draw_rect(pdf.Rect(draft.places[0][BASIC]), color=None, fill=(1, 1, 0), fill_opacity=0.4)
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED
    assert verdicts(found) == {Verdict.VERIFIED}


@pytest.mark.parametrize("apart", [(0.0, 0.0), (0.3, 0.0), (0.3, 0.3)])
def test_text_printed_twice_is_read_once_and_is_grounded_at_most(apart: Point, tmp_path: Path) -> None:
    draft = Draft()
    x, y = draft.places[FOUNDATION][PROJECT].start
    write(draft.page, (x + apart[0], y + apart[1]), "60.00")
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED
    assert cell(table(found), "2060203", "项目支出").verdict is Verdict.GROUNDED
    assert cell(table(found), "2060201", "基本支出").verdict is Verdict.VERIFIED


@pytest.mark.parametrize("over", ["77.77", "77.5", "7", "1"])
@pytest.mark.parametrize("shift", [0.0, 3.0])
def test_two_figures_printed_over_one_another_are_no_figure(over: str, shift: float, tmp_path: Path) -> None:
    draft = Draft()
    x, y = draft.places[FOUNDATION][PROJECT].start
    write(draft.page, (x + shift, y), over)
    found = cell(table(read(draft, tmp_path)), "2060203", "项目支出")
    assert (found.state, found.value, found.verdict) == (State.TEXT, None, None)


def test_a_slanted_watermark_is_ignored(tmp_path: Path) -> None:
    draft = Draft()
    for x in (80, 250, 400):
        at = pdf.Point(x, 300)
        write(draft.page, at, "内部资料2099.88", 22, color=(0.8, 0.8, 0.8), morph=(at, pdf.Matrix(40)))
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED
    assert verdicts(found) == {Verdict.VERIFIED}
    assert "2099" not in found.model_dump_json()


def test_a_page_that_is_a_picture_is_reported_and_a_blank_one_is_not(tmp_path: Path) -> None:
    draft = Draft()
    draft.document.new_page()
    scan = draft.document.new_page()
    scan.insert_image(scan.rect, pixmap=picture(), keep_proportion=False)
    found = read(draft, tmp_path)
    assert values(table(found)) == AS_PRINTED
    assert [(page.number, page.text) for page in found.pages[:3]] == [(1, "yes"), (2, "blank"), (3, "picture")]
    assert [(f.check, f.severity.value, f.page) for f in found.findings] == [("page_without_text", "warning", 3)]


# --- turned pages -----------------------------------------------------------------------------------------------------


def turned(drawn: int, shown: int, path: Path, title: str = TITLE, *, borne_out: bool = False) -> Path:
    """The page drawn turned, then shown turned again; with a page that bears out its unit, where that is wanted."""
    upright = Draft(title=title)
    document = pdf.open()
    size = A4 if drawn in (0, 180) else A4[::-1]
    page = document.new_page(width=size[0], height=size[1])
    page.show_pdf_page(page.rect, upright.document, 0, rotate=drawn)
    page.set_rotation(shown)
    if borne_out:
        witness(document)
    save(document, path)
    return path


@pytest.mark.parametrize(("drawn", "shown"), list(product((0, 90, 180, 270), repeat=2)))
def test_turned_pages_are_read_upright_with_boxes_on_the_page_as_shown(drawn: int, shown: int, tmp_path: Path) -> None:
    path = turned(drawn, shown, tmp_path / "turned.pdf", borne_out=True)
    found = extract(path)
    assert values(table(found)) == AS_PRINTED
    assert verdicts(found) == {Verdict.VERIFIED}
    with opened(path) as document:
        page = document[0]
        words = [(word[4], pdf.Rect(word[:4]) * page.rotation_matrix) for word in page.get_text("words")]
        assert (found.pages[0].width, found.pages[0].height) == (page.rect.width, page.rect.height)
        for figure in table(found).figures:
            box = pdf.Rect(figure.box)
            there = [text for text, area in words if center(area) in box]
            assert there == [f"{figure.value:f}"]
            assert page.rect.contains(box)


def center(area: Any) -> Any:
    return (area.tl + area.br) / 2


def test_each_page_has_its_own_turn(tmp_path: Path) -> None:
    document = pdf.open()
    titles = (TITLE, "一般公共预算支出表", "政府性基金预算支出表")
    for (drawn, shown), title in zip(((0, 0), (90, 0), (0, 270)), titles, strict=True):
        document.insert_pdf(pdf.open(turned(drawn, shown, tmp_path / f"{drawn}-{shown}.pdf", title)))
    save(document, tmp_path / "all.pdf")
    found = extract(tmp_path / "all.pdf")
    assert [(t.title, t.pages, values(t)) for t in found.tables] == [
        (title, (number,), AS_PRINTED) for number, title in enumerate(titles, 1)
    ]


# --- the ways a figure is printed -------------------------------------------------------------------------------------


def in_a_cell(text: str, folder: Path, width: float = 90) -> Cell:
    """The cell of 机构运行 under 基本支出, with some text in it."""
    rows = [list(row) for row in ROWS[2:4]]
    rows[0][2] = rows[0][3] = text
    draft = Draft(rows, widths=(*WIDTHS[:2], 90, width, 90))
    return cell(table(read(draft, folder)), "2060201", "基本支出")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("70", "70"),
        ("70.00", "70.00"),
        ("1,234.50", "1234.50"),
        ("12,345,678.90", "12345678.90"),
        ("1234567.8", "1234567.8"),
        ("１２３．４５", "123.45"),
        ("１，２３４．５０", "1234.50"),
        ("-5.00", "-5.00"),
        ("－5.00", "-5.00"),
        ("－５．００", "-5.00"),
        ("—5.00", None),
        ("(5.00)", "-5.00"),
        ("0.0001", "0.0001"),
    ],
)
def test_a_figure_keeps_its_value_sign_and_decimals(text: str, value: str | None, tmp_path: Path) -> None:
    found = in_a_cell(text, tmp_path)
    assert (found.state, None if found.value is None else f"{found.value:f}") == (
        State.TEXT if value is None else State.NUMBER,
        value,
    )


@pytest.mark.parametrize(
    ("text", "state", "value"),
    [
        ("", State.BLANK, None),
        ("0", State.NUMBER, "0"),
        ("0.00", State.NUMBER, "0.00"),
        ("-", State.DASH, None),
        ("－", State.DASH, None),
        ("—", State.DASH, None),
        ("--", State.DASH, None),
    ],
)
def test_blank_zero_and_dash_are_kept_apart(text: str, state: State, value: str | None, tmp_path: Path) -> None:
    found = in_a_cell(text, tmp_path)
    assert (found.state, None if found.value is None else f"{found.value:f}") == (state, value)


@pytest.mark.parametrize(
    "text",
    [
        "12.00  34.00",
        "12.00 34.00",
        "12  34",
        "12 34",
        "1 234.50",
        "12\n34",
        "12,345,\n678.90",
        "1,23.45",
        "12.34.56",
        "1.234,50",
        "12/34",
        "约12.00",
        "12.00*",
    ],
)
def test_what_is_not_one_number_is_not_read_as_one(text: str, tmp_path: Path) -> None:
    found = in_a_cell(text, tmp_path)
    assert (found.state, found.value) == (State.TEXT, None)


def test_numbers_on_two_lines_of_a_cell_are_neither_joined_nor_verified(tmp_path: Path) -> None:
    rows = [list(row) for row in ROWS]
    rows[FOUNDATION][PROJECT] = "20.00\n40.00"
    found = read(Draft(rows), tmp_path)
    told = {c.value: c.verdict for c in table(found).cells}
    assert Decimal("20.0040") not in told
    assert {told.get(Decimal("20.00")), told.get(Decimal("40.00"))} <= {None, Verdict.REVIEW}


def test_a_cell_with_two_numbers_leaves_no_figure_of_its_table_verified(tmp_path: Path) -> None:
    draft = Draft([*ROWS[:3], ("2060203", "自然科学基金", "60.00", "", "30.00  30.00"), ROWS[4]])
    found = read(draft, tmp_path)
    assert cell(table(found), "2060203", "项目支出").text == "30.0030.00"
    assert verdicts(found) == {Verdict.REVIEW}
    told = [(f.check, f.found) for f in found.findings if f.severity is not Severity.INFO]
    assert told == [("ledger", "30.0030.00")]


@pytest.mark.parametrize(("text", "value"), [("12,345,\n678.90", "12345678.90"), ("12345678.\n90", "12345678.90")])
def test_a_number_wrapped_in_a_narrow_cell_is_one(text: str, value: str, tmp_path: Path) -> None:
    found = in_a_cell(text, tmp_path, width=46 if "," in text else 54)
    assert (found.state, found.value) == (State.NUMBER, Decimal(value))
