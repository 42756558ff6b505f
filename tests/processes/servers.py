"""The servers of deploy/, started as an administrator would, on ports of their own."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.houses import ROOT, House

DEPLOY = ROOT / "deploy"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
MAIN = """
{modules}
{user}
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 512; }}
http {{ access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
include {folder}/site.conf; }}
"""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def get(port: int, path: str, host: str, method: str = "GET", **headers: str) -> Answer:
    """One request on a connection of its own; nothing is decoded."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers={"Host": host, **named})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return Answer(answer.status, {name.title(): value for name, value in answer.getheaders()}, body)


@contextmanager
def granian(house: House, port: int, site_url: str, **variables: str) -> Iterator[None]:
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--workers", "1", "--blocking-threads", "4", "cms.wsgi:application"]
    environment = house.environment() | {"SITE_URL": site_url, **variables}
    with _running(command, environment, f"http://127.0.0.1:{port}/"):
        yield


@contextmanager
def nginx(house: House, port: int, backend: int, folder: Path) -> Iterator[None]:
    """deploy/nginx.conf with this machine's folders and ports in the place of the server's."""
    folder.mkdir(parents=True, exist_ok=True)
    site = (DEPLOY / "nginx.conf").read_text()
    for said, here in (
        ("/srv/guong-sang/var", str(house.folder)),
        (r"guongsang\.example", rf"127\.0\.0\.1:{port}"),
        ("guongsang.example", "127.0.0.1"),
        ("127.0.0.1:8000", f"127.0.0.1:{backend}"),
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("/var/log/nginx/guong-sang.log", str(folder / "access.log")),
        ("guong-sang-headers.conf", str(DEPLOY / "guong-sang-headers.conf")),
    ):
        assert said in site, said
        site = site.replace(said, here)
    if BROTLI.exists():
        site = site.replace("# brotli_static on;", "brotli_static on;")
    (folder / "site.conf").write_text(site)
    # Its workers would otherwise be nobody, who may not look into the folders of a test.
    user = "user root;" if os.geteuid() == 0 else ""
    modules = f"load_module {BROTLI};" if BROTLI.exists() else ""
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, modules=modules, user=user))
    with _running(["nginx", "-c", str(folder / "nginx.conf")], None, f"http://127.0.0.1:{port}/"):
        yield


@contextmanager
def varnish(port: int, backend: int) -> Iterator[None]:
    vcl = (DEPLOY / "varnish.vcl").read_text()
    assert '.port = "8000"' in vcl
    with TemporaryDirectory() as name:
        folder = Path(name)
        # It gives up root at once and must still read its own configuration.
        folder.chmod(0o755)
        (folder / "site.vcl").write_text(vcl.replace('.port = "8000"', f'.port = "{backend}"'))
        command = ["varnishd", "-F", "-a", f"127.0.0.1:{port}", "-f", str(folder / "site.vcl")]
        command += ["-n", str(folder / "work"), "-s", "malloc,32m"]
        with _running(command, None, f"http://127.0.0.1:{port}/"):
            yield


@contextmanager
def _running(command: list[str], environment: dict[str, str] | None, address: str) -> Iterator[None]:
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        _wait(process, address)
        yield
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[str], address: str) -> None:
    for _ in range(1800):
        if process.poll() is not None:
            raise AssertionError(process.stderr.read() if process.stderr else "")
        try:
            urllib.request.urlopen(address, timeout=30).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")
