"""What an English question names, masked: Chinese names as they are printed, English ones that the lexicon knows, amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from qa.english.labels import labels_in
from qa.words.lexicon import lexicon

CHINESE = r"\u4e00-\u9fff"
ITEM, TABLE, AMOUNT, PERCENT, UNIT = (rf"{kind}\d+Z" for kind in "XTNPU")
"""What stands for a name: `X0Z` for an item, `T1Z` for a table, and so on."""
MASK = r"[XTNPU](\d+)Z"
_ASKS_IN_CHINESE = re.compile(
    r"多少|[吗呢]|哪|什么|几[个家项辆笔块种]|是否|有没有|怎[么样]|如何|请问|为何|列出|分别|相差|合计是|[是占比]$"
)
_PRINTED = re.compile(rf"[^\s,，;；:：?？!！+=]*[{CHINESE}](?:[^\s,，;；:：?？!！+=]*[{CHINESE}\w)）”])?")
"""A run of characters with a Chinese one, without blanks, to its last character that a name may end in."""
_ENGLISH_FIRST = re.compile(
    r"\W*(?:how|what|which|who|whose|is|are|was|were|does|did|do|has|have|by how|between|of the|add|sum|total|combine|give|list|tell|state|compare|show|name|please|find|calculate|compute|work out|in|for|on|at|the|from|rank|if|please|could|can|would|i|i'm)\b",
    re.IGNORECASE,
)


def is_english(question: str) -> bool:
    """Whether a question is mainly in English: a Chinese name in it counts as one word, unless it asks something itself."""
    letters = len(re.findall(r"[A-Za-z]", question))
    chinese = len(re.findall(rf"[{CHINESE}]", question))
    if letters > (1 if _ENGLISH_FIRST.match(question) else 3) * chinese:
        return True
    if not letters or _ASKS_IN_CHINESE.search(question) is not None:
        return False
    said = re.findall(r"[A-Za-z]+", _PRINTED.sub(" ", question))
    return any(w.lower() in lexicon().english_only for w in said if not w.isupper())


_AMOUNT = re.compile(
    rf"(?<![\w.])(?:(?:rmb|cny|¥|￥) ?)?(?P<number>\d[\d,]*(?:\.\d+)?) ?(?:(?P<chinese>亿元|万元|万|元)(?![{CHINESE}])|(?P<scale>million|billion|thousand|wan|ten thousand)? ?(?:yuan|rmb|cny)\b)",
    re.IGNORECASE,
)
_SCALES = {"": 1, "thousand": 10**3, "wan": 10**4, "ten thousand": 10**4, "million": 10**6, "billion": 10**9}
_PERCENT = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?) ?(?:%|per ?cent\b)", re.IGNORECASE)
_UNIT = re.compile(
    r"\b(in|how many|into) (?P<wan>(?:wan|ten[- ]thousand|10,000|10k) )?(?:yuan|rmb|cny)\b", re.IGNORECASE
)
_PART = re.compile(
    r"(?P<way>\b(?:over|more than|above|at least|less than|under|below)) (?:an? |one )?(?P<part>half|third|quarter|fifth|tenth)(?: of)? (?!as\b)",
    re.IGNORECASE,
)
_FRACTIONS = {"half": "50%", "third": "33.33%", "quarter": "25%", "fifth": "20%", "tenth": "10%"}
_BOTH_SIDES = re.compile(
    r"\b(?:total|overall) (?P<one>incomes?|revenues?|expenditures?|spending) and (?P<two>incomes?|revenues?|expenditures?|spending)\b",
    re.IGNORECASE,
)
"""Total income and spending: the total of each."""
_NO_ITEM = re.compile(
    r"(?:预算|决算|执行)数?|上年|年[初末]|批次|人次|项目|.*多少.*|.*几.*|.*最.*|一般公共预算|政府性基金|国有资本经营预算|财政拨款|合计|总计|\d+年.*"
)
"""Names that say which figure of something is meant, or how many: no item of their own."""
_BROAD = frozenset({"收入总计", "支出总计", "预算总额", "人员经费", "事业收入", "财政拨款收入", "年度资金总额"})
"""What words that may say nothing (income, staff) name too; read so only where a question has no Chinese name."""
_KINDS = frozenset({"一般公共预算", "政府性基金", "国有资本经营预算", "财政拨款"})
_GIVES = re.compile(r"\b(?:contribut\w+|comes? from|came from|brings? in|brought in|suppl(?:y|ies|ied)|stems? from)\b")
"""What is said of where money comes from: the kind of money is then an income."""


@dataclass(slots=True)
class Masked:
    """A question with what it names masked, and the names."""

    text: str = ""
    names: list[str] = field(default_factory=list)

    def mask(self, kind: str, name: str) -> str:
        """What stands for a name from now on."""
        self.names.append(name)
        return f" {kind}{len(self.names) - 1}Z "

    def unmasked(self, told: str) -> str:
        """Words with the names in them again."""
        return re.sub(MASK, lambda m: self.names[int(m[1])], told)


def masked(question: str, *, english: bool) -> Masked | None:
    """A question with its amounts and its Chinese names masked, and where `english` those in English too; None where one of
    the names may be no item's."""
    told = Masked()
    _amounts(question, told)
    if not _printed(told) or (english and not _named(told, broad=re.search(ITEM, told.text) is None)):
        return None
    return told


def _amounts(question: str, told: Masked) -> None:
    def amount(m: re.Match[str]) -> str:
        number = Decimal(m["number"].replace(",", ""))
        if m["chinese"]:
            return told.mask("N", f"{number:f}{m['chinese']}")
        return told.mask("N", f"{(number * _SCALES[(m['scale'] or '').lower()]).normalize():f}元")

    question = _PART.sub(lambda m: f"{m['way']} {told.mask('P', _FRACTIONS[m['part'].lower()])} of ", question)
    question = _UNIT.sub(lambda m: f"{m[1]} {told.mask('U', '万元' if m['wan'] else '元')}", question)
    question = _BOTH_SIDES.sub(r"total \g<one> and total \g<two>", question)
    question = re.sub(rf"(?<=[{CHINESE}）)])'s(?![a-z])", " 's", question)
    told.text = _PERCENT.sub(lambda m: told.mask("P", f"{m[1]}%"), _AMOUNT.sub(amount, question))


def _printed(told: Masked) -> bool:
    """Masks the Chinese names; whether all of them may be names."""
    fit = True

    def name(m: re.Match[str]) -> str:
        nonlocal fit
        said = m[0].strip("“”\"'‘’")
        said = said if said.count("“") == said.count("”") else m[0]
        if said in {"元", "万元", "亿元"}:
            return told.mask("U", said)
        if re.match(r"[(（]", said) or _NO_ITEM.fullmatch(said) or _ASKS_IN_CHINESE.search(said) or "、" in said:
            fit = False
        return told.mask("T" if said.endswith("表") else "X", said)

    told.text = _PRINTED.sub(name, told.text)
    return fit


def _named(told: Masked, *, broad: bool) -> bool:
    """Masks the English names, of those that overlap the longest; whether all of them are names of items."""
    known = lexicon().english
    found = [
        (m.end() - m.start(), -place, m.start(), m.end(), name)
        for place, (words, name) in enumerate(known)
        for m in words.finditer(told.text)
        if m.end() > m.start()
    ]
    found += [(end - start, -len(known), start, end, name) for start, end, name in labels_in(told.text)]
    kept: list[tuple[int, int, str]] = []
    for _, _, start, end, name in sorted(found, reverse=True):
        if (broad or name not in _BROAD) and all(end <= s or start >= e for s, e, _ in kept):
            kept.append((start, end, name))
    for start, end, name in sorted(kept, reverse=True):
        if name in _KINDS and _GIVES.search(told.text):
            name = f"{name}拨款收入"
        if not name or _NO_ITEM.fullmatch(name) or re.search(r"\d", told.text[start:end]):
            return False
        told.text = f"{told.text[:start]} {told.mask('X', name)} {told.text[end:]}"
    return True
