"""Who comes in to a body's papers, and which are its own."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache

from cms.people.models import User
from stories.nominations import permissions, queries
from stories.nominations.models import Nomination

Door = Callable[..., HttpResponseBase]
SIGN_IN_AGAIN = "Phiên đăng nhập đã hết. Nội dung vẫn còn trên máy này; hãy đăng nhập lại rồi làm tiếp."


def for_bodies(door: Door) -> Door:
    """Opens to whoever is appointed in some body today; scripts of a lapsed session are told so instead of sent away."""

    @never_cache
    @wraps(door)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user = request.user
        if not isinstance(user, User) or not user.is_active:
            if request.headers.get("Accept") == "application/json":
                return JsonResponse({"message": SIGN_IN_AGAIN}, status=401)
            return redirect_to_login(request.get_full_path())
        bodies = permissions.writes_for(user, timezone.localdate())
        if not bodies:
            raise Http404("Tài khoản này chưa được phân công ở đơn vị nào.")
        return door(request, user, bodies, *args, **kwargs)

    return guarded


def own_paper(bodies: frozenset[int], pk: int) -> Nomination:
    """Another body's nomination does not exist, by whatever address."""
    return get_object_or_404(queries.with_everything().filter(organisation__in=bodies), pk=pk)
