"""Answers against gold questions: exact figures, citations of right pages, refusals.

A question is `{q, doc, type, answer | all_of, pages, polarity, history}` on a line of JSON: `answer` the amount wanted (the
main figure of a look-up), `all_of` amounts that must all be among the figures, `pages` where the proof stands, `polarity`
yes or no. An amount is right where it is exactly that in 元, or in its own unit where it is no money; per cent as printed.
`type` unanswerable wants `not_found` or `refused`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from extract import extract
from extract.library import Library
from extract.text import to_yuan
from qa.answer import AnswerOut, StatedFigure, Status
from qa.ask import Asker

_AMOUNT = re.compile(r"(-?[\d,]+(?:\.\d+)?)\s*(\D*)")
_NO = re.compile(r"没有|^不|^无|^否|未")
_MISSING = {Status.NOT_FOUND, Status.REFUSED}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and what came of it; `why` is empty where the answer is right."""

    question: dict[str, Any]
    answer: AnswerOut
    why: str

    @property
    def right(self) -> bool:
        """Whether the answer is right, and proved on a right page."""
        return not self.why


@dataclass(slots=True)
class Answers:
    """All questions, with the counts that matter."""

    asked: list[Asked] = field(default_factory=list)

    @property
    def right(self) -> int:
        """Questions answered right."""
        return sum(a.right for a in self.asked)

    @property
    def over_refused(self) -> int:
        """Answerable questions that were not answered."""
        return sum(a.answer.status in _MISSING for a in self.asked if a.question["type"] != "unanswerable")

    def by_type(self) -> dict[str, tuple[int, int]]:
        """(right, asked) for each type of question."""
        types: dict[str, tuple[int, int]] = {}
        for one in self.asked:
            right, total = types.get(one.question["type"], (0, 0))
            types[one.question["type"]] = (right + one.right, total + 1)
        return types


def load_questions(path: Path) -> list[dict[str, Any]]:
    """The questions of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def ask_all(asker: Asker, questions: Sequence[dict[str, Any]]) -> Answers:
    """Ask every question and judge the answers."""
    answers = Answers()
    for question in questions:
        answer = asker.ask(question["q"], question.get("doc"), question.get("history") or ())
        answers.asked.append(Asked(question, answer, judged(question, answer)))
    return answers


def ask_about(documents: Sequence[Path], questions: Sequence[dict[str, Any]]) -> Answers:
    """Read some documents into a library of their own, and ask every question about them."""
    with TemporaryDirectory() as folder:
        library = Library(Path(folder))
        with library.writing():
            for path in documents:
                library.store(extract(path, reader="layout"), path)
            library.commit()
        return ask_all(Asker(folder), questions)


def judged(question: dict[str, Any], answer: AnswerOut) -> str:
    """What is wrong with an answer; empty where nothing is."""
    if question["type"] == "unanswerable":
        return "" if answer.status in _MISSING else f"answered: {answer.answer[:80]}"
    if answer.status in _MISSING:
        return f"{answer.status.value}: {answer.answer[:80]}"
    if (wanted := question.get("answer")) and not (answer.figures and _same(wanted, answer.figures[0])):
        return f"wants {wanted} first, has {[f'{f.value}{f.unit}' for f in answer.figures[:3]]}"
    for wanted in question.get("all_of") or ():
        if not any(_same(wanted, figure) for figure in answer.figures):
            return f"wants {wanted}, has {[f'{f.value}{f.unit}' for f in answer.figures]}"
    if polarity := question.get("polarity"):
        said = "no" if _NO.search(re.split(r"[，。；,;]", answer.answer)[0]) else "yes"
        if said != polarity:
            return f"wants {polarity}: {answer.answer[:80]}"
    pages = question.get("pages") or []
    if pages and not any(c.page in pages for c in answer.citations):
        return f"wants page {pages}, cites {[c.page for c in answer.citations]}"
    return ""


def _same(wanted: str, figure: StatedFigure) -> bool:
    match = _AMOUNT.fullmatch(wanted)
    if match is None:
        return False
    value, unit = Decimal(match[1].replace(",", "")), match[2]
    yuan = to_yuan(value, unit)
    if yuan is not None:
        return figure.amount_yuan is not None and abs(Decimal(figure.amount_yuan)) == abs(yuan)
    return figure.unit == unit and abs(Decimal(figure.value)) == abs(value)
