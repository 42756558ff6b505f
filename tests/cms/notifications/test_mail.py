import pytest
from django.core import mail
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from cms.notifications.actions import deliver_due
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
