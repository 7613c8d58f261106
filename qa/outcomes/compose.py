"""Outcomes put into an answer: words, figures, citations; and the last check that nothing is said that is not proved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from extract.model import Meta, Verdict
from extract.text import folded
from qa.answer import (
    AnswerOut,
    Citation,
    Outcome,
    Quote,
    Status,
    english_money,
    grouped,
    numbers_in,
    trust,
    weakest,
)
from qa.documents.figures import Figure, View
from qa.english.answers import not_there, yes_or_no
from qa.terms.forms import doubted_quotes

_MOST_CITED = 16
_CORRECTED = "（已更正："
_MOST_NAMED = 3


def citations_of(outcome: Outcome, view: View) -> list[Citation]:
    """What proves an outcome: the figures stated, those they are computed from, what else it names, and its quotes."""
    meta = view.disclosure.meta
    figures = [f for stated in outcome.stated for f in stated.sources] + outcome.cited
    found: dict[tuple[object, ...], Citation] = {}
    for figure in figures:
        found.setdefault(figure.ref, _cite(figure, view.disclosure.id, meta))
    for quote in outcome.quotes:
        found.setdefault((quote.page, quote.text), _cite_quote(quote, view.disclosure.id, meta))
    return list(found.values())


def _cite(figure: Figure, document: str, meta: Meta) -> Citation:
    text = figure.sentence if figure.is_fact else f"{figure.called} {figure.printed or ''}".strip()
    if figure.was:
        text += f"{_CORRECTED}由人核定为 {figure.printed or '空白'}{figure.unit}，原读 {figure.was}）"
    return _cite_quote(Quote(figure.page, figure.box, text, figure.table.value), document, meta)


def _cite_quote(quote: Quote, document: str, meta: Meta) -> Citation:
    return Citation(
        document=document,
        file=meta.file,
        institute=meta.institute,
        year=meta.year,
        page=quote.page,
        box=quote.box,
        table=quote.table,
        text=quote.text,
    )


def notes_of(outcome: Outcome, view: View) -> list[str]:
    """What a reader must know of how far the answer can be trusted, and which of it a person decided."""
    used = [f for s in outcome.stated for f in s.sources]
    notes = [*outcome.notes, *doubted_quotes(outcome.quotes, view), *_decided(outcome, view)]
    conflicts = [f for f in used if f.verdict is Verdict.CONFLICT and f.decided is None]
    if conflicts:
        notes.append(
            "原文不平："
            + "、".join(dict.fromkeys(f"{f.called}（第 {f.page} 页）" for f in conflicts[:3]))
            + " 与文件中其他数字对不上，按印出的给出"
        )
    if any(f.verdict is Verdict.REVIEW for f in used):
        notes.append("其中有待复核的数字：读数或位置有疑问，请看原页")
    return notes


def _decided(outcome: Outcome, view: View) -> list[str]:
    """What people decided about the figures that an outcome states, names or quotes."""
    named = [f for s in outcome.stated for f in s.sources] + outcome.cited
    quoted = [
        f
        for f in view.figures
        if f.was and f.is_fact and any(q.page == f.page and f.sentence in folded(q.text) for q in outcome.quotes)
    ]
    by_ref = {f.ref: f for f in (*named, *quoted) if f.decided is not None}
    notes = []
    for figure in list(by_ref.values())[:_MOST_NAMED]:
        where = f"{figure.called}（第 {figure.page} 页）"
        if figure.was:
            now = f"{grouped(figure.value)} {figure.unit}".strip() if figure.value is not None else "空白"
            notes.append(f"已更正：{where}由人核定为 {now}，原读 {figure.was}")
        elif figure.verdict is Verdict.CORRECTED:
            notes.append(f"{where}经人核定，读数无误")
        else:
            notes.append(f"原文有误：{where}经人核定，读数无误而原文自身有误，按印出的给出")
    return notes


def proved(text: str, outcome: Outcome, citations: Sequence[Citation], allowed: Iterable[str] = ()) -> bool:
    """Whether every number of a text is printed in what is cited, or is the shown result of arithmetic on such.

    Of a figure that a person corrected the decided value counts, not what had been read in its place.
    """
    known: set[Decimal] = set()
    for stated in outcome.stated:
        known |= {stated.value, abs(stated.value)}
        if stated.yuan is not None:
            known |= {stated.yuan, abs(stated.yuan), abs(stated.yuan) / 10_000}
        known |= {abs(v) for v in numbers_in(stated.how)}
    for citation in citations:
        printed = citation.text.partition(_CORRECTED)[0]
        known |= {abs(v) for v in numbers_in(folded(printed))} | {Decimal(citation.page)}
        if citation.year is not None:
            known |= {Decimal(citation.year), Decimal(citation.year - 1), Decimal(citation.year + 1)}
    for figure in outcome.cited:
        if figure.verdict is Verdict.CORRECTED and figure.value is not None:
            known.add(abs(figure.value))
    for words in allowed:
        known |= {abs(v) for v in numbers_in(folded(words))}
    said = {abs(v) for v in numbers_in(folded(text))}
    return all(any(v == k for k in known) for v in said)


def answer_of(parts: Sequence[tuple[Outcome, View]], *, english: bool, many: bool) -> AnswerOut:
    """The answer that some outcomes make together, each of one document."""
    found = [(o, v) for o, v in parts if o.found]
    if not found:
        return _nothing(parts, english=english)
    texts, figures, cited, notes = [], [], [], []
    used: list[Figure] = []
    for outcome, view in found:
        own = citations_of(outcome, view)
        text = _in_english(outcome) if english else outcome.text
        names = [
            view.disclosure.meta.institute,
            view.disclosure.meta.title,
            *(f.called + f.place for s in outcome.stated for f in s.sources),
            *(f.called + f.place for f in outcome.cited),
        ]
        if not proved(text, outcome, own, [*names, *outcome.notes, *_labels(outcome)]):
            return AnswerOut(
                answer="这个问题的答案没有通过核对，因此不给出。",
                status=Status.NOT_FOUND,
                confidence_note="答案中有数字找不到出处",
            )
        texts.append(f"{view.disclosure.meta.institute} {view.disclosure.meta.year or ''} 年：{text}" if many else text)
        figures += [s.out() for s in outcome.stated]
        cited += own
        notes += notes_of(outcome, view)
        used += [f for s in outcome.stated for f in s.sources]
    if not many and not english:  # of several questions in one, what was not found is said too
        texts += [o.text for o, _ in parts if not o.found and o.text.startswith("文件里没有“")]
    verdict = weakest(used)
    status = Status.AMBIGUOUS if any(o.status is Status.AMBIGUOUS for o, _ in found) else Status.ANSWERED
    return AnswerOut(
        answer="\n".join(texts),
        figures=tuple(dict.fromkeys(figures)),
        citations=tuple(dict.fromkeys(cited))[:_MOST_CITED] if not many else tuple(dict.fromkeys(cited)),
        status=status,
        verdict=verdict.value if verdict is not None else "",
        confidence_note="；".join(
            dict.fromkeys([*(n for n in notes), *([f"依据：{trust(verdict)}"] if verdict is not None else [])])
        ),
    )


def _labels(outcome: Outcome) -> list[str]:
    """Words of the outcome that are names, not amounts: labels with digits in them."""
    return [s.label for s in outcome.stated]


def _nothing(parts: Sequence[tuple[Outcome, View]], *, english: bool) -> AnswerOut:
    outcome, view = parts[0]
    cited = [c for o, v in parts for c in citations_of(o, v)]
    meta = view.disclosure.meta
    where = f"{meta.institute} {meta.year or ''} 年的文件" if len(parts) == 1 else f"{len(parts)} 份文件"
    refused = all(o.status is Status.REFUSED for o, _ in parts)
    return AnswerOut(
        answer=not_there(outcome.text) if english else outcome.text,
        citations=tuple(dict.fromkeys(cited)),
        status=Status.REFUSED if refused else Status.NOT_FOUND,
        confidence_note="；".join(dict.fromkeys([f"查过 {where}", *(n for o, v in parts for n in _decided(o, v))])),
    )


def _in_english(outcome: Outcome) -> str:
    """The same in English, with the Chinese terms."""
    if not outcome.stated:
        said = "The document says: " + "; ".join(f"“{q.text}”" for q in outcome.quotes)
        return yes_or_no(outcome.text) + (said if outcome.quotes else outcome.text)
    lines = []
    for stated in outcome.stated:
        where = f" (p. {stated.sources[0].page})" if len(stated.sources) == 1 else ""
        how = f" = {stated.how}" if stated.how else ""
        lines.append(f"{stated.label}: {english_money(stated.value, stated.unit)}{how}{where}")
    if re.search(r"(?:^|\n)原文：", outcome.text):  # one of several questions is answered by what the document says
        lines.append("The document says: " + "; ".join(f"“{q.text}”" for q in outcome.quotes))
    return yes_or_no(outcome.text) + "; ".join(lines)
