"""Questions that lean on those before them, said out in full."""
