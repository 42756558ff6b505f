"""Invented content for the pattern page of developers: each component once, marks stacked high."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import template
from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@dataclass(frozen=True)
class PatternPhoto:
    """Stands in for a Photo: a drawing among the static files."""

    file: str
    width: int
    height: int
    credit: str = "Người vẽ mẫu"
    description: str = "Hình vẽ một đầm sen"
    is_illustration: bool = True

    def pattern_html(self, shape: str, attributes: dict[str, str]) -> SafeString:
        size = {"src": static(self.file), "width": str(self.width), "height": str(self.height)}
        return format_html("<picture><img{}></picture>", flatatt({**size, **attributes}))


PORTRAIT = PatternPhoto("img/pattern-portrait.svg", 720, 900)
FIELD = PatternPhoto("img/pattern-field.svg", 1200, 800)


@dataclass(frozen=True)
class PatternCard:
    headline: str
    place: str
    kicker: str = "Gương người tốt, việc tốt"
    photo: PatternPhoto | None = PORTRAIT
    url: str = "#"
    standfirst: str = (
        "Mảnh ruộng trũng bỏ hoang ba mùa nước nổi nay nuôi sống bảy gia đình trong ấp. Người khởi sự "
        "không giữ nghề cho riêng mình: ai muốn học, ông lội xuống bùn chỉ từng bước."
    )
    published_on: date = date(2026, 10, 5)
    photo_alt: str = "Một người đội nón lá bên đầm sen"
    byline: str = "Minh Tâm"
    sector: str = "Nông nghiệp"
    is_sample: bool = True


@dataclass(frozen=True)
class PatternPage:
    """What the components ask for, under the names that the pages of the site use."""

    lead: PatternCard = PatternCard("Người giữ đầm sen giữa mùa nước nổi", "xã Tháp Mười")
    cards: tuple[PatternCard, ...] = (
        PatternCard("Chuyến đò không thu tiền của bà Bảy Huệ", "xã Mỹ An Hưng"),
        PatternCard("Lớp học xóa mù chữ sáng đèn sau giờ chợ tan", "phường Cao Lãnh", "Chuyện ở ấp"),
        PatternCard("Tổ nữ sửa đường: mỗi người một bao xi măng", "xã Thanh Mỹ", photo=None),
        PatternCard("Bếp cơm chay nhỏ nuôi bốn mươi người bệnh", "phường Mỹ Tho", is_sample=False),
    )
    photo: PatternPhoto = PORTRAIT
    landscape: PatternPhoto = FIELD
    steps: tuple[str, ...] = (
        "Đắp bờ bao cao 60 cm quanh ruộng trước khi nước về, chừa hai miệng cống.",
        "Xuống giống ngó sen cách nhau 2,5 m, giữ nước ngập hai gang tay trong tháng đầu.",
        "Thả cá đồng sau 45 ngày; không dùng thuốc, cỏ thì nhổ tay theo phiên vần công.",
    )
    figures: tuple[dict[str, str], ...] = (
        {"value": "2,5 ha", "label": "diện tích sen"},
        {"value": "180 triệu đồng", "label": "thu mỗi năm, chưa trừ chi phí"},
        {"value": "7 hộ", "label": "trong ấp đã làm theo"},
    )
    bylines: tuple[str, ...] = ("Minh Tâm", "Lê Hạ")
    exemplars: tuple[dict[str, Any], ...] = ({"name": "Nguyễn Văn Kiềm", "aliases": ["Tư Kiềm"]},)
    localities: tuple[dict[str, str], ...] = (
        {"name": "xã Tháp Mười", "url": "#", "then_name": "thị trấn Mỹ An, huyện Tháp Mười"},
    )
    sectors: tuple[dict[str, Any], ...] = (
        {"name": "Nông nghiệp", "url": "#", "count": 128, "note": "Trồng trọt, chăn nuôi, thủy sản"},
        {"name": "Giáo dục", "url": "#", "count": 64},
        {"name": "An sinh xã hội", "url": "#", "count": 91},
        {"name": "Văn hóa", "url": "#", "count": 27},
    )
    months: tuple[dict[str, Any], ...] = (
        {"day": date(2026, 11, 1), "url": "#", "is_current": True},
        {"day": date(2026, 10, 1), "url": "#", "count": 5},
        {"day": date(2026, 9, 1), "url": "#", "count": 4},
    )
    episodes: tuple[dict[str, Any], ...] = (
        {
            "title": "Hương sen Đồng Tháp: người giữ đầm sen",
            "url": "#",
            "aired_on": date(2026, 11, 14),
            "seconds": 904,
        },
        {
            "title": "Hương sen Đồng Tháp: chuyến đò bà Bảy",
            "url": "#",
            "aired_on": date(2026, 11, 7),
            "seconds": 897,
        },
    )
    correction: dict[str, Any] = field(
        default_factory=lambda: {
            "day": date(2026, 11, 2),
            "wrong": "sen cho thu 810 triệu đồng",
            "right": "180 triệu đồng",
        }
    )
    day: date = date(2026, 11, 21)
    colours: tuple[str, ...] = ("paper", "wash", "blush", "ink", "soft", "line", "lotus", "water", "pond")


@register.simple_tag
def pattern_page() -> PatternPage:
    return PatternPage()
