"""Who is let in: this machine's browser, with the token, from the page itself, and nobody else.

Every request passes here before anything looks at it. A page of another site may make the browser send one (that is
what Origin, SameSite and the field of the forms are against) or point a name of its own at 127.0.0.1 (that is what Host
is against); another user of this machine may try every port (that is what the token is against).
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.datastructures import FormData, Headers, MutableHeaders, QueryParams
from starlette.requests import ClientDisconnect, cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from torparse.review import posted
from torparse.review.posted import Allowed, Unfit
from torparse.review.session import Session, same

FIELD = "csrf"
"""The field of every form that says it is ours."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # with no-referrer forms would send "Origin: null"
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What every answer says, whatever it is."""

_FOREIGN = "This address is not the review page's own. Open the address that torparse printed."
_UNKNOWN = "Open the address that torparse printed when it started: it lets you in, and this one does not."
_ELSEWHERE = "This did not come from the review page, so nothing was done."
_NO_FORMS = Allowed()


_LONGEST_PATH = 2000


class Guard:
    """An ASGI application around ``app``. ``uploads`` says at which paths files may be posted, and how many."""

    def __init__(self, app: ASGIApp, session: Session, uploads: Mapping[str, Allowed]) -> None:
        self._app, self._session, self._uploads = app, session, uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # a web socket: there are none
            await send({"type": "websocket.close", "code": 1008})
            return

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        answer = self._refusal(scope)
        if answer is not None:
            await answer(scope, receive, safely)
        elif scope["method"] == "POST":
            await self._post(scope, receive, safely)
        else:
            await self._app(scope, receive, safely)

    def _refusal(self, scope: Scope) -> Response | None:
        """The answer to a request that goes no further, or None. Nothing of its body is read for that."""
        headers = Headers(scope=scope)
        if len(headers.getlist("host")) != 1 or headers["host"] not in self._session.hosts:
            return _no(403, _FOREIGN)
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return _no(405, "This is not done here.", {"Allow": "GET, HEAD, POST"})
        query = QueryParams(scope["query_string"])
        if "token" in query and scope["method"] != "POST":
            return self._entrance(scope["path"], query)
        if not same(cookie_parser(headers.get("cookie", "")).get(self._session.cookie, ""), self._session.pass_):
            return _no(403, _UNKNOWN)
        if scope["method"] == "POST" and not self._from_here(headers):
            return _no(403, _ELSEWHERE)
        if len(scope["path"]) > _LONGEST_PATH:  # Python refuses to make a number of 4,300 digits
            return _no(414, "There is no such page: the address is too long.")
        return None

    def _entrance(self, path: str, query: QueryParams) -> Response:
        """Let whoever has the token in, and take it out of the address."""
        if not self._session.admits(query["token"]):
            return _no(403, _UNKNOWN)
        rest = urlencode([pair for pair in query.multi_items() if pair[0] != "token"])
        # never "//host/…", which would lead to another site
        answer = RedirectResponse(f"/{path.lstrip('/')}{f'?{rest}' if rest else ''}", 303)
        answer.set_cookie(self._session.cookie, self._session.pass_, path="/", httponly=True, samesite="strict")
        return answer

    def _from_here(self, headers: Headers) -> bool:
        """Whether a form was sent by a page of ours. Browsers send Origin with every form; Referer stands in for it."""
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return False
        here = f"http://{headers['host']}"
        origin = headers.getlist("origin")
        if origin:
            return origin == [here]
        return headers.get("referer", "").startswith(f"{here}/")

    async def _post(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the form and pass it on in ``request.state.form``, if it carries our field."""
        allowed = self._uploads.get(scope["path"], _NO_FORMS)
        form = FormData()
        try:
            form = await posted.read(Headers(scope=scope), receive, allowed)
            if same(posted.text_of(form, FIELD), self._session.csrf):
                scope.setdefault("state", {})["form"] = form
                await self._app(scope, receive, send)
            else:
                await _no(403, _ELSEWHERE)(scope, receive, send)
        except Unfit as error:
            await _no(error.status, error.said, {"Connection": "close"})(scope, receive, send)
        except ClientDisconnect:
            return  # nobody is there to be answered
        finally:
            await form.close()


def _no(status: int, said: str, headers: Mapping[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{said}\n", status, headers)
