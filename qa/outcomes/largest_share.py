"""The largest of several things that were asked for before, or the smallest, as a part of what they come to (最大的那一项占总额多少)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from qa.answer import Outcome, Stated, Status, grouped, rounded
from qa.documents.figures import Figure, View
from qa.follow_ups.context import Turn
from qa.follow_ups.leaning import one_thing, place_before, rows_before
from qa.words.operations import Operation
from qa.words.plan import TOGETHER

_ASKED = re.compile(
    r"^(?:那么?|其中|这里面|里面|它们(?:里面?|当?中)?|[两三四五六2-6](?:项|个|者|笔)(?:里面?|当?中)|的|[,，])*(?:金额|数额)?最(?P<way>大|多|高|小|少|低)的?(?:那|这)?(?:一?(?:项|个|笔|块|类))?(?:又|就)?(?:占(?:了|到|据)?(?P<whole>总额|总数|合计数?|总和|全部|它们的?合计|[三四五六3-6](?:项|个|者)(?:合计|之和|总和|总额))?的?(?:百分之(?:几|多少)|几成|多少|多大(?:的)?(?:比例|比重)|(?:比例|比重)(?:是)?(?:多少)?)|(?:的)?占比(?:是)?(?:多少)?)(?:呢)?$"
)
_SEVERAL = 3


def largest_of_those(
    text: str, before: Sequence[Turn], view: View, answer_to: Callable[[str], Outcome]
) -> Outcome | None:
    """What part of several things the largest of them is; None where that is not asked after several, or one has no amount."""
    m = _ASKED.match(text)
    names = _several(before, view) if m is not None else []
    if m is None or len(names) < 2:
        return None
    if len(names) < _SEVERAL:
        return Outcome(Status.NOT_FOUND, "没有读懂是哪几项里的、占哪一项的：请写明名称。", cited=[])
    told = [answer_to(f"{name}是多少") for name in names]
    amounts = [
        o.stated[0] for o in told if o.found and o.stated and not o.stated[0].how and o.stated[0].yuan is not None
    ]
    if len(amounts) < len(names) or len({a.unit for a in amounts}) > 1:
        return None
    if _of_one_another([f for a in amounts for f in a.sources], view):
        return Outcome(Status.NOT_FOUND, "没有读懂占哪一项的：前面问到的几项有包含关系。", cited=[])
    most = (min if m["way"] in "小少低" else max)(amounts, key=lambda a: a.value)
    whole = sum((a.value for a in amounts), Decimal(0))
    if sum(a.value == most.value for a in amounts) > 1 or whole <= 0:
        return None
    percent = rounded(most.value / whole * 100)
    how = f"{grouped(most.value)} ÷ ({' + '.join(grouped(a.value) for a in amounts)}) = {grouped(most.value)} ÷ {grouped(whole)} = {percent}%"
    sources = tuple(f for a in amounts for f in a.sources)
    said = f"{most.label} 占各项合计的 {percent}%：{how}"
    return Outcome(Status.ANSWERED, said, [Stated(percent, "%", sources, how, "占比"), *amounts])


def _of_one_another(figures: Sequence[Figure], view: View) -> bool:
    """Whether one of some figures is within another, or what the others come to: together they are nothing."""
    codes = [{own.code for n in f.names for own in view.vocabulary.get(n, ()) if own.code} for f in figures]
    pairs = ((a, b) for one in codes for other in codes if one is not other for a in one for b in other)
    nested = any(a.startswith(b) for a, b in pairs)
    amounts = [f.yuan or Decimal(0) for f in figures]
    return nested or 2 * max(amounts) == sum(amounts)


def _several(before: Sequence[Turn], view: View) -> list[str]:
    """The things that the last question listed, or that the last ones asked for one by one, what they come to left out."""
    if not before:
        return []
    last, rest = before[-1], list(before)
    rows = rows_before(last, view)
    if last.plan.operation is Operation.LOOKUP and len(rows) == len(last.items) >= _SEVERAL:
        return [f"{place_before(last, view)}{row}" for row in rows]
    if TOGETHER.search(last.said) or re.search(r"总额|总数|合计", last.plan.first):
        rest = rest[:-1]
    found: list[str] = []
    for turn in reversed(rest):
        one = one_thing(turn, view) if turn.plan.operation is Operation.LOOKUP else ""
        if not one or re.search(r"总额|总数|合计", one):
            break
        found.insert(0, one)
    return list(dict.fromkeys(found))
