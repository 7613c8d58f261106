"""The review tab, wired: pick a figure, look at its crop, decide; all checks are made again at once."""

from __future__ import annotations

from typing import Any

import gradio as gr

from extract.corrections import decide, decisions
from extract.errors import GoujiError
from extract.model import Action, Verdict
from tabs.forms import doubted_html
from tabs.frame import QUIET, WRITING, Frame
from tabs.markup import attribute, note
from tabs.proof import figure_place, panel
from tabs.reviews import history_html, list_html, picked_html, seen


def review_tab(frame: Frame, tab: gr.Tab) -> None:
    """Build it inside `tab`."""
    desk, words = frame.desk, frame.words
    picked = gr.State(None)
    signature = gr.BrowserState("", storage_key="gouji-reviewer", secret="gouji-reviewer")  # noqa: S106 - no secret
    listed = gr.HTML(note(words.choose_document), js_on_load=None, elem_id="gj-needed")
    shown = gr.HTML(note(words.review_pick), js_on_load=None, elem_id="gj-picked")
    outcome = gr.HTML("", js_on_load=None, elem_id="gj-decided")
    with gr.Row():
        value = gr.Textbox(label=words.review_value, max_length=40, min_width=150, elem_id="gj-value")
        who = gr.Textbox(label=words.review_who, max_length=60, min_width=150, elem_id="gj-who")
        remark = gr.Textbox(label=words.review_note, max_length=500, min_width=150, elem_id="gj-remark")
    with gr.Row():
        accept = gr.Button(words.review_accept, size="sm", min_width=140, elem_id="gj-accept")
        correct = gr.Button(words.review_correct, size="sm", min_width=140, variant="primary", elem_id="gj-correct")
        own = gr.Button(words.review_own, size="sm", min_width=140, elem_id="gj-own")
        withdraw = gr.Button(words.review_withdraw, size="sm", min_width=140, elem_id="gj-withdraw")
    history = gr.HTML("", js_on_load=None, elem_id="gj-history")

    def opened(document: str) -> tuple[str, str]:
        if not document:
            return note(words.choose_document), ""
        try:
            disclosure = desk.disclosure(document)
            needed = list_html(disclosure, words) + doubted_html(disclosure, words)
            return needed, history_html(decisions(desk.library, document), words)
        except GoujiError as error:
            return note(str(error), "bad"), ""

    def pick(event: gr.EventData) -> tuple[Any, ...]:
        document, table = attribute(event, "document"), attribute(event, "t")
        row, column = attribute(event, "r"), attribute(event, "c")
        if not (
            isinstance(document, str) and isinstance(table, str) and isinstance(row, int) and isinstance(column, int)
        ):
            return (gr.skip(),) * 7
        ref = (table, row, column)
        try:
            disclosure = desk.disclosure(document)
        except GoujiError as error:
            return None, note(str(error), "bad"), "", "", gr.skip(), gr.skip(), gr.skip()
        place = figure_place(disclosure, ref)
        if place is None:
            return None, note(words.gone, "bad"), "", "", gr.skip(), gr.skip(), gr.skip()
        return (
            (document, ref, seen(disclosure, ref)),
            picked_html(desk, disclosure, ref, words),
            "",
            "",
            panel(desk, [place], 0, words),
            gr.update(selected="review"),
            document,
        )

    def deciding(action: Action) -> Any:
        def decided(chosen: Any, given: str, name: str, remark: str, changed: int) -> tuple[Any, ...]:
            skip = gr.skip()
            if not chosen:
                return note(words.review_need_pick, "bad"), skip, skip, skip, skip, skip
            if not (name or "").strip():
                return note(words.review_need_who, "bad"), skip, skip, skip, skip, skip
            document, ref, shown_then = chosen
            try:
                new = given if action is Action.CORRECT else None
                disclosure = decide(
                    desk.library, document, tuple(ref), action, new, who=name, note=remark or "", seen=shown_then
                )
            except GoujiError as error:
                return note(str(error), "bad"), skip, skip, skip, skip, skip
            counts = disclosure.verdicts()
            told = words.review_done.format(
                holds=sum(c.holds + c.rounding for c in disclosure.checks),
                broken=sum(c.broken for c in disclosure.checks),
                review=counts[Verdict.REVIEW],
                conflict=counts[Verdict.CONFLICT],
            )
            again = picked_html(desk, disclosure, tuple(ref), words)
            now = (document, ref, seen(disclosure, tuple(ref)))
            return note(told, "good"), again, "", changed + 1, name, now

        return decided

    gr.on([tab.select, frame.document.change, frame.changed.change], opened, frame.document, [listed, history], **QUIET)
    frame.bridge.pick(pick, None, [picked, shown, outcome, value, frame.proof, frame.tabs, frame.document], **QUIET)
    for control, action in (
        (accept, Action.ACCEPT),
        (correct, Action.CORRECT),
        (own, Action.OWN_ERROR),
        (withdraw, Action.WITHDRAW),
    ):
        control.click(deciding(action), [picked, value, who, remark, frame.changed], [outcome, shown, value, frame.changed, signature, picked], **WRITING)  # fmt: skip
    frame.on_load(lambda name: name if isinstance(name, str) else "", signature, who, **QUIET)


__all__ = ["review_tab"]
