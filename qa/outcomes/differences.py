"""Differences of two figures: of items, measures, kinds of money, columns of a row, income and spending."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Kind
from extract.text import folded, key
from qa.answer import Outcome, Stated, Status, grouped, money
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import by_two_measures, difference, less, measured_apart, missing
from qa.outcomes.lookup import lookup
from qa.outcomes.proportion import whole_of
from qa.plain.two_places import not_of_each
from qa.terms.resolve import Wanted, resolve
from qa.terms.targets import Target, elsewhere, targets_of
from qa.terms.terms import Terms, spot
from qa.words.lexicon import lexicon, scopes_in, without_noise
from qa.words.plan import TOGETHER, Plan


def _by_measure(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """决算比预算少多少: one item by two measures; None where the words name two items."""
    pair = [next((m for m, words in _MEASURES if re.search(words, side)), "") for side in (plan.first, plan.second)]
    if pair == ["", "budget"] and view.disclosure.meta.kind == "final":
        pair[0] = "final"  # 跟年初预算比: what the document itself is about
    said = spot(_SPENT.sub("", plan.second), view)
    if not all(pair) or pair[0] == pair[1] or any(t.names or t.code for t in said.terms):
        return None
    a, b = by_two_measures(plan.first, pair, view, wanted)
    if a is not None and not (a.total or a.is_fact) and _only_money(plan.first, view):
        return Outcome(Status.NOT_FOUND, f"文件里没有“{plan.first}”可以相比的预算数和决算数。", cited=[], certain=True)
    if a is not None and b is not None and (set(a.names) & set(b.names) or set(a.columns) & set(b.columns) or a.total):
        return difference(a, b)
    if said.terms or said.scopes or said.unexplained:
        return None
    return Outcome(Status.NOT_FOUND, f"文件里没有“{plan.first}”可以相比的预算数和决算数。")


def _only_money(words: str, view: View) -> bool:
    """Whether words name no more than a kind of money (财政拨款), of which a row is a part."""
    named = [t for t in spot(words, view).terms if not t.fuzzy]
    return bool(named) and all(t.tables and not t.names for t in named)


_SPENT = re.compile(r"(?:花|用|支出|开支|执行)(?:掉|出去)?了?(?:多少|几)(?:钱|万?元)?")
_MEASURES = (("final", r"决算|执行|实际|支出数"), ("budget", r"预算|年初"))


def differences(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """One item less another, several together less another, or one item by two measures; of two tables, each in its own."""
    outcome = _differences(found, plan, view, wanted)
    told = [f for s in outcome.stated for f in s.sources]
    if outcome.found and not_of_each(f"{plan.first},{plan.second}", told):
        return Outcome(Status.NOT_FOUND, "文件里没有在问到的两张表里都找到这一项。", cited=[], certain=True)
    return outcome


def _differences(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    if re.search(r"多少[,，]", plan.second):
        return Outcome(Status.NOT_FOUND, "没有读懂是哪两项的差额：请分开来问。", cited=[])
    if _PART_OF_ONE.search(plan.first) or _PART_OF_ONE.search(plan.second):
        return Outcome(Status.NOT_FOUND, "没有读懂要减去的是几分之几或几倍。", cited=[])
    one = plan.second.strip(",，")
    if len(found) == _TWO and one in {t.words for t in found}:  # 甲跟乙比，乙多多少
        found = sorted(found, key=lambda t: t.words != one)
        plan = plan.model_copy(update={"first": one, "second": found[1].words})
        return _difference(found[:1], plan, view, wanted)
    if len(found) > 1 and (TOGETHER.search(plan.first) or _ALL_OF_THEM.search(plan.first)):
        return _sum_less(found, plan, view, wanted)
    if len(found) > 1 and re.search(r"各|分别", plan.first):
        return _each_less(found, plan, view, wanted)
    in_table = bool(scopes_in(plan.first))
    lost = next((words for words in (plan.first, plan.second) if _is_not_printed(words, view, in_table=in_table)), "")
    if lost:
        return missing(replace(targets_of(lost, view, wanted)[0], matches=()), lost)
    return _by_money(plan, view, wanted) or _difference(found, plan, view, wanted)


def _each_less(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """Each of several items less another (印刷费和水费各比差旅费少多少)."""
    told = [_difference([t], plan.model_copy(update={"first": t.words}), view, wanted) for t in found]
    lost = next((o for o in told if not o.found), None)
    if lost is not None:
        return lost
    outcome = Outcome(Status.ANSWERED, "；".join(o.text for o in told))
    outcome.stated = [s for o in told for s in o.stated]
    return outcome


_PART_OF_ONE = re.compile(
    r"的(?:一半|[二三四五六七八九十]分之[一二三四五六七八九]|(?:\d+(?:\.\d+)?|[两二三四五六七八九十])倍)"
)
_TWO = 2
_ALL_OF_THEM = re.compile(r"[\u4e00-\u9fff]{2}[和与及跟、][\u4e00-\u9fff]{2}(?!.*(?:各|分别))")
"""Words that name several things, all of which are held against another (水费和电费比邮电费少多少)."""
_OF_ALL_MONEY = re.compile(
    r"^(?P<item>[^,，]{2,}?)[,，]?的?(?:全口径|全部资金|所有资金)的?(?:支出|收入)?(?:预算|决算)?$"
)


def _by_money(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """One item over all money, less what one kind of money has of it (某项，全口径支出和一般公共预算支出差多少)."""
    m = _OF_ALL_MONEY.match(plan.first)
    kinds = [s for s in lexicon().soft if s.words.search(plan.second)] if m is not None else []
    if m is None or not kinds:
        return None
    first = targets_of(m["item"], view, wanted)[0]
    own = elsewhere(first, [Kind.EXPENDITURE.value], view, wanted).figure or first.figure
    part = elsewhere(first, [kinds[0].tables[0].value], view, wanted).figure
    if own is None or part is None or own.value is None or part.value is None or not set(own.names) & set(part.names):
        return missing(first, m["item"])
    return difference(own, part)


def _difference(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    if (by_measure := _by_measure(plan, view, wanted)) is not None:
        return by_measure
    first = found[0]
    if (of_form := _within_form(first, plan.second, view)) is not None:
        return of_form
    if (first.figure is None or not first.terms.terms) and _REST.search(plan.first):
        return _all_but(targets_of(plan.second, view, wanted)[0].figure, view) or missing(first, plan.first)
    seconds = targets_of(plan.second, view, wanted, scopes=() if scopes_in(plan.second) else first.terms.scopes)
    in_place = not seconds[0].terms.terms and bool(scopes_in(plan.second))
    if in_place:
        named = tuple(t for t in first.terms.terms if t.names or t.code)  # without the money that only the first is of
        own = replace(first.terms, terms=named or first.terms.terms).with_scopes(seconds[0].terms.scopes)
        seconds = [replace(seconds[0], matches=tuple(resolve(own, view, wanted)))]
    if (
        not first.terms.terms and first.terms.scopes and seconds[0].terms.terms
    ):  # 支出总表与一般公共预算支出表的购房补贴差多少
        first = elsewhere(seconds[0], first.terms.scopes, view, wanted)
    if (sides := _income_and_spending(first, seconds[0].figure, plan, view, wanted)) is not None:
        return sides
    if len(seconds) == 1 and (of_part := _whole_of_part(plan.first, seconds[0].figure, view)) is not None:
        return difference(of_part, seconds[0].figure or of_part)
    if first.figure is not None and (of_money := of_kinds_of_money(first, plan.second, view, wanted)):
        return less(first.figure, of_money)
    if first.figure is not None and seconds[0].figure is None and first.terms.scopes:  # in a table of its own
        own_place = targets_of(plan.second, view, wanted)
        seconds = own_place if own_place[0].figure is not None and not own_place[0].open else seconds
    if first.figure is not None and seconds[0].figure is None:
        seconds = _named_after(first.figure, plan, view, wanted)
    nameless = not seconds[0].terms.terms and not seconds[0].terms.scopes and bool(seconds[0].terms.unexplained)
    undated = _JANUARY.search(plan.second) is not None and not _is_dated(seconds[0].figure)
    if first.figure is None or seconds[0].figure is None or nameless or undated:
        return missing(
            first if first.figure is None else seconds[0], plan.first if first.figure is None else plan.second
        )
    head = seconds[0].figure
    if head.column_role in {"basic", "project"} and head.total and not first.figure.total and not first.figure.is_fact:
        return _less_its_column(first.figure, head, plan, view, wanted) or missing(seconds[0], plan.second)
    if len(seconds) > 1 and (rest := _less_several(first, seconds, plan, view, wanted)) is not None:
        return rest
    pair = pair_of(first, seconds[0])
    a, b = pair if pair is not None else (first.figure, seconds[0].figure)
    apart = measured_apart(a, b) or _is_of_another_thing(a, b, plan.second, in_place=in_place)
    return missing(seconds[0], plan.second) if apart else difference(a, b)


_AN_ITEM = re.compile(r"[\u4e00-\u9fff](?:费用?|经费|补贴|补助|津贴|公积金|保险|基金|工资|奖金|救助)(?:的|里|中)*$")
"""What an item ends in, printed anywhere or not."""


def _is_not_printed(words: str, view: View, *, in_table: bool) -> bool:
    """Whether all that words name within a table is a row that the document does not print: what is found is all of the table."""
    said = spot(words, view)
    if said.terms or not (said.scopes or in_table) or not said.unexplained:
        return False
    unread = "".join(said.unexplained)
    return _AN_ITEM.search(words) is not None or any(name in unread for _, name in view.absent_in(words))


def _is_of_another_thing(own: Figure, other: Figure, words: str, *, in_place: bool) -> bool:
    """Whether what was found for the other side is all of the table that words name, and not the row of it (`in_place`: they name
    no more than the table), or what they call a part of the first is more than that."""
    if words.startswith("其中"):
        return (other.yuan or 0) > (own.yuan or 0)
    named = {*own.names, *own.columns} & {*other.names, *other.columns}
    return in_place and other.total and not _is_whole(own) and not named


def _is_whole(figure: Figure) -> bool:
    """Whether a figure is what a whole table, or a side of it, comes to."""
    return (
        figure.row_role.endswith(("total", "current", "subtotal")) or re.search("[总合]计", figure.called) is not None
    )


_EXTREME_ONLY = re.compile(r"最[高多大低少小]?的?(?:那|一|个|项|条|笔|科目)*")


_JANUARY = re.compile(r"年初(?!预算)|期初")


def _is_dated(figure: Figure | None) -> bool:
    """Whether a figure is one of the beginning of the year, by its names."""
    return (
        figure is not None
        and re.search(r"年初|期初|上年", "".join((figure.row, *figure.names, *figure.columns))) is not None
    )


def _named_after(first: Figure, plan: Plan, view: View, wanted: Wanted) -> list[Target]:
    """What is taken off, named after its whole (政府采购扣掉服务类); nothing where not all of its words name that, or it is only the
    first thing once more."""
    found = targets_of("".join(without_noise(plan.first)) + plan.second, view, wanted, like=plan.first)
    again = found[0].figure
    said = without_noise(plan.second)
    borne = again is None or any(w in folded("".join((*again.names, *again.columns))) for w in said)
    if again is not None and (found[0].open or not borne) and not re.search(r"[收支]", plan.second):
        return [replace(found[0], matches=())]
    unnamed = not without_noise(plan.second) or _EXTREME_ONLY.fullmatch(plan.second) is not None
    if unnamed and again is not None and again.row == first.row and not re.search(r"[收支]", plan.second):
        return [replace(found[0], matches=())]
    return found


def _less_its_column(row: Figure, head: Figure, plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """A row less one column of it (某科目里不是基本支出的); None where it has no number there."""
    part = targets_of(f"{plan.first}的{plan.second}", view, wanted)[0].figure
    if part is None or part.row != row.row or part.column_role != head.column_role or part.value is None:
        return None
    return difference(whole_of(part, view) or row, part)


def _within_form(first: Target, other: str, view: View) -> Outcome | None:
    """One amount of a project's form less another column of it; None where the words name no such column."""
    figure = first.figure
    if figure is None or figure.table is not Kind.PERFORMANCE or first.open:
        return None
    beside = [f for f in view.row(figure) if other in f.columns and f.ref != figure.ref]
    return difference(figure, beside[0]) if len(beside) == 1 else None


def _all_but(part: Figure | None, view: View) -> Outcome | None:
    """The total that a figure is part of, less that figure (除去其中一项，其余几类): without what is left over."""
    if part is None:
        return None
    year = [f for f in view.column(part) if f.row_role.endswith("_subtotal") and f.side == part.side]
    whole = year[0] if len(year) == 1 else whole_of(part, view)
    return difference(whole, part) if whole is not None else None


def _sum_less(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """Several items together, less another (工会经费加培训费比办公费多多少)."""
    together = plan if TOGETHER.search(plan.first) else plan.model_copy(update={"first": f"{plan.first}合计"})
    added = lookup(found, together, view, wanted)
    other = targets_of(plan.second, view, wanted, scopes=() if scopes_in(plan.second) else found[0].terms.scopes)[0]
    if not added.found or not added.stated or not added.stated[0].how:
        return missing(found[0], plan.first)
    whole, figure = added.stated[0], other.figure
    if figure is None or figure.value is None or other.open or figure.unit != whole.unit:
        return missing(other, plan.second)
    gap = whole.value - figure.number
    how = f"({whole.how.partition(' = ')[0]}) − {grouped(figure.number)} = {grouped(gap)}"
    word = "多" if gap >= 0 else "少"
    text = f"合计比 {figure.called}（{figure.place}）{word} {money(abs(gap), whole.unit)}：{how}"
    outcome = Outcome(Status.ANSWERED, text, [Stated(gap, whole.unit, (*whole.sources, figure), how, "差额")])
    outcome.stated += [*added.stated, Stated.of(figure)]
    return outcome


def less_sum(first: Target, others: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """One item less several together that are no parts of it (公用经费比基本工资和奖金加起来多多少)."""
    added = lookup(others, plan.model_copy(update={"first": plan.second}), view, wanted)
    figure = first.figure
    if not added.found or not added.stated or not added.stated[0].how:
        return missing(others[0], plan.second)
    whole = added.stated[0]
    if figure is None or figure.value is None or first.open or figure.unit != whole.unit:
        return missing(first, plan.first)
    gap = figure.number - whole.value
    how = f"{grouped(figure.number)} − ({whole.how.partition(' = ')[0]}) = {grouped(gap)}"
    word = "多" if gap >= 0 else "少"
    names = "、".join(f.called for f in whole.sources)
    text = f"{figure.called}（{figure.place}）比 {names} 合计{word} {money(abs(gap), whole.unit)}：{how}"
    outcome = Outcome(Status.ANSWERED, text, [Stated(gap, whole.unit, (figure, *whole.sources), how, "差额")])
    outcome.stated += [Stated.of(figure), *added.stated]
    return outcome


_OF_THE_YEAR = frozenset(("income_subtotal", "income_current"))
_CARRIED = frozenset(("carry_in", "carry_out"))


def _income_and_spending(
    first: Target, second: Figure | None, plan: Plan, view: View, wanted: Wanted
) -> Outcome | None:
    """One row's income less its spending, or the other way round, each of its own table (教育支出的当年收入和当年支出差多少);
    None where the words ask for no such pair. This year's income has nothing of other years in it to be taken off."""
    if (
        first.figure is not None
        and first.figure.row_role in _OF_THE_YEAR
        and second is not None
        and second.row_role in _CARRIED
    ):
        return lookup([first], plan, view, wanted)
    pair = sides_of_row(first, plan.first, plan.second, view, wanted)
    return pair if pair is None or isinstance(pair, Outcome) else difference(*pair)


def sides_of_row(
    first: Target, one: str, other: str, view: View, wanted: Wanted
) -> tuple[Figure, Figure] | Outcome | None:
    """What one row has of income and of spending, in the order in which words name them (教育支出, 收入); what is not found
    where one side is not printed; None where the words ask for no such pair."""
    figure = first.figure
    sides = [m["side"] if (m := _ONE_SIDE.search(words)) is not None else "" for words in (one, other)]
    whole = figure is not None and (figure.total or figure.row_role.endswith(("total", "current")))
    if set(sides) != {"收入", "支出"} or figure is None or whole or not _names_coded(first, view):
        return None
    if key(one) in view.vocabulary and key(other) in view.vocabulary and key(one) != key(other):
        return None  # each has a row of its own (经营收入, 经营支出)
    bare = _ONE_SIDE.fullmatch(other)
    stem = _ONE_SIDE.sub("", other)
    if bare is None and (len(stem) <= 1 or stem not in one):
        return None
    kinds = [Kind.INCOME.value if side == "收入" else Kind.EXPENDITURE.value for side in sides]
    a, b = (elsewhere(first, [kind], view, wanted).figure for kind in kinds)
    if a is None or b is None or a.value is None or b.value is None or a.row != b.row:
        return Outcome(Status.NOT_FOUND, f"文件里没有“{figure.row}”的收入和支出两个数。", cited=[])
    return a, b


def _names_coded(target: Target, view: View) -> bool:
    """Whether a row by code is named, and no kind of money or column."""
    return any(
        t.code or any(f.code for n, _ in t.names for f in view.vocabulary.get(n, ())) for t in target.terms.terms
    )


_ONE_SIDE = re.compile(r"(?:的|当年|本年|全年|今年)*(?P<side>收入|支出)(?:决算|预算)?数?(?:的|是多少|有多少)?$")


def _whole_of_part(words: str, part: Figure | None, view: View) -> Figure | None:
    """The total beside a part, where the words name no more than all spending, or all that a table of one kind adds up;
    without what is left over, which was not spent."""
    if part is None or part.is_fact:
        return None
    if part.table is Kind.BASIC and re.fullmatch(r"(?:的|全部|总的?)?基本支出(?:是多少|有多少|多少)?", words):
        totals = [f for f in view.figures if f.total and f.value and f.table in {Kind.BASIC, Kind.GENERAL_PUBLIC}]
        own = [f for f in totals if f.table is Kind.BASIC and not f.columns]
        return next(iter(own or [f for f in totals if f.column_role == "basic"]), None)
    if words == "支出总计" and part.column_role in {"basic", "project"} and part.total:
        return whole_of(part, view)
    return None


def of_kinds_of_money(first: Target, words: str, view: View, wanted: Wanted) -> list[Figure]:
    """What an item over all money has of each kind of money that some words name, and they name nothing else; none where
    they do, or where a kind has none of it."""
    terms = spot(words, view).terms
    if first.figure is None or not terms or any(t.total or t.code or not t.tables for t in terms):
        return []
    row = replace(first.terms, terms=tuple(t for t in first.terms.terms if not t.tables))

    def of_kind(tables: Sequence[Kind]) -> Figure | None:
        if tables[0] is Kind.FISCAL and _in_table(row, Kind.GOVERNMENT_FUND, view, wanted) is None:
            return _in_table(row, Kind.FISCAL, view, wanted) or _in_table(row, Kind.GENERAL_PUBLIC, view, wanted)
        return _in_table(row, tables[0], view, wanted)

    found = [of_kind(t.tables) for t in terms]
    told = [f for f in found if f is not None and f.ref[0] != first.figure.ref[0]]
    return told if len(told) == len(terms) else []


def _in_table(terms: Terms, kind: Kind, view: View, wanted: Wanted) -> Figure | None:
    """The likeliest figure of a table that prints a number; None where it has none."""
    found = resolve(terms.with_scopes([kind.value]), view, wanted)
    return next((m.figure for m in found if m.figure.value is not None), None)


def _less_all(first: Target, seconds: Sequence[Target]) -> Outcome | None:
    """A figure less several others, all of its table; None where one of them is not there."""
    pairs = [pair_of(first, t) for t in seconds if t.figure is not None and not t.open]
    told = [p for p in pairs if p is not None]
    if len(told) < len(seconds) or len({p[0].ref for p in told}) != 1 or len({p[1].ref for p in told}) < len(told):
        return None
    return less(told[0][0], [p[1] for p in told])


def _is_all_that_is_left(own: Figure, others: Sequence[Figure | None], view: View) -> bool:
    """Whether 其他收入 is all that a year brings besides some other income: the row of that name, and what is left without those,
    are one amount."""
    if own.side != "income" or own.yuan is None or not any(name.endswith("其他收入") for name in own.names):
        return False
    told = [f.yuan for f in others if f is not None and f.yuan is not None and f.side != "expenditure"]
    income = [f for f in view.column(own) if f.side == "income" and f.yuan is not None]
    year = [f for f in income if f.row_role in _OF_THE_YEAR] or [f for f in income if f.row_role == "income_total"]
    return len(told) == len(others) > 1 and any(f.yuan == own.yuan + sum(told) for f in year)


def _less_several(first: Target, others: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """A figure less several others: as parts of it, or together; None where they are neither."""
    if first.figure is not None and _is_all_that_is_left(first.figure, [t.figure for t in others], view):
        return lookup([first], plan, view, wanted)
    rest = _less_all(first, others)
    return less_sum(first, others, plan, view, wanted) if rest is None and TOGETHER.search(plan.second) else rest


_REST = re.compile(r"其余|其他|其它|剩下|剩余|别的|余下")


def _of_one_column(a: Figure, b: Figure) -> bool:
    """Whether two rows, or two projects, stand in one and the same part of the money (甲的财政拨款比乙多: 乙's as well)."""
    if a.is_fact or b.is_fact or not a.columns or a.column_role == "total":
        return False
    forms = a.table is Kind.PERFORMANCE and b.table is Kind.PERFORMANCE and a.column_role == b.column_role
    rows = bool(a.code and b.code) and a.ref[0] == b.ref[0] and a.columns == b.columns and a.row != b.row
    return forms or rows


def pair_of(a: Target, b: Target) -> tuple[Figure, Figure] | None:
    numbers_a = [m for m in a.matches[:8] if m.figure.value is not None]
    numbers_b = [m for m in b.matches[:8] if m.figure.value is not None]
    if numbers_a and numbers_a[0].figure.measure in {"budget", "final"} and not numbers_a[0].figure.is_fact:
        numbers_a = [m for m in numbers_a if not measured_apart(m.figure, numbers_a[0].figure)]  # as is asked first
    apart = ("财政拨款" in a.words) is not ("财政拨款" in b.words)  # all money, and money of one kind
    apart = apart or (a.words == b.words and a.terms.scopes != b.terms.scopes)
    best = None
    for x in numbers_a:
        for y in numbers_b:
            if x.figure.ref == y.figure.ref or measured_apart(x.figure, y.figure):
                continue
            beside = x.figure.ref[0] == y.figure.ref[0] and not x.figure.is_fact and not apart
            score = (
                x.score
                + y.score
                + (0.4 if beside else 0.0)
                + (1.0 if x is numbers_a[0] and _of_one_column(x.figure, y.figure) else 0.0)
            )
            if best is None or score > best[0]:
                best = (score, x.figure, y.figure)
    return (best[1], best[2]) if best is not None else None
