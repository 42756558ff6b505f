"""Doors of the account that differ from allauth's."""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.recovery_codes.views import DownloadRecoveryCodesView
from django.http import HttpResponse
from django.urls import reverse
from django.views.generic import RedirectView


class SignInView(LoginView):
    """Where everybody signs in."""

    def get_authenticated_redirect_url(self) -> str:
        """Who is signed in already goes on; who may not enter /admin/ would come back from there for ever."""
        if not self.request.user.has_perm("wagtailadmin.access_admin"):
            return reverse("mfa_index")
        return super().get_authenticated_redirect_url()


class OtherDoorView(RedirectView):
    """Wagtail's own sign-in pages ask for no second factor: whoever knocks there is led to ours, `next` kept."""

    pattern_name = "account_login"
    query_string = True


class WayOutView(RedirectView):
    """One way out of the house: the page that also removes what this device keeps for whoever leaves."""

    pattern_name = "account_logout"


class RecoveryCodesFileView(DownloadRecoveryCodesView):
    """The recovery codes as a file with a Vietnamese name."""

    content_type = "text/plain; charset=utf-8"

    def render_to_response(self, context: dict[str, Any], **response_kwargs: Any) -> HttpResponse:
        response = super().render_to_response(context, **response_kwargs)
        response["Content-Disposition"] = 'attachment; filename="ma-du-phong-guong-sang.txt"'
        return response
