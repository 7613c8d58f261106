"""What stands between the page and whoever asks: names, origins, lengths, and headers."""

from __future__ import annotations

import logging
import re

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOCAL = frozenset(("127.0.0.1", "localhost", "::1"))
_LONGEST = 8_000_000  # bytes of a message; a chat of the most turns has less than one million
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)


class Guard:
    """What is asked from elsewhere is refused; headers for every response: nothing is loaded from elsewhere, nothing is
    guessed, nothing is told to others. `local`: only names of this machine are answered to, so that no other site's
    name, pointed at this machine, opens the page for that site."""

    def __init__(self, app: ASGIApp, *, local: bool) -> None:
        """Wrap an application."""
        self.app = app
        self.local = local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""

        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                own = {
                    b"content-security-policy": _POLICY.encode(),
                    b"x-content-type-options": b"nosniff",
                    b"referrer-policy": b"no-referrer",
                }
                kept = [(k, v) for k, v in message["headers"] if k.lower() not in own]
                message["headers"] = [*kept, *own.items()]
            await send(message)

        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif _elsewhere(scope["path"]):
            await PlainTextResponse("Not Found", 404)(scope, receive, guarded)
        elif _stranger(headers := Headers(scope=scope), local=self.local):
            await PlainTextResponse("Forbidden: open the page by its own address", 403)(scope, receive, guarded)
        elif _too_large(headers):
            await PlainTextResponse("Content Too Large", 413)(scope, receive, guarded)
        else:
            try:
                await self.app(scope, receive, guarded)
            except Exception:
                if begun:
                    raise
                logging.getLogger(__name__).exception("a request that could not be answered")
                await PlainTextResponse("Internal Server Error", 500)(scope, receive, guarded)


def _elsewhere(path: str) -> bool:
    """Whether gradio would fetch something from another address for whoever asks for this path."""
    return re.search(r"/(file|proxy)=/*[a-z][a-z+.-]*:", path, re.IGNORECASE) is not None


def _stranger(headers: Headers, *, local: bool) -> bool:
    """Whether a request was made for another name than the page's own, or by a page of another site."""
    host = headers.get("host", "")
    if local and _name(host) not in _LOCAL:
        return True
    origin = headers.get("origin", "")
    own = {host} if local else {host, headers.get("x-forwarded-host", host)}
    return bool(origin) and origin.partition("://")[2] not in own


def _name(host: str) -> str:
    """A host's name without its port: [::1]:7860 is ::1."""
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0].lower()


def _too_large(headers: Headers) -> bool:
    """Whether a message is longer than any that the page sends; files have their own limit."""
    if headers.get("content-type", "").startswith("multipart/"):
        return False
    length = headers.get("content-length", "")
    return (length.isdigit() and int(length) > _LONGEST) or "chunked" in headers.get("transfer-encoding", "")
