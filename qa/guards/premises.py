"""What a question takes for granted when it asks why: that something is so much. What is not so has no reason."""

from __future__ import annotations

import re
from collections.abc import Callable

from qa.answer import Outcome

_WHY = (
    r"(?:是)?(?:为什么|为何|为啥|怎么(?:会|就)?|什么原因|凭什么|(?:的)?(?:原因|理由|缘由)(?:是|又是)?(?:什么|啥|哪些)?)"
)
_IS = r"(?:今年|本年|预算|决算|一共|总共|安排|就|都|已经?|竟然?|居然)*(?:是|为|有|高达|多达|达到?了?|只有|仅有?|(?:增加|增长|上涨|上升|涨|升|提高|减少|下降|降|减|压减|压缩|砍|缩)(?:到|至)了?)?"
_AMOUNT = r"\d[\d,.]*(?:亿|万)?元"
_ASKED = re.compile(
    rf"^(?:{_WHY}[,，]?)?(?P<item>[\u4e00-\u9fff()“”\"]{{2,20}}?){_IS}(?P<amount>{_AMOUNT})(?:之多|这么多|那么多|了)*(?:[,，]?{_WHY}[^\d]{{0,10}}|的原因(?:是什么)?)?$"
)
_FIRST_WHY = re.compile(
    rf"^(?P<item>[\u4e00-\u9fff()“”\"]{{2,20}}?)(?:今年|本年)?{_WHY}{_IS}(?P<amount>{_AMOUNT})(?:之多|这么多|那么多|了)*$"
)


_OF_SO_MUCH = re.compile(
    rf"^(?P<item>[\u4e00-\u9fff()“”\"]{{2,20}}?)(?:预算|决算|总额|合计|总计)?(?:是|为|有|共|总共|一共|的)*(?P<amount>{_AMOUNT})(?:里面?|中|当中|内|之中)[,，](?P<rest>.*(?:多少|几).*)$"
)


def of_so_much(text: str, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """What is asked of something that is said to be so much (三公经费20万元里，公务接待费是多少), with a note where it is not; None
    where nothing is said to be so much, or it is."""
    m = _OF_SO_MUCH.match(text.rstrip("?？。"))
    claimed = answer_to(f"{m['item']}是{m['amount']}吗") if m is not None else None
    if m is None or claimed is None or not claimed.found or not claimed.text.startswith("不是"):
        return None
    told = answer_to(f"{m['item']}里{m['rest']}")
    told = told if told.found else answer_to(m["rest"])
    if told.found:
        told.text += f"\n题中所说{m['item']}的金额与印出的不符：{claimed.text.removeprefix('不是，')}"
        told.stated += claimed.stated
    return told


def premise(text: str, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """That an amount is another one, where a folded question asks why it is so much; None where it asks no such thing, the
    amount is so, or nobody can tell."""
    bare = text.rstrip("?？。")
    if re.search(_WHY, bare) is None:
        return None
    m = _FIRST_WHY.match(bare) or _ASKED.match(bare)
    if m is None:
        return None
    told = answer_to(f"{m['item']}是{m['amount']}吗")
    return told if told.found and told.text.startswith("不是") else None
