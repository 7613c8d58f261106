"""The client: one structured answer from an OpenAI-compatible endpoint, or an error that says why there is none.

instructor makes the request and asks the model to mend an answer that does not pass; below it, every single completion
goes through `Client._complete`: cache, budget, bounded concurrency, retries, usage. Nothing here knows of tables.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import instructor
import openai
from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException, ResponseParsingError
from openai.types.chat import ChatCompletion
from pydantic import ValidationError
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_random_exponential
from tenacity.stop import stop_base

from prompts.answer import JUDGE, A, Answer, Judge, Reply
from prompts.cache import CallCache, request_key
from prompts.errors import (
    AnswerError,
    CutOffError,
    EndpointError,
    ModelError,
    RefusedError,
    RejectedError,
    UnconfiguredError,
)
from prompts.settings import Mode, ModelSettings
from prompts.streamed import Heard, streamed
from prompts.templates import Prompt, estimated_tokens
from prompts.usage import Call, Meter, Usage, price

logging.getLogger("instructor").addHandler(logging.NullHandler())  # its errors are raised; unprinted, they leak nothing

_MODES: dict[Mode, instructor.Mode] = {
    "json_schema": instructor.Mode.JSON_SCHEMA,
    "tools": instructor.Mode.TOOLS,
    "json": instructor.Mode.JSON,
    "md_json": instructor.Mode.MD_JSON,
}
_LONGEST_WAIT = 120.0  # seconds: a provider that asks for more is not waited for
_BACKOFF = wait_random_exponential(multiplier=0.5, max=30, min=0.2)
_PATIENCE = 2  # calls in a row that fail for good before the endpoint counts as gone
_TOLERANCE = 8  # requests in a row that the endpoint may reject, each for its own reasons
_REJECTED = {400, 413, 422}


@dataclass
class _Sent:
    """What a question is asked for, and what it has cost so far."""

    document: str
    purpose: str
    heard: Heard | None = None
    usage: Usage = field(default_factory=Usage)


_SENT: ContextVar[_Sent | None] = ContextVar("_SENT", default=None)


class Client:
    """Asks one model. Not to be shared between event loops; the meter and the cache may be shared by all."""

    def __init__(self, settings: ModelSettings, cache: Path | None = None, meter: Meter | None = None) -> None:
        """Raises UnconfiguredError where the settings name no model."""
        if not settings.configured:
            raise UnconfiguredError
        self.settings = settings
        self.meter = meter or Meter(settings)
        self.cache = CallCache(cache)
        self._gate = asyncio.Semaphore(settings.concurrency)
        self._same: dict[str, asyncio.Lock] = {}
        self._probing = asyncio.Lock()
        self._mode: Mode | None = settings.mode
        self._final: ModelError | None = None
        self.usage = Usage()
        """What all calls of this client came to, failed ones included."""
        self._failures = 0
        self._rejected = 0
        self._renamed: dict[str, str] = {}
        self._dropped: set[str] = set()
        self._whole = False
        self._openai = openai.AsyncOpenAI(
            api_key=settings.api_key.get_secret_value() if settings.api_key else "none",
            base_url=settings.base_url.get_secret_value() if settings.base_url else None,
            timeout=settings.timeout,
            max_retries=0,
        )

    def __repr__(self) -> str:
        return f"Client(model={self.settings.model!r})"

    async def close(self) -> None:
        """Close the connections."""
        await self._openai.close()

    async def ask(
        self,
        prompt: Prompt,
        schema: type[A],
        *,
        check: Callable[[A], list[str]] | None = None,
        max_tokens: int = 1024,
        document: str = "",
        heard: Heard | None = None,
    ) -> Reply[A]:
        """One answer of a schema. Raises a `ModelError`. `heard` is told the answer's text while it is being written.

        The check's complaints are told to the model, which may mend its answer `settings.repairs` times; it is stopped
        as soon as it makes the same mistakes twice. An answer that is well formed but does not pass is returned as such.
        """
        if self._mode is None:
            async with self._probing:
                if self._mode is None:
                    self._mode = await self._probe(document)
        return await self._ask(
            prompt, schema, self._mode, check or (lambda _: []), max_tokens, _Sent(document, prompt.name, heard)
        )

    async def _ask(
        self,
        prompt: Prompt,
        schema: type[A],
        mode: Mode,
        check: Callable[[A], list[str]],
        max_tokens: int,
        sent: _Sent,
    ) -> Reply[A]:
        judge = Judge(schema, check)
        judged, paid = JUDGE.set(judge), _SENT.set(sent)
        create: Any = instructor.patch(create=self._complete, mode=_MODES[mode])
        try:
            value: A = await create(
                response_model=schema,
                model=self.settings.model,
                messages=prompt.messages,
                max_tokens=max_tokens,
                temperature=0,
                max_retries=AsyncRetrying(
                    stop=_SameMistake(self.settings.repairs + 1),
                    retry=retry_if_exception(_can_be_mended),
                    reraise=True,
                ),
            )
        except IncompleteOutputException as error:
            raise CutOffError(f"模型的回答超过 {max_tokens} 个 token，被截断") from error
        except InstructorRetryException as error:
            cause = error.__cause__
            if isinstance(cause, ModelError):
                raise cause from None
            if isinstance(judge.best, schema):
                return Reply(judge.best, False, sent.usage)
            raise AnswerError(f"模型的回答不合格式（{type(cause).__name__}）") from None
        finally:
            JUDGE.reset(judged)
            _SENT.reset(paid)
        return Reply(value, True, sent.usage)

    async def _probe(self, document: str) -> Mode:
        """The first way of asking for a structure that the endpoint honours, found by one small question each."""
        prompt = Prompt.of("probe")
        said = ""
        for mode in _MODES:
            try:
                reply = await self._ask(prompt, _Probe, mode, lambda _: [], 64, _Sent(document, prompt.name))
            except (AnswerError, EndpointError) as error:
                if self._final is not None:
                    raise
                said = f"（{error}）" if isinstance(error, (RejectedError, EndpointError)) else said
                continue
            if reply.passed:
                return mode
        raise EndpointError(
            f"模型 {self.settings.model} 给不出结构化的回答{said}：请换一个模型，或用 GOUJI_MODE 指定 tools、json_schema、json 或 md_json。"
        )

    async def _complete(self, **request: Any) -> ChatCompletion:
        """One completion: from the cache, or sent within the budget and kept."""
        key = request_key(request)
        async with self._same.setdefault(key, asyncio.Lock()):
            if (kept := self._kept(key)) is not None:
                self._record(Call("", "", "cached", key=key))
                return _usable(kept, request)
            if self._final is not None:
                raise self._final
            async with self._gate:
                if self._final is not None:
                    raise self._final
                completion = await self._send(key, request)
        return _usable(completion, request)

    def _kept(self, key: str) -> ChatCompletion | None:
        """The completion in the cache; None where there is none, or none that can be read."""
        try:
            kept = ChatCompletion.model_validate(self.cache.get(key))
        except ValidationError:
            return None
        return kept if kept.choices else None

    async def _send(self, key: str, request: dict[str, Any]) -> ChatCompletion:
        """Send a request, again where that can help; the endpoint counts as gone where it does not for long."""
        try:
            async for attempt in AsyncRetrying(
                stop=stop_after_attempt(self.settings.retries + 1),
                retry=retry_if_exception(_may_pass),
                wait=_wait,
                reraise=True,
            ):
                with attempt:
                    completion = await self._send_once(key, request)
        except ModelError as error:
            if error.final:
                self._final = error
            raise
        except _NoChoicesError:
            raise AnswerError("模型接口没有给出回答（choices 是空的）") from None
        except (openai.OpenAIError, _NoCompletionError) as error:
            if isinstance(error, openai.APIStatusError) and error.status_code in _REJECTED:
                self._rejected += 1
                if self._rejected < _TOLERANCE:
                    raise RejectedError(f"模型接口不接受这个请求：{self._told(error)}") from None
            self._failures += 1
            gone = EndpointError(f"模型接口不可用：{self._told(error)}。{_advice(error)}")
            if self._failures >= _PATIENCE or not _may_pass(error):
                self._final = gone
            raise gone from None
        self._failures = self._rejected = 0
        return completion

    async def _send_once(self, key: str, request: dict[str, Any]) -> ChatCompletion:
        prompt = estimated_tokens(json.dumps(request, ensure_ascii=False, default=str))
        started = time.perf_counter()
        with self.meter.reserved(prompt, int(request.get("max_tokens", 0))) as used:
            try:
                completion = _completed(await self._created(self._adapted(request)))
            except (
                openai.OpenAIError,
                _NoChoicesError,
                _NoCompletionError,
                _AgainError,
                asyncio.CancelledError,
            ) as error:
                asked = (
                    0 if isinstance(error, (openai.APIStatusError, _NoCompletionError)) or _unsent(error) else prompt
                )
                used.tokens, used.cost = asked, price(self.settings, asked, 0, 0)
                self._record(
                    Call(
                        "",
                        "",
                        type(error).__name__.strip("_"),
                        asked,
                        cost=used.cost,
                        seconds=_since(started),
                        key=key,
                    )
                )
                if isinstance(error, _AgainError) or self._adapts(error):
                    raise _AgainError from error
                raise
            self.cache.put(key, completion.model_dump(mode="json"))
            call = self._call(completion, prompt, _since(started), key)
            used.tokens, used.cost = call.prompt_tokens + call.output_tokens, call.cost
        self._record(call)
        return completion

    async def _created(self, request: dict[str, Any]) -> object:
        sent = _SENT.get()
        create = self._openai.chat.completions.create
        try:
            if sent is None or sent.heard is None or self._whole:
                return await create(**request)
            if (completion := await streamed(create, request, sent.heard)) is not None:
                return completion
        except json.JSONDecodeError:
            raise _NoCompletionError("the answer is no JSON") from None
        self._whole = True  # this endpoint sends no streams
        raise _AgainError

    def _adapted(self, request: dict[str, Any]) -> dict[str, Any]:
        """The request in the words that this endpoint knows."""
        return {self._renamed.get(k, k): v for k, v in request.items() if k not in self._dropped}

    def _adapts(self, error: BaseException) -> bool:
        """Whether a 400 names an option that the endpoint wants otherwise, which the next attempt respects."""
        if not isinstance(error, openai.BadRequestError):
            return False
        said = str(error)
        if "stream" in said and not self._whole:
            self._whole = True
            return True
        if "max_completion_tokens" in said and "max_tokens" not in self._renamed:
            self._renamed["max_tokens"] = "max_completion_tokens"
            return True
        if "temperature" in said and "temperature" not in self._dropped:
            self._dropped.add("temperature")
            return True
        return False

    def _call(self, completion: ChatCompletion, estimate: int, seconds: float, key: str) -> Call:
        usage = completion.usage
        if usage is None:
            text = completion.choices[0].message.content or ""
            prompt, cached, output = estimate, 0, estimated_tokens(text)
        else:
            details = usage.prompt_tokens_details
            prompt, output = usage.prompt_tokens or 0, usage.completion_tokens or 0
            cached = (details.cached_tokens or 0) if details is not None else 0
        cost = price(self.settings, prompt, cached, output)
        return Call("", "", "ok", prompt, cached, output, cost, seconds, key)

    def _record(self, call: Call) -> None:
        self.usage.add(call.usage)
        sent = _SENT.get()
        if sent is not None:
            sent.usage.add(call.usage)
            call = Call(
                sent.document,
                sent.purpose,
                call.outcome,
                call.prompt_tokens,
                call.cached_tokens,
                call.output_tokens,
                call.cost,
                call.seconds,
                call.key,
            )
        self.meter.record(call)

    def _told(self, error: Exception) -> str:
        """An error in short, without keys or addresses."""
        text = getattr(error, "message", "") or str(error)
        for secret in self.settings.secrets:
            text = text.replace(secret, "***")
        status = getattr(error, "status_code", None)
        return f"{type(error).__name__.strip('_')}{f' {status}' if status else ''} {text[:160]}".strip()


class _Probe(Answer):
    """What the probe asks for. The question does not name the fields, so a right answer shows that the schema arrived."""

    institute: str
    founded: int


class _NoChoicesError(Exception):
    """A completion without any choice: a fault of the server, worth another attempt."""


class _NoCompletionError(Exception):
    """What came back is no completion at all (a web page, broken JSON): the wrong address, or a fault on the way."""


class _AgainError(Exception):
    """The request is worded anew for this endpoint."""


class _SameMistake(stop_base):
    """Stop after a number of attempts, or as soon as the same error comes twice."""

    def __init__(self, attempts: int) -> None:
        self.attempts = attempts
        self.seen: set[str] = set()

    def __call__(self, retry_state: RetryCallState) -> bool:
        error = retry_state.outcome.exception() if retry_state.outcome is not None else None
        said = str(error)
        again = said in self.seen
        self.seen.add(said)
        return again or retry_state.attempt_number >= self.attempts


def _can_be_mended(error: BaseException) -> bool:
    return isinstance(error, (ValidationError, json.JSONDecodeError, ResponseParsingError))


def _may_pass(error: BaseException) -> bool:
    """Whether the same request may succeed a little later."""
    if isinstance(error, openai.RateLimitError):
        return error.code != "insufficient_quota" and _retry_after(error) <= _LONGEST_WAIT
    if isinstance(error, openai.APIStatusError):
        return error.status_code in {408, 409, 425} or error.status_code >= 500
    return isinstance(error, (openai.APIConnectionError, _NoChoicesError, _NoCompletionError, _AgainError))


def _retry_after(error: BaseException | None) -> float:
    """Seconds that the provider asks to wait (Retry-After), 0 where it does not say."""
    if not isinstance(error, openai.APIStatusError):
        return 0.0
    try:
        return max(0.0, float(error.response.headers.get("retry-after", "0")))
    except ValueError:
        return 0.0


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome is not None else None
    if isinstance(error, _AgainError):
        return 0.0
    return max(_retry_after(error), float(_BACKOFF(state)))


def _since(started: float) -> float:
    return round(time.perf_counter() - started, 3)


def _usable(completion: ChatCompletion, request: dict[str, Any]) -> ChatCompletion:
    """A completion that answers what was asked. Raises RefusedError, or AnswerError for another tool's call."""
    message = completion.choices[0].message
    if message.refusal:
        raise RefusedError("模型拒绝回答")
    wanted = {tool["function"]["name"] for tool in request.get("tools", ())}
    called = {call.function.name for call in message.tool_calls or () if call.type == "function"}
    if wanted and called and not called <= wanted:
        raise AnswerError("模型调用了没有要求的工具")
    return completion


def _completed(answer: object) -> ChatCompletion:
    """What the endpoint sent, as the completion it should be."""
    if not isinstance(answer, ChatCompletion):
        raise _NoCompletionError("the answer is no chat completion")
    if not answer.choices:
        raise _NoChoicesError
    return answer


def _unsent(error: BaseException) -> bool:
    """Whether a request never reached the model, so that it costs nothing."""
    return isinstance(error, openai.APIConnectionError) and not isinstance(error, openai.APITimeoutError)


def _advice(error: Exception) -> str:
    if isinstance(error, (openai.AuthenticationError, openai.PermissionDeniedError)):
        return "请检查 OPENAI_API_KEY"
    if isinstance(error, (openai.NotFoundError, _NoCompletionError)):
        return "请检查 OPENAI_BASE_URL 和 GOUJI_MODEL"
    if isinstance(error, openai.RateLimitError):
        return "请检查额度，或稍后重跑：已付费的调用不会重复付费"
    return "请检查 OPENAI_BASE_URL 和网络；重跑时已付费的调用不会重复付费"
