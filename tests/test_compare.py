"""Comparing documents: the right figure of each, and never a number where there is none that may be stated."""

from pathlib import Path

import pytest

from qa.compare import compare
from tests.libraries import SAMPLES, build


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("compare"), SAMPLES).root


def test_reception_of_the_samples(root: Path) -> None:
    compared = compare(root, "公务接待费")
    assert [(e.document.year, e.printed, e.unit, e.verdict) for e in compared.entries] == [
        (2025, "3.00", "万元", "verified"),
        (2023, "1.86", "万元", "verified"),
        (2026, "2.30", "万元", "verified"),
    ]
