"""The plan of a question to one document: put in plain words, with that document's names kept whole, and read."""

from __future__ import annotations

from qa.documents.figures import View
from qa.plain.against_plan import against_plan
from qa.plain.coded import coded
from qa.plain.phrased import phrased
from qa.plain.reading import read_plan
from qa.plain.restated import restated
from qa.plain.whether import whether
from qa.plain.year_on_year import year_on_year
from qa.words.plan import Asked


def planned_for(text: str, view: View) -> Asked:
    """The plan of one folded question to a document, by rules, which do not cut its names in two."""
    text = phrased(text, view)
    text = year_on_year(text, view) or against_plan(text, view) or whether(restated(coded(text, view), view), view)
    return read_plan(text, view.whole_in(text))
