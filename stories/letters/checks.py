"""What exemplars said of a piece before its publication: a no or a wrong figure is not passed over in silence."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from wagtail.models import Page

from cms.workflow.rules import Failure
from stories.letters.enums import PointVerdict, ReadingVerdict
from stories.letters.models import Reading
from stories.letters.queries import objections_to
from stories.pages.models import StoryPage

WAY_OUT = "Sửa bài rồi gửi đọc lại; hoặc Cơ quan Thường trực cho đi tiếp và ghi lý do."
WHOLE = {ReadingVerdict.NO: "không đồng ý cho đăng", ReadingVerdict.WRONG: "nói có chỗ chưa đúng"}


def check_readings(page: Page, channels: frozenset[str], day: date) -> Iterable[Failure]:
    """One failure for each exemplar whose last answer stands against the piece: two queries."""
    if not isinstance(page, StoryPage) or page.pk is None:
        return []
    url = reverse("readings:readings", args=[page.pk])
    return [
        Failure("letters.reading", "subjects", f"{one.exemplar} đọc trước: {_said(one)}.", WAY_OUT, url)
        for one in objections_to(page.pk)
    ]


def _said(reading: Reading) -> str:
    parts = [WHOLE[ReadingVerdict(reading.verdict)]] if reading.verdict in WHOLE else []
    for verdict, words in ((PointVerdict.WRONG, "chưa đúng"), (PointVerdict.OMIT, "xin đừng nêu")):
        quoted = [f"“{point.text}”" for point in reading.points.all() if point.verdict == verdict]
        if quoted:
            parts.append(f"{words}: {', '.join(quoted)}")
    return "; ".join(parts)
