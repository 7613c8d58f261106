"""The largest and smallest of a document's rows, the place of one among them, and what some of them come to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.model import Kind
from extract.text import key
from qa.answer import Outcome, Stated, Status, money
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import total
from qa.outcomes.one_table import in_one_table
from qa.outcomes.rows import (
    RANKING,
    compared_rows,
    incomes,
    one_cell_each,
    rows_of_year_before,
    rows_under,
    side_by_side,
)
from qa.terms.resolve import Match, Wanted
from qa.terms.targets import Target, targets_of
from qa.terms.terms import Terms, spot
from qa.words.numerals import number_of
from qa.words.plan import TOGETHER, Plan

_WHICH_PLACE = re.compile(
    r"^(?P<whole>[^,，]{2,}?)(?:里面?|中|当中)[,，]?(?P<it>[^,，]{2,}?)(?:排名?|位列|居|列)(?:在)?第?几|^(?P<its>[^,，]{2,}?)在(?P<of>[^,，]{2,}?)(?:里面?|中|当中)(?:排名?|位列|居|列)(?:在)?第?几"
)


_AMOUNT_OF = re.compile(r"的(?:金额|数额|支出额?|预算数?|决算数?|钱)$")


def place_of(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """At which place of a ranking a row stands (水费在公用经费中排第几); None where that is not asked. Not found where it
    is not one of those that are ranked."""
    m = _WHICH_PLACE.match(plan.first)
    if m is None:
        return None
    whole, it = m["whole"] or m["of"], _AMOUNT_OF.sub("", m["it"] or m["its"])
    rows = one_cell_each([f for f in rows_under(whole, view, wanted)[1] if f.value is not None], whole)
    ranked = sorted(rows, key=lambda f: f.number, reverse=True)
    own = [i for i, f in enumerate(ranked, 1) if key(it) in f.names or f.row == it]
    if len(own) != 1:
        return Outcome(Status.NOT_FOUND, f"文件里没有可以与“{it}”一起排序的科目。", cited=[])
    outcome = _at_place(ranked, own[0])
    outcome.text += f"（共 {len(ranked)} 项）"
    return outcome


def extreme(plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """The largest or smallest row of a table, on the level that the question names (类, 款, 项; else the finest)."""
    if (left := _LEFT_OUT.match(plan.first)) is not None:
        return _of_the_others(plan, left["out"], left["rest"], view, wanted)
    if (after := _NEXT_TO.search(plan.first)) is not None:
        return _next_to(plan, after, view, wanted)
    terms = spot(plan.first, view)
    if any(Kind.THREE_PUBLIC in t.tables[:1] for t in terms.terms) or Kind.THREE_PUBLIC.value in terms.scopes:
        return _among(side_by_side(view, wanted), plan)
    cells = ranked_rows(plan.first, view, wanted)
    if not cells:
        return Outcome(Status.NOT_FOUND, "文件里没有可以排序的科目。")
    return first_of(cells, plan.first, lowest=plan.lowest)


def ranked_rows(words: str, view: View, wanted: Wanted) -> list[Figure]:
    """The rows that some words rank, one cell of each; none where there are none."""
    cells = (
        incomes(words, view)
        or _projects_money(words, view)
        or _told_apart(words, view, wanted)
        or _kinds_of_procurement(words, view)
        or _kinds_of_vehicles(words, view)
        or compared_rows(words, view, wanted)
    )
    if wanted.year not in {None, view.disclosure.meta.year}:
        cells = rows_of_year_before(words, view, wanted)
    return one_cell_each(cells, words)


def first_of(cells: Sequence[Figure], words: str, *, lowest: bool) -> Outcome:
    """The largest or smallest of some rows, or as many of them as the words want."""
    most = _FIRST.search(words)
    said = next(filter(None, most.groups())) if most else ""
    count = number_of(said) if said else 1
    if count < 1:
        return Outcome(Status.NOT_FOUND, "没有这样的名次。")
    ranked = sorted(cells, key=lambda f: f.number, reverse=not lowest)
    tied = [f for f in ranked[count:] if f.number == ranked[count - 1].number and f.unit == ranked[count - 1].unit]
    ranked = ranked[:count]
    if (nth := _NTH.search(words)) is not None:
        place = number_of(nth[1])
        return _at_place(sorted(cells, key=lambda f: f.number, reverse=not lowest), place)
    listed = "；".join(f"{f.row} {money(f.number, f.unit)}" for f in ranked)
    outcome = Outcome(Status.ANSWERED, f"{'最低' if lowest else '最高'}的是 {listed}（{ranked[0].place}）")
    outcome.stated = [Stated.of(f) for f in ranked]
    added = total([Target(Terms((), (), ()), (Match(f, 1.0),)) for f in ranked])
    if len(ranked) > 1 and TOGETHER.search(words) and added.found:
        outcome.text = f"{added.text}；{outcome.text}"
        outcome.stated.insert(0, added.stated[0])
    if tied:
        alike = "、".join(f"{f.row} {money(f.number, f.unit)}" for f in tied)
        outcome.text += f"；与最后一项并列的还有 {alike}" if count > 1 else f"；并列的还有 {alike}"
        outcome.stated += [Stated.of(f) for f in tied]
    outcome.notes.append(f"在 {len(cells)} 个{'项目' if ranked[0].table is Kind.PERFORMANCE else '科目'}中比较")
    return outcome


_LEFT_OUT = re.compile(
    r"^(?:除(?:去|掉|了|开)?|不算|不含|扣除|撇开)(?P<out>[^,，]{2,24}?)(?:以外|之外|外)?[,，](?P<rest>[^,，]*最[高多大低少小].*)$"
)
_NEXT_TO = re.compile(r"(?:的)?(?:金额|数额|预算数?|决算数?)?仅次于(?P<out>[^,，?？]{2,16}?)(?=的|是|有|[,，?？]|$)")


def _of_the_others(plan: Plan, out: str, rest: str, view: View, wanted: Wanted) -> Outcome:
    """The largest of some rows without one (除会议费外，商品和服务支出里最高的一项); not found where that is none of them."""
    cells = ranked_rows(rest, view, wanted)
    others = [f for f in cells if not _is_named(f, out)]
    if not others or len(others) == len(cells):
        return Outcome(Status.NOT_FOUND, f"文件里没有可以除去“{out}”再排序的科目。", cited=[])
    return first_of(others, rest, lowest=plan.lowest)


def _next_to(plan: Plan, after: re.Match[str], view: View, wanted: Wanted) -> Outcome:
    """The row next below one in a ranking (仅次于城乡社区支出的是哪一类); not found where that is none of those ranked."""
    words = f"{plan.first[: after.start()]}最多{plan.first[after.end() :]}"
    ranked = sorted(ranked_rows(words, view, wanted), key=lambda f: f.number, reverse=True)
    own = [place for place, f in enumerate(ranked, 1) if _is_named(f, after["out"])]
    if len(own) != 1 or own[0] == len(ranked):
        return Outcome(Status.NOT_FOUND, f"文件里没有可以排在“{after['out']}”之后的科目。", cited=[])
    return _at_place(ranked, own[0] + 1)


def _is_named(figure: Figure, words: str) -> bool:
    """Whether words are a row's name, with or without 支出 behind it."""
    name = key(re.sub(r"^那?[一个]?[项类个]", "", words))
    if figure.is_fact and "采购" in figure.row and name in {"货物", "工程", "服务"}:
        return name in figure.row
    return any(n in {name, f"{name}支出", name.removesuffix("支出")} for n in figure.names)


_FIRST = re.compile(
    r"前(\d+|[一二两三四五六七八九十])|哪(\d+|[二两三四五六七八九十])[个项笔类款].{0,8}最|最[高多大贵低少小]的?(?:是哪|哪)?(\d+|[一二两三四五六七八九十])[个项笔类]"
)


_NTH = re.compile(
    r"(?:排|居|位列|位居)?(?:名|在)?第(\d+|[一二两三四五六七八九十])(?!年|季|页|产业|方|[一二三四五六七八九十])"
)


def _at_place(ranked: Sequence[Figure], place: int) -> Outcome:
    """The figure at a place of a ranking, with those before it."""
    if not 1 <= place <= len(ranked):
        return Outcome(Status.NOT_FOUND, f"只有 {len(ranked)} 项可以比较。")
    own, before = ranked[place - 1], ranked[: place - 1]
    text = f"排第 {place} 的是 {own.row or own.called} {money(own.number, own.unit)}（{own.place}）"
    if before:
        text += f"；在它之前的是 {'、'.join(f'{f.row or f.called} {money(f.number, f.unit)}' for f in before)}"
    outcome = Outcome(Status.ANSWERED, text, [Stated.of(own), *(Stated.of(f) for f in before)])
    outcome.stated.append(Stated(Decimal(place), "", (own,), f"逐个数得 {place}", "名次"))
    outcome.notes.append(f"在 {len(ranked)} 项中比较")
    return outcome


def _told_apart(words: str, view: View, wanted: Wanted) -> list[Figure]:
    """The things that a question enumerates to be ranked (货物、工程、服务哪类最多)."""
    found = targets_of(RANKING.sub("", words), view, wanted)
    found = in_one_table(found) if len(found) > 1 and all(t.figure is not None for t in found) else found
    figures = [t.figure for t in found if t.figure is not None and t.figure.yuan is not None and not t.open]
    apart = len({f.ref for f in figures}) == len(found) > 1
    return figures if apart else []


def _kinds_of_procurement(words: str, view: View) -> list[Figure]:
    """What is bought of goods, works and services, where the words ask which kind of procurement."""
    if not re.search(
        r"采购.{0,10}哪一?[类种项]|哪一?[类种项].{0,4}采购|(?:政府)?采购(?:预算|支出)?(?:的)?(?:三类)?(?:里面?|中|当中)?的?最[多少高低大小]",
        words,
    ):
        return []
    told = [
        f for f in view.figures if f.is_fact and f.yuan is not None and re.search(r"政府采购(?:货物|工程|服务)", f.row)
    ]
    return list({m[0]: f for f in reversed(told) if (m := re.search(r"货物|工程|服务", f.row)) is not None}.values())


_WHICH_CARS = re.compile(
    r"(?:哪一?|什么|何)(?:[种类]|样)(?:的)?(?:公务用?|公)?(?:车辆?|用车)(?!.*(?:费|钱|预算|购置|购买|采购))|车辆?(?:里面?|里头|当?中|之中)[,，]?(?:哪一?|什么)(?:[种类])(?!.*(?:费|钱|预算|购置|购买|采购))"
)


def _kinds_of_vehicles(words: str, view: View) -> list[Figure]:
    """How many vehicles a body has of each kind, as the notes on state assets tell them, where the words ask which kind."""
    if _WHICH_CARS.search(words) is None:
        return []
    kept = [f for f in view.figures if f.is_fact and f.unit == "辆" and re.search(r"(?:共|现)?有车辆", f.sentence)]
    return [f for f in kept if f.row.endswith("用车") and f.sentence == kept[0].sentence and "购置" not in f.sentence]


def _projects_money(words: str, view: View) -> list[Figure]:
    """What each project of the performance forms gets, where the words ask for projects."""
    if not re.search(
        r"最[多少高低大小]的(?:专项|课题)?项目(?!支出|科目)|绩效(?!工资|奖)|年度资金|(?:哪|各|每)(?:些|个|几个|一个)?(?:专项|课题)?项目(?!支出|科目)",
        words,
    ):
        return []
    forms = [f for f in view.figures if f.table is Kind.PERFORMANCE and f.value is not None]
    named = {n for n in {n for f in forms for n in f.columns} if n in words}
    own = [f for f in forms if named & set(f.columns)] if named else []
    return own or [f for f in forms if f.column_role == "total"]


def _among(cells: Sequence[Figure], plan: Plan) -> Outcome:
    if not cells:
        return Outcome(Status.NOT_FOUND, "文件里没有可以比较的“三公”经费。")
    first = sorted(cells, key=lambda f: f.number, reverse=not plan.lowest)[0]
    word = "最低" if plan.lowest else "最高"
    text = f"{word}的是 {first.called} {money(first.number, first.unit)}（第 {first.page} 页，{first.place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(first)], cited=list(cells))
