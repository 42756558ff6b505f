"""The guides of `docs/huong-dan/`: one page a role, read in the admin as they are read in the repository."""

import re
from dataclasses import dataclass

import nh3
from django.conf import settings
from markdown_it import MarkdownIt

from cms.people.enums import Role
from cms.people.models import User
from cms.people.queries import group_name

FOLDER = settings.ROOT / "docs" / "huong-dan"
PICTURES = FOLDER / "anh"
TAGS = {"h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "em", "a", "img", "code", "blockquote"}
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}}


@dataclass(frozen=True, slots=True)
class Guide:
    slug: str
    title: str
    roles: frozenset[Role]


GUIDES = [
    Guide("can-bo-co-so", "Cán bộ thi đua cơ sở", frozenset({Role.CLERK})),
    Guide("thu-truong", "Thủ trưởng đơn vị", frozenset({Role.HEAD})),
    Guide("co-quan-thuong-truc", "Cơ quan Thường trực Hội đồng", frozenset({Role.STANDING_OFFICE})),
    Guide(
        "hoi-dong-tuyen-giao",
        "Thành viên Hội đồng, Ban Tuyên giáo và Dân vận",
        frozenset({Role.COUNCIL_MEMBER, Role.PROPAGANDA}),
    ),
    Guide("phong-vien", "Phóng viên, cộng tác viên", frozenset({Role.JOURNALIST, Role.CONTRIBUTOR})),
    Guide("bien-tap-vien", "Biên tập viên", frozenset({Role.DESK_EDITOR})),
    Guide("bien-tap-vien-phat-thanh", "Biên tập viên phát thanh", frozenset({Role.RADIO_EDITOR})),
    Guide("thu-ky-toa-soan", "Thư ký tòa soạn", frozenset({Role.MANAGING_EDITOR})),
    Guide("tong-bien-tap", "Tổng biên tập", frozenset({Role.EDITOR_IN_CHIEF})),
    Guide("ban-anh", "Ban ảnh", frozenset({Role.PHOTO_DESK})),
    Guide("quan-tri", "Quản trị hệ thống", frozenset({Role.ADMINISTRATOR})),
]


def guides_of(user: User) -> list[Guide]:
    """The guides of what the user does, by the groups: one query."""
    names = set(user.groups.values_list("name", flat=True))
    return [guide for guide in GUIDES if any(group_name(role) in names for role in guide.roles)]


def text_of(guide: Guide) -> str:
    return (FOLDER / f"{guide.slug}.md").read_text("utf-8")


def without_title(text: str) -> str:
    """The screen has a heading of its own."""
    return text.split("\n", 1)[1] if text.startswith("# ") else text


def as_html(text: str, *, pictures: str, others: str) -> str:
    """For the admin: pictures and other guides are found at these addresses; raw HTML is not let through."""
    html = MarkdownIt("commonmark", {"html": False}).render(text)
    html = re.sub(r'(<img src=")anh/', rf"\1{pictures}", html)
    html = re.sub(r'(<a href=")([a-z-]+)\.md"', rf'\1{others}\2/"', html)
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, link_rel=None)
