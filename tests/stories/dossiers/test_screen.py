"""The dossier's screen: who may do what there, and what it says."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from cms.people.enums import Role
from stories.exemplars.actions import place_hold, register
from stories.exemplars.models import Exemplar
from tests.factories.dossiers import NOW, a_claim, agree
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room


VERBS = {
    "alias": {"name": "Tư Kiềm"},
    "stage": {"step": "recognised", "reached_on": "05/01/2026", "document": "QĐ 12"},
    "claim": {"kind": "figure", "text": "Cứu 3 người", "evidence_kind": "witness", "evidence": "Trưởng ấp kể"},
    "evidence": {"kind": "document", "description": "Giấy khen năm 2024"},
    "amend": {"text": "Vườn sen rộng 3 ha"},
    "judge": {"verdict": "confirmed"},
    "consent": {
        "signer": "self", "signer_name": "Ông Kiềm", "given_on": "05/01/2026", "proof": "Giấy",
        "channels": ["web"], "items": ["name"],
    },
    "withdraw": {"note": "Gọi điện"},
    "hold": {"reason": "complaint", "document": "CV 12"},
    "lift": {"document": "CV 13"},
}  # fmt: skip
KEEPS = {Role.STANDING_OFFICE, Role.JOURNALIST, Role.DESK_EDITOR}
OFFICE_ALONE = {"stage", "judge", "hold", "lift"}
MAY = {verb: {Role.STANDING_OFFICE} if verb in OFFICE_ALONE else KEEPS for verb in VERBS}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("role", list(Role))
def test_roles_and_actions_of_the_dossier(
    newsroom: Newsroom, exemplar, client: Client, role: Role, verb: str
) -> None:
    office = newsroom.people[Role.STANDING_OFFICE]
    subjects = {
        "claim": a_claim(exemplar, verdict=None).pk,
        "consent": agree(exemplar).pk,
        "hold": place_hold(exemplar, reason="complaint", note="", document="CV 1", by=office, at=NOW).pk,
    }
    client.force_login(newsroom.people[role])
    answer = client.post(f"/admin/ho-so/{exemplar.pk}/", {"verb": verb} | subjects | VERBS[verb])
    assert (
        answer.status_code == 302
        and "dang-nhap" not in answer["Location"]
        and answer["Location"] != "/admin/"
    ) is (role in MAY[verb]), answer.content[:300]


def test_a_stranger_reaches_neither_dossier_nor_evidence(
    newsroom: Newsroom, exemplar, client: Client
) -> None:
    evidence = a_claim(exemplar).evidence.get()
    evidence.file.save("so.txt", ContentFile(b"bi mat"))
    for address in (f"/admin/ho-so/{exemplar.pk}/", f"/admin/ho-so/minh-chung/{evidence.pk}/"):
        assert "dang-nhap" in client.get(address)["Location"]
    assert client.get(f"/media/{evidence.file.name}").status_code == 404
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    assert b"".join(client.get(f"/admin/ho-so/minh-chung/{evidence.pk}/")) == b"bi mat"


WRONG = {
    "alias": {"name": "Tư Kiềm " * 40},
    "stage": {"step": "recognised", "reached_on": "31/02/2026"},
    "claim": {"kind": "figure", "text": "", "evidence": "Trưởng ấp kể"},
    "evidence": {"kind": "witness", "description": ""},
    "amend": {"text": ""},
    "judge": {"verdict": "confirmed", "note": "Gọi cho trưởng ấp. " * 40},
    "consent": {"signer": "self", "signer_name": "Ông Kiềm ở ấp Năm", "given_on": "31/02/2026"},
    "withdraw": {"note": "Gọi điện. " * 80},
    "hold": {"reason": "complaint", "document": "CV 12 " * 60},
    "lift": {"document": "CV 13", "note": "Đã trả lời đơn. " * 60},
}


@pytest.mark.parametrize("verb", WRONG)
def test_what_is_wrong_is_said_where_it_was_typed_and_nothing_typed_is_lost(
    newsroom: Newsroom, exemplar: Exemplar, client: Client, verb: str
) -> None:
    office = newsroom.people[Role.STANDING_OFFICE]
    client.force_login(office)
    about = {
        "claim": [a_claim(exemplar, verdict=None).pk for _ in range(2)][-1],
        "consent": [agree(exemplar).pk for _ in range(2)][-1],
        "hold": place_hold(exemplar, reason="complaint", note="", document="CV 1", by=office, at=NOW).pk,
    }
    answer = client.post(f"/admin/ho-so/{exemplar.pk}/", {"verb": verb} | about | WRONG[verb])
    assert answer.status_code == 422
    shown = html.fromstring(answer.content)
    complaining = shown.xpath("//form[.//*[@role='alert']]")
    assert [form.xpath("string(.//input[@name='verb']/@value)") for form in complaining] == [verb]
    form = complaining[0]
    for key in form.xpath(".//input[@name='claim' or @name='consent' or @name='hold']"):
        assert key.get("value") == str(about[key.get("name")])
    for name, typed in WRONG[verb].items():
        fields = form.xpath(f".//*[@name='{name}' and not(self::button)]")
        assert fields or name == "verdict"
        # A textarea begins with a line break that browsers leave out.
        assert all((field.value or "").removeprefix("\n") == typed for field in fields), name
    assert len(form.xpath(".//*[@autofocus]")) == 1
    assert form.xpath("ancestor::details[@open]") or verb == "judge"


def test_a_hold_is_placed_once_and_the_last_one_lifted_opens_the_road(
    newsroom: Newsroom, exemplar: Exemplar, client: Client
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    address, sent = f"/admin/ho-so/{exemplar.pk}/", VERBS["hold"] | {"verb": "hold"}
    assert [client.post(address, sent).status_code for _ in range(2)] == [302, 422]
    client.post(address, sent | {"document": "CV 99"})
    first, last = exemplar.holds.order_by("pk")
    told = []
    for hold in (first, last):
        answer = client.post(address, VERBS["lift"] | {"verb": "lift", "hold": hold.pk}, follow=True)
        told.append("Còn lệnh khác nên vẫn dừng mọi kênh" in answer.content.decode())
    assert told == [True, False]


@pytest.mark.parametrize(("verb", "said"), [("withdraw", "đã được rút lại"), ("lift", "đã được gỡ")])
def test_who_comes_too_late_reads_so_where_they_typed(
    newsroom: Newsroom, exemplar: Exemplar, client: Client, verb: str, said: str
) -> None:
    office = newsroom.people[Role.STANDING_OFFICE]
    client.force_login(office)
    about = {
        "consent": agree(exemplar).pk,
        "hold": place_hold(exemplar, reason="complaint", note="", document="CV 1", by=office, at=NOW).pk,
    }
    sent = {"verb": verb, "note": "Ông gọi sáng nay", "document": "CV 13"} | about
    assert client.post(f"/admin/ho-so/{exemplar.pk}/", sent).status_code == 302
    late = client.post(f"/admin/ho-so/{exemplar.pk}/", sent)
    shown = html.fromstring(late.content).xpath("//form[.//*[@role='alert']]")
    assert (late.status_code, len(shown)) == (422, 1)
    assert said in shown[0].text_content()
    assert "Ông gọi sáng nay" in late.content.decode()


def test_the_list_of_exemplars_finds_folded_names_and_keeps_its_query_count(
    newsroom: Newsroom, exemplar, client: Client, django_assert_num_queries
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    assert client.get("/admin/dien-hinh/?q=nguyen van kiem").status_code in {200, 302}
    newsroom.people[Role.STANDING_OFFICE].is_superuser = True
    newsroom.people[Role.STANDING_OFFICE].save()
    assert "Nguyễn Văn Kiềm" in client.get("/admin/dien-hinh/?q=nguyen van kiem").content.decode()
    with CaptureQueriesContext(connection) as few:
        client.get("/admin/dien-hinh/")
    for number in range(29):
        copy = Exemplar.objects.get(pk=exemplar.pk)
        copy.pk, copy.name = None, f"Nguyễn Văn {number}"
        register(copy, by=None, at=NOW + timedelta(minutes=number))
    with django_assert_num_queries(len(few)):
        client.get("/admin/dien-hinh/")


@pytest.mark.plan("E3")
def test_a_recognition_is_written_down_with_its_decision_once(
    newsroom: Newsroom, exemplar, client: Client
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    recognition = {
        "verb": "stage",
        "step": "recognised",
        "reached_on": "05/01/2026",
        "document": "QĐ 12/QĐ-UBND",
    }
    client.post(f"/admin/ho-so/{exemplar.pk}/", recognition)
    shown = client.get(f"/admin/ho-so/{exemplar.pk}/").content.decode()
    assert "Được công nhận</strong>, ngày 05/01/2026, QĐ 12/QĐ-UBND" in shown
    again = client.post(f"/admin/ho-so/{exemplar.pk}/", recognition)
    assert (again.status_code, "đã được ghi" in again.content.decode()) == (422, True)


def test_a_recognition_to_come_is_refused(newsroom: Newsroom, exemplar, client: Client) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    answer = client.post(
        f"/admin/ho-so/{exemplar.pk}/", {"verb": "stage", "step": "recognised", "reached_on": "05/01/2999"}
    )
    assert (answer.status_code, "chưa tới" in answer.content.decode()) == (422, True)
    assert exemplar.stages.count() == 0
