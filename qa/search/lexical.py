"""Chunks by their words: BM25 over jieba's words, and pairs of characters where it knows no word.

Words of the budget trade are words here whatever jieba's dictionary says: the classification's short names and the terms
below. Nothing is written outside the folder that is named, nothing printed.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import unicodedata
import warnings
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.codes import classification

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORDS_VERSION = "1"
"""Changes with the rules below."""

_TERMS = """三公经费 因公出国 公务用车 公务接待 公务接待费 运行维护费 运行费 购置费 机关运行经费 政府采购 中小企业 小微企业 财政拨款
一般公共预算 政府性基金 国有资本经营 财政专户 事业收入 经营收入 其他收入 上级补助 附属单位 上年结转 年初结转 年末结转 结转下年 结余 结转
基本支出 项目支出 人员经费 公用经费 商品服务 工资福利 资本性支出 对个人和家庭 住房公积金 提租补贴 购房补贴 职业年金 养老保险 医疗保险
绩效目标 绩效指标 绩效评价 预算绩效 支出总表 收入总表 收支总表 国有资产 预算数 决算数 年初预算 内设机构 主要职能 机构设置 事业单位
行政单位 参公 在职人员 离退休 退休费 差旅费 会议费 培训费 劳务费 委托业务费 物业管理费 维修费 租赁费 印刷费 办公费 水费 电费 邮电费"""
_RARE = 10  # how often a word of jieba's dictionary must have been counted to be one here
_LONGEST = 6
_TERM_COUNT = 2000
_STOP = frozenset(
    ("什么", "为什么", "多少", "哪些", "哪个", "哪里", "怎么", "怎样", "如何", "是否", "有没有", "没有", "请问", "一下", "其中", "以及", "或者")
)  # fmt: skip
_RUNS = re.compile(r"[\u4e00-\u9fff]+|[a-z]+|\d+(?:\.\d+)?")
_LEFT_OUT = re.compile(r"[“”\"'‘’「」『』《》〈〉]|(?<=\d),(?=\d{3})")
_FUNCTION = re.compile(r"[能会可要应得到进出来去了着过一不全各都也再又还看问把给从向用拨批花定归算]")
"""Characters of which jieba makes words that are none (能分, 定到, 归到) where it guesses."""
_PARTICLES = re.compile(r"[的了是在和与及有以等也就都而或被把将对从由其该为吗呢]")


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    """jieba's tokenizer over its own dictionary and the trade's words; neither cached on disk nor logged. Its `sorts`
    are the parts of speech of the dictionary's words (n… nouns, v verbs, d adverbs …); the trade's words have none."""
    jieba = _jieba()
    counts: dict[str, int] = {}
    sorts: dict[str, str] = {}
    with Path(jieba.__file__).with_name("dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, sort = line.split(" ", 2)
            if len(word) <= _LONGEST and (number := int(count)) >= _RARE:
                counts[word] = number
                sorts[word] = sort.strip()
    for word in trade_words():
        counts[word] = max(counts.get(word, 0), _TERM_COUNT)
        sorts.pop(word, None)
    total = sum(counts.values())
    for word in list(counts):
        for end in range(1, len(word)):
            counts.setdefault(word[:end], 0)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = counts, total, True
    tokenizer.sorts = sorts
    return tokenizer


@lru_cache(maxsize=1)
def trade_words() -> tuple[str, ...]:
    """The words of the budget trade: terms, and the classification's short names."""
    names = {n for c in ("functional", "economic") for names in classification(c).names.values() for n in names}
    return (*_TERMS.split(), *sorted(n for n in names if 2 <= len(n) <= _LONGEST and n.isalpha()))


def tokens(text: str) -> list[tuple[str, str]]:
    """The words of a text in order, each with its part of speech ('' where none is known)."""
    return list(_tokens(text))


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[tuple[str, str], ...]:
    tokenizer = _tokenizer()
    found: list[tuple[str, str]] = []
    for word in tokenizer.lcut(text):
        guessed = len(word) > 1 and not tokenizer.FREQ.get(word)
        pieces = list(word) if guessed and _FUNCTION.search(word) else [str(word)]
        found += [(piece, tokenizer.sorts.get(piece, "")) for piece in pieces]
    return tuple(found)


def _jieba() -> Any:
    """The package, loaded without its warnings, and without pkg_resources, which would take a second."""
    absent = "pkg_resources" not in sys.modules
    if absent:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its patterns are not raw strings
            import jieba
    finally:
        if absent:
            del sys.modules["pkg_resources"]
    return jieba


def words(text: str) -> list[str]:
    """The words that a text is found by: of two characters and more, long ones with those inside them; numbers as printed.

    Characters that are no word together give their pairs.
    """
    return list(_words(text))


@lru_cache(maxsize=4096)  # documents share much of their text
def _words(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for run in _RUNS.findall(_LEFT_OUT.sub("", unicodedata.normalize("NFKC", text)).lower()):
        found += [run] if run.isascii() else _chinese(run)
    return tuple(found)


def _chinese(run: str) -> list[str]:
    found: list[str] = []
    alone = ""
    for word in _tokenizer().cut_for_search(run, HMM=False):
        if len(word) == 1 and not _PARTICLES.match(word):
            alone += word
            continue
        found += _pairs(alone)
        alone = ""
        if len(word) > 1 and word not in _STOP:
            found.append(word)
    return found + _pairs(alone)


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)]


class Lexical:
    """A word index in a folder: opened without reading it all, searched without changing it."""

    def __init__(self, folder: Path) -> None:
        """Open it. Raises OSError or ValueError where it is missing or damaged."""
        import numpy as np

        self.rows: NDArray[np.int64] = np.load(folder / "rows.npy", mmap_mode="r")
        self._bm25: Any = None
        if len(self.rows) and (folder / "params.index.json").is_file():
            bm25s = _bm25s()
            self._bm25 = bm25s.BM25.load(folder, mmap=True, show_progress=False)
            if self._bm25.scores["num_docs"] != len(self.rows):
                raise ValueError("rows and scores of different lengths")

    def search(self, query: Sequence[str], k: int, allowed: Sequence[int] | None = None) -> list[tuple[int, float]]:
        """The best rows for some words, among those allowed, with their scores (above 0), best first, ties by row."""
        import numpy as np

        if self._bm25 is None or k < 1:
            return []
        known = self._bm25.get_tokens_ids(list(dict.fromkeys(query)))
        if not known:
            return []
        scores = self._bm25.get_scores_from_ids(known)
        if allowed is None:
            places: NDArray[np.intp] = np.flatnonzero(scores)
        else:
            at = np.searchsorted(self.rows, np.asarray(sorted(allowed), dtype=np.int64))
            at = at[at < len(self.rows)]
            places = at[np.isin(self.rows[at], np.asarray(allowed, dtype=np.int64)) & (scores[at] > 0)]
        if len(places) > 4 * k:
            edge = np.partition(scores[places], -k)[-k]
            places = places[scores[places] >= edge]
        order = np.lexsort((places, -scores[places]))[:k]
        return [(int(self.rows[p]), float(scores[p])) for p in places[order]]


def build(folder: Path, chunks: Iterable[tuple[int, str]]) -> None:
    """Write the word index of chunks, given as row and words apart by spaces; rows ascend. The folder is replaced."""
    import numpy as np

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    vocabulary: dict[str, int] = {}
    rows: list[int] = []
    ids: list[array[int]] = []
    for row, text in chunks:
        rows.append(row)
        ids.append(array("i", (vocabulary.setdefault(word, len(vocabulary)) for word in text.split(" ") if word)))
    np.save(folder / "rows.npy", np.asarray(rows, dtype=np.int64))
    if vocabulary:
        bm25 = _bm25s().BM25(method="lucene")
        bm25.index((ids, vocabulary), show_progress=False)
        bm25.save(folder, show_progress=False)
    (folder / "version.json").write_text(json.dumps(WORDS_VERSION), encoding="utf-8")


def _bm25s() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import bm25s
    return bm25s
