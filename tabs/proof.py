"""The page that proves a figure: its picture with the place marked, next and previous, and what is known of the figure."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from extract.errors import LibraryError
from extract.model import Box, Cell, Disclosure, Fact, State, Table
from tabs.desk import Desk
from tabs.markup import Place, badge, button, carried, esc, lines, show
from tabs.words import Words

Ref = tuple[str, int, int]
"""A figure: (table id, row, column), or ("", number of a fact, 0)."""

_NEAR = 0.6  # points
_LARGE = 1200.0  # of the 10,000 parts of a page: from here on a mark is a frame, so that what it marks stays readable


def known(place: Place, disclosure: Disclosure) -> Place:
    """A place with the figure that stands there: its verdict, and which cell or fact it is."""
    if place.box is None or place.cell is not None or place.fact is not None:
        return place
    for table in disclosure.tables:
        for cell in table.cells:
            if cell.page == place.page and _same(cell.box, place.box):
                return place.model_copy(update={"cell": (table.id, cell.row, cell.column), "verdict": cell.verdict})
    facts = [(i, f) for i, f in enumerate(disclosure.facts) if f.page == place.page]
    found = [(i, f) for i, f in facts if _same(f.digits, place.box)] or [
        (i, f) for i, f in facts if _same(f.box, place.box)
    ]
    if len(found) > 1:  # words that hold several figures
        found = [(i, f) for i, f in found if f"{f.value:f}" in place.stated]
    if len(found) != 1:
        return place
    number, fact = found[0]
    return place.model_copy(update={"fact": number, "verdict": fact.verdict, "box": fact.digits})


def _same(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def figure_at(disclosure: Disclosure, ref: Ref) -> Fact | tuple[Table, Cell] | None:
    """The figure of a reference: a fact, or a cell and its table; None where there is none."""
    table_id, row, column = ref
    if not table_id:
        return disclosure.facts[row] if 0 <= row < len(disclosure.facts) else None
    table = next((t for t in disclosure.tables if t.id == table_id), None)
    if table is None:
        return None
    cell = next((c for c in table.cells if (c.row, c.column) == (row, column)), None)
    return None if cell is None else (table, cell)


def figure_place(disclosure: Disclosure, ref: Ref) -> Place | None:
    """The place of a figure; None where there is no such figure."""
    found = figure_at(disclosure, ref)
    if found is None:
        return None
    return fact_place(disclosure, ref[1]) if isinstance(found, Fact) else cell_place(disclosure, *found)


def fact_place(disclosure: Disclosure, index: int) -> Place:
    """The place of a figure told in prose."""
    fact = disclosure.facts[index]
    return Place(
        document=disclosure.id,
        page=fact.page,
        box=fact.digits,
        words=f"{fact.name} {fact.value:f}{fact.unit}"[:600],
        table="narrative",
        verdict=fact.verdict,
        fact=index,
    )


def cell_place(disclosure: Disclosure, table: Table, cell: Cell) -> Place:
    """The place of a cell."""
    row = table.rows[cell.row]
    named = (row.code, row.label, table.columns[cell.column].name, cell_text(cell))
    return Place(
        document=disclosure.id,
        page=cell.page,
        box=cell.box,
        words=" · ".join(filter(None, named))[:600],
        table=(table.title or table.kind.value)[:200],
        verdict=cell.verdict,
        cell=(table.id, cell.row, cell.column),
    )


def cell_text(cell: Cell) -> str:
    """What a cell prints, with separators."""
    if cell.state is State.NUMBER and cell.value is not None:
        return f"{cell.value:,f}"
    return "－" if cell.state is State.DASH else cell.text


def panel(desk: Desk, places: Sequence[Place], at: int, words: Words) -> str:
    """The panel for the place `at` (from 0) of several, as HTML."""
    if not places:
        return empty(words)
    at = max(0, min(at, len(places) - 1))
    place = places[at]
    try:
        disclosure = desk.disclosure(place.document)
    except LibraryError as error:
        return f'<div class="gj-proof">{_title(words)}<p class="gj-note gj-note-bad">{lines(str(error))}</p></div>'
    place = known(place, disclosure)
    picture = desk.picture(place.document, place.page)
    if isinstance(picture, str):
        shown = f'<p class="gj-note gj-note-bad">{lines(picture)}</p>'
    else:
        alt = words.page_alt.format(file=disclosure.meta.file, page=place.page, words=place.words)
        around = [
            p for p in places if p.document == place.document and p.page == place.page and p.box and p.box != place.box
        ]
        marks = "".join(_mark(p.box, picture.width, picture.height, "gj-mark gj-mark-other") for p in around if p.box)
        own = _mark(place.box, picture.width, picture.height, "gj-mark gj-mark-own") if place.box is not None else ""
        data = base64.b64encode(picture.png).decode()
        shown = (
            f'<div class="gj-window" tabindex="0" role="region" aria-label="{esc(words.proof)}">'
            f'<div class="gj-page" data-points="{picture.width:.0f}" style="aspect-ratio:{picture.width:.2f}/{picture.height:.2f}">'
            f'<img src="data:image/png;base64,{data}" alt="{esc(alt)}">{marks}{own}</div></div>'
        )
    meta = disclosure.meta
    table = words.table(place.table) if place.table else ""
    where = " · ".join(
        esc(t) for t in (meta.institute or meta.file, meta.year, words.page_n.format(page=place.page), table) if t
    )
    review = ""
    if place.cell is not None or place.fact is not None:
        ref = place.cell or ("", place.fact or 0, 0)
        review = button("pick", words.correct_this, "gj-quiet", document=place.document, t=ref[0], r=ref[1], c=ref[2])
    step = (
        f'<span class="gj-steps">{_step(at - 1, "‹", words.previous, disabled=at == 0)}'
        f"<span>{at + 1} / {len(places)}</span>"
        f"{_step(at + 1, '›', words.next, disabled=at + 1 >= len(places))}</span>"
        if len(places) > 1
        else ""
    )
    tools = (
        step
        + button("zoom", "－", "gj-tool", title=words.zoom_out, by="0.8")
        + button("zoom", "＋", "gj-tool", title=words.zoom_in, by="1.25")
        + button("zoom", words.whole_page, "gj-tool", title=words.whole_page, by="0")
        + review
    )
    told = f'<div class="gj-words">{lines(place.words)} {badge(place.verdict, words)}</div>'
    return (
        f'<div class="gj-proof" {carried(places)} data-at="{at}">{_title(words)}<div class="gj-where">{where}</div>'
        f'{told}<div class="gj-tools">{tools}</div>{shown}</div>'
    )


def empty(words: Words) -> str:
    """The panel before anything is chosen."""
    return f'<div class="gj-proof">{_title(words)}<p class="gj-note">{esc(words.proof_empty)}</p></div>'


def _title(words: Words) -> str:
    return f'<h2 class="gj-h">{esc(words.proof)}</h2>'


def _step(at: int, sign: str, title: str, *, disabled: bool) -> str:
    if disabled:
        return f'<button type="button" class="gj-b gj-tool" disabled title="{esc(title)}">{sign}</button>'
    return show(at, sign, "gj-tool", title=title)


def _mark(box: Box, width: float, height: float, css: str) -> str:
    x0, y0, x1, y1 = box
    pad = 1.5
    left, top = (x0 - pad) / width * 100, (y0 - pad) / height * 100
    wide, high = (x1 - x0 + 2 * pad) / width * 100, (y1 - y0 + 2 * pad) / height * 100
    if wide * high > _LARGE:
        css += " gj-mark-large"
    return f'<div class="{css}" style="left:{left:.3f}%;top:{top:.3f}%;width:{wide:.3f}%;height:{high:.3f}%"></div>'


__all__ = ["Ref", "cell_place", "cell_text", "empty", "fact_place", "figure_at", "figure_place", "known", "panel"]
