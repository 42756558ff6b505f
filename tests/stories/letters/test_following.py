"""A proposer follows with a code, and takes name and contact back."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.people.actions import revoke_link
from cms.people.enums import Purpose
from cms.people.models import AccessLink
from stories.letters.actions import forget_old_contacts
from tests.factories.letters import DOOR, FOLLOW, a_proposal, code_in, is_secret, posted, text_of, words

pytestmark = pytest.mark.room


def test_a_code_is_read_in_small_letters_and_without_dashes(client: Client) -> None:
    _, code = a_proposal()
    typed = code.lower().replace("-", " ")
    assert client.post(FOLLOW, {"code": typed}).status_code == 200


@pytest.mark.parametrize(
    ("code", "status", "said"),
    [
        ("", 422, "Hãy nhập mã theo dõi."),
        ("abc", 422, "Mã gồm GS và 12 chữ, số."),
        ("GS-0000-0000-0000", 404, "Không có mã nào như vậy."),
    ],
)
def test_a_wrong_code_is_told_and_kept(client: Client, code: str, status: int, said: str) -> None:
    answer = client.post(FOLLOW, {"code": code})
    assert (answer.status_code, said in text_of(answer), is_secret(answer)) == (status, True, True)
    assert f'value="{code}"' in text_of(answer) or not code


@pytest.mark.usefixtures("within_one_hour")
def test_codes_cannot_be_guessed_one_after_the_other(client: Client) -> None:
    _, code = a_proposal()
    answers = [client.post(FOLLOW, {"code": f"GS-0000-0000-00{n:02}"}).status_code for n in range(21)]
    assert answers == [404] * 20 + [429]
    assert client.post(FOLLOW, {"code": code}).status_code == 429
    assert client.post(FOLLOW, {"code": code}, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_codes_of_one_after_the_other_have_nothing_in_common() -> None:
    codes = {a_proposal()[1] for _ in range(50)}
    assert len(codes) == 50
    assert len({code[3:7] for code in codes}) > 45


def test_an_old_and_a_revoked_code_say_so(client: Client) -> None:
    _, old = a_proposal(at=timezone.now() - timedelta(days=731))
    gone = client.post(FOLLOW, {"code": old})
    assert (gone.status_code, "đã hết hạn" in text_of(gone)) == (410, True)
    one, code = a_proposal()
    revoke_link(AccessLink.objects.get(subject=str(one.pk)), by=None, at=timezone.now())
    assert client.post(FOLLOW, {"code": code}).status_code == 410


def test_the_proposer_takes_name_and_contact_back(client: Client) -> None:
    one, code = a_proposal()
    answer = client.post(FOLLOW, {"code": code, "verb": "forget"})
    assert "Đã xóa tên và cách liên hệ của bạn." in text_of(answer)
    one.refresh_from_db()
    assert (one.contact_name, one.contact, one.name) == ("", "", "Ông Trần Văn Đò")
    assert ModelLogEntry.objects.filter(action="letters.forget_contact").count() == 1


def test_the_code_is_nowhere_in_the_database_and_forms_leave_no_key_to_it(client: Client) -> None:
    form = posted()
    code = code_in(client.post(DOOR, form))
    client.post(FOLLOW, {"code": code})
    rows = [str(row) for model in apps.get_models() for row in model.objects.values_list()]
    assert any("Trần Văn Đò" in row for row in rows)
    letters = code.replace("-", "")
    assert [row for row in rows if code in row or letters in row or form["form"] in row] == []
    assert AccessLink.objects.get().purpose == Purpose.PROPOSAL


def test_after_two_years_nobody_can_reach_the_proposer_through_us() -> None:
    now = timezone.now()
    old, fresh = a_proposal(at=now - timedelta(days=730))[0], a_proposal(at=now - timedelta(days=729))[0]
    assert [forget_old_contacts(at=now), forget_old_contacts(at=now)] == [1, 0]
    old.refresh_from_db()
    fresh.refresh_from_db()
    assert (old.contact_name, old.contact, old.deeds) == ("", "", words()["deeds"])
    assert fresh.contact == "0912 345 678"
    logged = {entry.action for entry in ModelLogEntry.objects.for_instance(old)}
    assert logged == {"letters.propose", "letters.contact_expired"}
