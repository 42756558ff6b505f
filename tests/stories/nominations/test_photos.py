"""Photos of a paper: in pieces, without their metadata, and never left behind."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, models
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.models import ModelLogEntry

from stories.nominations.actions import (
    add_part,
    add_photo,
    announce_photo,
    remove_photo,
    throw_away,
)
from stories.nominations.models import Nomination, NominationPhoto, PhotoPart
from tests.factories.bodies import NOW, Body, a_draft
from tests.factories.newsroom import Newsroom
from tests.factories.papers import PAPERS, picture, typed

pytestmark = pytest.mark.room


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
        remove_photo(as_announced, by=body.clerk, at=NOW)
    assert (stored_files(), NominationPhoto.objects.count()) == ([], 0)
    remove_photo(as_announced, by=body.clerk, at=NOW)
    logged = ModelLogEntry.objects.filter(action="nominations.remove_photo")
    assert [entry.user for entry in logged] == [body.clerk]


def test_a_piece_locks_the_nomination_before_its_photo(newsroom: Newsroom, body: Body) -> None:
    photo = announce_photo(a_draft(body), name="a.jpg", size=9, by=body.clerk, at=NOW)
    for act in (
        lambda: add_part(photo, offset=0, data=b"1"),
        lambda: remove_photo(photo, by=body.clerk, at=NOW),
    ):
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


def test_without_scripts_a_photo_goes_with_the_form(newsroom: Newsroom, body: Body, client: Client) -> None:
    draft = a_draft(body)
    client.force_login(body.clerk)
    file = SimpleUploadedFile("a.png", picture(kind="PNG"))
    client.post(f"{PAPERS}{draft.pk}/", typed(draft) | {"verb": "save", "photos": [file]})
    assert NominationPhoto.objects.get().is_complete


def test_the_body_still_sees_its_photos_when_the_paper_has_left(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    draft = a_draft(body)
    photo = add_photo(draft, name="a.jpg", data=picture(), by=body.clerk, at=NOW)
    Nomination.objects.filter(pk=draft.pk).update(state="sent", signed_at=NOW)
    client.force_login(body.clerk)
    page = client.get(f"{PAPERS}{draft.pk}/").content.decode()
    assert f'src="{PAPERS}{draft.pk}/anh/{photo.pk}/xem/"' in page
