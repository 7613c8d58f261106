"""Answers that list: the rows under a row, the indicators of a project, the largest of a table, what indicators target."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from decimal import Decimal

from extract.model import Kind, State
from extract.text import key
from qa.answer import Outcome, Stated, Status, grouped, money, rounded
from qa.arithmetic import both_years, total
from qa.bounds import HELD, held_in
from qa.figures import Figure, View
from qa.forms import indicators, projects, projects_with
from qa.lexicon import scopes_in
from qa.numerals import number_of
from qa.operations import INCOMES_ASKED
from qa.plan import TOGETHER, Plan
from qa.proportion import whole_of
from qa.resolve import Match, Wanted, measure_of
from qa.targets import Target, is_noun, targets_of
from qa.terms import Terms, names_of, spot

_INCOMES_LISTED = re.compile(
    r"^(?:本年|全年|今年|总)?的?收入(?:都|主要)?(?:是)?(?:由|有|包括|分|含)(?:成|为)?(?:哪几|哪些|几)(?:块|部分|项|类|种|方面)?(?:资金|收入|内容)?(?:组成|构成)?(?:[,，]|$)"
)


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
        r"目标表.{0,4}(?:哪些|哪几个|几个)项目|(?:哪些|哪几个)项目.{0,6}目标表|(?:公开|披露|编报?|设置?|附)了?(?:绩效)?目标(?:表)?的?项目(?:有|是)?(?:哪|几)",
        plan.first,
    ):
        return projects(view) if view.disclosure.projects else None
    if re.search(r"指标|目标", plan.first):
        return indicators(plan.first, view)
    if (with_money := projects_with(plan.first, view)) is not None:
        return with_money
    if _INCOMES_LISTED.search(plan.first) and _incomes(plan.first, view):
        return None
    named = re.search(r"(?:绩效|专项)?项目", plan.first) is not None and not spot(words, view).terms
    if not any_side and named and view.disclosure.projects:
        return projects(view)
    if _NAMED_PROJECTS.search(plan.first):
        return projects(view) if view.disclosure.projects else Outcome(Status.NOT_FOUND, "文件没有列出项目的名称。")
    return None


def _side_by_side_told(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """What the three public expenses, income, or the total row of a table is made of; None where none of it is asked."""
    three = any(Kind.THREE_PUBLIC in t.tables and t.total for t in spot(plan.first, view).terms)
    if three and plan.wants != "blank" and (parts := _side_by_side(view, wanted)):
        return _parts_told(parts, _side_by_side(view, wanted, {"purchase", "vehicle_running"}))
    if _INCOMES_LISTED.search(plan.first) and (incomes := _incomes(plan.first, view)):
        return _parts_told(incomes)
    if re.search(r"[几些个][个些]?栏|[几些个][个些]?列", plan.first):
        cells = _columns_with_figures(plan.first, view)
        return _parts_told(cells) if cells else None
    return None


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
    if parent is None and re.search(r"[类款项]级", asked) and _SPENDING.fullmatch(words):
        rows = level_of(asked, view)
        parent = rows[0] if rows else None
    return parent, rows


def _rows_told(plan: Plan, parent: Figure, rows: Sequence[Figure]) -> Outcome:
    """Rows with an amount, or those without, as a question wants."""
    lacks = (m := _LACKS.search(plan.first)) is not None and any(m["what"] in f.columns for f in rows)
    has = (m := _HAS.search(plan.first)) is not None and any((m["what"] or m["from"]) in f.columns for f in rows)
    wants_blank = lacks or plan.wants == "blank"
    empty = lacks or has  # a zero is none of it, as a blank is
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


_SPENDING = re.compile(r"(?:本年|全年|当年|今年|总)?的?(?:总)?支出(?:合计|总计)?(?:里面?|中|当中)?的?")
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
    return _parts_told(inner) if inner else None


_LACKS = re.compile(
    r"(?<!有)没有(?:安排|列|任何)?(?P<what>[\u4e00-\u9fff]{2,8}?)(?:的(?:科目|支出|都?[有是])|$|的?(?:都)?[有是]?哪)"
)
_HAS = re.compile(
    r"(?<!没)有(?P<what>[\u4e00-\u9fff]{2,8}?)的(?:科目|支出|都?[有是]?哪)|(?P<from>[\u4e00-\u9fff]{2,8}?)(?:主要|都)?(?:来自|来源于?|分布在)(?:了)?哪"
)
_NAMED_PROJECTS = re.compile(r"项目.*(?:名字|名称|名|叫)")


def _parts_told(parts: Sequence[Figure], within: Sequence[Figure] = ()) -> Outcome:
    """Figures that make up another, one by one, and the parts of one of them."""
    listed = "、".join(f"{f.called} {money(f.number, f.unit)}" for f in parts)
    outcome = Outcome(Status.ANSWERED, f"包括 {len(parts)} 项：{listed}（第 {parts[0].page} 页，{parts[0].place}）")
    if within:
        told = "、".join(f"{f.called} {money(f.number, f.unit)}" for f in within)
        outcome.text += f"；其中：{told}"
    outcome.stated = [*(Stated.of(f) for f in (*parts, *within)), _count(parts, "项")]
    return outcome


def _columns_with_figures(words: str, view: View) -> list[Figure]:
    """The cells of the total row of the one table that some words name, but for its total column, that have an amount."""
    kinds = {name for _, _, name in scopes_in(words)} & {k.value for k in Kind}
    own = [f for f in view.figures if f.table.value in kinds and f.total and f.columns and f.column_role != "total"]
    return [f for f in own if f.value] if len(kinds) == 1 else []


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
    codes = {f.code for f in cells}
    return [f for f in cells if not any(c != f.code and c.startswith(f.code) for c in codes)]


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


def rows_under(words: str, view: View, wanted: Wanted) -> tuple[Figure | None, list[Figure]]:
    """A row that has rows below it, and those: by code, or all rows of the group that a column heads."""
    for target in targets_of(words, view, wanted):
        best: tuple[Figure | None, list[Figure]] = (None, [])
        for match in target.matches[:12]:
            figure = match.figure
            if figure.is_fact:
                continue
            rows = _by_code(figure, view) or _by_head(figure, target, view)
            if len(rows) > len(best[1]):
                best = (figure, rows)
                if match is target.matches[0] and figure.code:
                    break
        if best[0] is not None:
            return best
    return None, []


def one_cell_each(cells: Sequence[Figure], words: str) -> list[Figure]:
    """One cell of each row: in the column that some words name, else in the total one, where a table has several."""
    rows: dict[tuple[str, int], list[Figure]] = {}
    for cell in cells:
        rows.setdefault((cell.ref[0], cell.ref[1]), []).append(cell)
    named = {c for cell in cells for c in cell.columns if c in words}
    if all(len(own) == 1 for own in rows.values()):
        return [f for f in cells if f.value or not (named & set(f.columns))]
    chosen = [
        next((f for f in own if named & set(f.columns)), None)
        if named
        else next((f for f in own if f.column_role == "total" or not f.columns), own[0])
        for own in rows.values()
    ]
    return [f for f in chosen if f is not None and (f.value or not named)]


def _by_code(parent: Figure, view: View) -> list[Figure]:
    if not parent.code:
        return []
    column = [f for f in view.column(parent) if f.code.startswith(parent.code) and len(f.code) > len(parent.code)]
    level = min((len(f.code) for f in column), default=0)
    return [f for f in column if len(f.code) == level]


def _by_head(figure: Figure, target: Target, view: View) -> list[Figure]:
    """The detailed rows of the columns that a name heads (人员经费 over the left group of a basic-expenditure table)."""
    columns = [f for f in view.figures if f.ref[0] == figure.ref[0] and f.code and all(names_of(t, f) > 0 and set(f.columns) & {n for n, _ in t.names} for t in target.terms.terms)]  # fmt: skip
    codes = {f.code for f in columns}
    return [f for f in columns if not any(c != f.code and c.startswith(f.code) for c in codes)]


_WHICH_PLACE = re.compile(
    r"^(?P<whole>[^,，]{2,}?)(?:里面?|中|当中)[,，]?(?P<it>[^,，]{2,}?)(?:排名?|位列|居|列)(?:在)?第?几|^(?P<its>[^,，]{2,}?)在(?P<of>[^,，]{2,}?)(?:里面?|中|当中)(?:排名?|位列|居|列)(?:在)?第?几"
)


def place_of(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """At which place of a ranking a row stands (水费在公用经费中排第几); None where that is not asked. Not found where it
    is not one of those that are ranked."""
    m = _WHICH_PLACE.match(plan.first)
    if m is None:
        return None
    whole, it = m["whole"] or m["of"], m["it"] or m["its"]
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
    terms = spot(plan.first, view)
    if any(Kind.THREE_PUBLIC in t.tables[:1] for t in terms.terms) or Kind.THREE_PUBLIC.value in terms.scopes:
        return _among(_side_by_side(view, wanted), plan)
    cells = (
        _incomes(plan.first, view)
        or _projects_money(plan.first, view)
        or _told_apart(plan.first, view, wanted)
        or _kinds_of_procurement(plan.first, view)
        or compared_rows(plan.first, view, wanted)
    )
    if wanted.year not in {None, view.disclosure.meta.year}:
        cells = rows_of_year_before(plan.first, view, wanted)
    cells = one_cell_each(cells, plan.first)
    if not cells:
        return Outcome(Status.NOT_FOUND, "文件里没有可以排序的科目。")
    most = _FIRST.search(plan.first)
    said = next(filter(None, most.groups())) if most else ""
    count = number_of(said) if said else 1
    if count < 1:
        return Outcome(Status.NOT_FOUND, "没有这样的名次。")
    ranked = sorted(cells, key=lambda f: f.number, reverse=not plan.lowest)[:count]
    if (nth := _NTH.search(plan.first)) is not None:
        place = number_of(nth[1])
        return _at_place(sorted(cells, key=lambda f: f.number, reverse=not plan.lowest), place)
    listed = "；".join(f"{f.row} {money(f.number, f.unit)}" for f in ranked)
    outcome = Outcome(Status.ANSWERED, f"{'最低' if plan.lowest else '最高'}的是 {listed}（{ranked[0].place}）")
    outcome.stated = [Stated.of(f) for f in ranked]
    if len(ranked) > 1 and TOGETHER.search(plan.first):
        added = total([Target(Terms((), (), ()), (Match(f, 1.0),)) for f in ranked])
        outcome.text = f"{added.text}；{outcome.text}"
        outcome.stated.insert(0, added.stated[0])
    outcome.notes.append(f"在 {len(cells)} 个{'项目' if ranked[0].table is Kind.PERFORMANCE else '科目'}中比较")
    return outcome


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


_OTHER_THAN_INCOME = frozenset(("carry_in", "use_balance"))


def _incomes(words: str, view: View) -> list[Figure]:
    """The sources of a year's income, where words ask for one of them; what is left of other years is none."""
    if not (INCOMES_ASKED.search(words) or _INCOMES_LISTED.search(words)):
        return []
    heads = {c for f in view.figures if f.table is Kind.INCOME and f.column_role != "total" for c in f.columns}
    if "科目" in words and any(c in words for c in heads if len(c) > len("收入")):
        return []  # 其他收入最多的是哪个科目: of the rows of a column
    own = [
        f for f in view.figures
        if f.table is Kind.INCOME_EXPENDITURE and f.side == "income" and f.value is not None and not f.total
        and f.row_role and not f.row_role.endswith(("total", "current")) and f.row_role not in _OTHER_THAN_INCOME
    ]  # fmt: skip
    whole = any(f.row_role == "fiscal" for f in own)  # the kinds of fiscal money stand under it
    return [f for f in own if not (whole and f.row_role in {"general", "fund", "state_capital"})]


def _told_apart(words: str, view: View, wanted: Wanted) -> list[Figure]:
    """The things that a question enumerates to be ranked (货物、工程、服务哪类最多)."""
    found = targets_of(RANKING.sub("", words), view, wanted)
    figures = [t.figure for t in found if t.figure is not None and t.figure.yuan is not None and not t.open]
    return figures if len(found) > 1 and len(figures) == len(found) else []


def _kinds_of_procurement(words: str, view: View) -> list[Figure]:
    """What is bought of goods, works and services, where the words ask which kind of procurement."""
    if not re.search(
        r"采购.{0,10}哪一?[类种项]|哪一?[类种项].{0,2}采购|(?:政府)?采购(?:预算|支出)?(?:的)?(?:三类)?(?:里面?|中|当中)?的?最[多少高低大小]",
        words,
    ):
        return []
    told = [
        f for f in view.figures if f.is_fact and f.yuan is not None and re.search(r"政府采购(?:货物|工程|服务)", f.row)
    ]
    return list({m[0]: f for f in reversed(told) if (m := re.search(r"货物|工程|服务", f.row)) is not None}.values())


def compared_rows(words: str, view: View, wanted: Wanted) -> list[Figure]:
    """The rows that a question ranks: what stands under what it names, else a table's; none where it names something else."""
    bare = RANKING.sub("", words)
    terms = spot(bare, view)
    rows = level_of(words, view)
    heads = {n for f in rows for n in (*f.columns, key(f.header))}
    named = [
        t for t in terms.terms
        if (t.names or t.code) and not t.tables and not t.total and not {n for n, _ in t.names} & heads
    ]  # fmt: skip
    if not named and not [p for p in terms.unexplained if len(p) > 1]:
        return rows
    under = on_level(bare, view, [f for f in rows_under(bare, view, wanted)[1] if f.value is not None])
    kinds = {k for t in terms.terms for k in t.tables} | {Kind(s) for s in terms.scopes if s in set(Kind)}
    for term in named if not under else ():  # a kind of money, and a row or head within it
        rows_of = rows_under(term.text, view, wanted)[1] if term.names and not term.tables else []
        under = under or [f for f in rows_of if f.value is not None and (not kinds or f.table in kinds)]
    unknown = any(is_noun(p) for p in terms.unexplained)  # of what nobody knows there is no largest
    return under if under or named or unknown else rows


def rows_of_year_before(words: str, view: View, wanted: Wanted) -> list[Figure]:
    """The rows that a question ranks, as they were the year before, of the table that it names, else of the one that prints
    both years (一般公共预算支出表); none where no such table does."""
    words = re.sub(r"20\d\d年(?:度)?的?(?:预算|决算|执行)?数?", "", words)
    own = words if scopes_in(words) else f"一般公共预算支出表里{words}"
    year = view.disclosure.meta.year
    pairs = [both_years(f, view, year) for f in compared_rows(own, view, wanted) or level_of(own, view)]
    return list({p[1].ref: p[1] for p in pairs if p is not None and p[1].year in {None, wanted.year}}.values())


def on_level(words: str, view: View, rows: Sequence[Figure]) -> list[Figure]:
    """Rows, or those further down that stand on the level which the words name (项级); `words` may name none."""
    level = next((n for word, n in (("款", 1), ("项", 2)) if re.search(rf"{word}级", words)), None)
    if level is None or not rows or not rows[0].code:
        return list(rows)
    codes = {f.code for f in rows}
    column = [f for f in view.column(rows[0]) if f.value is not None and any(f.code.startswith(c) for c in codes)]
    lengths = sorted({len(f.code) for f in view.column(rows[0]) if f.code})
    return [f for f in column if len(f.code) == lengths[min(level, len(lengths) - 1)]] or list(rows)


RANKING = re.compile(
    r"第(?:\d+|[一二两三四五六七八九十])(?:大|多|高|小|少|低|贵)(?:的)?|(?:花|用|占|金额|钱)*(?:得|的)?(?:最[高多大贵低少小]|排名|排?在?前(?:\d+|[一二两三四五六七八九十])(?:名|位|大|个|项)?|(?:排|居|位列|位居)(?:名|在)?第[\d一二两三四五六七八九十]+|哪一?[类项种]采购|哪)"
)


def _projects_money(words: str, view: View) -> list[Figure]:
    """What each project of the performance forms gets, where the words ask for projects."""
    if not re.search(
        r"最[多少高低大小]的(?:专项|课题)?项目(?!支出|科目)|绩效|年度资金|(?:哪|各|每)(?:些|个|几个|一个)?(?:专项|课题)?项目(?!支出|科目)",
        words,
    ):
        return []
    forms = [f for f in view.figures if f.table is Kind.PERFORMANCE and f.value is not None]
    named = {n for n in {n for f in forms for n in f.columns} if n in words}
    own = [f for f in forms if named & set(f.columns)] if named else []
    return own or [f for f in forms if f.column_role == "total"]


def level_of(words: str, view: View) -> list[Figure]:
    """The coded rows of the table that some words name (else of the first that has any), on the level that they name
    (类, 款, 项; else the finest), in the column that they name, else the total one."""
    terms = spot(words, view)
    kinds = [Kind(s) for s in terms.scopes if s in set(Kind)]
    kinds = (
        kinds
        or [t.tables[0] for t in terms.terms if t.tables and not t.total]
        or [Kind.EXPENDITURE, Kind.GENERAL_PUBLIC, Kind.BASIC]
    )
    column = next((n for t in terms.terms for n, _ in t.names), "")
    for kind in kinds:
        cells = [f for f in view.figures if f.table is kind and f.code and f.value is not None]
        cells = (
            [f for f in cells if column in f.columns]
            if any(column in f.columns for f in cells)
            else [f for f in cells if not f.columns or f.column_role == "total" or kind is Kind.BASIC]
        )
        if not cells:
            continue
        lengths = sorted({len(f.code) for f in cells})
        want = {"类": 0, "款": 1, "项": 2}
        level = next(
            (n for word, n in want.items() if re.search(rf"{word}(?:级)?(?:科目|支出)?", words)), len(lengths) - 1
        )
        digits = next((n for n in lengths if re.search(rf"[{n}{_DIGITS[n]}]位(?:数|编码|代码|科目)", words)), None)
        return [f for f in cells if len(f.code) == (digits or lengths[min(level, len(lengths) - 1)])]
    return []


_DIGITS = "零一二三四五六七八九十"


def _side_by_side(
    view: View,
    wanted: Wanted,
    roles: Container[str] = frozenset({"abroad", "overseas", "vehicles", "vehicle", "reception"}),
) -> list[Figure]:
    """What the three public expenses are made of, each once: no totals, no parts of one that is told itself."""
    measure = wanted.measure or view.disclosure.meta.kind
    cells = [
        f for f in view.figures
        if f.table is Kind.THREE_PUBLIC and f.value is not None and measure_of(f, view) == measure
        and (f.year is None or f.year == (wanted.year or view.disclosure.meta.year))
    ]  # fmt: skip
    named = [f for f in cells if f.row_role in roles or f.column_role in roles]
    return list({f.row_role + f.column_role: f for f in reversed(named)}.values())


def _among(cells: Sequence[Figure], plan: Plan) -> Outcome:
    if not cells:
        return Outcome(Status.NOT_FOUND, "文件里没有可以比较的“三公”经费。")
    first = sorted(cells, key=lambda f: f.number, reverse=not plan.lowest)[0]
    word = "最低" if plan.lowest else "最高"
    text = f"{word}的是 {first.called} {money(first.number, first.unit)}（第 {first.page} 页，{first.place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(first)], cited=list(cells))
