"""A plan run on one document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa.agreement import compared, related, yes_no
from qa.answer import Outcome, Quote, Stated, Status, money
from qa.arithmetic import children, complement, missing
from qa.context import Turn, in_context, turn_of
from qa.figures import View
from qa.lexicon import scopes_in
from qa.lists import extreme, indicators, list_rows, project_named, quote_of, targeted
from qa.lookup import changed, differences, lookup, shares
from qa.plan import Asked, Operation, Plan
from qa.resolve import Wanted
from qa.targets import Target, elsewhere, targets_of
from qa.texts import Search, claim, from_text, reverse


@dataclass(frozen=True, slots=True)
class _Run:
    """All that an operation needs."""

    plan: Plan
    view: View
    wanted: Wanted
    like: str
    search: Search | None

    def targets(self) -> list[Target]:
        """What the plan's first words ask for."""
        return targets_of(self.plan.first, self.view, self.wanted, like=self.like)


def respond(
    asked: Asked, view: View, before: Sequence[Turn] = (), search: Search | None = None
) -> tuple[Outcome, Turn]:
    """The answer of one document to one question, and what the next question may lean on."""
    plan, like = in_context(asked, view, before)
    year = _year(plan, view)
    turn = turn_of(plan, view)
    if (
        year is not None
        and not _has_year(year, view)
        and plan.operation
        not in {
            Operation.TEXT,
            Operation.CHANGE,
        }
    ):
        return Outcome(Status.NOT_FOUND, f"这份文件是 {view.disclosure.meta.year} 年的，没有 {year} 年的数字。"), turn
    if _other_kind(asked.text, view):
        have = "预算" if view.disclosure.meta.kind == "budget" else "决算"
        return Outcome(Status.NOT_FOUND, f"这份文件是{have}，没有{'决算' if have == '预算' else '预算'}数。"), turn
    wanted = Wanted(year, plan.measures[0] if len(plan.measures) == 1 else "", plan.unit)
    outcome = _RUN[plan.operation](_Run(plan, view, wanted, like, search))
    if outcome.status is Status.NOT_FOUND and plan.operation in {Operation.LOOKUP, Operation.YES_NO, Operation.COUNT}:
        outcome = _otherwise(asked, view, outcome, search)
    return outcome, turn


def _year(plan: Plan, view: View) -> int | None:
    if plan.year is None:
        return None
    own = view.disclosure.meta.year
    return (own - 1 if own is not None else None) if plan.year == -1 else plan.year


def _has_year(year: int, view: View) -> bool:
    return year == view.disclosure.meta.year or any(f.year == year and f.value is not None for f in view.figures)


def _other_kind(text: str, view: View) -> bool:
    """Whether final accounts are asked of a budget that has none of their figures."""
    if view.disclosure.meta.kind != "budget" or not re.search(r"决算|实际(?:支出|执行|花)|执行(?:率|情况)", text):
        return False
    return not any(f.measure in {"final"} or "执行" in f.row for f in view.figures)


def _lookup(run: _Run) -> Outcome:
    found = run.targets()
    scopes = [name for _, _, name in scopes_in(run.plan.first)]
    if len(scopes) > 1:  # what one place says, and then: what does the other?
        found = [elsewhere(t, scopes[-1:], run.view, run.wanted) for t in found]
    return lookup(found, run.plan, run.view, run.wanted)


def _children(run: _Run) -> Outcome:
    found = run.targets()
    top = next((m.figure for m in found[0].matches if m.figure.code), None)
    return children(top, run.view) if top is not None else missing(found[0], run.plan.first)


_RUN: dict[Operation, Callable[[_Run], Outcome]] = {
    Operation.LOOKUP: _lookup,
    Operation.SUM: _lookup,
    Operation.COUNT: _lookup,
    Operation.DIFFERENCE: lambda r: differences(r.targets(), r.plan, r.view, r.wanted),
    Operation.SHARE: lambda r: shares(r.targets(), r.plan, r.view, r.wanted),
    Operation.CHANGE: lambda r: changed(r.plan, r.view, r.wanted),
    Operation.COMPLEMENT: lambda r: complement(r.plan, r.view, r.wanted),
    Operation.COMPARE: lambda r: compared(r.plan, r.view, r.wanted, r.search),
    Operation.RELATION: lambda r: related(r.plan, r.view, r.wanted),
    Operation.CHILDREN: _children,
    Operation.EXTREME: lambda r: extreme(r.plan, r.view, r.wanted),
    Operation.LIST: lambda r: list_rows(r.plan, r.view, r.wanted),
    Operation.YES_NO: lambda r: yes_no(r.plan, r.view, r.wanted, r.search),
    Operation.TEXT: lambda r: _textual(r.plan, r.view, r.search),
    Operation.REVERSE: lambda r: reverse(r.plan.first, r.view),
    Operation.CLAIM: lambda r: claim(r.plan.first, r.view),
}


def _textual(plan: Plan, view: View, search: Search | None) -> Outcome:
    if re.search(r"目标|指标", plan.first) and (project := project_named(plan.first, view)) is not None:
        if "指标" in plan.first:
            return indicators(plan.first, view)
        own = quote_of(project, view)
        text = f"{project.name}的目标：" + "；".join(project.goals)
        return Outcome(
            Status.ANSWERED, text, quotes=[Quote(own.page, own.box, g, own.table) for g in project.goals] or [own]
        )
    return from_text(plan.first, view, search)


def _otherwise(asked: Asked, view: View, outcome: Outcome, search: Search | None) -> Outcome:
    """Where no figure was found: an indicator's target, a project, or a finding of that difference."""
    if (
        re.search(r"多少(?:篇|人次|项|次|件|份|种|场)|几(?:篇|人次|项|次|件|份|种|场)", asked.text)
        and (found := targeted(asked.text, view)) is not None
    ):
        return found
    if "项目" in asked.text and (project := project_named(asked.text, view)) is not None:
        cells = [
            f for f in view.figures if f.ref[0] == project.table and f.column_role == "total" and f.value is not None
        ]
        if cells and re.search(r"哪个项目|什么项目|是谁|哪一个", asked.text):
            done = Outcome(
                Status.ANSWERED,
                f"{project.name}，年度资金总额 {money(cells[0].number, cells[0].unit)}（第 {cells[0].page} 页）",
            )
            done.stated = [Stated.of(cells[0])]
            return done
    return outcome
