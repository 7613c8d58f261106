"""What a document cannot have, whatever its figures: accounts of the other kind, judgements, single bodies, single people."""

from __future__ import annotations

import re

from qa.documents.figures import View
from qa.terms.terms import spot
from qa.words.operations import Operation
from qa.words.plan import Asked, Plan


def lacks(asked: Asked, plan: Plan, view: View) -> str:
    """Why a document cannot have what is asked for: it is of the other kind, of whole bodies, of all their people."""
    if _other_kind(asked.text, view):
        have = "预算" if view.disclosure.meta.kind == "budget" else "决算"
        return f"这份文件是{have}，没有{'决算' if have == '预算' else '预算'}数。"
    judged = _JUDGES.search(asked.text) or (_MUCH.search(asked.text) and not re.search(r"比|超过|最|还是", asked.text))
    opinion = _OPINION.search(asked.text) is not None and not re.search(r"多少|几|哪", asked.text)
    if opinion or (judged and plan.operation is Operation.YES_NO):
        return "文件没有给出可以据以判断的标准。"
    if (m := _DETAILS.search(asked.text)) is not None and not any(m[0] in f.row for f in view.figures):
        return f"文件里没有说到“{m[0]}”。"
    if (m := _DONE_TO_CARS.search(asked.text)) is not None and not any(
        m["done"] in f.row + f.sentence for f in view.figures if f.unit in "辆台(套)"
    ):
        return f"文件里没有说到“{m['done']}”的车辆或设备。"
    by_whom = _PAID_BY if plan.operation is Operation.REVERSE else _BY_WHOM
    if plan.operation in {*_AMOUNTS, Operation.REVERSE} and (m := by_whom.search(asked.text)) is not None:
        return f"文件里没有说到“{m[0]}”。"
    of_amounts = plan.operation in _AMOUNTS
    if of_amounts and (m := _OF_A_PART.search(asked.text)) is not None and not _is_printed(m["part"], view):
        return f"文件里没有“{m['part']}”单独的数字。"
    if _FORETELLS.search(asked.text) and plan.operation is Operation.YES_NO:
        return "文件里只有印出的数，没有预测。"
    if deed := _other_deed(asked.text, plan, view):
        return f"文件里没有说到“{deed}”的金额。"
    if plan.operation is Operation.YES_NO and (m := _PAID_OUT.search(asked.text)) is not None:
        return f"文件只印出安排或执行的金额，没有说是否已经{m['done']}。"
    if _BELOW_TOGETHER.search(asked.text):
        return "文件里没有下属单位单独的数字。"
    if (m := _ABOVE.search(asked.text)) is not None and not any(
        m[0] in f.row or m[0] in f.sentence for f in view.figures
    ):
        return f"文件里只有本单位的数字，没有“{m[0]}”的。"
    unit = _UNIT_BELOW.search(asked.text)
    if unit is not None and not any(unit["unit"] in f.row and f.yuan is not None for f in view.figures):
        return f"文件里没有“{unit['unit']}”单独的数字。"
    return _of_people(asked.text, plan, view)


def _of_people(text: str, plan: Plan, view: View) -> str:
    """Why a document cannot have what is asked of people: how many there are, or what each of them gets."""
    if plan.operation in _AMOUNTS and (who := _counted_people(text, view)):
        return f"文件里没有说到“{who}”有多少。"
    per_head = (plan.operation is not Operation.MONTHLY and _PER_HEAD.search(text)) or _of_one_person(text, view)
    if per_head and not any(re.search("人均|平均(?!得?分)", f.row) for f in view.figures):
        return "文件里没有按人平均的数字，也没有可以用来平均的人数。"
    return ""


def _of_one_person(text: str, view: View) -> bool:
    """Whether what one person gets or spends is asked for, which is not what all of them do: whoever that is, unless a row is named so."""
    m = _ONE_PERSON.search(text)
    return m is not None and not any(m["who"] in f.row for f in view.figures)


_HEAD = r"(?:[局所院校馆处科厅市区县队镇乡园站台部司组店村][长](?!期|远|效|大|度|久|线|短|处|者|征)|主任(?!科员)|书记(?!处)|主席(?!台)|总?经理|领导(?!干部|小组|班子|机构|岗位)|负责人|[一二]把手|老板|老总|所有者|院士|教授|科员|[正副][处科厅局]级?干?部?(?=的|一|能|拿|挣|领)|[张李王赵刘陈杨黄周吴徐孙](?:三|四|五|六|某某?|先生|女士|老师|工|总)(?=的|个|一|今|去|每|能|工|奖|拿|挣|领))"
_ANYBODY = r"(?:某(?:个|一|位|名)*(?:人|职工|员工|干部|领导|老师|教师|同志)?(?=的|个|一|今|去|每|能|工|奖|薪|拿|挣|领)|(?<![万千百十第同之])(?:一|单(?!位)|每一?|哪一?|随便一)(?:个|名|位)(?:普通|一般|在职|在编|正式|退休|离休|基层|新来|刚毕业|编外|的)*(?:人|职工|员工|教?师|老师|干部|医生|护士|工人|司机|保安|科员|公务员|研究员|科学家|工作人员|同志|编制|学者|职员|校长|馆员|园丁)(?!员)|(?<![对])谁(?=的?(?:基本|绩效|岗位)?(?:工资(?!福利)|奖金|薪|收入最|待遇)|(?:一年|每年|每月|一个月)?(?:拿|挣|领)的?(?:工资|奖金|钱)))"
_GETS = r"(?:个人|自己|本人)?(?:的|一年|一个月|每个?[年月]|年|月|全年|今年|去年|本年|20\d\d年|到手|实际|到底|究竟|大概|一共|总共|能|可以|会|都|要|该|得|来|下来|里|,)*"
_PAY = r"(?:拿|挣|领|发|得|收|赚)?(?:到|了|过)*(?:的|多少|几)*(?:钱)?(?:的)?(?:基本|绩效|岗位|各种|津补贴)?(?:工资|薪|奖金|绩效(?!目标|评价|自评|管理|指标|考核|项目)|津贴|津补贴|补贴|待遇|收入|年终奖|公积金|社保|养老金|年金)"
_SPENDS = r"(?:拿|挣|领|赚|吃|喝|报销|花|用|出差|出国|开会|坐车|用车|请客|招待|吃饭|旅游)(?:掉|到|了|过)*[^,，]{0,8}(?:多少|几)"
_ONE_PERSON = re.compile(rf"(?<![接慰看招])(?P<who>{_HEAD}|{_ANYBODY}){_GETS}(?:{_PAY}|{_SPENDS})")
"""What one person is paid, or spends."""
_OF_A_PART = re.compile(
    r"(?P<part>本部|(?:机关)?本级(?=的)|(?:下属|所属)(?:的)?(?:事业)?(?:单位)?(?=的)|(?<![\u4e00-\u9fff])事业单位(?=的(?:人员|公用|项目|基本|支出|收入|三公))|(?<![各何到用好此远长短])[\u4e00-\u9fff]{2,3}(?:处|科室|股室)(?=的|一般|花|支出)|(?<![\u4e00-\u9fff])财政所|(?:管理|科研|业务|行政|后勤)(?:支撑)?部门(?=的)|(?<![\u4e00-\u9fff])办公室(?=的))"
)
"""A part of a body: of it a disclosure has no figures of its own, where its tables do not say so."""


def _is_printed(part: str, view: View) -> bool:
    """Whether rows, or the body's own name, tell of a part of a body."""
    own = view.disclosure.meta.institute
    return part in own or part in view.vocabulary


_SORTS = "(?:离|退|休|在|职|编|外|内|事业|行政|工勤|科研|专业技术|管理|聘用|合同制|临时|后勤|正式)*"
_WHO = rf"{_SORTS}(?:人员|职工|员工|干部|教师|老师|教职工)"
_PEOPLE = re.compile(
    rf"(?:有|多少|几)(?:了|个|名|位)?(?P<who>{_WHO}|{_SORTS}编制|(?:事业|行政|工勤)编)(?![\u4e00-\u9fff]{{0,6}}(?:费|支出|经费|工资|[补津]贴|补助|金|福利|保险|医疗|养老|开支|花销|花费|待遇|薪|预算|说明)|了|的)"
    r"|(?P<posts>(?:事业|行政|工勤|人员|参公|核定的?|机构)编(?:制(?!了|预算|说明|单位)|(?=有|是|数|多少|几|$))(?:人?数|名额)?)"
    rf"|(?P<there>{_WHO})(?:一共|总共|共)?(?:是|有)?(?:多少|几)(?:个|名|位|人)?$"
    rf"|(?P<two>{_WHO})(?:(?:和|与|跟|以及|及|、){_WHO})+(?:各自?|分别|一共|总共|合计|共)*(?:是|有)?(?:多少|几)(?:个|名|位|人)?$"
)
"""People, and the posts that a body has: who they are is no name of the money that is paid to them or for them."""
_AIMED_AT = re.compile(
    r"培训|培养|引进|招聘|招收|服务|覆盖|惠及|受益|补助|资助|补贴|救助|慰问|参加|参与|接待|指标|目标|项目|课题|专项"
)
"""What is done for people, and targeted: of those a form may tell how many."""
_OF_PEOPLE = frozenset(("人", "名", "个"))


def _counted_people(text: str, view: View) -> str:
    """The people or posts that a question counts, where no figure of the notes counts any such; empty where it counts none."""
    asked = re.search(r"多少|几", text) is not None and _AIMED_AT.search(text) is None
    m = _PEOPLE.search(text) if asked else None
    if m is None:
        return ""
    who = str(m["who"] or m["posts"] or m["there"] or m["two"])
    counted = who.removesuffix("人数").removesuffix("数")
    told = any(f.is_fact and f.unit in _OF_PEOPLE and counted in f"{f.row}{f.sentence}" for f in view.figures)
    return "" if told or who in view.vocabulary else who


_BY_WHOM = re.compile(
    r"(?:跟|和|与|由|给|向|找|被|是)谁(?:签订?|订立?|合作|中标|采购|购?买|做|干|批准?|审批?|审计|负责|承担|提供|承建|施工|经手|介绍)|谁(?:中标|批准|审批|签字|经手|承建|施工|供货)|(?:给|到|待)了?谁$|谁(?:花|付|出|用|收|领|拿|给|交|缴|委托|捐)的$|(?:在)?(?:哪里|哪儿|什么地方)[^,，页表]{0,6}的$|哪(?:个|家)(?:单位|公司|部门|企业|客户|机构)(?:发|付|出|给|收|花|交|缴|委托)的$|(?<!主要)买了?(?:些)?(?:什么|啥)(?:东西)?$"
)
"""By whom something is done: disclosures name no contractors and nobody who signs."""
_PAID_BY = re.compile(
    r"(?:是|由|被|给|从|向|跟|和|找|都|归)*(?:谁|哪(?:一|几|些)?(?:家|个|位|些)?(?:委托|合作|付款|出资|捐赠|供货|外单)?(?:单位|公司|企业|客户|机构|部门|甲方|学校|医院|高校|个?人|供应商|老板|地方)?)(?:委托|付|支付|交|缴|给|出|掏|拨|汇|打|捐|赠|资助|赞助|买单|签|花|用|领|拿|收|挣|赚|提供|经手|批)(?:过来|进来|走|掉|去|钱|款)*(?:的|了)?(?:钱)?[?？]?$|(?:付款|出资|委托|捐赠|供货|收款)(?:方|人|单位|企业|公司)"
)
"""By whom an amount is paid, or to whom: what is asked of it is not what it is called."""
_FORETELLS = re.compile(
    r"(?:你)?(?:估计|预测|猜|觉得|认为|看)[^,，]{0,10}(?:明年|后年|以后|将来|未来|会)[^,，]*吗|明年[^,，]{0,6}会[^,，]*吗"
)
_DEEDS = re.compile(
    r"拖?欠[缴付费]?|罚[款没]?|贪[污]?|挪用|截留|套取|骗[取]?|偷|虚报|冒领|浪费|亏损?|赔[偿付]?|[借贷](?!记)款?|偿还|还[款债]|捐[赠助款]?|退(?![休役伍出耕居职])[还回款]?|返还|收回|追[加缴回]|核[减增]|调[剂增减]|收缴|上缴(?!收入|支出)|垫付|抵[扣押]|冻结|缺(?=了?多少)|弄?丢|漏收|(?<!多)少收|(?<!缴)(?<!留)(?<!结)(?<!库)(?<!保)存(?=了?多少)|赚|交(?=了?多少税)"
)
"""What may be done with money and no table of a budget or of its final accounts tells: an amount is no answer to it."""
_AMOUNTS = {Operation.LOOKUP, Operation.DIFFERENCE, Operation.SHARE, Operation.RATIO, Operation.MONTHLY}


def _other_deed(text: str, plan: Plan, view: View) -> str:
    """What a question of an amount says was done with the money beside spending or receiving it, outside of the names in it."""
    if plan.operation not in _AMOUNTS:
        return ""
    named = [(t.start, t.start + len(t.text)) for t in spot(text, view).terms if not t.fuzzy]
    outside = (m for m in _DEEDS.finditer(text) if not any(s < m.end() and m.start() < e for s, e in named))
    deed = next((m[0] for m in outside), "")
    told = deed and any(deed in f.row + f.sentence and deed in _DEEDS.findall(f.row + f.sentence) for f in view.figures)
    return "" if told else deed


def _other_kind(text: str, view: View) -> bool:
    """Whether final accounts are asked of a budget that has none of their figures."""
    if view.disclosure.meta.kind != "budget" or not re.search(
        r"决算|实际(?:支出|执行|花)|实[发支付](?!报告|现)|执行(?:率|情况)", text
    ):
        return False
    return not any(f.measure in {"final"} or "执行" in f.row for f in view.figures)


_UNIT_BELOW = re.compile(
    r"(?:下面|下属|下级|下辖|所属)的?(?:那个|这个|某个|那家|这家)?(?P<unit>[\u4e00-\u9fff]{1,8}?(?:所|站|中心|院|馆|队|分局|学校|医院))(?:单独|自己|一共|总共|的|花|用|有多少|是|,)"
)
_DETAILS = re.compile(
    r"(?:处室|研究室|科室)(?:分别|各|都)*(?:叫(?:什么|啥)|是哪(?:些|几个)|名称|名字)|其[他它]用车分别是(?:些)?什么车|设备(?:分别|都)是(?:些)?什么(?:设备|东西)?(?=[?？。]?$)|具体(?:都)?(?:是|叫|买)(?:的)?(?:些)?(?:什么|哪些?)(?:设备|车型|车|型号)|(?:和|与|跟)哪[几些]?家?(?:单位|机构|公司|企业|大学|院所)(?:一起)?(?:合作|联合|共建)|最低工资|单价(?=多少|是|各|分别|$)|账面(?:价值|原值|净值|余额)|(?<!产)原值|净值|残值|型号|品牌|厂家|厂商|哪家公司|供应商(?=是|有|叫|名)|由?谁(?:来)?(?:担任|任|当|做|是)(?:项目)?负责人|负责人(?:是|叫)(?:谁|什么(?:名字)?|啥)|(?:哪一?年|什么时候|何时)(?:购买|购置|买|采购)的|缴[费存]比例|拨款不足|各(?:自)?得(?:了)?(?:多少|几)分|联系电话|身份证|银行账号|(?:一共|总共|共|有)+(?:多少|几)[页行]"
)
"""What nobody prints in such a document."""
_JUDGES = re.compile(
    r"超标|超限额|合理|合规|偏[高低多少大小]|过[高低多少大]|太[高低多少大小]|够不够|够用|浪费|值不值|划算|正常|铺张|节俭"
)
_OPINION = re.compile(
    r"该不该|应不应该|要不要(?=[增减砍压加])|(?:应该|应当|有必要|需要)(?:再)?[增减砍压加涨降].{0,4}吗?$|有没有必要|(?<![比差])(?P<much>[多大高贵低])不(?P=much)$"
)
"""What is asked of somebody's opinion, of no figure."""
_MUCH = re.compile(r"(?:高|低|(?<![成倍元])多|(?<!多)少|大|小)(?:不(?:高|低|多|少|大|小))?吗?$|平衡")
"""Words that ask for a judgement: disclosures print amounts, and no standards to hold them against."""
_DONE_TO_CARS = re.compile(
    r"(?P<done>更新|更换|报废|处置|淘汰|租用|租赁|封存|拍卖)(?:了|掉|的)?(?:公?务?用?车|设备)?(?:有|是)?(?:几|多少)[辆台]"
)
"""What is done to vehicles and equipment, and of how many: the number of those that are there is another."""
_PAID_OUT = re.compile(r"(?P<done>付|支付|发放|到账|拨付|报销|结算|付清|结清|发)(?:清|完|到位)?了(?:吗|没有?)?(?:呢)?$")
"""Whether money has been paid out: disclosures print what is planned or was spent, not what was paid when."""
_BELOW_TOGETHER = re.compile(r"(?:下属|所属|下级)的?\d*(?:家|个)?(?:预算)?单位的?(?:预算|支出|收入)(?!表|说明)")
_ABOVE = re.compile(
    r"(?:整个|全)(?:中科院|中国科学院|科学院|院(?!校|年)|系统|市(?!场|政)|省|国(?!有|家|际|民|债)|行业|集团)"
)
"""Whoever the body is a part of: a disclosure has its own figures only."""
_PER_HEAD = re.compile(
    r"(?:站|局|所|院|校|馆|处|科|厅|市|区|县|队|镇|乡)长.{0,6}(?:工资|薪|收入|待遇|奖金|补贴|挣)|(?:主任|书记|领导|负责人|一把手|某人|个人)(?:的)?(?:年|月)?(?:工资|薪|收入|待遇|奖金|挣)|年薪|人均|平均(?:下来|每|年|月)?(?:工资|薪|收入|待遇|奖金)|平均(?:下来|每)|平均[^,，]{0,4}(?:拿|挣|领|发)|每(?:一)?(?:位|名|个)?(?:在职|在编)?(?:人|职工|员工|人员|干部|学生)(?!员经费)"
)
