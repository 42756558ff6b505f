"""The formats: frozen entries in, bytes out, one standard a module; no Django here.

`entries` holds the nouns; `rss`, `atom`, `podcast` and `opml` each render one standard; `http` decides on
conditional requests. The same input always gives the same bytes.
"""
