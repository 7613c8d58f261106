"""Whether an amount is what some things come to (津贴补贴249.39万元，能不能由提租补贴和购房补贴凑出来): all of them in one column of one
table, wherever that is, held against the one amount.

The names are masked first; a question is read as a whole or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from qa.answer import Outcome, Status
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import sum_against
from qa.outcomes.one_table import in_one_table
from qa.plain.named_things import named_in
from qa.plain.phrased import TABLE, masked_with_table
from qa.terms.resolve import Match, Wanted
from qa.terms.targets import Target, targets_of
from qa.terms.terms import Terms
from qa.words.bounds import AMOUNT, yuan_said
from qa.words.left_out import NAME, Masked

_LEAD = r"(?:请问?|麻烦|帮我?|看看|想知道|那么?|[,，])*"
_MONEY = rf"(?P<amount>{AMOUNT})"
_AND = r"(?:、|[,，]|以及|还有|再?(?:加上?|\\+)|连同|和|与|跟|同|及)"
_LIST = rf"(?P<list>{NAME}(?:{_AND}{NAME})+)(?:这?[两二三四五六2-6](?:个|项|者|笔|样|块|类|部分)?(?:数|科目|支出)?)?"
_ONE = rf"(?:(?P<hold>{TABLE})(?:里面?|中|上)?的?)?(?P<a>{NAME})"
_IT = r"(?:[,，](?:这|那)?(?:一)?(?:个|笔|项)?(?:数(?:字)?|金额|钱|它)?|的?(?:这|那)(?:个|笔)?(?:数(?:字)?|金额|钱))?"
_WHETHER = r"(?:能不能|能否|可不可以|可否|是不是|是否|会不会|正好|刚好|恰好|能|可以|就|是|为)*"
_BY = r"(?:由|用|靠|拿|把|从|通过)?"
_PUT = r"(?:这|的|金额|数|一起|起来|正好|刚好|恰好|能不能|能否|能|可以|是否|[,，])*(?:凑|拼|加|合|累加|相加|加总|合计|汇总|组|构)(?:在|到)?(?:一起|一块|起来)?(?:而)?(?:得到|得出|得来|出来|起来|成|来|出|齐|够|而来)*(?:这个数|的数|的|了)*"
_AGREES = r"(?:[,，]?(?:加起来|合计|之和)(?:对得上|相等|一致|是不是这个数|是这个数))?"
_ASKS = r"[,，]?(?:(?:是|对)?(?:吗|么|吧|不对|不是)|没有?|不)?"
_FRAMES = tuple(
    re.compile(frame)
    for frame in (
        rf"{_LEAD}{_ONE}(?:的?(?:金额|数)?(?:是|为|有|共)?{_MONEY})?{_IT}{_WHETHER}{_BY}{_LIST}{_WHETHER}{_PUT}{_AGREES}{_ASKS}",
        rf"{_LEAD}{_MONEY}的{_ONE}{_IT}{_WHETHER}{_BY}{_LIST}{_WHETHER}{_PUT}{_ASKS}",
        rf"{_LEAD}{_BY}{_LIST}(?:加(?:在|到)?一起|加起来|合起来|合计|之和|相加|一共|总共)?[,，]?(?:能不能|能否|可不可以|可否|能|可以|是不是|是否)+(?:凑|拼|加|合)(?:得|出|成|起来|够|齐|到)+{_ONE}(?:的?(?:是|为)?{_MONEY})?(?:这个数|来|了|的)*{_ASKS}",
        rf"{_LEAD}{_ONE}(?:的?(?:金额|数)?(?:是|为|有|共)?{_MONEY})?{_IT}{_WHETHER}(?:由|是|靠){_LIST}(?:这|的|相|[,，])*(?:得来|得到|得出|加来|来)的?{_ASKS}",
        rf"{_LEAD}{_ONE}[,，]?{_WHETHER}(?:等于|=){_LIST}(?:的)?(?:之和|和|总和|相加|加起来|合计|加总)的?{_ASKS}",
        rf"{_LEAD}{_LIST}(?:的)?(?:之和|总和|相加|加起来|合计|加总|合起来)?[,，]?{_WHETHER}(?:等于|=){_ONE}{_ASKS}",
    )
)
_ASKED = re.compile(r"等于|能不能|能否|可不可以|可否|是不是|是否|会不会|[吗么吧]$|不对$|不是$")
_OF_UNKNOWN = re.compile(
    r"(?:由|用|靠|拿)[^,，]+(?:、|和|与|及|加)[^,，]+(?:凑|拼|加起来|相加|加总|构成|组成|得来|得到|得出)"
)
"""What is made up of things of which the document does not name each."""
_BY_ADDING = re.compile(r"凑|拼|加|合|组|构|之和|的和|总和")


def made_up(text: str, view: View) -> Outcome | None:
    """Whether what a folded question names comes to what it says; None where it asks no such thing, not found where one of the
    amounts is not printed, or they stand in no one column."""
    bare = text.rstrip("?？。")
    if _ASKED.search(bare) is None or _BY_ADDING.search(bare) is None:
        return None
    if "采购" in bare:  # 货物、工程和服务三项
        bare = re.sub(r"(?<!采购)(货物|工程|服务)(?=[、,，和与及三能凑加]|这?三)", r"政府采购\1", bare)
    asked = masked_with_table(bare, view)
    masked, table = asked if asked is not None and asked[1] else (named_in(bare, view), "")
    m = next((m for frame in _FRAMES if (m := frame.fullmatch(masked.text)) is not None), None)
    if m is None and _OF_UNKNOWN.search(bare) is not None and re.search(r"[吗么吧]$|能不能|能否|是不是|是否", bare):
        return Outcome(Status.NOT_FOUND, "没有读懂要相加的是哪几项：请逐项写明名称。", cited=[])
    if m is None:
        return None
    outcome = _held(m, masked, table, view)
    if "等于" in bare or "=" in bare:  # two amounts that are compared, which may be read otherwise
        return outcome if outcome.found else None
    if outcome.found:
        yes = "能" if re.search("能|可", masked.text) is not None else "是"
        outcome.text = f"{'不' if outcome.text.startswith('不') else ''}{yes}，{outcome.text.partition('：')[2]}"
    return outcome


def _held(m: re.Match[str], masked: Masked, table: str, view: View) -> Outcome:
    whole_said = (f"{table}里" if m["hold"] else "") + masked.shown(m["a"])
    names = masked.each(m["list"])
    own = targets_of(whole_said, view, Wanted())[0]
    found = [targets_of(name, view, Wanted())[0] for name in names]
    lost = next((t for t in (own, *found) if t.figure is None or t.open), None)
    if lost is not None:
        return Outcome(Status.NOT_FOUND, f"文件里没有“{lost.words}”的数字。", cited=[])
    wholes = _told(own, masked.shown(m["a"]))
    amount = m.groupdict().get("amount")
    if amount and (said := yuan_said(amount)) is not None:
        wholes = [f for f in wholes if f.yuan == said]
    if not wholes:
        return Outcome(Status.NOT_FOUND, f"文件里“{whole_said}”没有印出这个数。", cited=[])
    columns = _in_one_column([_told(t, name) for t, name in zip(found, names, strict=True)])
    if not columns:  # what heads columns of its own (人员经费合计, 公用经费合计)
        columns = [[f for t in in_one_table(found) if (f := t.figure) is not None and f.yuan is not None]]
        columns = [parts for parts in columns if len({f.ref[0] for f in parts}) == 1]
    in_rows = [(whole, parts) for whole in wholes if (parts := _in_its_row(whole, names, view))]
    pairs = in_rows or [(whole, parts) for whole in wholes for parts in columns]
    pairs = [(one, parts) for one, parts in pairs if len({one.ref, *(f.ref for f in parts)}) == len(names) + 1]
    if not pairs:
        return Outcome(Status.NOT_FOUND, f"没有一张表同时列出“{'、'.join(names)}”。", cited=[])
    whole, parts = min(pairs, key=lambda pair: (not _adds_up(*pair), not _beside(*pair)))
    if not _adds_up(whole, parts) and not _beside(whole, parts):
        told = f"“{whole_said}”和“{'、'.join(names)}”不在一张表里，没有读懂是哪一种资金的。"
        return Outcome(Status.NOT_FOUND, told, cited=[])
    outcome = sum_against([Target(Terms((), (), ()), (Match(f, 1.0),)) for f in parts], whole)
    if outcome.found:
        outcome.cited = [*parts, whole]
    return outcome


def _told(target: Target, name: str) -> list[Figure]:
    """The amounts of money that a target may be: of the row that is named, or all of the column; the likeliest, else."""
    figures = [m.figure for m in target.matches if m.figure.yuan is not None]
    named = [f for f in figures if name in f.names or (f.total and name in f.columns)]
    return named or figures[:1]


def _in_its_row(whole: Figure, names: Sequence[str], view: View) -> list[Figure]:
    """The parts of a row by what heads its columns, where each of some things does, though a cell may be blank; none else."""
    if whole.total or whole.is_fact:
        return []
    own = [next((f for f in view.row(whole) if name in f.columns), None) for name in names]
    return [f for f in own if f is not None] if all(f is not None for f in own) else []


def _in_one_column(each: Sequence[list[Figure]]) -> list[list[Figure]]:
    """One amount of each of several things, all in one column of one table, for each such column, likeliest first."""

    def place(figure: Figure) -> tuple[object, ...]:
        return (figure.ref[0], figure.columns, figure.section if figure.is_fact else "")

    by_place = [{place(f): f for f in reversed(figures)} for figures in each]
    shared = [where for where in dict.fromkeys(place(f) for f in each[0]) if all(where in own for own in by_place)]
    return [[own[where] for own in by_place] for where in shared]


def _beside(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether amounts stand in one table, or are told under one heading."""
    return all(f.ref[0] == whole.ref[0] and (not f.is_fact or f.section == whole.section) for f in parts)


def _adds_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    return whole.yuan == sum((f.yuan or Decimal(0) for f in parts), Decimal(0))
