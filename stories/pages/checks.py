"""What a story tells the workflow about itself and about the ground it stands on."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from wagtail.models import Page

from cms.media.models import Photo
from cms.organisations.enums import Medium
from cms.workflow.rules import Failure
from stories.dossiers.checks import unagreed, unproven_claims
from stories.dossiers.enums import ConsentItem
from stories.dossiers.models import Claim
from stories.exemplars.checks import holds_in_force
from stories.exemplars.models import Exemplar
from stories.pages.models import StoryPage, Takedown, TakedownQuerySet
from stories.pages.rules import HEADLINE, REACHES_EVERY_VERSION, STANDFIRST, TAKEN_DOWN

SEEN_ON = {Medium.PRINT, Medium.WEB, Medium.TELEVISION}


def check_story(page: Page, channels: frozenset[str], day: date) -> Iterable[Failure]:
    """Every check of a story page; other pages are none of this room's business."""
    if not isinstance(page, StoryPage):
        return []
    photos = list(_photos(page))
    return [
        *_bounds(page),
        *_bylines(page),
        *_photo_failures(photos),
        *ground(
            page,
            channels,
            day,
            shows_photos=any(not photo.is_illustration for _, _, photo in photos if photo),
        ),
    ]


def check_takedown(page: Page, channels: frozenset[str], day: date) -> Iterable[Failure]:
    """Whatever kind of page was taken down goes out again only after a decision."""
    return _taken_down(Takedown.objects.filter(page=page.pk))


def ground(page: StoryPage, channels: frozenset[str], day: date, *, shows_photos: bool) -> list[Failure]:
    """Claims, consents and holds behind a story: five queries, however many people and claims there are."""
    people = list(page.exemplars().prefetch_related("holds", "consents__grants"))
    claims = Claim.objects.filter(pk__in=[claim.pk for claim in page.claims.all()]).prefetch_related(
        "evidence"
    )
    named = unagreed(people, channels, [ConsentItem.NAME], "subjects", day)
    on_screen = channels & SEEN_ON if shows_photos else frozenset()
    shown = unagreed(people, frozenset(on_screen), [ConsentItem.PHOTO], "subjects", day)
    strangers = _of_nobody_here(claims, people)
    return [
        *holds_in_force(people, "subjects"),
        *named,
        *shown,
        *strangers,
        *unproven_claims(claims, "claims"),
    ]


def retold(page: StoryPage) -> list[Failure]:
    """A story taken down by order, or because it was wrong, may not be told in another version either."""
    return _taken_down(Takedown.objects.filter(page=page.pk, reason__in=REACHES_EVERY_VERSION))


def _taken_down(takedowns: TakedownQuerySet) -> list[Failure]:
    return [
        Failure(
            TAKEN_DOWN,
            "",
            f"“{takedown.title}” đã được gỡ ngày {localtime(takedown.at):%d/%m/%Y}.",
            "Chờ Tổng biên tập cho thôi gỡ bằng văn bản.",
            reverse("takedowns:takedown", args=[takedown.pk]),
        )
        for takedown in takedowns.in_force()
    ]


def _of_nobody_here(claims: Iterable[Claim], people: list[Exemplar]) -> Iterable[Failure]:
    """Claims left over from an exemplar that was taken off the story."""
    here = {person.pk for person in people}
    for claim in claims:
        if claim.exemplar_id not in here:
            yield Failure(
                "stories.foreign_claim",
                "claims",
                f"“{claim.text}” là điều của điển hình khác.",
                "Thêm điển hình đó vào bài, hoặc bỏ chọn điều này.",
            )


def _bounds(page: StoryPage) -> Iterable[Failure]:
    for field, name, bounds, text in (
        ("title", "Tít", HEADLINE, page.title),
        ("standfirst", "Sapo", STANDFIRST, page.standfirst),
    ):
        if complaint := bounds.complaint(text):
            yield Failure(
                "stories.length", field, f"{name} có {complaint}.", "Viết gọn lại hoặc thêm cho đủ ý."
            )


def _bylines(page: StoryPage) -> Iterable[Failure]:
    if not page.bylines.all():
        yield Failure("stories.byline", "bylines", "Bài chưa có tác giả.", "Thêm bút danh người viết.")


def _photos(page: StoryPage) -> Iterable[tuple[str, str, Photo | None]]:
    """Field, caption and photo of every picture of the page, the lead one first."""
    if page.lead_photo:
        yield "lead_photo", page.lead_caption, page.lead_photo
    for block in page.body:
        for value in _photo_values(block):
            yield "body", value["caption"], value["photo"]


def _photo_values(block: Any) -> Iterable[Any]:
    match block.block_type:
        case "photo":
            return [block.value]
        case "gallery":
            return block.value
        case _:
            return []


def _photo_failures(photos: Iterable[tuple[str, str, Photo | None]]) -> Iterable[Failure]:
    for field, caption, photo in photos:
        if photo is None:
            yield Failure(
                "stories.photo", field, "Một ảnh trong bài đã bị xóa.", "Chọn ảnh khác hoặc bỏ khung ảnh."
            )
            continue
        if not photo.credit.strip():
            way_out = "Mở ảnh và ghi tên người chụp, hoặc nguồn."
            yield Failure("stories.credit", field, f"Ảnh “{photo.title}” chưa ghi “Ảnh của ai”.", way_out)
        if not (caption or "").strip():
            where = "lead_caption" if field == "lead_photo" else field
            way_out = "Ghi tên người từ trái sang phải, nơi chụp, tháng/năm."
            yield Failure("stories.caption", where, f"Ảnh “{photo.title}” chưa có chú thích.", way_out)
