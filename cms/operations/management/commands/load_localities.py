"""`manage.py load_localities`: the country's administrative units, old and new; safe to run again."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.delivery.actions import forget_everything
from cms.localities.imports import DATA, load, read_successions, read_units
from cms.localities.rules import BadRow


class Command(BaseCommand):
    help = "Nạp danh mục đơn vị hành chính cả nước (trước và sau ngày 1/7/2025)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--folder", type=Path, default=DATA, help="Thư mục có localities.csv, successions.csv"
        )

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            units, successions = read_units(folder), list(read_successions(folder))
        except (OSError, BadRow) as error:
            raise CommandError(f"Không nạp được địa bàn: {error}") from error
        done = load(units, successions, self._progress)
        # Written in bulk, so no signal told the pages that name places.
        forget_everything()
        self.stdout.write(
            f"Địa bàn: {done.created} mới, {done.changed} sửa, {done.unchanged} giữ nguyên; "
            f"{done.successions} quan hệ sáp nhập mới."
        )

    def _progress(self, what: str, done: int, total: int) -> None:
        self.stdout.write(f"  {what}: {done}/{total}")
