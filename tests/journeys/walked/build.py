"""Run as a script: a house with something at every point of the road in DATA_DIR, and what a walk must know of it."""

import json
import os
import sys
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.cached_db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Comment, Page  # noqa: E402

from broadcasts.programmes.models import EpisodePage, ProgrammePage  # noqa: E402
from cms.core.sorting import person_key  # noqa: E402
from cms.media.models import Attachment, Photo  # noqa: E402
from cms.operations.demo.people import SAMPLES  # noqa: E402
from cms.organisations.models import Desk, Organisation  # noqa: E402
from cms.people.enums import Role  # noqa: E402
from cms.people.models import Appointment, User  # noqa: E402
from columns.slots.models import Column, Slot  # noqa: E402
from stories.assignments.actions import assign  # noqa: E402
from stories.assignments.enums import Priority  # noqa: E402
from stories.assignments.models import Assignment  # noqa: E402
from stories.dossiers.models import Claim  # noqa: E402
from stories.exemplars.actions import place_hold  # noqa: E402
from stories.exemplars.enums import HoldReason  # noqa: E402
from stories.exemplars.models import Exemplar  # noqa: E402
from stories.letters.actions import ask_reading  # noqa: E402
from stories.nominations.actions import ask_more, hand_over  # noqa: E402
from stories.nominations.models import HandOver  # noqa: E402
from stories.pages.actions import take_down  # noqa: E402
from stories.pages.enums import TakedownReason  # noqa: E402
from stories.pages.models import StoryIndexPage  # noqa: E402
from tests.factories import bodies, letters, library  # noqa: E402
from tests.factories.newsroom import HEADLINE, Newsroom, fresh, open_newsroom  # noqa: E402
from tests.journeys.walked.walk import FIRST_KEY  # noqa: E402

RELEASE = "Ông Tư chờ kỳ đăng tuần này cùng xóm"
REVIEW = "Chị Hai chờ biên tập viên đọc bài này"
VERIFICATION = "Chú Ba chờ Cơ quan Thường trực thẩm định"
DRAFT = "Bài đã bị trả lại vì thiếu số liệu"
LOCKED = "Bài đang khóa vì người viết còn sửa"


def build() -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    begin_keys_at(FIRST_KEY)
    call_command("adopt_plan", "dong-thap", stdout=StringIO())
    newsroom = open_newsroom()
    name_people(newsroom)
    fill_stories(newsroom)
    fill_air(newsroom)
    fill_papers(newsroom)
    letters.a_proposal()
    (Path(settings.DATA_DIR) / "static").mkdir(exist_ok=True)
    (Path(settings.DATA_DIR) / "walk.json").write_text(json.dumps(known(newsroom)))


def begin_keys_at(key: int) -> None:
    """As in a house that has stood for years. Where nothing was written yet, a table has no row here."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT quote_ident(sequencename) FROM pg_sequences WHERE schemaname = current_schema()"
            )
            for (sequence,) in cursor.fetchall():
                cursor.execute(f"ALTER SEQUENCE {sequence} RESTART WITH {key + 1}")
            return
        cursor.execute("DELETE FROM sqlite_sequence")
        tables = connection.introspection.table_names(cursor)
        cursor.executemany(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [(table, key) for table in tables]
        )


def name_people(newsroom: Newsroom) -> None:
    for role, user in newsroom.people.items():
        user.username, user.full_name, user.pen_name = SAMPLES[role]
        user.sort_name, user.email = person_key(user.full_name), f"{user.username}@mau.invalid"
        user.is_superuser = role == Role.ADMINISTRATOR
        user.save()


def fill_stories(newsroom: Newsroom) -> None:
    journalist, office = newsroom.people[Role.JOURNALIST], newsroom.people[Role.STANDING_OFFICE]
    now = timezone.now()
    library.stories(22, newsroom.column)
    library.column_page(newsroom.column)
    story, person = letters.a_story(newsroom)
    ask_reading(story, person, by=newsroom.people[Role.MANAGING_EDITOR], at=now)
    newsroom.slot(now + timedelta(days=3), [newsroom.approved(RELEASE)])
    Slot.objects.create(column=newsroom.column, at=now + timedelta(days=10))
    newsroom.hand_in(newsroom.draft(REVIEW))
    verified = newsroom.hand_in(newsroom.draft(VERIFICATION))
    newsroom.approve(verified, Role.DESK_EDITOR)
    back = newsroom.hand_in(newsroom.draft(DRAFT))
    state = back.current_workflow_task_state
    state.task.specific.on_action(
        state, user=newsroom.people[Role.DESK_EDITOR], action_name="reject", comment="Cần thêm số liệu"
    )
    locked = newsroom.draft(LOCKED)
    locked.standfirst += " Thêm một câu."
    locked.save_revision(user=journalist)
    Page.objects.filter(pk=locked.pk).update(locked=True, locked_by=journalist, locked_at=now)
    Comment.objects.create(
        page=story.page_ptr, user=journalist, contentpath="standfirst", text="Rút gọn câu này"
    )
    gone = library.stories(1, newsroom.column)[0]
    take_down(gone, reason=TakedownReason.ORDER, grounds="Công văn 12", by=office, at=now)
    place_hold(
        library.an_exemplar("Lê Thị Mười"),
        reason=HoldReason.COMPLAINT,
        note="",
        document="CV 12",
        by=office,
        at=now,
    )


def fill_air(newsroom: Newsroom) -> None:
    station = Column.objects.create(
        name="Hương sen Đồng Tháp",
        slug="huong-sen",
        organisation=newsroom.column.organisation,
        media=["radio"],
    )
    programme = library.programme(station)
    library.episodes(2, programme)
    draft = library.episodes(1, programme)[0]
    EpisodePage.objects.filter(pk=draft.pk).update(live=False, first_published_at=None)
    fresh(draft).save_revision(user=newsroom.people[Role.RADIO_EDITOR])


def fill_papers(newsroom: Newsroom) -> None:
    bodies.a_press_body(newsroom)
    office = newsroom.people[Role.STANDING_OFFICE]
    chosen = bodies.selected(newsroom)
    hand_over(chosen, desks=list(Desk.objects.all()), brief="", by=office, at=timezone.now())
    for role, login, name in ((Role.CLERK, "hoa", "Ngô Thị Hoa"), (Role.HEAD, "ut", "Trần Văn Út")):
        account = User.objects.filter(username__startswith=f"{role}-")
        account.update(username=login, full_name=name, sort_name=person_key(name))
    body = Organisation.objects.get(code="ubnd-xa-thap-muoi")
    ours = bodies.Body(
        body, *(bodies.appoint(newsroom.people[role], body, role) for role in (Role.CLERK, Role.HEAD))
    )
    bodies.a_draft(ours, name="Trần Văn Đò")
    bodies.a_nomination(ours, name="Trần Thị Sáu")
    ask_more(
        bodies.a_nomination(ours, name="Huỳnh Văn Bảy"), what="Thiếu số liệu", by=office, at=timezone.now()
    )
    assign(
        Desk.objects.first(),
        title="Viết về ông Kiềm",
        brief="",
        exemplar=chosen.exemplar,
        hand_over=None,
        person=newsroom.people[Role.JOURNALIST],
        due_on=date.today() + timedelta(days=4),
        priority=Priority.NORMAL,
        by=newsroom.people[Role.MANAGING_EDITOR],
        at=timezone.now(),
    )


def known(newsroom: Newsroom) -> dict[str, object]:
    """Open sessions, and of what kind each page is: a walk looks at one page of a kind."""
    kinds = {
        page.pk: f"{page.specific_class.__name__} {page.live} {bool(page.current_workflow_state)}"
        for page in Page.objects.all()
    }
    sessions = {role.value: session_of(user) for role, user in newsroom.people.items()}
    return {"sessions": sessions, "kinds": kinds, "places": places()}


def places() -> dict[str, str]:
    """Where a test goes by itself: screens by name, and one row of each kind that is chosen in lists."""
    titles = {"story": HEADLINE, "at review": REVIEW, "at verification": VERIFICATION, "at release": RELEASE}
    screens = {
        name: f"/admin/pages/{Page.objects.get(title=title).pk}/edit/"
        for name, title in (titles | {"draft": DRAFT, "locked": LOCKED}).items()
    }
    screens["new story"] = f"/admin/pages/add/stories/storypage/{StoryIndexPage.objects.get().pk}/"
    screens["new episode"] = f"/admin/pages/add/broadcasts/episodepage/{ProgrammePage.objects.first().pk}/"
    appointment = Appointment.objects.get(user__username="hoa")
    screens["appointment"] = f"/admin/phan-cong/edit/{appointment.pk}/"
    screens["dossier"] = reverse("dossiers:dossier", args=[Claim.objects.first().exemplar_id])
    screens["hand-over"] = reverse("nominations:hand_over", args=[HandOver.objects.first().pk])
    screens["assignment"] = reverse("assignments:assignment", args=[Assignment.objects.first().pk])
    screens["column"] = f"/admin/chuyen-muc/edit/{Column.objects.first().pk}/"
    rows = {"wagtailcore/page": Page.objects.get(title=DRAFT), "media/photo": Photo.objects.first()}
    rows |= {"media/attachment": Attachment.objects.first(), "people/user": User.objects.get(username="hoa")}
    rows |= {"exemplar": Exemplar.objects.filter(claims__isnull=False).first()}
    return screens | {name: str(row.pk) for name, row in rows.items()}


def session_of(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


build()
