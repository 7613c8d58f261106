"""A plan that a model proposes where rules found nothing: when it may be run, and when it is only something to ask.

A model may tell what is to be done, in which order, and that words only talk. It may not say what a thing is called:
each name must be printed in the document and be borne out by the question's words, the operation by words for it, and
no word that names something may be left over. 机关运行经费, where it is not printed, is never answered with 公用经费.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from prompts import Answer
from qa.documents.figures import View
from qa.words.lexicon import lexicon, scopes_in, without_noise
from qa.words.operations import Operation
from qa.words.plan import Asked, Plan

Way = Literal["lookup", "sum", "difference", "share", "change", "list", "largest", "smallest", "yes_no"]

_MOST = 6  # things that a question may be about
_WORDS: dict[str, str] = {
    "sum": r"加|合|共|总|凑|拢|并在|归到|一起|一块|统统|相[加合]|之和|全算|全部",
    "difference": r"比|差|多出?|少|高|低|减|扣|除|剩|余|超|省|刨|抛|去掉|不算|不含",
    "share": r"占|比重|比例|份额|百分|几成|摊到|分之|占比|多大一?块|多大部分",
    "change": r"上年|去年|上一年|前一年|同比|往年|增|减|涨|降|变",
    "list": r"哪些|哪几|什么|几[个项类款]|列|分别|都有|清单|明细|构成|包括",
    "largest": r"最(?:高|多|大|贵)|头[号名]|第一|居首|排前",
    "smallest": r"最(?:低|少|小)|垫底|末位|倒数",
    "yes_no": r"吗|么|是不是|有没有|是否|有无|能否|可否",
}
"""Words of a question that bear an operation out; a look-up wants none."""

_STATED = re.compile(r"\d[\d,]*(?:\.\d+)?(?:亿元|万元|元|%)?|20\d\d年(?:度)?")
_IT = re.compile(r"它|其|这|那|前者|后者|二者|两者|上面|刚才")


class Proposed(Answer):
    """What a model makes of a question: an operation on printed names, in the question's order."""

    operation: Way
    items: list[str]


@dataclass(frozen=True, slots=True)
class _Borne:
    """A stretch of the question that stands for a name."""

    start: int
    end: int


def plan_of(proposed: Proposed, asked: Asked, view: View, before: Sequence[str] = ()) -> Asked | None:
    """The question with the proposed plan, where the question's words bear it out; None where they do not.

    `before`: what the earlier question was about, which 它 and its like stand for. Year, unit and measures stay as rules
    read them.
    """
    items = proposed.items
    if not 1 <= len(items) <= _MOST or any(item not in view.vocabulary for item in items):
        return None
    if len(items) < 2 and proposed.operation in {"sum", "difference"}:
        return None
    text = _STATED.sub(lambda m: "，" * len(m[0]), asked.text)
    spans: list[_Borne] = []
    for item in items:
        if item in before and _IT.search(text):
            continue
        stretch = _stretch(item, text, view, spans)
        if stretch is None:
            return None
        spans.append(stretch)
    rest = list(text)
    for start, end, _ in scopes_in(text):
        rest[start:end] = "，" * (end - start)
    for span in spans:
        rest[span.start : span.end] = "，" * (span.end - span.start)
    left = "".join(rest)
    words = _WORDS.get(proposed.operation)
    if words is not None and re.search(words, left) is None:
        return None
    if proposed.operation in {"lookup", "list", "yes_no"} and _asks_more(left, proposed.operation):
        return None
    if without_noise(left if words is None else re.sub(words, "，", left)):
        return None  # something is named that no name explains
    return Asked(asked.text, _plan(proposed, asked.plan), asked.follows)


def _asks_more(left: str, operation: str) -> bool:
    """Whether words ask for arithmetic that the plan leaves out."""
    return any(
        re.search(_WORDS[other], left) for other in ("difference", "share", "largest", "smallest") if other != operation
    )


def _stretch(item: str, text: str, view: View, taken: Sequence[_Borne]) -> _Borne | None:
    """Where the question says a name: as printed, in everyday words that the lexicon knows for it, or by a part of it
    that no other name has."""
    spans = [_Borne(m.start(), m.end()) for m in re.finditer(re.escape(item), text)]
    for alias in lexicon().aliases:
        if item in alias.means and not alias.alone:
            spans += [_Borne(m.start(), m.end()) for m in alias.words.finditer(text) if m.end() > m.start()]
    for piece in without_noise(text):
        if 2 * len(piece) >= len(item) and piece in item and sum(piece in name for name in view.vocabulary) == 1:
            at = text.find(piece)
            spans.append(_Borne(at, at + len(piece)))
    free = [s for s in spans if all(s.end <= t.start or s.start >= t.end for t in taken)]
    return max(free, key=lambda s: s.end - s.start, default=None)


def _plan(proposed: Proposed, read: Plan) -> Plan:
    """The plan in the terms that are run: the names are the words."""
    items, way = proposed.items, proposed.operation
    joined = "和".join(items)
    operation = {
        "difference": Operation.DIFFERENCE,
        "share": Operation.SHARE,
        "change": Operation.CHANGE,
        "list": Operation.LIST,
        "largest": Operation.EXTREME,
        "smallest": Operation.EXTREME,
        "yes_no": Operation.YES_NO,
    }.get(way, Operation.LOOKUP)
    paired = way in {"difference", "share"} and len(items) > 1
    first = "和".join(items[:-1]) if paired else f"{joined}合计" if way == "sum" else joined
    return read.model_copy(
        update={
            "operation": operation,
            "first": first,
            "second": items[-1] if paired else "",
            "unit": "" if way in {"share", "list"} else read.unit,
            "lowest": way == "smallest",
        }
    )
