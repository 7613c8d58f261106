"""The item that a question about many documents asks each of them for, as it is put to one document."""

from __future__ import annotations

import re

_ON = re.compile(
    r"^(?:在|往|对)(?P<on>.+?)(?:上面?|这件事上?|方面|这一?块|那一?块|这一?项)+[,，]?(?:花钱?|用钱|投入|支出)?(?:花|用|投|给|安排)?(?:得|的|了)?$"
)
_UNITS = re.compile(
    r"(?:多少|几|哪)(辆|台|套|个项目|人|平方米|件)|(辆|台|套|人|面积)数|公车.{0,8}(?:最多|最少|一共|加起来)|(?<!购置)(?<!运行)车(?:辆)?(?:最多|最少|多|少)|(?<!购置)(?<!运行)车(?:辆)?的?(?:保有)?数量|最[多少]的车辆|(?<!购置)(?<!运行)车(?:辆)?比.{0,24}[多少]"
)
_EQUIPMENT = re.compile(
    r"(?:(?:单价|单位价值|价值)?(?:在)?(?:100|一百|百)万元?(?:\(含\))?以上的?)?(?:大型|贵重)?设备(?:的)?(?:总数|数量|台套?数|总量|数)?"
)
"""What disclosures count of equipment is what costs a million or more a piece (国有资产占有使用情况)."""
_OWNED = re.compile(r"^(?:拥有|持有|配备了?|配有|名下的?|保有)的?(?=车|.*设备)")
_VEHICLES = re.compile(r"(?:共有|现有|保有)?(?:的)?(?:公务)?(?:车辆|公车|汽车)(?:的)?(?:总数|数量|保有量|数)?")


def as_disclosed(item: str) -> str:
    """An item as disclosures have it, where they count it."""
    item = _OWNED.sub("", item)
    if item == "车":
        return "车辆"
    return "单价100万元以上设备" if _EQUIPMENT.fullmatch(item) else item


def counted_as(item: str) -> str:
    """What makes the question of one document one for a count, where the item is what is counted: 多少辆."""
    return "多少辆" if _VEHICLES.fullmatch(item) else ""


def unit_asked(text: str) -> str:
    """What makes the question of one document one for a count: 多少辆."""
    m = _UNITS.search(text)
    if m is None:
        return ""
    unit = m[1] or m[2] or "辆"
    return "" if unit == "面积" else f"多少{unit}"


def tidied(item: str) -> str:
    """An item's words without what held them to the rest of the question."""
    item = before = re.sub(r"\(或[^()]*\)", "", item).strip(",， ")
    while (shorter := _TAIL.sub("", _HEAD.sub("", _WITHIN.sub("", item)))) != item:
        item = shorter
    if (m := _ON.match(item)) is not None:
        item = m["on"]
    if (m := _PART_IN.match(item)) is not None:
        item = f"{m['part']}占{m['whole']}的比重"
    if re.search(r"占得?(?:$|[,，]占?百分之几$)", before):
        item += "占比"
    return item.strip(",， 的")


_PART_IN = re.compile(r"(?P<whole>[^,，占]+?)里面?[,，](?P<part>[^,，占]+?)的?(?:比重(?!点)|占比|比例)$")
_HEAD = re.compile(
    r"^(?:(?:请|帮我)?(?:按照?|根据)|的?(?:单位|部门|机构|文件)(?:里面?|中|当中|之中)(?=[\u4e00-\u9fff])|[,，、的和与跟同把从靠按]|(?:请|帮我|麻烦|给我)*(?:列出|列一下|找出|挑出|说出|点出)|全?库里?面?|这(?=[,，])|比[,，]|以及|那么?(?![^,，]*上)|[都也]?有个|(?:家|份)的?|当年|加起来[,，]?|两年的?|用在"
    r"|在(?!职|编|岗|建|校|读|用|账)(?![^,，]*[上块面项])|年(?=给)|(?:另外|另)(?:那)?一?(?:家|个).*|(?:倒数)?第[一二三四五两\d]+(?:名|位|家)?呢?$)"
)
_TAIL = re.compile(
    r"(?:(?:分别|各自?)(?:都)?(?:共?有|是)?(?:多少|几)(?:辆|台套?|套)(?:\([套台]\))?|(?:并|请)?(?:列出|排出|给出)?(?:来)?(?:及其?|和|与)(?:各自的?)?(?:金额|数额|名字|名称)|(?:并|请)?(?:列出|排出|给出)来?|[,，]?(?:全|整个)库里?|(?:(?:分别)?、?各(?:自|家)?|分别(?=有多少|是多少))(?:是|有)?(?:多少[台辆套]?(?:套|台)?)?|分别|[,，][^,，]{0,4}(?:那个|那家)|(?:当年)?(?:一共|总共|合计|加起来|加一起|合起来|加总)+(?:是|有|要|花|多少|几|了|钱|辆|台|套|个|万|元)*|[,，]?占?百分之几|这笔(?:进账|钱|收入)?|占得?|当年"
    r"|[,，]?(?:全部|一共)?算下来(?:掏|花|出)?|(?:花|拿|掏|交|留|安排|准备)(?:出去|掉|了)*钱?|是?(?:多|高|大|少|低|小)?还是|是不是|是否|[是有]?多少钱?|是|有|吗|呢|的|了|得|要|花得|花钱|花的|用得|投入得?|、)$"
)
_WITHIN = re.compile(
    r"花了?钱?(?=买)|(?<=买)了|手里的?(?=车)|^[^,，]{2,10}的那(?:一)?(?:笔|块|部分)(?=[\u4e00-\u9fff]{2})"
)
