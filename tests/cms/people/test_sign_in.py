"""One door for everybody: a password, a code where somebody wants it, and no way round."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.views import LoginView
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from cms.people.models import User
from cms.people.views import OtherDoorView

pytestmark = pytest.mark.room
PASSWORD = "mat-khau-thu-nghiem"
DOOR, CODE, SECURITY = "/tai-khoan/dang-nhap/", "/tai-khoan/dang-nhap/ma-xac-thuc/", "/tai-khoan/"
WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng."
TOO_MANY = "Đã sai quá nhiều lần. Chờ vài phút rồi thử lại."


def knock(
    client: Client, user: User, password: str = PASSWORD, door: str = DOOR, **more: str
) -> HttpResponse:
    return client.post(
        door, {"login": user.username, "username": user.username, "password": password, **more}
    )


def is_inside(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def words(response: HttpResponse) -> str:
    """What a reader sees in the middle of the page."""
    main = re.search(r"<main.*</main>", response.content.decode(), re.DOTALL)
    assert main
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main.group())).split())


@pytest.fixture
def secret(journalist: User) -> str:
    """The journalist has turned the second factor on; the app holds this secret."""
    secret = generate_totp_secret()
    TOTP.activate(journalist, secret)
    RecoveryCodes.activate(journalist)
    return secret


# The password


def test_the_right_password_enters_the_admin(client: Client, journalist: User) -> None:
    response = knock(client, journalist)
    assert (response.status_code, response["Location"]) == (302, "/admin/")
    assert is_inside(client)


def test_a_wrong_password_is_said_in_vietnamese_and_the_name_is_kept(
    client: Client, journalist: User
) -> None:
    response = knock(client, journalist, "sai-mat-khau")
    assert WRONG in words(response)
    assert f'value="{journalist.username}"' in response.content.decode()
    assert "sai-mat-khau" not in response.content.decode()
    assert not is_inside(client)


def test_the_sixth_quick_failure_is_refused_even_with_the_right_password(
    client: Client, journalist: User
) -> None:
    for _ in range(5):
        assert WRONG in words(knock(client, journalist, "sai-mat-khau"))
    assert TOO_MANY in words(knock(client, journalist, "sai-mat-khau"))
    assert TOO_MANY in words(knock(client, journalist))
    assert not is_inside(client)


def test_a_flood_from_one_address_gets_a_vietnamese_page(client: Client, journalist: User) -> None:
    answers = [knock(client, journalist, "sai-mat-khau") for _ in range(31)]
    assert answers[-1].status_code == 429
    assert "Chờ chừng một phút rồi thử lại." in words(answers[-1])


def test_a_locked_account_is_told_so(client: Client, journalist: User) -> None:
    User.objects.filter(pk=journalist.pk).update(is_active=False)
    response = client.post(DOOR, {"login": journalist.username, "password": PASSWORD}, follow=True)
    assert "Tài khoản đã khóa" in words(response)
    assert not is_inside(client)


def test_somebody_without_a_role_is_not_sent_round_in_a_circle(client: Client) -> None:
    stranger = User.objects.create_user("khach", password=PASSWORD)
    response = client.post(DOOR, {"login": stranger.username, "password": PASSWORD}, follow=True)
    assert response.status_code == 200
    assert "chưa được giao vai trò nào" in words(response)
    assert "Tài khoản này chưa được vào trang làm việc." in words(response)


# Where people come from and go to


@pytest.mark.parametrize("door", ["/admin/login/", "/_util/login/"])
def test_wagtails_doors_lead_to_ours_and_keep_next(client: Client, door: str, db: None) -> None:
    response = client.get(f"{door}?next=/admin/pages/")
    assert (response.status_code, response["Location"]) == (302, f"{DOOR}?next=/admin/pages/")


def test_the_admin_sends_strangers_to_our_door(client: Client, db: None) -> None:
    assert client.get("/admin/pages/")["Location"] == f"{DOOR}?next=/admin/pages/"


def test_next_is_kept_through_a_failure_and_followed(client: Client, journalist: User) -> None:
    page = knock(client, journalist, "sai-mat-khau", next="/admin/account/")
    assert '<input type="hidden" name="next" value="/admin/account/">' in page.content.decode()
    assert knock(client, journalist, next="/admin/account/")["Location"] == "/admin/account/"


@pytest.mark.parametrize(
    "elsewhere", ["https://ke-gian.example/", "//ke-gian.example", "javascript:alert(1)"]
)
def test_next_never_leads_to_another_host(client: Client, journalist: User, elsewhere: str) -> None:
    assert knock(client, journalist, next=elsewhere)["Location"] == "/admin/"


# The second factor


@pytest.mark.parametrize("door", [DOOR, "/admin/login/", "/_util/login/"])
def test_a_password_alone_opens_no_door_where_a_code_is_wanted(
    client: Client, journalist: User, secret: str, door: str
) -> None:
    knock(client, journalist, door=door)
    assert "_auth_user_id" not in client.session
    assert not is_inside(client)


def test_no_page_of_the_site_signs_in_by_password_alone(db: None) -> None:
    """Also one that a later Wagtail or a later room may bring."""
    others = [
        route
        for route, view in views(get_resolver())
        if issubclass(getattr(view, "view_class", object), LoginView)
    ]
    assert {"admin/login/", "_util/login/"} <= set(others)
    assert [route for route in others if resolve(f"/{route}").func.view_class is not OtherDoorView] == []


def views(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, Any]]:
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield route, entry.callback
        else:
            yield from views(entry, route)


def test_the_code_completes_the_sign_in_and_next_is_followed(
    client: Client, journalist: User, secret: str, code_of: Callable[..., str]
) -> None:
    asked = knock(client, journalist, next="/admin/account/")
    assert asked["Location"].startswith(CODE)
    assert "Nhập mã xác thực" in words(client.get(CODE))
    wrong = client.post(CODE, {"code": "000000" if code_of(secret) != "000000" else "000001"})
    assert "Mã chưa đúng, hoặc đã hết hạn." in words(wrong)
    assert not is_inside(client)
    assert client.post(CODE, {"code": code_of(secret)})["Location"] == "/admin/account/"
    assert is_inside(client)


def test_an_old_code_is_refused(
    client: Client, journalist: User, secret: str, code_of: Callable[..., str]
) -> None:
    knock(client, journalist)
    assert "Mã chưa đúng" in words(client.post(CODE, {"code": code_of(secret, away=-4)}))
    assert not is_inside(client)


def test_guessing_codes_is_limited(client: Client, journalist: User, secret: str) -> None:
    knock(client, journalist)
    for _ in range(5):
        client.post(CODE, {"code": "12"})
    assert TOO_MANY in words(client.post(CODE, {"code": "12"}))


def test_a_recovery_code_enters_once(client: Client, journalist: User, secret: str) -> None:
    codes = Authenticator.objects.get(user=journalist, type="recovery_codes").wrap().get_unused_codes()
    knock(client, journalist)
    client.post(CODE, {"code": codes[0]})
    assert is_inside(client)
    client.post("/tai-khoan/dang-xuat/")
    knock(client, journalist)
    client.post(CODE, {"code": codes[0]})
    assert not is_inside(client)


def test_a_new_password_by_letter_still_asks_for_the_code(
    client: Client, journalist: User, secret: str
) -> None:
    client.post("/tai-khoan/mat-khau/quen/", {"email": journalist.email})
    letter = mail.outbox[-1]
    assert letter.subject == "[Gương Sáng] Đặt lại mật khẩu"
    link = re.search(r"http://testserver(/tai-khoan/mat-khau/quen/\S+)", letter.body)
    assert link
    page = client.get(link.group(1), follow=True)
    form = page.redirect_chain[-1][0]
    new = {"password1": "khac-han-truoc-9", "password2": "khac-han-truoc-9"}
    assert "Đã đổi mật khẩu" in words(client.post(form, new, follow=True))
    assert not is_inside(client)
    assert knock(client, journalist, "khac-han-truoc-9")["Location"].startswith(CODE)
    assert not is_inside(client)


# Nobody comes in from outside


def test_sign_up_is_closed(client: Client, db: None) -> None:
    before = User.objects.count()
    form = {"username": "ke-la", "email": "a@example.org", "password1": PASSWORD, "password2": PASSWORD}
    for response in (client.get("/tai-khoan/dang-ky/"), client.post("/tai-khoan/dang-ky/", form)):
        assert "Không mở đăng ký tài khoản" in words(response)
    assert client.get("/tai-khoan/signup/").status_code == 404
    assert User.objects.count() == before


def test_a_reset_says_the_same_for_an_unknown_address_and_writes_to_nobody(client: Client, db: None) -> None:
    response = client.post("/tai-khoan/mat-khau/quen/", {"email": "la@example.org"}, follow=True)
    assert "Nếu địa chỉ bạn nhập thuộc về một tài khoản" in words(response)
    assert mail.outbox == []


# Words


def test_the_sign_in_page_speaks_vietnamese(client: Client, db: None) -> None:
    page = words(client.get(DOOR))
    for label in ("Đăng nhập", "Tên đăng nhập", "Mật khẩu", "Quên mật khẩu?", "Giữ đăng nhập trên máy này"):
        assert label in page
    assert not re.search(r"(?i)sign|password|username|remember|forgot|account", page)


def test_who_leaves_from_the_admin_passes_the_page_that_tidies_the_device(client: Client) -> None:
    user = User.objects.create_user("ba-kiem", password=PASSWORD)
    client.force_login(user)
    shown = client.post("/admin/logout/", follow=True)
    assert shown.redirect_chain == [("/tai-khoan/dang-xuat/", 302)]
    assert f'data-leaves="{user.pk}"' in shown.content.decode()
    client.post("/tai-khoan/dang-xuat/")
    assert "_auth_user_id" not in client.session
