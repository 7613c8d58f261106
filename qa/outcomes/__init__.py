"""What a plan comes to on one document: one module for a kind of question, each giving an outcome or none."""
