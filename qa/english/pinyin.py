"""How Chinese names are written in Latin letters: Hanyu Pinyin without tones, of the characters that GB 2312 has in its order.

The first 3755 characters of GB 2312 stand in the order of their readings, so the first of each syllable tells all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

_FIRST = (
    "a啊ai埃an鞍ang肮ao凹ba芭bai白ban斑bang邦bao苞bei杯ben奔beng崩bi逼bian鞭biao标bie鳖bin彬bing兵bo玻bu捕ca擦cai猜can餐cang苍cao操ce厕ceng层ch"
    "a插chai拆chan搀chang昌chao超che车chen郴cheng撑chi吃chong充chou抽chu初chuai揣chuan川chuang疮chui吹chun春chuo戳ci疵cong聪cou凑cu粗cuan"
    "蹿cui摧cun村cuo磋da搭dai呆dan耽dang当dao刀de德deng蹬di堤dian颠diao碉die跌ding丁diu丢dong东dou兜du督duan端dui堆dun墩duo掇e蛾en恩er而fa发fan"
    "藩fang坊fei菲fen芬feng丰fo佛fou否fu夫ga噶gai该gan干gang冈gao篙ge哥gei给gen根geng耕gong工gou钩gu辜gua刮guai乖guan棺guang光gui瑰gun辊guo锅h"
    "a哈hai骸han酣hang夯hao壕he呵hei嘿hen痕heng哼hong轰hou喉hu呼hua花huai槐huan欢huang荒hui灰hun荤huo豁ji击jia嘉jian歼jiang僵jiao蕉jie揭jin巾"
    "jing荆jiong炯jiu揪ju鞠juan捐jue撅jun均ka喀kai开kan刊kang康kao考ke坷ken肯keng坑kong空kou抠ku枯kua夸kuai块kuan宽kuang匡kui亏kun坤kuo括la垃"
    "lai莱lan蓝lang琅lao捞le勒lei雷leng棱li厘lia俩lian联liang粮liao撩lie列lin琳ling玲liu溜long龙lou楼lu芦luan峦lun抡luo萝ma妈mai埋man瞒mang芒"
    "mao猫me么mei玫men门meng萌mi眯mian棉miao苗mie蔑min民ming明miu谬mo摸mou谋mu拇na拿nai氖nan南nang囊nao挠ne呢nei馁nen嫩neng能ni妮nian蔫niang娘"
    "niao鸟nie捏nin您ning柠niu牛nong脓nu奴nuan暖nuo挪o哦ou欧pa啪pai拍pan攀pang乓pao抛pei呸pen喷peng砰pi坯pian篇piao飘pie撇pin拼ping乒po坡pu扑q"
    "i期qia掐qian牵qiang枪qiao橇qie切qin钦qing青qiong琼qiu秋qu趋quan圈que缺qun裙ran然rang瓤rao饶re惹ren壬reng扔ri日rong戎rou揉ru茹ruan软rui蕊"
    "run闰ruo若sa撒sai腮san三sang桑sao搔se瑟sen森seng僧sha莎shai筛shan珊shang墒shao梢she奢shen砷sheng声shi师shou收shu蔬shua刷shuai摔shuan栓"
    "shuang霜shui谁shun吮shuo说si斯song松sou搜su苏suan酸sui虽sun孙suo蓑ta塌tai胎tan坍tang汤tao掏te特teng藤ti梯tian天tiao挑tie贴ting厅tong通t"
    "ou偷tu凸tuan湍tui推tun吞tuo拖wa挖wai歪wan豌wang汪wei威wen瘟weng嗡wo挝wu巫xi昔xia瞎xian掀xiang相xiao萧xie楔xin薪xing星xiong兄xiu休xu墟xua"
    "n轩xue靴xun勋ya压yan焉yang殃yao邀ye椰yi一yin茵ying英yo哟yong拥you幽yu迂yuan鸳yue曰yun耘za匝zai栽zan咱zang赃zao遭ze责zei贼zen怎zeng增zha扎z"
    "hai摘zhan瞻zhang樟zhao招zhe遮zhen珍zheng蒸zhi芝zhong中zhou舟zhu珠zhua抓zhuai拽zhuan专zhuang桩zhui椎zhun谆zhuo捉zi兹zong鬃zou邹zu租zu"
    "an钻zui嘴zun尊zuo昨"
)
"""Each syllable, and the first character that is read so."""
_LEVEL_ONE = (0xB0A1, 0xD7F9)


def syllable(character: str) -> str:
    """How a character is read; empty where it is none of those."""
    code = _code(character)
    if not _LEVEL_ONE[0] <= code <= _LEVEL_ONE[1]:
        return ""
    starts, syllables = _table()
    return syllables[bisect_right(starts, code) - 1]


def is_part_in_letters(word: str, name: str, *, first: bool = False) -> bool:
    """Whether a word is two or more characters of a name, one after the other, in Latin letters; `first`: its first ones."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    read = [syllable(c) for c in name]
    for start in range(1 if first else len(read)):
        told = ""
        for end in range(start, len(read)):
            if not read[end]:
                break
            told += read[end]
            if told == letters and end > start:
                return True
    return False


@lru_cache
def _table() -> tuple[list[int], list[str]]:
    pairs = re.findall(r"([a-z]+)([\u4e00-\u9fff])", _FIRST)
    return [_code(c) for _, c in pairs], [s for s, _ in pairs]


def _code(character: str) -> int:
    try:
        return int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return 0
