"""A question put to a library: which documents it is about, one answer from their figures and words, checked."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path

from extract.errors import UsageError
from extract.library import Library
from extract.text import folded
from prompts import ModelSettings
from qa.answer import NOWHERE, AnswerOut, Outcome, QaUsage, Quote, Status
from qa.compose import answer_of
from qa.context import Turn
from qa.figures import View
from qa.model import Helper
from qa.plan import Asked, Operation, hostile, is_english, question_text, read_plan, sentences_of
from qa.respond import respond
from qa.retrieve import Retriever
from qa.store import IndexMissingError
from qa.texts import Search

_CACHED = 64  # documents kept in memory


class Asker:
    """Answers questions on one library. Safe to keep; documents are read when they are first asked about."""

    def __init__(self, root: str | Path, settings: ModelSettings | None = None) -> None:
        """Raises UsageError where there is no library. `settings` with an endpoint let a model help (`qa.model`)."""
        self.library = Library(Path(root))
        if not self.library.documents.is_dir():
            raise UsageError(f"{root} 不是资料库：先用 gouji extract 读入文件。")
        self.settings = settings if settings is not None and settings.configured else None
        self.view = lru_cache(maxsize=_CACHED)(self._view)

    def _search(self, document: str) -> Search:
        """A search of one document's text by meaning and words; finds nothing where there is no index."""

        def search(words: str) -> list[Quote]:
            try:
                hits = self.retriever.search(words, k=6, documents=[document])
            except IndexMissingError:
                return []
            return [
                Quote(h.chunk.page, h.chunk.box or NOWHERE, h.chunk.text, h.chunk.table or "narrative") for h in hits
            ]

        return search

    @cached_property
    def retriever(self) -> Retriever:
        """The library's text index."""
        return Retriever(self.library)

    def _view(self, document: str) -> View:
        return View.of(self.library.load(document))

    def ask(self, question: str, document: str | None = None, history: Sequence[str] = ()) -> AnswerOut:
        """One answer. `document` is an id, a file name or its stem; `history` the earlier questions, oldest first."""
        started = time.perf_counter()
        answer = self._ask(question, document, history)
        return answer.model_copy(update={"elapsed_ms": round((time.perf_counter() - started) * 1000, 2)})

    def _ask(self, question: str, document: str | None, history: Sequence[str]) -> AnswerOut:
        if not question.strip() or hostile(question):
            return AnswerOut(answer="这不是关于预决算公开文件的问题，不回答。", status=Status.REFUSED)
        text = question_text(question)
        if not text:
            return AnswerOut(answer="问题里只有指令，没有可以回答的内容。", status=Status.REFUSED)
        documents = [self.library.find(document)] if document else self.library.ids()
        helper = Helper(self.settings, self.library.root / "cache") if self.settings is not None else None
        parts = [(self._in(d, question, history, helper), self.view(d)) for d in documents]
        answer = answer_of(parts, english=is_english(question), many=len(documents) > 1)
        return answer if helper is None else _with_usage(answer, helper)

    def _in(self, document: str, question: str, history: Sequence[str], helper: Helper | None) -> Outcome:
        view = self.view(document)
        turns: list[Turn] = []
        for earlier in history:
            for sentence in sentences_of(question_text(earlier)):
                turns.append(respond(read_plan(_without_owner(sentence, view)), view, turns)[1])
        outcomes: list[Outcome] = []
        for sentence in sentences_of(question_text(question)):
            outcome, turn = respond(read_plan(_without_owner(sentence, view)), view, turns, self._search(document))
            turns.append(turn)
            outcomes.append(outcome if helper is None else self._helped(outcome, turn, question, view, helper))
        return together(outcomes)

    def _helped(self, outcome: Outcome, turn: Turn, question: str, view: View, helper: Helper) -> Outcome:
        """What a model adds: words for what passages say; the printed name of what rules found nothing for."""
        if outcome.found and outcome.quotes and not outcome.stated and turn.plan.operation is Operation.TEXT:
            said = helper.said(question, outcome.quotes)
            if said:
                quotes = list(dict.fromkeys(q for _, own in said for q in own))
                return replace(outcome, text="".join(text for text, _ in said), quotes=quotes)
        plain = outcome.status is Status.NOT_FOUND and turn.plan.operation is Operation.LOOKUP
        if plain and not turn.items and (name := helper.name_for(question, names_near(question, view))):
            plan = turn.plan.model_copy(update={"first": name})
            again, _ = respond(Asked(name, plan), view)
            if again.found:
                return replace(again, notes=[*again.notes, f"把问题理解为“{name}”"])
        return outcome


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """The answers to the sentences of one question."""
    found = [o for o in outcomes if o.found]
    if not found:
        return outcomes[-1] if outcomes else Outcome(Status.REFUSED, "没有问题。")
    whole = found[0]
    for other in found[1:]:
        whole.text += "\n" + other.text
        whole.stated += other.stated
        whole.quotes += other.quotes
        whole.cited += other.cited
        whole.notes += other.notes
    return whole


def names_near(question: str, view: View, most: int = 24) -> list[str]:
    """Printed names that share most characters with a question, then those that tables have first."""
    asked = set(folded(question))
    names = [n for n, figures in view.vocabulary.items() if any(not f.is_fact for f in figures)]
    return sorted(names, key=lambda n: (-len(asked & set(n)) / len(n), names.index(n)))[:most]


def _with_usage(answer: AnswerOut, helper: Helper) -> AnswerOut:
    used = helper.usage
    usage = QaUsage(
        calls=used.calls, prompt_tokens=used.prompt_tokens, output_tokens=used.output_tokens, cost=used.cost
    )
    notes = "；".join(filter(None, (answer.confidence_note, helper.problem)))
    return answer.model_copy(update={"usage": usage, "confidence_note": notes})


def _without_owner(text: str, view: View) -> str:
    """A question without the institute's name: the document is about it anyway."""
    name = folded(view.disclosure.meta.institute)
    for own in sorted(
        {name, re.sub(r"\([^()]*\)", "", name), *re.findall(r"\(([^()]{4,})\)", name)}, key=len, reverse=True
    ):
        if own:
            text = text.replace(own, "")
    return text
