"""Bodies that nominate, with a clerk and a head; a newsroom that receives."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from cms.organisations.enums import Medium, Tier
from cms.organisations.models import Desk, Organisation
from cms.people.enums import Role
from cms.people.models import Appointment, User
from cms.plans.models import Sector
from stories.dossiers.actions import judge
from stories.dossiers.enums import Verdict
from stories.nominations.actions import find_eligible, save_draft, select, sign, start, take_up
from stories.nominations.models import Nomination
from tests.factories import library
from tests.factories.newsroom import Newsroom

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
SINCE = date(2025, 7, 1)
DEEDS = [
    {"text": "Trồng lại hai công sen trên ruộng phèn", "proof": "Sổ thu chi của tổ hợp tác"},
    {"text": "Chỉ cách làm cho mười một hộ", "proof": "Danh sách hộ, trưởng ấp xác nhận"},
]


@dataclass
class Body:
    organisation: Organisation
    clerk: User
    head: User


def a_body(code: str = "ubnd-xa-thap-muoi", name: str = "Ủy ban nhân dân xã Tháp Mười") -> Body:
    today, _ = library.places()
    body = Organisation.objects.create(
        code=code, name=name, sort_name=name, tier=Tier.COMMUNE, locality=today, valid_from=SINCE
    )
    people = [
        appoint(User.objects.create_user(f"{role}-{code}", f"{role}-{code}@example.org", "mat-khau-thu-nghiem",
                                         full_name=f"{role} {name}"), body, role)
        for role in (Role.CLERK, Role.HEAD)
    ]  # fmt: skip
    return Body(body, *people)


def appoint(user: User, body: Organisation, role: Role) -> User:
    Appointment.objects.create(user=user, organisation=body, role=role, valid_from=SINCE)
    return user


def filled(**changes: object) -> dict[str, object]:
    """Everything that a signature needs."""
    today, _ = library.places()
    sector, _ = Sector.objects.get_or_create(slug="nong-nghiep", defaults={"name": "Nông nghiệp"})
    values: dict[str, object] = {
        "subject_type": "individual", "name": "Nguyễn Văn Kiềm", "alias": "Tư Kiềm", "birth_year": 1968,
        "locality": today, "sector": sector, "deeds": DEEDS, "contact_name": "Lê Thị Ngân",
        "contact_phone": "0277 385 1234",
    }  # fmt: skip
    return values | changes


def a_draft(body: Body, **changes: object) -> Nomination:
    draft = start(body.organisation, by=body.clerk, at=NOW)
    return save_draft(draft, filled(**changes), edition=0, by=body.clerk, at=NOW)


def a_nomination(body: Body, **changes: object) -> Nomination:
    """Signed by the head and received by the office."""
    return sign(a_draft(body, **changes), by=body.head, at=NOW)


def a_press_body(newsroom: Newsroom) -> list[Desk]:
    """The newsroom's organisation with four desks, and everybody of the press appointed to it."""
    press = newsroom.column.organisation
    for role in (
        Role.JOURNALIST, Role.CONTRIBUTOR, Role.DESK_EDITOR, Role.RADIO_EDITOR, Role.MANAGING_EDITOR,
        Role.EDITOR_IN_CHIEF, Role.PHOTO_DESK,
    ):  # fmt: skip
        appoint(newsroom.people[role], press, role)
    media = {"Ban Báo in": Medium.PRINT, "Ban Phát thanh": Medium.RADIO}
    return [
        Desk.objects.get_or_create(organisation=press, name=name, defaults={"medium": medium})[0]
        for name, medium in media.items()
    ]


def verified(newsroom: Newsroom) -> Nomination:
    """Taken up, every claim confirmed."""
    office = newsroom.people[Role.STANDING_OFFICE]
    nomination = take_up(a_nomination(a_body()), exemplar=None, by=office, at=NOW)
    for claim in nomination.exemplar.claims.all():
        judge(claim, verdict=Verdict.CONFIRMED, note="Trưởng ấp xác nhận qua điện thoại", by=office, at=NOW)
    return nomination


def selected(newsroom: Newsroom) -> Nomination:
    office = newsroom.people[Role.STANDING_OFFICE]
    nomination = find_eligible(verified(newsroom), joint=False, by=office, at=NOW)
    select(
        nomination,
        decided_by="Chủ tịch Hội đồng",
        decided_on=date(2026, 11, 19),
        document="TB 7/TB-HĐ",
        by=office,
        at=NOW,
    )
    nomination.refresh_from_db()
    return nomination
