"""What people call things, from `lexicon.toml`: words for tables, for kinds of money, everyday and English names, and noise."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from extract.model import Kind
from extract.text import key
from qa.search.lexical import tokens

JOINS = "和与及跟同中里、多少高低大小最减加"
"""Characters that join two things or set them against one another, where they are not part of a name."""
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
    wide: bool = False
    """Whether all that it means is worth telling."""
    same: bool = False
    """Whether all that it means is one thing, which two classifications call by names of their own."""
    everyday: bool = False
    """Only where no other printed name has these words."""


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
    english_verbs: frozenset[str]
    english_amount: frozenset[str]
    english_only: frozenset[str]
    noise: re.Pattern[str]
    same: tuple[tuple[re.Pattern[str], str], ...]
    said: tuple[tuple[re.Pattern[str], str], ...]


@lru_cache
def lexicon() -> Lexicon:
    """The lexicon that ships with gouji."""
    told = tomllib.loads((resources.files("qa.words") / "lexicon.toml").read_text(encoding="utf-8"))
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
                a.get("wide", False),
                a.get("same", False),
            )
            for a in told["alias"]
        )
        + tuple(
            Alias(re.compile(words), tuple(key(name) for name in names.split(" ")), everyday=True)
            for names, words in told["called"].items()
        ),
        english=tuple(
            (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), name) for words, name in told["english"].items()
        ),
        english_noise=frozenset(told["english_noise"]["words"].split()),
        english_verbs=frozenset(told["english_verbs"]["words"].split()),
        english_amount=frozenset(told["english_amount"]["words"].split()),
        english_only=frozenset(told["english_only"]["words"].split()),
        noise=re.compile("(?:" + "|".join(f"(?:{words})" for words in told["noise"]["words"]) + ")+"),
        same=_rewritten(told["same"]),
        said=_rewritten(told["said"]),
    )


def _rewritten(told: dict[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(words, re.IGNORECASE), one) for words, one in told.items())


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


_NUMERALS = "零一二三四五六七八九十"
_NUMBERED = re.compile(
    r"(?<![支入出算费金况标总])(?:部门|单位)?(?:预算|决算)?(?:公开|附)?表(?:第)?0?"
    r"(\d{1,2}|[一二三四五六七八九十](?![致样共起般定直块切些下个次年月类款项种十百千万]))(?:号)?(?:表)?(?![\d个张份,.年月季])"
    r"|公开0?(\d{1,2})表|(?<!\d)0([1-9])表"
)
_CALLED = {
    Kind.INCOME_EXPENDITURE: "收支总表",
    Kind.INCOME: "收入总表",
    Kind.EXPENDITURE: "支出总表",
    Kind.FISCAL: "财政拨款收支总表",
    Kind.GENERAL_PUBLIC: "一般公共预算支出表",
    Kind.BASIC: "一般公共预算基本支出表",
    Kind.GOVERNMENT_FUND: "政府性基金收支表",
    Kind.STATE_CAPITAL: "国有资本经营预算支出表",
    Kind.THREE_PUBLIC: "三公经费支出表",
}


def numbered_tables(text: str, tables: dict[int, Kind]) -> str:
    """A folded question with tables that it gives by number called what they are; `tables`: a document's, by number."""

    def called(m: re.Match[str]) -> str:
        told = m[1] or m[2] or m[3]
        number = int(told) if told.isdigit() else _NUMERALS.index(told)
        return _CALLED.get(tables[number], m[0]) if number in tables else m[0]

    return _NUMBERED.sub(called, text)


def same_words(text: str) -> str:
    """A text with words that mean the same said in one way."""
    for words, one in lexicon().same:
        text = words.sub(one, text)
    return text


def plainly_said(text: str) -> str:
    """A folded question with spoken and clipped words said as they are written (多少w, 咋, 因为啥)."""
    for words, one in lexicon().said:
        text = words.sub(one, text)
    return text


def without_noise(text: str) -> list[str]:
    """The pieces of a text that carry meaning, in order: what is left when the words that only ask are cut out."""
    pieces: list[str] = []
    for stretch in _STOPS.split(text):
        words = [word for word, _ in tokens(stretch)]
        empty = [w not in _THINGS and (lexicon().noise.fullmatch(w) or _TALK.fullmatch(w)) is not None for w in words]
        sorts = [sort for _, sort in tokens(stretch)]
        own = ""
        for i, word in enumerate(words):
            within = 0 < i < len(words) - 1 and own and not empty[i + 1] and sorts[i + 1] not in _NAMES_NOTHING
            if empty[i] or (sorts[i] in _NAMES_NOTHING and not (within and sorts[i].startswith(("v", "q")))):
                pieces.append(own)  # a verb between two nouns is part of a name (综合行政执法队)
                own = ""
            else:
                own += word
        pieces.append(own)
    return [p for p in pieces if p]


def names_more_than_tables(text: str) -> bool:
    """Whether words name a thing beside tables (那么表格里是多少 does not)."""
    tables = {i for start, end, _ in scopes_in(text) for i in range(start, end)}
    rest = "".join(c for i, c in enumerate(text) if i not in tables and c not in "表格")
    return any(len(piece) > 1 for piece in without_noise(rest))


_THINGS = frozenset(("高中", "派出所", "用户", "用地", "地下", "高地", "内地"))
"""Things whose names are made of characters that alone say nothing."""
_TALK = re.compile(r"[\u4e00-\u9fff](?:了|着|过|个)[数点来去]?")
"""Stretches that are a verb with a particle (整了, 报个数), which jieba may take for a word."""

_NAMES_NOTHING = frozenset(
    ("v", "vd", "vi", "vg", "vq", "d", "dg", "r", "rr", "rz", "rg", "p", "c", "u", "uj", "ul", "uz", "ug", "ud", "uv", "y", "e",
     "o", "m", "mq", "q", "t", "tg", "f", "a", "ad", "ag", "z", "zg", "k", "h")
)  # fmt: skip
"""Parts of speech of words that name no thing: verbs, adverbs, pronouns, particles, numerals, measures, times, adjectives."""

_STOPS = re.compile(
    r"""多少钱|几个钱|一共|总共|拢共|统共|[，。？！；：、,.?!;:()（）\[\]【】《》“”"'‘’\-—_/\\~·…%％\s]+"""
)
