"""The same item of several documents side by side: years of one institute, and institutes held against one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from qa.answer import Outcome, Stated, StatedFigure, Status, grouped, money, plain, rounded
from qa.documents.figures import Figure, View
from qa.documents.values import unlike
from qa.outcomes.arithmetic import common_unit, in_unit, plainly
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of


def over_years(words: str, views: Sequence[View]) -> tuple[list[tuple[Outcome, View]], str, list[StatedFigure]] | None:
    """An item in the documents of several years, newest first: each figure, and what it changed by from the oldest to
    the newest, in words and as figures; None where one of them has no figure of it."""
    item = re.sub(r"(?:比|较|与|和|同|跟|相比).*$", "", words) or words
    item = re.sub(
        r"(?:历年|逐年|近[几三五两]年|这[几三五两]年|变化|趋势|增减|情况|20\d\d年?(?:度)?|[和与到、至])", "", item
    )
    found = []
    for view in views:
        target = targets_of(item, view, Wanted())[0]
        if target.figure is None or target.figure.value is None or target.open:
            return None
        found.append((target.figure, view))
    (new, _), (old, _) = found[0], found[-1]
    unit = common_unit([new, old])
    now, then = in_unit(new, unit), in_unit(old, unit)
    if now is None or then is None:
        return None
    gap = now - then if new.unit == old.unit else plainly(now - then)
    how = f"{grouped(_told_in(now, new, unit))} − {grouped(_told_in(then, old, unit))} = {grouped(gap)}"
    moved = Stated(gap, unit, (), how)
    figures = [moved.out()]
    word = "增加" if gap > 0 else "减少" if gap < 0 else "持平，变化"
    text = f"{word} {money(abs(gap), unit)}：{how}"
    if then:
        percent = rounded(gap / then * 100)
        how = f"{grouped(gap)} ÷ {grouped(_told_in(then, old, unit))} = {percent}%"
        figures.append(Stated(percent, "%", (), how).out())
        text += f"；{percent}%：{how}"
    claim = re.search(r"(?P<up>增加|上升|增长|涨|多)|(?P<down>减少|下降|降|少)", re.sub(r"是不是|是否", "", words))
    if claim is not None and re.search(r"(?:吗|吧|么|是不是|是否|对不对)", words):
        text = ("是，" if (gap > 0 if claim["up"] else gap < 0) else "不是，") + text
    parts = []
    for figure, view in found:
        told = f"{figure.called} {money(figure.number, figure.unit)}（第 {figure.page} 页，{figure.place}）"
        parts.append((Outcome(Status.ANSWERED, told, [Stated.of(figure)]), view))
    return parts, text, figures


def _told_in(value: Decimal, figure: Figure, unit: str) -> Decimal:
    """With the printed decimals, unless it was converted."""
    return value if figure.unit == unit else plainly(value)


def without_it(parts: Sequence[tuple[Outcome, View]]) -> str:
    """Which of the bodies asked have not got what others of them have, so that none of them goes untold."""
    metas = [(o, v.disclosure.meta) for o, v in parts]
    there = {meta.institute for o, meta in metas if o.found}
    gone = [(o, meta) for o, meta in metas if meta.institute not in there and o.text.startswith("文件里没有")]
    told = (f"{meta.institute}{f' {meta.year} 年' if meta.year else ''}：{o.text}" for o, meta in gone if there)
    return "\n".join(dict.fromkeys(told))


def side_by_side(parts: Sequence[tuple[Outcome, View]]) -> tuple[str, list[StatedFigure]]:
    """What the main figures of several documents come to beside one another: in order, and by how much two differ."""
    mains = [(o.stated[0], v) for o, v in parts if o.found and o.stated]
    if len(mains) < 2 or len({"元" if s.yuan is not None else s.unit for s, _ in mains}) > 1:
        return "", []
    if any(_HEAD.match(o.text) for o, _ in parts) or any("−" in s.how for s, _ in mains):
        return "", []  # whether it went up or is more: amounts of either sign are in no order of size
    if unlike(s.sources[0].table for s, _ in mains if s.sources and not s.how):
        return "", []  # of one all money, of another a part of it

    def size(entry: tuple[object, View]) -> Decimal:
        stated = mains[[m[1] for m in mains].index(entry[1])][0]
        return stated.yuan if stated.yuan is not None else stated.value

    ranked = sorted(mains, key=size, reverse=True)
    names = [f"{v.disclosure.meta.institute}{v.disclosure.meta.year or ''}年" for _, v in ranked]
    text = f"从高到低：{'、'.join(names)}"
    if len(ranked) != 2:
        return text, []
    a, b = size(ranked[0]), size(ranked[1])
    unit = "元" if ranked[0][0].yuan is not None else ranked[0][0].unit
    how = f"{grouped(Decimal(plain(a)))} − {grouped(Decimal(plain(b)))} = {grouped(Decimal(plain(a - b)))}"
    gap = Decimal(plain(a - b))
    figure = StatedFigure(value=plain(gap), unit=unit, amount_yuan=plain(gap) if unit == "元" else None, how=how)
    return f"{text}；相差 {money(gap, unit)}：{how}", [figure]


_BOTH_DO = re.compile(r"(?P<whether>是否|是不是)(?:全|全都|都|均|也都)(?!是不是|是否)")
_BOTH_SAID = re.compile(
    r"(?<!首)(?:全都|都|均|全)(?P<told>[^,，?？]*?)(?P<asks>[,，]?(?:对吗|对不对|是吗|是不是|对吧|吗|么|吧)[?？]?)$"
)
_HEAD = re.compile(r"^(是|不是|有|没有)[，,]")
_DENIED = re.compile(r"(?:都|均|全)(?:是)?(?:没有?|未|无)")
_UNCLEAR = re.compile(r"(?:都|均|全)(?:是)?不")


def each_alone(words: str) -> str:
    """What is asked of several documents together, whether all of them do something, as it is asked of each."""
    return _BOTH_SAID.sub(r"\g<told>\g<asks>", _BOTH_DO.sub(r"\g<whether>", words))


def of_all(words: str, parts: Sequence[tuple[Outcome, View]]) -> str:
    """Whether all do what it is asked whether all of them do, from what each says; empty where that is not asked, or where
    one is answered otherwise."""
    if _BOTH_DO.search(words) is None and _BOTH_SAID.search(words) is None:
        return ""
    heads = [_HEAD.match(outcome.text) for outcome, _ in parts if outcome.found]
    said = [head[1] for head in heads if head is not None]
    if len(said) < len(heads) or not said or (_UNCLEAR.search(words) and not set(said) <= {"是", "不是"}):
        return ""
    yes = {"是", "没有"} if _DENIED.search(words) else {"是", "有"}
    number = sum(head in yes for head in said)
    lacking = [v.disclosure.meta.institute for outcome, v in parts if not outcome.found]
    if lacking and number == len(said):
        return f"说不准，{'、'.join(lacking)}的文件里没有这个数："
    return f"是，{len(said)} 家都是" if number == len(said) else f"不是，{len(said)} 家里有 {number} 家是"
