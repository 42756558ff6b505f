"""Who holds which role where, on its screen: seen and written by the office, never twice, ended and not erased."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.organisations.actions import register_body
from cms.organisations.enums import Tier
from cms.organisations.models import Organisation
from cms.people.actions import AppointmentRefused, appoint, end_appointment
from cms.people.enums import Role
from cms.people.models import Appointment, User
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
NOW = timezone.now()
TODAY = timezone.localdate()
SINCE = date(2025, 7, 1)
OFFICE = {Role.STANDING_OFFICE, Role.ADMINISTRATOR}


def a_body(name: str = "Ủy ban nhân dân xã Tháp Mười", **values: object) -> Organisation:
    return register_body(Organisation(name=name, tier=Tier.COMMUNE, **values), by=None, at=NOW)


def a_person(name: str = "Lê Thị Bích Ngân") -> User:
    return User.objects.create_user(f"nguoi-{User.objects.count()}", full_name=name)


def an_appointment(
    name: str = "Lê Thị Bích Ngân", body: Organisation | None = None, **values: object
) -> Appointment:
    values = {"role": Role.CLERK, "valid_from": SINCE} | values
    row = Appointment(user=a_person(name), organisation=body or a_body(), **values)
    return appoint(row, by=None, at=NOW)


def form_of(row: Appointment, **changes: object) -> dict[str, object]:
    values = {
        "user": row.user_id, "organisation": row.organisation_id, "role": row.role,
        "valid_from": f"{row.valid_from:%d/%m/%Y}", "valid_to": f"{row.valid_to:%d/%m/%Y}" if row.valid_to else "",
    }  # fmt: skip
    return values | changes


def office(newsroom: Newsroom, client: Client) -> Client:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    return client


def log_of(row: Appointment) -> list[str]:
    entries = ModelLogEntry.objects.filter(object_id=str(row.pk), content_type__model="appointment")
    return list(entries.order_by("pk").values_list("action", flat=True))


@pytest.mark.parametrize("role", list(Role))
def test_appointments_are_opened_by_role(newsroom: Newsroom, client: Client, role: Role) -> None:
    row = an_appointment()
    client.force_login(newsroom.people[role])
    doors = {
        door: client.get(f"/admin/phan-cong/{door}").status_code for door in ("", "new/", f"edit/{row.pk}/")
    }
    assert set(doors.values()) == ({200} if role in OFFICE else {302})
    assert client.get(f"/admin/phan-cong/delete/{row.pk}/").status_code == 302
    assert ("/admin/phan-cong/" in client.get("/admin/").content.decode()) is (role in OFFICE)


@pytest.mark.parametrize("address", ["", "?q=nguyen+van&state=held"])
def test_the_listing_asks_as_many_queries_for_30_rows_as_for_1(
    newsroom: Newsroom, client: Client, address: str
) -> None:
    office(newsroom, client)
    counts = []
    for rows in (range(1), range(1, 30)):
        for number in rows:
            an_appointment(f"Nguyễn Văn {number}", a_body(f"Xã {number}"))
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/admin/phan-cong/{address}").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        pytest.param({"q": "bich ngan"}, {"Lê Thị Bích Ngân"}, id="person without diacritics"),
        pytest.param({"q": "XÃ MỸ QUÝ"}, {"Phan Văn Thới"}, id="body with diacritics, in capitals"),
        pytest.param({"state": "held"}, {"Lê Thị Bích Ngân"}, id="held today"),
        pytest.param({"state": "ended"}, {"Phan Văn Thới"}, id="ended"),
        pytest.param({"state": "coming"}, {"Võ Thị Út Hiền"}, id="to come"),
        pytest.param({"role": "head_of_body"}, {"Võ Thị Út Hiền"}, id="role"),
    ],
)
def test_appointments_are_found_by_person_body_time_and_role(
    newsroom: Newsroom, client: Client, asked: dict[str, str], names: set[str]
) -> None:
    an_appointment("Lê Thị Bích Ngân")
    an_appointment("Phan Văn Thới", a_body("UBND xã Mỹ Quý"), valid_to=TODAY - timedelta(days=1))
    an_appointment("Võ Thị Út Hiền", a_body("Xã Sen"), role=Role.HEAD, valid_from=TODAY + timedelta(days=1))
    found = office(newsroom, client).get("/admin/phan-cong/", asked).context["object_list"]
    assert {row.user.full_name for row in found} == names


def test_appointing_saves_and_logs_once(newsroom: Newsroom, client: Client) -> None:
    form = {"user": a_person().pk, "organisation": a_body().pk, "role": "clerk", "valid_from": "01/07/2025"}
    assert office(newsroom, client).post("/admin/phan-cong/new/", form).status_code == 302
    row = Appointment.objects.get()
    assert (row.valid_from, row.valid_to, log_of(row)) == (SINCE, None, ["people.appoint"])
    assert ModelLogEntry.objects.get(action="people.appoint").user == newsroom.people[Role.STANDING_OFFICE]


@pytest.mark.parametrize(
    ("standing", "changes", "action"),
    [
        pytest.param({}, {"valid_to": "30/09/2026"}, "people.end_appointment", id="only its last day"),
        pytest.param({}, {"valid_to": "30/09/2026", "role": "head_of_body"}, "people.change_appointment",
                     id="more than its last day"),
        pytest.param({"valid_to": date(2026, 8, 31)}, {"valid_to": "30/09/2026"}, "people.change_appointment",
                     id="a later last day"),
    ],
)  # fmt: skip
def test_writing_the_last_day_ends_an_appointment_and_keeps_it(
    newsroom: Newsroom, client: Client, standing: dict, changes: dict, action: str
) -> None:
    row = an_appointment(**standing)
    answer = office(newsroom, client).post(f"/admin/phan-cong/edit/{row.pk}/", form_of(row, **changes))
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.valid_to, log_of(row)) == (date(2026, 9, 30), ["people.appoint", action])


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        pytest.param({"valid_to": "30/06/2025"}, "valid_to",
                     "Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa một trong hai ngày.", id="ends too early"),
        pytest.param({"valid_from": "31/02/2026"}, "valid_from", "Ngày chưa đúng", id="no such day"),
        pytest.param({"organisation": "gone", "role": "head_of_body"}, "organisation",
                     "Xã Mỹ Quý cũ chỉ có đến hết ngày 30/06/2025. Hãy chọn Xã Tháp Mười mới.", id="body is gone"),
        pytest.param({"organisation": ""}, "organisation", "Bắt buộc điền", id="no body"),
        pytest.param({"user": "other"}, "role", "đang giữ đúng vai trò đó", id="held already"),
    ],
)  # fmt: skip
def test_wrong_input_is_kept_and_said_beside_its_field(
    newsroom: Newsroom, client: Client, changes: dict[str, str], field: str, says: str
) -> None:
    heir = a_body("Xã Tháp Mười mới")
    gone = a_body("Xã Mỹ Quý cũ", valid_to=date(2025, 6, 30), successor=heir)
    row = an_appointment()
    other = an_appointment("Phan Văn Thới", row.organisation)
    keys = {"gone": gone.pk, "other": other.user_id}
    form = form_of(row, **{name: keys.get(value, value) for name, value in changes.items()})
    answer = office(newsroom, client).post(f"/admin/phan-cong/edit/{row.pk}/", form)
    assert answer.status_code == 200
    assert says in " ".join(answer.context["form"].errors[field])
    for name, value in form.items():
        assert str(answer.context["form"][name].value() or "") == str(value)
    row.refresh_from_db()
    assert form_of(row) == form_of(Appointment.objects.get(pk=row.pk))
    assert (row.valid_to, log_of(row)) == (None, ["people.appoint"])


@pytest.mark.parametrize(
    ("begins", "ends", "is_refused"),
    [
        pytest.param(date(2025, 1, 1), date(2025, 6, 30), False, id="ends the day before"),
        pytest.param(date(2025, 1, 1), date(2025, 7, 1), True, id="ends on its first day"),
        pytest.param(date(2025, 12, 31), None, True, id="begins on its last day"),
        pytest.param(date(2026, 1, 1), None, False, id="begins the day after"),
        pytest.param(date(2025, 1, 1), None, True, id="open around it"),
    ],
)
def test_the_same_role_in_the_same_body_is_held_once_at_a_time(
    newsroom: Newsroom, begins: date, ends: date | None, is_refused: bool
) -> None:
    row = an_appointment(valid_to=date(2025, 12, 31))
    second = Appointment(
        user=row.user, organisation=row.organisation, role=row.role, valid_from=begins, valid_to=ends
    )
    if is_refused:
        with pytest.raises(AppointmentRefused, match="Hãy sửa phân công đã có"):
            appoint(second, by=None, at=NOW)
    else:
        assert appoint(second, by=None, at=NOW).pk


def test_ending_refuses_a_day_outside_the_appointment(newsroom: Newsroom) -> None:
    row = an_appointment(valid_to=date(2026, 8, 31))
    for day in (SINCE - timedelta(days=1), date(2026, 9, 1)):
        with pytest.raises(AppointmentRefused):
            end_appointment(row, on=day, by=None, at=NOW)
    assert end_appointment(row, on=SINCE, by=None, at=NOW).valid_to == SINCE


def test_only_active_people_are_offered_and_the_one_who_holds_it(newsroom: Newsroom, client: Client) -> None:
    row = an_appointment("Lê Thị Bích Ngân")
    User.objects.filter(pk__in=[row.user_id, a_person("Đã Nghỉ Việc").pk]).update(is_active=False)
    office(newsroom, client)
    offered = {
        door: client.get(f"/admin/phan-cong/{door}").content.decode() for door in ("new/", f"edit/{row.pk}/")
    }
    assert ["Lê Thị Bích Ngân" in page for page in offered.values()] == [False, True]
    assert not any("Đã Nghỉ Việc" in page for page in offered.values())
