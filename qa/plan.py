"""A question read into a plan: what is to be done, with which words. Rules or a model may make it; it runs on figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from pydantic import ConfigDict

from extract.text import folded
from prompts import Answer
from qa.lexicon import lexicon, same_words, scopes_in, without_noise


class Operation(StrEnum):
    """What a plan does with its parts."""

    LOOKUP = "lookup"
    DIFFERENCE = "difference"
    SHARE = "share"
    CHANGE = "change"  # against another year
    COMPLEMENT = "complement"  # what of a whole is not from one kind of money
    COMPARE = "compare"  # do two places agree, and why not
    RELATION = "relation"  # how amounts make up one another
    CHILDREN = "children"  # the sum of what stands under a row
    EXTREME = "extreme"  # largest, smallest
    LIST = "list"
    YES_NO = "yes_no"
    TEXT = "text"  # answered from prose
    REVERSE = "reverse"  # what is this amount
    FAULTS = "faults"  # what does not add up
    CLAIM = "claim"  # an accusation, to be answered with what is there


class Plan(Answer):
    """`first` and `second` are stretches of the question's own words; `second` is what a share is of, what a difference
    is against, the money that a complement leaves out."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    operation: Operation = Operation.LOOKUP
    first: str = ""
    second: str = ""
    unit: str = ""
    year: int | None = None
    measures: tuple[str, ...] = ()
    lowest: bool = False
    wants: str = ""  # of lists: blank or filled


@dataclass(frozen=True, slots=True)
class Asked:
    """A question taken apart: its plan, the folded words without year and institute, and whether it leans on the one before."""

    text: str
    plan: Plan
    follows: bool = False


TOGETHER = re.compile(
    r"加(?:在|到)?一(?:起|块)|一块儿|合(?:到)?一起|拢共|统共|合起来|合在一起|合计|一共|总共|加起来|相加|之和|总和|共计|加总"
)
"""Words that want several amounts as one."""

_COUNTERS = "批次|人次|分(?!之|钱)|平方米|公里|个|项(?!目)|辆|台|套|人|名|家|件|批|次|篇|份|张|户|间|栋|平方米|类|款|种"
_ASKS_COUNT = re.compile(rf"(?:多少|几)(?P<unit>{_COUNTERS})(?!月|百分点|元|科目)")
_ASKS_SHARE = re.compile(
    r"占.{0,30}多大|份额|占比|比重|(?<!执行)比例|百分比|所占|占.{0,40}(?:多少|几成|百分之)|占了?多少"
)
_ASKS_PERCENT = re.compile(r"百分之|百分比|幅度|增幅|降幅|几成|%|增长率|下降率")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|预算|决算|财年)(?:年(?:度|初|末)?)?")
_AS_OF = re.compile(r"(?:截至|截止|asof).{0,2}20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?", re.IGNORECASE)
_COMPARED = r"(?:上年度?|去年|上一年|前一年|往年|20\d\d年?(?:度)?(?:预算|决算|执行)?(?:数)?)"
_MOVES = r"(?:增加|减少|增长|下降|降低|上升|提高|上涨|增减|变化|变动|多|少|高|低|持平|涨|降|增|减)"
_CHANGE = re.compile(
    rf"(?:比|较|与|和|同|跟|相比){_COMPARED}.*{_MOVES}|(?:与|和|同|跟){_COMPARED}.{{0,6}}(?:相比|比较)|同比|变化趋势|(?:变化|增减|变动)(?:情况|多少|如何)|是增是减|增还是减"
    rf"|(?:增加|减少|增长|下降|降低)了?(?:多少|百分之|几)"
)
_DIFFERENCE = re.compile(
    r"(?P<a>.+?)比(?P<b>.+?)(?:增加|减少|多出?|少|高出?|低|大|小)了?(?:多少|几|些?什么)?(?:万?元|个百分点)?"
)
_GAP = re.compile(
    r"(?P<a>.+?),?(?:与|和|跟|同|减去?|、)(?P<b>.+?)(?:的|之间)?(?:的)?(?:差额|差距|相差|差值|之差|差多少|差了?多少)"
)
_SHARE = re.compile(
    r"(?P<a>.*?)(?:分别|各|所|大概|一共|总共|合计)*占(?:了|到)?(?P<b>.*?)(?:的)?(?:比例|比重|百分比|百分之|份额|几成|多少|$)"
)
_AGAINST = re.compile(
    r"^(?:那么?|它|这)?(?:跟|与|和|同|比|较)(?P<b>(?!上年|去年|上一年|20)[^,，]+?)(?:相?比(?:较)?|来说)?(?:,)?(?:差|相差|多出?|少|高|低|超|省|节约|结余)了?(?:多少|几).*$"
)
_WITHOUT = re.compile(
    r"^(?P<a>.+?)(?:里面?|中)?,?(?:去掉|剔除|刨除|撇开|扣除|扣掉|减掉|减去|除去|除掉|不算|刨去|刨掉)(?P<b>.+?)(?:以?后|之后|以外|之外|,|还|剩|等于|是多少|$)"
)
_IN = re.compile(r"^(?P<part>.+?)(?:在|于)(?P<whole>.+?)(?:里面?|中|当中|内)(?:所)?(?:的)?(?:占|占比|比例|比重)")
_WITHIN = re.compile(
    r"^(?P<whole>.+?)(?:里面?|中|当中|之中),?(?P<part>.+?)(?:分别|各|所|大概)*占(?:比)?(?:了|到)?(?:总额|总数|全部|其中|总量)?(?:的)?(?:百分之|多少|几成|(?:多大)?的?(?:比例|比重))"
)
_COMPLEMENT = (
    re.compile(r"^(?P<n>.*?)(?P<x>一般公共预算|财政拨款|政府性基金(?:预算)?)(?:资金|收入)?(?:以外|之外)的?(?P<a>.+)"),
    re.compile(r"(?P<a>.+?)(?:里|中|当中)?(?:有|的)?(?:多少)?(?:钱|资金)?(?:不是|不由|并非)(?:由|来自|用|从)?(?P<x>.+?)(?:安排|负担|承担|支付|出|来源|资金|的)"),
    re.compile(r"(?P<a>.+?)(?:由|用|来自)非(?P<x>.+?)(?:资金)?(?:负担|安排|承担|支付|的|出)"),
    re.compile(r"^(?P<n>.*?)非(?P<x>一般公共预算|财政拨款|政府性基金(?:预算)?)(?:资金|安排|来源)?的(?P<a>.+)"),
    re.compile(r"(?:扣除|除去|除了|除|剔除|不算|不含|减去)(?P<x>.+?)(?:以?外|之外|后|,)(?P<a>.+)"),
)  # fmt: skip
_CHILDREN = re.compile(
    r"(?P<a>.+?)(?:类|款)?(?:以下|之下|下面?|项下|里面?|中|所属|包含)的?(?:各|所有|全部|每个)?(?:个)?(?:款|项|科目|明细|子项)(?:级|级科目)?(?:的)?(?:数)?(?:加起来|之和|合计|相加|总和|加总|求和)"
)
_FAULT = re.compile(
    r"对不上|对得上|对不对得上|不平|算错|写错|印错|填错|错算|出错|有错|错误|错处|差错|错(?:的|了)|矛盾|不一致|不相符|不符|有问题|问题|毛病|漏洞|勾稽关系|勾稽|加不起来|不对(?:的|劲)?|有误"
)
_ANYTHING = re.compile(
    r"有没有|有无|是否|是不是|存在|发现|列出|列举|哪[些里儿个几]?|什么|几|多少|处|个|条|地方|之处|这|那|份|本|该|全|里面?|中|上|都|全部|所有|一共|总共|自己|原文|文件|文档|预算|决算|公开|报告|说明|材料|表格|表|数字|数据|数目|金额|数|单位|部门|前后|互相|相互|之间|的|地|得|有|是|在|与|和|吗|呢|么|请|请问|帮我|我|看看|看|查查|查一下|查|检查|核对|审核|一下|能|会|被|把|了|出来|出|它|关系|情况|[,，、:：\"“”]"
)
_REVERSE = re.compile(r"\d[\d,]*(?:\.\d+)?(?:亿元|万元|元).{0,8}(?:对应|属于|指的?是|是)(?:的是)?(?:哪|什么|谁)")
_CLAIM = re.compile(r"挪用|贪污|造假|舞弊|腐败|虚报|套取|侵占|私分|洗钱|违法|违纪|违规|作弊|小金库")
_COMPARE = re.compile(r"一致|相符|吻合|对得上|对不上|相同|相等|一样|不同|矛盾|出入|差在|(?:等|同)于")
_RELATION = re.compile(r"(?:有|是)?什么(?:样的)?(?:关系|联系)|如何构成|怎么(?:得|算)(?:来|出)")
_LIST = re.compile(
    r"哪[一二两三四五六七八九十](?:个|类|项|款|种|家)|末级|最底层|(?:几|多少)(?:个|项|条|类|款|级|张)?.{0,4}(?:科目|指标(?!表)|绩效目标表)|哪些|哪几|列出|列举|清单|分别(?:是|有)什么|(?:都|各)有什么|包括什么|有什么(?:科目|项目|指标)"
)
_EXTREME = re.compile(
    r"最(?P<way>高|多|大|贵|低|少|小)(?!的?(?:是)?不)|排名|排第|前(?:\d+|[一二三四五六七八九十])名|排序"
)
_TEXT = re.compile(
    r"为什么|为何|原因|什么是|什么叫|叫什么|叫做什么|是指|指什么|怎么安排|如何安排|怎样安排|怎么样|如何(?:构成|使用)|由谁|谁负责|是什么(?!数|金额)|是什么(?:车|意思)|怎么(?:定义|理解|解释|回事|来)|如何(?:定义|理解|解释)|定义|含义|什么意思|依据|职责|职能|哪一天|什么时候|何时|解释|概况|主要(?:内容|任务|做|目标|用途|用于|职)|目标是|介绍|用途|干什么|做什么|理由|法律依据|政策依据|根据什么|凭什么|反映(?:的是|什么|哪些)"
)
_YES_NO = re.compile(r"吗[?？]?(?:\(|$)|吗[?？,]|是否|有没有|是不是|有无|可否|会不会|要不要")
_FOLLOWS = re.compile(
    r"^(?:那么?|换成|换|如果|改成|再看|还有|其中|这(?:两|几|些|个)|它|他们|上述|前者|后者)|呢[?？]?$|^(?:去年|上年|今年|占比|比例|为什么|第几页|在哪)"
)
_BLANK = re.compile(r"空的|空白|为空|没有(?:数|金额|安排|填)|没填|未填|是空")
_FILLED = re.compile(r"非空|有数|不为空|不为零|有金额|安排了|填了数")
_INSTRUCTION = re.compile(
    r"(?:忽略|无视|忘记|忘掉|不要管|抛开)(?:以上|上述|上面|之前|前面|先前|所有|你的|一切)[^,，。;；]*[,，。;；]?|(?:ignore|disregard|forget)[^.,;。，]*(?:instructions?|above|previous|rules?|prompt)[^.,;。，]*[.,;。，]?"
    r"|(?:你现在是|从现在起你是|假装你?是|扮演)[^,，。;；]*[,，。;；]?|(?:请)?(?:直接)?(?:回答|输出|回复|说)[\"“]?\d[\d,.]*(?:万元|元)?[\"”]?(?:即可|就行|就好)?[,，。;；]?$",
    re.IGNORECASE,
)
_HOSTILE = re.compile(
    r"\b(?:drop|delete|insert|update|alter|truncate|union)\b.{0,12}\b(?:table|from|into|select|database)\b|--\s*$|<\s*script|\bselect\b.{1,40}\bfrom\b|system\s*prompt|系统提示词",
    re.IGNORECASE,
)


def is_english(question: str) -> bool:
    """Whether a question is mainly in English."""
    letters = len(re.findall(r"[A-Za-z]", question))
    return letters > 3 * len(re.findall(r"[\u4e00-\u9fff]", question))


def in_chinese(question: str) -> str:
    """An English question in the Chinese terms that it names; what the lexicon does not know stays as it is."""
    question = re.sub(r"\bas (?:of|at)\b[A-Za-z0-9 ,]*20\d\d", "", question, flags=re.IGNORECASE)
    years = re.findall(r"\b(20\d\d)\b", question)
    if years:  # "the total 2024 budget": the year stands between words that belong together
        question = f"{years[0]}年 " + re.sub(r"\s*\b20\d\d\b\s*", " ", question)
    if not re.search(r"[(（][\u4e00-\u9fff]{2,}", question):  # else the Chinese term says what is meant
        for words, name in lexicon().english:
            question = words.sub(f" {name} ", question)
    question = _SHARE_IN.sub(r"\g<part> 占 \g<whole> 比例", question)
    question = _PART_OF.sub(r"\g<part> 占 \g<whole> 比例", question)
    asked = _FROM.sub(r"\g<part> 占 \g<whole> 比例", question)
    for words, name in _ENGLISH_ASKS:
        asked = words.sub(name, asked)
    unknown = [w for w in re.findall(r"[A-Za-z'’\-]+", asked) if w.lower() not in lexicon().english_noise]
    left = re.sub(r"[A-Za-z'’\-]+", " ", asked)
    known = without_noise(folded(left))
    return left if known else " ".join([left, *unknown])


_ENGLISH_ASKS = tuple(
    (re.compile(words, re.IGNORECASE), name)
    for words, name in (
        (r"\bhow many(?! (?:yuan|wan|ten|hundred|million|thousand))\b", " 多少个 "),
        (r"\bwhat (?:share|percentage|proportion|fraction|percent) of\b", " 占比 "),
        (r"\b(?:share|percentage|proportion) of\b|\bas a (?:share|percentage) of\b", " 占 "),
        (r"\b(?:and|plus)\b|&", "和"),
        (r"\b(?:in total|altogether|combined|sum of|total of)\b", " 合计 "),
        (r"\b(?:how much|how many|what is|what was|what are)\b", " "),
        (
            r"\bwh(?:ich|at) (?:institutes?|units?|departments?|bureaus?|cent(?:re|er)s?|agenc(?:y|ies))\b|\bwho\b",
            " 哪个单位 ",
        ),
        (r"\b(?:each|every|all) (?:institutes?(?:'s)?|units?(?:'s)?|departments?(?:'s)?)", " 各单位 "),
        (r"\bthe (?:most|highest|largest|biggest)\b", " 最高 "),
        (r"\bthe (?:least|lowest|smallest)\b", " 最低 "),
        (r"\bthan\b", "比"),
        (r"\bwhy\b", " 为什么 "),
        (
            r"\b(?:(?:n't|not)? ?adds? up|mistakes?|errors?|inconsisten\w+|discrepanc\w+|(?:n't|not) match)\b",
            " 对不上 ",
        ),
        (r"\b(?:is|are|does|do|did|has|have) (?:there|the institute|it)\b", " 有没有 "),
        (r"\b(?:compared (?:with|to)|over|from) (?:last year|the previous year|20\d\d)\b", " 比上年增减 "),
    )
)
_SHARE_IN = re.compile(
    r"\b(?:what(?: is|'s) )?the (?:share|percentage|proportion|part) of (?:the )?(?P<part>[^?.]+?) (?:in|within|out of) (?:the )?(?P<whole>[^?.]+)",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\bwhat (?:share|percentage|proportion|fraction|percent) of (?:the )?(?P<whole>.+?) (?:is|was|are|were|goes to|comes from|came from|does) (?P<part>[^?.]+)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bhow much of (?:the )?(?P<whole>.+?) (?:comes?|is|are|came|was) (?:from|for|paid by|funded by) (?P<part>[^?.]+)",
    re.IGNORECASE,
)


def hostile(question: str) -> bool:
    """Whether it carries an attack on the program rather than a question."""
    return _HOSTILE.search(question) is not None


def without_instructions(question: str) -> str:
    """The question without orders to the answerer."""
    return _INSTRUCTION.sub("", question)


def sentences_of(question: str) -> list[str]:
    """The questions of a question, in order; a clause that only states something stays with what follows it."""
    question = re.sub(r"[?？](?=[(（])", "", question)  # a remark in brackets belongs to what it remarks on
    parts = [p for p in re.split(r"[?？。;；！!\n]+", question) if p.strip()]
    found: list[str] = []
    for part in parts:
        clauses = re.split(r"[,，]", part)
        own = ""
        for clause in clauses:
            if own and _asks_twice(own, clause):  # how many, and what are they
                found.append(own)
                own = clause
            else:
                own = f"{own},{clause}" if own else clause
        found.append(own)
    return found


def _asks_twice(own: str, clause: str) -> bool:
    """Whether a clause asks something else than the words before it, which ask already."""
    if _AMOUNT.search(own) and _ASKS_WORDS.search(clause):
        return True
    one, two = _ASKS_COUNT.search(own), _ASKS_COUNT.search(clause)
    return one is not None and two is not None and one["unit"] != two["unit"]


_AMOUNT = re.compile(rf"(?:多少|几)(?:钱|万|元|{_COUNTERS})|(?:是|为|有|安排了?)多少$")
_ASKS_WORDS = re.compile(
    r"^(?:都|分别|各自?)?(?:是|叫|有)(?:做)?(?:什么|哪些)|^(?:是)?(?:为什么|为何|什么原因|怎么回事|原因是)|^主要(?:用|做|干)"
)


def read_plan(text: str) -> Asked:
    """The plan of one folded question, by rules."""
    text = _asked_of(text.rstrip("?？。.!！"))
    years = [int(y) for y in _YEAR.findall(_AS_OF.sub("", text))]
    operation, first, second = _operation(text)
    if operation is not Operation.CHANGE and re.search(
        r"去年(?!没|未|结|剩)|上年(?!度?(?:末|底)?(?:没|未|结|剩))|上一年", text
    ):
        years = [-1]
    measures = tuple(
        dict.fromkeys(
            "final" if "决算" in m or "执行" in m or "实际" in m else "budget"
            for m in re.findall(
                r"决算|实际(?:支出|执行|发生|花|用|开支)|预算执行数|执行数|年初预算|预算数|预算(?!拨款|总额|单位|收入|支出|绩效|财政|资金|口径|表|里|中|说明|数?一致)",
                text,
            )
        )
    )
    extreme = _EXTREME.search(text)
    plan = Plan(
        operation=operation,
        first=first,
        second=second,
        unit=_unit(text, operation),
        year=years[0] if years else None,
        measures=measures,
        lowest=bool(extreme and extreme["way"] in {"低", "少", "小"}),
        wants="filled" if _FILLED.search(text) else "blank" if _BLANK.search(text) else "",
    )
    return Asked(text, plan, _FOLLOWS.search(text) is not None)


_ASIDE = re.compile(r"[^,，]*(?:不用管|不用看|不管它?|别管|先不说|不必管|不关心|不用说|忽略)[,，]")
_THOUGH = re.compile(
    r"^(?P<told>[^,，]*(?:写着|写的是|写明|注明|标着|声称|说是?)[^,，]*)[,，](?:可是?|但是?|不过|然而)(?P<asked>.+)$"
)


def _asked_of(text: str) -> str:
    """A question without what it says not to mind, and without what it only quotes, but for the table quoted from."""
    text = re.sub(r"摊[到在](?=.*(?:几成|多大|多少|百分|比|份))", "占", _ASIDE.sub("", text))
    if (m := _THOUGH.match(text)) is not None:
        named = "".join(m["told"][s:e] for s, e, _ in scopes_in(m["told"])[:1])
        text = named + (re.sub(r"^表?(?:里|中|内)面?", "", m["asked"]) if named else m["asked"])
    return text


def _operation(text: str) -> tuple[Operation, str, str]:
    """What is asked for, by the first rule that knows the words; a look-up where none does."""
    return next((told for rule in _RULES if (told := rule(text)) is not None), (Operation.LOOKUP, text, ""))


Told = tuple[Operation, str, str]


def _whole(operation: Operation, pattern: re.Pattern[str]) -> Callable[[str], Told | None]:
    """A rule for an operation that takes all of the words."""
    return lambda text: (operation, text, "") if pattern.search(text) else None


def _faults(text: str) -> Told | None:
    """What does not add up, where nothing in particular is named."""
    if not _FAULT.search(text):
        return None
    left = _ANYTHING.sub("", _FAULT.sub("", re.sub(r"20\d\d年?度?", "", text)))
    return None if left else (Operation.FAULTS, "", "")


def _children(text: str) -> Told | None:
    m = _CHILDREN.search(text)
    return (Operation.CHILDREN, m["a"], "") if m else None


def _complement(text: str) -> Told | None:
    if (m := _WITHOUT.search(text)) and _is_thing(m["a"]):
        return Operation.DIFFERENCE, m["a"], m["b"]
    if (m := _THE_REST.search(text)) is not None:
        return Operation.DIFFERENCE, m["rest"], m["b"]
    m = next((m for pattern in _COMPLEMENT if (m := pattern.search(text))), None)
    if m is None:
        return None
    item = m.groupdict().get("n") or ""
    if not item and not _MONEY.search(m["x"]) and _is_thing(m["x"]) and _is_thing(m["a"]):
        return Operation.DIFFERENCE, m["a"], m["x"]
    return Operation.COMPLEMENT, item if without_noise(item) else m["a"], m["x"]


_MONEY = re.compile(r"公共预算|财政|基金|国有资本|专户|单位资金|自有|经营收入|事业收入")
COMPLETED = re.compile(
    r"(?:完成|执行|达到).{0,8}(?:预算|计划).{0,4}(?:百分之|比例|几成|多少%|率)|(?:预算)?(?:完成|执行)率"
)


def _completed(text: str) -> Told | None:
    """How much of a budget was carried out is no share of anything."""
    return (Operation.LOOKUP, text, "") if COMPLETED.search(text) else None


_THE_REST = re.compile(
    r"(?:除去?了?|扣除|扣掉|减去|去掉|不算|抛开)(?P<b>[^,，]+?)(?:以?外|之外)?[,，]?(?P<rest>(?:其余|其他|其它|剩下|剩余|别的|余下)的?(?:几|各|所有|全部|那些)?(?:个|类|项|款|部分|支出|收入|科目)*(?:合|加|总|一|共|还|是|有|为|支出|收入|的)*(?:多少|几).*)$"
)


def _why(text: str) -> Told | None:
    """A reason is told in prose, unless it is why two places differ."""
    asked = re.search(r"为什么|为何|原因|为啥", text) is not None and not _COMPARE.search(text)
    return (Operation.TEXT, text, "") if asked else None


def _since_january(text: str) -> Told | None:
    """年末结转比年初: two items of one document."""
    m = re.search(r"(?:比|较)年初(?:数)?", text)
    before = text[: m.start()] if m else ""
    return (Operation.DIFFERENCE, before, before.replace("年末", "年初")) if "年末" in before else None


def _gap(text: str) -> Told | None:
    if (m := _AGAINST.match(text)) is not None:
        return Operation.DIFFERENCE, "", m["b"]
    m = _GAP.search(text)
    return (Operation.DIFFERENCE, m["a"], m["b"]) if m else None


def _share(text: str) -> Told | None:
    if not _ASKS_SHARE.search(text):
        return None
    text = re.sub(r"占(?:了)?(?:大头|多数|一半|主要)(?:吗|么|没有)?[,，]?", "", text)
    if (m := _IN.search(text)) and without_noise(m["whole"]) and not scopes_in(m["whole"]):
        return Operation.SHARE, m["part"], m["whole"]
    if (m := _WITHIN.search(text)) and _is_thing(m["whole"]) and not scopes_in(m["whole"]):
        return Operation.SHARE, m["part"], m["whole"]
    m = _SHARE.search(text)
    if m and (bare := re.fullmatch(r"(?:本年|全年|总)?(收入|支出)(?:里|中)?", m["b"])) is not None:
        return Operation.SHARE, m["a"], f"{bare[1]}总计"
    if m and m["a"] and re.fullmatch(r"(?:其中?|它|这个?|那个?)(?:里面?|中)?的?", m["b"]):
        return Operation.SHARE, m["a"], "其中"
    if m and not m["a"] and _is_thing(m["b"]):
        return Operation.SHARE, "", m["b"]  # of what was asked before
    if m and m["a"] and _is_thing(re.sub("^比", "", m["b"])) and not re.search(r"该|其|本项", m["b"]):
        return Operation.SHARE, m["a"], m["b"]
    return Operation.SHARE, re.split(r"占|(?:的)?比例|(?:的)?比重", text)[0] or text, ""


def _is_thing(words: str) -> bool:
    """Whether words name something to be a part of."""
    return bool(without_noise(words)) or re.search(r"收入|支出|经费|预算|总[计额数]|合计|采购", words) is not None


def _more_than(text: str) -> Told | None:
    m = _DIFFERENCE.search(text)
    return (Operation.DIFFERENCE, m["a"], m["b"]) if m and not re.search(rf"比{_COMPARED}", text) else None


_RULES: tuple[Callable[[str], Told | None], ...] = (
    _whole(Operation.CLAIM, _CLAIM),
    _faults,
    _whole(Operation.REVERSE, _REVERSE),
    _children,
    _whole(Operation.RELATION, _RELATION),
    _why,
    _complement,
    _whole(Operation.COMPARE, _COMPARE),
    _since_january,
    _whole(Operation.CHANGE, _CHANGE),
    _completed,
    _gap,
    _share,
    _more_than,
    _whole(Operation.TEXT, _TEXT),
    _whole(Operation.LIST, _LIST),
    _whole(Operation.EXTREME, _EXTREME),
    _whole(Operation.YES_NO, _YES_NO),
)


_MONEY_TOO = re.compile(r"多少(?:亿|万)?元|多少钱|几(?:万|亿)?元")


def _unit(text: str, operation: Operation) -> str:
    if operation in {Operation.SHARE, Operation.LIST, Operation.TEXT}:
        return ""
    if operation is Operation.CHANGE:
        return "%" if _ASKS_PERCENT.search(text) else ""
    if (m := _ASKS_COUNT.search(text)) and not (operation is Operation.DIFFERENCE and _MONEY_TOO.search(text)):
        return m["unit"]
    if re.search(
        r"(?:资金|金额|拨款|经费)(?:总额|合计)?(?:是|为|有)?多少(?!个|项|家|辆|台)|多少(?:预算)?(?:资金|经费|拨款)|多少(?:亿|万)?(?:元|块|钱)|几(?:万|亿|百|千)?(?:元|块)|多少钱",
        text,
    ):
        return "money"
    return ""


_IN_UNIT = re.compile(r",?(?:请)?(?:按|以|用)(?:亿|万)?元(?:来)?(?:计算|计|为单位|表示)(?:告诉我)?")


def question_text(question: str) -> str:
    """A question folded for reading: instructions out, English in Chinese terms."""
    said = without_instructions(question)
    text = same_words(folded(in_chinese(said) if is_english(said) else said))
    return _IN_UNIT.sub("", text)
