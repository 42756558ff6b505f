"""Wagtail's list of users as our administrator reads it."""

import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from cms.people.models import User

pytestmark = pytest.mark.room


@pytest.mark.parametrize(("is_active", "said"), [(True, "Có"), (False, "Không")])
def test_whether_an_account_is_in_use_is_said_in_words(client: Client, is_active: bool, said: str) -> None:
    client.force_login(User.objects.create_superuser("quan-tri", password="mat-khau-thu-nghiem"))
    User.objects.create_user("ba-kiem", is_active=is_active)
    rows = re.findall(r"<tr.*?</tr>", client.get("/admin/users/").content.decode(), re.DOTALL)
    shown = [re.sub(r"<[^>]+>", " ", row).split() for row in rows if "ba-kiem" in row]
    assert len(shown) == 1
    assert said in shown[0]
    assert not {"True", "False", "None"} & set(shown[0])


def by_name(page: str) -> list[str]:
    return re.findall(
        r"(Đặng Văn Ân|Lê Thị Đào|Trần Anh|Nguyễn Văn Ánh|Phan Em)", re.sub(r"<[^>]+>", " ", page)
    )


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("quan-tri", password="mat-khau-thu-nghiem"))
    for number, name in enumerate(
        ["Phan Em", "Lê Thị Đào", "Nguyễn Văn Ánh", "Đặng Văn Ân", "Trần Anh"], start=1
    ):
        User.objects.create_user(f"nguoi-{number}", full_name=name)
    return client


@pytest.mark.parametrize("address", ["/admin/users/", "/admin/users/?ordering=sort_name"])
def test_accounts_stand_in_the_order_of_their_ten(administrator: Client, address: str) -> None:
    shown = list(dict.fromkeys(by_name(administrator.get(address).content.decode())))
    assert shown == ["Trần Anh", "Nguyễn Văn Ánh", "Đặng Văn Ân", "Lê Thị Đào", "Phan Em"]


def test_an_account_is_found_without_diacritics(administrator: Client) -> None:
    assert set(by_name(administrator.get("/admin/users/?q=dang van an").content.decode())) == {"Đặng Văn Ân"}


def test_a_new_account_has_one_name_and_its_place_in_the_list(administrator: Client) -> None:
    screen = administrator.get("/admin/users/new/").content.decode()
    assert 'name="first_name"' not in screen
    typed = {
        "username": "bich",
        "full_name": "Võ Thị Bích",
        "email": "bich@example.org",
        "password1": "mat-khau-thu-nghiem",
        "password2": "mat-khau-thu-nghiem",
    }
    assert administrator.post("/admin/users/new/", typed).status_code == 302
    bich = User.objects.get(username="bich")
    assert str(bich) == "Võ Thị Bích"
    order = list(User.objects.order_by("sort_name").values_list("full_name", flat=True))
    assert order.index("Đặng Văn Ân") < order.index("Võ Thị Bích") < order.index("Lê Thị Đào")
    administrator.post(f"/admin/users/edit/{bich.pk}/", typed | {"full_name": "", "is_active": "on"})
    administrator.post(
        f"/admin/users/edit/{bich.pk}/", typed | {"full_name": "Võ Thị Yến", "is_active": "on"}
    )
    bich.refresh_from_db()
    assert bich.full_name == "Võ Thị Yến"
    assert User.objects.order_by("sort_name").last() == bich


@pytest.mark.parametrize("address", ["/admin/groups/", "/admin/groups/?ordering=sort_name"])
def test_groups_stand_in_the_order_of_the_alphabet(administrator: Client, address: str) -> None:
    Group.objects.all().delete()
    for name in ("Tổng biên tập", "Cơ quan Thường trực", "Đơn vị", "Cộng tác viên", "Thư ký", "Cán bộ cơ sở"):
        Group.objects.create(name=name)
    listed = re.findall(
        r"/admin/groups/edit/\d+/\"[^>]*>\s*([^<]+?)\s*</a>", administrator.get(address).content.decode()
    )
    wanted = ["Cán bộ cơ sở", "Cộng tác viên", "Cơ quan Thường trực", "Đơn vị", "Thư ký", "Tổng biên tập"]
    assert [name for name in listed if name in wanted] == wanted
