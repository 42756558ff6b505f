"""The admin's menu is arranged by job, in the order of the pipeline; each role sees what it may open, and no more."""

import pytest
from django.test import Client

from cms.people.enums import Role
from tests.factories.bodies import a_body, a_press_body, appoint
from tests.factories.menu import menu_for
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
MINE = ("Việc của tôi", ["Việc chờ bạn", "Bảo mật tài khoản"])
MINE_AND_STEPS = ("Việc của tôi", ["Việc chờ bạn", "Bài chờ duyệt", "Bảo mật tài khoản"])
MINE_IN_THE_PRESS = ("Việc của tôi", ["Việc chờ bạn", "Việc của tòa soạn", "Bảo mật tài khoản"])
STEPS_IN_THE_PRESS = (
    "Việc của tôi",
    ["Việc chờ bạn", "Bài chờ duyệt", "Việc của tòa soạn", "Bảo mật tài khoản"],
)
PAPERS = ("Tiếp nhận đề cử", ["Giới thiệu điển hình"])
RECEIVED = ("Tiếp nhận đề cử", ["Phiếu giới thiệu"])
PROPOSES = ("Tiếp nhận đề cử", ["Giới thiệu tấm gương"])
DOSSIERS = ("Điển hình", ["Điển hình"])
BOTH_DOSSIERS = ("Điển hình", ["Điển hình", "Hồ sơ chuyển đến"])
WRITES = ("Bài viết", ["Danh sách bài", "Viết bài mới", "Ảnh", "Tài liệu"])
SLOTS = ("Chuyên mục", ["Lịch xuất bản", "Chuyên mục"])
EPISODES = ("Phát thanh", ["Số phát sóng"])
PLANS = ("Kế hoạch", ["Kế hoạch", "Chỉ tiêu", "Lĩnh vực"])
REPORTS = (
    "Báo cáo",
    ["Quy trình duyệt", "Các bước của quy trình duyệt", "Nhật ký trang mạng", "Trang lâu chưa cập nhật"],
)
BODIES = ("Quản trị", ["Cơ quan, đơn vị", "Ban biên tập", "Khối, cụm thi đua"])
GUIDES = ("Hướng dẫn", ["Hướng dẫn theo vai trò", "Phím tắt"])

MENUS: dict[Role, list[tuple[str, list[str]]]] = {
    Role.CLERK: [MINE, PAPERS, GUIDES],
    Role.HEAD: [MINE, PAPERS, GUIDES],
    Role.STANDING_OFFICE: [
        MINE_AND_STEPS,
        ("Tiếp nhận đề cử", ["Phiếu giới thiệu", "Lời giới thiệu", "Giới thiệu tấm gương"]),
        DOSSIERS,
        ("Bài viết", ["Danh sách bài", "Bài đã gỡ"]),
        SLOTS,
        EPISODES,
        PLANS,
        ("Quản trị", ["Cơ quan, đơn vị", "Ban biên tập", "Khối, cụm thi đua", "Phân công"]),
        GUIDES,
    ],
    Role.COUNCIL_MEMBER: [MINE, RECEIVED, DOSSIERS, GUIDES],
    Role.PROPAGANDA: [MINE, RECEIVED, DOSSIERS, SLOTS, PLANS, BODIES, GUIDES],
    Role.JOURNALIST: [MINE_IN_THE_PRESS, PROPOSES, BOTH_DOSSIERS, WRITES, SLOTS, GUIDES],
    Role.CONTRIBUTOR: [MINE_IN_THE_PRESS, PROPOSES, WRITES, GUIDES],
    Role.DESK_EDITOR: [STEPS_IN_THE_PRESS, PROPOSES, BOTH_DOSSIERS, WRITES, SLOTS, GUIDES],
    Role.RADIO_EDITOR: [
        STEPS_IN_THE_PRESS,
        PROPOSES,
        BOTH_DOSSIERS,
        ("Bài viết", ["Danh sách bài", "Ảnh", "Tài liệu"]),
        SLOTS,
        EPISODES,
        GUIDES,
    ],
    Role.MANAGING_EDITOR: [
        STEPS_IN_THE_PRESS,
        PROPOSES,
        BOTH_DOSSIERS,
        ("Bài viết", ["Danh sách bài", "Viết bài mới", "Bài đã gỡ", "Ảnh", "Tài liệu"]),
        SLOTS,
        EPISODES,
        PLANS,
        REPORTS,
        BODIES,
        GUIDES,
    ],
    Role.EDITOR_IN_CHIEF: [
        STEPS_IN_THE_PRESS,
        PROPOSES,
        BOTH_DOSSIERS,
        ("Bài viết", ["Danh sách bài", "Bài đã gỡ"]),
        SLOTS,
        EPISODES,
        PLANS,
        REPORTS,
        BODIES,
        GUIDES,
    ],
    Role.PHOTO_DESK: [
        MINE_IN_THE_PRESS,
        ("Điển hình", ["Hồ sơ chuyển đến"]),
        ("Bài viết", ["Ảnh", "Tài liệu"]),
        GUIDES,
    ],
    Role.ADMINISTRATOR: [
        MINE,
        PLANS,
        ("Quản trị", ["Cơ quan, đơn vị", "Ban biên tập", "Khối, cụm thi đua", "Phân công", "Người dùng"]),
        GUIDES,
    ],
}


@pytest.fixture
def appointed(newsroom: Newsroom) -> Newsroom:
    """Everybody works where the role works."""
    a_press_body(newsroom)
    commune = a_body().organisation
    for role in (Role.CLERK, Role.HEAD):
        appoint(newsroom.people[role], commune, role)
    return newsroom


def test_each_role_has_its_menu_and_every_entry_opens(appointed: Newsroom, client: Client) -> None:
    for role, person in appointed.people.items():
        menu = menu_for(client, person)
        shown = [(group, [label for label, _ in entries]) for group, entries in menu.items()]
        assert shown == MENUS[role], role
        doors = [url for entries in menu.values() for _, url in entries if url != "#"]
        answers = {url: client.get(url, follow=True) for url in doors}
        assert {url: answer.status_code for url, answer in answers.items()} == dict.fromkeys(doors, 200), role
        away = {url for url, answer in answers.items() if answer.request["PATH_INFO"] == "/admin/" != url}
        assert away == set(), role


def test_a_superuser_has_the_whole_pipeline_and_what_runs_the_site(
    appointed: Newsroom, client: Client
) -> None:
    person = appointed.people[Role.ADMINISTRATOR]
    person.is_superuser = True
    person.save()
    menu = menu_for(client, person)
    assert list(menu) == [
        "Việc của tôi", "Tiếp nhận đề cử", "Điển hình", "Bài viết", "Chuyên mục", "Phát thanh", "Kế hoạch",
        "Báo cáo", "Quản trị", "Hướng dẫn",
    ]  # fmt: skip
    assert [label for label, _ in menu["Quản trị"]] == [
        "Cơ quan, đơn vị", "Ban biên tập", "Khối, cụm thi đua", "Phân công", "Cây trang", "Quy trình duyệt",
        "Các bước của quy trình duyệt", "Người dùng", "Nhóm", "Trang mạng", "Bộ sưu tập",
    ]  # fmt: skip


def test_somebody_without_an_appointment_sees_no_door_of_a_body(newsroom: Newsroom, client: Client) -> None:
    assert list(menu_for(client, newsroom.people[Role.CLERK])) == ["Việc của tôi", "Hướng dẫn"]
