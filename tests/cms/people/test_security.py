"""What people do with their own account: the second factor, its codes, the password; each change is told and logged."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from wagtail.models import ModelLogEntry

from cms.people.models import User

pytestmark = pytest.mark.room
PASSWORD = "mat-khau-thu-nghiem"
ENGLISH = re.compile(
    r"(?i)\b(?:sign|password|username|code|authenticat\w*|activate\w*|recovery|confirm|account|email|your|the)\b"
)


def words(response: HttpResponse) -> str:
    main = re.search(r"<main.*</main>", response.content.decode(), re.DOTALL)
    assert main
    shown = unescape(re.sub(r"<[^>]+>", " ", main.group()))
    return " ".join(shown.replace("Google Authenticator", "").replace("Microsoft Authenticator", "").split())


def logged(user: User) -> list[str]:
    entries = ModelLogEntry.objects.filter(object_id=str(user.pk), action__startswith="people.")
    return list(entries.order_by("timestamp", "pk").values_list("action", flat=True))


@pytest.fixture
def inside(client: Client, journalist: User) -> Client:
    client.post("/tai-khoan/dang-nhap/", {"login": journalist.username, "password": PASSWORD})
    return client


@pytest.fixture
def send(inside: Client, django_capture_on_commit_callbacks) -> Callable[..., HttpResponse]:
    """Post a form; what allauth does after the commit happens, within the request as on a server."""

    def post(address: str, form: dict[str, str] | None = None) -> HttpResponse:
        with django_capture_on_commit_callbacks() as callbacks:
            response = inside.post(address, form)
        with request_context(response.wsgi_request):
            for callback in callbacks:
                callback()
        return response

    return post


@pytest.fixture
def turned_on(inside: Client, send: Callable[..., HttpResponse], code_of: Callable[..., str]) -> HttpResponse:
    """The page after turning the second factor on, as a person does it."""
    asked = inside.get("/tai-khoan/hai-lop/bat/", follow=True)
    assert "Xác nhận đúng là bạn" in words(asked)
    form = inside.post(
        asked.request["PATH_INFO"] + "?" + asked.request["QUERY_STRING"], {"password": PASSWORD}
    )
    assert form["Location"] == "/tai-khoan/hai-lop/bat/"
    page = inside.get("/tai-khoan/hai-lop/bat/")
    assert 'src="data:image/svg+xml;base64,' in page.content.decode()
    assert "img-src 'self' data:" in page["Content-Security-Policy"]
    assert not re.search(r"<script|style=|onload=", page.content.decode())
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page.content.decode())
    assert secret
    done = send("/tai-khoan/hai-lop/bat/", {"code": code_of(secret.group(1))})
    return inside.get(done["Location"])


def test_the_second_factor_is_offered_and_turned_on(turned_on: HttpResponse, journalist: User) -> None:
    assert "Còn 10 trong 10 mã." in words(turned_on)
    assert set(Authenticator.objects.values_list("user", "type")) == {
        (journalist.pk, "totp"),
        (journalist.pk, "recovery_codes"),
    }
    assert logged(journalist) == ["people.add_factor", "people.add_factor"]
    letter = mail.outbox[-1]
    assert (letter.subject, letter.to) == ("[Gương Sáng] Đã bật xác thực hai lớp", [journalist.email])
    assert f"Tài khoản {journalist.username} vừa bật xác thực hai lớp." in letter.body


def test_the_recovery_codes_come_as_a_file(turned_on: HttpResponse, inside: Client, journalist: User) -> None:
    response = inside.get("/tai-khoan/ma-du-phong/tai-ve/")
    assert response["Content-Disposition"] == 'attachment; filename="ma-du-phong-guong-sang.txt"'
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert response.content.decode().split()[-10:] == codes


def test_new_recovery_codes_replace_the_old(
    turned_on: HttpResponse, inside: Client, journalist: User, send: Callable[..., HttpResponse]
) -> None:
    before = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert "10 mã chưa dùng sẽ hết hiệu lực" in words(inside.get("/tai-khoan/ma-du-phong/tao/"))
    send("/tai-khoan/ma-du-phong/tao/")
    after = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert not set(before) & set(after)
    assert logged(journalist)[-1] == "people.renew_recovery_codes"


def test_turning_it_off_removes_the_codes_too(
    turned_on: HttpResponse, inside: Client, journalist: User
) -> None:
    assert "Tắt rồi thì chỉ cần mật khẩu" in words(inside.get("/tai-khoan/hai-lop/tat/"))
    inside.post("/tai-khoan/hai-lop/tat/")
    assert not Authenticator.objects.exists()
    assert logged(journalist)[-2:] == ["people.remove_factor", "people.remove_factor"]


def test_a_password_is_changed_with_the_old_one_only(inside: Client, journalist: User) -> None:
    new = {"password1": "khac-han-truoc-9", "password2": "khac-han-truoc-9"}
    refused = inside.post("/tai-khoan/mat-khau/doi/", {"oldpassword": "sai", **new})
    assert "Mật khẩu hiện tại chưa đúng." in words(refused)
    changed = inside.post("/tai-khoan/mat-khau/doi/", {"oldpassword": PASSWORD, **new}, follow=True)
    assert "Đã đổi mật khẩu." in words(changed)
    journalist.refresh_from_db()
    assert journalist.check_password("khac-han-truoc-9")
    assert logged(journalist) == ["people.change_password"]
    assert mail.outbox[-1].subject == "[Gương Sáng] Mật khẩu đã đổi"


@pytest.mark.parametrize(
    ("password", "said"),
    [
        pytest.param("ngan", "Mật khẩu này ngắn quá, cần ít nhất 12 ký tự.", id="short"),
        pytest.param("123456789012", "Mật khẩu này toàn chữ số.", id="figures"),
        pytest.param("password1234", "Mật khẩu này quá nhiều người dùng.", id="common"),
        pytest.param("journalist12", "Mật khẩu quá giống", id="like the name"),
    ],
)
def test_a_weak_password_is_refused_in_vietnamese(inside: Client, password: str, said: str) -> None:
    form = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    page = words(inside.post("/tai-khoan/mat-khau/doi/", form))
    assert said in page
    assert not ENGLISH.search(page)


@pytest.mark.parametrize(
    "address",
    [
        "", "xac-nhan/", "mat-khau/doi/", "hai-lop/bat/", "hai-lop/tat/", "ma-du-phong/", "ma-du-phong/tao/",
        "xac-nhan/ma-xac-thuc/", "dang-xuat/",
    ],
)  # fmt: skip
def test_every_page_of_the_account_speaks_vietnamese(
    turned_on: HttpResponse, inside: Client, address: str
) -> None:
    page = inside.get(f"/tai-khoan/{address}", follow=True)
    assert page.status_code == 200
    assert not ENGLISH.search(words(page))


@pytest.mark.parametrize(
    "address",
    [
        "dang-ky/", "da-khoa/", "mat-khau/quen/", "mat-khau/quen/da-gui/", "mat-khau/quen/xong/",
        "mat-khau/quen/1-sai/",
    ],
)  # fmt: skip
def test_every_page_before_the_door_speaks_vietnamese(client: Client, db: None, address: str) -> None:
    page = client.get(f"/tai-khoan/{address}")
    assert page.status_code == 200
    assert not ENGLISH.search(words(page))


def test_staff_find_their_security_page_in_the_menu_and_in_their_account(inside: Client) -> None:
    link = '"/tai-khoan/"'
    assert link in inside.get("/admin/").content.decode()
    account = inside.get("/admin/account/").content.decode()
    assert 'href="/tai-khoan/"' in account
    assert "Bảo mật tài khoản" in account


def test_signing_out_leads_to_the_door_and_says_so(inside: Client) -> None:
    page = inside.post("/tai-khoan/dang-xuat/", follow=True)
    assert page.redirect_chain == [("/tai-khoan/dang-nhap/", 302)]
    assert "Bạn đã đăng xuất." in words(page)
    assert inside.get("/admin/").status_code == 302
