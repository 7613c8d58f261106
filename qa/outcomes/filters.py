"""Which rows are over or under an amount, whether one is, and which of two things is more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.model import Kind, State
from extract.text import key
from qa.answer import Outcome, Stated, Status, money
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import difference, missing, total
from qa.outcomes.differences import less_sum
from qa.outcomes.one_table import in_one_table
from qa.outcomes.rows import compared_rows, on_level, one_cell_each, rows_of_year_before, rows_under
from qa.plain.restated import items_of
from qa.terms.resolve import Wanted
from qa.terms.targets import Target, targets_of
from qa.terms.terms import spot
from qa.words.bounds import Limits, limits_in
from qa.words.lexicon import TABLES, scopes_in
from qa.words.plan import TOGETHER, Plan

_MOST = 24
_WITHOUT = re.compile(
    r"(?:除了?|除开|不算|不含|扣除|排除)(?P<what>[^,，]+?)(?:以?外|之外|外|不算)[,，]?|(?:不算|不含)(?P<also>[^,，]+)[,，]"
)
_SEVERAL = re.compile(
    r"哪些|哪几|哪(?:一)?[个项类款笔]|几个|几项|多少(?:个|项|类|款)|什么(?:科目|项目)|列出|列举|罗列|列一下|列一列|任何|一(?:个|项|笔)"
)


def filtered(plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """The rows over or under the amount that the question states; for one item, whether it is."""
    limits = limits_in(plan.first)
    if limits is None:
        return Outcome(Status.NOT_FOUND, "没有读懂要比较的金额。")
    words = limits.without(plan.first)
    if re.search(r"因为|由于|原因", words):
        return Outcome(Status.NOT_FOUND, "没有读懂要核对的是什么：请只问金额。", cited=[])
    if (listed := _LISTED.match(words)) is not None and (items := items_of(listed["list"], view)):
        found = in_one_table([targets_of(item, view, wanted)[0] for item in items])
        named = [t.figure for t in found if t.figure is not None and not t.open and t.figure.yuan is not None]
        if len(named) < len(items):
            return Outcome(Status.NOT_FOUND, "文件里没有都列出要比较的这几项。", cited=[])
        return _several(named, limits)
    if (every := _EVERY.search(words)) is not None:
        return _all_of_them(words[: every.start()], limits, plan, view, wanted)
    out = _WITHOUT.search(words)
    words = _WITHOUT.sub("", words)
    rows = _rows(words, plan, view, wanted)
    if rows is None or not _SEVERAL.search(words):
        found = targets_of(re.split(r"有没有|有无|是否|是不是|吗", words)[0] or words, view, wanted)
        if len(found) > 1 and not _SEVERAL.search(words):
            return _all_together(found, words, limits)
        target = found[0]
        if target.figure is not None and not target.open and target.terms.terms and not _SEVERAL.search(words):
            return _one(target, limits)
    if not rows:
        return Outcome(Status.NOT_FOUND, "文件里没有可以逐项比较的科目。")
    dropped = _dropped(out, rows) if out is not None else set()
    rows = [f for f in rows if f.ref not in dropped]
    return _several(rows, limits)


_LISTED = re.compile(
    r"^(?P<list>[^,，]+?)(?:这?[两三四五六](?:项|个|笔|样|者))?(?:里面?|当?中|之中)[,，]?(?=[^,，]*(?:哪|几|谁))"
)
"""Things that are listed by name, of which some are asked for (甲、乙和丙里超过5万元的有哪些)."""
_EVERY = re.compile(
    r"(?:的)?(?:各[项类款个]|每[一个]?[项类款个]|所有(?:科目|项目|支出类?|[类款项]))(?:科目|支出)?(?:全?都|均)?"
)


def _all_of_them(words: str, limits: Limits, plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """Whether each row under what some words name keeps to the limits (气象事务各项都超过1000万元吗)."""
    rows = one_cell_each(rows_under(words, view, wanted)[1], words) if words else []
    rows = [f for f in rows if f.yuan is not None and f.value is not None]
    if not rows:
        return Outcome(Status.NOT_FOUND, "没有读懂是哪些科目：请写明它们的上级科目。", cited=[])
    others = [f for f in rows if not limits.holds(f.yuan or Decimal(0))]
    shown = others or rows
    listed = "、".join(f"{f.row or f.called} {money(f.number, f.unit)}" for f in shown[:_MOST])
    told = f"{len(others)} 个不是" if others else f"{len(rows)} 个都是"
    text = f"{'不是' if others else '是'}，{rows[0].place}的 {len(rows)} 个科目里{told}：{listed}"
    outcome = Outcome(Status.ANSWERED, text, [Stated.of(f) for f in shown[:_MOST]], cited=rows)
    outcome.stated.append(Stated(Decimal(len(rows)), "个", tuple(rows), f"逐个数得 {len(rows)}", "比较的科目"))
    if others:
        outcome.stated.append(Stated(Decimal(len(others)), "个", tuple(others), f"逐个数得 {len(others)}", "个数"))
    return outcome


def _all_together(found: Sequence[Target], words: str, limits: Limits) -> Outcome:
    """Whether what several things come to keeps to the limits, where words add them up; not found where none do."""
    if TOGETHER.search(words) is None or any(t.figure is None or t.open for t in found):
        return Outcome(Status.NOT_FOUND, "没有读懂是说合计，还是说各项：请写明“合计”或“都”。", cited=[])
    outcome = total(in_one_table(found))
    if outcome.found and outcome.stated[0].yuan is not None:
        outcome.text = f"{_word(limits, outcome.stated[0].yuan)}，{outcome.text}"
        outcome.notes.append(f"与“{limits.said}”相比")
    return outcome


def _word(limits: Limits, yuan: Decimal) -> str:
    """Yes or no, as an amount keeps to the limits."""
    over = len(limits.tests) == 1 and not limits.upper
    return "是" if limits.holds(yuan) else "没有" if over else "不是"


def _one(target: Target, limits: Limits) -> Outcome:
    figure = target.figure
    if figure is None or figure.yuan is None or figure.value is None:
        return missing(target, target.words)
    text = f"{_word(limits, figure.yuan)}，{figure.called} {money(figure.value, figure.unit)}（第 {figure.page} 页，{figure.place}）"
    outcome = Outcome(Status.ANSWERED, text, [Stated.of(figure)])
    outcome.notes.append(f"与“{limits.said}”相比")
    return outcome


def _several(rows: Sequence[Figure], limits: Limits) -> Outcome:
    below = limits.upper
    ranked = sorted(rows, key=lambda f: f.yuan or Decimal(0), reverse=not below)
    chosen = [f for f in ranked if limits.holds(f.yuan or Decimal(0))]
    place = ranked[0].place
    if not chosen:
        nearest = ranked[0]
        end = "最小" if below else "最大"
        text = f"没有：{place}的 {len(rows)} 个科目里，{end}的是 {nearest.called} {money(nearest.number, nearest.unit)}（第 {nearest.page} 页）"
        outcome = Outcome(Status.ANSWERED, text, [Stated.of(nearest)])
        outcome.stated.append(Stated(Decimal(len(rows)), "个", tuple(rows), f"逐个数得 {len(rows)}", "比较的科目"))
        return outcome
    listed = "、".join(f"{f.row or f.called} {money(f.number, f.unit)}" for f in chosen[:_MOST])
    more = "等" if len(chosen) > _MOST else ""
    text = f"有 {len(chosen)} 个：{listed}{more}（{place}）"
    outcome = Outcome(Status.ANSWERED, text, [Stated.of(f) for f in chosen[:_MOST]])
    outcome.stated.append(Stated(Decimal(len(chosen)), "个", tuple(chosen), f"逐个数得 {len(chosen)}", "个数"))
    outcome.notes.append(f"在 {len(rows)} 个科目中比较：{limits.said}")
    return outcome


def _rows(words: str, plan: Plan, view: View, wanted: Wanted) -> list[Figure] | None:
    """The rows that a question speaks of: those under a row or head that it names, else a table's, on the level that it names."""
    if (
        re.search(r"项目", words)
        and view.disclosure.projects
        and not {n for _, _, n in scopes_in(words)} - {TABLES, Kind.PERFORMANCE.value}
    ):
        head = re.search(r"财政拨款|上年结转|其他资金", words)
        forms = [
            f
            for f in view.figures
            if f.table is Kind.PERFORMANCE
            and (f.column_role == "total" if head is None else any(head[0] in c for c in f.columns))
        ]
        if own := [f for f in forms if f.state is State.NUMBER and f.yuan is not None]:
            return own
    if wanted.year not in {None, view.disclosure.meta.year}:
        return [f for f in rows_of_year_before(words, view, wanted) if f.yuan is not None] or None
    rows = on_level(words, view, rows_under(words, view, wanted)[1]) or compared_rows(words, view, wanted)
    rows = one_cell_each(rows, words)
    return [f for f in rows if f.state is State.NUMBER and f.yuan is not None] or None


def _dropped(out: re.Match[str], rows: Sequence[Figure]) -> set[tuple[str, int, int]]:
    """The rows that a question leaves out, by code or name."""
    said = out["what"] or out["also"] or ""
    codes = set(re.findall(r"\d{3,7}", said))
    return {f.ref for f in rows if f.code in codes or any(len(n) > 1 and n in said for n in f.names)}


_WITHIN_WHICH = re.compile(r"^(?P<whole>[^,，]{2,12}?)(?:里面?|中|当中)[,，]?(?P<rest>[^,，]+)$")


_TABLE_OF = (
    (r"一般公共预算(?:财政拨款)?支出(?:预算)?$", "一般公共预算支出表"),
    (r"政府性基金(?:预算)?支出(?:预算)?$", "政府性基金收支表"),
)
"""The table whose parts are meant where all spending of one kind of money is named first."""


def _columns_of_row(whole: str, sides: Sequence[str], view: View) -> list[str]:
    """Two columns of a row that is named before them (某科目的收入里其他收入比事业收入多), each with the row; else as they are."""
    heads = {c for f in view.figures for c in f.columns}
    row = next(
        (
            t.text
            for t in spot(whole, view).terms
            if any(f.code for n, _ in t.names for f in view.vocabulary.get(n, ()))
        ),
        "",
    )
    columns = [key(_WAY_MORE.sub("", side)) for side in sides]
    return [f"{row}的{side}" for side in sides] if row and all(c in heads for c in columns) else list(sides)


_WAY_MORE = re.compile(r"(?:更|要)?[多少高低大小]?(?:吗|么|一些)?$")


def _in_its_row(first: Figure, second: Figure, view: View) -> Figure:
    """The other column of a row (某科目的项目支出比基本支出多), where that is all that the second thing names."""
    if not first.code or not first.columns or not second.total or not second.columns or first.ref[0] != second.ref[0]:
        return second
    return next((f for f in view.row(first) if f.columns == second.columns and f.value is not None), second)


def _as_said(outcome: Outcome, way: str) -> Outcome:
    """A difference with yes or no before it, where somebody says which way it goes."""
    if way and outcome.found:
        gap = outcome.stated[0].value
        right = gap > 0 if way in {"多", "高", "大"} else gap < 0
        outcome.text = ("是，" if right else "不是，") + outcome.text
    return outcome


_PART_SAID = re.compile(
    r"的(?:一半|[二三四五六七八九十]分之[一二三四五六七八九]|(?:\d+(?:\.\d+)?|[两二三四五六七八九十])倍|平均(?:数|值)?)"
)
"""Words for a part or a multiple of what is named, which no comparison of amounts takes in."""
_IN_ONE_COLUMN = re.compile(
    r"^(?P<a>[^,，]{2,}?的(?P<column>基本支出|项目支出))(?:和|与|跟|同|、)(?P<b>[^,，]{2,}?的(?P=column))$"
)
"""Two rows in one column (甲的项目支出和乙的项目支出)."""


def _is_blank_cell(target: Target, column: str) -> bool:
    """Whether what a row has in a column is not printed: its cell is blank, or another is found in its place."""
    figure = target.figure
    return figure is None or figure.value is None or column not in {*figure.columns, figure.row}


def _in_a_name(at: int, words: str, view: View) -> bool:
    """Whether a place in words is within a printed name."""
    starts = ((name, words.find(name, max(0, at - len(name) + 1))) for name in view.vocabulary)
    return any(0 <= start < at for _, start in starts)


def _of_its_name(figure: Figure, first: Figure) -> bool:
    """Whether a figure is called as the likeliest one is, and is not another thing that is called nearly so."""
    return bool({*figure.names, *figure.columns} & {*first.names, *first.columns})


def _sides(words: str, each: re.Match[str] | None, whole: str, view: View) -> list[str]:
    """The two things that words set side by side; one stretch where they are not told apart by the words alone."""
    if each is not None:
        return [each["a"], each["b"]]
    if (halves := _HALVES_OF_ROW.match(words)) is not None:
        return [f"{halves['row']}的{halves[side]}" for side in ("one", "other")]
    sides = words.split("比")
    return _columns_of_row(whole, sides, view) if whole and len(sides) == _TWO_SIDES else sides


_TWO_SIDES = 2
_HALVES_OF_ROW = re.compile(
    r"^(?P<row>.{2,}?)的(?P<one>基本支出|项目支出|人员经费|公用经费)(?:和|与|跟|同|、|还是)(?P=row)的(?P<other>基本支出|项目支出|人员经费|公用经费)$"
)
"""What one row has in two of its columns."""


def which_is_more(plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """Two things that the words name, each with its amount, and by how much one is more."""
    words = plan.first
    m = _WITHIN_WHICH.match(words)
    if m is not None and _in_a_name(m.start("rest"), words, view):
        m = None  # 大中型水库: of no whole
    if m is not None:
        words = m["rest"]
        if "基本支出" in m["whole"]:
            words = f"一般公共预算基本支出表里{words}"
        elif (table := next((t for n, t in _TABLE_OF if re.match(n, m["whole"])), "")) and not scopes_in(words):
            words = f"{table}里{words}"
    if _PART_SAID.search(words):
        return Outcome(Status.NOT_FOUND, "没有读懂要比较的是几分之几或几倍。", cited=[])
    each = _IN_ONE_COLUMN.match(words)
    sides = _sides(words, each, m["whole"] if m is not None else "", view)
    if len(sides) == 2:
        one, other = sides
        firsts = targets_of(one, view, wanted)
        if len(firsts) > 1:
            return Outcome(Status.NOT_FOUND, "没有读懂要比较的是哪两项：请写明名称，相加的写明“合计”。", cited=[])
        found = firsts[:1]
        if TOGETHER.search(other) and len(several := targets_of(other, view, wanted)) > 1:
            outcome = less_sum(found[0], several, plan.model_copy(update={"first": one, "second": other}), view, wanted)
            return _as_said(outcome, plan.second)
        found.append(targets_of(other, view, wanted, scopes=() if scopes_in(other) else found[0].terms.scopes)[0])
    else:
        found = targets_of(words, view, wanted)
    found = [t for t in found if t.terms.terms]
    if len(found) == 1 and len(sides) != 2:
        terms = found[0].terms
        found = [
            targets_of(t.text, view, wanted, scopes=terms.scopes)[0]
            for t in terms.terms
            if t.names or t.code or t.contains
        ]
    if each is not None and any(_is_blank_cell(t, each["column"]) for t in found):
        lost = next(t for t in found if _is_blank_cell(t, each["column"]))
        return Outcome(Status.NOT_FOUND, f"“{lost.words}”没有填数，不能相比。", cited=[], certain=True)
    told = [t.figure for t in found if t.figure is not None and t.figure.value is not None and not t.open]
    if len(told) != 2 or len(found) != 2 or told[0].ref == told[1].ref:
        return missing(found[0], plan.first) if found else Outcome(Status.NOT_FOUND, "没有读懂要比较的是哪两项。")
    told[1] = _in_its_row(told[0], told[1], view)
    alike = [
        (a.figure, b.figure)
        for a in [m for m in found[0].matches[:8] if _of_its_name(m.figure, told[0]) and found[0].matches[0].score - m.score <= 0.15]
        for b in [m for m in found[1].matches[:8] if _of_its_name(m.figure, told[1])]
        if a.figure.ref[0] == b.figure.ref[0] and a.figure.ref != b.figure.ref and a.figure.row != b.figure.row and a.figure.value is not None and b.figure.value is not None
    ]  # fmt: skip
    first, second = (told[0], told[1]) if told[0].ref[0] == told[1].ref[0] or not alike else alike[0]
    outcome = difference(first, second)
    if outcome.found and len(outcome.stated) > 2:
        more = first if outcome.stated[0].value >= 0 else second
        outcome.text = f"{more.called}更多：{outcome.text}" if outcome.stated[0].value else f"一样多：{outcome.text}"
        outcome = _as_said(outcome, plan.second)
        outcome.text += (
            f"（{first.called} {money(first.number, first.unit)}，{second.called} {money(second.number, second.unit)}）"
        )
    return outcome
