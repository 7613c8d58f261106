"""What English questions ask, as patterns over a question with its names masked, each with the plain Chinese question."""

from __future__ import annotations

import re
from collections.abc import Callable

from qa.english.masks import AMOUNT, ITEM, PERCENT, TABLE, UNIT

_Told = str | Callable[[dict[str, str]], str]
HEADS = r"budget(?:ed)?|figure|amount|line|allocation|item|spending|expenditures?|costs?|money|funding|funds|expenses?|fees?|number|row|entry|appropriation|account|heading|outlay|income|revenue|value|sum|category|bill"
"""Nouns that say no more of a name than that it is an amount, or where it stands."""
GIVEN = r"budgeted(?: amount)?|planned|set aside|earmarked|allocated|allotted|spent|given|listed|printed|shown|recorded|put down|put aside|reserved|provided|paid(?: out)?|appropriated|assigned"
MORE = r"(?:more expensive|more costly|costlier|dearer|more|larger|bigger|higher|greater)"
LESS = r"(?:less expensive|cheaper|less|smaller|lower|fewer)"
LIST = rf"(?P<list>(?:both )?{ITEM}(?:(?:,|,? and|,? plus| \+| with| or| &) {ITEM})+)"
_ANY_LIST = rf"(?P<list>{ITEM}(?:,? (?:and |or )?{ITEM})+)"
_A, _B, _C = (rf"(?P<{n}>{ITEM})" for n in "abc")
_T, _S = (rf"(?:the )?(?P<{n}>{TABLE})" for n in "ts")
_N, _P = rf"(?P<n>{AMOUNT})", rf"(?P<p>{PERCENT})"
_IS = r"(?:is|are|was|were)"
_DO = r"(?:do|does|did)"
_THEY = r"(?:they|it|he|she|we|you|one|(?:the|this|that|its) (?:unit|office|agency|institute|institution|bureau|department|body|organi[sz]ation|government|school|hospital|centre|center))"
_PUT = rf"(?:being )?(?:{GIVEN}|used|going|expected|meant|foreseen|put)"
_PUTS = r"(?:plan(?:ned)?(?: to)?|budget(?:ed)?|spen[dt]|paid|pay(?: out)?|set aside|allocated?|allot(?:ted)?|put (?:down|aside)|earmark(?:ed)?)(?: to (?:spend|pay(?: out)?|use))?"
_GETS = r"(?:is|was|are|were|gets?|got|costs?|has|had|receives?|received)"
_FOR = r"(?:for|on|to|in|under|towards?|from|into)"
_PART = r"(?:share|percentage|percent|per cent|proportion|portion|fraction|part)"
_SHARE = rf"(?:what |which |how (?:large|big|great|high|small|much of) an? |an? |the |its |in )*{_PART}"
_PERCENT_OF = rf"(?:how many percent|{_SHARE})"
_MAKES = r"(?:makes? up|accounts? for|represents?|constitutes?|forms?|takes? up|comprises?)"
_IN_PERCENT = r"(?:in|as an?) (?:percent|percentage|per cent|share|%)"
_OVER = r"(?:over|above|more than|greater than|larger than|higher than|bigger than|beyond|in excess of|upwards of)"
_UNDER = r"(?:under|below|less than|lower than|smaller than)"
_BOUND = rf"(?P<bound>{_OVER}|{_UNDER}|at least)"
_MOST = r"(?:biggest|largest|highest|greatest|most|top|maximum)"
_LEAST = r"(?:smallest|lowest|least|minimum)(?: non-?zero)?"
_FAR = rf"(?P<way>{_MOST}|{_LEAST})"
_WAY = rf"(?P<way>{MORE}|{LESS})"
_LINES = r"(?:lines?|items?|entry|entries|rows?|accounts?|subjects?|amounts?|figures?|categor(?:y|ies)|expense|cost|function|heading|spending item|budget line)"
_LAST = r"(?:(?:(?:the )?(?:last|previous|prior|preceding) year|the year before|a year (?:ago|earlier|before)|the same line a year ago)(?:'s (?:figure|budget|amount))?)"
_SINCE = r"(?:from|since|over|on|against|compared (?:to|with)|versus|vs\.?)"
_AGAINST = r"(?:versus|vs\.?|against|compared (?:to|with))"
_HOW_MUCH = rf"(?:how much(?: money| funding| cash)?|by how much|how many {UNIT}|what)"
_WHAT_IS = r"(?:(?:what|how (?:much|large|big|wide)) (?:is|are|was|were|do|does|did) |work out |give )?(?:the )?"
_TOGETHER = r"(?:together|combined|taken together|put together|in total)"
_UP = r"(?:increased?|ris(?:e|en)|rose|gr[eo]wn?|go(?:ne)? up|been (?:raised|increased)|climb(?:ed)?|jump(?:ed)?)"
_DOWN = r"(?:decreased?|fall(?:en)?|fell|drop(?:ped)?|shr[iu]nk|declined?|go(?:ne)? down|been (?:cut|reduced))"
_MOVED = rf"(?P<way>{_UP}|{_DOWN})"
_UP_OR_DOWN = r"(?:(?:grow|rise|increase|go up|gone up|up) or (?:shrink|fall|decrease|decline|drop|go down|down))"
_EITHER_WAY = rf"(?:change|changed|differ|vary|move|develop|{_UP_OR_DOWN})"
_TRUE = r"(?:right|correct|true|so)"
_TIMES = {"twice": "2", "double": "2", "two times": "2", "three times": "3", "triple": "3", "four times": "4", "five times": "5", "ten times": "10"}  # fmt: skip
_ORDINALS = {"second": "二", "2nd": "二", "third": "三", "3rd": "三", "fourth": "四", "fifth": "五", "next": "二"}
_NUMBERS = {"two": "两", "three": "三", "four": "四", "five": "五", "2": "两", "3": "三", "4": "四", "5": "五", "10": "十", "ten": "十", "six": "六"}  # fmt: skip


def named(said: str) -> str:
    """The names of a list, as Chinese has them."""
    names = re.findall(ITEM, said)
    return "、".join(names[:-1]) + f"和{names[-1]}"


def _added(said: str) -> str:
    return "加".join(re.findall(ITEM, said))


def _less(said: str) -> bool:
    return re.match(LESS, said) is not None


def _most(way: str) -> str:
    if not way or re.match(_MOST, way):
        return "最大"
    return "最小（不为零）" if "zero" in way else "最小"


def _bound(way: str) -> str:
    if re.match(_UNDER, way):
        return "低于"
    return "达到" if way.startswith("at least") else "超过"


def _ranked(said: dict[str, str]) -> str:
    """The largest line of a table or the smallest, by one of its columns, or so many of them."""
    rank, by, way = said.get("rank", ""), said.get("c") or "金额", _most(said.get("way", ""))
    many = said.get("many") or rank
    if many in _NUMBERS:
        return f"{by}{way}的{_NUMBERS[many]}个科目是哪些"
    if rank in _ORDINALS:
        way = f"第{_ORDINALS[rank]}{'小' if way.startswith('最小') else '大'}"
    return f"{by}{way}的科目是哪个"


def _yearly(said: dict[str, str]) -> str:
    """How something changed since the year before, in money or in percent."""
    way = said.get("way", "")
    up = re.match(rf"{_UP}|{MORE}|raised|added", way) is not None
    down = re.match(rf"{_DOWN}|{LESS}|cut|reduced", way) is not None
    if said.get("percent"):
        return f"{said['a']}比上年{'增长' if up else '下降' if down else '增长或下降'}百分之多少"
    return f"{said['a']}比上年{'增加' if up else '减少' if down else '增加或减少'}多少"


def _whether_changed(said: dict[str, str]) -> str:
    """Whether something went up or down since the year before, by more than so much, or by how much."""
    down = re.match(rf"{_DOWN}|{LESS}|down", said["way"]) is not None
    if said.get("p"):
        return f"{said['a']}比上年{'下降' if down else '增长'}{_bound(said['bound'])}{said['p']}吗"
    moved = "减少" if down else "增加"
    return f"{said['a']}比上年{moved}了吗" + (f"，{moved}多少" if said.get("much") else "")


def _of_kind(said: dict[str, str]) -> str:
    """What of something, or of all, is basic spending, or is spent on projects."""
    kind = "基本支出" if said["kind"] == "basic" else "项目支出"
    return f"{said['a']}里{kind}是多少" if said["a"] else f"{kind}合计是多少"


_SHARE_TOLD = "{a}占{b}的比例是多少"
_COLUMN_TOLD = "{a}的{b}是多少{{column}}"
_ALL_TOLD = "{a}占合计的比例是多少{{table}}"

_ASKED: tuple[tuple[_Told, tuple[str, ...]], ...] = (
    # one column of a line
    (_COLUMN_TOLD, (
        rf"{_WHAT_IS}{_B}(?: (?:part|portion|column|amount|component|share))?(?:'s)? (?:for|of|in|under|against) {_A}",
        rf"{_A},? (?:and )?(?:column |under )?{_B}(?: column)?",
        rf"(?:for|in|under|on|of) {_A},? (?:what|how much) (?:is|was|goes to|is for) {_B}",
        rf"how much {_B} {_DO} {_A} (?:have|get|show)",
        rf"how much of {_A} (?:is|are|was|goes to|goes on|is for|is spent (?:as|on)|counts as) {_B}",
        rf"(?:{_HOW_MUCH} (?:is |are |was )?)?(?:listed |printed |shown )?(?:under|in) (?:the )?(?:column )?{_B}(?: column)?,? (?:for|of|against|in) {_A}",
        rf"(?:how much|what) (?:is|was) {_A}'s {_B}",
    )),
    ("{a}里{b}占比是多少{{column}}", (rf"{_PERCENT_OF} of {_A} (?:is|are|was|goes to|does) {_B}(?: {_MAKES})?",)),
    (_of_kind, (rf"how much of (?:{_A}|the (?:spending|budget|expenditure|money|total)) (?:is|are|was|goes (?:to|on)) (?:for |on |spent on )?(?P<kind>basic|projects?)(?: (?:spending|expenditure|ones?))?",)),
    ("{a}全部是{b}吗{{column}}", (rf"is (?:all|the whole|everything) (?:of |in |under )?{_A} {_B}",)),
    # shares
    (_ALL_TOLD, (
        rf"(?:{_PERCENT_OF}|how much) of (?:the )?(?:grand |overall )?total (?:do|does|is|are|was|were|goes to|comes from) {_A}(?: {_MAKES})?",
        rf"{_WHAT_IS}{_A}'s {_SHARE} (?:of|in) (?:the )?(?:grand |overall )?total",
    )),
    (_SHARE_TOLD, (
        rf"{_WHAT_IS}{_A}'s {_SHARE} (?:of|in) {_B}",
        rf"{_PERCENT_OF} of {_B} (?:do|does|did|is|are|was|were|goes? to|goes? on|went to|comes? from|came from|is spent on|is for) {_A}(?: {_MAKES})?",
        rf"{_WHAT_IS}{_SHARE} of {_A} (?:in|within|out of|relative to|to) {_B}",
        rf"(?:express |state )?{_A},? as (?:a |an |the )?{_SHARE} of {_B}",
        rf"{_A}[:,]? (?:(?:{_MAKES}|is) )?(?:how much|{_SHARE}|how many percent|what) of {_B}(?:,? {_IN_PERCENT})?",
        rf"{_B}[:,] {_SHARE} (?:of (?:it|that|this) )?(?:is|goes to|goes on|comes from) {_A}",
        rf"how much of {_B} (?:is|are|was|goes to|comes from|does) {_A}(?: {_MAKES})?,? {_IN_PERCENT}",
        rf"how much {_DO} {_A} (?:weigh|count) (?:in|within|for in) {_B}(?:,? {_IN_PERCENT})?",
        rf"{_A} relative to {_B},? {_IN_PERCENT}",
        rf"{_A} divided by {_B},? {_IN_PERCENT}",
        rf"divide {_A} by {_B}[ ,.-]+(?:what|which) (?:percentage|percent|share) is (?:that|it)",
        rf"(?:out )?of {_B},? {_SHARE} (?:is|goes to|comes from|does) {_A}(?: {_MAKES})?(?:[.,?]+ ?(?:give|as|in) (?:it as )?(?:a |an )?(?:percentage|percent|answer in percent))?",
    )),
    (lambda said: f"{_added(said['list'])}占{said['c']}的比例是多少", (
        rf"(?:together,? )?{LIST}(?:,? {_TOGETHER})? (?:{_MAKES}|are) (?:{_SHARE}|how much|how many percent|what) of {_C}",
        rf"{_SHARE} of {_C} (?:do|does|are|is) {LIST}(?: {_TOGETHER})?(?: {_MAKES})?(?: {_TOGETHER})?",
    )),
    (lambda said: f"{said['a']}占{said['b']}的比例{_bound(said['bound'])}{said['p']}吗", (
        rf"{_DO} {_A} (?:{_MAKES}|take) {_BOUND} {_P} of {_B}",
        rf"{_IS} {_A} {_BOUND} {_P} of {_B}",
    )),
    ("{a}是{b}的几倍", (
        rf"{_A} is (?:how many|what) times {_B}",
        rf"how many times {_B} is {_A}",
        rf"how many times (?:larger|bigger|higher|greater|as (?:large|big|much|high)) is {_A} (?:than|as) {_B}",
        rf"{_WHAT_IS}ratio of {_A} to {_B}",
        rf"{_WHAT_IS}{_A} to {_B} ratio",
    )),
    # since the year before
    (_yearly, (
        rf"(?:by )?{_HOW_MUCH} (?:did|has|does|is) {_A} {_EITHER_WAY},? (?:year on year|{_SINCE} {_LAST})",
        rf"(?:by )?what (?P<percent>percentage|percent) (?:did|has|does|is) {_A} (?:{_EITHER_WAY}|{_MOVED})(?:,? (?:{_SINCE} {_LAST}|year on year|yoy))?",
        rf"(?:by )?how (?:much|far) (?:did|has|does|is) {_A} {_MOVED}(?P<percent>,? in (?:percent|percentage terms|%))?,? (?:year on year|{_SINCE} {_LAST})",
        rf"(?:by )?how (?:much|far) (?:did|has|does|is) {_A} {_MOVED},? (?:year on year|{_SINCE} {_LAST})(?P<percent>,? in percent)",
        rf"(?:yoy|year[- ]on[- ]year|annual) (?:change|growth) (?:in|of) {_A}(?P<percent> ?\(?(?:%|in percent)\)?)?",
        rf"{_WHAT_IS}(?P<percent>growth rate|rate of (?:growth|change|increase)|percentage change) (?:of|in|for) {_A}(?:,? {_SINCE} {_LAST})?",
        rf"how much (?P<way>more|less|higher|lower) (?:is |was )?{_A} than {_LAST}",
        rf"{_A} {_AGAINST} {_LAST}(?:[ ,-]+(?:what is the )?(?:difference|change|gap)(?: in (?:money|amount|{UNIT}))?)?",
        rf"compare {_A} (?:with|to|and|against) {_LAST}",
        rf"how much (?:was|were|is|has been) (?P<way>cut|reduced|raised|added) (?:from|off|in|to) {_A} {_SINCE} {_LAST}",
    )),
    ("上年的{a}是多少", (rf"(?:what|how much) (?:was|were) {_A}(?: (?:in|for))? {_LAST}", rf"{_LAST}'s {_A}")),
    ("{a}比上年是增加还是减少", (rf"(?:did|has|does|is) {_A} {_UP_OR_DOWN},? {_SINCE} {_LAST}",)),
    (_whether_changed, (
        rf"(?:did|has|have|does|was|were) {_A} {_MOVED}(?: by)? {_BOUND} {_P},? {_SINCE} {_LAST}",
        rf"(?:did|has|have|does|was|were) {_A} {_MOVED},? {_SINCE} {_LAST}(?P<much>,? (?:and )?(?:by )?how much)?",
        rf"{_IS} {_A} (?P<way>more|less|higher|lower|larger|smaller|up|down) (?:than|on|from|compared (?:to|with)) {_LAST}(?P<much>,? (?:and )?(?:by )?how much)?",
    )),
    # differences
    (lambda said: f"{said['a']}比{said['b']}{'少多少' if _less(said['way']) else '多多少'}", (
        rf"{_HOW_MUCH} {_WAY} (?:(?:{_IS}|{_DO}|goes|go|went) )?(?:{_THEY} )?(?:{_PUT} |{_PUTS} )?(?:{_FOR} )?{_A}(?: (?:{_PUT}|get|cost|receive))? than (?:{_FOR} )?{_B}",
    )),
    ("{a}和{b}相差多少", (
        rf"{_WHAT_IS}(?:gap|difference|distance) between {_A} and {_B}",
        rf"how far apart {_IS} {_A} and {_B}",
        rf"is there (?:a |any )?(?:gap|difference) between {_A} and {_B},? (?:and|if so),? how (?:big|large|much|wide) is it",
        rf"how (?:much )?do {_A} and {_B} differ(?: by)?",
        rf"how {_DO} {_A} compare (?:with|to|against) {_B}",
        rf"(?:compare )?{_A} {_AGAINST} {_B}",
        rf"compare {_A} (?:with|to|and) {_B}",
        rf"(?:what|how much) separates {_A} (?:from|and) {_B}(?: in (?:money|terms of money|money terms))?",
    )),
    ("{a}比{b}多多少", (
        rf"how much (?:extra|more) (?:goes|went|is|was) (?:spent |budgeted |given )?(?:to|on|for) {_A} (?:over|compared (?:with|to)|relative to) {_B}",
        rf"(?:by )?how (?:much|far) {_DO} {_A} (?:exceed|surpass|top|outstrip|outweigh) {_B}",
        rf"by how much is {_A} {MORE} than {_B}",
    )),
    ("{a}减去{b}是多少", (
        rf"if {_B} {_IS} (?:taken (?:off|from|out of|away from)|deducted from|subtracted from|removed from|left out of) {_A},? (?:how much|what) (?:is left|remains|would be left|would remain)",
    )),
    ("{a}比{b}少多少", (
        rf"by how much is {_A} {LESS} than {_B}",
        rf"how (?:much|far) short of {_B} (?:does|do|did|is) {_A}(?: fall| come| stay)?",
        rf"(?:by )?how (?:much|far) does {_A} fall short of {_B}",
    )),
    ("{a}减去{b}是多少", (
        rf"(?:what is |how much is |calculate )?{_A} (?:minus|less|-) {_B}(?: ?=)?",
        rf"(?:what do (?:i|you|we) get (?:if|when) (?:i|you|we) )?(?:subtract|deduct|take away|take) {_B} (?:away |off )?from {_A}(?:[ ,.-]+(?:and )?(?:what|how much) is left)?",
        rf"(?:what|how much) (?:is )?(?:left|remains)(?: (?:of|from|over from))? {_A} (?:once|if|when|after) (?:you |we |i )?(?:take out|take away|taking out|taking away|subtract|subtracting|deduct|deducting|remove|removing|leave out) {_B}",
    )),
    (lambda said: f"{said['a']}比{said['b']}{'少多少' if _less(said['way']) else '多多少'}", (
        rf"{_A},? {_AGAINST} {_B},? (?:by )?{_HOW_MUCH} {_WAY}(?: is it)?",
    )),
    ("{a}在{t}里的数比在{s}里的数多多少", (
        rf"for {_A},? how much {MORE} is (?:the )?(?:figure |amount |number )?in {_T} than (?:the one )?in {_S}",
    )),
    ("{a}在{t}和{s}里各是多少", (rf"(?:{_HOW_MUCH} {_IS} )?{_A},? (?:both )?in {_T} and (?:in )?{_S}(?:,? (?:each|respectively))?",)),
    # which is more
    (lambda said: f"{said['a']}和{said['b']}哪个{'少' if _less(said['way']) else '多'}", (
        rf"(?:which|what)(?: one)?(?: of the two)? {_GETS} (?:the )?{_WAY}(?: money| funding| budget)?[,:]? {_A},? or {_B}",
        rf"(?:which|what)(?: one)? of {_A} (?:and|or) {_B} {_GETS} (?:the )?{_WAY}",
        rf"(?:between |of )?{_A} (?:or|and|vs\.?|versus) {_B}[,:]? (?:which|what)(?: one)? {_GETS} (?:the )?{_WAY}(?: money| funding)?",
        rf"{_IS} {_WAY}(?: money)? (?:{_PUT} )?(?:{_FOR} )?{_A},? or (?:{_FOR} )?{_B}",
    )),
    (lambda said: f"{'、'.join(re.findall(ITEM, said['list']))}里哪个{_most(said['way'])}", (
        rf"(?:(?:out )?of|among|between) {LIST},? (?:which|what)(?: one)? {_GETS} (?:the )?{_FAR}(?: money)?",
        rf"(?:(?:out )?of|among) {_ANY_LIST},? (?:the )?{_FAR} is",
        rf"(?:which|what)(?: one)? of {LIST} {_GETS} (?:the )?{_FAR}(?: money)?",
        rf"(?:(?:which|what)(?: one)? {_GETS} )?(?:the )?{_FAR}(?: money)?(?:[,:]| of)? {_ANY_LIST}",
    )),
    (lambda said: f"{'、'.join(re.findall(ITEM, said['list']))}从大到小怎么排", (
        rf"(?:rank|sort|order|arrange|put) {LIST}(?: in order)? from (?:high(?:est)?|larg(?:e|est)|big(?:gest)?) to (?:low(?:est)?|small(?:est)?)",
    )),
    (lambda said: f"{'、'.join(re.findall(ITEM, said['list']))}从小到大怎么排", (
        rf"(?:rank|sort|order|arrange|put) {LIST}(?: in order)? from (?:low(?:est)?|small(?:est)?) to (?:high(?:est)?|larg(?:e|est)|big(?:gest)?)",
    )),
    # whether
    (lambda said: f"{said['a']}比{said['b']}{'少' if _less(said['way']) else '多'}吗", (
        rf"{_IS} {_A} {_WAY} than {_B}(?:,? (?:and|if so),? by how much)?",
        rf"{_IS} {_WAY}(?: money)? (?:{_PUT} )?(?:{_FOR} )?{_A} than (?:{_FOR} )?{_B}",
        rf"{_DO} {_THEY} (?:plan to )?(?:spend|budget|pay|plan|allocate|set aside|earmark|get|earn|receive) {_WAY}(?: money)? {_FOR} {_A} than {_FOR} {_B}",
        rf"{_DO} {_A} (?:(?:cost|get|receive|take|come to|bring in) )?{_WAY}(?: money)? than {_B}",
    )),
    ("{a}比{b}多吗", (rf"{_DO} {_A} (?:exceed|surpass|outweigh|top) {_B}",)),
    (lambda said: f"{named(said['list'])}合计比{said['c']}{'少' if _less(said['way']) else '多'}吗", (
        rf"(?:{_IS}|{_DO}) {LIST},? (?:{_TOGETHER},? )?(?:cost |come to |get )?(?P<way>exceed|surpass|outweigh|(?:{MORE}|{LESS}) than) {_C}",
    )),
    (lambda said: f"{said['a']}比{named(said['list'])}合计{'少' if _less(said['way']) else '多'}吗", (
        rf"(?:{_IS}|{_DO}) {_A} (?:cost |come to |get )?(?P<way>exceed|surpass|outweigh|(?:{MORE}|{LESS}) than) {LIST}(?: {_TOGETHER})?",
    )),
    ("{a}在{n}到{m}之间吗", (rf"{_IS} {_A} between {_N} and (?P<m>{AMOUNT})",)),
    ("{a}的{p}是多少", (rf"(?:what is |how much is )?{_P} of {_A}",)),
    ("{a}超过{n}吗", (rf"(?:{_DO}|will|has|have) {_A} (?:exceed|exceeded|topped|passed|surpassed|surpass|go over|come to more than|go beyond|top|pass) {_N}",)),
    (lambda said: f"{said['a']}{_bound(said['bound']) if said['bound'] else '是'}{said['n']}吗", (
        rf"{_DO} {_A} (?:come to|amount to|reach|total|cost) (?:{_BOUND} )?{_N}",
        rf"{_IS} {_A} {_BOUND} {_N}",
        rf"{_IS} {_BOUND} {_N} (?:{_PUT} )?{_FOR} {_A}",
        rf"(?:{_DO}|have|has|will) {_THEY} {_PUTS} {_BOUND} {_N} {_FOR} {_A}",
        rf"{_IS} {_THEY} (?:spending|paying|planning|budgeting|getting|putting|setting aside) {_BOUND} {_N} {_FOR} {_A}",
    )),
    (lambda said: f"{named(said['list'])}的合计{_bound(said['bound'])}{said['n']}吗", (
        rf"{_DO} {LIST} (?:together |combined )?(?:come to|add up to|exceed|total|amount to)(?: together)? ?{_BOUND}? {_N}(?: {_TOGETHER})?",
        rf"(?:are|is) (?:combined )?{LIST} (?:together |combined )?{_BOUND} {_N}(?: {_TOGETHER})?",
    )),
    ("今年有{a}吗", (
        rf"{_IS} there (?:any|some|a|an)? ?(?:(?:money|funds|funding|budget|amount|sum|cash|provision|spending|thing|figure) )?(?:{_PUT} )?(?:{_FOR} |of )?{_A}",
        rf"(?:{_IS}|has) (?:any(?:thing|(?: money)?| amount| funds?)|some(?:thing| money)) (?:been )?(?:{_PUT} )?{_FOR} {_A}",
        rf"{_DO} {_THEY} (?:have|{_PUTS}) (?:any(?:thing)?|some)(?: money| funds| budget)?(?: {_FOR})? {_A}",
    )),
    ("{a}是{n}吗", (
        rf"true or false[:,]? {_A} (?:{_IS}|came to|comes to|totals?|totall?ed|amounts? to) {_N}",
        rf"(?:someone|somebody|a colleague|a friend|people|they|he|she|i)(?: was)? (?:told|tells|says?|said|heard|read|claims?|claimed|thinks?)(?: me| us)?(?: that)? {_A} (?:{_IS}|came to|comes to) {_N}[,.;]? *(?:is (?:that|it) )?{_TRUE}",
        rf"{_A} (?:{_IS}|comes to|came to) {_N}[,.;] ?(?:(?:is that )?{_TRUE}|true or false)",
        rf"(?:is it {_TRUE} that|is) {_A} (?:(?:is|was|comes to|equal to|exactly) )?{_N}",
    )),
    ("{a}和{b}一样多吗", (
        rf"{_IS} {_A} (?:and|with) {_B} (?:the same|equal|identical|equally (?:large|big|high))(?: (?:amount|size|figure|number))?",
        rf"is {_A} (?:the same(?: amount)? as|equal to|as (?:large|much|big|high) as) {_B}",
        rf"{_DO} {_A} and {_B} (?:cost |get |come to )?(?:the same|as much|equally much)(?: amount)?",
        rf"{_DO} {_A} (?:equal|(?:(?:cost|get|receive|come to) )?(?:as much|the same) as) {_B}",
    )),
    (lambda said: f"{said['a']}{_bound(said['bound'])}{said['b']}的{_TIMES[said['times']]}倍吗", (
        rf"{_IS} {_A} {_BOUND} (?P<times>{'|'.join(_TIMES)})(?: (?:of|as much as|as large as|the size of))? {_B}",
    )),
    ("{a}在{t}和{s}里的数一致吗", (
        rf"{_IS} {_A} (?:the )?(?:same|identical|equal|consistent)(?: (?:figure|amount|number))? in {_T} and (?:in )?{_S}",
        rf"{_DO} {_A} (?:agree|match|tally) (?:in|between) {_T} and (?:in )?{_S}",
    )),
    ("{a}合理吗", (rf"{_IS} {_A} (?:really )?(?:worth (?:it|the money|that much)|reasonable|justified|excessive|enough|sufficient|adequate|appropriate|too (?:high|low|much|little|large|small|big))",)),
    ("{a}用在哪些方面", (rf"what (?:{_IS}|will) {_A} (?:be )?(?:spent|used|needed|meant|intended) (?:on|for|to pay for)",)),
    # the lines of a table
    (_ranked, (
        rf"(?:(?:what|which|name|list)(?: {_IS})? )?(?:the )?(?:(?P<rank>{'|'.join((*_ORDINALS, *_NUMBERS))})[- ])?{_FAR}(?: single)?(?: (?P<many>{'|'.join(_NUMBERS)}))?(?: {_LINES})?(?:[,:]? (?:and )?(?:which|what|how much)(?: {_LINES})?(?: is it| is that)?)?",
        rf"(?:which|what) {_LINES} (?:{_GETS}|takes?|shows?|carries)(?: allocated| given)? (?:the )?(?:(?P<rank>second|third)[- ])?{_FAR}(?: (?:money|funding|amount|figure|value|number|funds|cash|budget))?",
        rf"(?:(?:which|what|name|find|give) )?(?:the )?{_LINES} (?:has|have|is|with|of|having|shows) (?:the )?(?:(?P<rank>second|third)[- ])?{_FAR} {_C}",
        r"where (?:does|do) most (?:of the )?(?:money|funds|funding|budget) go",
        r"what (?:tops|leads|comes (?:top|first)(?: in)?)",
        rf"by {_C},? what (?:tops the list|comes first|is (?:the )?{_FAR}(?: {_LINES})?)",
    )),
    (lambda said: f"金额{_most(said['way'])}的科目是{said['a']}吗", (rf"is {_A} (?:the )?{_FAR}(?: {_LINES})?",)),
    (lambda said: f"{_bound(said['bound'])}{said['n']}的科目有几个", (
        rf"how many {_LINES} (?:are|is|have|exceed|come to|get|were|lie)? ?{_BOUND}? ?{_N}",
    )),
    (lambda said: f"{said['a']}下面金额{_most(said['way'])}的科目是哪个", (
        rf"(?:what|which {_LINES}) {_DO} {_THEY} spend (?:the )?(?P<way>most|least)(?: money)? on (?:under|within|in|inside|of) {_A}",
        rf"(?:what|which) (?:is|{_LINES})(?: is)?(?: the)? {_FAR}(?: {_LINES})? (?:under|within|inside) {_A}",
    )),
    (lambda said: f"金额{_most(said['way'])}的项目是哪个", (
        rf"(?:what|which) project (?:{_GETS}|is given) (?:the )?{_FAR}(?: (?:money|funding|funds|budget|expensive))?",
    )),
    ("{a}的科目编码是多少", (
        rf"{_WHAT_IS}(?:account |budget |classification |subject )?code (?:of|for|number of) {_A}",
        rf"(?:which|what) (?:account |budget |subject )?code {_DO} {_A} (?:have|carry|bear)",
    )),
    # the sum of a table
    ("合计是多少", (
        rf"{_WHAT_IS}(?:(?:grand|overall) )?(?:total|sum)(?: (?:at the (?:bottom|end|foot)|of everything))?",
        r"what (?:add up|adds up|come|comes|sum|sums|amount|amounts) (?:up )?to(?: overall| in total| in all| altogether)?",
    )),
    ("{c}的合计是多少", (
        rf"{_WHAT_IS}(?:(?:grand|overall) )?(?:total|sum)(?: at the (?:bottom|end|foot))? (?:of|for|in|under) (?:the )?(?:column )?{_C}(?: column)?",
    )),
)  # fmt: skip

_FOLLOWING: tuple[tuple[_Told, tuple[str, ...]], ...] = (
    ("{a}呢", (
        rf"(?:and |or |but )?(?:(?:what|how) about |(?:how much )?(?:is it )?for )?{_A}(?: too| as well| then)?",
        rf"(?:and )?(?:the )?same (?:question |thing )?(?:for|about|with) {_A}",
    )),
    ("{t}里呢", (rf"(?:and |what about |how about )?(?:in )?{_T}",)),
    ("其中{a}是多少", (
        rf"(?:and )?how much of (?:that|it|this|them) (?:is|was|goes to|went to|is for) {_A}",
        rf"(?:only )?{_A} (?:part|column|portion)(?:,? i mean)?",
    )),
    (lambda said: f"比{said['a']}{'少多少' if _less(said['way']) else '多多少'}", (rf"(?:by )?how much {_WAY} than {_A} is (?:that|it|this)",)),
    (lambda said: f"比上年{'少' if _less(said['way']) else '多'}吗", (rf"(?:is|was) (?:that|it|this) {_WAY} than {_LAST}",)),
    ("两者合计是多少", (
        r"(?:and )?(?:what is |how much is )?(?:the )?(?:combined )?(?:total|sum) (?:of|for) (?:the two|both|them|these)(?: together| combined)?",
        rf"how much (?:is|are) (?:they|the two|both) {_TOGETHER}",
        r"(?:the )?(?:two|both|them) (?:together|combined)",
    )),
    (lambda said: f"哪个{'少' if _less(said['way']) else '多'}", (rf"which (?:one )?(?:of (?:them|the two|these) )?(?:is|was) (?:the )?{_WAY}",)),
    ("两者相差多少", (
        r"(?:and |so )?(?:what is |how (?:much|big) is )?(?:the )?(?:difference|gap)(?: between (?:them|the two))?",
        r"how far apart are they",
        r"(?:and )?by how much(?: more| less)?",
    )),
    ("占{a}的比例是多少", (
        rf"(?:and )?what {_PART} of {_A} (?:is (?:that|it|this)|does (?:that|it|this) {_MAKES})",
        rf"(?:and |what is that )?as (?:a |an )?{_PART} of {_A}",
    )),
    (lambda said: f"比{said['a']}{'少' if _less(said['way']) else '多'}吗", (rf"(?:is|was) (?:it|that|this) {_WAY} than {_A}",)),
    ("不对，我说的是{a}", (
        rf"(?:(?:no|sorry|oops|wait)[,.]? ?)?(?:i (?:meant|mean)|make (?:it|that)) {_A}",
        rf"(?:no|sorry|oops|wait)[,.]? ?i (?:was asking about|wanted) {_A}",
    )),
    (lambda said: f"{_bound(said['bound'])}{said['n']}吗", (rf"(?:is|was|does) (?:it|that|this) (?:exceed|{_BOUND}) {_N}",)),
    ("是多少{u}", (rf"(?:and )?(?:in|convert(?:ed)? (?:it )?(?:to|into)|how much is (?:that|it) in) (?P<u>{UNIT})",)),
    ("和{a}相差多少", (rf"(?:and )?(?:how does (?:it|that|this) compare|compared|compare (?:it|that)) (?:with|to|against) {_A}",)),
    ("再加上{a}一共多少", (
        rf"(?:then )?(?:and )?(?:add|adding) {_A}(?: to (?:that|it|this|them))?(?: as well| too)?",
        rf"(?:plus|and) {_A} (?:on top|too|as well)",
    )),
    ("第二大的呢", (r"(?:and )?(?:the )?(?:one after (?:that|it|this)|next one|second (?:largest|biggest|highest)(?: one)?)",)),
)  # fmt: skip


def _compiled(rows: tuple[tuple[_Told, tuple[str, ...]], ...]) -> tuple[tuple[re.Pattern[str], _Told], ...]:
    return tuple((re.compile(words), told) for told, patterns in rows for words in patterns)


_ALL_ASKED = _compiled(_ASKED)
_ALL_FOLLOWING = _compiled(_FOLLOWING)


def readings(text: str) -> list[tuple[str, dict[str, str]]]:
    """The plain questions that a masked question may be, each with what its pattern found, the likeliest first."""
    return _read(text, _ALL_ASKED)


def follow_ups(text: str) -> list[tuple[str, dict[str, str]]]:
    """What continues the question before it, the same way."""
    return _read(text, _ALL_FOLLOWING)


def _read(text: str, patterns: tuple[tuple[re.Pattern[str], _Told], ...]) -> list[tuple[str, dict[str, str]]]:
    found = []
    for words, told in patterns:
        if (m := words.fullmatch(text)) is not None:
            said = {name: value or "" for name, value in m.groupdict().items()}
            found.append((told.format(**said) if isinstance(told, str) else told(said), said))
    return found
