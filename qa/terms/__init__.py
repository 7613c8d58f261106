"""What a question names, found among what a document prints."""
