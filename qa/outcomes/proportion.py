"""Parts of wholes, and how many times one amount is another: exact, on printed figures, and shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.model import Kind
from qa.answer import Outcome, Stated, Status, grouped, rounded
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import common_unit, in_unit, measured_apart


def share(first: Figure, whole: Figure, view: View) -> Outcome:
    """A figure's part in a whole, in per cent with two decimals; the percentage that the notes print is told beside it."""
    if measured_apart(first, whole):
        return Outcome(
            Status.NOT_FOUND, f"“{first.called}”没有与“{whole.called}”同为预算数或决算数的数字。", cited=[first, whole]
        )
    unit = common_unit([first, whole])
    a, b = in_unit(first, unit), in_unit(whole, unit)
    if a is None or not b:
        return Outcome(
            Status.NOT_FOUND, f"“{(first if a is None else whole).called}”没有可用来计算的数字。", cited=[first, whole]
        )
    if first.ref == whole.ref or (first.ref[:2] == whole.ref[:2] and first.called == whole.called):
        return Outcome(Status.NOT_FOUND, f"没有读懂“{first.called}”是要与哪一项相比。", cited=[])
    percent = rounded(a / b * 100)
    of_the_other_half = first.table is Kind.BASIC and not first.is_fact and whole.column_role == "project"
    if percent > 100 or of_the_other_half:
        return Outcome(
            Status.NOT_FOUND, f"“{first.called}”不是“{whole.called}”的一部分，算不出占比。", cited=[first, whole]
        )
    how = f"{grouped(a)} ÷ {grouped(b)} = {percent}%"
    printed = [f for f in _printed_shares(first, view) if abs((f.number) - percent) <= 5]
    apart = first.called == whole.called and first.ref[0] != whole.ref[0]
    one, two = (f"{f.called}（{f.place}）" if apart else f.called for f in (first, whole))
    text = f"{one} 占 {two} 的 {percent}%：{how}"
    outcome = Outcome(Status.ANSWERED, text)
    outcome.stated = [Stated(percent, "%", (first, whole), how, "占比"), Stated.of(first), Stated.of(whole)]
    for fact in printed[:1]:
        if fact.value is not None and fact.value != percent:
            outcome.notes.append(f"文字说明印作 {fact.printed}%")
        outcome.stated.append(Stated.of(fact, "印出的占比"))
    return outcome


def _printed_shares(figure: Figure, view: View) -> list[Figure]:
    """Percentages of the notes that stand behind the figure's own amount."""
    if figure.value is None:
        return []
    found = []
    for fact in view.figures:
        if fact.relation == "share" and set(fact.names) & {f"{n}占比" for n in (*figure.names, *figure.columns)}:
            amounts = [f for f in view.figures if f.is_fact and f.sentence == fact.sentence and f.yuan is not None]
            if any(f.yuan == figure.yuan for f in amounts):
                found.append(fact)
    return found


def borne_out(part: Figure, whole: Figure, view: View) -> bool:
    """Whether the notes print the share that a figure has in a whole."""
    unit = common_unit([part, whole])
    a, b = in_unit(part, unit), in_unit(whole, unit)
    return a is not None and bool(b) and rounded(a / (b or 1) * 100) in {f.value for f in _printed_shares(part, view)}


def whole_of(figure: Figure, view: View) -> Figure | None:
    """What a figure is a part of where nobody says: its row's total column, or its column's total row; for a fact, the
    amount of the same sentence or the total of the table that its section speaks of."""
    if figure.is_fact:
        cells = [
            f
            for f in view.figures
            if not f.is_fact and f.yuan is not None and f.yuan == figure.yuan and set(f.names) & set(figure.names)
        ]
        return whole_of(cells[0], view) if cells else _whole_told(figure, view)
    if figure.columns:
        row = [f for f in view.row(figure) if f.column_role == "total" and f.ref != figure.ref and f.value is not None]
        if row:
            return row[0]
    column = [
        f
        for f in view.column(figure)
        if f.ref != figure.ref and f.value is not None and (f.total or f.row_role.endswith("total"))
    ]
    column = [f for f in column if f.side == figure.side] or column
    final = view.disclosure.meta.kind == "final"  # there the total has what is left over as well, which was not spent
    spent = [f for f in column if final and f.row_role.endswith("_subtotal") and f.number >= figure.number]
    return max(spent or column, key=lambda f: f.number, default=None)


def _whole_told(fact: Figure, view: View) -> Figure | None:
    """The total that the sentence of a fact tells (政府采购支出总额 …，其中：政府采购服务支出 …)."""
    told = [
        f for f in view.figures
        if f.is_fact and f.sentence == fact.sentence and f.ref != fact.ref and f.yuan is not None and fact.yuan is not None
        and f.yuan >= fact.yuan and re.search(r"总额|合计|总计|总", f.row) and f.row[:4] == fact.row[:4]
    ]  # fmt: skip
    if len({f.yuan for f in told}) != 1:  # 政府采购预算 …，政府采购服务预算 …
        bare = {_KIND_BOUGHT.sub("", n) for n in fact.names if _KIND_BOUGHT.search(n)}
        told = [
            f
            for f in view.figures
            if f.is_fact
            and f.section == fact.section
            and f.yuan
            and bare & {*f.names, *(n.removeprefix("政府") for n in f.names)}
        ]
    return told[0] if len({f.yuan for f in told}) == 1 else None


_KIND_BOUGHT = re.compile(r"货物|工程|服务")
"""The kinds that procurement is told by (政府采购法 2)."""


def share_of_sum(parts: Sequence[Figure], whole: Figure) -> Outcome:
    """What part of a whole several figures are together, in per cent with two decimals."""
    unit = common_unit([*parts, whole])
    amounts = [in_unit(f, unit) for f in parts]
    b = in_unit(whole, unit)
    if not b or any(a is None for a in amounts):
        return Outcome(Status.NOT_FOUND, f"没有可用来计算占“{whole.called}”多少的数字。", cited=[*parts, whole])
    told = [a for a in amounts if a is not None]
    result = sum(told, Decimal(0))
    percent = rounded(result / b * 100)
    apart = len({f.called for f in (*parts, whole)}) <= len(parts)  # of one name, in several tables
    *own, all_of_it = (f"{f.called}（{f.place}）" if apart else f.called for f in (*parts, whole))
    names = "、".join(own)
    if percent > 100:
        return Outcome(
            Status.NOT_FOUND, f"“{names}”不都是“{whole.called}”的一部分，算不出占比。", cited=[*parts, whole]
        )
    how = f"({' + '.join(grouped(a) for a in told)}) ÷ {grouped(b)} = {grouped(result)} ÷ {grouped(b)} = {percent}%"
    outcome = Outcome(Status.ANSWERED, f"{names} 合计占 {all_of_it} 的 {percent}%：{how}")
    outcome.stated = [
        Stated(percent, "%", (*parts, whole), how, "占比"),
        Stated(result, unit, tuple(parts), " + ".join(grouped(a) for a in told) + f" = {grouped(result)}", "合计"),
        *(Stated.of(f) for f in (*parts, whole)),
    ]
    return outcome


def ratio_of_sum(parts: Sequence[Figure], second: Figure) -> Outcome:
    """How many times one figure several are together, with two decimals."""
    unit = common_unit([*parts, second])
    amounts = [in_unit(f, unit) for f in parts]
    b = in_unit(second, unit)
    if not b or any(a is None for a in amounts):
        return Outcome(Status.NOT_FOUND, f"与“{second.called}”没有可以相除的数字。", cited=[*parts, second])
    told = [a for a in amounts if a is not None]
    result = sum(told, Decimal(0))
    times = rounded(result / b)
    how = f"({' + '.join(map(grouped, told))}) ÷ {grouped(b)} = {grouped(result)} ÷ {grouped(b)} = {times}"
    text = f"{'、'.join(f.called for f in parts)} 合计是 {second.called}（{second.place}）的 {times} 倍：{how}"
    outcome = Outcome(Status.ANSWERED, text)
    outcome.stated = [Stated(times, "倍", (*parts, second), how, "倍数"), *(Stated.of(f) for f in (*parts, second))]
    return outcome


def ratio(first: Figure, second: Figure) -> Outcome:
    """How many times one figure is another, with two decimals."""
    unit = common_unit([first, second])
    a, b = in_unit(first, unit), in_unit(second, unit)
    if a is None or not b or (first.yuan is None) != (second.yuan is None):
        return Outcome(
            Status.NOT_FOUND, f"“{first.called}”与“{second.called}”没有可以相除的数字。", cited=[first, second]
        )
    times = rounded(a / b)
    how = f"{grouped(a)} ÷ {grouped(b)} = {times}"
    text = f"{first.called}（{first.place}）是 {second.called}（{second.place}）的 {times} 倍：{how}"
    outcome = Outcome(Status.ANSWERED, text)
    outcome.stated = [Stated(times, "倍", (first, second), how, "倍数"), Stated.of(first), Stated.of(second)]
    return outcome
