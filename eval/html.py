"""HTML from plain values: every text is escaped, nothing is loaded from anywhere, no script is needed."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = str | int | float | None
_EMPTY = {"br", "img", "line", "circle", "rect"}


def escaped(child: Child) -> Html:
    """A child as HTML: what is HTML stays, all else is text."""
    if isinstance(child, Html):
        return child
    return Html("" if child is None else html.escape(str(child)))


def joined(children: Iterable[Child]) -> Html:
    """Children one after the other."""
    return Html("".join(escaped(child) for child in children))


def tag(name: str, *children: Child, **attributes: Child) -> Html:
    """An element; `class_` is class, `_` in other names is `-`; attributes that are None are left out."""
    given = ((n.rstrip("_").replace("_", "-"), value) for n, value in attributes.items() if value is not None)
    head = "".join(f' {n}="{html.escape(str(value))}"' for n, value in given)
    if name in _EMPTY and not children:
        return Html(f"<{name}{head}/>")
    return Html(f"<{name}{head}>{joined(children)}</{name}>")


def table(head: Sequence[Child], rows: Iterable[Sequence[Child]], caption: str = "") -> Html:
    """A table; first column to the left, figures to the right."""
    top = tag("thead", tag("tr", *(tag("th", cell) for cell in head)))
    body = tag("tbody", *(tag("tr", *(tag("td", cell) for cell in row)) for row in rows))
    return tag("div", tag("table", tag("caption", caption) if caption else None, top, body), class_="wide")


def bar(share: float | None, text: str, *, better: str = "higher") -> Html:
    """A share as a bar with its text; grey where there is nothing to measure."""
    if share is None:
        return tag("span", text, class_="none")
    good = share >= 1 if better == "higher" else share <= 0
    width = f"width:{max(0.0, min(1.0, share)) * 100:.1f}%"
    return tag("div", tag("i", style=width), tag("b", text), class_=f"bar {'good' if good else 'part'}")


def count(value: float | None, text: str, *, zero: bool) -> Html:
    """A count; red where it should be zero and is not."""
    if value is None:
        return tag("span", text, class_="none")
    return tag("b", text, class_=("bad" if value else "ok") if zero else None)


def dots(rows: Sequence[tuple[str, Sequence[float | None]]], names: Sequence[str]) -> Html:
    """A dot plot of shares: a line for each row, a dot for each name, from 0 to 100 %."""
    left, width, step = 230, 520, 24
    height = step * (len(rows) + 2)
    colours = ("#1f6feb", "#1a7f37", "#bf8700")
    drawn: list[Child] = []
    for at in range(0, 101, 25):
        x = left + width * at / 100
        drawn.append(tag("line", x1=x, x2=x, y1=step, y2=height - step, stroke="#d0d7de"))
        drawn.append(tag("text", f"{at}%", x=x, y=height - 6, text_anchor="middle"))
    for n, name in enumerate(names):
        drawn.append(tag("circle", cx=left + 110 * n + 6, cy=10, r=5, fill=colours[n]))
        drawn.append(tag("text", name, x=left + 110 * n + 16, y=14))
    for n, (label, shares) in enumerate(rows, 1):
        y = step * n + step / 2
        drawn.append(tag("text", label, x=left - 10, y=y + 4, text_anchor="end"))
        for colour, value in zip(colours, shares, strict=False):
            if value is not None:
                said = tag("title", f"{label} {value:.2%}")
                drawn.append(
                    tag("circle", said, cx=round(left + width * value, 1), cy=y, r=5, fill=colour, opacity=0.8)
                )
    size = f"0 0 {left + width + 30} {height}"
    return tag("svg", *drawn, viewBox=size, role="img", class_="plot")


STYLE = """
:root{color-scheme:light}
body{font:14px/1.55 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:1420px;margin:2rem auto;padding:0 1rem;color:#1f2328}
h1{font-size:1.6rem;margin:0}h2{margin:2.2rem 0 .6rem;font-size:1.2rem;border-bottom:1px solid #d0d7de;padding-bottom:.2rem}h3{font-size:1rem;margin:1.2rem 0 .4rem}
.made,.none,small{color:#656d76}.wide{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:.4rem 0}
caption{text-align:left;color:#656d76;padding:.2rem 0}th,td{padding:.25rem .45rem;border-bottom:1px solid #eaeef2;text-align:right;white-space:nowrap}
th{background:#f6f8fa;font-weight:600}th:first-child,td:first-child{text-align:left}td.text{white-space:normal;text-align:left}
.bar{position:relative;min-width:60px;background:#eaeef2;border-radius:3px;overflow:hidden}.bar i{position:absolute;inset:0 auto 0 0;background:#f2cc60}.bar.good i{background:#aceebb}
.bar b{position:relative;font-weight:500;padding:0 .4rem}.bad{color:#cf222e}.ok{color:#1a7f37;font-weight:500}
.state{padding:.7rem 1rem;border-radius:6px;margin:1rem 0}.state.red{background:#ffebe9;border:1px solid #ff8182}.state.green{background:#dafbe1;border:1px solid #4ac26b}
.state ul{margin:.3rem 0 0;padding-left:1.2rem}.plot{max-width:800px;width:100%;font-size:11px}
.miss{display:grid;grid-template-columns:minmax(260px,420px) 1fr;gap:1rem;padding:.7rem 0;border-bottom:1px solid #eaeef2;align-items:start}
.crop{position:relative;border:1px solid #d0d7de;line-height:0}.crop img{width:100%}.crop span{position:absolute;border:2px solid #cf222e;background:#cf222e22}
.miss p{margin:.1rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{font-weight:600}dd{margin:0}
"""


def page(title: str, *children: Child) -> str:
    """A whole document."""
    head = tag("head", Html('<meta charset="utf-8"/>'), tag("title", title), tag("style", Html(STYLE)))
    return f"<!doctype html>\n{tag('html', head, tag('body', *children), lang='zh')}\n"
