"""The compare tab, wired: choose a group or name an item, choose documents; chart, tables, download."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from extract.errors import GoujiError
from extract.text import unbroken
from qa.compare import GROUPS, Comparison, changes, compare, csv_bytes, ranking, shares
from tabs.compares import changes_html, chart_of, ranking_html, shares_html, side_html
from tabs.frame import QUIET, Frame
from tabs.markup import note

_TITLE = 24  # characters over a chart


def compare_tab(frame_: Frame, tab: gr.Tab) -> None:
    """Build it inside `tab`."""
    desk, words = frame_.desk, frame_.words
    with gr.Row():
        group = gr.Dropdown(
            [(g.name, g.key) for g in GROUPS],
            value=GROUPS[0].key,
            label=words.compare_group,
            min_width=200,
            elem_id="gj-group",
        )
        free = gr.Textbox(label=words.compare_free, max_length=60, min_width=200, elem_id="gj-item")
    chosen = gr.Dropdown([], multiselect=True, label=words.compare_documents, elem_id="gj-compared")
    chart = gr.BarPlot(
        visible=False,
        x="label",
        y="value",
        color="item",
        x_title=" ",
        color_title=" ",
        y_title=words.compare_unit,
        x_label_angle=-35,
        height=340,
        buttons=["export", "fullscreen"],
        elem_id="gj-chart",
    )
    legend = gr.HTML("", js_on_load=None, elem_id="gj-hues")
    download = gr.DownloadButton(words.compare_csv, size="sm", visible=False, elem_id="gj-compare-csv")
    tables = gr.HTML("", js_on_load=None, elem_id="gj-comparison")

    def documents() -> Any:
        return gr.update(choices=frame_.choices()[1:])

    def compared(what: str, free: str, documents: list[str] | None) -> Iterator[tuple[Any, ...]]:
        skip = gr.skip()
        yield gr.update(value=None, visible=False), "", skip, skip  # a plot that stays would keep its old bars
        yield computed(what, free, documents)

    def computed(what: str, free: str, documents: list[str] | None) -> tuple[Any, ...]:
        asked = unbroken(free or "").strip() or what
        only = [d for d in documents or [] if desk.has(d)] or None
        try:
            source = desk.asker.across
            result = compare(source, asked, documents=only, view=desk.asker.view)
            drawing = chart_of(result)
            told = side_html(result, words)
            told += changes_html(changes(source, asked, documents=only, view=desk.asker.view), words)
            told += "".join(ranking_html(ranking(result, item.key), words) for item in _ranked(result))
            told += shares_html(shares(result), words)
        except GoujiError as error:
            return gr.update(visible=False), "", gr.update(visible=False), note(str(error), "bad")
        if drawing is None:
            return gr.update(visible=False), "", gr.update(visible=False), told
        drawn = gr.update(
            value=drawing.data,
            title=drawing.title[:_TITLE],
            sort=drawing.order,
            color_map=drawing.colours,
            colors_in_legend=drawing.beside,
            visible=True,
        )
        path = desk.download("compare.csv", csv_bytes(result))
        return drawn, drawing.legend, gr.update(value=path, visible=True), told

    tab.select(documents, None, chosen, **QUIET)
    gr.on(
        [tab.select, group.change, free.submit, chosen.change, frame_.changed.change],
        compared,
        [group, free, chosen],
        [chart, legend, download, tables],
        **QUIET,
    )


def _ranked(result: Comparison) -> list[Any]:
    """The items that are worth an order: the total, else the first."""
    return [i for i in result.items if i.key == result.total] or list(result.items[:1])


__all__ = ["compare_tab"]
