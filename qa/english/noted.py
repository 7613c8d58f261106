"""English questions that say where the answer stands, in the notes: according to the note on the expenditure table, what share …

What is asked is read as any other question; the notes are named in front of it, with the table that they explain where one is
named.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_NOTES = r"(?:explanatory |written |accompanying |budget )*(?:notes?|explanations?|commentary|narrative)(?: (?:section|text|part))?"
_OF = r"(?:(?:up)?on|to|for|about|of|under|below|beside|behind|in|accompanying|explaining|attached to|that (?:explains?|accompan(?:y|ies)|goes with|go with))"
_BY = r"(?:according to|as|as (?:stated|given|shown|told|noted|explained|reported|printed|described|set out) (?:in|by)|as per|per|based on|going by|judging by|by|from|in)"
_A_WORD = r"(?!(?:what|how|which|is|are|was|were|did|does)\b)[A-Za-z\u4e00-\u9fff（）()'-]+"
_SAY = r"(?: (?:say|state|put it|tell us|tell|explain|show|report|have it|give it)s?)"
_THE_NOTES = rf"{_BY} (?:the |its |their )?(?:(?P<before>(?:{_A_WORD} ){{1,8}}?(?:table|sheet|statement|schedule|summary)(?:'s)?) )?{_NOTES}{_SAY}?(?: {_OF} (?:the |its )?(?P<table>{_A_WORD}(?: {_A_WORD}){{0,9}}))?"
_FIRST = re.compile(
    rf"^\W*(?:in 20\d\d,? )?{_THE_NOTES}(?:, | (?=(?:what|how|which|by how)\b))(?P<asked>.+)$", re.IGNORECASE
)
_LAST = re.compile(rf"^(?P<asked>[^?]+?),? {_THE_NOTES}\W*$", re.IGNORECASE)
_TABLE = re.compile(r"[\u4e00-\u9fff]{2,24}表")
_ALL_OF_IT = re.compile(
    r"(?:20\d\d )?(?:(?:annual|departmental|unit|final) )*(?:budget|accounts|tables?|document|disclosure|report|figures)(?: (?:document|disclosure|report|tables?))?",
    re.IGNORECASE,
)
_TABLE_OF = re.compile(r"(?:table|statement|summary) of (?:the )?(?P<of>.+)", re.IGNORECASE)
_PLAIN_TABLE = re.compile(
    r"(?:total )?(?P<side>income|revenue|expenditure|spending)s?(?:'s)? (?:table|statement|summary)", re.IGNORECASE
)
_YEAR = re.compile(r"^\s*(20\d\d年(?:度)?)?\s*")


def in_notes(question: str, in_chinese: Callable[[str], str], named: Callable[[str], str]) -> str:
    """A question of what the notes say in Chinese terms; empty where it is none, or its words, or those of the table that the notes
    explain, are not all known."""
    m = _FIRST.match(question) or _LAST.match(question)
    if m is None:
        return ""
    told = re.sub(r"\s+", " ", in_chinese(m["asked"])).strip()
    if not told or re.search(r"[A-Za-z]{2}", told):
        return ""
    of = "" if _ALL_OF_IT.fullmatch(said := m["table"] or m["before"] or "") else said
    of = _TABLE_OF.sub(r"\g<of> table", of)
    if (plain := _PLAIN_TABLE.fullmatch(of)) is not None:
        of = f"overall {'income' if plain['side'].lower() in {'income', 'revenue'} else 'expenditure'} table"
    table = re.sub(r"\s|['’]s\b|\b(?:the|of|its)\b", "", named(f" {of} ")) if of else ""
    if table and _TABLE.fullmatch(table) is None:
        return ""
    year = _YEAR.match(told)
    rest = told[year.end() :] if year is not None else told
    when = (year[1] or "") if year is not None else ""
    if not table:
        return f"{when}{rest}" if "占" in rest else f"{when}说明里{rest}"
    return f"{when}{table}的说明里{rest}"
