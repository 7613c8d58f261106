"""One completion taken as it is written: whoever listens hears the text so far, whoever waits gets it whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx2  # what openai is made on
import openai
from openai.types.chat import ChatCompletion, ChatCompletionChunk

Heard = Callable[[str], None]
"""Told the text so far (plain content, or the arguments of a tool's call), each time that more of it has come."""


@dataclass(slots=True)
class _Written:
    """What has come so far. Endpoints differ in what they repeat with every piece: only text is put together."""

    head: dict[str, Any] = field(default_factory=dict)
    content: str = ""
    refusal: str = ""
    calls: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    finish: str = "stop"
    usage: dict[str, Any] | None = None

    def take(self, chunk: ChatCompletionChunk) -> None:
        self.head = self.head or {"id": chunk.id, "created": chunk.created, "model": chunk.model}
        if chunk.usage is not None:
            self.usage = chunk.usage.model_dump(mode="json")
        for choice in chunk.choices[:1]:
            self.finish = choice.finish_reason or self.finish
            self.content += choice.delta.content or ""
            self.refusal += choice.delta.refusal or ""
            for call in choice.delta.tool_calls or ():
                known, name, arguments = self.calls.get(call.index, ("", "", ""))
                told = call.function
                self.calls[call.index] = (
                    known or call.id or "",
                    name or (told.name if told is not None else "") or "",
                    arguments + ((told.arguments if told is not None else "") or ""),
                )

    @property
    def text(self) -> str:
        return self.content + "".join(arguments for _, _, arguments in self.calls.values())

    def completion(self) -> ChatCompletion:
        message: dict[str, Any] = {
            "role": "assistant",
            "content": self.content or None,
            "refusal": self.refusal or None,
        }
        if self.calls:
            message["tool_calls"] = [
                {"id": i or f"call{n}", "type": "function", "function": {"name": name, "arguments": arguments}}
                for n, (i, name, arguments) in sorted(self.calls.items())
            ]
        there = self.calls or self.content or self.refusal
        choices = [{"index": 0, "message": message, "finish_reason": self.finish}] if there else []
        return ChatCompletion.model_validate(
            {**self.head, "object": "chat.completion", "choices": choices, "usage": self.usage}
        )


async def streamed(create: Callable[..., Any], request: dict[str, Any], heard: Heard) -> ChatCompletion | None:
    """The completion of a request sent for streaming; None where the endpoint sends no stream. Raises openai.OpenAIError."""
    written = _Written()
    try:
        async for chunk in await create(**{"stream_options": {"include_usage": True}, **request, "stream": True}):
            before = len(written.text)
            written.take(chunk)
            if len(written.text) > before:
                heard(written.text)
    except httpx2.HTTPError as error:  # while the body comes, openai lets these through
        raise openai.APIConnectionError(request=httpx2.Request("POST", "")) from error
    return written.completion() if written.head else None
