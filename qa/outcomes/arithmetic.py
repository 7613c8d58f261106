"""Answers that take arithmetic: sums, differences, shares, changes, what a kind of money does not pay for, and whether
places agree. All of it exact, on printed figures, and shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, permutations

from extract.codes import classification
from extract.model import Kind, State
from extract.text import UNIT_YUAN
from qa.answer import Outcome, Stated, Status, grouped, money, rounded
from qa.documents.figures import Figure, View
from qa.terms.resolve import Wanted, measure_of
from qa.terms.targets import Target, targets_of
from qa.words.plan import Plan, hidden, shown


def in_unit(figure: Figure, unit: str) -> Decimal | None:
    """A figure's value in a unit; None where it prints none, or its unit is of another sort."""
    if figure.value is None or figure.unit == unit:
        return figure.value
    if figure.yuan is None or unit not in UNIT_YUAN:
        return None
    return figure.yuan / UNIT_YUAN[unit]


def common_unit(figures: Sequence[Figure]) -> str:
    """The unit to calculate in: that of the finest figure."""
    units = [f.unit for f in figures if f.value is not None]
    return min(units, key=lambda u: UNIT_YUAN.get(u, Decimal(1))) if units else ""


def plainly(value: Decimal) -> Decimal:
    """Without an exponent, and without decimals that conversion made."""
    short = value.normalize()
    exponent = short.as_tuple().exponent
    return short.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else short


def missing(target: Target, words: str) -> Outcome:
    """No answer: what the document has no figure for."""
    said = "、".join(target.open) or words
    return Outcome(Status.NOT_FOUND, f"文件里没有“{said}”的数字。")


def total(found: Sequence[Target]) -> Outcome:
    """The sum of several figures."""
    figures = [t.figure for t in found if t.figure is not None]
    if any(_one_thing(a, b) for a, b in combinations(figures, 2)):
        return Outcome(Status.NOT_FOUND, "没有读懂要加起来的是哪几项：请逐项写明名称。", cited=[])
    if (twice := next((p for p in permutations(figures, 2) if _within(*p)), None)) is not None:
        part, whole = (f.called for f in twice)
        return Outcome(Status.NOT_FOUND, f"“{whole}”已经含有“{part}”，加起来会重复计算：请写明要哪几项。", cited=[])
    unit = common_unit(figures)
    values = [(f, in_unit(f, unit) or Decimal(0)) for f in figures]
    result = sum((v for _, v in values), Decimal(0))
    how = " + ".join(grouped(v) for _, v in values) + f" = {grouped(result)}"
    blanks = [f for f in figures if f.value is None]
    parts = "，".join(f"{f.called} {money(f.value, f.unit) if f.value is not None else '空白'}" for f in figures)
    outcome = Outcome(Status.ANSWERED, f"合计 {money(result, unit)}：{how}（{parts}）")
    outcome.stated = [
        Stated(result, unit, tuple(figures), how, "合计"),
        *(Stated.of(f) for f in figures if f.value is not None),
    ]
    outcome.notes += [f"“{w.called}”已经含有“{p.called}”" for p, w in permutations(figures, 2) if _under(p, w)]
    if blanks:
        outcome.notes.append("空白格没有计入：" + "、".join(f.called for f in blanks))
    return outcome


def _one_thing(a: Figure, b: Figure) -> bool:
    """Whether two figures are the same cell, or one item by two measures, which nobody adds up."""
    same = a.ref[0] == b.ref[0] and a.row == b.row and a.names == b.names and a.columns == b.columns
    return a.ref == b.ref or (same and a.measure != b.measure and bool(a.measure and b.measure) and not a.is_fact)


_OF_VEHICLES = frozenset(("purchase", "running", "vehicle_purchase", "vehicle_running"))


def _within(part: Figure, whole: Figure) -> bool:
    """Whether a row of spending is counted in another figure too: in the total of all spending, or one of the three public
    expenses in the total of them or of vehicles. Who adds a row to one above it by code is told so (_under)."""
    if part.is_fact or whole.is_fact or part.side == "income" or whole.side == "income":
        return False
    if part.table is Kind.THREE_PUBLIC and part.ref[0] == whole.ref[0] and part.measure == whole.measure:
        own, other = ({f.row_role, f.column_role} for f in (part, whole))
        return ("vehicles" in other and bool(own & _OF_VEHICLES)) or (
            "total" in other and bool(own & {"vehicles", "abroad", "reception", *_OF_VEHICLES})
        )
    if not part.code or not whole.total:
        return False
    of_columns = "total" in {part.column_role, whole.column_role} or part.column_role == whole.column_role
    grand = whole.row_role in {"total", "expenditure_total"} or not whole.row_role
    return (
        grand and whole.column_role in {"", "total", "basic", "project"} and (of_columns or part.ref[0] != whole.ref[0])
    )


def _under(part: Figure, whole: Figure) -> bool:
    """Whether a row stands below another by code in one table, so that its amount is counted in the other's."""
    below = bool(whole.code) and part.code.startswith(whole.code) and len(whole.code) < len(part.code)
    return below and part.ref[0] == whole.ref[0] and not part.is_fact


def measured_apart(a: Figure, b: Figure) -> bool:
    """Whether one of two items is a budget and the other final accounts, which nobody takes together: a blank cell of one
    measure is not that of the other. One item by two measures is another matter."""
    apart = {_measure_said(a), _measure_said(b)} == {"budget", "final"} and not (a.is_fact and b.is_fact)
    return apart and not (
        a.row == b.row and a.names == b.names and set(a.inner) - _BY_MEASURE == set(b.inner) - _BY_MEASURE
    )


_BY_MEASURE = frozenset(("预算数", "决算数"))


def _measure_said(figure: Figure) -> str:
    """By which measure an amount is: of the notes only where its own name says so (公务接待费：支出决算)."""
    if not figure.is_fact:
        return figure.measure
    said = _MEASURE_SAID.search(figure.row)
    return "" if said is None else "final" if said["final"] else "budget"


_MEASURE_SAID = re.compile(r"(?P<final>(?:支出|收入)?(?:决算|执行)数?)$|(?:年初|支出|收入)?预算数?$")


def average(found: Sequence[Target]) -> Outcome:
    """The mean of several figures, to two decimals; blanks are none of them."""
    outcome = total(found)
    if not outcome.found:
        return outcome
    added, count = outcome.stated[0], len(outcome.stated) - 1
    if not count:
        return Outcome(Status.NOT_FOUND, "这几项都没有填数，算不出平均数。", cited=[])
    mean = rounded(added.value / count)
    how = f"({added.how.partition(' = ')[0]}) ÷ {count} = {grouped(mean)}"
    parts = "，".join(f"{s.label} {money(s.value, s.unit)}" for s in outcome.stated[1:])
    outcome.text = f"平均 {money(mean, added.unit)}：{how}（{parts}）"
    outcome.stated[0] = Stated(mean, added.unit, added.sources, how, "平均")
    return outcome


_MEASURES = {"budget": "预算数", "final": "决算数", "prior": "上年数", "": "数"}


def difference(first: Figure, second: Figure) -> Outcome:
    """One figure less another."""
    if first.ref == second.ref:
        return Outcome(Status.NOT_FOUND, f"两边都是“{first.called}”，没有可以与之相比的数。", cited=[])
    unit = common_unit([first, second])
    a, b = in_unit(first, unit), in_unit(second, unit)
    if a is None or b is None:
        return Outcome(
            Status.NOT_FOUND,
            f"“{(first if a is None else second).called}”一格是空白，不能相减。",
            cited=[first, second],
        )
    result = a - b
    how = f"{grouped(a)} − {grouped(b)} = {grouped(result)}"
    word = "多" if result > 0 else "少" if result < 0 else "相等，差额"
    one, two = (f"{f.called}（{f.place}）" for f in (first, second))
    if one == two and first.measure != second.measure:
        one, two = (f"{f.called}的{_MEASURES.get(f.measure, '')}（{f.place}）" for f in (first, second))
    text = f"{one}比 {two}{word} {money(abs(result), unit)}：{how}"
    outcome = Outcome(Status.ANSWERED, text)
    outcome.stated = [Stated(result, unit, (first, second), how, "差额"), Stated.of(first), Stated.of(second)]
    return outcome


def less(first: Figure, parts: Sequence[Figure]) -> Outcome:
    """One figure less several others."""
    unit = common_unit([first, *parts])
    a = in_unit(first, unit)
    amounts = [in_unit(f, unit) for f in parts]
    if a is None or any(v is None for v in amounts):
        empty = next(f for f in (first, *parts) if f.value is None)
        return Outcome(Status.NOT_FOUND, f"“{empty.called}”一格是空白，不能相减。", cited=[first, *parts])
    told = [v for v in amounts if v is not None]
    result = a - sum(told, Decimal(0))
    if result < 0:
        said = "、".join(f.called for f in parts)
        return Outcome(
            Status.NOT_FOUND, f"“{said}”合起来比“{first.called}”还多，不都是它的一部分。", cited=[first, *parts]
        )
    how = f"{grouped(a)} − {' − '.join(grouped(v) for v in told)} = {grouped(result)}"
    names = "、".join(f.called for f in parts)
    outcome = Outcome(Status.ANSWERED, f"{first.called} 减去 {names} 为 {money(result, unit)}：{how}")
    outcome.stated = [
        Stated(result, unit, (first, *parts), how, "余数"),
        *(Stated.of(f) for f in (first, *parts)),
    ]
    return outcome


def children(parent: Figure, view: View) -> Outcome:
    """The rows one level below a coded row, added up and held against it."""
    lengths = sorted(classification("economic" if parent.table is Kind.BASIC else "functional").lengths)
    below = [n for n in lengths if n > len(parent.code)]
    rows = [
        f
        for f in view.column(parent)
        if below and len(f.code) == below[0] and f.code.startswith(parent.code) and f.value is not None
    ]
    if not rows or parent.value is None:
        return Outcome(Status.NOT_FOUND, f"“{parent.row}”之下没有列出下一级科目的数字。", cited=[parent])
    result = sum((f.number for f in rows), Decimal(0))
    gap = parent.value - result
    how = " + ".join(grouped(f.number) for f in rows) + f" = {grouped(result)}"
    less = f"{grouped(parent.value)} − {grouped(result)} = {grouped(gap)}"
    agrees = (
        "两者相等"
        if gap == 0
        else f"与“{parent.row}”的 {money(parent.value, parent.unit)} 相差 {money(abs(gap), parent.unit)}（{less}）"
    )
    outcome = Outcome(Status.ANSWERED, f"下一级合计 {money(result, parent.unit)}：{how}；{agrees}")
    outcome.stated = [
        Stated(result, parent.unit, tuple(rows), how, "下一级合计"),
        Stated(gap, parent.unit, (parent, *rows), less, "差额"),
        Stated.of(parent),
    ]
    return outcome


def moving(words: str, view: View) -> str:
    """What a change is asked of: the words before or behind those that name what it is against."""
    words = hidden(_AGAINST.sub("", words), view.whole_in(words))
    return shown(re.sub(r"(?:比|较|与|和|同|跟|相比).*$", "", words) or words)


_AGAINST = re.compile(
    r"^(?:那么?)?(?:比|较|与|和|同|跟)(?:上年|去年|上一年|前一年|往年|20\d\d年)度?(?:的)?(?:当年)?(?:预算|决算)?(?:执行)?(?:数)?(?:相?比(?:较)?(?:起来)?|来说)?,?"
)


def change(plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """What an item changed by against another year: as the notes print it, else from two printed columns."""
    loose = Wanted(None, "", "", ("increase", "decrease"), any_year=True)
    words = moving(plan.first, view)
    found = targets_of(words, view, loose)
    moves: list[Figure] = []
    for target in found:
        hits = [m.figure for m in target.matches if m.figure.relation in {"increase", "decrease"}]
        top = [f for f in hits if f.names[0].startswith(hits[0].names[0][:4])] if hits else []
        moves += [f for f in top if f.sentence == hits[0].sentence and _about(f, target)][:4]
    wants_rate = plan.unit == "%" and _AMOUNT_FIRST.search(plan.first) is None
    if plan.unit == "%":
        moves.sort(key=lambda f: (f.unit != "%") is wants_rate)
    wants_money = re.search(r"(?:万|亿)?元|多少钱", plan.first) is not None
    if wants_money and moves and not any(f.unit in UNIT_YUAN for f in moves):
        moves = [*_amount_beside(moves[0], view), *moves]
    if wants_money and not any(f.unit in UNIT_YUAN for f in moves) and (told := _from_prior(found, view)) is not None:
        rates = [f for f in moves if f.unit == "%"][:1]
        told.text = "；".join((told.text, *(f"{f.row} {money(f.number, f.unit)}" for f in rates)))
        told.stated += [Stated.of(f) for f in rates]
        return told
    printed = wants_rate and any(re.search(r"[增降减升长少][^,，;；。]{0,3}\d[\d.]*%", f.sentence) for f in moves)
    rate = None if printed else _rate_of(moves, words, view)  # what the notes print themselves is told from them
    if moves and (plan.unit != "%" or any(f.unit == "%" for f in moves) or rate is not None):
        lines = [f"{f.row} {money(f.number, f.unit)}" for f in moves]
        stated = [Stated.of(f) for f in moves]
        if rate is not None:
            place = 0 if wants_rate else len(lines)
            lines.insert(place, f"变化 {rate.value}%：{rate.how}")
            stated.insert(place, rate)
        return Outcome(Status.ANSWERED, "；".join(lines), stated)
    return (
        _from_columns(found, view, wants_rate=wants_rate)
        or _from_prior(found, view)
        or Outcome(Status.NOT_FOUND, "文件里没有可以与其他年度比较的数字。")
    )


def _amount_beside(rate: Figure, view: View) -> list[Figure]:
    """The one amount that a sentence tells in the same direction as a rate (减少…万元，下降…%); none where it tells several."""
    told = [
        f for f in view.figures
        if f.is_fact and f.sentence == rate.sentence and f.relation == rate.relation and f.unit in UNIT_YUAN
    ]  # fmt: skip
    return told if len(told) == 1 else []


_AMOUNT_FIRST = re.compile(r"多少(?:万元|亿元|元|钱)?[,，、?？和].*(?:百分|幅|率|比例|%|几个点)")


def _rate_of(moves: Sequence[Figure], words: str, view: View) -> Stated | None:
    """The rate of the one amount that the notes say something moved by, where they print no rate: the amount over what it
    was before, which is what it is less that. None where that is not known, or it was nothing."""
    amounts = [f for f in moves if f.unit in UNIT_YUAN]
    if len(amounts) != 1 or len(moves) > 1:
        return None
    move = amounts[0]
    base = _stands_at(move, words, view)
    now = in_unit(base, move.unit) if base is not None else None
    if base is None or now is None:
        return None
    up = move.relation == "increase"
    before = now - move.number if up else now + move.number
    if before <= 0:
        return None
    percent = rounded(move.number / before * 100) * (1 if up else -1)
    how = f"{grouped(move.number)} ÷ ({grouped(now)} {'−' if up else '+'} {grouped(move.number)}) = {abs(percent)}%"
    return Stated(percent, "%", (base, move), how, "幅度")


def rate_of(move: Figure, words: str, view: View) -> Stated | None:
    """The rate of an amount that the notes say something moved by, worked out from what that stands at; None where it is not known."""
    return _rate_of([move], words, view)


def _about(figure: Figure, target: Target) -> bool:
    return any(
        name in figure.names[0] or figure.names[0] in name
        for t in target.terms.terms
        for name in [t.text, *(n for n, _ in t.names)]
    )


def _from_prior(found: Sequence[Target], view: View) -> Outcome | None:
    """This year's and last year's amount of one paragraph (2023年执行数为 …, 2024年预算安排 …), one less the other."""
    for target in found:
        named = {n for t in target.terms.terms for n, _ in t.names}
        told = [f for f in view.figures if f.is_fact and f.yuan is not None and named & set(f.names)]
        whole = [
            f for f in told if all(any(n in name for name in f.names for n, _ in t.names) for t in target.terms.terms)
        ]
        told = whole or told  # 组织事务的一般行政管理事务: that of its own 款
        before = [f for f in told if f.relation == "prior"]
        now = [
            f
            for f in told
            if f.relation in {"amount", "budgeted", "final"} and f.sentence == (before[0].sentence if before else "")
        ]
        if before and now:
            outcome = difference(now[0], before[0])
            if outcome.found and not outcome.stated[0].value:
                outcome.text = f"持平：{outcome.text}"
            return outcome
    return None


def _from_columns(found: Sequence[Target], view: View, *, wants_rate: bool = False) -> Outcome | None:
    this = view.disclosure.meta.year
    for target in found:
        figures = [m.figure for m in target.matches if not m.figure.is_fact and m.figure.value is not None]
        for figure in figures[:_LOOKED_AT] if not target.open else ():
            pair = both_years(figure, view, this)
            if pair is None:
                continue
            now, before = pair
            outcome = difference(now, before)
            a, b = now.number, before.number
            word = "增加" if a > b else "减少" if a < b else "持平，相差"
            outcome.text = (
                f"{now.called} {now.year} 年 {money(a, now.unit)}，比 {before.year or (this or 1) - 1} 年的 {money(b, before.unit)}{word} "
                f"{money(abs(a - b), now.unit)}：{outcome.stated[0].how}（第 {now.page} 页，{now.place}）"
                if outcome.found and now.unit == before.unit
                else outcome.text
            )
            if outcome.found and before.value:
                percent = rounded((a - b) / b * 100)
                how = f"({grouped(a)} − {grouped(b)}) ÷ {grouped(b)} = {percent}%"
                outcome.text += f"；变化 {percent}%：{how}"
                rate = Stated(percent, "%", (now, before), how, "幅度")
                outcome.stated.insert(0 if wants_rate else len(outcome.stated), rate)
            return outcome
    return None


_LOOKED_AT = 8


def both_years(figure: Figure, view: View, year: int | None) -> tuple[Figure, Figure] | None:
    """This year's and last year's cell of a figure's row, in columns of one sort; None where there is no such pair."""
    row = [f for f in view.row(figure) if f.columns == figure.columns and f.value is not None]
    before = [f for f in row if f.measure == "prior" or (year is not None and f.year == year - 1)]
    now = [f for f in row if f.measure not in {"prior", "change"} and f.year == year]
    return (now[0], before[0]) if before and now else None


def year_before(words: str, view: View) -> Outcome | None:
    """Last year's figure, from this year's and what the notes say it changed by; None where they do not."""
    words = re.sub(r"20\d\d年(?:度)?|去年|上年|应[该当]", "", words)
    both = _SIDE_OF_ALL.sub("收支总计", words) if "财政拨款" not in words else words
    return _moved_back(words, view) or (_moved_back(both, view) if both != words else None)


_SIDE_OF_ALL = re.compile(r"(?:总收入|总支出|(?:收入|支出)总(?:计|额|数))(?!表)")
"""All of the income, or of the spending: each is what income and spending both come to."""


def _moved_back(words: str, view: View) -> Outcome | None:
    for target in targets_of(words, view, Wanted(None, "", "", ("increase", "decrease"), any_year=True)):
        moves = [
            m.figure for m in target.matches
            if m.figure.relation in {"increase", "decrease"} and m.figure.unit in UNIT_YUAN and _about(m.figure, target)
        ]  # fmt: skip
        if not moves or target.open or len({(f.value, f.relation) for f in moves}) != 1:
            continue
        move = moves[0]
        base = _stands_at(move, words, view)
        now = in_unit(base, move.unit) if base is not None else None
        if base is None or now is None:
            continue
        result, sign = (now - move.number, "−") if move.relation == "increase" else (now + move.number, "+")
        how = f"{grouped(now)} {sign} {grouped(move.number)} = {grouped(result)}"
        outcome = Outcome(Status.ANSWERED, f"按说明倒推，上年为 {money(result, move.unit)}：{how}（{move.row}）")
        outcome.stated = [
            Stated(result, move.unit, (base, move), how, "上年数"), Stated.of(base), Stated.of(move),
        ]  # fmt: skip
        return outcome
    return None


def _stands_at(move: Figure, words: str, view: View) -> Figure | None:
    """What a figure that moved stands at this year: as the sentence says that tells the move, another one, or a table."""
    told = [
        f for f in view.figures
        if f.is_fact and f.unit in UNIT_YUAN and f.relation in {"amount", "budgeted", "final"} and set(f.names) & set(move.names)
    ]  # fmt: skip
    beside = [f for f in told if f.sentence == move.sentence] or [f for f in told if f.section == move.section]
    if beside:
        return beside[0] if len({f.yuan for f in beside}) == 1 or beside[0].sentence == move.sentence else None
    target = targets_of(words, view, Wanted(unit="money"))[0]
    return target.figure if not target.open and target.figure is not None and not target.figure.is_fact else None


def by_two_measures(words: str, pair: Sequence[str], view: View, wanted: Wanted) -> tuple[Figure | None, Figure | None]:
    """What some words name, by one measure and by another (final, budget): as a table has them side by side, where one does;
    None for a side that nothing prints."""
    sides = [
        [m.figure for m in targets_of(words, view, replace(wanted, measure=own))[0].matches
         if m.figure.value is not None and measure_of(m.figure, view) == own]
        for own in pair
    ]  # fmt: skip
    beside = [(a, b) for a in sides[0] for b in sides[1] if a.ref[0] == b.ref[0] and _same(a, b)]
    if beside:
        return beside[0]
    return next(iter(sides[0]), None), next(iter(sides[1]), None)


def _same(a: Figure, b: Figure) -> bool:
    return bool(set(a.names) & set(b.names)) or bool(set(a.columns) & set(b.columns))


def completed(plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """How much of the budget was carried out: as the notes print it, else final accounts over the budget, in per cent."""
    printed = targets_of(plan.first, view, wanted)
    if printed[0].figure is not None and not printed[0].open:
        fact = printed[0].figure
        if fact.value is not None:
            text = f"{fact.called} {money(fact.number, fact.unit)}（第 {fact.page} 页，{fact.place}）"
            outcome = Outcome(Status.ANSWERED, text, [Stated.of(fact)])
            first, _, rest = plan.first.partition(",")
            if (
                rest and re.search(r"多少|几", first) and not re.search(r"完成|执行率", first)
            ):  # how much, and how much of the budget
                own = targets_of(first, view, Wanted(wanted.year, "final", "money"))[0]
                if own.figure is not None and own.figure.value is not None and not own.open:
                    outcome.stated.insert(0, Stated.of(own.figure))
                    outcome.text = f"{own.figure.called} {money(own.figure.number, own.figure.unit)}（第 {own.figure.page} 页，{own.figure.place}）；{text}"
            return outcome
    words = re.sub(
        r"(?:完成|执行|达到)了?(?:多少)?(?:年初|全年|本年)?(?:预算|计划).*$|(?:实际)?(?:花|用)(?:掉|去|完)?了?(?:年初|全年|本年)?(?:的)?预算的?(?:多少|几成|百分之几|百分之多少).*$|(?:预算)?(?:完成|执行)率.*$",
        "",
        plan.first,
    )
    target = targets_of(words, view, Wanted(wanted.year, "final"))[0]
    if target.open:
        return missing(target, words)
    pairs = [f for f in by_two_measures(words, ("final", "budget"), view, Wanted(wanted.year)) if f is not None]
    if len(pairs) < 2 or not pairs[1].value:
        return Outcome(Status.NOT_FOUND, f"文件没有同时列出“{words}”的预算数和决算数，算不出完成率。", cited=pairs)
    a, b = (in_unit(f, common_unit(pairs)) or Decimal(0) for f in pairs)
    percent = rounded(a / b * 100)
    how = f"{grouped(a)} ÷ {grouped(b)} = {percent}%"
    outcome = Outcome(Status.ANSWERED, f"{pairs[0].called} 完成预算的 {percent}%：{how}")
    outcome.stated = [Stated(percent, "%", tuple(pairs), how, "完成率"), *(Stated.of(f) for f in pairs)]
    if _LEFT.search(plan.first):
        gap = difference(*pairs)
        outcome.text += f"；{gap.text}"
        outcome.stated.insert(0, gap.stated[0])
    return outcome


_LEFT = re.compile(r"(?:少(?!于)(?<!多少)|多(?!少)|省|差额?|相差|结余|节约|没花完?|低于预算|超支?|剩)(?:了|下)*")


def agree(first: Figure, second: Figure) -> bool | None:
    """Whether two figures are the same amount, the coarser one's rounding allowed; None where one prints nothing."""
    unit = common_unit([first, second])
    a, b = in_unit(first, unit), in_unit(second, unit)
    if a is None or b is None:
        return None
    return abs(a - b) <= max(_half(first, unit), _half(second, unit)) if first.unit != second.unit else a == b


def _half(figure: Figure, unit: str) -> Decimal:
    if figure.value is None or figure.unit not in UNIT_YUAN or unit not in UNIT_YUAN:
        return Decimal(0)
    exponent = figure.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return step / 2 * UNIT_YUAN[figure.unit] / UNIT_YUAN[unit]


def compare(pairs: Sequence[tuple[Figure, Figure]], view: View) -> Outcome:
    """Whether pairs of figures agree; where one does not, by how much, and a printed amount that is exactly the gap."""
    lines, stated = [], []
    verdicts = []
    for a, b in pairs:
        same = agree(a, b)
        verdicts.append(same)
        said = f"{a.called}（{a.place}）{_said(a)}，{b.called}（{b.place}）{_said(b)}"
        stated += [Stated.of(f) for f in (a, b) if f.value is not None]
        if same is False:
            unit = common_unit([a, b])
            x, y = in_unit(a, unit) or Decimal(0), in_unit(b, unit) or Decimal(0)
            gap = abs(x - y)
            how = f"{grouped(max(x, y))} − {grouped(min(x, y))} = {grouped(gap)}"
            said += f"，相差 {money(gap, unit)}（{how}）"
            stated.append(Stated(gap, unit, (a, b), how, "差额"))
            if why := _gap_printed(gap, unit, (a, b), view):
                said += f"，正好是 {why.called}（{why.place}）{_said(why)}"
                stated.append(Stated.of(why))
        lines.append(said)
    head = "一致" if all(v for v in verdicts) else "不一致" if any(v is False for v in verdicts) else "不能比较"
    return Outcome(Status.ANSWERED, f"{head}：" + "；".join(lines), stated)


def sum_against(parts: Sequence[Target], whole: Figure) -> Outcome:
    """Whether several figures add up to another one."""
    outcome = total(parts)
    if not outcome.found:
        return outcome
    unit = common_unit([*(f for t in parts if (f := t.figure) is not None), whole])
    made, stated = outcome.stated[0], in_unit(whole, unit)
    if stated is None or made.unit != unit:
        return outcome
    gap = made.value - stated
    head = "一致" if gap == 0 else "不一致"
    how = f"{grouped(made.value)} − {grouped(stated)} = {grouped(gap)}"
    outcome.text = f"{head}：{outcome.text}；{whole.called}（{whole.place}）{_said(whole)}" + (
        f"，相差 {money(abs(gap), unit)}（{how}）" if gap else ""
    )
    outcome.stated += [Stated.of(whole), *([Stated(gap, unit, (whole,), how, "差额")] if gap else [])]
    return outcome


def _said(figure: Figure) -> str:
    if figure.value is not None:
        return f"为 {money(figure.value, figure.unit)}"
    return "为短横" if figure.state is State.DASH else "为空白"


def _gap_printed(gap: Decimal, unit: str, pair: tuple[Figure, Figure], view: View) -> Figure | None:
    tables = {f.ref[0] for f in pair}
    for figure in view.figures:
        if (
            figure.ref[0] in tables
            and not figure.is_fact
            and figure.ref not in {f.ref for f in pair}
            and gap
            and in_unit(figure, unit) == gap
        ):
            return figure
    return None


def relation(figures: Sequence[Figure], view: View) -> Outcome | None:
    """How amounts make up one another: one of them as the sum of others, wherever in the document their names stand."""
    if len(figures) < 2:
        return None
    for whole in figures:
        rest = [f for f in figures if f.ref != whole.ref]
        options = [
            [f for f in view.figures if f.value is not None and f.row == r.row and f.unit == r.unit and not f.is_fact]
            or [r]
            for r in rest
        ]
        picked = _adds_to(whole, options)
        if picked is not None:
            result = sum((f.number for f in picked), Decimal(0))
            how = " + ".join(grouped(f.number) for f in picked) + f" = {grouped(result)}"
            text = f"{whole.called} {money(result, whole.unit)} 正好是 {'、'.join(f.row for f in picked)} 之和：{how}"
            outcome = Outcome(Status.ANSWERED, text)
            outcome.stated = [
                Stated(result, whole.unit, (whole, *picked), how, whole.called),
                *(Stated.of(f) for f in picked),
            ]
            return outcome
    text = "；".join(f"{f.called}（{f.place}）{_said(f)}" for f in figures)
    outcome = Outcome(Status.ANSWERED, f"{text}；这几个数之间没有相等的加总关系")
    outcome.stated = [Stated.of(f) for f in figures if f.value is not None]
    return outcome


def _adds_to(
    whole: Figure, options: Sequence[Sequence[Figure]], picked: tuple[Figure, ...] = ()
) -> tuple[Figure, ...] | None:
    if not options:
        made = sum((f.number for f in picked), Decimal(0))
        return picked if whole.value is not None and made == whole.value else None
    for figure in options[0][:12]:
        if (done := _adds_to(whole, options[1:], (*picked, figure))) is not None:
            return done
    return None
