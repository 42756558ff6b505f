"""The light pages of nominating bodies: half-way saving, photos in pieces, duplicates, and nobody else's papers."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from cms.people.enums import Role
from cms.plans.models import Sector
from stories.nominations.enums import NominationState as S
from stories.nominations.models import Nomination, NominationPhoto
from tests.factories import library
from tests.factories.bodies import NOW, Body, a_body, a_draft, a_nomination
from tests.factories.library import an_exemplar
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
PAPERS = "/phieu-gioi-thieu/"
JSON = {"accept": "application/json"}


@pytest.fixture
def body(newsroom: Newsroom) -> Body:
    return a_body()


def typed(nomination: Nomination, **changes: object) -> dict[str, object]:
    """What the form sends when everything necessary is filled in."""
    today, _ = library.places()
    sector, _ = Sector.objects.get_or_create(slug="nong-nghiep", defaults={"name": "Nông nghiệp"})
    values: dict[str, object] = {
        "edition": nomination.edition, "subject_type": "individual", "name": "Nguyễn Văn Kiềm", "birth_year": "1968",
        "locality": today.pk, "sector": sector.pk, "kind": "good_deed", "deed_1": "Trồng lại hai công sen",
        "proof_1": "Sổ thu chi", "contact_name": "Lê Thị Ngân", "contact_phone": "0277 385 1234",
    }  # fmt: skip
    return values | changes


def picture(width: int = 900, kind: str = "JPEG") -> bytes:
    data, image = BytesIO(), Image.effect_noise((width, width), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "Máy của chị Ngân"
    image.save(data, kind, exif=exif)
    return data.getvalue()


def test_a_clerk_begins_fills_in_and_hands_to_the_head_who_signs(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    client.force_login(body.clerk)
    answer = client.post(f"{PAPERS}moi/")
    nomination = Nomination.objects.get()
    assert answer["Location"] == f"{PAPERS}{nomination.pk}/"
    client.post(f"{PAPERS}{nomination.pk}/", typed(nomination) | {"verb": "hand_to_head"})
    client.force_login(body.head)
    assert "Ký và gửi" in client.get(f"{PAPERS}{nomination.pk}/").content.decode()
    nomination.refresh_from_db()
    client.post(f"{PAPERS}{nomination.pk}/", typed(nomination) | {"verb": "sign"})
    nomination.refresh_from_db()
    assert (nomination.state, nomination.signed_by) == (S.SENT, body.head)
    assert "Trồng lại hai công sen" in client.get(f"{PAPERS}{nomination.pk}/").content.decode()


def test_at_most_nine_fields_are_asked_for(newsroom: Newsroom, body: Body, client: Client) -> None:
    client.force_login(body.clerk)
    page = client.get(f"{PAPERS}{a_draft(body).pk}/").content.decode()
    assert 0 < page.count("paper-must") <= 9


def test_a_clerk_cannot_sign(newsroom: Newsroom, body: Body, client: Client) -> None:
    draft = a_draft(body)
    client.force_login(body.clerk)
    answer = client.post(f"{PAPERS}{draft.pk}/", typed(draft) | {"verb": "sign"})
    draft.refresh_from_db()
    assert (answer.status_code, draft.state) == (409, S.DRAFT)
    assert client.post(f"{PAPERS}{draft.pk}/tra-lai/", {"reason": "x"}).status_code == 403


def test_what_is_missing_is_said_at_its_field_and_what_was_typed_is_kept(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    client.force_login(body.clerk)
    client.post(f"{PAPERS}moi/")
    draft = Nomination.objects.get()
    answer = client.post(
        f"{PAPERS}{draft.pk}/",
        {"edition": 0, "name": "Nguyễn Văn Kiềm", "kind": "good_deed", "verb": "hand_to_head"},
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Hãy chọn xã, phường hiện nay." in page
    assert 'value="Nguyễn Văn Kiềm"' in page
    draft.refresh_from_db()
    assert draft.name == "Nguyễn Văn Kiềm"
    # The page shown carries the new edition: pressing again is not taken for somebody else's saving.
    again = typed(draft) | {"verb": "hand_to_head"}
    assert client.post(f"{PAPERS}{draft.pk}/", again)["Location"] == PAPERS


def test_the_script_saves_half_way_and_a_lapsed_session_is_told(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    draft = a_draft(body)
    address = f"{PAPERS}{draft.pk}/luu/"
    assert client.post(address, typed(draft), headers=JSON).status_code == 401
    client.force_login(body.clerk)
    answer = client.post(
        address, {"edition": draft.edition, "name": "Kiềm", "kind": "good_deed"}, headers=JSON
    )
    assert answer.json()["edition"] == draft.edition + 1
    other = client.post(address, typed(draft, name="Khác"), headers=JSON)
    assert (other.status_code, "lưu ở nơi khác" in other.json()["message"]) == (409, True)
    wrong = client.post(
        address, {"edition": draft.edition + 1, "birth_year": "19x8", "kind": "good_deed"}, headers=JSON
    )
    assert (wrong.status_code, list(wrong.json()["errors"])) == (422, ["birth_year"])


def test_another_bodys_papers_do_not_exist_by_any_address(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    draft, sent = a_draft(body), a_nomination(body, name="Trần Thị Bảy")
    photo = NominationPhoto.objects.create(
        nomination=draft, name="a.jpg", size=9, added_by=body.clerk, added_at=NOW
    )
    other = a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác")
    client.force_login(other.head)
    for one in (draft, sent):
        for door in ("", "trung-ten/"):
            assert client.get(f"{PAPERS}{one.pk}/{door}").status_code == 404, door
        for door in ("", "luu/", "tra-lai/", "bo/", "anh/"):
            assert client.post(f"{PAPERS}{one.pk}/{door}", typed(one)).status_code == 404, door
    for door in ("", "bo/"):
        assert client.post(f"{PAPERS}{draft.pk}/anh/{photo.pk}/{door}").status_code == 404
    assert client.get(f"{PAPERS}{draft.pk}/anh/{photo.pk}/xem/").status_code == 404
    assert client.post(f"{PAPERS}moi/", {"copy": draft.pk}).status_code == 404
    assert client.post(f"{PAPERS}moi/", {"organisation": body.organisation.pk}).status_code == 404
    assert "Kiềm" not in client.get(PAPERS).content.decode()


@pytest.mark.parametrize("role", list(Role))
def test_nobody_without_an_appointment_has_papers(
    newsroom: Newsroom, body: Body, client: Client, role: Role
) -> None:
    draft = a_draft(body)
    client.force_login(newsroom.people[role])
    assert [client.get(address).status_code for address in (PAPERS, f"{PAPERS}{draft.pk}/")] == [404, 404]


def test_an_appointment_that_has_ended_opens_nothing(newsroom: Newsroom, body: Body, client: Client) -> None:
    draft = a_draft(body)
    body.clerk.appointments.update(valid_to=datetime(2026, 1, 1, tzinfo=UTC).date())
    client.force_login(body.clerk)
    assert client.get(f"{PAPERS}{draft.pk}/").status_code == 404


def test_a_stranger_is_sent_to_sign_in_and_back(newsroom: Newsroom, body: Body, client: Client) -> None:
    assert f"next={PAPERS}" in client.get(PAPERS)["Location"]


def test_last_years_is_copied_in_one_press(newsroom: Newsroom, body: Body, client: Client) -> None:
    before = a_nomination(body)
    Nomination.objects.update(year=2025)
    client.force_login(body.clerk)
    assert "Nguyễn Văn Kiềm (2025)" in client.get(PAPERS).content.decode()
    client.post(f"{PAPERS}moi/", {"copy": before.pk})
    assert Nomination.objects.filter(copied_from=before, name="Nguyễn Văn Kiềm", state=S.DRAFT).exists()


def test_a_photo_arrives_in_pieces_from_where_it_stopped_without_its_metadata(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    draft, data = a_draft(body), picture()
    client.force_login(body.clerk)
    address = f"{PAPERS}{draft.pk}/anh/"
    about = {"name": "IMG_1.jpg", "size": len(data)}
    place = client.post(address, about).json()
    cut = len(data) // 2
    send = lambda offset, piece: client.post(  # noqa: E731
        f"{address}{place['id']}/",
        piece,
        content_type="application/octet-stream",
        headers={"upload-offset": str(offset)},
    )
    assert send(0, data[:cut]).json() == {"received": cut, "complete": False}
    assert (send(0, data[:cut]).status_code, send(0, data[:cut]).json()) == (409, {"received": cut})
    assert client.post(address, about).json() == {"id": place["id"], "received": cut}
    assert send(cut, data[cut:]).json() == {"received": len(data), "complete": True}
    shown = b"".join(client.get(f"{address}{place['id']}/xem/"))
    stored = Image.open(BytesIO(shown))
    assert (stored.format, stored.size, dict(stored.getexif())) == ("JPEG", (900, 900), {})
    photo = NominationPhoto.objects.get()
    assert client.get(f"/media/{photo.file.name}").status_code == 404


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bao-cao.pdf", b"%PDF-1.7 khong phai anh"),
        ("anh.svg", b"<svg onload='alert(1)'/>"),
        ("x.jpg", picture()[:2000]),
    ],
)
def test_a_file_that_is_no_picture_is_refused_in_words(
    newsroom: Newsroom, body: Body, client: Client, name: str, data: bytes
) -> None:
    draft = a_draft(body)
    client.force_login(body.clerk)
    file = SimpleUploadedFile(name, data)
    answer = client.post(f"{PAPERS}{draft.pk}/", typed(draft) | {"verb": "save", "photos": [file]})
    assert (answer.status_code, "không đọc được như một tấm ảnh" in answer.content.decode()) == (409, True)
    assert not NominationPhoto.objects.exists()


def test_without_scripts_a_photo_goes_with_the_form(newsroom: Newsroom, body: Body, client: Client) -> None:
    draft = a_draft(body)
    client.force_login(body.clerk)
    file = SimpleUploadedFile("a.png", picture(kind="PNG"))
    client.post(f"{PAPERS}{draft.pk}/", typed(draft) | {"verb": "save", "photos": [file]})
    assert NominationPhoto.objects.get().is_complete


def test_namesakes_are_shown_while_typing_but_not_what_others_wrote(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    an_exemplar("Nguyễn Văn Kiềm")
    other = a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác")
    a_nomination(other, name="Ông Nguyễn Văn Kiềm", deeds=[{"text": "Chuyện riêng", "proof": "x"}])
    a_draft(other, name="Lê Thị Sáu")
    mine = a_draft(body, name="", alias="")
    client.force_login(body.clerk)
    shown = client.get(f"{PAPERS}{mine.pk}/trung-ten/", {"name": "nguyen van kiem"}).content.decode()
    assert "(đã có hồ sơ)" in shown
    assert "đơn vị khác đã giới thiệu" in shown
    assert "Chuyện riêng" not in shown
    assert client.get(f"{PAPERS}{mine.pk}/trung-ten/", {"name": "Lê Thị Sáu"}).content.decode().strip() == ""


def test_the_list_asks_the_same_number_of_queries_for_1_and_30(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    client.force_login(body.clerk)
    a_draft(body)
    client.get(PAPERS)
    few = _count(client)
    for number in range(29):
        a_draft(body, name=f"Nguyễn Văn {number}")
    assert _count(client) == few


def _count(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(PAPERS).status_code == 200
    return len(captured)
