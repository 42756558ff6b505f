"""Who agreed to what, on the screen of the dossier: days, boxes, the paper, and taking it back."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from lxml import html

from cms.people.enums import Role
from stories.dossiers.models import Consent
from stories.exemplars.models import Exemplar
from tests.factories.dossiers import agree
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
CONSENT = {
    "verb": "consent", "signer": "self", "signer_name": "Ông Kiềm", "given_on": "05/01/2026", "proof": "Giấy",
    "channels": ["web"], "items": ["name"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"given_on": "05/01/2027"}, "Ngày đồng ý chưa tới"),
        ({"given_on": "05/01/2026", "expires_on": "04/01/2026"}, "Ngày hết hiệu lực ở trước ngày đồng ý"),
    ],
)
def test_days_of_a_consent_that_cannot_be_are_refused(
    newsroom: Newsroom, exemplar: Exemplar, client: Client, days: dict[str, str], said: str
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    answer = client.post(f"/admin/ho-so/{exemplar.pk}/", CONSENT | days | {"verb": "consent"})
    assert (answer.status_code, said in answer.content.decode()) == (422, True)


def test_a_screen_leads_back_to_a_group_in_which_nothing_was_ticked(
    newsroom: Newsroom, exemplar: Exemplar, client: Client
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    sent = CONSENT | {"verb": "consent", "channels": []}
    shown = html.fromstring(client.post(f"/admin/ho-so/{exemplar.pk}/", sent).content)
    assert [group.findtext("legend").strip() for group in shown.xpath("//fieldset[@autofocus]")] == [
        "Đồng ý trên kênh"
    ]


def test_the_paper_of_a_consent_is_kept_beside_it_for_those_who_see_the_dossier(
    newsroom: Newsroom, exemplar: Exemplar, client: Client
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    paper = ContentFile(b"%PDF-1.7 toi dong y", name="giay.pdf")
    sent = CONSENT | {"verb": "consent", "file": paper}
    assert client.post(f"/admin/ho-so/{exemplar.pk}/", sent).status_code == 302
    consent = Consent.objects.get()
    address = f"/admin/ho-so/giay-dong-y/{consent.pk}/"
    assert address in client.get(f"/admin/ho-so/{exemplar.pk}/").content.decode()
    saved = client.get(address)
    assert b"".join(saved) == b"%PDF-1.7 toi dong y"
    assert "no-store" in saved.headers["Cache-Control"]
    assert saved.headers["Content-Disposition"].startswith("attachment")
    assert client.get(f"/media/{consent.proof_file.name}").status_code == 404


def test_a_group_of_boxes_has_a_name_and_its_help(
    newsroom: Newsroom, exemplar: Exemplar, client: Client
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    shown = html.fromstring(client.get(f"/admin/ho-so/{exemplar.pk}/").content)
    group = shown.xpath("//fieldset[.//input[@name='channels']]")[0]
    assert group.findtext("legend").strip().startswith("Đồng ý trên kênh")
    assert "nói rõ là đồng ý" in shown.get_element_by_id(group.get("aria-describedby")).text_content()
    assert shown.xpath("//label[@for='']") == []


def test_nobody_withdraws_a_consent_by_one_press(
    newsroom: Newsroom, exemplar: Exemplar, client: Client
) -> None:
    consent, address = agree(exemplar), f"/admin/ho-so/{exemplar.pk}/"
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    refused = client.post(address, {"verb": "withdraw", "consent": consent.pk, "note": " "})
    consent.refresh_from_db()
    assert (refused.status_code, consent.withdrawn_on) == (422, None)
    assert "Hãy ghi người ấy báo rút lại bằng cách nào, ngày nào." in refused.content.decode()
    client.post(address, {"verb": "withdraw", "consent": consent.pk, "note": "Gọi điện ngày 20/11"})
    consent.refresh_from_db()
    assert consent.withdrawal_note == "Gọi điện ngày 20/11"
