"""`manage.py adopt_plan PROFILE`: take a plan over from its profile; safe to run again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cms.plans.actions import adopt
from cms.plans.imports import FaultyProfile, described, profile_path, read_profile
from cms.plans.queries import local_units, planned_changes
from cms.plans.rules import Profile


class Command(BaseCommand):
    help = "Áp dụng một kế hoạch từ hồ sơ của nó, ví dụ: adopt_plan dong-thap."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("profile", help="Tên hồ sơ có sẵn (dong-thap) hoặc đường dẫn tới tệp .toml")
        parser.add_argument("--dry-run", action="store_true", help="Chỉ cho biết điều sẽ thay đổi.")

    def handle(self, *args: Any, profile: str, dry_run: bool, **options: Any) -> None:
        plan = self._read(profile)
        changes = planned_changes(plan) if dry_run else adopt(plan, by=None, at=timezone.now())
        for change in changes:
            self.stdout.write(described(change))
        self.stdout.write(_summary(len(changes), dry_run))
        if plan.plan.locality.value and not local_units(plan):
            self.stderr.write(
                "Chưa có địa bàn nên chưa lập được cơ quan cấp huyện, xã: hãy chạy load_localities."
            )

    def _read(self, name: str) -> Profile:
        try:
            return read_profile(profile_path(name))
        except FaultyProfile as error:
            raise CommandError(f"Hồ sơ có {len(error.faults)} lỗi, chưa áp dụng:\n{error}") from error


def _summary(number: int, dry_run: bool) -> str:
    if not number:
        return "Không có gì thay đổi."
    return f"Sẽ có {number} thay đổi." if dry_run else f"Đã áp dụng {number} thay đổi."
