"""Do two places agree, how amounts make up one another, and yes or no."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extract.model import Kind, State
from extract.text import UNIT_YUAN
from qa.answer import NOWHERE, Outcome, Quote, Stated, Status, money, numbers_in
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import agree, by_two_measures, compare, missing, relation, sum_against, total
from qa.outcomes.differences import differences, sides_of_row
from qa.outcomes.lookup import in_one_table, lookup, spread
from qa.outcomes.proportion import whole_of
from qa.outcomes.texts import Search, from_text
from qa.outcomes.weights import weight_of, weights
from qa.terms.resolve import Match, Wanted, measure_of, resolve, same_place
from qa.terms.targets import Target, elsewhere, targets_of
from qa.terms.terms import Terms, spot
from qa.words.lexicon import lexicon, scopes_in
from qa.words.plan import TOGETHER, Plan, hidden, shown


def compared(plan: Plan, view: View, wanted: Wanted, search: Search | None) -> Outcome:
    """Whether places agree; where a question asks whether they differ, no comes first for those that do not; where it asks
    how far they are apart, the gap does."""
    outcome = _compared(plan, view, wanted, search)
    if (other := _other_amount(plan.first, outcome)) is not None:
        return other
    if "功能分类" in plan.first and "经济分类" in plan.first and outcome.found and not _by_what_is_bought(outcome):
        return Outcome(Status.NOT_FOUND, "文件没有按经济分类列出这一项。", cited=[], certain=True)
    if _HOW_FAR.search(plan.first):
        outcome.stated.sort(key=lambda s: s.label != "差额")
    if outcome.found and _DO_THEY_DIFFER.search(plan.first):
        word = "没有，" if outcome.text.startswith("一致") else "有，" if outcome.text.startswith("不一致") else ""
        outcome.text = word + outcome.text
    return outcome


def _by_what_is_bought(outcome: Outcome) -> bool:
    """Whether one of the figures told is of a table by what is bought."""
    told = [f for s in outcome.stated for f in s.sources]
    return bool(outcome.quotes) or any(f.table is Kind.BASIC or "经济" in f.title for f in told)


def _other_amount(text: str, outcome: Outcome) -> Outcome | None:
    """That a question states an amount of one of two places, and neither that was found has it: another one is meant (说明里写的352.67万元
    和表格里的数一致吗); None where it states none."""
    stated = [Decimal(m["number"].replace(",", "")) * UNIT_YUAN[f"{m['unit']}元"] for m in _STATED.finditer(text)]
    told = [s for s in outcome.stated if s.yuan is not None]
    if not outcome.found or len(stated) != 1 or not told or outcome.quotes:
        return None
    if any(abs((s.yuan or Decimal(0)) - stated[0]) <= _ROUNDED for s in told):
        return None
    return Outcome(Status.NOT_FOUND, "没有读懂这个金额是哪一处印出的：请分别问两处各是多少。", cited=[])


_STATED = re.compile(r"(?<![\d.,])(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>亿|万|)元")
_ROUNDED = Decimal(50)
"""元 by which an amount in 万元 may be rounded."""
_HOW_FAR = re.compile(r"差(?:多少|额|距|了|几)|(?:高出?|超出|多出?|低|少)(?:了)?(?:多少|几)")


def _compared(plan: Plan, view: View, wanted: Wanted, search: Search | None) -> Outcome:
    text = hidden(plan.first, view.whole_in(plan.first))
    text = _SUM_ALIKE.sub(r"\g<adds>等于\g<sum>吗", _IS_SUM.sub(r"\g<adds>等于\g<sum>", text))
    if set(plan.measures) == {"budget", "final"} and (m := _BY_MEASURE.match(plan.first)) is not None:
        budget, final = by_two_measures(m["item"], ("budget", "final"), view, wanted)
        if budget is not None and final is not None:
            return compare([(budget, final)], view)
        return Outcome(Status.NOT_FOUND, f"文件没有同时列出“{m['item']}”的预算数和决算数。", cited=[])
    if (m := _SUM_AND.search(text)) is not None:
        if (summed := _sum_in_places(m, view, wanted)) is not None:
            return summed
        if _ADDED_UP.search(plan.first):
            return Outcome(Status.NOT_FOUND, "没有读懂要相加的是哪几项、与哪一项比较。", cited=[])
    if (apart := _in_two_places(_segments(plan.first), view, wanted)) is not None:
        return apart
    parts = [shown(p) for p in re.split(r"与|和|跟|同|(?:是否|是不是)?等于", text) if p]
    if len(parts) == 2:
        row = targets_of(parts[0], view, wanted)[0]
        sides = sides_of_row(row, parts[0], _SAID_ALIKE.sub("", parts[1]), view, wanted)
        if sides is not None:
            return sides if isinstance(sides, Outcome) else compare([sides], view)
    parts = _items_lent(parts, view)
    first_of = [name for _, _, name in scopes_in(parts[0])] if parts else []
    found: list[Target] = []
    for part in parts:
        side = _in_lent_place(part, view, wanted, first_of, found)
        if side.figure is not None and side.terms.terms:
            found.append(side)
    if len(found) >= 2:
        told_alike = _best_pair(found[0], found[1], parts, view)
        if told_alike is not None:
            return told_alike
    if len(found) == 1 and (alone := _with_its_like(found[0], parts, view)) is not None:
        return alone
    return from_text(plan.first, view, search)


def _in_lent_place(part: str, view: View, wanted: Wanted, first_of: Sequence[str], before: Sequence[Target]) -> Target:
    """What a side names, in the place that the side before it is in; where that is the notes, and they tell nothing else than they
    do of the side before, wherever it is printed."""
    lent = targets_of(part, view, wanted, scopes=() if "表" in part else first_of)[0]
    of_notes = bool(first_of) and all(s.startswith(Kind.NARRATIVE.value) for s in first_of)
    same = any(t.figure is not None and lent.figure is not None and t.figure.ref == lent.figure.ref for t in before)
    return targets_of(part, view, wanted)[0] if of_notes and (same or lent.figure is None) else lent


def _in_two_places(segments: Sequence[str], view: View, wanted: Wanted) -> Outcome | None:
    """What two tables or forms that are named say of one thing, or of one each; None where two are not named, or nothing that
    they could be asked about is."""
    if len(segments) < 2:
        return None
    pairs = _pairs_by_scope(segments[:2], view, wanted)
    if pairs:
        return compare(pairs, view)
    if (two := _each_its_own(segments[:2], view, wanted)) is not None:
        return compare([two], view)
    named = [t for s in segments[:2] for t in targets_of(s, view, wanted) if t.terms.terms]
    if named:
        return Outcome(Status.NOT_FOUND, f"文件里没有在两张表里都找到“{named[0].words}”。")
    lost = next((w for s in segments[:2] for t in targets_of(s, view, wanted) for w in t.open if len(w) > 1), "")
    if lost:
        return Outcome(Status.NOT_FOUND, f"文件里没有“{lost}”的数字。", cited=[])
    whole = _tables_alike(segments[:2], view)
    if whole:
        return compare(whole, view)
    return None


_IS_SUM = re.compile(
    r"^(?P<sum>[^,，加]+?)[,，]?(?:是否|是不是|正好|刚好)*(?:等于|=)(?P<adds>[^,，]+?加上?[^,，]+?)(?=(?:吗|么|不)?$)"
)
_SUM_ALIKE = re.compile(
    r"^(?P<sum>[^,，加]+?)(?:和|与|跟|同)(?P<adds>[^,，加]+?加上?[^,，]+?)(?:之和|的和|合计|加起来)?(?:是否|是不是|是)?(?:一致|相等|相同|一样|吻合|相符|对得上)(?:的)?(?:吗|么|不)?$"
)
"""An amount, and the amounts that are to add up to it, said the other way round (甲等于乙加丙)."""
_DO_THEY_DIFFER = re.compile(
    r"(?:有没有|有无|存在|存不存在|有|是否有|是否存在)(?:什么|任何)?(?:出入|差异|差别|不同|矛盾|区别|差距|不一致(?:的地方)?)(?:的)?(?:吗|么|没有|$)"
)
_BY_MEASURE = re.compile(
    r"^(?P<item>[^,，]{2,}?)的?(?:年初|全年)?(?:预算|决算)(?:数|支出)?(?:和|与|跟|同|是否等于|等于)(?:年初|全年)?(?:预算|决算|实际支出|实际)(?:数)?"
)


def _each_its_own(segments: Sequence[str], view: View, wanted: Wanted) -> tuple[Figure, Figure] | None:
    """Two things by different names, each in the table or the form that its words say; None where one is not surely there."""
    found = [targets_of(words, view, wanted) for words in segments]
    if any(len(own) != 1 or own[0].figure is None or own[0].open or not own[0].terms.terms for own in found):
        return None
    a, b = (own[0].figure for own in found)
    if (
        a is None
        or b is None
        or a.yuan is None
        or b.yuan is None
        or a.ref[0] == b.ref[0]
        or set(a.names) & set(b.names)
    ):
        return None
    return a, b


def _sum_in_places(m: re.Match[str], view: View, wanted: Wanted) -> Outcome | None:
    """Several items, added up, against another, each where the question says; None where one of them is not there."""
    words, other = shown(m["adds"] or m["of"] or m["parts"]), shown(m["sum"] or m["one"] or m["whole"])
    summed = [t for t in targets_of(words, view, wanted) if t.figure is not None and not t.open]
    pieces = re.split("和|与|及|、", hidden(words, view.whole_in(words)))
    if len(summed) != len(pieces) and TOGETHER.search(words) is None:  # each a cell, by its row and its column
        each = [t for t in targets_of(f"{words}一共", view, wanted) if t.figure is not None and not t.open]
        summed = each if len(each) == len(pieces) else summed
    if len(summed) < 2:  # joined by 加, which joins no list
        summed = [
            t
            for part in re.split(r"加上?|、|和|与", words)
            for t in targets_of(part, view, wanted, scopes=[n for _, _, n in scopes_in(words)])[:1]
        ]
        named = len(summed)
        summed = [t for t in summed if t.figure is not None and not t.open]
        if named > len(summed):
            return Outcome(Status.NOT_FOUND, f"“{words}”里有一项在文件里没有找到。", cited=[])
    others = targets_of(other, view, wanted)
    if len(others) > 1 or re.search(r"加", other):
        return Outcome(Status.NOT_FOUND, "没有读懂要与哪一项比较。")
    against = others[0]
    told = _total_told(summed, other, view)
    if told is not None and len(summed) > 1:
        return sum_against(summed, told)
    if against.figure is not None:
        *summed, against = in_one_table([*summed, against])
    return _summed(summed, against, view) if len(summed) > 1 and against.figure is not None else None


def _total_told(summed: Sequence[Target], words: str, view: View) -> Figure | None:
    """The total that some words call so without a name, of what is added up: as the sentence tells it that has all of the
    parts, else as their table does; None where the words call none."""
    figures = [t.figure for t in summed if t.figure is not None]
    if not figures or not (_ITS_TOTAL.fullmatch(words) or _WRITTEN_TOTAL.fullmatch(words)):
        return None
    if not figures[0].is_fact:
        return whole_of(figures[0], view)
    most = max(f.yuan or Decimal(0) for f in figures)
    beside = [
        f for f in view.figures
        if f.is_fact and f.sentence == figures[0].sentence and f.relation == figures[0].relation
        and f.yuan is not None and f.yuan > most and f.ref not in {own.ref for own in figures}
    ]  # fmt: skip
    return beside[0] if len(beside) == 1 else None


_WRITTEN_TOTAL = re.compile(
    r"(?:它|其|文中|那里|这里|说明)?(?:自己|所)?(?:写|列|印|说|给|报)?(?:出|明)?的?(?:那个)?(?:总数|总额|总计|合计数?|总金额|数)(?:吗|么|不)?"
)


def _with_its_like(found: Target, parts: Sequence[str], view: View) -> Outcome | None:
    """The one thing that was found, held against what else it may be or where else it stands; None where it is nowhere else."""
    both = [found.figure, *found.others]
    told = [f for f in both if f is not None]
    told = told[:1] + [f for f in told[1:] if _is_carried(f) == _is_carried(told[0])]  # of the same years
    also = same_place(told[0], view)
    rest = told[1:2] or also[:1]
    if rest and _of_one_side(parts, told[0], rest[0]):
        return Outcome(Status.NOT_FOUND, "没有读懂要比较的是哪一项收入和哪一项支出。", cited=[])
    if rest:
        return compare([(told[0], rest[0])], view)
    return None


def _is_carried(figure: Figure) -> bool:
    """Whether a figure is of what other years left."""
    return figure.row_role in {"carry_in", "carry_out"} or any("结转" in name for name in (figure.row, *figure.parents))


def _best_pair(first: Target, second: Target, parts: Sequence[str], view: View) -> Outcome | None:
    """Two things held against one another where each is likeliest meant; None where they have no two figures. Of two names that
    are both printed (缴费 and 缴费支出), each is meant as it is, though either may stand for the other elsewhere."""
    first, second = _as_printed(first, second), _as_printed(second, first)
    best = min(
        ((0 if agree(a.figure, b.figure) else 1, 0.0 - a.score - b.score + 0.2 * (a.figure.ref[0] != b.figure.ref[0]), a.figure, b.figure) for a in _likely(first) for b in _likely(second) if a.figure.ref != b.figure.ref and a.figure.value is not None and b.figure.value is not None),
        key=lambda x: (x[1] + 0.05 * x[0], x[0]),
        default=None,
    )  # fmt: skip
    if best is not None and _of_one_side(parts, best[2], best[3]):
        return Outcome(Status.NOT_FOUND, "没有读懂要比较的是哪一项收入和哪一项支出。", cited=[])
    if best is not None:
        return compare([(best[2], best[3])], view)
    return None


def _as_printed(target: Target, other: Target) -> Target:
    """What a name of its own means, where another name is printed too: the figures that bear just that name."""
    own, beside = ({t.text for t in side.terms.terms if not t.fuzzy} for side in (target, other))
    if own & beside:
        return target
    matches = tuple(m for m in target.matches if own & set(m.figure.names[:1]))
    return replace(target, matches=matches) if matches else target


def _of_one_side(parts: Sequence[str], first: Figure, second: Figure) -> bool:
    """Whether income is asked to be held against spending, and two figures of the same side were found."""
    sides = [re.findall(r"收入|支出", p)[-1:] for p in parts[:2]]
    apart = len(sides) == 2 and all(sides) and sides[0] != sides[1]
    return apart and bool(first.side) and first.side == second.side and not first.total


def _likely(target: Target) -> list[Match]:
    """The figures that are about as likely meant as the likeliest: others only agree by chance."""
    return [m for m in target.matches[:4] if target.matches[0].score - m.score <= _AS_LIKELY]


_SAID_ALIKE = re.compile(
    r"(?:是不是|是否|都|两个数)*(?:不?一致|一样|相同|相等|相符|吻合|对得上)(?:的|吗|么)?$|[,，]?(?:是|对)?(?:吗|么|吧|不对)$"
)
_ITS_TOTAL = re.compile(r"的?(?:总额|总计|合计|总数)(?:数)?(?:吗|么)?")
_AS_LIKELY = 0.15


def _items_lent(parts: list[str], view: View) -> list[str]:
    """Parts of which one names no more than a kind of money, with the item that the other names (全口径支出和一般公共预算)."""
    if len(parts) != 2:
        return parts
    named = [[t for t in spot(p, view).terms if t.names and not t.total] for p in parts]
    kinds = [any(t.tables and not t.names for t in spot(p, view).terms) for p in parts]
    for i, j in ((0, 1), (1, 0)):
        if named[i] and not named[j] and kinds[j]:
            return [p if k == i else f"{named[i][0].text}{p}" for k, p in enumerate(parts)]
    return parts


_ADDED_UP = re.compile(r"之和等于|加起来等于|相加等于|合起来等于")
_SUM_AND = re.compile(
    r"(?<![^,，])(?P<adds>[^,，]+?加上?[^,，]+?)[,，]?(?:是否|是不是)?(?:等于|=)(?P<sum>.+)"
    r"|^(?P<one>[^,，]+?)[,，]?(?:是否|是不是)?(?:等于|=)(?P<of>[^,，]+?(?:和|与|加上?|、)[^,，]+?)(?:之和|的和|相加|加起来|合计)"
    r"|^(?P<parts>.+)(?:合计|之和|加起来|总和|相加).*?(?:与|和|跟|同|等于)(?P<whole>.+)"
)


def _summed(parts: Sequence[Target], whole: Target, view: View) -> Outcome:
    """Parts against their sum: of what could be meant by it, the total of the column or row that they stand in comes first."""
    first = next(t.figure for t in parts if t.figure is not None)
    below = _in_one_column([t.figure for t in parts if t.figure is not None])
    if below and (told := _total_of_column(first, whole, view)) is not None:
        return sum_against(parts, told)
    beside = [f for f in view.row(first) if f.column_role == "total"] if not below else []
    if whole.terms.terms and whole.matches[0].figure in view.row(first):
        return sum_against(parts, whole.matches[0].figure)  # the part of the row that is named
    if any(t.names and not t.total for t in whole.terms.terms) and not whole.matches[0].figure.total:
        beside = []  # the whole is a thing of its own
    near = [m.figure for m in whole.matches if m.figure in beside or m.figure.ref[0] == first.ref[0]]
    if first.table is Kind.BASIC:  # of that money, whatever else is spent so
        near = near or [m.figure for m in whole.matches if m.figure.table is Kind.GENERAL_PUBLIC and m.figure.total]
    rows = [f for f in beside if first.column_role not in {"", "total"}]
    chosen = (rows or near or [whole.matches[0].figure])[0]
    return sum_against(_of_that_money(parts, chosen), chosen)


def _of_that_money(parts: Sequence[Target], whole: Figure) -> list[Target]:
    """What is added up, each as the general public budget has it where the sum is of that alone and all of them are in its table: all
    of the money is more."""
    if whole.table is not Kind.BASIC or any(t.figure is None or t.figure.table not in _ALL_MONEY for t in parts):
        return list(parts)
    own = [
        next((m for m in t.matches if m.figure.table is Kind.GENERAL_PUBLIC and m.figure.value is not None), None)
        for t in parts
    ]
    if any(m is None for m in own):
        return list(parts)
    return [replace(t, matches=(m, *t.matches)) for t, m in zip(parts, own, strict=True) if m is not None]


_ALL_MONEY = {Kind.EXPENDITURE, Kind.INCOME, Kind.INCOME_EXPENDITURE}


def _in_one_column(figures: Sequence[Figure]) -> bool:
    """Whether figures stand below one another in one column of a table, which is not its total."""
    one = figures[0]
    alike = all((f.ref[0], f.ref[2]) == (one.ref[0], one.ref[2]) and not f.is_fact for f in figures)
    return alike and bool(one.columns) and one.column_role != "total" and len({f.ref[1] for f in figures}) > 1


def _total_of_column(one: Figure, whole: Target, view: View) -> Figure | None:
    """The total row's cell in the column that a figure stands in, where the words for a whole name no more than that column."""
    names = {n for t in whole.terms.terms if not t.total for n, _ in t.names}
    rows = {n for f in view.column(one) if not f.total for n in f.names}
    if not names & set(one.columns) or names & rows:
        return None
    return next((f for f in view.column(one) if f.total and f.value is not None), None)


def _segments(text: str) -> list[str]:
    """A comparing question cut before each table that it names."""
    spans = scopes_in(text)
    if len(spans) < 2:
        return []
    cuts = [0, *(s for s, _, _ in spans[1:]), len(text)]
    return [text[a:b] for a, b in pairwise(cuts)]


def _pairs_by_scope(segments: Sequence[str], view: View, wanted: Wanted) -> list[tuple[Figure, Figure]]:
    first, second = (targets_of(s, view, wanted) for s in segments)
    named_first, named_second = ([t for t in ts if t.terms.terms or t.terms.total] for ts in (first, second))
    if not named_first and not named_second:
        return []
    scope_a, scope_b = first[0].terms.scopes, second[0].terms.scopes
    if not named_second:
        named_second = [elsewhere(t, scope_b, view, wanted) for t in named_first]
    if not named_first:
        named_first = [elsewhere(t, scope_a, view, wanted) for t in named_second]
    if len(named_second) == 1 < len(named_first):
        named_second = [elsewhere(t, scope_b, view, wanted) for t in named_first]
    return [
        (a.figure, b.figure)
        for a, b in zip(named_first, named_second, strict=False)
        if a.figure is not None and b.figure is not None and a.figure.ref != b.figure.ref
    ]


def _tables_alike(segments: Sequence[str], view: View) -> list[tuple[Figure, Figure]]:
    """Figures of two tables that have the same role or name: item by item."""
    kinds = [next((n for _, _, n in scopes_in(s)), "") for s in segments]
    a, b = (
        [
            f
            for f in view.figures
            if f.table.value == k and f.value is not None and not (f.side == "expenditure" and "income" in kinds)
        ]
        for k in kinds
    )
    pairs = [(x, y) for x in a for y in b if (role := _role(x)) and role == _role(y)]
    if (money := _one_kind_of_money(kinds, a, b)) is not None:
        return [money]
    totals = [
        [f for f in fs if (f.total or f.row_role.endswith("total")) and f.column_role in {"", "total"}] for fs in (a, b)
    ]
    if all(totals):
        pairs.insert(0, (totals[0][-1], totals[1][-1]))
    return pairs[:8]


def _one_kind_of_money(kinds: Sequence[str], a: Sequence[Figure], b: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The total of a table of one kind of money, and what a table of all of it says of that kind; None for other tables."""
    of_all = {Kind.INCOME_EXPENDITURE.value, Kind.FISCAL.value, Kind.INCOME.value}
    own = next((s for s in lexicon().soft if {s.tables[0].value} == set(kinds) - of_all), None)
    if own is None or not set(kinds) & of_all:
        return None
    part, whole = (a, b) if kinds[0] == own.tables[0].value else (b, a)
    totals = [f for f in part if (f.total or f.row_role.endswith("total")) and f.column_role in {"", "total"}]
    told = [f for f in whole if any(own.names in n for n in (*f.names, *f.inner))]
    alike = [(t, f) for t in totals for f in told if agree(t, f)]
    pairs = alike or [(t, f) for t in totals[-1:] for f in told[:1]]
    if not pairs:
        return None
    total, other = pairs[0]
    return (total, other) if part is a else (other, total)


def _role(figure: Figure) -> str:
    """What a figure is in any table of its sort: the role of its row or column, where that is no total."""
    role = figure.row_role or figure.column_role
    return "" if role.endswith("total") else role


def related(plan: Plan, view: View, wanted: Wanted) -> Outcome:
    values = numbers_in(plan.first)
    found = [t for t in targets_of(plan.first, view, wanted) if t.figure is not None]
    if len(found) < 2:
        terms = spot(plan.first, view).terms
        found = [
            t
            for term in terms
            for t in [Target(Terms((term,), (), ()), tuple(resolve(Terms((term,), (), ()), view, wanted)))]
            if t.figure is not None
        ]
    figures = []
    for target in found:
        printed = next((m.figure for m in target.matches if m.figure.value in values), None)
        figures.append(printed or target.matches[0].figure)
    return relation(list(dict.fromkeys(figures)), view) or Outcome(Status.NOT_FOUND, "文件里找不到这几个数。")


def _weighed(words: str, view: View) -> Outcome | None:
    """Whether indicators weigh as much as is said: those that are named, else all of each project; None without projects."""
    if (named := weight_of(words, view)) is not None:
        said = re.findall(r"(?<![\d.])\d+(?:\.\d+)?(?=分(?!值))", words)
        if said:
            named.text = ("是，" if {s.value for s in named.stated} == {Decimal(said[-1])} else "不是，") + named.text
        return named
    outcome = weights(view)
    values = numbers_in(words)
    if outcome is not None and values:
        totals = {s.value for s in outcome.stated}
        outcome.text = ("是，" if totals == {values[-1]} else "不是，") + outcome.text.split("：", 1)[1]
    return outcome


def yes_no(plan: Plan, view: View, wanted: Wanted, search: Search | None) -> Outcome:
    if "分值" in plan.first and (weighed := _weighed(plan.first, view)) is not None:
        return weighed
    if _OF_A_WHOLE.search(plan.first) or _MORE_THAN_ONE_CELL.search(
        plan.first
    ):  # a share or a multiple that `qa.terms.claims` has not read
        return Outcome(Status.NOT_FOUND, "没有读懂这句话要核对的是什么。", cited=[])
    if (held := _held(plan, view, wanted)) is not None:
        return held
    if (negative := _NEGATIVE.search(plan.first)) is not None:
        return _below_zero(plan.first[: negative.start()], view, wanted)
    nothing = says_nothing(plan.first)
    words = _IS_ZERO.sub("", plan.first) if nothing else plan.first
    found = targets_of(words, view, replace(wanted, unit=""))
    target = next((t for t in found if t.figure is not None and not t.open), None)
    asking = re.split(r"[,，](?!\d{3})", plan.first)[-1]  # what is told before it is no claim
    told = numbers_in(_IN_A_NAME.sub("", _AS_OF.sub("", plan.first if _CLAIMS.search(asking) else asking)))
    claimed = [n for n in told if str(n) not in view.codes]
    if target is None or target.figure is None:
        if (whole := empty_table(plan, view) or _of_a_table(plan, view, wanted)) is not None:
            return whole
        return missing(found[0], plan.first) if found else from_text(plan.first, view, search)
    figure = target.figure
    others = _fact_beside(target, plan.first) if plan.wants != "blank" and not nothing else None
    if others is not None:
        figure = others
    if nothing:
        return _says_none(found, target, plan.first, view)
    if (unread := _unread(plan.first, asking, figure, claimed=bool(claimed))) is not None:
        return unread
    if claimed and (len(found) > 1 or figure.value is not None):
        return _as_claimed(found, figure, plan.first, claimed)
    if figure.value is None or figure.value == 0:
        if (empty := empty_table(plan, view)) is not None:
            return empty
        what = (
            f"为 {money(figure.value, figure.unit)}"
            if figure.value is not None
            else "一格为空白"
            if figure.state is State.BLANK
            else "一格为短横"
        )
        word = "没有" if plan.wants != "blank" else "是" if figure.value is None else "不是"
        outcome = Outcome(
            Status.ANSWERED,
            f"{word}，{figure.called} {what}（第 {figure.page} 页，{figure.place}）",
            cited=[figure],
        )
        outcome.stated = [Stated.of(figure)] if figure.value is not None else []
        return outcome
    if _MORE_THAN_WHETHER.search(plan.first):
        return Outcome(Status.NOT_FOUND, "没有读懂这句话要核对的是什么。", cited=[])
    outcome = Outcome(
        Status.ANSWERED,
        f"{'不是' if plan.wants == 'blank' else '有'}，{figure.called} {money(figure.value, figure.unit)}（第 {figure.page} 页，{figure.place}）",
        [Stated.of(figure)],
    )
    outcome.cited = [figure, *spread(same_place(figure, view))]
    return outcome


_WHETHER_FILLED = re.compile(
    r"^(?P<table>[^,，]{2,24}?表)(?:里面?|上面?|之?中|内)?(?:是不是|是否|到底|究竟|真的|就)*(?:有没有(?:数字?|金额|填数?)|有数(?:字)?(?:吗|么|没有)|是?空(?:表|的|白)?(?:吗|么|的吗)?)(?:呢)?$"
)


def _of_a_table(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """Whether a table that a question names has amounts at all, by its total; None where it does not ask that, or the table has none."""
    m = _WHETHER_FILLED.match(plan.first)
    if m is None or not plan.wants or [s for s, _, _ in scopes_in(m["table"])] != [0]:
        return None
    figure = targets_of(f"{m['table']}里的合计", view, wanted)[0].figure
    if figure is None or figure.value is None or figure.is_fact:
        return None
    text = f"{'不是' if plan.wants == 'blank' else '有'}，{figure.called} {money(figure.value, figure.unit)}（第 {figure.page} 页，{figure.place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(figure)])


_AS_OF = re.compile(r"(?:截至|截止|到)?20\d\d年(?:1[0-2]|0?[1-9])月(?:[0-3]?\d[日号]|[底末初])?")
"""A day as of which things are counted, which is no amount that is claimed."""


def _as_claimed(found: Sequence[Target], figure: Figure, words: str, claimed: Sequence[Decimal]) -> Outcome:
    """Whether a figure is an amount that is claimed, or several things come to it; not found where no words add several up, or
    the amount is a bound."""
    if len(found) == 1:
        place = f"（第 {figure.page} 页，{figure.place}）"
        outcome = Outcome(
            Status.ANSWERED, f"{figure.called} {money(figure.number, figure.unit)}{place}", [Stated.of(figure)]
        )
    elif TOGETHER.search(words) is None or _BOUND.search(words) or any(t.figure is None or t.open for t in found):
        return Outcome(Status.NOT_FOUND, "没有读懂是说合计，还是说各项：请写明“合计”或“都”。", cited=[])
    else:
        outcome = total(in_one_table(found))
    if outcome.found:
        first = outcome.stated[0]
        same = first.value in claimed or (
            first.yuan is not None and any(first.yuan in {c, c * 10_000} for c in claimed)
        )
        outcome.text = f"{'是' if same else '不是'}，{outcome.text}"
    return outcome


_BOUND = re.compile(r"(?:有没有|够不够|到没到|是否[有到够达]|能不能|超|过|不到|以上|以下|低于|高于)")


def _held(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """Whether one thing, or several together, is more than another, or several together are less; None where that is not asked."""
    if (m := _EXCEEDS.search(plan.first)) is not None:
        return _exceeds(m["a"], m["b"], plan, view, wanted)
    m = _SUM_SHORT.search(plan.first)
    if m is None or TOGETHER.search(m["a"]) is None:
        return None
    summed = plan.model_copy(update={"first": m["a"]})
    added = lookup(targets_of(m["a"], view, wanted), summed, view, wanted)
    return _sum_over(added, targets_of(m["b"], view, wanted)[0], m["b"], under=True)


def _exceeds(first: str, second: str, plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """Whether one thing, or several together, is more than another."""
    if TOGETHER.search(second) and not TOGETHER.search(first):
        several = targets_of(second, view, wanted)
        added = lookup(several, plan.model_copy(update={"first": second}), view, wanted)
        return _over_sum(targets_of(first, view, wanted)[0], added, first)
    if TOGETHER.search(first):
        added = lookup(targets_of(first, view, wanted), plan.model_copy(update={"first": first}), view, wanted)
        held = _sum_over(added, targets_of(second, view, wanted)[0], second)
        if held.found and re.search(r"(?<!有)(?<!是)不(?:会|能)?$", first):  # 不超过…吗: yes says that it is not more
            held.text = re.sub(r"^(?:是|没有)", lambda word: "不是" if word[0] == "是" else "是", held.text)
        return held
    sides = plan.model_copy(update={"first": first, "second": second})
    found = targets_of(first, view, wanted)
    if len(found) > 1:
        return Outcome(Status.NOT_FOUND, "问到的不止一项：请分开问，或写明“合计”。", cited=[])
    outcome = differences(found, sides, view, wanted)
    if outcome.found:
        over = outcome.stated[0].value > 0
        denied = re.search(r"(?:没有?|并?未|并?不)(?:曾|能|会)?$", first) is not None and _CLAIMS_SO.search(plan.first)
        word = ("不是，" if over else "是，") if denied else "是，" if over else "没有，"
        outcome.text = word + outcome.text
    return outcome


_CLAIMS_SO = re.compile(r"(?:对|是|没错)(?:吗|么|吧|不对)?$|[,，]对不对$")
"""What ends a claim that is to be confirmed: where that denies something, yes says that it is not so."""


def _over_sum(one: Target, added: Outcome, words: str) -> Outcome:
    """Whether a figure is more than a sum."""
    outcome = _sum_over(added, one, words)
    if outcome.found and one.figure is not None and one.figure.yuan is not None and added.stated[0].yuan is not None:
        _, _, told = outcome.text.partition("，")
        outcome.text = ("是，" if one.figure.yuan > added.stated[0].yuan else "没有，") + told
    return outcome


def _sum_over(added: Outcome, other: Target, words: str, *, under: bool = False) -> Outcome:
    """Whether a sum is more than another figure; `under`: whether it is less."""
    figure = other.figure
    if not added.found or not added.stated or not added.stated[0].how:
        return added if not added.found else missing(other, words)
    total = added.stated[0]
    if figure is None or figure.yuan is None or total.yuan is None or other.open:
        return missing(other, words)
    word = "是" if (total.yuan < figure.yuan if under else total.yuan > figure.yuan) else "没有"
    text = f"{word}，{added.text}；{figure.called} {money(figure.number, figure.unit)}（第 {figure.page} 页，{figure.place}）"
    outcome = Outcome(Status.ANSWERED, text, [*added.stated, Stated.of(figure)])
    outcome.cited = added.cited
    return outcome


_OF_A_WHOLE = re.compile(r"倍|[一二三四五六七八九]成(?!立|果|本|人|员|套|品|功)|一半|半数|分之")
_MORE_THAN_ONE_CELL = re.compile(r"既.+又|越来越|一年比一年|其(?:余|他)[^,，]*都")
_MORE_THAN_WHETHER = re.compile(
    r"倍|[一二三四五六七八九]成|一半|半数|分之|%|不到|不足|超过|(?<!万元)(?<!元\(含\))以上|以下|(?<!首)都(?!没)|各项|每[一项个]|全部|全都|完成|花(?:出去|掉|完|光)|用(?:掉|完|光)|达到|大部分|大多|多半|主要(?:是|用|来)|(?<!能)够|亏|(?<!公)赚|大头|预算.{0,3}有没有[花用]"
)
"""Words that ask for more than whether there is any of a thing."""


def _unread(words: str, asking: str, figure: Figure, *, claimed: bool) -> Outcome | None:
    """That no single cell says whether some words hold, or not in what they count; None where one may."""
    if (claimed and _BOUNDS.search(asking)) or (not claimed and _EACH_OF_THEM.search(words)):
        return Outcome(Status.NOT_FOUND, "没有读懂这句话要核对的是什么。", cited=[])
    told_in = {m[1] for m in _CLAIMED_IN.finditer(_IN_A_NAME.sub("", words if _CLAIMS.search(asking) else asking))}
    if claimed and told_in and not any((u in "亿万元") is (figure.yuan is not None) for u in told_in):
        return Outcome(Status.NOT_FOUND, f"文件里没有可以与之比较的“{words}”的数字。", cited=[])
    return None


_BOUNDS = re.compile(
    r"(?<!单价)(?<!价值)\d[\d.,]*(?:亿|万|元|%|分|个|人|辆|台)*(?:\(含\))?(?:以上|以下|以内|左右|上下|多)(?!的?(?:通用|专用|大型)?设备)|(?:超过|不到|不足|低于|高于|至少|最多|大于|小于|达到)\d"
)
_EACH_OF_THEM = re.compile(
    r"(?<![平人年])均(?:为|是|由|来自|系)|(?<!首)都(?:是|被|评|属|归|为|有|达|完|拿|来|用)|全部(?:是|评|都|拿|达|完|来|用)|全都"
)
"""Words that say something of all of several things, or bound an amount: no single cell says whether they hold."""
_CLAIMED_IN = re.compile(r"\d(亿|万|元|%|辆|台|人|个|家|项|次|批|户)")
_SAYS_NOTHING = re.compile(
    r"(?:(?:(?<!有)没有?(?:任何|再|去)?|(?<![是能会要对可没有])不(?:再|打算|准备|计划|会|预备|想|必|用(?=花|安排|列|支|编|发)|需要?)*)(?:安排|发生|列|花|编|预算|支出|用(?!于|在|来|到)|使用|产生)|(?:(?:没有?|未)(?!不)|(?<![是能会要对可没有])不(?:再|打算|准备|计划|会|预备|想|必|用(?=花|安排|列|支|编|发)|需要?)*(?=安排|发生|编列|列|花|支出|产生))(?:安排|发生|编列|列|花)?(?:[^,，有]|(?<=国)有){2,24}|(?:是|为|等于)(?:0|零)(?:元|万元)?)[,，]?(?:这|是)?(?:真的)?(?:对不对|对吗|对吧|是吗|是吧|吧)$"
)
"""Words that say there is none of a thing, and ask whether that is so."""
_IS_ZERO = re.compile(
    r"(?:是不是|是否|到底|都|就|是|为|等于)+(?:0|零)(?:元|万元|辆|台|个)?(?:的|了)?[,，]?(?:对|是)?(?:吗|么|吧|不对)?$|(?:是不是|是否|真的|就)*(?:连)?一(?:分钱?|毛钱?|元钱?|块钱?)(?:钱)?(?:都|也)(?:没有?|未|不(?:打算|准备|计划|会)*)(?:安排|花|列|用|编|支出|发生)?(?:了)?(?:的)?[,，]?(?:对|是)?(?:吗|么|吧|不对)?$"
)
"""Words that ask whether a thing is zero."""
_IS_THERE_NONE = re.compile(
    r"^[^,，]*(?:是不是|是否)(?:就|真的|根本|完全|一直)?(?:没有?|未)(?:有|安排|列|编|发生|花|买|配)*[^,，超过变增减]*$|一(?:分|毛|元|块)钱?[^,，]{2,10}(?:都|也)没有?(?:安排|花|列)?(?:吗|么|吧)?$"
)
"""Words that ask whether there is none of a thing (是不是没有接待费)."""
_COUNTS = re.compile(r"[辆台套]|数量|[车次人]数|几[个家项]")


def says_nothing(words: str) -> bool:
    """Whether words ask to have it confirmed that there is none of a thing."""
    return any(p.search(words) for p in (_SAYS_NOTHING, _IS_THERE_NONE)) or _IS_ZERO.search(words) is not None


def _is_nothing(figure: Figure) -> Outcome:
    """Yes where a figure is zero or its cell prints no number, else no with how much it is."""
    if figure.value:
        text = f"不是，{figure.called} {money(figure.value, figure.unit)}（第 {figure.page} 页，{figure.place}）"
        return Outcome(Status.ANSWERED, text, [Stated.of(figure)])
    word = "为 0" if figure.value is not None else "一格没有填数"
    outcome = Outcome(
        Status.ANSWERED, f"是，{figure.called} {word}（第 {figure.page} 页，{figure.place}）", cited=[figure]
    )
    outcome.stated = [Stated.of(figure)] if figure.value is not None else []
    return outcome


def _says_none(found: Sequence[Target], target: Target, words: str, view: View) -> Outcome:
    """Whether there is none of a thing: of its money, by the measure that the document is about."""
    if len(found) > 1:
        return _all_nothing(found, words)
    figures = [m.figure for m in target.matches]
    own = [f for f in figures if measure_of(f, view) == view.disclosure.meta.kind] or figures[:1]
    amounts = [f for f in own if f.unit in UNIT_YUAN or not f.is_fact]
    return _is_nothing(figures[0] if _COUNTS.search(words) else (amounts or figures)[0])


def _all_nothing(found: Sequence[Target], words: str) -> Outcome:
    """Yes where each of several things is zero or prints no number; not found where one of them is not there."""
    lost = next((t for t in found if t.figure is None or t.open), None)
    if lost is not None:
        return missing(lost, words)
    each = [_is_nothing(t.figure) for t in found if t.figure is not None]
    word = "是，" if all(o.text.startswith("是") for o in each) else "不是，"
    outcome = Outcome(Status.ANSWERED, word + "；".join(o.text.partition("，")[2] for o in each))
    for one in each:
        outcome.stated += one.stated
        outcome.cited += one.cited
    return outcome


_IN_A_NAME = re.compile(
    r"(?<![\d.,])20\d\d(?![\d.,]*\d|[.,]?\d*[万亿元%])年?|(?:单位价值|单价|价值)?\d+万元(?:\(含\))?(?:以上|以下)"
)
"""Numbers that claim nothing: years, and the bound that things are called by (100万元以上设备)."""
_NEGATIVE = re.compile(
    r"(?:是不是|是否|会不会|有没有)?(?<!没有)(?<!没)(?<!不是)(?:出现|为|是|成)?(?:负数|负值|负的|为负)"
)


def _below_zero(words: str, view: View, wanted: Wanted) -> Outcome:
    """Whether an amount is negative."""
    found = targets_of(words, view, replace(wanted, unit=""))
    figure = found[0].figure
    whole = (
        re.search(r"(?:里面?|中|内|表)$", words) is not None or not found[0].terms.terms
    )  # of many cells, not of one
    if whole or figure is None or found[0].open or figure.value is None:
        return missing(found[0], words)
    word = "是" if figure.value < 0 else "不是"
    text = f"{word}，{figure.called} {money(figure.value, figure.unit)}（第 {figure.page} 页，{figure.place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(figure)])


_CLAIMS = re.compile(
    r"^(?:这|那)?(?:是不是|是否|是|对)?(?:真|对|属实|准确|正确|真实)?的?(?:吗|么|不对|呢)?$|^(?:是不是|是否)"
)
_SUM_SHORT = re.compile(
    r"(?P<a>.+?)(?:是否|有没有)?(?:低于|少于|小于|不及)了?(?P<b>[^零0\d]{2,}?)了?(?:[,，]?(?:对|是)?(?:吗|吧|不对)|$)"
)
_EXCEEDS = re.compile(
    r"(?P<a>.+?)(?:是否|有没有)?(?:超出|超过|超支|高于|大于|多于)(?:了)?(?P<b>[^零0]{2,}?)(?:了)?(?:[,，]?(?:对|是)?(?:吗|吧|不对)|$)"
)


def _fact_beside(target: Target, words: str) -> Figure | None:
    """For 买车吗 and its like: a count told in prose says more than a blank or zero of money."""
    if target.figure is None or target.figure.value:
        return None
    of_money = _SAYS_MONEY.search(words) is not None  # 有公务用车购置费吗: what is bought is no money
    hits = [
        m.figure
        for m in target.matches
        if m.figure.is_fact
        and m.figure.value
        and m.figure.names
        and (m.figure.yuan is not None or not of_money)
        and any(n in m.figure.names for t in target.terms.terms for n, _ in t.names)
    ]
    return hits[0] if hits else None


_SAYS_MONEY = re.compile(r"费|经费|支出|资金|拨款|预算数?(?!单位)")


_AN_EMPTY_TABLE = re.compile(r"空表|空的|全空|没有?(?:任何)?(?:数据|内容|数字|数)(?:的)?(?:表|吗|吧|对|$)")


_ANY_THERE = re.compile(r"有没有(?:填)?(?:数|金额)")


def empty_table(plan: Plan, view: View) -> Outcome | None:
    """A table that is there without figures, with the note that says so: yes where the question asks whether it is empty."""
    words = plan.first
    asks_nothing = plan.wants == "blank" or says_nothing(words) or _AN_EMPTY_TABLE.search(words)
    no = "是" if asks_nothing and not _ANY_THERE.search(words) else "没有"
    kinds = {Kind(n) for _, _, n in scopes_in(words) if n in set(Kind)} | {
        k for t in spot(words, view).terms for k in t.tables[:1]
    }
    for table in view.disclosure.tables:
        filled = any(f.value for f in view.figures if f.ref[0] == table.id)
        if table.kind in kinds and table.pages and (not table.figures or (table.notes and not filled)):
            note = "".join(table.notes)
            box = table.box or NOWHERE
            text = f"{no}，第 {table.pages[0]} 页的《{table.title}》没有填数" + (f"：“{note}”" if note else "")
            return Outcome(
                Status.ANSWERED, text, quotes=[Quote(table.pages[0], box, note or table.title, table.kind.value)]
            )
    return None
