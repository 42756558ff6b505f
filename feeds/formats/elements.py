"""XML elements by name: the few calls to lxml that the formats share, typed."""

from collections.abc import Mapping

from lxml import etree

Element = etree._Element


def add(parent: Element, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> Element:
    """Append `<name …>text</name>` without its empty attributes; `name` as `{namespace}local` or plain."""
    child = etree.SubElement(parent, name)
    set_attributes(child, attributes or {})
    if text:
        child.text = text
    return child


def set_attributes(element: Element, attributes: Mapping[str, str]) -> None:
    """Set those attributes that have a value."""
    for key, value in attributes.items():
        if value:
            element.set(key, value)


def to_bytes(root: Element) -> bytes:
    """Return the document in UTF-8 with its declaration."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
