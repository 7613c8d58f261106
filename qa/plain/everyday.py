"""What people ask about by no printed name at all: what the treasury gave, what is left at the end of the year, what there is to
spend, what goes to projects.

Such a question is a bag of words in any order (财政今年一共给所里拨了多少钱, 今年所里一共得了财政多少钱), so it is read as one: it is put in plain
words only where each of its words has a place in the bag, and the words that make it this question are there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.text import folded
from qa.documents.figures import View
from qa.plain.everyday_words import in_everyday_words
from qa.plain.sentences import APART

_YEAR = r"(?:20\d\d年(?:度)?|[今当本全这一](?:一)?年(?:度)?(?:里|内)?|年度|年初|新)"
_ALL = r"(?:一共|总共|合计|总计|拢共|加起来|加在一起|全部|所有|总的|共)"
_ASKS = r"(?:多少|几多|几何|若干|几(?=万|亿|元|[块钱]|$))"
_SUMS = r"(?:资金|经费|款项|拨款|金额|数额|[万亿]元|[钱款元])"
_BODY = r"(?:[给向对为归](?=[这那该本贵我你它他咱单部机所院局馆校站中街园队]))?(?:(?:这|那)?(?:个|家)?|该|本|贵|我们?|你们?|咱们?|他们|它)?(?:单位|部门|机构|中心|街道|[所院局馆校站园队台](?!在|有制))(?:里|上)?|[我你他它咱]们?|[这那](?:里|边|家)"
_PARTICLES = r"(?:请问|想知道|想问一下|问一下|查一下|麻烦|大概|大约|到底|究竟|预计|计划|打算|准备|可以|能够|能|会|要|将|得|又|都|还|就|是|有|为|共?达|来|到|里|的|了|呢|啊|[,，、])"


@dataclass(frozen=True, slots=True)
class _Bag:
    """Words in any order; `needs`: one of each of these must be there; `told`: the plain question; `of_final`: the one that is put
    to final accounts."""

    words: tuple[re.Pattern[str], ...]
    needs: tuple[re.Pattern[str], ...]
    told: str
    of_final: str = ""

    def holds(self, text: str) -> bool:
        """Whether a text is made of the words alone and has those that are needed."""
        if len(text) > _LONGEST or not all(need.search(text) for need in self.needs):
            return False
        reached = {0}
        for at in range(len(text)):
            if at in reached:
                reached |= {m.end() for word in self.words if (m := word.match(text, at)) is not None}
        return len(text) in reached


_LONGEST = 60


def _bag(*words: str, needs: tuple[str, ...], told: str, of_final: str = "") -> _Bag:
    every = (*words, _YEAR, _ALL, _ASKS, _SUMS, _BODY, _PARTICLES)
    return _Bag(tuple(map(re.compile, every)), tuple(map(re.compile, (*needs, _ASKS))), told, of_final)


_GIVER = (
    r"(?:(?:中央|国家|上级|本级|[省市区县])?财政(?!拨款)(?:局|部门)?(?:上|那边|那里|这边)?|国家|国库|政府|公家|上面)"
)
_GIVES = r"(?:划拨|下拨|核拨|拨付|拨款|拨|批复|批|下达|安排|补助|补贴|投入|投|掏|出|给|付|下来|过来|得|拿|领|收)"
_UNSPENT = r"(?:(?:没有?|未|尚未)(?:能)?(?:花|用|支出|使用|支用|动)(?:完|掉|出去|光|尽)?)"
_LEFT = r"(?:剩下|剩余|剩|余下|余|结余|结存|留下|存下|[留存](?:有|着))"
_START = r"(?:(?:在|从)?(?:20\d\d年?|今年|本年)?(?:年初|期初|开年|年头|一开年|刚开年|(?<=\d年)初|(?<=\d\d)年初)(?:那?时|的时候|那会儿?)?)"
_NOT_AT_START = r"^(?!.*(?:年初|期初|开年|年头|\d年?初|上年|去年))"
_END = r"(?:(?:到|至|截至|截止)?(?:20\d\d年?)?(?:年末|年底|年终|期末|[末底])(?:时|为止)?|最后|(?:这)?一年(?:下来|到头|结束)|全年下来)"
_NEXT_YEAR = (
    r"(?:结转下年|(?:结?转|留|带)(?:到|入|至|给|待)(?:下一?年度?|明年|次年|来年)(?:再|继续|接着)*(?:使?用|花)?)"
)
_NOT_OF_BOTH = rf"^(?!.*(?:年初|期初|上年|去年).*{_NEXT_YEAR})"
"""What of last year's money is left for the next is no amount that is printed."""
_ACCOUNT = r"(?:账面上?|账[户上]上?|手[里头]|账)"
_DISPOSABLE = r"(?:(?:可以?|能够?)(?:供)?(?:自主)?(?:支配|使用|动用|调配|用|花)|可供(?:支配|使用))"
_ON = r"(?:上面?|方面|这[一]?块儿?|那[一]?块儿?|这部分|部分)"
_SPENDS = r"(?:安排|开支|投入|支出|花|用|投|列|编|分|拨|批|给)"
_RUNS = r"(?:(?:为了?|用于|用来|用在|给|供|在)?(?:维持|保障|保证|支撑|支持|确保|维系)?(?:全?[局院所]|整个|本)?机关的?(?:日常|正常|基本)?的?(?:运行|运转)(?!维护))"
_COSTS = r"(?:总支出|总花费|总开支|总额|总数|总|用掉|用去|花掉|花去|花费|花销|开销|费用|需要?|所需|实际|预算|决算)"

_BAGS = (
    _bag(
        _GIVER, _GIVES, APART, needs=(_GIVER, r"划拨|下拨|核拨|拨付|拨|批|下达|补助|补贴|掏|出|给|得|拿|领"), told="财政拨款收入是多少"
    ),
    _bag(
        r"一般公共预算(?:财政)?", _ON, _GIVER, _GIVES, APART, r"当年|拨款收入",
        needs=(r"一般公共预算", rf"{_GIVER}|拨|给|款"), told="一般公共预算拨款收入是多少",
    ),
    _bag(
        _END, _LEFT, _UNSPENT, _ACCOUNT, _NEXT_YEAR, r"所有|整个", r"全口径(?:来)?(?:看)?", r"结?转(?:到|入|至)(?:下一?年度?|明年|次年)(?:再|继续)?(?:使?用)?",
        needs=(rf"{_LEFT}|{_UNSPENT}|{_NEXT_YEAR}", rf"[末底终]|下来|到头|{_ACCOUNT}|{_ALL}|{_NEXT_YEAR}", _NOT_OF_BOTH, _NOT_AT_START), told="结转下年是多少", of_final="年末结转和结余是多少",
    ),
    _bag(
        r"财政(?:拨款|拨付|拨|给)?", _END, _LEFT, _UNSPENT, _ACCOUNT, _NEXT_YEAR, r"结转(?:和?结余)?",
        needs=(r"财政", rf"{_LEFT}|{_UNSPENT}|结转", rf"[末底终]|下来|到头|{_NEXT_YEAR}", _NOT_OF_BOTH, _NOT_AT_START), told="", of_final="年末财政拨款结转和结余是多少",
    ),
    _bag(
        _START, _LEFT, _UNSPENT, _ACCOUNT, r"所有|整个", r"(?:结?转|带|滚|留)(?:过来|进来|下来|存)",
        needs=(r"年初|期初|开年|年头|\d年?初", rf"{_LEFT}|{_UNSPENT}", rf"{_UNSPENT}|{_ACCOUNT}", r"^(?!.*(?:[年期][末底终]|上年|去年|财政))"), told="上年结转是多少", of_final="年初结转和结余是多少",
    ),
    _bag(
        r"财政(?:拨款|拨付|拨|给)?", _START, _LEFT, _UNSPENT, _ACCOUNT,
        needs=(r"财政", r"年初|期初|开年|年头|\d年?初", rf"{_LEFT}|{_UNSPENT}", r"^(?!.*(?:[年期][末底终]|上年|去年))"), told="财政拨款收支总表里上年结转是多少", of_final="年初财政拨款结转和结余是多少",
    ),
    _bag(
        r"(?:年初|期初)(?:时|的时候)?", r"(?:和|与|跟|、|[,，])(?:年末|年底|年终|期末)(?:时|的时候)?", _LEFT, _UNSPENT, _ACCOUNT, r"各自?|分别",
        needs=(r"各|分别", r"年初|期初", r"年末|年底|年终|期末", rf"{_UNSPENT}|{_LEFT}|{_ACCOUNT}"), told="", of_final="年初结转和结余和年末结转和结余各是多少",
    ),
    _bag(
        _DISPOSABLE, r"财力|收入|[全整](?:个)?(?=所|院|局|馆|校|站|单位|部门|中心|街道)",
        needs=(_DISPOSABLE, r"资金|钱|财力|经费|收入"), told="收入总计是多少", of_final="收入支出决算总表里收入的总计是多少",
    ),
    _bag(
        r"手[里头]上?", r"预算|可用", _DISPOSABLE, needs=(r"手[里头]", r"预算|资金|钱", rf"{_ALL}|{_YEAR}", r"^(?!.*(?:剩|余|没|未))"), told="收入总计是多少", of_final="",
    ),
    _bag(
        r"花(?:费|销)|开销|花|(?:用|支)(?:掉|去|了|出去)|掉|出去|去|光",
        needs=(r"^(?!.*的[钱资款])(?!(?:一共|总共|合计|加起来)[要得会需]*(?:花|用))", r"花|用|支|开销", rf"{_ALL}|{_YEAR}"), told="今年总共要花多少钱", of_final="总共花了多少钱",
    ),
    _bag(
        r"收(?:进来?|上来|了|到)|入账|进账", needs=(r"收|账", rf"{_ALL}|{_YEAR}"), told="收入总计是多少", of_final="本年收入合计是多少"
    ),
    _bag(
        r"(?:在|做|搞|办|干|实施)?项目(?!表|[和与、])", _ON, _SPENDS, needs=(r"项目", rf"项目{_ON}|[在做搞办干]项目|实施项目|项目(?:经费|支出)", rf"{_SPENDS}|经费|钱"), told="项目支出是多少"
    ),
    _bag(
        _RUNS, _ON, _SPENDS, _COSTS, needs=(_RUNS, rf"{_SPENDS}|{_COSTS}|{_SUMS}|要|需"), told="机关运行经费是多少"
    ),
)  # fmt: skip
_WITH_YEAR = re.compile(r"20\d\d年?")
_CARRY_APART = re.compile(
    rf"^(?:请问)?(?P<what>[^,，?？()（）]*?(?:收入|拨款)[^,，?？()（）]{{0,6}}?)(?P<asks>(?:一共|总共|合计|共)?(?:是|有|为|共)?多少(?:钱|[万亿]?元)?)?[,，]?{APART}$"
    rf"|^{APART}[,，](?P<first>[^,，?？]*?(?:收入|拨款)[^,，?？]{{0,10}}多少(?:钱|[万亿]?元)?)$"
)
_ALL_INCOME = re.compile(r"收入(?:预算|决算)?(?:总额|总计|合计|总数|总量)?(?=$|(?:一共|总共|是|有|为|共)*多少)")


_OVER_THE_YEAR = r"(?:[全整]年|(?:这|整)?一(?:整)?年(?:下来|到头)?|年度|本年(?:度)?|当年)"
_IN_FACT = re.compile(
    rf"^(?P<year>20\d\d年(?:度)?)?(?:的)?(?P<of>财政拨款)?(?:的)?(?:单位|部门|全(?:所|局|院|馆|校|街道))?(?:的)?(?:{_OVER_THE_YEAR}(?:的|,)?)?"
    rf"(?:(?:一共|总共|合计|共)?实际(?:上)?(?:的)?(?:一共|总共|合计|共)?(?:总)?|(?<=年)(?:总|一共|总共|合计|共)|(?<=下来)(?:总|一共|总共|合计|共))(?P<side>支出|收入)(?:决算)?(?:了|的)?(?:总额|总数|合计数?|总计|总量|总和|金额|数额)?"
    r"(?:一共|总共|合计|共)*(?:是|有|为|达|达到|了)*(?P<much>(?:多少|几)(?:钱|[万亿]?元)?)$"
)
_FACT_LAST = re.compile(
    r"^(?P<year>20\d\d年(?:度)?)?(?:的)?(?P<of>财政拨款)(?:的)?(?P<side>支出|收入)(?:合计|总额)?实际(?:上)?(?:一共|总共|合计|共)*(?:是|有|为|花了?)*(?P<much>(?:多少|几)(?:钱|[万亿]?元)?)$"
)
"""What was spent or received in all of a year, in fact: final accounts print it as that year's (本年支出合计), beside totals that
have what is carried over in them."""


def _in_fact(bare: str, view: View) -> str:
    """全年实际支出合计是多少: 本年支出合计是多少, of final accounts that print it."""
    m = (_IN_FACT.match(bare) or _FACT_LAST.match(bare)) if view.disclosure.meta.kind == "final" else None
    if (
        m is None
        or f"本年{m['side']}合计" not in view.vocabulary
        or not re.search(r"一年|[全整]年|20\d\d年|单位|部门|本年|当年|财政", bare)
    ):
        return ""
    return f"{m['year'] or ''}{m['of'] or ''}本年{m['side']}合计是{m['much']}"


_CARS_IN_ALL = re.compile(
    r"(?:现有|共有|目前|现在|的)*(?:公务用?|公)?车(?:辆)?(?:一共|总共|合计)(?:是|有)?(?:几|多少)(?:辆|台|部)"
)
"""Those that there are, and not those that are to be bought."""


_HOW_DIVIDED = r"(?:怎么|如何|怎样|咋)(?:按(?:用途|类别))?(?:来)?(?:划分|区分|分类|分布|分配|构成|归类|分)(?:的|了|呢)*"
_HOW_MANY_EACH = r"[,，]?(?:各类|每类|各种|每种|各)?(?:各自?|分别|每一?[种类样项])?(?:都)?(?:有|是)?(?:几|多少)[辆台部]"
_CARS_BY_USE = re.compile(
    r"(?:(?:现有|共有|实有|目前|现在|单位|部门|公务|的|这|那)*(?:(?P<n>\d+)辆)?(?:用|公)?车(?:辆|子)?[,，]?(?:都|是|一共|总共|又|具体|各自?|分别)*"
    r"(?:按照?(?:不同)?的?(?:用途|类别|种类|类型|性质)(?:来)?(?:都|是|又)*"
    rf"{_HOW_DIVIDED}(?:{_HOW_MANY_EACH})?|{_HOW_DIVIDED}(?:{_HOW_MANY_EACH})?|(?:用来|用于|拿来|是)*(?:干|做)(?:什么|啥)(?:用)?(?:的|了|呢)*{_HOW_MANY_EACH})"
    r"|(?:现有|共有|现在|目前|单位|公务|的|这些?|那些?)*(?:用|公)?车(?:辆|子)?(?:都|是|分别|各自?|具体|主要)*(?:用来|用于|拿来|派)?(?:(?:干|做|作|派)(?:些)?(?:什么|啥)(?:用途|用处|用)?|有(?:些)?(?:什么|哪些)用途)(?:的|了|呢)*"
    r"|(?:现有|共有|现在|目前|单位|公务|的)*(?:用|公)?车辆?的?(?:具体)?用途(?:都|分别|各)*(?:是|有)(?:什么|啥|哪些)(?:的|呢)*"
    r"|(?:现有|公务|的)*(?:用|公)?车辆?的?构成(?:情况)?(?:是|又)?(?:怎样|如何|怎么样|什么样)的?"
    r"|(?:现有|共有|公务|的|里|局里|院里|单位)*(?:各|每|不同)(?:一)?(?:个)?(?:类别?|种(?:类)?|项)(?:用途)?的?(?:公务用?|公|用|机动)?车(?:辆|子)?(?:各自?|分别|都|一共)*(?:有|是)?(?:几|多少)[辆台部]"
    r"|(?:现有|共有|的)*(?:公务用|公|机动|用)?车(?:辆)?(?:里面?|中)?[,，]?(?:各|每)(?:一)?(?:类|种)(?:别|用途)?的?(?:各自?|分别|都)*(?:有|是)?(?:几|多少)[辆台部]"
    r"|(?:现有|共有|实有|目前|现在|单位|公务|局里|院里|站里|所里|里|的|这|那)*(?:(?P<of>\d+)[辆台部])?(?:公务用|公|机动|用)?车(?:辆|子)?[,，]?(?:都|分别|具体|各自?|又)*(?:是|有|属于|包括)?(?:些)?(?:什么|哪些|哪几[种类]|何种)(?:样)?的?(?:类型|种类|类别|用途|性质|车型|类|种|车)的?(?:车|用车)?[,，]?(?:又|而且)?(?:各类?|每[类种样]|各种)?(?:各自?|分别|都)*(?:有|是)?(?:几|多少)[辆台部]"
    r"|(?:现有|共有|实有|目前|单位|公务|的|这|那)*(?:(?P<those>\d+)[辆台部])?(?:公务用|公|机动|用)?车(?:辆|子)?(?:里面?|中|当中)[,，]?(?:都|分别|具体)*(?:是|有)?(?:哪些|哪几|什么)(?:类型|种类|类别|类|种)(?:的)?(?:车)?[,，]?(?:各自?|分别|都)*(?:有|是)?(?:几|多少)[辆台部])"
)
"""The cars that there are, by what they are for: how they are divided (12辆车怎么分的), or how many there are of each sort."""


_ON_A_DAY = re.compile(
    r"(?:截[至止]到?|到|至|在)?(?P<year>20\d\d)年(?:(?:年)?[底末]|(?P<month>\d{1,2})月(?P<day>\d{1,2})日)(?:为止|时|的时候)?的?[,，]?"
)


def _counted_on(day: re.Match[str], view: View) -> bool:
    """Whether a document counts its cars on a day that a question names, or at the end of that year."""
    on = f"{day['year']}年{day['month'] or 12}月{day['day'] or 31}日"
    return any(on in said and "车辆" in said for said in (folded(p.text) for p in view.disclosure.paragraphs))


_KEPT_FOR = re.compile(r"(?P<kept>[留转带滚存](?:下来)?(?:到|至|给|待|入|作|做|在))(?P<year>20\d\d)年(?:度)?")


_ROLLED_OVER = re.compile(
    r"(?:从|由)?(?P<year>20\d\d)年(?:度)?(?:滚存|滚动|滚|留存|结存|转|带|结转|留)(?:到|至|给)(?:今年|本年|当年|20\d\d年)(?:度)?(?:来)?(?:继续|接着|再)?(?:使?用)?的(?:钱|资金|款)"
)


def _rolled_over(text: str, before: int) -> str:
    """从2022年滚存到今年继续用的资金, of 2023: what was carried over from the year before; of any other year as it is."""
    return _ROLLED_OVER.sub(lambda m: "上年结转" if int(m["year"]) == before else m[0], text)


def _kept_for(text: str, following: int) -> str:
    """留到2022年再用, of 2021: what is kept for the next year, which is no amount of that one."""
    return _KEPT_FOR.sub(lambda m: f"{m['kept']}明年" if int(m["year"]) == following else m[0], text)


def everyday(text: str, view: View) -> str:
    """A folded question by everyday words for what has another name in print, by that name; any other as it is."""
    text = _rolled_over(text, (view.disclosure.meta.year or 0) - 1)
    bare = text.rstrip("?？。!！")
    if (day := _ON_A_DAY.match(bare)) is not None and _CARS_BY_USE.fullmatch(bare[day.end() :]) is not None:
        return "车辆按用途分各有几辆" if _counted_on(day, view) else text
    final = view.disclosure.meta.kind == "final"
    bare = _kept_for(bare, (view.disclosure.meta.year or 0) + 1)
    other = next((y for y in _WITH_YEAR.findall(bare) if int(y[:4]) != view.disclosure.meta.year), "")
    if other:
        return text  # of another year, which these words do not tell
    if _CARS_IN_ALL.fullmatch(bare):
        return "车辆有几辆"
    if (cars := _CARS_BY_USE.fullmatch(bare)) is not None:
        there = {str(f.value) for f in view.figures if f.is_fact and f.unit == "辆" and "用车" not in f.row}
        return "车辆按用途分各有几辆" if (cars["n"] or cars["of"] or cars["those"]) in {None, *there} else text
    if fact := _in_fact(bare, view):
        return fact
    if said := in_everyday_words(bare, view):
        return said
    for bag in _BAGS:
        if (told := bag.of_final if final and bag.of_final else bag.told) and bag.holds(bare):
            return told
    m = _CARRY_APART.match(bare)
    if m is None:
        return text
    what = m["first"] or f"{m['what']}{m['asks'] or '是多少'}"
    if re.search(r"[和与、占比加减]|支出|收支", what):
        return text
    if _ALL_INCOME.search(what) is None or "财政" in what:
        return what
    return _ALL_INCOME.sub("本年收入合计" if "本年收入合计" in view.vocabulary else "收入合计", what)
