"""What makes Wagtail slower with every page it holds, mended from outside until upstream does it.

Each module is one fault with its cure, and each has a test that fails on the day when stock Wagtail has lost the fault.
(Search, which has a backend of its own here, is mended there: `cms.search.backends`.)

| module | stock Wagtail | here |
| --- | --- | --- |
| `paths` | on SQLite “below this page” is a LIKE, which no index serves: every permission check reads all pages | a range |
| `children` | explorer and chooser gather all children of a page to show some | some, by the order's index |
| `searching` | admin search makes the list of all pages that may be explored, four times | asks of each that matches |
| `indexes` | lists that editors open have no index for their order | indexes, made after every `migrate` |
"""
