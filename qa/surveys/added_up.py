"""What documents say of an item added up, averaged, in the middle of, and what part of the sum is one body's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import groupby

from qa.answer import AnswerOut, StatedFigure, english_money, grouped, money, plain, rounded
from qa.documents.across import Across
from qa.documents.catalog import Document
from qa.documents.figures import View
from qa.surveys.each import Heard, Said, hear
from qa.surveys.follow_ups import survey_of
from qa.surveys.survey import Act, Survey
from qa.surveys.told import (
    KINDS,
    LEVELS,
    MOST,
    OF_SEVERAL_SORTS,
    SHOWN,
    answer,
    in_order_of_size,
    left_out,
    plainly,
    told_in_english,
    told_of,
    unit_of,
)


def aggregated(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
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
            notes.append(OF_SEVERAL_SORTS)
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


def median(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
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
    if number and len(own) != number:
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
    notes = [*left_out(heard[0]), OF_SEVERAL_SORTS]
    return answer([text, "；".join(map(told_of, own))], figures, own, notes)


def share_of_first(
    words: str,
    first: int,
    number: int,
    documents: Sequence[Document],
    across: Across,
    view: Callable[[str], View],
) -> AnswerOut:
    """What part of the sum over documents the first few in order of size have together; not found where one of the documents
    has not got it, there are not so many bodies as are said (0: all)."""
    survey = survey_of(words)
    heard = hear(survey, documents, across, view) if len(survey.asked) == 1 else []
    own = in_order_of_size([s for s in heard[0].said if s.amount is not None], lowest=False) if heard else []
    if number and len(own) != number:
        own = [s for s in own if s.amount]
    there = len(documents) - len(heard[0].repeated) if heard else 0
    bodies = {s.document.institute for s in own}
    units = {unit_of(s) for s in own}
    if len(units) != 1 or len(bodies) != len(own) or len(own) != (number or there) or not 1 < first < len(own):
        return answer([], [], [], left_out(heard[0]) if heard else [], "不是每一家都有这个数，算不出占比。")
    amounts = [plainly(s.amount or Decimal(0)) for s in own]
    part, total, unit = sum(amounts[:first], Decimal(0)), sum(amounts, Decimal(0)), units.pop()
    if not total:
        return answer([], [], own, [], "合计是 0，算不出占比。")
    percent = rounded(part / total * 100)
    shown = " + ".join(map(grouped, amounts[:first]))
    how = f"({shown}) ÷ ({' + '.join(map(grouped, amounts))}) = {grouped(plainly(part))} ÷ {grouped(plainly(total))} = {percent}%"
    figures = [
        StatedFigure(value=plain(percent), unit="%", how=how),
        StatedFigure(
            value=plain(part), unit=unit, amount_yuan=plain(part) if unit == "元" else None,
            how=f"{shown} = {grouped(plainly(part))}",
        ),
    ]  # fmt: skip
    text = f"前 {first} 名合计 {money(plainly(part), unit)}，占 {len(own)} 家合计的 {percent}%：{how}"
    stated = [s.figure for s in own if s.figure is not None]
    alike = [f"第 {first} 名有并列的，取哪一家合计都一样"] if own[first - 1].amount == own[first].amount else []
    notes = [*alike, *left_out(heard[0]), OF_SEVERAL_SORTS]
    return answer([text, "；".join(map(told_of, own))], [*figures, *stated], own, notes)
