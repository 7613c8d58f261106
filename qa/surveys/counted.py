"""How many documents have an amount as asked for, and which; what these come to; who is over the average."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from qa.answer import AnswerOut, StatedFigure, grouped, money, plain, rounded
from qa.documents.catalog import Document
from qa.surveys.each import Heard, Said
from qa.surveys.reworded import NOT_PRINTED
from qa.surveys.survey import Act, Bound, Survey
from qa.surveys.told import (
    MOST,
    SHOWN,
    answer,
    in_order_of_size,
    left_out,
    plainly,
    told_in_english,
    told_of,
    unit_of,
)

OF_ITS_BUDGET = "决算比预算少多少"
"""What each is asked whose spending is held against its own budget: only final accounts have both."""


def counted(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
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
    if not holding and _half_heard(survey, heard):
        return answer([], [], [], left_out(heard[0]), f"多数文件里没有“{'、'.join(survey.asked)}”，说不准有几家。")
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
        if right is None and survey.asked[0].endswith(OF_ITS_BUDGET):
            return answer([], [], [], left_out(heard[0]), "不是每一家都有预算数和决算数，说不准。")
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


def _half_heard(survey: Survey, heard: Sequence[Heard]) -> bool:
    """Whether it is asked who has something of which most documents say nothing: that nobody has it may be no more than that its
    words were not read."""
    some = survey.bound == Bound("some") and not survey.claim and not survey.moved
    return some and any(len(h.absent) - len(h.lacking) > len(h.said) for h in heard)


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
    r"|(?:哪(?:些|[几两三四五]?[家个])|谁)(?:单位|机构|部门)?[、,，?？；;](?:它们|这些|他们|这几家|那几家|其)?(?:单位)?(?:的[^,，?？]{2,12}?)?(?:又|一起|全部)*(?:(?P<average>平均)|合计|一共|总共|加起来|加总|总额|总和|之和)(?:起来|下来)?(?:是|有|为|花了?|列了?)*多少"
)


def _together(survey: Survey, own: Sequence[Said]) -> tuple[str, StatedFigure] | None:
    """What those that a condition holds of come to, or have on average, where the question asks that; None where not."""
    m = _OF_THOSE.search(survey.words)
    amounts = [plainly(s.amount) for s in own if s.amount is not None]
    if m is None or survey.claim or len(survey.asked) != 1 or len({unit_of(s) for s in own}) != 1 or not amounts:
        return None
    mean = m["mean"] or m["average"]
    total, unit = sum(amounts, Decimal(0)), unit_of(own[0])
    result = plainly(rounded(total / len(amounts)) if mean else total)
    how = f"({' + '.join(map(grouped, amounts))})" + (f" ÷ {len(amounts)}" if mean else "")
    how += f" = {grouped(result)}"
    figure = StatedFigure(value=plain(result), unit=unit, amount_yuan=plain(result) if unit == "元" else None, how=how)
    return f"这 {len(own)} 家{'平均' if m['mean'] else '合计'} {money(result, unit)}：{how}", figure


def against_average(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
    """Whose amounts are over the average of all that have one, or under it."""
    own = [s for s in heard[0].said if s.amount is not None]
    units = {unit_of(s) for s in own}
    if survey.bound is None or len(heard) != 1 or len(units) != 1:
        return answer([], [], [], left_out(heard[0]), "这些数的单位不同，不能平均。")
    amounts = [s.amount for s in own if s.amount is not None]
    mean = sum(amounts, Decimal(0)) / len(amounts)
    unit = units.pop()
    told = counted(replace(survey, bound=Bound(survey.bound.way, mean)), heard, documents, english)
    how = f"({' + '.join(grouped(plainly(a)) for a in amounts)}) ÷ {len(amounts)} = {grouped(plainly(rounded(mean)))}"
    return told.model_copy(update={"answer": f"{told.answer}\n平均 {money(plainly(rounded(mean)), unit)}：{how}"})


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
