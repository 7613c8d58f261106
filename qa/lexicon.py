"""What people call things, from `lexicon.toml`: words for tables, for kinds of money, everyday and English names, and noise."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from extract.model import Kind
from extract.text import key
from qa.lexical import _tokenizer

TABLES = "tables"
"""A scope that means any table, as against the notes."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Everyday words for something that tables print under one of the names `means`, likeliest first."""

    words: re.Pattern[str]
    means: tuple[str, ...]
    scope: tuple[Kind, ...] = ()
    alone: bool = False
    """Only where the question names nothing else."""
    total: bool = False
    unit: str = ""
    wide: bool = False
    """Whether all that it means is worth telling."""


@dataclass(frozen=True, slots=True)
class Soft:
    """Words for a kind of money: it has tables of its own, and rows and columns in others."""

    words: re.Pattern[str]
    tables: tuple[Kind, ...]
    names: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it, compiled."""

    scopes: tuple[tuple[str, re.Pattern[str]], ...]
    soft: tuple[Soft, ...]
    aliases: tuple[Alias, ...]
    english: tuple[tuple[re.Pattern[str], str], ...]
    english_noise: frozenset[str]
    noise: re.Pattern[str]


@lru_cache
def lexicon() -> Lexicon:
    """The lexicon that ships with gouji."""
    told = tomllib.loads((resources.files("qa") / "lexicon.toml").read_text(encoding="utf-8"))
    return Lexicon(
        scopes=tuple((name, re.compile(words)) for name, words in told["scopes"].items()),
        soft=tuple(
            Soft(re.compile(s["words"]), tuple(Kind(k) for k in s["tables"]), s["names"]) for s in told["soft"].values()
        ),
        aliases=tuple(
            Alias(
                re.compile(a["words"]),
                tuple(key(name) for name in a["means"]),
                tuple(Kind(k) for k in a.get("scope", ())),
                a.get("alone", False),
                a.get("total", False),
                a.get("unit", ""),
                a.get("wide", False),
            )
            for a in told["alias"]
        ),
        english=tuple(
            (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), name) for words, name in told["english"].items()
        ),
        english_noise=frozenset(told["english_noise"]["words"].split()),
        noise=re.compile("(?:" + "|".join(f"(?:{words})" for words in told["noise"]["words"]) + ")+"),
    )


def scopes_in(text: str) -> list[tuple[int, int, str]]:
    """(start, end, table kind, `narrative` or `tables`) of each table that words of a folded text name, longest first."""
    found = [
        (m.start(), m.end(), name + (f":{m['part']}" if name == "narrative" and m["part"] else ""))
        for name, words in lexicon().scopes
        for m in words.finditer(text)
        if m.end() > m.start()
    ]
    found.sort(key=lambda span: (span[0] - span[1], span[0]))
    kept: list[tuple[int, int, str]] = []
    for start, end, name in found:
        if all(end <= s or start >= e for s, e, _ in kept):
            kept.append((start, end, name))
    return sorted(kept)


def without_noise(text: str) -> list[str]:
    """The pieces of a text that carry meaning, in order: what is left when the words that only ask are cut out."""
    pieces: list[str] = []
    for stretch in _STOPS.split(text):
        own = ""
        for word in _tokenizer().lcut(stretch):
            if lexicon().noise.fullmatch(word):
                pieces.append(own)
                own = ""
            else:
                own += word
        pieces.append(own)
    return [p for p in pieces if p]


_STOPS = re.compile(r"""[，。？！；：、,.?!;:()（）\[\]【】《》“”"'‘’\-—_/\\~·…%％\s]+""")
