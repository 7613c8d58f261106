"""The questions of a question: orders to the answerer left out, asides too, each in the words that rules know."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.text import folded
from qa.english.in_chinese import in_chinese, is_english
from qa.plain.in_pieces import in_one_piece
from qa.plain.loosely_put import plainly_put
from qa.plain.place_first import table_to_front
from qa.plain.set_phrases import in_set_phrases
from qa.plain.told_beside import without_what_is_told
from qa.plain.told_first import without_what_is_told_first
from qa.plain.words_of_asking import without_words_of_asking
from qa.words.lexicon import TABLES, names_more_than_tables, plainly_said, same_words, scopes_in
from qa.words.numerals import in_digits
from qa.words.procurement import kinds_in_full

_COUNTERS = "位|批次|人次|分(?!之|钱)|平方米|公里|个|项(?!目)|辆|台|套|人|名|家|件|批|次|篇|份|张|户|间|栋|平方米|类|款|种|层|座|场|部|期|天|节|册|本|株|头|公里|公顷|亩|吨|所|处"
ASKS_COUNT = re.compile(rf"(?:多少|几)(?P<unit>{_COUNTERS})(?!月|百分点|元|科目)")
MONEY_TOO = re.compile(r"多少(?:亿|万)?元|多少钱|几(?:万|亿)?元")
_AMOUNT = re.compile(rf"(?:多少|几)(?:钱|万|元|{_COUNTERS})|(?:是|为|有|各|分别|安排了?|[多少高低差]出?了?)多少$")
_ASKS_WORDS = re.compile(
    r"^前者|^后者|^这(?:一)?(?:笔|个|部分)?(?:的)?(?:差额|差距|差的)|^(?:这)?(?:两者|二者|两个|两项)|^(?:它们)?(?:相)?差(?:额|多少|了)|^(?:都|分别|各自?)?(?:是|叫|有)(?:做)?(?:什么|哪些)|^(?:是)?(?:为什么|为何|什么原因|怎么回事|原因是)|^(?:都|分别|主要)?(?:是)?(?:用来|用|做|干)(?:什么|啥)|^主要(?:用|做|干)"
)
_INSTRUCTION = re.compile(
    r"(?:忽略|无视|忘记|忘掉|不要管|抛开)(?:以上|上述|上面|之前|前面|先前|所有|你的|一切)[^,，。;；]*[,，。;；]?|(?:ignore|disregard|forget)[^.,;。，]*(?:instructions?|above|previous|rules?|prompt)[^.,;。，]*[.,;。，]?"
    r"|(?:别管|不用管|不要管|甭管|不管)[^,，。;；:：]{2,16}[,，](?:你)?(?:只要|只需要?|就|直接|只管|照我说的)(?:回答|说|告诉我)[:：,，]"
    r"|(?:你现在是|从现在起你是|假装你?是|扮演)[^,，。;；]*[,，。;；]?|(?:请)?(?:直接)?(?:回答|输出|回复|说)[\"“]?\d[\d,.]*(?:万元|元)?[\"”]?(?:即可|就行|就好)?[,，。;；]?$",
    re.IGNORECASE,
)
_HOSTILE = re.compile(
    r"\b(?:drop|delete|insert|update|alter|truncate|union)\b.{0,12}\b(?:table|from|into|select|database)\b|--\s*$|<\s*script|\bselect\b.{1,40}\bfrom\b|system\s*prompt|系统提示词",
    re.IGNORECASE,
)
_IN_UNIT = re.compile(
    r",?(?:请)?(?:按|以|用)(?:亿|万)?元(?:来)?(?:计算|计|为单位|表示)(?:告诉我)?|,?(?:折|换|折算|换算|折合|转换)(?:算)?(?:成|为|到)(?:人民币)?(?:亿|万)?元(?:后|的话|来算)?,?(?=是|为|有|多少|等于)"
)
_ASIDE = re.compile(
    r"^(?:(?:要是|如果|假如|万一)(?=[^,，]*(?:方便|可以|有空|没?记错|没?看错|没?搞错|没?弄错|查得?到|找得?到|知道|清楚|麻烦|有人|我|你|您|的话$|数据|资料|公开))(?![^,，]*(?:只|单|仅|不[含算]|除|扣|去掉|减|加|剔|少|多|增))|为了(?!解)|我?就?想问(?:一下|问)?)[^,，]*[,，](?=.{6})|"
    r"[^,，]*(?:不用管|不用看|不管它?|别管|先不说|不必管|不关心|不用说|忽略)[,，]|[,，][^,，]*(?:别算|不算|不用算|除外)(?:进去|在内)?$"
)
_HEADED = re.compile(r"^[^:,，?？]{0,6}(?:急|求|问|求助|请教|咨询)[^:,，?？]{0,3}:(?=.{8})")  # 写稿急用：…
_NOT_THAT = re.compile(r"\([^()]*(?:不算|不含|不包括|不光|不只|不是|别算|除外)[^()]*\)")
_BY_HOW_MUCH = re.compile(
    r"(?:分别|各自?|都)?(?:是|有|增加|减少|增长|下降|涨|降|多|少)?了?(?:多少|几)(?:钱|万元|元)?(?:呢)?"
)
_SAID_IN_NOTES = re.compile(
    r"^(?:但|可|不过|而)?(?:是)?(?:编制|文字|情况)?说明(?:里|中|上)?(?:却|倒|则|又)?(?:写|说|讲|列|标|是|填)(?:的|成|为|着|是|了)*.+"
)
"""What the notes say, told beside a question as a remark."""
_ONLY_ASIDE = re.compile(
    r"[^,，]*(?:别算|不算|不用算|除外)(?:进去|在内)?|请?(?:给(?:出|个|我)?|报|[用按以])百分[比数]来?(?:表示|计算|算|回答|说)?"
)
_ONLY_CHECKED = re.compile(
    r"(?:我)?(?:没|有没有)(?:看|搞|弄|算|听|记)错(?:吧|吗|么)?|(?:请|麻烦)?(?:帮我?)?(?:确认|核实|核对)(?:一下)?|准不准|(?:说得|算得)?对不对|对[吗么吧]|是真的吗|真的假的|属实吗|不是吗"
)
"""What only asks whether what was said before is so."""
_THOUGH = re.compile(
    r"^(?P<told>[^,，]*(?:写着|写的是|写明|写成|写为|注明|标着|声称|说是?|讲)[^,，]*)[,，](?P<but>可是?|但是?|不过|然而|那么?|(?=(?:决算|预算)总?表))(?P<asked>.+)$"
)


_TOLD_IN_NOTES = re.compile(
    r"^(?:编制|文字|情况)?说明(?:里|中)?(?:讲|说|写|称)?(?:的是|是|成)?(?:20\d\d年)?(?P<topic>[\u4e00-\u9fff]{2,12}?)(?:的?[“\"]?(?:20\d\d年)?(?:预算)?(?:安排|数|金额)[”\"]?)?(?:安排|写|是|为|列|成)*\d"
)
_PRINTED_INSTEAD = re.compile(
    r"^(?:我|咱们?)?(?:想要|想知道|要|问|想看)?(?:的)?(?:是)?(?:预算表|决算表|(?P<table>(?:预算|决算)总)表|表格?)(?:里面?|上面?|中|内)?(?:列|写|印|填)?着?的?(?:真实|实际|准确|正确)?的?(?:数字|数|金额|数额)?[,，]?(?:到底|究竟|又)?(?:列|写|是|有)?(?:了|的)?(?:是)?多少$"
)
"""What a table prints, asked of what a clause before it says that the notes tell."""


_NO_CARRY = r"(?:(?:不|别|没)(?:用|要)?(?:把)?(?:含|算|计|包括|包含|考虑|管)|去掉|扣除|扣掉|除去|除掉|刨去|刨掉|刨开|剔除|抛开|撇开|除了)(?:上|进)?(?:上一?年|去年|往年|以前年度|年初|过去|以往)?的?(?:结转|结余)+(?:过来|下来|来)?的?(?:资金|钱|部分|收入|款)?(?:以外|之外|外|算?进去|(?:计算)?在内)?"
_CARRY_OUT = r"(?:上一?年|去年|往年|以前年度)?的?(?:结转|结余)+的?(?:资金|钱|部分)?(?:不|别)(?:用|要)?(?:含|算|计)(?:进去|在内|入)?"
_ONLY_NEW = r"(?:只|仅|单|光)(?:算|看|要|计|统计|含|包括|说)(?:今年|当年|本年)(?:度)?(?:新)?(?:增)?的?(?:财政)?(?:拨款|收入|资金|钱|预算|部分|款)?"
APART = rf"[(（]?(?:{_NO_CARRY}|{_CARRY_OUT}|{_ONLY_NEW}(?:[,，、]?(?:{_NO_CARRY}|{_CARRY_OUT}))?)[)）]?"
"""That what is carried over is not meant: of income of one year, which has none of it, this says nothing more."""
_APART = re.compile(rf"[?？。;；]({APART})[。.!！]?$")
"""What is not meant, put as a sentence of its own."""


def hostile(question: str) -> bool:
    """Whether it carries an attack on the program rather than a question."""
    return _HOSTILE.search(question) is not None


def without_instructions(question: str) -> str:
    """The question without orders to the answerer."""
    return _INSTRUCTION.sub("", question)


@lru_cache(maxsize=1024)  # it is read at several places, and the questions before it again with each
def question_text(question: str) -> str:
    """A question folded for reading: instructions out, English in Chinese terms."""
    said = _APART.sub(r",\1", without_instructions(question))
    text = kinds_in_full(same_words(folded(in_chinese(said) if is_english(said) else said)))
    text = table_to_front(without_words_of_asking(text))
    text = in_set_phrases(in_one_piece(plainly_put(without_what_is_told_first(without_what_is_told(text)))))
    text = in_digits(plainly_said(text))
    return _IN_UNIT.sub("", text)


def sentences_of(question: str) -> list[str]:
    """The questions of a question, in order; a clause that only states something stays with what follows it."""
    question = re.sub(r"[?？](?=[(（])", "", question)  # a remark in brackets belongs to what it remarks on
    parts = [p for p in re.split(r"[?？。;；！!\n]+", question) if p.strip()]
    parts = [p for p in parts if not _ONLY_ASIDE.fullmatch(p)] or parts
    parts = [p for i, p in enumerate(parts) if not (i and _ONLY_CHECKED.fullmatch(p))]
    parts = [p for i, p in enumerate(parts) if not (i and _SAID_IN_NOTES.match(p) and not _ASKS_SOMETHING.search(p))]
    parts = [p for i, p in enumerate(parts) if not (i and _BY_HOW_MUCH.fullmatch(p) and "哪" in parts[i - 1])]
    parts = [_BOTH_TOLD.sub(r"\g<agree>", p) for p in parts]
    for split in (
        _kinds_in_turn,
        _of_both_classes,
        _each_in_its_table,
        _each_within,
        _whole_and_within,
        _whole_and_kinds,
        _how_much_and_why,
        _carried_out_and_planned,
        _planned_spent_and_rate,
        _planned_and_spent,
        _parts_and_sum,
        _before_and_since,
        _of_both_sides,
        _each_and_share,
        _gap_and_what_pays,
        _targets_apart,
    ):
        parts = [one for part in parts for one in split(part)]
    for i in range(len(parts) - 1, 0, -1):
        if (of := _OF_WHOLE.fullmatch(parts[i])) is not None and (it := _ITS_SHARE.fullmatch(parts[i - 1])) is not None:
            parts[i - 1 : i + 1] = [f"{it['it']}占{of['whole']}的百分之几"]
    found: list[str] = []
    for part in parts:
        clauses = re.split(r"[,，]|、(?=(?:多少|几)(?![、,，]))", part)
        own = ""
        for clause in clauses:
            if own and _asks_twice(own, clause):  # how many, and what are they
                found.append(own)
                own = clause
            else:
                own = f"{own},{clause}" if own else clause
        found.append(own)
    found = [one for part in found for one in (_each_within(part) if part.startswith("其中") else [part])]
    return [_SERVICES_WITHIN.sub("其中服务类采购", part) for part in found]


_A_KIND_TOO = re.compile(
    r"(?:那么?|还有|以及|再|其中)*的?(?P<kind>(?:政府采购)?(?:货物|工程|服务)(?:类|采购)*)(?:的)?呢"
)


def _kinds_in_turn(part: str) -> list[str]:
    """工程呢，还有服务呢: each on its own; the question itself where it asks for anything else."""
    kinds = [_A_KIND_TOO.fullmatch(clause) for clause in re.split(r"[,，]", part)]
    told = [f"{m['kind']}呢" for m in kinds if m is not None]
    return told if 1 < len(told) == len(kinds) else [part]


_SERVICES_WITHIN = re.compile(r"^其中的?服务(?=(?:又)?(?:是|有|为|安排|列)?(?:了)?多少)")
"""Services that are bought, which the word alone does not say."""


_BOTH_TOLD = re.compile(
    r"(?P<agree>(?:一致|一样|相符|相等|相同|吻合|对得上|对不对得上|对得拢)(?:吗|么|不)?)[,，](?:各自?|分别|两边各?)(?:是|为|有)?多少(?:钱|[万亿]?元)?$"
)
"""How much each of two is, after whether they agree, which tells both."""
_A_CLASS = r"(?:按|在)?(?:部门)?(?:预算)?(?:支出)?(?P<{0}>经济|功能)分类(?:科目|口径)?(?:里面?|中|下面?|上)?(?:算)?的?"
_OF_BOTH_CLASSES = re.compile(
    rf"^{_A_CLASS.format('one')}(?P<a>[^,，和与跟同、]{{2,24}}?)(?:和|与|跟|同|、)?{_A_CLASS.format('other')}(?P<b>[^,，和与跟同、]{{2,24}}?)(?P<asks>(?:各自?|分别)(?:是|为|有)?多少(?:钱|万?元)?|(?:是否|是不是|能不能|能否)?(?:一致|一样|相符|相等|相同|吻合|对得上|对不对得上|对得拢|对上)(?:吗|么)?)$"
)


def _of_both_classes(part: str) -> list[str]:
    """A row by what is bought and one by what it is for (经济分类里的甲和功能分类里的乙): as one question for each, or whether they agree, that
    first which is printed in more tables."""
    m = _OF_BOTH_CLASSES.match(part)
    if m is None or m["one"] == m["other"]:
        return [part]
    what_for, bought = (m["a"], m["b"]) if m["one"] == "功能" else (m["b"], m["a"])
    if "多少" in m["asks"]:
        return [f"{m[side]}分类里的{m[name]}是多少" for side, name in (("one", "a"), ("other", "b"))]
    return [f"功能分类的{what_for}和经济分类的{bought}一样吗"]


_EACH_OF = re.compile(
    r"^(?P<list>[^,，?？]+?)(?:的)?(?:各自|各|分别)(?:是|为|有|列|安排|印)?(?:了|作)?多少(?:钱|万元|元)?(?P<gap>[,，](?:两者)?(?:相?差|差额)(?:是)?多少)?$"
)
_AND = re.compile(r"、|以及|和|与|及|跟")


def _each_in_its_table(part: str) -> list[str]:
    """A question for each of two things, of which each is in a table of its own (收支总表的收入总计、支出总表的合计各是多少), as one
    question for each; the question itself where it is none."""
    m = _EACH_OF.match(part)
    if m is None or m["gap"]:
        return [part]
    for join in _AND.finditer(m["list"]):
        sides = (m["list"][: join.start()], m["list"][join.end() :])
        tables = [[(s, e) for s, e, name in scopes_in(side) if name != TABLES] for side in sides]
        if all(len(own) == 1 and own[0][0] == 0 for own in tables) and all(
            len(side) - own[0][1] > _A_WORD for side, own in zip(sides, tables, strict=True)
        ):
            return [f"{side}是多少" for side in sides]
    return [part]


_A_WORD = 2
_WHY_AND_HOW_MUCH = re.compile(
    r"^(?P<of>[^,，]{2,}?)(?P<why>为什么|为何|为啥|怎么(?:会)?)(?P<than>(?:[比较跟和与同][^,，]{2,}?)?)(?P<is>多|少|高|低|大|小|(?:相|有)?差(?:了?一截|距|异|别)?|不(?:一样|同|一致|相等|等)|对不上)(?:了|出|这么多|那么多|些|一?截)*[,，]"
    r"(?P<much>(?:又|到底|究竟|一共|总共|具体)?(?:相?差(?:额|距)?|多|少|高|低|大|小)(?:了|出|的)?(?:是|有)?多少(?:钱|万?元)?)$"
)


def _how_much_and_why(part: str) -> list[str]:
    """A question why two amounts differ and by how much, as one question for each; the question itself where it is none."""
    m = _WHY_AND_HOW_MUCH.match(part)
    return [m["of"] + m["than"] + m["much"], part[: m.start("much") - 1]] if m is not None else [part]


_OF_A_YEAR = (
    r"(?:20\d\d年(?:度)?|去年|上年(?:度)?|今年|本年(?:度)?)的?(?:当年)?(?:预算)?(?:执行|决算|预算|安排)(?:数|金额)?"
)
_OF_TWO_YEARS = re.compile(
    rf"^(?P<of>[^,，]{{2,}}?)的?(?P<one>{_OF_A_YEAR})(?:和|与|跟|、|以及|及)(?P<other>{_OF_A_YEAR})(?:各自?|分别)(?:是|为|有)?多少(?P<unit>钱|万?元)?$"
)


_PARTS_AND_SUM = re.compile(
    r"^(?P<of>[^,，]{2,}?)(?P<parts>(?:一共|总共)?(?:包括|包含|分为|分成|由|有|分)(?:哪|几)[^,，多少]{1,6})[,，](?P<sum>(?:一共|总共|合计|总额|总数|共)(?:是|有|为|花|安排)?多少(?:钱|万?元)?)$"
)


_OF_BOTH_SIDES = re.compile(
    r"^(?P<of>[^,，]{2,}?)的?(?P<one>收入|支出)(?P<kind>决算|预算)数?(?:和|与|跟|、|以及|及)(?P<other>收入|支出)(?P=kind)数?(?:各自?|分别)(?:是|为|有)?多少(?P<unit>钱|万?元)?$"
)


def _of_both_sides(part: str) -> list[str]:
    """What a row has in the table of income and in that of spending, as one question for each; the question itself else."""
    m = _OF_BOTH_SIDES.match(part)
    if m is None or m["one"] == m["other"]:
        return [part]
    return [f"{m[side]}{m['kind']}表里{m['of']}是多少{m['unit'] or ''}" for side in ("one", "other")]


_EACH_AND_SHARE = re.compile(
    r"^(?:(?P<head>[^,，]{2,12}?)(?:里面?|当?中|之中)[,，]?的?)?(?P<list>[^,，占]{2,40}?)(?:各自?|分别)(?:是|为|有|花|安排)*(?:了)?多少(?:钱|万?元)?[,，](?:这?[两二三](?:项|者|个|笔)|它们)?的?(?:加(?:在)?一?起来?|合(?:在)?一?起来?|合计|一共|总共|之和|总和|共)"
    r"占(?:了|到|比)?(?P<whole>[^,，占]{2,16}?)的?(?P<asks>百分之(?:几|多少)|几成|(?:多大|多少)的?(?:比例|比重)?|(?:比例|比重)(?:是|为|有)?(?:多少|多大|多高)?)$"
)
_ALL_OF_IT = re.compile(r"(?:其|它的?|这个|全部|整个|的)*(?:总额|总数|总计|合计|总量|总支出)")


def _each_and_share(part: str) -> list[str]:
    """How much each of several things is within another and what part of that they are together (甲里乙和丙各多少，两项合起来占总额的百分之几),
    as one question for each; the question itself else."""
    m = _EACH_AND_SHARE.match(part)
    if m is None or not _AND.search(m["list"]):
        return [part]
    generic = _ALL_OF_IT.fullmatch(m["whole"]) is not None
    if generic and not m["head"]:
        return [part]
    whole = m["head"] if generic else re.sub(r"^三公(?:经费)?总[额数]$", "三公经费", m["whole"])
    place = "" if (m["head"] or "").startswith("三公") else f"{m['head']}里" if m["head"] else ""
    return [f"{place}{m['list']}各是多少", f"{m['list']}合计占{whole}的百分之几"]


_PAYS = r"(?:那么?)?(?:这|那)?(?:多出|多|超出|高出|差额|差)(?:来|去)?的?(?:那|这)?(?:一)?(?:部分|笔|块|些|点)?(?:钱|资金|差额)?(?:又|主要|都|到底|究竟|是|由|靠|用|来自|拿|花|从|的)*(?:什么|啥|哪一?[种项个块]|哪些|哪类|哪笔|哪里|哪儿|哪|何种)(?:来|样)?的?(?:钱|资金|收入|来源|渠道)?(?:来|出|解决|安排|承担|支付|补|弥补|支持|保障|付)*的?(?:呢)?"
_BY_WHICH = r"(?:又|主要|都|是)*(?:由|靠|用|来自|出自)哪一?[种项个类笔](?:收入|资金|钱)(?:来)?(?:解决|安排|承担|支付|补|弥补|支持|保障|付|出)*的?(?:呢)?"
WHAT_PAYS = re.compile(rf"^(?:{_PAYS}|{_BY_WHICH})$")
"""Words that ask what money pays for what one amount is more than another by."""
_WHICH_ROW = r"(?:那么?)?(?:多|差|高|超)(?:出|了)?(?:来|去)?(?:的|额)(?:那|这)?(?:一)?(?:部分|笔|块|些|点)?(?:钱|资金)?(?:又|主要|都|到底|究竟|就)*(?:是|为)(?:哪(?:一|几|两|些)?[项个笔行条](?:科目|钱|资金|款)?|什么|啥)(?:呢)?|(?:主要|都|到底|究竟)*(?:多|差)(?:出)?在了?哪(?:一|几|两)?[项行笔](?:上)?(?:呢)?"
WHICH_ROW = re.compile(rf"^(?:{_WHICH_ROW})$")
"""Words that ask which row one total has more than another (多出来的是哪一项)."""
_GAP_AND_WHAT_PAYS = re.compile(
    rf"^(?P<gap>[^,，]{{4,}}?(?:(?:多|高|超|相?差)(?:出|了|来)*|差[额距](?:是|有|为)?)(?:多少|几)(?:钱|万?元)?)[,，](?P<pays>{_PAYS}|{_BY_WHICH}|{_WHICH_ROW})$"
)


def _gap_and_what_pays(part: str) -> list[str]:
    """By how much one amount is more than another and what money pays for that (多出多少，多的部分用什么钱), as one question for each;
    the question itself else."""
    m = _GAP_AND_WHAT_PAYS.match(part)
    return [m["gap"], m["pays"]] if m is not None else [part]


_TARGETS_APART = re.compile(
    r"(?P<own>(?P<of>[^,，、]*?(?:项目|专项|课题))[^,，、]*?(?:多少|几)(?:个|家|套|人次|人|篇|项|次|件|场|期|台|名|条|份|部|处)(?!绩效|指标)[^,，、]{0,8})(?:、|[,，]|以及|并且?|和|还要)(?P<more>[^,，、]{0,8}(?:多少|几)[^,，、钱元]{0,8})"
)


def _targets_apart(part: str) -> list[str]:
    """How many of two things a project is to bring (要建多少套数据集、培训多少人次), each by itself: the form prints one line for each."""
    m = _TARGETS_APART.fullmatch(part)
    if m is None or re.search(r"一共|总共|合计|占|哪|预算|经费|资金|支出", part):
        return [part]
    return [m["own"], m["more"] if re.search("项目|专项|课题", m["more"]) else f"{m['of']}{m['more']}"]


def _parts_and_sum(part: str) -> list[str]:
    """A question for the parts of something and what they come to, as one question for each."""
    m = _PARTS_AND_SUM.match(part)
    return [m["of"] + m["parts"], m["of"] + m["sum"]] if m is not None else [part]


_OF_KINDS = r"(?P<what>(?:20\d\d年(?:度)?|[今本全]年)?(?:的)?(?:[本全]?(?:单位|部门)|[局所院馆校]里?)?(?:的)?(?:政府采购|采购|三公经费|本年收入|收入|本年支出|支出|(?:公务用?)?车辆?|一般公共预算(?:财政拨款)?基本支出)(?:预算|决算|支出|金额|经费)?)(?P<total>总额|总计|合计|总数|总量|规模)?"
_MADE_OF = r"(?:具体|又|它|其中|是|都|分别|主要|的)*(?:由(?:哪|那)?(?:几|些|什么)(?:个)?(?:部分|项|类|块|种|内容)*(?:构成|组成)|(?:怎么|如何|怎样)(?:构成|组成|分配?|拆分|分布)|构成(?:情况|如何|是什么|怎样|是怎样)?|各(?:项|类|部分)(?:是|分别|各|为)*(?:多少)?|分(?:为|成)哪(?:几|些)(?:类|项|块|部分|种))的?(?:[,，]?(?:各|分别)(?:是|有|为)?多少)?"
_WHOLE_AND_KINDS = re.compile(
    rf"^{_OF_KINDS}(?P<asked>(?:一共|总共|共)?(?:是|有|为)?(?:多少|几)(?:钱|辆|[万亿]?元)?)?(?:[,，]|及其?|以及|和其?|与)?{_MADE_OF}$"
)


def _whole_and_kinds(part: str) -> list[str]:
    """What something comes to and what it is made of, as a question for each; what it is made of alone in the words for that."""
    m = _WHOLE_AND_KINDS.match(part)
    if m is None:
        return [part]
    kinds = f"{m['what']}由哪些构成" if "三公" in m["what"] else f"{m['what']}分为哪几类"
    kinds = re.sub(r"(?:今年|全年)?的?(?<!本年)收入(?:预算|决算)?分为", "收入有", kinds)
    whole = m["asked"] or (m["total"] and re.search(r"及|和|与|[,，]", part))
    return [f"{m['what']}{m['total'] or ''}{m['asked'] or '是多少'}", kinds] if whole else [kinds]


def _carried_out_and_planned(part: str) -> list[str]:
    """What was carried out in one year and what is planned for another, as one question for each; the question itself where
    it asks no such two things."""
    m = _OF_TWO_YEARS.match(part)
    if m is None or ("执行" in m["one"]) is ("执行" in m["other"]):
        return [part]
    return [f"{m['of']}{m[year]}是多少{m['unit'] or ''}" for year in ("one", "other")]


_OF_ITEM = r"^(?P<of>(?:(?!预算|决算)[^,，、]){2,20}?)的?"
_RATE_ASKED = r"(?:预算)?(?:又|一共|总共|大概)?(?:(?:执行|完成|支出|使用)(?:率|比例|进度)(?:是|为|有|多少|几|百分之|呢)*|(?:花|用|完成|执行|支出)(?:掉|出去)?了?(?:预算的?)?(?:百分之几|百分之多少|几成|多少比例))"
_HOW_MUCH = r"(?:是|为|有)?多少(?:钱|万?元)?"
_PLANNED_SPENT_AND_RATE = (
    re.compile(
        rf"{_OF_ITEM}(?:年初)?预算数?(?:和|与|跟|、|以及|及)(?:决算|执行|实际(?:支出|花费)?)数?(?:各自?|分别)?{_HOW_MUCH}[,，]{_RATE_ASKED}$"
    ),
    re.compile(
        rf"{_OF_ITEM}(?:(?:年初)?预算数?(?:是|批|给|定|安排|列|编)?了?|(?:年初|当初)(?:批|给|定|安排|列|编)了?)多少(?:钱|万?元)?[,，](?:(?:最后|最终|实际|真正)(?:上|又|才)?|决算数?)(?:是|花|用|支出|执行|完成)?了?多少(?:钱|万?元)?[,，]{_RATE_ASKED}$"
    ),
    re.compile(
        rf"{_OF_ITEM}(?:年初)?预算数?[、,，](?:决算|执行|实际支出)数?(?:和|与|跟|、|以及|及)(?:预算)?(?:执行|完成)率(?:各自?|分别)?{_HOW_MUCH}$"
    ),
)
"""What was budgeted for something, what was spent of it, and how much of the budget that is: all three."""


_PLANNED_AND_SPENT = re.compile(
    r"^(?P<of>(?:(?!预算|决算)[^,，、]){2,20}?)(?:这一?(?:块|项|笔)|方面)?的?[,，]?(?:年初|当初|原先|原来|开始)?(?:预算)?(?:批|给|核|安排)(?:了|的|下来)*(?:是)?多少(?:钱|万?元)?[,，、](?:最后|最终|实际|真正|年底|到头来|结果|又)*(?:上)?(?:花|用|报|报销|支|支出|开销|执行)(?:了|掉|出去)*(?:是)?多少(?:钱|万?元)?$"
)


_OF_SEVERAL = re.compile(
    r"^(?P<list>(?:(?!预算|决算)[^,，])+?(?:和|与|跟|、|以及)(?:(?!预算|决算)[^,，])+?)的?(?:年初)?(?:预算数?(?:和|与|跟|、|以及)决算数?|决算数?(?:和|与|跟|、|以及)(?:年初)?预算数?)(?:都)?(?:各自?|分别)(?:是|为|有)?多少(?:钱|万?元)?$"
)


def _planned_and_spent(part: str) -> list[str]:
    """某项批了多少、最后报了多少: both amounts in one question, of several items in one for each; the question itself where it asks for
    anything else."""
    if (several := _OF_SEVERAL.match(part)) is not None:
        return [f"{several['list']}的{measure}数分别是多少" for measure in ("预算", "决算")]
    m = _PLANNED_AND_SPENT.match(part)
    return [part] if m is None else [f"{m['of']}的预算数和决算数各是多少"]


def _planned_spent_and_rate(part: str) -> list[str]:
    """预算多少，决算多少，执行率多少: the two amounts, and the rate, as one question for each; the question itself else."""
    m = next((m for frame in _PLANNED_SPENT_AND_RATE if (m := frame.match(part)) is not None), None)
    return [part] if m is None else [f"{m['of']}的年初预算数和决算数各是多少", f"{m['of']}完成了年初预算的百分之几"]


_BEFORE_AND_SINCE = re.compile(
    r"^(?P<of>[^,，比较]{2,24}?)的?(?P<last>去年|上年|上一年)(?:度)?的?(?P<kind>预算|决算|执行)?数?(?:是|有|为|安排了?)*多少(?:钱|万?元)?[,，]"
    r"(?:今年|本年)(?:又|[比较](?:它|上年|去年|上一年)(?:的?(?:预算|决算))?)?(?P<way>减少|增加|增减|变化|变动|少|减|降|多|增|涨)了?多少(?:钱|万?元)?$"
)


_SINCE_AND_BEFORE = re.compile(
    r"^(?P<of>[^,，比较]{2,24}?)[比较](?P<last>去年|上年|上一年)(?:度)?的?(?P<kind>预算|决算)?数?(?P<way>减少|增加|增减|变化|变动|少|减|降|多|增|涨)了?多少(?:钱|万?元)?[,，]"
    r"(?:那么?|它)?(?:去年|上年|上一年)(?:度)?的?(?:同期)?(?P<again>[\u4e00-\u9fff]{0,10}?)(?:预算|决算)?数?(?:应该)?(?:是|有|为)*多少(?:钱|万?元)?$"
)


def _before_and_since(part: str) -> list[str]:
    """某项去年预算是多少，今年少了多少; 某项比去年少了多少，去年是多少: what it was, and how far it moved since, as one question for each;
    the question itself else."""
    m = _BEFORE_AND_SINCE.match(part) or _SINCE_AND_BEFORE.match(part)
    if m is None:
        return [part]
    kind = m["kind"] or ""
    moved = f"{m['of']}比{m['last']}{kind}{_MOVES.get(m['way'], m['way'])}多少"
    if m.re is _BEFORE_AND_SINCE:
        return [f"{m['last']}{m['of']}{kind}是多少", moved]
    other = "" if m["again"] in m["of"] else m["again"]
    return [moved, f"{m['last']}{other or m['of']}{kind}是多少"]


_MOVES = {"减": "减少", "少": "减少", "降": "减少", "增": "增加", "多": "增加", "涨": "增加", "变动": "变化"}
_ONE_MORE = re.compile(
    r"(?:其中)?(?P<it>(?!占)(?:[\u4e00-\u9fff]{2,8}?|公务用车购置及运行费))(?:又|各)?(?:是|有|为|列|安排)?(?:了)?(?:多少|几)(?:钱|[万亿]?元)?"
)
"""One thing more that is asked for within the same whole (其中基本支出多少，项目支出多少)."""


def _each_within(part: str) -> list[str]:
    """Several things asked for within what was asked for before (其中货物多少，工程多少，服务多少), as one question for each."""
    of = _WITHIN_ONE.match(part)
    head = f"{of['whole']}里" if of is not None else "其中"
    rest = part[of.end() :] if of is not None else part
    clauses = re.split(r"[,，]|(?<=多少|少钱|万元)、", rest) if of or part.startswith("其中") else []
    asked = [m for clause in clauses if (m := _ONE_MORE.fullmatch(clause)) is not None]
    if len(asked) < len(clauses) or len(asked) <= 1:
        return [part]
    things = [m["it"] for m in asked]
    if {"货物", "工程"} & set(things):
        things = ["服务类采购" if thing == "服务" else thing for thing in things]
    return [f"{head}{thing}多少" for thing in things]


_WITHIN_ONE = re.compile(r"(?P<whole>(?!其)[\u4e00-\u9fff]{2,12}?)(?:里面?|里头|之中|当中|中)[,，]?(?=[^,，]+[,，])")


_WHOLE_AND_WITHIN = re.compile(
    r"^(?P<whole>[^,，]{2,}?)(?:[,，]?以及|[,，]?及|和|与|跟|、|[,，])其中的?(?P<parts>[^,，]{2,24}?)的?(?:这?(?:一)?[类项块部]分?)?(?:金额|数额|预算数?|支出数?)?(?:各自?|分别)(?:都)?(?:是|有|为|占|花|安排|列)*(?:了)?多少(?P<unit>钱|万?元)?$"
)


def _whole_and_within(part: str) -> list[str]:
    """Something and what there is within it (总额和其中的服务类各是多少), as one question for each; the question itself else."""
    m = _WHOLE_AND_WITHIN.match(part)
    if m is None or _ASKS_SOMETHING.search(m["whole"]) is not None:
        return [part]
    within = re.split(r"、|和|与|以及|及", m["parts"])
    within = within if all(re.fullmatch(r"货物|工程|服务|[\u4e00-\u9fff]{3,12}", w) for w in within) else [m["parts"]]
    things = _each_within(",".join(f"其中{w}多少" if i == 0 else f"{w}多少" for i, w in enumerate(within)))
    if len(within) == 1 and within[0] == "服务":
        things = ["其中政府采购服务多少"]
    return [f"{m['whole']}是多少{m['unit'] or ''}", *things]


_ITS_SHARE = re.compile(r"(?P<it>[^,，占]{2,}?)的?(?:占比|所?占?的?(?:比例|比重))(?:是|有|为)?(?:多少|多大|几)?(?:呢)?")
_OF_WHOLE = re.compile(r"(?:就是|也就是|是|指|我?是说)?占(?P<whole>[^,，占]{2,16}?)的(?:比例|比重)?")
"""A share, and what it is to be of, said after it (某项占比？占支出总计的)."""
_ASKS_SOMETHING = re.compile(
    r"多少|(?<!好)几(?!乎)|哪|什么|怎么|为何|多[大高长重]|谁|是不是|是否|有没有|吗$|干啥|[高多大对]不[高多大对]"
)


def clauses_that_ask(sentence: str) -> list[str]:
    """A sentence cut into the clauses that ask something, each with those before it that only state something."""
    pieces: list[str] = []
    stated = ""
    for clause in re.split(r"[,，]", sentence):
        stated = f"{stated},{clause}" if stated else clause
        if _ASKS_SOMETHING.search(clause):
            pieces.append(stated)
            stated = ""
    if stated and pieces:
        pieces[-1] += f",{stated}"
    return pieces


_ASKS_IT = re.compile(r"[\u4e00-\u9fff]{2,}(?:是|为|有|安排了?|花了?|列了?)(?:多少|几)(?:钱|元|万元|个|家|辆|台|人)?$")
_ASKS_ANOTHER = re.compile(
    r"^(?!其中|各|分别|占|比|和|与|跟|较|同|差|相|两|二|一共|总共|合计|加|还|又|再|它|这|那|增|减|完成|执行)[\u4e00-\u9fff]{2,}?(?:是|为|有|安排了?|花了?|列了?|又是|又有)(?:多少|几)(?:钱|元|万元|个|家|辆|台|人)?$|^占[\u4e00-\u9fff]{2,}(?:的)?(?:多少|几成|百分之几|比例(?:是多少)?|比重(?:是多少)?)$|^(?:跟|与|和|同|比)(?:去年|上年)(?:度)?(?:相?比)?(?:有没有变|变没变|有变化(?:吗|没有)?|变了吗|变化多少|增减多少|是?增还是减|涨了还是跌了)$"
)


_ASKED = re.compile(
    r"(?:多少|几)(?:钱|元|万元|个|家|辆|台|套|人|分|万|台套|人次|项|篇|套|次|件|%)?$|百分之(?:多少|几)$|(?:总额|总数|合计)(?:是)?多少$"
)
_AND_AGAINST = re.compile(
    r"^(?:跟|与|和|同|比|较|相比)(?:去年|上年|上一年|20\d\d年)(?:度)?(?:预算|决算)?(?:数)?(?:相?比(?:较)?)?(?:是|有没有|有无|有)?[^,，]{0,6}(?:吗|没有|不变|变化|变动|还是少了|还是多了|还是减|是增是减|增是减|持平)$"
)
"""What a figure is held against after it was asked for: how much, and is that more than last year?"""
_AND_ANOTHER = re.compile(
    r"^(?:还)?(?:剩下?|余下?|剩余)(?:的)?(?:是|有)?多少(?:钱|万?元)?$|又(?:是|有|为)?(?:多少|几)(?:钱|元|万元|分|辆|台|个)?$|^(?:主要|具体)?原因(?:是|在|有)|^(?:的)?(?:分值|权重|得分)(?:又)?(?:是|为)?(?:多少|几)"
)


_INTO_KINDS = re.compile(r"分[^,，]{0,3}(?:几|哪些|[两二三四五六])个?大?[类种块]$")
_OF_EACH_KIND = re.compile(r"(?:各自?|分别|每一?[类种])(?:都|又)?(?:有|是|为)?(?:多少|几)")


_NOT_SPENT = r"(?:还|都|一直|尚)?(?:没有?|未)(?:能|有|被)?(?:花|用|支出|支付|使用|动|动用|执行|拨付)(?:完|掉|出去|光|了|过)*(?:的)?"
_WITHIN_IT = re.compile(r"其中|(?:这|那)?(?:里面|里头|当中|之中)(?=财政|一般|政府性|基本|项目|人员|公用)")
"""A part of what was asked for before it."""
_HOW_MUCH_OF_IT = re.compile(
    r"多少|几|^其中(?:来自|属于|是)?的?(?:财政拨款|一般公共预算|基本支出|项目支出)[^,，]{0,8}呢$"
)


_CARS_FOR = re.compile(
    r"(?:主要)?[\u4e00-\u9fff]{2,8}用车(?:(?:、|和|与)[\u4e00-\u9fff]{2,8}用车)*(?:又|各自?|分别)*(?:有|是)?(?:几|多少)辆"
)
"""Cars by what they are for, asked for beside all of them."""


def _asks_twice(own: str, clause: str) -> bool:
    """Whether a clause asks something else than the words before it, which ask already."""
    if re.match(r"(?:相)?差(?:额|多少|了)", clause) and len(scopes_in(own)) > 1:
        return False  # of one thing in two tables: how much, and how far apart
    if _INTO_KINDS.search(own) and _OF_EACH_KIND.match(clause):
        return False  # into which kinds, and how many of each
    if _AMOUNT.search(own) and _ASKS_WORDS.search(clause):
        return True
    if re.search(r"多少(?:钱|元|万元)?$", own) and re.match(r"非.{2,8}的?(?:又|则)?(?:是|有)?多少", clause):
        return True
    if _ASKS_IT.search(own) and _ASKS_ANOTHER.search(clause):
        return True
    if _ASKED.search(own) and (_AND_AGAINST.search(clause) or _AND_ANOTHER.search(clause)):
        return True
    if (
        re.search(rf"(?:多少|几)(?:钱|元|万元|预算|经费|支出|资金|收入|费用)?(?:{_NOT_SPENT})?$", own)
        and _WITHIN_IT.match(clause)
        and _HOW_MUCH_OF_IT.search(clause)
    ):
        return True
    if ASKS_COUNT.search(own) and MONEY_TOO.search(clause):
        return True
    one, two = ASKS_COUNT.search(own), ASKS_COUNT.search(clause)
    if one is None or two is None:
        return False
    if re.match(
        r"(?:20\d\d年|今年|本年)?(?:还|再|又|打算|计划|准备|要)+(?:买|购置?|添)|(?:20\d\d年|今年|本年)(?:新?买|新?购置?|添置?)(?:几|多少)",
        clause,
    ):
        return True
    if one["unit"] == "辆" and _CARS_FOR.match(clause) is not None:
        return True
    return one["unit"] != two["unit"] or re.match(r"其中|(?:又|还)?有?(?:多少|几)", clause) is not None


def asked_of(text: str) -> str:
    """A question without what it says not to mind, and without what it only quotes, but for the table quoted from."""
    text = _HEADED.sub("", _NOT_THAT.sub("", text))
    text = re.sub(r"摊[到在](?!每|一个月|十二|12)(?=.*(?:几成|多大|多少|百分|比|份))", "占", _ASIDE.sub("", text))
    if (m := _THOUGH.match(text)) is not None:
        topic = re.match(
            r"(?!编制|文字|情况|说明)[^,，]{2,}?(?=的?(?:文字|编制)?说明|在?(?:文字|编制)?说明|写|注明|标)", m["told"]
        )
        topic = _TOLD_IN_NOTES.match(m["told"]) or topic
        if topic is not None and (printed := _PRINTED_INSTEAD.match(m["asked"])) is not None:
            return f"{topic['topic'] if topic.re is _TOLD_IN_NOTES else topic[0]}在{printed['table'] or ''}表里是多少"
        if not m["but"] or not names_more_than_tables(m["asked"]):  # that is named in what is told
            return text
        named = "".join(m["told"][s:e] for s, e, _ in scopes_in(m["told"])[:1])
        text = named + (re.sub(r"^表?(?:里|中|内)面?", "", m["asked"]) if named else m["asked"])
    return text
