"""What came of questions, counted; `eval.asking` asks and judges them.

- right: the answer is right in every respect below (for an unanswerable question: it is not answered).
- exact figures: of the questions that want amounts, those that get exactly these, to the last printed digit.
- citation precision and recall (after ALCE, arXiv 2305.14627): of the citations of answered questions whose pages are
  known, those on a right page; of the documents that must be proved from, those proved from a right page.
- refusal recall: unanswerable questions that are not answered (after SQuAD 2.0, arXiv 1806.03822); over-refusal:
  answerable questions that are not answered (after XSTest, arXiv 2308.01263).
- search recall@5: questions with a known page for which the text index has a passage of that page among its first five.
- seconds, calls, tokens and cost are those of the run that asked.
"""

from __future__ import annotations

from statistics import median
from typing import Any

from pydantic import Field

from eval.scores import Metric, share
from extract.model import Box, Frozen

MISSING = frozenset({"not_found", "refused"})

WRONG = {
    "answered": "文件没有答案，却答了",
    "refused": "有答案而未答",
    "amount": "数额不对",
    "proof": "证据不对，或答非所问",
}
"""The ways to answer wrongly, as the report names them."""


class Asked(Frozen):
    """One question and what came of it; `why` is empty where the answer is right."""

    question: dict[str, Any]
    status: str
    answer: str = ""
    figures: tuple[str, ...] = ()
    citations: tuple[tuple[str, int, Box], ...] = ()
    """File stem, page and box of each."""
    why: str = ""
    exact: bool | None = None
    """Whether all wanted amounts are there exactly; None where none is wanted."""
    cited_right: int = 0
    """Citations on a right page, of those in `cited`."""
    cited: int = 0
    """Citations of an answered question whose pages are known."""
    proofs: int = 0
    """Documents that an answered question must be proved from."""
    proved: int = 0
    found: bool | None = None
    """Whether search finds a right page; None where it was not asked or no page is known."""
    seconds: float = 0.0
    calls: int = 0
    tokens: int = 0
    cost: float = 0.0

    @property
    def type(self) -> str:
        """The question's type."""
        return str(self.question["type"])

    @property
    def answerable(self) -> bool:
        """Whether the documents answer it."""
        return self.type != "unanswerable"

    @property
    def refused(self) -> bool:
        """Whether it was not answered."""
        return self.status in MISSING

    @property
    def right(self) -> bool:
        """Whether the answer is right, and proved on a right page."""
        return not self.why

    @property
    def how(self) -> str:
        """Which of `WRONG` it is; empty where it is right."""
        if self.right:
            return ""
        if not self.answerable:
            return "answered"
        return "refused" if self.refused else "amount" if self.exact is False else "proof"


class Answers(Frozen):
    """All questions of a run; `model` is empty where rules answered alone."""

    model: str = ""
    asked: tuple[Asked, ...] = Field(default=())

    @property
    def right(self) -> int:
        """Questions answered right."""
        return sum(a.right for a in self.asked)

    @property
    def over_refused(self) -> int:
        """Answerable questions that were not answered."""
        return sum(a.refused for a in self.asked if a.answerable)

    def by_type(self) -> dict[str, Answers]:
        """The questions of each type."""
        types = sorted({a.type for a in self.asked})
        return {t: Answers(model=self.model, asked=tuple(a for a in self.asked if a.type == t)) for t in types}

    def metrics(self) -> dict[str, float | None]:
        """Every metric of `ANSWERING` by name; None where there is nothing to measure."""
        return {metric.name: metric.of(self) for metric in ANSWERING}


def _of(answers: Answers, part: str, whole: str) -> float | None:
    return share(sum(getattr(a, part) for a in answers.asked), sum(getattr(a, whole) for a in answers.asked))


def _exact(answers: Answers) -> float | None:
    wanting = [a for a in answers.asked if a.exact is not None]
    return share(sum(bool(a.exact) for a in wanting), len(wanting))


def _refusal(answers: Answers) -> float | None:
    without = [a for a in answers.asked if not a.answerable]
    return share(sum(a.refused for a in without), len(without))


def _over_refusal(answers: Answers) -> float | None:
    return share(answers.over_refused, sum(a.answerable for a in answers.asked))


def _search(answers: Answers) -> float | None:
    sought = [a for a in answers.asked if a.found is not None]
    return share(sum(bool(a.found) for a in sought), len(sought))


def _milliseconds(answers: Answers) -> float | None:
    return round(median(a.seconds for a in answers.asked) * 1000, 1) if answers.asked else None


ANSWERING: tuple[Metric, ...] = (
    Metric("right", "答对", lambda a: share(a.right, len(a.asked)), "higher", True, "答对并有证的（无答案的：不作答）"),
    Metric("exact", "数额全对", _exact, "higher", True, "问到数额的问题中，数额一分不差的"),
    Metric("citation_precision", "引证精确", lambda a: _of(a, "cited_right", "cited"), "higher", True,
           "所引各处中，在应引之页上的"),
    Metric("citation_recall", "引证召回", lambda a: _of(a, "proved", "proofs"), "higher", True,
           "应有证据的文件中，引到应引之页的"),
    Metric("refusal_recall", "该拒则拒", _refusal, "higher", True, "文件没有答案的问题中，未作答的"),
    Metric("over_refusal", "误拒", _over_refusal, "lower", True, "有答案的问题中，未作答的"),
    Metric("search_recall", "检索@5", _search, "higher", True, "已知页的问题中，检索前五段里有该页的"),
    Metric("milliseconds", "毫秒", _milliseconds, "", False, "一问所需时间的中位数"),
)  # fmt: skip
"""The metrics of answers, in the order in which reports show them."""
