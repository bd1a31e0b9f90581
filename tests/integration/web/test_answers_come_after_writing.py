"""Whoever is answered finds what they did: the transaction ends before the answer is sent."""

from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import event
from starlette.types import Message, Receive, Scope, Send

from storage.database import Database
from tests.integration.web.staff import CHEAP, employ, log_in


class Watched:
    """The application, noting when an answer begins."""

    def __init__(self, app: FastAPI, seen: list[str]) -> None:
        self._app, self._seen = app, seen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._seen.append("answer")
            await send(message)

        await self._app(scope, receive, noted)


def test_the_answer_to_a_form_follows_its_commit(app: FastAPI, filled_database: Database) -> None:
    app.state.passwords = CHEAP
    with filled_database.session() as session:
        employ(session)
        engine: Any = session.get_bind()
    seen: list[str] = []
    with TestClient(Watched(app, seen), follow_redirects=False) as client:
        client.get("/masuk")
        event.listen(engine, "commit", lambda _: seen.append("commit"))
        seen.clear()
        assert log_in(client, "ani").status_code == 303
    assert "answer" in seen
    assert seen[-2:] == ["commit", "answer"]
