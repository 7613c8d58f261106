"""Whether what a question asks for may stand in a table, or on a page, that was not read: that is neither blank nor absent, and what
another table prints is no answer for it.
"""

from __future__ import annotations

from extract.model import Kind, Table
from extract.text import folded
from qa.answer import Outcome, Status
from qa.documents.figures import View, not_read
from qa.words.lexicon import scopes_in


def of_unread_tables(text: str, outcome: Outcome, view: View) -> Outcome:
    """An outcome for a folded question; that its table was not read where it names one that was not and nothing from another part of
    that table is told, and with that word where nothing was found and some table was not read."""
    lost = [t for t in view.disclosure.tables if not_read(t)]
    if not lost:
        return outcome
    read = {f.table for f in view.figures}
    named = {Kind(name) for _, _, name in scopes_in(text) if name in set(Kind)}
    told = {f.table for s in outcome.stated for f in s.sources if not f.is_fact}
    own = [t for t in lost if t.kind in named - read]
    if (
        own
        and not (named - {t.kind for t in own}) & told
        and not any(q.page in t.pages for q in outcome.quotes for t in own)
    ):
        return Outcome(
            Status.NOT_FOUND, f"{_places(own)}没有读出，不知道那里印的是什么：请看原文。", cited=[], certain=True
        )
    if own or outcome.found:
        return outcome
    outcome.text = f"{outcome.text}{_places(lost)}没有读出，可能在那里：请看原文。"
    return outcome


def _places(tables: list[Table]) -> str:
    return "、".join(f"第 {t.pages[0]} 页的《{folded(t.title)}》" for t in tables)
