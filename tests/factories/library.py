"""A site with as many published pieces as a test wants, straight into the tables: for readers' pages and feeds."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Page

from broadcasts.programmes.models import EpisodePage, ProgrammeIndexPage, ProgrammePage
from cms.core.text import fold
from cms.localities.enums import Level, Scheme
from cms.localities.models import Locality, Succession
from cms.media.models import Attachment, Photo
from cms.plans.models import Sector
from columns.pages.models import ColumnIndexPage, ColumnPage
from columns.slots.enums import SlotState
from columns.slots.models import Column, Slot, SlotItem
from stories.exemplars.actions import register
from stories.exemplars.enums import ExemplarKind, SubjectType
from stories.exemplars.models import Exemplar
from stories.pages.models import Byline, StoryIndexPage, StoryPage
from tests.factories.newsroom import STANDFIRST

NEWEST = datetime(2026, 11, 19, 23, tzinfo=UTC)


def places() -> tuple[Locality, Locality]:
    """Xã Tháp Mười of today and the commune Mỹ Hòa of Huyện Tháp Mười that went into it."""
    home = _unit(Scheme.SINCE_2025, "P82", Level.PROVINCE, "Tỉnh Đồng Tháp", "tinh-dong-thap", None)
    today = _unit(Scheme.SINCE_2025, "W30037", Level.COMMUNE, "Xã Tháp Mười", "xa-thap-muoi", home)
    district = _unit(Scheme.UNTIL_2025, "D872", Level.DISTRICT, "Huyện Tháp Mười", "huyen-thap-muoi", None)
    old = _unit(Scheme.UNTIL_2025, "W30052", Level.COMMUNE, "Xã Mỹ Hòa", "xa-my-hoa", district)
    Succession.objects.get_or_create(old=old, new=today)
    return today, old


def _unit(scheme: Scheme, code: str, level: Level, name: str, slug: str, parent: Locality | None) -> Locality:
    from cms.localities.rules import LAST_DAY_OF_OLD_UNITS

    ended = LAST_DAY_OF_OLD_UNITS if scheme == Scheme.UNTIL_2025 else None
    values = {
        "search_name": fold(name),
        "level": level,
        "name": name,
        "slug": slug,
        "kind": "",
        "parent": parent,
        "valid_to": ended,
    }
    return Locality.objects.update_or_create(scheme=scheme, code=code, defaults=values)[0]


def an_exemplar(name: str) -> Exemplar:
    """Somebody of Xã Tháp Mười, with an empty dossier."""
    today, _ = places()
    person = Exemplar(
        name=name, subject_type=SubjectType.INDIVIDUAL, kind=ExemplarKind.GOOD_DEED, locality=today
    )
    return register(person, by=None, at=NEWEST)


def photo(name: str = "chan-dung") -> Photo:
    data = BytesIO()
    Image.new("RGB", (1600, 1067), "#7a9").save(data, "JPEG")
    return Photo.objects.create(
        title=name,
        file=ImageFile(data, name=f"{name}.jpg"),
        credit="Hữu Nghĩa",
        description="Ông Tư bên ruộng sen",
    )


def stories(count: int, column: Column) -> list[StoryPage]:
    """So many published stories, all in one sector, one place and one column, an hour apart."""
    index, (place, _) = StoryIndexPage.objects.get(), places()
    sector, _ = Sector.objects.get_or_create(slug="nong-nghiep", defaults={"name": "Nông nghiệp"})
    start, picture = StoryPage.objects.count(), Photo.objects.first() or photo()
    made = []
    for number in range(start, start + count):
        at = NEWEST - timedelta(hours=number)
        story = StoryPage(
            title=f"Ông Tư giữ ruộng sen cho cả xóm lần {number}",
            slug=f"ruong-sen-{number}",
            standfirst=STANDFIRST,
            kicker="Gương Người tốt, Việc tốt",
            lead_photo=picture,
            lead_caption="Ông Tư bên ruộng sen, tháng 9/2026.",
            body=[("paragraph", "<p>Sáng nào ông Tư cũng ra ruộng.</p>"), ("crosshead", "Làm cùng nhau")],
            first_published_at=at,
            last_published_at=at,
        )
        story.bylines.add(Byline(pen_name="Minh Tâm"))
        index.add_child(instance=story)
        story.sectors.set([sector])
        story.localities.set([place])
        story.save()
        slot = Slot.objects.create(column=column, at=at, state=SlotState.RELEASED, released_at=at)
        SlotItem.objects.create(slot=slot, page=Page.objects.get(pk=story.pk))
        made.append(story)
    return made


def column_page(column: Column) -> ColumnPage:
    page = ColumnPage(title=column.name, slug=column.slug, column=column)
    return ColumnIndexPage.objects.get().add_child(instance=page)


def programme(column: Column) -> ProgrammePage:
    page = ProgrammePage(title=column.name, slug=column.slug, column=column)
    return ProgrammeIndexPage.objects.get().add_child(instance=page)


def episodes(count: int, programme: ProgrammePage) -> list[EpisodePage]:
    start, recording = EpisodePage.objects.count(), Attachment.objects.first() or _recording()
    made = []
    for number in range(start + 1, start + count + 1):
        at = NEWEST - timedelta(days=number)
        page = EpisodePage(
            title=f"Hương sen Đồng Tháp số {number}",
            slug=f"so-{number}",
            number=number,
            audio=recording,
            duration_seconds=140,
            is_synthetic=True,
            transcript="Bản đọc bằng giọng tổng hợp.\n\nKính chào bà con.",
            first_published_at=at,
            last_published_at=at,
        )
        made.append(programme.add_child(instance=page))
    return made


def _recording() -> Attachment:
    return Attachment.objects.create(
        title="Số mẫu", file=ContentFile(b"ID3" + bytes(1000), name="so-mau.mp3")
    )
