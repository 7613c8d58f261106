"""From which kinds of income one row is paid: the columns of its row in the income table that have an amount, all of them, or those
that are no money of the treasury (这部分来自哪两种收入). An amount alone would answer half of such a question.
"""

from __future__ import annotations

import re

from extract.model import Kind
from qa.answer import Outcome, Status
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import total
from qa.outcomes.lists import parts_told
from qa.plain.from_where import EACH, FROM_WHERE, NOT_OF_THE_TREASURY
from qa.terms.resolve import Match, Wanted
from qa.terms.targets import Target, targets_of
from qa.terms.terms import Terms
from qa.words.bounds import AMOUNT, yuan_said

_ROW = r"(?:收入(?:决算|预算)?(?:总)?表(?:里面?|中|上|内)?[,，]?的?)?(?P<what>[^,，\d]{2,24}?)"
_THIS_ROW = r"(?:[,，]?(?:这|那)一?(?:行|项|笔|栏|块)(?:上|里)?)?"
_MONEY = r"的?(?:钱|资金|经费|收入|支出)?(?:有|是|为|共|计|的)*"
_AMOUNT = rf"(?P<amount>{AMOUNT})?"
_FROM = r"(?:又|都|主要|分别|各|具体|究竟|到底|是|靠|由|从|来自|来源于|出自|有|包括|分为?|分成|的)*"
_KIND = r"哪(?:几|些|一|[两二三四五六]){1,2}?(?:种|类|个|项|条|块|路)?"
_SOURCE = r"(?:收入|资金|来源|渠道|钱)"
_ASKED = rf"{_FROM}{_KIND}{_SOURCE}(?:的(?:钱|资金)|来的?|组成的?|构成的?|出的|的)*{EACH}"
_OF_ROW = re.compile(rf"^{_ROW}{_THIS_ROW}{_MONEY}{_AMOUNT}[,，]?{_ASKED}$")
_IN_PARTS = re.compile(
    rf"^{_ROW}{_THIS_ROW}的?(?:钱|资金|经费){_AMOUNT}[,，]?{_FROM}{_KIND}部分(?:组成|构成)?的?{EACH}$"
)
_NOT_FISCAL = re.compile(
    rf"^{_ROW}(?:里面?|之?中|当中)?[,，]?(?:有)?(?:一部分)?的?(?:不是|并非|非|不属于|不靠|不来自)财政拨款(?:的)?(?:(?:那|这)?一?部分|的?钱|的?资金|支出)*[,，]?(?:(?:那|这)一?部分)?"
    rf"(?:一共|共|总共|合计|是|有|为)*(?:多少(?:钱|万?元)?)?[,，]?{_ASKED}$"
)
_WITHOUT_FISCAL = (
    r"(?:除了?|除开|除去|抛开|撇开|不算)(?:掉)?财政(?:拨款)?(?:的)?(?:收入|资金|的?钱|拨款)?(?:之外|以外|外)?[,，]?"
)
_ALSO_FROM = (
    rf"(?:又|都|也|另外?|分别|还|有|没有|用到?|动用|靠|由|从|来自|使用|拿|花|了|过|是|的)*(?:{_KIND}|什么|啥)(?:其他|别的|另外)?的?(?:资金|收入)?{_SOURCE}"
    rf"(?:的(?:钱|资金)|来的?|出的|的)*{EACH}"
)
_BESIDE_FISCAL = (
    re.compile(rf"^{_ROW}{_THIS_ROW}{_MONEY}{_AMOUNT}[,，]?{_WITHOUT_FISCAL}{_ALSO_FROM}$"),
    re.compile(rf"^{_WITHOUT_FISCAL}{_ROW}{_THIS_ROW}{_MONEY}{_AMOUNT}[,，]?{_ALSO_FROM}$"),
)
"""What pays for a row beside the treasury: its other columns."""
_REST_FROM_WHERE = re.compile(
    rf"^(?P<what>[^,，\d]{{2,24}}?)(?:里面?|之?中|当中)?[,，]?的?{NOT_OF_THE_TREASURY}{FROM_WHERE}$"
)
_OF_THE_TREASURY = frozenset(("fiscal", "general", "fund", "state_capital"))
_OF_OTHER_YEARS = frozenset(("carry_in", "use_balance"))


def paid_from(text: str, view: View) -> Outcome | None:
    """The kinds of income that a row is paid from, with how much of each; None where that is not asked of a row by code."""
    bare = text.rstrip("?？。")
    not_fiscal = _NOT_FISCAL.match(bare)
    beside = next(
        (found for frame in (*_BESIDE_FISCAL, _REST_FROM_WHERE) if (found := frame.match(bare)) is not None), None
    )
    m = not_fiscal or beside or _OF_ROW.match(bare) or _IN_PARTS.match(bare)
    if m is None:
        return None
    row = targets_of(m["what"], view, Wanted(), scopes=[Kind.INCOME.value])[0]
    if row.figure is None or row.open or not row.figure.code or row.figure.table is not Kind.INCOME:
        return None
    cells = view.row(row.figure)
    said = m.groupdict().get("amount")
    if said and not any(f.column_role == "total" and f.yuan == yuan_said(said) for f in cells):
        return None
    paid = [f for f in cells if f.value and f.columns and f.column_role != "total"]
    paid = [f for f in paid if not any(o is not f and o.header.startswith(f"{f.header}/") for o in paid)]
    if beside is not None:
        rest = [f for f in paid if f.column_role not in _OF_THE_TREASURY]
        return parts_told(rest) if rest else _only_fiscal(paid)
    return _other_than_fiscal(paid) if not_fiscal is not None else parts_told(paid) if paid else None


def _only_fiscal(paid: list[Figure]) -> Outcome:
    """That a row is paid by the treasury alone."""
    if not paid:
        return Outcome(Status.NOT_FOUND, "收入表没有分出这一项的来源。", cited=[], certain=True)
    return Outcome(Status.ANSWERED, f"没有用其他收入：只有{parts_told(paid).text.partition('：')[2]}", cited=list(paid))


def _other_than_fiscal(paid: list[Figure]) -> Outcome:
    """What is paid with no money of the treasury: how much, and from what. Whose money is carried over from other years, no column says."""
    rest = [f for f in paid if f.column_role not in _OF_THE_TREASURY]
    if not rest or any(f.column_role in _OF_OTHER_YEARS for f in rest):
        return Outcome(Status.NOT_FOUND, "收入表没有分出不是财政拨款的是哪些。", cited=[], certain=True)
    told = parts_told(rest)
    if len(rest) == 1:
        return told
    outcome = total([Target(Terms((), (), ()), (Match(f, 1.0),)) for f in rest])
    return outcome if outcome.found else told
