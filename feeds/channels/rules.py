"""What a feed says of a story, on plain data."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from cms.core.html import FEED, clean_html

MOST_CHARACTERS = 200_000


def html_of_blocks(blocks: Iterable[Mapping[str, Any]]) -> str:
    """The body of a story as HTML for feed readers: its words without its pictures, cleaned.

    Works on StreamField's raw data, so that building a feed looks nothing up for each block.
    """
    html = "".join(_block(block["type"], block["value"]) for block in blocks)
    return clean_html(html, MOST_CHARACTERS, markup=FEED)


def _block(kind: str, value: Any) -> str:
    match kind:
        case "paragraph":
            return str(value)
        case "crosshead":
            return f"<h2>{escape(value)}</h2>"
        case "quote":
            return _quote(value)
        case "how":
            return f"<h3>{escape(value['title'])}</h3>{_list('ol', _items(value['steps']))}"
        case "figures":
            rows = [f"{item['value']}: {item['label']}" for item in _items(value["items"])]
            return _list("ul", rows)
        case "video":
            return f'<p><a href="{escape(value["url"])}">{escape(value["title"])}</a></p>'
        case _:
            return ""


def _quote(value: Mapping[str, str]) -> str:
    speaker = ", ".join(filter(None, [value.get("name"), value.get("title")]))
    return f"<blockquote><p>{escape(value['text'])}</p><p>— {escape(speaker)}</p></blockquote>"


def _items(raw: Iterable[Any]) -> list[Any]:
    """ListBlock stores `{type: item, value: …}`; older rows store the values themselves."""
    return [item["value"] if isinstance(item, dict) and item.get("type") == "item" else item for item in raw]


def _list(tag: str, rows: Iterable[str]) -> str:
    return f"<{tag}>" + "".join(f"<li>{escape(row)}</li>" for row in rows) + f"</{tag}>"
