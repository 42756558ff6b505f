"""The public door to pages, and what stands where no page is: “not found”, or why something was taken away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import page_not_found
from wagtail.models import Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from cms.pages.queries import page_at
from cms.pages.registries import sentence_at


def show_page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own door, told at once which page it is: it would read every page on the way there.

    Addresses below a page (months, places) and those of no page find their way, or none, as Wagtail does.
    """
    # Both attributes are Wagtail's own, where it keeps what it has found for the rest of the request.
    request._wagtail_cached_site_root_paths = roots = Site.get_site_root_paths()  # type: ignore[attr-defined]
    page = page_at(path, roots)
    if page is not None:
        request._wagtail_route_for_request = RouteResult(page)  # type: ignore[attr-defined]
    answer: HttpResponse = serve(request, path)
    return answer


def nothing_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """410 tells readers and search engines that the page is gone for a reason; 404 would say it never was."""
    sentence = sentence_at(request.path)
    if sentence:
        return render(request, "410.html", {"reason": sentence}, status=410)
    return page_not_found(request, exception)
