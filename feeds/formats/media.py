"""Media RSS 1.5.1: photographs with their credit and recordings with their length, in RSS and Atom alike.

A synthetic voice is marked for machines with the IPTC's property DigitalSourceType inside its `media:content`
(not as a `media:category`, which readers' programs show among the subjects of the story).
"""

from typing import Final

from feeds.formats.elements import Element, add
from feeds.formats.entries import Enclosure, Entry, Image

MEDIA: Final = "http://search.yahoo.com/mrss/"
IPTC: Final = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
NAMESPACES: Final = {"media": MEDIA, "Iptc4xmpExt": IPTC}
SYNTHETIC: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


def add_media(entry: Entry, parent: Element) -> None:
    """Append one `media:content` for each recording, then one for the photograph."""
    for enclosure in entry.enclosures:
        _add_recording(enclosure, parent)
    if entry.image:
        _add_photograph(entry.image, parent)


def _add_recording(enclosure: Enclosure, parent: Element) -> None:
    content = _add_content(parent, enclosure.url, enclosure.mime_type, enclosure.length)
    if enclosure.duration:
        content.set("duration", str(enclosure.duration))
    if enclosure.title:
        add(content, f"{{{MEDIA}}}title", enclosure.title, {"type": "plain"})
    if enclosure.synthetic:
        add(content, f"{{{IPTC}}}DigitalSourceType", SYNTHETIC)


def _add_photograph(image: Image, parent: Element) -> None:
    content = _add_content(parent, image.url, image.mime_type, image.length)
    if image.width and image.height:
        content.set("width", str(image.width))
        content.set("height", str(image.height))
    if image.caption:
        add(content, f"{{{MEDIA}}}description", image.caption, {"type": "plain"})
    if image.credit:
        add(content, f"{{{MEDIA}}}credit", image.credit)


def _add_content(parent: Element, url: str, mime_type: str, length: int) -> Element:
    size = str(length) if length else ""
    family = mime_type.partition("/")[0]
    medium = family if family in ("audio", "image", "video") else "document"
    attributes = {"url": url, "fileSize": size, "type": mime_type, "medium": medium}
    return add(parent, f"{{{MEDIA}}}content", "", attributes)
