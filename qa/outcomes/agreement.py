"""Do two places agree, and how amounts make up one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extract.model import Kind
from extract.text import UNIT_YUAN
from qa.answer import Outcome, Status, numbers_in
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import agree, by_two_measures, compare, measured_apart, relation, sum_against
from qa.outcomes.differences import sides_of_row
from qa.outcomes.one_table import in_one_table
from qa.outcomes.proportion import whole_of
from qa.outcomes.texts import Search, from_text
from qa.plain.two_places import not_of_each
from qa.terms.resolve import Match, Wanted, resolve, same_place
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
    if (
        outcome.found
        and not outcome.text.startswith("不能比较")
        and not_of_each(plan.first, [f for s in outcome.stated for f in s.sources])
    ):
        return Outcome(Status.NOT_FOUND, "文件里没有在问到的两张表里都找到这一项。", cited=[], certain=True)
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


_TWO_TABLES = re.compile(r"(?:两|2)(?:张|个|份)?表(?!决|现|示|彰)|两[处边](?=[,，各里都的写列])")


def _in_another_table(target: Target, figure: Figure, view: View) -> Outcome:
    """One thing, held against what another table prints by the likeliest name for it; a passage that speaks of it says nothing of two
    tables."""
    other = next(
        (
            m.figure for m in target.matches
            if m.figure.ref[0] != figure.ref[0] and m.figure.yuan is not None and not m.figure.is_fact
            and not measured_apart(figure, m.figure)
        ),
        None,
    )  # fmt: skip
    if other is None or figure.yuan is None:
        return Outcome(Status.NOT_FOUND, f"文件里没有在两张表里都找到“{target.words}”。", cited=[])
    return compare([(figure, other)], view)


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
    if any(_HELD_TO.search(part) for part in parts) and len(found.terms.terms) > 1:
        return Outcome(Status.NOT_FOUND, "没有读懂要比较的是哪两项：请问“甲与乙一致吗”。", cited=[])
    if _TWO_TABLES.search("".join(parts)):
        return _in_another_table(found, told[0], view)
    told = told[:1] + [f for f in told[1:] if _is_carried(f) == _is_carried(told[0])]  # of the same years
    also = same_place(told[0], view)
    rest = told[1:2] or also[:1]
    if rest and _of_one_side(parts, told[0], rest[0]):
        return Outcome(Status.NOT_FOUND, "没有读懂要比较的是哪一项收入和哪一项支出。", cited=[])
    if rest:
        return compare([(told[0], rest[0])], view)
    return None


_HELD_TO = re.compile(r"(?:拿|用|把|将).+(?:去|来)?(?:核|比|对(?!应|外|方|象)|套)")
"""One thing taken to another, of which it is not read which they are."""


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
