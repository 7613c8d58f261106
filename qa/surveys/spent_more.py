"""English questions which of two bodies, each with its year, has more of something and by how much, in the frame that is read."""

from __future__ import annotations

import re

from qa.documents.catalog import Catalog
from qa.surveys.bodies import BODY, masked

_YEAR = r"(?:,? ?(?:in|for|during|of)? ?(?:the year |fiscal year )?\(?(?P<{}>20\d\d)\)?)?"
_SPENT = (
    r"(?:has |had |have )?(?:spent|spends|spend|planned to spend|laid out|paid|budgeted|allocated|planned|spending)"
)
_ASKED = re.compile(
    rf"^\W*(?:which|who)(?: (?:one|body|unit|institution|organi[sz]ation|of (?:the two|these two|them)))? {_SPENT} (?:more|less)(?: money)? (?:on|for) (?P<item>(?:(?! or | and |, )[^?\0]){{2,60}})[,:]? ?(?:the )?{BODY}{_YEAR.format('a')},? or (?:the )?{BODY}{_YEAR.format('b')}"
    r"(?:,? (?:and )?(?:by how much(?: more| less)?|how much (?:more|less)(?: was it| is it)?|what(?: is|'s| was) (?:the|their) (?:difference|gap)))\s*[?.]*$",
    re.IGNORECASE,
)


def spent_more(question: str, catalog: Catalog) -> str:
    """A question which of two bodies spent more on something, and how much more, as one for the difference; any other, and one
    of a year that is not the only one that a body has a document of, as it is."""
    resolved = catalog.resolve(question)
    if len(resolved.mentions) != 2 or any(len(names) != 1 for names in resolved.mentions):
        return question
    text, called = masked(question, resolved)
    if (m := _ASKED.match(text)) is None:
        return question
    for names, year in zip(resolved.mentions, (m["a"], m["b"]), strict=True):
        own = [d.year for d in catalog.by_institute.get(names[0], ())]
        if year and own != [int(year)]:
            return question
    item = re.sub(r"^(?:the|their|its) ", "", m["item"].strip())
    item = "project expenditure" if item.lower() in {"projects", "project"} else f"spending on {item}"
    return f"What is the difference between {called[0]} and {called[1]} in {item}?"
