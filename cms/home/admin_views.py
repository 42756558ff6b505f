"""The guides in the admin."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from cms.home.guides import GUIDES, PICTURES, Guide, as_html, guides_of, text_of, without_title


@require_safe
def guide(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The guide asked for, or the one of the user's own role; every guide may be read by everybody inside."""
    mine = guides_of(request.user)  # type: ignore[arg-type]  # the admin has let them in
    shown = _named(slug) if slug else (mine or GUIDES)[0]
    html = as_html(without_title(text_of(shown)), pictures=_pictures(), others=reverse("guides:index"))
    context = {
        "guide": shown,
        # Our own files, and cleaned all the same.
        "text": mark_safe(html),
        "guides": [(one, one in mine) for one in GUIDES],
    }
    return TemplateResponse(request, "home/guide.html", context)


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    path = PICTURES / f"{name}.webp"
    if not path.is_file():
        raise Http404("Không có hình này.")
    return FileResponse(path.open("rb"), content_type="image/webp")


def _named(slug: str) -> Guide:
    for one in GUIDES:
        if one.slug == slug:
            return one
    raise Http404("Không có hướng dẫn này.")


def _pictures() -> str:
    return reverse("guides:picture", args=["x"]).removesuffix("x.webp")
