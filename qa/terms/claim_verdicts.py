"""Whether a claim is so: yes or no, from what the document says of each of its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer import Outcome, Stated, Status, money
from qa.terms.claim_parts import MOVE_ASKED, MOVES, UP, Part, is_move
from qa.words.plan import earlier_first


def judged(parts: Sequence[Part], answers: Sequence[Outcome]) -> Outcome | None:
    """Yes or no, with what the document says of each part; None where it says nothing that could be compared."""
    told = [_first(part, answer) for part, answer in zip(parts, answers, strict=True)]
    if any(_of_no_whole(s) for s in told if s is not None):
        return None
    holds = [_holds(part, stated, a) for part, stated, a in zip(parts, told, answers, strict=True)]
    if None in holds:
        return None
    right = all(holds)
    bounded = all(
        p.held is not None and p.held.way in {"over", "least"} and p.held.unit != "%" and not p.denied for p in parts
    )
    if len({p.question for p in parts}) == len(parts) and _one_for_two(told):
        return None
    texts = [
        _text(part, stated, a) if stated is not None else _VERDICT.sub("", a.text, count=1)
        for part, stated, a in zip(parts, told, answers, strict=True)
    ]
    word = "是，" if right else "没有，" if bounded else "不是，"
    outcome = Outcome(Status.ANSWERED, word + "；".join(texts))
    for answer in answers:
        outcome.stated += answer.stated
        outcome.quotes += answer.quotes
        outcome.cited += answer.cited
        outcome.notes += [n for n in answer.notes if n not in outcome.notes]
    if right and any(map(_is_rounded, parts, told)):
        outcome.notes.append("问题里的数按四舍五入比较")
    return outcome


def _holds(part: Part, stated: Stated | None, answer: Outcome) -> bool | None:
    """Whether a part is so; None where the answer does not say."""
    if part.held is None:
        said = _VERDICT.match(answer.text) if answer.found else None
        return None if said is None else (said["yes"] is not None) is not part.denied
    if part.every and stated is not None:
        return all(part.holds(s) for s in answer.stated if part.comparable(s))
    if stated is not None:
        return part.holds(stated) and _same_way(part, stated)
    still = answer.found and not answer.stated and _STILL.match(answer.text)  # no amount: it did not move
    return not part.held.number if still else None


def _of_no_whole(stated: Stated) -> bool:
    """Whether a total was divided by one of the rows that it adds up, for want of that row's own part."""
    if "÷" not in stated.how or len(stated.sources) != 2 or stated.unit != "%":
        return False
    part, whole = stated.sources
    return part.total and not whole.total and bool(whole.code)


def _one_for_two(told: Sequence[Stated | None]) -> bool:
    """Whether one printed figure was found for two things that are told apart."""
    refs = [t.sources[0].ref for t in told if t is not None and not t.how and len(t.sources) == 1]
    return len(refs) > len(set(refs))


def _is_rounded(part: Part, stated: Stated | None) -> bool:
    """Whether an amount that bears out a claim has more digits than it."""
    if stated is None or part.held is None or part.held.way in _BOUNDING:
        return False
    return abs(stated.value) != abs(part.held.number)


_VERDICT = re.compile(r"(?P<yes>是|一致)[，：]|(?:不是|没有|不一致|持平)[，：]")
_BOUNDING = {"over", "least", "under", "most", "near", "more"}
_STILL = re.compile(r"持平|无增减|没有变化")


def _text(part: Part, stated: Stated, answer: Outcome) -> str:
    """An answer, after the place that bears a claim out where that is not its first."""
    if stated is answer.stated[0] or not part.holds(stated) or not stated.sources:
        return answer.text
    place = stated.sources[0]
    return f"按{place.place}，{stated.label} {money(stated.value, stated.unit)}（第 {place.page} 页）；{answer.text}"


_ASKED = re.compile(r"了?(?:多少(?:万元)?|百分之几|几倍)$")
_MORE = re.compile(
    rf"比.*?(?:(?P<more>增加|增长|上升|提高|多|高|大|超)|减少|下降|降低|少|低|小|节约|结余)出?$|(?P<verb>{MOVES})$"
)
"""Which way something is said to go, by its last word: 比高等职业教育少."""


def _same_way(part: Part, stated: Stated) -> bool:
    """Whether a difference or a change goes the way that is claimed."""
    said = _MORE.search(_ASKED.sub("", part.question))
    if said is None or not stated.value:
        return True
    relation = next((f.relation for f in stated.sources if f.relation in {"increase", "decrease"}), "")
    if relation:
        rose = relation == "increase"
    elif stated.label == "差额" or (stated.how and len(stated.sources) == 2):
        rose = stated.value > 0
    else:
        return True
    rose = rose is not earlier_first(part.question)
    up = said["more"] is not None or (said["verb"] is not None and UP.search(said["verb"]) is not None)
    return rose is up


def _first(part: Part, answer: Outcome) -> Stated | None:
    """What of an answer a part is to be held against: its main amount, or of several places the one that bears it out."""
    if not answer.found or not answer.stated:
        return None
    main = answer.stated[0]
    if main.how:
        fits = [s for s in answer.stated if part.comparable(s) and (s.how or is_move(s))]
        return main if part.comparable(main) else fits[0] if fits and MOVE_ASKED.search(part.question) else None
    fits = [s for s in answer.stated if not s.how and part.comparable(s)]
    if part.held is None or part.held.way != "is" or part.denied:  # a bound is held against what is meant first
        return fits[0] if fits else None
    return next((s for s in fits if part.holds(s)), fits[0] if fits else None)
