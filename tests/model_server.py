"""A model for tests: a server on this machine that speaks the chat-completions protocol, and models honest and faulty.

A responder gets each request and gives the answer, or a fault of the server. `Honest` reads the prompt as it stands and
answers it; `Faulty` answers as `Honest` does and then changes the answer in one particular way, counting how often.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from prompts import ModelSettings

KEY = "sk-test-4711-secret"
MODEL = "test-model"

Request = dict[str, Any]
Answer = dict[str, Any]


# --- the server ------------------------------------------------------------------------------------------------------


class Status(NamedTuple):
    """An HTTP error; `about` is its message, `name` its code in words."""

    code: int
    about: str = "not now"
    headers: Mapping[str, str] = {}
    name: str | None = None


class Slow(NamedTuple):
    """An answer that comes after some seconds."""

    seconds: float
    answer: Answer


class Body(NamedTuple):
    """Bytes sent as they are, with status 200."""

    content: bytes
    type: str = "application/json"


class Said(NamedTuple):
    """What the model says, word for word, as plain content or as a tool's arguments, and why it ended."""

    text: str
    finish: str = "stop"


class Refusal(NamedTuple):
    """The model declines."""

    text: str = "I cannot help with that."


class OtherTool(NamedTuple):
    """The model calls a tool that was not offered."""

    name: str = "search_the_web"


class NoChoices(NamedTuple):
    """A completion without any choice."""


class Plainly(NamedTuple):
    """An answer in plain content, though a tool was to be called."""

    text: str


Response = Answer | Status | Slow | Body | Said | Refusal | OtherTool | NoChoices | Plainly
Responder = Callable[[Request], Response]

USAGE = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}


class ModelServer:
    """Requests as they came, in order; those whose answer went out whole; how many there were at a time."""

    def __init__(self, responder: Responder, usage: Mapping[str, Any] | None) -> None:
        self.responder = responder
        self.usage = usage
        self.requests: list[Request] = []
        self.times: list[float] = []
        self.answered: list[Request] = []
        self.most = 0
        self.alive = True
        self._now = 0
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that went away
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """The base address, as OPENAI_BASE_URL takes it."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def settings(self, **more: Any) -> ModelSettings:
        """Settings that name this server."""
        return ModelSettings(**{"base_url": self.url, "api_key": KEY, "model": MODEL, "mode": "tools", **more})

    def environment(self, **more: str) -> dict[str, str]:
        """The same as environment variables, for another process."""
        return {"OPENAI_BASE_URL": self.url, "OPENAI_API_KEY": KEY, "GOUJI_MODEL": MODEL, "GOUJI_MODE": "tools", **more}

    def close(self) -> None:
        """Stop: connections are refused from now on."""
        if self.alive:
            self.alive = False
            self._closing.set()
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                request = json.loads(self.rfile.read(int(self.headers["content-length"])))
                with model._lock:
                    model.requests.append(request)
                    model.times.append(time.monotonic())
                    model._now += 1
                    model.most = max(model.most, model._now)
                try:
                    status, headers, content = model._respond(request)
                finally:
                    with model._lock:
                        model._now -= 1
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
                self.wfile.flush()
                if status == 200:
                    with model._lock:
                        model.answered.append(request)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
                pass

        return Handler

    def _respond(self, request: Request) -> tuple[int, dict[str, str], bytes]:
        response = self.responder(request)
        if isinstance(response, Slow):
            self._closing.wait(response.seconds)
            response = response.answer
        kind = {"content-type": "application/json"}
        if isinstance(response, Status):
            error = {"error": {"message": response.about, "type": "error", "code": response.name}}
            return response.code, {**kind, **response.headers}, json.dumps(error).encode()
        if isinstance(response, Body):
            return 200, {"content-type": response.type}, response.content
        completion = self._completion(request, response)
        if request.get("stream"):
            return 200, {"content-type": "text/event-stream"}, b"".join(_events(completion))
        return 200, kind, json.dumps(completion, ensure_ascii=False).encode()

    def _completion(self, request: Request, response: Response) -> dict[str, Any]:
        choices = [] if isinstance(response, NoChoices) else [self._choice(request, response)]
        completion: dict[str, Any] = {
            "id": "completion",
            "object": "chat.completion",
            "created": 1,
            "model": request["model"],
            "choices": choices,
        }
        return completion if self.usage is None else {**completion, "usage": dict(self.usage)}

    def _choice(self, request: Request, response: Response) -> dict[str, Any]:
        message: dict[str, Any] = {"role": "assistant", "content": None}
        finish = "stop"
        if isinstance(response, Refusal):
            message["refusal"] = response.text
        elif isinstance(response, OtherTool):
            message["tool_calls"] = [_tool_call(response.name, "{}")]
        elif isinstance(response, Plainly):
            message["content"] = response.text
        else:
            said = response if isinstance(response, Said) else Said(json.dumps(response, ensure_ascii=False))
            finish = said.finish
            if tools := request.get("tools"):
                message["tool_calls"] = [_tool_call(tools[0]["function"]["name"], said.text)]
            else:
                message["content"] = said.text if "response_format" in request else f"```json\n{said.text}\n```"
        return {"index": 0, "message": message, "finish_reason": finish}


_PIECE = 7  # characters that a streamed answer comes in


def _events(completion: dict[str, Any]) -> Iterator[bytes]:
    """A completion as a stream of pieces, its usage last."""
    usage = completion.pop("usage", None)
    base = {**completion, "object": "chat.completion.chunk"}
    for choice in completion["choices"]:
        message = choice["message"]
        calls = message.get("tool_calls")
        text = calls[0]["function"]["arguments"] if calls else message["content"] or ""
        for at in range(0, len(text), _PIECE):
            piece = text[at : at + _PIECE]
            delta: dict[str, Any] = {"role": "assistant"}
            if calls:
                delta["tool_calls"] = [{**(calls[0] if not at else {}), "index": 0, "function": {"arguments": piece}}]
                if not at:
                    delta["tool_calls"][0]["function"]["name"] = calls[0]["function"]["name"]
            else:
                delta["content"] = piece
            yield _event({**base, "choices": [{"index": 0, "delta": delta, "finish_reason": None}]})
        yield _event({**base, "choices": [{"index": 0, "delta": {}, "finish_reason": choice["finish_reason"]}]})
    yield _event({**base, "choices": [], "usage": usage})
    yield b"data: [DONE]\n\n"


def _event(chunk: dict[str, Any]) -> bytes:
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()


def _tool_call(name: str, arguments: str) -> dict[str, Any]:
    return {"id": "call", "type": "function", "function": {"name": name, "arguments": arguments}}


@contextmanager
def serving(responder: Responder, usage: Mapping[str, Any] | None = USAGE) -> Iterator[ModelServer]:
    """A server for as long as the block runs."""
    server = ModelServer(responder, usage)
    try:
        yield server
    finally:
        server.close()


class Script:
    """Responses in turn, the last one again and again."""

    def __init__(self, *responses: Response) -> None:
        self.responses = list(responses)
        self.sent = 0

    def __call__(self, request: Request) -> Response:
        self.sent += 1
        return self.responses[min(self.sent, len(self.responses)) - 1]


# --- reading a prompt ------------------------------------------------------------------------------------------------

PURPOSES = {
    "You copy rows": "rows",
    "You read the notes": "notes",
    "You copy the goals": "form",
    "判断一张表": "kind",
    "判断每一栏": "roles",
    "follows the given schema": "probe",
}


@dataclass(frozen=True)
class Line:
    """A line of a table as the prompt prints it; amounts by field."""

    number: int
    code: str
    label: str
    amounts: dict[str, str]


@dataclass(frozen=True)
class Question:
    """A request as a model sees it. `complaints` counts the answers that were sent back."""

    purpose: str
    user: str
    complaints: int

    @classmethod
    def of(cls, request: Request) -> Question:
        """What a request asks."""
        system, user, *more = (str(m.get("content") or "") for m in request["messages"])
        purpose = next(name for words, name in PURPOSES.items() if words in system)
        return cls(purpose, user, len(more) // 2)

    @property
    def document(self) -> str:
        """What stands inside the fence."""
        return self.user.split("<document>\n", 1)[1].rsplit("\n</document>", 1)[0]

    @property
    def name(self) -> str:
        """The same for the same question about the same text."""
        return f"{self.purpose}-{hashlib.sha256(self.document.encode()).hexdigest()[:12]}"

    @property
    def fields(self) -> list[str]:
        """The amount fields of a table."""
        return re.findall(r"^- ([a-z_0-9]+): ", self.user.split("<document>")[0], re.MULTILINE)

    @property
    def lines(self) -> list[Line]:
        """The lines of a table."""
        amounts = re.compile(",".join(rf" {name}: (.*?)" for name in self.fields) + r"\s*$")
        read = []
        for line in self.document.splitlines():
            if found := re.match(r"(\d+) \| (.*?) \| (.*?) \|(.*)$", line):
                told = amounts.match(found[4])
                assert told, line
                read.append(Line(int(found[1]), found[2], found[3], dict(zip(self.fields, told.groups(), strict=True))))
        return read

    @property
    def rows(self) -> list[tuple[int, list[str]]]:
        """The lines of a form: number and fields."""
        split = [line.split(" | ") for line in self.document.splitlines()]
        return [(int(number), [f.strip() for f in fields]) for number, *fields in split]

    @property
    def kinds(self) -> list[str]:
        """The kinds to choose from, none of them last."""
        return re.findall(r"^- ([^：]+)：", self.user.split("<document>")[0], re.MULTILINE)

    def roles(self, of: str) -> list[str]:
        """The roles that a column (栏) or a row (行) may have."""
        found = re.search(rf"^{of}的标准名称：(.*)$", self.user, re.MULTILINE)
        return found[1].split("、") if found else []

    @property
    def wanted(self) -> list[tuple[str, str, str]]:
        """Columns (c1), sides (s1) and rows (r1) that are asked for: name, heading, the whole line."""
        return [(m[1], m[2], m[0]) for m in re.finditer(r"^([csr]\d+)：[栏行]“(.*)”.*$", self.document, re.MULTILINE)]


# --- models ----------------------------------------------------------------------------------------------------------

NOT_ANY = "都不是"

FORM_HEADERS = {
    "third": {"三级指标", "指标名称"},
    "target": {"指标值", "年度要求"},
    "weight": {"分值", "分值（90）", "分值权重", "分数"},
}
"""How the column headers of forms read."""

GOAL_LABELS = ("目标", "任务")


@dataclass
class Honest:
    """Answers as the prompt stands. `knows`: what headings of its own a document means, longest first."""

    knows: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    asked: list[Question] = field(default_factory=list)

    def __call__(self, request: Request) -> Response:
        """The answer to a request."""
        question = Question.of(request)
        self.asked.append(question)
        answer = self.answer(question)
        return Slow(self.delay, answer) if self.delay else answer

    def purposes(self) -> set[str]:
        """What it was asked for."""
        return {q.purpose for q in self.asked}

    def answer(self, question: Question) -> Answer:
        """The right answer."""
        return {
            "rows": self._rows,
            "notes": self._notes,
            "form": self._form,
            "kind": self._kind,
            "roles": self._roles,
            "probe": self._probe,
        }[question.purpose](question)

    def _probe(self, _: Question) -> Answer:
        return {"institute": "North Hill", "founded": 1987}

    def _rows(self, question: Question) -> Answer:
        return {
            "rows": [
                {"n": line.number, "code": line.code, "label": line.label}
                | {name: printed or None for name, printed in line.amounts.items()}
                for line in question.lines
            ]
        }

    def _notes(self, question: Question) -> Answer:
        facts = []
        for found in re.finditer(r"\[(\d+)\](-?[\d,]*\.?\d+)", question.document):
            before = re.sub(r"\[\d+\][\d,.]*", "，", question.document[: found.start()])
            words = re.findall(r"[\u4e00-\u9fff“”]{2,}", before)
            after = re.findall(r"[\u4e00-\u9fff]{2,}", question.document[found.end() :])
            item = words[-1] if words else next((w.removeprefix("万元") for w in after), "")
            facts.append({"n": int(found[1]), "item": item, "value": found[2]})
        return {"facts": facts}

    def _form(self, question: Question) -> Answer:
        said: Answer = {"project": "", "goals": [], "indicators": []}
        columns: dict[str, int] = {}
        above: list[str] = []
        for n, fields in question.rows:
            found = {name: i for name, words in FORM_HEADERS.items() for i, f in enumerate(fields) if f in words}
            if {"third", "target"} <= found.keys():
                columns, above = found, ["", ""]
            elif columns:
                told = {name: fields[i] or None for name, i in columns.items() if i < len(fields)}
                if not told.get("third"):
                    continue
                levels = [fields[i] or above[i] for i in range(columns["third"])][:2]
                above = levels
                said["indicators"].append({"n": n, "first": levels[0], "second": levels[1], "weight": None} | told)
            elif fields[0] == "项目名称":
                said["project"] = fields[1]
            elif any(word in fields[0] for word in GOAL_LABELS) and len(fields) > 1:
                said["goals"] += fields[1].split(" ")
        return said

    def _means(self, heading: str, of: list[str]) -> str:
        for part in reversed(heading.split("/")):
            for words in sorted(self.knows, key=len, reverse=True):
                if words in part and self.knows[words] in of:
                    return self.knows[words]
        return ""

    def _kind(self, question: Question) -> Answer:
        told = re.sub(r"^(栏目|行)：.*$", "", question.user, flags=re.MULTILINE)
        return {"kind": self._means(told.replace("/", " "), question.kinds) or question.kinds[-1]}

    def _roles(self, question: Question) -> Answer:
        answer = {}
        for name, heading, line in question.wanted:
            if name[0] == "s":
                answer[name] = (
                    "支出"
                    if re.search("支出|使用", heading) or "支出" in line.split("属于收入还是支出")[-1]
                    else "收入"
                )
            else:
                answer[name] = self._means(heading, question.roles("栏" if name[0] == "c" else "行")) or NOT_ANY
        return answer


class Recorded(Honest):
    """Answers as another model once did, where that is recorded; `used` are the questions answered so."""

    def __init__(self, recording: Path) -> None:
        super().__init__()
        self.recording: dict[str, list[str]] = json.loads(recording.read_text(encoding="utf-8"))["answers"]
        self.used: set[str] = set()

    def __call__(self, request: Request) -> Response:
        """The recorded answer of this round, the last one again where there are no more."""
        question = Question.of(request)
        self.asked.append(question)
        if (said := self.recording.get(question.name)) is None:
            return self.answer(question)
        self.used.add(question.name)
        return Said(said[min(question.complaints, len(said) - 1)])


Fault = Callable[[Answer, Question], Answer]


@dataclass
class Faulty(Honest):
    """Answers honestly, then wrongly: `wrong` counts the answers that the fault changed."""

    fault: Fault = lambda answer, _: answer
    wrong: int = 0

    def answer(self, question: Question) -> Answer:
        """The right answer, spoiled."""
        right = super().answer(question)
        said = self.fault(json.loads(json.dumps(right)), question)
        self.wrong += said != right
        return said


def _amounts(answer: Answer, question: Question) -> Iterator[tuple[dict[str, Any], str, Decimal]]:
    """Every number of an answer about rows: the row, the field, the number."""
    for row in answer.get("rows", ()):
        for name in question.fields:
            if row[name] is not None and re.fullmatch(r"-?[\d,]*\.?\d+", row[name]):
                yield row, name, Decimal(row[name].replace(",", ""))


def invents(answer: Answer, question: Question) -> Answer:
    """A figure that is printed nowhere."""
    for row, name, _ in list(_amounts(answer, question))[:1]:
        row[name] = "98765.43"
    return answer


def rounds(answer: Answer, question: Question) -> Answer:
    """Whole numbers only."""
    for row, name, value in _amounts(answer, question):
        row[name] = f"{value:.0f}"
    return answer


def shifts(answer: Answer, question: Question) -> Answer:
    """Every amount one column further."""
    for row in answer.get("rows", ()):
        own = [row[name] for name in question.fields]
        row.update(zip(question.fields, [own[-1], *own[:-1]], strict=True))
    return answer


def drops(answer: Answer, question: Question) -> Answer:
    """Without the first line."""
    if "rows" in answer:
        del answer["rows"][:1]
    return answer


def fills(answer: Answer, question: Question) -> Answer:
    """Blanks filled from the field beside them."""
    for row in answer.get("rows", ()):
        for left, right in zip(question.fields, question.fields[1:], strict=False):
            row[right], row[left] = row[right] or row[left], row[left] or row[right]
    return answer


def fills_with_codes(answer: Answer, question: Question) -> Answer:
    """Blanks filled with the code of the line."""
    for row in answer.get("rows", ()):
        row.update({name: row[name] or row["code"] or None for name in question.fields})
    return answer


def takes_codes(answer: Answer, question: Question) -> Answer:
    """The code where the first amount belongs."""
    for row in answer.get("rows", ()):
        row[question.fields[0]] = row["code"] or row[question.fields[0]]
    return answer


def divides(answer: Answer, question: Question) -> Answer:
    """元 taken for 万元."""
    for row, name, value in _amounts(answer, question):
        row[name] = f"{value / 10000:f}"
    return answer


def multiplies(answer: Answer, question: Question) -> Answer:
    """万元 turned into 元."""
    for row, name, value in _amounts(answer, question):
        row[name] = f"{value * 10000:f}"
    return answer


def repairs(answer: Answer, question: Question) -> Answer:
    """Totals that do not add up made to: 合计 of a line from its parts, 合计 of a table from its shortest codes."""
    told = {(id(row), name): value for row, name, value in _amounts(answer, question)}
    rows = answer.get("rows", ())
    if {"total", "basic", "project"} <= set(question.fields):
        for row in rows:
            parts = [told[id(row), name] for name in ("basic", "project") if (id(row), name) in told]
            if (id(row), "total") in told and parts and sum(parts) != told[id(row), "total"]:
                row["total"] = f"{sum(parts):f}"
    shortest = min((len(row["code"]) for row in rows if row["code"]), default=0)
    for name in question.fields if shortest else ():
        tops = [told[id(row), name] for row in rows if len(row["code"]) == shortest and (id(row), name) in told]
        for row in rows:
            if not row["code"] and (id(row), name) in told and sum(tops) != told[id(row), name]:
                row[name] = f"{sum(tops):f}"
    return answer


def swaps(answer: Answer, question: Question) -> Answer:
    """Two lines' amounts exchanged."""
    rows = answer.get("rows", ())
    for first, second in zip(rows[::2], rows[1::2], strict=False):
        for name in question.fields:
            first[name], second[name] = second[name], first[name]
    return answer


def renumbers(answer: Answer, question: Question) -> Answer:
    """Two lines' numbers exchanged, as where a model loses its place."""
    rows = answer.get("rows", ())
    for first, second in zip(rows[::2], rows[1::2], strict=False):
        first["n"], second["n"] = second["n"], first["n"]
    return answer


def misnames_tables(answer: Answer, question: Question) -> Answer:
    """Every table the next kind of those it may be."""
    if "kind" in answer:
        kinds = question.kinds[:-1]
        at = kinds.index(answer["kind"]) + 1 if answer["kind"] in kinds else 0
        answer["kind"] = kinds[at % len(kinds)]
    return answer


def misnames_columns(answer: Answer, question: Question) -> Answer:
    """Every column and total row the next role of those it may have, every side the other one."""
    for name, said in answer.items() if question.purpose == "roles" else ():
        choices = ["收入", "支出"] if name[0] == "s" else question.roles("栏" if name[0] == "c" else "行")
        at = choices.index(said) + 1 if said in choices else 0
        answer[name] = choices[at % len(choices)]
    return answer


def misnames_notes(answer: Answer, question: Question) -> Answer:
    """Every figure of the notes with what the one before it is about."""
    facts = answer.get("facts", [])
    items = [fact["item"] for fact in facts]
    words = re.findall(r"[\u4e00-\u9fff]{4,}", question.document) if facts else []
    for fact, item in zip(facts, [*words[-1:], *items[:-1]] or items, strict=False):
        fact["item"] = item
    return answer


def misreads_notes(answer: Answer, question: Question) -> Answer:
    """The figures of the notes one place further."""
    facts = answer.get("facts", [])
    values = [fact["value"] for fact in facts]
    for fact, value in zip(facts, [*values[1:], "98765.43"], strict=False):
        fact["value"] = value
    return answer


def lies_throughout(answer: Answer, question: Question) -> Answer:
    """Tables, columns, notes and amounts, all of them wrong at once."""
    for fault in (misnames_tables, misnames_columns, misnames_notes, shifts, fills):
        answer = fault(answer, question)
    return answer


FAULTS: tuple[Fault, ...] = (
    invents,
    rounds,
    shifts,
    drops,
    fills,
    fills_with_codes,
    takes_codes,
    divides,
    multiplies,
    repairs,
    swaps,
    renumbers,
    misnames_tables,
    misnames_columns,
    misnames_notes,
    misreads_notes,
    lies_throughout,
)


# --- faults about forms ----------------------------------------------------------------------------------------------


def _told(answer: Answer) -> list[dict[str, Any]]:
    """The indicators of an answer."""
    told: list[dict[str, Any]] = answer.get("indicators", [])
    return told


def invents_indicators(answer: Answer, question: Question) -> Answer:
    """An indicator that is printed nowhere, on a line of its own and in place of another."""
    if told := _told(answer):
        told.append(told[0] | {"n": told[-1]["n"] + 1, "third": "杜撰的指标", "target": "≥9个", "weight": "5"})
        told[0]["third"] = "杜撰的指标"
    return answer


def rounds_targets(answer: Answer, question: Question) -> Answer:
    """Targets in round numbers."""
    for said in _told(answer):
        said["target"] = re.sub(r"\d+(?:\.\d+)?", lambda m: f"{round(float(m[0]) + 0.6, -1):.0f}", said["target"] or "")
    return answer


def cuts_targets(answer: Answer, question: Question) -> Answer:
    """Targets without their last two characters, which leaves words and digits that are printed."""
    for said in _told(answer):
        said["target"] = (said["target"] or "")[:-2]
    return answer


def _shifted(answer: Answer, *names: str) -> Answer:
    told = _told(answer)
    for name in names:
        values = [said[name] for said in told]
        for said, value in zip(told, [*values[1:], *values[:1]], strict=True):
            said[name] = value
    return answer


def shifts_targets(answer: Answer, question: Question) -> Answer:
    """Every target with the indicator before."""
    return _shifted(answer, "target")


def shifts_weights(answer: Answer, question: Question) -> Answer:
    """Every weight with the indicator before."""
    return _shifted(answer, "weight")


def shifts_numbers(answer: Answer, question: Question) -> Answer:
    """Every line's number with the indicator before, as where a model loses its place."""
    return _shifted(answer, "n")


def shifts_levels(answer: Answer, question: Question) -> Answer:
    """Every level with the indicator before."""
    return _shifted(answer, "first", "second")


def drops_indicators(answer: Answer, question: Question) -> Answer:
    """Without the first indicator."""
    del _told(answer)[:1]
    return answer


def repairs_weights(answer: Answer, question: Question) -> Answer:
    """The last weight so that all come to 90."""
    told = [said for said in _told(answer) if said["weight"]]
    if told:
        told[-1]["weight"] = f"{90 - sum(Decimal(said['weight']) for said in told[:-1])}"
    return answer


def swaps_columns(answer: Answer, question: Question) -> Answer:
    """Target and weight exchanged."""
    for said in _told(answer):
        said["target"], said["weight"] = said["weight"], said["target"]
    return answer


def moves_columns(answer: Answer, question: Question) -> Answer:
    """Everything one column further: the target for the name, the weight for the target."""
    for said in _told(answer):
        said["first"], said["second"], said["third"] = said["second"], said["third"], said["target"] or ""
        said["target"], said["weight"] = said["weight"], None
    return answer


def lists_money(answer: Answer, question: Question) -> Answer:
    """Every line with three fields for an indicator, money and column headers too."""
    if question.purpose != "form":
        return answer
    told = {said["n"] for said in _told(answer)}
    for n, fields in question.rows:
        if n not in told and len(fields) > 2:
            more = {"n": n, "first": fields[0], "second": "", "third": fields[1], "target": fields[2], "weight": None}
            _told(answer).append(more)
    return answer


def cuts_goals(answer: Answer, question: Question) -> Answer:
    """Goals in their first half only."""
    answer.update({"goals": [g[: len(g) // 2] for g in answer["goals"]]} if "goals" in answer else {})
    return answer


def rounds_goals(answer: Answer, question: Question) -> Answer:
    """The figures of goals made round."""
    answer.update({"goals": [re.sub(r"(?<=\d)\d", "0", g) for g in answer["goals"]]} if "goals" in answer else {})
    return answer


def misnames_goals(answer: Answer, question: Question) -> Answer:
    """Targets for goals, and the institute for the project."""
    if question.purpose == "form":
        answer["goals"] = [said["target"] for said in _told(answer)] + [f[-1] for _, f in question.rows[:2]]
        answer["project"] = next((f[1] for _, f in question.rows if f[0] != "项目名称" and len(f) > 1), "")
    return answer


FORM_FAULTS: tuple[Fault, ...] = (
    invents_indicators,
    rounds_targets,
    cuts_targets,
    shifts_targets,
    shifts_weights,
    shifts_numbers,
    shifts_levels,
    drops_indicators,
    repairs_weights,
    swaps_columns,
    moves_columns,
    lists_money,
    cuts_goals,
    rounds_goals,
    misnames_goals,
)
