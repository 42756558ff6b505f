from datetime import UTC, datetime, timedelta

import pytest

from cms.notifications.actions import deliver_due, post
from cms.notifications.models import OutboxMessage
from cms.notifications.registries import deliverers

pytestmark = pytest.mark.room
NOW = datetime(2026, 11, 26, tzinfo=UTC)


@pytest.fixture
def letterbox() -> list[dict[str, object]]:
    received: list[dict[str, object]] = []

    def receive(payload: dict[str, object]) -> None:
        if payload.get("break"):
            raise RuntimeError("máy chủ thư không trả lời")
        received.append(payload)

    with deliverers.temporarily("test.letter", receive):
        yield received


def test_post_twice_with_one_key_is_delivered_once(letterbox: list[dict[str, object]]) -> None:
    for _ in range(2):
        post("test.letter", key="a", payload={"n": 1}, at=NOW)
    assert (deliver_due(at=NOW), deliver_due(at=NOW), letterbox) == (1, 0, [{"n": 1}])


def test_a_failed_delivery_waits_and_others_go_out(letterbox: list[dict[str, object]]) -> None:
    post("test.letter", key="a", payload={"break": True}, at=NOW)
    post("test.letter", key="b", payload={"n": 2}, at=NOW)
    assert (deliver_due(at=NOW), letterbox) == (1, [{"n": 2}])
    failed = OutboxMessage.objects.get(key="a")
    assert (failed.attempts, failed.last_error) == (1, "máy chủ thư không trả lời")
    assert failed.next_attempt_at == NOW + timedelta(minutes=1)


def test_a_message_without_a_deliverer_stays(letterbox: list[dict[str, object]]) -> None:
    post("test.unknown", key="a", payload={}, at=NOW)
    assert (deliver_due(at=NOW), OutboxMessage.objects.due(NOW).count()) == (0, 1)
