"""In which rows the gap lies that one item shows between two tables (差在哪个科目): the rows under it that the two print otherwise."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.codes import LEVEL_DIGITS
from qa.answer import Outcome, Stated, Status, grouped, money
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import common_unit, in_unit

_IN_WHICH = r"(?:(?:明细|款级?|项级?|类级?)?(?:科目|支出|项目)|一?[个项])"
_WHERE = (
    r"(?:又|具体|到底|究竟|主要|这个?|两者|两表|它们)*的?(?:差额|差距|差异|差别|相?差|多|少|不一样|不一致|区别)(?:主要|具体|究竟|到底|就|都|是|出|落|的)*在了?"
    rf"哪(?:一|几|些|两)?(?:个|项)?{_IN_WHICH}(?:上|里)?(?:了|呢)*"
)
_ASKED = re.compile(rf"^(?:那么?)?{_WHERE}$")
_ANYWHERE = re.compile(
    r"^(?:那么?|具体|到底|究竟|又|这个?)*(?:差额|差距|差异|相?差|多|少)(?:出|是|都)*在了?哪(?:里|儿)(?:了|呢)*$"
)
_AT_THE_END = re.compile(rf"^(?P<head>.{{4,}}?)[,，]?(?P<tail>{_WHERE})$")


_ROWS_NOT_ALIKE = (
    re.compile(
        r"^(?:在)?(?P<of>[\u4e00-\u9fff()]{2,20}?)(?:这一?[类款项个]|下面?|之下|项下)?(?:里面?|之?中|当中|内)?的?[,，]?(?P<one>[^,，]{2,16}?表)(?:和|与|跟|同)(?P<two>[^,，]{2,20}?表)(?:里面?|中|上|之间)?(?:的)?(?:数字?|金额)?(?:对不上|不一致|不一样|不相?同|不相?等|有(?:出入|差异|差别))的(?:一共|共)?(?:有[两三四五六七八九十几\d]个)?(?P<level>[类款项]级?)?(?:支出)?科目[,，]?(?:又|都)?(?:是|有)(?:哪(?:些|几[个项]|[两三四五六七八九十][个项])|什么)(?:[,，](?:又)?(?:各自?|分别)(?:又)?(?:相?差)(?:了|是|有)?多少(?:钱|[万亿]?元)?)?$"
    ),
    re.compile(
        r"^(?:在)?(?P<one>[^,，]{2,16}?表)(?:和|与|跟|同)(?P<two>[^,，]{2,20}?表)(?:里面?|中|上|之间)?(?:的)?[,，]?(?P<of>[\u4e00-\u9fff()]{2,20}?)(?:这一?[类款项个])?(?:下面?|之下|项下|里面?|当?中)的?(?:有)?哪(?:些|几[个项])(?P<level>[类款项]级?)?(?:支出)?科目的?(?:数字?|金额)?(?:对不上|不一致|不一样|不相?同|不相?等|有(?:出入|差异|差别))(?:[,，](?:又)?(?:各自?|分别)(?:又)?(?:相?差)(?:了|是|有)?多少(?:钱|[万亿]?元)?)?$"
    ),
)
"""Which rows under one row two tables print otherwise."""


def where_cut_off(sentence: str) -> list[str]:
    """A question that asks how far something is apart, and in which rows, as one for each; the question itself else."""
    rows = next((m for frame in _ROWS_NOT_ALIKE if (m := frame.match(sentence)) is not None), None)
    if rows is not None:
        level = f"{rows['level'][0]}级" if rows["level"] else ""
        return [f"{rows['of']}在{rows['one']}和{rows['two']}里相差多少", f"差在哪几个{level}科目"]
    m = _AT_THE_END.match(sentence)
    if m is None or "表" not in m["head"]:
        return [sentence]
    head = m["head"].rstrip(",，")
    return [head if re.search(r"多少|几", head) else f"{head}相差多少", m["tail"]]


def where_apart(sentence: str, before: Outcome, view: View) -> Outcome | None:
    """The rows that make up the gap which the sentence before told; not found where they do not, or it told none; None where that
    is not asked."""
    anywhere = _ANYWHERE.match(sentence) is not None  # what it is answers that as well
    if _ASKED.match(sentence) is None and not anywhere:
        return None
    unknown = (
        None if anywhere else Outcome(Status.NOT_FOUND, "没有读懂是哪一项在哪两张表里的差额。", cited=[], certain=True)
    )
    gap = next((s for s in before.stated if len(s.sources) == _TWO), None) if before.found else None
    sides = gap.sources if gap is not None else tuple(s.sources[0] for s in before.stated if len(s.sources) == 1)
    if len(sides) != _TWO:
        return unknown
    one, two = (_coded(f, view) for f in sides)
    if one is None or two is None or one.code != two.code or one.ref[0] == two.ref[0]:
        return unknown
    level = _LEVEL.search(sentence)
    return _rows_apart(one, two, view, LEVEL_DIGITS[level[0][0]] if level is not None else 0) or unknown


_TWO = 2
_LEVEL = re.compile(r"[类款项]级")


def _coded(figure: Figure, view: View) -> Figure | None:
    """A figure of a row by code: itself, else the one of its name and amount in the other tables."""
    if figure.code:
        return figure
    return next(
        (f for f in view.figures if f.code and f.yuan == figure.yuan and set(f.names) & set(figure.names)), None
    )


def _in(figure: Figure | None, unit: str) -> Decimal:
    """An amount in a unit; none of it where a table does not print the row, or leaves it blank."""
    return (in_unit(figure, unit) if figure is not None else None) or Decimal(0)


def _rows_apart(one: Figure, two: Figure, view: View, digits: int = 0) -> Outcome | None:
    """The rows under one code that two columns print otherwise, where they come to what the code is apart; None where they do
    not. `digits`: of their codes, where a level is asked for; else the lowest."""
    columns = [{f.code: f for f in view.column(side) if f.code.startswith(side.code)} for side in (one, two)]
    codes = {code for column in columns for code in column}
    leaves = [
        c for c in sorted(codes) if (len(c) == digits if digits else not any(o != c and o.startswith(c) for o in codes))
    ]
    unit = common_unit([one, two])
    amounts = {c: [_in(column.get(c), unit) for column in columns] for c in leaves}
    apart = {c: a - b for c, (a, b) in amounts.items() if a != b}
    whole = [in_unit(f, unit) for f in (one, two)]
    if not apart or whole[0] is None or whole[1] is None or sum(apart.values()) != whole[0] - whole[1]:
        return None
    told: list[str] = []
    outcome = Outcome(Status.ANSWERED, "")
    for code, by in apart.items():
        how = " − ".join(grouped(amount) for amount in amounts[code]) + f" = {grouped(by)}"
        cells = [column[code] for column in columns if code in column]
        named = "，".join(f"{f.place} {money(f.value, f.unit) if f.value is not None else '空白'}" for f in cells)
        lacks = "" if len(cells) == _TWO else "，另一张表没有这一行"
        told.append(f"{cells[0].row}（{named}{lacks}，差 {money(abs(by), unit)}）")
        outcome.stated += [Stated(by, unit, tuple(cells), how, "差额")] if len(cells) == _TWO else []
        outcome.stated += [Stated.of(f) for f in cells if f.value is not None]
        outcome.cited += cells
    outcome.text = f"差在 {'、'.join(told)}"
    return outcome
