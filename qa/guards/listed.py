"""What a question enumerates of which the document has nothing: a sum, share or difference without it is of other things."""

from __future__ import annotations

import re

from qa.documents.figures import View
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of
from qa.terms.terms import spot
from qa.words.lexicon import scopes_in, without_noise
from qa.words.plan import TOGETHER

_THING = "\ue310"
_JOIN = re.compile(r"[和与及跟、]|以及|还有|加上?")
_ITEM = re.compile(
    r"^(?P<name>[\u4e00-\u9fff()]{1,10}?(?:费|支出|经费|收入|补贴|补助|工资|公积金|年金|奖金|用车|维护|购置|接待))(?=$|[两二三四五]|这|合|加|一|总|共|各|分|之|的|比|占|是|有|,|，)"
)
_NO_NAMES = frozenset(("支出", "收入", "经费", "费用", "补助", "补贴", "购置", "维护", "接待"))
_SHORT = re.compile(r"^[\u4e00-\u9fff]{2,8}$")


def lost_of_list(words: str, view: View) -> str:
    """The first of several things that words enumerate of which nothing is found in a document; empty where all of them are, or
    they enumerate nothing."""
    spans = [(t.start, t.start + len(t.text)) for t in spot(words, view).terms if not (t.fuzzy or t.absent)]
    spans += [(start, end) for start, end, _ in scopes_in(words)]
    masked = words
    for start, end in sorted(spans, reverse=True):
        masked = masked[:start] + _THING + masked[end:]
    pieces = _JOIN.split(masked)
    if len(pieces) < 2 or not any(_THING in p for p in pieces):
        return ""
    if len([t for t in targets_of(words, view, Wanted()) if t.figure is not None and not t.open]) >= len(pieces):
        return ""
    for i, piece in enumerate(pieces):
        if _THING in piece:
            continue
        m = _ITEM.match(piece)
        name = m["name"] if m is not None and m["name"] not in _NO_NAMES else ""
        beside = pieces[i + 1 : i + 2]
        if name:
            return name
        if beside and beside[0].startswith(_THING) and _SHORT.fullmatch(piece) and without_noise(piece):
            return piece  # 教育和卫生支出
    return ""


_EACH = re.compile(r"分别|各(?:是|为|有|自|安排|列|花|支出|编|项)?")
_MANY = 3


def without_lost(text: str, view: View) -> tuple[str, str] | None:
    """A question that asks for each of three things or more of which one is not there, without that one, and its name; None
    where it is no such question, or asks for them together."""
    if _EACH.search(text) is None or TOGETHER.search(text) or len(_JOIN.split(text)) < _MANY:
        return None
    name = lost_of_list(text, view)
    at = text.find(name) if name else -1
    if at < 0:
        return None
    before, after = text[:at], text[at + len(name) :]
    joined = _JOIN.search(after)
    if joined is not None and joined.start() == 0:
        after = after[joined.end() :]
    else:
        before = re.sub(rf"(?:{_JOIN.pattern})$", "", before)
    rest = re.sub(r"(?<=[\u4e00-\u9fff])[三四五六]([类项笔者])(?=[,，])", "", before + after)
    return rest, name
