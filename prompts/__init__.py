"""Prompt templates, and the one client through which every model call goes: cache, retries, budget, usage.

The client itself is `prompts.client.Client`; it is not imported here, as it brings in packages that take a second to load.
"""

from prompts.answer import Answer, Reply
from prompts.errors import (
    AnswerError,
    BudgetError,
    CutOffError,
    EndpointError,
    ModelError,
    RefusedError,
    UnconfiguredError,
)
from prompts.settings import ModelSettings
from prompts.templates import Prompt, prompts_hash
from prompts.usage import Call, Meter, Usage, usage_by_document

__all__ = [
    "Answer",
    "AnswerError",
    "BudgetError",
    "Call",
    "CutOffError",
    "EndpointError",
    "Meter",
    "ModelError",
    "ModelSettings",
    "Prompt",
    "RefusedError",
    "Reply",
    "UnconfiguredError",
    "Usage",
    "prompts_hash",
    "usage_by_document",
]
