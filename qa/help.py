"""What a model adds to what rules found: words for what passages say, a printed name to ask for. Never a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qa.answer import Outcome, Status
from qa.context import Turn
from qa.figures import View
from qa.model import Helper
from qa.plan import Asked, Operation
from qa.targets import names_near


@dataclass(slots=True)
class Part:
    """One sentence of a question: as it was read, what came of it, and what it leaves to the next."""

    asked: Asked
    outcome: Outcome
    turn: Turn


@dataclass(slots=True)
class Reply:
    """One document's answers to the sentences of a question."""

    view: View
    parts: list[Part]

    @property
    def outcome(self) -> Outcome:
        """All of them in one."""
        return together([part.outcome for part in self.parts])


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """The answers to the sentences of one question."""
    found = [o for o in outcomes if o.found]
    if not found:
        return outcomes[-1] if outcomes else Outcome(Status.REFUSED, "没有问题。")
    if len(found) == 1:
        return found[0]
    return Outcome(
        found[0].status,
        "\n".join(o.text for o in found),
        [s for o in found for s in o.stated],
        [q for o in found for q in o.quotes],
        [f for o in found for f in o.cited],
        [n for o in found for n in o.notes],
    )


def may_help(part: Part) -> bool:
    """Whether a model is asked about a sentence at all."""
    return _is_prose(part) or _is_open(part)


def _is_prose(part: Part) -> bool:
    told = part.outcome
    return told.found and bool(told.quotes) and not told.stated and part.turn.plan.operation is Operation.TEXT


def _is_open(part: Part) -> bool:
    nothing = part.outcome.status is Status.NOT_FOUND and not part.turn.items
    return nothing and part.turn.plan.operation is Operation.LOOKUP


def helped(reply: Reply, question: str, helper: Helper, *, heard: bool) -> Iterator[None]:
    """Let a model better a reply, in place; each time that it is better than before, whoever listens may look."""
    for part in reply.parts:
        rules = part.outcome
        if _is_prose(part):
            for said in helper.saying(question, rules.quotes) if heard else [helper.said(question, rules.quotes)]:
                if said:
                    quotes = list(dict.fromkeys(q for _, own in said for q in own))
                    part.outcome = replace(rules, text="".join(text for text, _ in said), quotes=quotes)
                    yield
                elif part.outcome is not rules:  # what it said at first does not stand in the end
                    part.outcome = rules
                    yield
        elif _is_open(part) and (name := helper.name_for(question, names_near(question, reply.view))):
            # The model may be wrong (机关运行经费 is not 公用经费): it only proposes what to ask instead.
            part.outcome = replace(rules, text=f"{rules.text}要问的也许是“{name}”？")
            yield
