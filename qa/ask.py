"""A question put to a library: which documents it is about, one answer from their figures and words, checked."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

from opencc import OpenCC

from extract.errors import UsageError
from extract.text import folded, unbroken
from prompts import ModelSettings
from qa.answer import AnswerOut, Outcome, QaUsage, Status
from qa.documents.across import Across
from qa.documents.catalog import Catalog, Document
from qa.documents.figures import View
from qa.documents.groups import body_in, joined_body_in, like_body_in
from qa.documents.names import forms, in_order
from qa.english.bodies import without_own_name
from qa.english.brackets import named_in_chinese
from qa.english.in_chinese import in_chinese, is_english
from qa.english.together import together
from qa.follow_ups.unanswered import leans_on_unanswered
from qa.guards.accounted import counted_on_other_days
from qa.guards.other_account import of_another_among_many
from qa.help import Reply, helped, may_help
from qa.model import Helper
from qa.one_document import reply_of
from qa.opened import Opened, settle
from qa.outcomes.compose import answer_of
from qa.plain.courtesies import without_courtesies
from qa.plain.reading import read_plan
from qa.plain.sentences import hostile, question_text
from qa.respond import respond
from qa.search.retrieve import Retriever
from qa.surveys.against import against_all
from qa.surveys.against_each import against_each
from qa.surveys.against_sum import against_sum
from qa.surveys.answering import Answering
from qa.surveys.asides import carryover_unread, contrary, without_asides, without_carryover
from qa.surveys.asked_apart import asked_apart
from qa.surveys.beside import each_alone, of_all, over_years, side_by_side, without_it
from qa.surveys.bodies import bodies_first, masked
from qa.surveys.bodies_asked import asked_plainly, told_whether
from qa.surveys.bodies_before import UNCLEAR, share_before, with_same_item
from qa.surveys.body_follow_ups import follow_up, in_steps, the_like
from qa.surveys.closings import without_closings
from qa.surveys.first_claimed import among_all_unread, first_claimed
from qa.surveys.idioms import counted_as_bodies, in_other_words
from qa.surveys.in_their_order import former_and_latter, said_in_full, without_sorts
from qa.surveys.many import over_all
from qa.surveys.named_alike import miscounted, names_written_out
from qa.surveys.one_of_all import one_of_all, part_of_all_unread
from qa.surveys.only import only_those
from qa.surveys.own_years import between_years, others_of, with_other_years
from qa.surveys.project_forms import with_project_forms
from qa.surveys.said_so import said_so
from qa.surveys.scope import Scope, scope_of
from qa.surveys.share_together import share_together
from qa.surveys.sorts_in_english import heads_written_out, miscounted_in_english, sorts_in_english
from qa.surveys.spent_more import spent_more
from qa.surveys.sum_held import part_more, sum_held
from qa.surveys.unspent import planned_unspent
from qa.surveys.wholly import wholly
from qa.surveys.words import ALL
from qa.words.operations import Operation
from qa.words.plan import TOGETHER
from qa.words.years import years_written

_MOST = 6  # documents that are answered for one by one where the question names none
_NAMED = 24  # and where it does
LONGEST = 500
"""Characters of a question; the time that reading takes grows with their square."""
_EARLIER = 30  # questions before it that it may lean on


_LEFT_OPEN = "前一个问题没有答案，这一问说的是它的什么，无从回答：请写全。"
_LEFT_OPEN_IN_ENGLISH = (
    "The question before this one has no answer, and this one asks of the same thing: please name what you mean."
)
_JOINED = re.compile(r"^(?:[与和跟同及、,，比]|以及|的|比较|对比)+")
"""What is left of the names of several documents at the head of a question."""


class Asker:
    """Answers questions on one library. To be kept, and shared between threads: it sees what others commit meanwhile."""

    def __init__(self, root: str | Path, settings: ModelSettings | None = None) -> None:
        """Raises UsageError where there is no library. `settings` with an endpoint let a model help (`qa.model`)."""
        self.opened = Opened(root)
        self.library = self.opened.library
        if not self.library.documents.is_dir():
            raise UsageError(f"{root} 不是资料库：先用 gouji extract 读入文件。")
        self.settings = settings if settings is not None and settings.configured else None

    @cached_property
    def _rules(self) -> Asker:
        """The same library, asked without a model."""
        rules = Asker(self.library.root)
        rules.opened = self.opened
        return rules

    def open(self) -> None:
        """Read what all questions need, for a program that goes on answering; otherwise the first question waits for it."""
        self.across.catalog.resolve("")
        settle()

    def ask(self, question: str, document: str | None = None, history: Sequence[str] = ()) -> AnswerOut:
        """One answer. `document` is an id, a file name or its stem; `history` the earlier questions, oldest first. Text of
        any kind is answered; of more than LONGEST characters, with a refusal.

        Raises LibraryError where that document is not there."""
        *_, last = self._timed(question, document, history, heard=False)
        return last

    def stream(self, question: str, document: str | None = None, history: Sequence[str] = ()) -> Iterator[AnswerOut]:
        """The answer as it comes about, each better than the one before: what rules find, at once; then, where a model
        helps, its sentences one by one, each as soon as it is written and proved. The last equals what `ask` returns;
        without a model it is the only one."""
        return self._timed(question, document, history, heard=True)

    def view(self, document: str) -> View:
        """A document's figures, by its id."""
        return self.opened.view(document)

    @property
    def across(self) -> Across:
        """All documents' figures."""
        return self.opened.across

    @property
    def retriever(self) -> Retriever:
        """The library's text index."""
        return self.opened.retriever

    def _timed(
        self, question: str, document: str | None, history: Sequence[str], *, heard: bool
    ) -> Iterator[AnswerOut]:
        started = time.perf_counter()
        for answer in self._answers(question, document, history, heard=heard):
            yield answer.model_copy(update={"elapsed_ms": round((time.perf_counter() - started) * 1000, 2)})

    def _answers(
        self, question: str, document: str | None, history: Sequence[str], *, heard: bool
    ) -> Iterator[AnswerOut]:
        history = [earlier for earlier in history if len(earlier) <= LONGEST]
        if history and self._leans_on_unanswered(question, document, history):
            told = _LEFT_OPEN_IN_ENGLISH if is_english(question) else _LEFT_OPEN
            yield AnswerOut(answer=told, status=Status.NOT_FOUND)
        else:
            yield from self._read(question, document, history, heard=heard)

    def _leans_on_unanswered(self, question: str, document: str | None, history: Sequence[str]) -> bool:
        """Whether a question takes up one that had no answer; one that was asked of another body is left to its document."""
        rules = self if self.settings is None else self._rules
        chosen = self.library.find(document) if document else ""
        if chosen:
            own = self.across.catalog.by_id[chosen].institute
            named = self.across.catalog.resolve(_as_read(history[-1])).institutes
            if named and own not in named:
                return False
        elif self._names_a_body_instead(question, history[-1]):
            return False
        return leans_on_unanswered(
            question,
            history,
            lambda asked, before: self.ask(asked, document, before),
            lambda asked, before: list(rules._read(asked, document, before, heard=False))[-1],
            self.view,
        )

    def _names_a_body_instead(self, question: str, earlier: str) -> bool:
        """Whether a question names a body after one that was asked of a body without a document here (火星所的电费；那海洋站呢)."""
        catalog = self.across.catalog
        absent, named = (
            scope_of(_as_read(earlier), catalog, (), "").absent,
            catalog.resolve(_as_read(question)).institutes,
        )
        return bool(absent and named) and self.ask(earlier.replace(absent, named[0])).status is Status.ANSWERED

    def _read(self, question: str, document: str | None, history: Sequence[str], *, heard: bool) -> Iterator[AnswerOut]:
        question, history = years_written(_as_read(question)), [years_written(h) for h in _earlier(history)]
        if (told_why := _refused(question)) is not None:
            yield told_why
            return
        across = self.across
        asked = question
        chosen = self.library.find(document) if document else ""
        if chosen and is_english(question):
            question = without_own_name(question, self.view(chosen).disclosure.meta.institute)
        if not chosen:
            question, history = self._said_whole(question, history)
        if not chosen and (of_many := self._of_bodies(question, history)) is not None:
            yield _over_many(asked, question, of_many, across.catalog)
            return
        scope = scope_of(question, across.catalog, history, chosen)
        unread = None if chosen else self._unread(question, scope)
        if (whole := unread or self._as_one(scope, across, english=is_english(question))) is not None:
            yield _over_many(asked, question, whole, across.catalog)
            return
        if (refused := self._not_each(question, scope)) is not None:
            yield refused
            return
        words = scope.words if len(scope.documents) == 1 else each_alone(_JOINED.sub("", scope.words))
        said = question if len(scope.documents) == 1 else ""
        replies = [reply_of(d.id, words, history, self.opened, said) for d in scope.documents]
        others = () if chosen else self._beside_newest(question, scope, history)
        beside, further = others[:1], others[1:]  # to read each takes as long as the first
        beside_it = [(d, reply_of(d.id, words, history, self.opened, said)) for d in beside]

        def told() -> AnswerOut:
            return _told(replies, beside_it, further, scope, english=is_english(question))

        helper = Helper(self.settings, self.library.root / "cache") if self.settings is not None else None
        if helper is None or not any(may_help(part) for r in replies for part in r.parts):
            yield told()
            return
        if heard:
            yield told()
        for reply in replies:
            for _ in helped(reply, question, helper, heard=heard):
                if heard:
                    yield _with_usage(told(), helper)
        yield _with_usage(told(), helper)

    def _beside_newest(self, question: str, scope: Scope, history: Sequence[str]) -> tuple[Document, ...]:
        """The documents of other years of the one body that a question names, where it names no year."""
        return (
            others_of(question, scope.documents[0], self.across.catalog, history) if len(scope.documents) == 1 else ()
        )

    def _said_whole(self, question: str, history: Sequence[str]) -> tuple[str, list[str]]:
        """A question over bodies, and those before it, in the words that rules read; alone where it took one of them up by its
        place, and empty where it is not told which one that is."""
        catalog = self.across.catalog
        question = question if is_english(question) else without_closings(question, catalog)
        question = _over_bodies(_said_so(question, catalog), catalog)
        history = [_over_bodies(earlier, catalog) for earlier in history]
        if not history:
            return question, []
        question = with_same_item(the_like(question), catalog)
        whole = said_in_full(question, history, catalog)
        return (question, history) if whole is None else (_over_bodies(whole, catalog), [])

    def _of_bodies(self, question: str, history: Sequence[str]) -> AnswerOut | None:
        """The answer to what is said or asked of one body among all, or of those just found; None where it is neither."""
        if not question:
            return AnswerOut(answer=UNCLEAR, status=Status.NOT_FOUND)
        if contrary(question):
            return AnswerOut(answer="没有读懂预算和决算各取哪一列：请分开来问。", status=Status.NOT_FOUND)
        if carryover_unread(question) and _over_several(question, self.across.catalog):
            return AnswerOut(answer="没有读懂哪些数里要去掉上年结转：请问“本年收入合计”。", status=Status.NOT_FOUND)
        counted = miscounted_in_english if is_english(question) else miscounted
        if (other_number := counted(question, self.across.catalog)) != "":
            return AnswerOut(answer=other_number, status=Status.NOT_FOUND)
        if (stepped := in_steps(question, history, self)) is not None:
            return stepped
        if part := share_before(question, history, self.across.catalog):
            question = _over_bodies(part, self.across.catalog)
        documents = self.across.catalog.documents
        told = first_claimed(question, self) or one_of_all(question, self) or part_more(question, self.across, self.ask)
        if told is None and len(documents) > 1:
            told = between_years(question, self)
        if told is None and len(documents) > 1:
            told = with_project_forms(question, documents, self.view)
        if told is None and len(documents) > 1:
            told = wholly(question, documents, self)
        for reading in (
            (share_together, planned_unspent, only_those, sum_held, against_each, against_sum, against_all)
            if len(documents) > 1
            else ()
        ):
            told = told or reading(question, documents, self.across, self.view)
        if told is None and len(documents) > 1:
            told = asked_apart(question, self)
        if told is None and history:
            told = follow_up(question, history, self)
        return told

    def _unread(self, question: str, scope: Scope) -> AnswerOut | None:
        """Why a question that holds bodies against one another is not answered from the documents of one; None where it is
        read."""
        told = ""
        if len(self.across.catalog.documents) > 1 and among_all_unread(question, self):
            told = "没有读懂这一家在各家里排在哪里的说法：请问“某项最多的是哪家”。"
        elif part_of_all_unread(question):
            told = "没有读懂是哪一家的哪一项占几家合计的多少：请问“甲的某项占几家某项合计的百分之几”。"
        elif _one_alone(question, scope, self.across.catalog):
            told = "问到的几家里不是每一家都有这样的文件，不能相比，也不能合在一起算。"
        return AnswerOut(answer=told, status=Status.NOT_FOUND) if told else None

    def _not_each(self, question: str, scope: Scope) -> AnswerOut | None:
        """Why a question is not answered document by document: it is about another body, or holds two against one another."""
        if len(scope.documents) == 1:
            other = _another_body(question, scope, self)
            return _not_its_own(other, self.across.catalog, english=is_english(question)) if other else None
        if _OF_ONE_AGAINST_ANOTHER.search(scope.words) is None:
            return None
        told_of_two = "没有读懂这一家与那一家相比的说法：请问“甲的某项比乙多多少”。"
        return AnswerOut(answer=told_of_two, status=Status.NOT_FOUND)

    def _as_one(self, scope: Scope, across: Across, *, english: bool) -> AnswerOut | None:
        """The one answer that is made of all documents, or says that none or too many could be meant; else None."""
        if not scope.documents:
            return AnswerOut(answer=_nowhere(scope, across.catalog), status=Status.NOT_FOUND)
        if scope.across:
            return over_all(
                scope.words,
                scope.documents,
                across,
                self.view,
                earlier=scope.earlier,
                which=scope.which,
                named=scope.named,
                rest=scope.rest,
                english=english,
            )
        if len(scope.documents) > (_MOST if scope.unclear else _NAMED):
            return _which(scope.documents, english=english)
        return self._over_years(scope, across)

    def _over_years(self, scope: Scope, across: Across) -> AnswerOut | None:
        """A change between years that stand in documents of their own; None where one document says it, or none does."""
        words = question_text(scope.words)
        plan = read_plan(words).plan
        own = {d.institute for d in scope.documents}
        if plan.operation is not Operation.CHANGE or len(own) != 1 or not scope.documents:
            return None
        first = scope.documents[0]
        if len(scope.documents) == 1 and respond(read_plan(words), self.view(first.id))[0].found:
            return None
        alike = across.catalog.select(None, [first.kind], first.level, [first.institute], None)
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


def _told(
    replies: Sequence[Reply],
    other_years: Sequence[tuple[Document, Reply]],
    unread: Sequence[Document],
    scope: Scope,
    *,
    english: bool,
) -> AnswerOut:
    """What documents say as one answer: side by side, or one with what those of the body's other years say; `unread`: those
    of still other years."""
    parts = [(r.outcome, r.view) for r in replies]
    answer = answer_of(parts, english=english, many=len(parts) > 1)
    if other_years:
        told = [(d, answer_of([(r.outcome, r.view)], english=english, many=False)) for d, r in other_years]
        return with_other_years(answer, scope.documents[0], told, unread, english=english)
    if len(parts) < 2 or answer.status is not Status.ANSWERED:
        return answer
    if verdict := of_all(scope.words, parts):
        return answer.model_copy(update={"answer": f"{verdict}\n{answer.answer}"})
    return _beside(answer, parts, unclear=scope.unclear)


def _over_many(asked: str, read: str, answer: AnswerOut, catalog: Catalog) -> AnswerOut:
    """An answer made of many documents, checked against the question as it was read, and told as it was asked."""
    checked = of_another_among_many(read, _of_that_day(read, answer), catalog)
    return checked.model_copy(update={"answer": told_whether(asked, checked.answer)})


def _of_that_day(question: str, answer: AnswerOut) -> AnswerOut:
    """An answer over many bodies; not found where it counts things on another day than is asked for."""
    day = counted_on_other_days(question, answer)
    if not day:
        return answer
    return AnswerOut(answer=f"这些文件里的车辆和设备不都是“{day}”的数。", status=Status.NOT_FOUND)


def _refused(question: str) -> AnswerOut | None:
    """Why a question is not answered at all; None where it is one."""
    why = ""
    if len(question) > LONGEST:
        why = f"问题太长：请不超过 {LONGEST} 字。"
    elif not question.strip() or hostile(question):
        why = "这不是关于预决算公开文件的问题，不回答。"
    elif not question_text(question):
        why = "问题里只有指令，没有可以回答的内容。"
    return AnswerOut(answer=why, status=Status.REFUSED) if why else None


def _over_several(question: str, catalog: Catalog) -> bool:
    """Whether a question is about several bodies."""
    return len(catalog.documents) > 1 and (
        len(catalog.resolve(question).mentions) > 1 or ALL.search(question) is not None
    )


def _said_so(question: str, catalog: Catalog) -> str:
    """A claim about all bodies or about several, as the question that makes it itself."""
    number = len(catalog.resolve(question).mentions)
    over_all_of_them = ALL.search(question) is not None or (number and re.search(r"最[高低多少大小]", question))
    if len(catalog.documents) < 2 or (not over_all_of_them and number < 2):
        return question
    return said_so(question)


def _over_bodies(question: str, catalog: Catalog) -> str:
    """A question over bodies in the words and the order that rules read."""
    if is_english(question):
        question = spent_more(sorts_in_english(heads_written_out(question, catalog), catalog), catalog)
        resolved = catalog.resolve(question)
        return together(*masked(question, resolved)) if len(resolved.mentions) > 1 else question
    if len(catalog.documents) > 1:
        question = without_carryover(counted_as_bodies(in_other_words(without_asides(question))))
    question = former_and_latter(without_sorts(names_written_out(question, catalog), catalog), catalog)
    return bodies_first(asked_plainly(question, catalog), catalog)


def _as_read(text: str) -> str:
    """A question as it can be read: unbroken, in the simplified characters that these documents are printed in, without
    characters of private use, which mean nothing to anybody else, without what is said only to ask it, and with each body by
    one name."""
    simplified: str = _simplified().convert(_PRIVATE.sub("", unbroken(text)).strip())
    return named_in_chinese(simplified) if is_english(simplified) else without_courtesies(simplified)


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


_PRIVATE = re.compile("[\ue000-\uf8ff]")


def _earlier(history: Sequence[str]) -> list[str]:
    """The questions before one, the newest of them, without those that were too long to be answered."""
    return [q for q in (_as_read(earlier) for earlier in history[-_EARLIER:]) if len(q) <= LONGEST]


def _nowhere(scope: Scope, catalog: Catalog) -> str:
    """That the library has no document of what is named, and which it has."""
    there = "、".join(dict.fromkeys(f"{d.institute}{d.year or ''}年" for d in catalog.documents[:_MOST]))
    return f"资料库里没有{f'“{scope.absent}”' if scope.absent else '这样'}的文件，有的是：{there}{'等' if len(catalog.documents) > _MOST else ''}。"


def _which(documents: Sequence[Document], *, english: bool) -> AnswerOut:
    """The question does not say which of many documents it is about."""
    names = "、".join(f"{d.institute}{d.year or ''}年" for d in documents[:_MOST])
    told = f"资料库里有 {len(documents)} 份文件，请说明是哪个单位、哪一年的，例如：{names}。"
    if english:
        told = f"There are {len(documents)} documents: please say which institute and year, for example {names}."
    return AnswerOut(answer=told, status=Status.AMBIGUOUS)


_COMPARES = re.compile(r"差(?:了|距|额|是|有)*(?:多少|几|多大)|比(?!例|重|率)|减去?|相当于|(?:几|多少)倍|谁|哪[家个]")
_ADDS = re.compile(rf"{TOGETHER.pattern}|平均")


def _one_alone(question: str, scope: Scope, catalog: Catalog) -> bool:
    """Whether a question holds several bodies that it names against one another, of which only one is left, or makes one
    amount of all of them, of which one is not there."""
    mentions = catalog.resolve(question).mentions
    named = {name for names in mentions for name in names}
    left = {d.institute for d in scope.documents}
    if len(named) > 1 and len(left) == 1 and _COMPARES.search(scope.words) is not None:
        return True
    if not 0 < len(left) < len(named) == len(mentions):
        return False
    words = in_chinese(scope.words) if is_english(question) else scope.words
    return _ADDS.search(words) is not None and scope.across and left < named


def _beside(answer: AnswerOut, parts: Sequence[tuple[Outcome, View]], *, unclear: bool) -> AnswerOut:
    """An answer of several documents with what they come to beside one another."""
    text, figures = side_by_side(parts)
    return answer.model_copy(
        update={
            "answer": "\n".join(filter(None, (answer.answer, "" if unclear else without_it(parts), text))),
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


_OF_ONE_AGAINST_ANOTHER = re.compile(
    r"(?:比|高于|低于|超过|大于|小于|多于|少于)的?(?:还要?)?(?:(?:多|少|高|低|大|小)出?\d[^,，]*)?[,，]?(?:对|是)(?:吗|不对|吧)|是的?(?:[\d.]+|[一二两三四五六七八九十]+)倍[^,，]*[,，]?(?:对|是)?(?:吗|不对|吧)"
)
"""What is left of a claim that holds two bodies against one another, without their names."""


def _another_body(question: str, scope: Scope, answering: Answering) -> str:
    """The body that a question to one document names, where it is not the document's and is nowhere in it."""
    document = scope.documents[0]
    named = answering.across.catalog.resolve(question)
    others = [names for names in named.mentions if document.institute not in names]
    if others:
        spans = [s for s in named.spans if s.what == "institute"]
        told = [
            (folded(question[s.start : s.end]), names)
            for s, names in zip(spans, named.mentions, strict=True)
            if names in others
        ]
        whole = [body for body, names in told if any(body in forms(name) for name in names)]
        if whole:
            return whole[0]
        said = [body for body, _ in told]
    else:
        said = [body_in(question)] if not named.by_name else []
        if beside := answering.across.catalog.beside(question):
            return beside
        if (alike := like_body_in(question, document.institute)) or (alike := joined_body_in(question)):
            said.append(alike)
    return next((body for body in said if body and not _speaks_of(answering.view(document.id), folded(body))), "")


def _speaks_of(view: View, body: str) -> bool:
    """Whether a document is a body's own, or has its name anywhere."""
    disclosure = view.disclosure
    institute = folded(disclosure.meta.institute)
    if not institute or in_order(body, institute):
        return True
    texts = (*(p.text for p in disclosure.paragraphs), *(p.name for p in disclosure.projects))
    return any(body in folded(text) for text in texts) or any(body in name for name in view.vocabulary)


def _not_its_own(body: str, catalog: Catalog, *, english: bool) -> AnswerOut:
    """That a document is not about a body that a question names, or which ones may be meant where several are called so."""
    several = catalog.beginning_with(body)
    if len(several) > 1:
        names = (", " if english else "、").join(several)
        which = f"“{body}” may be: {names}. Which one?" if english else f"“{body}”可以是：{names}。请写全称。"
        return AnswerOut(answer=which, status=Status.AMBIGUOUS)
    told = f"The document is not about “{body}”." if english else f"这份文件不是“{body}”的，没有它的数字。"
    return AnswerOut(answer=told, status=Status.NOT_FOUND)
