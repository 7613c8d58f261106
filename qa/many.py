"""One answer made of many documents: rankings, sums and averages, and the same item of several documents side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from extract.model import Verdict
from extract.text import folded
from qa.across import Across
from qa.answer import (
    WORST,
    AnswerOut,
    Citation,
    Outcome,
    Stated,
    StatedFigure,
    Status,
    english_money,
    grouped,
    money,
    numbers_in,
    plain,
    rounded,
)
from qa.arithmetic import common_unit, in_unit, plainly
from qa.catalog import Document
from qa.figures import Figure, View
from qa.pick import Item, like
from qa.plan import TOGETHER, Plan, read_plan
from qa.resolve import Wanted
from qa.targets import targets_of
from qa.values import How, Tally, Value

_REFERENCES = 3  # documents whose words tell what an item is called
_SHOWN = 5
_WHO = re.compile(
    r"(?:是)?(?:谁|哪(?:个|家|些|几个|几家|一个|一家)?(?:单位|部门|机构|研究所|院|所|局|街道|中心|馆|学校|文件)?)(?:的|家的)?|(?:各|所有|全部|这些|每)(?:个|家)?(?:单位|部门|机构|文件)(?:的)?|平均(?:是|为)?|最(?:高|多|大|低|少|小)|排名|排第.|前(?:\d+|[一二三四五六七八九十])(?:名|位|家)?"
)
_LEVELS = {"unit": "单位", "department": "部门（含所属单位）"}
_KINDS = {"budget": "预算", "final": "决算"}


def over_all(
    words: str, documents: Sequence[Document], across: Across, view: Callable[[str], View], *, english: bool = False
) -> AnswerOut:
    """A ranking, a sum, an average or a count over documents, by what the question asks."""
    asked = read_plan(folded(words))
    items = _items(_WHO.sub("", asked.text), documents, view, asked.plan)
    if not items:
        named = _WHO.sub("", asked.text)
        told = f"The documents have no figure of “{named}”." if english else f"这些文件里没有“{named}”的数字。"
        return AnswerOut(answer=told, status=Status.NOT_FOUND)
    ids = [d.id for d in documents]
    how = _how(asked.text)
    if how is not None:
        return _aggregated(items, how, ids, across, view, english=english)
    most = re.search(r"前(\d+|[一二三四五六七八九十])", asked.text)
    limit = _SHOWN if most is None else int(most[1]) if most[1].isdigit() else "零一二三四五六七八九十".index(most[1])
    order = "asc" if re.search(r"最(?:低|少|小)|从低到高|从小到大", asked.text) else "desc"
    return _ranked(items, order, limit, ids, across, view, english=english)


def _how(text: str) -> How | None:
    if "平均" in text:
        return How.AVERAGE
    if TOGETHER.search(text):
        return How.SUM
    return None


def _items(words: str, documents: Sequence[Document], view: Callable[[str], View], plan: Plan) -> tuple[Item, ...]:
    """What the words mean, as the first documents that know them call it."""
    found: list[Item] = []
    for document in documents[:_REFERENCES]:
        own = view(document.id)
        target = targets_of(words, own, Wanted(unit=plan.unit))[0]
        if target.figure is not None and not target.open:
            found += like(target.figure)
    return tuple(dict.fromkeys(found))


def _ranked(
    items: Sequence[Item],
    order: str,
    limit: int,
    ids: Sequence[str],
    across: Across,
    view: Callable[[str], View],
    *,
    english: bool,
) -> AnswerOut:
    """All documents in one order: a ranking adds nothing up, so levels and kinds may stand in it together, named."""
    rankings = [r for r in across.ranking(items, order, limit, documents=ids) if r.entries]
    mixed = len(rankings) > 1
    entries = [
        (v, f"{_LEVELS.get(r.level, '')}{_KINDS.get(r.kind, '')}" if mixed else "") for r in rankings for v in r.entries
    ]
    entries.sort(key=lambda e: e[0].comparable, reverse=order == "desc")
    entries = entries[:limit]
    word = "最低" if order == "asc" else "最高"
    if english:
        text = ("Lowest: " if order == "asc" else "Highest: ") + "; then ".join(_told_in_english(v) for v, _ in entries)
    else:
        text = f"{word}的是 " + "；其次 ".join(_told(v) + (f"，{label}" if label else "") for v, label in entries)
    notes = [note for r in rankings for note in _left_out(r.tally)]
    conflicts = [v.institute for v, _ in entries if v.verdict == "conflict"]
    if conflicts:
        notes.append(f"原文不平：{'、'.join(conflicts)}的数与其文件中别的数对不上，按印出的给出")
    notes += _corrected([v for v, _ in entries], view)
    lines = [text] if entries else []
    return _answer(
        lines, [_figure(v) for v, _ in entries], [_cite(v) for v, _ in entries], notes, [v.verdict for v, _ in entries]
    )


def _aggregated(
    items: Sequence[Item],
    how: How,
    ids: Sequence[str],
    across: Across,
    view: Callable[[str], View],
    *,
    english: bool,
) -> AnswerOut:
    lines, figures, cited, notes = [], [], [], []
    verdicts: list[str] = []
    for part in sorted(across.aggregate(items, how, documents=ids), key=lambda p: -len(p.values)):
        if part.result is None:
            continue
        word = {How.SUM: "合计", How.AVERAGE: "平均"}[how]
        shown = " + ".join(grouped(v.comparable) for v in part.values)
        total = f"({shown}) ÷ {len(part.values)}" if how is How.AVERAGE else shown
        line = f"{_LEVELS.get(part.level, '')}{_KINDS.get(part.kind, '')} {len(part.values)} 份文件{word} {money(part.result, part.unit)}"
        if english:
            told = {How.SUM: "Sum", How.AVERAGE: "Average"}[how]
            line = f"{told} over {len(part.values)} documents: {english_money(part.result, part.unit)}"
        verdicts += [v.verdict for v in part.values]
        lines.append(line + (f"：{total} = {grouped(part.result)}" if len(part.values) <= _SHOWN else ""))
        amount = plain(part.result) if part.unit == "元" else None
        figures.append(
            StatedFigure(
                value=plain(part.result), unit=part.unit, amount_yuan=amount, how=f"{total} = {grouped(part.result)}"
            )
        )
        cited += [_cite(v) for v in part.values]
        notes += _left_out(part.tally) + _corrected(part.values, view)
        if len(part.years) > 1:
            notes.append(f"包括 {'、'.join(map(str, part.years))} 年")
    return _answer(lines, figures, cited, notes, verdicts)


def _answer(
    lines: list[str], figures: list[StatedFigure], cited: list[Citation], notes: list[str], verdicts: Sequence[str]
) -> AnswerOut:
    if not lines:
        return AnswerOut(
            answer="这些文件里没有可以比较的数字。", status=Status.NOT_FOUND, confidence_note="；".join(notes)
        )
    return AnswerOut(
        answer="\n".join(lines),
        figures=tuple(figures),
        citations=tuple(cited),
        status=Status.ANSWERED,
        verdict=next((v.value for v in WORST if v.value in verdicts), ""),
        confidence_note="；".join(dict.fromkeys(notes)),
    )


def _told_in_english(value: Value) -> str:
    name = value.row or value.column.split("/")[-1]
    return f"{value.institute} {value.year or ''}: {name} {english_money(value.value, value.unit)} (p. {value.page})"


def _told(value: Value) -> str:
    year = f" {value.year} 年" if value.year else ""
    return f"{value.institute}{year}：{value.row or value.column.split('/')[-1]} {money(value.value, value.unit)}（第 {value.page} 页）"


def _figure(value: Value) -> StatedFigure:
    yuan = None if value.amount_yuan is None else plain(value.amount_yuan)
    return StatedFigure(value=f"{value.value:f}", unit=value.unit, amount_yuan=yuan)


def _cite(value: Value) -> Citation:
    text = value.sentence or " ".join(filter(None, (value.row, value.column, f"{value.value:f}")))
    if value.sentence and value.verdict == Verdict.CORRECTED and value.value not in numbers_in(folded(text)):
        text += f"（已更正：由人核定为 {value.value:f}{value.unit}）"
    return Citation(
        document=value.document, file=value.file, institute=value.institute, year=value.year,
        page=value.page, box=value.box, table=value.table, text=text,
    )  # fmt: skip


def _corrected(values: Sequence[Value], view: Callable[[str], View]) -> list[str]:
    """Which figures people decided, the first of them with what had been read."""
    decided = [v for v in values if v.verdict == Verdict.CORRECTED]
    told = []
    for value in decided[:_REFERENCES]:
        figures = [f for f in view(value.document).figures if f.was and f.page == value.page and f.value == value.value]
        was = next((f.was for f in figures if all(abs(a - b) < 0.1 for a, b in zip(f.box, value.box, strict=True))), "")
        told.append(f"{value.institute}（第 {value.page} 页）{f'原读 {was}' if was else '读数无误'}")
    more = f"等 {len(decided)} 个数" if len(decided) > len(told) else ""
    return [f"已更正（由人核定）：{'；'.join(told)}{more}"] if told else []


def _left_out(tally: Tally) -> list[str]:
    told = (
        (tally.absent, "份文件没有这一项"),
        (tally.blank, "份文件该格为空白"),
        (tally.review, "份文件的数待复核，没有计入"),
        (tally.repeated, "份文件与另一份重复，没有计入"),
    )
    return [f"{len(ids)} {words}" for ids, words in told if ids]


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
    parts = []
    for figure, view in found:
        told = f"{figure.called} {money(figure.number, figure.unit)}（第 {figure.page} 页，{figure.place}）"
        parts.append((Outcome(Status.ANSWERED, told, [Stated.of(figure)]), view))
    return parts, text, figures


def _told_in(value: Decimal, figure: Figure, unit: str) -> Decimal:
    """With the printed decimals, unless it was converted."""
    return value if figure.unit == unit else plainly(value)


def side_by_side(parts: Sequence[tuple[Outcome, View]]) -> tuple[str, list[StatedFigure]]:
    """What the main figures of several documents come to beside one another: in order, and by how much two differ."""
    mains = [(o.stated[0], v) for o, v in parts if o.found and o.stated]
    if len(mains) < 2 or len({"元" if s.yuan is not None else s.unit for s, _ in mains}) > 1:
        return "", []

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
