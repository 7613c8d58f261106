"""Figures looked up, one or several; parts of wholes and differences between two of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.model import Kind, State
from qa.answer import Outcome, Stated, Status, grouped, money, rounded
from qa.arithmetic import change, difference, less, missing, moving, total
from qa.bounds import NEGATED
from qa.context import split_words
from qa.figures import Figure, View
from qa.lexicon import lexicon, scopes_in, without_noise
from qa.moves import moved_rows
from qa.numerals import number_of
from qa.plan import TOGETHER, Plan
from qa.proportion import whole_of
from qa.resolve import Match, Wanted, measure_of, resolve, same_place
from qa.targets import Target, elsewhere, targets_of
from qa.terms import Terms, spot
from qa.texts import moved_in_words

_MOST_OTHERS = 7


def lookup(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    if len(plan.measures) > 1 and len(found) == 1:
        found = [targets_of(plan.first, view, replace(wanted, measure=m))[0] for m in plan.measures]
    told = {t.figure.ref: t for t in reversed(found) if t.figure is not None and not t.open}
    good = [
        t for t in found if t.figure is not None and told.get(t.figure.ref) is t
    ]  # one named twice is not added to itself
    performance = _projects_together(good or found, plan, view)
    if performance is not None:
        return performance
    if not good:
        return missing(found[0] if found else Target(Terms((), (), ()), ()), plan.first)
    several = (TOGETHER.search(plan.first) or re.search(r"共(?:是|多少|安排)", plan.first)) and len(good) > 1
    lost = [t for t in found if t not in good and (t.figure is None or t.open) and t.terms.terms]
    if TOGETHER.search(plan.first) and lost and good:
        return missing(lost[0], lost[0].words)
    if len(good) == 1 and (m := _TWO_PROJECTS.search(plan.first)) is not None:
        return missing(replace(good[0], matches=()), m[0])
    if several:
        good = in_one_table(good)
    if several and not re.search(r"各(?:是|为|有)?(?:多少|几)?", plan.first):
        return total(good)
    outcome = Outcome(Status.ANSWERED, "")
    lines = []
    for target in good:
        text, stated, cited = _one(target, view, alone=len(good) == 1)
        lines.append(text)
        outcome.stated += stated
        outcome.cited += cited
    if several:
        summed = total(good)
        lines.append(summed.text)
        outcome.stated.append(summed.stated[0])
    outcome.text = "；".join(lines)
    if not outcome.stated:
        outcome.status = Status.NOT_FOUND
    return outcome


_TWO_PROJECTS = re.compile(
    r"[\u4e00-\u9fff]{2,}项目(?:和|与|、|及)[\u4e00-\u9fff]{2,}项目的?(?:资金|经费|预算)*(?:合计|一共|总共|加)"
)


def in_one_table(found: Sequence[Target]) -> list[Target]:
    """Things that are added up, each as a table says it that has all of them, where one does: amounts of one table are of
    the same money."""
    by_table = [
        {
            m.figure.ref[0]: m
            for m in reversed(t.matches)
            if m.figure.value is not None and not m.figure.is_fact and t.matches[0].score - m.score <= _BESIDE
        }
        for t in found
    ]
    common = set.intersection(*(set(own) for own in by_table))
    if not common or len({t.matches[0].figure.ref[0] for t in found}) == 1:
        return list(found)

    def fit(table: str) -> tuple[int, float]:
        figures = [own[table].figure for own in by_table]
        outright = sum(t.words in f.names for t, f in zip(found, figures, strict=True))
        return outright, sum(own[table].score for own in by_table)

    best = max(common, key=fit)
    return [replace(t, matches=(own[best], *t.matches)) for t, own in zip(found, by_table, strict=True)]


_BESIDE = 0.5
"""Points behind the likeliest figure within which one of the same table as the others is taken."""


def _one(target: Target, view: View, *, alone: bool) -> tuple[str, list[Stated], list[Figure]]:
    """A figure in words: what, how much, where; its other places; and what else could be meant."""
    figure = target.figure
    if figure is None:
        return "", [], []
    if figure.state is not State.NUMBER or figure.value is None:
        word = (
            "短横"
            if figure.state is State.DASH
            else "空白"
            if figure.state is State.BLANK
            else f"文字“{figure.called}”"
        )
        told = next(
            (
                m.figure
                for m in target.matches
                if m.figure.value is not None
                and m.figure.is_fact
                and _same_name(m.figure, figure)
                and not _of_another_table(m.figure, figure, view)
            ),
            None,
        )
        if told is not None:
            return (
                f"{told.called} {money(told.number, told.unit)}（{told.place}；{figure.place}该格为{word}）",
                [Stated.of(told)],
                [told, figure],
            )
        return f"{figure.place}第 {figure.page} 页列有“{figure.called}”，但该格为{word}，没有填数", [], [figure]
    also = same_place(figure, view)
    text = f"{figure.called} {money(figure.value, figure.unit)}（第 {figure.page} 页，{figure.place}）"
    stated = [Stated.of(figure)]
    rest = target.others[:_MOST_OTHERS] if alone else []
    if rest:
        text += "。另外还有：" + "；".join(
            f"{f.called} {money(f.number, f.unit)}（第 {f.page} 页，{f.place}）" for f in rest
        )
        stated += [Stated.of(f) for f in rest]
    return text, stated, [figure, *spread(also)]


def _of_another_table(fact: Figure, cell: Figure, view: View) -> bool:
    """Whether a fact is what another table prints under the name of a cell."""
    return any(
        f.table is not cell.table
        and not f.is_fact
        and f.yuan is not None
        and f.yuan == fact.yuan
        and _same_name(f, cell)
        for f in view.figures
    )


def _same_name(a: Figure, b: Figure) -> bool:
    return bool({*a.names, *a.columns} & {*b.names, *b.columns})


def spread(figures: Sequence[Figure]) -> list[Figure]:
    """One of each other page, three at most."""
    return list({f.page: f for f in reversed(figures)}.values())[::-1][:3]


def _projects_together(good: Sequence[Target], plan: Plan, view: View) -> Outcome | None:
    """Several projects' money added up, where the words fit the names of more than one."""
    if not TOGETHER.search(plan.first):
        return None
    target = good[0]
    names = {n for t in target.terms.terms for n, _ in t.names}
    forms = [f for f in view.figures if f.table is Kind.PERFORMANCE and f.value is not None]
    heads = {t.text for t in target.terms.terms if not t.fuzzy} & {n for f in forms for n in f.columns}
    cells = [f for f in forms if (heads & set(f.columns) if heads else f.column_role == "total")]
    if (m := _ALL_FORMS.search(plan.first)) is not None:
        if m["n"] and number_of(m["n"]) != len(cells):
            return Outcome(Status.NOT_FOUND, f"文件里有 {len(cells)} 张项目绩效目标表。", certain=True)
        own = [
            f for f in view.figures if f.table is Kind.PERFORMANCE and f.value is not None and names & set(f.columns)
        ]
        return total([Target(target.terms, (Match(f, 1.0),)) for f in own or cells])
    hits = [f for f in cells if names & set(f.names)] or [
        f for f in cells if any(t.fuzzy and any(t.text in n for n in f.names) for t in target.terms.terms)
    ]
    if not hits and not any(t.fuzzy or t.code for t in target.terms.terms):  # of all forms, the column that is named
        hits = [
            f for f in view.figures if f.table is Kind.PERFORMANCE and names & set(f.columns) and f.value is not None
        ]
    if len(hits) < 2 or target.figure is None or target.figure.table is not Kind.PERFORMANCE:
        return None
    return total([Target(target.terms, (Match(f, 1.0),)) for f in hits])


_ALL_FORMS = re.compile(
    r"^(?:这|那)?(?:(?P<n>[两二三四五六七八九十]|\d+)|(?P<all>所有|全部|各|每))(?:个|张|份)?(?:专项|重点)?(?:项目)?(?:的)?(?:支出)?(?:绩效(?:目标)?表?|年度资金|资金总额|(?:一共|总共|合计|加起来)+(?:是|有|要|安排)?(?:多少)?(?:资金|经费|钱|预算)|(?<=项目)财政拨款|(?<=项目)上年结转|(?<=项目的)(?:财政拨款|上年结转))"
)
_CODE = re.compile(r"(?<![\d.,])\d{3,7}(?!\d|[.,]\d|年|万|元|%)")


def named(plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """What codes stand for, each with its amount, or with what its cell has in place of one."""
    outcome = Outcome(Status.ANSWERED, "")
    lines = []
    scopes = [name for _, _, name in scopes_in(plan.first)]
    for code in _CODE.findall(plan.first):
        target = targets_of(code, view, wanted, scopes=scopes)[0]
        if target.figure is None or target.open or target.figure.code != code:
            return Outcome(Status.NOT_FOUND, f"文件里没有科目编码 {code}。")
        text, stated, cited = _one(target, view, alone=False)
        lines.append(text)
        outcome.stated += stated
        outcome.cited += cited
    outcome.text = "；".join(lines)
    return outcome


_MONTHS = Decimal(12)


def monthly(outcome: Outcome) -> Outcome:
    """A year's amount that was looked up, for one month of twelve, with two decimals."""
    if not outcome.found or not outcome.stated or outcome.stated[0].yuan is None:
        return outcome
    year = outcome.stated[0]
    result = rounded(year.value / _MONTHS)
    how = f"{grouped(year.value)} ÷ 12 = {grouped(result)}"
    outcome.stated.insert(0, Stated(result, year.unit, year.sources, how, "每月平均"))
    outcome.text = f"平均每月 {money(result, year.unit)}：{how}；全年 {outcome.text}"
    return outcome


def _by_measure(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """决算比预算少多少: one item by two measures; None where the words name two items."""
    pair = [next((m for m, words in _MEASURES if re.search(words, side)), "") for side in (plan.first, plan.second)]
    if pair == ["", "budget"] and view.disclosure.meta.kind == "final":
        pair[0] = "final"  # 跟年初预算比: what the document itself is about
    said = spot(_SPENT.sub("", plan.second), view)
    if not all(pair) or pair[0] == pair[1] or any(t.names or t.code for t in said.terms):
        return None
    sides = [targets_of(plan.first, view, replace(wanted, measure=m))[0] for m in pair]
    figures = [
        next((m.figure for m in t.matches if m.figure.value is not None and measure_of(m.figure, view) == own), None)
        for t, own in zip(sides, pair, strict=True)
    ]
    a, b = figures
    if a is not None and b is not None and (set(a.names) & set(b.names) or set(a.columns) & set(b.columns) or a.total):
        return difference(a, b)
    if said.terms or said.scopes or said.unexplained:
        return None
    return Outcome(Status.NOT_FOUND, f"文件里没有“{plan.first}”可以相比的预算数和决算数。")


_SPENT = re.compile(r"(?:花|用|支出|开支|执行)(?:掉|出去)?了?(?:多少|几)(?:钱|万?元)?")
_MEASURES = (("final", r"决算|执行|实际|支出数"), ("budget", r"预算|年初"))


def differences(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """One item less another, several together less another, or one item by two measures."""
    if len(found) > 1 and TOGETHER.search(plan.first):
        return _sum_less(found, plan, view, wanted)
    return _by_money(plan, view, wanted) or _difference(found, plan, view, wanted)


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
    if (first.figure is None or not first.terms.terms) and _REST.search(
        plan.first
    ):  # 除去其中一项，其余几类: of the total that it is part of
        part = targets_of(plan.second, view, wanted)[0].figure
        year = (
            [f for f in view.column(part) if f.row_role.endswith("_subtotal") and f.side == part.side] if part else []
        )
        whole = (
            (year[0] if len(year) == 1 else whole_of(part, view)) if part is not None else None
        )  # not what is left over
        return difference(whole, part) if part is not None and whole is not None else missing(first, plan.first)
    seconds = targets_of(plan.second, view, wanted, scopes=() if scopes_in(plan.second) else first.terms.scopes)
    if not seconds[0].terms.terms and scopes_in(plan.second):
        named = tuple(t for t in first.terms.terms if t.names or t.code)  # without the money that only the first is of
        own = replace(first.terms, terms=named or first.terms.terms).with_scopes(seconds[0].terms.scopes)
        seconds = [replace(seconds[0], matches=tuple(resolve(own, view, wanted)))]
    if (
        not first.terms.terms and first.terms.scopes and seconds[0].terms.terms
    ):  # 支出总表与一般公共预算支出表的购房补贴差多少
        first = elsewhere(seconds[0], first.terms.scopes, view, wanted)
    if (sides := _income_and_spending(first, seconds[0].figure, plan, view, wanted)) is not None:
        return sides
    if (of_part := _whole_of_part(plan.first, seconds[0].figure, view)) is not None and seconds[0].figure is not None:
        return difference(of_part, seconds[0].figure)
    if first.figure is not None and (of_money := of_kinds_of_money(first, plan.second, view, wanted)):
        return less(first.figure, of_money)
    if first.figure is not None and seconds[0].figure is None and first.terms.scopes:  # in a table of its own
        apart = targets_of(plan.second, view, wanted)
        seconds = apart if apart[0].figure is not None and not apart[0].open else seconds
    if first.figure is not None and seconds[0].figure is None:  # 政府采购扣掉服务类: a part is named after its whole
        words = "".join(without_noise(plan.first))
        seconds = targets_of(words + plan.second, view, wanted, like=plan.first)
    nameless = not seconds[0].terms.terms and not seconds[0].terms.scopes and bool(seconds[0].terms.unexplained)
    if first.figure is None or seconds[0].figure is None or nameless:
        return missing(
            first if first.figure is None else seconds[0], plan.first if first.figure is None else plan.second
        )
    head = seconds[0].figure  # 某科目里不是基本支出的: less the column of its own row
    if head.column_role in {"basic", "project"} and head.total and not first.figure.total and not first.figure.is_fact:
        part = targets_of(f"{plan.first}的{plan.second}", view, wanted)[0].figure
        if part is None or part.row != first.figure.row or part.column_role != head.column_role or part.value is None:
            return missing(seconds[0], plan.second)
        return difference(whole_of(part, view) or first.figure, part)
    if len(seconds) > 1 and (rest := _less_all(first, seconds)) is not None:
        return rest
    pair = pair_of(first, seconds[0])
    return difference(*pair) if pair is not None else difference(first.figure, seconds[0].figure)


def _sum_less(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """Several items together, less another (工会经费加培训费比办公费多多少)."""
    added = lookup(found, plan, view, wanted)
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
    own = [
        replace(first.terms, terms=tuple(t for t in first.terms.terms if not t.tables)).with_scopes([t.tables[0].value])
        for t in terms
    ]
    found = [next((m.figure for m in resolve(o, view, wanted) if m.figure.value is not None), None) for o in own]
    told = [f for f in found if f is not None and f.ref[0] != first.figure.ref[0]]
    return told if len(told) == len(terms) else []


def _less_all(first: Target, seconds: Sequence[Target]) -> Outcome | None:
    """A figure less several others, all of its table; None where one of them is not there."""
    pairs = [pair_of(first, t) for t in seconds if t.figure is not None and not t.open]
    told = [p for p in pairs if p is not None]
    if len(told) < len(seconds) or len({p[0].ref for p in told}) != 1 or len({p[1].ref for p in told}) < len(told):
        return None
    return less(told[0][0], [p[1] for p in told])


_QUARTERS = re.compile(
    r"(?P<all>(?:四个|各个?|每个?)季度)|(?P<three>前(?:三|3)个?季度)|(?P<first>上半年|前(?:两|二|2)个?季度)|(?P<second>下半年|后两个季度)|第?(?P<one>[一二三四])季度"
)


def _quarters_of(m: re.Match[str]) -> str:
    """The quarters that some words name, by their numerals."""
    if m["three"]:
        return "一二三"
    return m["one"] or ("一二" if m["first"] else "三四" if m["second"] else "一二三四")


def quarters(words: str, view: View, *, together: bool = False) -> Outcome | None:
    """What the notes tell for each quarter, one by one or added up; None where they do not, or several could be meant."""
    said = "".join(_quarters_of(m) for m in _QUARTERS.finditer(words))
    if not said:
        return None
    wanted = "".join(sorted(set(said), key="一二三四".index))
    asked = [w for w in without_noise(_QUARTERS.sub("", words)) if not TOGETHER.fullmatch(w)]
    facts = [f for f in view.figures if f.is_fact and re.match(rf"第?[{wanted}]季度", f.row)]
    told = [f for f in facts if all(w in f"{f.row}{f.sentence}{f.section}" for w in asked)] or facts
    if len(told) != len(wanted) or len({f.sentence for f in told}) != 1:
        return None
    targets = [Target(Terms((), (), ()), (Match(f, 1.0),)) for f in told]
    if together or TOGETHER.search(words):
        return total(targets)
    text = "；".join(f"{f.called} {money(f.number, f.unit)}" for f in told)
    return Outcome(Status.ANSWERED, f"{text}（第 {told[0].page} 页，{told[0].place}）", [Stated.of(f) for f in told])


_REST = re.compile(r"其余|其他|其它|剩下|剩余|别的|余下")


def pair_of(a: Target, b: Target) -> tuple[Figure, Figure] | None:
    numbers_a = [m for m in a.matches[:8] if m.figure.value is not None]
    numbers_b = [m for m in b.matches[:8] if m.figure.value is not None]
    apart = ("财政拨款" in a.words) is not ("财政拨款" in b.words)  # all money, and money of one kind
    best = None
    for x in numbers_a:
        for y in numbers_b:
            if x.figure.ref == y.figure.ref:
                continue
            beside = x.figure.ref[0] == y.figure.ref[0] and not x.figure.is_fact and not apart
            score = x.score + y.score + (0.4 if beside else 0.0)
            if best is None or score > best[0]:
                best = (score, x.figure, y.figure)
    return (best[1], best[2]) if best is not None else None


_CLAIMED = re.compile(r"(?P<up>增加|增长|上升|提高|上涨|涨|多|高)|(?P<down>减少|下降|降低|减|降|少|低)")


_ASKS_WHETHER = re.compile(r"(?:对|是)?(?:吗|么|吧)$|是不是|是否")


def _the_other_way(outcome: Outcome, claim: re.Match[str] | None) -> Outcome:
    """Yes or no to a claim that the year before had more, or less, than this one."""
    pair = outcome.stated[0].sources if outcome.stated else ()
    if claim is None or len(pair) != 2 or pair[0].yuan is None or pair[1].yuan is None:
        return outcome
    right = (pair[1].yuan > pair[0].yuan) if claim["up"] else (pair[1].yuan < pair[0].yuan)
    outcome.text = ("是，" if right else "不是，") + outcome.text
    return outcome


def _moved_as_claimed(outcome: Outcome, plan: Plan) -> Outcome:
    """Yes or no, where the question says which way something moved and asks whether that is so."""
    claim = _CLAIMED.search(plan.first)
    if (years := re.search(r"20(\d\d)年.*比.*?20(\d\d)年", plan.first)) is not None and years[1] < years[2]:
        return _the_other_way(outcome, claim)  # was it more in the year before?
    asked = _ASKS_WHETHER.search(plan.first) is not None and NEGATED.search(plan.first) is None
    moved = next((f.relation for s in outcome.stated for f in s.sources if f.relation in {"increase", "decrease"}), "")
    if not moved and outcome.stated and len(outcome.stated[0].sources) == 2:  # two columns, one less the other
        moved = "increase" if outcome.stated[0].value > 0 else "decrease"
    if _AN_AMOUNT.search(plan.first):
        return outcome  # an amount that is claimed is held against each part (`qa.claims`), or not at all
    if asked and claim is not None and moved and not re.search(r"还是|增减|变化|多少", plan.first):
        right = (moved == "increase") == bool(claim["up"]) and bool(outcome.stated[0].value)
        outcome.text = ("是，" if right else "不是，") + outcome.text
    return outcome


_AN_AMOUNT = re.compile(r"\d(?:亿|万|元|%)|一半|[一二三四五六七八九]成|倍")


def changed(plan: Plan, view: View, wanted: Wanted) -> Outcome:
    if (rows := moved_rows(plan.first, view)) is not None:
        return rows
    outcome = change(plan, view, wanted)
    bare = plan.first
    for term in spot(plan.first, view).terms:  # 青少年科技活动: a name says not which way it moved
        bare = bare.replace(term.text, "，") if term.names and not term.fuzzy else bare
    said = plan.model_copy(update={"first": bare})
    if outcome.found:
        return _moved_as_claimed(outcome, said)
    item = split_words(plan.first, view)[0]
    terms = spot(plan.first, view).terms
    names = [*item[:1], *(n for t in terms[:1] for n in (t.contains, *(n for n, _ in t.names[:2])) if n)]
    told = moved_in_words(names, moving(plan.first, view), view)
    if told is None:
        return outcome
    claim = _CLAIMED.search(bare)
    whether = _ASKS_WHETHER.search(plan.first) is not None and NEGATED.search(plan.first) is None
    if claim is not None and whether and re.match(r"增|减", told.text) and not _AN_AMOUNT.search(plan.first):
        told.text = ("是，" if told.text.startswith("增") is bool(claim["up"]) else "不是，") + told.text
    if whether and claim is not None and re.match(r"持平|无增减|没有变化", told.text):
        told.text = "不是，" + told.text
    elif re.search(r"持平|一样|没有变化", plan.first) and _ASKS_WHETHER.search(plan.first):
        told.text = ("是，" if re.match(r"持平|无增减|没有变化", told.text) else "不是，") + told.text
    if plan.unit == "%":
        told.stated.sort(key=lambda s: s.unit != "%")
    return told
