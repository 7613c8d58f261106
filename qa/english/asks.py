"""English questions that ask for more than one thing of what they name: amount and share, several amounts and their sum.

The question comes with its nouns in Chinese already; what is left are prepositions, verbs and what is asked. Prepositions
tell which of the nouns is the whole and which a part of it. A question with a word that says anything else is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from qa.words.lexicon import lexicon

_TERM = r"[A-D]类(?: [\u4e00-\u9fff][\u4e00-\u9fff\d()（）]*)?|[\u4e00-\u9fff][\u4e00-\u9fff\d()（）]*"
_SHARE = r"(?:share|proportion|percentage|percent|per cent|portion|fraction|part)s?"
_TOKEN = re.compile(
    rf"(?P<year>20\d\d年)|(?P<term>{_TERM})"
    rf"|(?P<share>\b(?:(?:what|which|its|their|the|an?) )*{_SHARE}(?! of (?:the )?(?:year|time)))"
    r"|(?P<whole>(?<=of )(?:(?:the|this|that) )?(?:(?:(?:funds?|procurement|grand|overall|sum) )?(?:total|whole)|fund budget|procurement budget)\b|(?<=of )(?:it|that|this|them) all)"
    r"|(?P<many>(?:what|which) (?:sums?|amounts?|figures?|totals?|values?))"
    r"|(?P<sum>\b(?:altogether|combined|(?:taken |put |added )?together(?! with)|(?:the )?(?:overall|total|combined|joint|grand) (?:amount|sum|figure|total)"
    r"|(?:the )?(?:sum|total)(?: of (?:it all|both|the two|them|these|all))?|adds? up to|in (?:total|all|sum)|overall|jointly)\b)"
    r"|(?P<apart>\b(?:separately|respectively|individually|each|apiece|one by one|on (?:its|their) own|break(?:s|ing)?(?= [^?]*\bdown\b)|break-?down|broken down|split(?: up)?|itemi[sz]ed?)\b)"
    rf"|(?P<much>\b(?:how much(?: money| funding)?|(?:(?:what|which|the) )?(?:amounts?|sums?|figures?|values?|provisions?|allocations?)|what(?!(?: is| are| was| were)?(?: the| its)* {_SHARE}))\b)"
    r"|(?P<within>\b(?:within|in|under|out of|among|inside|contributed? to|contributes to)\b)"
    r"|(?P<of>\bof\b)|(?P<to>\b(?:from|for|to|on|towards?|by|as|via|through)\b)"
    r"|(?P<and>&|\b(?:and|plus|as well as|together with|along with|or)\b)"
    r"|(?P<stop>[,.;:?!()–—\"“”'’-]+)|(?P<word>[A-Za-z]+(?:['’][A-Za-z]+)?)|(?P<other>\S)",
    re.IGNORECASE,
)
_TOTALS = re.compile(r"(?:收入|支出|收支)(?:总计|预算)|本年(?:收入|支出)合计|预算总额|政府采购预算|三公经费(?:合计)?")
"""What other things are a part of, where two are named and nothing tells which is the whole."""
_ALL_MONEY = re.compile(r"(?:收入|支出|收支)(?:总计|预算)|本年(?:收入|支出)合计|预算总额")
_WHETHER = re.compile(r"\W*(?:20\d\d年)?\s*(?:is|are|was|were|does|do|did|has|have|can|could|should)\b", re.IGNORECASE)
_COLUMNS = re.compile(r"(?:预算|决算|执行)数?")
"""What a column is, and no item."""
_PAIR = 2
_OF_IT = re.compile(
    r"[,;]? *(?:and |和 *)?how much of (?:it|that|this|these|those|which|them) (?:(?:is|was|are|were|comes?|came|has|have|been|paid|funded|financed|covered|provided|made up|of|from|by|through|the) ?)+(?P<part>[\u4e00-\u9fff]\S*?)[\s?.]*$",
    re.IGNORECASE,
)
"""How much of what was named before is something."""
_OF_FORM = re.compile(r"(?:财政拨款|上年结转(?:资金)?|其他资金)(?:收入)?")
"""What the money of a project is made of, as its form (项目绩效目标表) has it."""
_ALL_OF_THEM = frozenset({"two", "both", "three", "four", "all"})
"""Words that say again how many things were named."""


@dataclass(slots=True)
class _Read:
    """What a question names and asks for, as its words are read one after the other."""

    year: str = ""
    column: str = ""
    """Which figures are meant: according to the final accounts."""
    items: list[str] = field(default_factory=list)
    within: str = ""
    """What the items are in, or are how much of."""
    base: str = ""
    """What a share of is asked."""
    shared: list[str] = field(default_factory=list)
    """What stands beside either (the shares of one thing and another): then all of them are parts."""
    kind: str = ""
    """The kind of money that a share of is asked, where it is only said by that (the fund total)."""
    asks: set[str] = field(default_factory=set)

    def settle(self) -> None:
        """Say which of the terms is the whole, now that all of them are read."""
        if self.shared or (self.base and not self.items):  # the share of a part, or of a part in a whole
            first = self.base or self.within
            self.within = self.within if self.base else ""
            self.items, self.base = [first, *self.shared, *self.items], ""
        wholes = [self.base, self.within]
        if any(_ALL_MONEY.fullmatch(whole) for whole in wholes):
            wholes += [item for item in self.items if _ALL_MONEY.fullmatch(item)]  # the same said again
        self.items = [item for item in dict.fromkeys(self.items) if item not in wholes]
        if self.kind and not self.base:
            self.base = next((name for name in (self.within, *self.items) if name.startswith(self.kind)), self.kind)
        totals = [item for item in self.items if _TOTALS.fullmatch(item)]
        if not self.base and not self.within and len(totals) == 1 < len(self.items):
            self.within = totals[0]
        self.base = self.base or self.within
        self.within = self.within or self.base
        self.items = [item for item in self.items if item not in (self.base, self.within)]


def asked_together(question: str) -> str:
    """A question with Chinese names that asks for an amount and its share, or for several amounts and their sum, in
    Chinese; empty where it asks for anything else, or has words that say something else."""
    if re.search(r"[占比]|哪|吗|什么|有没有|是否|其中|几辆", question):
        return ""
    question = re.sub(r"\s+", " ", question)
    if (part := _OF_IT.search(question)) is not None:
        return _of_form(question[: part.start()], part["part"])
    read = _read(question)
    if read is None or not read.items:
        return ""
    if any(_COLUMNS.fullmatch(item) for item in read.items):
        return ""
    named = "和".join(read.items)
    scope = f"{read.within}里" if read.within and not _ALL_MONEY.fullmatch(read.within) else ""
    year = f"{read.year} {read.column}"
    each = "各是多少" if len(read.items) > 1 else "是多少"
    if "share" in read.asks:
        if "much" not in read.asks and read.base and "sum" not in read.asks and not _WHETHER.match(question):
            return f"{year}{named}占{read.base}的比例{each}？"
        if "much" not in read.asks or "sum" in read.asks:
            return ""
        of = f"占{read.base}的比例{each}" if read.base else "占比是多少"
        return f"{year}{scope}{named}{each}，{named}{of}？"
    if len(read.items) < _PAIR or not {"sum", "apart"} & read.asks:
        return ""
    if re.match("三公|政府采购", read.within):
        scope = ""  # the names of the parts say so
    if "sum" not in read.asks:
        scope = "三公经费中" if read.within.startswith("三公") else scope  # what they come to belongs to them
        return f"{year}{scope}{named}各是多少？"
    if "apart" in read.asks:
        return f"{year}{scope}{named}各是多少，{named}合计多少？"
    return f"{year}{scope}{named}合计多少？"


def _of_form(question: str, part: str) -> str:
    """A project's money for the year and what of it is one of its parts, two rows of one form; empty for anything else."""
    read = _read(question)
    if read is None or len(read.items) != _PAIR or read.items[0] != "年度资金总额" or not _OF_FORM.fullmatch(part):
        return ""
    return f"{read.year} {read.items[1]}的年度资金总额和{part.removesuffix('收入')}各是多少？"


def _read(question: str) -> _Read | None:
    """The parts of a question; None where it has words that are none of them."""
    found, before, last = _Read(), "", ""
    whole = joined = False  # the last term is the whole; what comes now is joined to what was before
    for m in _TOKEN.finditer(question):
        kind, said = (m.lastgroup or "").replace("many", "much"), m[0]
        if kind == "other" or (kind == "word" and not _says_nothing(said)):
            return None
        beside = whole and joined and kind == "term"
        whole, joined = whole and (kind == "and" or beside), kind == "and"
        if kind == "year":
            found.year = said
        elif kind == "term" and before in {"to", "within"} and _COLUMNS.fullmatch(said) and not found.column:
            found.column, before = said, ""
        elif kind == "term":
            if beside:
                found.shared.append(said)
            elif last == "share" and before == "of":
                found.base, whole = found.base or said, True
            elif before == "within" or (last == "part" and before == "of"):
                found.within, whole = found.within or said, True
            else:
                found.items.append(said)
            last, before = "", ""
        elif kind in {"share", "sum", "apart", "much"}:
            if kind == "much" and (("much" in found.asks and found.items) or said.lower().endswith("s")):
                found.asks.add("apart")  # how much for one, and how much for another; the amounts
            found.asks.add(kind)
            last = "part" if said.lower().startswith("how much") else kind
        elif kind == "whole":
            found.kind = "政府性基金" if "fund" in said else "政府采购" if "procurement" in said else ""
        elif kind in {"of", "within", "to"}:
            before = kind
        elif kind == "stop":
            before = ""
    found.settle()
    return found


def _says_nothing(word: str) -> bool:
    return (
        word.lower() in _ALL_OF_THEM
        or word.lower() in lexicon().english_verbs
        or word.lower() in lexicon().english_noise
    )
