"""What a model adds to what rules found: words for what passages say, a plan where rules read none. Never a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qa.answer import Outcome, Status
from qa.documents.figures import View
from qa.follow_ups.context import Turn
from qa.model import Helper
from qa.proposed import Proposed, plan_of
from qa.respond import respond
from qa.terms.targets import names_near
from qa.terms.terms import spot
from qa.words.operations import Operation
from qa.words.plan import Asked


@dataclass(slots=True)
class Part:
    """One sentence of a question: as it was read, what came of it, what it leaves to the next, and what the one before was about."""

    asked: Asked
    outcome: Outcome
    turn: Turn
    before: tuple[str, ...] = ()


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
    open_ = [f"另一问没有答案：{o.text}" for o in outcomes if not o.found and o.text]
    return Outcome(
        found[0].status,
        "\n".join(dict.fromkeys(o.text for o in found)),
        [s for o in found for s in o.stated],
        [q for o in found for q in o.quotes],
        [f for o in found for f in o.cited],
        list(dict.fromkeys([n for o in found for n in o.notes] + open_)),
    )


def may_help(part: Part) -> bool:
    """Whether a model is asked about a sentence at all."""
    return _is_prose(part) or _is_open(part)


def _is_prose(part: Part) -> bool:
    told = part.outcome
    return told.found and bool(told.quotes) and not told.stated and part.turn.plan.operation is Operation.TEXT


def _is_open(part: Part) -> bool:
    nothing = part.outcome.status is Status.NOT_FOUND and not part.outcome.cited and not part.outcome.certain
    return nothing and part.turn.plan.operation not in {Operation.TEXT, Operation.CLAIM, Operation.REVERSE}


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
        elif _is_open(part) and (proposed := helper.plan(part.asked.text, _names(part, reply.view))) is not None:
            part.outcome = planned(proposed, part, reply.view)
            yield


def _names(part: Part, view: View) -> list[str]:
    """The printed names that a plan may be about: what rules made out of the words, then those that are written alike."""
    known = [
        name for term in spot(part.asked.text, view).terms for name, _ in term.names[:3] if name in view.vocabulary
    ]
    return list(dict.fromkeys([*known, *part.before, *names_near(part.asked.text, view)]))


def planned(proposed: Proposed, part: Part, view: View) -> Outcome:
    """What comes of a model's plan: an answer where the question's words bear it out, else what could be asked instead.

    The model may be wrong (机关运行经费 is not 公用经费): then it only proposes.
    """
    rules = part.outcome
    asked = plan_of(proposed, part.asked, view, part.before)
    if asked is not None:
        outcome, _ = respond(asked, view, mend=False)
        if outcome.found:
            outcome.notes.append("问题由模型读成查数的计划，用到的名称都在原文和问题里")
            return outcome
    offered = [item for item in dict.fromkeys(proposed.items) if item in view.vocabulary and item not in rules.text]
    if not offered:
        return rules
    return replace(rules, text=f"{rules.text}要问的也许是“{'、'.join(offered[:3])}”？")
