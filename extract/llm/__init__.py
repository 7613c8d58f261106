"""The model reader: chunks of a disclosure to an LLM and back, grounded and gated like any other reading."""
