"""Bodies that an English question counts by their sort (the two crop genetics institutes), or by the kind of document that they publish
(the two final accounts): written out by their names, where there are just so many."""

from __future__ import annotations

import re

from qa.documents.catalog import Catalog

_NUMBERS = {"two": 2, "three": 3, "four": 4, "both": 2, "2": 2, "3": 3, "4": 4}
_COUNTED = re.compile(
    r"\b(?:both(?: of)?(?: the)?|(?:the|these|those)) ?(?P<number>two|three|four|[234])? (?P<what>(?:[a-z]+ ){0,3}?)(?P<sort>institutes|bureaus|kindergartens|final accounts)(?: ?[(（][\u4e00-\u9fff]+[)）])?(?! (?:documents|disclosures))",
    re.IGNORECASE,
)
_CALLED = {
    "institutes": ("研究所", "研究院", "研究中心"),
    "bureaus": ("局",),
    "kindergartens": ("幼儿园",),
}
"""What the names of bodies end with, by their sort."""
_OF_TWO = re.compile(r"\b(?:which|difference|gap|apart|more|less|add|together|combined|sum|compare)\b", re.IGNORECASE)
_BUDGET = re.compile(
    r"\bthe (?P<way>bigger|larger|higher|biggest|largest|highest|smaller|smallest|lower|lowest) (?:20\d\d )?(?:total |overall )?budget(?P<rest>(?: (?:in|for) 20\d\d)?)(?=,|\s*[?.]| and\b)",
    re.IGNORECASE,
)
"""A whole budget, of which income and expenditure come to the same."""
_OF_THE_YEAR = re.compile(
    r"\btotal (?P<side>expenditure|spending|income|revenue) (?:for|of|in|within) the year\b", re.IGNORECASE
)
_THEN_APART = re.compile(
    r",? (?:and|&) (?:(?:what|how (?:much|large|big|wide)) (?:is|was) the (?:difference|gap)(?: between them)?|by how much|how far (?:are they )?apart|how much (?:more|less|bigger|larger|higher)(?: is it)?)\s*(?=[?.]*$)",
    re.IGNORECASE,
)
"""How far two are apart is told with which has more."""
_APART = re.compile(r"^\W*how far apart (?:are|were) (?P<who>.+?) in (?:terms of )?(?:the |their )?", re.IGNORECASE)


_ALONE = re.compile(r"(?<![\u4e00-\u9fff(（“\"])[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff)）”\"])")


def heads_written_out(question: str, catalog: Catalog) -> str:
    """An English question with each Chinese word that stands alone and that the name of one body alone begins with in full (Who
    has more vehicles, 东岳 or 华辰?); any other as it is."""

    def whole(m: re.Match[str]) -> str:
        own = [name for name in catalog.by_institute if name.startswith(m[0])]
        return own[0] if len(own) == 1 else m[0]

    written = _ALONE.sub(whole, question)
    return written if len(catalog.resolve(written).mentions) > 1 else question


def sorts_in_english(question: str, catalog: Catalog) -> str:
    """An English question with the names of the bodies that it counts by their sort; as it is where it names any, or where there are
    not so many of that sort."""
    m = _COUNTED.search(question)
    if m is None or catalog.resolve(question).by_name or len(catalog.documents) < 2 or not _OF_TWO.search(question):
        return question
    number = _NUMBERS.get((m["number"] or "").lower(), 2 if m[0].lower().startswith("both") else 0)
    sort = m["sort"].lower()
    if sort in _CALLED:
        own = [name for name in catalog.by_institute if name.endswith(_CALLED[sort])]
    else:
        kinds = {name: {d.kind for d in found} for name, found in catalog.by_institute.items()}
        own = [name for name, published in kinds.items() if published == {"final"}]
        own = own if sum("final" in published for published in kinds.values()) == len(own) else []
    if not number or len(own) != number or m["what"].strip().lower() == "research":
        return question
    listed = f"{', '.join(own[:-1])} and {own[-1]}"
    question = f"{question[: m.start()]}{listed}{question[m.end() :]}"
    if all(d.kind == "budget" for name in own for d in catalog.by_institute[name]):
        question = _BUDGET.sub(r"the \g<way> total income\g<rest>", question)
    question = _OF_THE_YEAR.sub(r"current-year total \g<side>", question)
    question = _APART.sub(r"What is the difference between \g<who> in ", question)
    return _THEN_APART.sub("", question)


def miscounted_in_english(question: str, catalog: Catalog) -> str:
    """That there are not so many bodies of a sort as an English question counts; empty where it counts none, or all that there are."""
    m = _COUNTED.search(question)
    if m is None or m["sort"].lower() not in _CALLED or not re.match(r"\W*which of\b", question, re.IGNORECASE):
        return ""
    own = [name for name in catalog.by_institute if name.endswith(_CALLED[m["sort"].lower()])]
    number = _NUMBERS.get((m["number"] or "").lower(), 0)
    if not number or not own or number in {len(own), len(catalog.by_institute)} or catalog.resolve(question).by_name:
        return ""
    return f"The {m['sort'].lower()} here are {len(own)}, not {number}: {', '.join(own)}."
