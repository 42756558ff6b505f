"""An appointment gives its role's group while it runs, and nobody gives a role that is not theirs to give."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.operations.jobs import run_all
from cms.organisations.enums import Tier
from cms.organisations.models import Organisation
from cms.people.actions import AppointmentRefused, appoint, end_appointment, follow_appointments
from cms.people.enums import Role
from cms.people.models import Appointment, User
from cms.people.queries import group_name
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
NOW, TODAY, DAY = timezone.now(), timezone.localdate(), timedelta(days=1)


@pytest.fixture
def somebody(newsroom: Newsroom) -> User:
    return User.objects.create_user("nguoi-moi", full_name="Lê Thị Bích Ngân")


def a_row(
    user: User, role: Role = Role.JOURNALIST, begins: date = TODAY, ends: date | None = None
) -> Appointment:
    body, _ = Organisation.objects.get_or_create(code="bao-2", defaults={"name": "Báo", "tier": Tier.PRESS})
    return Appointment(user=user, organisation=body, role=role, valid_from=begins, valid_to=ends)


def roles(user: User) -> set[str]:
    return set(User.objects.get(pk=user.pk).groups.values_list("name", flat=True))


def logged(user: User) -> list[str]:
    entries = ModelLogEntry.objects.filter(object_id=str(user.pk), content_type__model="user")
    return list(entries.order_by("pk").values_list("action", flat=True))


def test_an_appointment_gives_the_group_and_its_end_takes_it_away(somebody: User) -> None:
    row = appoint(a_row(somebody, begins=TODAY - DAY), by=None, at=NOW)
    assert roles(somebody) == {"Phóng viên"}
    end_appointment(row, on=TODAY, by=None, at=NOW)
    assert roles(somebody) == {"Phóng viên"}, "the last day still counts"
    done = follow_appointments(at=NOW + DAY)
    assert (roles(somebody), done) == (set(), ["Lê Thị Bích Ngân ra vai trò Phóng viên"])
    assert logged(somebody) == ["people.enter_role", "people.leave_role"]
    assert follow_appointments(at=NOW + DAY) == []


def test_an_appointment_to_come_gives_nothing_before_its_day_and_the_job_gives_it_then(
    somebody: User,
) -> None:
    appoint(a_row(somebody, begins=TODAY + DAY, ends=TODAY + 2 * DAY), by=None, at=NOW)
    found = []
    for days in range(4):
        run_all(at=NOW + days * DAY, worker="test")
        found.append(roles(somebody))
    assert found == [set(), {"Phóng viên"}, {"Phóng viên"}, set()]


def test_the_group_stays_while_another_appointment_of_the_role_runs(somebody: User) -> None:
    first = appoint(a_row(somebody, begins=TODAY - 9 * DAY), by=None, at=NOW)
    other = a_row(somebody)
    other.organisation = Organisation.objects.create(code="dai-2", name="Đài", tier=Tier.PRESS)
    appoint(other, by=None, at=NOW)
    end_appointment(first, on=TODAY - DAY, by=None, at=NOW)
    assert roles(somebody) == {"Phóng viên"}


def test_another_role_or_another_person_takes_the_group_along(somebody: User) -> None:
    row = appoint(a_row(somebody), by=None, at=NOW)
    row.role = Role.DESK_EDITOR
    appoint(row, by=None, at=NOW)
    assert roles(somebody) == {"Biên tập viên"}
    heir = User.objects.create_user("nguoi-thay")
    row.user = heir
    appoint(row, by=None, at=NOW)
    assert (roles(somebody), roles(heir)) == (set(), {"Biên tập viên"})


def test_a_group_given_without_an_appointment_is_left_alone(newsroom: Newsroom) -> None:
    before = {role: roles(user) for role, user in newsroom.people.items()}
    run_all(at=NOW, worker="test")
    assert {role: roles(user) for role, user in newsroom.people.items()} == before


@pytest.mark.parametrize("role", list(Role))
def test_the_office_appoints_for_the_bodies_and_the_council_only(
    newsroom: Newsroom, somebody: User, role: Role
) -> None:
    office, administrator = (newsroom.people[one] for one in (Role.STANDING_OFFICE, Role.ADMINISTRATOR))
    if role in {Role.CLERK, Role.HEAD, Role.COUNCIL_MEMBER}:
        appoint(a_row(somebody, role), by=office, at=NOW)
    else:
        with pytest.raises(AppointmentRefused, match="quản trị hệ thống"):
            appoint(a_row(somebody, role), by=office, at=NOW)
        row = appoint(a_row(somebody, role), by=administrator, at=NOW)
        with pytest.raises(AppointmentRefused, match="quản trị hệ thống"):
            end_appointment(row, on=TODAY, by=office, at=NOW)
        row.role = Role.CLERK
        with pytest.raises(AppointmentRefused, match="quản trị hệ thống"):
            appoint(row, by=office, at=NOW)
    assert roles(somebody) == {group_name(role)}


def test_the_form_offers_the_office_only_what_it_may_give(newsroom: Newsroom, client: Client) -> None:
    offered = {}
    for role in (Role.STANDING_OFFICE, Role.ADMINISTRATOR):
        client.force_login(newsroom.people[role])
        form = client.get("/admin/phan-cong/new/").context["form"]
        offered[role] = [value for value, _ in form.fields["role"].choices if value]
    assert offered == {
        Role.STANDING_OFFICE: [Role.CLERK, Role.HEAD, Role.COUNCIL_MEMBER],
        Role.ADMINISTRATOR: list(Role),
    }


def test_following_asks_as_many_queries_for_30_people_as_for_1(
    newsroom: Newsroom, django_assert_num_queries
) -> None:  # type: ignore[no-untyped-def]
    for number in range(30):
        user = User.objects.create_user(f"nguoi-{number}")
        appoint(a_row(user, begins=TODAY - DAY), by=None, at=NOW)
        if number in (0, 29):
            # The appointments on record, those of the day, the groups; two for the transaction.
            with django_assert_num_queries(5):
                assert follow_appointments(at=NOW) == []
