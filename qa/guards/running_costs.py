"""Whether an answer is of what it takes to run an organ of the state (机关运行经费), where a question names that.

Its words are common ones (机关, 运行), and a question that says it is spent (机关运行一共支出多少) would else be told what was spent on everything, or
on running cars."""

from __future__ import annotations

import re

from qa.answer import Outcome, Status
from qa.documents.figures import Figure
from qa.words.operations import Operation
from qa.words.plan import Asked

_RUNNING = re.compile(r"机关的?(?:日常|正常|基本)?的?(?:运行|运转)(?!经费(?:支出)?(?:预算|决算)?(?:情况)?(?:表|说明))")
_NAME = "机关运行"
_BY_NAME = "公用经费"
_OF_AMOUNTS = {
    Operation.LOOKUP, Operation.SHARE, Operation.DIFFERENCE, Operation.RATIO, Operation.CHANGE, Operation.MONTHLY,
}  # fmt: skip


def of_running_costs(asked: Asked, outcome: Outcome) -> Outcome:
    """An outcome, or that the document has no such amount where a question of what running an organ costs was told
    totals or the running costs of cars."""
    if asked.plan.operation not in _OF_AMOUNTS or not outcome.found:
        return outcome
    told = [f for s in outcome.stated for f in s.sources]
    if _BY_NAME in asked.text:
        return outcome  # said of what it is for
    if not told or _RUNNING.search(asked.text) is None or any(not _passes_over(f) for f in told):
        return outcome
    return Outcome(Status.NOT_FOUND, f"文件里没有“{_NAME}经费”的数字。", cited=[], certain=True)


def _passes_over(figure: Figure) -> bool:
    """Whether a figure is a total, or of cars that run, and says nothing of what it takes to run an organ."""
    words = "".join((figure.row, *figure.names, *figure.columns))
    return _NAME not in words and (figure.total or re.search(r"[总合]计|用车|运行", words) is not None)
