"""Medians, spread and noise, for benchmarks that print ratios: a machine's milliseconds mean nothing elsewhere."""

from collections.abc import Callable, Iterable, Sequence
from statistics import median, quantiles
from time import perf_counter


def milliseconds(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def spread(samples: Sequence[float]) -> float:
    """Half the distance between the quartiles, in parts of the median: 0.05 is ±5 %."""
    if len(samples) < 4:
        return 0.0
    lower, _, upper = quantiles(samples, n=4)
    return (upper - lower) / 2 / median(samples)


def ratio(samples: Sequence[float], base: Sequence[float]) -> float:
    return median(samples) / median(base)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns that line up, the first to the left and the others to the right."""
    lines = [list(heads), *map(list, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
