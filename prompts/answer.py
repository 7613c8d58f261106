"""What a model may be asked for: schemas whose answers are checked while the model can still mend them."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from prompts.usage import Usage


class Answer(BaseModel):
    """Base of what a model may be asked for.

    `check` of the call says what is wrong with an answer; what it says goes back to the model, and to no one else.
    Inputs are hidden in errors, so that no text of a document can ride in them.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    @model_validator(mode="after")
    def _passes(self) -> Self:
        judge = JUDGE.get()
        if judge is None or not isinstance(self, judge.schema):
            return self
        judge.best = self
        if complaints := judge.check(self):
            raise PydanticCustomError("check", "{said}", {"said": "\n".join(complaints)})
        return self


A = TypeVar("A", bound=Answer)


@dataclass(slots=True)
class Judge:
    """The check of the call that is under way, and the last well-formed answer that it saw."""

    schema: type[Answer]
    check: Callable[[Any], list[str]]
    best: Answer | None = None


JUDGE: ContextVar[Judge | None] = ContextVar("JUDGE", default=None)


@dataclass(frozen=True, slots=True)
class Reply(Generic[A]):
    """An answer; `passed` is False where its check still complains after all repairs."""

    value: A
    passed: bool
    usage: Usage
