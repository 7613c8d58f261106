"""Embeddings from an OpenAI-compatible endpoint: batches, retries, time-outs; keys and addresses are never printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import AliasChoices, Field, PositiveFloat, PositiveInt, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from prompts.errors import EndpointError, UnconfiguredError
from prompts.settings import ModelSettings

if TYPE_CHECKING:
    import openai


class EmbeddingSettings(BaseSettings):
    """Which embedding model, and where: `GOUJI_EMBEDDING_…`, else the endpoint that `OPENAI_…` names; or `.env`."""

    model_config = SettingsConfigDict(env_prefix="GOUJI_EMBEDDING_", env_file=".env", extra="ignore", frozen=True)

    base_url: SecretStr | None = Field(
        None, validation_alias=AliasChoices("base_url", "GOUJI_EMBEDDING_BASE_URL", "OPENAI_BASE_URL")
    )
    api_key: SecretStr | None = Field(
        None, validation_alias=AliasChoices("api_key", "GOUJI_EMBEDDING_API_KEY", "OPENAI_API_KEY")
    )
    model: str = ""
    """Empty: the embeddings that come with gouji."""
    dimensions: PositiveInt | None = None
    """Asked of models that can shorten their vectors."""
    query_prefix: str = ""
    passage_prefix: str = ""
    """What some models want before a question and before a text to be found (e5: `query: ` and `passage: `)."""
    batch: PositiveInt = 64
    """Texts sent in one call."""
    timeout: PositiveFloat = 60
    """Seconds that one call may take."""
    retries: int = Field(4, ge=0)
    """How often a call is made again after 429, 5xx or a time-out."""

    @property
    def configured(self) -> bool:
        """Whether there is an endpoint to ask."""
        return bool(self.model) and (self.base_url is not None or self.api_key is not None)


def embedding_settings() -> EmbeddingSettings:
    """The settings of the environment, and of the same `.env` that names the model."""
    return EmbeddingSettings(_env_file=ModelSettings.model_config.get("env_file"))


class EmbeddingClient:
    """Asks one embedding model. May be shared by threads."""

    def __init__(self, settings: EmbeddingSettings) -> None:
        """Raises UnconfiguredError where the settings name no endpoint; connects to nothing yet."""
        if not settings.configured:
            raise UnconfiguredError
        self.settings = settings
        self._openai: openai.OpenAI | None = None

    def __repr__(self) -> str:
        return f"EmbeddingClient(model={self.settings.model!r})"

    def vectors(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector for each text, in order. Raises EndpointError."""
        found: list[list[float]] = []
        for start in range(0, len(texts), self.settings.batch):
            found += self._batch(list(texts[start : start + self.settings.batch]))
        return found

    def _batch(self, texts: list[str]) -> list[list[float]]:
        import openai
        from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

        wanted = self.settings.dimensions or openai.omit
        try:
            for attempt in Retrying(
                stop=stop_after_attempt(self.settings.retries + 1),
                retry=retry_if_exception(_may_pass),
                wait=wait_random_exponential(multiplier=0.5, max=30, min=0.2),
                reraise=True,
            ):
                with attempt:
                    answer = self._client().embeddings.create(
                        model=self.settings.model, input=texts, dimensions=wanted, encoding_format="float"
                    )
        except openai.OpenAIError as error:
            raise EndpointError(
                f"向量接口不可用：{self._told(error)}。请检查 GOUJI_EMBEDDING_…、网络和额度。"
            ) from None
        data = sorted(answer.data, key=lambda item: item.index)
        if len(data) != len(texts):
            raise EndpointError(f"向量接口不可用：问了 {len(texts)} 段文字，回答了 {len(data)} 个向量。")
        return [item.embedding for item in data]

    def _client(self) -> openai.OpenAI:
        if self._openai is None:
            import openai

            key, url = self.settings.api_key, self.settings.base_url
            self._openai = openai.OpenAI(
                api_key=key.get_secret_value() if key else "none",
                base_url=url.get_secret_value() if url else None,
                timeout=self.settings.timeout,
                max_retries=0,
            )
        return self._openai

    def _told(self, error: Exception) -> str:
        text = getattr(error, "message", "") or str(error)
        for secret in (self.settings.api_key, self.settings.base_url):
            if secret is not None and len(secret.get_secret_value()) > 3:
                text = text.replace(secret.get_secret_value(), "***")
        status = getattr(error, "status_code", None)
        return f"{type(error).__name__}{f' {status}' if status else ''} {text[:160]}".strip()


def _may_pass(error: BaseException) -> bool:
    """Whether the same request may succeed a little later."""
    import openai

    if isinstance(error, openai.RateLimitError):
        return error.code != "insufficient_quota"
    if isinstance(error, openai.APIStatusError):
        return error.status_code in {408, 409, 425} or error.status_code >= 500
    return isinstance(error, openai.APIConnectionError)
