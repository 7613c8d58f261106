"""What is left of a whole without some of its parts: how much, what share that is, which of the others comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.model import Kind
from qa.answer import Outcome, Stated, Status, grouped, money, rounded
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import common_unit, difference, in_unit, less
from qa.outcomes.one_table import in_one_table
from qa.outcomes.proportion import whole_of
from qa.outcomes.rankings import first_of, ranked_rows
from qa.plain.planned import planned_for
from qa.terms.masking import masked
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of
from qa.terms.terms import Term, spot
from qa.words.left_out import NAME, LeftOut, Masked, Rest, asked_of_the_rest, left_out, next_to_mark
from qa.words.operations import Operation
from qa.words.plan import Asked

_KINDS_BOUGHT = frozenset(("货物", "工程", "服务"))
_SURE = 0.8
_TRIED = 40
"""How many figures that a whole's words could mean are looked through for one with all of the parts."""


@dataclass(frozen=True, slots=True)
class Less:
    """A whole, and what of it is left out: figures of one table."""

    whole: Figure
    parts: tuple[Figure, ...]


def remainder(text: str, view: View, wanted: Wanted) -> Outcome | None:
    """What is left of a whole without some parts, or the share of that, as a question asks; None where it asks nothing of
    the sort, or the whole and all of its parts do not stand in one table."""
    asked = masked(text, view)
    if (summed := _added_and_taken(asked, view, wanted)) is not None:
        return summed
    left = left_out(asked)
    if left is not None and _CARS_ASKED.fullmatch(asked.shown(left.rest)):
        return _cars(left, view) or _unread("、".join(left.out))
    rest = asked_of_the_rest(left.rest) if left is not None else None
    if left is None or rest is None or not left.out:
        return None
    if (told := _bought(asked, left, rest, view, wanted)) is not None:
        return told
    for found in _found(asked, left, rest, view, wanted):
        if rest.of is None:
            return taken_off(found)
        if (of := _share_whole(asked, rest, found, view, wanted)) is not None:
            return share_of_rest(found, of)
    return None


_MONEY_LAST = re.compile(
    rf"^(?P<whole>{NAME}(?:的{NAME})*)(?:里面?|当?中)?[,，]?的?(?:不(?:包括|包含|算|计|含|用|靠)|(?:没|未)有?(?:用|动用|使用|靠)|除(?:去|掉|开|了)?)(?P<out>{NAME})(?:以外|之外|外)?[,，]?的?(?:部分|钱|资金)?(?:一共|总共|还|共)?(?:是|有)?(?:多少|几)(?:钱|万?元)?$"
)


def money_left_out_first(asked: Asked, view: View) -> Asked:
    """项目支出不含政府性基金是多少 as 不含政府性基金的项目支出是多少: what is left out is a kind of money, and no part of a table."""
    text = masked(asked.text, view)
    m = _MONEY_LAST.match(text.text)
    if m is None or not any(t.tables for t in spot(text.shown(m["out"]), view).terms):
        return asked
    return planned_for(f"不含{text.shown(m['out'])}的{text.shown(m['whole'])}是多少", view)


def tells_money_left_out(text: str, outcome: Outcome, view: View, *, follows: bool) -> bool:
    """Whether an amount that was looked up is of the kind of money that a question leaves out, or of whatever is left out of what
    the question before it asked for."""
    first = outcome.stated[0] if outcome.found and outcome.stated else None
    if first is None or first.how or not first.sources:
        return False
    if follows and _LEFT_OUT_ALONE.match(text):
        return True
    own = next_to_mark(masked(_NOT_FROM.sub("不含", text), view))
    tables = {k for name in own for t in spot(name, view).terms for k in t.tables}
    names = {n for name in own for t in spot(name, view).terms if t.tables for n in (name, *likeliest(t))}
    return first.sources[0].table in tables or bool(names & set(first.sources[0].columns))


_LEFT_OUT_ALONE = re.compile(
    r"^(?:那么?|如果|要是|它|这|其中|里面?)*(?:再|又|把|将)?(?:不(?:再)?(?:包括|包含|考虑|计入|计算|算|计|含|看)|除(?:却|去|掉|了|开|外)|(?:没|未)有?(?:用|动用|使用|花|靠|算|计|含|包括)|排除|撇开|抛开|拿掉|去除|去掉|刨|扣|减|剔除)[^,，]{1,14}呢$"
)
_NOT_FROM = re.compile(r"(?:没|未)有?(?:用|动用|使用|靠)的?|不(?:用|动用|使用|靠)")


_SIGNED = re.compile(
    rf"^{NAME}(?:[,，]?(?:再|又)?(?:加上?|减(?:去|掉)?){NAME}){{2,}}(?:等于|后?是|得|为|的结果|合计|一共)*(?:多少|几)?(?:钱|万?元)?$"
)


def _added_and_taken(asked: Masked, view: View, wanted: Wanted) -> Outcome | None:
    """甲加乙减丙: items added and taken off as a question says, all of one table; None where it says no such thing. Not found
    where one of them is not there."""
    if _SIGNED.match(asked.text) is None or "减" not in asked.text:
        return None
    signs = ["+"] + ["+" if said == "加" else "−" for said in re.findall(rf"(加|减)(?=[上去掉]?{NAME})", asked.text)]
    found = [targets_of(name, view, wanted) for name in asked.each(asked.text)]
    if any(len(own) != 1 or own[0].figure is None or own[0].open for own in found):
        return _unread("、".join(asked.each(asked.text)))
    figures = [t.figure for t in in_one_table([own[0] for own in found]) if t.figure is not None]
    unit = common_unit(figures)
    amounts = [in_unit(f, unit) for f in figures]
    told = [a for a in amounts if a is not None]
    if len(told) < len(signs) or len({f.ref[0] for f in figures}) > 1 or len({f.ref for f in figures}) < len(figures):
        return _unread("、".join(asked.each(asked.text)))
    result = sum((a if s == "+" else -a for s, a in zip(signs, told, strict=True)), Decimal(0))
    how = "".join(f" {s} {grouped(a)}" for s, a in zip(signs, told, strict=True)).removeprefix(" + ")
    how += f" = {grouped(result)}"
    names = "，".join(f"{f.called} {money(f.number, f.unit)}" for f in figures)
    outcome = Outcome(Status.ANSWERED, f"结果为 {money(result, unit)}：{how}（{names}，{figures[0].place}）")
    outcome.stated = [Stated(result, unit, tuple(figures), how, "结果"), *(Stated.of(f) for f in figures)]
    return outcome


_CARS_ASKED = re.compile(r"(?:一共|总共|共|还|现|单位|公务|现在)*有?(?:多少|几)辆(?:公?务?用?车辆?)?(?:呢)?")


def _cars(left: LeftOut, view: View) -> Outcome | None:
    """How many vehicles there are without those of some uses, as one sentence of the notes counts them; None where none does."""
    counts = [f for f in view.figures if f.is_fact and f.unit == "辆"]
    terms = [_term(name, view) for name in left.out]
    for whole in (f for f in counts if "车辆" in f.names):
        parts = [
            f for term in terms for f in counts
            if term is not None and f.sentence == whole.sentence and _is_called(f, term)
        ]  # fmt: skip
        if parts and len(parts) == len(left.out) and whole.ref not in {f.ref for f in parts}:
            return taken_off(Less(whole, tuple(parts)))
    return None


def _bought(asked: Masked, left: LeftOut, rest: Rest, view: View, wanted: Wanted) -> Outcome | None:
    """What is bought without some of goods, works and services; None where that is not asked, or not told in the notes."""
    if "采购" not in asked.shown(rest.whole) or not set(left.out) <= _KINDS_BOUGHT or rest.of is not None:
        return None
    whole = targets_of("政府采购总额", view, wanted)[0].figure
    parts = [targets_of(f"政府采购{kind}", view, wanted)[0].figure for kind in left.out]
    told = [f for f, kind in zip(parts, left.out, strict=True) if f is not None and f.is_fact and kind in f.row]
    if whole is None or not whole.is_fact or len(told) < len(parts):
        return None
    return taken_off(Less(whole, tuple(told)))


def parts_of_table(whole: Figure, names: Sequence[str], view: View) -> Less | None:
    """What all of a table comes to, and the rows of it that some names name; None where one names none of them, or two."""
    terms = [t for name in names if (t := _term(name, view)) is not None]
    parts = _parts_of(whole, terms, view) if len(terms) == len(names) else None
    return Less(whole, tuple(parts)) if parts else None


def taken_off(found: Less) -> Outcome:
    """A whole less its parts."""
    return difference(found.whole, found.parts[0]) if len(found.parts) == 1 else less(found.whole, found.parts)


def share_of_rest(found: Less, of: Figure) -> Outcome:
    """What share of a figure a whole less its parts is, in per cent with two decimals."""
    figures = (found.whole, *found.parts)
    unit = common_unit([*figures, of])
    amounts = [in_unit(f, unit) for f in figures]
    base = in_unit(of, unit)
    told = [a for a in amounts if a is not None]
    if len(told) < len(amounts) or not base:
        return Outcome(Status.NOT_FOUND, f"“{found.whole.called}”及其各项没有都印出数字。", cited=[*figures, of])
    result = told[0] - sum(told[1:], Decimal(0))
    percent = rounded(result / base * 100)
    if not 0 <= percent <= 100:
        return Outcome(
            Status.NOT_FOUND, f"“{found.whole.called}”的余数不是“{of.called}”的一部分。", cited=[*figures, of]
        )
    taken = " − ".join(grouped(a) for a in told)
    how = f"({taken}) ÷ {grouped(base)} = {grouped(result)} ÷ {grouped(base)} = {percent}%"
    names = "、".join(f.called for f in found.parts)
    outcome = Outcome(Status.ANSWERED, f"{found.whole.called} 减去 {names} 占 {of.called} 的 {percent}%：{how}")
    outcome.stated = [
        Stated(percent, "%", (*figures, of), how, "占比"),
        Stated(result, unit, figures, f"{taken} = {grouped(result)}", "余数"),
        *(Stated.of(f) for f in dict.fromkeys((*figures, of))),
    ]
    return outcome


def first_of_the_others(text: str, view: View, wanted: Wanted) -> Outcome | None:
    """The first of some rows in a ranking that leaves others out (甲里除了乙，最多的是哪项); None where nothing is left out. Not
    found where what is left out is none of those that are ranked."""
    asked = masked(text, view)
    left = left_out(asked)
    if left is None or not left.out:
        return None
    claimed = _SAID_FIRST.match(left.rest)
    words = asked.shown(f"{claimed['most']}是哪项" if claimed is not None else left.rest)
    plan = planned_for(words, view).plan
    if plan.operation is not Operation.EXTREME or plan.second:
        return None
    cells = ranked_rows(words, view, wanted)
    terms = [_term(name, view) for name in left.out]
    dropped = {f.ref for term in terms for f in cells if term is not None and _is_called(f, term)}
    if len(dropped) != len(left.out) or len(cells) <= len(dropped):
        return _unread("、".join(left.out))
    told = first_of([f for f in cells if f.ref not in dropped], words, lowest=plan.lowest)
    said = _term(asked.shown(claimed["it"]), view) if claimed is not None else None
    if claimed is None or not told.found:
        return told
    if said is None:
        return _unread("、".join(left.out))
    told.text = ("是，" if _is_called(told.stated[0].sources[0], said) else "不是，") + told.text
    return told


_SAID_FIRST = re.compile(
    rf"^(?P<most>.*最[大多高小少低](?:的)?(?:一?[项个类])?)(?:就)?是(?P<it>{NAME})[,，]?(?:对|是)?(?:吗|么|对不对|是不是|吧)$"
)


def tells_what_is_left_out(text: str, outcome: Outcome, view: View) -> bool:
    """Whether an outcome tells just what a question leaves out, or all without leaving it out."""
    if not outcome.found or not outcome.stated:
        return False
    asked = masked(text, view)
    left = left_out(asked)
    out = left.out if left is not None else next_to_mark(asked)
    rest = asked_of_the_rest(left.rest) if left is not None else None
    terms = [t for name in out if (t := _term(name, view)) is not None]
    first = outcome.stated[0]
    if rest is not None and rest.general and not first.how:
        return True
    if not first.how and first.sources and any(kind in first.sources[0].row for kind in _KINDS_BOUGHT & set(out)):
        return True
    if not terms or not first.sources:
        return False
    head = first.sources[0]
    taken_off_it = any(f.names != head.names and _told_of(f, t) for f in first.sources[1:] for t in terms)
    if (first.unit == "%" or not taken_off_it) and any(_told_of(head, term) for term in terms):
        return True
    if rest is not None and rest.of is not None and first.unit != "%":
        return True
    taken = {f.ref for f in first.sources[1:]}
    if left is None or _parts_of(head, terms, view) is None:
        return False
    return not first.how or first.unit == "%" or len(taken) < len(terms)


def _unread(words: str) -> Outcome:
    return Outcome(Status.NOT_FOUND, f"没有读懂“{words}”是哪些科目，或它们不在同一张表里。", cited=[], certain=True)


def _term(name: str, view: View) -> Term | None:
    """What one name names; None where it is not one thing."""
    terms = spot(name, view).terms
    return terms[0] if len(terms) == 1 and (terms[0].names or terms[0].code) else None


def likeliest(term: Term) -> set[str]:
    """The names that a term has for sure, without those that are less likely meant."""
    best = max((sure for _, sure in term.names), default=0.0)
    return {n for n, sure in term.names if sure >= max(_SURE, best - _CLOSE)}


_CLOSE = 0.05


def _is_called(figure: Figure, term: Term) -> bool:
    """Whether a figure's row is called so, or has that code."""
    names = likeliest(term)
    return (bool(term.code) and figure.code == term.code) or bool(names & set(figure.names))


def _told_of(figure: Figure, term: Term) -> bool:
    """Whether a figure is of what is called so, as a row or in a column."""
    return _is_called(figure, term) or bool(likeliest(term) & set(figure.columns))


def _found(asked: Masked, left: LeftOut, rest: Rest, view: View, wanted: Wanted) -> Iterator[Less]:
    """The whole and its parts, all of one table, likeliest first; none where no table has them all."""
    terms = [t for name in left.out if (t := _term(name, view)) is not None]
    if len(terms) < len(left.out) or len({t.text for t in terms}) < len(terms):
        return
    words = asked.shown(rest.whole) + (f"的{asked.shown(rest.column)}" if rest.column else "")
    targets = targets_of(_IN_FULL.get(words, words), view, wanted)
    if len(targets) != 1 or targets[0].open:
        return
    likely = [m.figure for m in targets[0].matches[:_TRIED]]
    if rest.general and "收入" in words and "总收入" not in words:
        likely += [f for f in view.figures if f.table is Kind.INCOME and f.total and f.column_role == "total"]
    if _ALL_MONEY.fullmatch(words):
        likely = [f for f in likely if f.table in _OF_ALL_MONEY]
    for whole in likely:
        if whole.value is None or whole.is_fact:
            continue
        if (parts := _parts_of(whole, terms, view)) is not None:
            yield Less(whole, tuple(parts))


_ALL_MONEY = re.compile(r"(?:总|本年|全部|所有)?的?(?:支出|收入)(?:[总合]计|总额)?")
"""Words for all that is spent, or comes in."""
_OF_ALL_MONEY = frozenset((Kind.INCOME_EXPENDITURE, Kind.INCOME, Kind.EXPENDITURE))


_IN_FULL = {"支出": "支出合计", "收入": "收入合计", "总支出": "支出合计", "总收入": "收入合计"}


def _parts_of(whole: Figure, terms: Sequence[Term], view: View) -> list[Figure] | None:
    """Of a figure, its parts that are called so: rows under it in its column, or other columns of its row; None where one of
    them is no part of it, or could be two."""
    parts: list[Figure] = []
    for term in terms:
        found = _part_of(whole, term, view)
        if found is None or any(found.ref == p.ref or _nested(found, p) for p in parts):
            return None
        parts.append(found)
    return parts


def _nested(one: Figure, other: Figure) -> bool:
    codes = sorted((one.code, other.code), key=len)
    return bool(codes[0]) and codes[1].startswith(codes[0])


def _part_of(whole: Figure, term: Term, view: View) -> Figure | None:
    own = [f for f in view.column(whole) if f.ref != whole.ref and _is_called(f, term) and _stands_under(f, whole)]
    if not own and whole.column_role in {"total", ""} and not term.code:
        names = likeliest(term)
        own = [
            f for f in view.row(whole)
            if f.ref != whole.ref and f.measure == whole.measure and f.year == whole.year
            and f.column_role not in {"total", ""} and (names & set(f.inner) or names & set(f.columns))
        ]  # fmt: skip
        own = [f for f in own if names & set(f.inner)] or own
    return own[0] if len(own) == 1 else None


_ALL_OF_IT = ("total", "current", "subtotal")


def _stands_under(part: Figure, whole: Figure) -> bool:
    if whole.code:
        return part.code.startswith(whole.code) and len(part.code) > len(whole.code)
    if not (whole.total or whole.row_role.endswith(_ALL_OF_IT)):
        return False
    if part.total or part.side != whole.side or part.row_role.endswith(_ALL_OF_IT):
        return False
    return not (part.row_role in _OF_OTHER_YEARS and whole.row_role.endswith(("current", "subtotal")))


_OF_OTHER_YEARS = frozenset(("carry_in", "carry_out", "distribution", "use_balance"))


def _share_whole(asked: Masked, rest: Rest, found: Less, view: View, wanted: Wanted) -> Figure | None:
    """What the rest is to be a share of, of the whole's own table; None where that has none such."""
    of = asked.shown(rest.of or "")
    if of in {"合计", "总计", "总额", "全部"}:
        return whole_of(found.whole, view)
    if not of or rest.general or asked.shown(rest.whole) == of:
        return found.whole
    near = [m.figure for m in targets_of(_IN_FULL.get(of, of), view, wanted)[0].matches[:_TRIED]]
    beside = [f for f in near if f.ref[0] == found.whole.ref[0] and f.value and not f.is_fact]
    return next((f for f in beside if f.columns == found.whole.columns), None) or next(iter(beside), None)
