"""Questions that lean on a ranking, or on what was left of something: said out in full (除了它还有多少, 前两项合计多少)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.documents.figures import View
from qa.follow_ups.context import Turn
from qa.terms.masking import masked
from qa.words.left_out import NAME, asked_of_the_rest, left_out
from qa.words.operations import Operation

_ITS = r"(?:那么?|它们?|其|该项|这一?项|那一?项|第一名|第一位|最大的(?:那|这)?一?项?|最多的(?:那|这)?一?项?)"
_WITHOUT_IT = re.compile(
    rf"^(?:那么?)?(?:除(?:了|去|掉|开)?|去掉|扣除|扣掉|不算|不含|不包括){_ITS}(?:以外|之外|外|后|之后)?[,，]?(?:其余|其他|剩下|别的)?的?(?:合计|一共|总共|还|加起来|各项)*(?:有|剩下?|是|花了)?(?:多少|几)(?:钱|万?元)?呢?$"
)
_FIRST_TOGETHER = re.compile(
    r"^(?:那么?)?(?:它们?的?)?(?:排名?)?前(?P<n>[二两三四五六七八九]|\d)(?:名|位|大|个|项)?(?:科目)?(?:加起来|合起来|合计|一共|总共|之和|共)+(?:是|有)?(?:多少|几)(?:钱|万?元)?呢?$"
)
_OVER_NEXT = re.compile(
    rf"^(?:那么?)?{_ITS}?比第(?P<n>[二两三四五六七八九]|\d)(?:名|位|大|多|高)?的?(?:一?项)?(?:科目)?(?:还)?[多高大]了?(?:出)?(?:多少|几)(?:钱|万?元)?呢?$"
)
_RANKED = re.compile(
    rf"^(?P<whole>[^最第,，]*?{NAME}(?:的?{NAME})*)(?:里面?|中|当中|内|之中|项下|之下|下面?)?的?[,，]?(?:金额|花钱|支出)?最[大多高](?:的|得)?(?:是)?(?:一?项)?(?:科目|支出|费用)?(?:是)?(?:哪.*|什么.*|谁.*)?$"
)
_SHARE_OF_IT = re.compile(r"^(?:那么?|它|这)*占.+(?:比例|比重|百分比|百分之|几成|多少|份额)(?:是)?(?:多少)?呢?$")


def in_full(text: str, before: Sequence[Turn], view: View, largest: str) -> str | None:
    """A question that leans on the one before, said in full; empty where that cannot be said; None where it does not lean
    so. `largest` is the name that the ranking before found first, empty where it found none."""
    last = before[-1] if before else None
    if last is None:
        return None
    if last.plan.operation is Operation.EXTREME:
        return _of_ranking(text, last.said, view, largest)
    asked = masked(last.said, view)
    left = left_out(asked)
    rest = asked_of_the_rest(left.rest) if left is not None else None
    if rest is None or rest.of is not None or not _SHARE_OF_IT.match(text):
        return None
    stem = re.sub(r"(?:一共|合计|还)?(?:是|有|为|剩下?|花了)?(?:多少|几)(?:钱|万?元)?$", "", last.said)
    return stem + re.sub(r"^(?:那么?|它|这)*", "", text).removesuffix("呢")


def _of_ranking(text: str, said: str, view: View, largest: str) -> str | None:
    without, first, over = (p.match(text) for p in (_WITHOUT_IT, _FIRST_TOGETHER, _OVER_NEXT))
    if without is None and first is None and over is None:
        return None
    asked = masked(said, view)
    m = _RANKED.match(asked.text)
    if m is None:
        return ""
    whole = asked.shown(m["whole"])
    if first is not None:
        return f"{whole}里前{first['n']}项合计是多少"
    if over is not None:
        return f"{whole}里最大的一项与第{over['n']}大的一项相差多少"
    return f"{whole}里除{largest}外还有多少" if largest else ""


def leans_on_largest(text: str) -> bool:
    """Whether a question leaves out what the ranking before it found first."""
    return _WITHOUT_IT.match(text) is not None
