"""The press kit (S5): what is confirmed, what is only told, whom to ask, which photos, who agreed to what."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from django.utils.timezone import localtime
from docx import Document

from cms.core.dates import screen_date
from cms.organisations.enums import Medium
from cms.organisations.models import MEDIUM_LABELS
from stories.dossiers.enums import Verdict
from stories.dossiers.models import Claim
from stories.nominations.models import HandOver


@dataclass(frozen=True, slots=True)
class PressKit:
    """Plain words, the same on the page and in the Word file. Nothing of a refuted claim is in it."""

    name: str
    facts: tuple[tuple[str, str], ...]
    confirmed: tuple[str, ...]
    only_told: tuple[str, ...]
    contacts: tuple[str, ...]
    photos: tuple[str, ...]
    consents: tuple[str, ...]
    brief: str
    handed_on: str


def press_kit_of(hand_over: HandOver, day: date) -> PressKit:
    nomination, exemplar = hand_over.nomination, hand_over.nomination.exemplar
    claims = list(exemplar.claims.prefetch_related("evidence")) if exemplar else []
    return PressKit(
        name=exemplar.name if exemplar else nomination.name,
        facts=_facts(hand_over),
        confirmed=tuple(_confirmed(claim) for claim in claims if claim.verdict == Verdict.CONFIRMED),
        only_told=tuple(
            claim.text for claim in claims if claim.verdict in {Verdict.UNCHECKED, Verdict.DISPUTED}
        ),
        contacts=(
            f"{nomination.contact_name}, {nomination.organisation}: {nomination.contact_phone}",
            f"{hand_over.handed_by} (Cơ quan Thường trực)",
        ),
        photos=tuple(photo.caption or photo.name for photo in nomination.photos.all() if photo.is_complete),
        consents=_consents(hand_over, day),
        brief=hand_over.brief,
        handed_on=screen_date(localtime(hand_over.handed_at).date()),
    )


def as_docx(kit: PressKit) -> bytes:
    """The kit as a Word file with real headings and lists, so that it can be read aloud and reused."""
    paper = Document()
    paper.core_properties.title = kit.name
    paper.core_properties.language = "vi-VN"
    paper.add_heading(kit.name, level=1)
    for label, text in kit.facts:
        paper.add_paragraph().add_run(f"{label}: ").bold = True
        paper.paragraphs[-1].add_run(text)
    for heading, rows, none in parts_of(kit):
        paper.add_heading(heading, level=2)
        for row in rows or (none,):
            paper.add_paragraph(row, style="List Bullet" if rows else None)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def parts_of(kit: PressKit) -> list[tuple[str, tuple[str, ...], str]]:
    """Heading, rows, and what stands there when there are none: the same order on the page and on paper."""
    brief = (kit.brief,) if kit.brief else ()
    return [
        ("Đã xác nhận, dùng được", kit.confirmed, "Chưa có điều nào."),
        ("Mới nghe kể, chưa dùng được", kit.only_told, "Không có."),
        ("Hỏi thêm", kit.contacts, ""),
        ("Ảnh", kit.photos, "Chưa có ảnh."),
        ("Sự đồng ý", kit.consents, "Chưa có sự đồng ý nào: phải xin trước khi đăng."),
        ("Gợi ý của Cơ quan Thường trực", brief, "Không có."),
    ]


def _facts(hand_over: HandOver) -> tuple[tuple[str, str], ...]:
    nomination, exemplar = hand_over.nomination, hand_over.nomination.exemplar
    place = ", ".join(filter(None, [nomination.hamlet, str(nomination.locality or "")]))
    aliases = ", ".join(str(alias) for alias in exemplar.aliases.all()) if exemplar else nomination.alias
    facts = [
        ("Thường gọi", aliases),
        ("Năm sinh", str(nomination.birth_year or "")),
        ("Nghề nghiệp, chức danh", nomination.occupation),
        ("Địa bàn", place),
        ("Đơn vị giới thiệu", str(nomination.organisation)),
    ]
    return tuple((label, text) for label, text in facts if text)


def _confirmed(claim: Claim) -> str:
    evidence = "; ".join(row.description for row in claim.evidence.all())
    said_by = f"; người xác nhận: {claim.said_by}" if claim.said_by else ""
    return f"{claim.text} (căn cứ: {evidence}{said_by})"


def _consents(hand_over: HandOver, day: date) -> tuple[str, ...]:
    """One line a channel in force: what was agreed to there."""
    exemplar = hand_over.nomination.exemplar
    consents = exemplar.consents.in_force(day).prefetch_related("grants") if exemplar else []
    grants = [grant for consent in consents for grant in consent.grants.all()]
    labels = dict(MEDIUM_LABELS)
    return tuple(
        f"{labels[medium]}: {', '.join(sorted({grant.get_item_display().lower() for grant in here}))}"
        for medium in Medium
        if (here := [grant for grant in grants if grant.channel == medium])
    )
