"""What goes to OpenSearch and how it is asked; a small server stands in for it and keeps what it was sent."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from wagtail.search.backends import get_search_backend

from cms.settings import backends
from stories.pages.models import StoryPage
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
TITLE = "Ông Tư giữ ruộng sen ở Tháp Mười"


@pytest.fixture
def wire() -> Iterator[tuple[int, list[tuple[str, str, Any]]]]:
    sent: list[tuple[str, str, Any]] = []

    class Listener(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            sent.append((self.command, self.path, json.loads(body) if body else None))
            said = json.dumps({"hits": {"hits": []}, "count": 0}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        do_GET = do_POST = do_PUT = answer

        def log_message(self, format: str, *args: Any) -> None:
            """The test's output stays readable."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, sent
        server.shutdown()


@pytest.fixture
def engine(wire, settings):  # type: ignore[no-untyped-def]
    url = f"opensearch://127.0.0.1:{wire[0]}"
    settings.MODELSEARCH_BACKENDS = settings.WAGTAILSEARCH_BACKENDS = backends.search({"SEARCH_URL": url}, {})
    engine = get_search_backend()
    yield engine
    engine.es.close()


def test_a_story_is_folded_on_its_way_into_opensearch(newsroom: Newsroom, engine, wire) -> None:
    story = newsroom.draft(TITLE)
    engine.get_index_for_model(StoryPage).add_item(story)
    method, path, document = wire[1][-1]
    assert (method, path) == ("PUT", f"/guong-sang_wagtailcore_page/_doc/{story.pk}")
    assert document["title"] == "ong tu giu ruong sen o thap muoi"
    assert "ong tu giu ruong sen o thap muoi" in document["_edgengrams"]
    assert document["title_filter"] == TITLE


@pytest.mark.parametrize("typed", ["Tháp Mười", "thap muoi", "Tha\u0301p Mu\u031bo\u031b\u0300i"])
def test_a_query_is_folded_and_wants_every_word(newsroom: Newsroom, engine, wire, typed: str) -> None:
    assert list(engine.search(typed, StoryPage)[:5]) == []
    asked = json.dumps(wire[1][-1][2])
    assert '"query": "thap muoi"' in asked
    assert '"operator": "and"' in asked
