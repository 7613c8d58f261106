"""The chat tab, wired: questions in, answers out as they come, kept in the browser; the first source opens by itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, wraps
from typing import Any

import gradio as gr

from extract.errors import GoujiError
from extract.text import unbroken
from tabs.answers import LONGEST, Turn, answer_html, ask, feedback, kept, places_of, room, suggestions, turns_from
from tabs.frame import QUIET, READERS, Frame
from tabs.markup import attribute, esc, lines
from tabs.proof import empty, panel
from tabs.words import Words


def messages(turns: Sequence[Turn], words: Words) -> list[dict[str, Any]]:
    """Turns as the chat shows them."""
    return [side for turn in turns for side in _known(turn, words)]


@lru_cache(maxsize=500)
def _known(turn: Turn, words: Words) -> list[dict[str, Any]]:
    """A turn comes back with every question after it."""
    return _turn_shown(turn.q, answer_html(turn.a, words, turn.n))


def waiting(question: str) -> list[dict[str, Any]]:
    """A question whose answer is on its way."""
    return _turn_shown(unbroken(question).strip()[:LONGEST], "<div>…</div>")


def _turn_shown(question: str, answer: str) -> list[dict[str, Any]]:
    """Both sides as HTML of our own, each one element on one line: markdown leaves such a block as it is, whatever its
    text looks like. A component for each message would be safe as well, and takes gradio fifty times as long."""
    shown = (("user", f'<div class="gj-q">{lines(question)}</div>'), ("assistant", answer))
    return [{"role": role, "content": html.replace("\n", "&#10;")} for role, html in shown]


def at_once(handler: Callable[..., Iterator[tuple[Any, ...]]]) -> Callable[..., tuple[Any, ...]]:
    """A handler of questions that gives but its last yield, the field emptied with it: rules answer so soon that a queue
    and a sign of waiting would take longer than the answer."""

    @wraps(handler)
    def last(*given: Any) -> tuple[Any, ...]:
        *_, (chat, turns, _) = handler(*given)
        return chat, turns, ""

    return last


def chat_tab(frame: Frame, storage_key: str) -> None:
    """Build it inside the tab that is open."""
    desk, words = frame.desk, frame.words
    memory = gr.JSON([], visible=False)
    keep: dict[str, Any] = {**QUIET, "fn": None, "inputs": memory, "js": f"turns => goujiKeep('{storage_key}', turns)"}
    chat = gr.Chatbot(
        label=words.chat_label,
        show_label=False,
        height="max(260px, calc(100vh - 375px))",
        buttons=[],
        sanitize_html=False,  # all of it is our own, each word escaped
        latex_delimiters=[],
        allow_tags=False,
        group_consecutive_messages=False,
        placeholder=esc(words.chat_empty),
        elem_id="gj-chat",
    )
    with gr.Row(equal_height=True):
        box = gr.Textbox(
            placeholder=words.ask_placeholder,
            show_label=False,
            label=words.ask_placeholder,
            max_length=LONGEST,
            lines=1,
            max_lines=4,
            submit_btn=words.ask_send,
            scale=8,
            elem_id="gj-question",
        )
    suggested = gr.HTML("", js_on_load=None, elem_id="gj-suggested")

    def answer(question: str, document: str, memory: object) -> Iterator[tuple[Any, ...]]:
        turns = room(turns_from(memory))
        if not (question or "").strip():
            yield gr.skip(), gr.skip(), gr.skip()
            return
        # The field is emptied once, at the start: what is typed meanwhile stays there.
        yield [*messages(turns, words), *waiting(question)], gr.skip(), ""
        for grown in ask(desk, question, document or "", turns, words):
            yield messages(grown, words), kept(grown), gr.skip()

    def first_source(memory: object) -> str:
        turns = turns_from(memory[-1:] if isinstance(memory, list) else memory)
        places = places_of(turns[-1].a) if turns else []
        return panel(desk, places, 0, words) if places else empty(words)

    def asked(event: gr.EventData, document: str, memory: object) -> Iterator[tuple[Any, ...]]:
        yield from answer(str(attribute(event, "q") or "")[:LONGEST], document, memory)

    def again(event: gr.RetryData, document: str, memory: object) -> Iterator[tuple[Any, ...]]:
        turns = turns_from(memory)
        at = _turn(event.index)
        if at is not None and at < len(turns):
            yield from answer(turns[at].q, turns[at].d, kept(turns[:at]))
        else:
            yield (gr.skip(),) * 3

    def opinion(event: gr.LikeData, memory: object) -> None:
        _kept_opinion(frame, event, turns_from(memory))

    def restored(memory: object) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        turns = turns_from(memory)
        return messages(turns, words), kept(turns)

    shown = [chat, memory, box]
    streamed = desk.settings.configured
    told: dict[str, Any] = {**QUIET, "concurrency_limit": 2 * READERS, "queue": streamed}
    for event, function, inputs in (
        (box.submit, answer, [box, frame.document, memory]),
        (frame.bridge.ask, asked, [frame.document, memory]),
        (chat.retry, again, [frame.document, memory]),
    ):
        answered = event(function if streamed else at_once(function), inputs, shown, **told)
        answered.then(first_source, memory, frame.proof, **QUIET | {"queue": streamed})
        answered.then(**keep)
        if streamed:
            answered.then(frame.spent, None, frame.top, **QUIET)
    chat.like(opinion, memory, None, **QUIET)
    nothing = f"() => {{ goujiKeep('{storage_key}', []); return [[], {json.dumps(empty(words))}]; }}"
    chat.clear(None, None, [memory, frame.proof], js=nothing, **QUIET)
    frame.on_load(restored, memory, [chat, memory], js=f"() => [goujiKept('{storage_key}')]", **QUIET)
    gr.on(
        [frame.document.change, frame.changed.change],
        lambda document: suggestions(desk, document or "", words),
        frame.document,
        suggested,
        **QUIET,
    )
    frame.on_load(lambda document: suggestions(desk, document or "", words), frame.document, suggested, **QUIET)


def _kept_opinion(frame: Frame, event: gr.LikeData, turns: Sequence[Turn]) -> None:
    at = _turn(event.index)
    if at is None or at >= len(turns) or not isinstance(event.liked, bool):
        return
    try:
        feedback(frame.desk, turns[at], liked=event.liked)
    except GoujiError as error:
        gr.Warning(esc(error))
    else:
        gr.Info(frame.words.thanks, duration=3)


def _turn(index: object) -> int | None:
    """The turn of a message: each has two."""
    number = index[0] if isinstance(index, list | tuple) and index else index
    return number // 2 if isinstance(number, int) and number >= 0 else None


__all__ = ["chat_tab", "messages"]
