"""What stands where no page is: “not found”, or a plain sentence where something was taken away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import page_not_found

from cms.pages.registries import sentence_at


def nothing_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """410 tells readers and search engines that the page is gone for a reason; 404 would say it never was."""
    sentence = sentence_at(request.path)
    if sentence:
        return render(request, "410.html", {"reason": sentence}, status=410)
    return page_not_found(request, exception)
