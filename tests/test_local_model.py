"""A real model, where one serves: whatever it answers, nothing wrong is verified.

`TEST_MODEL_URL` names an OpenAI-compatible address (by default http://127.0.0.1:8091/v1, where one may be running).
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from extract import extract
from extract.model import Disclosure, Verdict
from extract.read import Model, extract_with_use
from prompts import ModelSettings
from tests.pdfs import ROWS, Draft, cell, printed, table

URL = os.environ.get("TEST_MODEL_URL", "http://127.0.0.1:8091/v1")
SECONDS = 50.0
WRONG_TOTAL = (*ROWS[:4], ("", "合计", "131.00", "70.00", "60.00"))


def served() -> str:
    """The name of the model that is served, '' where none is."""
    try:
        with urlopen(f"{URL}/models", timeout=2) as answer:  # noqa: S310 - an address that the tester names
            told: dict[str, Any] = json.load(answer)
            return str(told["data"][0]["id"])
    except (URLError, TimeoutError, OSError, ValueError, LookupError, TypeError):
        return ""


@pytest.mark.local_model
def test_a_real_model_verifies_nothing_wrong_and_repairs_nothing(tmp_path: Path) -> None:
    name = served()
    if not name:
        pytest.skip(f"no model is served at {URL}: start one, or name another address in TEST_MODEL_URL")
    file = Draft(WRONG_TOTAL).save(tmp_path / "wrong.pdf")
    settings = ModelSettings(
        base_url=URL, api_key="none", model=name, mode="json_schema", retries=0, timeout=SECONDS, model_seconds=SECONDS
    )
    read, use = extract_with_use(file, reader="llm", model=Model(settings))
    assert verified(read) <= verified(extract(file, reader="layout"))
    assert printed(read) == printed(extract(file, reader="layout"))
    total = cell(table(read), "合计", "合计")
    assert str(total.value) == "131.00"
    assert total.verdict in {Verdict.CONFLICT, Verdict.REVIEW}
    if use.stopped:
        pytest.skip(f"the model at {URL} gave no answer within {SECONDS:g} seconds")
    assert use.raw["t1"], "the model gave no figure at all"


def verified(read: Disclosure) -> set[tuple[int, int, str]]:
    """The verified cells and their values."""
    return {(c.row, c.column, str(c.value)) for c in table(read).figures if c.verdict is Verdict.VERIFIED}
