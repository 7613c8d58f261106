"""In which tables an item is printed, and whether alike (470.21万元的养老保险缴费在哪几张表里出现？数字一样吗): with an amount, where that one
stands, and what the others print of the item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.model import Kind, State
from qa.answer import Outcome, Stated, Status, money
from qa.documents.figures import Figure, View
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of
from qa.words.bounds import AMOUNT, yuan_said

_AMOUNT = rf"(?P<amount>{AMOUNT})"
_WHICH = r"(?:都|分别|一共|总共|同时|在|于|是|能|可以)*(?:出现|印|列|写|登|载|见|看到)?(?:在|于|过)*(?:哪几|哪些|几|哪)(?:张|个)?(?:的)?表(?:格)?(?:里面?|上面?|中|内)?(?:都|可以|能)*(?:出现|有|看到|看得到|查得?到|找得?到|印着|列着|列了|列|提到)?(?:过|了|的|它)*"
_ASKED = re.compile(
    rf"^(?:请问|那么?)*(?:{_AMOUNT}的?(?P<of>[\u4e00-\u9fff()]{{2,24}}?)|(?P<item>[\u4e00-\u9fff()]{{2,24}}?)(?:的|这|是|有)*(?:{_AMOUNT.replace('amount', 'after')})?)(?:这一?(?:个数|笔钱?|项|个科目|行))?{_WHICH}(?P<alike>[,，](?:这些|各处|它们|都|是不是|是否|的|在各表)*(?:数字?|金额|数额)?(?:都|是不是|是否|各处)*(?:一样|一致|相同|对得上|相等)(?:的)?(?:吗|么|不)?)?$"
)


def where_printed(text: str, view: View) -> Outcome | None:
    """The tables that print an item; None where a question asks no such thing. Not found where none prints the amount that it
    says."""
    m = _ASKED.match(text.rstrip("?？。"))
    if m is None:
        return None
    said = m["amount"] or m["after"]
    item = m["of"] or m["item"]
    found = targets_of(item, view, Wanted())
    if len(found) != 1 or found[0].figure is None or found[0].open or not found[0].terms.terms:
        return None
    amount = yuan_said(said) if said else None
    said_so = [n for term in found[0].terms.terms for n, _ in term.names]
    names = {n for n in said_so if _is_like(n, said_so[0])}  # of likely names, those of one thing
    if any(term.contains for term in found[0].terms.terms):  # no name of its own: whatever it may mean
        names |= {n for match in found[0].matches for n in match.figure.names if not match.figure.total}
    cells = _one_a_table([f for f in (match.figure for match in found[0].matches) if _is_called(f, names)])
    there = [f for f in cells if amount is None or f.yuan == amount]
    if amount is not None:
        exact = _one_a_table([f for f in view.figures if f.yuan == amount and _is_called(f, names)])
        there = exact or there
    if not there:
        return Outcome(Status.NOT_FOUND, f"文件的表里没有 {said} 的“{item}”。", cited=[]) if said else None
    others = [f for f in cells if f.ref[0] not in {own.ref[0] for own in there} and f.yuan != amount]
    return _told(there, others if amount is not None else [], alike=m["alike"] is not None)


def _is_like(name: str, other: str) -> bool:
    """Whether two names are of one thing, by function and by economic nature (职业年金缴费, 机关事业单位职业年金缴费支出) or in full
    (公务用车运行费, 公务用车运行维护费); one that joins another thing to it is of both."""
    short, full = sorted((n.removesuffix("支出").removesuffix("费") for n in (name, other)), key=len)
    return full.endswith(short) or (full.startswith(short) and not re.search("[及和与、]", full[len(short) :]))


def _is_called(figure: Figure, names: set[str]) -> bool:
    printed = figure.state is State.NUMBER and figure.yuan is not None and not figure.is_fact
    return printed and figure.table is not Kind.PERFORMANCE and bool(names & {*figure.names, *figure.columns})


def _one_a_table(figures: Sequence[Figure]) -> list[Figure]:
    """Of each row of each table the first cell, which is of all of its columns where it has one."""
    rows: dict[tuple[str, int], Figure] = {}
    for figure in sorted(figures, key=lambda f: (f.page, f.ref[1], f.column_role not in {"total", ""}, f.ref[2])):
        rows.setdefault(figure.ref[:2], figure)
    return list(rows.values())


def _told(there: Sequence[Figure], others: Sequence[Figure], *, alike: bool) -> Outcome:
    amounts: set[Decimal | None] = {f.yuan for f in there}
    text = "；".join(_place(f) for f in there)
    if alike and len(there) + len(others) > 1:
        same = len(amounts) == 1 and not others
        text = ("一样，" if same else "印这个数的几处一样，" if len(amounts) == 1 < len(there) else "不一样，") + text
    if others:
        text += "。别的表里是另一个数：" + "；".join(_place(f) for f in others)
    return Outcome(Status.ANSWERED, text, [Stated.of(f) for f in (*there, *others)])


def _place(figure: Figure) -> str:
    return f"{figure.called} {money(figure.number, figure.unit)}（第 {figure.page} 页，{figure.place}）"
