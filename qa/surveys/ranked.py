"""Documents in one order by what they say of an item: rankings, their places, and what the first few come to together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from qa.answer import AnswerOut, StatedFigure, grouped, money, plain
from qa.documents.catalog import Document
from qa.plain.sentences import question_text
from qa.surveys.each import Heard, Said
from qa.surveys.survey import Survey
from qa.surveys.told import (
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
from qa.words.plan import TOGETHER

APART_ASKED = re.compile(r"相?差(?:了|是|有|距|额)*(?:多少|几|多大)")


def ranked(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
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
    two_asked = places in ([1, 2], [2, 1]) and len(shown) == 2 and APART_ASKED.search(survey.words) is not None
    if two_asked and len(own) > 2:
        gap, figure = gap_of(shown[0], shown[1])
        lines.append(f"{'Apart by' if english else '相差'} {gap}")
        figures.append(figure)
    if len(own) == 2:  # one of two: by how much
        sizes = [replace(s, amount=abs(s.amount or Decimal(0))) for s in own] if survey.moved else own
        gap, figure = gap_of(sizes[0], sizes[1])
        lines.append(f"{'Apart by' if english else '相差'} {gap}")
        figures.append(figure)
    return answer(lines, figures, shown, [*left_out(heard[0]), *_shared(own, word, places)])


def _shared(own: Sequence[Said], word: str, places: Sequence[int]) -> list[str]:
    """That several share the first place of a ranking, which are told one after another."""
    first = sum(s.amount == own[0].amount for s in own)
    return [f"{word}的有 {first} 家并列"] if first > 1 and not places else []


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
