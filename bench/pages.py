"""Ready pages against nginx sending the same bytes as files: `python -m bench.pages`."""

from bench.serving import compare

if __name__ == "__main__":
    compare(["{story}", "/cau-chuyen/", "/"])
