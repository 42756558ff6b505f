"""A batch of seeded stories, straight into the tables: what Wagtail would write for each, by a few statements for all."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.db import transaction
from django.db.models import CharField, F, OuterRef, Subquery
from django.db.models.functions import Cast
from wagtail.models import (
    COMMENTS_RELATION_NAME,
    Page,
    PageLogEntry,
    ReferenceIndex,
    Revision,
    TaskState,
    WorkflowState,
)
from wagtail.search.backends import get_search_backend

from cms.delivery.actions import forget_everything
from cms.operations.seed.dossiers import insert_claims, insert_exemplars
from cms.operations.seed.ground import Ground
from cms.operations.seed.writing import Text
from columns.slots.enums import SlotState
from columns.slots.models import Slot, SlotItem
from stories.dossiers.models import Claim
from stories.exemplars.models import Exemplar
from stories.pages.models import Byline, StoryPage, Subject

KICKER = "Gương Người tốt, Việc tốt"
CAPTION = "Hình vẽ minh họa, không phải ảnh chụp (dữ liệu mẫu)."


@transaction.atomic
def insert(texts: Sequence[Text], ground: Ground) -> None:
    """The stories with all that hangs on them, or nothing: a run that is killed leaves whole batches."""
    exemplars = insert_exemplars(texts, ground)
    claims = insert_claims(texts, exemplars)
    stories = _insert_pages(texts, ground)
    for text, story, exemplar, said in zip(texts, stories, exemplars, claims, strict=True):
        _hang_on(story, text, exemplar, said, ground)
    _insert_children(stories)
    _insert_revisions(stories, ground)
    _insert_road([story for story in stories if story.live], ground)
    _insert_slots(texts, stories, ground)
    _insert_references(stories, ground)
    get_search_backend().add_bulk(StoryPage, stories)
    # Nothing told the ready pages of these rows one by one.
    forget_everything()


def _insert_pages(texts: Sequence[Text], ground: Ground) -> list[StoryPage]:
    """Rows of the tree and rows of stories apart, since Django's bulk_create does not know inheritance."""
    parent = Page.objects.select_for_update().get(pk=ground.index.pk)
    last = parent.get_last_child()
    step = int(last.path[-Page.steplen :], len(Page.alphabet)) if last else 0
    stories = [_story(text, ground) for text in texts]
    for number, story in enumerate(stories, start=step + 1):
        story.path = Page._get_path(parent.path, parent.depth + 1, number)
        story.depth, story.url_path = parent.depth + 1, f"{parent.url_path}{story.slug}/"
    fields = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    pages = Page.objects.bulk_create(
        Page(**{name: getattr(story, name) for name in fields}) for story in stories
    )
    for story, page in zip(stories, pages, strict=True):
        story.pk = story.id = page.pk
        # Raw: the story's own row only, and no receiver of signals (search, references) answers each one.
        story.save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(stories))
    return stories


def _story(text: Text, ground: Ground) -> StoryPage:
    at, photos = text.at, ground.photos
    out = None if text.is_draft else at
    return StoryPage(
        title=text.headline,
        draft_title=text.headline,
        slug=text.slug,
        content_type=ground.story_type,
        locale=ground.locale,
        translation_key=text.key,
        live=not text.is_draft,
        has_unpublished_changes=text.is_draft,
        first_published_at=out,
        last_published_at=out,
        latest_revision_created_at=at,
        kicker=KICKER,
        standfirst=text.standfirst,
        genre=text.genre,
        lead_photo=photos[text.number % len(photos)],
        lead_caption=CAPTION,
        body=list(_body(text, ground)),
        is_sample=True,
    )


def _body(text: Text, ground: Ground) -> Any:
    """With a photo after the first paragraph."""
    photo = ground.photos[(text.number + 1) % len(ground.photos)]
    yield text.body[0]
    yield {"type": "photo", "value": {"photo": photo.pk, "caption": CAPTION}, "id": str(text.block)}
    yield from text.body[1:]


def _hang_on(story: StoryPage, text: Text, exemplar: Exemplar, claims: list[Claim], ground: Ground) -> None:
    """In memory; `search_people` and `search_places` as the model's methods would find them by several queries."""
    place = ground.place(text.number)
    story.bylines = [Byline(pen_name=text.pen_name, sort_order=0)]
    story.subjects = [Subject(exemplar=exemplar, sort_order=0)]
    story.sectors = [ground.sectors[slug] for slug in dict.fromkeys(text.sectors)]
    story.localities = [place.locality]
    story.claims = claims
    # Nobody has commented: said here, or Wagtail asks for each story.
    setattr(story, COMMENTS_RELATION_NAME, [])
    names = [text.person.name, text.person.alias, text.pen_name]
    story.search_people = ", ".join(name for name in names if name)  # type: ignore[method-assign, assignment]
    story.search_places = place.names  # type: ignore[method-assign, assignment]


def _insert_children(stories: Sequence[StoryPage]) -> None:
    for model, name in ((Byline, "bylines"), (Subject, "subjects")):
        model.objects.bulk_create(chain.from_iterable(getattr(story, name).all() for story in stories))
    for field in ("sectors", "localities", "claims"):
        through = getattr(StoryPage, field).through
        column = StoryPage._meta.get_field(field).m2m_reverse_name()
        through.objects.bulk_create(
            through(storypage_id=story.pk, **{column: other.pk})
            for story in stories
            for other in getattr(story, field).all()
        )


def _insert_revisions(stories: Sequence[StoryPage], ground: Ground) -> None:
    Revision.objects.bulk_create(
        Revision(
            content_type=ground.story_type,
            base_content_type=ground.page_type,
            object_id=str(story.pk),
            created_at=story.latest_revision_created_at,
            object_str=str(story),
            content=story.serializable_data(),
        )
        for story in stories
    )
    mine = Revision.objects.filter(
        base_content_type=ground.page_type, object_id=Cast(OuterRef("pk"), CharField(max_length=255))
    )
    pages = Page.objects.filter(pk__in=[story.pk for story in stories])
    pages.update(latest_revision=Subquery(mine.values("pk")[:1]))
    pages.filter(live=True).update(live_revision=F("latest_revision"))
    revisions = dict(pages.values_list("pk", "latest_revision_id"))
    for story in stories:
        story.latest_revision_id = revisions[story.pk]


def _insert_road(stories: Sequence[StoryPage], ground: Ground) -> None:
    """Each passed every step, at the hour of its publication, and its log says that it was published."""
    states = WorkflowState.objects.bulk_create(
        WorkflowState(
            content_type=ground.story_type,
            base_content_type=ground.page_type,
            object_id=str(story.pk),
            workflow=ground.workflow,
            status=WorkflowState.STATUS_APPROVED,
        )
        for story in stories
    )
    TaskState.objects.bulk_create(
        TaskState(
            workflow_state=state,
            revision_id=story.latest_revision_id,
            task=task,
            status=TaskState.STATUS_APPROVED,
            finished_at=story.first_published_at,
        )
        for story, state in zip(stories, states, strict=True)
        for task in ground.tasks
    )
    _date_road(states)
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            page_id=story.pk,
            content_type=ground.story_type,
            label=story.title,
            action="wagtail.publish",
            timestamp=story.first_published_at,
            revision_id=story.latest_revision_id,
            content_changed=True,
        )
        for story in stories
    )


def _date_road(states: Sequence[WorkflowState]) -> None:
    """Django dates such rows by the machine's clock; a seeded story has its own."""
    keys = [state.pk for state in states]
    TaskState.objects.filter(workflow_state__in=keys).update(started_at=F("finished_at"))
    finished = TaskState.objects.filter(workflow_state=OuterRef("pk")).values("finished_at")[:1]
    WorkflowState.objects.filter(pk__in=keys).update(created_at=Subquery(finished))


def _insert_slots(texts: Sequence[Text], stories: Sequence[StoryPage], ground: Ground) -> None:
    """One released slot a story, the columns in turn; a house without columns has none."""
    if not ground.columns:
        return
    out = [(text, story) for text, story in zip(texts, stories, strict=True) if story.live]
    slots = Slot.objects.bulk_create(
        Slot(
            column=ground.columns[text.number % len(ground.columns)],
            at=text.at,
            state=SlotState.RELEASED,
            released_at=text.at,
        )
        for text, _ in out
    )
    SlotItem.objects.bulk_create(
        SlotItem(slot=slot, page_id=story.pk) for slot, (_, story) in zip(slots, out, strict=True)
    )


def _insert_references(stories: Sequence[StoryPage], ground: Ground) -> None:
    """As Wagtail's `create_or_update_for_object`, which asks the database once for each page."""
    ReferenceIndex.objects.bulk_create(
        ReferenceIndex(
            content_type=ground.story_type,
            base_content_type=ground.page_type,
            object_id=str(story.pk),
            to_content_type_id=to_type,
            to_object_id=to_key,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
        )
        for story in stories
        for to_type, to_key, model_path, content_path in sorted(
            set(ReferenceIndex._extract_references_from_object(story))
        )
    )
