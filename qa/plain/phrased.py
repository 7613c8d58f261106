"""Questions whose frame has one plain equivalent, whatever it names: 把甲并到乙里，占丙多少 is 甲和乙合计占丙的百分之几.

The names of the document and its tables are masked first. A question is put the plain way where one frame fits it as a whole;
any other stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.model import Kind
from extract.text import folded
from qa.documents.figures import View
from qa.plain.into_parts import into_parts
from qa.plain.named_things import named_in
from qa.plain.turns_of_money import the_two_by_name
from qa.words.bounds import LOOSE_AMOUNT
from qa.words.left_out import NAME, Masked
from qa.words.lexicon import TABLES, scopes_in

TABLE = "\ue3fe"
"""In a masked text, its one table."""
_A, _B, _C = (f"(?P<{side}>{NAME})" for side in "abc")
_IN = r"(?:里面?|里头|之?中|当中|内|上面?)?[,，]?的?"
_LEAD = r"(?:请问?|麻烦|帮我?|帮忙|劳驾|请教|想问一?下|想知道|核实一?下|再|从|在|先|把|将|给我|替我|我|[,，])*"
_AND = r"(?:、|[,，]|以及|还有|加上?|连同|和|与|跟|同|及)"
_LIST = rf"(?P<list>{NAME}(?:{_AND}{NAME})+)"
_OUT = rf"(?P<out>{NAME}(?:{_AND}{NAME})*)"
_PLUS = rf"(?P<list>{NAME}(?:(?:再|又)?(?:加上?|\\+|连同){NAME})+)"
_HOLDS = rf"(?P<hold>{TABLE})"
_IN_WHOLE = rf"(?:(?P<hold>{TABLE}){_IN}|(?P<whole>{NAME})(?:里面?|里头|之?中|当中)[,，]?的?)"
_TOGETHER = r"(?:这?[两二三四](?:项|个|者|笔|块|样))?的?(?:加(?:在|到)?一(?:起|块儿?)|合(?:在|到)?一(?:起|块儿?)|加起来|合起来|合计|共计|一共|总共|总和|之和|总额|加总|相加|共)(?:是|有|为|要|得)?"
_UP = r"(?:这?[两二三四](?:项|个|者|笔|样))?(?:加|合|捆|凑|绑|放|算|并)(?:在|到|成|起来|上)?(?:一(?:起|块儿?|道|堆))?(?:算)?"
_MONEY = rf"(?P<amount>{LOOSE_AMOUNT})"
_OVER = r"(?:超没超过?|超不超过?|(?:有没有|是否|是不是|会不会|能不能)(?:超过|突破|超出|超|过)|过没过|(?:超过|突破|超出|超|过)了?(?=.*(?:吗|么|没有?)$))"
_REACH = r"(?:到没到|达没达到|够不够|(?:有没有|是否|是不是|能不能)(?:达到|到|够|有)|有没有|(?:达到|到|够|有)了?(?=.*(?:吗|么|没有?)$))"
_BELOW = r"(?:(?:有没有|是否|是不是)(?:低于|少于|不到|不足)|(?:低于|少于|不到|不足)(?=.*(?:吗|么)$))"
_SHORT_OF = r"(?:到不了|到不到|达不到|不到|没到|没有|不足|不够|够不[着上到]|凑不[够齐足])"
_ASKS = r"(?:了)?[,，]?(?:是|对|没错|是这样)?(?:吗|么|吧|没有?|不对|不是|对不对|是不是)?"
_SHARE = r"(?:百分之(?:几|多少)|几成|多少|多大(?:的)?(?:比例|比重|份额)|(?:比例|比重|百分比)(?:是)?(?:多少)?)"
_MUCH = r"(?:是|有|为|共)?(?:多少|几何|几)(?:钱|万?元)?"
_COLUMN = r"(?P<column>基本支出|项目支出)"
_MOST = r"(?:金额|数额|花钱|用钱|支出)?最(?P<most>大|多|高|小|少|低)的?(?:那|的)?(?:一?[笔项个块类])?(?:支出|科目|开支|花销|的)?"
_TOLD = r"(?:有人|网上|网友|媒体|报道|报纸|新闻|网传|听人?|据|他们|人家)*(?:说|称|讲|传|报道|写)?(?:是|道|过)?[,，]?"
_CHECK = r"[,，](?:请|麻烦|帮我?|帮忙|烦请|你|您|给|再)*(?:核实|核对|确认|查证|验证|核查|求证|复核|核|查|看)(?:一?下|一?看|查|对)?(?:真假|对不对|是否属实|是不是真的)?"
_IF = r"(?:如果|要是|假如|假设|倘若|若|就)?(?:只|单|光|仅)(?:看|论|算|说|比)"
_RATE = r"(?:涨幅|增幅|增速|增长率|增长幅度|上涨幅度|变化幅度|变动幅度)"
_EACH = r"(?:各自?|分别|每一?[项个笔样种](?:各|都)?)(?:是|有|为|花|用|要|发|买|安排|列)*(?:了)?(?:多少|几)(?:钱|万?元)?"
_BESIDE = r"(?:[,，]?并?(?:连同?|带上?|标上?|写上|注明|把|和|与|还有|以及|附上?)?(?:金额|数额|钱数|多少钱)(?:一起|一并|一块儿?|也|都)?(?:给|报|告诉|发|说|列|附)?(?:给?我|出来|上)?(?:一下)?)"

_SHORT_OF_MONEY = r"(?:当年|今年|本年|全年|这一年)?(?:的)?(?:(?:收|收入|进账)(?:到|进来|上来|进)?的?(?:钱|资金)?(?:都|是|根本|还|并)?(?:不够|不足|抵不[过上了]|盖不住|不抵|不敌|够不够|够)(?:以|它|自己|其)*(?:的)?(?:花|用|支出|开支|支付|开销|支)?(?:的|吗|么)?|(?:收入|收的钱)(?:是否|能不能|能否)?(?:足以|足够|能够|能|够)?(?:覆盖|抵得?过|满足|应付|负担)(?:得?了|住)?(?:支出|开支|花销)(?:了)?(?:吗|么)?|入不敷出|收不抵支)"
_GAP_ASKED = (
    r"(?:那么?|还|又|其)*(?:缺口|差额|差距|亏空|缺|差|短)(?:了|的|是|有|为|着)*(?:多少|多大|几何|几)(?:钱|万?元)?"
)


_Told = str | Callable[[dict[str, str]], str]


def _of(*frames: tuple[str, _Told]) -> tuple[tuple[re.Pattern[str], _Told], ...]:
    return tuple((re.compile(frame), told) for frame, told in frames)


_FRAMES = _of(
    # of one amount held against another
    (rf"{_LEAD}(?:拿|用)(?P<a>{NAME}|基本支出|项目支出)(?:去|来)?(?:核对|对照|比对|比较|[对核比])(?:一?[下比对核])?(?P<b>{NAME}|基本支出|项目支出)[,，]?(?:这?两(?:个数|者|边|头)|二者|数字?)?(?:能不能|能否|是否|是不是|能|可)?(?:都)?(?:相同|一样|一致|相等|对得?上|吻合|相符)(?:的)?(?:吗|么|不)?", "{a}与{b}一致吗"),
    # of one place of a ranking: which it is, whether it is that of something
    (rf"{_LEAD}{_HOLDS}{_IN}[,，]?{_A}(?:这一?[项笔块])?(?:是不是|是否是?|算不算){_MOST}{_ASKS}", "{hold}里金额最{most}的科目是{a}吗"),
    (rf"{_LEAD}{_A}(?:这一?[项笔块])?(?:是不是|是否是?|算不算){_IN_WHOLE}{_MOST}{_ASKS}", "{hold}{whole}里金额最{most}的科目是{a}吗"),
    (rf"{_LEAD}{_A}(?:这一?[项笔块])?(?:就|算)?是{_IN_WHOLE}{_MOST}(?:了|的)?[,，]?(?:是|对|没错)?(?:吗|么|吧)", "{hold}{whole}里金额最{most}的科目是{a}吗"),
    (rf"{_LEAD}{_A}在{_HOLDS}{_IN}(?:能|可以)?(?:是|排|居|列|算)*(?:在)?第几(?:大|高|多|名|位)(?:的)?(?:科目|支出|一?项)?", "{a}在{hold}里排第几"),
    (rf"{_LEAD}{_HOLDS}{_IN}除(?:了|去|开|掉)?{_OUT}(?:之外|以外|外)?[,，]?{_MOST}(?:是)?(?:哪.*|什么|谁|啥)", "除{out}外,{hold}里金额最{most}的科目是哪个"),
    (rf"{_LEAD}{_HOLDS}{_IN}{_COLUMN}的?(?:大头|重头|大块头)(?:是|在|主要是)?(?:花在|用在|在)?(?:啥|什么|谁|哪(?:一?[个项块]|里|儿)?)(?:科目|上)?", "{hold}里{column}最大的科目是哪个"),
    # what stands under one row, by what is done with its money
    (rf"{_LEAD}(?P<year>20\d\d年(?:度)?的?)?{_A}(?:里面?)?(?:的?(?:钱|资金|经费|这一?[笔项块]钱?))?(?:都|又|具体|分别|主要|是|一共|拿去|用来|用于)*(?:[买发花用投付补](?:在|到|给|于|了)*|购置了?|采购了?|添置了?)了?(?:一?些)?(?:什么|啥|哪些|哪几[项样种])(?:东西|项目|科目|方面|地方|项)?(?:上面?)?[,，]?{_EACH}", "{year}{a}有哪些科目，各是多少"),
    # of one row in one table
    (rf"{_LEAD}{_A}[,，]?(?:只|就|单)?(?:看|以|按|查|认)(?:的是)?{_HOLDS}(?:这|那)?一?张?(?:表)?(?:的|为准|来说|里的)?(?:[,，](?:不是|不要|别看|不看|别拿|而不是|不用)(?:别的|其他|其它|另外的?)表(?:格|的|里的)?)?(?:[,，]?{_MUCH})?", "{hold}里{a}是多少"),
    (rf"{_LEAD}{_A}(?:今年|本年)?(?:给|下达?|批|分|拨|核定)(?:了|到|过|的)*(?:多少|几何)(?:指标|额度)", "{a}是多少"),
    (rf"{_LEAD}{_A}(?:这|那)(?:笔账|份钱|口子|头|摊子?)(?:今年|一年|要|得)*(?:开支|花销|开|花|用)?(?:{_MUCH}|多大|有多大)", "{a}是多少"),
    (rf"{_LEAD}(?:单|光)(?:说|讲|论|看){_A}[,，](?:今年|一共|总共)?{_MUCH}", "{a}是多少"),
    (rf"{_LEAD}{_A}(?:今年|全年)?(?:能|可以|可|一共)*(?:支配|动用|摊到?|分到?)(?:了)?(?:多少|几)(?:钱|经费|资金|万?元)?", "{a}是多少"),
    (rf"{_LEAD}{_A}(?:方面|上面?)?(?:一年|全年|今年)?的?(?:开支|花销|花费|开销)(?:是|有)?(?:多少|几)(?:钱|万?元?)?", "{a}是多少"),
    (rf"{_LEAD}有(?:没有)?{_A}(?:这一?[笔项块个])?(?:钱|经费|预算)?(?:吗|没有?)?[,，](?:要是|要|如果)?有(?:的话)?[,，]?(?:是|有)?{_MUCH}", "{a}是多少"),
    (rf"{_LEAD}{_A}(?:列没列|有没有列|安没安排|有没有)[,，](?:列|安排|有)了?{_MUCH}", "{a}是多少"),
    (rf"{_LEAD}除(?:了|去|开)?{_A}(?:之外|以外|外)?[,，]{_B}也(?:请|麻烦|帮我?|给我?)*(?:查|看|报|说|列|告诉)(?:一下|查|看|我)*[,，]?(?:都|各|分别)(?:是|有)?{_MUCH}", "{a}和{b}各是多少"),
    (rf"{_LEAD}(?:靠|从|由){_A}(?:进来|收进?|来|得到?|拿到?)(?:了)?{_MUCH}[,，](?:靠|从|由){_B}(?:进来|收进?|来|得到?|拿到?)(?:了)?{_MUCH}", "{a}和{b}各是多少"),
    (rf"{_LEAD}{_LIST}(?:这?[两三四]项)?的?(?:预算数|金额|数额|数)?(?:各|都|分别)(?:报|说|列|给)(?:一?个|一下|出来)?", "{list}各是多少"),
    (rf"{_LEAD}(?:每天|每日|一天)(?:平均|大约|差不多|大概)*(?:要|得)?(?:花|用)(?:在|到){_A}(?:上面?|里)?(?:的)?(?:是|有)?(?:多少|几)(?:钱|万?元)?", "{a}平均每天是多少"),
    (rf"{_LEAD}{_A}(?:少说|至少|起码|最少|怎么也)(?:也)?(?:得|该|应该)?(?:有|是|要){_MONEY}(?:吧|吗|了吧)?", "{a}达到{amount}吗"),
    # an amount that somebody has heard of
    (rf"{_TOLD}{_A}(?:花|用|列|拨|安排|编|支出)了?{_MONEY}[,，](?:有|确有|真有)(?:没有)?(?:这|此)(?:回|一)?(?:事|么回事)(?:儿|吗|么|没有?)*", "{a}是{amount}吗"),
    (rf"{_LEAD}(?:我)?(?:记得|印象中|印象里|好像|似乎|听说|据说)*{_A}(?:这一?[项笔块])?(?:预算|决算)?(?:数)?(?:好像|大概|应该|似乎|明明|真的|竟然|居然|怎么|才|就|只|就只|预算)*(?:定|写|列|编|安排)?(?:的|了)?(?:是|为|有|得有)?{_MONEY}(?:这么多|那么多|之多|而已|来着|这么少)?(?:[,，]?(?:不是|是|对|没错|没看错|没搞错|没弄错|是这样|属实)(?:吗|么|吧|不))?(?:[,，]?(?:请|麻烦)?(?:确认|核实|核对)(?:一下)?)?", "{a}是{amount}吗"),
    (rf"{_LEAD}{_A}(?:有|是)?{_MONEY}(?:一说|这个?说法|的说法|的传言)[,，]?(?:准|对|真|属实|可靠|可信)(?:不准|不对|不真|吗|么)?(?:确)?(?:吗|么)?", "{a}是{amount}吗"),
    (rf"{_LEAD}{_A}那?{_MONEY}[,，](?:表|文件|书面|预算)?(?:里|上|中)?(?:真)?(?:是)?(?:这么|这样)(?:写|列|印|编)的?(?:吗|么|吧)?", "{a}是{amount}吗"),
    (rf"{_LEAD}{_MONEY}[,，]?(?:这)?(?:是|就是|该是){_A}的(?:数|数字|金额|预算|钱)?(?:吗|么|吧|对吗|对吧)", "{a}是{amount}吗"),
    (rf"{_LEAD}{_LIST}(?:一共|总共|合计|加起来|共)(?:是|有|为)?{_MONEY}[,，]?(?:算|加|说)得?(?:对|准)(?:吗|么|不对|不准)?", "{list}一共是{amount}吗"),
    (rf"{_LEAD}{_A}(?:总)?(?:不会|不至于)(?:超|超过|突破|多过){_MONEY}(?:吧|了吧|吗)?", "{a}不超过{amount}吗"),
    (rf"{_LEAD}{_A}(?:怕是|恐怕|可能|估计)?(?:够不着|够不上|到不了|达不到|不到|没到|没有){_MONEY}(?:吧|吗|么)", "{a}低于{amount}吗"),
    (rf"{_LEAD}{_A}(?:怎么)?(?:得|该|应该|至少)?(?:冲过|突破|冲破|越过|超出|过){_MONEY}了?[,，]?(?:是|对)?(?:吗|么|吧)", "{a}超过{amount}吗"),
    (rf"{_LEAD}{_A}(?:得|该|应该)?有{_MONEY}(?:往上|开外|出头)(?:吧|吗|了吧)?", "{a}超过{amount}吗"),
    (rf"{_LEAD}{_A}(?:还)?(?:没|没有|不如|不及){_B}(?:高|多|大)(?:呢)?[,，]?(?:是|对)?(?:吗|么|吧|不对)", "{a}比{b}少吗"),
    (rf"{_LEAD}{_A}(?:能不能|能否|是否|能)?(?:够不够|够|抵得过|抵得上|抵得住|抵得了|抵上|覆盖得?了?|盖得住|盖得过|顶得上|顶得住|撑得起|满足)(?:支付|付|抵|覆盖|用于|给)?{_B}(?:的)?(?:了)?(?:吗|么|呢)?[,，](?:又|还)?(?:差|缺|少|多)(?:了|出)*{_MUCH}", "{a}比{b}多吗"),
    (rf"{_LEAD}{_A}(?:能不能|能否|是否|能)?(?:够不够|够|抵得过|抵得上|抵得住|抵得了|抵上|覆盖得?了?|盖得住|盖得过|顶得上|顶得住|撑得起|满足)(?:支付|付|抵|覆盖|用于|给)?{_B}(?:的)?(?:了)?(?:吗|么|呢)?", "{a}比{b}多吗"),
    (rf"{_LEAD}{_A}(?:花|用)(?:出去|掉|去)?的(?:钱)?比(?:当年|今年|本年)?(?:新)?(?:收|入账|进账)(?:进来|来|到|上来)?的(?:钱)?(?P<way>[多少])(?:出|了)*{_MUCH}", "{a}的支出比收入{way}多少"),
    (rf"{_LEAD}{_A}(?:当年|今年|本年|一年)?(?:花|用)(?:出去|掉|去)?的(?:钱)?比(?:当年|今年|本年)?(?:财政)?拨(?:款)?(?:进来|下来|过来|来|给)?的(?:钱)?(?P<way>[多少])(?:出|了)*{_MUCH}", "{a}的支出比{a}的财政拨款收入{way}多少"),
    (rf"{_LEAD}{_A}{_SHORT_OF_MONEY}[,，]{_GAP_ASKED}", "{a}的支出比收入多多少"),
    (rf"{_LEAD}{_A}(?:20\d\d年(?:度)?|当年|今年|本年|全年|一年)?的?(?:实际)?支出(?:超过|超出|多于|大于|高于|超)了?(?:当年|今年|本年|它|其)*的?(?:实际)?收入(?:的部分)?(?:了|是)*{_MUCH}", "{a}的支出比收入多多少"),
    (rf"{_LEAD}{_A}(?:20\d\d年(?:度)?|当年|今年|本年|全年|一年)?的?(?:实际)?收入(?:不及|少于|低于|小于|不如)(?:当年|今年|本年|它|其)*的?(?:实际)?支出[,，]?(?:又|还)?(?:差|少|缺)?(?:了|是)*{_MUCH}", "{a}的支出比收入多多少"),
    (rf"{_LEAD}{_A}的?(?:本年)?支出比(?:它|其|该项|自己|自身)(?:自己)?的?(?:本年)?{_B}(?P<way>[多少高低])(?:出|了)*{_MUCH}", "{a}的支出比{a}的{b}{way}多少"),
    (rf"{_LEAD}(?:预算(?:里面?|中))?(?:给|为)?{_A}(?:今年|本年)?(?:预?留|批|拨|排)(?:了)?(?:钱|款|经费)了?(?:没有?|吗|么)", "有没有安排{a}"),
    (rf"{_LEAD}{_A}(?:是不是)?(?:压根|根本|完全|一点)?(?:儿)?(?:就)?(?:没|没有|未)(?:列|安排|编|有)(?:吧|吗|么)", "没有{a}吗"),
    # several together, held against an amount
    (rf"{_LEAD}{_LIST}{_TOGETHER}(?:{_MUCH})?[,，]?{_OVER}{_MONEY}{_ASKS}", "{list}一共超过{amount}吗"),
    (rf"{_LEAD}{_LIST}{_TOGETHER}(?:{_MUCH})?[,，]?{_REACH}{_MONEY}{_ASKS}", "{list}一共达到{amount}吗"),
    (rf"{_LEAD}{_LIST}{_TOGETHER}(?:{_MUCH})?[,，]?{_BELOW}{_MONEY}{_ASKS}", "{list}一共低于{amount}吗"),
    (rf"{_LEAD}{_LIST}(?:这?[两二三四](?:项|个|笔|样))?的?(?:钱|开支|支出|经费)?{_EACH}[,，]?{_TOGETHER}(?:是不是|是否)?(?:等于|为|是)?{_MONEY}{_ASKS}", "{list}一共是{amount}吗"),
    (rf"{_TOLD}{_LIST}{_TOGETHER}{_MONEY}(?:{_CHECK})?", "{list}一共是{amount}吗"),
    (rf"{_TOLD}{_A}(?:是|有|为|共)+{_MONEY}(?:{_CHECK})?", "{a}是{amount}吗"),
    (rf"{_TOLD}{_A}(?:达到?|高达|有){_MONEY}(?:{_CHECK})?", "{a}达到{amount}吗"),
    (rf"{_TOLD}{_A}(?:超过?|突破|多于){_MONEY}{_CHECK}", "{a}超过{amount}吗"),
    (rf"(?:就算|即使|即便|哪怕|纵使)(?:把|将)?{_LIST}(?:全|都|全都)?{_UP}[,，]?(?:也|都|还)*{_SHORT_OF}{_MONEY}{_ASKS}", "{list}一共低于{amount}吗"),
    (rf"{_LEAD}{_PLUS}[,，]?{_OVER}{_MONEY}{_ASKS}", "{list}一共超过{amount}吗"),
    (rf"(?:就算|即使|即便|哪怕|纵使)?(?:再)?(?:加上?|算上|连上|带上|连同){_B}[,，]?{_A}(?:也|都|还)*{_SHORT_OF}{_MONEY}{_ASKS}", "{a}和{b}一共低于{amount}吗"),
    (rf"{_A}[,，]?(?:就算|即使|即便|哪怕|纵使)(?:再)?(?:加上?|算上|连上|带上|连同){_B}[,，]?(?:也|都|还)*{_SHORT_OF}{_MONEY}{_ASKS}", "{a}和{b}一共低于{amount}吗"),
    (rf"(?:再|要是|如果)*(?:加上?|算上|连上|带上|连同){_B}(?:的话)?[,，]?{_A}(?:就|也|会|要|是不是|是否)*(?:超过|突破|超出|过)了?{_MONEY}{_ASKS}", "{a}和{b}一共超过{amount}吗"),
    (rf"{_LEAD}{_PLUS}[,，](?:在)?(?P<whole>{NAME}|基本支出|项目支出)(?:里面?|里头|当?中)(?:一共|总共|合计)?{_MUCH}", "{whole}里{list}一共是多少"),
    # parts of wholes
    (rf"{_LEAD}(?:如果|要是|假如)?[把将]{_A}(?:也|都|一并)*(?:并|归|合|加|算|计)(?:到|入|进|在)(?:了)?{_B}(?:里面?|中|一起|里头)?(?:的话)?[,，](?:一共|合计|总共|合起来|加起来|就|会|能)*占(?:了|到)?{_C}的?{_SHARE}", "{a}和{b}合计占{c}的百分之几"),
    (rf"{_LEAD}{_A}占比(?:更|要)?(?:高|大|多)还是{_B}占比(?:更|要)?(?:高|大|多)[,，](?:各|分别)占{_C}的?{_SHARE}", "{a}和{b}各占{c}的百分之几"),
    (rf"{_LEAD}{_A}(?:和|与|跟|、){_B}(?:谁|哪一?个)的?占比(?:更|要)?(?:高|大|多)[,，](?:各|分别)占{_C}的?{_SHARE}", "{a}和{b}各占{c}的百分之几"),
    (rf"{_LEAD}每(?:100|一百|百)(?:元|块)(?:钱)?的?{_B}(?:里面?|当?中|里头)?[,，]?有?(?:多少|几)(?:元|块)(?:钱)?(?:是|花在|用在|给|归|属于)了?{_A}(?:的|上)?", "{a}占{b}的百分之几"),
    (rf"{_LEAD}{_B}(?:里面?|当?中|的)?[,，]?每(?:100|一百|百)(?:元|块)(?:钱)?(?:里面?|当?中|里头)?[,，]?{_A}(?:能|会|要|可)?(?:分|占|拿|花|用|摊)(?:到|了|去|掉|走)*(?:多少|几)(?:元|块)(?:钱)?", "{a}占{b}的百分之几"),
    (rf"{_LEAD}{_A}{_IN}{_COLUMN}比(?P<other>基本支出|项目支出)(?:还|要|更)*(?P<way>[多高大少低小])(?:出|了|上)*{_MUCH}", "{a}的{column}比{a}的{other}{way}多少"),
    (rf"{_LEAD}{_A}{_IN}(?:，|,)?{_COLUMN}(?:和|与|跟|同|、)(?P<other>基本支出|项目支出)(?:之间)?(?:相?差|差额|差距)(?:了|是)*{_MUCH}", "{a}的{column}和{a}的{other}相差多少"),
    (rf"{_LEAD}{_A}{_IN}基本支出(?:和|与|跟|、|[,，])项目支出(?:各自?|分别)占(?:了|到|比)?(?:多少|几成|{_SHARE})", "{a}的基本支出和项目支出各占百分之几"),
    # two things
    (rf"{_LEAD}{_A}(?:不如|没有?|赶不上|比不上|及不上){_B}(?:多|高|大)?[,，](?:又|究竟|到底)?(?:少|差|低)(?:了|出)?{_MUCH}", "{a}比{b}少多少"),
    (rf"{_LEAD}{_A}(?:和|与|跟|同|、){_B}(?:的)?(?:比|论|看|按|相比|比较|就)(?:一?[比下])?{_COLUMN}(?:的话)?[,，]?(?:哪一?[个项边]|谁|哪边)(?:的)?(?:更|要)?(?P<way>[多大高少小低])(?:一?些|一?点)?", "{a}的{column}和{b}的{column}哪个{way}"),
    (rf"(?:{_IF}|论|就|按|比|看){_COLUMN}(?:来?[说看讲算])?(?:这一?[块栏列项]|的话|一[栏项块])?[,，]?(?:是)?{_A}(?:更|要)?(?P<way>[多大高少小低])还是{_B}(?:更|要)?(?P=way)", "{a}的{column}和{b}的{column}哪个{way}"),
    (rf"{_IF}{_COLUMN}(?:这一?[块栏列项]|的话|一[栏项块])?[,，]?{_A}(?:和|与|跟|同|、|还是){_B}(?:哪一?[个项边]|谁|哪边)(?:的)?(?:更|要)?(?P<way>[多大高少小低])(?:一?些|一?点)?", "{a}的{column}和{b}的{column}哪个{way}"),
    (rf"{_IF}{_COLUMN}(?:这一?[块栏列项]|的话|一[栏项块])?[,，]?{_A}(?:和|与|跟|同|、){_B}(?:相?差|差额|差距)(?:了|是)?{_MUCH}", "{a}的{column}和{b}的{column}相差多少"),
    (rf"{_LEAD}{_A}(?:是不是|是否|有没有)?(?:比|较)(?:起)?{_B}(?:是不是|是否|有没有)?(?P<way>增加|增长|上升|提高|扩大|多|减少|下降|降低|缩小|少)(?:了|些|一些)*(?:吗|么|没有?|吧|对吗)", lambda said: f"{said['a']}{'低于' if said['way'][0] in '减下降缩少' else '超过'}{said['b']}吗"),
    # all rows below one, in order
    (rf"{_LEAD}(?:{_HOLDS}{_IN})?{_A}(?:项)?(?:下面?|之下|里面?|中|内)?(?:的)?(?:各个?|所有|全部|每个?)?的?(?P<level>[类款项])级?(?:支出)?(?:科目)?(?:支出)?的?[,，]?(?:按照?|依|以)?(?:金额|数额)?(?:的)?(?:大小|多少|高低)?(?:从|由)?(?P<way>[大多高小少低])到[大多高小少低](?:的)?(?:顺序|次序)?(?:来|给|都|依次)*(?:排[个一]?(?:列|序|队|名|下|出来|好)*|列(?:出来?|一下|示)?)(?:一下|出来|看看)*{_BESIDE}?", lambda said: f"{said['hold'] and said['hold'] + '里'}{said['a']}里金额最{'大' if said['way'] in '大多高' else '小'}的前20名{said['level']}级科目是哪些"),
    # how something moved from the year before
    (rf"{_LEAD}{_A}的?(?:比上年|较上年|同比)?的?{_RATE}(?:和|与|跟|同|、|比|还是){_B}的?(?:比上年|较上年|同比)?的?{_RATE}[,，]?(?:相比)?(?:哪一?[个项边]|谁)(?:的)?(?:更|要)?(?P<way>大|高|快|多|小|低|慢)(?:一?些|一?点)?", "{a}和{b}比上年的增长幅度哪个{way}"),
    (rf"{_LEAD}{_A}(?:今年|本年)?(?:一年(?:下来|到头)?|这一年|年度)*(?:总共|一共)?(?P<less>少|减|降|跌|缩)了(?:多少|几)(?:钱|万?元)?", "{a}比上年减少多少"),
    (rf"{_LEAD}{_A}(?:今年|本年)?(?:一年(?:下来|到头)?|这一年|年度)*(?:总共|一共)?(?P<more>多|增|涨|升)了(?:多少|几)(?:钱|万?元)?", "{a}比上年增加多少"),
    # how much of a budget was spent
    (
        rf"{_LEAD}{_A}(?:今年|本年|一年(?:下来|到头)?|总共|一共|究竟|到底)*多(?:花|用|支)(?:出|掉)*了(?:多少|几)(?:钱|万?元)?",
        "{a}的决算数比预算数多多少",
    ),
    (rf"{_LEAD}(?P<year>20\d\d年(?:度)?的?)?{_A}的?(?:这笔)?(?:钱|预算|资金|经费|额度)?(?:都|全部?|已经?|究竟|到底)*(?:花|用|支)(?:完|光|净)(?:了)?(?:没有?|吗|么|没完)", "{year}{a}的决算数占预算数的比例达到100%吗"),
    (rf"{_LEAD}{_A}的?(?:预算)?(?:批|给|安排|列|核)(?:定|下来)?了多少(?:钱)?[,，]?(?:又|最后|最终)?(?:实际|真正|到底|究竟)?(?:上)?(?:花|用|支出|执行)(?:了|掉)*(?:几成|百分之几|百分之多少)", "{a}的预算数是多少,决算数占预算数的比例是多少"),
    (rf"{_LEAD}{_A}的?(?:预算)?(?:执行|完成)(?:进度|率|情况)?(?:够不够|到没到|有没有(?:到|达到)|达没达到|是否达到|达到|到了?)(?P<part>\d+(?:\.\d+)?%)(?:了)?(?:吗|么|没有?)?", "{a}的决算数占预算数的比例达到{part}吗"),
    (rf"{_LEAD}{_A}(?:和|与|跟|同|、){_B}(?:谁|哪一?[个项边])(?:的)?(?:预算)?(?:执行|完成)(?:得|率|进度|情况)*(?:更|比较|要)*(?:好|高|快|到位)(?:一?些|一?点)?", "{a}和{b}哪个的预算完成率高"),
)  # fmt: skip
_RUN_ON = re.compile(
    rf"^{_LEAD}(?P<run>{NAME}{{3,}})(?=[,，这]|[三四五六]|合计|小计|总计|一共|总共|加|谁|哪)(?P<rest>.*)$"
)
_LAST_OF = re.compile(
    r"[,，]?(?:里面?|当?中)?(?:垫底|最后|末位|最末|倒数第一|(?:金额)?最[少小低])(?:的)?(?:一?[个项笔])?(?:是)?(?:哪一?[个项笔]|谁|什么|啥)"
)
_FIRST_OF = re.compile(
    r"[,，]?(?:里面?|当?中)?(?:打头|领头|榜首|排第一|第一|(?:金额)?最[多大高])(?:的)?(?:一?[个项笔])?(?:是)?(?:哪一?[个项笔]|谁|什么|啥)"
)
_SUBTOTAL = re.compile(
    r"(?:这)?[三四五六3-6](?:项|个|笔|样|科目)*的?(?:小计|合计数?|总数|之和)(?:是|有|为)?(?:多少)?(?:钱|万?元)?"
)
_IN_ORDER = re.compile(
    rf"{_LEAD}(?:按照?(?:金额|数额|预算|大小))?(?:从|由)(?P<way>[大多高少小低])到[大多高少小低][,，]?(?:给|把|将|对){_LIST}(?:这?[三四五六]项)?(?:排个?(?:队|序|名次|位)|排一?下|排排|排列?一?下?|列一?下)"
)


_SPENT_MOST = r"(?:花得|用得|花钱|用钱|采购得?|支出|金额|数额|占比|比重|占得|份额|规模|预算)*(?:的)?最(?P<most>多|大|高|少|小|低)的?(?:那)?(?:一?[类项种个笔块](?:采购|支出|开支)?|采购|支出|部分)?"
_EITHER = rf"(?P<list>{NAME}(?:(?:、|[,，]|和|与)?{NAME})*[,，]?还是(?:在|是)?{NAME})(?:上面?|方面|类)?"
_WHOLE_FIRST = rf"{_LEAD}(?P<year>20\d\d年(?:度)?的?)?(?:(?P<hold>{TABLE}){_IN}|(?P<whole>{NAME})(?:预算|支出)?{_IN}|(?:采购|全部|所有|各项|全年|今年)*的?(?:预算|支出|开支|费用|花销|收入)*{_IN})?"
_EACH_MOST = r"(?:采购)?(?:花得|用得|花钱|用钱|金额|数额|占比|占得)*(?:更|要)?"
_MOST_OF_SEVERAL = (
    re.compile(rf"{_WHOLE_FIRST}{_SPENT_MOST}(?:就)?是{_EITHER}(?:呢)?"),
    re.compile(
        rf"{_WHOLE_FIRST}{_SPENT_MOST}(?:就)?是(?P<list>{NAME}(?:(?:、|[,，]|和|与){NAME})+)(?:里面?|之?中|当中)?的?(?:哪一?[类项种个笔块]|谁)(?:呢)?"
    ),
    re.compile(rf"{_WHOLE_FIRST}{_EITHER}{_SPENT_MOST}(?:呢)?"),
    re.compile(
        rf"{_WHOLE_FIRST}(?:是)?(?P<list>{NAME}{_EACH_MOST}(?P<most>多|大|高|少|小|低)(?:一?些|一?点)?[,，]?还是{NAME}){_EACH_MOST}(?P=most)(?:一?些|一?点)?(?:呢)?"
    ),
    re.compile(
        rf"{_WHOLE_FIRST}(?P<most>主要|大头|大部分|多数)(?:的?钱)?(?:都|是)*(?:花|用|投)(?:在|到|于|给)了?{_EITHER}(?:呢)?"
    ),
)

_AND_HOW_MUCH = re.compile(
    r"[,，](?:那么?|它|又|一共|总共|具体|到底|究竟|金额|数额|各)*(?:是|有|为|花|用|要|采购|支出)*(?:了|掉)?(?:多少|几)(?:钱|万?元)?$"
)
"""How much it is, which is told with which one it is."""


def _most_of_several(masked: Masked, table: str) -> str:
    """最多的是甲、乙还是丙, 主要花在甲、乙还是丙上: 甲、乙和丙哪个最多, within the whole that it names; of procurement the names of
    its kinds say so already."""
    text = _AND_HOW_MUCH.sub("", masked.text)
    m = next((m for frame in _MOST_OF_SEVERAL if (m := frame.fullmatch(text)) is not None), None)
    if m is None:
        return ""
    names = masked.each(m["list"])
    whole = masked.shown(m["whole"] or "")
    bought = whole.startswith("政府采购") and all(name.startswith("政府采购") for name in names)
    whole = "" if bought or any(name.startswith(whole) for name in names) else f"{whole}里"
    held = f"{table}里" if m["hold"] else whole
    which = "少" if m["most"] in {"少", "小", "低"} else "多"
    most = f"哪个{which}" if len(names) == _PAIR else f"哪个最{which}"
    return f"{m['year'] or ''}{held}{'、'.join(names[:-1])}和{names[-1]}{most}"


_PAIR = 2
ON_WHICH_ROWS = r"(?:又|都|全|具体|分别|各|主要|到底|究竟|是|的|[,，])*(?:[用花投列]|安排|支出)(?:在|到|于|给|往)?了?(?:哪(?:一|些|几|[两二三四五六\d])?(?:个|项|条)?|什么|啥)(?P<level>[类款项]级?)?(?:的)?(?:支出)?(?:科目|分类)(?:里面?|上面?|下面?|名下|中)?了?(?:[,，](?:金额|数额|又)?(?:各自?|分别|都|每一?[项个笔])?(?:是|有|为|用|花)*了?(?:多少|几)(?:钱|万?元)?)?(?:呢)?"
"""Words that ask under which rows money is spent."""
_WHERE_TO = r"(?:(?:又|都|全|具体|分别|主要|到底|究竟|最后|是|的|[,，])*(?:[用花投]|安排|支出)(?:在|到|于|给|往)了?(?:哪(?:些|几个)?|什么|啥|何)(?:地方|去处|方面|处|里|儿)(?:上面?)?(?:去)?了?(?:呢)?|(?:都|又|具体|主要|一共|是|的|[,，])*分(?:成|为|作)?了?哪(?:几|些|[两三四五])(?:路|块|摊|条线|个方向|部分|方面)(?:来|去)?(?:使?用|花|支出)?了?(?:[,，](?:各自?|分别)(?:是|有|为|用了?|花了?)?多少(?:钱|万?元)?)?(?:呢)?)"
"""Words that ask where the money of a row goes: the rows under it tell that by their names."""
_GOES_WHERE = re.compile(rf"{_LEAD}(?P<of>[^,，?？]{{3,16}}?)(?:里面?|中)?(?:的?(?:钱|资金|经费))?{_WHERE_TO}")
_KIND_ON_ROWS = re.compile(
    rf"(?P<year>20\d\d年(?:度)?的?|[今本全]年的?)?(?P<kind>政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?的?(?:支出|资金|钱|预算)*(?:里面?|中)?{ON_WHICH_ROWS}"
)
_ROW_ON_ROWS = re.compile(rf"{_LEAD}{_A}(?:里面?|中)?(?:的?(?:钱|资金|经费))?{ON_WHICH_ROWS}")


def _has_rows(name: str, view: View) -> bool:
    """Whether what one name names by code is one row, and rows stand under it."""
    name = re.sub(r"的?(?:钱|资金|经费|支出)$", "", name)
    own = sorted({f.code for f in view.figures if f.code and any(name in n for n in f.names)}, key=len)
    whole = own[0] if own and all(code.startswith(own[0]) for code in own) else ""
    return bool(whole) and any(f.code != whole and f.code.startswith(whole) for f in view.figures)


def _where_it_goes(text: str, view: View) -> str:
    """彩票公益金用到什么地方去了: which rows stand under it; empty where none do, it names more than one row, or the notes say what it is
    for."""
    m = _GOES_WHERE.fullmatch(text)
    if m is None or not _has_rows(m["of"], view) or _said_what_for(m["of"], view):
        return ""
    return f"{m['of']}有哪些科目，各是多少"


def _said_what_for(name: str, view: View) -> bool:
    """Whether a paragraph speaks of what the money of a row is for."""
    told = (folded(p.text) for p in view.disclosure.paragraphs)
    return any(re.search(rf"{re.escape(name)}[^。;；]{{0,40}}(?:主要)?用于", text) is not None for text in told)


_YEARS = r"(?:20\d\d年(?:度)?|当年|今年|本年|全年|一年|这一年)?度?的?"
_ITS = r"(?:它|其|自己|自身|该项|同年|当年|本年|今年)*的?"
_WHETHER = r"(?:是不是|是否|有没有|会不会|到底|究竟|难道)?(?:要|还|都|已经?)*"
_MORE_OR_LESS = r"(?P<than>比|大于|高于|多于|超过|超出|超|小于|低于|少于|不及|没有?|不如)了?"
_SIDES_HELD = re.compile(
    rf"{_LEAD}{_A}{_YEARS}(?:实际)?(?P<x>支出|收入){_WHETHER}{_MORE_OR_LESS}{_ITS}(?:实际)?(?P<y>支出|收入)(?:还|要|更)*(?P<way>[多高大少低小])?(?:一?些|一?点)?(?:了)?[,，]?(?:是|对)?(?:吗|么|吧|没有?|不对|不是|对不对|是不是)?"
)
_SIDES_DONE = re.compile(
    rf"{_LEAD}{_A}{_YEARS}(?:花|用|支)(?:出去?|掉|去|了)*的(?:钱)?{_WHETHER}(?P<than>比){_ITS}(?:收|进|来|到手|入账|进账)(?:进来?|上来|到|来|了|账)*的(?:钱)?(?:还|要|更)*(?P<way>[多高大少低小])(?:一?些|一?点)?(?:了)?(?:吗|么|吧|没有?)"
)
_WHICH_SIDE = re.compile(
    rf"{_LEAD}{_A}{_YEARS}[,，]?(?:是)?(?P<x>支出|收入)(?:更)?(?:(?P<way>[多高大少低小])(?:一?些|一?点)?[,，]?还是(?P<y>支出|收入)(?:更)?(?P=way)|(?:和|与|跟|同|、)(?P<z>支出|收入)(?:相比|比)?[,，]?(?:哪一?[个边方项]|谁)(?:更|要)?[多高大少低小])(?:一?些|一?点)?(?:呢)?"
)
_SIDES_EVEN = re.compile(rf"{_LEAD}{_A}{_YEARS}(?P<b>{NAME})与(?P<c>{NAME})是否一致(?:吗|呢)?")
_LESS = frozenset("少低小")
_NOT_AS_MUCH = frozenset(("没", "没有", "不如"))


def _sides_of_row(masked: Masked, view: View) -> str:
    """博物馆当年的支出比收入多吗, 收入多还是支出多, 收支相抵吗: what one row has in the table of spending, held against what it has in
    that of income; empty where a question is of anything else."""
    if (m := _SIDES_EVEN.fullmatch(masked.text)) is not None:
        sides = {masked.shown(m["b"]), masked.shown(m["c"])}
        if sides != {"收入总计", "支出总计"}:
            return ""
        row = masked.shown(m["a"])
        both = {f.table for f in view.vocabulary.get(row, ())} >= {Kind.INCOME, Kind.EXPENDITURE}
        return f"{row}的支出和收入一样多吗" if both else f"{row}支出超过收入了吗"
    if (m := _WHICH_SIDE.fullmatch(masked.text)) is not None:
        same = m["x"] == (m["y"] or m["z"])
        return "" if same else f"{masked.shown(m['a'])}的支出比收入多多少"
    if (m := _SIDES_HELD.fullmatch(masked.text) or _SIDES_DONE.fullmatch(masked.text)) is None:
        return ""
    sides_named = m.groupdict()
    one, other = sides_named.get("x") or "支出", sides_named.get("y") or "收入"
    than, way = m["than"], m["way"] or ""
    if one == other or ((than == "比") is not bool(way) and than not in _NOT_AS_MUCH):
        return ""
    less = than in {"小于", "低于", "少于", "不及", *_NOT_AS_MUCH} or way in _LESS
    if than in _NOT_AS_MUCH and way in _LESS:
        return ""
    first, second = (other, one) if less else (one, other)
    return f"{masked.shown(m['a'])}{first}超过{second}了吗"


def _on_which_rows(text: str) -> str:
    """政府性基金预算支出用在哪两个项级科目上: the rows of the table of that kind of money, the lowest of them where no level is named."""
    m = _KIND_ON_ROWS.fullmatch(text)
    if m is None:
        return ""
    return f"{m['year'] or ''}{m['kind']}预算支出表里有哪些{(m['level'] or '项')[0]}级科目，各是多少"


_MOVED_ROWS = re.compile(
    r"(?P<of>[^,，]{2,20}?)(?:里面?|之?中|当中)?[,，]?(?:有没有|有无|是否有|存不存在|是否存在)(?:哪些|什么|哪一?个)?(?P<than>比(?:上一?年|去年|20\d\d年)(?:度)?(?:的)?(?:预算执行数|执行数|预算数?|决算数?)?)(?P<way>减少|下降|降低|压减|增加|增长|上升|提高)了?的(?P<level>[类款项]级)?(?:支出)?科目(?:[,，](?:如?果?有的话[,，]?)?(?:分别|都)?(?:是|有)?(?:哪一?[个些项几]个?|什么)(?:科目)?)?(?:[,，]?(?:又|各|分别|具体)*(?:减少?|下?降|增加?|增长|上?涨|少|多|变化|变动)了?(?:多少|几)(?:钱|万?元)?)?(?:吗|呢)?"
)
"""Whether any rows went up or down, and which, and by how much: which ones did tells all of it."""


_HALVES_OF_ROW = re.compile(
    r"(?P<row>[\u4e00-\u9fff]{2,18}支出)的(?P<one>人员经费|公用经费)(?P<join>比|和|与|跟|同)(?P<other>人员经费|公用经费)(?=(?:还|要|更)*[多高大少低小](?:出|了)*(?:多少|几)|(?:之间)?(?:的)?(?:相?差|差额|哪|谁))"
)


def _of_one_row(text: str, view: View) -> str:
    """某类支出的公用经费比人员经费多多少: both of that row, where it has them, and not of the whole for the second."""

    def of_it(m: re.Match[str]) -> str:
        rows = [n for n in view.vocabulary if m["row"].endswith(n)]
        row = max(rows, key=len, default="")
        heads = any(m["other"] in f.columns for f in view.vocabulary.get(row, ()))
        return f"{m['row']}的{m['one']}{m['join']}{row}的{m['other']}" if heads else m[0]

    return _HALVES_OF_ROW.sub(of_it, text)


def phrased(text: str, view: View) -> str:
    """A folded question that one of these frames fits, in plain words; any other as it is."""
    text = _of_one_row(text, view)
    text = the_two_by_name(text, view)
    bare = text.rstrip("?？。.!！")
    if rows := _on_which_rows(bare) or _where_it_goes(bare, view):
        return rows
    if (m := _MOVED_ROWS.fullmatch(text.rstrip("?？。.!！"))) is not None:
        return f"{m['of']}{m['than']}{m['way']}的{m['level'] or ''}科目有哪些"
    if (m := _END_TO_BEGINNING.fullmatch(bare)) is not None and m["end"] != m["other"]:
        first = f"{m['before']}年{m['end']}{m['it']}"
        way = "低于" if m["way"][0] in "减下降缩少" else "超过"
        return f"{first}{way}{m['before']}年{m['other']}{m['it']}吗"
    parts = into_parts(text)
    if parts is not None and parts.shares and _BASIC.fullmatch(parts.of):
        return f"人员经费和公用经费各占{parts.of}的百分之几"
    if row := _all_of_row(text.rstrip("?？。.!！"), view):
        return row
    asked = masked_with_table(text.rstrip("?？。.!！"), view)
    if asked is None:
        return text
    masked, table = asked
    if (run := _run_on(masked)) or (run := _in_order(masked)) or (run := _most_of_several(masked, table)):
        return run
    if not table and (held := _sides_of_row(masked, view)):
        return held
    if (m := _ROW_ON_ROWS.fullmatch(masked.text)) is not None:
        return f"{masked.shown(m['a'])}有哪些{(m['level'] or '')[:1]}{'级' if m['level'] else ''}科目，各是多少"
    for frame, told in _FRAMES:
        m = frame.fullmatch(masked.text)
        if m is None or len(set(masked.names)) < len({v for v in m.groupdict().values() if v and re.match(NAME, v)}):
            continue
        said = {k: _shown(masked, v or "", table) for k, v in m.groupdict().items()}
        return told.format(**said) if isinstance(told, str) else told(said)
    return text


_END_TO_BEGINNING = re.compile(
    r"(?P<before>[^,，年]{0,12}?)年(?P<end>[初末])的?(?P<it>[^,，比较]{2,12}?)(?:是不是|是否|有没有)?(?:比|较)(?:起)?年(?P<other>[初末])(?:时|数)?(?:的?(?P=it))?(?:是不是|是否|有没有)?(?:有所|要|还)*(?P<way>增加|增长|上升|提高|扩大|多|减少|下降|降低|缩小|少)(?:了|些|一些)*(?:吗|么|没有?|吧|对吗)?"
)
"""Whether what there is at the end of the year is more than what there was at its beginning, where the thing is said once."""
_BASIC = re.compile(r"(?:20\d\d年(?:度)?的?)?(?:一般公共预算(?:财政拨款)?)?基本支出")
"""What is made of staff and running costs, and has no rows of its own below it."""
_ALL_OF_ROW = re.compile(
    r"(?P<row>[^,，]{2,24}?)的?支出的?(?P<kind>预算|决算)的?(?:合计数?|总数|总额|总计)(?:数|金额)?(?:是|为|有)?(?:多少|几)?(?:钱|[万亿]?元)?"
)


def _all_of_row(text: str, view: View) -> str:
    """某项的支出预算合计数是: all that one row has, and not what all of them come to."""
    m = _ALL_OF_ROW.fullmatch(text)
    if m is None or (m["kind"] == "决算") is not (view.disclosure.meta.kind == "final"):
        return ""
    coded = any(f.code and not f.is_fact for f in view.vocabulary.get(m["row"], ()))
    return f"{m['row']}的支出合计是多少" if coded else ""


def masked_with_table(text: str, view: View) -> tuple[Masked, str] | None:
    """A question with names masked, and its one table too; None where it names nothing, or several tables."""
    tables = [(s, e) for s, e, name in scopes_in(text) if name != TABLES and not name.startswith("narrative")]
    if len(tables) > 1:
        return None
    table = text[tables[0][0] : tables[0][1]] if tables else ""
    plain = text.replace(table, "\ue3fd" * len(table), 1) if table else text
    asked = named_in(plain, view)
    columns = [name for name in asked.names if name in _COLUMNS]
    shown = re.sub(NAME, lambda m: name if (name := asked.shown(m[0])) in _COLUMNS else m[0], asked.text)
    if len(columns) == len(asked.names) and not table:
        return None
    return Masked(re.sub("\ue3fd+", TABLE, shown), asked.names), table


_COLUMNS = frozenset(("基本支出", "项目支出"))


def _shown(masked: Masked, part: str, table: str) -> str:
    if re.search(rf"{NAME}", part) and len(part) > 1:  # a list
        names = [masked.shown(c) for c in part if re.match(NAME, c)]
        return f"{'、'.join(names[:-1])}和{names[-1]}"
    return table if part == TABLE else masked.shown(part)


def _run_on(masked: Masked) -> str:
    """甲乙丙三项小计, 甲乙丙，垫底的是哪个: three names or more with nothing between them; empty where nothing known is asked."""
    m = _RUN_ON.match(masked.text)
    if m is None:
        return ""
    names = [masked.shown(c) for c in m["run"]]
    things = f"{'、'.join(names[:-1])}和{names[-1]}"
    if _SUBTOTAL.fullmatch(m["rest"]):
        return f"{things}合计是多少"
    if _LAST_OF.fullmatch(m["rest"]):
        return f"{things}哪个最少"
    return f"{things}哪个最多" if _FIRST_OF.fullmatch(m["rest"]) else ""


def _in_order(masked: Masked) -> str:
    """按金额从高到低给甲、乙、丙排个队."""
    m = _IN_ORDER.fullmatch(masked.text)
    if m is None:
        return ""
    return f"{_shown(masked, m['list'], '')}从{'多到少' if m['way'] in '大多高' else '少到多'}怎么排"
