"""Single everyday names and deeds, each by its name in print: 领导坐的车 is 主要领导干部用车, 经营是赚是亏 is what it brought in less
what it cost, 收入都花完了吗 whether as much was spent as came in."""

from __future__ import annotations

import re

from qa.documents.figures import View

_MUCH = r"(?:一共|总共|是|有|了)*(?:多少|几)(?:钱|[万亿]?元)?"
_THIS_YEAR = r"(?:20\d\d年(?:度)?|当年|今年|本年(?:度)?|全年|年度)?的?"
_EVEN = (
    r"(?:是否|是不是|能不能)?(?:完全)?(?:一致|相等|相同|一样多|一样|持平|相抵|平衡|对得上|相符|吻合)(?:的)?(?:吗|么)?"
)
_FUND = r"政府性基金(?:预算)?(?:财政)?(?:拨款)?的?"
_CHIEFS = r"(?:(?:局|院|所|站|馆|校|单位)?(?:里)?的?(?:主要)?(?:领导|头儿?|一把手)(?:们|干部)?(?:坐|乘坐|乘|开|专用|配备?|使?用)?的?)"
_FOUND_IN = r"(?:(?:公共)?(?:局|院|所|站|馆|校|单位|部门|机构)?(?:基本)?概况(?:部分|一章)?(?:里面?|中|上)?)"

_ROWS: tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...] = tuple(
    (re.compile(words), told, needs)
    for words, told, needs in (
        # what is bought, by what it is
        (rf"(?:在)?(?:购?买|购置|采购|添置|更新|升级)(?:电脑|办公)?软件(?:、|[,，]|和|与|及|以及|还有)*(?:购?买|购置|建设?|搭建|开发|搞|做|更新|升级)?(?:信息)?(?:系统|网络)(?:上|方面)?(?:一共|总共|今年|全年)*(?:要|花|用|支出|安排|投入)?(?:掉|了|去)*{_MUCH}", "信息网络及软件购置更新是多少", ("信息网络及软件购置更新",)),
        # what a body earns by what it runs
        (rf"(?:靠|通过|由|从)?(?:开展|搞|做|自己)?(?:经营|做生意|经商)(?:性)?(?:活动|业务)?(?:得来|得到|取得|挣来?|赚来?|收来|收进来|带来|获得|进账|产生)的?(?:收入|钱|进账|收益)?(?:一共|总共|今年)*{_MUCH}", "经营收入是多少", ("经营收入",)),
        (rf"(?:单位|部门|[局院所站馆校]里?)?(?:的)?经营(?:活动|业务|性活动)?(?:(?:这|那)?一?(?:块儿?|项|部分)|方面|上)?(?:来说)?[,，]?{_THIS_YEAR}(?:到底|究竟)?(?:算)?(?:是)?(?:赚|盈|盈利|盈余|赚钱)(?:了|的)*(?:还是|是|、|或)?(?:亏|亏损|赔|亏本|赔钱)(?:了|的)*(?:钱)?[,，]?(?:又)?(?:相?差|赚|亏|盈亏|差额)?(?:了|是)*(?:{_MUCH})?", "经营收入和经营支出相差多少", ("经营收入", "经营支出")),
        # whether all that came in was spent
        (rf"{_THIS_YEAR}{_FUND}{_THIS_YEAR}(?:收入|收到的钱|收进来的钱|进账)(?:是不是|是否|有没有)?(?:都|全都?|全部|已经?|当年)*(?:花|用|支出?|使用)(?:完|光|掉|净)(?:了)?(?:没有?|吗|么)?", "政府性基金本年支出等于本年收入吗", ()),
        (rf"{_THIS_YEAR}{_FUND}{_THIS_YEAR}(?:收入(?:和|与|跟|同|、){_THIS_YEAR}支出|支出(?:和|与|跟|同|、){_THIS_YEAR}收入){_EVEN}", "政府性基金本年支出等于本年收入吗", ()),
        # what a body says of itself
        (rf"(?:在)?{_FOUND_IN}(?:又)?(?:是)?(?:怎么|如何|怎样|咋)(?:介绍|描述|概括|表述|写|说|讲|交代|阐述)(?:自己|本单位|该单位|它|其)?的?(?:主要|基本|工作)?(?:职责|职能)(?:的)?", "主要职能是什么", ()),
    )
)  # fmt: skip
_CARS_OF_CHIEFS = re.compile(
    rf"(?:给)?{_CHIEFS}(?:公务用?|专|小|用|公)?车(?:辆|子)?(?:一共|总共|现有|目前)*(?:是|有|配了?)?(?:几|多少)(?:辆|台|部)?"
)
_OVER_INCOME = re.compile(
    rf"(?P<row>[^,，]{{2,20}}?){_THIS_YEAR}(?:实际)?支出(?:超过|超出|多于|大于|高于|超)了?(?:当年|今年|本年|它|其)*的?(?:实际)?收入(?:了|是)*{_MUCH}"
)
_NOTES_SUM = re.compile(
    rf"(?P<table>[“\"]?三公[”\"]?经费[\u4e00-\u9fff]{{0,8}}?表)(?:里面?|中|上)?的?(?:合计数?)?(?:和|与|跟|同)(?:后面|下面|前面|后文|正文)?的?(?:文字)?(?:情况)?(?:说明|部分|正文|文字)(?:里面?|中|上)?(?:写|说)?的?(?:合计数?|总数|总额|数字?)?{_EVEN}"
)
_NOTES_TABLE = re.compile(
    rf"(?:文字|情况)*说明(?:里面?|中|上)?(?:写|说)?的?(?P<row>本年[收支][入出]合计)(?:和|与|跟|同)(?P<table>(?:收入|支出)(?:决算|预算)?(?:总)?表)(?:里面?|中|上)?的?(?:数|合计数?|数字)?{_EVEN}"
)


def in_everyday_words(bare: str, view: View) -> str:
    """A folded question without its mark, in the words of print; empty where it is none of these, or nothing is printed under them."""
    for words, told, needs in _ROWS:
        if words.fullmatch(bare) is not None and all(need in view.vocabulary for need in needs):
            return told
    if _CARS_OF_CHIEFS.fullmatch(bare) is not None and "干部用车" not in bare:  # which is the name of one kind
        own = {name for name in view.vocabulary if name.endswith("领导干部用车")}
        return f"{own.pop()}有几辆" if len(own) == 1 else ""
    if (m := _OVER_INCOME.fullmatch(bare)) is not None and m["row"] in view.vocabulary:
        return f"{m['row']}的支出比收入多多少"
    if (m := _NOTES_SUM.fullmatch(bare)) is not None and re.search("合计|总[数额]", bare):
        return f"{m['table']}的合计和说明里三公经费是否一致"
    m = _NOTES_TABLE.fullmatch(bare)
    return f"说明里{m['row']}和{m['table']}的{m['row']}一致吗" if m is not None and m["row"][2] == m["table"][0] else ""
