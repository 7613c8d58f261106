"""Questions about a library: an index of its text, and answers that can be proved."""
