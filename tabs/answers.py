"""Questions and answers as the page shows them: the figure first, then what it rests on, each source a button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from extract.errors import GoujiError, LibraryError
from extract.feedback import Feedback, record_feedback
from extract.model import Kind, State, Verdict
from extract.text import unbroken
from qa.answer import NOWHERE, AnswerOut, Citation, StatedFigure, Status, money, trust
from qa.documents.catalog import Document
from tabs.desk import Desk
from tabs.markup import MOST_PLACES, Place, badge, button, carried, esc, lines, note, show, whole
from tabs.words import Words

MOST_TURNS = 30
_RECENT = 20  # turns that stay when there would be more: dropping one each time would draw all others anew each time
LONGEST = 500  # characters of a question
_HISTORY = 8
_DIGITS = 30
_SUGGESTED = 6
_LISTED = 12  # sources under an answer
_DOCUMENT = (
    "公务接待费是多少？",
    "“三公”经费一共多少？",
    "总支出是多少？",
    "人员经费是多少？",
    "项目支出占总支出的比例是多少？",
    "一般公共预算支出比上年增减多少？",
    "政府采购总额是多少？",
)
_LIBRARY = ("谁的公务接待费最高？", "各单位的总支出分别是多少？", "哪个单位的“三公”经费最少？")
_DOCUMENT_EN = (
    "How much is spent on official hospitality?",
    "What is the total expenditure?",
    "What is the total of the three public expenses?",
    "What share of expenditure is project expenditure?",
)
_LIBRARY_EN = (
    "Which institute spends the most on official hospitality?",
    "What is each institute's total expenditure?",
)


class Turn(BaseModel):
    """A question and its answer, as the browser keeps them: no more than so many of `n` sources."""

    model_config = ConfigDict(frozen=True)

    q: str
    d: str = ""
    a: AnswerOut
    n: int = 0

    @classmethod
    def of(cls, question: str, document: str, answer: AnswerOut) -> Turn:
        """A turn; where an answer names more than the page carries, the first of them."""
        most = {"citations": answer.citations[:MOST_PLACES], "figures": answer.figures[:MOST_PLACES]}
        return cls(q=question, d=document, a=answer.model_copy(update=most), n=len(answer.citations))


def turns_from(kept: object) -> list[Turn]:
    """What a browser kept; whatever is not a turn is left out."""
    found = []
    for item in kept[-MOST_TURNS:] if isinstance(kept, list) else []:
        try:
            found.append(Turn.model_validate(whole(item)))
        except ValidationError:
            continue
    return found


def room(turns: Sequence[Turn]) -> list[Turn]:
    """The turns before a new one, so many that it fits."""
    return list(turns if len(turns) < MOST_TURNS else turns[-_RECENT:])


def kept(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """Turns for the browser to keep."""
    return [t.model_dump(mode="json", exclude_defaults=True) for t in turns[-MOST_TURNS:]]


def place_of(citation: Citation, stated: tuple[str, ...] = ()) -> Place | None:
    """Where a citation stands; None where it is not a place (a damaged history). `stated`: the figures of its answer."""
    try:
        return Place(
            document=citation.document,
            page=citation.page,
            box=None if citation.box == NOWHERE else citation.box,
            words=citation.text[:600],
            table=citation.table[:200],
            stated=stated if citation.table == Kind.NARRATIVE.value else (),
        )
    except ValidationError:
        return None


def places_of(answer: AnswerOut) -> list[Place]:
    """The places that prove an answer."""
    stated = tuple(f.value[:40] for f in answer.figures[:8])
    return [place for c in answer.citations if (place := place_of(c, stated)) is not None]


def answer_html(answer: AnswerOut, words: Words, sources: int = 0) -> str:
    """An answer: the figure large, what is said, where it stands, how far it can be trusted, its sources. `sources`: how
    many there are, where the answer has no more than the first of them."""
    places = places_of(answer)
    parts = []
    if answer.status is not Status.ANSWERED:
        parts.append(f'<div class="gj-status gj-{answer.status.value}">{esc(getattr(words, f"status_{answer.status.value}"))}</div>')  # fmt: skip
    if answer.status is not Status.NOT_FOUND:
        parts += [_lead(figure) for figure in answer.leading]
    parts.append(f'<div class="gj-said">{lines(answer.answer)}</div>')
    shown = [f.how for f in answer.figures if f.how and f.how not in answer.answer]
    parts += [f'<div class="gj-how">{lines(how)}</div>' for how in dict.fromkeys(shown)]
    if answer.citations:
        first = answer.citations[0]
        parts.append(f'<div class="gj-where">{" · ".join(esc(t) for t in (first.institute, first.year, words.page_n.format(page=first.page)) if t)}</div>')  # fmt: skip
    verdict = Verdict(answer.verdict) if answer.verdict in set(Verdict) else None
    told = badge(verdict, words)
    if answer.confidence_note and answer.confidence_note != f"依据：{trust(verdict)}":
        told += f' <span class="gj-small">{lines(answer.confidence_note)}</span>'
    parts.append(f'<div class="gj-trust">{told}</div>' if told else "")
    if places:
        listed = "".join(
            f"<li>{show(i, _source(place, words), 'gj-source')}</li>" for i, place in enumerate(places[:_LISTED])
        )
        more = f' <span class="gj-small">… {max(len(places), sources)}</span>' if len(places) > _LISTED else ""
        parts.append(f'<div class="gj-sources"><span class="gj-small">{esc(words.sources)}{more}</span><ul>{listed}</ul></div>')  # fmt: skip
    parts.append(button("copy", words.copy, "gj-quiet", copy=_copied(answer), done=words.copied))
    return f'<div class="gj-answer" {carried(places)}>{"".join(parts)}</div>'


def _lead(figure: StatedFigure) -> str:
    try:
        value = Decimal(figure.value)
    except ArithmeticError:
        return ""
    if not value.is_finite() or abs(value.adjusted()) > _DIGITS:  # a damaged history
        return ""
    amount, _, more = money(value, figure.unit).partition("（")
    small = f'<span class="gj-small">{esc("（" + more)}</span>' if more else ""
    return f'<div class="gj-lead">{esc(amount)}{small}</div>'


def _source(place: Place, words: Words) -> str:
    return f"<b>{esc(words.page_n.format(page=place.page))}</b> {esc(words.table(place.table))}{words.colon}{esc(place.words[:80])}"


def _copied(answer: AnswerOut) -> str:
    told = [answer.answer, *(f"{c.file} p.{c.page} {c.text[:120]}" for c in answer.citations), answer.confidence_note]
    return "\n".join(filter(None, told))


def ask(desk: Desk, question: str, document: str, turns: Sequence[Turn], words: Words) -> Iterator[list[Turn]]:
    """The turns with a new one, as its answer grows; an error becomes an answer that says what to do."""
    text = unbroken(question).strip()
    if not text:
        yield list(turns)
        return
    if len(text) > LONGEST:
        problem = AnswerOut(answer=words.question_long.format(n=LONGEST), status=Status.REFUSED)
        yield [*turns, Turn(q=text[:LONGEST], d=document, a=problem)]
        return
    history = [t.q for t in turns if t.d == document][-_HISTORY:]
    last: AnswerOut | None = None
    try:
        for last in desk.asker.stream(text, document if desk.has(document) else None, history):
            yield [*turns, Turn.of(text, document, last)]
    except GoujiError as error:
        yield [*turns, Turn(q=text, d=document, a=AnswerOut(answer=str(error), status=Status.REFUSED))]
    except Exception as error:  # noqa: BLE001 - whatever one question meets with, the page goes on
        told = words.error_unexpected.format(what=type(error).__name__)
        yield [*turns, Turn(q=text, d=document, a=AnswerOut(answer=told, status=Status.REFUSED))]
    if last is not None:
        used = last.usage
        desk.count(used.calls, used.prompt_tokens, used.output_tokens, used.cost)


def suggestions(desk: Desk, document: str, words: Words) -> str:
    """Questions that what was read answers, as buttons."""
    asked = _answered(desk, document if desk.has(document) else "", words.language, _stamp(desk))
    if not asked:
        return "" if desk.library.names() else note(words.chat_no_documents)
    buttons = "".join(button("ask", q, "gj-chip", q=q) for q in asked)
    return f'<div class="gj-suggested"><span class="gj-small">{esc(words.suggested)}</span>{buttons}</div>'


def _stamp(desk: Desk) -> int:
    try:
        return (desk.library.root / "runs" / ".committed").stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=256)
def _answered(desk: Desk, document: str, language: str, _: int) -> tuple[str, ...]:
    """Of the questions that people have, and of some about what this document has, those that find an answer."""
    documents = [document] if document else [d.id for d in desk.documents()[:2]]
    if not documents:
        return ()
    english = language == "en"
    if not document and len(documents) > 1:
        some = [d for d in desk.documents() if d.institute][:1]
        named = [_about(d, english=english) for d in some]
        wanted = [*_LIBRARY_EN, *named, *_DOCUMENT_EN] if english else [*_LIBRARY, *named, *_DOCUMENT]
    elif english:
        wanted = list(_DOCUMENT_EN)
    else:
        wanted = [*_DOCUMENT[:5], *_own(desk, document), *_DOCUMENT[5:]]
    found: list[str] = []
    for question in wanted:
        try:
            answer = desk.asker.ask(question, document or None)
        except Exception:  # noqa: BLE001, S112 - a question that cannot be answered is not suggested
            continue
        if answer.status is Status.ANSWERED or (not document and answer.figures):
            found.append(question)
        if len(found) == _SUGGESTED:
            break
    return tuple(found)


def _about(document: Document, *, english: bool) -> str:
    year = "" if document.year is None else f"{document.year}年"
    if english:
        return f"{document.institute} {document.year or ''}: how much is spent on official hospitality?"
    return f"{document.institute}{year}的公务接待费是多少？"


def _own(desk: Desk, document: str) -> list[str]:
    """Questions about what only this document has: its largest function, its first project."""
    if not document:
        return []
    try:
        disclosure = desk.disclosure(document)
    except LibraryError:
        return []
    asked = []
    sizes = [
        (cell.value, table.rows[cell.row].label)
        for table in disclosure.tables
        if table.kind is Kind.EXPENDITURE
        for cell in table.cells
        if cell.state is State.NUMBER and cell.value is not None and len(table.rows[cell.row].code) == 7
    ]
    if sizes:
        asked.append(f"{max(sizes)[1]}支出是多少？")
    if disclosure.projects and disclosure.projects[0].name:
        asked.append(f"{disclosure.projects[0].name[:40]}的绩效目标是什么？")
    return asked


def feedback(desk: Desk, turn: Turn, *, liked: bool) -> None:
    """Keep what a person thought of an answer. Raises GoujiError where it cannot be kept."""
    documents = tuple(sorted({c.document for c in turn.a.citations}))
    record_feedback(
        desk.library.root, Feedback(question=turn.q, answer=turn.a.answer, documents=documents, liked=liked)
    )


__all__ = ["Turn", "answer_html", "ask", "feedback", "kept", "places_of", "room", "suggestions", "turns_from"]
