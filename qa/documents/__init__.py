"""Documents as questions see them: which there are, how they are called, their figures."""
