"""Every public page and feed is made once, kept, and dropped exactly when something it shows changes."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.delivery.actions import sweep
from cms.delivery.models import Change, ReadyPage, Shown
from cms.pages.registries import Aside, asides
from cms.plans.models import Sector
from stories.dossiers.enums import ConsentItem
from tests.factories.newsroom import Newsroom, fresh
from tests.factories.reader import Reader
from tests.factories.told import PRINT, WEB, Told, told

pytestmark = [pytest.mark.room]

NAMES = ["Trần Văn Bách", "Lê Thị Diệp"]
TITLES = ["Ông Bách giữ ruộng sen cho cả xóm cùng làm", "Bà Diệp giữ ruộng sen cho cả xóm cùng làm"]


@pytest.fixture
def house(ready: Path, newsroom: Newsroom) -> Told:
    return told(newsroom, timezone.now(), NAMES, TITLES)


def public(house: Told) -> list[str]:
    return [address for address in house.addresses() if "?" not in address] + ["/linh-vuc/", "/dia-phuong/"]


def test_the_second_reader_of_any_public_address_does_not_reach_django(house: Told, reader: Reader) -> None:
    for address in public(house):
        first, second = reader.get(address), reader.get(address)
        assert (address, first.status, first.was_ready) == (address, 200, False)
        assert (address, second.status, second.was_ready) == (address, 200, True)
        assert second.body == first.body
        wanted = {name: value for name, value in first.headers.items() if name != "Content-Length"}
        sent = {name: value for name, value in second.headers.items() if name != "Content-Length"}
        assert (address, sent) == (address, wanted)


def test_a_reader_has_the_page_although_the_disk_takes_no_file(
    house: Told, reader: Reader, ready: Path, caplog: pytest.LogCaptureFixture
) -> None:
    in_the_way = ready / "index.html.br"
    in_the_way.mkdir(parents=True)
    assert [reader.get("/").status for _ in range(2)] == [200, 200]
    assert "index.html could not be kept" in caplog.text
    in_the_way.rmdir()
    assert [reader.get("/").was_ready for _ in range(2)] == [False, True]


def warmed(house: Told, reader: Reader) -> None:
    for address in public(house):
        reader.get(address)


def still_ready(house: Told, reader: Reader) -> set[str]:
    return {address for address in public(house) if reader.get(address).was_ready}


def test_a_correction_drops_what_shows_the_story_and_nothing_else(house: Told, reader: Reader) -> None:
    warmed(house, reader)
    story = fresh(house.stories[1]).specific
    story.localities.clear()
    story.standfirst = f"{story.standfirst} Nay đã sửa."
    story.save_revision().publish()
    kept = still_ready(house, reader)
    assert {house.stories[0].url, "/phat-thanh/huong-sen/"} - kept == set()
    assert {"/", "/cau-chuyen/", house.stories[1].url, "/feeds/stories.rss"} & kept == set()


def test_a_draft_drops_nothing(house: Told, reader: Reader) -> None:
    warmed(house, reader)
    story = fresh(house.stories[0]).specific
    story.title = "Tít đang sửa dở"
    story.save_revision()
    assert still_ready(house, reader) == set(public(house))


def test_a_publication_leaves_other_stories_alone(house: Told, reader: Reader) -> None:
    old = [story.url for story in house.stories]
    person = house.person("Phan Thị Mai")
    for channel in (WEB, PRINT):
        for item in (ConsentItem.NAME, ConsentItem.PHOTO):
            house.agree(person, channel, item)
    draft = house.draft(person, "Chị Mai giữ lớp học tình thương cho trẻ ven sông")
    warmed(house, reader)
    house.at += timedelta(minutes=10)
    house.due(house.approved(draft))
    house.jobs()
    new = fresh(draft)
    assert new.live
    kept = still_ready(house, reader)
    assert {*old, house.episode.url} - kept == set()
    assert new.title in reader.get("/").text


def test_a_story_that_comes_back_is_named_again_by_the_ones_after_it(house: Told, reader: Reader) -> None:
    first, second = (fresh(story).specific for story in house.stories)
    second.first_published_at = first.first_published_at + timedelta(hours=1)
    second.save()
    assert first.title in reader.get(second.url).text
    first.unpublish()
    assert first.title not in reader.get(second.url).text
    fresh(first).specific.save_revision().publish()
    assert first.title in reader.get(second.url).text


def test_what_is_not_for_everybody_is_never_kept(house: Told, reader: Reader, ready: Path) -> None:
    asked: list[tuple[str, dict[str, str]]] = [
        ("/?older=1-1", {}),
        ("/", {"Cookie": "sessionid=abc"}),
        ("/", {"Host": "localhost:8000"}),
        ("/khong-co-trang-nay/", {}),
        ("/tim-kiem/", {}),
        ("/tai-khoan/login/", {}),
        ("/Cau-Chuyen/", {}),
        ("/../etc/", {}),
    ]
    for address, headers in asked:
        for _ in range(2):
            assert (address, reader.get(address, **headers).was_ready) == (address, False)
    assert {path.name for path in ready.rglob("*")} == {".house"}


def test_a_preview_and_a_page_behind_a_password_are_never_kept(
    house: Told, reader: Reader, ready: Path
) -> None:
    story = fresh(house.stories[0]).specific
    PageViewRestriction.objects.create(page=story, restriction_type="password", password="bi-mat")
    assert [reader.get(story.url).was_ready for _ in range(2)] == [False, False]
    assert "restriction" not in " ".join(map(str, ready.rglob("*")))
    assert not (ready / story.url.strip("/") / "index.html").exists()


def test_nothing_is_kept_of_rows_that_changed_while_the_page_was_made(house: Told, reader: Reader) -> None:
    """The race: the sector is read, another process renames it and commits, then the page is put in its place."""
    renamed: list[str] = []

    def rename(page: Page) -> list[Aside]:
        if not renamed:
            renamed.append("Trồng sen")
            with ThreadPoolExecutor(1) as other:
                other.submit(_rename_sector, "Trồng sen").result()
        return []

    with asides.temporarily("race", rename):
        old = reader.get("/linh-vuc/nong-nghiep/")
    assert (old.status, renamed) == (200, ["Trồng sen"])
    new = reader.get("/linh-vuc/nong-nghiep/")
    assert (new.was_ready, "Trồng sen" in new.text) == (False, True)


def _rename_sector(name: str) -> None:
    try:
        sector = Sector.objects.get(slug="nong-nghiep")
        sector.name = name
        sector.save()
    finally:
        connection.close()


def test_what_a_killed_process_left_is_dropped_by_the_jobs(house: Told, reader: Reader, ready: Path) -> None:
    """It committed its change and died before its clean-up: the change is on record, the file still there."""
    reader.get("/linh-vuc/nong-nghiep/")
    with transaction.atomic():
        Sector.objects.filter(slug="nong-nghiep").update(name="Trồng sen")
        Change.objects.create(tag="table:plans_sector", at=house.at)
    (ready / ".half.part").write_text("half")
    assert "Trồng sen" not in reader.get("/linh-vuc/nong-nghiep/").text
    done = sweep(at=timezone.now() + timedelta(hours=1))
    assert "linh-vuc/nong-nghiep/index.html" in done
    assert "Trồng sen" in reader.get("/linh-vuc/nong-nghiep/").text
    assert list(ready.rglob("*.part")) == []
    assert not Change.objects.filter(is_swept=True).exists()


def test_files_of_another_database_are_thrown_away(house: Told, reader: Reader, ready: Path) -> None:
    """After a restored backup nobody would ever drop what lies there."""
    sweep(at=timezone.now())
    reader.get("/")
    assert reader.get("/").was_ready
    (ready / ".house").write_text("another")
    (ready / "linh-vuc").mkdir(exist_ok=True)
    (ready / "linh-vuc" / "index.html").write_text("of another time")
    sweep(at=timezone.now())
    assert "of another time" not in reader.get("/linh-vuc/").text
    assert [reader.get("/").was_ready for _ in range(2)] == [False, True]


@pytest.mark.parametrize("command", ["load_localities", "provision"])
def test_a_command_that_writes_in_bulk_drops_everything(
    house: Told, reader: Reader, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    warmed(house, reader)
    call_command(command)
    assert still_ready(house, reader) == set()
    assert capsys.readouterr().out


def test_the_disk_is_bounded_by_dropping_what_was_made_longest_ago(
    house: Told, reader: Reader, settings: Any
) -> None:
    reader.get("/linh-vuc/")
    for number in range(3):
        reader.get(house.stories[number % 2].url)
    ReadyPage.objects.exclude(file="linh-vuc/index.html").update(size=700_000)
    ReadyPage.objects.filter(file="linh-vuc/index.html").update(
        size=700_000, rendered_at=timezone.now() - timedelta(days=1)
    )
    settings.READY_MEGABYTES = 2
    sweep(at=timezone.now())
    ready_now = set(ReadyPage.objects.filter(is_ready=True).values_list("file", flat=True))
    assert len(ready_now) == 2 or not ready_now
    assert "linh-vuc/index.html" not in ready_now


def test_a_file_made_again_within_the_second_has_a_later_time(house: Told, reader: Reader) -> None:
    times = []
    for number in range(3):
        sector = Sector.objects.get(slug="nong-nghiep")
        sector.name = f"Lĩnh vực {number}"
        sector.save()
        times.append(parsedate_to_datetime(reader.get("/linh-vuc/nong-nghiep/").headers["Last-Modified"]))
    assert times[0] < times[1] < times[2]


def test_a_reader_gets_the_form_that_the_headers_ask_for(house: Told, reader: Reader) -> None:
    reader.get("/")
    plain = reader.get("/")
    assert (plain.was_ready, "Content-Encoding" in plain.headers) == (True, False)
    for accepted, coding, unpack in (
        ("gzip, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
    ):
        packed = reader.get("/", Accept_Encoding=accepted)
        assert (packed.was_ready, packed.headers["Content-Encoding"]) == (True, coding)
        assert unpack(packed.body) == plain.body
        assert len(packed.body) < len(plain.body) / 2
        assert packed.headers["ETag"] != plain.headers["ETag"]
    head = reader.get("/", method="HEAD")
    assert (head.body, head.was_ready, head.headers) == (b"", True, plain.headers)
    for asked in (
        {"If_None_Match": plain.headers["ETag"]},
        {"If_None_Match": f'"other", W/{plain.headers["ETag"]}'},
        {"If_Modified_Since": plain.headers["Last-Modified"]},
    ):
        again = reader.get("/", **asked)
        assert (again.status, again.body, again.was_ready) == (304, b"", True)
        assert again.headers["ETag"] == plain.headers["ETag"]
    assert reader.get("/", If_None_Match='"other"').status == 200


def test_publishing_costs_a_fixed_number_of_queries_more(house: Told, reader: Reader) -> None:
    """However many pages are ready, dropping them takes as many queries."""

    def cost(pages: int) -> int:
        for number in range(pages):
            ReadyPage.objects.update_or_create(file=f"x{number}.rss", defaults={"is_ready": True})
        Shown.objects.bulk_create(
            Shown(page=page, tag="table:plans_sector")
            for page in ReadyPage.objects.filter(file__startswith="x", shown__isnull=True)
        )
        sector = Sector.objects.get(slug="nong-nghiep")
        with CaptureQueriesContext(connection) as queries:
            sector.save()
        return len(queries)

    assert cost(1) == cost(30)
