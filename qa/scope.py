"""Which documents a question is about: those it names, those that the questions before it named, or all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.catalog import Catalog, Document, Resolved
from qa.english import in_chinese, is_english

_ALL = re.compile(
    r"谁|哪(?:个|家|些|几个|几家|一个|一家)?(?:单位|部门|机构|研究所|院|所|局|街道|中心|馆|学校|文件)|各(?:个|家)?(?:单位|部门|机构|文件|所|局|院)"
    r"|(?:所有|全部|这些|这几个|几个|几家|多少个?|每个|每家)(?:单位|部门|机构|文件)|平均|which institutes?|all institutes|who "
)
_YEARS = re.compile(r"历年|各年|逐年|近[几三五两]年|这[几三五两]年|趋势|每年")


@dataclass(frozen=True, slots=True)
class Scope:
    """`documents`: those asked about, newest first. `words`: the question without what names them. `across`: one
    answer is to be made of all of them. `unclear`: several could be meant and the question does not say which."""

    documents: tuple[Document, ...]
    words: str
    across: bool = False
    unclear: bool = False


def scope_of(question: str, catalog: Catalog, history: Sequence[str] = (), document: str = "") -> Scope:
    """The documents of a question; `document` is an id that has been chosen beforehand."""
    resolved = catalog.resolve(question)
    words = resolved.without(question)
    if document:
        return Scope((catalog.by_id[document],), words)
    across = _ALL.search(in_chinese(question) if is_english(question) else question) is not None
    if resolved.by_name:
        return _named(resolved, words, across=across)
    if len(catalog.documents) == 1:
        return Scope(catalog.documents, words)
    if across:
        return Scope(_narrowed(resolved, catalog), words, across=True)
    for earlier in reversed(history):
        before = catalog.resolve(earlier)
        if before.by_name:
            own = catalog.select(resolved.years or None, resolved.kinds or None, None, before.institutes or None, None)
            return _named(before, words) if not own or not resolved.years else Scope(_sorted(own), words)
        if _ALL.search(earlier):
            return Scope(_narrowed(before, catalog), words, across=True)
    found = _narrowed(resolved, catalog)
    return Scope(found, words, unclear=len(found) > 1)


def _named(resolved: Resolved, words: str, *, across: bool = False) -> Scope:
    """Of each institute named the newest document, unless years or kinds are named, or a development is asked for."""
    documents = resolved.documents
    if across and len(documents) > 1:
        return Scope(documents, words, across=True)
    if len(resolved.years) > 1 or len(resolved.kinds) > 1 or _YEARS.search(words):
        return Scope(documents, words)
    unclear = any(len(names) > 1 for names in resolved.mentions)
    newest: dict[str, Document] = {}
    for found in documents:
        newest.setdefault(found.institute, found)
    return Scope(tuple(newest.values()), words, unclear=unclear)


def _narrowed(resolved: Resolved, catalog: Catalog) -> tuple[Document, ...]:
    return resolved.documents or _sorted(catalog.documents)


def _sorted(documents: Sequence[Document]) -> tuple[Document, ...]:
    return tuple(sorted(documents, key=lambda d: (-(d.year or 0), d.institute, d.id)))
