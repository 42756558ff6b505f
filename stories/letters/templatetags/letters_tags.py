"""Words of the public on our screens."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from cms.core.html import clean_html

register = template.Library()
ROOM = 30_000


@register.filter
def letter(text: str) -> SafeString:
    """What somebody typed, with its paragraphs and working addresses. Tags they typed are shown, not obeyed."""
    lines = escape(text).replace("\r\n", "\n").split("\n\n")
    html = "".join(
        f"<p>{paragraph.strip().replace(chr(10), '<br>')}</p>" for paragraph in lines if paragraph.strip()
    )
    # Safe: clean_html has the last word on everything from outside.
    return mark_safe(clean_html(html, ROOM))
