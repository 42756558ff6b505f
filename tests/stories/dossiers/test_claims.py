"""What is said of an exemplar, on the screen of the dossier: proof, words, verdicts."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html
from wagtail.models import ModelLogEntry

from cms.people.enums import Role
from stories.dossiers.actions import (
    add_evidence,
    amend_claim,
    judge,
)
from stories.dossiers.enums import ClaimKind, EvidenceKind, Verdict
from stories.dossiers.models import Claim, Evidence
from stories.exemplars.models import Exemplar
from tests.factories.dossiers import NOW, a_claim
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room


@pytest.mark.plan("E7")
def test_a_verdict_says_from_whom_the_office_has_it(
    newsroom: Newsroom, client: Client, exemplar: Exemplar
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    claim, address = a_claim(exemplar, evidence=False, verdict=None), f"/admin/ho-so/{exemplar.pk}/"
    told = {
        "verb": "judge",
        "claim": claim.pk,
        "verdict": "confirmed",
        "said_by": "Bà Lê Thị Năm, trưởng ấp 3",
        "note": "Gọi ngày 12/11",
    }
    refused = client.post(address, told).content.decode()
    for words in ("Chưa có minh chứng", 'value="Bà Lê Thị Năm, trưởng ấp 3"', 'value="Gọi ngày 12/11"'):
        assert words in refused
    add_evidence(claim, kind=EvidenceKind.WITNESS, description="Trưởng ấp", by=None, at=NOW)
    client.post(address, told)
    assert "theo Bà Lê Thị Năm, trưởng ấp 3: Gọi ngày 12/11" in client.get(address).content.decode()
    entry = ModelLogEntry.objects.filter(action="dossiers.judge").latest("timestamp")
    assert entry.data["said_by"] == "Bà Lê Thị Năm, trưởng ấp 3"
    assert amend_claim(claim, text="Vườn sen rộng 3 ha", by=None, at=NOW).said_by == ""


def test_nobody_vouches_for_words_that_were_changed_since_they_were_read(
    newsroom: Newsroom, exemplar: Exemplar, client: Client
) -> None:
    claim, address = a_claim(exemplar, verdict=None), f"/admin/ho-so/{exemplar.pk}/"
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    sent = {"verb": "judge", "claim": claim.pk, "verdict": "confirmed", "note": "Gọi trưởng ấp"}
    sent["seen"] = seen_in(client.get(address))
    amend_claim(claim, text="Vườn sen rộng 25 ha", by=newsroom.people[Role.JOURNALIST], at=NOW)
    refused = client.post(address, sent)
    assert "Điều này vừa được sửa lời hoặc thẩm định" in refused.content.decode()
    assert Claim.objects.get().verdict == Verdict.UNCHECKED
    amend = {"verb": "amend", "claim": claim.pk, "text": "Vườn sen rộng 3 ha", "seen": sent["seen"]}
    assert client.post(address, amend).status_code == 422
    assert client.post(address, sent | {"seen": seen_in(refused)}).status_code == 302
    assert Claim.objects.get().verdict == Verdict.CONFIRMED
    other_tab = sent | {"seen": seen_in(refused), "verdict": "refuted"}
    assert client.post(address, other_tab).status_code == 422
    assert Claim.objects.get().verdict == Verdict.CONFIRMED


def seen_in(answer: HttpResponse) -> str:
    """The fingerprint of the words on the screen, in the form that judges them."""
    judge = html.fromstring(answer.content).xpath("//form[.//input[@name='verb'][@value='judge']]")[0]
    return str(judge.xpath("string(.//input[@name='seen']/@value)"))


def test_what_is_refuted_says_why(newsroom: Newsroom, exemplar: Exemplar, client: Client) -> None:
    claim = a_claim(exemplar, verdict=None)
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    sent = {"verb": "judge", "claim": claim.pk, "verdict": "refuted"}
    answer = client.post(f"/admin/ho-so/{exemplar.pk}/", sent)
    assert (answer.status_code, "Hãy ghi vì sao" in answer.content.decode()) == (422, True)


def test_an_amended_claim_keeps_nothing_of_its_old_verdict(newsroom: Newsroom, exemplar: Exemplar) -> None:
    claim = a_claim(exemplar, verdict=None)
    office = newsroom.people[Role.STANDING_OFFICE]
    judge(claim, verdict=Verdict.CONFIRMED, note="Gọi ngày 12/11", said_by="Trưởng ấp", by=office, at=NOW)
    amended = amend_claim(claim, text="Vườn sen rộng 25 ha", by=office, at=NOW)
    assert (amended.verdict, amended.verdict_note, amended.said_by) == (Verdict.UNCHECKED, "", "")


def test_a_file_without_words_is_not_let_go_in_silence(
    newsroom: Newsroom, exemplar: Exemplar, client: Client
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    sent = {"verb": "claim", "kind": "figure", "text": "Cứu 3 người", "evidence_kind": "document"}
    answer = client.post(f"/admin/ho-so/{exemplar.pk}/", sent | {"file": ContentFile(b"so", name="so.pdf")})
    assert "ghi ở ô trên minh chứng là gì" in answer.content.decode()
    assert Claim.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [("so.exe", 9, "Không nhận tệp loại này."), ("so.pdf", 20 * 1024 * 1024 + 1, "nhận tới 20,0 MB")],
)
def test_proof_of_another_kind_or_too_heavy_is_refused(
    newsroom: Newsroom, exemplar: Exemplar, client: Client, name: str, size: int, said: str
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    sent = {"verb": "evidence", "claim": a_claim(exemplar).pk, "kind": "document", "description": "Sổ"}
    before = Evidence.objects.count()
    answer = client.post(f"/admin/ho-so/{exemplar.pk}/", sent | {"file": ContentFile(b"0" * size, name=name)})
    words = " ".join(html.fromstring(answer.content).text_content().split())
    assert (answer.status_code, said in words, "hãy chọn lại tệp" in words) == (422, True, True)
    assert Evidence.objects.count() == before


def test_a_claim_is_judged_after_the_thousandth(newsroom: Newsroom, exemplar, client: Client) -> None:
    """A key written as a number for people, 7.001, would lead to no claim."""
    claim = Claim.objects.create(
        pk=7001, exemplar=exemplar, kind=ClaimKind.FIGURE, text="Vườn sen rộng 2,5 ha"
    )
    add_evidence(claim, kind=EvidenceKind.DOCUMENT, description="Sổ thu chi", by=None, at=NOW)
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    address = f"/admin/ho-so/{exemplar.pk}/"
    shown = html.fromstring(client.get(address).content)
    named = {field.get("value") for field in shown.xpath("//input[@name='claim']")}
    assert named == {"7001"}
    sent = {"verb": "judge", "claim": named.pop(), "verdict": "confirmed", "said_by": "", "note": ""}
    assert client.post(address, sent).status_code == 302
    assert Claim.objects.get().verdict == Verdict.CONFIRMED


def test_the_dossier_asks_the_same_number_of_queries_for_1_and_30_claims(
    newsroom: Newsroom, exemplar, client: Client, django_assert_num_queries
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    a_claim(exemplar)
    client.get(f"/admin/ho-so/{exemplar.pk}/")
    with CaptureQueriesContext(connection) as few:
        client.get(f"/admin/ho-so/{exemplar.pk}/")
    for _ in range(29):
        a_claim(exemplar)
    with django_assert_num_queries(len(few)):
        client.get(f"/admin/ho-so/{exemplar.pk}/")
