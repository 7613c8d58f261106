"""Gold questions put to a library of the gold documents, each question kept once it is answered."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from eval.answers import Answers, Asked
from eval.asking import Question, ask_one
from eval.kept import Kept, code_hash, file_hash, key_of
from eval.reading import GoldDocument
from extract import extract
from extract.library import Library
from extract.read import digest, made_with
from prompts import ModelSettings
from qa.ask import Asker
from qa.search.embed import LocalEmbedder
from qa.search.index import Index

_CODE = ("extract", "qa", "prompts", "eval.asking", "eval.answers", "eval.library")

Step = Callable[[int, int], None]


def ask_documents(
    documents: Sequence[GoldDocument],
    questions: Sequence[Question],
    folder: Path,
    kept: Kept,
    settings: ModelSettings | None,
    *,
    vectors: bool,
    step: Step,
) -> Answers:
    """Ask every question about a library of all the documents, made in `folder`, and judge the answers.

    A document that cannot be read is not in the library: its questions fail. `vectors`: the index has vectors too.
    """
    model = settings.model if settings is not None else ""
    base = (sorted(file_hash(d.pdf) for d in documents), model, vectors, code_hash(*_CODE))
    keys = [key_of("ask", *base, json.dumps(q, sort_keys=True, ensure_ascii=False)) for q in questions]
    done = {key: asked for key in keys if (asked := kept.get(key, Asked)) is not None}
    if len(done) < len(keys):
        root = folder / "library"
        made_library(documents, root, vectors=vectors)
        asker = Asker(root, settings)
        for key, question in zip(keys, questions, strict=True):
            if key not in done:
                done[key] = ask_one(asker, question, search=True)
                kept.put(key, done[key])
            step(len(done), len(keys))
    return Answers(model=model, asked=tuple(done[key] for key in keys))


def made_library(documents: Sequence[GoldDocument], root: Path, *, vectors: bool) -> Library:
    """A library of exactly these documents, read by rules, with its text index; what is unchanged is left as it is."""
    library = Library(root)
    with library.writing():
        wanted = {digest(d.pdf)[:12] for d in documents}
        for document in set(library.ids()) - wanted:
            library.remove(document)
        for gold in documents:
            sha256 = digest(gold.pdf)
            if library.unchanged(sha256[:12], made_with(sha256)):
                continue
            try:
                library.store(extract(gold.pdf, reader="layout"), gold.pdf)
            except Exception:  # noqa: BLE001, S112 - counted where it is read
                continue
        library.commit()
    index = Index(root, LocalEmbedder())
    try:
        index.sync(dense=vectors)
    except Exception:  # noqa: BLE001 - search then finds nothing, which is counted
        return library
    finally:
        index.close()
    return library
