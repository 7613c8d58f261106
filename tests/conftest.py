"""Properties run without a deadline: machines are noisy. No model is configured, whatever the user's own settings.

Each process looks for a free port in a range of its own: gradio tries a port, lets go of it and then serves on it, and
between the two another process may take it.
"""

import os

from hypothesis import settings

from prompts import ModelSettings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

for name in [n for n in os.environ if n.startswith(("OPENAI_", "GOUJI_"))]:
    del os.environ[name]
ModelSettings.model_config["env_file"] = None
os.environ["GRADIO_SERVER_PORT"] = str(10_000 + os.getpid() % 200 * 100)  # read where gradio is imported
