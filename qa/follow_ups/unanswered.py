"""Questions that lean on one without an answer (图书馆的电费是多少, which no document has; 占总支出多少): what they would be told of is the
amount of something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from qa.answer import AnswerOut, Status
from qa.plain.sentences import question_text
from qa.words.lexicon import lexicon
from qa.words.standard import named_in

_ELLIPTIC = re.compile(r"^(?:那么?|换成|改成|要是|如果是).+|.+呢$")
"""What asks of another thing whatever was asked of the one before."""
_LOOK_BACK = 2
"""Questions that the one before may lean on in its turn."""


def leans_on_unanswered(
    question: str,
    history: Sequence[str],
    ask: Callable[[str, Sequence[str]], AnswerOut],
    by_rules: Callable[[str, Sequence[str]], AnswerOut],
) -> bool:
    """Whether a question takes up the one before it, and that one had no answer: without it, the question would be told something
    else, or it asks of another thing what was asked of a thing that is printed (那差旅费呢). After words that name nothing printed
    (中医药专项是多少) another name is a question of its own."""
    if not history or _is_told(ask(history[-1], history[:-1][-_LOOK_BACK:])):
        return False
    told = by_rules(question, history)
    if not _is_told(told):
        return False
    if by_rules(question, ()).answer != told.answer:
        return True
    return _ELLIPTIC.match(question_text(question).rstrip("?？。")) is not None and _names_an_item(history[-1])


def _is_told(answer: AnswerOut) -> bool:
    return answer.status not in {Status.NOT_FOUND, Status.REFUSED}


def _names_an_item(question: str) -> bool:
    text = question_text(question)
    return any(True for _ in named_in(text)) or any(a.words.search(text) for a in lexicon().aliases if not a.alone)
