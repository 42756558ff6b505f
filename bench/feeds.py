"""Ready feeds against nginx sending the same bytes as files: `python -m bench.feeds`."""

from bench.serving import compare

if __name__ == "__main__":
    compare(["/feeds/stories.rss", "/feeds/stories.json"])
