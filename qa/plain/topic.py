"""A question that names its item first and then the two tables or kinds of money to be compared, put the plain way."""

from __future__ import annotations

import re

from qa.documents.figures import View
from qa.words.lexicon import lexicon, scopes_in

_TOPIC = re.compile(
    r"^(?:核对[^,，:：]{0,12}[:：])?(?P<topic>[^,，]{2,24}?)(?:这?一?[项行款类]|这个科目|科目|(?:的)?合计数|(?:的)?合计|总数|的数)?[,，]"
    r"(?P<one>[^,，]{2,20}?)(?P<against>比|和|与|跟|同|较|超出|超过|高出|高于|多于|低于|少于)(?P<other>[^,，]{2,20}?)"
    r"(?P<gap>(?:之间)?(?:的)?(?:相差|差额?|多|少|高|低|大|小)?(?:出)?(?:了|是|有)?(?:多少|几).{0,6})$"
)
_MORE = {"超出": "多", "超过": "多", "高出": "多", "高于": "多", "多于": "多", "低于": "少", "少于": "少"}
_SIDE = re.compile(
    r"全口径|全部资金|部门|单位|本年|支出|收入|决算|预算|拨款|财政|合计|小计|总计|安排|列[了支]?|数|额|的|里|中|上|口径"
)
"""What is said of a table's column beside the table (本年支出合计, 安排的数)."""


def topic_in_place(text: str, view: View) -> str:
    """A folded question whose item stands before what is compared (购房补贴，支出表比一般公共预算支出表多多少), with
    the item behind each of the two; any other question as it is. The item must be a printed name, and both sides nothing but
    tables or kinds of money: where one names an item of its own, nothing is moved."""
    text = _table_first(text, view)
    m = _TOPIC.match(text.rstrip("?？。"))
    if m is None or m["topic"] not in view.vocabulary:
        return text
    sides = [_only_table(m[side]) for side in ("one", "other")]
    if not all(sides):
        return text
    against, gap = m["against"], m["gap"]
    if against in _MORE:
        against, gap = "比", f"{_MORE[against]}{gap}"
    return f"{sides[0]}的{m['topic']}{against}{sides[1]}的{m['topic']}{gap}"


_ONE_SIDE = re.compile(r"(?:的)?(?:口径|数|金额|决算数|预算数|为准)*(?:里|中|上)?(?:是|为|有)?(?:多少)?")


def _table_first(text: str, view: View) -> str:
    """A question that names a table in a clause of its own (科技支出的比重，01表口径), with the table before all else, or, where
    nothing but an item stands before it, before that item (教育支出，一般公共预算财政拨款支出决算数)."""
    clauses = re.split(r"[,，]", text.rstrip("?？。"))
    for place, clause in enumerate(clauses[1:], 1):
        spans = [(s, e) for s, e, _ in scopes_in(clause)] or [
            m.span() for k in lexicon().soft for m in k.words.finditer(clause)
        ]
        if not spans:
            continue
        start, end = max(spans, key=lambda span: span[1] - span[0])
        left = _SIDE.sub("", clause[:start]) + _ONE_SIDE.sub("", _SIDE.sub("", clause[end:]))
        others = [*clauses[:place], *clauses[place + 1 :]]
        if left or scopes_in(others[0]) or not (clauses[0] in view.vocabulary or scopes_in(clause)):
            continue
        if clauses[0] in view.vocabulary:
            return f"{clause[start:end]}的{clauses[0]}{','.join(others[1:]) or '是多少'}"
        return f"{clause[start:end]}里{','.join(others)}"
    return text


def _only_table(words: str) -> str:
    """The table or kind of money that words name and nothing else, without what they say of its column; empty where they
    name none, or more."""
    spans = [(start, end) for start, end, _ in scopes_in(words)]
    spans = spans or [m.span() for soft in lexicon().soft for m in soft.words.finditer(words)]
    if not spans and not words.startswith(("全口径", "全部资金")):
        return ""
    start, end = max(spans, key=lambda span: span[1] - span[0]) if spans else (0, words.find("的"))
    end = end if end > 0 else len(words)
    left = _SIDE.sub("", words[:start] + words[end:])
    return "" if left else words[start:end]
