"""`manage.py provision`: groups, workflow, sections and the columns of adopted plans; safe to run again."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from cms.delivery.actions import forget_everything
from cms.operations.provisioning import provision


class Command(BaseCommand):
    help = "Tạo nhóm quyền, quy trình duyệt, các mục của trang và chuyên mục theo kế hoạch."

    def handle(self, *args: Any, **options: Any) -> None:
        made = provision(at=timezone.now())
        # Some of it is written in bulk, which tells no ready page.
        forget_everything()
        self.stdout.write(f"Đã tạo: {', '.join(made)}." if made else "Mọi thứ đã có sẵn.")
