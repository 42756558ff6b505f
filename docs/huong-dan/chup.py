"""Take the pictures of the guides from a fresh demo, so that they stay true: `make guides` (needs Chromium)."""

import os
import re
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURES = Path(__file__).parent / "anh"
PORT = int(os.environ.get("PORT") or 8765)
SITE = f"http://127.0.0.1:{PORT}"
VIEW = {"width": 1000, "height": 640}
CHROMIUM = next(
    (one for one in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if os.path.exists(one)), None
)
MOST_BYTES, QUALITY = 80_000, 60

# Who looks at which screen; the name of the picture.
SHOTS = [
    ("canbo", "/admin/", "can-bo-co-so"),
    ("canbo", "/phieu-gioi-thieu/", "phieu-cua-don-vi"),
    ("thutruong", "/admin/", "thu-truong"),
    ("thuongtruc", "/admin/", "co-quan-thuong-truc"),
    ("thuongtruc", "/admin/phieu/", "phieu-gioi-thieu"),
    ("tuyengiao", "/admin/", "hoi-dong-tuyen-giao"),
    ("phongvien", "/admin/", "phong-vien"),
    ("phongvien", "/admin/bai-viet/", "danh-sach-bai"),
    ("bientap", "/admin/", "bien-tap-vien"),
    ("bientap", "/admin/bai/cho-duyet/", "bai-cho-duyet"),
    ("phatthanh", "/admin/", "bien-tap-vien-phat-thanh"),
    ("phatthanh", "/admin/phat-thanh/", "so-phat-song"),
    ("thuky", "/admin/", "thu-ky-toa-soan"),
    ("thuky", "/admin/lich/", "lich-xuat-ban"),
    ("tongbientap", "/admin/", "tong-bien-tap"),
    ("tongbientap", "/admin/go-bai/", "bai-da-go"),
    ("bananh", "/admin/", "ban-anh"),
    ("bananh", "/admin/images/", "kho-anh"),
    ("quantri", "/admin/co-quan/", "quan-tri"),
    ("quantri", "/admin/phan-cong/", "phan-cong"),
]


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="guong-sang-guides-") as folder:
        environment = os.environ | {"DATA_DIR": folder, "SITE_URL": SITE}
        said = _run(["manage.py", "demo", "--no-serve"], environment)
        passwords = dict(re.findall(r"^  (\w+)\s+(\S+)\s", said.split("Mật khẩu", 1)[1], re.MULTILINE))
        web = ["-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(PORT)]
        web += ["--workers", "1", "--log-level", "warning", "cms.wsgi:application"]
        server = subprocess.Popen([sys.executable, *web], cwd=ROOT, env=environment)
        try:
            _wait()
            _take_all(passwords)
        finally:
            server.terminate()
            server.wait()


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout


def _wait() -> None:
    for _ in range(60):
        try:
            urlopen(f"{SITE}/admin/login/").close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("The demo does not answer.")


def _take_all(passwords: dict[str, str]) -> None:
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        for user in dict.fromkeys(user for user, _, _ in SHOTS):
            _take(chromium, user, passwords[user])
        chromium.close()


def _take(chromium: Browser, user: str, password: str) -> None:
    context = chromium.new_context(viewport=VIEW, locale="vi-VN", reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{SITE}/admin/login/")
    page.fill("[name=login]", user)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url(f"{SITE}/admin/")
    for name, address in [(name, address) for who, address, name in SHOTS if who == user]:
        page.goto(f"{SITE}{address}", wait_until="networkidle")
        _write(PICTURES / f"{name}.webp", page.screenshot())
    context.close()


def _write(path: Path, png: bytes) -> None:
    """Small enough to be read over a telephone; less quality rather than more bytes."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    for quality in range(QUALITY, 10, -10):
        data = BytesIO()
        picture.save(data, "WEBP", quality=quality, method=6)
        if data.tell() < MOST_BYTES:
            break
    path.write_bytes(data.getvalue())


if __name__ == "__main__":
    main()
