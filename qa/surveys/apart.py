"""Two amounts held against one another: two bodies as they are named, or two places of a ranking."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.text import UNIT_YUAN
from qa.answer import AnswerOut, StatedFigure, grouped, plain, rounded
from qa.documents.catalog import Document
from qa.surveys.each import Heard, Said
from qa.surveys.survey import Survey
from qa.surveys.told import answer, gap_of, in_order_of_size, left_out, plainly, told_in_english, told_of, unit_of
from qa.words.bounds import Held


def spread(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
    """Two places of a ranking, the highest and the lowest where none are named, and how far they are apart, or how many
    times as much the one is as the other."""
    own = in_order_of_size([s for s in heard[0].said if s.amount is not None], lowest=False)
    first, last = survey.ranks or (1, -1)
    if len({unit_of(s) for s in own}) != 1 or len(own) < max(2, first, last):
        return answer([], [], [], left_out(heard[0]))
    ends = [own[first - 1 if first > 0 else first], own[last - 1 if last > 0 else last]]
    told = told_in_english if english else told_of
    called = [_placed(first), _placed(last)]
    groups = [_alike(s, own, place) for s, place in zip(ends, (first, last), strict=True)]
    second = "；".join(f"{name}是 {'、'.join(map(told, group))}" for name, group in zip(called, groups, strict=True))
    stated = [s.figure for group in groups for s in group if s.figure is not None]
    if survey.ratio:
        a, b = (plainly(s.amount or Decimal(0)) for s in ends)
        if not b:
            return answer([], [], own, left_out(heard[0]), f"{ends[1].document.institute}的数是 0，不能作除数。")
        result, percent = rounded(a / b), rounded(a / b * 100)
        how = f"{grouped(a)} ÷ {grouped(b)}"
        figures = [
            StatedFigure(value=plain(result), unit="倍", how=f"{how} = {grouped(result)}"),
            StatedFigure(value=plain(percent), unit="%", how=f"{how} = {grouped(percent)}%"),
        ]
        text = f"{grouped(result)} 倍（{percent}%）：{how} = {grouped(result)}"
        return answer([text, second], [*figures, *stated], ends, left_out(heard[0]))
    gap, figure = gap_of(*ends)
    cited = [s for group in groups for s in group]
    return answer([f"相差 {gap}", second], [figure, *stated], cited, left_out(heard[0]))


def _alike(end: Said, own: Sequence[Said], place: int) -> list[Said]:
    """All that share the first place, or the last; of a place between only the one that is counted."""
    return [s for s in own if s.amount == end.amount] if place in {1, -1} else [end]


def _placed(place: int) -> str:
    return "最高的" if place == 1 else "最低的" if place == -1 else f"{'倒数' if place < 0 else ''}第 {abs(place)} 名"


def _two_apart(own: Sequence[Said], documents: Sequence[Document]) -> bool:
    """Whether two are held against one another: two institutes, or two documents of one."""
    named = {d.institute for d in documents}
    return len(own) == 2 and (
        len(documents) == 2 if len(named) != 2 else own[0].document.institute != own[1].document.institute
    )


def apart(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut | None:
    """By how much the first has more than the second, in the order in which they are named; None where not two have it."""
    place = {d.id: i for i, d in enumerate(documents)}
    own = sorted((s for s in heard[0].said if s.amount is not None), key=lambda s: place[s.document.id])
    if survey.named and len(own) < min(len(documents), 2):
        lacking = next(d for d in documents if d.id not in {s.document.id for s in own})
        nothing = f"{lacking.institute}的文件里没有这个数，不能相比。"
        return answer([], [], [], left_out(heard[0]), nothing)
    if not _two_apart(own, documents):
        return None
    if own[0].figure is None or own[1].figure is None or unit_of(own[0]) != unit_of(own[1]):
        return answer([], [], [], left_out(heard[0]), "这两个数的单位不同，不能相比。")
    if "百分点" in survey.words and unit_of(own[0]) != "%":
        return answer([], [], [], left_out(heard[0]), "这两个数不是百分比，没有相差几个百分点。")
    gap, figure = gap_of(*own)
    more = (own[0].amount or Decimal(0)) - (own[1].amount or Decimal(0))
    word = "多" if more > 0 else "少"
    a, b = own[0].document.institute, own[1].document.institute
    text = f"{a} 比 {b} {word} {gap}" if more else f"{a} 与 {b} 一样多，相差 {gap}"
    if survey.said:
        right = not more if survey.said == "同" else more > 0 if survey.said in {"多", "高", "大"} else more < 0
        right = right and (survey.held is None or as_held(survey.held, abs(more), unit_of(own[0])))
        text = ("是，" if right else "不是，") + text
    if english:
        head = {"是，": "Yes. ", "不是": "No. "}.get(text[:2], "") if survey.said else ""
        text = (
            f"{a} has {'more' if more > 0 else 'less'} than {b}, by {gap}" if more else f"{a} has as much as {b}: {gap}"
        )
        text = head + text
    lines = [text, "；".join(told_in_english(s) if english else told_of(s) for s in own)]
    return answer(lines, [figure, *(s.figure for s in own if s.figure is not None)], own, left_out(heard[0]))


def as_held(held: Held, amount: Decimal, unit: str) -> bool:
    """Whether an amount is what somebody says: in the unit that is said."""
    if held.unit in UNIT_YUAN and unit == "元":
        return held.holds(amount / UNIT_YUAN[held.unit])
    return held.unit.split("(")[0] in {"", unit.split("(")[0]} and held.holds(amount)


def times(survey: Survey, heard: list[Heard], documents: Sequence[Document], english: bool) -> AnswerOut:
    """How many times as much the first has as the second, in the order in which they are named."""
    place = {d.id: i for i, d in enumerate(documents)}
    own = sorted((s for s in heard[0].said if s.amount is not None), key=lambda s: place[s.document.id])
    if (
        not _two_apart(own, documents)
        or own[0].figure is None
        or own[1].figure is None
        or unit_of(own[0]) != unit_of(own[1])
    ):
        return answer([], [], [], left_out(heard[0]))
    a, b = (plainly(s.amount or Decimal(0)) for s in own)
    if not b:
        return answer([], [], own, left_out(heard[0]), f"{own[1].document.institute}的数是 0，不能作除数。")
    result = rounded(a / b)
    how = f"{grouped(a)} ÷ {grouped(b)} = {grouped(result)}"
    percent = rounded(a / b * 100)
    shown = f"{grouped(a)} ÷ {grouped(b)} = {grouped(percent)}%"
    figures = [
        StatedFigure(value=plain(result), unit="倍", how=how),
        StatedFigure(value=plain(percent), unit="%", how=shown),
    ]
    first, second = (f"{s.document.institute}{f' {s.document.year} 年' if s.document.year else ''}" for s in own)
    told = told_in_english if english else told_of
    text = (
        f"{first} ÷ {second}: {grouped(result)} ({shown})"
        if english
        else f"{first}是 {second}的 {grouped(result)} 倍（{percent}%）：{how}"
    )
    if survey.held is not None:
        of_it = (a / b * 100, "%") if survey.held.unit == "%" else (result, "倍")
        text = ("是，" if as_held(survey.held, *of_it) else "不是，") + text
    lines = [text, "；".join(told(s) for s in own)]
    return answer(lines, [*figures, *(s.figure for s in own if s.figure is not None)], own, left_out(heard[0]))
