"""The documents tab, wired: upload, progress, cards, list, removal, reading again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from extract.errors import GoujiError
from tabs.cards import card, list_html, read_again, remove, take_in, upload_html
from tabs.frame import QUIET, WRITING, Frame
from tabs.markup import attribute, note


def documents_tab(frame: Frame) -> None:
    """Build it inside the tab that is open."""
    desk, words = frame.desk, frame.words
    drop = gr.File(
        label=words.upload, file_count="multiple", file_types=[".pdf"], type="filepath", height=130, elem_id="gj-upload"
    )
    outcome = gr.HTML("", js_on_load=None, elem_id="gj-outcome")
    opened = gr.HTML("", js_on_load=None, elem_id="gj-opened")
    looked_for = gr.Textbox(label=words.filter, max_length=100, elem_id="gj-filter")
    listed = gr.HTML("", js_on_load=None, elem_id="gj-list")

    def choices(document: str) -> Any:
        found = frame.choices()
        there = {value for _, value in found}
        return gr.update(choices=found, value=document if document in there else "")

    def uploaded(files: list[str] | None, document: str, changed: int) -> Iterator[tuple[Any, ...]]:
        skip = gr.skip()
        if not files:
            yield skip, skip, skip, skip, skip
            return
        upload = None
        for upload in take_in(desk, files, words):
            yield upload_html(desk, upload, words), skip, skip, skip, skip
        # The uploaded copies are gradio's to remove (`delete_cache`): the same file sent by two people is one copy.
        done = upload.documents if upload is not None else []
        chosen = done[0] if len(done) == 1 else document
        yield upload_html(desk, upload, words) if upload else skip, choices(chosen), changed + 1, None, skip

    def reread(event: gr.EventData, changed: int) -> Iterator[tuple[Any, ...]]:
        document = attribute(event, "document")
        if not isinstance(document, str) or not desk.has(document):
            yield gr.skip(), note(words.gone, "bad"), gr.skip()
            return
        for upload in read_again(desk, document, words):
            yield upload_html(desk, upload, words), "", gr.skip()
        yield "", card(desk, document, words), changed + 1

    def removed(event: gr.EventData, document: str, changed: int) -> tuple[Any, ...]:
        gone = attribute(event, "document")
        if not isinstance(gone, str) or not desk.has(gone):
            return gr.skip(), note(words.gone, "bad"), gr.skip(), gr.skip()
        try:
            remove(desk, gone)
        except GoujiError as error:
            return gr.skip(), note(str(error), "bad"), gr.skip(), gr.skip()
        return "", note(words.removed, "good"), choices(document), changed + 1

    def opening(event: gr.EventData) -> tuple[Any, ...]:
        document = attribute(event, "document")
        if not isinstance(document, str) or not desk.has(document):
            return "", gr.skip()
        return card(desk, document, words), document

    listing: dict[str, Any] = {
        "fn": lambda text: list_html(desk, text or "", words),
        "inputs": looked_for,
        "outputs": listed,
        **QUIET,
    }
    drop.upload(uploaded, [drop, frame.document, frame.changed], [outcome, frame.document, frame.changed, drop, opened], **WRITING)  # fmt: skip
    frame.bridge.open(opening, None, [opened, frame.document], **QUIET)
    frame.bridge.reread(reread, frame.changed, [outcome, opened, frame.changed], **WRITING)
    frame.bridge.remove(removed, [frame.document, frame.changed], [outcome, opened, frame.document, frame.changed], **WRITING)  # fmt: skip
    gr.on([looked_for.change, frame.changed.change], **listing)
    frame.on_load(**listing)


__all__ = ["documents_tab"]
