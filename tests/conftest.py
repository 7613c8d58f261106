"""Properties run without a deadline: machines are noisy. No model is configured, whatever the user's own settings."""

import os

from hypothesis import settings

from prompts import ModelSettings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

for name in [n for n in os.environ if n.startswith(("OPENAI_", "GOUJI_"))]:
    del os.environ[name]
ModelSettings.model_config["env_file"] = None
