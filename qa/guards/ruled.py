"""Whether passages that are quoted for what something is paid by (政策依据) speak of any rule: a list in which it merely stands tells none."""

from __future__ import annotations

import re

from qa.answer import Outcome, Status
from qa.words.plan import Asked

_ASKED = re.compile(r"^(?P<of>[^,，?？]{2,20}?)的政策依据是什么$")
_RULES = re.compile(r"《|规定|批准|批复|通知|办法|条例|意见|国务院|决定|政策|根据|按照?|依照|依据|文件|号文")


def of_a_rule(asked: Asked, outcome: Outcome) -> Outcome:
    """An outcome, with those passages alone that speak of a rule where one is asked for; that there is none where none does."""
    m = _ASKED.match(asked.text)
    if m is None or not outcome.found or outcome.stated or not outcome.quotes:
        return outcome
    quotes = [q for q in outcome.quotes if _RULES.search(q.text)]
    if not quotes:
        return Outcome(Status.NOT_FOUND, f"文件里没有说到“{m['of']}”的依据。", cited=[])
    if len(quotes) < len(outcome.quotes):
        outcome.quotes[:] = quotes
        outcome.text = f"原文：{'；'.join(f'“{q.text}”' for q in quotes)}"
    return outcome
