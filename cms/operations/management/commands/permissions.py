"""`manage.py permissions`: which role may do what, as a table; `> docs/quyen.md` keeps it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.operations.matrix import NotProvisioned, as_markdown, ask_everybody


class Command(BaseCommand):
    help = "In bảng vai trò nào được làm gì, hỏi từ chính các nhóm quyền của cài đặt này."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            matrix = ask_everybody(timezone.localdate())
        except NotProvisioned as missing:
            raise CommandError(f"Chưa có nhóm quyền “{missing}”. Hãy chạy manage.py provision.") from missing
        self.stdout.write(as_markdown(matrix), ending="")
