"""Properties run without a deadline: machines are noisy. No model is configured, whatever the user's own settings.

Each process looks for a free port in a range of its own: gradio tries a port, lets go of it and then serves on it, and
between the two another process may take it.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from prompts import ModelSettings
from qa.ask import Asker
from tests.libraries import SAMPLES, build

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

for name in [n for n in os.environ if n.startswith(("OPENAI_", "GOUJI_"))]:
    del os.environ[name]
ModelSettings.model_config["env_file"] = None
os.environ["GRADIO_SERVER_PORT"] = str(10_000 + os.getpid() % 200 * 100)  # read where gradio is imported


@pytest.fixture(scope="session")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    """The samples in a library without a text index; a file that needs another library has its own."""
    root: Path = tmp_path_factory.mktemp("samples") / "library"
    build(root, SAMPLES)
    return Asker(root)
