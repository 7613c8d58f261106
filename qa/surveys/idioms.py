"""Idioms of questions over many documents in the plain words that are read: who comes first, in what order bodies are to
be put, what is not to be found, and clauses that only ask again for the amount."""

from __future__ import annotations

import re

NUMBER = r"(?:[一二两三四五六七八九十]|\d+)"
SO_MANY = rf"(?:这|那|全部|所有|全体|以上)?(?:{NUMBER}(?:家|份|个(?=单位|部门|机构))(?:单位|部门|机构|公开|文件)?|(?:各|全部|所有)(?:家(?:单位|机构|部门)?|单位|机构|部门|文件))"
"""Words for all bodies of a library, with their number or without it."""
OF_ONE_KIND = rf"(?:这|那)?(?:编制?|做|出|公布|公开)?(?:{NUMBER}(?:家|份|个)|各(?:家|个)?|全部|所有)的?(?:预算|决算)类?的?(?:单位|机构|部门|文件)?"
"""Words for all bodies that publish one kind of document, with their number or without it (四家预算单位, 两家决算)."""
_COUNTED_BODIES = re.compile(
    rf"(?<!下属)(?<!所属)(?<!内设)(?P<number>{NUMBER})个(?=(?:预算|决算)?(?:单位|部门|机构)(?!职责))"
)
_PART_APART = re.compile(
    r"[,，](?=(?:它|其|所)?占(?:了|到)?[^,，?？]{2,24}(?:之和|合计|总和|总数|加起来|总额)的?(?:百分|多|比|几|份))"
)


_TOGETHER_SHORT = re.compile(r"(?<=[入出费款额购金余])共(?=(?:是|有|为)?(?:多少|几))")
"""What several have together, in the shorter word (两家的某项收入共多少)."""


_BOTH_SIDES = re.compile(
    r"(?P<total>收支总(?:计|额|规模|预算|盘子)|收入支出总计)(?:分别|各自?|都)+(?=(?:是|有|为)?多少)"
)
"""The one total that income and expenditure have, which is no two amounts, each of its own."""


_CARS_EACH = re.compile(r"(?<=的)(?:公务用车|公车|车辆|车)(?:数量?)?(?:分别|各自?|都)+(?:是|为)多少(?![辆钱元万])")
_CARS_TOGETHER = re.compile(
    r"(?<=[的,，])(?:公务用车|公车|车辆|车)(?:数量?)?(?:全部|全都|都)?(?:合计|一共|总共|加起来|加总|总计|总和)(?:是|有|为)?多少(?![辆钱元万])"
)


_SAID_AGAIN = re.compile(
    r"^(?P<first>[^,，?？—\d]{2,16}?)的?[—\-]{1,2}[,，]?(?:也就是说?|就是说?|即|换句话说[,，]?|换言之[,，]?)(?P<second>[^,，?？—]{2,30}?)(?:[—\-]{1,2}|[,，])+(?=[^,，?？]*(?:哪|谁|几|多少))"
)
"""Words that are said again in those of the forms, between dashes (做买卖挣钱的——也就是有经营收入的——一共几家)."""
_WHOLE_AGAIN = re.compile(r"^[^,，?？—\d]{0,12}(?:谁家?|哪家)[^,，?？—\d]{0,12}[—\-]{1,2}(?=[^?？]*(?:谁|哪[家个]))")
"""A question in a few words before the same in full (支出结构上谁最“重项目”——项目支出占…的比重居首的是哪家)."""
_OR_PLANS = re.compile(r"[(（](?:或者?|或是)(?:是)?(?:计划|打算|预计|拟|预算|安排)[^()（）]{0,4}[)）]")
_ALL_IN_ALL = re.compile(
    r"(?:统共|拢共|共计|总共|一总|拢总)(?=有?(?:多少|几)(?:家|个(?:单位|部门|机构)|辆|台|钱|万|元))"
)
_TURNED_OUT = re.compile(r"(?<=单位|部门|机构)(?:能)?数得出(?:来)?(?:的)?(?:有)?(?=几|多少)")
_IN_WHOSE_BOOKS = re.compile(
    r"^(?:请问)?(?P<x>[\u4e00-\u9fff()（）]{2,20}?)(?:这(?:一)?(?:项|笔|个科目))?(?:都)?(?:出现|列|体现|反映|记)在(?:了)?(?:哪(?:些|几)?[家个]?(?:单位|部门|机构)?|谁家?)的?(?:账上?|账里|表里|账面上?|预决算里?|名下|文件里)?[,，?？。;；](?:这?(?:几|些)?(?:家|单位)?)?(?:的)?(?:一共|总共|合计|相加|加起来|加总)(?:一共|总共|得|是|有|为|等于|到底)*(?:多少|几何|几)(?:钱|万元|元)?[?？。]*$"
)
_IN_BOOKS = re.compile(
    r"^(?:请问)?(?P<x>[\u4e00-\u9fff()（）]{2,20}?)(?:这(?:一)?(?:项|笔|个科目))?(?:都)?(?:出现|列|体现|反映|记)在(?:了)?(?:哪(?:些|几)?[家个]?(?:单位|部门|机构)?|谁家?)的?(?:账上?|账里|表里|账面上?|预决算里?|名下|文件里)?[?？。]*$"
)
"""Who has a row of something (城乡社区支出出现在哪几家的账上), and what those come to."""
_WHOSE_TOGETHER = re.compile(
    rf"^(?:请问)?(?!再|那|加|算|还|它|把|连)(?:来自)?(?P<x>[^,，?？哪谁几]{{2,24}}?)[,，](?P<library>全库|(?:资料)?库里?|(?:资料)?库中)?的?(?P<all>(?![两二三]家){SO_MANY})(?:的)?(?:一共|总共|合计|累计|加起来|加总|总计)(?:是|有|为|得)*(?=(?:多少|几))"
)
"""What all have together of an item said before it (政府性基金拨款收入，各单位累计多少)."""
_SUM_AFTER = re.compile(
    rf"^(?:请问)?(?!再|那|加|算|还|它|把|连)(?P<x>[^,，?？哪谁]{{2,24}}?)(?:全部|全都|都)?(?:算上|加上|加起来|算在一起)?(?:一共|总共|合计)?(?:是|有)?(?P<ask>多少[辆台套]?(?:钱|万元|元)?)[?？。,，](?P<all>(?![两二三]家){SO_MANY})(?:的)?(?:加总|合计|加起来|相加|一起算|都算上?|算在一起|总计)[?？。]*$"
)
"""The sum over all that is asked for behind the amount (一共多少辆？六家加总)."""
_ONE_BY_ONE = re.compile(
    r"^(?:请)?(?:把)?(?P<x>[^,，?？哪谁:：]{2,24}?)(?:请)?(?:一家一家|逐家|挨家|挨个|逐个|一家家|逐一)(?:地)?(?:都)?(?:报|列|说|写|点)(?:一?下|出)?(?:数|数字|金额|个数|来)?(?:[:：,，].{0,6}(?:预算|决算)[^?？]{0,16})?[?？。]*$"
)
"""What each has, body by body (“三公”经费一家一家报数)."""
_THOSE_MEANT = re.compile(
    r"^(?P<part>[^?？]{3,40}?)占(?:了|到)?(?:这|那)?(?P<n>[两二三四五六])家(?:单位)?的?(?P<sum>合计|总和|之和|总数|总额)(?P<rest>[^?？,，。;；(（]*)[?？,，。;；(（]+(?:这|那)?(?P=n)家(?:单位)?(?:分别)?(?:指|是|为|即)(?:的是)?(?P<who>[^?？。)）]{4,60})[)）]?[?？。]*$"
)
"""Who is meant by so many bodies, said after what is asked of them (占两家合计的百分之几？两家指甲和乙)."""
_RUNNER_UP = {
    "冠军": "第一名",
    "亚军": "第二名",
    "季军": "第三名",
    "殿军": "第四名",
    "榜眼": "第二名",
    "探花": "第三名",
}
_ON_THE_LIST = re.compile(
    rf"(?:的)?(?:排行榜|排名榜|榜单|排名表|榜)?(?:上|里|中)?的?(?P<place>{'|'.join(_RUNNER_UP)})(?=[,，?？是为归属花落]|$)"
)
"""A place of a ranking by its title (排行榜上的亚军是哪个单位)."""
_THRIFTIEST = re.compile(r"最(?:紧巴巴?|抠门?|节省|节俭|寒酸|拮据|勒紧裤腰带)(?=[,，?？]|的|$)")
_RELIES = re.compile(
    r"(?P<most>更|最|比较)?(?:依赖|依靠|靠着?|指望|仰仗|吃)(?P<x>财政(?:拨款)?|事业收入|经营收入|上级补助(?:收入)?)(?:来)?(?:过日子|吃饭|生存|运转|活着?|支撑|度日|维持|饭)?(?=[?？。]*$|[,，])"
)
"""Who lives on one kind of income: its share in the income of the year (谁更靠财政拨款过日子)."""
_HEARD = re.compile(r"^(?:听说|据说|听人说|好像)[,，]?(?:是)?有?(?=(?:两|三|四|几)(?:家|个)[^?？]*(?:哪|谁))")
_TO_THE_LAST = re.compile(
    r"一(?:辆|台|套|分|元|块)(?:都|也)?不(?:差|多不少)[、,，](?=完全|正好|刚好|恰好|一样|相同|相等)"
)
"""What one has heard of bodies of which it is asked which they are, and that it is so to the last piece."""
_PER_CAR = re.compile(
    r"^(?:请问)?(?:把)?(?P<whose>[^,，?？的]{2,20}的|各(?:家|单位)的?)(?P<x>[^,，?？的]{0,10}?(?:运行|维护|用车)[^,，?？的(（]{0,6}?费?)(?:预算|决算)?(?:数|额)?(?:[(（][^()（）]*三公[^()（）]*[)）])?(?:除以|按|用|摊到)(?:它|其|自己|各自|本单位)?的?(?:现有|共有|实有|全部)?的?(?:公务用?)?车(?:辆)?(?:的)?(?:总数|数量|数|辆数)?(?:来)?(?:平摊|分摊|平均|算)?[,，](?:平均)?每(?:一)?(?:辆|台)车?(?:平均|大约|大概)?(?:摊到?|分到?|合|花|是|为|要)*(?:多少|几)(?:钱|万元|元)?[?？]?$"
)
"""The cost of vehicles over their number (运行费除以现有车辆数，每辆车平均摊到多少)."""
_NAMES_OF_INCOME = {"财政": "财政拨款收入", "财政拨款": "财政拨款收入", "上级补助": "上级补助收入"}


def _relies(m: re.Match[str]) -> str:
    """The share by which it is told who lives on something."""
    kind = _NAMES_OF_INCOME.get(m["x"], m["x"])
    return f"的{kind}占本年收入的比重{'最' if m['most'] == '最' else '更'}高"


_FIRST_BY_NAME = re.compile(
    r"(?P<end>最[大多高小少低])的(?:那?一?[家个])?(?:单位|部门|机构)(?:的)?(?:名字|名称)?(?:叫做?|是)(?:什么|啥)(?:名字|名称|单位)?"
)
_OF_EACH = r"[^,，?？的]{4,24}?"
_WORKED_OUT = re.compile(
    rf"^(?:请问|请|把|将|用|拿)?(?P<a>{_OF_EACH})的(?P<x>[^,，?？]{{2,20}}?)(?:(?P<plus>加上?|[+＋])|减去?|[-－])(?P<b>{_OF_EACH})的(?P=x)[,，]?(?:等于|得|是|为|有|一共|总共|合计)*(?:多少(?:钱|[万亿]?元|辆|台)?|几)?[?？。]*$"
)
"""The same item of two bodies added up, or one taken off the other, each with its own body."""
_HELD_AGAINST = re.compile(
    rf"^(?:请问)?(?P<a>{_OF_EACH})(?:与|和|跟|同|较)(?P<b>{_OF_EACH})相比[,，](?P<x>[^,，?？]{{2,20}}?)(?:要|又)*(?P<way>[多少高低])(?:了|出)*多少(?:钱|[万亿]?元|辆|台)?[?？。]*$"
)


_TAKEN_BESIDE = re.compile(
    rf"^(?:请问)?(?:拿|把|将)(?P<a>{_OF_EACH})(?:与|和|跟|同)(?P<b>{_OF_EACH})(?:相)?(?:比|比较|对比)(?:一下)?[,，](?P<x>[^,，?？]{{2,20}}?)(?:相)?(?P<ask>差多少)"
)
_RECKONED = re.compile(
    r"^(?:请|麻烦)?(?:算(?:一下|一算|算)?|计算(?:一下)?|合计一下)(?=.{8,}(?:合计数?|总和|之和|总数)[?？。]*$)"
)
_SO_MANY_ABOVE = re.compile(
    r"^(?:请|麻烦)?统计(?:一下)?(?P<x>[^,，?？]{2,24}?)(?P<over>高于|超过|大于|多于|低于|少于|小于|不到|不足)(?P<n>[^,，?？的]{1,16})的(?:单位|部门|机构)(?:数量?|个数|家数|总数)[?？。]*$"
)
_AMONG_THESE = re.compile(
    r"^在(?:这些|所有|全部|各|这几家?)(?:家)?(?:单位|部门|机构)(?:里面?|中|当中|之中)[,，]?(?P<x>[^,，?？]{2,24}?最[大多高小少低])的(?:单位|部门|机构)?(?:是|为)?[?？。]*$"
)
_THAN_IT = re.compile(r"(?<=[\u4e00-\u9fff)])比起(?=[^,，?？]{4,24}[多少高低](?:了|出)*多少)")


def _worked_out(m: re.Match[str]) -> str:
    if m["plus"]:
        return f"{m['a']}和{m['b']}的{m['x']}一共是多少？"
    return f"{m['a']}的{m['x']}比{m['b']}多多少？"


def in_other_words(question: str) -> str:
    """A question over bodies without what it says twice, and with everyday words for places, sums and lists of bodies in those
    that are read (亚军: 第二名; 一家一家报数: 分别是多少)."""
    if re.search(r"[吗么吧]|是不是|属实|当真", question) is None:
        question = _HEARD.sub("", question)
    question = _HELD_AGAINST.sub(r"\g<a>的\g<x>比\g<b>\g<way>多少？", _WORKED_OUT.sub(_worked_out, question))
    question = _TAKEN_BESIDE.sub(r"\g<a>和\g<b>的\g<x>\g<ask>", _RECKONED.sub("", question))
    question = _SO_MANY_ABOVE.sub(r"有几家单位的\g<x>\g<over>\g<n>？", _THAN_IT.sub("比", question))
    question = _AMONG_THESE.sub(r"\g<x>的是哪家单位？", question)
    question = _FIRST_BY_NAME.sub(r"\g<end>的是哪家单位", question)
    question = re.sub(r"(?<=采购)的?盘子", "总额", _TO_THE_LAST.sub("", question))
    question = re.sub(r"(?<=[,，的])(?P<kind>预算|决算)结果(?=(?:是|为)?(?:多少|几何))", r"\g<kind>数", question)
    question = _PER_CAR.sub(r"\g<whose>平均每辆车的\g<x>是多少？", question)
    question = _OR_PLANS.sub("", _SAID_AGAIN.sub(r"\g<second>", _WHOLE_AGAIN.sub("", question)))
    question = _THOSE_MEANT.sub(r"\g<part>占\g<who>\g<sum>\g<rest>？", question)
    question = _TURNED_OUT.sub("有", _ALL_IN_ALL.sub("一共", question))
    question = _IN_WHOSE_BOOKS.sub(r"有\g<x>的是哪几家，合计是多少？", question)
    question = _IN_BOOKS.sub(r"有\g<x>的是哪几家？", question)
    question = _WHOSE_TOGETHER.sub(lambda m: f"{'所有单位' if m['library'] else m['all']}的{m['x']}一共", question)
    question = _SUM_AFTER.sub(r"\g<all>的\g<x>一共\g<ask>？", question)
    question = _ONE_BY_ONE.sub(r"各单位的\g<x>分别是多少？", question)
    question = _ON_THE_LIST.sub(lambda m: f"排{_RUNNER_UP[m['place']]}的", question)
    return _THRIFTIEST.sub("最少", _RELIES.sub(_relies, question))


def counted_as_bodies(question: str) -> str:
    """A question with so many bodies counted as bodies are (六个单位: 六家单位), and without a comma before the sum that a part of is asked."""
    question = re.sub(r"(?<=\d)个亿(?!元)", "亿元", question)
    if re.search(SO_MANY, question) is None:
        question = _CARS_EACH.sub("车辆有多少辆", question)
    question = _CARS_TOGETHER.sub("车辆加起来多少辆", question)
    question = _BOTH_SIDES.sub(r"\g<total>", question)
    question = _TOGETHER_SHORT.sub("一共", question)
    return _PART_APART.sub("", _COUNTED_BODIES.sub(r"\g<number>家", question))


_WHO = r"(?:谁家?|哪(?:一)?(?:家|个)(?:单位|部门|机构)?)"
_FIRST = re.compile(
    r"(?:是)?(?:坐|占|夺|摘|拿)?(?:了|下|走|得|到)?(?:的)?头把交椅(?:的)?(?:是|归|由)?(?=谁|哪)(?:谁家?|哪(?:一)?[家个](?:单位|部门|机构)?)(?:来)?(?:坐|占|夺|拿|得)?(?:着|了|走)?(?:的)?|(?:排|站|走)(?:名)?(?:在)?最前(?:面|头|列)?(?:的)?|(?:高|位|名|稳)?居(?:于)?(?:首位?|榜首|第一|头名)(?:位)?|(?:位列|排在?|名列)(?:首位|榜首|头名)|拔得?头筹|独占鳌头|夺魁|夺冠|称冠|领跑|(?:榜首|冠军|头名|第一名?|状元)(?:的?(?:位置|宝座|桂冠))?(?:是|被|由)?(?:落|归|花落|归属)(?:到|在|于|给)?(?=谁|哪)(?:谁家?|哪(?:一)?[家个](?:单位|部门|机构)?)(?:的)?(?:头上|手里|手中|名下|家)?"
)
"""The first place of a ranking in other words."""
_LAST = re.compile(r"(?:位|名)?居(?:于)?(?:末位?|末尾|榜尾)|(?:位列|排在?|名列)(?:末尾|榜尾|最末)|敬陪末座|吊车尾")
_TOPIC_WHO = re.compile(
    rf"^(?:(?:要?论|单论|若论|说到|谈到|提到|讲到|至于|关于|就|比(?!较))(?P<a>[^,，?？哪谁]{{2,20}}?)(?:而言|来说|来看|来讲)?|(?P<b>[^,，?？哪谁]{{2,20}}?)(?:方面|上面|这一?块|这一?项|而言|来说|来看|来讲))[,，](?={_WHO})(?P<who>{_WHO})的?"
)
_AMOUNT_AGAIN = re.compile(
    r"(?:账面?上|名下|手[里头]|那家|这家|它们?|其|并|请|也|又|再|还|都|各自?|分别|一共|总共|共|合计|大概|大约|到底|具体|究竟|才|就|竟|比重|比例|占比|挣|赚|进账|入账|数量|数目|金额|数额|台数|辆数|是|有|为|少到|多到|高到|低到|达到?|拥有|保有|实有|现有|花|用|列|安排|配|了|过|的)*"
    r"(?:多少|几何|几|多大|何)(?:辆|台|套|钱|万元|亿元|元|个|人)*(?:\([套台]\))?(?:公务用车|公车|车辆?|设备)?(?:呢|啊|呀)?|(?:各自?的?|具体)?(?:金额|数额|数字)(?:也|都)?(?:一并|一起|分别|同时)?(?:列|写|说|报|附|给|标)(?:一下|出来?|上|明)?"
)
"""A clause that asks again for the amount of what was asked for before it (账上一共多少辆, 金额一并列出)."""
_RANKED = re.compile(
    r"最[高多大低少小贵]|倒数|垫底|[从由][高大多低少小]到[低少小高大多]|第[一二三四五六七八九\d]|排(?:个|一?下)?(?:序|名|队)|前[一二两三四五六\d]"
)
_IN_ORDER = re.compile(
    rf"^(?:请|帮我|麻烦)*(?:把|将|给|对|为)?(?:{SO_MANY}的?)?(?:按照?|依照?|根据|以)?(?:{SO_MANY}的?)?(?P<item>[^,，?？哪谁最把给将对]{{2,24}}?)(?:的)?(?:高低|大小|多少|多寡)?(?:顺序)?(?:[,，]?(?:给|把|将|对|为){SO_MANY})?(?P<way>[从由](?:高到低|大到小|多到少|低到高|小到大|少到多))?(?:依次)?(?:来|做|作)?(?:一个|个|一下|一)?(?:排(?:个|一下|一)?(?:序|队|名次?|座次|位次|行|先后|高下|一排|列)|列(?:个|一下)?(?:座次|名次|位次))(?:一下)?[。?？!！]?$"
)
"""Bodies that are to be put in order, without a question word (按车辆数给六家排个座次)."""
_BY = re.compile(r"按|依|根据|以|把|将|排|给")
_NOT_FOUND = re.compile(
    r"^(?P<where>[^,，?？哪谁]{0,12}?(?:里面?|中|当中|上面?))?(?:根本|完全|压根|都|也)*(?:(?:找|查|看|见)不(?:到|着|见)|没有?(?:出现|列示?|印|体现|反映|编列)|未(?:出现|列示?|体现|反映|编列))(?:过)?(?P<x>[^,，?？]{2,20}?)(?:这(?:一|个)?(?:项|类|个?科目|笔|行))?的(?:单位|部门|机构|那?(?:一|几)?家)?(?:是|有|都是|都有)(?P<who>哪(?:一|几|[两二三四五六])?(?:家|些|个)|谁)(?:单位|部门|机构)?[?？]?$"
)
_THRIFTY = re.compile(
    rf"(?<=[,，?？])(?P<who>{_WHO})(?:更|最|比较|要)?(?:(?P<less>省钱?|节约|节省|节俭|抠门?)|舍得(?:花钱?)?|大方|阔绰)(?:一?些|一?点)?(?=[?？。]?$)"
)
"""Who spends less, or more, of what a clause before has named (三公经费各是多少，谁更省)."""
_BY_TURNS = r"(?:逐一|一一|逐个|逐家|逐项|挨家|挨个|一家一家|分别|依次|全部|都)(?:地)?"
_LISTED = re.compile(
    rf"(?<=[^,，?？])[,，?？。;；]+(?:烦请|麻烦|劳烦|请|帮我|并|再|也|把|将|给)*(?:各自的?|各家的?|它们的?|具体的?)?(?:单位|金额|数额|名称|名字|名单)?(?:和|及|与)?(?:金额|数额)?{_BY_TURNS}(?:列|写|说|报|给|标|点)(?:出|举|明|一下|说)?(?:来)?(?:各自的?|各家的?|它们的?|具体的?|其)?(?:单位|金额|数额|名称|名字|名单|数字|数)?(?:和|及|与)?(?:金额|数额|名称)?(?:来|出来)?[?？。]*$"
)
"""A clause that wants those that are asked for listed one by one, with their amounts."""
_EACH_IN_TURN = re.compile(
    rf"^(?:请|帮我|麻烦)*{_BY_TURNS}(?:列|写|说|报|给|列举)(?:出|举|说|一?下)?(?:来)?(?:{SO_MANY}的?|各(?:家|单位)的?)?(?P<item>[^,，?？哪谁最]{{2,24}}?)(?:各)?(?:(?:是|有|为)?(?:多少|几)(?:钱|万元|元|辆|台|套)?)?[?？。]*$"
)
_TWICE = re.compile(
    r"(?P<x>[^,，?？最]{2,20}?)(?P<first>最[高多大低少小]的?(?:那?一?家|单位|机构)?)(?P<how>和|与|跟|同|比)(?P=x)(?=最[高多大低少小])"
)
"""An item said of both ends of a ranking (车辆最多的和车辆最少的)."""
_CARS = re.compile(r"(?<![公务汽客货用机领乘修停班])车(?:子)?(?=数(?!据)|最[多少])")
_CARS_AT_HEAD = re.compile(
    rf"^(?:公务用|公务|公)车(?:子|辆)?(?=,?(?:是|有|又|就)?{_WHO}的?(?:有|得)?最[多少](?![^?？]*(?:钱|元|花|费)))"
)
"""Vehicles of which it is asked who has most."""
_WITHIN_ALL = re.compile(
    rf"^(?:在|从)?{SO_MANY}(?:(?:里面?|里头|中|当中|之中)?[,，]?(?:就)?(?=没有?(?:任何|哪怕)?[一哪][家个])|(?:里面?|里头|中|当中|之中)[,，]?(?=[^,，?？哪谁]*最[^,，?？哪谁]*[和与跟同比][^,，?？哪谁]*最))"
)
"""Words for all bodies before what is said of none of them, or of the first and the last."""


_SURPRISED = re.compile(r"(?:反而|反倒|竟然?|居然|倒)(?=比(?!例|重)|高[过于]|[多大]过|超过|低于|少于)")
_OVER = re.compile(r"(?P<way>[高多大])过(?P<b>[\u4e00-\u9fff]{2,12}?)(?=的?(?:单位|部门|机构)?(?:[?？,，。]|$))")
_STILL = re.compile(r"(?P<than>比(?![例重])[^,，?？比]{2,20}?)(?:还要?|更|要)(?=[多高大少低小](?!于))")
"""Words that say no more than that one is surprised (公用经费反而比人员经费还多)."""
_SO_MANY_HAVE_MORE = re.compile(
    r"^(?:一共|总共|共)?有?(?:几|多少)(?:家|份|个(?=单位|部门|机构))(?:单位|部门|机构|预算|决算|文件|公开)?的?(?=[^,，?？比哪谁]{2,20}比(?![例重上去]|20)[^,，?？比平\d]{2,16}[多高大少低小](?:的)?[?？]?$)"
)
"""So many of which it is asked that have more of one thing than of another: which those are tells how many, too."""
_NO_ROW = re.compile(
    r"(?P<of>基本支出|公用经费|人员经费|项目支出)(?:的)?(?:明细)?表?(?:里面?|中|当中|上)?(?:没有?|未|不)(?:单独|专门)?(?:列示?|印|设|有|安排|编列?)?(?:出|过)?(?P<x>[\u4e00-\u9fff]{2,12}?)(?:这(?:一)?(?:个)?(?:项|行|科目|笔)?)?(?=的?(?:单位|部门|机构)?[?？。]?$)"
)


_BASIC_FIRST = re.compile(
    rf"^(?P<of>[\u4e00-\u9fff]{{0,8}}基本支出)(?:里面?|里头|中|当中)[,，]?(?P<who>{_WHO}|哪(?:些|几家)(?:单位|部门|机构)?)的?(?P<a>人员经费|公用经费)(?:要)?(?:比(?P<x>人员经费|公用经费)(?:还|要|更)*(?P<u>[多高大少低小])|(?P<held>超过|超出|高于|多于|大于|高过|低于|少于|小于|不及|不如)了?(?P<y>人员经费|公用经费))(?:的)?(?=[?？。]*$)"
)
"""One of the two sorts of basic expenditure held against the other, said where it is before who has more of it."""


_HOW_RANKED = re.compile(
    r"(?<=[高大多低小少]到[低小少高大多])(?:依次|分别)?[,，]?(?:是)?(?:怎么|如何|怎样|怎么样)(?:个)?排(?:列|序|名|法|的)*"
)
"""How bodies come in order (从高到低怎么排)."""


_NOT_A_PENNY = re.compile(
    r"^(?:请问)?(?:有没有|是否有|有无)(?:哪[家个]单位)?(?:连)?(?:一分钱|一毛钱|一分|分文)(?:的)?(?P<x>[^,，?？的都没]{2,12}?)(?:都|也)没有?(?:过)?的?(?:单位|部门|机构)?(?:[,，?？]+(?:是|它是)?(?:谁|哪[家个些一几]*)(?:单位|部门|机构)?)?[?？。]*$"
    r"|^(?:请问)?(?:有没有|是否有|有无)(?:哪[家个]单位)?(?P<y>[^,，?？的都没一]{2,12}?)(?:连)?(?:一分钱|一毛钱|一分|分文)(?:都|也)?没有?(?:过)?的(?:单位|部门|机构)?(?:[,，?？]+(?:是|它是)?(?:谁|哪[家个些一几]*)(?:单位|部门|机构)?)?[?？。]*$"
)
"""Whether there is a body that has not a penny of something, and who that is."""
_NOT_ONE_PIECE = re.compile(
    rf"^(?:请问)?(?:有没有|是否有|有无)?(?P<who>{_WHO}|哪[几些](?:家|个)?(?:单位)?)的?(?:连|都|就)*一(?:辆|台套?|套|个|件)(?P<x>[^,，?？都没]{{1,16}}?)(?:都|也)没有?(?:配|留|剩)?的?[?？。]*$"
)
"""Who has not one piece of what is counted (哪家连一辆特种专业技术用车都没有)."""
_NO_PENNY_ON = re.compile(
    rf"^(?P<who>{_WHO}|哪[几些](?:家|个)?(?:单位)?)(?:的)?(?:实际|真正|一年到头|全年|当年|从来|根本|上)*(?:没有?|未)(?:给|为|在)?(?:花|用|支出|列支)(?:过|掉|了)?(?:哪怕)?(?:一分钱|一毛钱|一分|分文)(?:的|在|去|来|用于|用在|到)*(?P<x>[^,，?？]{{2,14}}?)(?:上面?|方面)?[?？。]*$"
)
"""Who spent not a penny on something."""


_SUM_OF_AMOUNTS = re.compile(
    r"(?<=[\u4e00-\u9fff”)])的?(?:(?:合计|加总|累计)的?(?:金额|数额|总额)|(?<!采购)总金额)(?=(?:是|有|为)?(?:多少|几)|[?？。]*$)"
)
"""What is added up, with a word more for the amount (货物类采购合计金额是多少)."""


def plainly_worded(text: str) -> str:
    """A folded question over many documents, without their names, in plain words; as it is where it has no such idiom."""
    text = re.sub(
        r"(?<=[\u4e00-\u9fff”)])(?:全部|全都|统统|都)?(?:(?:加总|累加|汇总|相加|累计|合起来|算在一起)(?:起来|在一起|之后|后)?[,，]?(?=(?:是|有|为|得|等于)+(?:多少|几))|(?:加起来|合在一起|加在一起)(?=等于(?:多少|几)))(?:等于)?",
        "合计",
        text,
    )
    text = _SUM_OF_AMOUNTS.sub("合计", text)
    if (gone := _NOT_A_PENNY.match(text)) is not None:
        text = f"哪些单位没有{gone['x'] or gone['y']}"
    if (gone := _NOT_ONE_PIECE.match(text)) is not None:
        text = f"哪些单位没有{'车辆' if re.fullmatch('公?务?用?车(?:辆)?', gone['x']) else gone['x']}"
    text = _NO_PENNY_ON.sub(r"\g<who>没有\g<x>", text)
    text = _CARS_AT_HEAD.sub("车辆", text)
    text = _STILL.sub(r"\g<than>", _OVER.sub(r"比\g<b>\g<way>", _SURPRISED.sub("", text)))
    text = _HOW_RANKED.sub("排序", _SO_MANY_HAVE_MORE.sub("哪几家的", text))
    text = _BASIC_FIRST.sub(_basic_first, text)
    text = re.sub(r"(?<=基本支出)(?:里面?|中|当中)[,，](?=(?:公用|人员)经费比)", "里", text)
    text = _NO_ROW.sub(r"\g<of>里没有\g<x>这一项", text)
    text = _TWICE.sub(r"\g<x>\g<first>\g<how>", _CARS.sub("车辆", _WITHIN_ALL.sub("", text)))
    text = _LISTED.sub("", text)
    if (m := _EACH_IN_TURN.match(text)) is not None:
        return f"各家单位的{m['item']}分别是多少"
    if (m := _IN_ORDER.match(text)) is not None and _BY.search(text):
        way = "从低到高" if m["way"] and m["way"][1] in "低小少" else "从高到低"
        return f"各家单位的{m['item']}{way}排序"
    if (gone := _NOT_FOUND.match(text)) is not None:
        which = "哪些" if gone["who"] in {"哪些", "哪几家"} else "哪家"
        return f"{which}{gone['where'] or ''}没有列{gone['x']}？"
    text = _FIRST.sub(lambda m: "最多的是谁" if re.search(r"谁|哪", m[0]) else "最多的", _LAST.sub("最少", text))
    text = _THRIFTY.sub(lambda m: f"{m['who']}{'更少' if m['less'] else '更多'}", text)
    if (topic := _TOPIC_WHO.match(text)) is not None and _RANKED.search(text, topic.end()):
        text = f"{topic['who']}的{topic['a'] or topic['b']}{text[topic.end() :]}"
    return _asked_once(text)


def _basic_first(m: re.Match[str]) -> str:
    """The words that are read for who has more of one sort of basic expenditure than of the other."""
    less = (m["u"] or m["held"])[0] in "少低小不"
    return f"{m['of']}里，{m['who']}的{m['a']}比{m['x'] or m['y']}{'少' if less else '多'}"


def _asked_once(text: str) -> str:
    """A question that ranks bodies, without the clauses after it that only ask for their amounts again."""
    first, *rest = re.split(r"(?<=[,，?？;；])", text)
    if not rest or _RANKED.search(first) is None:
        return text
    return first + "".join(c for c in rest if not _AMOUNT_AGAIN.fullmatch(c.rstrip("，,?？;；。")))
