"""What one document may cost. Finite by default, set in this one place, overridable by `GOUJI_*` variables or `.env`."""

from __future__ import annotations

from pydantic import PositiveFloat, PositiveInt
from pydantic_settings import BaseSettings, SettingsConfigDict


class Limits(BaseSettings):
    """Limits for reading one document.

    Sizes are in MB (10^6 bytes), lengths in PDF points, times in seconds of wall clock.
    """

    model_config = SettingsConfigDict(env_prefix="GOUJI_", env_file=".env", extra="ignore", frozen=True)

    max_file_mb: PositiveFloat = 200
    max_pages: PositiveInt = 1000
    max_page_points: PositiveFloat = 14_400  # the PDF format's own limit: 200 inches
    max_page_chars: PositiveInt = 100_000
    max_page_paths: PositiveInt = 200_000
    max_seconds: PositiveFloat = 120
    max_memory_mb: PositiveInt = 4000
