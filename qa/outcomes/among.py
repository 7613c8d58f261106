"""Rows that stand under one whole, held against one another and against it: how far two places of their ranking are apart,
what share the first of them have, which are over or under one of them, their mean, which have money of one kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.model import Kind
from qa.answer import Outcome, Stated, Status, grouped, money, rounded
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import common_unit, difference, in_unit
from qa.outcomes.proportion import share, share_of_sum, whole_of
from qa.outcomes.rankings import ranked_rows
from qa.outcomes.remainders import first_of_the_others, likeliest, remainder
from qa.outcomes.rows import level_of
from qa.terms.masking import masked
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of
from qa.terms.terms import spot
from qa.words.left_out import NAME, Masked, mentions_left_out
from qa.words.numerals import number_of
from qa.words.operations import Operation
from qa.words.plan import Asked
from qa.words.ranks import PLACE, place_said

_MOST = 24
_IN = r"(?:里面?|中|当中|内|之中|项下|之下|下面?)?"
_UNDER = (
    rf"(?P<whole>[^最第前,，占比和与]*?{NAME}(?:的?{NAME})*(?:这个|这一|\((?=[类款]))?(?:(?<=\()[类款]\)|[类款](?!级))?"
    rf"{_IN}(?:的)?(?:一共|共|总共)?(?:有|列了?|设了?)?(?:各[项个]?|所有|(?:\d+|[两二三四五六七八九十]+)个)?(?:类|款|项)?级?(?:明细|下级)?(?:科目)?(?:里面?|中|当中|之中)?)"
)
_MUCH = r"(?:是|有|为)?(?:多少|几)?(?:钱|万?元)?"
_SHARE_SAID = (
    r"的?(?:比例|比重|百分比|份额|几成|百分之(?:几|多少)|多大的?(?:比例|比重)?|多少)(?:是|有|为)?(?:多少|多大)?"
)


LEAVING = frozenset((Operation.LOOKUP, Operation.SHARE, Operation.DIFFERENCE, Operation.COMPLEMENT, Operation.EXTREME))
"""Operations of questions that may leave something out."""
_OF_ROWS = LEAVING | {Operation.LIST, Operation.VERSUS, Operation.NAMED, Operation.TEXT, Operation.RATIO}
"""Operations of questions that may ask something of the rows under a whole."""


def of_rows(asked: Asked, operation: Operation, view: View, wanted: Wanted) -> Outcome | None:
    """What the rows under a whole come to, what is left of it without some of them, or the first of the others; None where
    nothing of the sort is asked."""
    if wanted.year not in {None, view.disclosure.meta.year}:
        return None
    text, wanted = asked.said or asked.text, replace(wanted, unit="")
    if operation in _OF_ROWS and (told := among(text, view, wanted)) is not None:
        return told
    if operation not in LEAVING | {Operation.COMPARE} or not mentions_left_out(text):
        return None
    return remainder(text, view, wanted) or first_of_the_others(text, view, wanted)


def among(text: str, view: View, wanted: Wanted) -> Outcome | None:
    """What a question asks of the rows under a whole; None where it asks nothing of the sort."""
    asked = masked(text, view)
    for told in (
        _placed,
        _apart,
        _share_of_first,
        _over_one,
        _mean,
        _both_ends,
        _with_money,
        _with_income,
        _counted,
        _above,
    ):
        if (outcome := told(asked, view, wanted)) is not None:
            return outcome
    return None


def _rows(words: str, view: View, wanted: Wanted) -> list[Figure]:
    """The rows that some words speak of, the largest first; none that print no number."""
    cells = ranked_rows(f"{words}最多的", view, wanted)
    return sorted((f for f in cells if f.value is not None), key=lambda f: f.number, reverse=True)


def _unread(what: str) -> Outcome:
    return Outcome(Status.NOT_FOUND, what, cited=[])


_PLACED = re.compile(
    rf"^(?P<it>{NAME})在(?P<whole>{NAME}(?:的?{NAME})*){_IN}(?:金额|支出)?(?:排名?|位居|位列|居|列)(?:在)?第(?P<n>\d+|[一二三四五六七八九十])(?:名|位|大)?(?:的)?[,，]?(?:对|是)?(?:吗|么|吧|对不对|不对|没错)$"
)


def _placed(asked: Masked, view: View, wanted: Wanted) -> Outcome | None:
    """某项在某类里排第二，对吗: whether a row stands at that place of a ranking."""
    m = _PLACED.match(asked.text)
    if m is None:
        return None
    name = asked.each(m["it"])[0]
    rows = _rows(asked.shown(m["whole"]), view, wanted)
    names = {n for t in spot(name, view).terms for n in likeliest(t)}
    own = [f for f in rows if names & set(f.names)]
    if len(own) != 1 or sum(f.number == own[0].number for f in rows) != 1:
        return _unread(f"文件里没有可以与“{name}”一起排序的科目。")
    place = rows.index(own[0]) + 1
    text = f"{own[0].called} {money(own[0].number, own[0].unit)}，在 {len(rows)} 项中排第 {place}（{own[0].place}）"
    outcome = Outcome(Status.ANSWERED, ("是，" if place == number_of(m["n"]) else "不是，") + text, [Stated.of(own[0])])
    outcome.stated += [
        Stated(Decimal(place), "", (own[0],), f"逐个数得 {place}", "名次"),
        Stated(Decimal(len(rows)), "个", tuple(rows), f"逐个数得 {len(rows)}", "比较的科目"),
    ]
    return outcome


_APART = re.compile(
    rf"^{_UNDER}[,，]?(?:金额|支出|花钱)?(?P<one>{PLACE})(?:科目|支出)?(?:和|与|跟|同|比|、|减去?)(?P<other>{PLACE})(?:[类款项]级)?(?:科目|支出)?(?:之间)?的?(?:相差|差额|差距|差值|差|多|少|高|低|大|是|等于)[了出]?{_MUCH}$"
)


_APART_OF_ALL = re.compile(
    rf"^(?:(?:在|就)?(?:全部|所有|各|本年|全年|的)*(?:支出)?(?:里面?|中|当中|[,，])?)(?:金额|支出|花钱)?(?P<one>最[大多高](?=的?(?:一|那)?[类款项])|第一大(?=[类款项]))的?(?:一|那)?(?P<whole>[类款项])(?:级)?(?:支出|科目)?(?:和|与|跟|同|比|、|减去?)(?:金额)?(?P<other>最[小低少])的?(?:一|那)?(?:(?P=whole)|项)?(?:级)?(?:支出|科目)?(?:之间)?的?(?:相差|差额|差距|差值|差|多|高|大|是|等于)[了出]?{_MUCH}$"
)
"""The same of all classes, or all rows of a level, of what is spent."""


def _apart(asked: Masked, view: View, wanted: Wanted) -> Outcome | None:
    """最大的和最小的相差多少: of two places of a ranking, one less the other."""
    m = _APART.match(asked.text) or _APART_OF_ALL.match(asked.text)
    places = [place_said(m[side]) for side in ("one", "other")] if m is not None else []
    if m is None or places[0] is None or places[1] is None:
        return None
    rows = _rows(asked.shown(m["whole"]), view, wanted)
    found = [_at(rows, *place) for place in places if place is not None]
    if found[0] is None or found[1] is None or found[0].ref == found[1].ref:
        return _unread("文件里没有可以这样排序再相减的科目。")
    told = difference(found[0], found[1])
    told.notes.append(f"在 {len(rows)} 个科目中比较")
    return told


def _at(rows: Sequence[Figure], place: int, from_least: bool) -> Figure | None:
    """The row at a place of a ranking, largest first; None where there is none, or another has the same amount."""
    if not 1 <= place <= len(rows):
        return None
    own = rows[len(rows) - place if from_least else place - 1]
    return own if sum(f.number == own.number for f in rows) == 1 else None


_N = r"(?P<n>\d+|[一二两三四五六七八九十])"
_FIRST_ONES = (
    re.compile(rf"^(?P<whole>[^最第前,，占比]*?)[,，]?(?:金额|支出|花钱)?最[大高多]的?(?:{_N}[个项类笔款])?(?P<level>[类款项]级)?(?:的)?(?:科目|支出|一项)?(?P<tail>[^占]*)占(?:了|到)?(?P<of>[^占]*?){_SHARE_SAID}$"),
    re.compile(rf"^(?P<whole>[^最第前,，占比]*?)[,，]?(?:金额|支出|花钱)?(?:排名?)?前{_N}(?:名|位|大|个|项)?(?P<level>[类款项]级)?(?:的)?(?:科目|支出)?(?P<tail>[^占]*)占(?:了|到)?(?P<of>[^占]*?){_SHARE_SAID}$"),
    re.compile(rf"^(?P<whole>[^最第前,，占比]*?)[,，]?第[一1](?:名|位|大)?(?:的)?(?:和|与|、|加上?)第(?P<n>[二2两])(?:名|位|大)?(?:的)?(?P<level>[类款项]级)?(?:科目|支出|一?项)?(?P<tail>[^占]*)占(?:了|到)?(?P<of>[^占]*?){_SHARE_SAID}$"),
)  # fmt: skip
_TAIL = re.compile(
    r"(?:的)?(?:[一两二三四五]?[个项])?(?:加起来|合起来|合计|一共|总共|之和|共|总额|所|大概|金额|是什么|[,，])*"
)


def _share_of_first(asked: Masked, view: View, wanted: Wanted) -> Outcome | None:
    """金额最大的三个项级科目合计占总支出多少: what share of a whole the first of its rows have."""
    m = next((m for pattern in _FIRST_ONES if (m := pattern.match(asked.text)) is not None), None)
    if (
        m is None
        or not _TAIL.fullmatch(m["tail"])
        or not re.fullmatch(rf"(?:总?支出|{NAME}|合计|总计|全部|其)*(?:的)?", m["of"])
    ):
        return None
    count = number_of(m["n"]) if m["n"] else 1
    level = f"{m['level']}科目" if m["level"] else ""
    rows = _rows(asked.shown(m["whole"]) + level, view, wanted)
    if not 0 < count <= len(rows) or (count < len(rows) and rows[count - 1].number == rows[count].number):
        return _unread("文件里没有可以这样排序的科目。")
    top = rows[:count]
    whole = _base(asked, m["whole"], m["of"], top[0], view, wanted)
    if whole is None:
        return _unread("没有读懂占比是就哪一项而言：请写明名称。")
    told = share(top[0], whole, view) if count == 1 else share_of_sum(top, whole)
    told.notes.append(f"在 {len(rows)} 个科目中比较")
    return told


def _base(asked: Masked, under: str, of: str, row: Figure, view: View, wanted: Wanted) -> Figure | None:
    """What a share of a row's is of: what the words name, of the row's own table and column; else what it is ranked under."""
    named = asked.each(of) or asked.each(under)
    if not named or _ALL_OF_IT.fullmatch(asked.shown(of)):
        return whole_of(row, view)
    words = {n for name in named for t in spot(name, view).terms for n in likeliest(t)} | set(named)
    above = named_above(row, words, view)
    if above is not None:
        return above
    near = [m.figure for m in targets_of(asked.shown(of or under), view, wanted)[0].matches]
    same = [f for f in near if f.ref[0] == row.ref[0] and f.ref[2] == row.ref[2] and f.value and f.ref != row.ref]
    return next((f for f in same if f.total or row.code.startswith(f.code)), None) if asked.each(of) else None


_ALL_OF_IT = re.compile(r"总支出|支出[总合]计|全部支出|总计|合计|全部")


def named_above(row: Figure, names: set[str], view: View) -> Figure | None:
    """The row above a coded one, in its column, that has one of some names or codes; None where there is none."""
    above = [
        f for f in view.column(row)
        if f.code and f.code != row.code and row.code.startswith(f.code) and f.value and names & {*f.names, f.code}
    ]  # fmt: skip
    return max(above, key=lambda f: len(f.code)) if above else None


_THAN = re.compile(
    rf"^{_UNDER}[,，]?(?:有)?(?P<first>哪些|哪[几一]?[项个类款]?|几[项个]|多少[项个])?(?:科目|支出)?(?:的)?(?:金额|支出)?(?:比(?P<it>{NAME})(?:还要?|更|要)?(?P<way>多|高|大|少|低|小)|(?P<over>超过了?|高于|多于|大于)(?P<above>{NAME})|(?:低于|少于|小于|不及)(?P<below>{NAME}))(?:的)?(?:科目|支出)?(?:是|有)?(?P<last>哪些|哪[几一]?[项个类款]?|几[项个]|多少[项个]|什么)?(?:科目|支出|费用)?$"
)


def _over_one(asked: Masked, view: View, wanted: Wanted) -> Outcome | None:
    """比某项多的是哪项, 哪些比某项少: the rows beside one that are more, or less, than it."""
    m = _THAN.match(asked.text)
    if m is None or not (m["first"] or m["last"]):
        return None
    name = asked.each(m["it"] or m["above"] or m["below"])[0]
    rows = _rows(asked.shown(m["whole"]), view, wanted)
    names = {n for t in spot(name, view).terms for n in likeliest(t)}
    own = [f for f in rows if names & set(f.names)]
    if len(own) != 1:
        return _unread(f"文件里没有可以与“{name}”相比的同级科目。")
    over = m["over"] is not None or (m["way"] or "") in {*"多高大"}
    chosen = [f for f in rows if (f.number > own[0].number if over else f.number < own[0].number)]
    word = "多" if over else "少"
    beside = f"{own[0].called} {money(own[0].number, own[0].unit)}（第 {own[0].page} 页，{own[0].place}）"
    if not chosen:
        return Outcome(Status.ANSWERED, f"没有{word}的：{beside}", [Stated.of(own[0])], cited=rows)
    told = _list_of(chosen, "", own[0].place)
    told.text += f"，比 {beside} {word}"
    told.stated.append(Stated.of(own[0]))
    return told


def _list_of(rows: Sequence[Figure], what: str, place: str) -> Outcome:
    """Rows that a question asks for, with how many they are."""
    listed = "、".join(f"{f.row or f.called} {money(f.number, f.unit)}" for f in rows[:_MOST])
    more = "等" if len(rows) > _MOST else ""
    outcome = Outcome(Status.ANSWERED, f"{what}有 {len(rows)} 个：{listed}{more}（{place}）", cited=list(rows))
    outcome.stated = [Stated.of(f) for f in rows[:_MOST]]
    outcome.stated.append(Stated(Decimal(len(rows)), "个", tuple(rows), f"逐个数得 {len(rows)}", "个数"))
    return outcome


_MEAN = re.compile(
    rf"^(?P<whole>[^最第前,，占比和与]*?{NAME}{_IN})的?(?:各|每一?个?|所有)(?:类|款|项)?级?(?:支出|科目|明细)?的?(?:金额)?(?:平均|均值|平均数|平均值|均)(?:数|值)?{_MUCH}$"
)


def _mean(asked: Masked, view: View, wanted: Wanted) -> Outcome | None:
    """各项平均是多少: the mean of the rows under a whole, to two decimals; not found where one of them is nothing."""
    m = _MEAN.match(asked.text)
    if m is None:
        return None
    rows = _rows(asked.shown(m["whole"]), view, wanted)
    if len(rows) < _PAIR or not all(f.number for f in rows):
        return _unread("没有读懂平均要算哪几项：有的科目没有填数。")
    unit = common_unit(rows)
    amounts = [in_unit(f, unit) or Decimal(0) for f in rows]
    mean = rounded(sum(amounts, Decimal(0)) / len(rows))
    how = f"({' + '.join(grouped(a) for a in amounts)}) ÷ {len(rows)} = {grouped(mean)}"
    outcome = Outcome(Status.ANSWERED, f"{len(rows)} 项平均 {money(mean, unit)}：{how}（{rows[0].place}）")
    outcome.stated = [Stated(mean, unit, tuple(rows), how, "平均"), *(Stated.of(f) for f in rows[:_MOST])]
    return outcome


_PAIR = 2
_ENDS = re.compile(
    rf"^{_UNDER}[,，]?(?:金额|支出|花钱|花得)?最(?P<one>[大高多小少低])的?(?:一?[项个])?(?:和|与|、|以及)最(?P<other>[大高多小少低])的?(?:一?[项个类])?(?:[类款项]级)?(?:科目|支出)?(?:分别|各自?|都)*(?:是|有)?(?:什么|哪些|哪一?[项个类]|谁|哪两[项个])?(?:[类款项]级)?(?:科目|支出)?$"
    rf"|^{_UNDER.replace('P<whole>', 'P<under>')}[,，]?(?:里|中)?(?:哪一?[个项类款]|谁)(?:[类款项]级)?(?:科目|支出)?(?:的)?(?:金额|支出|花钱|钱|花得)?最(?P<first>[大高多小少低]),?(?:又)?(?:哪一?[个项类款]|谁)(?:科目|支出)?(?:的)?(?:金额|支出|花钱|钱|花得)?最(?P<last>[大高多小少低])$"
)


def _both_ends(asked: Masked, view: View, wanted: Wanted) -> Outcome | None:
    """最多和最少的分别是什么: the first and the last row of a ranking."""
    m = _ENDS.match(asked.text)
    if m is None:
        return None
    sides = (m["one"] or m["first"], m["other"] or m["last"])
    if (sides[0] in "大高多") is (sides[1] in "大高多"):
        return None
    rows = _rows(asked.shown(m["whole"] or m["under"]), view, wanted)
    if len(rows) < _PAIR:
        return _unread("文件里没有可以排序的科目。")
    ends = [rows[0] if side in "大高多" else rows[-1] for side in sides]
    words = ["最高" if side in "大高多" else "最低" for side in sides]
    told = "；".join(f"{w}的是 {f.row} {money(f.number, f.unit)}" for w, f in zip(words, ends, strict=True))
    outcome = Outcome(Status.ANSWERED, f"{told}（{rows[0].place}）", [Stated.of(f) for f in ends], cited=rows)
    outcome.notes.append(f"在 {len(rows)} 个科目中比较")
    return outcome


_HAS = r"(?P<has>没有|无|不含|没安排|只有|仅有|全是|有|安排了)"
_COLUMN = rf"(?P<column>{NAME})"
_HOW_MANY = r"(?P<asks>哪些|哪几[个项类款]|几[个项类款]|多少[个项类款])"
_WITH_MONEY = (
    re.compile(rf"^(?P<whole>[^最第前,，占比和与]*?){_HAS}{_COLUMN}的(?P<level>[类款项]?级?(?:支出)?(?:科目)?)(?:一共|总共|都)?(?:是|有)?{_HOW_MANY}?(?:级?科目)?$"),
    re.compile(rf"^(?P<whole>[^最第前,，占比和与]*?)(?:有)?{_HOW_MANY}(?P<level>[类款项]?级?(?:支出)?(?:科目)?)(?:是)?{_HAS}{_COLUMN}(?:的)?$"),
)  # fmt: skip
_ROLES = {"项目支出": "project", "基本支出": "basic"}


def _with_money(asked: Masked, view: View, wanted: Wanted) -> Outcome | None:
    """没有项目支出的类有哪些: the rows that have, have not or have only money of one column."""
    m = next((m for pattern in _WITH_MONEY if (m := pattern.match(asked.text)) is not None), None)
    role = _ROLES.get(asked.each(m["column"])[0], "") if m is not None else ""
    if m is None or not role or not m["asks"]:
        return None
    if not m["whole"] and not re.match(r"[类款项]", m["level"]):
        return None  # of no whole and on no level: a list of the table's rows
    level = re.sub(r"^([类款项])(?!级)", r"\1级", m["level"])
    rows = [f for f in _rows(f"{asked.shown(m['whole'])}{level}", view, wanted) if f.number]
    if not rows:
        return _unread("文件里没有可以这样逐项查看的科目。")
    columns = [{f.column_role: f for f in view.row(own)} for own in rows]
    if not all({"basic", "project"} <= set(own) for own in columns):
        return _unread(f"这张表没有分列“{asked.each(m['column'])[0]}”。")
    chosen = [f for f, own in zip(rows, columns, strict=True) if _keeps_to(m["has"], role, own)]
    what = f"{asked.shown(m['has'] + m['column'])}的"
    if not chosen:
        outcome = Outcome(Status.ANSWERED, f"{rows[0].place}的 {len(rows)} 个科目里，{what}有 0 个", cited=rows)
        outcome.stated = [
            Stated(Decimal(0), "个", tuple(rows), "逐个数得 0", "个数"),
            Stated(Decimal(len(rows)), "个", tuple(rows), f"逐个数得 {len(rows)}", "比较的科目"),
        ]
        return outcome
    other = [own[role] for f, own in zip(rows, columns, strict=True) if f in chosen]
    told = _list_of(chosen, what, rows[0].place)
    told.cited = [*chosen, *other]
    return told


def _keeps_to(has: str, role: str, cells: dict[str, Figure]) -> bool:
    """Whether a row has, has not or has only money of a column."""
    own = bool(cells[role].number)
    if has in {"有", "安排了"}:
        return own
    if has in {"只有", "仅有", "全是"}:
        return own and not cells["project" if role == "basic" else "basic"].number
    return not own


_INCOMES = r"(?:上级补助收入|附属单位(?:上缴)?收入|(?:事业)?(?:单位)?经营收入|事业收入|其他收入|上年结转(?:资金)?|财政拨款(?:收入)?|非财政拨款(?:资金)?|教育收费|专户资金|单位资金)"
_USES = r"(?:都|又|分别|是|还|主要|各)*(?P<not>没有?|未)?(?:(?:使?用|动用|花|涉及|列|安排|拿|占)(?:到|过|的)?(?:是)?|有|含有?|靠|来自|来源于|依靠)了?"
_STANDS = r"(?:都|又|分别|是|还|主要|各|具体|究竟|到底|一共|的|钱|资金)*(?:分布|列|落|集中|体现|反映|出现|分散|归|安排|用|花|放|摊|记|计)(?:在|到|于|入|给)了?|(?:都|又|分别|是|主要|具体|一共)*(?:涉及|覆盖|包括|来自|来源于|对应|分给|分到|分|有)(?:了|到)?"
_EACH_MUCH = r"(?:(?:里面?|上面?|下面?|名下|中)?[,，]?(?:金额|数额|又)?(?:各自?|分别|每一?[个项笔](?:各)?)?(?:是|有|为|列)*(?:多少|几)(?:钱|[万亿]?元)?)?"
_WITH_INCOME = (
    re.compile(rf"^(?:在)?(?P<whole>{NAME})?{_IN}(?P<column>{NAME}|{_INCOMES})(?:{_STANDS}){_HOW_MANY}(?P<level>[类款项]?级?(?:支出)?科目)(?:里面?|上面?|下面?|名下|中)?(?:了)?{_EACH_MUCH}$"),
    re.compile(rf"^(?:在)?(?P<whole>{NAME})?{_IN}的?(?:都|一共)?(?:有)?{_HOW_MANY}(?P<level>[类款项]?级?(?:支出)?(?:科目)?){_USES}(?P<column>{NAME}|{_INCOMES})(?:的)?(?:钱|资金|收入|安排|来安排|来源)*的?{_EACH_MUCH}$"),
    re.compile(rf"^(?:在)?(?P<whole>{NAME})?{_IN}的?{_USES}(?P<column>{NAME}|{_INCOMES})(?:的)?(?:钱|资金|收入|安排)*的(?P<level>[类款项]?级?(?:支出)?科目)(?:都|一共)?(?:是|有)?{_HOW_MANY}{_EACH_MUCH}$"),
)  # fmt: skip


def _with_income(asked: Masked, view: View, wanted: Wanted) -> Outcome | None:
    """教育支出下面哪些款级科目用到了事业收入, 事业收入分布在哪些项级科目: the rows of the table of income that have money of one of its
    columns, or have none; of a column of the table of spending, where that has a total."""
    m = next((m for pattern in _WITH_INCOME if (m := pattern.match(asked.text)) is not None), None)
    column = asked.shown(m["column"]) if m is not None else ""
    if m is None or column in _ROLES:
        return None
    kind = Kind.INCOME if re.fullmatch(rf"{_INCOMES}|[\u4e00-\u9fff]{{2,8}}收入", column) else Kind.EXPENDITURE
    cells = [f for f in view.figures if f.table is kind and f.code and not f.total]
    if kind is Kind.EXPENDITURE and not any(
        f.table is kind and f.total and column in f.columns and column not in f.row for f in view.figures
    ):
        return None
    own = [f for f in cells if column in f.columns or f"{column}收入" in f.columns]
    above = {f.code for f in cells if m["whole"] and asked.shown(m["whole"]) in {*f.names, f.code}}
    if len({f.header for f in own}) != 1 or (m["whole"] and len(above) != 1):
        lost = f"文件没有按科目列出用了多少“{column}”。"
        return Outcome(Status.NOT_FOUND, lost, cited=[], certain=True)
    under = next(iter(above), "")
    totals = [f for f in view.figures if f.table is kind and f.total and f.header == own[0].header]
    rows = [f for f in own if f.code.startswith(under) and f.code != under]
    length = {"类": 3, "款": 5, "项": 7}.get(m["level"][:1])
    if length is None:  # right under what is named, else the last of each branch
        length = min((len(f.code) for f in rows), default=0) if under else None
    codes = {f.code for f in own}
    rows = [
        f for f in rows
        if (len(f.code) == length if length else not any(c != f.code and c.startswith(f.code) for c in codes))
    ]  # fmt: skip
    without = bool(m.groupdict().get("not"))
    chosen = [f for f in rows if bool(f.value) is not without]
    what = f"{'没有' if without else ''}用到{column}的"
    if chosen and not without:
        return _list_of(chosen, what, own[0].place)
    if not (chosen or without or under) and any(f.value for f in totals):
        return _unread("这张表没有按科目印全。")  # what all of them come to is printed
    listed = "、".join(f.row for f in chosen[:_MOST])
    outcome = Outcome(
        Status.ANSWERED, f"{what}有 {len(chosen)} 个{'：' if chosen else ''}{listed}（{own[0].place}）", cited=rows
    )
    outcome.stated = [Stated(Decimal(len(chosen)), "个", tuple(chosen or rows), f"逐个数得 {len(chosen)}", "个数")]
    return outcome if rows else _unread("文件里没有可以这样逐项查看的科目。")


_COUNTED = re.compile(
    r"^(?:本年|今年|全年)?(?:的)?(?:本年)?支出(?:预算|决算)?(?:一共|总共|共|都)*(?:涉及|用到|列了|分布在|分)(?:了|到)?(?:多少|几)个?(?P<level>[类款项])级?(?:支出)?(?:科目)?$"
)


def _counted(asked: Masked, view: View, wanted: Wanted) -> Outcome | None:
    """支出一共涉及几个类级科目: how many rows of one level the table of spending has that print a number."""
    m = _COUNTED.match(asked.shown(asked.text))
    if m is None:
        return None
    rows = [f for f in level_of(f"支出总表{m['level']}级科目", view) if f.number]
    return _list_of(rows, f"{m['level']}级科目", rows[0].place) if rows else None


_ABOVE = re.compile(
    rf"^(?:科目)?(?:编码)?(?P<it>{NAME})(?:是|应该?)?(?:属于|归属?于?|归入|归在?)(?:的)?(?:哪|什么)一?(?:个)?(?:(?P<level>[类款])(?:级)?(?:科目|支出)?|(?:上级)?科目)(?:的|下面?|里面?|名下|之下)?$"
)
_LEVELS = {"类": 3, "款": 5}


def _above(asked: Masked, view: View, wanted: Wanted) -> Outcome | None:
    """2140104属于哪个款, 某项归在哪个科目下: the row of a level, or the next one above, that a row by code stands under."""
    m = _ABOVE.match(asked.text)
    if m is None:
        return None
    name = asked.each(m["it"])[0]
    own = view.codes.get(name) or tuple(f for f in view.vocabulary.get(name, ()) if f.code)
    own = tuple(f for f in own if f.table is not Kind.BASIC) or own  # by what it is for, and then by what is bought
    codes = {f.code for f in own}
    if len(codes) != 1:
        return None
    code = codes.pop()
    above = code[: _LEVELS.get(m["level"], len(code) - 2)]
    found = next((f for f in own for f in view.column(f) if f.code == above and f.value is not None), None)
    if found is None or above == code:
        return _unread(f"文件里没有“{name}”之上的{m['level'] or '上'}级科目。")
    text = f"{found.row} {money(found.number, found.unit)}（第 {found.page} 页，{found.place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(found)])
