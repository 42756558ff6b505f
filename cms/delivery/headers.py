"""The headers that every public answer carries, asked of the middlewares that write them."""

from functools import cache
from typing import Any

from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.security import SecurityMiddleware


class SteadyPolicyMiddleware(CSPMiddleware):
    """django-csp writes its directives in the order of a set, which is another in each process; ready pages need one."""

    def process_response(self, request: HttpRequest, response: Any) -> Any:
        response = super().process_response(request, response)
        if policy := response.headers.get("Content-Security-Policy"):
            response.headers["Content-Security-Policy"] = "; ".join(sorted(policy.split("; ")))
        return response


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@cache
def public_headers() -> dict[str, str]:
    """By name; a setting changes both these and Django's own answers."""
    request = HttpRequest()
    request.path = request.path_info = "/"
    request.META["SERVER_NAME"], request.META["SERVER_PORT"] = "localhost", "443"
    request.META["wsgi.url_scheme"] = "https"
    answer = HttpResponse()
    for middleware in (XFrameOptionsMiddleware, SteadyPolicyMiddleware, SecurityMiddleware):
        middleware(_nothing).process_response(request, answer)
    return {name: value for name, value in answer.headers.items() if name != "Content-Type"}
