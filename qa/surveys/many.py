"""One answer made of many documents: rankings, sums, averages, counts, lists, and how much one has more than another."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from extract.text import key
from qa.answer import AnswerOut, StatedFigure, Status
from qa.documents.across import Across
from qa.documents.catalog import Document
from qa.documents.figures import View
from qa.english.many import BODIES
from qa.guards.accounted import superlative
from qa.plain.sentences import question_text
from qa.surveys.added_up import aggregated, median
from qa.surveys.apart import apart, spread, times
from qa.surveys.counted import against_average, counted
from qa.surveys.each import FEW, Heard, Said, hear
from qa.surveys.follow_ups import WHO_THEN, survey_of
from qa.surveys.like_tables import told_unlike
from qa.surveys.published import headings_of, kind_asked, of_newest, of_that_kind
from qa.surveys.ranked import APART_ASKED, ranked
from qa.surveys.reworded import WHO_MOVED
from qa.surveys.survey import AVERAGE, Act, Survey
from qa.surveys.told import (
    KINDS,
    MOST,
    answer,
    gap_of,
    in_order_of_size,
    left_out,
    told_in_english,
    told_of,
    unit_of,
)
from qa.words.numerals import number_of


def over_all(
    words: str,
    documents: Sequence[Document],
    across: Across,
    view: Callable[[str], View],
    *,
    earlier: str = "",
    which: bool = False,
    named: bool = False,
    rest: bool = False,
    english: bool = False,
) -> AnswerOut:
    """What is made of documents, by what the question asks; `earlier`: the question that it leans on where it names no item;
    `which`: it asks in English which of them; `named`: each of them is named; `rest`: they are all but some."""
    if (kind := kind_asked(words)) and not named:
        return of_that_kind(kind, documents)
    counted_before = bool(earlier) and WHO_THEN.match(words) is not None
    if not named and not counted_before and (newest := of_newest(words, documents)) is not None:
        return newest
    known = list(dict.fromkeys(d.institute for d in documents))
    if named and (m := _SO_MANY.search(words)) is not None and number_of(m[1]) != len(known):
        told = f"问到 {number_of(m[1])} 家，认出的是 {len(known)} 家：{'、'.join(known)}。请写出各家的名称。"
        return AnswerOut(answer=told, status=Status.NOT_FOUND)
    if len(known) == len(documents) == 2:  # whose year it was
        words = re.sub(r"[,，]?比20\d\d年(?:度)?的?(?:还要?)?(?=[高低多少大小])", "比", words)
    survey = survey_of(words, earlier, which=which)
    survey = replace(survey, named=named or survey.named, words=words)
    if (unread := _unread(survey, english)) is not None:
        return unread
    documents, newest_only = _newest_of_each(survey, words, documents, named=named)
    heard = hear(survey, documents, across, view)
    if not heard:
        told = f"这样的问题一次只能问 {FEW} 份文件，这里有 {len(documents)} 份：请说明是哪些单位、哪一年。"
        return AnswerOut(answer=told, status=Status.NOT_FOUND)
    if (untold := _untold(survey, documents, heard, view, english=english)) is not None:
        return untold
    so_many = _SO_MANY.search(words) or _SO_MANY.search(earlier)
    if so_many is not None and number_of(so_many[1]) == len([s for s in heard[0].said if s.amount is not None]):
        survey = replace(survey, named=True)  # as many as there are: all of them are meant
    elif _EVERY_ONE.search(words) or _EVERY_ONE.search(earlier):
        survey = replace(survey, named=True)
    if named and survey.act in {Act.RANK, Act.GAP} and len(documents) == 1 and _HOW_MUCH_MORE.search(words):
        return AnswerOut(answer="问到的两家里只有一家有这样的文件，不能相比。", status=Status.NOT_FOUND)
    if named and (not rest or len(known) == 2) and (alone := _not_both(survey, known, heard[0])) is not None:
        return alone
    if survey.bound is not None and survey.bound.unit == AVERAGE:
        return against_average(survey, heard, documents, english)
    made = _MADE[survey.act](survey, heard, documents, english)
    made = _without_the_other_kind(made, survey, documents, across)
    of_newest_year = f"有几年文件的只取最新一年：{newest_only}" if newest_only else ""
    return _noted(made, told_unlike(heard[0].said) if heard[0].unlike else "", of_newest_year)


def _noted(made: AnswerOut, *notes: str) -> AnswerOut:
    """An answer with what is to be said of how it was made before its own note."""
    said = [note for note in notes if note]
    if not said or made.status is not Status.ANSWERED:
        return made
    return made.model_copy(update={"confidence_note": "；".join(filter(None, (*said, made.confidence_note)))})


def _without_the_other_kind(
    made: AnswerOut, survey: Survey, documents: Sequence[Document], across: Across
) -> AnswerOut:
    """A ranking of what one kind of document has, with the bodies that have only the other: it says who is left out."""
    kinds = {d.kind for d in documents}
    known = {d.institute for d in documents}
    out = dict.fromkeys(d.institute for d in across.catalog.documents if d.kind not in kinds)
    names = [name for name in out if name not in known]
    ranks = survey.act is Act.RANK and not survey.named and made.status is Status.ANSWERED
    if not ranks or len(kinds) != 1 or not names:
        return made
    told = f"只比{KINDS[kinds.pop()]}文件，没有计入：{'、'.join(names[:MOST])}"
    return made.model_copy(update={"confidence_note": "；".join(filter(None, (told, made.confidence_note)))})


def _newest_of_each(
    survey: Survey, words: str, documents: Sequence[Document], *, named: bool
) -> tuple[Sequence[Document], str]:
    """The newest document of each body, and whose others are left out, where a question adds up or averages bodies (五家单位一共多少
    辆车): one of which there are two years would count twice. Else all of them."""
    bodies = {d.institute for d in documents}
    so_many = _SO_MANY.search(words)
    all_of_them = so_many is not None and number_of(so_many[1]) == len(bodies) and "份" not in so_many[0]
    all_of_them = all_of_them or named or _EVERY_ONE.search(words) is not None
    if survey.act not in {Act.SUM, Act.AVERAGE} or not all_of_them or _OF_PAPERS.search(words):
        return documents, ""
    if not 1 < len(bodies) < len(documents):
        return documents, ""
    newest: dict[str, Document] = {}
    for d in sorted(documents, key=lambda d: -(d.year or 0)):
        newest.setdefault(d.institute, d)
    kept = [d for d in documents if newest[d.institute] is d]
    return kept, "、".join(dict.fromkeys(d.institute for d in documents if d not in kept))


_OF_PAPERS = re.compile(
    r"20\d\d|[一二两三四五六七八九十\d各每]份|文件|材料|公开|报告|\b(?:documents|disclosures|reports)\b"
)
"""Words by which documents are added up, or those of years, not bodies."""
_OF_BOTH = {Act.RANK: "不能相比", Act.SUM: "不能合在一起算", Act.AVERAGE: "不能合在一起算"}
_COMPARED_OR_ADDED = frozenset((*_OF_BOTH, Act.GAP, Act.TIMES))


def _not_both(survey: Survey, known: Sequence[str], heard: Heard) -> AnswerOut | None:
    """That one of two bodies has not got what is asked of both together, or one of several what is to be added up of them; None where
    each has it, or it is to be reviewed."""
    there = {s.document.institute for s in heard.said}
    gone = [name for name in known if name not in there]
    several = len(known) == 2 or survey.act in {Act.SUM, Act.AVERAGE}
    if not gone or not several or survey.act not in _OF_BOTH or (heard.review and survey.act is Act.RANK):
        return None
    told = f"{'、'.join(gone)}的文件里没有这个数，{_OF_BOTH[survey.act]}。"
    return AnswerOut(answer=told, status=Status.NOT_FOUND)


def _untold(
    survey: Survey, documents: Sequence[Document], heard: list[Heard], view: Callable[[str], View], *, english: bool
) -> AnswerOut | None:
    """Why nothing is made of what the documents say; None where something is."""
    if not any(h.said for h in heard):
        return _none(survey, documents, heard[0], english=english)
    two = survey.named and len({d.institute for d in documents}) == 2
    if two and heard[0].unlike and survey.act in _COMPARED_OR_ADDED:
        told = f"{told_unlike(heard[0].said)}，不能相比，也不能相加：请说明看哪一张表。"
        return AnswerOut(answer=told, status=Status.NOT_FOUND)
    return _elsewhere(survey, heard, documents, view)


def _elsewhere(
    survey: Survey, heard: list[Heard], documents: Sequence[Document], view: Callable[[str], View]
) -> AnswerOut | None:
    """That it cannot be told who has no row of something in one table (基本支出明细里，哪几家没有会议费), where a document has such a row
    in another; None where all others have it nowhere."""
    if survey.bound is None or survey.bound.way != "none" or len(heard) != 1 or "的" not in survey.asked[0]:
        return None
    name = key(survey.asked[0].rpartition("的")[2])
    there = [
        d.institute for d in documents if d.id in heard[0].absent and any(name in f.names for f in view(d.id).figures)
    ]
    if not name or not there:
        return None
    told = f"说不准：{'、'.join(dict.fromkeys(there))}的文件在别的表里列有“{survey.asked[0].rpartition('的')[2]}”。"
    return AnswerOut(answer=told, status=Status.NOT_FOUND)


def _unread(survey: Survey, english: bool) -> AnswerOut | None:
    """That a question names no item, or that it does not say what is held against what; None where it is read."""
    if survey.act in {Act.GAP, Act.TIMES} and _OWN_HELD.search(survey.words):
        return AnswerOut(answer="没有读懂是各家自己的两个数相比，还是两家相比。", status=Status.NOT_FOUND)
    if survey.asked and not any(map(superlative, survey.asked)):
        return None
    asked = question_text(survey.words)
    told = f"The documents have no figure of “{asked}”." if english else f"这些文件里没有“{asked}”的数字。"
    return AnswerOut(answer=told, status=Status.NOT_FOUND)


_OWN_HELD = re.compile(
    r"(?:预算|决算|执行|年初|年末)数?(?:分别|各自?|均|都)?(?:相)?比(?:年初|年末|全年)?(?:预算|决算|执行)|(?:预算|决算)数?[和与跟同及、](?:预算|决算)数?(?:之间)?(?:的)?(?:相?差|差距|差额|各)"
)
_HOW_MUCH_MORE = re.compile(
    r"比.*[多少高低大小]出?多少|相?差多少|\bdifference\b|\bhow much (?:more|less)\b", re.IGNORECASE
)


_SO_MANY = re.compile(r"^[^,，?？]{0,12}?([两二三四五六七八九十]|\d+)(?:家|份|个(?:单位|部门|机构))")
"""How many bodies a question says that it names."""
_EVERY_ONE = re.compile(
    rf"\b(?:all|each|every|six|five|four|three)\b[^?]{{0,12}}\b{BODIES}\b|(?:所有|全部|全体)的?(?:[一二两三四五六七八九十\d]+)?(?:家|个)?(?:单位|部门|机构)|平均(?:下来|起来|算下来|到)*每(?:一)?(?:家|个单位)|每(?:一)?(?:家|个)(?:单位)?平均|(?:一起|合在一起|放(?:在)?一起)(?:来)?(?:算|看|平均)|(?:各|几)家[^,，?？]{{1,20}}?(?:全部|全都?|统统)(?:相加|累加|加)",
    re.IGNORECASE,
)
"""Words for all bodies, so that what is not of one sort is held together."""


def _no_one_has(survey: Survey, documents: Sequence[Document]) -> AnswerOut:
    """That none of the documents prints what is asked for (有没有哪家安排了渔业发展)."""
    number = len({d.institute for d in documents})
    figure = StatedFigure(value="0", unit="家", how=f"逐份查过 {len(documents)} 份文件")
    text = f"没有：查过 {number} 家的 {len(documents)} 份文件，都没有列“{survey.asked[0]}”"
    return AnswerOut(answer=text, figures=(figure,), citations=headings_of(documents), status=Status.ANSWERED)


def _none(survey: Survey, documents: Sequence[Document], heard: Heard, *, english: bool) -> AnswerOut:
    if len(heard.lacking) == len(documents) and not english:
        return _no_one_has(survey, documents)
    named = "、".join(survey.asked)
    told = f"The documents have no figure of “{named}”." if english else f"这些文件里没有“{named}”的数字。"
    note = f"查过 {len(documents)} 份文件" + (f"，其中 {len(heard.review)} 份的数待复核" if heard.review else "")
    return AnswerOut(answer=told, status=Status.NOT_FOUND, confidence_note=note)


def _alike(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
    """Which have the same amount as another."""
    own = in_order_of_size([s for s in heard[0].said if s.amount is not None], lowest=False)
    groups = [list(g) for _, g in groupby(own, key=lambda s: (s.amount, unit_of(s)))]
    alike = [g for g in groups if len(g) > 1]
    if not alike:
        none = "没有，" if "有没有" in survey.words else ""
        text = f"{none}{len(own)} 份文件的数各不相同"
        return answer([text], [], own, left_out(heard[0]))
    told = told_in_english if english else told_of
    lines = ["一样的有：" + "；".join(map(told, g)) for g in alike]
    said = [s for g in alike for s in g]
    return answer(lines, [s.figure for s in said if s.figure is not None], said, left_out(heard[0]))


def _apart(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
    """Two held against one another; more than two in order."""
    told = apart(survey, heard, documents, english)
    return told or ranked(replace(survey, act=Act.RANK, ranks=()), heard, documents, english)


def _each(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
    place = {d.id: i for i, d in enumerate(documents)}
    own = sorted(heard[0].said, key=lambda s: place[s.document.id])
    lines = ["；".join(told_in_english(s) if english else told_of(s) for s in own[:MOST])]
    figures = [s.figure for s in own[:MOST] if s.figure is not None]
    two = [s for s in own if s.amount is not None]
    own_budget = survey.asked[0].endswith("决算比预算少多少")  # each apart from its own, not the two of them
    if (
        len(own) == len(two) == 2
        and not own_budget
        and APART_ASKED.search(survey.words)
        and unit_of(two[0]) == unit_of(two[1])
    ):
        gap, figure = gap_of(*two)
        lines.append(f"相差 {gap}")
        figures.append(figure)
    if (way := WHO_MOVED.search(question_text(survey.words))) is not None and (most := _most_moved(two, way[0])):
        lines.append(most)
    return answer(lines, figures, own[:MOST], left_out(heard[0]))


def _most_moved(said: Sequence[Said], way: str) -> str:
    """Which of several changed most, up or down as is asked, told beside their changes; empty where none did."""
    down, up = re.search(r"[降减缩砍压]", way) is not None, re.search(r"[涨增升]", way) is not None
    own = [(abs(s.amount or Decimal(0)), s) for s in said if s.amount and (down or up or s.amount)]
    own = [(size, s) for size, s in own if not (down or up) or (s.amount is not None and (s.amount < 0) is down)]
    if len(said) < 2 or not own or len({unit_of(s) for s in said}) > 1:
        return ""
    first = max(own, key=lambda entry: entry[0])[1]
    return f"{'减少' if down else '增加' if up else '变化'}最多的是 {first.document.institute}"


_MADE = {
    Act.RANK: ranked,
    Act.SUM: aggregated,
    Act.AVERAGE: aggregated,
    Act.COUNT: counted,
    Act.LIST: counted,
    Act.SPREAD: spread,
    Act.GAP: _apart,
    Act.TIMES: times,
    Act.EACH: _each,
    Act.ALIKE: _alike,
    Act.MEDIAN: median,
}
