"""Questions that tell something beside what they ask: what the notes print, and then what the table does, or whether it agrees; a printed share, and
then what it is by the amounts; which of two totals is the larger, and then what they are apart and what that is. Each as what it asks, in plain words.
"""

from __future__ import annotations

import re

from qa.words.bounds import AMOUNT

_NOTES = r"(?:(?:编制|文字|情况)(?:部分)?说明(?:文字)?|说明(?:文字)?|文字(?:部分)?)(?:里面?|中|上|部分)?"
_MET = r"(?:里面?|中|上|部分)?(?:也|还|曾)?(?:出现|提到|提及|见)(?:了|过)?"
_SAID = r"(?:写|说|称|讲|列|印|标|填|记|给)(?:明|成|出)?(?:的|着|了)?(?:是|为)?"
_YEAR = r"(?:20\d\d年(?:度)?|今年|本年)?"
_PLANNED = r"(?:预算|决算|安排|列|写|说|印|填|是|为|有|的|了|数|金额)*"
_OF = r"(?P<of>(?!编制|文字|情况|说明|表|写|说|称|讲|(?:一般公共预算|财政拨款|政府性基金|国有资本经营)(?:预算)?(?:是|为|安排)?\d)[^,，\d]{2,24}?)"
_TOLD = (
    re.compile(rf"^{_OF}[,，]?(?:这一?[项块笔])?的?(?:在|按)?{_NOTES}{_SAID}{_YEAR}{_PLANNED}{AMOUNT}(?P<rest>.*)$"),
    re.compile(
        rf"^(?:在|按)?{_NOTES}(?:{_SAID})?(?:{_YEAR}(?:预算|决算)?(?:一共|总共|共)?(?:安排|列支?|支出|编列?)的?)?{_OF}的?{_YEAR}{_PLANNED}{AMOUNT}(?P<rest>.*)$"
    ),
)
_MET_IN_NOTES = re.compile(
    rf"^{_OF}的?{_YEAR}的?(?:预算|决算|安排)?(?:数|金额|数额)?[,，]?(?:在|按)?{_NOTES}{_MET}{AMOUNT}(?:这个?|那个?)?的?(?:写法|说法|数字?|金额|字样|表述)?(?P<rest>[,，].*)$"
)
"""Of something, an amount that is met in the notes."""
_TOLD_OF_YEAR = re.compile(
    rf"^(?P<year>20\d\d年(?:度)?)?的?{_OF}的?(?P<after>20\d\d年(?:度)?)?的?(?:预算|决算)(?:数|安排|金额)?[,，]?(?:在|按)?{_NOTES}{_SAID}{_YEAR}{_PLANNED}{AMOUNT}(?P<rest>.*)$"
)
"""Of a year's budget for something (某科目2024年预算，编制说明写的N), what the notes print."""
_TABLE = r"(?P<table>[\u4e00-\u9fff]{0,14}表)格?(?:里面?|上面?|中|内)?"
_SEEN = r"(?:我|咱们?)?(?:再|又|去|来)?(?:看|翻|查|对)(?:了|到|过|着|一下|了一下)?"
_SEEMS = r"(?:好像|似乎|怎么|仿佛|貌似|感觉|像|明明|分明)*"
_OTHER = r"(?:(?:不|并不|却不|又不|可不)是(?:这个?|一个)(?:数字?|金额)|不是(?=[,，])|(?:并)?没有?(?:这个?|这样的?|那个?)(?:数字?|金额)|(?:对不上|不一样|不同|不一致|不符|两样)|(?:是|有)?(?:另|别的|另外)(?:外)?(?:一)?个?(?:数字?|金额|样))"
_DENIED = re.compile(
    rf"^[,，]?(?:但是?|可是?|不过|然而|而)?(?:{_SEEN})?(?:(?:和|跟|与|同)?{_TABLE}(?:所?(?:列|写|印|填|给)(?:的|着|出)?)?的?(?:数字?|金额)?(?:却|倒|则|又|里|可|都)*)?{_SEEMS}{_OTHER}(?:了|的|啊|吧|呀)*(?P<rest>[,，].*)$"
)
_TWO_PLACES = re.compile(
    rf"^{_OF}的?{_NOTES}(?:里|中)?的?(?:和|与|跟|同){_TABLE}的?(?:数字?|金额)?{_OTHER}(?:了|的)*(?P<rest>[,，].*)$"
)
_PRINTED = re.compile(
    rf"^[,，]?(?:那么?|但是?|可是?|不过|而|请问|再|去|翻看|翻开|翻到|打开|看|翻|查)*(?:{_TABLE}(?:的|所|到底|究竟|实际|真正|又|则|却)*(?:(?:按|以|用)(?:万?元)(?:为单位)?)?(?:列|写|印|填|给)?(?:的|着|了|出)*(?:原始|精确|准确|完整)?的?(?:原数|原值|原|数字?|金额)?[,，]?)?(?:到底|究竟|应该|实际|又)*(?:(?:是|有|为)?多少(?:钱|万?元)?|(?<=[数额值])是什么)$"
)


def _printed_in_table(text: str) -> str:
    """某科目在说明里说是N，可表上列的不是这个数，表上是多少: what the table prints of it; empty where it is no such question."""
    for told in (*_TOLD, _MET_IN_NOTES, _TWO_PLACES, _TOLD_OF_YEAR):
        m = told.match(text)
        if m is None:
            continue
        denied = _DENIED.match(m["rest"])
        asked = _PRINTED.match(denied["rest"] if denied is not None else m["rest"])
        if asked is None or not (asked["table"] or (denied is not None and denied["table"])):
            continue
        table = max((asked["table"] or "", (denied["table"] if denied is not None else "") or ""), key=len)
        groups = m.groupdict()
        return f"{groups.get('year') or groups.get('after') or ''}{m['of']}在{table}里是多少"
    return ""


_HOLDS_TOO = r"(?:能不能|能否|可否|能|是否|是不是|会不会|也|都|跟|和|与|同|它|说明|文字|正好|刚好|可以|这|那|这里的|的|数字?|金额|[,，])*(?:对(?:得|不)?(?:上|起来)|核对?得?上|一致|相符|吻合|一样|相同|相等|(?:是|有|为|写|列|印)(?:的)?(?:也)?(?:是)?(?:这个?|同一?个?|一个?|这么个)(?:数字?|金额)|找得?到(?:这个数)?|查得?到(?:这个数)?)"
_HELD = re.compile(
    rf"^[,，]?(?:那么?|请问|这|它|和|跟|与|同|在|对照|对着|去|再|[,，])*{_TABLE}(?:里面?|中|上|所?(?:列|写|印|填|给)(?:的|着|出)?|的|数字?|金额|之间)*{_HOLDS_TOO}(?:的|了|数|来)*(?:吗|么|吧|呢|不|没有?|不上)?$"
)
"""Words that ask whether a table agrees with an amount that the notes told."""
_NOTES_AND_TABLE = re.compile(
    rf"^(?:在|按)?{_NOTES}(?:{_SAID})?的?{_OF}(?:的)?(?:数字?|金额)?[,，]?(?P<rest>(?:和|跟|与|同){_TABLE}.*)$"
)
_IN_NOTES = re.compile(rf"^{_OF}(?:[,，]?在)?{_NOTES}(?:{_SAID})?{_YEAR}{_PLANNED}{AMOUNT}(?P<rest>.*)$")
_ANY_TABLE = re.compile(r"(?:部门|单位)?(?:预算|决算)?(?:公开)?(?:总)?表|(?:各|那|这)?张?表")


def _agrees_with_table(text: str) -> str:
    """说明里写某科目N，和预算表能对上吗: whether the notes and the tables agree of it; empty where it is no such question."""
    for told in (*_TOLD, _IN_NOTES, _NOTES_AND_TABLE):
        m = told.match(text)
        held = _HELD.match(m["rest"]) if m is not None else None
        if m is None or held is None:
            continue
        amount = re.search(rf"(?:预算|决算)?{AMOUNT}$", text[: m.start("rest")])
        said = f"{m['of']}{amount[0] if amount is not None else ''}"
        if _ANY_TABLE.fullmatch(held["table"]) is None:
            return f"说明里{said}和{held['table']}是否一致"
        return f"说明中{said}，与表里的数对得上吗"
    return ""


_NAMED_TABLE = r"(?:(?<=[在到])|(?=[收支入出]+总表|[收支入出]+[预决]算|财政|一般公共|“?三公|公开|政府性|国有资本|基本支出|项目支出|部门|单位|20\d\d年|预算|决算))"
"""What a table's name stands after, or begins with: 应用研究 is not 应用, and 研究支出总表 no table."""
_ONE_TABLE = rf"(?:在|到)?{_NAMED_TABLE.replace('{', '{{').replace('}', '}}')}(?P<{{0}}>[\u4e00-\u9fff“”]{{{{2,16}}}}?表)(?:里面?|上面?|中|内)?的?(?:{_SAID})?(?:是|为|有|了|的)*(?:{AMOUNT})"
_IN_TWO_TABLES = re.compile(
    rf"^(?P<of>[\u4e00-\u9fff()（）]{{2,20}}?)的?[,，]?{_ONE_TABLE.format('one')}[,，](?:而|但|可|又)*{_ONE_TABLE.format('two')}"
    r"[,，](?:两者|二者|两表|两边|之间|相|一共|究竟|到底)*(?:差额|差距|差)(?:是|了|有)*多少(?:钱|万?元)?(?P<rest>(?:[?？,，;；].*)?)$"
)


def _apart_in_two_tables(text: str) -> str:
    """某科目，甲表写N，乙表写M，差多少: how far it is apart between the two; empty where it is no such question."""
    m = _IN_TWO_TABLES.match(text)
    return f"{m['of']}在{m['one']}和{m['two']}里差多少{m['rest']}" if m is not None else ""


_TOLD_AND_OTHER = re.compile(
    rf"^(?P<of>[\u4e00-\u9fff()（）]{{2,20}}?)的?[,，]?{_ONE_TABLE.format('one')}[,，](?:那么?|而|但是?|可是?|不过|却|到了?|换到|放到|去)*(?:在)?(?P<two>(?![在到])[\u4e00-\u9fff“”]{{2,16}}?表)(?:里面?|上面?|中|内|那边|这边)?"
    r"(?:又|却|则|只|就|倒|便|还|剩下?|是|有|为|的|写|列|印|变成?|成|了)*多少(?:钱|万?元)?了?[,，?？](?:那么?)?(?:两者|二者|两表|两张表|两边|两处|两个数|中间|当中|之间|相|一共|究竟|到底|又|这)*(?:差额|差距|差|少|多)(?:是|了|有|出)*多少(?:钱|万?元)?$"
)


def _told_of_one_table(text: str) -> str:
    """某科目在甲表里有N，到了乙表只剩多少，中间差多少: what it is in either, and how far they are apart; what is said of the first is
    told by what the table prints."""
    m = _TOLD_AND_OTHER.match(text)
    return f"{m['of']}在{m['one']}和{m['two']}里各是多少，差多少" if m is not None else ""


_PERCENT = r"(?:\d+(?:\.\d+)?%|百分之[一二三四五六七八九十点零]+)"
_SOME_NUMBER = r"(?:又|则|却|倒)?(?:是|有|为|写|列|印)?(?:另外?)?(?:一个|一个样|个)(?:数字?|金额|样)"
_TABLE_NAMED = rf"(?:在|到)?{_NAMED_TABLE.replace('{', '{{').replace('}', '}}')}(?P<{{0}}>[\u4e00-\u9fff“”]{{{{2,16}}}}?(?:表|说明))(?:的(?:20\d\d年)?(?:小计|合计)栏?)?(?:里面?|上面?|中|内)?"
_A_NUMBER_IN_EACH = (
    re.compile(
        rf"^(?P<of>[\u4e00-\u9fff()（）]{{2,20}}?)[,，]?{_TABLE_NAMED.format('one')}{_SOME_NUMBER}[,，](?:而|但|可)?{_TABLE_NAMED.format('two')}(?:又|则|却|倒)?(?:是|有|为)?(?:另外?|又)*(?:一个|别的|个)(?:数字?|金额|样)(?P<rest>.*)$"
    ),
    re.compile(
        rf"^(?P<of>[\u4e00-\u9fff()（）]{{2,20}}?)(?:有|出现|印)(?:了|着)?(?:两个|两种|不同的?)(?:数字?|金额|口径)[:：,，]{_TABLE_NAMED.format('one')}(?:里)?(?:有|是|写|列)?一个[,，]{_TABLE_NAMED.format('two')}(?:里)?(?:又|则)?(?:有|是|写|列)?(?:另)?(?:外)?一个(?P<rest>.*)$"
    ),
)
"""Of something, that it is one amount in one table and another in the other."""
_BOTH_AND_GAP = re.compile(
    r"^[,，。;；]?(?:请|麻烦|帮我)?(?:(?:分别|各自?|两个|把两个数|都)*(?:报|说|列|给|写|是)(?:一下|出来?|上来)?(?:多少)?[,，]?)?(?:并|再|还|然后)?(?:算|求|给|说)?(?:一下|出)?(?:两者)?(?:之间)?(?:的)?(?:相?差(?:额|距|多少)?(?:是多少)?)(?:是|有)?(?:多少)?$|^[,，。;；]?(?:两者|两个数|之间)*(?:相?差|差额)(?:是|了)?多少(?:钱|万?元)?$"
)
_FORMER_MORE = re.compile(
    r"^[,，。;；]?(?P<it>前|后)者(?:比|较)?(?:要)?(?:(?P<way>[多高大少低小])(?:出|于|过)*)?(?P<base>前|后)者(?P<more>[多高大少低小])?(?:出|了)*(?:多少|几)(?:钱|[万亿]?元)?$"
)


def _a_number_in_each(text: str) -> str:
    """某科目在甲表是一个数，在乙表又是另一个数，算出差额: what it is in each, and how far they are apart; 前者高出后者多少: by how much it is
    more in the one that is named first."""
    m = next((m for frame in _A_NUMBER_IN_EACH if (m := frame.match(text)) is not None), None)
    if m is None:
        return ""
    of, one, two = m["of"].rstrip("的在"), m["one"], m["two"]
    if _BOTH_AND_GAP.match(m["rest"]) is not None:
        return f"{of}在{one}和{two}里各是多少，差多少"
    more = _FORMER_MORE.match(m["rest"])
    if more is None or more["it"] == more["base"] or not (more["way"] or more["more"]):
        return ""
    sides = {"前": one, "后": two}
    less = (more["way"] or more["more"]) in "少低小"
    return f"{of}在{sides[more['it']]}里比{sides[more['base']]}{'少' if less else '多'}多少"


_PRINTED_SHARE = re.compile(
    rf"^(?:(?P<head>(?!编制|文字|情况)[^,，\d]{{2,20}}?)的?)?{_NOTES}[,，]?(?:{_SAID})?(?:(?P<inner>[^,，\d占]{{2,20}}?)(?:里面?|之?中|当中)的?)?(?P<part>[^,，\d占]{{2,16}}?)(?:的?(?:比例|比重)(?:是|为|{_SAID})?|(?:所)?占(?:了|到|比)?(?:是|为)?(?P<whole>[^,，\d占]{{2,20}}?)?)的?{_PERCENT}[,，](?P<rest>[^,，]*(?:[,，][^,，]*)?)$"
)
_WORKED_OUT = re.compile(
    r"(?:重新|自己|按|照|用|拿|实际|从|以)[^,，]{0,8}(?:算|核)|(?:重|核|验)算|算(?:下来|一[遍下算]|出来)|(?:应该|应当|应|实际|真实|正确)(?:的)?(?:占|是|为|比例|占比)"
)
_ASKS_SHARE = re.compile(r"(?:多少|几成|百分之几|几何)(?:呢)?$")


def _share_by_amounts(text: str) -> str:
    """说明写甲占P%，按金额重新算是多少: what part it is; empty where it is no such question, or does not say of what."""
    m = _PRINTED_SHARE.match(text)
    if m is None or _WORKED_OUT.search(m["rest"]) is None or _ASKS_SHARE.search(m["rest"]) is None:
        return ""
    whole = m["whole"] or m["inner"] or m["head"] or ""
    if not whole or re.fullmatch(r"(?:合计|总[计额数]|全部|其中)", whole):
        whole = m["head"] or m["inner"] or ""
    if whole.endswith("表"):
        return f"{whole}里{m['part']}占合计的百分之几"
    return f"{m['part']}占{whole}的百分之几" if whole else ""


_WHOLE = r"[^,，\d]{2,20}?(?:总?合计|总[计额数])"
_LARGER = re.compile(
    rf"^(?P<a>{_WHOLE})(?:数)?(?:只|才|仅)?(?:是|为|有|列|印)?{AMOUNT}[,，](?:但|可|而|不过)?(?:是)?(?P<b>{_WHOLE})(?:数)?(?:却|则|反而|倒|又|要|还|更)*(?:(?P<more>更?[大多高])|(?P<less>更?[小少低]|没(?:有)?(?:那么|这么)(?:多|大|高)))(?:一些|一点|些|了|出)*[,，](?P<asks>.+)$"
)
_TWO_AMOUNTS = re.compile(
    rf"^(?P<a>{_WHOLE})(?:数)?(?:只|才|仅)?(?:是|为|有|列|印)?{AMOUNT}[,，](?:但|可|而|不过)?(?:是)?(?P<b>{_WHOLE})(?:数)?(?:却|则|反而|倒|又)*(?:只|才|仅)?(?:是|为|有|列|印)?{AMOUNT}[,，](?P<asks>.+)$"
)
_GAP_AND_WHAT = re.compile(
    r"^(?:这|那)?(?:笔|个|部分)?(?:差额|差距|多(?:出|出来)的?(?:部分|钱)?|少(?:了)?的?(?:部分|钱)?|差的(?:部分|钱)?)(?:又|到底|究竟)?(?:是|来自|对应)?(?:的)?(?:什么|哪一?[笔项])?(?:[、,，]|和|又|以及)*(?:是|有|为)?(?:多少(?:钱|万?元)?)?$"
)


def _gap_and_what_it_is(text: str) -> str:
    """甲是N，乙却更大，差额是什么、多少: how far they are apart, and then what that is; empty where it is no such question."""
    m = _LARGER.match(text) or _TWO_AMOUNTS.match(text)
    if m is None or _GAP_AND_WHAT.match(m["asks"]) is None or re.search("什么|哪|多少", m["asks"]) is None:
        return ""
    more = m.groupdict().get("more", "")
    told = f"{m['b']}比{m['a']}{'多' if more else '少'}多少" if more != "" else f"{m['a']}比{m['b']}多多少"
    return f"{told}？这笔差额是什么" if re.search("什么|哪", m["asks"]) else told


def without_what_is_told(text: str) -> str:
    """A folded question of one of these sorts as what it asks; any other as it is."""
    bare = text.rstrip("?？。")
    ways = (
        _printed_in_table, _agrees_with_table, _apart_in_two_tables, _a_number_in_each, _told_of_one_table, _share_by_amounts, _gap_and_what_it_is,
    )  # fmt: skip
    return next((plain for way in ways if (plain := way(bare))), text)
