"""What can go wrong with a model call; each message says what happened and what the user can do.

ModelError
├── UnconfiguredError   no endpoint and model are named
├── EndpointError       the endpoint cannot be reached, refuses the key, or keeps failing: no further calls are made
├── BudgetError         the run's budget of tokens or money is used up: no further calls are made
└── AnswerError         this one call gave nothing usable; others may
    ├── CutOffError     the answer was longer than allowed: ask for less at a time
    ├── RejectedError   the endpoint does not take this request (too long, an option it does not know)
    └── RefusedError    the model declined
"""

from __future__ import annotations


class ModelError(Exception):
    """Base of all errors of model calls. `final`: no other call of this run can succeed either."""

    code = "model"
    final = False


class UnconfiguredError(ModelError):
    """No endpoint and model are named."""

    code = "model_unconfigured"
    final = True

    def __init__(self) -> None:
        super().__init__(
            "没有配置模型：请设置环境变量 GOUJI_MODEL（模型名）和 OPENAI_BASE_URL（接口地址）或 OPENAI_API_KEY，"
            "或改用 --reader layout（只用规则，不需要模型）。"
        )


class EndpointError(ModelError):
    """The endpoint cannot be used."""

    code = "model_endpoint"
    final = True


class BudgetError(ModelError):
    """The run's budget is used up."""

    code = "model_budget"
    final = True

    def __init__(self, what: str) -> None:
        super().__init__(
            f"本次运行的模型预算已用完（{what}）：已有的结果都已保存；调高 GOUJI_MAX_TOKENS 或 GOUJI_MAX_COST 后重跑，"
            "已付费的调用不会重复付费。"
        )


class AnswerError(ModelError):
    """One call gave nothing usable, after all repairs."""

    code = "model_answer"


class CutOffError(AnswerError):
    """The answer was cut off at the allowed length."""

    code = "model_cut_off"


class RejectedError(AnswerError):
    """The endpoint does not take this request."""

    code = "model_rejected"


class RefusedError(AnswerError):
    """The model declined to answer."""

    code = "model_refused"
