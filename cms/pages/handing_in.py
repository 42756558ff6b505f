"""After “Gửi duyệt”: where one stands then."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from cms.pages.models import ReleasedPage

BUTTONS = ("action-submit", "action-restart-workflow")


def back_to_the_list(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The pieces of the kind, this one on top and at which step it waits now.

    Wagtail leads to the folder in its tree, with everybody's pages in it and no word of steps.
    """
    if not isinstance(page, ReleasedPage) or not page.newsroom_list:
        return None
    if not any(button in request.POST for button in BUTTONS) or get_valid_next_url_from_request(request):
        return None
    return redirect(page.newsroom_list)
