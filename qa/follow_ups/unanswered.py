"""Questions that lean on one without an answer (图书馆的电费是多少, which no document has; 占总支出多少): what they would be told of is the
amount of something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from qa.answer import AnswerOut, Status
from qa.documents.figures import View
from qa.follow_ups.context import split_words
from qa.plain.sentences import question_text

_ELLIPTIC = re.compile(r"^(?:那么?|换成|改成|要是|如果是).+|.+呢$")
"""What asks of another thing whatever was asked of the one before."""
_YEAR = re.compile(r"(?:20\d\d年度?|今年|本年度?|当年|上一?年度?|去年|前年)的?")
_OTHERWISE = re.compile(r"^(?:那么?)?(?:如果|要是)?(?:反过来|倒过来|反之|换过来|颠倒)|^(?:我)?(?:问|说|指|要)?的?不是")
_MEANING = re.compile(r"什么是|什么叫|什么意思|含义|定义|解释|何谓|指的?是?什么")
"""What asks for the meaning of a name, which tables print all the same."""
_LOOK_BACK = 2
"""Questions that the one before may lean on in its turn."""


def leans_on_unanswered(
    question: str,
    history: Sequence[str],
    ask: Callable[[str, Sequence[str]], AnswerOut],
    by_rules: Callable[[str, Sequence[str]], AnswerOut],
    view_of: Callable[[str], View],
) -> bool:
    """Whether a question takes up the one before it, and that one had no answer: without it, the question would be told something
    else, or it asks of another thing what was asked of a thing that is printed (那差旅费呢). After words that name nothing printed
    (中医药专项是多少) another name is a question of its own; so is what puts right the one before it, in its year (2019年的电费；那2025年呢)
    or in its direction (反过来)."""
    if not history or not _has_unread_words(ask(history[-1], history[:-1][-_LOOK_BACK:])):
        return False
    if _OTHERWISE.search(question) or _MEANING.search(history[-1]):
        return False
    if _YEAR.search(question) and _is_told(by_rules(_YEAR.sub("", history[-1]), history[:-1][-_LOOK_BACK:])):
        return False
    told = by_rules(question, history)
    if not _is_told(told):
        return False
    views = [view_of(document) for document in {cited.document for cited in told.citations}]
    named = [name for view in views for name in split_words(question_text(history[-1]), view)[0]]
    if not named:
        return False  # 谢谢, 今天天气怎么样: nothing to be taken up
    if by_rules(question, ()).answer != told.answer:
        return True
    elliptic = _ELLIPTIC.match(question_text(question).rstrip("?？。")) is not None
    return elliptic and any(_is_told(by_rules(f"{name}是多少", ())) for name in named)


_UNREAD = re.compile(
    r"前一个问题没有答案|has no answer|没有(?:说到|就)?“|没有说|不能证明|没有读懂|\bno figure for\b|\bdoes not (?:say|tell)\b"
)


def _has_unread_words(answer: AnswerOut) -> bool:
    """Whether a question has no answer for words that nothing printed has; a row that is there and blank, or of another year, has been
    understood."""
    return answer.status is Status.NOT_FOUND and not answer.citations and _UNREAD.search(answer.answer) is not None


def _is_told(answer: AnswerOut) -> bool:
    return answer.status not in {Status.NOT_FOUND, Status.REFUSED}
