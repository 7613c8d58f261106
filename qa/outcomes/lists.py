"""Answers that list: the rows under a row, the indicators of a project, what something is made of or paid from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.model import Kind, State
from qa.answer import Outcome, Stated, Status, grouped, money, rounded
from qa.documents.figures import Figure, View
from qa.outcomes.proportion import whole_of
from qa.outcomes.rows import (
    INCOMES_LISTED,
    from_other_years,
    incomes,
    level_of,
    of_own_year,
    on_level,
    one_cell_each,
    rows_under,
    side_by_side,
    without_rows_below,
)
from qa.outcomes.which_projects import projects_asked
from qa.terms.forms import indicators, projects, projects_with
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of
from qa.terms.terms import spot
from qa.words.bounds import HELD, held_in
from qa.words.lexicon import scopes_in
from qa.words.plan import Plan


def list_rows(plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """The rows under what the question names, blank or filled as it wants, with how many there are."""
    words = re.sub(
        r"^(?:请|帮我|麻烦|给我)*(?:列出|列举|列一下|说说|数数)(?:一下)?(?=.{2})(?!.{0,2}(?:哪|几))|(?:里面?|中|下面?)?的?(?:各|所有|全部|每一?)个?[类款项](?:级)?(?:科目|支出)?(?:的名称|名称)?$",
        "",
        plan.first,
    )
    words = re.sub(
        r"(?:有|是|都|下面|下|里|列了|包括|共|一共)*(?:哪些|哪几|列出|列举|清单|几个|多少个|[几多][少]?[个]?[类款项]).*$",
        "",
        words,
    )
    if (m := _PART_OVER.search(plan.first)) is not None:
        return _rows_by_share(m, view, wanted)
    side = _rows_of_side(plan.first, view)
    apart = _of_projects(plan, words, view, any_side=bool(side)) or _side_by_side_told(plan, view, wanted)
    if apart is not None:
        return apart
    parent, rows = _rows_listed(words, plan.first, side, view, wanted)
    if (sources := _sources_of(plan.first, view, wanted)) is not None:
        return sources
    if parent is None or ("来自" in plan.first and not parent.code):
        return Outcome(Status.NOT_FOUND, f"文件里没有“{words}”下面的科目。")
    return _rows_told(plan, parent, rows)


_PART_OVER = re.compile(
    r"占(?P<whole>[^,，占]{2,14}?)的?(?P<bound>(?:超过了?|不到|不足|低于|高于|达到)?(?:\d+(?:\.\d+)?%|[一二三四五六七八九]成|一半)(?:以上|以下|以内)?)的(?:科目|项目|支出)?(?:都)?(?:有|是)?(?:哪|几)"
)


def _rows_by_share(m: re.Match[str], view: View, wanted: Wanted) -> Outcome:
    """The rows under a whole whose part in it is over or under a bound (占人员经费10%以上的有哪些)."""
    parent, rows = rows_under(m["whole"], view, wanted)
    said = HELD.fullmatch(m["bound"])
    rows = one_cell_each([f for f in rows if f.value is not None], m["whole"])
    whole = parent if parent is not None and parent.code else whole_of(rows[0], view) if rows else None
    if whole is None or not whole.value or said is None:
        return Outcome(Status.NOT_FOUND, f"文件里没有“{m['whole']}”下面的科目。", cited=[])
    if parent is not None and not parent.code and sum(f.number for f in rows) <= parent.number:
        whole = parent
    held = held_in(said)
    shares = [(f, rounded(f.number / whole.number * 100)) for f in rows]
    chosen = [(f, p) for f, p in shares if held.holds(p)]
    listed = "、".join(f"{f.row} {p}%（{money(f.number, f.unit)}）" for f, p in chosen)
    text = f"有 {len(chosen)} 个：{listed}（占{whole.called}，{whole.place}）" if chosen else "没有这样的科目"
    outcome = Outcome(Status.ANSWERED, text, cited=[whole, *rows])
    for f, p in chosen:
        how = f"{grouped(f.number)} ÷ {grouped(whole.number)} = {p}%"
        outcome.stated += [Stated(p, "%", (f, whole), how, f.row), Stated.of(f)]
    outcome.stated.append(_count([f for f, _ in chosen] or rows, "个") if chosen else Stated.of(whole))
    return outcome


def _of_projects(plan: Plan, words: str, view: View, *, any_side: bool) -> Outcome | None:
    """What a question lists of projects, their forms and indicators; None where it lists something else. `any_side`: it
    names a side of a table, whose rows are no projects."""
    forms = r"(?:几|多少)[张个份].{0,6}表|[哪几多][几少]?[张个份]?.{0,4}绩效(?:目标)?(?:申报|自评)?表"
    if re.search(forms, plan.first) and "绩效" in plan.first and view.disclosure.projects:
        return projects(view)
    three = any(Kind.THREE_PUBLIC in t.tables and t.total for t in spot(plan.first, view).terms)
    if three and plan.wants != "blank":
        return None
    if re.search(
        r"目标表.{0,4}(?:哪些|哪几个|几个)项目|(?:哪些|哪几个)项目.{0,6}目标表|(?:公开|披露|编报?|设置?|附)了?(?:绩效)?目标(?:表)?的?项目(?:有|是)?(?:哪|几)"
        r"|(?:公布|编制|填报|设定|列示?|列出|晒出?|报送|有)了?绩效目标(?:表)?的?项目(?:都|一共)?(?:有|是|包括)?(?:哪|几)|(?:哪些|哪几个|哪几项)项目(?:都|是|有|单独|已经?)*(?:公[开布]|披露|编报?|编制|填报?|设置?|设定|列示?|列出|附|晒出?|报送|有)(?:了|上|有)?(?:自己的|各自的)?绩效目标(?:表)?(?=$|[,，])",
        plan.first,
    ):
        if not view.disclosure.projects:
            return Outcome(Status.NOT_FOUND, "文件没有列出有绩效目标的项目。") if "绩效目标" in plan.first else None
        return projects_asked(plan.first, view)
    if re.search(r"指标|目标", plan.first):
        return indicators(plan.first, view)
    if (with_money := projects_with(plan.first, view)) is not None:
        return with_money
    if INCOMES_LISTED.search(plan.first) and incomes(plan.first, view):
        return None
    named = re.search(r"(?:绩效|专项)?项目", plan.first) is not None and not spot(words, view).terms
    if not any_side and named and view.disclosure.projects:
        return projects_asked(plan.first, view)
    if _NAMED_PROJECTS.search(plan.first):
        return projects(view) if view.disclosure.projects else Outcome(Status.NOT_FOUND, "文件没有列出项目的名称。")
    return None


def _side_by_side_told(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """What the three public expenses, income, or the total row of a table is made of; None where none of it is asked."""
    three = any(Kind.THREE_PUBLIC in t.tables and t.total for t in spot(plan.first, view).terms)
    if three and plan.wants != "blank" and (parts := side_by_side(view, wanted)):
        return parts_told(parts, side_by_side(view, wanted, {"purchase", "vehicle_running"}))
    first = _of_own_year(plan, view)
    if INCOMES_LISTED.search(first) and (sources := incomes(first, view)):
        return _with_other_years(
            parts_told(sources), [] if re.match(r"本年|当年|今年", first) else from_other_years(view)
        )
    if re.search(r"[几些个][个些]?栏|[几些个][个些]?列", plan.first):
        cells = _columns_with_figures(plan.first, view)
        return _columns_told(cells, lacking=_LACKS_A_NUMBER.search(plan.first) is not None)
    return None


def _with_other_years(outcome: Outcome, left: Sequence[Figure]) -> Outcome:
    """What the income of a year is made of, and what other years left beside it: of all that comes in, that is a part too."""
    if left:
        outcome.text += f"；此外还有 {'、'.join(f'{f.called} {money(f.number, f.unit)}' for f in left)}，不是本年的收入"
        outcome.stated += [Stated.of(f) for f in left]
    return outcome


def _of_own_year(plan: Plan, view: View) -> str:
    """What a plan lists, without the year where that is the document's own."""
    own = plan.year is not None and plan.year == view.disclosure.meta.year
    return re.sub(r"^20\d\d年(?:度)?的?", "", plan.first) if own else plan.first


def _rows_listed(
    words: str, asked: str, side: list[Figure], view: View, wanted: Wanted
) -> tuple[Figure | None, list[Figure]]:
    """The row that some words name and the rows under it, on the level that the question names; else those of a table or of
    a side of one; None and nothing where there are none."""
    others = [
        t for t in spot(words, view).terms if not any({n for n, _ in t.names} & set(f.columns) for f in view.figures)
    ]
    whole = [] if others else _rows_of_table(asked, view)
    parent, rows = (whole[0], whole) if whole else rows_under(words, view, wanted)
    if parent is None and side:
        parent, rows = side[0], side
    if parent is not None and parent.code and not whole:
        rows = on_level(asked, view, rows)
    elif parent is not None and not whole and re.search(r"[类款项]级", asked) and all(f.code for f in rows):
        rows = level_of(asked, view) or rows
    if parent is None and re.search(r"[类款项]级", asked) and _SPENDING.fullmatch(words):
        rows = level_of(asked, view)
        parent = rows[0] if rows else None
    return parent, rows


_NOT_NOUGHT = re.compile(r"非零|(?:不(?:是|为|等于)|大于|超过)(?:0|零)(?![.\d])")


def _rows_told(plan: Plan, parent: Figure, rows: Sequence[Figure]) -> Outcome:
    """Rows with an amount, or those without, as a question wants."""
    lacks = (m := _LACKS.search(plan.first)) is not None and any(m["what"] in f.columns for f in rows)
    has = (m := _HAS.search(plan.first)) is not None and any((m["what"] or m["from"]) in f.columns for f in rows)
    wants_blank = lacks or plan.wants == "blank"
    if not (lacks or has or plan.wants) and _LACKING.search(_without_rows(plan.first, rows)):
        return Outcome(Status.NOT_FOUND, "没有读懂要的是哪些科目：请问“哪些科目是空的”。", cited=[])
    part = not plan.wants and all(f.column_role in _PARTS for f in rows)  # of one column, not of all that a row has
    empty = lacks or has or part or _NOT_NOUGHT.search(plan.first) is not None  # a zero is none of it, as a blank is
    blank = [f for f in rows if f.state is not State.NUMBER or (empty and not f.value)]
    filled = [f for f in rows if f.state is State.NUMBER and (f.value or not empty)]
    chosen = blank if wants_blank else filled
    word = "空白的" if wants_blank else "有数的"
    if not chosen:
        place = "" if parent in rows else f"“{parent.row or parent.called}”之下"
        return Outcome(Status.ANSWERED, f"没有{word}科目（{parent.place}{place}）", cited=list(rows[:1]) or [parent])
    if wants_blank:
        listed = "、".join(f.row for f in chosen)
        outcome = Outcome(Status.ANSWERED, f"{word}科目有 {len(chosen)} 个：{listed}", [_count(chosen, "个")])
    else:
        listed = "、".join(f"{f.row} {money(f.number, f.unit)}" for f in chosen)
        outcome = Outcome(Status.ANSWERED, f"{word}科目有 {len(chosen)} 个：{listed}", [Stated.of(f) for f in chosen])
        outcome.stated.append(_count(chosen, "个"))
    outcome.cited = list(chosen)
    return outcome


_PARTS = frozenset(("basic", "project", "staff", "running"))
_LACKING = re.compile(r"空(?!间|气|军|港|天)|没|未|(?<!有)无")


def _without_rows(words: str, rows: Sequence[Figure]) -> str:
    """Words without the names of rows, which may have a word of lacking in them."""
    for name in sorted({f.row for f in rows}, key=len, reverse=True):
        words = words.replace(name, "") if name else words
    return words


_SPENDING = re.compile(r"(?:本年|全年|当年|今年|总)?的?(?:总)?支出(?:预算|决算)?(?:合计|总计)?(?:里面?|中|当中)?的?")
_FROM_WHERE = re.compile(
    r"^(?P<what>[^,，]{2,}?)的?(?:钱|资金|经费|收入)?(?:主要|都|分别)?是?(?:从|由|来自|靠|来源于)(?:哪[几些]?(?:种|类|项|个)?(?:收入|资金|来源|渠道|里|儿)|什么(?:收入|资金|渠道))"
)


def _sources_of(words: str, view: View, wanted: Wanted) -> Outcome | None:
    """留学教育的钱从哪几种收入来: the columns of its row in the income table that have an amount; None where a question does
    not ask where the money for a row comes from."""
    m = _FROM_WHERE.match(words)
    row = targets_of(m["what"], view, wanted, scopes=[Kind.INCOME.value])[0] if m is not None else None
    if row is None or row.figure is None or row.open or not row.figure.code:
        return None
    cells = [f for f in view.row(row.figure) if f.value and f.columns and f.column_role != "total"]
    inner = [f for f in cells if not any(o is not f and o.header.startswith(f"{f.header}/") for o in cells)]
    return parts_told(inner) if inner else None


_LACKS = re.compile(
    r"(?<!有)没有(?:安排|列|任何)?(?P<what>[\u4e00-\u9fff]{2,8}?)(?:的(?:科目|支出|都?[有是])|$|的?(?:都)?[有是]?哪)"
)
_HAS = re.compile(
    r"(?<!没)有(?P<what>[\u4e00-\u9fff]{2,8}?)的(?:科目|支出|都?[有是]?哪)|(?P<from>[\u4e00-\u9fff]{2,8}?)(?:主要|都)?(?:来自|来源于?|分布在)(?:了)?哪"
)
_NAMED_PROJECTS = re.compile(r"项目.*(?:名字|名称|名|叫)")


def parts_told(parts: Sequence[Figure], within: Sequence[Figure] = ()) -> Outcome:
    """Figures that make up another, one by one, and the parts of one of them."""
    listed = "、".join(f"{f.called} {money(f.number, f.unit)}" for f in parts)
    outcome = Outcome(Status.ANSWERED, f"包括 {len(parts)} 项：{listed}（第 {parts[0].page} 页，{parts[0].place}）")
    if within:
        told = "、".join(f"{f.called} {money(f.number, f.unit)}" for f in within)
        outcome.text += f"；其中：{told}"
    outcome.stated = [*(Stated.of(f) for f in (*parts, *within)), _count(parts, "项")]
    return outcome


def _columns_with_figures(words: str, view: View) -> list[Figure]:
    """The cells of the total row of the one table that some words name, but for its total column."""
    kinds = {name for _, _, name in scopes_in(words)} & {k.value for k in Kind}
    own = [f for f in view.figures if f.table.value in kinds and f.total and f.columns and f.column_role != "total"]
    return own if len(kinds) == 1 else []


_LACKS_A_NUMBER = re.compile(r"[为是]?(?:0|零)(?![.\d])|空(?!间|气|军|港|天)|没|未|(?<!有)无")


def _columns_told(cells: Sequence[Figure], *, lacking: bool) -> Outcome | None:
    """The columns that have an amount, or those that have none; None where there are none such."""
    if not lacking:
        filled = [f for f in cells if f.value]
        return parts_told(filled) if filled else None
    chosen = [f for f in cells if not f.value]
    if not chosen:
        return None
    listed = "、".join(f.header.split("/")[-1] for f in chosen)
    place = f"（第 {chosen[0].page} 页，{chosen[0].place}）"
    text = f"没有数的有 {len(chosen)} 栏：{listed}{place}"
    return Outcome(Status.ANSWERED, text, [_count(chosen, "栏")], cited=chosen)


def _rows_of_table(words: str, view: View) -> list[Figure]:
    """The rows by code of the one table that some words name, those that nothing stands under, in its total column."""
    kinds = {name for _, _, name in scopes_in(words)} & {k.value for k in Kind}
    if len(kinds) != 1 or re.search(r"[类款项]级", words):
        return [f for f in level_of(words, view) if f.table.value in kinds]
    cells = [f for f in view.figures if f.table.value in kinds and f.code]
    named = {n for f in cells for n in f.columns if n in words}
    cells = (
        [f for f in cells if named & set(f.columns)]
        if named
        else [f for f in cells if not f.columns or f.column_role == "total" or f.table is Kind.BASIC]
    )
    return without_rows_below(of_own_year(cells, view))


def _rows_of_side(words: str, view: View) -> list[Figure]:
    """The rows with figures on one side of a table that the words name, but for its totals."""
    kinds = {name for _, _, name in scopes_in(words)} & {Kind.INCOME_EXPENDITURE.value, Kind.FISCAL.value}
    side = "income" if re.search(r"收入(?:侧|方|一?栏|类|部分|项目|科目|来源|里|有)", words) else ""
    side = side or ("expenditure" if re.search(r"支出(?:侧|方|一?栏|类|部分|项目|科目|里|有|分)", words) else "")
    return [
        f for f in view.figures
        if f.table.value in kinds and f.side == side and side and f.state in {State.NUMBER, State.BLANK} and not f.total
        and not f.row_role.endswith(("total", "current", "carry_out", "carry_in")) and f.column_role in {"", "total"}
    ]  # fmt: skip


def _count(figures: Sequence[Figure], unit: str) -> Stated:
    return Stated(Decimal(len(figures)), unit, tuple(figures), f"逐个数得 {len(figures)}", "个数")
