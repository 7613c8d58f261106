"""Two questions over a library in one breath, each with its own item (谁家没有应急用车？谁家没有领导用车？; 哪家没有培训费，哪家没有会议费), as those two."""

from __future__ import annotations

import re

from qa.answer import AnswerOut, Status
from qa.answering import Answering
from qa.body_follow_ups import one_after_another
from qa.both_ends import both_ends
from qa.sentences import question_text
from qa.survey import Act
from qa.survey_reading import read_survey

_ENDS = re.compile(r"(?<=[?？])|[;；]|[,，](?=(?:谁|哪(?:[些几]?家|[个些]单位)))")
_WHO = re.compile(r"^(?:请问|另外|还有)?[,，]?(?:有)?(?:谁|哪(?:[些几一两]?[家个份])?|几[家个])")
_LEANS = re.compile(r"它|其(?![他它余中])|其中|该|这|那|第|另|再|还有|又|比(?!例|重)")


def asked_apart(question: str, answering: Answering) -> AnswerOut | None:
    """The answers to two questions, or three, that each ask which bodies, one after another; None where a question is one,
    or one of them leans on another or is not answered."""
    parts = [p.strip() for p in _ENDS.split(question) if p.strip("?？。 ")]
    if not 1 < len(parts) < 4 or both_ends(question_text(question)) is not None:
        return None
    if answering.across.catalog.resolve(question).by_name or any(_LEANS.search(p) for p in parts[1:]):
        return None
    for part in parts:
        survey = read_survey(question_text(part))
        if _WHO.match(part) is None or not survey.asked or survey.act not in {Act.LIST, Act.COUNT, Act.RANK}:
            return None
    first, *rest = [answering.ask(part) for part in parts]
    for then in rest:
        first = one_after_another(first, then)
    return first if first.status is Status.ANSWERED else None
