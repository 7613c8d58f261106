"""Whether an answer takes in all that a question says: words that are neither names of what is told nor neutral narrow it
(租来的车, 2025年底的车, 超支最多的科目), and what is told without them is the answer to another question."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.model import Kind
from extract.text import folded, key
from qa.answer import AnswerOut, Outcome
from qa.documents.figures import Figure, View
from qa.guards.modifiers import beside_the_name
from qa.search.lexical import tokens
from qa.terms.terms import spot
from qa.words.lexicon import lexicon, scopes_in
from qa.words.neutral import VERBS
from qa.words.operations import Operation
from qa.words.plan import Asked, Plan

_MONEY = {"元", "万元", "亿元", "%"}
_COUNTED = {Operation.LOOKUP, Operation.LIST}
_UNITS_OF_THINGS = ("辆", "台")


def narrowed(asked: Asked, plan: Plan, outcome: Outcome, view: View) -> str:
    """What a question says of what it counts or ranks, and its answer leaves out; empty where nothing is left out."""
    if not outcome.found:
        return ""
    told = [f for s in outcome.stated for f in s.sources]
    if plan.operation is Operation.REVERSE:
        m = _WHO_OR_WHEN.search(asked.text)
        return m[0] if m is not None and m["when"] and not _HOW_MUCH.search(asked.text) else ""
    if plan.operation is Operation.EXTREME:
        if told and (m := _BY_CHANGE.search(plan.first)) is not None and not any(s.how for s in outcome.stated):
            return m[0]
        words = _CARS.sub("", plan.first) if all(f.unit == "辆" for f in told) else plan.first  # of kinds of vehicles
        return _ranked_by(words, view) if told else ""
    if plan.operation is Operation.DIFFERENCE:
        lost = next((w for w in (plan.first, plan.second) if _is_several(w, told, view)), "")
        return lost or next((w for s in (plan.first, plan.second) if (w := beside_the_name(s, outcome, view))), "")
    if plan.operation in {*_COUNTED, Operation.TEXT} and (lost := _no_amount(asked.text, outcome, told)):
        return lost
    if plan.operation is Operation.SHARE and told:
        return beside_the_name(asked.text, outcome, view)
    if plan.operation is Operation.LOOKUP and told:
        lost = superlative(asked.text) or _other_deed(asked.text, told) or _money_for_count(asked.text, plan, told)
        lost = lost or _other_things(asked.text, told) or beside_the_name(asked.text, outcome, view)
        if lost:
            return lost
    if plan.operation is Operation.LOOKUP and not told and outcome.stated and outcome.quotes:
        return _of_passage(asked.text, outcome, view)
    if plan.operation not in _COUNTED or not told or not told[0].is_fact:
        return ""
    things = [f for f in told if f.unit.startswith(_UNITS_OF_THINGS)]
    if len(things) == len(told):
        return _of_things(asked.text, things, view)
    said = "".join(f"{f.row}{f.sentence}" for f in told)
    if told[0].unit in _MONEY:
        return _denied(asked.text, said)
    return _denied(asked.text, said) or _done(asked.text, said + "".join(f.section for f in told), view)


_WHO_OR_WHEN = re.compile(
    r"(?:是|由|被|该|归)?(?P<who>谁|哪(?:一)?(?:个|家)(?:部门|单位|机构|领导|人|处室|公司|企业))|(?P<when>什么时候|何时|哪一?天|哪[一几]?[年月]|几[月号])|(?P<how>怎么|怎样|如何)(?!看|样|回事)"
)
_HOW_MUCH = re.compile(
    r"多少|对应|(?<![好哪])几(?![月号乎])|多大|多高|占比|比例|百分|数额|金额|[哪那]些|分配|构成|组成|算|变|列|写|叫|理解|最|比"
)
_A_DAY = re.compile(r"\d+(?:年\d+)?月|\d+日|年[初末底]")


def _no_amount(text: str, outcome: Outcome, told: list[Figure]) -> str:
    """Words of who, when or how, which no amount answers, and no passage in which there is no day; empty where there are none."""
    m = _WHO_OR_WHEN.search(text)
    if m is None or _HOW_MUCH.search(text):
        return ""
    if m["when"] and outcome.quotes:
        when = r"\d{4}年" if m[0].endswith("年") else _A_DAY
        return "" if re.search(when, "".join(q.text for q in outcome.quotes)) else m[0]
    return m[0] if told and not outcome.quotes else ""


_HOW_MANY = re.compile(r"多少(?:[份个家场次名位条张])?(?P<things>[\u4e00-\u9fff]{2,6})$")


def _other_things(text: str, told: list[Figure]) -> str:
    """Things that a question counts (涉及多少合同), where money or vehicles are told; empty where it counts none."""
    m = _HOW_MANY.search(text)
    if m is None:
        return ""
    last = tokens(m["things"])[-1]
    if told[0].unit.startswith(_UNITS_OF_THINGS):
        return "" if re.search(r"车|设备|仪器|装备|台", text) else m["things"]
    counted = last[1].startswith("n") and not re.search(
        r"[钱元费款金额支收算数]|资金|经费|成本|补贴|工资|津贴|财力|盘子", m["things"]
    )
    return m["things"] if counted and told[0].yuan is not None and m["things"] not in told[0].names else ""


def _of_passage(text: str, outcome: Outcome, view: View) -> str:
    """As of figures, of what passages count in the words of a question."""
    said = folded("".join(f"{q.text}{q.heading}" for q in outcome.quotes))
    if any(key(p.name) in text for p in view.disclosure.projects) or any(q.table == _FORMS for q in outcome.quotes):
        return ""
    worth = _WORTH.search(text)
    if worth is not None and worth[0] not in said and _HUNDRED.fullmatch(worth["worth"]) is None:
        return worth[0]
    return _denied(text, said) or _done(text, said, view)


_FORMS = Kind.PERFORMANCE.value


_SUPERLATIVE = re.compile(r"最(?:好|坏|差|优|佳|强|弱|快|早|晚|久|长|短|严|重要|关键|先进|困难|满意|突出)")
"""What is the best or the worst, which no amount tells."""
_DEEDS = re.compile(
    r"(?P<deed>报废|报损|盘亏|处置|淘汰|变卖|拍卖|转让|封存|闲置|出租|出借|调拨|丢失|卖[掉出]?)(?:了|的|掉)*(?:公?务?用?车|设备|仪器|资产|房)|(?P<won>(?<!其)中标(?!题|准|的物)|(?<!其)成交|落标)"
)
"""What is done to things one has, and bids that are won: not what is there, and not what is planned."""
_ASKS_MONEY = re.compile(
    r"(?:预算|决算|收入|支出|经费|资金|金额|钱)(?:总额|总数|总计|合计|一共|总共|规模|数)*(?:是|有|为)?多少(?:钱|万?元)?$"
)


def superlative(text: str) -> str:
    """A word of what is the best or the worst, which no amount tells; empty where there is none."""
    m = _SUPERLATIVE.search(text)
    return m[0] if m is not None else ""


def _other_deed(text: str, told: Iterable[Figure]) -> str:
    """What was done to a thing that a question looks up, where nothing told of it says so."""
    m = _DEEDS.search(text)
    if m is None:
        return ""
    deed = m["deed"] or m["won"]
    return "" if any(deed in f"{f.row}{f.sentence}" for f in told) else deed


def _money_for_count(text: str, plan: Plan, told: list[Figure]) -> str:
    """What money is asked for, where things are counted in what is told."""
    counts = told[0].is_fact and told[0].unit not in _MONEY and not plan.unit
    m = _ASKS_MONEY.search(text) if counts else None
    return m[0] if m is not None else ""


def _is_several(words: str, told: Iterable[Figure], view: View) -> bool:
    """Whether what is held against something is the end of several names of the notes (建筑面积: 规划建筑面积, 地上建筑面积)."""
    own = [f for f in told if f.is_fact and f.unit not in _MONEY and f.row != words and f.row.endswith(words)]
    if not own:
        return False
    named = [f for f in view.figures if f.is_fact and f.unit == own[0].unit and f.row.endswith(words)]
    return len({f.value for f in named}) > 1 and not any(f.row == words for f in named)


_OF_THINGS = re.compile(
    r"分别|分(?:别属于|为|成)?(?:哪[些几]?)?(?:[类种]别?|用途)?|哪[些几][类种]|各?[类种]|有?并列的?|公务(?:用(?!车))?|(?:研究|科研)(?:院所|院|所|中心)|街道|中心|(?:公务|机动|公家的?)?(?:小|汽|轿|公)?(?:用?车(?:辆|子)?|车队)|(?:大型|大件|贵重|高价|值钱的?|专用|通用|科研)?(?:大家伙|设备|仪器|装备|家伙|机器|东西)|[辆台套件两]"
    r"|(?:单[位价件]|单台|每[台件])?的?(?:价值|价格|价|值)?(?:都?在)?(?:超过?|超出|达到?|不低于|不少于|高于|大于|上)?了?(?:100(?!\d)|一百|1百|百)万(?:元|块)?(?:人民币)?(?:\(含(?:100万元?)?\)|含|及|或|\(及)?(?:以上|起)?\)?"
    r"|单位价值|单[位价]|价值|不含车辆?|车辆?除外|不含|不算车|国有|资产|占用?有?|使用|情况|说明|信息|文字|清查|摸底|盘点|核[查对]"
    r"|公开|预算|决算|文件|材料|报告|披露|公布|公示|表|里面?|里头|当?中|之中|[上下]面|内|按|根据|显示|资料|库"
    r"|截[至止]|统计|时点|日期|为止|哪天|什么时候|何时|今天?|现在?|目前|如今|眼下|当前|手[里上头]|存量|保有量?|最近|已有|原有"
    r"|总共|总|全部|所有|一共|共计|合计|合起来|加起来|加在一起|全|共|数量|数目|个数|量|数|多少|几|若干|多大?|大(?:概|约)|大|约|少|是|为|拥?有|配备?有?|属于|归属?|在册|在用|在编|登记|名下|账[上面]"
    r"|一起算|平均下来|平均数?|座次|居首|排个?|论|给|记录?|载|填|写|列示?|报|分别|各自?|又|还|另外|以及|及|和|与|跟|同|都|其|它|这|那|该|本|[个的了呢吗啊吧么啦就在于到至即对应占用做把给让由得着过所]|请|问|麻烦|告诉|查|我|想知道|想|知道|你|们|一下|看|帮|能不能|可以|说|答复|单位|部门|机构|[家局所院馆站园]|处室|叫|什么|一|并列?|每|管|含|上|有"
)
"""Words that say of vehicles and equipment no more than that they are there, and are counted."""
_WORTH = re.compile(r"(?<!\()(?P<worth>\d[\d,.]*|[一二两三四五六七八九十百千]+)[万千]元?(?:\(含\)|及|或)?(?:以上|起)")
_HUNDRED = re.compile(r"100|一百|1百|百")
_DATES = re.compile(
    r"(?P<year>20\d\d年|[今本当]年|去年|上一?年|前年|明年|后年)?度?(?P<month>\d{1,2}月)?(?:份)?(?:(?P<day>\d{1,2})[日号])?(?P<end>年?[末底终初])?"
)
_BOUGHT = re.compile(r"购置|购买|采购|新购|新增|新添|添置|添|购|买|计划|打算|准备|安排|拟|再|新|要|今年")
_TO_BUY = re.compile(r"购|买|添|新增|计划|打算|准备|安排|拟")
_ON_A_DAY = re.compile(r"截[至止][^,，]*|20\d\d年(?:底|末|\d{1,2}月)|年[底末]")
_AS_OF = re.compile(r"(?<![\d.])(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")


def _of_things(text: str, told: Iterable[Figure], view: View) -> str:
    """What is said of vehicles or equipment beside what the notes call those that are told, and since when."""
    told = list(told)
    if any("购置" in f.row for f in told) and not _TO_BUY.search(text) and (day := _ON_A_DAY.search(text)) is not None:
        return day[0]  # what there was on a day is not what is to be bought
    if (when := another_date(text, told[0], view)) is not None:
        return when
    if (m := _WORTH.search(text)) is not None and _HUNDRED.fullmatch(m["worth"]) is None and m[0] not in told[0].row:
        return m[0]
    names = (
        {f.row for f in told} | {f.row.removesuffix("用车") for f in told} | {f.row.removesuffix("车") for f in told}
    )
    names |= {n.removesuffix("用") for n in names} | {f"{n}用途" for n in names}
    own = folded(view.disclosure.meta.institute)
    rest = text
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, "\n") if len(name) > 1 else rest
    rest = _without_own_name(_dates_out(rest), own)
    bought = any("购置" in f"{f.row}{f.sentence}" for f in told) or any(f.unit.startswith("台") for f in told)
    rest = _OF_THINGS.sub("\n", _BOUGHT.sub("\n", rest) if bought else rest)
    left = [p for p in re.findall(r"[\u4e00-\u9fff]+", rest) if lexicon().noise.fullmatch(p) is None]
    for piece in left:
        if not any(piece in f.row for f in told):
            return str(piece)
    return ""


def counted_on_other_days(question: str, answer: AnswerOut) -> str:
    """A day of which a question asks for the vehicles of many bodies, where a document counts its own on another; empty where
    there is none."""
    if not any(f.unit.startswith(_UNITS_OF_THINGS) for f in answer.figures):
        return ""
    asked = [m for m in _DATES.finditer(folded(question)) if m["month"] or (m["end"] and m["year"])]
    for citation in answer.citations:
        on = _AS_OF.search(folded(citation.text))
        if on is None or citation.year is None:
            continue
        day = (int(on["year"]), int(on["month"]), int(on["day"]))
        lost = next((m[0] for m in asked if not _is_then(m, day, citation.year)), "")
        if lost:
            return lost
    return ""


def on_another_day(day: str, outcome: Outcome, view: View) -> bool:
    """Whether vehicles or equipment are told that were counted on another day than is asked for, or what was left at the end of another
    year."""
    at_its_end = any(n.startswith("年末") for s in outcome.stated for f in s.sources for n in f.names)
    if at_its_end and day and view.disclosure.meta.year is not None and day[:4] != str(view.disclosure.meta.year):
        return True
    things = [f for s in outcome.stated for f in s.sources if f.is_fact and f.unit.startswith(_UNITS_OF_THINGS)]
    return bool(things and day) and another_date(day, things[0], view) is not None


def _without_own_name(text: str, own: str) -> str:
    """Words without the longest pieces of a body's own name in them."""
    for size in range(min(len(own), 24), 1, -1):
        for piece in {own[i : i + size] for i in range(len(own) - size + 1)}:
            text = text.replace(piece, "\n")
    return text


def _dates_out(text: str) -> str:
    return _DATES.sub(lambda m: "" if not m[0] else "\n", text)


def another_date(text: str, figure: Figure, view: View) -> str | None:
    """A day or an end of a year of which words ask for vehicles or equipment, where the notes count them on another day; None
    where they name none, or that one."""
    if "购置" in f"{figure.row}{figure.sentence}":
        return None
    counted = _AS_OF.search(figure.sentence) or next(
        (m for f in view.figures if f.is_fact and f.section == figure.section and (m := _AS_OF.search(f.sentence))),
        None,
    )
    own = view.disclosure.meta.year
    if counted is None or own is None:
        return None
    on = (int(counted["year"]), int(counted["month"]), int(counted["day"]))
    for m in _DATES.finditer(text):
        if not m[0] or not (m["year"] or m["month"] or m["end"]):
            continue
        if not _is_then(m, on, own):
            return m[0]
    return None


_END_OF_YEAR = re.compile(
    r"(?:end of|as of|by|at|on|until)\s+(?:the\s+)?(?:year\s+)?(?:end\s+of\s+)?(?:(?P<day>\d{1,2})?\s*(?P<month>[A-Z][a-z]{2,8})\.?\s*(?P<after>\d{1,2})?,?\s*)?(?P<year>20\d\d)"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def dated_in_english(question: str) -> str:
    """The day on which an English question asks for things that are counted, as Chinese ones have it; empty where it names none."""
    m = _END_OF_YEAR.search(question)
    if m is None:
        return ""
    if m["month"] is None:
        return f"{m['year']}年底"
    month = next((i for i, name in enumerate(_MONTHS, 1) if m["month"].startswith(name)), 0)
    day = m["day"] or m["after"]
    return f"{m['year']}年{month}月{day}日" if day and month else f"{m['year']}年{month}月" if month else ""


_LAST_MONTH = 12
_YEARS_SAID = {"今年": 0, "本年": 0, "当年": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2, "明年": 1, "后年": 2}


def _is_then(m: re.Match[str], on: tuple[int, int, int], own: int) -> bool:
    """Whether what is said of a day fits the day on which things were counted; a year alone may be that of the document."""
    said = m["year"] or ""
    year = int(said[:4]) if said[:2] == "20" else own + _YEARS_SAID[said] if said else None
    if m["end"] and m["end"][-1] == "初" and not m["month"]:
        return False
    if m["end"] and not m["month"] and on[1] != _LAST_MONTH:
        return False
    if m["month"] and int(m["month"][:-1]) != on[1]:
        return False
    if m["day"] and int(m["day"]) != on[2]:
        return False
    dated = bool(m["month"] or m["end"])
    return year is None or year == on[0] or (year == own and not dated)


_DENIES = re.compile(
    r"(?<!有)没有?(?!有)|尚?未|(?<![是对要够差])不(?!同|含|超|到|足|低|少|高|多|大|小|管|算|是|对|等)|非(?!税|同|财政|定向|营利|税收)"
)


def _denied(text: str, said: str) -> str:
    """A word of denying in what is counted that nothing said of it has (没有编报目标的项目): the others would be told."""
    m = _DENIES.search(text)
    if m is None or re.search(r"有没有|是不是|[吗么]$|没有$", text):
        return ""
    return "" if _DENIES.search(said) else text[m.start() : m.end() + 4]


def _done(text: str, said: str, view: View) -> str:
    """A verb of what is counted that the notes do not say of it (绩效评价了几个项目: 编报); empty where there is none."""
    said = folded(said + view.disclosure.meta.institute)
    for word, sort in tokens(text):
        if not sort and len(word) == _TWO_WORDS and word not in said and word[2:] not in said and word[:2] in said:
            return word
        plain = word in VERBS or word in _COUNTING or lexicon().noise.fullmatch(word) is not None
        if sort.startswith("v") and len(word) > 1 and word not in said and not plain:
            return word
    return ""


_TWO_WORDS = 4
_COUNTING = frozenset(
    ("设定", "上报", "下设", "设有", "内设", "设立", "下辖", "管辖", "隶属", "相加", "加总", "汇总", "按所列", "所列")
)

_BY_CHANGE = re.compile(r"(?:变动|变化|波动|增幅|降幅|涨幅|增速|进度|执行率|完成率)(?:幅度)?最[大小高低快慢多少]")
"""What rows are ranked by beside their amounts."""
_RANKS = re.compile(r"最|第[一二三四五六七八九十\d]|前[一二两三四五六七八九十\d]|倒数|垫底|排|居|仅次于|大头|头一")
_OF_RANKING = re.compile(
    r"到底|究竟|编(?!制)|最[高多大低少小贵省费]|第[几一二三四五六七八九十\d]+[大高多小低少]?|前[一二两三四五六七八九十\d]+|倒数|排[名在序]?|位列|位居|居|名[次称]?|位|头[一号]?|垫底|最[后末]|首|仅次于|[从由到高低大小少]"
    r"|多少?|哪(?:一|几|些|两|三)?(?:个|项|类|款|种|笔|块|样|家)?|什么|谁|[几五]|[一二两三四五六七八九十\d]+(?:个|项|类|款|种|笔|大)?|[个项类款种笔块样码级者]|各|每|分别"
    r"|项目|专项|课题|科目|条目|支出|费用?|经费|资金|预算|决算|金额|数[额值]?|钱|额|规模|总额|年度|[亿万]?元|开支|开销|花[费销]|投[入向]?|收入|来源|渠道|成本|比[重例]?|占比"
    r"|花|[使]?用|安排|编列|占|拿|分|给|列|需|要|得|出|有|支|拨|付|领|耗|消耗|计划|打算|准备|支付|发放|下达|批|实际|执行"
    r"|并列|采购|货物|工程|服务|材料|的|是|里[面头]?|之?中|当中|其中|[上下]面?|内|在|之|所属?|下属(?!单位|机构|部门|学校|企业)|属|所有|全部|整个|明细|具体|细|排序|按|来说?|算|看|呢|吗|吧|啊|了|和|与|及|以|并|都|又|也|还|才|请|问|找|列出|说|指|叫|那|这|它|其|该|本|我|们|你|单位|部门|全|今|当|20\d\d|年|表|附|目|部|[除外去掉把将对最不为将]|合计|总|些|何|地方|养|公|加|单|写|薄弱|麻烦|帮|告诉|想|知道|明|称|等"
)
"""Words that say of what is ranked no more than that it is money, and by which amount it is ranked."""


def _ranked_by(words: str, view: View) -> str:
    """What rows are to be ranked by, or are said to be, beside their amounts (哪个科目超支最多); empty where nothing is."""
    if (m := _BELOW.search(words)) is not None:
        return m[0]
    terms = [t for t in spot(words, view).terms if not t.fuzzy and words.startswith(t.text, t.start)]
    cut = [(t.start, t.start + len(t.text)) for t in terms] + [(s, e) for s, e, _ in scopes_in(words)]
    rest = "".join("\n" if any(s <= i < e for s, e in cut) else c for i, c in enumerate(words))
    for clause in re.split(r"[,，;；。?？!！:：]", rest):
        if _RANKS.search(clause) is None:
            continue
        own = _without_own_name(clause, folded(view.disclosure.meta.institute))
        for piece in re.findall(r"[\u4e00-\u9fff]+", _OF_RANKING.sub("\n", own)):
            if lexicon().noise.fullmatch(piece) is None and not _is_row(piece, view):
                return str(piece)
    return ""


_CARS = re.compile(r"(?:公务用?|公|用)?车(?:辆)?")
_BELOW = re.compile(r"(?:下属|所属|下级)(?:单位|机构|部门)(?=最)|(?:单位|人员|人数|职工|员工|人)(?:数量?)?最[多少]")
"""What is not counted in any table."""
_A_NAME = 3


def _is_row(piece: str, view: View) -> bool:
    """Whether words are a good part of a row's name (卫生健康)."""
    return len(piece) > _A_NAME and any(piece in name for name in view.vocabulary)
