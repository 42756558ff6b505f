"""The light pages of nominating bodies: half-way saving, photos in pieces, duplicates, and nobody else's papers."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, models
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from cms.localities.models import Locality
from cms.people.enums import Role
from cms.plans.models import Sector
from stories.exemplars.models import Exemplar
from stories.nominations.actions import (
    add_part,
    add_photo,
    announce_photo,
    ask_more,
    decline,
    give_back,
    hand_to_head,
    remove_photo,
    sign,
    throw_away,
)
from stories.nominations.enums import NominationState as S
from stories.nominations.models import Nomination, NominationPhoto, PhotoPart
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


def edition_on(answer: HttpResponse) -> int:
    """The edition that the page shown would save from."""
    return int(re.search(r'name="edition" value="(\d+)"', answer.content.decode())[1])


def test_a_refused_photo_or_verb_leaves_a_page_that_saves_at_the_next_press(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    draft = a_draft(body)
    client.force_login(body.clerk)
    address = f"{PAPERS}{draft.pk}/"
    no_photo = {"verb": "save", "photos": [SimpleUploadedFile("a.pdf", b"%PDF-1.7")]}
    for number, refused in enumerate((no_photo, {"verb": "sign"})):
        draft.refresh_from_db()
        answer = client.post(address, typed(draft, name=f"Trần Thị Bảy {number}") | refused)
        shown = edition_on(answer)
        assert (answer.status_code, shown) == (409, draft.edition + 1)
        assert f'value="Trần Thị Bảy {number}"' in answer.content.decode()
        again = typed(draft, edition=shown, name=f"Trần Thị Tám {number}") | {"verb": "save"}
        assert client.post(address, again).status_code == 302
    draft.refresh_from_db()
    assert draft.name == "Trần Thị Tám 1"


def test_a_conflict_shows_what_both_wrote_and_overwrites_only_when_saved_again(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    draft = a_draft(body)
    address = f"{PAPERS}{draft.pk}/"
    client.force_login(body.head)
    client.post(address, typed(draft, name="Trần Thị Bảy", deed_1="Hiến đất làm đường") | {"verb": "save"})
    client.force_login(body.clerk)
    answer = client.post(address, typed(draft, name="Trần Thị Tám") | {"verb": "hand_to_head"})
    page = answer.content.decode()
    assert (answer.status_code, "lưu ở nơi khác" in page, edition_on(answer)) == (
        409,
        True,
        draft.edition + 1,
    )
    for words in (
        'value="Trần Thị Tám"',
        "<dd>Trần Thị Bảy</dd>",
        "<dd>Hiến đất làm đường (dựa vào: Sổ thu chi)</dd>",
    ):
        assert words in page
    assert "<dt>Lĩnh vực</dt>" not in page
    draft.refresh_from_db()
    assert (draft.name, draft.state) == ("Trần Thị Bảy", S.DRAFT)
    client.post(address, typed(draft, edition=edition_on(answer), name="Trần Thị Tám") | {"verb": "save"})
    draft.refresh_from_db()
    assert draft.name == "Trần Thị Tám"


@pytest.mark.parametrize("by_script", [False, True])
def test_the_same_words_sent_twice_are_saved_once_and_no_conflict(
    newsroom: Newsroom, body: Body, client: Client, by_script: bool
) -> None:
    draft = a_draft(body)
    client.force_login(body.clerk)
    # As a phone may send them: decomposed, with white space around.
    values = typed(draft, deed_1=unicodedata.normalize("NFD", " Trồng lại hai công sen ")) | {"verb": "save"}
    address, headers = (f"{PAPERS}{draft.pk}/luu/", JSON) if by_script else (f"{PAPERS}{draft.pk}/", {})
    answers = [client.post(address, values, headers=headers).status_code for _ in range(2)]
    draft.refresh_from_db()
    assert (answers, draft.edition) == ([200 if by_script else 302] * 2, values["edition"] + 1)
    assert draft.deeds[0]["text"] == "Trồng lại hai công sen"


def test_what_is_typed_after_the_head_has_signed_is_refused_and_kept(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    sent = a_nomination(body)
    client.force_login(body.clerk)
    for values in (typed(sent, name="Trần Thị Bảy"), typed(sent, name="Trần Thị Bảy", birth_year="19x8")):
        answer = client.post(f"{PAPERS}{sent.pk}/", values | {"verb": "save"})
        page = answer.content.decode()
        assert (answer.status_code, 'value="Trần Thị Bảy"' in page) == (409, True)
        assert "không sửa được nữa" in page
        assert "Lưu nháp" not in page
    sent.refresh_from_db()
    assert sent.name == "Nguyễn Văn Kiềm"


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


def send(client: Client, draft: Nomination, data: bytes, name: str = "IMG_1.jpg") -> tuple[str, HttpResponse]:
    """Announce the file and send it in one piece; its id, and the last answer."""
    address = f"{PAPERS}{draft.pk}/anh/"
    place = client.post(address, {"name": name, "size": len(data)}).json()["id"]
    return place, client.post(
        f"{address}{place}/", data, content_type="application/octet-stream", headers={"upload-offset": "0"}
    )


@pytest.fixture
def stored_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """What is in the private storage, which is a folder of this test alone."""
    monkeypatch.setattr(NominationPhoto._meta.get_field("file").storage, "location", str(tmp_path))
    return lambda: sorted(path.name for path in tmp_path.rglob("*.jpg"))


def test_a_file_refused_after_its_last_piece_leaves_nothing_behind(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    draft = a_draft(body)
    client.force_login(body.clerk)
    for _ in range(2):
        _, answer = send(client, draft, b"%PDF-1.7 khong phai anh")
        assert (answer.status_code, "tấm ảnh" in answer.json()["message"]) == (422, True)
        assert (NominationPhoto.objects.count(), PhotoPart.objects.count()) == (0, 0)


def test_a_file_whose_row_cannot_be_written_is_not_left_in_the_storage(
    newsroom: Newsroom, body: Body, monkeypatch: pytest.MonkeyPatch, stored_files: Callable[[], list[str]]
) -> None:
    draft = a_draft(body)

    def fail(photo: NominationPhoto, **kwargs: object) -> None:
        if "file" in kwargs.get("update_fields", ()):
            raise DatabaseError("đĩa đầy")
        models.Model.save(photo, **kwargs)

    monkeypatch.setattr(NominationPhoto, "save", fail)
    with pytest.raises(DatabaseError):
        add_photo(draft, name="a.jpg", data=picture(), by=body.clerk, at=NOW)
    assert (stored_files(), NominationPhoto.objects.count()) == ([], 0)


def test_a_photo_is_removed_with_the_file_that_came_in_meanwhile(
    newsroom: Newsroom,
    body: Body,
    client: Client,
    stored_files: Callable[[], list[str]],
    django_capture_on_commit_callbacks,
) -> None:
    draft = a_draft(body)
    client.force_login(body.clerk)
    data = picture()
    as_announced = announce_photo(draft, name="IMG_1.jpg", size=len(data), by=body.clerk, at=NOW)
    send(client, draft, data)
    assert len(stored_files()) == 1
    with django_capture_on_commit_callbacks(execute=True):
        remove_photo(as_announced)
    assert (stored_files(), NominationPhoto.objects.count()) == ([], 0)
    remove_photo(as_announced)


def test_a_piece_locks_the_nomination_before_its_photo(newsroom: Newsroom, body: Body) -> None:
    photo = announce_photo(a_draft(body), name="a.jpg", size=9, by=body.clerk, at=NOW)
    for act in (lambda: add_part(photo, offset=0, data=b"1"), lambda: remove_photo(photo)):
        fresh = NominationPhoto.objects.select_related("nomination").get(pk=photo.pk)
        photo.nomination = fresh.nomination
        with CaptureQueriesContext(connection) as captured:
            act()
        first = next(query["sql"] for query in captured if query["sql"].startswith("SELECT"))
        assert 'FROM "nominations_nomination"' in first
        assert ("FOR UPDATE" in first) is connection.features.has_select_for_update


def test_the_files_of_a_draft_go_only_when_its_rows_are_gone(
    newsroom: Newsroom,
    body: Body,
    monkeypatch: pytest.MonkeyPatch,
    stored_files: Callable[[], list[str]],
    django_capture_on_commit_callbacks,
) -> None:
    draft = a_draft(body)
    add_photo(draft, name="a.jpg", data=picture(), by=body.clerk, at=NOW)

    def fail(nomination: Nomination) -> None:
        raise DatabaseError("đĩa đầy")

    with monkeypatch.context() as broken:
        broken.setattr(Nomination, "delete", fail)
        with pytest.raises(DatabaseError):
            throw_away(draft, by=body.clerk, at=NOW)
    assert len(stored_files()) == 1
    with django_capture_on_commit_callbacks(execute=True):
        throw_away(draft, by=body.clerk, at=NOW)
    assert stored_files() == []


def test_the_heading_says_whose_wish_stands_above_the_form(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    client.force_login(body.clerk)
    office = newsroom.people[Role.STANDING_OFFICE]
    draft = give_back(
        hand_to_head(a_draft(body), by=body.clerk, at=NOW), reason="Sửa tuổi", by=body.head, at=NOW
    )
    headings = []
    for act in (
        lambda: draft,
        lambda: hand_to_head(draft, by=body.clerk, at=NOW),
        lambda: ask_more(sign(draft, by=body.head, at=NOW), what="Thêm ảnh", by=office, at=NOW),
        lambda: hand_to_head(draft, by=body.clerk, at=NOW),
        lambda: give_back(draft, reason="Sửa tên", by=body.head, at=NOW),
    ):
        act()
        page = client.get(f"{PAPERS}{draft.pk}/").content.decode()
        headings.append(
            [words for words in ("Thủ trưởng cần sửa", "Cơ quan Thường trực cần bổ sung") if words in page]
        )
    assert headings == [["Thủ trưởng cần sửa"]] * 2 + [["Cơ quan Thường trực cần bổ sung"]] * 3
    assert "Thêm ảnh<br>Thủ trưởng: Sửa tên" in page


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


def asked(client: Client, nomination: Nomination, **typed: object) -> str:
    """The fragment that the page fetches while one types."""
    return client.get(f"{PAPERS}{nomination.pk}/trung-ten/", typed).content.decode().strip()


def test_of_another_bodys_nomination_one_learns_only_that_there_is_one(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    other = a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác")
    a_nomination(other, name="Ông Nguyễn Văn Kiềm", alias="Tư Kiềm", birth_year=1968)
    mine = a_draft(body, name="", alias="", birth_year=None)
    client.force_login(body.clerk)
    shown = asked(client, mine, name="Tư Kiềm", birth_year="1968")
    assert "<li>Tư Kiềm: đơn vị khác đã giới thiệu</li>" in shown
    for fact in ("Nguyễn", "Tháp Mười", "cùng tên", "cùng địa bàn", "Khác"):
        assert fact not in shown, fact
    office = newsroom.people[Role.STANDING_OFFICE]
    decline(Nomination.objects.get(organisation=other.organisation), reason="Đã khen", by=office, at=NOW)
    assert asked(client, mine, name="Tư Kiềm", birth_year="1968") == ""
    client.force_login(other.clerk)
    theirs = a_draft(other, name="", alias="", birth_year=None)
    assert "phiếu của đơn vị mình" in asked(client, theirs, name="Tư Kiềm", birth_year="1968")


def test_the_place_the_kind_and_the_year_just_typed_are_what_counts(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    here, former = library.places()
    home = Locality.objects.get(level="province", scheme=here.scheme)
    elsewhere = Locality.objects.create(
        scheme=here.scheme, code="W1", level="commune", name="Xã Khác", slug="xa-khac", parent=home
    )
    a_nomination(a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác"), name="Nguyễn Văn Kiềm")
    mine = a_draft(body, name="", alias="", birth_year=None)
    client.force_login(body.clerk)
    name = "Nguyễn Văn Kiềm"
    found = {
        "here": asked(client, mine, name=name, locality=here.pk),
        "under its old name": asked(client, mine, name=name, locality=former.pk),
        "elsewhere": asked(client, mine, name=name, locality=elsewhere.pk),
        "a person": asked(client, mine, name=name, subject_type="individual"),
        "a collective": asked(client, mine, name=name, subject_type="collective"),
        "of another year": asked(client, mine, name=name, birth_year="1990"),
        "no year at all": asked(client, mine, name=name, birth_year="²"),
        "no place at all": asked(client, mine, name=name, locality="9" * 30),
    }
    assert {case for case, shown in found.items() if shown} == {
        "here", "under its old name", "a person", "no year at all", "no place at all",
    }  # fmt: skip


def test_namesakes_that_are_somebody_else_do_not_hide_the_one_that_is_meant(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    meant = an_exemplar("Nguyễn Văn Kiềm")
    for year in range(1900, 1908):
        stranger = an_exemplar("Nguyễn Văn Kiềm")
        Exemplar.objects.filter(pk=stranger.pk).update(birth_year=year, sort_name="")
        a_draft(body, birth_year=year)
    Exemplar.objects.filter(pk=meant.pk).update(birth_year=1968)
    wanted, mine = a_draft(body, birth_year=1969), a_draft(body, name="", alias="", birth_year=None)
    Nomination.objects.filter(pk=wanted.pk).update(state_since=datetime(2020, 1, 1, tzinfo=UTC))
    client.force_login(body.clerk)
    shown = asked(client, mine, name="nguyen van kiem", birth_year="1968")
    assert ("(đã có hồ sơ)" in shown, "phiếu của đơn vị mình" in shown) == (True, True)


def test_a_shortened_name_and_a_birth_order_are_found_too(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    a_draft(body, name="Nguyễn Văn Kiềm", alias="", birth_year=1968)
    mine = a_draft(body, name="", alias="", birth_year=None)
    client.force_login(body.clerk)
    for name in ("Nguyễn Kiềm", "Ông Tư Kiềm", "nguyen v. kiem"):
        assert "Nguyễn Văn Kiềm" in asked(client, mine, name=name, birth_year="1968"), name
        assert asked(client, mine, name=name) == "", name


def test_the_namesakes_ask_the_same_number_of_queries_for_1_and_30(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    mine = a_draft(body, name="", alias="", birth_year=None)
    client.force_login(body.clerk)
    counts = []
    for so_many in (1, 29):
        for _ in range(so_many):
            an_exemplar("Nguyễn Văn Kiềm")
            a_draft(body, birth_year=1968)
        with CaptureQueriesContext(connection) as captured:
            assert "Nguyễn Văn Kiềm" in asked(client, mine, name="Nguyễn Văn Kiềm")
        counts.append(len(captured))
    assert counts[0] == counts[1]


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
