"""The folders of the public site (design §4)."""

from django.conf import settings
from wagtail.models import Page, Site

from broadcasts.programmes.models import ProgrammeIndexPage
from cms.home.models import HomePage
from cms.pages.models import SectionPage
from columns.pages.models import ColumnIndexPage
from stories.pages.models import LocalityIndexPage, SectorIndexPage, StoryIndexPage

SECTIONS: list[tuple[type[SectionPage], str, str, str]] = [
    (StoryIndexPage, "cau-chuyen", "Câu chuyện", "Người thật, việc thật, kể lại sau khi đã kiểm chứng."),
    (ColumnIndexPage, "chuyen-muc", "Chuyên mục", "Những mục có hẹn với bạn đọc, kỳ này sang kỳ khác."),
    (ProgrammeIndexPage, "phat-thanh", "Phát thanh", "Nghe lại các chương trình về gương điển hình."),
    (SectorIndexPage, "linh-vuc", "Lĩnh vực", "Tìm câu chuyện theo nghề, theo việc."),
    (
        LocalityIndexPage,
        "dia-phuong",
        "Địa phương",
        "Tìm câu chuyện theo xã, phường, cả tên trước khi sáp nhập.",
    ),
]


def provide_sections() -> list[str]:
    home, made = _home()
    for model, slug, title, introduction in SECTIONS:
        if not model.objects.exists():
            home.add_child(
                instance=model(title=title, slug=slug, introduction=introduction, show_in_menus=True)
            )
            made.append(f"mục {title}")
    return made


def _home() -> tuple[HomePage, list[str]]:
    existing = HomePage.objects.first()
    if existing:
        return existing, []
    root = Page.objects.get(depth=1)
    for stock in root.get_children():
        stock.delete()
    root.refresh_from_db()
    home = root.add_child(instance=HomePage(title=settings.WAGTAIL_SITE_NAME, slug="trang-chu"))
    hostname, port = settings.SITE_ADDRESS
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": hostname,
            "port": port,
            "root_page": home,
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )
    return home, ["trang chủ"]
