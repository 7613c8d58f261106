"""A plan run on one document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answer import Outcome, Status
from qa.documents.figures import Figure, View
from qa.follow_ups.as_before import as_before
from qa.follow_ups.context import (
    Turn,
    added,
    in_context,
    is_row,
    of_another_project,
    split_words,
    turn_of,
    with_head_lent,
)
from qa.follow_ups.follows import in_full, leans_on_largest
from qa.follow_ups.leaning import said_out
from qa.follow_ups.turned import turned
from qa.guards.accounted import narrowed
from qa.guards.as_asked import of_all_that_is_asked
from qa.guards.causes import moved_the_other_way, of_cause
from qa.guards.includes import includes
from qa.guards.items_unprinted import number_of_something, unprinted_item
from qa.guards.listed import without_lost
from qa.guards.premises import judged, of_so_much, premise, spent_or_so_much
from qa.guards.unread import has_year, to_work_out, unread
from qa.outcomes.all_under_one import all_under_one
from qa.outcomes.among import LEAVING, of_rows
from qa.outcomes.arithmetic import both_years, difference, year_before
from qa.outcomes.asserted import CLAIMED_IN, as_claimed
from qa.outcomes.budgeted import against_budget, as_spent, each_against_budget, spent_in_all
from qa.outcomes.by_money import of_the_treasury
from qa.outcomes.carried import of_carried_over
from qa.outcomes.complements import SHARE_ASKED, share_left
from qa.outcomes.counted_as import counted_as
from qa.outcomes.counts import kinds_without_any
from qa.outcomes.gap_between_totals import why_more
from qa.outcomes.gaps_alike import gap_of_the_year
from qa.outcomes.higher_target import higher_target
from qa.outcomes.indicator_sorts import sorts_of_indicators
from qa.outcomes.itself import of_itself
from qa.outcomes.kinds import divided, unlisted_projects, unnamed
from qa.outcomes.largest_share import largest_of_those
from qa.outcomes.made_up import made_up
from qa.outcomes.moved_so import rate_checked, year_before_held
from qa.outcomes.otherwise import otherwise
from qa.outcomes.own_parts import of_own_parts
from qa.outcomes.paid_from import paid_from
from qa.outcomes.passages import asks_use, goals_of, narrated
from qa.outcomes.people_targeted import people_targeted
from qa.outcomes.proportion import share, whole_of
from qa.outcomes.rates_apart import rates_apart
from qa.outcomes.remainders import money_left_out_first, tells_money_left_out, tells_what_is_left_out
from qa.outcomes.rows import RANKING
from qa.outcomes.said_wrongly import before_it_moved, not_so_much, not_to_be_called_alike, share_anew
from qa.outcomes.supposed import supposed
from qa.outcomes.texts import Search
from qa.outcomes.two_alike import all_of_one_name, two_alike
from qa.outcomes.weights import beside_one_another
from qa.outcomes.where_printed import where_printed
from qa.outcomes.worked import computed
from qa.plain.denials import all_of_one_half, none_bought
from qa.plain.per_unit import per_unit
from qa.plain.planned import planned_for
from qa.run import Run, all_of_column, columns_named, counted_instead, largest_of, looked_up, result_of
from qa.terms.forms import held_to
from qa.terms.resolve import Wanted
from qa.terms.targets import names_near, targets_of
from qa.terms.typos import mended
from qa.words.lexicon import without_noise
from qa.words.operations import COMPLETED, Operation
from qa.words.plan import Asked, Plan


def respond(
    asked: Asked, view: View, before: Sequence[Turn] = (), search: Search | None = None, *, mend: bool = True
) -> tuple[Outcome, Turn]:
    """The answer of one document to one question, and what the next question may lean on."""
    of_document = of_itself(asked.text, view) or (None if before else kinds_without_any(asked.text, view))
    if of_document is not None:
        return of_document, turn_of(asked.plan, view)
    asked = money_left_out_first(asked, view)
    asked = as_spent(of_another_project(with_head_lent(asked, view, before), view, before), view)
    asked = asked if before else spent_in_all(asked, view)
    if (leaning := _of_those_before(asked, view, before, search)) is not None:
        return leaning
    plan, like = in_context(asked, view, before)
    moved = before[-1].plan.first if like and _asked_of_change(before, asked, view) else ""
    year = _year_meant(asked, plan, view, moved)
    turn = replace(turn_of(plan, view), said=asked.said or asked.text)
    if (other := _of_another_year(asked, plan, view, year, moved)) is not None:
        return other, turn
    if (half := unread(asked, plan, year, view, first=not before)) is not None:
        return half, turn
    if plan.operation in CLAIMED_IN:
        said = as_claimed(asked, view, before, lambda one, turns: respond(one, view, turns, search))
        if said is not None:
            return said, turn
    if plan.operation in _NO_PERCENTAGE and _states_percentage(asked.text, view):
        return Outcome(Status.NOT_FOUND, "没有读懂这个百分比是就什么而言。", cited=[]), turn
    relations = ("completion",) if COMPLETED.search(asked.text) else ()
    measure = plan.measures[0] if len(plan.measures) == 1 and not relations else ""
    wanted = Wanted(year, measure, "%" if relations else plan.unit, relations)
    run = Run(plan, view, wanted, like, search, before[-1].plan.first if before else "")
    outcome = (
        beside_one_another(asked, plan, view)
        or divided(asked.text, view)
        or unnamed(asked.text, view)
        or of_rows(asked, plan.operation, view, wanted)
        or _in_prose(asked, plan, view)
        or against_budget(asked.text, view)
        or counted_instead(asked, run)
        or _told(asked, run)
    )
    outcome = _with_all_money(asked, plan, of_all_that_is_asked(asked, plan, outcome, view), view, before)
    if outcome.status is Status.NOT_FOUND and not outcome.certain and plan.operation in _LOOKED_UP:
        like_before = before[-1].plan.first if like and before else ""
        outcome = held_to(asked.text, otherwise(asked, plan.first, view, outcome, like_before))
    outcome = _else_the_other_way(asked, view, outcome if before else _else_in_prose(asked, view, outcome))
    outcome = _of_what_is_named(asked, plan, outcome, view)
    if outcome.found:
        outcome.notes += _year_understood(plan, year, view)
        turn = _of_the_row_told(turn, outcome, view)
    if (
        outcome.status is Status.NOT_FOUND
        and mend
        and (again := _again(asked, view, before, search, outcome)) is not None
    ):
        return again
    if outcome.status is Status.NOT_FOUND and plan.operation is Operation.LOOKUP:
        outcome = _all_but_one(asked, view, before, search) or outcome
    if outcome.status is Status.NOT_FOUND and not outcome.cited and plan.operation is Operation.LOOKUP:
        outcome.text += _near(plan.first, view)
    return outcome, turn


def _of_what_is_named(asked: Asked, plan: Plan, outcome: Outcome, view: View) -> Outcome:
    """An outcome, or that it is not found where it leaves out what a question counts, or tells a total for an item that is not printed."""
    if outcome.found and (lost := narrowed(asked, plan, outcome, view)):
        return Outcome(Status.NOT_FOUND, f"文件里没有就“{lost}”印出的数字。", cited=[], certain=True)
    if item := unprinted_item(asked.text, outcome, view) or number_of_something(asked.text, outcome):
        return Outcome(Status.NOT_FOUND, f"文件里没有“{item}”的数字。", cited=[], certain=True)
    return outcome


_MOST_MOVED = re.compile(r"(?:增加|减少)(?:幅度)?最[多少大小]的是 ")


def _of_the_row_told(turn: Turn, outcome: Outcome, view: View) -> Turn:
    """What a question was about, with the one row that it found to have moved the most (哪个科目涨得最快？涨了百分之几): what leans on it
    asks of that row, and not of what it stands under."""
    if turn.plan.operation is not Operation.CHANGE or _MOST_MOVED.match(outcome.text) is None:
        return turn
    rows = {f.row for s in outcome.stated for f in s.sources}
    row = rows.pop() if len(rows) == 1 else ""
    if not is_row(row, view):
        return turn
    plan = turn.plan.model_copy(update={"first": f"{row}比上年变化多少", "measures": ()})
    return replace(turn, plan=plan, items=(row,))


def _with_all_money(asked: Asked, plan: Plan, outcome: Outcome, view: View, before: Sequence[Turn]) -> Outcome:
    """What was looked up, or that it is not found where the money that a question leaves out was told."""
    follows = asked.follows and bool(before)
    if plan.operation is Operation.LOOKUP and tells_money_left_out(
        asked.said or asked.text, outcome, view, follows=follows
    ):
        return Outcome(Status.NOT_FOUND, "没有读懂要除去的是哪种资金、从哪一项里除去。", cited=[], certain=True)
    return outcome


def _states_percentage(text: str, view: View) -> bool:
    """Whether words state a percentage that no name of the document has in it: what asks for an amount states none."""
    found = re.search(r"\d%", text)
    return found is not None and not any("%" in name and name in text for name in view.vocabulary)


def _asked_of_change(before: Sequence[Turn], asked: Asked, view: View) -> bool:
    """Whether the question before was of a change: one that leans on it, and names nothing else, asks what it was before."""
    if not before or before[-1].plan.operation is not Operation.CHANGE:
        return False
    last = before[-1]
    return all(item in last.plan.first for item in split_words(asked.plan.first, view)[0])


def _is_worked_out(asked: Asked, plan: Plan, moved: str) -> bool:
    """Whether an amount is to be worked out from what it moved by; 推算比2024年下降百分之几 asks for no amount."""
    by_percent = plan.operation is Operation.CHANGE and plan.unit == "%"
    return (_WORKED_OUT.search(asked.text) is not None and not by_percent) or bool(moved)


def _year_meant(asked: Asked, plan: Plan, view: View, moved: str) -> int | None:
    """The year that a question is about: of several, where an amount is to be worked out from the later, the earliest."""
    years = {int(y) for y in re.findall(r"20\d\d(?=年)", asked.text)}
    worked_out = len(years) > 1 and _is_worked_out(asked, plan, moved)
    return min(years) if worked_out else _year(plan, view, asked.text)


def _of_another_year(asked: Asked, plan: Plan, view: View, year: int | None, moved: str) -> Outcome | None:
    """What a question about a year that a document is not of comes to: the amount of the year before where its notes tell how it
    moved from there, else that it has none; None where it is of that year. `moved`: what the change before was asked of."""
    own, worked_out = view.disclosure.meta.year, _is_worked_out(asked, plan, moved)
    of_year = worked_out or plan.operation not in {Operation.TEXT, Operation.CHANGE} or "执行率" in asked.text
    if year is None or has_year(year, view) or not of_year:
        return None
    spent = "final" in plan.measures and view.disclosure.meta.kind == "budget"  # its notes move from budget to budget
    if not spent and year == (own or 0) - 1 and (held := year_before_held(asked.text, view)) is not None:
        return held
    amount = plan.operation is Operation.LOOKUP and not spent and plan.unit != "%"
    if (worked_out or amount) and year == (own or 0) - 1:
        told = year_before(moved or to_work_out(asked.text), view)
        if told is None and plan.first != asked.plan.first:  # 前一年是多少, of what was asked before
            told = year_before(plan.first, view)
        if told is not None:
            return told
    return Outcome(Status.NOT_FOUND, f"这份文件是 {own} 年的，没有 {year} 年的数字。", certain=True)


def _all_but_one(asked: Asked, view: View, before: Sequence[Turn], search: Search | None) -> Outcome | None:
    """Each of several things asked for but one, with the word that this one is not there; None where nothing else is found."""
    without = without_lost(asked.text, view)
    if without is None:
        return None
    rest = respond(planned_for(without[0], view), view, before, search, mend=False)[0]
    rest.text += f"；文件里没有“{without[1]}”的数字"
    return rest if rest.found else None


_NO_PERCENTAGE = {Operation.LOOKUP, Operation.VERSUS}
_LOOKED_UP = {Operation.LOOKUP, Operation.YES_NO}


def _told(asked: Asked, run: Run) -> Outcome:
    """What a plan's operation comes to; not found where that is just what the question leaves out."""
    outcome = result_of(run)
    leaving = run.plan.operation in LEAVING | {Operation.CHANGE}
    if leaving and tells_what_is_left_out(asked.said or asked.text, outcome, run.view):
        return Outcome(Status.NOT_FOUND, "没有读懂要除去的是哪些、从哪一项里除去：请写明两者的名称。", certain=True)
    if run.plan.operation is Operation.COMPLEMENT and _FROM_WHERE.search(asked.text):
        return Outcome(Status.NOT_FOUND, "没有读懂问的是哪一项的来源：请写明科目。", cited=[])
    whole = run.plan.operation is Operation.COMPLEMENT and outcome.found and not any(s.how for s in outcome.stated[:1])
    if whole and _NOT_OF_IT.search(asked.text):  # all of it, though what is left out is no part of it
        return Outcome(Status.NOT_FOUND, f"没有读懂“{run.plan.first}”里的“{run.plan.second}”是哪一部分。", cited=[])
    if run.plan.operation is Operation.COMPLEMENT and outcome.found and (of := SHARE_ASKED.search(asked.text)):
        return share_left(outcome, of["whole"] or "", run.plan.second)
    if run.plan.operation is Operation.DIFFERENCE and _FIRST_OF_GAPS.search(asked.text):
        return Outcome(Status.NOT_FOUND, "没有读懂要比较哪几项的差额：请逐项问。", cited=[])
    return outcome


_NOT_OF_IT = re.compile(
    r"(?:里面?|当?中|的)(?:不属于|不是|不算|不归|并非)[^,，]{2,}?的(?:部分|钱|资金|那)|(?:刨去|刨除|扣除|扣掉|减去|减掉|去掉|剔除)[^,，]+[,，].*(?:还有|还剩|剩下?|余下?)(?:多少|几)"
)
_FROM_WHERE = re.compile(r"来自哪|从哪|哪来|来自什么|哪里来|来源是什么")
"""Words that ask where money is from, which an amount does not tell."""
_FIRST_OF_GAPS = re.compile(r"最[多少大小高低]的?(?:是)?哪")


def _of_those_before(
    asked: Asked, view: View, before: Sequence[Turn], search: Search | None
) -> tuple[Outcome, Turn] | None:
    """The answer to a question that only leans on those before it, or that is read whole and worked out from several answers;
    None where it is neither."""

    def answer_to(words: str) -> Outcome:
        return respond(planned_for(words, view), view, (), search)[0]

    if (largest := largest_of_those(asked.text, before, view, answer_to)) is not None:
        return largest, before[-1]
    if (full := _said_in_full(asked, view, before, search)) is not None:
        return full
    if (of_two := _of_two_before(asked, view, before, search)) is not None:
        return of_two, before[-1]
    if (more := added(asked, view, before)) is not None:
        unclear = Outcome(Status.NOT_FOUND, "没有读懂是加在哪一项上：请把要加的几项都写出来。", cited=[])
        return respond(more, view, (), search) if more.text else (unclear, before[-1])

    text = asked.text
    own = (
        higher_target(text, view)
        or sorts_of_indicators(text, view, before[-1].said if before else "")
        or people_targeted(text, view, before[-1].said if before else "")
        or unlisted_projects(text, view)
        or of_carried_over(text, view)
        or why_more(text, view, answer_to)
        or rate_checked(text, view)
        or each_against_budget(text, view)
        or of_cause(text, answer_to)
        or includes(text, view)
        or premise(text, answer_to)
        or spent_or_so_much(text, view, answer_to)
        or judged(text, view, answer_to)
        or before_it_moved(text, view, answer_to)
        or not_so_much(text, answer_to)
        or not_to_be_called_alike(text, view)
        or share_anew(asked.said or text, view)
        or where_printed(text, view)
        or none_bought(text, answer_to)
        or all_of_one_half(text, answer_to)
        or all_under_one(text, view)
        or of_the_treasury(text, view)
        or made_up(text, view)
        or paid_from(text, view)
        or two_alike(text, view, answer_to)
        or all_of_one_name(text, view, answer_to)
        or of_own_parts(text, view)
        or of_so_much(text, answer_to)
        or per_unit(text, answer_to)
        or rates_apart(text, answer_to)
        or gap_of_the_year(text, view, answer_to)
        or counted_as(text, view)
        or supposed(text, view, answer_to)
        or computed(text, view, answer_to)
    )
    return (own, replace(turn_of(asked.plan, view), said=asked.said or asked.text)) if own is not None else None


def _said_in_full(
    asked: Asked, view: View, before: Sequence[Turn], search: Search | None
) -> tuple[Outcome, Turn] | None:
    """The answer to a question that points at those before it, or leans on a ranking, or on what was left of something; None
    where it does not."""
    pointed = turned(asked.text, before, view)
    pointed = as_before(asked.text, before, view) if pointed is None else pointed
    if (pointed := said_out(asked.text, before, view) if pointed is None else pointed) is not None:
        unclear = Outcome(Status.NOT_FOUND, "没有读懂指的是前面哪一项：请写明名称。", cited=[])
        return respond(planned_for(pointed, view), view, (), search) if pointed else (unclear, before[-1])
    largest = ""
    if before and leans_on_largest(asked.text) and before[-1].plan.operation is Operation.EXTREME:
        last = before[-1].plan
        told = largest_of(Run(last, view, Wanted(_year(last, view, last.first), "", ""), "", search))
        one = told.stated[0].sources if told.found and told.stated and not told.stated[0].how else ()
        largest = one[0].names[0] if len(one) == 1 and one[0].names else ""
    full = in_full(asked.text, before, view, largest)
    if full is None:
        return None
    if not full:
        return Outcome(Status.NOT_FOUND, "没有读懂是哪一项里的：请写明名称。", cited=[]), before[-1]
    return respond(planned_for(full, view), view, (), search, mend=False)


_NO_PROSE = {Operation.CLAIM, Operation.FAULTS, Operation.REVERSE, Operation.COMPARE, Operation.RELATION}


def _in_prose(asked: Asked, plan: Plan, view: View) -> Outcome | None:
    """What a passage answers for sure, whatever else the words might be read as; None where none does."""
    if plan.operation in _NO_PROSE:
        return None
    told = narrated(asked.text, view, sure=True)
    if told is None and plan.operation is Operation.LOOKUP and asks_use(asked.text):
        told = narrated(asked.text, view) or Outcome(Status.NOT_FOUND, "文件没有说这笔钱的用途。", cited=[])
    return told


def _else_in_prose(asked: Asked, view: View, outcome: Outcome) -> Outcome:
    """What a passage answers where no figure was found; what was found, else."""
    if outcome.status is not Status.NOT_FOUND or outcome.certain:
        return outcome
    return goals_of(asked.text, view) or narrated(asked.text, view) or outcome


def _else_the_other_way(asked: Asked, view: View, outcome: Outcome) -> Outcome:
    """That something moved the other way than a question has it which asks why, and finds no reason; what was found, else."""
    if outcome.found:
        return outcome
    return moved_the_other_way(asked.text, lambda words: respond(planned_for(words, view), view)[0]) or outcome


def _near(words: str, view: View) -> str:
    """The printed names that are most like what was not found; empty where none is."""
    said = "".join(without_noise(words))
    near = [n for n in names_near(said, view, 3) if sum(said[i : i + 2] in n for i in range(len(said) - 1)) > 1]
    return f"相近的名称有：{'、'.join(near)}。" if near else ""


_WHICH_MOVED = re.compile(r"^(?:那么?)?哪(?:一)?(?:个|项)(?:增|减|降|升|涨|跌)得?")
_WHICH_RATE = re.compile(
    r"^(?:那么?)?(?:哪(?:一)?(?:个|项|边)|谁)的?(?:(?:增减?|减|降|升|涨|跌|变[化动])(?:幅度?|速|率)?|幅度)(?:更|比较|最)?[大小高低多少快慢]"
)
_GAP_OF_TWO = re.compile(
    r"^(?:那么?|那|两者|二者|它们|这?两个?(?:数字?|口径|金额)|两种口径|两[张个]表|两边|两处|之间|的)*(?:差额|相差|差距|差|少|多|亏|超支?)(?:了|是|有|出)*(?:多少|几)(?:钱|万元|元)?呢?$"
)


_ITS_SHARE = re.compile(
    r"^(?:那么?|它|那它|这一?项)*(?:占(?:了|比)?(?:(?P<whole>[^,，占多几]{2,12}?)的?)?(?:多少|几成|百分之几|(?:比例|比重(?!点))(?:是)?(?:多少)?)?|占比(?:是)?(?:多少)?|比重(?!点)(?:是)?(?:多少)?)呢?$"
)


def _share_of_the_largest(asked: Asked, view: View, before: Sequence[Turn], search: Search | None) -> Outcome | None:
    """占多少, after the largest of something: what part of its parent that one is; None where it is not asked."""
    its = _ITS_SHARE.match(asked.text)
    if not before or its is None:
        return None
    plan = before[-1].plan
    of = its["whole"] or ""
    if of and plan.operation is not Operation.EXTREME:
        return None
    unclear = Outcome(Status.NOT_FOUND, "没有读懂是哪一项的占比：请写明名称。", cited=[])
    if plan.operation is not Operation.EXTREME:
        return unclear if plan.operation is Operation.TEXT and RANKING.search(plan.first) else None
    told = largest_of(Run(plan, view, Wanted(_year(plan, view, plan.first), "", ""), "", search))
    if not told.found or not told.stated or not told.stated[0].sources:
        return unclear
    row = told.stated[0].sources[0]
    if of:
        named = [m.figure for m in targets_of(of, view, Wanted())[0].matches if m.figure.value]
        beside = next((f for f in named if f.ref[0] == row.ref[0] and f.ref != row.ref), None)
        return share(row, beside, view) if beside is not None else unclear
    above = [f for f in view.column(row) if f.code and row.code.startswith(f.code) and f.code != row.code and f.value]
    whole = max(above, key=lambda f: len(f.code)) if above else whole_of(row, view)
    if of_column := columns_named(row, plan.first):
        whole = all_of_column(row, of_column, view)
    if whole is None and "采购" in row.row:
        whole = targets_of("政府采购总额", view, Wanted(unit="money"))[0].figure
    return share(row, whole, view) if whole is not None else unclear


def _of_two_before(asked: Asked, view: View, before: Sequence[Turn], search: Search | None) -> Outcome | None:
    """How far the amounts of the last two questions are apart; None where it is not asked, or they had no one amount each."""
    if (largest := _share_of_the_largest(asked, view, before, search)) is not None or len(before) < 2:
        return largest
    if (_WHICH_MOVED.match(asked.text) or _WHICH_RATE.match(asked.text)) and before[
        -1
    ].plan.operation is Operation.CHANGE:
        return Outcome(Status.NOT_FOUND, "没有读懂要比较的是哪两项的增减：请写明名称。", cited=[])
    if not _GAP_OF_TWO.match(asked.text):
        return None
    told: list[Figure] = []
    for turn in before[-2:]:
        if turn.plan.operation is not Operation.LOOKUP:
            return None
        year = _year(turn.plan, view, turn.plan.first)
        measure = turn.plan.measures[0] if len(turn.plan.measures) == 1 else ""
        outcome = looked_up(Run(turn.plan, view, Wanted(year, measure, turn.plan.unit), "", search))
        if not outcome.found or not outcome.stated or outcome.stated[0].how:
            return None
        told.append(outcome.stated[0].sources[0])
    a, b = told
    if a.year != b.year and a.ref[0] != b.ref[0]:  # of two years: where one table prints both
        earlier = min(told, key=lambda f: f.year or 9999)
        pairs = [both_years(f, view, view.disclosure.meta.year) for f in view.row(earlier)]
        now = next((p[0] for p in pairs if p is not None and p[1].ref == earlier.ref), None)
        a, b = (f if f is earlier or now is None else now for f in told)
    return difference(a, b) if a.ref != b.ref else None


_WORKED_OUT = re.compile(r"应该是(?=多少)|倒推|反推|推算|推出|推得|倒算|反算|算得?出|折算")


def _again(
    asked: Asked, view: View, before: Sequence[Turn], search: Search | None, outcome: Outcome
) -> tuple[Outcome, Turn] | None:
    """The answer to a question that leans on one before the last, or has a slip of the pen; None where that is no answer."""
    if asked.follows and len(before) > 1 and not outcome.certain:
        earlier, its_turn = respond(asked, view, before[:-1], search, mend=False)
        if earlier.found:
            return earlier, its_turn
    if outcome.cited:
        return None
    text, said, name = mended(asked.text, view)
    if text:
        again, its_turn = respond(planned_for(text, view), view, before, search, mend=False)
        if again.found:
            again.notes.append(f"“{said}”按“{name}”理解")
            return again, its_turn
    return None


def _year(plan: Plan, view: View, text: str) -> int | None:
    """The year that a question is about, None where it is the document's own."""
    if plan.year is None:
        return None
    own = view.disclosure.meta.year
    if plan.year != -1:
        return plan.year
    if own is None:
        return None
    if view.disclosure.meta.kind == "final" and not has_year(own - 1, view) and "去年" in text:
        return None  # final accounts come out the year after: last year is theirs; the year before (上年) is not
    return own - 1


def _year_understood(plan: Plan, year: int | None, view: View) -> list[str]:
    """What is to be said of a last year that is taken for the document's own."""
    own = view.disclosure.meta.year
    return (
        [f"这份决算是 {own} 年的，在下一年公开：“去年”按 {own} 年理解"]
        if plan.year == -1 and year is None and own
        else []
    )
