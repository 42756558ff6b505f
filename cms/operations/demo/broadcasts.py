"""Three sample episodes of the station's column, released in its past slots."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from broadcasts.programmes.models import EpisodePage, ProgrammePage
from cms.media.enums import Rights
from cms.media.models import Attachment
from cms.operations.demo.people import sample_user
from cms.operations.demo.road import approve, hand_in
from cms.operations.demo.samples import SampleEpisode, read_episodes
from cms.people.enums import Role
from columns.slots.actions import make_ahead, place, release
from columns.slots.models import Slot
from stories.pages.models import StoryPage

PAST, COMING = timedelta(weeks=14), timedelta(weeks=8)


def provide_episodes(*, at: datetime, say: Callable[[str], None]) -> None:
    samples = read_episodes()
    programme = ProgrammePage.objects.select_related("column").first()
    if programme is None or EpisodePage.objects.filter(
        number__in=[one.number for one in samples]
    ).count() == len(samples):
        return
    slots = _slots(programme, at)[-len(samples) :]
    for sample, slot in zip(samples, slots, strict=False):
        if not EpisodePage.objects.filter(number=sample.number).exists():
            say(f"Số {sample.number}: {sample.title}")
            _provide(sample, programme, slot)


def _slots(programme: ProgrammePage, at: datetime) -> list[Slot]:
    column = programme.column
    column.rhythms.update(valid_from=timezone.localdate(at - PAST))
    make_ahead(column, by=None, at=at - PAST, until=timezone.localdate(at + COMING))
    past = list(column.slots.filter(at__lte=at).order_by("at"))
    column.slots.filter(pk__in=[slot.pk for slot in past[:-3]]).delete()
    return past[-3:]


@transaction.atomic
def _provide(sample: SampleEpisode, programme: ProgrammePage, slot: Slot) -> None:
    editor = sample_user(Role.RADIO_EDITOR)
    episode = EpisodePage(
        title=sample.title,
        slug=f"so-{sample.number}",
        number=sample.number,
        standfirst=sample.standfirst,
        audio=_recording(sample),
        duration_seconds=sample.duration_seconds,
        is_synthetic=sample.synthetic,
        transcript="\n\n".join(sample.text),
        is_sample=True,
        live=False,
        owner=editor,
    )
    programme.add_child(instance=episode)
    episode.stories.set(StoryPage.objects.filter(slug__in=sample.stories))
    episode.save_revision(user=editor)
    page = approve(hand_in(episode, by=Role.RADIO_EDITOR))
    place(slot, page, by=sample_user(Role.MANAGING_EDITOR), at=slot.at - timedelta(days=2))
    release(slot.pk, by=None, at=slot.at)


def _recording(sample: SampleEpisode) -> Attachment:
    return Attachment.objects.create(
        title=f"Hương sen Đồng Tháp số {sample.number} (giọng đọc tổng hợp)",
        file=ContentFile(sample.audio.read_bytes(), name=sample.audio.name),
        credit="Gương Sáng (dữ liệu mẫu)",
        rights=Rights.SAMPLE,
    )
