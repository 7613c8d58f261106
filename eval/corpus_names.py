"""Who publishes an invented disclosure, and under which codes: institutes that do not exist, with what such ones spend on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from eval.corpus_amounts import code_names

_CITIES = ("澄江", "云滨", "沐阳", "栖原", "青枫", "榆林坡", "鹭洲", "丹霞岭", "月湖", "霜溪", "麦湾", "砚池", "星浦", "竹溪口", "汀南")  # fmt: skip
_CENTRAL = ("华辰", "东岳", "远岚", "启明湾", "北斗岭", "南屏")

# What each kind of institute is called, and the 类 that it mainly spends under.
_CENTRAL_BODIES = (
    ("高原生态研究院", "206"),
    ("极端材料研究所", "206"),
    ("深空数据研究中心", "206"),
    ("湖泊沉积研究所", "206"),
    ("作物遗传研究所", "206"),
    ("海洋气候研究中心", "220"),
)
_CITY_BODIES = (
    ("湿地保护站", "211"),
    ("水质监测中心", "211"),
    ("少年宫", "205"),
    ("第三幼儿园", "205"),
    ("群众艺术馆", "207"),
    ("方志馆", "207"),
    ("血站", "210"),
    ("农机推广站", "213"),
    ("航道管理所", "214"),
    ("防汛物资站", "224"),
)
_DEPARTMENTS = (
    ("文化旅游局", "207"),
    ("农业农村局", "213"),
    ("教育局", "205"),
    ("卫生健康局", "210"),
    ("生态环境局", "211"),
    ("交通运输局", "214"),
)
_FUNDS = ("2296002", "2296003", "2296099", "2121401", "2121499", "2070701", "2070702", "2121301", "2121399")
_STAFF_COSTS = ("2080502", "2080505", "2080506", "2101102", "2210201", "2210203")
_ALL_CLASSES = ("201", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "220", "221", "224")


@dataclass(frozen=True)
class Institute:
    """An invented institute: its name, the 市 or 省 it belongs to (empty for a central one), and its main 类."""

    name: str
    city: str
    main: str


def institute(chance: Random, kind: str) -> Institute:
    """An institute of a kind: `central`, `unit` or `department`."""
    if kind == "central":
        body, main = chance.choice(_CENTRAL_BODIES)
        return Institute(chance.choice(_CENTRAL) + body, "", main)
    body, main = chance.choice(_CITY_BODIES if kind == "unit" else _DEPARTMENTS)
    city = chance.choice(_CITIES) + chance.choice(("市", "县", "区"))
    return Institute(city + body, city, main)


def item_codes(chance: Random, main: str, items: int, classes: Sequence[str] = ()) -> list[str]:
    """Codes of so many items: what staff costs first, then items of the main 类, then of other 类 where more are asked for.

    Now and then a 款 is given without 项, as published tables do.
    """
    names = code_names("functional")
    funds = {code[:5] for code in _FUNDS} | {"21208", "21460", "21462"}
    taken = set(chance.sample(_STAFF_COSTS, chance.randint(2, len(_STAFF_COSTS))))
    for top in (main, *classes):
        possible = sorted(
            c
            for c in names
            if len(c) == 7 and c.startswith(top) and c[:5] not in funds and c[3:5] != "98" and c[:5] in names
        )
        some = possible if len(possible) + len(taken) <= items else _neighbours(chance, possible, items - len(taken))
        taken.update(some)
        if len(taken) >= items:
            break
    found = sorted(taken)
    for group in sorted({code[:5] for code in found if code[:3] == main}):
        own = [code for code in found if code.startswith(group)]
        if len(own) == 1 and chance.random() < 0.4:
            found[found.index(own[0])] = group
    return found


def _neighbours(chance: Random, codes: Sequence[str], wanted: int) -> list[str]:
    """So many codes that mostly stand together, as an institute's items do."""
    start = chance.randrange(max(1, len(codes) - 2 * max(wanted, 1)))
    near = codes[start : start + 2 * max(wanted, 1)]
    return sorted(chance.sample(list(near), min(max(wanted, 1), len(near))))


def fund_codes(chance: Random, items: Sequence[str]) -> list[str]:
    """Codes of government funds, of one 款 that the items do not use; often none."""
    if chance.random() < 0.35:
        return []
    names = code_names("functional")
    first = chance.choice([c for c in _FUNDS if c in names])
    same = [c for c in _FUNDS if c[:5] == first[:5] and c in names]
    return sorted(chance.sample(same, chance.randint(1, min(2, len(same)))))


def many_classes(chance: Random) -> list[str]:
    """All 类 in any order, for a department with long tables."""
    return chance.sample(_ALL_CLASSES, len(_ALL_CLASSES))
