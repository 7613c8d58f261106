"""The tables tab, wired: choose a table of the chosen document, click a cell, download."""

from __future__ import annotations

from typing import Any

import gradio as gr

from extract.corrections import log
from extract.errors import GoujiError
from tabs.frame import QUIET, Frame
from tabs.markup import attribute, note
from tabs.proof import figure_place, panel
from tabs.sheets import FORMATS, choices, table_html, written


def tables_tab(frame: Frame, tab: gr.Tab) -> None:
    """Build it inside `tab`."""
    desk, words = frame.desk, frame.words
    chosen = gr.Dropdown([], label=words.table_head, elem_id="gj-table-choice")
    with gr.Row():
        downloads = [
            gr.DownloadButton(form.upper(), size="sm", interactive=False, min_width=70, elem_id=f"gj-download-{form}")
            for form in FORMATS
        ]
    sheet = gr.HTML(note(words.choose_document), js_on_load=None, elem_id="gj-sheet")

    def opened(document: str, now: str | None) -> tuple[Any, ...]:
        nothing = [gr.update(value=None, interactive=False)] * len(FORMATS)
        if not document:
            return gr.update(choices=[], value=None), note(words.choose_document), *nothing
        try:
            disclosure = desk.disclosure(document)
        except GoujiError as error:
            return gr.update(choices=[], value=None), note(str(error), "bad"), *nothing
        found = choices(disclosure, words)
        if not found:
            return gr.update(choices=[], value=None), note(words.no_tables), *nothing
        try:
            decided = log(desk.library, document)
        except GoujiError:
            decided = []  # the review tab says what is wrong with the file
        value = now if now in {v for _, v in found} else found[0][1]
        return (
            gr.update(choices=found, value=value),
            table_html(disclosure, value, words),
            *(gr.update(value=written(desk, disclosure, form, decided), interactive=True) for form in FORMATS),
        )

    def one(document: str, table: str | None) -> str:
        if not document or not table:
            return note(words.choose_document)
        try:
            return table_html(desk.disclosure(document), table, words)
        except GoujiError as error:
            return note(str(error), "bad")

    def cell(event: gr.EventData) -> Any:
        document, table = attribute(event, "document"), attribute(event, "t")
        row, column = attribute(event, "r"), attribute(event, "c")
        if not (
            isinstance(document, str) and isinstance(table, str) and isinstance(row, int) and isinstance(column, int)
        ):
            return gr.skip()
        try:
            place = figure_place(desk.disclosure(document), (table, row, column))
        except GoujiError as error:
            return note(str(error), "bad")
        return gr.skip() if place is None else panel(desk, [place], 0, words)

    shown = [chosen, sheet, *downloads]
    gr.on([tab.select, frame.document.change, frame.changed.change], opened, [frame.document, chosen], shown, **QUIET)
    chosen.input(one, [frame.document, chosen], sheet, **QUIET)
    frame.bridge.cell(cell, None, frame.proof, **QUIET)


__all__ = ["tables_tab"]
