"""Whether a question may be answered, and whether what was found is what it asked for: a wrong figure is worse than none."""
