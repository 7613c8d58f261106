"""What answers questions on a library, for modules that answer one question by putting others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from qa.answer import AnswerOut
from qa.documents.across import Across
from qa.documents.figures import View


class Answering(Protocol):
    """As `qa.ask.Asker` is."""

    @property
    def across(self) -> Across:
        """All documents' figures."""

    def view(self, document: str) -> View:
        """A document's figures, by its id."""

    def ask(self, question: str, document: str | None = None, history: Sequence[str] = ()) -> AnswerOut:
        """One answer, to a question after some others."""
