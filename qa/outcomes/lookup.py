"""Figures looked up, one or several; parts of wholes and differences between two of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.model import Kind, State
from extract.text import key
from qa.answer import Outcome, Quote, Stated, Status, grouped, money, rounded
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import average, missing, total
from qa.outcomes.one_table import in_one_table
from qa.terms.resolve import Match, Wanted, same_place
from qa.terms.targets import Target, targets_of
from qa.terms.terms import Terms
from qa.words.lexicon import scopes_in, without_noise
from qa.words.numerals import number_of
from qa.words.operations import CODE_CLAIMED
from qa.words.plan import TOGETHER, Plan

_MOST_OTHERS = 7


def lookup(found: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    if len(plan.measures) > 1 and len(found) == 1:
        found = [targets_of(plan.first, view, replace(wanted, measure=m))[0] for m in plan.measures]
    told = {t.figure.ref: t for t in reversed(found) if t.figure is not None and not t.open}
    good = [
        t for t in found if t.figure is not None and told.get(t.figure.ref) is t
    ]  # one named twice is not added to itself
    return _told_of(found, good, plan, view, wanted)


def _told_of(found: Sequence[Target], good: Sequence[Target], plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """What was found of what was asked for: one thing, several side by side, their sum or their average."""
    performance = _projects_together(good or found, plan, view)
    if performance is not None:
        return performance
    if not good:
        return missing(found[0] if found else Target(Terms((), (), ()), ()), plan.first)
    several = (TOGETHER.search(plan.first) or re.search(r"共(?:是|多少|安排)", plan.first)) and len(good) > 1
    lost = [t for t in found if t not in good and (t.figure is None or t.open) and t.terms.terms]
    if lost and good and (_ALL_OF_THEM.search(plan.first) or lost[0].figure is not None):
        return missing(lost[0], lost[0].words)  # the other alone would pass for all that was asked
    if len(good) == 1 and _of_two(good[0], plan.first):
        return missing(replace(good[0], matches=()), plan.first)
    if len(good) == 1 and (m := _TWO_PROJECTS.search(plan.first)) is not None:
        return missing(replace(good[0], matches=()), m[0])
    if _AVERAGE.search(plan.first) and len(good) > 1:
        return average(in_one_table(good)) if not lost else missing(lost[0], lost[0].words)
    if several and _fewer(good, plan.first):
        return Outcome(Status.NOT_FOUND, "没有读懂要加起来的是哪几项：请逐项写明名称。", cited=[])
    if several:
        good = _without_their_total(in_one_table(list(good)))
        if (whole := _made_of_the_rest(good)) is not None and re.search(r"多少|几", plan.first):
            return lookup([whole], plan, view, wanted)
    if several and not re.search(r"各(?:是|为|有)?(?:多少|几)?", plan.first):
        return _by_function_too(total(good), good, plan.first, view)
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
        outcome.stated += summed.stated[:1]
    outcome.text = "；".join(lines)
    if not outcome.stated:
        outcome.status = Status.NOT_FOUND
    return outcome


def _by_function_too(summed: Outcome, good: Sequence[Target], words: str, view: View) -> Outcome:
    """The sum of rows by economic nature (职业年金缴费, of basic spending alone), with what the rows of the same things by function come
    to (机关事业单位职业年金缴费支出, of all spending), where a question names no table and these are printed as well: another
    sum is told beside it, the same one is only shown where it stands."""
    own = [t.figure for t in good if t.figure is not None]
    if not summed.found or scopes_in(words) or any(f.table is not Kind.BASIC or f.code.startswith("2") for f in own):
        return summed
    names = [{_short(n) for n in f.names} for f in own]
    rows = [
        next((f for f in view.figures if _is_of_all(f) and any(_short(f.row).endswith(n) for n in called if n)), None)
        for called in names
    ]
    of_all = [f for f in rows if f is not None]
    if len(of_all) != len(own) or len({f.ref for f in of_all}) != len(own) or len({f.ref[0] for f in of_all}) != 1:
        return summed
    if [f.yuan for f in of_all] == [f.yuan for f in own]:
        summed.cited += of_all
        return summed
    other = total([Target(t.terms, (Match(f, 1.0),)) for t, f in zip(good, of_all, strict=True)])
    summed.text += f"。{of_all[0].place}里这几项{other.text}"
    summed.stated += other.stated
    return summed


def _is_of_all(figure: Figure) -> bool:
    """Whether a cell is what a row by function has in all, in the table of all spending."""
    printed = figure.state is State.NUMBER and figure.table is Kind.EXPENDITURE
    return printed and bool(figure.code) and figure.column_role in {"", "total"}


def _short(name: str) -> str:
    return key(name).removesuffix("支出")


_ALL_OF_THEM = re.compile(rf"{TOGETHER.pattern}|各|分别")
_HOW_MANY = re.compile(r"(?P<number>[两二三四五六])(?:样|项|笔|者|块)(?!目)(?:收入|支出|费用|经费|资金)?")


def _fewer(found: Sequence[Target], words: str) -> bool:
    """Whether words say that more things are to be added up than were found (这三样一共)."""
    said = _HOW_MANY.search(words)
    number = number_of(said["number"]) if said is not None else None
    return number is not None and len(found) < number


def _of_two(target: Target, words: str) -> bool:
    """Whether words ask for what two things come to, or are apart by, where only one of them was found."""
    apart = _APART.search(words) is not None and not any(_APART.search(t.text) for t in target.terms.terms)
    m = _ADDED.search(words)
    whole = m is not None and any(
        "," in words[m.end() : t.start] for t in target.terms.terms
    )  # what they make is named
    return apart or (m is not None and not whole) or (TOGETHER.search(words) is not None and _said_twice(target, words))


_APART = re.compile(r"相?差(?:了|是)?(?:多少|几)|差额|差距")
_ADDED = re.compile(r"[\u4e00-\u9fff]{2}的?加上[\u4e00-\u9fff]{2}")


def _said_twice(target: Target, words: str) -> bool:
    """Whether words name one row several times, each time of another parent (组织的某项和宣传的某项)."""
    names = [t.text for t in target.terms.terms if not (t.fuzzy or t.total) and len(t.text) > _SHORT_NAME]
    return any(words.count(name) > 1 for name in names)


_SHORT_NAME = 3


def _without_their_total(found: Sequence[Target]) -> list[Target]:
    """Things that are to be added up, without one that is the total of the others (政府采购预算总额 beside its kinds, 三公经费里
    what some of its columns come to)."""
    rows = [t.figure.row if t.figure is not None else "" for t in found]
    wholes = [
        i
        for i, row in enumerate(rows)
        if (re.search(r"总额|合计|总计", row) and any(o[:4] == row[:4] for j, o in enumerate(rows) if j != i))
        or any(_totals(found[i].figure, t.figure) for j, t in enumerate(found) if j != i)
    ]
    kept = [t for i, t in enumerate(found) if i not in wholes]
    return kept if len(kept) > 1 else list(found)


def _totals(whole: Figure | None, part: Figure | None) -> bool:
    """Whether a cell is the total of the row that another stands in."""
    if whole is None or part is None or whole.is_fact or whole.ref[0] != part.ref[0]:
        return False
    return whole.column_role == "total" and part.column_role not in {"", "total"} and whole.row == part.row


def _made_of_the_rest(found: Sequence[Target]) -> Target | None:
    """The one of several things that the others add up to: who names a whole beside its parts (人员经费加上公用经费，基本支出
    一共) does not want it twice."""
    amounts = [t.figure.yuan if t.figure is not None else None for t in found]
    known = [a for a in amounts if a is not None]
    if len(known) < len(found) or len(found) < _LEAST_MADE:
        return None
    wholes = [t for t, a in zip(found, known, strict=True) if a and a * 2 == sum(known)]
    return wholes[0] if len(wholes) == 1 else None


_LEAST_MADE = 3
_AVERAGE = re.compile(r"平均(?!每|得?分|工资|年龄)")
_TWO_PROJECTS = re.compile(
    r"[\u4e00-\u9fff]{2,}项目(?:和|与|、|及)[\u4e00-\u9fff]{2,}项目的?(?:资金|经费|预算)*(?:合计|一共|总共|加)"
)


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
                and (
                    (_same_name(m.figure, figure) and not _of_another_table(m.figure, figure, view))
                    or _tells_three_public(m.figure, figure)
                )
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


def _tells_three_public(fact: Figure, cell: Figure) -> bool:
    """Whether a fact is what a table of 三公 leaves blank in its total."""
    return cell.table is Kind.THREE_PUBLIC and cell.total and not cell.columns and fact.row == "三公经费"


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
    """What codes stand for, each with its amount, or with what its cell has in place of one; the code of a row, where that
    is asked (`plan.second` names it)."""
    if plan.second:
        claimed = _CODE.search(plan.first) if plan.first.startswith(CODE_CLAIMED) else None
        return _code_of(plan.second, view, wanted, claimed[0] if claimed is not None else "")
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


def _code_of(words: str, view: View, wanted: Wanted, claimed: str) -> Outcome:
    """The classification codes of the rows that some words name in full, each once; whether one of them is the one that a
    question claims."""
    target = targets_of(words, view, wanted)[0]
    rows = {m.figure.code: m.figure for m in reversed(target.matches) if m.figure.code and key(words) in m.figure.names}
    if target.open or not rows:
        return Outcome(Status.NOT_FOUND, f"文件里没有“{words}”这一科目的编码。", cited=[])
    told = [rows[code] for code in sorted(rows)]
    text = "；".join(f"{f.row} 的科目编码是 {f.code}（第 {f.page} 页，{f.place}）" for f in told)
    if claimed:
        text = f"{'是' if claimed in rows else '不是'}，{text}"
    quotes = [Quote(f.page, f.box, f"{f.code} {f.row} {f.printed}".strip(), f.table.value) for f in told]
    return Outcome(Status.ANSWERED, text, quotes=quotes)


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
