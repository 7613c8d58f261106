"""English questions said around: what somebody claims, asked as whether it is so; requests, as what they ask for."""

from __future__ import annotations

import re

_TRUE = r"(?:true|correct|right|accurate|so|the case|a fact|fair|safe|reasonable|legitimate|justified)"
_SAYERS = r"(?:(?:an?|the|my|our|one|some) )?(?:\w+ )?(?:colleagues?|people|someone|somebody|critics?|reporters?|articles?|newspapers?|reports?|journalists?|readers?|auditors?|person|friend|i|we|they|he|she|it)"
_CLAIM = re.compile(
    rf"^\W*(?:is|was) it (?:really |actually )?{_TRUE} (?:to (?:say|claim|conclude|assume|state|think) )?that (?P<asked>[^?]+?)\s*\?*$"
    rf"|^\W*{_SAYERS} (?:claims?|says?|said|claimed|states?|heard|thinks?|believes?|was told|is said|read|asserts?)(?: that)? (?P<said>[^?.]+?)[.,;:]? *(?:-+ )?(?:(?:and )?(?:is|was) (?:that|this|it|he|she|they) (?:really |actually )?{_TRUE}|{_TRUE}|does that hold(?: up)?|do you agree|can you confirm(?: this| that| it)?|is this confirmed)?\s*\?*$"
    rf"|^\W*(?:can|could) you confirm (?:that|whether|if) (?P<confirm>[^?]+?)\s*\?*$"
    rf"|^(?P<first>[^?.]+?)[.,;:] *(?:(?:is|was) (?:that|this|it) (?:really |actually )?{_TRUE}|{_TRUE}|isn't it|does that hold(?: up)?)\s*\?+$",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"^\W*(?:please |kindly |can you |could you |would you )*(?:state|indicate|name|specify|quote|give|provide|report)(?: me| us)? (?=(?:the|its|how much)\b)(?:how much (?:is|was) )?",
    re.IGNORECASE,
)
"""State the amount of something: how much it is."""
_STATED = re.compile(
    r"^(?P<subject>(?:(?!\b(?:is|are|was|were|has|have|had|does|did|do|no)\b)[^?])+?) (?P<verb>is|are|was|were|has|have|had|exceeds?|exceeded|makes? up|accounts? for|accounted for|owns?)\b(?P<rest>[^?]*)$",
    re.IGNORECASE,
)


_NOTHING = re.compile(
    r"^(?P<who>[^?]*?\b)(?:spends?|spent|budgets?|budgeted|plans?|planned|allocates?|allocated|pays?|paid|sets? aside|earmarks?|earmarked|has|have|had|receives?|received) "
    r"(?:absolutely |exactly )?(?:nothing|no money(?: at all)?|not a (?:single )?(?:yuan|cent|penny)|zero(?: yuan)?) (?:on|for|to|from|towards?|as) (?P<x>[^?,.]+?)(?: at all)?\s*$",
    re.IGNORECASE,
)


def asked_plainly(question: str) -> str:
    """A question without the words around it."""
    question = re.sub(r"[’ʼ`]", "'", question)
    question = _REQUEST.sub("how much is ", question)
    m = _CLAIM.match(question)
    stated = next((said for said in m.groups() if said), "") if m else ""
    return _inverted(stated) if stated else question


def _inverted(stated: str) -> str:
    """A statement as the question whether it is so: is X more than Y, does X have Y."""
    if (none := _NOTHING.match(stated)) is not None:
        return f" 没有 {none['x']}, 对吗"
    m = _STATED.match(stated)
    if m is None:
        return f"is it so that {stated}?"
    verb = m["verb"].lower()
    if verb in {"is", "are", "was", "were"}:
        return f"{verb} {m['subject']}{m['rest']}?"
    if verb in {"has", "have", "had", "owns", "own"} and (
        none := re.match(r" (?:got )?no (?P<x>[^?.]+?)(?: at all| whatsoever| of any kind)?$", m["rest"])
    ):
        return f" 没有 {none['x']}, 对吗"
    if verb in {"has", "have", "had", "owns", "own"}:
        return f"does {m['subject']} have{m['rest']}?" if re.search(r"\bany\b", m["rest"]) else f"{stated}, 对吗"
    verb = "exceed" if verb.startswith("exceed") else re.sub(r"(?:ed|s)(?= |$)", "", verb, count=1)
    return f"does {m['subject']} {verb}{m['rest']}?"
