"""A plan carried out on one document: what each of its operations comes to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extract.model import Kind
from extract.text import folded, key
from qa.answer import Outcome, Quote, Status
from qa.documents.figures import Figure, View
from qa.outcomes.agreement import compared, related
from qa.outcomes.among import named_above
from qa.outcomes.arithmetic import children, completed, missing
from qa.outcomes.asserted import most_as_claimed
from qa.outcomes.complements import complement
from qa.outcomes.counts import counted_each, counted_in_words, kinds_counted
from qa.outcomes.differences import differences
from qa.outcomes.faults import faults
from qa.outcomes.filters import filtered, which_is_more
from qa.outcomes.lists import list_rows
from qa.outcomes.lookup import lookup, monthly, named, quarters
from qa.outcomes.passages import asks_use, goals_of, reasons, tells_use
from qa.outcomes.proportion import share, whole_of
from qa.outcomes.rankings import extreme, place_of
from qa.outcomes.rows import RANKING
from qa.outcomes.shares import ratios, share_as_claimed, shares
from qa.outcomes.shifts import changed, share_shifted
from qa.outcomes.texts import Search, claim, from_text, reverse
from qa.outcomes.weights import weight_of
from qa.outcomes.yes_or_no import empty_table, yes_no
from qa.terms.forms import (
    doubted,
    indicator_asked,
    indicator_told,
    indicators,
    project_named,
    quote_of,
)
from qa.terms.resolve import Wanted, measure_of
from qa.terms.targets import Target, elsewhere, targets_of
from qa.terms.terms import spot
from qa.words.lexicon import TABLES, scopes_in
from qa.words.operations import DUTIES, EXTREME, WITH_SHARE, Operation
from qa.words.plan import TOGETHER, Asked, Plan


@dataclass(frozen=True, slots=True)
class Run:
    """All that an operation needs."""

    plan: Plan
    view: View
    wanted: Wanted
    like: str
    search: Search | None
    earlier: str = ""

    def targets(self) -> list[Target]:
        """What the plan's first words ask for."""
        return targets_of(self.plan.first, self.view, self.wanted, like=self.like)


def result_of(run: Run) -> Outcome:
    """What a plan's operation comes to."""
    return _OPERATIONS[run.plan.operation](run)


def looked_up(run: Run) -> Outcome:
    """The figures that are asked for; of an item that is asked for in one of several places, those there."""
    if run.wanted.relations == ("completion",) and EXTREME.search(run.plan.first):
        return Outcome(Status.NOT_FOUND, "没有读懂要比较哪几项的完成率：请写明名称。", cited=[])
    if run.wanted.relations == ("completion",):
        return completed(run.plan, run.view, run.wanted)
    if (seasons := quarters(run.plan.first, run.view)) is not None:
        return seasons
    if re.search(r"分值|权重", run.plan.first):
        told = (weight_of(run.plan.first, run.view, before) for before in (run.like or run.earlier, run.earlier))
        weight = next((own for own in told if own is not None), None)
        if weight is not None:
            return weight
        if any(i.weight is not None for p in run.view.disclosure.projects for i in p.indicators):
            return Outcome(Status.NOT_FOUND, "没有读懂是哪一项指标的分值：请写明指标名称。", cited=[], certain=True)
    if _TARGET_ASKED.search(run.plan.first) and any(
        key(p.name) in run.plan.first for p in run.view.disclosure.projects
    ):
        asked = indicator_asked(run.plan.first, run.view)
        return (
            indicator_told(*asked, run.view)
            if asked is not None
            else Outcome(Status.NOT_FOUND, "没有读懂是项目的哪一项指标：请写明指标名称。", cited=[])
        )
    one = _CHOSEN.search(run.plan.first)
    whole = _ALL_YEAR.search(run.plan.first) is not None
    found = targets_of(_CHOSEN.sub("", run.plan.first), run.view, run.wanted, like=run.like)
    if one is not None and len(found) > 1:
        found = found[:1] if one["which"] == "前" else found[-1:]
    if (unbudgeted := _not_budgeted(run, found)) is not None:
        return unbudgeted
    if whole and found[0].figure is not None and re.match(r"第?[一二三四]季度", found[0].figure.row):
        added = quarters(f"四个季度{_ALL_YEAR.sub('', run.plan.first)}", run.view, together=True)
        return added or missing(replace(found[0], matches=()), run.plan.first)
    if len(scopes := [name for _, _, name in scopes_in(run.plan.first)]) > 1:
        return _in_places(run, found, scopes)
    return lookup(found, run.plan, run.view, run.wanted)


_NOTES_ON_TABLE = re.compile(r"表的?(?:情况|文字|编制)?说明")
"""The notes on a table, which tell what that table prints, and not what another does."""


def _in_places(run: Run, found: Sequence[Target], scopes: Sequence[str]) -> Outcome:
    """Figures where several places are named: what each says, or what the last does (what one says, and then: what does the
    other?). One item is not added to itself."""
    if len(found) == 1 and re.search(r"各|分别", run.plan.first):
        each = [elsewhere(found[0], [s], run.view, run.wanted) for s in dict.fromkeys(scopes) if s != TABLES]
        if all(t.figure is not None for t in each):
            unbudgeted = next((no for t in each if (no := _not_budgeted(run, [t])) is not None), None)
            return unbudgeted or lookup(each, run.plan, run.view, run.wanted)
    tables = [s for s in scopes if s != TABLES and not s.startswith(Kind.NARRATIVE.value)]
    if len(found) == 1 and len(set(tables)) > 1 and TOGETHER.search(run.plan.first) and not _all_of_a_table(found[0]):
        return Outcome(Status.NOT_FOUND, "没有读懂：同一项在两张表里的数不能相加。", cited=[])
    if tables and _NOTES_ON_TABLE.search(run.plan.first):
        there = [elsewhere(t, [tables[-1], Kind.NARRATIVE.value], run.view, run.wanted) for t in found]
        told = [replace(t, matches=tuple(m for m in t.matches if m.figure.is_fact)) for t in there]
        if all(t.figure is not None for t in told):
            return lookup(told, run.plan, run.view, run.wanted)
    last = tables[-1:] if scopes[-1] == TABLES and tables else scopes[-1:]
    return lookup([elsewhere(t, last, run.view, run.wanted) for t in found], run.plan, run.view, run.wanted)


def _all_of_a_table(target: Target) -> bool:
    """Whether no more is named than what a table adds up to."""
    return not any(t.names and not t.total for t in target.terms.terms)


_TARGET_ASKED = re.compile(r"指标值|目标值|(?:目标|指标)(?:定|设|要求)?(?:在|为|是|成)(?:多少|几)")
"""Words that ask what an indicator targets, and no money."""
_BUDGETED = re.compile(r"年初预算|预算数|预算安排")


def _not_budgeted(run: Run, found: Sequence[Target]) -> Outcome | None:
    """That final accounts print no budget of one of the items that it is asked of; None where they do, or it is not."""
    asked = (
        run.wanted.measure == "budget" and run.view.disclosure.meta.kind == "final" and _BUDGETED.search(run.plan.first)
    )
    if not asked:
        return None
    lacking = next((t.figure for t in found if t.figure is not None and not _is_budgeted(t.figure, run.view)), None)
    if lacking is None:
        return None
    return Outcome(Status.NOT_FOUND, f"这份决算没有印出“{lacking.called}”的预算数。", cited=[])


def _is_budgeted(figure: Figure, view: View) -> bool:
    """Whether a figure of final accounts is of their budget."""
    if figure.is_fact:
        return figure.relation == "budgeted" or "预算" in figure.row or "预算" in figure.sentence
    return measure_of(figure, view) != "final"


_ALL_YEAR = re.compile(r"全年|一年|合计|一共|总共|总计")
_CHOSEN = re.compile(r"我?(?:只|就|光)(?:要|看|问|说|想知道|关心)?(?P<which>前|后)者")


def counted_instead(asked: Asked, run: Run) -> Outcome | None:
    """A count that the notes tell in the question's words, where figures know less than half of them."""
    plan = run.plan
    if plan.operation is not Operation.LOOKUP or plan.unit in {"", "%", "money"}:
        return None
    if any(t.figure is None or t.open for t in run.targets()) and (each := counted_each(asked, run.view)) is not None:
        return each
    known = max((len(t.words) for t in run.targets() if t.figure is not None), default=0)
    words = re.sub(r"\([^()]*\)|(?:多少|几).", "", asked.text)
    thing = re.search(rf"(?:多少|几){re.escape(plan.unit)}([\u4e00-\u9fff]{{2}})", asked.text) or re.search(
        r"(项目|单位|部门)(?:数量?$|(?:一共|总共)?(?:有|是)?(?:多少|几)个$)", asked.text
    )
    figure = next((t.figure for t in run.targets() if t.figure is not None), None)
    other = thing is not None and figure is not None and figure.is_fact and thing[1] not in figure.row
    if 2 * known >= len(words) and not other:
        return None
    told = counted_in_words(asked, run.view)
    named = figure is not None and figure.is_fact and figure.unit == plan.unit
    same = (
        told is not None
        and named
        and figure is not None
        and any(figure.sentence in q.text or q.text in figure.sentence for q in told.quotes)
    )
    if (
        other and told is None and thing is not None and thing[1] in {"项目", "单位", "部门"}
    ):  # something else is counted there
        return Outcome(Status.NOT_FOUND, f"文件里没有“{plan.first}”的数字。", cited=[])
    return None if same else told  # of the counts of one sentence the named one is meant


def _children(run: Run) -> Outcome:
    found = run.targets()
    top = next((m.figure for m in found[0].matches if m.figure.code), None)
    return children(top, run.view) if top is not None else missing(found[0], run.plan.first)


def _listed(run: Run) -> Outcome:
    kinds = kinds_counted(run.plan.first, run.view, nothing=run.plan.wants != "filled")
    listed = kinds or list_rows(run.plan, run.view, run.wanted)
    if (m := _MADE_OF.search(run.plan.first)) is not None:
        thing = run.plan.first[: m.start()]
        told = from_text(f"什么是{thing}", run.view, run.search)
        if told.found and any(
            re.search(rf"{re.escape(thing)}[^。]{{0,24}}(?:指|包括)", folded(q.text)) for q in told.quotes
        ):
            told.stated += listed.stated
            told.cited += listed.cited
            told.text += f"。表里列出的：{listed.text}" if listed.found else ""
            return told
    return listed


_MADE_OF = re.compile(
    r"(?:主要)?(?:都)?(?:包括|包含|涵盖|含有?)(?:了)?(?:哪些|什么|哪几)(?:方面|样)?的?(?:内容|东西|方面|费用|开支|支出)$"
)


def largest_of(run: Run) -> Outcome:
    """The largest of some rows; whose is the largest (谁的公务接待费最高), in one document, is its own."""
    if _WHOSE.search(run.plan.first):
        found = targets_of(_WHOSE.sub("", RANKING.sub("", run.plan.first)), run.view, run.wanted)
        if found[0].figure is not None and not found[0].open and found[0].terms.terms:
            return lookup(found, run.plan, run.view, run.wanted)
    wanted = replace(run.wanted, unit="")
    if (place := place_of(run.plan, run.view, wanted)) is not None:
        return place
    outcome = most_as_claimed(run.plan, run.view, wanted) or extreme(run.plan, run.view, wanted)
    largest = outcome.stated[0].sources[:1] if outcome.found and outcome.stated else ()
    if not largest or run.plan.second != WITH_SHARE:
        return outcome
    whole = _ranked_under(largest[0], run)
    part = share(largest[0], whole, run.view) if whole is not None else None
    if part is None or not part.found:
        return Outcome(Status.NOT_FOUND, "没有读懂最大的一项占的是哪一项的合计：请分开问。", cited=[])
    outcome.text += f"；{part.text}"
    outcome.stated += part.stated
    return outcome


def _ranked_under(row: Figure, run: Run) -> Figure | None:
    """What a row that was found first is to be a share of: the row that it was ranked under, else all."""
    terms = spot(run.plan.first, run.view).terms
    named = {n for t in terms for n in (t.text, *(name for name, _ in t.names))}
    if (above := named_above(row, named, run.view)) is not None:
        return above
    columns = columns_named(row, run.plan.first)
    return all_of_column(row, columns, run.view) if columns else whole_of(row, run.view)


def columns_named(row: Figure, words: str) -> set[str]:
    """The columns of a row that some words name (公用经费里最大的): what it is a part of is all of that column, not all of the row."""
    return {c for c in row.columns if c in words}


def all_of_column(row: Figure, columns: set[str], view: View) -> Figure | None:
    """What a column comes to: its total row, else what its table prints by its name; None where it prints none."""
    total = next((f for f in view.column(row) if f.total and f.value), None)
    if total is not None or row.value is None:
        return total
    told = (targets_of(name, view, Wanted(unit="money"))[0].figure for name in sorted(columns))
    return next((f for f in told if f is not None and f.ref != row.ref and f.value and f.unit == row.unit), None)


_WHOSE = re.compile(r"谁家?的?|哪(?:个|家|些)?(?:单位|部门|机构|研究所|街道|局|所|院|中心)的?")


_OPERATIONS: dict[Operation, Callable[[Run], Outcome]] = {
    Operation.LOOKUP: looked_up,
    Operation.DIFFERENCE: lambda r: differences(r.targets(), r.plan, r.view, r.wanted),
    Operation.SHARE: lambda r: share_as_claimed(shares(r.targets(), r.plan, r.view, r.wanted), r.plan),
    Operation.CHANGE: lambda r: share_shifted(r.plan, r.view) or changed(r.plan, r.view, r.wanted),
    Operation.COMPLEMENT: lambda r: complement(
        r.plan, r.view, replace(r.wanted, unit="" if r.wanted.unit == "%" else r.wanted.unit)
    ),
    Operation.COMPARE: lambda r: compared(r.plan, r.view, r.wanted, r.search),
    Operation.RELATION: lambda r: related(r.plan, r.view, r.wanted),
    Operation.CHILDREN: _children,
    Operation.EXTREME: largest_of,
    Operation.FILTER: lambda r: filtered(r.plan, r.view, replace(r.wanted, unit="")),
    Operation.VERSUS: lambda r: which_is_more(r.plan, r.view, r.wanted),
    Operation.MONTHLY: lambda r: monthly(looked_up(r)),
    Operation.RATIO: lambda r: ratios(r.targets(), r.plan, r.view, r.wanted),
    Operation.NAMED: lambda r: named(r.plan, r.view, replace(r.wanted, unit="")),
    Operation.LIST: _listed,
    Operation.YES_NO: lambda r: yes_no(r.plan, r.view, r.wanted, r.search),
    Operation.TEXT: lambda r: _textual(r.plan, r.view, r.search),
    Operation.REVERSE: lambda r: reverse(r.plan.first, r.view),
    Operation.FAULTS: lambda r: faults(r.view),
    Operation.CLAIM: lambda r: claim(r.plan.first, r.view),
}


_BY_KIND = re.compile(
    r"哪[些几]种?(?:用途|类别|种类|类型)|分(?:成|为)?哪[几些]个?[类种]|每(?:一)?[类种](?:各|有|是)?(?:几|多少)|按(?:用途|类别|种类|类型)"
)


def _textual(plan: Plan, view: View, search: Search | None) -> Outcome:
    if _BY_KIND.search(plan.first) and (kinds := kinds_counted(plan.first, view, nothing=False)) is not None:
        return kinds
    if plan.wants == "blank" and (empty := empty_table(plan, view)) is not None:  # why is nothing filled in
        return empty
    if re.search(r"目标|指标", plan.first) and (project := project_named(plan.first, view)) is not None:
        if "指标" in plan.first:
            return indicators(plan.first, view)
        own = quote_of(project, view)
        text = f"{project.name}的目标：" + "；".join(project.goals)
        return Outcome(
            Status.ANSWERED,
            text,
            quotes=[Quote(own.page, own.box, g, own.table) for g in project.goals] or [own],
            notes=doubted(project, goals=True),
        )
    if (goals := goals_of(plan.first, view) if "项目" in plan.first else None) is not None:
        return goals
    told = reasons(plan.first, view) or from_text(plan.first, view, search)
    named = [t.text for t in spot(plan.first, view).terms if not t.fuzzy]
    if told.found and asks_use(plan.first) and not any(tells_use(q.text, named) for q in told.quotes):
        return Outcome(Status.NOT_FOUND, "文件没有说这笔钱的用途。", cited=[])
    if not told.found and plan.first == DUTIES:
        return from_text("基本情况", view, search)  # where a body says what it does without the word
    return told
