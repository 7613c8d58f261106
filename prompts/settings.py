"""Which model, where, at what price, within what limits: environment variables or `.env`."""

from __future__ import annotations

from typing import Literal

from pydantic import AliasChoices, Field, NonNegativeFloat, PositiveFloat, PositiveInt, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

Mode = Literal["tools", "json_schema", "json", "md_json"]


class ModelSettings(BaseSettings):
    """An OpenAI-compatible endpoint. Prices are for a million tokens, in whatever currency the budget is meant in."""

    model_config = SettingsConfigDict(env_prefix="GOUJI_", env_file=".env", extra="ignore", frozen=True)

    base_url: SecretStr | None = Field(None, validation_alias=AliasChoices("base_url", "OPENAI_BASE_URL"))
    api_key: SecretStr | None = Field(None, validation_alias=AliasChoices("api_key", "OPENAI_API_KEY"))
    model: str = ""
    mode: Mode | None = None
    """How structured answers are asked for; probed once when not given."""
    context: PositiveInt = 8192
    """Tokens that prompt and answer may take together."""
    chunk_rows: PositiveInt = 20
    """Table rows sent in one call, at most: small models lose their place in longer ones."""
    concurrency: PositiveInt = 4
    timeout: PositiveFloat = 300
    """Seconds that one call may take."""
    retries: int = Field(4, ge=0)
    """How often a call is made again after 429, 5xx or a time-out."""
    repairs: int = Field(2, ge=0)
    """How often the model may mend an answer that does not pass."""
    max_tokens: PositiveInt | None = None
    """Budget of a run in tokens, prompt and answer together."""
    max_cost: PositiveFloat | None = None
    """Budget of a run in money, by the prices below."""
    price_input: NonNegativeFloat = 0
    price_cached: NonNegativeFloat | None = None
    """Price of prompt tokens that the provider found in its own cache; by default that of the others."""
    price_output: NonNegativeFloat = 0
    model_seconds: PositiveFloat = 7200
    """Seconds that the model may take over one document."""

    @property
    def configured(self) -> bool:
        """Whether there is a model to call."""
        return bool(self.model) and (self.base_url is not None or self.api_key is not None)

    @property
    def secrets(self) -> list[str]:
        """What must never be printed."""
        told = [s.get_secret_value() for s in (self.api_key, self.base_url) if s is not None]
        return [s for s in told if len(s) > 3]
