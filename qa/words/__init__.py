"""The vocabulary of questions and the reading of single words: years, numbers, bounds, operations, and what a plan is."""
