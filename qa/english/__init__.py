"""English questions, put into the Chinese ones that the rules read."""
