"""One answer made of many documents: rankings, sums, averages, counts, lists, and how much one has more than another."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from extract.text import key
from qa.answer import AnswerOut, StatedFigure, Status, english_money, grouped, money, plain, rounded
from qa.documents.across import Across
from qa.documents.catalog import Document
from qa.documents.figures import View
from qa.english.many import BODIES
from qa.guards.accounted import superlative
from qa.plain.sentences import question_text
from qa.surveys.apart import apart, spread, times
from qa.surveys.each import FEW, Heard, Said, hear
from qa.surveys.follow_ups import WHO_THEN, survey_of
from qa.surveys.published import headings_of, kind_asked, of_newest, of_that_kind
from qa.surveys.reworded import NOT_PRINTED, WHO_MOVED
from qa.surveys.survey import AVERAGE, Act, Bound, Survey
from qa.surveys.told import (
    KINDS,
    LEVELS,
    MOST,
    SHOWN,
    answer,
    gap_of,
    in_order_of_size,
    left_out,
    plainly,
    told_in_english,
    told_of,
    unit_of,
)
from qa.words.numerals import number_of
from qa.words.plan import TOGETHER


def over_all(
    words: str,
    documents: Sequence[Document],
    across: Across,
    view: Callable[[str], View],
    *,
    earlier: str = "",
    which: bool = False,
    named: bool = False,
    english: bool = False,
) -> AnswerOut:
    """What is made of documents, by what the question asks; `earlier`: the question that it leans on where it names no item;
    `which`: it asks in English which of them; `named`: each of them is named."""
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
    counted = _SO_MANY.search(words) or _SO_MANY.search(earlier)
    if counted is not None and number_of(counted[1]) == len([s for s in heard[0].said if s.amount is not None]):
        survey = replace(survey, named=True)  # as many as there are: all of them are meant
    elif _EVERY_ONE.search(words) or _EVERY_ONE.search(earlier):
        survey = replace(survey, named=True)
    if named and survey.act in {Act.RANK, Act.GAP} and len(documents) == 1 and _HOW_MUCH_MORE.search(words):
        return AnswerOut(answer="问到的两家里只有一家有这样的文件，不能相比。", status=Status.NOT_FOUND)
    if named and (alone := _not_both(survey, known, heard[0])) is not None:
        return alone
    if survey.bound is not None and survey.bound.unit == AVERAGE:
        return _against_average(survey, heard, documents, english)
    made = _MADE[survey.act](survey, heard, documents, english)
    if newest_only and made.status is Status.ANSWERED:
        note = "；".join(filter(None, (f"有几年文件的只取最新一年：{newest_only}", made.confidence_note)))
        made = made.model_copy(update={"confidence_note": note})
    return made


def _newest_of_each(
    survey: Survey, words: str, documents: Sequence[Document], *, named: bool
) -> tuple[Sequence[Document], str]:
    """The newest document of each body, and whose others are left out, where a question adds up or averages bodies (五家单位一共多少
    辆车): one of which there are two years would count twice. Else all of them."""
    bodies = {d.institute for d in documents}
    counted = _SO_MANY.search(words)
    all_of_them = counted is not None and number_of(counted[1]) == len(bodies) and "份" not in counted[0]
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


def _not_both(survey: Survey, known: Sequence[str], heard: Heard) -> AnswerOut | None:
    """That one of two bodies has not got what is asked of both together; None where both have it, or it is to be reviewed."""
    there = {s.document.institute for s in heard.said}
    gone = [name for name in known if name not in there]
    if not gone or len(known) != 2 or survey.act not in _OF_BOTH or (heard.review and survey.act is Act.RANK):
        return None
    told = f"{'、'.join(gone)}的文件里没有这个数，{_OF_BOTH[survey.act]}。"
    return AnswerOut(answer=told, status=Status.NOT_FOUND)


def _untold(
    survey: Survey, documents: Sequence[Document], heard: list[Heard], view: Callable[[str], View], *, english: bool
) -> AnswerOut | None:
    """Why nothing is made of what the documents say; None where something is."""
    if not any(h.said for h in heard):
        return _none(survey, documents, heard[0], english=english)
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


_OWN_HELD = re.compile(r"(?:预算|决算|执行|年初|年末)数?(?:相)?比(?:年初|年末|全年)?(?:预算|决算|执行)")
_APART = re.compile(r"相?差(?:了|是|有|距|额)*(?:多少|几|多大)")
_HOW_MUCH_MORE = re.compile(
    r"比.*[多少高低大小]出?多少|相?差多少|\bdifference\b|\bhow much (?:more|less)\b", re.IGNORECASE
)


def share_of_all(
    words: str,
    institute: str,
    number: int,
    documents: Sequence[Document],
    across: Across,
    view: Callable[[str], View],
    *,
    papers: bool = False,
) -> AnswerOut:
    """What part of the sum over documents is one institute's; not found where one of them has not got it, or, of so many as
    are said (0: all), not so many have it. `papers`: documents are counted, of which a body may have several."""
    survey = survey_of(words)
    heard = hear(survey, documents, across, view) if survey.asked else []
    own = [s for s in heard[0].said if s.amount is not None] if heard else []
    there = len(documents) - len(heard[0].repeated) if heard else 0
    if number and number < len(documents):
        own = [s for s in own if s.amount]
    mine = [s for s in own if s.document.institute == institute]
    units = {unit_of(s) for s in own}
    bodies = {s.document.institute for s in own}
    if len(mine) != 1 or len(units) != 1 or (len(bodies) != len(own) and not papers) or len(own) != (number or there):
        return answer([], [], [], left_out(heard[0]) if heard else [], "不是每一家都有这个数，算不出占比。")
    total = sum((s.amount for s in own if s.amount is not None), Decimal(0))
    part = mine[0].amount or Decimal(0)
    if not total:
        return answer([], [], own, [], "合计是 0，算不出占比。")
    percent = rounded(part / total * 100)
    added = " + ".join(grouped(plainly(s.amount or Decimal(0))) for s in own)
    how = f"{grouped(plainly(part))} ÷ ({added}) = {grouped(plainly(part))} ÷ {grouped(plainly(total))} = {percent}%"
    figures = [StatedFigure(value=plain(percent), unit="%", how=how), *(s.figure for s in own if s.figure is not None)]
    text = f"{institute}占 {len(own)} {'份' if papers else '家'}合计的 {percent}%：{how}"
    notes = [*left_out(heard[0]), "预算与决算、单位与部门（含所属单位）口径不同，这里因为问到而合在一起"]
    return answer([text, "；".join(map(told_of, own))], figures, own, notes)


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


def _ranked(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
    """All documents in one order: a ranking adds nothing up, so levels and kinds may stand in it together, named."""
    own = [s for s in heard[0].said if s.amount is not None]
    if re.search(r"相差|差额|差距|出入", survey.asked[0]):  # whichever way they are apart
        own = [replace(s, amount=abs(s.amount or Decimal(0))) for s in own]
    if survey.moved:
        down = survey.moved == "down"
        moved = [s for s in own if (s.amount < 0) is down and s.amount] if own else []  # type: ignore[operator]
        own = sorted(moved, key=lambda s: (abs(s.amount or 0), s.document.id), reverse=not survey.lowest)
    else:
        own = in_order_of_size(own, lowest=survey.lowest)
    mixed = len({(s.document.level, s.document.kind) for s in own}) > 1
    units = {"元" if s.figure.amount_yuan is not None else s.figure.unit for s in own if s.figure is not None}
    if not own or len(units) > 1:
        return answer([], [], [], left_out(heard[0]), "这些文件里没有可以比较的数字。")
    if len(own) == 1 and not survey.named and not survey.moved and len(heard[0].absent) == len(documents) - 1 > 1:
        return answer([], [], [], left_out(heard[0]), "只有 1 份文件有这个数，没有可以相比的。")
    places = [r for r in survey.ranks if r <= len(own)]
    if survey.ranks and not places:
        nothing = f"只有 {len(own)} 份文件有这个数，没有第 {survey.ranks[0]} 名。"
        return answer([], [], [], left_out(heard[0]), nothing)
    shown = [own[r - 1] for r in places] if places else own[:SHOWN]
    if places == [1]:  # all that share the first place
        shown = [s for s in own if s.amount == own[0].amount]
    if places and places != list(range(1, len(places) + 1)):
        shown = list(dict.fromkeys([*shown, own[0]]))
    word = "最低" if survey.lowest else "最高"
    if survey.moved:
        ways = ("增加", "减少") if "比上年" in survey.asked[0] else ("多得", "少得")
        word = ways[survey.moved == "down"] + ("最少" if survey.lowest else "最多")
    first = f"{word}的是 " if not places or places[0] == 1 else f"{'倒数' if survey.lowest else ''}第 {places[0]} 名是 "
    told = [told_of(s, mixed=mixed) for s in shown]
    if english:
        end = "Lowest" if survey.lowest else "Highest"
        text = (f"{end}: " if not places or places[0] == 1 else f"{end}, No. {places[0]}: ") + "; then ".join(
            told_in_english(s) for s in shown
        )
    elif not places or places[0] == 1:
        text = first + "；其次 ".join(told)
    else:
        text = first + "；".join(
            [*told[: len(places)], *(f"{'倒数' if survey.lowest else ''}第 1 名是 {t}" for t in told[len(places) :])]
        )
    figures = [s.figure for s in shown if s.figure is not None]
    lines = [text]
    if places and _added_up(survey) and not survey.moved and len(shown) == len(places):
        return _first_few_together(shown, places, survey, left_out(heard[0]))
    two_asked = places in ([1, 2], [2, 1]) and len(shown) == 2 and _APART.search(survey.words) is not None
    if two_asked and len(own) > 2:
        gap, figure = gap_of(shown[0], shown[1])
        lines.append(f"{'Apart by' if english else '相差'} {gap}")
        figures.append(figure)
    if len(own) == 2:  # one of two: by how much
        sizes = [replace(s, amount=abs(s.amount or Decimal(0))) for s in own] if survey.moved else own
        gap, figure = gap_of(sizes[0], sizes[1])
        lines.append(f"{'Apart by' if english else '相差'} {gap}")
        figures.append(figure)
    return answer(lines, figures, shown, left_out(heard[0]))


def _added_up(survey: Survey) -> bool:
    """Whether the places of a ranking are to be added up: a 合计 that is in the item's own name (本年收入合计) adds up nothing."""
    words = question_text(survey.words)
    return TOGETHER.search(re.sub(r"(?<=收入|支出)(?:合计|总计)(?![是有为多]|$|[?？])", "", words)) is not None


def _first_few_together(said: Sequence[Said], places: Sequence[int], survey: Survey, notes: list[str]) -> AnswerOut:
    """What the first few, or the last, of a ranking come to together."""
    amounts = [plainly(s.amount or Decimal(0)) for s in said]
    total, unit = plainly(sum(amounts, Decimal(0))), unit_of(said[0])
    how = f"{' + '.join(map(grouped, amounts))} = {grouped(total)}"
    figure = StatedFigure(value=plain(total), unit=unit, amount_yuan=plain(total) if unit == "元" else None, how=how)
    text = f"{'后' if survey.lowest else '前'} {len(places)} 名合计 {money(total, unit)}：{how}"
    lines = [text, "；".join(map(told_of, said))]
    return answer(lines, [figure, *(s.figure for s in said if s.figure is not None)], said, notes)


def _aggregated(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
    """A sum or an average of each level and kind; of all where no institute is in it twice and no department has its units in it."""
    average = survey.act is Act.AVERAGE
    own = [s for s in heard[0].said if s.amount is not None and s.figure is not None]
    lines: list[str] = []
    figures: list[StatedFigure] = []

    def keyed(s: Said) -> tuple[str, str]:
        return (s.document.level, s.document.kind)

    parts = [(k, list(g)) for k, g in groupby(sorted(own, key=lambda s: (keyed(s), s.document.id)), key=keyed)]
    parts.sort(key=lambda p: -len(p[1]))
    apart = len({s.document.institute for s in own}) == len(own)
    single = apart and (survey.named or len({k[0] for k, _ in parts}) == 1)
    if len(parts) > 1 and single:
        parts.insert(0, (("", ""), own))
    notes = left_out(heard[0])
    for (level, kind), said in parts:
        units = {
            "元"
            if s.figure is not None and s.figure.amount_yuan is not None
            else s.figure.unit
            if s.figure is not None
            else ""
            for s in said
        }
        if len(units) > 1 or (units == {"%"} and not average):
            continue  # percentages of different wholes come to nothing
        unit = next(iter(units))
        amounts = [s.amount for s in said if s.amount is not None]
        total = sum(amounts, Decimal(0))
        result = rounded(total / len(amounts)) if average else total
        shown = " + ".join(grouped(Decimal(plain(a))) for a in amounts)
        how = f"({shown}) ÷ {len(amounts)}" if average else shown
        word = "平均" if average else "合计"
        line = f"{LEVELS.get(level, '')}{KINDS.get(kind, '')} {len(said)} 份文件{word} {money(plainly(result), unit)}".strip()
        if english:
            line = (
                f"{'Average' if average else 'Sum'} over {len(said)} documents: {english_money(plainly(result), unit)}"
            )
        if not kind and not english:
            line = f"一起 {line}"
            notes.append("预算与决算、单位与部门（含所属单位）口径不同，这里因为问到而合在一起")
        lines.append(line + (f"：{how} = {grouped(plainly(result))}" if len(said) <= SHOWN else ""))
        figures.append(
            StatedFigure(
                value=plain(result), unit=unit, amount_yuan=plain(result) if unit == "元" else None,
                how=f"{how} = {grouped(plainly(result))}",
            )
        )  # fmt: skip
        years = sorted({s.document.year for s in said if s.document.year is not None})
        if len(years) > 1:
            notes.append(f"包括 {'、'.join(map(str, years))} 年")
    nothing = "百分比不能相加。" if own and not lines else "这些文件里没有可以比较的数字。"
    return answer(lines, figures, own, notes, nothing)


def _counted(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
    """How many documents, or which, have an amount as asked for; where several must hold, those of which all do."""
    bound = survey.bound
    by_document = [{s.document.id: s for s in h.said} for h in heard]
    asked = [d for d in documents if all(d.id in by for by in by_document)]
    if len(heard) > 1 and not asked:
        return answer([], [], [], [], "没有一份文件两项都列，不能这样数。")
    if (
        bound is not None
        and bound.unit
        and any(unit_of(s).split("(")[0] not in {bound.unit, ""} for by in by_document for s in by.values())
    ):
        return answer([], [], [], left_out(heard[0]), "要比较的数与问题里的单位不同，不能相比。")
    holding = [d for d in asked if all(_counts(by[d.id], survey) for by in by_document)]
    own = [by[d.id] for d in holding for by in by_document]
    own = in_order_of_size(own, lowest=False) if len(by_document) == 1 else own
    listed = own[:MOST]
    told = "；".join(_told_whole(s, survey) for s in listed) + ("等" if len(own) > MOST else "")
    gone = _without_it(survey, heard[0], documents) if len(heard) == 1 else []
    number = len({d.institute or d.id for d in holding} | {d.institute or d.id for d in gone})
    lacking = _lacking(survey, heard[0], documents)
    if gone:
        told = "；".join(filter(None, (told, *map(_no_row, gone))))
    if english:
        text = f"{number} of {len(asked)} documents" + (
            ": " + "; ".join(told_in_english(s) for s in listed) if own else ""
        )
    else:
        text = f"{len(asked) + len(gone) + len(lacking)} 份文件里有 {number} 家" + (f"：{told}" if told else "")
    if survey.claim:
        blank = {s.document.id for by in by_document for s in by.values() if s.blank}
        against = [
            d
            for d in asked
            if d not in holding and (d.id not in blank or (bound is not None and bound.way in {"none", "some"}))
        ]
        unheard = [
            *(i for i in heard[0].absent if i not in heard[0].lacking),
            *heard[0].review,
            *(blank if bound is not None and bound.way not in {"none", "some"} else ()),
        ]
        right = _claim_holds(survey.claim, number, bool(against or lacking), complete=not unheard)
        if right is None:
            text = (
                f"说不准：{len(set(unheard))} 份文件没有这个数或待复核；{text}"
                if not english
                else f"Cannot be told: {text}"
            )
        else:
            yes, no = ("有，", "没有，") if survey.exists else ("是，", "不是，")
            text = (("Yes. " if right else "No. ") if english else yes if right else no) + text
        if survey.claim == "all" and right is False:
            others = [by[d.id] for d in against for by in by_document][:SHOWN]
            text += (
                f"; not {'; '.join(map(told_in_english, others))}"
                if english
                else f"；不是这样的：{'；'.join((*(_told_whole(s, survey) for s in others), *map(_no_row, lacking)))}"
            )
            own = [*own, *others]
            listed = [*listed, *others]
    absent = [d.institute for d in documents if d.id in set(heard[0].absent)] if len(heard) == 1 else []
    if bound is not None and bound.way == "none" and absent and not english and not gone:
        text += f"；另有 {len(set(absent))} 家的文件没有列这一项：{'、'.join(dict.fromkeys(absent))}"
    if (together := _together(survey, own)) is not None:
        line, figure = together
        figures = [figure, *(s.figure for s in own if s.figure is not None)]
        return answer([f"{text}", line], figures, own, left_out(heard[0]))
    count = StatedFigure(value=str(number), unit="家", how=f"逐份数得 {number}")
    figures = [s.figure for s in listed if s.figure is not None]
    figures += [part for s in listed for _, part in s.parts] if survey.claim else []
    if bound is None or bound.way != "none":
        figures = [count, *figures] if survey.act is Act.COUNT else [*figures, count]
    else:
        figures = [count]
    proof = own or [s for by in by_document for s in by.values()]  # that none does is proved by all
    notes = left_out(heard[0])
    if bound is not None and bound.way == "none":
        notes.append("没有：印作 0、空白或短横")
    return answer([text], figures, proof, notes)


def _told_whole(said: Said, survey: Survey) -> str:
    """A body with its amount; where that is a difference which somebody claims, with the two amounts."""
    both = "，".join(f"{name} {money(Decimal(part.value), part.unit)}" for name, part in said.parts)
    return told_of(said) + (f"（{both}）" if both and survey.claim else "")


def _without_it(survey: Survey, heard: Heard, documents: Sequence[Document]) -> list[Document]:
    """The documents that have no row of the item, each body's once, where such are asked for (没有出现), or where it is a kind
    of spending that they are known to print no row of."""
    if survey.bound is None or survey.bound.way != "none":
        return []
    without = heard.lacking or (heard.absent if NOT_PRINTED.search(survey.words) and not survey.claim else ())
    return _once(without, heard, documents)


def _lacking(survey: Survey, heard: Heard, documents: Sequence[Document]) -> list[Document]:
    """The documents that have no row of what each is said to have."""
    every = survey.claim == "all" and survey.bound == Bound("some")
    return _once(heard.lacking, heard, documents) if every else []


def _once(ids: Sequence[str], heard: Heard, documents: Sequence[Document]) -> list[Document]:
    """Of documents each body's one, without the bodies that another document speaks for."""
    there = {s.document.institute for s in heard.said}
    return list({d.institute: d for d in documents if d.id in ids and d.institute not in there}.values())


def _no_row(document: Document) -> str:
    return f"{document.institute}{f' {document.year} 年' if document.year else ''}：没有列这一项"


_OF_THOSE = re.compile(
    r"的(?:单位|机构|部门)?[,，](?:它们|这些|他们|这几家|那几家|其)?(?:单位)?的?[^,，]{0,10}?(?:(?P<mean>平均)|合计|一共|总共|加起来)"
)


def _together(survey: Survey, own: Sequence[Said]) -> tuple[str, StatedFigure] | None:
    """What those that a condition holds of come to, or have on average, where the question asks that; None where not."""
    m = _OF_THOSE.search(survey.words)
    amounts = [plainly(s.amount) for s in own if s.amount is not None]
    if m is None or survey.claim or len(survey.asked) != 1 or len({unit_of(s) for s in own}) != 1 or not amounts:
        return None
    total, unit = sum(amounts, Decimal(0)), unit_of(own[0])
    result = plainly(rounded(total / len(amounts)) if m["mean"] else total)
    how = f"({' + '.join(map(grouped, amounts))})" + (f" ÷ {len(amounts)}" if m["mean"] else "")
    how += f" = {grouped(result)}"
    figure = StatedFigure(value=plain(result), unit=unit, amount_yuan=plain(result) if unit == "元" else None, how=how)
    return f"这 {len(own)} 家{'平均' if m['mean'] else '合计'} {money(result, unit)}：{how}", figure


def _against_average(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
    """Whose amounts are over the average of all that have one, or under it."""
    own = [s for s in heard[0].said if s.amount is not None]
    units = {unit_of(s) for s in own}
    if survey.bound is None or len(heard) != 1 or len(units) != 1:
        return answer([], [], [], left_out(heard[0]), "这些数的单位不同，不能平均。")
    amounts = [s.amount for s in own if s.amount is not None]
    mean = sum(amounts, Decimal(0)) / len(amounts)
    unit = units.pop()
    told = _counted(replace(survey, bound=Bound(survey.bound.way, mean)), heard, documents, english)
    how = f"({' + '.join(grouped(plainly(a)) for a in amounts)}) ÷ {len(amounts)} = {grouped(plainly(rounded(mean)))}"
    return told.model_copy(update={"answer": f"{told.answer}\n平均 {money(plainly(rounded(mean)), unit)}：{how}"})


def _median(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
    """The amount in the middle, of two in the middle their average, of all documents that have one."""
    own = in_order_of_size([s for s in heard[0].said if s.amount is not None], lowest=True)
    if len({unit_of(s) for s in own}) != 1 or len({s.document.institute for s in own}) != len(own):
        return answer([], [], [], left_out(heard[0]), "这些数的单位或年度不同，没有一个中位数。")
    middle = own[(len(own) - 1) // 2 : len(own) // 2 + 1]
    amounts = [plainly(s.amount or Decimal(0)) for s in middle]
    unit = unit_of(own[0])
    result = plainly(rounded(sum(amounts, Decimal(0)) / len(amounts)))
    how = f"({' + '.join(map(grouped, amounts))}) ÷ 2 = {grouped(result)}" if len(amounts) == 2 else ""
    figure = StatedFigure(value=plain(result), unit=unit, amount_yuan=plain(result) if unit == "元" else None, how=how)
    text = f"{len(own)} 份文件的中位数 {money(result, unit)}" + (f"：{how}" if how else "")
    lines = [text, "；".join(map(told_in_english if english else told_of, own[:MOST]))]
    figures = [figure]
    if "平均" in survey.words:
        line, mean = _mean_of(own, unit)
        lines.insert(1, line)
        figures.append(mean)
    return answer(lines, [*figures, *(s.figure for s in own if s.figure is not None)], own, left_out(heard[0]))


def _mean_of(own: Sequence[Said], unit: str) -> tuple[str, StatedFigure]:
    """The average of amounts, in words and as a figure."""
    amounts = [plainly(s.amount or Decimal(0)) for s in own]
    mean = plainly(rounded(sum(amounts, Decimal(0)) / len(amounts)))
    how = f"({' + '.join(map(grouped, amounts))}) ÷ {len(amounts)} = {grouped(mean)}"
    yuan = plain(mean) if unit == "元" else None
    return f"平均 {money(mean, unit)}：{how}", StatedFigure(value=plain(mean), unit=unit, amount_yuan=yuan, how=how)


def _claim_holds(claim: str, number: int, against: bool, *, complete: bool) -> bool | None:
    """Whether all do, or so many at least, or none; None where documents that were not heard could make it otherwise."""
    if claim == "none":
        return False if number else True if complete else None
    if claim == "all":
        return False if against else True if complete else None
    return True if number >= int(claim) else False if complete else None


def _counts(said: Said, survey: Survey) -> bool:
    """Whether a document is one of those that are asked for."""
    if survey.moved:
        moved = -(said.amount or Decimal(0)) if survey.moved == "down" else said.amount or Decimal(0)
        return moved > 0 and (survey.bound is None or survey.bound.holds(moved))
    return survey.bound is None or survey.bound.holds(said.amount)


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
    return told or _ranked(replace(survey, act=Act.RANK, ranks=()), heard, documents, english)


def _each(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
    place = {d.id: i for i, d in enumerate(documents)}
    own = sorted(heard[0].said, key=lambda s: place[s.document.id])
    lines = ["；".join(told_in_english(s) if english else told_of(s) for s in own[:MOST])]
    figures = [s.figure for s in own[:MOST] if s.figure is not None]
    two = [s for s in own if s.amount is not None]
    if len(own) == len(two) == 2 and _APART.search(survey.words) and unit_of(two[0]) == unit_of(two[1]):
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
    Act.RANK: _ranked,
    Act.SUM: _aggregated,
    Act.AVERAGE: _aggregated,
    Act.COUNT: _counted,
    Act.LIST: _counted,
    Act.SPREAD: spread,
    Act.GAP: _apart,
    Act.TIMES: times,
    Act.EACH: _each,
    Act.ALIKE: _alike,
    Act.MEDIAN: _median,
}
