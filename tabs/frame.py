"""What the wiring of the tabs shares: the desk, the words, and the components that several tabs speak to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from tabs.desk import Desk, named
from tabs.words import Words

MOST_CHOICES = 3000
READERS = 8
"""Events of one kind that run at once."""

QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": READERS}
"""How events that only look at things run: no public endpoint, no spinner, several at once."""

WRITING: dict[str, Any] = {
    "api_visibility": "private",
    "show_progress": "hidden",
    "concurrency_limit": 1,
    "concurrency_id": "writing",
}
"""How events that change the library run: one at a time."""


@dataclass(frozen=True)
class Frame:
    """Components around the tabs. `top` is the head of the page, and `spent` makes it anew, with the cost so far. `document` is the chosen document's id, "" for all; `changed` counts changes of the
    library; `bridge` tells what the page's own buttons do."""

    desk: Desk
    words: Words
    document: gr.Dropdown
    proof: gr.HTML
    bridge: gr.HTML
    tabs: gr.Tabs
    changed: gr.State
    spent: Callable[[], str]
    top: gr.HTML
    on_load: Callable[..., Any]

    def choices(self) -> list[tuple[str, str]]:
        """The documents for the list at the top."""
        return document_choices(self.desk, self.words)


def document_choices(desk: Desk, words: Words) -> list[tuple[str, str]]:
    """All documents, then each, with its id. Names that occur twice have their file's name too."""
    documents = desk.documents()[:MOST_CHOICES]
    names = [named(d, words) for d in documents]
    told = [f"{n} · {d.file}" if names.count(n) > 1 else n for n, d in zip(names, documents, strict=True)]
    return [(words.all, ""), *((t, d.id) for t, d in zip(told, documents, strict=True))]


__all__ = ["QUIET", "READERS", "WRITING", "Frame", "document_choices"]
