"""English questions that call the document's own body by its name: the place in Latin letters, the rest in English."""

from __future__ import annotations

import re

from qa.english.labels import meanings
from qa.english.pinyin import is_part_in_letters

_KIND = (
    r"(?:bureau|commission|department|committee|administration|cent(?:re|er)|institute|institution|station|academy|"
    r"school|college|university|hospital|museum|gallery|library|archives?|palace|office|street|sub-?district|agency|authority|laboratory)"
)
_CALLED = re.compile(
    rf"(?:\b[Tt]he )?(?<![A-Za-z'-])(?P<name>(?!(?:Did|Does|Do|How|What|Which|Who|Is|Are|Was|Were|Has|Have|In|For|Of|By|Please|The|Can|Could|Would|Tell|Give|State|And|Total)\b)[A-Z][A-Za-z'-]+ (?:(?:(?!(?:the|was|is|are|did|do|does|on|in|from|to|by|spend|spent)\b)[A-Za-z&'-]+),? ){{0,7}}?(?P<kind>(?i:{_KIND})))(?P<of> of (?:[A-Z][a-z]+,? (?:and )?)+(?<! ))?(?P<own>'s)?(?![A-Za-z])"
)
_PLACE = re.compile(r"(?:,? ?\b(?:in|of|at|for) )?\b(?P<word>[A-Z][a-z]{3,}(?:'[a-z]{2,})?)(?P<own>'s)?\b(?! [A-Z])")
_SORTS = {
    "museum": ("博物",), "hospital": ("医院", "卫生院"), "school": ("学校", "中学", "小学", "校"), "university": ("大学",),
    "college": ("学院", "大学", "校"), "library": ("图书",), "kindergarten": ("幼儿园",), "palace": ("宫",), "theatre": ("剧", "影"),
}  # fmt: skip
"""Sorts of bodies that are not each other, and what their names have."""
_ANOTHER = re.compile(
    rf"\b[Tt](?:he|his) (?P<sort>{'|'.join(_SORTS)})\b(?!s? (?:construction|building|expan))", re.IGNORECASE
)
_FIELD = re.compile(r"\b[Tt]he (?P<field>(?:[a-z-]+ ){0,3}?[a-z-]+) (?P<kind>bureau|commission)\b")
_BEFORE_KIND = re.compile(rf"(?: [A-Za-z'-]+){{0,6}}? {_KIND}\b", re.IGNORECASE)
_GENERAL = frozenset(
    {
        "local",
        "same",
        "whole",
        "central",
        "national",
        "public",
        "government",
        "state",
        "special",
        "general",
        "main",
        "entire",
    }
)
"""Words that tell nothing of what a body works on."""
_JOINS = frozenset({"of", "and", "for", "the"})
_GROUPS = {
    "children": ("少年", "少儿", "幼儿"),
    "youth": ("少年", "青年"),
    "juvenile": ("少年",),
    "women": ("妇女", "妇幼"),
    "maternity": ("妇幼", "妇产"),
}
"""Whom a body is for, as its name has it."""
_LEVELS = {
    "county": "县", "district": "区", "city": "市", "municipal": "市", "municipality": "市", "province": "省", "provincial": "省",
    "prefecture": "州", "town": "镇", "township": "乡", "autonomous": "自治", "county-level": "县", "city-level": "市",
}  # fmt: skip


def without_own_name(question: str, institute: str) -> str:
    """A question of one document without the name of its body, in Latin letters and English words; the name of any other
    body stays, and is then not known."""
    if not institute:
        return question

    def called(m: re.Match[str]) -> str:
        words = [re.sub(r"'s$", "", w) for w in re.findall(r"[A-Za-z]+(?:['-][A-Za-z]+)*", m["name"])]
        words[:0] = re.findall(r"[A-Za-z]+", m["of"] or "")
        if not any(_in_letters(w, institute) for w in words):
            return m[0]
        return f"the {words[-1].lower()}{m['own'] or ''}" if all(_of(w, institute) for w in words[:-1]) else m[0]

    question = _ANOTHER.sub(
        lambda m: m[0] if any(c in institute for c in _SORTS[m["sort"].lower()]) else m["sort"], question
    )
    question = _CALLED.sub(called, question)
    question = _FIELD.sub(
        lambda m: f"another {m['field']} {m['kind']}" if _other(m["field"], institute) else m[0], question
    )
    return _PLACE.sub(
        lambda m: (
            m[0]
            if _BEFORE_KIND.match(question, m.end()) or not is_part_in_letters(m["word"], institute, first=True)
            else " "
        ),
        question,
    )


def _other(field: str, institute: str) -> bool:
    """Whether a field of work is none of a body's name: of words that are all known, and that stand for nothing in it."""
    words = [w for w in field.lower().split() if w not in _JOINS]
    known = [meanings(w) for w in words]
    if any(not m or w in _GENERAL or w in _LEVELS for w, m in zip(words, known, strict=True)):
        return False
    return not any(part and part in institute for m in (*known, meanings(" ".join(words))) for part in m)


def _in_letters(word: str, institute: str) -> bool:
    return word[0].isupper() and is_part_in_letters(word, institute)


def _of(word: str, institute: str) -> bool:
    """Whether a word is one of a body's name."""
    said = word.lower()
    if said in _JOINS or _in_letters(word, institute):
        return True
    return _LEVELS.get(said, "\0") in institute or any(
        part and part in institute for part in (*meanings(said), *_GROUPS.get(said, ()))
    )
