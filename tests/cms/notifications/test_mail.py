from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from cms.notifications.actions import deliver_due, forget_delivered, post
from cms.notifications.letters import tell
from cms.notifications.mail import AttachmentsNotCarried
from cms.notifications.models import OutboxMessage

pytestmark = pytest.mark.room


@pytest.fixture(autouse=True)
def through_the_outbox() -> None:
    with override_settings(EMAIL_BACKEND="cms.notifications.mail.OutboxBackend"):
        yield


def test_a_letter_leaves_only_after_its_change_is_saved() -> None:
    with transaction.atomic():
        mail.send_mail("Đã duyệt", "Bài đã được duyệt.", None, ["a@example.org"])
        transaction.set_rollback(True)
    assert OutboxMessage.objects.count() == 0


def test_a_letter_arrives_whole() -> None:
    letter = mail.EmailMultiAlternatives(
        "Đã duyệt", "Bài đã duyệt.", "b@example.org", ["a@example.org"], cc=["c@example.org"]
    )
    letter.attach_alternative("<p>Bài đã duyệt.</p>", "text/html")
    letter.send()
    assert mail.outbox == []
    deliver_due(at=timezone.now())
    sent = mail.outbox[0]
    assert (sent.subject, sent.body, sent.to, sent.cc) == (
        "Đã duyệt", "Bài đã duyệt.", ["a@example.org"], ["c@example.org"],
    )  # fmt: skip
    assert [body for body, _ in sent.alternatives] == ["<p>Bài đã duyệt.</p>"]


def test_a_letter_with_a_file_is_refused() -> None:
    letter = mail.EmailMessage("Kèm tệp", "", None, ["a@example.org"])
    letter.attach("ho-so.txt", "bí mật", "text/plain")
    with pytest.raises(AttachmentsNotCarried):
        letter.send()


def test_what_a_letter_said_is_nobodys_to_read_after_it_was_delivered() -> None:
    mail.send_mail("Đặt lại mật khẩu", "Mở: https://example.org/mat-khau/bi-mat/", None, ["a@example.org"])
    post("thu", key="thu:1", payload={"page": 7}, at=timezone.now())
    assert "bi-mat" in OutboxMessage.objects.get(kind="mail").payload["body"]
    deliver_due(at=timezone.now())
    assert OutboxMessage.objects.get(kind="mail").payload == {}
    assert OutboxMessage.objects.get(kind="thu").payload == {"page": 7}


def test_what_was_delivered_is_thrown_away_after_a_month_and_what_waits_is_not() -> None:
    mail.send_mail("Đã duyệt", "", None, ["a@example.org"])
    now = timezone.now()
    assert deliver_due(at=now) == 1
    mail.send_mail("Chưa gửi được", "", None, ["a@example.org"])
    assert forget_delivered(at=now + timedelta(days=29)) == 0
    assert forget_delivered(at=now + timedelta(days=31)) == 1
    assert OutboxMessage.objects.get().delivered_at is None


def test_each_is_written_to_alone() -> None:
    tell(["b@example.org", "a@example.org", "b@example.org"], "Có việc", "", "/admin/")
    deliver_due(at=timezone.now())
    assert [letter.to for letter in mail.outbox] == [["a@example.org"], ["b@example.org"]]
    assert mail.outbox[0].body == f"Mở: {settings.SITE_URL}/admin/"
