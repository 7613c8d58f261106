"""What part of what several bodies have together one thing is of another (两个研究所的政府采购预算合在一起看，工程类占百分之几): the parts
added up, over the wholes added up; the parts of each alone, side by side, are another answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from qa.answer import AnswerOut, Outcome, Stated, StatedFigure, Status, grouped, plain, rounded, weakest
from qa.documents.across import Across
from qa.documents.catalog import Catalog, Document
from qa.documents.figures import View
from qa.outcomes.compose import citations_of, notes_of
from qa.plain.planned import planned_for
from qa.plain.sentences import question_text
from qa.respond import respond
from qa.surveys.bodies import BODY, masked
from qa.surveys.told import OF_SEVERAL_SORTS, plainly

_YEAR = r"(?:20\d\d年(?:度)?)?"
_RUN = rf"(?:[把将])?{BODY}{_YEAR}(?:(?:[、,，和与跟同及]|以及)+{BODY}{_YEAR})+(?:这?[两二三四五六\d](?:家|个单位|所))?(?:单位)?"
_SUM = r"(?:之和|加(?:在)?一起|加一块儿?|加起来|合起来|合在一起|合并(?:起来)?|合计|总和|加总|相加|一起|一共|总共|总的)"
_LOOKED = r"(?:来?看|来?算|的话)?(?:里面?|中|当中|之中)?"
_ITEM = r"[^,，?？占比谁哪\0]{2,20}?"
_PART = r"(?:了|到|去)?(?:其中)?的?(?:多少|几成|百分之(?:几|多少)|(?:多大|多少)?的?(?:比例|比重|份额|百分比)(?:是|有|为)?(?:多少|多大|百分之几)?)(?:呢)?[?？。]*$"
_THEIRS = r"(?:它们|他们|其|这?两家|这?[三四五六]家|各家|两者)*(?:单位)?的?"
_FORMS = (
    re.compile(rf"^{_RUN}的?(?P<whole>{_ITEM})的?{_SUM}{_LOOKED}[,，]?(?:其中)?(?P<part>{_ITEM})的?占{_PART}"),
    re.compile(
        rf"^{_RUN}的?{_SUM}{_LOOKED}[,，]?的?(?P<part>{_ITEM})的?占{_THEIRS}(?P<whole>{_ITEM})(?:(?<!收入)(?<!支出)的?{_SUM})?{_PART}"
    ),
    re.compile(
        rf"^{_RUN}的?(?P<part>{_ITEM})的?{_SUM}[,，]?占{_THEIRS}(?P<whole>{_ITEM})(?:(?<!收入)(?<!支出)的?{_SUM})?{_PART}"
    ),
)
_SHORT = 4


def share_together(
    question: str, documents: Sequence[Document], across: Across, view: Callable[[str], View]
) -> AnswerOut | None:
    """What part of what the bodies that a question names have together is of one thing; None where it asks nothing of the sort."""
    resolved = across.catalog.resolve(question)
    if len(resolved.mentions) < 2 or any(len(names) != 1 for names in resolved.mentions):
        return None
    text = question_text(masked(question, resolved)[0])
    m = next((m for form in _FORMS if (m := form.match(text)) is not None), None)
    if m is None or text.count(BODY) != len(resolved.mentions):
        return None
    found = _newest(resolved.institutes, resolved.years, across.catalog)
    said = [_share_of(d, m["part"], m["whole"], view(d.id)) for d in found]
    own = [s for s in said if s is not None]
    if not own or len(own) != len(resolved.institutes):
        return AnswerOut(answer="不是每一家都有这两个数，算不出合在一起的占比。", status=Status.NOT_FOUND)
    return _told(found, own, view)


def _newest(institutes: Sequence[str], years: Sequence[int], catalog: Catalog) -> list[Document]:
    """The newest document of each body, or that of the year that is named; none of a body that has several of that year."""
    found: list[Document] = []
    for name in institutes:
        own = [d for d in catalog.by_institute[name] if not years or d.year in years]
        newest = [d for d in own if d.year == max(o.year or 0 for o in own)]
        found += newest if len(newest) == 1 else []
    return found


def _share_of(document: Document, part: str, whole: str, own: View) -> tuple[Stated, Stated] | None:
    """A part and its whole in one document; None where it has not got both, as money."""
    within = len(part) <= _SHORT and part[:2] not in whole  # 工程类: what of it there is within the whole
    asked = f"{whole}中{part}占百分之几？" if within else f"{part}占{whole}的比重是多少？"
    outcome, _ = respond(planned_for(asked, own), own)
    main = outcome.stated[0] if outcome.found and outcome.stated else None
    if main is None or main.unit != "%" or not main.how or len(main.sources) != 2:
        return None
    if any(f.value is None for f in main.sources):
        return None
    one, all_of_it = (Stated.of(f) for f in main.sources)
    if one.yuan is None or all_of_it.yuan is None or not all_of_it.yuan:
        return None
    return one, all_of_it


def _told(
    documents: Sequence[Document], said: Sequence[tuple[Stated, Stated]], view: Callable[[str], View]
) -> AnswerOut:
    parts, wholes = [[plainly(s.yuan or Decimal(0)) for s in side] for side in zip(*said, strict=True)]
    part, whole = sum(parts, Decimal(0)), sum(wholes, Decimal(0))
    percent = rounded(part / whole * 100)
    how = f"({' + '.join(map(grouped, parts))}) ÷ ({' + '.join(map(grouped, wholes))}) = {grouped(plainly(part))} ÷ {grouped(plainly(whole))} = {percent}%"
    each = "；".join(
        f"{d.institute}{f' {d.year} 年' if d.year else ''}：{one.label} {grouped(plainly(one.value))} {one.unit}，{all_of_it.label} {grouped(plainly(all_of_it.value))} {all_of_it.unit}"
        for d, (one, all_of_it) in zip(documents, said, strict=True)
    )
    figures = [StatedFigure(value=plain(percent), unit="%", how=how), *(s.out() for pair in said for s in pair)]
    outcomes = [
        (Outcome(Status.ANSWERED, "", list(pair), cited=[]), view(d.id))
        for d, pair in zip(documents, said, strict=True)
    ]
    cited = [c for outcome, own in outcomes for c in citations_of(outcome, own)]
    notes = [note for outcome, own in outcomes for note in notes_of(outcome, own)]
    if len({(d.level, d.kind) for d in documents}) > 1:
        notes.append(OF_SEVERAL_SORTS)
    verdict = weakest([f for pair in said for s in pair for f in s.sources])
    return AnswerOut(
        answer=f"{len(said)} 家合在一起，{said[0][0].label} 占 {said[0][1].label} 的 {percent}%：{how}\n{each}",
        figures=tuple(figures),
        citations=tuple(dict.fromkeys(cited)),
        status=Status.ANSWERED,
        verdict=verdict.value if verdict is not None else "",
        confidence_note="；".join(dict.fromkeys(notes)),
    )
