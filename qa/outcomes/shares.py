"""Parts of wholes and ratios that a question asks for: which figure is the part, which the whole, of one table where it can be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.model import Kind
from extract.text import key
from qa.answer import Outcome, Status
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import missing
from qa.outcomes.by_money import MONEY_TABLES, of_column
from qa.outcomes.differences import of_kinds_of_money, pair_of, sides_of_row
from qa.outcomes.one_table import in_one_table
from qa.outcomes.proportion import borne_out, ratio, ratio_of_sum, share, share_of_sum, whole_of
from qa.outcomes.shifts import of_year_before
from qa.terms.resolve import Wanted
from qa.terms.targets import Target, elsewhere, targets_of
from qa.terms.terms import names_of, spot
from qa.words.bounds import Held
from qa.words.lexicon import scopes_in, without_noise
from qa.words.operations import WHATEVER_MONEY
from qa.words.plan import TOGETHER, Plan


def shares(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """What part of a whole each of some items is; not found where the whole is of one kind of money and an item of all."""
    if _SEVERAL.search(plan.second) and _named_together(plan.second, view, wanted):
        told = f"没有读懂占“{plan.second}”的比例：请先问它们合计多少。"
        return Outcome(Status.NOT_FOUND, told, cited=[])
    outcome = _shares(found, plan, view, wanted)
    if not scopes_in(plan.first) and _of_other_money(outcome, view):
        return Outcome(Status.NOT_FOUND, f"“{plan.first}”和“{plan.second}”不是同一种资金的数，算不出占比。", cited=[])
    return outcome


_SEVERAL = re.compile(r"^[^,，]*[和与及加跟、][^,，]*$")


def _named_together(whole: str, view: View, wanted: Wanted) -> bool:
    """Whether a whole is several things together: no figure of one of them is what a share of all is of."""
    found = targets_of(whole, view, wanted)
    return len(found) > 1 and all(t.figure is not None for t in found)


_OF_ALL_MONEY = frozenset((Kind.INCOME_EXPENDITURE, Kind.EXPENDITURE))
_OF_ONE_MONEY = frozenset((Kind.FISCAL, Kind.GENERAL_PUBLIC, Kind.GOVERNMENT_FUND))


def _of_other_money(outcome: Outcome, view: View) -> bool:
    """Whether a share is of one kind of money, and a part of it of all, of which that kind pays another amount."""
    if not outcome.found or not outcome.stated or outcome.stated[0].unit != "%" or not outcome.stated[0].sources:
        return False
    *parts, whole = outcome.stated[0].sources
    if any(_elsewhere_in_its_row(part, whole, view) for part in parts):
        return True
    named = "".join(whole.names)
    if whole.is_fact:
        kinds = {Kind.GENERAL_PUBLIC} if "一般公共预算" in named else {Kind.FISCAL} if "财政拨款" in named else set()
    else:
        kinds = {whole.table} & _OF_ONE_MONEY
    if Kind.FISCAL in kinds:
        kinds = set(_OF_ONE_MONEY)
        if any(p.table is Kind.GENERAL_PUBLIC and p.total and _fund_pays(view, p.column_role) for p in parts):
            return True
    return any(
        set(f.names) & set(part.names) and f.column_role in {part.column_role, "", "total"} and f.yuan != part.yuan
        for part in parts
        if part.table in _OF_ALL_MONEY and not part.is_fact and (part.code or not part.total)
        for f in view.figures
        if f.table in kinds and f.value is not None and not f.is_fact and f.side != "income"
    )


def _elsewhere_in_its_row(part: Figure, whole: Figure, view: View) -> bool:
    """Whether the notes tell an amount of what heads a column of the whole's own row, and the row has another or none there:
    that is of all money, and the table of one kind."""
    if not part.is_fact or whole.is_fact or whole.table not in _OF_ONE_MONEY:
        return False
    beside = [f for f in view.row(whole) if set(f.columns) & set(part.names)]
    return bool(beside) and all(f.yuan != part.yuan for f in beside)


def _shares(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    if (last := of_year_before(found, plan, view, percent=True)) is not None:
        return last
    if "结转" in plan.second and "结转" not in plan.first and plan.first:  # what of it is of one kind of money
        found = targets_of(f"{plan.second}里的{plan.first}", view, wanted)
        if found[0].figure is None or not any("结转" in n for n in (*found[0].figure.names, *found[0].figure.parents)):
            return Outcome(Status.NOT_FOUND, f"文件里没有“{plan.second}”里“{plan.first}”的数字。", cited=[])
    if found[0].figure is None and plan.second:  # 政府采购中服务占多少: a part is named after its whole
        named = "".join(without_noise(plan.second)) or ("政府采购" if "采购" in plan.second else "")
        found = targets_of(named + plan.first, view, wanted, like=plan.second)
    if len(found) > 1 and TOGETHER.search(plan.first):
        one = _share_together(found, plan, view, wanted)
        return one or Outcome(Status.NOT_FOUND, f"没有一张表同时列出“{plan.first}”和“{plan.second}”。", cited=[])
    if plan.first == plan.second:
        return Outcome(Status.NOT_FOUND, f"两边都是“{plan.first}”，没有可以与之相比的数。", cited=[])
    plan = _of_money_spent(found, plan)
    if _FISCAL_SPENT.fullmatch(plan.second) and (of_year := _spent_of_the_year(view)):
        plan = plan.model_copy(update={"second": of_year})
    if plan.second == f"{WHATEVER_MONEY}支出总计" and _is_spent_of_the_year(found, view):
        plan = plan.model_copy(update={"second": "本年支出合计"})
    outcomes: list[Outcome] = []
    plan = _of_its_row(plan, view)
    if (of_money := _share_of_money(plan, view, wanted)) is not None:
        return of_money
    for target in found:
        if target.figure is None or target.open:
            continue
        outcomes += _share_of(target, plan, view, wanted)
    if not outcomes:
        return missing(found[0], plan.first) if found else Outcome(Status.NOT_FOUND, "文件里没有可以计算占比的数字。")
    outcomes = [o for o in outcomes if o.found] or outcomes
    outcomes += _of_public_money(outcomes, found, plan, view)
    whole = outcomes[0]
    for other in outcomes[1:]:
        whole.text += "；" + other.text
        whole.stated += other.stated
        whole.notes += other.notes
    return whole


_MONEY_ALONE = re.compile(r"(?P<kind>一般公共预算|财政拨款|政府性基金)(?:财政拨款|预算|拨款|资金|总额|的钱|里|中)*")
_SPENDING = frozenset((Kind.EXPENDITURE, Kind.GENERAL_PUBLIC, Kind.BASIC, Kind.THREE_PUBLIC))


def _of_money_spent(found: Sequence[Target], plan: Plan) -> Plan:
    """教育支出占财政拨款多少: of what is spent of that money, as the part is spent; of what comes in, where the part does."""
    kind = _MONEY_ALONE.fullmatch(plan.second)
    part = found[0].figure if found else None
    if kind is None or part is None or part.is_fact:
        return plan
    if part.side == "expenditure" or (part.table in _SPENDING and not part.side):
        return plan.model_copy(update={"second": f"{kind['kind']}支出"})
    apart = kind["kind"] == "财政拨款" and part.side == "income"
    return plan.model_copy(update={"second": "财政拨款收入"}) if apart else plan


_FISCAL_SPENT = re.compile(r"财政拨款(?:的|总)?支出(?:里|中)?")


def _spent_of_the_year(view: View) -> str:
    """What final accounts call all that is spent of fiscal money in the year, which the total beside it has more than; empty
    where they have no such row."""
    rows = (f for f in view.figures if f.table is Kind.FISCAL and f.row_role == "expenditure_current" and f.value)
    there = view.disclosure.meta.kind == "final" and next(rows, None) is not None
    return "财政拨款本年支出合计" if there else ""


def _is_spent_of_the_year(found: Sequence[Target], view: View) -> bool:
    """Whether what is a share of the year's spending (全年支出) is a row of final accounts beside the sum of just that: the total
    below it has in it what is left over for the next year as well."""
    part = found[0].figure if found else None
    if part is None or view.disclosure.meta.kind != "final" or part.table is not Kind.INCOME_EXPENDITURE:
        return False
    spent = part.side == "expenditure" and not part.total and "结" not in part.row
    return spent and any(f.table is part.table and f.row == "本年支出合计" and f.value for f in view.figures)


def _of_its_row(plan: Plan, view: View) -> Plan:
    """污染防治的财政拨款占多少: what one kind of money is of a row that is named before it; other plans as they are."""
    terms = spot(plan.first, view).terms
    if plan.second or len(terms) != 2 or scopes_in(plan.first):
        return plan
    row, kind = terms
    coded = any(f.code for n, _ in row.names for f in view.vocabulary.get(n, ())) and not row.tables and not row.total
    if not coded or not kind.tables or kind.names or kind.total:
        return plan
    return plan.model_copy(update={"first": kind.text, "second": row.text})


def _of_public_money(outcomes: Sequence[Outcome], found: Sequence[Target], plan: Plan, view: View) -> list[Outcome]:
    """The same share within general public budget, where one over all money was worked out and the words say no more than 支出."""
    if (
        len(outcomes) != 1
        or not plan.second.startswith(WHATEVER_MONEY)
        or scopes_in(plan.first)
        or not outcomes[0].stated
    ):
        return []
    part = outcomes[0].stated[0].sources[:1]
    if not part or part[0].table is not Kind.EXPENDITURE or not part[0].total or len(found) != 1:
        return []
    alike = [
        m.figure
        for m in found[0].matches
        if m.figure.table is Kind.GENERAL_PUBLIC
        and m.figure.names == part[0].names
        and m.figure.columns == part[0].columns
    ]
    whole = whole_of(alike[0], view) if alike else None
    told = share(alike[0], whole, view) if whole is not None and alike[0].value is not None else None
    if told is None or not told.found:
        return []
    told.text = f"{alike[0].place}：{told.text}"
    return [told]


def _share_of_money(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """What of an item one kind of money makes up (专项基础科研中一般公共预算占多少); None where the words say no such thing."""
    kind = spot(plan.first, view).terms
    whole = targets_of(plan.second, view, wanted)[0] if plan.second else None
    if whole is None or whole.figure is None or whole.open or len(kind) != 1 or not kind[0].tables or kind[0].total:
        return None
    of_total = _share_of_column(kind[0].tables[0], whole.figure, view) or _share_of_total(
        kind[0].tables[0], whole.figure, view
    )
    if of_total is not None:
        return of_total
    named = [t for t in whole.terms.terms if t.names and not t.total and not t.tables]
    if not named or whole.figure.total:
        return None
    parts = of_kinds_of_money(whole, plan.first, view, wanted)
    return share(parts[0], whole.figure, view) if len(parts) == 1 and parts[0].value is not None else None


def _share_of_column(kind: Kind, whole: Figure, view: View) -> Outcome | None:
    """What of all basic or project spending one kind of money pays (项目支出里政府性基金占多少): the same column of its own table; of the
    treasury's money, of all its tables together. None where the whole is no such column, or a table has no one total of it."""
    if whole.table is not Kind.EXPENDITURE or not whole.total or whole.column_role not in {"basic", "project"}:
        return None
    kinds = MONEY_TABLES if kind is Kind.FISCAL else (kind,)
    if not set(kinds) <= set(MONEY_TABLES):
        return None
    parts = of_column(kinds, whole.column_role, view, whole.measure)
    if parts is None:
        return Outcome(Status.NOT_FOUND, f"没有读懂是“{whole.called}”里的哪一种资金。", cited=[whole])
    if not parts:
        return Outcome(Status.NOT_FOUND, f"文件里没有“{whole.called}”里这种资金的数字。", cited=[whole])
    return share(parts[0], whole, view) if len(parts) == 1 else share_of_sum(parts, whole)


_SAME_ROW = {
    "income_total": "income_total", "expenditure_total": "expenditure_total", "total": "total", "carry_in": "carry_in", "carry_out": "carry_out",
    "income_subtotal": "income_current", "expenditure_subtotal": "expenditure_current",
}  # fmt: skip
"""By the row of the table of all money: the row of the treasury's table that is of the same."""


def _share_of_total(kind: Kind, whole: Figure, view: View) -> Outcome | None:
    """What of all that comes in or is spent is the treasury's money (支出总计里财政拨款占多少): like is set beside like, as the treasury's
    table has a row of the same sort; None where the whole is no such total, or there is no one such row."""
    role = _SAME_ROW.get(whole.row_role)
    if kind is not Kind.FISCAL or whole.table is not Kind.INCOME_EXPENDITURE or role is None or whole.is_fact:
        return None
    alike = [
        f
        for f in view.figures
        if f.table is Kind.FISCAL and not f.is_fact and f.row_role == role and f.side == whole.side and f.value is not None
        and f.column_role in {"", "total"} and f.measure in {whole.measure, ""}
    ]  # fmt: skip
    return share(alike[0], whole, view) if len({f.yuan for f in alike}) == 1 else None


def share_as_claimed(outcome: Outcome, plan: Plan) -> Outcome:
    """A share with yes or no before it, where the question claims how much it is."""
    number, _, way = plan.wants.partition(" ")
    if not outcome.found or not number or not outcome.stated:
        return outcome
    claimed = Decimal(number)
    held = Held(way or "is", claimed, "%", soft=claimed == claimed.to_integral_value() and claimed not in {0, 100})
    outcome.text = ("是，" if held.holds(outcome.stated[0].value) else "不是，") + outcome.text
    return outcome


def _share_together(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """What part of a whole several items are together; None where one of them, or the whole, is not there."""
    parts = [t.figure for t in found if t.figure is not None and not t.open]
    if len(parts) < len(found):
        return None
    spent = _ALL_SPENT.fullmatch(plan.second) is not None and view.disclosure.meta.kind == "final"
    if not plan.second or (spent and all(f.table is Kind.EXPENDITURE for f in parts)):
        whole = whole_of(parts[0], view)
        return share_of_sum(parts, whole) if whole is not None else None
    if all(t.figure is not None for t in found):
        found = [replace(t, matches=t.matches[:1]) for t in in_one_table(found)]
    pairs = [_pair(t, plan.second, view, wanted) for t in found]
    wholes = {p[1].ref: p[1] for p in pairs if p is not None}
    if len(wholes) != 1 or not all(pairs):
        return None
    return share_of_sum([p[0] for p in pairs if p is not None], next(iter(wholes.values())))


_ALL_SPENT = re.compile(r"(?:全部|全年|总|所有|本年)*支出(?:总计|合计|总额)?")
"""All that final accounts have spent: of rows of the table of that, its own sum, and not the total beside what is left over."""


def ratios(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """How many times one item is another."""
    if (last := of_year_before(found, plan, view, percent=False)) is not None:
        return last
    if (sides := sides_of_row(found[0], plan.first, plan.second, view, wanted)) is not None:
        return sides if isinstance(sides, Outcome) else ratio(*sides)
    second = targets_of(
        plan.second,
        view,
        wanted,
        scopes=() if scopes_in(plan.second) else _scopes_beside(found[0], plan.first, plan.second, view),
    )[0]
    if len(found) > 1 and TOGETHER.search(plan.first):
        return _times_of_sum(found, second, plan)
    if len(found) > 1:
        return Outcome(Status.NOT_FOUND, "问到的不止一项：请分开问，或写明“合计”。", cited=[])
    for target, words in ((found[0], plan.first), (second, plan.second)):
        if target.figure is None or target.open:
            return missing(target, words)
    pair = pair_of(found[0], second)
    if pair is not None and _half_of_all(*pair):
        pair = _halves_of_row(pair[0], pair[1], view)
    return ratio(*pair) if pair is not None else missing(second, plan.second)


_HALVES = frozenset(("basic", "project"))


def _half_of_all(row: Figure, other: Figure) -> bool:
    """Whether a row's cell in one column is held against what the other column comes to (某科目的项目支出是基本支出的几倍): the other is
    that of the row as well."""
    halves = {row.column_role, other.column_role}
    return halves == _HALVES and other.total and not row.total and bool(row.code) and not row.is_fact


def _halves_of_row(row: Figure, other: Figure, view: View) -> tuple[Figure, Figure] | None:
    """A row's cells in both columns; None where it prints no number in the other."""
    own = [f for f in view.row(row) if f.column_role == other.column_role and f.value is not None]
    return (row, own[0]) if len(own) == 1 else None


def _scopes_beside(first: Target, said: str, second: str, view: View) -> tuple[str, ...]:
    """The tables that the second of two things is taken from: those said with the first, unless they are said of it alone, in brackets
    behind it, and do not print what the second is called."""
    if not _OF_IT_ALONE.search(said):
        return first.terms.scopes
    printed = view.vocabulary.get(key(second), ())
    elsewhere = bool(printed) and not any(f.table.value in first.terms.scopes for f in printed)
    return () if elsewhere else first.terms.scopes


_OF_IT_ALONE = re.compile(r"\([^()]*\)$")


def _times_of_sum(found: Sequence[Target], other: Target, plan: Plan) -> Outcome:
    """How many times another item several are together."""
    parts = [t.figure for t in in_one_table([*found, other])[:-1] if t.figure is not None and not t.open]
    if len(parts) < len(found) or other.figure is None or other.open:
        lost = next((t for t in (*found, other) if t.figure is None or t.open), other)
        return missing(lost, lost.words or plan.first)
    return ratio_of_sum(parts, in_one_table([*found, other])[-1].figure or other.figure)


def _share_of(target: Target, plan: Plan, view: View, wanted: Wanted) -> list[Outcome]:
    if plan.second and (of_kind := _column_of_kind(target, plan, view, wanted)) is not None:
        return [share(*of_kind, view)]
    if plan.second and (within := _column_of_row(plan, view, wanted)) is not None:
        return [share(*within, view)]
    if plan.second:
        pair = _pair(target, plan.second, view, wanted, plan.first)
        whole = whole_of(target.figure, view) if target.figure is not None else None
        if (
            pair is None
            and whole is not None
            and target.figure is not None
            and re.search(r"[收支]入?出?总", plan.second)
        ):
            pair = (target.figure, whole)  # the total of the table that the question names
        if pair is not None and whole is not None and target.figure is not None and whole.yuan == pair[1].yuan:
            pair = (target.figure, whole)  # the total beside it says the same
        pair = None if pair is None else (pair[0], _all_that_was_spent(pair[1], plan.second, view))
        of_the_year = plan.second.startswith(("本年", "当年"))  # not what is carried over with it
        total_said = _TOTAL_SAID.search(plan.second) is not None and not of_the_year
        told = pair is not None and whole is not None and borne_out(pair[0], whole, view)
        if pair is not None and whole is not None and total_said and told and not borne_out(*pair, view):
            if _TOTAL_CALLED.fullmatch(plan.second) and not _told_as(plan.second, whole, view):
                return [_and_as_told(share(*pair, view), share(pair[0], whole, view))]
            pair = (pair[0], whole)  # of what is called a total, the one that the notes' own percentage is of
        if pair is not None and whole is not None and _same_column_of_total(*pair):
            pair = (pair[0], whole)  # 占总额: of the whole of it, not of the same money in another table
        if pair is not None and _half_of_all(*pair):
            pair = _halves_of_row(pair[0], pair[1], view)
        if pair is not None and _in_itself(*pair, plan, view):
            return []
        if pair is not None and _all_in_one_row(*pair):
            return [Outcome(Status.NOT_FOUND, f"文件里没有“{plan.second}”的“{plan.first}”的数字。", cited=[])]
        return [share(*pair, view)] if pair is not None else []
    figures = [target.figure, *(f for f in target.others if not target.terms.scopes and _called_so(target, f))]
    outcomes = []
    for figure in figures[:2]:
        if figure is not None and (whole := whole_of(figure, view)) is not None:
            outcomes.append(share(figure, whole, view))
    return outcomes


_TOTAL_SAID = re.compile(
    r"[总合全]|^(?:20\d\d年(?:度)?)?(?:的|其|它|单位|部门|年度|当年|预算|决算)*(?:收入|支出)(?:预算|决算|数|里|中)*$"
)
"""Words for the whole of revenue or expenditure; 事业收入 and 教育支出 are parts of it."""


_SPENT_IN_ALL = re.compile(
    r"(?:20\d\d年(?:度)?)?的?(?:(?:全部|总|全年|当年|所有|单位)+的?支出(?:总计)?|支出总[额数量计]|支出的?(?:全部|总额|总数))(?:决算)?(?:数|里|中)*"
)


def _all_that_was_spent(whole: Figure, said: str, view: View) -> Figure:
    """What was spent within the year, where all spending of a final account is meant: its 总计 has what is left over, too."""
    if view.disclosure.meta.kind != "final" or whole.row_role != "total" or not _SPENT_IN_ALL.fullmatch(said):
        return whole
    own = (f for f in view.figures if f.ref[0] == whole.ref[0] and f.measure == whole.measure and f.value)
    spent = [f for f in own if f.row_role == "expenditure_subtotal" and f.column_role in {"", "total"}]
    return spent[0] if len(spent) == 1 else whole


_TOTAL_CALLED = re.compile(r"(?:20\d\d年(?:度)?)?的?(?:收入|支出)总计")
"""What the total of a side is called where it is printed, with what is carried over."""


def _told_as(name: str, whole: Figure, view: View) -> bool:
    """Whether the notes call a whole by a name that a table has for another."""
    return any(f.is_fact and f.yuan == whole.yuan for f in view.vocabulary.get(key(name), ()))


def _and_as_told(outcome: Outcome, as_told: Outcome) -> Outcome:
    """A share of what a question calls by its printed name, and that of which the notes print the percentage."""
    if not outcome.found or not as_told.found:
        return as_told
    as_told.text = f"{as_told.text}；{outcome.text}"
    as_told.stated += [s for s in outcome.stated[:3] if s not in as_told.stated]
    return as_told


def _in_itself(part: Figure, whole: Figure, plan: Plan, view: View) -> bool:
    """Whether a row is taken as a part of itself in another table, where the words name neither table nor kind of money."""
    alike = part.code == whole.code and set(part.names) & set(whole.names) and part.columns == whole.columns
    if not alike or part.is_fact or whole.is_fact or part.yuan != whole.yuan:
        return False
    said = plan.first + plan.second
    return not scopes_in(said) and not any(t.tables for t in spot(said, view).terms)


def _all_in_one_row(part: Figure, whole: Figure) -> bool:
    """Whether what a column comes to is taken as a part of one row (合计·基本支出 in 科技重大项目, whose own cell is blank)."""
    a_row = bool(whole.code) and not whole.total and not whole.is_fact
    return a_row and part.total and part.column_role in {"basic", "project"} and not part.is_fact


def _same_column_of_total(part: Figure, whole: Figure) -> bool:
    """Whether both are the total of one column (合计·项目支出, 支出总计·项目支出): the same money once more."""
    return part.total and part.column_role == whole.column_role not in {"", "total"} and part.yuan == whole.yuan


def _column_of_kind(target: Target, plan: Plan, view: View, wanted: Wanted) -> tuple[Figure, Figure] | None:
    """政府性基金里项目支出占多少: a column's total in the table of one kind of money, and that of the table; None where the
    whole is another thing."""
    kinds = spot(plan.second, view).terms
    if (
        len(kinds) != 1
        or any(not n.startswith(kinds[0].text) for n, _ in kinds[0].names)
        or kinds[0].total
        or not kinds[0].tables
        or kinds[0].tables[0] is Kind.FISCAL
    ):
        return None
    part = elsewhere(target, [kinds[0].tables[0].value], view, wanted).figure
    if part is None or not part.total or part.column_role not in {"basic", "project"} or part.value is None:
        return None
    whole = whole_of(part, view)
    return (part, whole) if whole is not None else None


def _column_of_row(plan: Plan, view: View, wanted: Wanted) -> tuple[Figure, Figure] | None:
    """节能环保支出里项目支出占多少: of one row, the column that the part names and its total; None where no row has such."""
    row = targets_of(plan.second, view, wanted)[0]
    both = targets_of(f"{plan.second}的{plan.first}", view, wanted)[0]
    if row.figure is None or row.figure.total or row.open or both.figure is None or both.open:
        return None
    named = [t for t in row.terms.terms if t.names and not t.total]
    part = both.figure
    whole = whole_of(part, view) if part.column_role not in {"", "total"} and not part.is_fact else None
    if whole is None or not named or whole.value is None or part.value is None or part.row != whole.row:
        return None
    of_row = all(t.code or any(n in part.names for n, _ in t.names) for t in named)  # its row is named, not a column
    return (part, whole) if of_row and all(names_of(t, part) > _SURELY for t in named) else None


_SURELY = 0.5
_OUTRIGHT = 0.97
"""How surely a figure is named that is called just so."""


def _called_so(target: Target, figure: Figure) -> bool:
    """Whether a figure is called as the question calls the likeliest one, where that one is."""
    first = target.figure
    named = [t for t in target.terms.terms if t.names]
    outright = first is not None and all(names_of(t, first) > _OUTRIGHT for t in named)
    return not outright or all(names_of(t, figure) > _OUTRIGHT for t in named)


_OF_ALL = re.compile(r"(?:全|整个?)(?:单位|部门|所|院|局|校|馆|中心|街道)")
"""Words for all that a body has, as against the money of one kind."""


def _fund_pays(view: View, column: str = "") -> bool:
    """Whether a government fund pays for anything, in a column of its table if one is told."""
    cells = (f for f in view.figures if f.table is Kind.GOVERNMENT_FUND and f.total and f.value)
    return any(not column or f.column_role == column for f in cells)


def _pair(target: Target, second: str, view: View, wanted: Wanted, said: str = "") -> tuple[Figure, Figure] | None:
    """Part and whole: of the figures that could be meant, two of one table, or else of one sentence, come first."""
    wholes = targets_of(second, view, wanted, scopes=_scopes_beside(target, said, second, view))
    if wholes[0].figure is None or wholes[0].figure.value is None or _OF_ALL.match(second):
        everywhere = targets_of(second, view, wanted)
        own = {m.figure.table for m in target.matches[:1]}
        beside = tuple(m for m in everywhere[0].matches if m.figure.table not in own)
        of_all = _OF_ALL.match(second) is not None and bool(beside)
        wholes = [replace(everywhere[0], matches=beside)] if of_all else everywhere
    if wholes[0].figure is None:
        return None
    fiscal = "财政拨款" in second and "公共" not in second
    if fiscal and _fund_pays(view):  # not general public budget alone
        in_fiscal = tuple(m for m in wholes[0].matches if m.figure.table is Kind.FISCAL)
        wholes = [replace(wholes[0], matches=in_fiscal or wholes[0].matches)]
    best: tuple[float, Figure, Figure] | None = None
    apart = "财政拨款" in target.words and "财政拨款" not in wholes[0].words  # of one kind of money in all of it
    of_the_year = re.match(r"[本当]年", wholes[0].words) is not None
    forms = {m.figure.ref[0] for m in wholes[0].matches[:3] if not m.figure.is_fact}
    for a in [*target.matches[:10], *(m for m in target.matches[10:] if m.figure.ref[0] in forms)]:
        for b in [*wholes[0].matches[:10], *(m for m in wholes[0].matches[10:] if m.figure.ref[0] == a.figure.ref[0])]:
            if a.figure.value is None or not b.figure.value or a.figure.ref == b.figure.ref:
                continue
            if Kind.PERFORMANCE in {a.figure.table, b.figure.table} and a.figure.ref[0] != b.figure.ref[0]:
                continue  # a project's money is no part of anything outside its form
            of_all = a.figure.total or a.figure.row_role != ""  # 教育支出 in a table is a part of that table's total
            within = apart or (of_the_year and a.figure.table is Kind.FISCAL and of_all)
            near = 0.6 if a.figure.ref[0] == b.figure.ref[0] and not a.figure.is_fact and not within else 0.1
            near += 0.4 if {a.figure.table, b.figure.table} == {Kind.BASIC, Kind.GENERAL_PUBLIC} else 0.0
            near += 0.4 if fiscal and (a.figure.table, b.figure.table) == (Kind.GENERAL_PUBLIC, Kind.FISCAL) else 0.0
            near += 0.3 if a.figure.is_fact and a.figure.sentence == b.figure.sentence else 0.0
            near += 0.3 if target.words in a.figure.names else 0.0  # 缴费 of one classification, 缴费支出 of the other
            named = wholes[0].words in b.figure.names and a.figure.ref[0] == b.figure.ref[0]
            under = a.figure.code != b.figure.code and a.figure.code.startswith(b.figure.code or "-")
            near += 0.01 if named and under else 0.0  # of like names the one that stands there
            score = a.score + b.score + near
            if best is None or score > best[0]:
                best = (score, a.figure, b.figure)
    return (best[1], best[2]) if best is not None else None
