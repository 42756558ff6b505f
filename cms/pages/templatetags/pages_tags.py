"""What the public templates need beyond Django's and Wagtail's own tags; it only renders."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

register = template.Library()

# Widths in CSS pixels. AVIF and WebP come in every width; JPEG, for the few browsers left, in the middle one.
# `fill` crops around the focal point, so that a face stays in every shape; `width` keeps the whole photo.
SHAPES: dict[str, tuple[str, ...]] = {
    "portrait": ("fill-360x450", "fill-720x900"),
    "lead": ("fill-480x600", "fill-960x1200"),
    "wide": ("fill-480x320", "fill-960x640", "fill-1440x960"),
    "whole": ("width-480", "width-800", "width-1200"),
}
MODERN = ("avif", "webp")


@register.simple_tag
def photo(
    image: Any, shape: str, alt: str = "", sizes: str = "100vw", eager: bool = False
) -> str | SafeString:
    """`<picture>` of a photo in a named shape; nothing for no photo. `eager`: the first photo of a page."""
    if not image:
        return ""
    attributes = {"alt": alt, "sizes": sizes or "100vw", **_loading(eager)}
    if static := getattr(image, "pattern_html", None):
        return static(shape, attributes)
    renditions = get_renditions_or_not_found(image, _filters_of(shape))
    return mark_safe(Picture(renditions, attributes).__html__())  # Wagtail escapes the attributes


def specs_of(shape: str) -> list[str]:
    """The rendition filters of a shape, in Wagtail's words; also to make them before the first reader."""
    sizes = SHAPES[shape]
    modern = [f"{size}|format-{kind}" for kind in MODERN for size in sizes]
    return [*modern, f"{sizes[(len(sizes) - 1) // 2]}|format-jpeg|jpegquality-80"]


@cache
def _filters_of(shape: str) -> tuple[Filter, ...]:
    # Kept: a filter reads its words once, and a page shows dozens.
    return tuple(Filter(spec=spec) for spec in specs_of(shape))


def _loading(eager: bool) -> dict[str, str]:
    return {"fetchpriority": "high"} if eager else {"loading": "lazy", "decoding": "async"}


@register.simple_tag(takes_context=True)
def here(context: Context, path: str) -> SafeString | str:
    """` aria-current` for the entry of the menu under which the reader is."""
    request = context.get("request")
    at = getattr(request, "path", "")
    if at == path:
        return mark_safe(' aria-current="page"')
    return mark_safe(' aria-current="true"') if at.startswith(path) else ""


@register.simple_tag(takes_context=True)
def aside(context: Context, template_name: str, values: Mapping[str, Any]) -> str:
    """What a room above shows on this page, rendered with its own values and the page's request."""
    if context.template is None:
        return ""
    engine = context.template.engine
    with context.push(**values):
        return engine.get_template(template_name).render(context)


@register.filter
def clock(seconds: float | None) -> str:
    """Seconds as a player shows them: 272 → `4:32`, 3 725 → `1:02:05`; nothing for nothing."""
    if not seconds:
        return ""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
