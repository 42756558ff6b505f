"""`manage.py seed --stories N`: sample stories in bulk, to see how the house behaves when it has grown."""

from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cms.localities.models import Locality
from cms.operations.provisioning import provision
from cms.operations.seed.ground import NoGround
from cms.operations.seed.runs import seed_stories
from cms.operations.seed.writing import MOST
from cms.plans.models import Plan
from stories.pages.models import StoryPage

PLAN = "dong-thap"


class Command(BaseCommand):
    help = "Tạo hàng loạt bài mẫu để thử khi trang đã lớn; chạy lại với số lớn hơn thì làm tiếp."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--stories", type=int, required=True, help=f"Tổng số bài mẫu, nhiều nhất {MOST}.")
        parser.add_argument(
            "--among-real", action="store_true", help="Vẫn tạo dù trang đã có bài thật (không nên)."
        )

    def handle(self, *args: Any, stories: int, among_real: bool, **options: Any) -> None:
        if not 0 < stories <= MOST:
            raise CommandError(f"Số bài phải từ 1 đến {MOST}, đang là {stories}.")
        self._build_ground()
        if StoryPage.objects.filter(is_sample=False).exists() and not among_real:
            raise CommandError(
                "Trang này đã có bài thật, nên không trộn bài mẫu vào. Hãy dùng một cơ sở dữ liệu khác "
                "(DATABASE_URL, DATA_DIR), hoặc thêm --among-real nếu thật sự muốn."
            )
        self.stdout.write("Đây là DỮ LIỆU MẪU: người, việc và con số đều do máy đặt ra.")
        started = monotonic()
        try:
            made = seed_stories(stories, say=self._say)
        except NoGround as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Đã thêm {made} bài (dữ liệu mẫu) trong {monotonic() - started:.0f} giây.")

    def _build_ground(self) -> None:
        """What the demo builds before its stories, where it is missing."""
        (settings.DATA_DIR / "static").mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        if not Locality.objects.exists():
            call_command("load_localities", stdout=self.stdout)
        if not Plan.objects.exists():
            call_command("adopt_plan", PLAN, stdout=self.stdout)
        provision(at=timezone.now())

    def _say(self, line: str) -> None:
        self.stdout.write(f"  {line}")
        self.stdout.flush()
