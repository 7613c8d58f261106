"""Questions over a library in everyday words, in the plain ones that rules read: two bodies held against one another (甲超出乙多少,
谁更省), one among all (里头甲一家占多少), all of them ranked, counted or averaged (排行榜, 平均一家多少)."""

from __future__ import annotations

import re

from qa.documents.catalog import Catalog
from qa.surveys.bodies import BODY, masked
from qa.surveys.idioms import NUMBER, SO_MANY
from qa.surveys.put_in_order import put_in_order

_ITEM = r"(?:(?!多少|几|哪|谁|最|吗|是否|是不是|分别|比(?!重(?!点)|例)|[多少]安排)[^,，:：?？。;；\0]){2,30}?"
_KIND = r"(?:单位|部门|机构)"
_WHO = rf"(?:到底|究竟)?是?(?:谁家?|哪(?:一)?(?:家|个|方|边){_KIND}?)"
_TWO = (
    rf"{BODY}(?:[和与跟同及、,，]|以及|还是){BODY}(?:这?(?:[两2](?:家|个|者)|俩)?{_KIND}?)?"
    r"(?:之间|里面?|里头|中|当中|相比|比较|比一比)?[,，]?"
)
_OF_KIND = rf"(?:这|那)?{NUMBER}(?:家|份|个)(?:编制?|做)?(?:预算|决算)(?:{_KIND}|文件)?"
"""So many bodies that publish one kind of document (四家预算单位)."""
_EVERY = rf"{_OF_KIND}|{SO_MANY}|这些{_KIND}|这?几家{_KIND}?"
_ALL = rf"(?P<all>{_EVERY})"
_SUM = r"(?:总额|合计|总和|总量|总数|加总|加起来|之和)"
_WITHIN = r"(?:里面?|里头|中|当中|之中)"
_END = r"(?:一?些|一?点)?(?:呢|呀|啊)?[?？。]*$"
_MUCH = r"有?(?:多少|几何)(?:钱|万元|亿元|元|万|块钱)?(?:呢|呀|啊)?[?？。]*$"
_MUCH_BARE = r"(?:多少|几何)(?:钱|万元|亿元|元|万|块钱)?"
_PART = r"(?:多少(?:的?(?:比例|比重|份额|百分比))?|几成|百分之(?:几|多少)|比(?:是|有|为)?(?:多少|多大)|(?:多大)?的?(?:比例|比重|份额|百分比)(?:是|有)?(?:多少|多大)?)(?:呢)?[?？。]*$"
_LEAD = r"^(?:请问|请|麻烦|帮我|帮忙|我?想问(?:一下)?)*"
_OVER = r"(?:超出|超过|高出|高过|高于|多过|多出|多于|大于|领先于?)了?"
_UNDER = r"(?:低于|少于|小于|不及|落后于?)了?"
_SPENT = r"(?:安排|列支?|编列?|花|用|投入?|拿|掏|支出?|收入?|给)"
_YEARS = r"(?:20\d\d年)"
_THRIFT = r"(?:更|最|比较|较)?(?P<way>舍得|大方|阔绰|省钱?|节约|节俭|节省|抠门?)(?:花钱?|投钱?|投入|掏钱)?"

_MORE_BY = r"(?:[,，?？]+(?:又|要)?(?:[多高大少低小][出了]*|(?:相|之间)?差(?:距|额|了|是|有)*)(?:多少|几何|几|多大)(?:钱|万元|亿元|元|辆|台|套|个)?)?"
_TABLE = r"(?:[。?？,，;；]+(?:两家)?都?(?:按照?|看|用|以|取)(?P<table>[\u4e00-\u9fff]{2,10}表)(?:[(（][^()（）]{2,14}表[)）])?的?(?:合计|总计)?(?:数|栏|列|口径)?(?:为准|来?算|来看)?)?"
_OWN = rf"{BODY}的?(?P<x>{_ITEM})(?P<k>预算|决算)(?:数|额|安排数)?[,，]?"
_OTHERS = rf"{BODY}的?(?P<y>(?P=x)的?)?(?!(?P=k))(?P<l>预算|决算)(?:数|额|安排数)?"
"""One body's amount of one kind of document, and another's of the other."""

Form = tuple[re.Pattern[str], str]

_OF_TWO: tuple[Form, ...] = (
    (
        re.compile(
            rf"{_LEAD}(?P<x>{_ITEM})(?:这(?:一)?[项块])?[,，:：]{BODY}(?:再)?加上?{BODY}(?:的)?(?:一共|总共|合计|共|等于)*(?:是|有|为)?{_MUCH}"
        ),
        "{0}和{1}的{x}合计是多少",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:与|跟|和|同|比|较)(?:各自|自己)?的?(?:上一?年度?|去年|前一年)的?(?P<k>预算|决算)?数?(?:相?比(?:较|起来)?)?[,，]{_TWO}的?(?P<x>{_ITEM})[,，]?(?:一[升增涨高降减跌]一[升增涨高降减跌低]|有[升增涨]有[降减跌])?[,，]?(?:增减|变化|变动|升降|涨跌)?(?:的)?(?:幅度|比例|百分比)(?:分别|各自?|都)*(?:是|为|有)?(?:几|多少|多大|百分之几){_END}"
        ),
        "{0}和{1}的{x}比上年{k}分别增减百分之几",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:(?:论|要论|说到|单看|要说)?(?P<x>{_ITEM})(?:这(?:一)?[项块]|方面|来说|来看)?[,，]{BODY}比{BODY}|{BODY}的?(?P<y>{_ITEM})比{BODY})(?:是|要)?(?:[多高大]还是[少低小]|[少低小]还是[多高大])(?:[,，?？]+(?:又|要)?(?:[多少高低]|(?:相|之间)?差(?:距|额|了|是|有)*)(?:出|了)*{_MUCH_BARE})?{_END}"
        ),
        "{0}的{x}比{1}多多少",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:把)?{_TWO}的?(?:公务用车|公车|车辆|车)(?:数量?)?[,，]?(?:都|各自?|分别|逐一)*(?:(?:是|有)?多少(?:辆)?|(?:列|说|报|写)(?:一下|出来|出)*){_END}"
        ),
        "{0}和{1}分别有多少辆车",
    ),
    (
        re.compile(
            rf"{_LEAD}[把将拿]?{_TWO}(?:放(?:在)?一起|放(?:到)?一块儿?|摆在一起|对照(?:着)?|拿来)*(?:相?比(?:一比|较)?|对比|看)(?:一下)?[,，:：](?:论|看)?(?P<x>{_ITEM})[,，]?{_WHO}的?(?:更|要|比较)?(?P<way>[多高大少低小])(?:一?些|一?点)?{_MORE_BY}{_END}"
        ),
        "{0}和{1}的{x}，谁{way}？{way}多少？",
    ),
    (
        re.compile(
            rf"{_LEAD}{BODY}的(?P<x>{_ITEM})(?:是不是|是否)?(?P<way>{_OVER}|{_UNDER}){BODY}的(?P<z>(?!{_YEARS}|[^,，?？]*(?:倍|一半|成(?!本)|分之|平均)){_ITEM})(?:[,，]?(?:吗|么|对吗|对不对|是吗|是不是))[?？。]*$"
        ),
        "{0}的{x}比{1}的{z}{way}吗",
    ),
    (
        re.compile(
            rf"{_LEAD}{_TWO}(?:里面?)?都(?:有|设|列|安排)了?(?P<p>[“\"]?[^,，?？]{{3,24}}?[”\"]?)(?:这一?个?项目)?[,，](?P<x>{_ITEM})(?:(?:相)?差(?:了|距|额|是|有)*|谁[多高大]?[,，]?(?:[多差]出?)){_MUCH}"
        ),
        "{0}和{1}的{p}{x}差多少",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:比较|对比|比一比|比比|[把将拿])(?:一下|看看)?{_TWO}的?(?P<x>{_ITEM})(?:(?:来)?(?:比一比|比比|比较|对比)(?:一下)?)?[,，?？:：]+(?:看看?)?{_WHO}的?(?:更|要|比较)?(?P<way>[多高大少低小])(?:一?些|一?点)?{_MORE_BY}{_END}"
        ),
        "{0}和{1}的{x}，谁{way}？{way}多少？",
    ),
    (
        re.compile(
            rf"{_LEAD}[把将拿]?{_OWN}(?:(?:比|较){_OTHERS}[,，]?[要还]?(?P<way>[高多大少低小]|超出|节约|节省)(?:出|了|来)*{_MUCH_BARE}|(?:超过|超出|高出|多出|减去?|减掉)了?{_OTHERS.replace('<y>', '<v>').replace('<l>', '<n>')}[,，]?(?:的部分)?(?:等于|得|是|为|有)*{_MUCH_BARE}|(?:[和与跟同]|以及){_OTHERS.replace('<y>', '<z>').replace('<l>', '<m>')}[,，]?(?:之间)?(?:相比|比较(?:一下)?|比一比|对比(?:一下)?)?[,，]?的?(?:{_WHO}的?更?[高多大少低小](?:一?些|一?点)?{_MORE_BY}|(?:相差|差距|差额|差)(?:了|是|有|距|额)*(?:{_MUCH_BARE}|多大)))(?:呢)?{_TABLE}[?？。]*$"
        ),
        "{0}{k}的{table}{x}比{1}{l}{way}多少",
    ),
    (
        re.compile(rf"{_LEAD}{_OWN}(?:是|为|相当于|等于){_OTHERS}的?(?:几|多少)倍{_TABLE}[?？。]*$"),
        "{0}{k}的{table}{x}是{1}{l}的几倍",
    ),
    (
        re.compile(
            rf"{_LEAD}{_OWN}(?:是不是|是否)?(?:要)?(?:(?:比|较){_OTHERS}[,，]?(?:要|还要?)?(?P<way>[高多大少低小])|(?P<held>超出|超过|高出|高过|高于|多过|多出|多于|大于|低于|少于|小于|不及|不如)了?{_OTHERS.replace('<y>', '<z>').replace('<l>', '<m>')})(?:[,，]?(?:吗|对吗|对不对|是吗|么))?{_TABLE}[?？。]*$"
        ),
        "{0}{k}的{table}{x}比{1}{l}{way}吗",
    ),
    (
        re.compile(rf"{_LEAD}(?:在|论)?(?P<x>{_ITEM})(?:上面?|方面)[,，]?{_TWO}{_WHO}{_THRIFT}{_END}"),
        "{0}和{1}的{x}谁{way}",
    ),
    (re.compile(rf"{_LEAD}{_TWO}{_WHO}在(?P<x>{_ITEM})(?:上面?|方面){_THRIFT}{_END}"), "{0}和{1}的{x}谁{way}"),
    (re.compile(rf"{_LEAD}{_TWO}{_WHO}{_THRIFT}(?P<x>{_ITEM}){_END}"), "{0}和{1}的{x}谁{way}"),
    (
        re.compile(
            rf"{_LEAD}{_TWO}的?(?P<x>{_ITEM})(?:更|较|比较|最)?(?P<way>[多高大少低小])(?:一?些|一?点)?的(?:那?一?[家个]{_KIND}?)?是?{_WHO}{_END}"
        ),
        "{0}和{1}的{x}谁{way}",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:(?P<x>{_ITEM})(?:这(?:一)?[项块])?[,，]{BODY}|{BODY}的?(?P<y>{_ITEM}))(?P<way>{_OVER}|{_UNDER}){BODY}(?:的?(?P=y))?{_MUCH}"
        ),
        "{0}的{x}比{1}{way}多少",
    ),
    (
        re.compile(
            rf"{_LEAD}{BODY}的?(?P<x>{_ITEM})(?:减去?|减掉|扣除|扣去|刨去){BODY}(?:的?(?P=x))?(?:等于|得|是|为|还|剩)*{_MUCH}"
        ),
        "{0}的{x}比{1}多多少",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:相对于?|相较于?|较之|比起|[比与跟和同较]){BODY}(?:相?比(?:起来)?|来说|而言|来看)?[,，]{BODY}的?(?P<x>{_ITEM})[要还]?(?P<way>[高多大少低小]|超出)(?:出|了|来)*{_MUCH}"
        ),
        "{1}的{x}比{0}{way}多少",
    ),
    (
        re.compile(
            rf"{_LEAD}{BODY}的?(?P<x>{_ITEM})(?:有没有|有|达到了?|赶得?上){BODY}的?(?P<y>(?P=x))?(?:那么|这么|那样)?(?P<way>[多高大])(?:吗|么)?{_END}"
        ),
        "{0}的{x}比{1}{way}吗",
    ),
    (re.compile(rf"{_LEAD}{BODY}比{BODY}(?P<way>[多少]){_SPENT}了?(?P<x>{_ITEM}){_MUCH}"), "{0}的{x}比{1}{way}多少"),
    (
        re.compile(rf"{_LEAD}{BODY}比{BODY}(?P<way>[多少])了?(?:几|多少)(?P<unit>[辆台套])(?P<x>{_ITEM}|车){_END}"),
        "{0}的{x}比{1}{way}几{unit}",
    ),
    (
        re.compile(
            rf"{_LEAD}[把将]{_TWO}的?(?P<x>{_ITEM})(?:都|全部?|各自|一起|一并)+(?:列|说|报|写|摆|念|给)(?:出来?|上来|给我|一下)*(?:看一?看|看一下|我看看?|对比一下)?{_END}"
        ),
        "{0}和{1}的{x}分别是多少",
    ),
    (
        re.compile(
            rf"{_LEAD}按照?(?P<whole>{_ITEM})来?(?:计算|算|看)[,，]{_TWO}的?(?P<x>{_ITEM})(?:的)?(?:占比|比重|比例)(?:分别|各自?|都)(?:是|有|为)?(?:多少|多大){_END}"
        ),
        "{0}和{1}的{x}占{whole}的比重分别是多少",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:(?P<x>{_ITEM})[,，]{BODY}|{BODY}的?(?P<y>{_ITEM}))(?:是不是|是否)[要更]?(?P<way>高过|多过|大过|胜过|少过|低过|不如|不及|[高多大少低小]于){BODY}(?:的?(?P=y))?{_END}"
        ),
        "{0}的{x}比{1}{way}吗",
    ),
    (
        re.compile(
            rf"{_LEAD}{BODY}的?(?P<x>{_ITEM})(?P<way>(?<!有)没有?|不如|不及|赶不上|比不上){BODY}的?(?:这么|那么)?[多高大](?:[,，]?(?:吗|对吗|对不对|是吗|是不是|对吧))?{_END}"
        ),
        "{0}的{x}比{1}少吗",
    ),
    (re.compile(rf"{_LEAD}{BODY}的?(?P<x>{_ITEM})有没有{BODY}的?(?:这么|那么)?[多高大]{_END}"), "{0}的{x}比{1}多吗"),
    (
        re.compile(
            rf"{_LEAD}{BODY}的?(?P<x>{_ITEM})(?:要|还|需要?|得)*再?[加添增多](?:加|上)?{_MUCH_BARE}才?能?(?:赶上|追上|赶得上|追平|够得上|达到){BODY}(?:的水平)?{_END}"
        ),
        "{0}的{x}比{1}少多少",
    ),
    (
        re.compile(rf"{_LEAD}(?P<x>{_ITEM})[,，:：]{BODY}对{BODY}[,，]?(?P<way>[高多大少低小])(?:出|了)*{_MUCH}"),
        "{0}的{x}比{1}{way}多少",
    ),
    (
        re.compile(
            rf"{_LEAD}{BODY}的?(?P<x>{_ITEM})(?:除以{BODY}(?:的?(?P=x))?(?:等于|得|是|为)*(?:几|多少)|(?:是|为|相当于|等于){BODY}(?:的?(?P=x))?的?百分之(?:几|多少)){_END}"
        ),
        "{0}的{x}相当于{1}的几倍",
    ),
    (
        re.compile(
            rf"{_LEAD}(?P<x>{_ITEM})[,，]?[把将]{_TWO}(?:加|合|算|凑)(?:在|到)?一?(?:块儿?|起)(?:一共)?(?:是|有|为)?{_MUCH}"
        ),
        "{0}和{1}的{x}合计是多少",
    ),
)
"""Of two bodies: {0} and {1} as they are named."""
_OF_ONE: tuple[Form, ...] = (
    (
        re.compile(
            rf"{_LEAD}{BODY}的?(?P<x>{_ITEM})(?P<way>{_OVER}|{_UNDER}){_ALL}的?平均(?:数|值|水平|线)?了?(?:吗|没有|没){_END}"
        ),
        "{0}的{x}{bound}平均水平吗",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:论|要论|单论|说到)(?P<x>{_ITEM})[,，]{BODY}(?:能|可以|要)?(?:排名?|位列|位居|列)(?:在|到)?第?几(?:位|名)?{_END}"
        ),
        "{0}的{x}在{all}中排第几",
    ),
    (
        re.compile(
            rf"{_LEAD}{_ALL}的?(?P<x>{_ITEM})的?{_SUM}?{_WITHIN}[,，]?{BODY}(?:一家|自己|单独)?占(?:了|到|去)?(?:其中)?的?{_PART}"
        ),
        "{0}的{x}占{all}合计的比重",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:在)?{_ALL}{_WITHIN}?[,，]{BODY}的?(?P<x>{_ITEM})(?:在{_SUM}{_WITHIN}?)?(?:所)?占(?:了|到|去)?(?:其|它们|各家|大家|这几家)?(?:的)?(?:{_SUM}|总)?(?:里面?|中)?的?{_PART}"
        ),
        "{0}的{x}占{all}合计的比重",
    ),
    (
        re.compile(rf"{_LEAD}(?P<x>{_ITEM})的?{_SUM}?{_WITHIN}[,，]?{BODY}一家占(?:了|到|去)?(?:其中)?的?{_PART}"),
        "{0}的{x}占{all}合计的比重",
    ),
    (
        re.compile(
            rf"{_LEAD}{BODY}的?(?P<x>{_ITEM})[在占](?P<all>{_EVERY}|(?:这)?[两三四五六七八九\d]份(?:预算|决算|文件))的?(?:(?P=x))?的?(?:{_SUM}{_WITHIN}?|{_WITHIN})的?(?:所占的?|占)?(?:(?:份额|比例|比重|占比|百分比)(?:是|有)?(?:多少|多大)?{_END}|(?<=占){_PART})"
        ),
        "{0}的{x}占{all}合计的比重",
    ),
)
"""Of one body among all."""
_OF_ALL: tuple[Form, ...] = (
    (
        re.compile(
            rf"{_LEAD}(?:在)?(?:(?P<w>{_ITEM})(?:里面?|里头|中|当中|上))?(?:单独|专门)?(?:列有|列了|安排了|编有|印有|设有|有)(?P<x>{_ITEM})的(?:那些|那几家)?{_KIND}[,，]?(?:请|都)?(?:按照?(?:其|金额|数额|大小)*)?(?P<way>[从由][高大多]到[低小少]|[从由][低小少]到[高大多])(?:来|给|依次)*(?:排|列)(?:个?序|个?队|名|列)?(?:一下|出来)*{_END}"
        ),
        "各单位的{w}{x}{way}排序",
    ),
    (
        re.compile(
            rf"{_LEAD}(?P<x>{_ITEM})(?:这(?:一)?个?(?:科目|项|笔|块)(?:支出|钱)?)?[,，](?P<w>[\u4e00-\u9fff]{{2,10}}表的)?(?:{_ALL}|(?:几家|大家){_KIND}?)的?(?:总共|一共|合计|加起来|统共|共)的?(?:金额|数额|总额|数)?(?:列|安排|花|用|支出|有|是|编)*了?{_MUCH}"
        ),
        "{all}的{w}{x}合计是多少",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:列出|找出|挑出|说出|筛选?出|列举|列一下|查一下|找一下)来?(?:{_ALL}(?:里面?|中|当中))?(?:所有|全部|那些)?的?(?P<x>[^,，:：?？。;；\0哪谁]{{2,20}}?(?:占|超过|高于|大于|多于|达到|低于|少于|不到|不足|比)[^,，:：?？。;；\0哪谁]{{2,20}}?)的(?:那些|那几家)?{_KIND}(?:名称|名单|名字)?(?:来|出来)?{_END}"
        ),
        "哪些单位的{x}",
    ),
    (
        re.compile(
            rf"{_LEAD}(?P<x>{_ITEM})(?:排名?|排在|位列|位居|名列)(?:第一|首)位?名?的(?:那?一?[家个])?{_KIND}(?:是)?(?:哪(?:一)?[家个]{_KIND}?|谁){_END}"
        ),
        "哪个单位的{x}最高",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:找出?来?|挑出?来?|指出|查出|说出|给出|看看)?(?P<x>{_ITEM})最(?P<way>[多高大少低小])的那(?:一)?[家个]{_KIND}?(?:找|挑|指|查)?(?:出来)?(?:是(?:谁|哪(?:一)?[家个]{_KIND}?))?{_END}"
        ),
        "哪个单位的{x}最{way}",
    ),
    (
        re.compile(rf"{_LEAD}{_WHO}[花用掏出](?P<x>{_ITEM})[花用掏出][得的]最(?P<way>[多少]){_END}"),
        "哪个单位的{x}最{way}",
    ),
    (
        re.compile(
            rf"{_LEAD}{_WHO}[在往](?P<x>{_ITEM})(?:上面?|方面)(?:投|花|掏|出|用|砸)钱(?:[得的])?最(?P<way>[多少]){_END}"
        ),
        "哪个单位的{x}最{way}",
    ),
    (re.compile(rf"{_LEAD}{_WHO}[在对](?P<x>{_ITEM})(?:上面?|方面){_THRIFT}的?{_END}"), "哪个单位的{x}最{way}"),
    (
        re.compile(
            rf"{_LEAD}(?:[想要我]*看一?[看下]?|列一?下?|给[个出]?)?(?:{SO_MANY}的?|各家的?)?(?P<x>{_ITEM})的?(?:排行榜?|排名榜|排名表|名次|座次|位次|排位){_END}"
        ),
        "各单位的{x}排名",
    ),
    (
        re.compile(
            rf"{_LEAD}[把将给]?(?:(?:编制?|公开|公布|发布|晒出?|做)(?:的是|了)?)?(?P<kind>预算|决算)的?(?:那些|那几家|各)?{_KIND}按照?(?P<x>{_ITEM})(?P<way>[从由][高大多]到[低小少]|[从由][低小少]到[高大多])(?:来|给)?[排列](?:个?序|个?队|名次|列)?(?:一下|出来)*{_END}"
        ),
        "{kind}单位里，各单位的{x}{way}排序",
    ),
    (
        re.compile(
            rf"{_LEAD}(?P<x>{_ITEM})(?P<way>超过?|高于|多于|大于|突破|低于|少于|小于|不到|不足)了?(?P<n>\d[\d,.]*(?:亿|万)?元)的{_KIND}(?:数量?|个数|总数|家数){_END}"
        ),
        "有几个单位的{x}{way}{n}",
    ),
    (
        re.compile(
            rf"{_LEAD}(?P<x>(?![^,，]*(?:项目|指标|科目)){_ITEM})(?P<way>超过?|高于|多于|大于|突破|[过破]|低于|少于|小于|不到|不足)了?(?P<n>\d[\d,.]*(?:亿|万)?元)的(?:一共|总共)?有(?:几|多少)[个家](?:{_KIND})?(?:[,，](?:分别|都|各)?(?:是|有|叫)(?:哪些|哪几[家个]|谁)(?:{_KIND})?)?{_END}"
        ),
        "有几个单位的{x}{way}{n}",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:{_WHO}|哪(?:些|几[家个]){_KIND}?)的?(?P<x>{_ITEM})(?:都)?比(?P<n>\d[\d,.]*(?:亿|万)?元)(?:[要还]|来得)*(?P<way>[多高大少低小])(?:的)?{_END}"
        ),
        "哪些单位的{x}{way}{n}",
    ),
    (
        re.compile(
            rf"{_LEAD}(?P<x>{_ITEM})比(?P<n>\d[\d,.]*(?:亿|万)?元)[要还]?(?P<way>[多高大少低小])的都?有?(?:谁|哪些|哪几家)(?:{_KIND})?{_END}"
        ),
        "哪些单位的{x}{way}{n}",
    ),
    (
        re.compile(
            rf"{_LEAD}[把将]?{_ALL}的?(?P<x>{_ITEM})(?:汇总|加总|累计|归总)(?:一下|起来|到一起)*(?:是|有|得|为)?{_MUCH}"
        ),
        "{all}的{x}合计是多少",
    ),
    (
        re.compile(rf"{_LEAD}{_ALL}的?(?P<x>{_ITEM})总计(?:收|花|用|拿|掏|进|支|安排)(?:了|到|入|出)*{_MUCH}"),
        "{all}的{x}合计是多少",
    ),
    (re.compile(rf"{_LEAD}(?P<x>{_ITEM})平均一[家个]{_KIND}?(?:是|有|要|花|用)?了?{_MUCH}"), "{all}的{x}平均是多少"),
    (
        re.compile(
            rf"{_LEAD}(?P<x>{_ITEM})[,，]?(?P<way>[从由][高大多]到[低小少]|[从由][低小少]到[高大多])[,，]?[把将给对](?:各家?|所有|全部|这些)?{_KIND}(?:排|列)(?:个?序|个?队|名次|列)?(?:一下|出来)*{_END}"
        ),
        "各单位的{x}{way}排序",
    ),
    (
        re.compile(
            rf"{_LEAD}(?P<x>{_ITEM})(?:排名?|排在|位列|居)前(?P<n>[二两三四五六七八九十\d]+)(?:位|名|家)?的{_KIND}(?:是|有)?(?:哪些|谁|哪几家)?{_END}"
        ),
        "{x}最高的{n}个单位是哪些",
    ),
    (
        re.compile(rf"{_LEAD}(?P<x>{_ITEM})的?(?:冠军|第一名|榜首|状元)是?(?:谁|哪(?:一)?[家个]{_KIND}?){_END}"),
        "哪个单位的{x}最高",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:[把将给]|列出?|给出)?{_ALL}的?(?P<x>收支总(?:计|额|规模|预算))[^,，?？多几]{{0,6}}(?:清单|一览表?|表格){_END}"
        ),
        "各单位的{x}是多少",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:[把将给]|列出?|给出)?{_ALL}的?(?P<x>{_ITEM})(?:(?:都|逐一|一一|分别)*(?:列|做|整理|汇总|拉|给)(?:成|出来?|为)?(?:一)?(?:个|张|份)?的?)?(?:一览表?|清单|明细|名单|表格|对照表){_END}"
        ),
        "各单位的{x}分别是多少",
    ),
    (
        re.compile(
            rf"{_LEAD}(?P<x>(?![^,，]*(?:科目|项目(?!支出)|各|每|款|(?<!货物)(?<!工程)(?<!服务)类)){_ITEM})[,，]?(?P<way>[从由][高大多]到[低小少]|[从由][低小少]到[高大多])(?:来|给|依次)*(?:排|列)(?:个?序|个?队|名次?|列)?(?:一下|出来)*{_END}"
        ),
        "各单位的{x}{way}排序",
    ),
    (
        re.compile(
            rf"{_LEAD}(?P<x>{_ITEM})(?:均摊|平摊|摊|平均)到每(?:一)?[家个]{_KIND}?(?:头上)?(?:是|有|要)?{_MUCH}"
        ),
        "{all}的{x}平均是多少",
    ),
    (
        re.compile(
            rf"{_LEAD}(?P<x>{_ITEM})(?P<way>超过|高于|多于|大于|突破|低于|少于|小于|不到|不足)了?(?P<n>\d[\d,.]*(?:亿|万)?元)的{_KIND}(?:是?(?:哪些|谁|哪几家))?{_END}"
        ),
        "哪些单位的{x}{way}{n}",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:大家|(?:整个|全)库里?)的?(?P<x>{_ITEM})的?(?:总额|合计|总和|总数|加总|加起来|一共|总共)(?:是|有|为|要|花)*{_MUCH}"
        ),
        "{all}的{x}合计是多少",
    ),
    (
        re.compile(
            rf"{_LEAD}(?P<x>{_ITEM})最[高多大]的?(?:{_KIND}|那家)?[和与跟同]最[低少小]的?(?:{_KIND}|那家)?(?:之间)?的?(?:相?差|差距|差额)(?:了|是|有|距|额)*{_MUCH}"
        ),
        "各单位{x}最高和最低相差多少",
    ),
)
"""Of all bodies, of which none is named."""
_WHETHER_ANY = re.compile(
    rf"{_LEAD}(?:有没有|有无|是否有|存不存在)(?:任何|哪(?:怕)?(?:一)?(?:[家个])?)?{_KIND}(?:的|是|在)?(?=[^?？]{{3,}})"
)
"""Whether there is one of which something is true: which ones there are tells it."""
_ANY_THERE = re.compile(
    rf"{_LEAD}(?:(?P<whether>有没有|有无|是否有|存不存在|是否存在))?(?P<what>[^,，?？哪谁家]{{3,40}}?)的{_KIND}(?(whether)|(?:有吗|有没有|有么|有(?:的)?没有|存在吗))[?？。]*$"
)
_ON_THEIR_DAYS = re.compile(
    r"(?:按照?|以|在)?各自(?:公布|披露|公开|统计|说明)?的?(?:截止|截至|统计)(?:日期?|时点|时间)(?:为准|计算?|统计)?[,，]?"
)
"""Things are counted on the day that each document says, whether a question says so or not."""
_ANY = "所有单位"
_WAYS = {"舍得": "多", "大方": "多", "阔绰": "多"}


_HOW_MANY_FOUND = re.compile(r"\d+ 份文件里有 (?P<found>\d+) 家")
_SOME_ONE_ASKED = re.compile(r"(?:谁|哪[家个])[^,，?？]*(?:吗|么)[?？。]*$")


def told_whether(question: str, answer: str) -> str:
    """An answer that counts those of which something is true, with whether there are any where that is asked (有没有单位…);
    any other as it is."""
    m = _HOW_MANY_FOUND.match(answer)
    asked = any(p.search(question) for p in (_WHETHER_ANY, _ANY_THERE, _SOME_ONE_ASKED))
    return answer if m is None or not asked else f"{'有' if int(m['found']) else '没有'}，{answer}"


def asked_plainly(question: str, catalog: Catalog) -> str:
    """A question over bodies that is worded as people talk, in plain words with its item behind the bodies; any other
    question as it is."""
    if BODY in question or len(catalog.documents) < 2:
        return question
    question = _ON_THEIR_DAYS.sub("", _WHETHER_ANY.sub("哪些单位", _ANY_THERE.sub(r"哪些单位\g<what>", question)))
    resolved = catalog.resolve(question)
    if any(len(names) != 1 for names in resolved.mentions) or len(resolved.mentions) > 2:
        return question
    text, called = masked(question, resolved)
    if len(called) != len(resolved.mentions):
        return question
    for pattern, form in (_OF_ALL, _OF_ONE, _OF_TWO)[len(called)]:
        m = pattern.match(text)
        if m is not None:
            return _in_form(form, m, called)
    return question if called else put_in_order(question)


def _in_form(form: str, m: re.Match[str], called: list[str]) -> str:
    said = {name: words for name, words in m.groupdict().items() if words}
    said["x"] = said.get("x") or said.get("y", "")
    all_of_them = said.get("all", "")
    if "几" in all_of_them:  # 几家单位的…汇总: they are meant, not counted
        all_of_them = "各单位"
    kept = re.search(r"[一二两三四五六七八九十\d]", all_of_them) or (all_of_them and form.endswith("合计是多少"))
    said["all"] = all_of_them if kept else _ANY  # 各单位 are added up each sort for itself
    said["l"] = said.get("l") or said.get("m") or said.get("n", "")
    said.setdefault("k", "")
    said["w"] = f"{said['w'].removesuffix('的')}的" if "w" in said else ""
    said["table"] = f"{said['table']}的" if "table" in said else ""
    way = _way(form, said.get("way") or said.get("held", ""))
    return form.format(*called, **{**said, "way": way, "bound": "低于" if way == "少" else "高于"})


def _way(form: str, said: str) -> str:
    """The word of a comparison for how somebody words it: 多, 少, or a bound."""
    if "{way}{n}" in form:
        over = said[:1] in {"超", "高", "多", "大", "突", "过", "破"}
        return "超过" if over else "低于"
    if "{way}排序" in form:
        return said
    if said in _WAYS:
        return _WAYS[said]
    return "少" if re.match(r"[少低小省节抠不落没]", said) else "多"
