"""The index of a library's text: chunks, embeddings in Chroma, words, and what a question finds in them."""
