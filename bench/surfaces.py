"""What readers and editors do, each as one act on a seeded house."""

from collections.abc import Callable
from functools import cached_property
from itertools import count
from typing import Any

from django.test import Client
from django.utils import timezone
from lxml import html
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from bench.measure import milliseconds
from cms.pages.rules import Key
from cms.people.enums import Role
from cms.people.models import User
from cms.workflow.actions import release
from columns.pages.models import ColumnPage
from stories.pages.models import StoryIndexPage, StoryPage

COMMON, RARE = "bà con", "Kiềm mùa nổi"
Act = Callable[[], object]


class House:
    """A seeded installation, somebody for each role, and the acts on it."""

    def __init__(self, somebody: Callable[[Role], User]) -> None:
        self.somebody = somebody
        self.reader, self.editor, self.writer = Client(), Client(), Client()
        self.editor.force_login(somebody(Role.MANAGING_EDITOR))
        self.writer.force_login(somebody(Role.JOURNALIST))
        self.index = StoryIndexPage.objects.get()
        published = StoryPage.objects.live().order_by("first_published_at")
        self.story = published[published.count() // 2]
        self.numbers = count(1)
        self.acts = self._public() | self._admin() | self._verbs()

    def _public(self) -> dict[str, Act]:
        story, month = self.story, f"{self.story.first_published_at:%Y/%m}"
        column = ColumnPage.objects.live().order_by("pk").first()
        sector, place = story.sectors.all()[0], story.localities.all()[0]
        addresses = {
            "home": "/",
            "story": f"/cau-chuyen/{story.slug}/",
            "list": "/cau-chuyen/",
            "list, middle": f"/cau-chuyen/?truoc={Key(story.first_published_at, story.pk)}",
            "column": column.url,
            "column month": f"{column.url}{month}/",
            "sector": f"/linh-vuc/{sector.slug}/",
            "sectors": "/linh-vuc/",
            "locality": f"/dia-phuong/{place.slug}/",
            "localities": "/dia-phuong/",
            "search, common": f"/tim-kiem/?q={COMMON}",
            "search, rare": f"/tim-kiem/?q={RARE}",
            "feed": "/feeds/stories.rss",
            "feed of a place": f"/feeds/localities/{place.code}.rss",
            "feeds": "/feeds/",
        }
        return {name: self._get(self.reader, address) for name, address in addresses.items()}

    def _admin(self) -> dict[str, Act]:
        index, story = self.index.pk, self.story.pk
        addresses = {
            "admin home": "/admin/",
            "explorer": f"/admin/pages/{index}/",
            "explorer, newest": f"/admin/pages/{index}/?ordering=-latest_revision_created_at",
            "explorer, by title": f"/admin/pages/{index}/?ordering=title",
            "explorer search": f"/admin/pages/{index}/?q={RARE}",
            "admin search, common": f"/admin/pages/search/?q={COMMON}",
            "admin search, rare": f"/admin/pages/search/?q={RARE}",
            "chooser": f"/admin/choose-page/{index}/?page_type=stories.storypage",
            "chooser search": f"/admin/choose-page/search/?q={RARE}&page_type=stories.storypage",
            "editor": f"/admin/pages/{story}/edit/",
            "history": f"/admin/pages/{story}/history/",
            "calendar": "/admin/lich/",
        }
        return {name: self._get(self.editor, address) for name, address in addresses.items()}

    def _verbs(self) -> dict[str, Act]:
        return {"save a draft": self._save, "autosave": self._autosave, "release": self._release}

    def _get(self, client: Client, address: str) -> Act:
        def act() -> None:
            answer = client.get(address)
            if answer.status_code != 200:
                raise RuntimeError(f"{address}: {answer.status_code}")

        return act

    @cached_property
    def draft(self) -> Page:
        return StoryPage.objects.filter(live=False, is_sample=True).order_by("pk")[0]

    @cached_property
    def form(self) -> dict[str, Any]:
        """The editor's form as a browser would send it back, the text as one that a writer might have."""
        StoryPage.objects.filter(pk=self.draft.pk).update(owner=self.somebody(Role.JOURNALIST))
        page = html.fromstring(self.writer.get(f"/admin/pages/{self.draft.pk}/edit/").content)
        form = page.get_element_by_id("page-edit-form")
        fields: dict[str, Any] = {}
        for name, value in form.form_values():
            fields.setdefault(name, []).append(value)
        text = [("paragraph", rich_text(f"<p>{self.story.standfirst * 3}</p>")) for _ in range(12)]
        return fields | nested_form_data({"body": streamfield(text)})

    def _save(self) -> None:
        self._post({})

    def _autosave(self) -> None:
        """The second and later times in one sitting: Wagtail writes over the revision that the first one made."""
        latest = Page.objects.get(pk=self.draft.pk).latest_revision
        self._post(
            {"overwrite_revision_id": str(latest.pk), "loaded_revision_id": str(latest.pk)},
            headers={"accept": "application/json"},
        )

    def _post(self, more: dict[str, str], **kwargs: Any) -> None:
        form = self.form | {"standfirst": f"{self.story.standfirst} {next(self.numbers)}"} | more
        address = f"/admin/pages/{self.draft.pk}/edit/"
        answer = self.writer.post(address, form, **kwargs)
        if answer.status_code not in {200, 302} or (answer.status_code == 200 and not kwargs):
            raise RuntimeError(f"{address}: {answer.status_code}")

    def _release(self) -> None:
        release(self.approved.pop(), by=None, at=timezone.now())

    @cached_property
    def approved(self) -> list[Page]:
        return []

    def prepare(self, name: str) -> None:
        """What must stand before the clock runs."""
        if name == "release":
            self.approved.append(self._an_approved_piece())
        elif name in {"save a draft", "autosave"}:
            _ = self.form

    def _an_approved_piece(self) -> Page:
        """One more seeded draft, handed in and approved by all."""
        drafts = StoryPage.objects.filter(live=False, is_sample=True).order_by("-pk")
        page: Page = next(page for page in drafts.iterator(chunk_size=20) if not page.workflow_in_progress)
        page.save_revision(user=self.somebody(Role.JOURNALIST))
        page.get_workflow().start(fresh(page), self.somebody(Role.JOURNALIST))
        for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
            state = fresh(page).current_workflow_task_state
            state.task.specific.on_action(state, user=self.somebody(role), action_name="approve")
        return fresh(page)

    def time(self, name: str) -> float:
        self.prepare(name)
        return milliseconds(self.acts[name])


def fresh(page: Page) -> Page:
    return Page.objects.get(pk=page.pk).specific
