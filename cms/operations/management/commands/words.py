"""`manage.py words`: what the installed packages would say in English, or wrongly; after an upgrade, run it first."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.operations.words.catalogues import compile_catalogues, sources
from cms.operations.words.packages import packages
from cms.operations.words.vietnamese import unsaid, wrong


class Command(BaseCommand):
    help = "Liệt kê câu chữ của các gói đã cài mà chưa có, hoặc sai, bản tiếng Việt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("package", nargs="*", help="Chỉ xem các gói này, ví dụ: wagtail.admin")
        parser.add_argument(
            "--compile", action="store_true", help="Dịch lại các tệp .po của dự án thành .mo."
        )

    def handle(self, *args: Any, package: list[str], compile: bool, **options: Any) -> None:
        try:
            self._compile() if compile else self._list(package)
        except ModuleNotFoundError as error:
            raise CommandError(f"Lệnh này cần công cụ của người phát triển: {error.name}.") from error

    def _compile(self) -> None:
        compile_catalogues()
        self.stdout.write("Đã dịch lại.")

    def _list_unsaid(self) -> None:
        for source in sources():
            lines = unsaid(source)
            self.stdout.write(f"{source.name}: {f'thừa {len(lines)} câu' if lines else 'không thừa'}")
            for line in lines:
                self.stdout.write(f"  {line}")

    def _list(self, names: list[str]) -> None:
        known = packages()
        strange = [name for name in names if name not in known]
        if strange:
            raise CommandError(f"Không có gói {', '.join(strange)}. Có: {', '.join(known)}.")
        for name in names or known:
            lines = wrong(name)
            self.stdout.write(f"{name}: {f'{len(lines)} câu' if lines else 'đủ'}")
            for line in lines:
                self.stdout.write(f"  {line}")
        if not names:
            self._list_unsaid()
