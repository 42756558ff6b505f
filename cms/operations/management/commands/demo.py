"""`manage.py demo [--no-serve]`: the Đồng Tháp site with sample stories, built where it is missing, then served."""

import os
import secrets
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cms.localities.models import Locality
from cms.operations.demo.broadcasts import provide_episodes
from cms.operations.demo.letters import provide_proposals
from cms.operations.demo.nominations import provide_nominations
from cms.operations.demo.people import NewAccount, provide_people
from cms.operations.demo.stories import provide_stories
from cms.operations.provisioning import provision
from cms.operations.serving import PortTaken, require_free_port, serve


class Command(BaseCommand):
    help = "Dựng trang mẫu Đồng Tháp và phục vụ tại 127.0.0.1; chạy lại vẫn giữ dữ liệu."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
        parser.add_argument("--no-serve", action="store_true", help="Chỉ dựng dữ liệu.")

    def handle(self, *args: Any, port: int, no_serve: bool, **options: Any) -> None:
        if not no_serve:
            self._require_free(port)
        self._write_secret_key(settings.DATA_DIR)
        accounts = self._build()
        self._introduce(accounts, port)
        if not no_serve and serve(port):
            raise CommandError("Máy chủ hoặc tiến trình phát hành đã dừng; xem thông báo ở trên.")

    def _require_free(self, port: int) -> None:
        try:
            require_free_port(port)
        except PortTaken as error:
            raise CommandError(str(error)) from error

    def _write_secret_key(self, folder: Path) -> None:
        """Once for an installation, readable by its owner only: the server and the jobs must share it."""
        # WhiteNoise warns about a missing folder of collected files, even when it serves them from their rooms.
        (folder / "static").mkdir(parents=True, exist_ok=True)
        key = folder / "secret-key"
        if not key.exists():
            key.touch(mode=0o600)
            key.write_text(secrets.token_urlsafe(50))

    def _build(self) -> list[NewAccount]:
        # The sample people have no letterboxes: nobody is told of what they do while the demo is built.
        settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
        self.stdout.write("1/5 Cơ sở dữ liệu")
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        self.stdout.write("2/5 Đơn vị hành chính")
        if not Locality.objects.exists():
            call_command("load_localities", stdout=self.stdout)
        self.stdout.write("3/5 Kế hoạch của Đồng Tháp")
        report = StringIO()
        call_command("adopt_plan", "dong-thap", stdout=report)
        self._say(report.getvalue().strip().splitlines()[-1])
        self.stdout.write("4/5 Nhóm quyền, quy trình, chuyên mục, người dùng mẫu")
        provision(at=timezone.now())
        accounts = provide_people(at=timezone.now())
        self.stdout.write("5/5 Bài viết, số phát sóng, phiếu giới thiệu và lời giới thiệu mẫu")
        provide_stories(at=timezone.now(), say=self._say)
        provide_episodes(at=timezone.now(), say=self._say)
        provide_nominations(at=timezone.now(), say=self._say)
        provide_proposals(at=timezone.now(), say=self._say)
        return accounts

    def _say(self, line: str) -> None:
        self.stdout.write(f"  {line}")

    def _introduce(self, accounts: Sequence[NewAccount], port: int) -> None:
        address = f"http://127.0.0.1:{port}"
        self.stdout.write(f"\nTrang đọc:    {address}/\nTrang làm việc: {address}/admin/\n")
        if not accounts:
            self.stdout.write(
                "Người dùng mẫu đã có, mật khẩu in ở lần chạy đầu. Đặt lại: manage.py changepassword TÊN"
            )
            return
        self.stdout.write("Mật khẩu chỉ in lần này:")
        for account in accounts:
            self.stdout.write(f"  {account.username:<12} {account.password:<14} {account.role}")
