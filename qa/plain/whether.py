"""What people ask with yes or no of amounts, shares and places, in the words that claims are read in: 花在甲上的钱五万元打不住吧 is
甲超过五万元吗.

The names of the document are masked first; what is left must be such a question as a whole, word by word, or it stays as it
is. A denial stays one: none is read away.
"""

from __future__ import annotations

import re

from qa.documents.figures import View
from qa.terms.terms import spot
from qa.words.left_out import NAME, Masked

_LEAD = rf"(?:我?(?:算出来?|算得|记得|看到|查到)|请问|请教|麻烦|帮忙?我?|(?:老百姓|群众|大家|我们?|本人)?想(?:知道|问问?|了解)|问一?下|(?:能否|可否|能不能)?(?:请)?(?:确认|核对|核实|证实)(?:一?下)?|一下|(?:听|据|有人|网上|网友|外面|坊间|对方|他们|人家)?(?:说|称|传|主张|认为|声称|报道)|网传|(?<![{NAME[1:-1]}])单位|今年|本年度?|当年|全年|编的?|列的?|安排的?|贵(?:局|院|所|校|单位|部门)|你们(?:单位)?|[该本]单位|(?:论|就|按|从)(?:金额|数额|钱|花钱|花销)(?:来)?(?:说|看|讲|算|而言)?|的|[,，:：])*"
_FOR = r"(?:花在|用在|投在|投到|投向|放在|用于|花到|划给|拨给|分给|留给|安排给|在|给|为)?"
_BESIDE = r"(?:上面?|方面)?(?:所?(?:准备|安排|留|拨|花|用|投入|编|列))?(?:今年|本年|全年)?的?(?:钱|款项?|资金|经费|开[销支]|花[销费]|盘子|体量|摊子|金额|数额|规模|额度|总额|数字?)?(?:今年|全年)?[,，]?"
_AFTER = rf"{_BESIDE}(?P<measure>(?:预算|决算)数?)?(?:今年|全年)?[,，]?"
_WHETHER = r"(?:是不是|是否|有没有|有无|难道|究竟|到底|已经?|还|都|也|竟然?|真的?|会不会|要)*"
_TAIL = r"(?:了|的)?[,，]?(?:(?:我)?说?的?(?:是|对|没错|是这样|有这回事)?(?:吗|么|吧|没有?|呢|啊|不对|不是)|对不对|是不是|对|是)?"
_CHECKED = r"[,，]?(?:(?:我|这么|这样)?(?:算|记|看|说|写|理解|讲)?得?(?:是)?(?:对|没(?:算|记|看|说|写|弄|搞)?错|准确?|正确|属实|真的?)(?:吗|么|吧|不对)|属不属实|(?:跟|和|与|同)?(?:对得上|合得上|符合|对应)(?:公开)?的?(?:文件|表格?|报表|数据|材料)?(?:吗|么|吧)|(?:与|和|跟|同)?(?:你们|公开|公布|公示)?的?(?:文件|表格?|报表|数据|材料)(?:上|里)?的?(?:数)?(?:是否|是不是)?(?:相符|一致|对得上|吻合|相同|对应)(?:吗|么|吧|不)?)"
"""Words after a claim that ask whether it is true."""
_ASKS = r"(?:了|的)?[,，]?(?:(?:是|对|没错|是这样)?(?:吗|么|吧|没有?|不对|不是)|对不对|是不是)"
_OVER = r"(?:超没超过?|超不超过?|[多高大]不[多高大]于|超过没超过|过没过|破没破|超过|超出|超|突破|冲破|大于|高于|高出|多于|多过|大过|高过|胜过|压过|盖过|赛过|[压盖比超胜赛]得过|过|破)了?"
_UNDER = r"(?:[少低小]不[少低小]于|不到|没到|未到|达不到|不足|低于|低过|小于|小过|少于|少过|不及|[比赶追]不上|[比压超]不过)了?"
_MONEY = r"(?P<amount>\d[\d,]*(?:\.\d+)?(?:亿元?|万元?(?!平|人)|元))"
_PART = r"(?P<part>\d+(?:\.\d+)?%|百分之[一二三四五六七八九十]+|[一二三四五六七八九]成半?|一半)"
_MORE, _LESS = r"(?:多|高|大)(?!少)", r"(?:少|低|小)"
_AMPLE, _TIGHT = r"(?:宽裕|充裕|宽松|富余|充足|阔绰)", r"(?:紧张?|拮据|紧巴巴?|寒酸|局促)"
_MOST = r"最(?P<most>多|大|高|少|小|低)"
_IN = r"(?:里面?|里头|之?中|当中|内)[,，]?"
_SPENDING = r"(?:(?:所有|全部|各项|这些|全年|今年)?的?(?:支出|开支|开销|花销|花费|费用)(?:大头)?)"
_A, _B = (f"(?P<{side}>{NAME})" for side in ("a", "b"))
_THING = rf"{_LEAD}{_FOR}{_A}{_AFTER}{_WHETHER}"
_BEYOND_IT = r"[,，](?:超没超过?|有没有超过?|超过了?没有?|是否超过|超过了?(?=.*[吗么]))(?:了|这个?|那个?|此|数|金额)*(?:吗|么|没有?)?"


def _of(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_OVER_AMOUNT = _of(
    rf"{_THING}{_OVER}{_MONEY}{_TAIL}",
    rf"{_THING}比{_MONEY}(?:还|要|更)*{_MORE}(?:一?些|一?点)?{_TAIL}",
    rf"{_THING}{_MONEY}(?:(?:还|要|都)+{_MORE}|(?:还|都|也)?(?:打不住|不止|不够|挡不住|兜不住|拦不住))(?:花|用)?{_TAIL}",
    rf"{_LEAD}{_MONEY}(?:都|也|还|是不是|是否)*不够(?:给|付)?{_A}{_AFTER}(?:花|用|开支|支出)?{_TAIL}",
    rf"{_THING}(?:能|会|可|够不够|够|到|有|达到?)*{_MONEY}(?:吗|么)?{_BEYOND_IT}",
)
_UNDER_AMOUNT = _of(
    rf"{_THING}{_UNDER}{_MONEY}{_TAIL}",
    rf"{_THING}比{_MONEY}(?:还|要|更)*{_LESS}(?:一?些|一?点)?{_TAIL}",
    rf"{_THING}连{_MONEY}(?:都|也)(?:没有|没|不到|没到|达不到|不足|够不[着上]|凑不[齐够足出]){_TAIL}",
    rf"{_THING}(?:没有?|未)(?:花|用|列|编|安排)?到?了?{_MONEY}(?:那么|这么)(?:多|高){_TAIL}",
    rf"{_THING}(?:离|距离?)(?:了)?{_MONEY}(?:还|都|也|是不是|是否)*(?:差|有(?:差距|距离)|少|缺)(?:着|了)?(?:一?(?:大?截|点|些|段|大?块)|不少|很多|得?远)*(?:了|呢)?{_TAIL}",
    rf"{_THING}(?:才|只|就){_MONEY}(?:都|也|还)*(?:不到|没到|不足){_TAIL}",
)
_AN_AMOUNT = _of(
    rf"{_THING}(?:不多不少|一分不多一分不少|不偏不倚)[,，]?(?:正好|刚好|恰好|就|正)*(?:是|为|有|等于)?{_MONEY}{_TAIL}",
    rf"{_LEAD}{_MONEY}(?:这|那)?(?:个|笔)?(?:数字?|金额|数额|钱)?(?:就|应该|正)?是(?:不是)?{_FOR}{_A}{_AFTER}的?{_ASKS}",
    rf"{_THING}(?:是)?(?:按|照|按照)着?{_MONEY}(?:来|去)?(?:编|列|安排|做|报|批|给|拨|定)(?:预算)?的{_ASKS}",
    rf"{_THING}(?:填|写|列|报|印|标)?(?:的|着)?(?:数字?)?(?:=|等于|高达|达到?|就?是|为|有|计|共计?)?(?:仅|只|才)?(?:有|为|是)?{_MONEY}{_CHECKED}",
    rf"{_THING}(?:就?是|为){_MONEY}(?:这个?)?(?:数字?|金额|钱)?(?:不|吗|么)",
    rf"{_THING}(?:和|与|跟|同){_MONEY}(?:是不是|是否|正好|刚好)*(?:相等|相同|一样|一致|相符|持平)(?:的|多)?{_ASKS}",
    rf"(?=.*(?:能否|可否|能不能|是否|是不是|确认|核实)){_THING}(?:就?是|为|等于|=){_MONEY}{_TAIL}",
    rf"{_THING}={_MONEY}{_TAIL}",
    rf"{_THING}(?:确实|的确|果真|当真|果然|真)(?:就|只)?(?:是|为|有|等于){_MONEY}{_TAIL}",
)
_WITHIN_AMOUNT = _of(
    rf"{_LEAD}{_MONEY}(?:能|到底|究竟)*(?:够不够|够不够给){_A}{_BESIDE}(?:用|花|开支|支出)?(?:的|了|呢)?",
    rf"{_LEAD}{_MONEY}(?:是不是|是否|能|就)*够(?:给)?{_A}{_BESIDE}(?:用|花|开支|支出)?{_ASKS}",
)
_AT_MOST = _of(
    rf"{_THING}(?:顶破天|撑死|顶多|最多|至多|充其量|满打满算|顶天)了?(?:也|不过|就|才|是|到|只|有|花|用)*{_MONEY}{_TAIL}",
)
_IS_ZERO = _of(rf"{_THING}(?:是|为|等于|挂|填)+(?:0|零)(?:元|万元)?{_ASKS}")
_AT_LEAST = _of(
    rf"{_THING}有{_MONEY}(?:那么|这么|之)多{_TAIL}",
    rf"{_THING}有{_MONEY}(?:(?:那么|这么)[高大]|之巨){_TAIL}",
    rf"{_THING}有{_MONEY}多{_ASKS}",
    rf"{_THING}(?:达?到|够)了?{_MONEY}了?没有?",
    rf"{_THING}(?:[够达]得[上到着]|到得了|到没到|够没够|[到达够]不[到达够](?:得到?)?|能(?:到|够|达到?))了?{_MONEY}{_TAIL}",
)
_MORE_OF_TWO = _of(
    rf"{_LEAD}(?:是不是|是否){_FOR}{_A}{_BESIDE}比{_FOR}{_B}{_BESIDE}(?:还|要|更|花得)*{_MORE}{_TAIL}",
    rf"{_LEAD}{_FOR}{_A}{_BESIDE}有{_FOR}{_B}(?:那么|这么)?{_MORE}{_ASKS}",
    rf"{_LEAD}{_FOR}{_A}{_BESIDE}(?:和|与|跟|同){_FOR}{_B}(?:相?比(?:较|起来)?)?[,，](?:是|是不是|应该)*(?:前者(?:更|还|要)*{_MORE}|后者(?:更|还|要)*{_LESS}){_ASKS}",
    rf"{_LEAD}{_FOR}{_A}{_AFTER}{_WHETHER}排在?{_B}的?(?:前[头面边]?|之前){_ASKS}(?:[,，](?:论|按|就|看)(?:金额|数额|钱)(?:来?说|看|算)?)?",
    rf"{_THING}{_OVER}{_FOR}{_B}(?:的|上)?(?:钱|金额|数额|数|支出|资金|经费)?{_TAIL}",
    rf"{_LEAD}(?:跟|和|与|同|比起|相较于?|较之|相比于?|对比){_B}(?:相?比(?:较|起来)?)?[,，]{_FOR}{_A}{_AFTER}{_WHETHER}(?:花得|用得|列得)?(?:更|还|要|比较)*{_MORE}(?:一?些|一?点)?{_ASKS}",
    rf"{_LEAD}{_FOR}{_A}{_BESIDE}要?比{_FOR}{_B}{_BESIDE}(?:还|要|更|来得|是不是|是否)*(?:{_AMPLE}|(?:花钱|用钱|费钱|烧钱)(?:还|要|更)*{_MORE})(?:一?些|一?点)?{_ASKS}",
    rf"{_LEAD}{_FOR}{_A}{_BESIDE}(?:和|与|跟|同|、){_FOR}{_B}{_BESIDE}(?:哪一?个|哪一?项|谁|哪边)(?:更|要)?(?P<way>{_MORE})[,，](?:应该|就|是不是)*是{_FOR}(?P=a){_BESIDE}(?:更|要)?(?P=way)?{_ASKS}",
    rf"{_LEAD}{_FOR}{_B}{_BESIDE}(?:和|与|跟|同|、){_FOR}{_A}{_BESIDE}(?:哪一?个|哪一?项|谁|哪边)(?:更|要)?(?P<way>{_MORE})[,，](?:应该|就|是不是)*是{_FOR}(?P=a){_BESIDE}(?:更|要)?(?P=way)?{_ASKS}",
)
_LESS_OF_TWO = _of(
    rf"{_LEAD}(?:是不是|是否){_FOR}{_A}{_BESIDE}比{_FOR}{_B}{_BESIDE}(?:还|要|更|花得)*{_LESS}{_TAIL}",
    rf"{_LEAD}{_FOR}{_A}{_BESIDE}没有?{_FOR}{_B}{_BESIDE}(?:那么|这么)?{_MORE}{_ASKS}",
    rf"{_LEAD}{_FOR}{_A}{_BESIDE}(?:是不是|是否)没有?{_FOR}{_B}{_BESIDE}(?:那么|这么)?{_MORE}{_TAIL}",
    rf"{_LEAD}{_FOR}{_A}{_BESIDE}(?:和|与|跟|同){_FOR}{_B}(?:相?比(?:较|起来)?)?[,，](?:是|是不是|应该)*(?:后者(?:更|还|要)*{_MORE}|前者(?:更|还|要)*{_LESS}){_ASKS}",
    rf"{_THING}(?:{_UNDER}|不如(?={_FOR}{NAME}{_MORE})){_FOR}{_B}(?:{_MORE})?(?:的|上)?(?:钱|金额|数额|数|支出|资金|经费)?{_TAIL}",
    rf"{_LEAD}(?:跟|和|与|同|比起|相较于?|较之|相比于?|对比){_B}(?:相?比(?:较|起来)?)?[,，]{_FOR}{_A}{_AFTER}{_WHETHER}(?:花得|用得|列得)?(?:更|还|要|比较)*{_LESS}(?:一?些|一?点)?{_ASKS}",
    rf"{_LEAD}{_FOR}{_A}{_BESIDE}要?比{_FOR}{_B}{_BESIDE}(?:还|要|更|来得|是不是|是否)*(?:{_TIGHT}|(?:花钱|用钱|费钱|烧钱)(?:还|要|更)*{_LESS})(?:一?些|一?点)?{_ASKS}",
    rf"{_LEAD}{_FOR}{_A}{_BESIDE}(?:和|与|跟|同|、){_FOR}{_B}{_BESIDE}(?:哪一?个|哪一?项|谁|哪边)(?:更|要)?(?P<way>{_LESS})[,，](?:应该|就|是不是)*是{_FOR}(?P=a){_BESIDE}(?:更|要)?(?P=way)?{_ASKS}",
    rf"{_LEAD}{_FOR}{_B}{_BESIDE}(?:和|与|跟|同|、){_FOR}{_A}{_BESIDE}(?:哪一?个|哪一?项|谁|哪边)(?:更|要)?(?P<way>{_LESS})[,，](?:应该|就|是不是)*是{_FOR}(?P=a){_BESIDE}(?:更|要)?(?P=way)?{_ASKS}",
)
_WHICH_OF_TWO = _of(
    rf"{_LEAD}(?:是)?{_FOR}{_A}{_BESIDE}(?:更|要)?(?P<way>[多高大少低小])(?:一?些|一?点)?[,，]?还是{_FOR}{_B}{_BESIDE}(?:更|要)?(?P=way)(?:一?些|一?点)?(?:呢)?",
)
_AS_MUCH = _of(
    rf"{_LEAD}{_FOR}{_A}{_AFTER}(?:正好|刚好|恰好|是不是|是否)*(?:、|和|与|跟|同|[,，]){_FOR}{_B}{_BESIDE}(?:这?[两二](?:个|项|者|笔)?(?:数字?|金额|数额)?|二者|它们|的|金额|数额|是不是|是否|正好|刚好|恰好|完全|都|也|花得|是|[,，])*(?:一样|一般(?=多)|相同|相等|同样|持平|一致|(?:同)?一个(?:数|金额|水平)|不分高低|不相上下)(?:[多大高]?)(?:的钱)?{_TAIL}",
)
_OVER_SHARE = _of(
    rf"{_LEAD}{_B}{_IN}{_FOR}{_A}{_AFTER}{_WHETHER}占(?:了|到|去)?{_PART}(?:还要?|都|要)*(?:多(?!少)|不止|以上){_TAIL}",
    rf"{_LEAD}{_B}(?:{_IN}|的)?{_WHETHER}(?:有)?{_OVER}{_PART}(?:的)?(?:钱|资金|经费)?(?:都|全)?(?:是|花在|用在|投在|投向|花到|用于|花给|给)了?{_A}(?:上面?|的)?{_TAIL}",
    rf"{_LEAD}{_FOR}{_A}{_AFTER}在{_B}(?:{_IN})的?(?:所占)?的?(?:分量|比重|比例|份额|占比){_WHETHER}{_OVER}{_PART}{_TAIL}",
    rf"{_LEAD}(?:拿|用|把|将)?{_A}{_AFTER}(?:除以|/|÷){_B}{_BESIDE}(?:结果|得数|得出的?(?:结果|比例)?|商|比例|比值)?{_WHETHER}{_OVER}{_PART}{_TAIL}",
    rf"{_LEAD}按占?{_B}的?(?:百分比|比例|比重|份额)(?:来)?(?:算|看|计算?|说)[,，]{_FOR}{_A}{_AFTER}(?:占比|比例)?{_WHETHER}{_OVER}{_PART}{_TAIL}",
    rf"{_LEAD}{_FOR}{_A}{_AFTER}占(?:了|到|去)?{_B}(?:的)?(?:比例|比重|份额|百分比)?{_WHETHER}{_OVER}{_PART}{_TAIL}",
    rf"{_LEAD}{_B}{_IN}{_FOR}{_A}{_AFTER}{_WHETHER}(?:占比|占)?{_OVER}{_PART}{_TAIL}",
    rf"{_LEAD}{_A}{_AFTER}(?:与|和|跟|同|对){_B}(?:之间)?(?:之比|的比例|的比[值率重]?|比例){_WHETHER}{_OVER}{_PART}{_TAIL}",
)
_OVER_SHARE += _of(
    rf"{_LEAD}{_FOR}{_A}{_AFTER}占(?:了|到|去|掉)?{_B}的?{_PART}(?:还要?|都|要)+(?:多(?!少)|不止){_TAIL}",
)
_UNDER_SHARE = _of(
    *(p.pattern.replace(_OVER, _UNDER) for p in _OVER_SHARE[1:-1]),
    rf"{_LEAD}{_FOR}{_A}{_AFTER}占(?:了|到|去)?{_B}的?(?:比例|比重|份额)?(?:连|还)?{_PART}(?:都|也)(?:没有?|不到|不足|没到|达不到|够不[着上]|凑不[齐够足]){_TAIL}",
)
_OVER_PART = _of(
    rf"{_THING}(?:份额|占比|比例|比重)?{_WHETHER}{_OVER}{_B}的{_PART}{_TAIL}",
    rf"{_THING}(?:份额|占比|比例|比重){_WHETHER}{_OVER}{_B}{_PART}{_TAIL}",
)
_UNDER_PART = _of(*(p.pattern.replace(_OVER, _UNDER) for p in _OVER_PART))
_OVER_TIMES = _of(
    rf"{_THING}(?:是|有|达到|{_OVER})?(?:了)?(?:不是|没有)?{_B}的(?P<part>(?:\d+(?:\.\d+)?|[一二两三四五六七八九十])倍)(?:还要?多|以上|不止|开外|都不止|多){_TAIL}"
)
_LEAST_SHARE = _of(
    rf"{_LEAD}{_FOR}{_A}{_BESIDE}(?:有没有|是否|是不是|能不能|能否)占?(?:到|达到|够)了?{_B}的{_PART}(?:以上)?{_TAIL}",
    rf"{_LEAD}{_FOR}{_A}{_AFTER}{_WHETHER}(?:撑起|拿走|吃掉|用掉|用去|占去|占掉|分走|耗掉|花掉)了?{_B}的?{_PART}以上{_ASKS}",
    rf"{_LEAD}{_B}(?:{_IN}|的)?(?:有没有|是不是有|是否有){_PART}(?:的)?(?:钱|资金|经费)?(?:都|全)?(?:是|花在|用在|投在|投向|花到|用于|花给|给|拨给|分给)了?{_A}(?:上面?|的)?{_TAIL}",
    rf"{_LEAD}{_FOR}{_A}{_BESIDE}(?:够得上|够|达到|有|占)(?:到|了)?{_B}的{_PART}(?:那么|这么)?[多大]?{_ASKS}",
)
_IS_SHARE = _of(
    rf"{_LEAD}{_FOR}{_A}{_BESIDE}占(?:了|到|据)?{_B}的?{_PART}{_CHECKED}",
    rf"{_LEAD}{_FOR}{_A}{_AFTER}{_WHETHER}(?:有|占|达到?|是)了?{_PART}的?(?:比例|比重|份额|百分比)(?:吗|么|吧)?[,，](?:按照?|以|就)(?:占)?{_B}(?:来)?(?:计?算|说|看|计)?{_TAIL}",
    rf"{_LEAD}(?:按照?|以|就)(?:占)?{_B}(?:来)?(?:计?算|说|看|计)?[,，]{_FOR}{_A}{_AFTER}{_WHETHER}(?:有|占|达到?|是)了?{_PART}(?:的)?(?:比例|比重|份额|百分比)?{_ASKS}",
)
_PART_OF_OTHER = _of(
    rf"{_LEAD}{_FOR}{_A}{_AFTER}(?:是不是|是否|难道)(?:才|只|就|刚好|正好|仅)*(?:有|是|占|等于)?(?:了|到)?{_B}的{_PART}{_TAIL}",
)
_OVER_ALL = _of(rf"{_LEAD}{_FOR}{_A}的?(?:占比|所占(?:的)?(?:比例|比重|份额)){_WHETHER}{_OVER}{_PART}{_TAIL}")
_UNDER_ALL = _of(_OVER_ALL[0].pattern.replace(_OVER, _UNDER))
_INCLUDED = _of(
    rf"(?=.*(?:有没有|[给留]不[给留]|留没留|是否|是不是|会不会|[吗么没]$|没有$)){_LEAD}(?:给不给|(?:有没有|是否|是不是|会不会|要|在)*(?:给|为|替|往)){_A}(?:这一?[项笔块])?(?:上面?)?(?:有没有|是否|是不是)?(?:留|安排|列|编|准备|拨|批|预备)(?:出|了|下|过)*(?:一?[点些笔])?的?(?:钱|经费|预算|资金|款)?(?:了)?(?:吗|么|没有?)?",
    rf"{_LEAD}{_A}(?:这一?[项笔块])?(?:今年|本年)?(?P<did>编|列|安排|留|给|批)(?:没|不)(?P=did)(?:预算|钱|进去|上)?(?:呢)?",
    rf"{_LEAD}(?P<did>编|列|安排|留|给|批)(?:没|不)(?P=did)(?:了|过)?{_A}(?:预算|的钱)?(?:呢)?",
    rf"(?:今年|全年|所有)?的?(?:支出|收入|预算|决算|文件|表)?(?:{_IN})?(?:包不包[括含]|包[括含]不包[括含]|含不含|有没有包[括含]|是否包[括含]|是不是包[括含]){_A}(?:这一?[项笔块])?(?:在内)?{_TAIL}",
)
_SO = r"[,，](?:是|对|是这样|没错|我没看错)(?:吗|么|吧|不对|不是)(?:呢)?"
_IS_NONE = _of(
    rf"{_LEAD}(?:未|没有?)(?:给|为)?(?:列|编|安排|设|报|拨|留|批)(?:示|出|支|列|过|任何)*{_A}{_BESIDE}{_SO}",
    rf"{_LEAD}{_A}{_BESIDE}(?:未|没有?)(?:列|编|安排|设|报|拨|留|批)(?:示|出|支|列|过|任何|钱|数|进去|预算)*{_SO}",
)
_FIRST_OF_ALL = _of(
    rf"{_LEAD}哪(?:一)?[项个类笔]{_SPENDING}?(?:花得|用得)?{_MOST}[,，](?:就)?是(?:不是)?{_A}{_TAIL}",
    rf"{_LEAD}{_A}{_AFTER}(?:是|算|为)(?:不是)?(?:{_SPENDING}(?:{_IN})?)?(?:花得|用得|花钱|金额|数额)?{_MOST}的?(?:那)?(?:一?[项笔个类块])?{_SPENDING}?(?:科目)?{_ASKS}",
    rf"{_LEAD}{_A}{_AFTER}(?:是不是|算不算|是否)(?:{_SPENDING}(?:{_IN})?)?(?:花得|用得|花钱|金额|数额)?{_MOST}的?(?:那)?(?:一?[项笔个类块])?{_SPENDING}?(?:科目)?{_TAIL}",
    rf"(?:{_SPENDING}{_IN}的?)?{_LEAD}{_A}{_AFTER}{_WHETHER}(?:是)?(?:金额|数额|花得)?{_MOST}{_ASKS}",
    rf"(?:{_SPENDING}{_IN}的?)?{_LEAD}{_A}{_AFTER}{_WHETHER}(?:排在?(?:第一|首位|头名|头一?位)|居首|居第一|位[列居](?:第一|首位)|占第一|第一){_ASKS}",
    rf"{_LEAD}钱?(?:主要|大多|大部分)?(?:都)?(?:花在|用在|用于|投在)了?{_A}(?:上面?)?[,，](?:它|这一?[项笔块])?(?:是|占)?{_MOST}的?{_TAIL}",
    rf"{_LEAD}没有?(?:哪|任何)(?:一)?[项笔个](?:{_SPENDING}|科目)?(?:能|会)?比{_A}(?:更|还|要)*{_MORE}{_ASKS}",
    rf"{_LEAD}{_A}{_AFTER}(?:是|算)(?:不是)?(?:{_SPENDING}(?:{_IN})?的?)?(?:头号|第一大|头一号|头一大)(?:{_SPENDING}|科目)?{_TAIL}",
    rf"{_LEAD}{_A}{_AFTER}(?:是|算)(?:不是)?{_SPENDING}(?:{_IN})?的?(?:第一名?|头名|榜首|老大|头一[名位]){_ASKS}",
    rf"{_LEAD}{_SPENDING}?(?:花得|花钱|金额)?{_MOST}的(?:那)?(?:一?[项笔个类块])?(?:{_SPENDING}|科目)?(?:是不是){_A}{_TAIL}",
    rf"(?:所有|全部|各项|全年|今年)的?(?:支出|开支|开销){_IN}(?:花得|花钱)?{_MOST}的(?:就|应该)?是{_A}{_ASKS}",
    rf"{_LEAD}(?:花得|花钱)?{_MOST}的(?:那)?一[项笔个块]{_SPENDING}?(?:就|应该)?是{_A}{_ASKS}",
)


_TOGETHER = r"(?:[这那]?[两二三四](?:项|个|者|笔|块|样))?的?(?:金额|数额|支出|费用)?(?:加(?:在|到)?一起|合(?:在|到)?一起|加起来|合起来|之和|总和|合计|加总|相加|总共|一共|总额)(?:的?(?:金额|数额|钱|预算))?"
_SUM = rf"(?P<list>{NAME}(?:(?:、|和|与|跟|同|及|以及|还有|加上?|再加上?){NAME})+){_TOGETHER}[,，]?{_WHETHER}(?:能)?"
_ADDED = rf"{_LEAD}(?:把|将)?{_SUM}"
_SUM_OVER = _of(
    rf"{_ADDED}(?:比|有){_FOR}{_B}(?:这么|那么|还|要|更)*{_MORE}(?:一?些|一?点)?{_TAIL}",
    rf"{_ADDED}{_OVER}{_FOR}{_B}{_TAIL}",
)
_SUM_UNDER = _of(
    rf"{_ADDED}比{_FOR}{_B}(?:还|要|更)*{_LESS}(?:一?些|一?点)?{_TAIL}",
    rf"{_ADDED}{_UNDER}{_FOR}{_B}{_TAIL}",
    rf"{_ADDED}没有?{_FOR}{_B}(?:这么|那么)?{_MORE}{_ASKS}",
)


def _sum_held(masked: Masked) -> str:
    """甲和乙合计比丙多吗: whether several things come to more, or to less, than another one."""
    for frames, way in ((_SUM_OVER, "超过"), (_SUM_UNDER, "低于")):
        m = next((m for frame in frames if (m := frame.fullmatch(masked.text)) is not None), None)
        if m is not None:
            return f"{'、'.join(masked.each(m['list']))}之和是否{way}{masked.shown(m['b'])}"
    return ""


def whether(text: str, view: View) -> str:
    """A folded question that asks yes or no, in the words that claims are read in; as it is where it is none of these."""
    masked, final = _masked(text, view), view.disclosure.meta.kind == "final"
    if len(masked.names) > _PAIR and (told := _sum_held(masked)):
        return told
    if not masked.names or len(set(masked.names)) > _PAIR:
        return text
    masked = _same_for_same(masked)
    for patterns, told in (*_OF_ONE, *_OF_TWO, *_OF_SHARES):
        for pattern in patterns:
            m = pattern.fullmatch(masked.text)
            if m is not None and (told in _WITH_MEASURE or not (final and m.groupdict().get("measure"))):
                return _said(masked.shown(m["a"]), masked, m, told)
    return text


_ALL_SPENDING = re.compile(r"(?:所有|全部|各项)的?(?:支出|开支|开销|花销|费用)")
_PAIR = 2
_OF_ONE = (
    (_OVER_AMOUNT, "{a}{measure}超过{amount}吗"),
    (_UNDER_AMOUNT, "{a}{measure}不到{amount}吗"),
    (_WITHIN_AMOUNT, "{a}不超过{amount}吗"),
    (_AT_MOST, "{a}{measure}不超过{amount}吗"),
    (_AT_LEAST, "{a}{measure}达到{amount}吗"),
    (_AN_AMOUNT, "{a}{measure}是{amount}吗"),
    (_IS_ZERO, "{a}{measure}是0吗"),
    (_INCLUDED, "有{a}吗"),
    (_IS_NONE, "没有{a},对吗"),
    (_OVER_ALL, "{a}占{side}总计的比例超过{part}吗"),
    (_UNDER_ALL, "{a}占{side}总计的比例不到{part}吗"),
    (_FIRST_OF_ALL, "{side}里最{most}的是{a}吗"),
)
_WITH_MEASURE = frozenset(told for _, told in _OF_ONE if "{measure}" in told)
_OF_TWO = (
    (_MORE_OF_TWO, "{a}比{b}多吗"),
    (_LESS_OF_TWO, "{a}比{b}少吗"),
    (_WHICH_OF_TWO, "{a}和{b}哪个{way}"),
    (_AS_MUCH, "{a}和{b}一样多吗"),
)
_OF_SHARES = (
    (_OVER_SHARE, "{a}占{b}的比例超过{part}吗"),
    (_OVER_PART, "{a}超过{b}的{part}，对吗"),
    (_OVER_TIMES, "{a}超过{b}的{part}吗"),
    (_UNDER_PART, "{a}不到{b}的{part}，对吗"),
    (_LEAST_SHARE, "{a}占{b}的比例不低于{part}吗"),
    (_UNDER_SHARE, "{a}占{b}的比例不到{part}吗"),
    (_IS_SHARE, "{a}占{b}的{part}吗"),
    (_PART_OF_OTHER, "{a}占{b}的{part}吗"),
)


def _said(item: str, masked: Masked, m: re.Match[str], told: str) -> str:
    groups = m.groupdict()
    own = {name: groups.get(name) or "" for name in ("measure", "amount", "part", "way")}
    other = masked.shown(groups.get("b") or "")
    side = "收入" if item.endswith("收入") else "支出"
    return told.format(a=item, b=other, side=side, most=groups.get("most") or "多", **own)


def _same_for_same(masked: Masked) -> Masked:
    """A masked question in which a name that is said again is the same character again."""
    first = {name: chr(ord(NAME[1]) + masked.names.index(name)) for name in masked.names}
    return Masked(re.sub(NAME, lambda m: first[masked.shown(m[0])], masked.text), masked.names)


def _masked(text: str, view: View) -> Masked:
    """A question with the names that the document prints masked; 所有支出 names what others are held against."""
    terms = [
        t
        for t in spot(text, view).terms
        if not t.fuzzy and not t.absent and text.startswith(t.text, t.start) and not _ALL_SPENDING.fullmatch(t.text)
    ]
    return Masked.of(text, [(t.start, t.text) for t in terms])
