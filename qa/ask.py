"""A question put to a library: which documents it is about, one answer from their figures and words, checked."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from extract.errors import UsageError
from extract.text import folded, unbroken
from prompts import ModelSettings
from qa.across import Across
from qa.against import against_all
from qa.against_sum import against_sum
from qa.answer import NOWHERE, AnswerOut, Outcome, QaUsage, Quote, Status
from qa.arithmetic import difference, total
from qa.asides import contrary
from qa.beside import over_years, side_by_side
from qa.bodies import bodies_first
from qa.bodies_before import UNCLEAR, in_two_steps, of_bodies_before, share_before, with_same_item
from qa.catalog import Catalog, Document
from qa.compose import answer_of
from qa.context import Turn, planned_for, split_words
from qa.english import is_english
from qa.figures import View
from qa.gist import gist
from qa.groups import body_in, joined_body_in, like_body_in
from qa.help import Part, Reply, helped, may_help
from qa.idioms import SO_MANY
from qa.lexicon import numbered_tables
from qa.many import over_all, share_of_all
from qa.model import Helper
from qa.names import forms, in_order, kind_words, without_short_name
from qa.numerals import number_of
from qa.only import only_those
from qa.opened import Opened
from qa.operations import Operation
from qa.plan import read_plan
from qa.project_forms import with_project_forms
from qa.remarks import opens_with_talk, without_remarks
from qa.resolve import Match
from qa.respond import respond
from qa.retrieve import Retriever
from qa.said_so import said_so
from qa.scope import Scope, scope_of
from qa.sentences import clauses_that_ask, hostile, question_text, sentences_of
from qa.store import IndexMissingError
from qa.sum_held import part_more, sum_held
from qa.survey import ALL
from qa.targets import Target
from qa.terms import Terms, spot
from qa.texts import Search
from qa.topic import topic_in_place

_MOST = 6  # documents that are answered for one by one where the question names none
_NAMED = 24  # and where it does
LONGEST = 500
"""Characters of a question; the time that reading takes grows with their square."""
_EARLIER = 30  # questions before it that it may lean on


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
        question, history = unbroken(question).strip(), _earlier(history)
        if (told_why := _refused(question)) is not None:
            yield told_why
            return
        across = self.across
        chosen = self.library.find(document) if document else ""
        if not chosen:
            question = bodies_first(_said_so(question, across.catalog), across.catalog)
            history = [bodies_first(earlier, across.catalog) for earlier in history]
            question = with_same_item(question, across.catalog) if history else question
        if not chosen and contrary(question):
            yield AnswerOut(answer="没有读懂预算和决算各取哪一列：请分开来问。", status=Status.NOT_FOUND)
            return
        if not chosen and (of_many := self._of_bodies(question, history)) is not None:
            yield of_many
            return
        scope = scope_of(question, across.catalog, history, chosen)
        if (whole := self._as_one(scope, across, english=is_english(question))) is not None:
            yield whole
            return
        other = self._another_body(question, scope) if len(scope.documents) == 1 else ""
        if other:
            yield _not_its_own(other, english=is_english(question))
            return
        if len(scope.documents) > 1 and _OF_ONE_AGAINST_ANOTHER.search(scope.words):
            told_of_two = "没有读懂这一家与那一家相比的说法：请问“甲的某项比乙多多少”。"
            yield AnswerOut(answer=told_of_two, status=Status.NOT_FOUND)
            return
        words = scope.words if len(scope.documents) == 1 else _JOINED.sub("", scope.words)
        replies = [self._reply(d.id, words, history) for d in scope.documents]

        def told() -> AnswerOut:
            parts = [(r.outcome, r.view) for r in replies]
            answer = answer_of(parts, english=is_english(question), many=len(parts) > 1)
            beside = len(parts) > 1 and answer.status is Status.ANSWERED
            return _beside(answer, parts, unclear=scope.unclear) if beside else answer

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

    def _of_bodies(self, question: str, history: Sequence[str]) -> AnswerOut | None:
        """The answer to what is said or asked of one body among all, or of those just found; None where it is neither."""
        if (stepped := in_two_steps(question, history, self.across.catalog)) is not None:
            return self._in_steps(*stepped, history)
        question = share_before(question, history, self.across.catalog) or question
        told = self._said_first(question) or self._share_of_all(question) or self._first_and_its_own(question)
        documents = self.across.catalog.documents
        told = told or part_more(question, self.across, self.ask)
        if told is None and len(documents) > 1:
            told = with_project_forms(question, documents, self.view)
        for reading in (only_those, sum_held, against_sum, against_all) if len(documents) > 1 else ():
            told = told or reading(question, documents, self.across, self.view)
        if told is None and history:
            told = self._of_bodies_before(question, history) or self._of_the_other(question, history)
            told = told or self._against_the_last(question, history)
            told = told or self._of_those_found(question, history)
        return told

    def _of_bodies_before(self, question: str, history: Sequence[str]) -> AnswerOut | None:
        """What is made of the bodies that the questions before named (两者差多少); None where it is not about those."""
        whole = of_bodies_before(question, history, self.across.catalog)
        if whole is None:
            return None
        return self.ask(whole) if whole else AnswerOut(answer=UNCLEAR, status=Status.NOT_FOUND)

    def _in_steps(self, first: str, then: str, history: Sequence[str]) -> AnswerOut:
        """The answer to a question that names one more body, and to what it asks of all of them after that."""
        if not first:  # only what they come to is asked
            first, then = re.split(r"(?<=呢？)", then, maxsplit=1)
            return self.ask(then, None, (*history, first))
        told = self.ask(first, None, history)
        return _one_after_another(told, self.ask(then, None, (*history, first)))

    def _against_the_last(self, question: str, history: Sequence[str]) -> AnswerOut | None:
        """How much more the body of the last question has than another that is named now (比某某局多多少); None where it is
        not about those two."""
        m = _AGAINST.match(question)
        before, now = self.across.catalog.resolve(history[-1]), self.across.catalog.resolve(question)
        if m is None or any(len(r.mentions) != 1 or len(r.mentions[0]) != 1 for r in (before, now)):
            return None
        (one,), (other,) = before.mentions[0], now.mentions[0]
        item = _MUCH.sub("", before.without(history[-1])).strip("的，,。？? ")
        rest = now.without(question)[m.end() :]
        if one == other or not item or not _HELD_AGAINST.match(rest):
            return None
        return self.ask(f"{one}的{item}{m['how']}{other}{rest}")

    def _of_the_other(self, question: str, history: Sequence[str]) -> AnswerOut | None:
        """The question before, of the other body of two that have published such a document (那另一家做决算的呢); None where
        it is not about that, or there are more than two."""
        m = _OTHER_OF_KIND.match(question)
        before = self.across.catalog.resolve(history[-1])
        if m is None or len(before.mentions) != 1:
            return None
        kind = "final" if m["kind"] == "决算" else "budget"
        rest = [d for d in self.across.catalog.documents if d.kind == kind and d.institute not in before.mentions[0]]
        if len({d.institute for d in rest}) != 1:
            return AnswerOut(answer=f"没有读懂是哪一家：{m['kind']}有好几份。", status=Status.NOT_FOUND)
        told = self.ask(before.without(history[-1]), rest[0].id)
        return told.model_copy(update={"answer": f"{rest[0].institute}：{told.answer}"})

    def _said_first(self, question: str) -> AnswerOut | None:
        """Whether the body that somebody says has the most, or the least, is the one (三公经费最高的是某某局，对吗); None where
        nothing of the sort is said."""
        question = re.sub(r"[,，]?(?:排名?|排在|位列|位居)?第一的(?=就?是)", "最高的", question)
        strictly = _THAN_EVERY.search(question) is not None
        question = _WHETHER_MOST.sub(r"是不是最\g<way>的", question)
        if strictly:
            claim = _THAN_EVERY.sub(r"最\g<way>", said_so(question))
            question = claim if re.search(r"吗[?？]?$", claim) else f"{claim.rstrip('?？。')}，对吗？"
        question = _WHETHER_FIRST.sub(r"\g<body>的\g<what>是最\g<way>的，对吗？", question)
        m = _SAID_FIRST.match(question) or _IS_SAID_FIRST.match(question)
        said = {k: v for k, v in m.groupdict().items() if v} if m is not None else {}
        body, what = said.get("body") or said.get("of", ""), said.get("what") or said.get("item", "")
        named = self.across.catalog.resolve(body).mentions
        if m is None or len(named) != 1:
            return None
        told = self.ask(f"哪家单位的{what}最{said.get('way') or said.get('most') or '多'}？")
        head = re.match(r"最[高低]的是 ", told.answer)
        if told.status is not Status.ANSWERED or head is None:
            return told
        first = [n for n, part in enumerate(told.answer[head.end() :].split("；其次 ")) if part.startswith(named[0])]
        sizes = [Decimal(f.amount_yuan or f.value) for f in told.figures]
        alike = sum(size == sizes[0] for size in sizes[: told.answer.count("；其次 ") + 1])
        right = any(sizes[n] == sizes[0] for n in first) and not (strictly and alike > 1)
        yes = "是（并列），" if alike > 1 else "是，"
        return told.model_copy(update={"answer": (yes if right else "不是，") + told.answer})

    def _of_those_found(self, question: str, history: Sequence[str]) -> AnswerOut | None:
        """The answer to a question about the body that the last one found first (其中货物多少), or about those that it listed
        (它们的三公经费合计多少); None where it is not about those."""
        m = _OF_THOSE.match(question)
        if m is None or self.across.catalog.resolve(question).by_name or not self.across.catalog.documents[1:]:
            return None
        last = self.ask(history[-1], None, history[:-1])
        found = list(dict.fromkeys(c.document for c in last.citations))
        listed = re.match(r"\d+ 份文件里有 (\d+) 家：", last.answer)
        rest = question[m.end() :]
        if last.status is not Status.ANSWERED or not found:
            return None
        if listed is not None and int(listed[1]) == len(found):
            chosen = [self.across.catalog.by_id[d] for d in found]
            return over_all(rest, chosen, self.across, self.view, named=True)
        if re.match(r"最[高低]的是 ", last.answer) is None or m["many"]:
            return None
        item = re.sub(r"(?:的)?最[高低多少大小].*$", "", history[-1])
        told = self.ask(rest, found[0], [re.sub(r"(?:哪|谁)(?:一?[个家])?(?:单位|机构|部门)?的?", "", item)])
        body = self.across.catalog.by_id[found[0]]
        return told.model_copy(
            update={"answer": f"{body.institute}{f' {body.year} 年' if body.year else ''}：{told.answer}"}
        )

    def _first_and_its_own(self, question: str) -> AnswerOut | None:
        """What the body that has the most, or the least, of one thing has of another (会议费最多的单位，它的培训费是多少); None
        where that is not asked."""
        if (share := _FIRST_AND_SHARE.match(question)) is not None and not self.across.catalog.resolve(
            question
        ).by_name:
            item = re.sub(r"(?:谁|哪[家个](?:单位)?)的?", "", share["item"])
            of_it = f"它的{item}占{share['whole']}的比重是多少？"
            told = self.ask(f"{share['item']}最{share['way']}的是哪家？")
            part = self._of_those_found(of_it, [f"{share['item']}最{share['way']}的是哪家？"])
            return _one_after_another(told, part) if part is not None else None
        m = _FIRST_AND_ITS.match(question)
        if m is None or self.across.catalog.resolve(question).by_name:
            return None
        return self._of_those_found(m["its"], [f"{m['first']}的是哪家？"])

    def _share_of_all(self, question: str) -> AnswerOut | None:
        """What part of what all have is one body's (占六家合计的百分之几); None where that is not asked."""
        question = _ALL_FIRST.sub(r"\g<who>的\g<item>占\g<all>合计的\g<how>", question)
        m = _OF_ALL.search(question)
        if m is None:
            return None
        resolved = self.across.catalog.resolve(question)
        if not resolved.mentions and (ranked := self._first_and_its_share(question, m)) is not None:
            return ranked
        if len(resolved.mentions) != 1 or len(resolved.mentions[0]) != 1:
            return None
        item = _WHO_HAVE.sub(r"\g<item>", resolved.without(f"{question[: m.start()]}{question[m.end() :]}"))
        item = re.sub(r"^车子?(?=的?$)", "车辆", item)
        number = m["number"] or m["many"]
        told = number and number_of(number)
        documents = tuple(d for d in self.across.catalog.documents)
        return share_of_all(item, resolved.mentions[0][0], told or 0, documents, self.across, self.view)

    def _first_and_its_share(self, question: str, asked: re.Match[str]) -> AnswerOut | None:
        """Who has the most, and what part of what all have that is (…最高的是哪家，占六家总和的百分之几); None where no
        ranking is asked."""
        before = question[: asked.start()].rstrip("，,；;。？? ")
        asks = "" if re.search(r"哪|谁", before) else "是哪家"
        before = re.sub(r"(?<=最[高低多少大小])的?(?:那|这)?一?(?:家|个)(?:单位)?$", "的", before)
        told = self.ask(f"{before}{asks}？") if re.search(r"最[高低多少大小]", before) else None
        if told is None or told.status is not Status.ANSWERED or re.match(r"最[高低]的是 ", told.answer) is None:
            return None
        first = self.across.catalog.by_id[told.citations[0].document]
        item = re.sub(r"(?:的)?最[高低多少大小].*$", "", before)
        part = share_of_all(item, first.institute, 0, self.across.catalog.documents, self.across, self.view)
        if part.status is not Status.ANSWERED:
            return told.model_copy(
                update={"confidence_note": "；".join(filter(None, (told.confidence_note, part.answer)))}
            )
        return _one_after_another(told, part)

    def _another_body(self, question: str, scope: Scope) -> str:
        """The body that a question to one document names, where it is not the document's and is nowhere in it."""
        document = scope.documents[0]
        named = self.across.catalog.resolve(question)
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
            if (alike := like_body_in(question, document.institute)) or (alike := joined_body_in(question)):
                said.append(alike)
        return next((body for body in said if body and not _speaks_of(self.view(document.id), folded(body))), "")

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

    def _reply(self, document: str, question: str, history: Sequence[str]) -> Reply:
        """What rules find in one document, sentence by sentence."""
        view = self.view(document)
        turns: list[Turn] = []
        own = self.across.catalog.by_id[document].institute
        for earlier in history:
            named = self.across.catalog.resolve(earlier)
            elsewhere = named.institutes
            if elsewhere and own not in elsewhere:
                earlier = named.without(earlier, ("institute",))
            for sentence in sentences_of(question_text(earlier)):
                turn = respond(planned_for(_of_document(sentence, view), view), view, turns)[1]
                if elsewhere and own not in elsewhere:  # the year of another body's document is not this one's
                    turn = replace(turn, plan=turn.plan.model_copy(update={"year": None}))
                turns.append(turn)
        plain = without_remarks(question, view)
        if plain != question and opens_with_talk(question):
            parts = self._parts_of(document, plain, view, turns)
            if parts and all(part.outcome.found for part in parts):
                return Reply(view, parts)
        parts = self._parts_of(document, question, view, turns)
        if not any(part.outcome.found for part in parts):
            again = self._parts_of(document, plain, view, turns) if plain != question else []
            parts = again if again and all(part.outcome.found for part in again) else parts
            if not any(part.outcome.found or part.outcome.certain for part in parts):
                parts = self._by_gist(document, plain, view, turns) or parts
        return Reply(view, parts)

    def _by_gist(self, document: str, question: str, view: View, before: Sequence[Turn]) -> list[Part]:
        """What is found for the gist of a question that was not understood word by word; nothing where it has none."""
        text = _of_document(question_text(question).rstrip("?？。."), view)
        told = gist(text, view) if not before and not is_english(question) else ""
        parts = self._parts(document, [told], view, before) if told else []
        if not all(part.outcome.found for part in parts):
            return []
        for part in parts:
            part.outcome.notes.append(f"按“{told}”理解")
        return parts

    def _parts_of(self, document: str, question: str, view: View, before: Sequence[Turn]) -> list[Part]:
        """What rules find for the sentences of a question, each after those before it."""
        turns = list(before)
        parts: list[Part] = []
        for sentence in sentences_of(question_text(question)):
            if parts and _told_already(sentence, parts[-1].outcome, view):
                continue
            own_parts = self._parts(document, [sentence], view, turns, parts)
            pieces = clauses_that_ask(sentence) if not own_parts[0].outcome.found else []
            if len(pieces) > 1:
                apart = self._parts(document, pieces, view, turns)
                own_parts = apart if all(part.outcome.found for part in apart) else own_parts
            parts += own_parts
            turns += [part.turn for part in own_parts]
        return parts

    def _parts(
        self, document: str, sentences: Sequence[str], view: View, before: Sequence[Turn], told: Sequence[Part] = ()
    ) -> list[Part]:
        """What rules find for each of some sentences, each after those before it; `told`: the parts before the first."""
        turns = list(before)
        parts: list[Part] = []
        for sentence in sentences:
            if parts and _told_already(sentence, parts[-1].outcome, view):
                continue
            asked = planned_for(_of_document(sentence, view), view)
            outcome, turn = respond(asked, view, turns, self._search(document))
            last = parts[-1:] or told[-1:]
            if last:
                told_of = (_gap_of_told(sentence, last[0].outcome, view), _sum_of_told(sentence, last[0].outcome, view))
                outcome = next((own for own in told_of if own is not None), outcome)
            parts.append(Part(asked, outcome, turn, turns[-1].items if turns else ()))
            turns.append(turn)
        return parts

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


def _told_already(sentence: str, before: Outcome, view: View) -> bool:
    """Whether a sentence asks no more than how far two things are apart (一致吗？差多少), after one that told it or that was not
    understood."""
    if _GAP_ASKED.match(sentence) is None or any(split_words(sentence, view)):
        return False
    return not before.found or "相差" in before.text


def _gap_of_told(sentence: str, before: Outcome, view: View) -> Outcome | None:
    """How far the two amounts are apart that the sentence before it told (分别是多少？相差多少); None where that is not asked, or
    it did not tell two."""
    if _GAP_ASKED.match(sentence) is None or any(split_words(sentence, view)):
        return None
    told = [s.sources[0] for s in before.stated if len(s.sources) == 1 and not s.how]
    return difference(*told) if len(told) == len(before.stated) == _PAIR else None


def _sum_of_told(sentence: str, before: Outcome, view: View) -> Outcome | None:
    """What the amounts come to that the sentence before it told (分别是多少？总共又是多少); None where that is not asked, or it did
    not tell several."""
    if _SUM_ASKED.match(sentence) is None or any(split_words(sentence, view)):
        return None
    told = [s.sources[0] for s in before.stated if len(s.sources) == 1 and not s.how]
    if len(told) != len(before.stated) or len(told) < _PAIR:
        return None
    return total([Target(Terms((), (), ()), (Match(f, 1.0),)) for f in told])


_SUM_ASKED = re.compile(
    r"(?:那么?|再|又|还)*(?:加(?:在|到)?一(?:起|块儿?)|加起来|合起来|合计|一共|总共|共计|加总)(?:又|再|一共|总共)*(?:是|有|为)?(?:多少|几)(?:钱|万元|元)?呢?|加总呢"
)


_PAIR = 2
_GAP_ASKED = re.compile(
    r"(?:那么?|两者|二者|两个数|两项|它们|这两个数)*(?:之间)?(?:的)?(?:相?差|差额|差距)(?:了|是|有|出)*(?:多少|几)(?:钱|万元|元)?"
    r"|(?:又|还)?(?:省|节约|节省|结余|剩)(?:下来?|了)*多少(?:钱|万元)?"
)


def _one_after_another(told: AnswerOut, then: AnswerOut) -> AnswerOut:
    """Two answers as one: the figures and citations of both, in order."""
    if Status.ANSWERED is not told.status or then.status is not Status.ANSWERED:
        return told if told.status is not Status.ANSWERED else then
    return told.model_copy(
        update={
            "answer": f"{told.answer}\n{then.answer}",
            "figures": (*told.figures, *then.figures),
            "citations": tuple(dict.fromkeys((*told.citations, *then.citations))),
        }
    )


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


def _said_so(question: str, catalog: Catalog) -> str:
    """A claim about all bodies or about several, as the question that makes it itself."""
    number = len(catalog.resolve(question).mentions)
    over_all_of_them = ALL.search(question) is not None or (number and re.search(r"最[高低多少大小]", question))
    if len(catalog.documents) < 2 or (not over_all_of_them and number < _PAIR):
        return question
    return said_so(question)


def _earlier(history: Sequence[str]) -> list[str]:
    """The questions before one, the newest of them, without those that were too long to be answered."""
    return [q for q in (unbroken(earlier).strip() for earlier in history[-_EARLIER:]) if len(q) <= LONGEST]


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


def _not_its_own(body: str, *, english: bool) -> AnswerOut:
    told = f"The document is not about “{body}”." if english else f"这份文件不是“{body}”的，没有它的数字。"
    return AnswerOut(answer=told, status=Status.NOT_FOUND)


def _speaks_of(view: View, body: str) -> bool:
    """Whether a document is a body's own, or has its name anywhere."""
    disclosure = view.disclosure
    institute = folded(disclosure.meta.institute)
    if not institute or in_order(body, institute):
        return True
    texts = (*(p.text for p in disclosure.paragraphs), *(p.name for p in disclosure.projects))
    return any(body in folded(text) for text in texts) or any(body in name for name in view.vocabulary)


def _of_document(text: str, view: View) -> str:
    """A question in the document's terms: without the institute's name, as it is about that anyway, and with tables by
    what they are where it gives their number (表3, 公开06表)."""
    name = folded(view.disclosure.meta.institute)
    for own in sorted(
        {name, re.sub(r"\([^()]*\)", "", name), *re.findall(r"\(([^()]{4,})\)", name)}, key=len, reverse=True
    ):
        if own:
            text = text.replace(own, "")
    text = _that_row(_its_project(text, view), view)
    text = _carried(_without_this_one(without_short_name(text, name), view), view.disclosure.meta.year)
    return topic_in_place(numbered_tables(text, view.numbered), view)


_THAT_ROW = re.compile(r"(?:这|该|此|那)(?:个|一)?(?:科目|款|项(?!目)|类)(?=的|里|中)")


def _that_row(text: str, view: View) -> str:
    """A question about a row that a clause before it names (为了弄清某科目，这个科目的收入是多少), by its name."""
    m = _THAT_ROW.search(text)
    before = text[: m.start()] if m is not None else ""
    if m is None or "," not in before:
        return text
    rows = {t.text for t in spot(before, view).terms if t.names and not t.fuzzy and not t.tables and not t.total}
    return rows.pop() + text[m.end() :] if len(rows) == 1 else text


_STEM = 4
_KIND_OF_PROJECT = re.compile(r"(?:专项|项目|经费|资金|补助)+$")
_THE_PROJECT = re.compile(r"(?:这个?|该|本)(?:专项|项目)(?!支出|资金支出|绩效表|总)(?=的|要|，|,|有|是|里|共|能)")


def _its_project(text: str, view: View) -> str:
    """A question about this project (该项目的资金), by the name of the only one that the document has."""
    names = {p.name for p in view.disclosure.projects}
    for name in sorted(names, key=len, reverse=True):
        own = folded(name)
        stem = _KIND_OF_PROJECT.sub("", own)
        if own not in text and len(stem) >= _STEM and stem in text and not any(stem in n for n in names if n != name):
            text = re.sub(rf"{re.escape(stem)}(?:这个|那个|的)?(?:专项|项目)*", own, text)
    return _THE_PROJECT.sub(folded(names.pop()), text, count=1) if len(names) == 1 else text


_CARRIED = re.compile(
    r"(?:上年|去年|从)?(?P<from>20\d\d)?年?(?:没有?(?:花|用)完[,，、]?)?(?:结?转|留|带)(?:到|至|入|给|过来|下来)+(?P<to>20\d\d)?年?(?:度)?(?:接着|继续)?(?:用|使用|花)?的(?:结转结余|结转和结余|资金|钱|部分)?"
)


def _carried(text: str, year: int | None) -> str:
    """A question that says by years what is carried over (留到2025年用的, 从2023年带过来的), by what tables call it."""

    def called(m: re.Match[str]) -> str:
        if year is None or not (m["from"] or m["to"]):
            return m[0]
        if m["to"] is not None:
            return "结转下年" if int(m["to"]) == year + 1 else "上年结转" if int(m["to"]) == year else m[0]
        return "上年结转" if int(m["from"]) == year - 1 else m[0]

    return _CARRIED.sub(called, text)


def _without_this_one(text: str, view: View) -> str:
    """A question without words for its document's body (这个单位的, 局里); 那机构运行呢 begins with the name of an item."""
    named = _printed_in(text, view)
    text = _THIS_ONE.sub(lambda m: m[0] if any(m.start() < start < m.end() < end for start, end in named) else "", text)
    named = _printed_in(text, view)
    for start, end in sorted(kind_words(text, folded(view.disclosure.meta.institute)), reverse=True):
        if all(end <= a or b <= start for a, b in named):
            text = text[:start] + text[end:]
    return text


def _printed_in(text: str, view: View) -> list[tuple[int, int]]:
    """Where the printed names of a document stand in a text."""
    found = []
    for name in view.vocabulary:
        at = text.find(name) if len(name) > 2 else -1
        while at >= 0:
            found.append((at, at + len(name)))
            at = text.find(name, at + 1)
    return found


_OF_ONE_AGAINST_ANOTHER = re.compile(
    r"(?:比|高于|低于|超过|大于|小于|多于|少于)的?(?:还要?)?(?:(?:多|少|高|低|大|小)出?\d[^,，]*)?[,，]?(?:对|是)(?:吗|不对|吧)|是的?(?:[\d.]+|[一二两三四五六七八九十]+)倍[^,，]*[,，]?(?:对|是)?(?:吗|不对|吧)"
)
"""What is left of a claim that holds two bodies against one another, without their names."""
_ALL_BODIES = r"(?:这|那|全部|所有|全体|全库|库里)*(?:{number}(?:家|个单位|个部门|个机构|份)(?:单位|机构|部门|文件)?|(?:各|全部|所有)(?:家|单位|机构|部门|文件|家单位))"
_OF_ALL = re.compile(
    rf"[在于]{_ALL_BODIES.format(number='(?P<many>[一二两三四五六七八九十]+|[0-9]+)')}的?(?:合计|总和|总数|总额|之和)(?:里面?|中|当中)占(?:了|到)?(?:多少|几成|百分之(?:几|多少)|(?:多大)?的?(?:比例|比重))"
    rf"|占(?:到|了)?{_ALL_BODIES.format(number='(?P<number>[一二两三四五六七八九十]+|[0-9]+)')}的?(?:[\u4e00-\u9fff“”]{{2,12}}?)?的?(?:合计|总和|总数|总额|加总|之和|总量|加起来)*的?(?:多少|几成|百分之(?:几|多少)|(?:多大)?的?(?:比例|比重|份额)(?:是)?(?:多少|多大)?)"
)
"""Words that ask what part of what all bodies have is one's."""
_ALL_FIRST = re.compile(
    r"^(?P<all>[一二两三四五六七八九十\d]+家(?:单位)?|(?:所有|全部)单位)的?(?P<item>[^,，]{1,14}?)(?:的)?(?:(?:加在一起|加起来|合计|合在一起|总和|之和|总额|总量)(?:里面?|里头|中|当中)?|里面?|里头|中|当中|之中)[,，](?P<who>[^,，]{2,}?)占(?:了|到)?(?:其中)?的?(?P<how>多少|几成|百分之(?:几|多少)|多大(?:的)?(?:比例|比重|份额))[?？]?$"
)
_WHO_HAVE = re.compile(r"^有(?P<item>[^,，]{2,14}?)的[一二两三四五六七八九十\d]+家(?:单位)?(?:里面?|中|当中)[,，]?")
_AGAINST = re.compile(r"^(?:那么?|它)?(?P<how>比|是|和|与|跟)(?![上去前])")
_HELD_AGAINST = re.compile(r"^的?(?:相?比[,，]?)?(?:要|还)?(?:[多少高低大小]|相?差|(?:几|多少)倍|百分之)")
"""How a body is held against that of the question before."""
_MUCH = re.compile(r"(?:一共|总共)?(?:是|有|为)?(?:多少|几)(?:钱|万元|元|辆|台)?[?？]?$")
_FIRST_AND_SHARE = re.compile(
    r"^(?P<item>[^,，?？最]{2,30}?)最(?P<way>[高多大低少小])的?(?:是|那)?(?:一)?(?:哪|家|个|谁)*(?:单位|机构|部门)?[,，?？]占(?:了|到)?(?:它|其|该单位|这家|那家|自己)(?:自己|单位)?的?(?P<whole>[^,，?？]{2,12}?)的?(?:多少|几成|百分之(?:几|多少)|(?:比例|比重)(?:是)?(?:多少)?)[?？]?$"
)
"""Who has the most of something, and what part that is of another thing of its own."""
_FIRST_AND_ITS = re.compile(
    r"^(?P<first>[^,，?？]{2,40}?最[高多大低少小])的?(?:是|那)?(?:一)?(?:哪|家|个|谁)*(?:单位|机构|部门)?[,，?？](?P<its>(?:它|其|该单位|这家(?:单位)?|那家(?:单位)?)的.+)$"
)
_OTHER_OF_KIND = re.compile(
    r"^(?:那么?)?另(?:外)?(?:那)?一?(?:家|个)(?:做|出|公开|编制?|公布)?(?:了)?(?P<kind>决算|预算)的?(?:单位|机构|部门)?呢?[?？]?$"
)
"""The one of two that has published such a document and was not asked about before."""
_OF_THOSE = re.compile(
    r"^(?:那么?)?(?:(?P<many>它们|他们|这些(?:单位|机构|部门)|这几家(?:单位)?|上述(?:单位|机构))|其中|它|该单位|这家(?:单位)?|那家(?:单位)?|这个单位)的?(?!哪|最[多少高低大小](?:的)?呢)(?=..)"
)
"""Words for what the question before found among many."""
_SAID_FIRST = re.compile(
    r"^(?P<what>[^,，?？是]{2,40}?)最(?P<way>[高低多少大小])的(?:单位|机构|部门|一家|那家)?(?:就)?是(?P<body>[^,，?？]{4,}?)[,，]?(?:对不对|对吗|是吗|对吧|吗|吧)[?？]?$"
)
_WHETHER_MOST = re.compile(
    rf"(?:是不是|是否)(?:在)?(?:全库|{SO_MANY})(?:里面?|里头|中|当中|之中)?(?:是)?最(?P<way>[高低多少大小])(?:的)?(?:一家|那家|单位)?(?=[?？]?$)"
)
_THAN_EVERY = re.compile(
    r"(?:是不是|是否)?比(?:别家|谁家?|(?:别的|其他|其它|其余|另外|剩下)的?(?:[二三四五六七八九十\d]+|几|各|所有|任何|每)*(?:一)?(?:家|个)?(?:单位|部门|机构)?|(?:任何|每)一?(?:家|个)(?:单位|部门|机构)?)(?:都)(?:还|要|来得)*(?P<way>多|高|大|少|低|小)"
)
"""What one body is said to have more of than each other (比别家都多)."""
_WHETHER_FIRST = re.compile(
    r"^(?:是不是|是否)(?P<body>[^,，?？的]{4,}?)的(?P<what>[^,，?？是]{1,20}?)(?:是)?(?:(?:全库|库里|所有单位|各家)(?:里面?|中)?)?最(?P<way>[高低多少大小])(?:的)?[?？]?$"
)
_IS_SAID_FIRST = re.compile(
    r"^(?P<body>[^,，?？的]{4,}?)的(?P<what>[^,，?？是]{1,40}?)(?:(?:是|在)?(?:全库|(?:整个)?(?:资料)?库|这批(?:单位|文件)?|[这那]?[二三四五六七八九十\d]+(?:家|个单位|个部门)|(?:所有|全部|各)(?:单位|家|机构|部门))(?:里面?|中|当中|之中)?(?:是)?)?(?:是)?(?:最(?P<way>[高低多少大小])(?:的)?(?:一家|那家|单位)?|超过了?(?:其他|其它|别的|其余)(?:所有|全部|各|几家|[一二两三四五六七八九]家)*的?(?:单位|机构|部门|家)?)[,，]?(?:对不对|对吗|是吗|是不是|对吧|吗|吧)[?？]?$|^(?P<of>[^,，?？的]{4,}?)的(?P<item>[^,，?？是]{1,40}?)是(?:不是|否)最(?P<most>[高低多少大小])(?:的)?[?？]?$"
)
_THIS_ONE = re.compile(
    r"(?:该|(?<![标样课剧版脚文书底])本|贵|这个?|那个?|这家|那家|咱们?这?个?|我们)(?:单位|部门|机构|机关|街道|中心|研究所|所|研究院|院|局|校|学校|馆|站|厅|委)(?:里|内|上)?的?(?=.{2})"
)
