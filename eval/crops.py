"""The part of a page where a miss stands, as a picture in the report, its box marked."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

from eval.html import Html, tag
from extract.errors import DocumentError
from extract.model import Box
from extract.render import Picture, render

_AROUND = (170.0, 46.0)  # points shown to either side of a box, and above and below it
_ZOOM = 1.6
_WHOLE = 0.7  # a page without a box


def crop(pdfs: Mapping[str, str], document: str, page: int, box: Box | None) -> Html | None:
    """A page around a box, or all of it where there is none; None where it cannot be shown."""
    path = pdfs.get(Path(document).stem)
    if path is None or page < 1:
        return None
    clip = None if box is None else (box[0] - _AROUND[0], box[1] - _AROUND[1], box[2] + _AROUND[0], box[3] + _AROUND[1])
    try:
        picture = render(Path(path), page, clip, _WHOLE if box is None else _ZOOM)
    except (DocumentError, OSError, RuntimeError, ValueError):
        return None
    data = b64encode(picture.png).decode()
    image = tag("img", src=f"data:image/png;base64,{data}", alt=f"{document} 第 {page} 页", loading="lazy")
    return tag("div", image, None if box is None else _mark(picture, box), class_="crop")


def _mark(picture: Picture, box: Box) -> Html:
    x0, y0, x1, y1 = picture.box
    width, height = (x1 - x0) or 1, (y1 - y0) or 1
    left, top = (box[0] - 1 - x0) / width, (box[1] - 1 - y0) / height
    style = f"left:{left:.2%};top:{top:.2%};width:{(box[2] - box[0] + 2) / width:.2%};height:{(box[3] - box[1] + 2) / height:.2%}"
    return tag("span", style=style)
