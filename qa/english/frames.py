"""English questions said more plainly: asides left out, and one word for what several say."""

from __future__ import annotations

import re
from collections.abc import Callable

from qa.english.many import BODIES

_COUNTED = (
    r"carr(?:y|ied)[- ]?(?:overs?|forwards?)|balances?|surpluse?s?|(?:brought|carried) (?:forward|over)|left ?overs?"
)
_TREASURY_MONEY = r"(?:(?:fiscal|financial|government)[- ]appropriat(?:ions?|ed)(?: money| funds?| funding)?|(?:fiscal|treasury) (?:money|funds?|funding))"
_ON = r"(?:(?!\b(?:from|into|to|than|beginning|start|percent|share|change)\b)[a-z ,-]){0,40}?"
_AT_ITS_END = r"\b(?:at|by|as of) (?:the )?(?:year[- ]end(?: (?:of )?20\d\d)?|end of (?:the )?(?:fiscal )?(?:year\b)?(?: ?20\d\d)?)"
"""Money of the treasury, and the end of a year at which some of it is left, with few words between them."""
_MONEY_OF_ALL = r"(?:(?:funding|fund|financing|revenue|income|money) )?(?:sources?|channels?)(?: of (?:funds?|funding|money|income|finance|financing))?|funds?|kinds of (?:money|funds?|funding)|types of (?:money|funds?|funding)"
_ABROAD = r"(?:official |business |work )*(?:(?:overseas|foreign) (?:official )?(?:travel|trips?|visits?)|(?:travel|trips?|visits?) (?:abroad|overseas)|going abroad)"
_CARS = r"(?:official |government )?(?:vehicles?|cars?)(?: (?:purchases?|running|operation|maintenance|costs?|use|and|expenses?|purchasing))*"
_GUESTS = r"(?:official |business )?(?:receptions?|hospitality|entertain(?:ment|ing))(?: (?:costs?|expenses?))?"
_AND = r",? (?:and |& |plus )?"

_ONE_OF_THEM = rf"(?:which|what)(?: (?:one|single one|{BODIES}))?(?: of (?:them|these|those))?|who"

_CLASSES = r"(?:functional |expenditure |spending |budget |main )*(?:category|categories|class|classification|function|area|field|purpose|head|heading)"


_RATE_OF_BUDGET = r"(?:budget )?(?:completion|execution|implementation) (?:rate|ratio|percentage)(?: (?:against|of|compared (?:with|to)|versus|relative to) (?:the |its )?(?:initial |original )?(?:budget|plan))?"
_ACTUALLY_SPENT = (
    r"(?:(?:how much|what)(?: (?:money|amount|sum))? (?:did (?:the |it|they)?[^?,]*?\bspend(?: in fact)?|(?:was|were|has been|have been)(?: (?:actually|really|in fact|finally))? spent"
    r"|(?:has|have) (?:the )?[^?,]*?\bspent)(?: out)?|(?:what|how much) (?:was|were|is) (?:the |its )?(?:actual|real|final) (?:spending|expenditures?|amount|costs?|outlays?)(?: spent)?)"
)
"""What was spent in fact."""
_ITS_BUDGET = r"(?:(?:the|its|their|that) )?(?:(?:own|original|initial|planned|annual|year's) )*(?:budget(?:ed (?:amount|figure|sum))?|amount budgeted|budget figure)"
_THAT_IS = r"(?: (?:is|was|does|did|do)(?: (?:that|this|it|they|the spending))?(?: (?:represent|make up|come to|amount to|account for|be|equal))?)"
_OF_ITS_BUDGET = rf"and (?:(?:what|which) (?:percentage|share|proportion|fraction|percent|per cent|%) of {_ITS_BUDGET}{_THAT_IS}|how much of {_ITS_BUDGET}{_THAT_IS}|(?:what|which) (?:percentage|share|proportion|fraction|percent|per cent|%){_THAT_IS} of {_ITS_BUDGET}|(?:as )?(?:an? |what )?(?:percentage|share|proportion) of {_ITS_BUDGET})"
"""What part of its own budget that is: how far the budget was carried out, and no part of all that is spent."""
_FLEET = r"(?:official |government |public |motor )*(?:vehicles|cars)"
_COSTLY = r"(?:(?:pieces|sets|items|units) of )?(?:large(?:-scale)? |major |single )*equipment(?: (?:items|pieces|sets))?(?: (?:each|that (?:is|are)|which (?:is|are)))?(?: (?:worth|valued at|priced at|costing|with an? (?:unit )?(?:value|price) (?:of)?))? ?(?:over|above|more than|exceeding|at least|of)? ?(?:RMB |CNY |¥)?(?:one|1|a) million(?: (?:yuan|rmb|cny|renminbi))?(?: (?:or more|and above|or above))?"


def _into_the_next(m: re.Match[str]) -> str:
    """Money carried over from one year is in the budget of the next."""
    return f"carried over from last year in {int(m['y']) + 1}"


def _kept_for(m: re.Match[str]) -> str:
    """Money carried over to a year: from the year before, or for the next one, as the document's year has it."""
    if re.search(r"\b(?:last|previous|prior) year", m.string, re.IGNORECASE):
        return m[0]
    return f" 结转到{m['y']}年的资金 "


_PAYS_FOR = r"(?:pay|paid|pays) for|spent on|used (?:for|on)|(?:go|goes|went) (?:to|on|into)|fund|finance|cover|spend (?:it|its money) on"
_EACH_HOW_MUCH = r"how much (?:money )?(?:does |do |did |is |was |for |goes |went |to |on |spent |allocated |given |in |get |gets |go )*(?:each|every)(?: (?:one|item|line|of (?:them|these|those)|category|purpose|part))?(?: (?:get|gets|cost|costs|receive|receives|take|takes|come to))?"


_FRACTIONS = {"half": "50", "third": "33.33", "quarter": "25", "fifth": "20", "tenth": "10"}
_TIMES = {"": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nine": 9}


def _in_percent(m: re.Match[str]) -> str:
    """A fraction as the percentage that it is."""
    part, many = m["part"].lower().removesuffix("s"), _TIMES[(m["many"] or "").lower()]
    if part == "third" and many > 1:
        return f"{m['way']} 66.67% of"
    return f"{m['way']} {int(float(_FRACTIONS[part]) * many) if part != 'third' else _FRACTIONS[part]}% of"


def _held_against_budget(m: re.Match[str]) -> str:
    """How far something was above its budget, or below."""
    return f" {m['x']} 决算比预算{'少' if m['way'].lower() in {'below', 'under', 'within', 'short of'} else '多'}多少 "


def _for_each_vehicle(m: re.Match[str]) -> str:
    """What something comes to for each vehicle; a cost that does not say of what is theirs."""
    of = m["x"] if re.search(r"vehicle|car\b|[\u4e00-\u9fff]", m["x"], re.IGNORECASE) else f"vehicle {m['x']}"
    return f" 平均每辆车的 {of} 是多少 "


def _kind_bought_most(m: re.Match[str]) -> str:
    """The kind of which most is bought, or least, and what part of all it is."""
    way = "小" if m["most"].lower() in {"smallest", "lowest", "least"} else "大"
    return f" 政府采购里金额最{way}的是哪一类，占总额的百分之几 "


def _which_changed(m: re.Match[str]) -> str:
    """Which lines went up, or down."""
    down = re.match(r"f[ae]ll|decreas|declin|drop|shr|.* down", m["way"], re.IGNORECASE) is not None
    return f" 哪些科目比上年{'减少' if down else '增加'}了 "


def _income_ranked(m: re.Match[str]) -> str:
    """The largest source of income, or the smallest."""
    way = (m["most"] or m["far"]).lower()
    return f" 收入来源最{'低' if way in {'smallest', 'lowest'} else '高'}的是哪个 "


_MANY = {
    "two": "两", "three": "三", "four": "四", "five": "五", "ten": "十", "2": "两", "3": "三", "4": "四", "5": "五", "6": "六",
    "7": "七", "8": "八", "9": "九", "10": "十",
}  # fmt: skip


def _ranked_several(m: re.Match[str]) -> str:
    """The largest lines of what is named, or the smallest, so many of them."""
    way = "少" if m["most"].lower() in {"smallest", "lowest"} else "多"
    return f" {m['x']} 里最{way}的{_MANY[m['n'].lower()]}项 "


_MAKES_UP = r"(?:account(?:s|ed)? for|ma[kd]es? up|made up|represent(?:s|ed)?|constitute[sd]?|compris(?:e|es|ed)|take[s]? up|took up)"


def _share_made_up(m: re.Match[str]) -> str:
    """X accounts for how much of Y: what part of Y that X is, and not how much X is."""
    year = f" in {m['y']}" if m["y"] else ""
    return f"what share of {m['whole']}{year} is {m['part']}"


def _class_of_spending(m: re.Match[str]) -> str:
    """The class of expenditure that gets the most, or the least."""
    return f" 支出{'最少' if m['most'].lower() in {'smallest', 'lowest', 'least'} else '最多'}的是哪一类 "


def _ranked_within(m: re.Match[str]) -> str:
    """The largest, or the smallest, line of what is named."""
    way = "最低" if m["most"].lower() in {"smallest", "lowest"} else "最高"
    return f" {m['x']} 里{way}的是哪一项 "


_OF_TABLE = r"(?P<t>income|revenue|receipts|expenditure|spending)s? (?:final[- ]accounts? |budget )?(?:table|sheet|statement|schedule)"
_A_ROW = r"(?P<x>(?:(?!\b(?:how|what|which)\b)[^?]){2,90}?)(?: (?:line|row|item|entry|category))?"
_PAID_OUT_OF = r"(?:(?:is|was|were|are|has been) )?(?:(?:came|comes|come|coming|drawn|derived) from |(?:funded|financed|paid|covered|met|supported)(?: for)? (?:by|from|out of|through|with) |from |(?:is|was|were|are|by) )"
_OVER_FROM = r"\b(?:carr(?:ied|y|ies)[- ]?(?:overs?|forwards?)|brought forward|left ?over)\b"


def _row_by_columns(m: re.Match[str]) -> str:
    """What one row prints in the columns that are named, in the table where one is."""
    said = m.groupdict()
    table = "" if not said.get("t") else " 收入表里" if re.match(r"inc|rev|rec", m["t"], re.IGNORECASE) else " 支出表里"
    columns = [c for c in (said["a"], said.get("b")) if c]
    if all(
        re.fullmatch(r"(?:the )?(?:basic|projects?)(?: (?:expenditures?|spending))?", c, re.IGNORECASE) for c in columns
    ):
        columns = ["基本支出" if "asic" in c.lower() else "项目支出" for c in columns]
    return f"{m['y'] or ''}{table} {m['x']} 的 {' 、 '.join(columns)} {'各' if len(columns) > 1 else ''}是多少 "


def _with_targets(m: re.Match[str]) -> str:
    """Which projects have targets that are printed, and what each of them gets where that is asked too."""
    return " 编报绩效目标的项目是哪几个,每个多少预算 " if m["each"] else " 编报绩效目标的项目有哪些 "


_PLAINLY: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(words, re.IGNORECASE), told)
    for words, told in (
        (r"[’ʼ`]", "'"),
        # what part of its budget something came to, how far it is from what was executed, and equipment by its worth
        (r"^\W*(?:in 20\d\d,? )?at what (?:percentage|percent|per cent|proportion|share|level) of (?:the |its |their )?budget (?:did|was|were|has|have|is|are) (?:the |its )?(?P<x>[^?,]+?)(?: (?:spending|expenditures?))?(?P<y> (?:in|for) 20\d\d)? (?:come in|come out|end up|end|land|finish|turn out|spent|executed|implemented|carried out|realised|realized)(?=\s*(?:$|[?.,]))(?:, (?:according to|as told in|going by|per|in) (?:the )?[^?,]*)?", r" \g<x> 完成预算的百分之几\g<y> "),
        (r"^\W*by (?:how many (?:percent|per cent|percentage points?)|what (?:percentage|percent|per cent)) (?:does|do|did|is|was) (?:the )?(?P<y>20\d\d )?(?:general public )?budget for (?:the )?(?P<x>[^?,]+?) (?:differ|deviate|depart|different)(?: from)? (?:what was|the amount|that)? ?(?:executed|spent|carried out)(?: amount| figure)? in (?P<z>20\d\d)", r" \g<x> 比\g<z>年执行数变化百分之几 "),
        (r"\bhow many (?:items|pieces|sets|units) of (?:large |major )*equipment (?:with|at|of|having) an? (?:unit |individual |single )?(?:value|price|cost|worth) (?:of )?(?:above|over|more than|exceeding|in excess of|at or above) (?:RMB |CNY |¥)?(?:one|1|a) million(?: (?:yuan|rmb|cny|renminbi))?(?: (?:did|does|do) (?:the )?[a-z ]+? (?:hold|have|own|possess))?", " 单价100万元以上设备有几台 "),
        (r"^\W*in the (?:overall|general|summary|whole) (?:final accounts?|budget)(?: table)?, ", ""),
        (r"\b(?:the )?balances? (?:that (?:is|was|are|were) |being )?carried (?:forward|over) at (?:the )?(?:year[- ]end|end of (?:the )?(?:year|20\d\d))", "year-end balance"),
        (r",? and (?:does|do|did|is|are|was|were) (?:it|this|that|they|these)(?: (?:count|counted|classified|treated|listed|considered|booked))?(?: (?:as|under|in))? (?:basic|project)(?: (?:expenditures?|spending))? or (?:as |under )?(?:project|basic)(?: (?:expenditures?|spending))?", " ? 其中基本支出和项目支出各是多少 "),
        # money of the treasury that is left when the year ends
        (rf"\bhow much (?:of (?:the )?)?(?:(?:carried|brought)[- ](?:over|forward)|carry-?over|leftover|left-over|unspent|unused|remaining) {_TREASURY_MONEY}{_ON}{_AT_ITS_END}", "what was the year-end balance of fiscal appropriations"),
        (rf"\bhow much (?:of (?:the )?)?{_TREASURY_MONEY}{_ON}\b(?:carried|rolled|brought|left|remain(?:s|ed)?|unspent|unused)\b{_ON}{_AT_ITS_END}", "what was the year-end balance of fiscal appropriations"),
        # the part of all income that is not the treasury's
        (rf"^\W*(?:what|which|how much) (?:percentage|percent|per cent|share|proportion|fraction|part)(?: of| in)? (?:the |its )?(?P<y>20\d\d )?(?:total )?(?:income|revenues?|receipts|funding)(?: budget| final accounts?)? (?:(?:does|do|did|is|was|are|were|that|which) )*(?:not|n't)(?: be)?(?: (?:come|came|drawn|derived|coming|received|funded|financed|provided|paid))?(?: from| by| out of)? (?:the )?{_TREASURY_MONEY}\s*\??\s*$", " 财政拨款以外的收入占收入合计的百分之几 "),
        (rf"^\W*(?:what|which|how much) (?:percentage|percent|per cent|share|proportion|fraction|part)(?: of| in)? (?:the |its )?(?P<y>20\d\d )?(?:total )?(?:income|revenues?|receipts|funding)(?: budget| final accounts?)? (?:comes?|came|is|was|drawn|derived) (?:from )?(?:sources )?(?:other than|outside(?: of)?|apart from|besides) (?:the )?{_TREASURY_MONEY}\s*\??\s*$", " 财政拨款以外的收入占收入合计的百分之几 "),
        # the kind that most is bought of, and its part
        (r"^\W*(?:which|what) (?:category|categories|kind|type|class|part|component)(?: of (?:procurement|purchases?|goods))? (?:takes?(?: up)?|took(?: up)?|accounts? for|accounted for|makes? up|has|had|gets?|represents?|is|was) (?:the )?(?P<most>largest|biggest|greatest|highest|smallest|lowest|least)(?: (?:part|share|portion|proportion|slice|amount))?(?: (?:of|in|within))? (?:the )?(?:20\d\d )?(?:government |public )?procurement(?: (?:budget|spending|expenditure|total))?,? and (?:what(?: is|'s| was)?|which) (?:(?:its|the|that) )?(?:percentage|share|proportion|percent|per cent)(?: (?:of|in) (?:the )?(?:total|whole|budget|procurement(?: budget| total)?))?(?: (?:is it|does it (?:make up|account for|represent)))?\s*\??\s*$", _kind_bought_most),
        # what of a budget was not spent, and how far it was
        (r"^\W*(?:(?:in|for) 20\d\d,? )?how much of (?:the |its )?(?P<y>20\d\d )?(?P<x>[^?,]+?) budget (?:was|is|were|went|remained|has been) (?:left )?(?:unspent|unused|not (?:spent|used)|left(?: over)?),? and (?:what|how high) (?:was|is) (?:the |its )?(?:budget )?(?:execution|completion|implementation) (?:rate|ratio|percentage)\s*\??\s*$", r" \g<x> 预算比决算多多少？\g<x> 完成预算的百分之几 "),
        # one row of a table, by its columns
        (rf"^\W*(?P<y>in 20\d\d,? )?(?:(?:in|from|on|according to|per) the {_OF_TABLE},? )?how much of (?:the |its )?{_A_ROW} {_PAID_OUT_OF}(?P<a>(?!last|the previous|which)[^?,]+?),? and how much(?: of it)? (?:{_PAID_OUT_OF})?(?P<b>[^?,]+?)(?=\s*[?.]?\s*$)", _row_by_columns),
        (rf"^\W*(?P<y>in 20\d\d,? )?(?:in|from|on|according to|per) the {_OF_TABLE},? how much of (?:the |its )?{_A_ROW} {_PAID_OUT_OF}(?P<a>(?!last|the previous|which)[^?,]+?)(?=\s*[?.]?\s*$)", _row_by_columns),
        (rf"^\W*(?P<y>in 20\d\d,? )?(?:in|from|on|according to|per) the {_OF_TABLE},? how much (?P<a>[^?,]+?) (?:does|did|do) (?:the |its )?{_A_ROW} (?:show|have|has|get|receive|list|report|carry)(?=\s*[?.]?\s*$)", _row_by_columns),
        # money carried over is part of all there is to spend, and not of what comes in during the year
        (rf"\b(?:this|the|the current) year's (?:total|overall|entire) (?P<x>income|revenues?|receipts)\b(?=[^?]*{_OVER_FROM})", r"total \g<x>"),
        (rf"(?P<over>{_OVER_FROM}[^?]*?)\b(?:this|the|the current) year's (?:total|overall|entire) (?P<x>income|revenues?|receipts)\b", r"\g<over>total \g<x>"),
        # two things at once: what was spent and how much of its budget that is, vehicles and equipment
        (rf"^\W*(?:in 20\d\d,? )?(?:how much (?:money )?(?:did|does|do|was|were|has|have|is) (?:the )?[^?,]*?\b(?:spen[dt]|paid?y?)(?: out)?|(?:what|how much) (?:was|were|is) (?:the )?(?:actual|final) (?:spending|expenditures?|amount|costs?)(?: spent)?) (?:on|for|of) (?:the |its )?(?P<x>[^?,]+?)(?P<y> in 20\d\d)?,? and (?:what (?:was|is) )?(?:the |its )?{_RATE_OF_BUDGET}[^?,]{{0,12}}(?=\s*(?:$|[?.]))", r" \g<x> 决算数是多少,完成预算的百分之几\g<y> "),
        (r"\b(?:what|which|how much) (?:(?:percentage|share|proportion|percent|per cent|fraction|part) )?of (?:the |its )?(?:original |initial )?budget (?:for|of|on) (?:the )?(?P<x>[^?,]+?) (?:was|were|has been|have been|is) (?:actually |really |finally )?(?:used(?: up)?|spent|executed|implemented|exhausted|utili[sz]ed|drawn down)(?P<y> in 20\d\d)?(?=\s*(?:$|[?.]))", r" \g<x> 完成预算的百分之几\g<y> "),
        (rf"^\W*(?:in 20\d\d,? )?(?:what|how much) (?:was|were|is) (?:the |its )?(?:actual|real|final) (?P<x>(?!budget|total|spending|expenditure|amount|cost)[^?,]+? (?:spending|expenditures?|costs?|outlays?|expenses?))(?P<y> in 20\d\d)?,? {_OF_ITS_BUDGET}(?=\s*(?:$|[?.]))", r" \g<x> 决算数是多少,完成预算的百分之几\g<y> "),
        (rf"^\W*(?:in 20\d\d,? )?(?:what|how much) did (?:the |its )?(?P<x>[^?,]+?) (?:actually |really |finally )?(?:cost|come to|amount to)(?: in fact)?(?P<y> in 20\d\d)?,? {_OF_ITS_BUDGET}(?=\s*(?:$|[?.]))", r" \g<x> 决算数是多少,完成预算的百分之几\g<y> "),
        (rf"^\W*(?:in 20\d\d,? )?(?:of|from|out of) (?:the |its )?budget (?:for|of|on) (?:the |its )?(?P<x>[^?,]+?)(?P<y> in 20\d\d)?, (?:how much|what) (?:was|were) (?:actually |really |finally )?(?:spent|used),? and what (?:percentage|share|proportion|percent|fraction){_THAT_IS}(?: of (?:it|the budget))?(?=\s*(?:$|[?.]))", r" \g<x> 决算数是多少,完成预算的百分之几\g<y> "),
        (rf"^\W*(?:in 20\d\d,? )?(?:the |its )?(?P<x>[^?,:]+?)(?P<y> in 20\d\d)?: (?:how much|what) (?:was|were) (?:actually |really |finally )?spent,? {_OF_ITS_BUDGET}(?=\s*(?:$|[?.]))", r" \g<x> 决算数是多少,完成预算的百分之几\g<y> "),
        (rf"^\W*(?:in 20\d\d,? )?{_ACTUALLY_SPENT} (?:on|for|of) (?:the |its )?(?P<x>(?!budget)[^?,]+?)(?: items?)?(?P<y> in 20\d\d)?,? {_OF_ITS_BUDGET}(?=\s*(?:$|[?.]))", r" \g<x> 决算数是多少,完成预算的百分之几\g<y> "),
        (rf"^\W*(?:in 20\d\d,? )?how many {_FLEET}(?: (?!and\b)[a-z]+){{0,5}},? and (?:how many )?{_COSTLY}[^?]*", " 共有几辆车，单价100万元以上设备几台 "),
        (rf"^\W*(?:in 20\d\d,? )?how many {_COSTLY}[^?,]*?,? and (?:how many )?{_FLEET}\b[^?]*", " 单价100万元以上设备几台，共有几辆车 "),
        (r"\b(?P<x>general public budget|government[ -]fund budget) (?:allocations?|appropriations?|funding|money|outlays?|provisions?) (?=(?:for|on) (?!(?:the )?(?:institute|bureau|station|centre|center|unit|department|year|20\d\d|it)\b))", r"\g<x> "),
        (r"\bvs\.(?= )", "versus"),
        (r"^\W*in (?P<t>[\u4e00-\u9fff“”]{2,20}表),? (?P<do>does|do|did) (?P<x>[^?,]+?) (?=(?:amount|come) to\b|reach\b|total\b|equal\b)", r"\g<do> \g<x> in \g<t> "),
        (r"\bequipment(?: (?:sets?|items?|pieces?))? (?:(?:that )?(?:have|has|having|with) an? (?:unit )?(?:value|price)|valued|priced) (?:at |of )?(?=(?:more than |over |above |exceeding |at least )?(?:RMB |CNY |¥)?(?:one|1|a) ?(?:million|mn)\b)", "equipment worth "),
        (r"^\W*(?:by )?what (?:percentage|per ?cent) (?:does|did|do) (?:the )?(?:budget|planned amount) (?:of|for) (?P<x>[^?,]+?) (?:differ|deviate|change|vary) (?:from|compared (?:to|with)) (?:last year's|the previous year's|the year before's) (?:execution|executed amount|outturn|actual(?: amount)?)", r" \g<x> 预算比上年执行数增减百分之几 "),
        (r"^\W*(?:what|how much) (?:was|were) (?P<x>[^?,]+?) (?:in )?(?:last|the previous) year,? ?[(]?(?:execution|executed|outturn|actual)[)]?(?=\s*(?:$|[?.]))", r" \g<x> 上年执行数是多少 "),
        (r"^(?P<lead>\W*(?:what (?:is|was) )?)(?:the )?(?:total )?number of (?=[a-z])", "how many "),
        (r"\bas well as\b", "and"),
        (r"\b(?:FY|(?:fiscal|financial|budget)(?: year)?) ?(?P<y>20\d\d)(?![-/–]\d)\b", r"\g<y>"),
        (r"\bfiscal (?=years?\b)", ""),
        (r"\bR ?& ?D\b", "research and development"),
        (r"\s*\?\s*(?P<x>[(（][\u4e00-\u9fff][^()（）]*[)）])\s*$", r" \g<x>?"),
        (rf"^\W*(?:in 20\d\d,? )?what (?:does|do|did|is|was|are|were) (?:the )?(?:20\d\d )?government[ -](?:managed |operated )?funds?(?: budget| expenditure| spending| money)? (?:{_PAYS_FOR})(?:,? and (?:{_EACH_HOW_MUCH}))?\s*(?=[?.]|$)", " 政府性基金预算支出表里有哪些科目，各是多少 "),
        (rf"^\W*(?:in 20\d\d,? )?what (?:does|do|did|is|was|are|were) (?:the )?(?:government |public )*procurement(?: budget| expenditure| spending| money)? (?:{_PAYS_FOR}),? and (?:{_EACH_HOW_MUCH})\s*(?=[?.]|$)", " 政府采购货物、政府采购工程、政府采购服务各是多少 "),
        (rf"^\W*(?:in 20\d\d,? )?what (?:does|do|did|is|was|are|were) (?:the )?(?P<x>(?!it\b|this\b|that\b|they\b)[^?.,]+?) (?:{_PAYS_FOR}),? and (?:{_EACH_HOW_MUCH})\s*(?=[?.]|$)", r" \g<x> 里有哪些项级科目，各多少 "),
        # what the parts of something are, which of its lines changed, how much of it something is
        (rf"\b(?P<x>{_ABROAD}|{_CARS}|{_GUESTS}){_AND}(?P<y>{_ABROAD}|{_CARS}|{_GUESTS}){_AND}(?P<z>{_ABROAD}|{_CARS}|{_GUESTS}),? (?:respectively|each|separately|individually)", " 因公出国(境)费、公务用车购置及运行费、公务接待费各是多少 "),
        (r"\b(?:total )?(?:government )?procurement(?: budget| spending)?(?: total)?,? and (?:its|the) (?:three |individual )?(?:parts|components|categories|constituents|breakdown)\b", " 政府采购预算、政府采购货物、政府采购工程、政府采购服务各是多少 "),
        (r"\bhow (?:is|was|are|were) (?:the )?(?P<x>[^?,]+?) (?:split|divided|broken down|shared|distributed|apportioned)(?: up)? (?:between|into|among) basic (?:(?:expenditures?|spending) )?and projects?(?: (?:expenditures?|spending))?", r" \g<x> 基本支出和项目支出各是多少 "),
        (r"\b(?:is|are|was|were) basic and how much(?: of it)? (?:is|are|was|were) (?:for )?projects?(?: (?:spending|expenditure))?", " 基本支出和项目支出各是多少 "),
        (r"^\W*(?:in 20\d\d,? )?(?:is|was|are|were) (?:the |its )?(?:budget|accounts?|books?|income and expenditure)(?: for 20\d\d| in 20\d\d)? (?:balanced|in balance)\b", " 收支平衡吗 "),
        (r"\b(?:which|what) (?:items?|lines?|accounts?|subjects?|categories|headings)(?: (?:have|has|had))? (?P<way>fell|fall|fallen|decreas\w+|declin\w+|dropp?\w*|shr[aiu]nk|gr[eo]w\w*|r[oi]se\w*|increas\w+|went (?:up|down)|gone (?:up|down))\b(?:(?: in \w+)?,? (?:compared|relative|versus|against|from|since|over|on|year)[^?.]*)?", _which_changed),
        (r" *\((?![^()]*(?:includ|count|fund|budget|carr|project|basic|reserv|fiscal|unit))not [^()]*\)", ""),
        (r"\bprocured (?P<kind>goods|services|works)\b", r"government procurement of \g<kind>"),
        (r",? and what (?:percentage|share|proportion|part) of (?:the )?(?P<whole>[^?,]+?) does (?:that|this|it) make(?: up)?\b", r", and what percentage of \g<whole> is it"),
        (r"^(?P<x>[^:?]+): how much (?:do|does|did|will) (?:they|it|these|this) (?:contribute|bring|add|give) to (?:the )?(?:institute|bureau|unit|department|body)(?:'s|’s)? (?P<year>20\d\d )?(?:revenues?|income)", r"what share of \g<year>total income is \g<x>"),
        (r"\bhow much (?:of it )?(?:do|does|did) (?:the )?(?P<part>[^?.]+?) (?:make up|account for|represent|constitute|contribute to|weigh)(?: (?:of|in))? (?:the )?(?P<whole>[^?.]+)", r"what share of \g<whole> is \g<part>"),
        (rf"^\W*(?:in (?P<y>20\d\d),? )?(?:do|does|did )?(?:the )?(?P<part>(?!how\b|what\b|which\b)[^?.,]+?) (?:{_MAKES_UP}) (?:how (?:much|many per ?cent|large a (?:share|part|proportion)|big a (?:share|part|proportion)|high a (?:share|proportion))|what (?:share|part|portion|proportion|percentage|percent|per cent|fraction)) of (?:the |its )?(?P<whole>(?:(?!\b(?:how|what|which|is|are|was|were|do|does|did)\b)[^?.,])+?)(?=\s*[?.]?\s*$)", _share_made_up),
        (r"\bhow much of (?:the |its )?(?P<whole>[^?.,]+?) (?:do|does|did) (?:the )?(?P<part>[^?.,]+?) (?:make up|account for|represent|constitute|comprise|take up)(?=\s*(?:in 20\d\d)?\s*[?.]?\s*$)", r"what share of \g<whole> is \g<part>"),
        (r"\bhow much of (?:the )?(?:carried?[- ](?:over|forward)|carry-?over)(?: funds?| money| balance)? (?:comes?|came|is|are|was|were) (?:from )?(?:fiscal|financial|government) appropriations?", "how much is the fiscal-appropriation carry-over"),
        (r"^\W*(?:in 20\d\d,? )?(?:does|do|did) (?:the )?(?P<x>[^?.]+?) (?:include|contain|provide for|cover) (?:any |some )?(?:money|amount|provision|funds?|sum|spending|expenditure)? ?(?:for |on )?(?P<y>[^?.]+)", r"is there any \g<y> in \g<x>"),
        (r"^\W*(?:in 20\d\d,? )?(?:is|are|was|were) there (?:more|greater|higher) (?P<a>[^?.]+?) than (?P<b>(?!\d)[^?.]+)", r" \g<a> 比 \g<b> 多吗 "),
        (r"^\W*(?:in 20\d\d,? )?(?:is|are|was|were) there (?:fewer|less) (?P<a>[^?.]+?) than (?P<b>(?!\d)[^?.]+)", r" \g<a> 比 \g<b> 少吗 "),
        (r"\b(?:name|list|which|what are|what|which are)(?: all)?(?: the)? projects (?:(?:with|that|have|having|had|has|which|are) )*(?:published |disclosed |released |reported |set |filed )(?:(?:their|its|any) )?(?:performance )?(?:targets|goals|objectives)(?P<each>,? and (?:how much|what)[^?.]*)?", _with_targets),
        (r"\b(?:name|list|which|what are|what|which are)(?: all)?(?: the)? projects (?:with|that have|having|have|had) (?:performance )?(?:targets|goals|objectives)\b", " 编报绩效目标的项目有哪些 "),
        (r"\b(?:what is |what's )?(?:the )?(?:target|goal|target value|required (?:number|level|value))(?: (?:set|given|value|number))* (?:for|of) (?:the )?(?!total\b)(?P<x>[^?.]+?)(?= (?:in|of|for|under|within)\b|\s*(?:$|[?.(（]))", r" \g<x> 目标值 "),
        (r"\b(?:which|what)(?: (?:is|was))?(?: the)? (?P<most>largest|biggest|highest|smallest|lowest) (?:income|revenue) (?:item|line|component|kind|stream|category)\b|\b(?:which|what) (?:income|revenue) (?:item|line|component|kind|stream|category) (?:is|was) (?:the )?(?P<far>largest|biggest|highest|smallest|lowest)\b", _income_ranked),
        (r"\b(?:which|what) (?:source of (?:incomes?|revenues?|funding)|(?:income|revenue|funding) source) (?:is|was|ranks?) (?:the )?(?:second|2nd)[- ]?(?:largest|biggest|highest)?", " 收入来源第二高的是哪个 "),
        (r"\b(?:what|which)(?: (?:are|were))?(?: the)? (?P<n>two|three|four|five|ten|[2-9]|10) (?P<most>largest|biggest|highest|most expensive|smallest|lowest) (?:expenditure |spending |budget |cost )?(?:items?|lines?|expenses?|costs?|entries) (?:in|under|within|of|among) (?:the )?(?P<x>[^?.]+)", _ranked_several),
        (r"\b(?:under|on|in) (?:which|what) (?:heading|head|category|item|area|function|class)(?: of (?:expenditure|spending))? (?:is|was|does|did|goes)(?: \w+){0,3}? most(?: of (?:the|its) (?:money|funds?|expenditure|spending|budget))?(?: (?:spent|money|go|spend|allocated))?", " 支出最多的是哪一类 "),
        (r"\b(?:which|what) (?:heading|head) (?:gets?|got|receives?|received|takes?) (?:the )?most(?: of (?:the|its))?(?: (?:money|funds?|expenditure|spending))?", " 支出最多的是哪一类 "),
        (r"\b(?:the )?budget(?:ed)?(?: figures?| amounts?)?(?: and| versus|,)(?: the)? (?:actual|final(?:[- ]accounts?)?|outturn|executed)(?: figures?| amounts?| spending| expenditure)* (?:for|of|on) (?:the )?(?P<x>[^?.]+)", r" \g<x> 预算数和决算数各是多少 "),
        (r"\bhow (?:much|far) (?:less|more|below|above|under|over)(?: money)?(?: than| the| what was| was)*(?: budget(?:ed)?| planned| allocated| the budget)(?: was| did| were| has been| been| is| it| the (?:bureau|unit|institute|centre|center|office|department))* (?:spen[dt]|paid|used)(?: in 20\d\d)? (?:on|for) (?P<x>[^?.]+?)(?=\s*(?:$|[?.]| in 20\d\d))", r" \g<x> 决算比预算相差多少 "),
        (r"\bhow much (?:was|is|were|went|remained|remains) (?:left )?(?:unspent|unused|over|left)(?: over)? (?:from|of|in|under|out of) (?:the )?(?P<x>[^?.]+?) budget\b", r" \g<x> 决算比预算少多少 "),
        (r"\b(?:by )?how much (?:was|were) (?:the )?(?P<x>[^?.]+?)(?: budget)? (?:undershot|overshot|exceeded|not used up)(?=\s*(?:$|[?.]))", r" \g<x> 决算比预算少多少 "),
        (r",? ?\b(?:as|being) an? (?:source of (?:incomes?|revenues?|funds?|funding|money)|(?:income|revenue|funding) source)\b", " "),
        (r"^\W*(?:please )?(?:add(?: up| together)?|sum up|tot up|total up|combine) (?P<x>[^?.]+?)(?: (?:together|up))?(?=\s*(?:$|[?.]))", r"\g<x> in total"),
        (r"^\W*(?:in 20\d\d,? )?(?:is|was|are|were) there an? (?P<way>rise|increase|fall|drop|decrease|decline|reduction) in (?:the )?(?P<x>[^?.]+)", r"did \g<x> \g<way>"),
        (r"\bhow much more (?:do|does|did) (?:the )?(?P<a>[^?.]+?) (?:cost|get|gets|receive|come to|amount to) than (?:the )?(?P<b>[^?.]+)", r" \g<a> 比 \g<b> 多多少 "),
        (r"\bactual (?:spending|expenditure|outlays?|costs?) (?:on|for|of) (?:the )?(?P<x>[^?.]+?) (?:versus|vs|against|compared (?:with|to)) (?:the |its |their )?budget(?:ed (?:amount|figure))?", r" \g<x> 预算数和决算数各是多少 "),
        # sums, shares and bounds said in other words
        (r"\b(?P<verb>spent|spend|spending|went|goes|go|used) (?:on|to|towards?|for) projects\b(?! (?:of|that|which|with|whose|related|like|such|under|within)\b)", r"\g<verb> on project expenditure"),
        (r"\bdo(?P<n>es)? (?:the )?(?P<x>[^?.]+?) (?:add up|amount|come|run) to\b(?=\s*(?:$|[?.]))", r"are \g<x> in total"),
        (r"(?<!not )(?<!n't )\badds? up(?: to)?(?=\s*(?:$|[?.]))", "in total"),
        (r"\b(?:is|are|was|were|gets?|got) (?:made up of|absorbed by|taken up by|swallowed(?: up)? by|eaten up by|used up by|consumed by|represented by|formed by|constituted by|spent on|claimed by)(?= )", "is"),
        (r"(?<=^)(?P<lead>\W*)(?:which|what) (?P<n>fraction|proportion|portion|percentage|share)\b(?! (?:points? )?(?:increas|decreas|gr[eo]w|r[io]se|fall|fell|drop|declin|reduc|chang))", r"\g<lead>what share"),
        (r"\b(?P<way>over|more than|above|at least|less than|under|below|exceeds?|exceeding) (?:(?P<many>a|one|two|three|four|nine)[- ])?(?P<part>third|quarter|fifth|tenth)s?(?: of)?\b(?! year)", _in_percent),
        (r"\b(?:what (?:is|was) )?the ratio (?:of|between) (?:the )?(?P<a>[^?.]+?) (?:and|over) (?:the )?(?P<b>[^?.]+)", r" \g<a> 是 \g<b> 的几倍 "),
        (r"(?<!by )\bhow many (?:per ?cent|percent)(?: of)?\b", "what percentage of"),
        (r"\b(?:of|among|out of) the \d+ (?:official |government )?(?P<x>vehicles|cars), how many\b", "how many vehicles"),
        (r"[,;]? *\b(?:and )?how many of (?:them|these|those) (?:are|were|is|was) (?:set aside|kept|reserved|used|meant|earmarked|assigned|dedicated|allocated|intended|designated) (?:for|to|as)\b", " and how many of them are for"),
        # for each vehicle, all of a budget, and which of two in a third
        (r"^\W*what (?:is|was) the (?:average|mean) (?P<x>[^?.,]+?) (?:per|for each|for every|of each) (?:official )?(?:vehicle|car)(?: (?:that )?(?:the|this) (?:unit|bureau|institute|centre|center|office|agency|station|department) (?:has|owns|keeps))?(?=\s*(?:$|[?.]))", _for_each_vehicle),
        (r"^\W*(?:on average,? )?how much (?:does )?(?P<x>[^?.,]+?)(?: (?:is|was|are|were|does) (?:budgeted|planned|spent|allocated|set aside|there|come to|work out at))? (?:for|per|on) (?:each |every |one )?(?:official )?(?:vehicle|car)(?: (?:that )?(?:the|this) (?:unit|bureau|institute|centre|center|office|agency|station|department) (?:has|owns|keeps))?(?:,? on average)?(?=\s*(?:$|[?.]))", _for_each_vehicle),
        (r"^\W*(?P<y>in 20\d\d,? )?(?:was|were|is|has|have) (?:the )?(?:whole|entire|full|complete|all (?:of )?(?:the )?) ?budget(?:ed)?(?: money| amount)? for (?P<x>[^?.]+?) (?:been )?(?:actually )?(?:spent|used(?: up)?|exhausted)(?= ?(?:in 20\d\d ?)?(?:$|[?.]))", r"\g<y> \g<x> 的预算全部用完了吗 "),
        (r"^\W*(?P<y>in 20\d\d,? )?(?:was|were|is|has|have) (?:the )?(?:budget for (?P<x>[^?.]+?)|(?P<z>[^?.]+?) budget) (?:been )?(?:fully|completely|entirely|all) (?:spent|used(?: up)?|exhausted)(?= ?(?:in 20\d\d ?)?(?:$|[?.]))", lambda m: f"{m['y'] or ''} {m['x'] or m['z']} 的预算全部用完了吗 "),
        (r"\bhow much of (?:the )?(?:budget for (?P<x>[^?.]+?)|(?P<z>[^?.]+?) budget) (?:was |were |is |went |remained |remains |has been )?(?:left )?(?:unspent|unused|not (?:been )?(?:spent|used)|left(?: over)?)(?=\s*(?:$|[?.]))", lambda m: f" {m['x'] or m['z']} 预算比决算多多少 "),
        (r"^\W*(?:which|what) (?:one )?(?:costs?|is|was|got|gets) (?P<w>more|less) (?:in|under|within) (?P<c>[^?.,]+?)[,:] (?P<a>[^?.,]+?),? or (?P<b>[^?.,]+?)(?:,? and)?(?: by how much)?(?=\s*(?:$|[?.]))", lambda m: f" {m['c']} 里 {m['a']} 和 {m['b']} 哪个{'多' if m['w'] == 'more' else '少'} "),
        # what is spent against what was budgeted
        (r"\bhow (?:much|far) (?P<way>below|under|above|over)(?: (?:the|its))? budget (?:was|were|did|is) (?:actual |the )*(?P<x>[^?.]+?)(?: (?:come in|turn out|end up|expenditure|spending))*(?=\s*(?:$|[?.]))", _held_against_budget),
        (r"\bby how much (?:was|were|did|is) (?:actual |the )*(?P<x>[^?.]+?)(?: (?:come in|turn out|end up|expenditure|spending|stay|remain|fall|fell|run))* (?P<way>below|under|above|over|short of)(?: (?:the|its))? budget\b", _held_against_budget),
        (r"\b(?:to what (?:extent|degree|percentage)|how far) (?:was|were|has|have|is) (?:the )?(?P<x>[^?.]+?)(?: budget)?(?: been)? (?:actually )?(?:used(?: up)?|spent|executed|implemented|exhausted|utili[sz]ed|realised|realized|carried out|fulfilled|drawn down)\b(?: \((?:percentage|percent|%|in percent)\))?", r" \g<x> 完成预算的百分之几 "),
        (r"\b(?:what|how much) (?:percentage|share|proportion|percent|fraction|of)(?: of)? (?:the )?(?P<x>[^?.]+?) budget (?:was|were|has been|is) (?:actually )?(?:used(?: up)?|executed|implemented|exhausted|utili[sz]ed|realised|realized|drawn down)\b", r" \g<x> 完成预算的百分之几 "),
        (r"^\W*(?:in 20\d\d,? )?(?:is|are|was|were|did|does) (?:the )?(?:actual|final)(?:-accounts)? (?P<x>[^?.]+?)(?: (?:expenditure|spending|exceed|amount to|come to|reach))* (?:more than|over|above|greater than) half (?:of )?(?:its|the|their) budget(?:ed (?:amount|figure))?\b", r" \g<x> 完成预算的比例超过50%吗 "),
        (r"^\W*(?:in 20\d\d,? )?(?:is|are|was|were|did|does) (?:the )?(?:actual|final)(?:-accounts)? (?P<x>[^?.]+?)(?: (?:expenditure|spending|amount to|come to|reach))* (?:less than|under|below) half (?:of )?(?:its|the|their) budget(?:ed (?:amount|figure))?\b", r" \g<x> 完成预算的比例低于50%吗 "),
        (r"\bhow (?:much|far) (?:did|was|were|does) (?:the )?(?:actual )?(?P<x>[^?.]+?) (?:exceed|overshoot|over) (?:its|the|their) budget\b", r" \g<x> 决算比预算多多少 "),
        # what is carried to a year, and what is left at its end
        (r"\b(?P<lead>how much|what)?(?: (?:was|were|is|are))? ?(?:carried|brought|rolled) (?:forward|over) as (?:an? |the )?(?:balances?|surplus(?:es)?)(?: (?:and|or) (?:balances?|surplus(?:es)?))? (?=at (?:the )?(?:year[- ]end|end of))", r"\g<lead> was the balance "),
        (r"\b(?:carried|rolled|brought|taken|kept|left)[- ]?(?:over|forward)?(?: funds?| money)? (?:in)?to (?:the )?(?:year )?(?:20\d\d) from (?:the )?(?:year before|(?:last|previous|prior|preceding) year|20\d\d)\b", "carried over from last year"),
        (r"\b(?:(?:will|to) be |is |was |are |were )?(?:carried|rolled|taken|kept|transferred|left)[- ]?(?:over|forward)?(?: funds?| money)? (?:in)?(?:to|for|until) (?:the )?(?:year )?(?P<y>20\d\d)\b", _kept_for),
        (r"\b(?:how much|what)(?: money| funding)? (?:remained|remains|was left|is left|was still available)(?: over| unspent| unused)? (?:at|by) the end of 20\d\d", "how much was the year-end balance"),
        # of which bodies: among all that are here
        (rf"^\W*(?:among|amongst|of|across|out of|from|within|for) (?:(?:all|any|the|these|those|of|two|three|four|five|six|seven|eight|nine|ten|\d+|public|various|different) )*{BODIES}(?: [^,?]{{0,60}})?, (?:{_ONE_OF_THEM})\b", "which body"),
        (rf"\b(?P<who>which body|(?:which|what) {BODIES})(?: (?:in|of|from) (?:this|the) (?:whole |entire )?(?:library|collection|set|archive)| (?:here|listed|covered|included))+\b", r"\g<who>"),
        (rf"^(?P<who>\W*(?:which|who|what {BODIES})\b[^?]*?),? *\b(?:among|of|out of|across|within|in) (?:all |the |these |those )*(?:{BODIES}|library|collection|archive)(?: (?:in|of) (?:this|the) (?:library|collection|archive)| (?:here|listed|covered|included))*(?= *[?.]*$)", r"\g<who>"),
        (r"^\W*(?:in 20\d\d,? )?(?:did|does|has|have) [^?]*?(?:overspend|overspent|overrun|go over budget|gone over budget) (?:on|for|in) (?:the |its )?(?P<x>[^?.]+?)(?: budget)?(?=\s*(?:$|[?.]))", r"did \g<x> exceed budget"),
        (r"^\W*(?:in 20\d\d,? )?(?:did|does|has|have) [^?]*?(?:underspend|underspent) (?:on|for|in) (?:the |its )?(?P<x>[^?.]+?)(?: budget)?(?=\s*(?:$|[?.]))", r"did \g<x> stay within budget"),
        (r"\b(?:slice|chunk)\b(?= of\b)", "share"),
        (r"\b(?P<way>most|least) (?:important|significant|substantial|sizeable)(?: in (?:money|monetary|financial) terms)?\b", lambda m: "largest" if m["way"].lower() == "most" else "smallest"),
        (r"\b(?:what (?:is|was) )?the ratio of (?:the )?(?P<a>[^?.]+?) to (?:the )?(?P<b>[^?.]+)", r"what share of \g<b> is \g<a>"),
        (r"^\W*(?:in 20\d\d,? )?(?:is|are|was|were) (?:the )?(?P<x>[^?.]+?) (?:zero|nil)\b", r" \g<x> 是0吗 "),
        (r"^\W*(?:did|has|have|was|is) (?P<x>[^?]+?),? (?:and )?(?:if so,? )?by (?P<how>how much|what percentage|how many percent)\b", r"by \g<how> did \g<x>"),
        (r"\b(?:carr(?:y|ied)|rolled|brought|left)[- ]?(?:over|forward)s?(?: funds?| money)? (?:from|out of) (?P<y>20\d\d)\b", _into_the_next),
        (r"^\W*(?:in 20\d\d,? )?(?:did|does|has|have) (?:[^?]+? )?(?:keep|kept|hold|held) (?:its |the |their )?(?P<x>[^?.]+?) (?P<way>within|under|below) (?:the |its |their )?budget\b", r"did \g<x> stay \g<way> budget"),
        (r"\b(?:which|what)(?: (?:is|was|are|were))?(?: the)?(?: single)? (?P<most>largest|biggest|highest|main|top|smallest|lowest)(?: single)?(?: expenditure| spending)? (?:item|line|part|component|element|entry|sub-?item)(?: of (?:expenditure|spending))? (?:under|within|in|of|among) (?:the )?(?P<x>(?:(?!,? and (?:how|what)\b)[^?.])+)", _ranked_within),
        (r"\b(?:which|what)(?: (?:is|was|are|were))?(?: the)?(?: single)? (?:smallest|lowest|least) (?:source of (?:the )?(?:\w+'s )?(?:incomes?|revenues?|funding|money)|(?:income|revenue|funding) source)\b|\bwhich (?:source of (?:incomes?|revenues?|funding)|(?:income|revenue|funding) source) is (?:the )?(?:smallest|lowest|least)\b", " 收入来源最低的是哪个 "),
        (rf"\b(?:which|what) {_CLASSES}(?: of (?:expenditures?|spending))?(?: (?:is|was|does|did|gets?|got|takes?|took|absorbs?|absorbed|receives?|received|accounts?|accounted|consumes?|consumed|claims?|claimed|attracts?|attracted|eats?|makes?|for|up|the))* (?:the )?(?P<most>largest|biggest|highest|greatest|most|lion's|smallest|lowest|least)(?: (?:share|part|portion|slice|amount|sum|money|funds?|funding|spending|expenditure))?(?: (?:of|in|from|under) (?:the |its )?(?:\w+(?:'s)? )*?(?:20\d\d )?(?:total )?(?:expenditures?|spending)(?: budget)?|(?: of (?:the )?(?:money|funds?|total))?)(?=\s*(?:$|[?.,]|(?:and|in|under|within|from|out)\b))", _class_of_spending),
        (r"(?<=的是哪一类 ),? (?:and )?(?:how much|what (?:sum|amount|figure)) (?:does|did|is|was)(?: (?:it|that|this|they|the|amount|sum|get|receive|take|absorb|to|for))*(?=\s*(?:$|[?.]))", ""),
        (r"\b(what|who|which|how|where|there|it|that)'s\b(?= (?:the|its|a|an|this|in|on|for|budgeted)\b)", r"\1 is"),
        (r"\b(did|does|do|is|are|was|were|has|have|had)n't\b", r"\1 not"),
        (r"^\W*(?:in 20\d\d,? )?(?:did|does|do|has|have|is|was|are|were) (?:the )?(?P<x>[^?.]+?) (?:go(?:ne)?|increase|rise|risen|grow|grown|higher|up|increased)(?: up)? or (?:down|decrease|fall|fallen|shrink|shrunk|lower|decreased|drop)", r"by how much did \g<x> change"),
        (r"^\W*(?:in 20\d\d,? )?(?:is|are|was|were|does|do|did) (?:the )?(?P<a>[^?.]+?) (?:(?:make up|account for|exceed|constitute|represent|take up) )?(?:more than|over|above|at least|greater than|exceed(?:s|ed|ing)?) (?:a |one[- ])?half (?:of )?(?:the )?(?P<b>[^?.]+)", r" \g<a> 占 \g<b> 超过50%吗 "),
        (r"^\W*(?:in 20\d\d,? )?(?:is|are|was|were|does|do|did) (?:the )?(?P<a>[^?.]+?) (?:(?:make up|account for|exceed|constitute|represent|take up) )?(?:less than|under|below) (?:a |one[- ])?half (?:of )?(?:the )?(?P<b>[^?.]+)", r" \g<a> 占 \g<b> 低于50%吗 "),
        (r"^\W*(?:in 20\d\d,? )?(?:is|are|was|were|does|do|did) (?:the )?(?P<a>[^?.]+?) (?:(?:make up|account for|exceed|constitute|represent|take up) )?(?:more than|over|above|at least|greater than|exceed(?:s|ed|ing)?) (?P<n>\d+(?:\.\d+)?) ?(?:%|per ?cent|percent) of (?:the )?(?P<b>[^?.]+)", r" \g<a> 占 \g<b> 超过\g<n>%吗 "),
        (r"^\W*(?:in 20\d\d,? )?(?:is|are|was|were|does|do|did) (?:the )?(?P<a>[^?.]+?) (?:(?:make up|account for|exceed|constitute|represent|take up) )?(?:less than|under|below) (?P<n>\d+(?:\.\d+)?) ?(?:%|per ?cent|percent) of (?:the )?(?P<b>[^?.]+)", r" \g<a> 占 \g<b> 低于\g<n>%吗 "),
        (r"\b(?:what|which) (?:is|does|are) (?:the )?(?:meaning of )?(?:budget |functional |function |economic |classification )*(?:code|item|account|subject)(?: code| number| no\.?)? (?P<x>\d{3,7})(?: (?:stand for|mean|refer to|called|for))?", r" 科目\g<x>是什么 "),
        (r"\b(?:(?:under|for|to|in|of) )?(?:the )?(?:budget |functional |function |economic |classification )*(?:code|item|account|subject)(?: code| number| no\.?)? (?P<x>\d{3,7})\b", r" 科目\g<x> "),
        (r"\bhow much (?:did (?:\S+ ){1,5}?|was |were )(?:actually )?spen[dt] on (?:the )?(?P<x>[^?,]+?)(?: items?)?(?P<y> in 20\d\d)?,? and (?:what|which) (?:percentage|share|proportion|percent|fraction) of (?:its|the) budget (?:was|is|does) (?:that|this|it)(?: represent| make up)?", r"\g<y> \g<x> 完成预算的百分之几 "),
        (r"\bhow much (?:was|were) spent on (?:the )?(?P<x>[^?,]+?),? (?:and|versus|against|compared with) (?:how much (?:was|were)|what was) (?:originally )?budgeted(?: for (?:it|them|that))?", r" \g<x> 预算数和决算数各是多少 "),
        (r"(?<=\bpublic) \((?:operating|running|office|daily)\)|(?<=\bpersonnel) \((?:staff|salary|salaries)\)|(?<=\bstaff) \(personnel\)", " "),
        (r"\bhow (?:is|was|are|were) (?:the )?(?P<whole>basic expenditure|basic spending)(?: budget)? (?:split|divided|broken down|shared|distributed)(?: up)? (?:between|into|among) (?:the )?(?P<a>[^?,.]+?) and (?:the )?(?P<b>[^?,.]+)", r"how much of \g<whole> goes to \g<a> and how much to \g<b>"),
        (r"\bwhat (?:part|portion) of (?:the )?(?P<whole>[^?,.]+?) (?:is|was|goes to|went to) (?:the )?(?P<a>[^?,.]+?),? and what (?:part|portion) (?:is|was|goes to|went to) (?:the )?(?P<b>[^?,.]+)", r"how much of \g<whole> goes to \g<a> and how much to \g<b>"),
        (r"\b(?:how much|what) (?:was|were) (?:originally |initially )?(?:budgeted|planned),? (?:and|versus|against|compared with) (?:(?:how much|what) (?:was|were) )?(?:actually |finally |in fact )?(?:spent|paid) (?:for|on) (?:the )?(?P<x>[^?,]+)", r" \g<x> 预算数和决算数各是多少 "),
        (r"\b(?:how much|what) (?:was|were|is) (?:the )?(?:original |initial )?budget(?:ed amount| figure)? (?:for|of|on) (?:the )?(?P<x>[^?,]+?),? and (?:how much|what) (?:was|were) (?:actually |finally |in fact |really )?(?:spent|paid)(?: on (?:it|them|that))?", r" \g<x> 预算数和决算数各是多少 "),
        (r"\b(?:how much|what) (?:was|were) (?:originally |initially )?budgeted (?:for|on) (?:the )?(?P<x>[^?,]+?),? (?:and|versus|against|compared with) (?:(?:how much|what) (?:was|were)) (?:actually |finally |in fact )?spent(?: on (?:it|them|that))?", r" \g<x> 预算数和决算数各是多少 "),
        (r"\b(?:what|how much) (?:is|was) the (?:difference|gap|deviation) (?:in \w+ )?between (?:the )?(?:budget(?:ed)?(?: and|,)? (?:and )?(?:the )?(?:final accounts?|actual)|(?:final accounts?|actual) and (?:the )?budget(?:ed)?)(?: figures?| amounts?| spending| expenditure)* (?:(?:for|of|on|in) )?(?:the )?(?P<x>[^?.]+)", r" \g<x> 决算比预算少多少 "),
        (r"\b(?:by )?how much (?:was|were) (?:the )?(?P<x>[^?.]+?)(?: budget)? under-?spent|\bby how much (?:was|were) (?:the )?(?P<y>[^?.]+?)(?: budget)? over-?spent", r" \g<x>\g<y> 决算比预算少多少 "),
        (r"\bhow (?:is|was) (?:the |its )?(?:government )?procurement(?: budget| spending)? (?:split|divided|broken down|allocated|distributed|shared)(?: up)? (?:among|between|into|by|across) goods, (?:construction )?works?,? and services", " 政府采购货物、政府采购工程、政府采购服务各是多少 "),
        (r"\b(?:what|which)(?: (?:is|are|were))? the (?:two|2) (?:largest|biggest|most expensive) projects\b", " 金额最大的两个项目 "),
        (r"\b(?:what|which)(?: (?:is|are|were))? the (?:three|3) (?:largest|biggest|most expensive) projects\b", " 金额最大的三个项目 "),
        (r"\bhow many projects (?:have|has|had|were set|with) (?:performance )?(?:targets|goals)\b", " 有多少个项目编报绩效目标 "),
        (r"\b(?:what is |what's )?(?:the )?(?:target|goal|required level)(?: value)? (?:for|of|set for) (?:the )?(?P<x>[\w ]+? satisfaction)(?: rate| degree)?", r" \g<x> 目标是多少 "),
        (r"\b(?:what is |what's )?(?:the )?(?:weight|weighting|points value|score weight)(?: value)? (?:for|of|given to) (?:the )?(?P<x>[^?.]+?)(?: indicator)?(?=\s*(?:$|[?.]))", r" \g<x> 分值是多少 "),
        (r"\b(?:what|how much) (?:is|was|are|were) (?:the )?(?P<part>[^?]+?),? (?:expressed )?as an? (?:share|percentage|proportion|percent|fraction) of (?:the )?(?P<whole>[^?.]+)", r"what share of \g<whole> is \g<part>"),
        (r"\bhow many times (?:(?:larger|higher|bigger|greater|more|as (?:large|high|big|much)) )?(?:is|was|are|were) (?:the )?(?P<a>[^?]+?) (?:(?:as|so) (?:large|high|big|much) as|(?:larger|higher|bigger|greater|more) than|than|as) (?:the )?(?P<b>[^?.]+)", r" \g<a> 是 \g<b> 的几倍 "),
        (r"\bhow many times (?:the )?(?P<b>[^?]+?) (?:is|was|are|were) (?:the )?(?P<a>[^?.]+)", r" \g<a> 是 \g<b> 的几倍 "),
        (r"\b(?:what|which)(?: items| parts| components| expenses| costs)? (?:are|do|does|is|make) (?:up )?(?:the |its )?(?P<x>three publics?(?: (?:expenses|expenditures?|budget|spending|funds))?|incomes?|revenues?)(?: (?:made up of|composed of|comprised? of|comprise|include|consist of|cover))(?=\s*(?:$|[?.]))|\b(?:list|name|what are) (?:all )?the (?:components|parts|items|elements|constituents) of (?:the |its )?(?P<y>[^?.]+)", r" \g<x>\g<y> 包括哪些 "),
        (r"\b(?:list|name|what are|which are) (?:all )?(?:the |its )?(?:sources of (?:the |its )?(?:incomes?|revenues?|funding|money)|(?:income|revenue|funding) sources)\b", " 收入包括哪些 "),
        (r"\bhow many projects (?:have |were |are )?(?:under(?:went|going|gone)|had|covered by|subject to|included in|in|took part in) (?:the )?(?:performance )?self-?(?:evaluation|assessment)s?\b|\bhow many projects (?:were|was|are|have been) self-?(?:evaluated|assessed)", " 开展绩效自评的项目数 "),
        (r"[,;]? *\b(?:and )?how much(?: of (?:it|this|that))? (?:is|was|goes) (?:for|on|to) (?P<x>goods|services)(?=\s*(?:$|[?.]))", r" and how much of it is for \g<x>"),
        (r"\band how many (?:are|were) (?=(?:for|used) )", "and how many of them are "),
        (r"\b(?:the |its )?(?P<x>agency|department|bureau|institute|unit|office|organ)'s (?P<y>(?:running|operating) (?:costs?|expenses?))", r"agency \g<y>"),
        (r"\bof (?:the )?(?P<whole>[^?,]+?)(?: only| alone)?, (?P<asks>how much) (?=(?:was|is|were|are) (?:carried|brought|left|spent|used)\b)", r"\g<asks> of the \g<whole> "),
        (r"(?P<x>\b(?:share|percentage|proportion|percent|fraction|portion) of|\bhow much of) (?:the |its |this )?(?:(?:whole|entire|total|overall|annual) )*(?P<y>20\d\d )?budget(?= (?:is|was|goes|went|comes|came|does|do|did|are)\b)", r"\g<x> the \g<y>total budget"),
        (r"\btotal (?:annual )?(?:budget|funding|cost|amount|spending|expenditure)s? (?:of|for|on) (?:all )?(?:the )?projects\b(?! (?:with|that|which|in)\b)", "total project expenditure"),
        (r"\b(?:what is |what's |give |show )?(?:the )?(?:breakdown|split|division|composition) of (?:the )?(?:government )?procurement(?: budget| spending)?(?: (?:into|by|between|among|across))? goods, (?:construction )?works?,? and services", " 政府采购货物、政府采购工程、政府采购服务各是多少 "),
        (r"\bhow (?:is|was) (?:the |its )?(?:total )?(?:expenditure|spending|budget) (?:split|divided|broken down|distributed)(?: up)? (?:between|into|by|among) basic(?: (?:expenditures?|spending))? and project (?:expenditures?|spending)", " 基本支出和项目支出各是多少 "),
        (r"\b(?:what|how much)(?: money| funding)? (?:remained|was left|remains|was) (?:unspent|unused|left over|left)(?: over)? at (?:the )?(?:year[- ]end|end of (?:the year|20\d\d))", "how much was the year-end balance"),
        # the unit that an answer is wanted in
        (r",? ?\(?\b(?:expressed |given |stated )?in (?:units? of )?(?:(?:ten|hundred|a) )?(?:10,?000s?|100,?000s?|thousands?|millions?|wan)(?: of)?(?: (?:yuan|rmb|cny|renminbi))?\b\)?,?|,? ?\(?\bin (?:yuan|rmb|cny|renminbi)\b\)?,?", " "),
        (r"\b(?:what|how much) (?:is|was) the (?:difference|gap) (?:in \w+ )?between (?:the )?(?P<a>[^?]+?) and (?:the )?(?P<b>[^?.]+)", r"how much more is \g<a> than \g<b>"),
        (r"\bby how much (?:does|do|did) (?:the )?(?P<a>[^?]+?) (?:exceed|surpass|outweigh|outstrip) (?:the )?(?P<b>(?!its|their|budget)[^?.]+)", r"how much more is \g<a> than \g<b>"),
        (r"\bhow much (?:lower|smaller|less|cheaper)(?: money)? (?:is|was|are|were) (?:budgeted |planned |spent |allocated |set aside )?(?:for |on |to )?(?:the )?(?P<a>[^?.]+?) than (?!(?:in |that |of |for |the |its )*(?:20\d\d|last|previous|prior|preceding|year))(?:that |those )?(?:for |on |to |of )?(?:the )?(?P<b>[^?.,]+)", r" \g<a> 比 \g<b> 少多少 "),
        (r"\b(?:which|what)(?: \w+)? (?:is|was|costs?|are|gets?|receives?|takes?)(?: the)? (?:larger|higher|bigger|greater|more)(?: \w+)?[,:]? (?:for |on )?(?:the )?(?P<a>[^?.,]+?),? or (?:for |on )?(?:the )?(?P<b>[^?.]+)", r"which is larger, \g<a> or \g<b>"),
        (r"\b(?:is|was|are|were) more(?: money)? (?:budgeted|spent|allocated|set aside|planned)? ?(?:for|on|to) (?:the )?(?P<a>[^?.,]+?),? or (?:for |on |to )?(?:the )?(?P<b>[^?.]+)", r"which is larger, \g<a> or \g<b>"),
        (r"\b(?:is|was|are|were) more(?: money)? (?:budgeted|spent|allocated|set aside|planned)? ?(?:for|on|to) (?:the )?(?P<a>[^?.,]+?) than (?!(?:in |that |of |for |the |its )*(?:20\d\d|last|previous|prior|preceding|year))(?:for |on |to )?(?:the )?(?P<b>[^?.]+)", r"is \g<a> larger than \g<b>"),
        (r"\b(?:which|what)(?: (?:is|was|are|were))?(?: the)?(?: single)? (?:largest|biggest|highest|main|top)(?: single)?(?: functional)?(?: (?:category|categories|class|type|area|function|purpose|kind))s?(?: of)?(?: the)?(?: total)? (?:expenditures?|spending)\b|\bwhich (?:functional |expenditure |spending )*(?:category|class|function|area)(?: of (?:expenditure|spending))? (?:is|was|has|gets|got|receives|takes)(?: the)? (?:largest|biggest|highest|most)(?: (?:expenditure|spending|money|amount|share))?(?=\s*(?:$|[?.,]|(?:and|in|under|within|from|out|of)\b))|\bon (?:what|which) (?:category|class|function|area) is (?:the )?most(?: money)? spent", " 支出最多的是哪一类 "),
        (r"\b(?:what|which)(?: (?:are|were|is))?(?: the)? (?:top|largest|biggest|highest)? ?(?:two|2) ?(?:top|largest|biggest|highest)? (?:expenditure|spending)(?: items?| lines?| subjects?)?s?\b", " 支出最多的两项 "),
        (r"\b(?:what|which)(?: (?:are|were|is))?(?: the)? (?:top|largest|biggest|highest)? ?(?:three|3) ?(?:top|largest|biggest|highest)? (?:expenditure|spending)(?: items?| lines?| subjects?)?s?\b", " 支出最多的三项 "),
        (r"\b(?:what|which)(?: (?:is|was))?(?: the)? (?:largest|biggest|highest|main|top)(?: single)? (?:expenditure|spending) (?:items?|lines?|subject)\b(?! (?:under|within|in|of)\b)", " 最大的支出科目 "),
        (r"\b(?:what|which)(?: (?:is|was))?(?: the)?(?: single)? (?:largest|biggest|highest|main) (?:source of (?:the )?(?:\w+'s )?(?:incomes?|revenues?|funding|money)|(?:income|revenue|funding) source)\b|\bwhich (?:source of (?:incomes?|revenues?|funding)|(?:income|revenue|funding) source) is (?:the )?(?:largest|biggest|highest)", " 收入来源最高的是哪个 "),
        (r"\bhow much (?:of (?:the )?)?(?:government |public )*procurement(?: budget| spending| money)?(?: in (?P<y>20\d\d))? (?:went to|goes to|was for|is for|was spent on|is spent on) (?:buying )?(?P<x>goods|services|(?:construction |engineering )?works?)\b", r" \g<y> \g<x> procurement "),
        (r"\bwhat (?:share|percentage|percent|proportion|fraction) of (?:the |total |government |public )*procurement(?: budget| spending)? (?:is|was|goes to|went to|is for|was for|are|goes on|goes toward) (?:for )?(?P<x>goods|services|(?:construction |engineering )?works?)\b", r"what share of government procurement is \g<x> procurement"),
        (r"^\W*(?:in 20\d\d,? )?(?:does|do|did) (?:the )?(?P<a>[^?.]+?) (?:exceed|surpass|outweigh|outstrip) (?:the )?(?P<b>(?!its|their|budget|what|\d|half|one)[^?.]+)", r"is \g<a> larger than \g<b>"),
        (r"^\W*(?:in 20\d\d,? )?(?:did|does|do|was|were|is|are) (?:the )?(?:actual )?(?P<x>[^?.]+?) (?:exceed|exceeds|exceeded|over|above|go over|surpass|more than|higher than)(?: (?:its|the|their|what was))? budget(?:ed)?\b", r" \g<x> 决算超过预算了吗 "),
        (r"^\W*(?:in 20\d\d,? )?(?:did|does|do|was|were|is|are) (?:the )?(?:actual )?(?P<x>[^?.]+?) (?:stay(?:ed)? |kept |remain(?:ed)? |come in |came in |fall |fell )?(?:within|under|below|less than|lower than)(?: (?:its|the|their|what was))? budget(?:ed)?\b", r" \g<x> 预算比决算多吗 "),
        (r"\b(?:what|how much) (?:is|was) (?:the )?(?:execution|implementation|completion|spending) rate of (?:the )?(?P<x>[^?.]+?)(?: budget)?(?=\s*(?:$|[?.]))|\bwhat (?:share|percentage|percent|proportion) of the (?P<y>[^?.]+?) budget was (?:actually )?(?:spent|used|executed|implemented)", r" \g<x>\g<y> 完成预算的百分之几 "),
        (r"\bhow many indicators (?:does|do|are there (?:for|in)|has) (?:the )?(?P<x>[^?.]+?)(?: have)?(?=\s*(?:$|[?.]))", r" \g<x> 有多少个指标 "),
        (r"\b(?:what|which) (?:performance )?indicators (?:does|do|are there (?:for|in)|has|are set for|are listed for) (?:the )?(?P<x>[^?.]+?)(?: have)?(?=\s*(?:$|[?.]))", r" \g<x> 有哪些指标 "),
        (r"\bhow many (?:projects )?(?:were |was |are |got )?(?:rated|graded|assessed as|given) (?:as )?[\"“']?(?:excellent|outstanding)[\"”']?|\bhow many projects (?:were |are |was |got )?(?:rated|graded|assessed(?: as)?|given)(?: as)? [\"“']?(?:excellent|outstanding)[\"”']?", " 评为优的项目有几个 "),
        (r"\bhow many problems (?:were |was |have been )?(?:found|discovered|identified)\b", " 发现问题几个 "),
        (r"\b(?:what|how much) (?:was|were|is) (?:the )?(?:outturn|actual (?:amount|figure|spending|expenditure)|final accounts? (?:figure|amount)) (?:for|of|on) (?:the )?(?P<x>[^?,]+?),? (?:and|versus|against|compared with) (?:(?:what|how much)(?: (?:had been|was|were))?(?: originally)? budgeted|(?:what (?:was|is) )?(?:the|its) budget(?:ed (?:figure|amount))?)(?: for (?:it|them|that))?", r" \g<x> 预算数和决算数各是多少 "),
        # verbs that say where money comes from, and where it goes
        (r"\b(?:(?:is|are|was|were) )?(?:accounted for by|made up by|provided by|contributed by|(?:stem(?:s|med)?|deriv(?:es?|ed)|originat(?:es?|ed)|aris(?:es?|ing)|sourced|flow(?:s|ed)?|drawn) (?:from|out of))\b", "comes from"),
        (r"\b(?:is|are|was|were) (?:earmarked|allotted|allocated|assigned|dedicated|devoted|directed|reserved|destined|set aside|spent|used) (?:for|to|on|towards?)\b|\bw(?:as|ent) (?:on|towards?)\b|\bgo(?:es)? (?:on|towards?|into)(?! next)\b", "goes to"),
        (r"(?<=goes to) projects\b", " project expenditure"),
        (r"^\W*(?:among|of|across|out of|from)(?: all)?(?: (?:the|these|those))? (?:\w+ )?(?:bodies|institutions?|institutes|organi[sz]ations|units|departments|entities|agencies)(?: (?:whose|that|which|with|in|covered|listed|published)\b[^,?]*)?, (?=(?:which|who|what)\b)(?:(?:which|what)(?: one| of them| body)?|who) (?=[a-z]+)", "which institution "),
        # what somebody says before asking
        (r"^\W*(?:(?:hi|hello|hey|please|also|and|so|ok|okay|well|now)\b[,!.]? )+", ""),
        (r"^\W*(?:(?:can|could|would|will) you (?:please )?|please |i(?:'d| would) like to (?:know|see|find out) |i want to know |i need (?:to know )?|i am looking for |i'm looking for |do you know |any idea )+(?:(?:tell|give|show) (?:me|us) |find (?:me |out )?|look up |state |report |confirm )?", ""),
        # all that is counted: an answer out of the table of totals counts all of it
        (rf",? ?\(?\b(?:counting|including|considering|covering|spanning|comprising|encompassing|taking|across|from|over|for|with|under|by)(?: together)? (?:all|every|each)(?: (?:of )?(?:the|its|their))?(?: (?:different|various|possible|available))? (?:{_MONEY_OF_ALL})(?: (?:together|combined|included|into account|of funds))?\b\)?,?", " "),
        (rf",? ?\(?\b(?:all|whatever)(?: the)? (?:{_MONEY_OF_ALL})(?: (?:included|together|combined|taken together))\b\)?,?", " "),
        (rf",? ?\(?\b(?:regardless|irrespective) of (?:the )?(?:{_MONEY_OF_ALL})\b\)?,?", " "),
        # all of it, where nothing else is named
        (r"^\W*(?:what|how (?:much|large|big|high)) (?:is|was|are|were) (?:the |its |their |this )?(?:[a-z]+(?:'s|’s) )?(?:annual |yearly |overall )?(?:expenditures?|spending|outlays?|expenses)(?: for the year)?\s*[?.]*$", "what is the total expenditure?"),
        (r"^\W*how much (?:money )?(?:did|does|do|will) (?:it|they|(?:the|this) [a-z]+) (?:plan to |expect to )?spend(?: in (?:total|all)| altogether| overall)?(?: for the year)?\s*[?.]*$", "what is the total expenditure?"),
        (r"^\W*(?:what|how (?:much|large|big|high)) (?:is|was) (?:the |its |their |this )?(?:[a-z]+(?:'s|’s) )?(?:annual |yearly |overall )?budget\s*[?.]*$", "what is the total budget?"),
        # income of the year alone
        (rf"\b(?:total )?(?:annual )?(?:own )?(?:incomes?|revenues?|receipts)\b(?P<x>[^?]*?),? ?\(?\b(?:before|without|excluding|exclusive of|not (?:counting|including)|leaving (?:out|aside)|net of|less)(?: adding| any| the| funds?| money| opening| prior-year| year-end| beginning)* (?:{_COUNTED})[^?)]*\)?", r" income of this year alone \g<x> "),
        (rf"\b(?:total )?(?:annual )?(?:expenditures?|spending|outlays?)\b(?P<x>[^?]*?),? ?\(?\b(?:before|without|excluding|exclusive of|not (?:counting|including)|leaving (?:out|aside)|net of|less)(?: adding| any| the| funds?| money| closing| year-end)* (?:{_COUNTED})[^?)]*\)?", r" expenditure of this year alone \g<x> "),
        (r"\b(?:this|the) year's (?:own )?(?:total )?(?:incomes?|revenues?|receipts)(?: alone)?|\b(?:total )?(?:incomes?|revenues?|receipts) (?:for|of|in) (?:the current year(?: alone)?|(?:the|this) year (?:alone|only|itself))\b", "income of this year alone"),
        (r"\b(?:(?:this|the) year's|current-year|the current year's) (?:total )?(?:expenditures?|spending)(?: alone)?|\b(?:expenditures?|spending) of this year alone\b", "expenditure of this year alone"),
        # what was left when the year ended
        (r"\bhow much of (?:the )?(?:fiscal|financial|government) appropriations? (?:is|was|were|are) (?:carried|brought) (?:over|forward) from", "what was the fiscal-appropriation carry-over from"),
        (r"\bhow much of (?:the )?(?:fiscal|financial|government) appropriations? (?:remained|remains|was left|is left|were left|was unspent|was carried over)[^?]*? at (?:the )?(?:year[- ]end|end of (?:the year|20\d\d))", "what was the year-end balance of fiscal appropriations"),
        (r"\b(?:carr(?:y|ied)[- ]?overs?(?: (?:and|or) (?:balances?|surplus(?:es)?))?|balances?)(?: funds?)? (?:(?:was|were|is|are|that|which|still|left|remaining|remained|over|unspent) )*at (?:the )?(?:year[- ]end|end of (?:the )?(?:fiscal )?(?:year )?(?:20\d\d)?)", "year-end balance "),
        # the whole, which has in it what was carried over
        (rf",? ?\(?\b(?:(?:counting|including|inclusive of|with|taking in)(?: the| any| funds| money| all)* (?:(?:opening|closing|year-end|prior-year|beginning) )*(?:{_COUNTED})(?: (?:and|or) (?:{_COUNTED}))*(?: (?:from|of) (?:the )?(?:last|previous|prior|earlier) years?)?(?: included)?|(?:{_COUNTED}) included)\)?,?(?=\s*(?:$|[?.,]|in\b|for\b|of\b))", " "),
        (r"\b(?:the |a )?(?:overall |grand |combined )?(?:sum )?totals? (?:of |for |given for )?(?:the )?(?:budgeted |planned )?(?:incomes?|revenues?|receipts)(?: totals?)?(?:,? and(?: equally)?|,? ?\((?:and )?equal(?:ly)?(?: to)?)(?: of)?(?: the)?(?: grand| overall| total)*(?: of)? (?:expenditures?|spending|outlays?)\)?(?: totals?)?", " total of both sides "),
        (r"\((?:total )?(?:incomes?|revenues?) and (?:expenditures?|spending)(?: totals?)?\)", " "),
        (r"\b(?:incomes?|revenues?) and (?:expenditures?|spending) (?:grand )?totals?\b|\btotal do [a-z ]+ give for (?:incomes?|revenues?) and (?:expenditures?|spending)|\b(?:incomes?|revenues?) and (?:expenditures?|spending) in total\b", " total of both sides "),
        (r"\btotal (?:incomes?|revenues?) (?:and|or) (?:total )?(?:expenditures?|spending)\b", " total of both sides "),
        (r"\bgrand totals?(?= (?:of|for) )", "total"),
        (r"\b(?:under|in|by|within|per|according to) (?:the )?economic (?:classification|category|categories|items?)(?: table)?(?: (?:of|for|in) (?:the )?basic (?:expenditures?|spending))?\b", " in the basic expenditure table "),
        (r"\bbasic (?:expenditures?|spending) in the basic expenditure table\b", " in the basic expenditure table "),
        (r"\btotal (?:of|for)(?: the)? (?=(?:budgeted |planned |annual )?(?:incomes?|revenues?|receipts|expenditures?|spending)\b)", "total "),
        (r"\btotal (?:amount|sum) of(?: the)? ", "total "),
        (r"\btotal (?:departmental|institutional|annual|yearly|unit) budget\b", "total budget"),
        (r"\bat the (?:beginning|start) of (?:the year )?(?=20\d\d)", "in "),
        (r"\b(?:at|by|from) the (?:beginning|start) of the year\b", " "),
        (r"\b(?:spend|spent|disburse[sd]?) in total\b(?! (?:on|for|under|from)\b)|\btotal (?:was |is )?(?:actually )?spent\b", "expenditure of this year alone"),
        # how large
        (r"\bhow (?:large|big|high|great|substantial) an? (?=(?:share|part|proportion|percentage|portion|fraction)\b)", "what "),
        (r"\bhow (?:large|big|high|great|substantial|sizeable) (?:is|was|are|were) (?:the )?(?=(?:share|proportion|percentage|fraction)\b)", "what is the "),
        (r"\bhow (?:large|big|high|great|substantial|sizeable)\b", "how much"),
        (r"\bwhat (?:amount|sum|figure|sum of money|amount of money|total|number|value)(?: (?:is|was|are|were) (?:given|reported|shown|listed|stated|recorded|printed|entered|budgeted|planned|allocated|set aside))? (?=(?:for|of|is|was|did|does|has|have|do|are|were|under|as)\b)", "how much "),
        # shares
        (r"\b(?:within|out of|in|of) (?:the )?(?P<whole>[^?,]+), (?:what is|how much is) (?:the )?(?:share|proportion|percentage|fraction) (?:of|for|that is|taken by|going to) (?:the )?(?P<part>[^?.]+)", r"what share of \g<whole> is \g<part>"),
        (r"\b(?:what|which) (?:share|proportion|percentage|percent|per cent|fraction|portion|part)(?: of the total)? (?:does|do|did) (?:the )?(?P<part>[^?.]+?) (?:make up|account for|represent|constitute|form|take up|comprise|take)(?: (?:of|in))? (?:the )?(?P<whole>[^?.]+)", r"what share of \g<whole> is \g<part>"),
        (r"\b(?:what|which) (?:share|proportion|percentage|percent|per cent|fraction|portion) of (?:the )?(?P<whole>[^?.]+?) (?:does|do|did) (?:the )?(?P<part>[^?.]+?) (?:make up|account for|represent|constitute|form|take up|comprise|take)", r"what share of \g<whole> is \g<part>"),
        (r"\b(?:what|which) (?:percentage|percent|per cent|portion) of\b", "what share of"),
        (r"\bhow much of (?:the )?(?P<whole>[^?]+?) (?:is|are|was|were) made up (?:of|by) ", r"how much of the \g<whole> is from "),
        # where money comes from
        (r"\b(?:how much|what) (?:revenues?|incomes?|money|funding|funds)(?: (?:is|was|are|were|does|did|do|will|has|have|the|institute|bureau|unit|department|centre|center|it|they))* (?:come|comes|came|stem|stems|stemmed|be|been|received?|derived?|drawn?|earn|earned|get|got|obtain|obtained|expected?|raised?)(?: to come)? (?:from|in|out of|as|through|via)\b", "how much is"),
        (r"\b(?:incomes?|revenues?|receipts) (?:received |derived |coming |earned |raised )?from (?=(?:fiscal|financial|government|general public|business|operat|undertaking|other|state))", ""),
        (r"\b(?:apart from|besides|aside from|other than|in addition to) [^?,]+, (?=[^?]*\bother (?:income|revenue)s?\b)", ""),
        # a part in a table where it stands anyway
        (r"(?<=carry-over) from prior years in (?:the )?(?:\w+'s )?total (?:income|revenue)\b", " "),
        (r"\b(?:with)?in (?:the )?(?:institute's|bureau's|unit's|its|department's|centre's|center's) (?:total (?:income|revenue)|accounts|books|budget|disclosure|figures|report)\b", " "),
        (r"\b(?:with)?in (?:the )?(?:table of )?total (?:income|revenue) table\b|\bin the table of total (?:income|revenue)\b", " in the income table "),
        # the three public expenses, by their parts
        (rf"\b(?P<a>{_ABROAD}|{_CARS}|{_GUESTS}){_AND}(?!(?P=a)\b)(?:{_ABROAD}|{_CARS}|{_GUESTS}){_AND}(?:{_ABROAD}|{_CARS}|{_GUESTS})(?: (?:together|combined|in total|taken together))?", " three public expenses total "),
        (r"[\"“'‘]?\bthree[- ]publics?\b[\"”'’]?(?: (?:consumptions?|expenses?|expenditures?|spending|costs?|funds?|budget|outlays?)\b)*", " three public expenses "),
        (r"\bactual\b(?: \((?:and )?not (?:the )?budgeted\))?(?= (?:total (?:of )?)?[\"“ ]*three public)", " final-accounts figure of "),
        (r"\b(?:final )?out-?turns?\b", "final accounts"),
        (r"\b(?:was|were) (?:originally |initially )?budgeted\b|\b(?:budgeted|originally budgeted) (?:amount|figure|sum)\b|\b(?:initial|original) budget\b", " budgeted-figure "),
        # goods, works and services are all of procurement
        (r"(?<=procurement)(?P<x>[^?,]*),? ?\(?(?:counting|including|covering|for|of|across|comprising) goods, (?:construction )?works?,? and services(?! (?:respectively|each|separately|individually))(?: (?:together|combined|in total|taken together))?\)?", r"\g<x>"),
        (r"\bfiscal appropriations? (?:for|of|to) (?:the )?(?=(?:government |agency |administrative |organ )+(?:running|operating|operation))", ""),
        (r"(?P<x>\bthree public expenses)(?: that (?:is|was))? +(?:funded|financed|paid(?: for)?|covered) (?:by|from|out of) fiscal appropriations?", r"\g<x>"),
        (r"(?P<x>\bspending|\bexpenditure)(?: that)?(?: (?:is|was|are|were))? +(?:funded by|financed by|paid by|covered by|paid for by|funded from|financed from|paid from|came from|comes from) fiscal appropriations?", "fiscal-appropriation expenditure"),
        # scores
        (r"\b(?:on average,? )?how many points\b(?=[^?]*\b(?:on average|average)\b)|\bon average,? how many points\b", " average score "),
        (r"\b(?:average|mean)(?: rating| evaluation| self-evaluation)? (?:scores?|marks?|points|rating)(?: (?:score|reported|given|obtained))?\b", "average score"),
        (r"\b(?:performance )?self-?(?:evaluated|assessed|rated) (?:projects?|programmes?|programs?)\b", "projects in the performance self-evaluation"),
        (r"\b(?:how many points|how much(?= [^?]*\b(?:indicator|worth|carry|weigh|count)\b)) (?:is|are|was|does|do) (?:the )?(?P<x>[^?]+?) (?:indicator |target )?(?:worth|carry|get|count for|weigh)(?: in (?:the )?(?P<y>[^?]+?)(?: table| form)?)?\s*(?=[?.]|$)", r" \g<y> \g<x> 分值是多少 "),
        # projects
        (r"\b(?:class|category|type) (?P<x>[a-d])\b", r" \g<x>类 "),
        (r"(?<=budgeted|allotted) (?:for|on|to) projects\b|(?<=allocated|set aside) (?:for|on|to) projects\b|(?<=spent) on projects\b", " for project expenditure"),
        (r"\b(?:for|in|of) (?:the )?(?:whole|full|entire|current) (?:fiscal |financial )?year\b|\bin all\b", " "),
    )
)  # fmt: skip


def plainly(question: str) -> str:
    """A question said more plainly."""
    for words, told in _PLAINLY:
        question = words.sub(told, question)
    return re.sub(r"\s+", " ", question)
