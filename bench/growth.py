"""How much slower each surface is in a large house than in a small one: `python -m bench.growth 1000 20000`.

Builds a seeded house for each size (kept in BENCH_DIR, `var/bench` when nothing is said, and used again), starts a
process for each and one more for the smallest, and lets them do each act in turn, so that whatever else the machine does
falls on all alike. Prints ratios of medians; “noise” is the smallest house against itself. With DATABASE_URL the
houses are databases beside the one that it names.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit, urlunsplit

from bench.measure import ratio, spread, table

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path(os.environ.get("BENCH_DIR") or ROOT / "var" / "bench")
ROUNDS = int(os.environ.get("ROUNDS") or 15)
Samples = dict[str, list[list[float]]]


def environment(name: str) -> dict[str, str]:
    kept = os.environ | {"DATA_DIR": str(FOLDER / name), "SECRET_KEY": "only-for-benchmarks"}
    return kept | ({"DATABASE_URL": database(name)} if "DATABASE_URL" in os.environ else {})


def database(name: str) -> str:
    parts = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(parts._replace(path=f"/bench_{name}"))


def build(size: int) -> None:
    """The house of that size, from the next smaller one's stories on."""
    env = environment(str(size))
    if "DATABASE_URL" in os.environ:
        sql(f"CREATE DATABASE bench_{size}", may_fail=True)
    Path(env["DATA_DIR"]).mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "manage.py", "seed", "--stories", str(size)], cwd=ROOT, env=env, check=True
    )


def copy(size: int, name: str) -> None:
    """A copy to be written into: releasing and saving change a house, and the next run wants the same one."""
    shutil.rmtree(FOLDER / name, ignore_errors=True)
    shutil.copytree(FOLDER / str(size), FOLDER / name)
    if "DATABASE_URL" in os.environ:
        sql(f"DROP DATABASE IF EXISTS bench_{name}")
        sql(f"CREATE DATABASE bench_{name} TEMPLATE bench_{size}")
        sql("ANALYZE", database(name))


def sql(statement: str, url: str = "", may_fail: bool = False) -> None:
    import psycopg

    with psycopg.connect(url or os.environ["DATABASE_URL"], autocommit=True) as connection:
        try:
            connection.execute(statement)  # type: ignore[arg-type]
        except psycopg.errors.DuplicateDatabase:
            if not may_fail:
                raise


class Process:
    """A house at work."""

    def __init__(self, name: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bench.house"],
            cwd=ROOT,
            env=environment(name),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.surfaces: list[str] = self._read()

    def do(self, surface: str) -> float:
        assert self.process.stdin
        self.process.stdin.write(f"{surface}\n")
        self.process.stdin.flush()
        return float(self._read())

    def _read(self):  # type: ignore[no-untyped-def]
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("a house fell silent; its complaint is above")
        return json.loads(line)


@contextmanager
def at_work(name: str) -> Iterator[Process]:
    house = Process(name)
    try:
        yield house
    finally:
        house.process.kill()
        house.process.wait()


def measure(sizes: Sequence[int], only: Sequence[str]) -> Samples:
    """Milliseconds of each surface: of the smallest house, of its double, then of the larger ones."""
    names = [f"{sizes[0]}a", f"{sizes[0]}b", *(f"{size}a" for size in sizes[1:])]
    for name, size in zip(names, [sizes[0], *sizes], strict=True):
        copy(size, name)
    with ExitStack() as stack:
        houses = [stack.enter_context(at_work(name)) for name in names]
        surfaces = [name for name in houses[0].surfaces if not only or name in only]
        samples: Samples = {name: [[] for _ in houses] for name in surfaces}
        for name in surfaces:
            for house in houses:
                house.do(name)
            for number in range(ROUNDS):
                # Each in turn first, for the first finds the caches of the machine colder.
                for index in sorted(range(len(houses)), key=lambda index: (index + number) % len(houses)):
                    samples[name][index].append(houses[index].do(name))
    return samples


def report(samples: Samples, sizes: Sequence[int]) -> str:
    heads = ["surface", f"{sizes[0]} (ms)", "noise", *(f"×{size}" for size in sizes[1:]), "spread"]
    rows = []
    for name, (base, double, *larger) in samples.items():
        widest = max(spread(one) for one in (base, *larger))
        ratios = [f"{ratio(one, base):.2f}" for one in larger]
        rows.append([name, f"{median(base):.1f}", f"{ratio(double, base):.2f}", *ratios, f"±{widest:.0%}"])
    return table(heads, rows)


def main(arguments: Sequence[str]) -> None:
    sizes = sorted(int(argument) for argument in arguments if argument.isdigit()) or [1000, 20000]
    only = [argument for argument in arguments if not argument.isdigit()]
    for size in sizes:
        build(size)
    print(report(measure(sizes, only), sizes))


if __name__ == "__main__":
    main(sys.argv[1:])
