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
from qa.across import Across
from qa.answer import NOWHERE, AnswerOut, Outcome, QaUsage, Quote, Status
from qa.catalog import Document
from qa.compose import answer_of
from qa.context import Turn
from qa.figures import View
from qa.many import over_all, over_years, side_by_side
from qa.model import Helper
from qa.plan import Operation, hostile, is_english, question_text, read_plan, sentences_of
from qa.respond import respond
from qa.retrieve import Retriever
from qa.scope import Scope, scope_of
from qa.store import IndexMissingError
from qa.targets import names_near
from qa.texts import Search

_CACHED = 64  # documents kept in memory
_MOST = 6  # documents that are answered for one by one where the question names none
_NAMED = 24  # and where it does


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
        catalog = self.across.catalog
        chosen = self.library.find(document) if document else ""
        scope = scope_of(question, catalog, history, chosen)
        if not scope.documents:
            return AnswerOut(answer="资料库里没有这样的文件。", status=Status.NOT_FOUND)
        if scope.across:
            return over_all(question_text(scope.words), scope.documents, self.across, self.view)
        if len(scope.documents) > (_MOST if scope.unclear else _NAMED):
            return _which(scope.documents)
        if (changed := self._over_years(scope)) is not None:
            return changed
        helper = Helper(self.settings, self.library.root / "cache") if self.settings is not None else None
        parts = [(self._in(d.id, scope.words, history, helper), self.view(d.id)) for d in scope.documents]
        answer = answer_of(parts, english=is_english(question), many=len(parts) > 1)
        if len(parts) > 1 and answer.status is Status.ANSWERED:
            answer = _beside(answer, parts, unclear=scope.unclear)
        return answer if helper is None else _with_usage(answer, helper)

    def _over_years(self, scope: Scope) -> AnswerOut | None:
        """A change between years that stand in documents of their own; None where one document says it, or none does."""
        words = question_text(scope.words)
        plan = read_plan(words).plan
        own = {d.institute for d in scope.documents}
        if plan.operation is not Operation.CHANGE or len(own) != 1 or not scope.documents:
            return None
        first = scope.documents[0]
        if len(scope.documents) == 1 and respond(read_plan(words), self.view(first.id))[0].found:
            return None
        alike = self.across.catalog.select(None, [first.kind], first.level, [first.institute], None)
        years = {d.year: d for d in alike if d.year is not None and first.year is not None and d.year <= first.year}
        asked = [d for d in scope.documents if d.kind == first.kind and d.level == first.level]
        before = asked[1:] or [years[y] for y in (plan.year, (first.year or 0) - 1) if y in years and y != first.year]
        if not before:
            return None
        pair = [self.view(first.id), *(self.view(d.id) for d in before)]
        found = over_years(words, pair)
        if found is None:
            return None
        parts, text, figures = found
        answer = answer_of(parts, english=False, many=True)
        told = f"{text}\n{answer.answer}"
        return answer.model_copy(update={"answer": told, "figures": (*figures, *answer.figures)})

    @cached_property
    def across(self) -> Across:
        """All documents' figures."""
        return Across(self.library.root)

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
        """What a model adds: words for what passages say; a printed name to ask for where rules found nothing."""
        if outcome.found and outcome.quotes and not outcome.stated and turn.plan.operation is Operation.TEXT:
            said = helper.said(question, outcome.quotes)
            if said:
                quotes = list(dict.fromkeys(q for _, own in said for q in own))
                return replace(outcome, text="".join(text for text, _ in said), quotes=quotes)
        plain = outcome.status is Status.NOT_FOUND and turn.plan.operation is Operation.LOOKUP
        if plain and not turn.items and (name := helper.name_for(question, names_near(question, view))):
            # The model may be wrong (机关运行经费 is not 公用经费): it only proposes what to ask instead.
            return replace(outcome, text=f"{outcome.text}要问的也许是“{name}”？")
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


def _which(documents: Sequence[Document]) -> AnswerOut:
    """The question does not say which of many documents it is about."""
    names = "、".join(f"{d.institute}{d.year or ''}年" for d in documents[:_MOST])
    return AnswerOut(
        answer=f"资料库里有 {len(documents)} 份文件，请说明是哪个单位、哪一年的，例如：{names}。",
        status=Status.AMBIGUOUS,
    )


def _beside(answer: AnswerOut, parts: Sequence[tuple[Outcome, View]], *, unclear: bool) -> AnswerOut:
    """An answer of several documents with what they come to beside one another."""
    text, figures = side_by_side(parts)
    return answer.model_copy(
        update={
            "answer": "\n".join(filter(None, (answer.answer, text))),
            "figures": (*answer.figures, *figures),
            "status": Status.AMBIGUOUS if unclear else answer.status,
        }
    )


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
