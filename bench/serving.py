"""How many requests a second, against nginx sending the same bytes as files: three servers, taken in turn.

Needs Debian's `nginx` and `wrk`. Servers get half of the cores and wrk the other half.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.growth import FOLDER, ROOT, build, environment
from bench.measure import ratio, spread, table

ROUNDS = int(os.environ.get("ROUNDS") or 5)
SECONDS = int(os.environ.get("SECONDS_A_RUN") or 3)
CONNECTIONS = 64
STORIES = int(os.environ.get("STORIES") or 1000)
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
SERVERS = ("nginx, files", "nginx, files again", "nginx before the house", "the house alone")
MAIN = """
{modules}
{user}
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes {workers};
events {{ worker_connections 1024; }}
http {{ access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; keepalive_requests 100000000;
fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; {site} }}
"""
PLAIN = """server {{ listen 127.0.0.1:{port}; root {root}; types {{ }} default_type text/html; gzip_static on; {brotli}
etag on; location / {{ try_files ${{uri}}index.html $uri =404; }} }}"""


def compare(addresses: Sequence[str]) -> None:
    """Print a table for each address; `{story}` stands for one story of the house."""
    for program in ("nginx", "wrk"):
        if shutil.which(program) is None:
            raise SystemExit(f"{program} is missing: apt-get install {program}")
    build(STORIES)
    cores = os.cpu_count() or 2
    ours, theirs = f"0-{max(cores // 2 - 1, 0)}", f"{cores // 2}-{cores - 1}"
    front, back, plain, again = (_free_port() for _ in range(4))
    host = f"127.0.0.1:{front}"
    ports = dict(zip(SERVERS, (plain, again, front, back), strict=True))
    house, workers = FOLDER / str(STORIES), max(cores // 2, 1)
    with ExitStack() as stack:
        stack.enter_context(_granian(back, host, workers, ours))
        stack.enter_context(_nginx(_house_site(front, back, house), ours, workers, front))
        paths = [_warmed(address, back, host) for address in addresses]
        for port in (plain, again):
            site = PLAIN.format(
                port=port, root=house / "ready", brotli="brotli_static on;" if BROTLI.exists() else ""
            )
            stack.enter_context(_nginx(site, ours, workers, port))
        for path in paths:
            _compare_one(path, ports, host, theirs, max(cores - cores // 2, 1))


def _compare_one(path: str, ports: dict[str, int], host: str, cores: str, threads: int) -> None:
    rows = []
    etags = {coding: _etag(ports["the house alone"], path, host, coding) for coding in ("", "gzip", "br")}
    for name, headers in (
        ("plain", {}),
        ("gzip", {"Accept-Encoding": "gzip"}),
        ("br", {"Accept-Encoding": "br"}),
        ("304", {"If-None-Match": etags[""]}),
        ("304, gzip", {"Accept-Encoding": "gzip", "If-None-Match": etags["gzip"]}),
    ):
        samples: dict[str, list[float]] = {server: [] for server in SERVERS}
        for turn in range(ROUNDS):
            order = SERVERS[turn % len(SERVERS) :] + SERVERS[: turn % len(SERVERS)]
            for server in order:
                samples[server].append(_requests(ports[server], path, host, headers, cores, threads))
        base = samples[SERVERS[0]]
        rows.append(
            [
                name,
                f"{median(base):,.0f}",
                *(f"{ratio(samples[server], base):.2f}" for server in SERVERS[1:]),
                f"±{max(spread(one) for one in samples.values()):.0%}",
            ]
        )
    heads = [path, "nginx, files (1/s)", "noise", "nginx before the house", "the house alone", "spread"]
    sys.stdout.write(table(heads, rows) + "\n\n")


def _requests(port: int, path: str, host: str, headers: dict[str, str], cores: str, threads: int) -> float:
    """Requests a second; a single wrong answer ends the benchmark."""
    command = ["taskset", "-c", cores, "wrk", "-t", str(threads), "-c", str(CONNECTIONS), "-d", f"{SECONDS}s"]
    for name, value in {"Host": host, **headers}.items():
        command += ["-H", f"{name}: {value}"]
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True
    )
    if "Non-2xx" in said.stdout and "If-None-Match" not in headers:
        raise SystemExit(said.stdout)
    found = re.search(r"Requests/sec:\s+([\d.]+)", said.stdout)
    assert found, said.stdout
    return float(found[1])


def _warmed(address: str, port: int, host: str) -> str:
    """The address, made ready; `{story}` is the newest one."""
    if address == "{story}":
        links = re.findall(r'href="(/cau-chuyen/[a-z0-9-]+/)"', _get(port, "/cau-chuyen/", host).decode())
        address = links[0]
    for _ in range(3):
        _get(port, address, host)
    return address


def _get(port: int, path: str, host: str) -> bytes:
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": host})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return bytes(answer.read())


def _etag(port: int, path: str, host: str, coding: str) -> str:
    headers = {"Host": host, **({"Accept-Encoding": coding} if coding else {})}
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return str(answer.headers["ETag"])


def _house_site(port: int, backend: int, house: Path) -> str:
    site = (ROOT / "deploy" / "nginx.conf").read_text()
    for said, here in (
        ("/srv/guong-sang/var", str(house)),
        (r"guongsang\.example", rf"127\.0\.0\.1:{port}"),
        ("guongsang.example", "127.0.0.1"),
        ("127.0.0.1:8000", f"127.0.0.1:{backend}"),
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        # The other two keep no log either: the line a request is the disk's business, not the page's.
        ("access_log /var/log/nginx/guong-sang.log combined if=$logged;", "access_log off;"),
        ("guong-sang-headers.conf", str(ROOT / "deploy" / "guong-sang-headers.conf")),
        ("# brotli_static on;", "brotli_static on;" if BROTLI.exists() else ""),
    ):
        site = site.replace(said, here)
    return site


@contextmanager
def _granian(port: int, host: str, workers: int, cores: str) -> Iterator[None]:
    command = ["taskset", "-c", cores, sys.executable, "-m", "granian", "--interface", "wsgi"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)]
    command += ["--log-level", "warning", "cms.wsgi:application"]
    with _running(command, environment(str(STORIES)) | {"SITE_URL": f"http://{host}"}, port):
        yield


@contextmanager
def _nginx(site: str, cores: str, workers: int, port: int) -> Iterator[None]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        modules = f"load_module {BROTLI};" if BROTLI.exists() else ""
        user = "user root;" if os.geteuid() == 0 else ""
        text = MAIN.format(modules=modules, user=user, folder=folder, workers=workers, site=site)
        (folder / "nginx.conf").write_text(text)
        with _running(["taskset", "-c", cores, "nginx", "-c", str(folder / "nginx.conf")], None, port):
            yield


@contextmanager
def _running(command: list[str], variables: dict[str, str] | None, port: int) -> Iterator[None]:
    process = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
