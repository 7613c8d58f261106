"""What a model does for answers, where one is configured: it words what passages say, and proposes plans (`qa.proposed`).
It never states a figure: those come from the tables, and what it words is checked against its sources.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic_core import from_json

from extract.text import folded
from prompts import Answer, Meter, ModelError, ModelSettings, Prompt, Usage
from qa.answer import Quote, numbers_in
from qa.proposed import Proposed

if TYPE_CHECKING:
    from prompts.streamed import Heard

T = TypeVar("T")

_LONGEST = 400  # characters of a passage that are sent


class Sentence(Answer):
    """A sentence, and the passages (from 1) that it rests on."""

    text: str
    sources: list[int]


class Said(Answer):
    """What the model makes of some passages; empty where they do not answer."""

    sentences: list[Sentence]


def unproved(sentence: Sentence, quotes: Sequence[Quote]) -> str:
    """What is wrong with a sentence: no source, or a number that its sources do not print; empty where nothing is."""
    sources = [quotes[n - 1] for n in sentence.sources if 1 <= n <= len(quotes)]
    if not sources or len(sources) != len(sentence.sources):
        return "name the passages that say it, by their numbers"
    printed = {abs(v) for quote in sources for v in numbers_in(folded(quote.text))}
    if any(abs(v) not in printed for v in numbers_in(folded(sentence.text))):
        return "its passages do not print this number; copy numbers exactly"
    return ""


Sourced = tuple[str, list[Quote]]
"""A sentence, and the passages that bear it out."""


def proved_sentences(sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> list[Sourced]:
    """The sentences that their passages bear out, each with those."""
    good = [s for s in sentences if s.text.strip() and not unproved(s, quotes)]
    return [(s.text.strip(), _sources(s, quotes)) for s in good]


def _sources(sentence: Sentence, quotes: Sequence[Quote]) -> list[Quote]:
    """The passages that a sentence names; where it is a passage's own words, the passage that has them, whatever it names."""
    named = [quotes[n - 1] for n in sentence.sources]
    words = folded(sentence.text).strip("。;；,， ")
    own = [quote for quote in quotes if words and words in folded(quote.text)]
    return named if not own or any(quote in own for quote in named) else own[:1]


def complete(written: str) -> list[Sentence]:
    """The sentences that are whole in an answer that is still being written: all but its last."""
    try:
        told = from_json(written[max(0, written.find("{")) :], allow_partial=True)
        begun = told["sentences"]
        return [Sentence.model_validate(s) for s in begun[:-1]]
    except (ValueError, TypeError, KeyError):
        return []


@dataclass
class Helper:
    """A model for questions. Errors of the model never lose an answer: what rules can say is said."""

    settings: ModelSettings
    cache: Path | None = None
    usage: Usage = field(default_factory=Usage)
    problem: str = ""
    """Why the model could not be asked, in words for a person; empty where it could."""

    def said(self, question: str, quotes: Sequence[Quote], heard: Heard | None = None) -> list[Sourced]:
        """Sentences that answer from passages, each with its own; those that their passages do not bear out are left out."""
        if not quotes:
            return []
        prompt = Prompt.of("say", question=question, quotes=[q.text[:_LONGEST] for q in quotes])

        def check(answer: Said) -> list[str]:
            return [wrong for s in answer.sentences if (wrong := unproved(s, quotes))]

        answer = self._asked(prompt, Said, check, 400, heard)
        return [] if answer is None else proved_sentences(answer.sentences, quotes)

    def saying(self, question: str, quotes: Sequence[Quote]) -> Iterator[list[Sourced]]:
        """As `said`, while it is being written: all proved sentences so far, each time that there are more; in the end
        those that stand."""
        told: SimpleQueue[str | list[Sourced] | Exception] = SimpleQueue()

        def work() -> None:
            try:
                told.put(self.said(question, quotes, told.put))
            except Exception as error:  # noqa: BLE001 - raised again where it is waited for
                told.put(error)

        worker = Thread(target=work, daemon=True)
        worker.start()
        shown: list[Sourced] = []
        while not isinstance(heard := told.get(), list):
            if isinstance(heard, Exception):
                raise heard
            if len(now := proved_sentences(complete(heard), quotes)) > len(shown):
                shown = now
                yield shown
        worker.join()
        if heard != shown:
            yield heard

    def plan(self, question: str, names: Sequence[str]) -> Proposed | None:
        """The plan that a model reads a question into, on some printed names; None where it cannot be asked.

        Names that are not among those are left out: what is chosen is printed."""
        answer = self._asked(Prompt.of("plan", question=question, names=list(names)), Proposed, None, 200)
        if answer is None:
            return None
        return Proposed(operation=answer.operation, items=[i for i in answer.items if i in names])

    def _asked(self, prompt: Prompt, schema: type[Any], check: Any, max_tokens: int, heard: Heard | None = None) -> Any:
        try:
            return _run(self._call(prompt, schema, check, max_tokens, heard))
        except ModelError as error:
            self.problem = str(error)
            return None

    async def _call(self, prompt: Prompt, schema: type[Any], check: Any, max_tokens: int, heard: Heard | None) -> Any:
        from prompts.client import Client  # takes a second to load

        client = Client(self.settings, self.cache, Meter(self.settings))
        try:
            reply = await client.ask(prompt, schema, check=check, max_tokens=max_tokens, document="ask", heard=heard)
        finally:
            self.usage.add(client.usage)
            await client.close()
        return reply.value


def _run(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end, also where an event loop is running already."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
