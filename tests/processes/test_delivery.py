"""Ready pages behind real servers, while other processes change what they show."""

import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from tests.houses import House, free_port
from tests.processes.servers import Answer, get, granian, nginx, varnish

pytestmark = pytest.mark.room
READERS, TIMES = 50, 200
OF_THE_CONNECTION = {"Date", "Server", "Connection", "Keep-Alive", "Transfer-Encoding"}
NUMBER = re.compile(rb"\((\d{4})\)")


@pytest.fixture
def house(new_house: Callable[[], House]) -> House:
    """Five stories that are out."""
    house = new_house()
    done = house.run("manage.py", "run_jobs", "--once")
    assert done.returncode == 0, done.stderr
    return house


def story_of(port: int, host: str) -> str:
    """The address of the story that came out first, which `publishing.py` changes."""
    links = re.findall(r'href="(/cau-chuyen/[a-z0-9-]+/)"', get(port, "/cau-chuyen/", host).body.decode())
    assert links
    return min(links, key=lambda link: "lan-mot" not in link)


def validators(answer: Answer) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name not in OF_THE_CONNECTION}


@pytest.mark.nginx
def test_nginx_and_granian_send_the_same_bytes_and_validators(house: House, tmp_path: Path) -> None:
    front, back = free_port(), free_port()
    host = f"127.0.0.1:{front}"
    with nginx(house, front, back, tmp_path / "nginx"):
        with granian(house, back, f"http://{host}"):
            addresses = _compare(front, back, host)
            assert get(front, "/doc-truoc/khong-ai-biet/", host).status == 404
        log = (tmp_path / "nginx" / "access.log").read_text()
        assert "GET /cau-chuyen/ " in log
        assert "doc-truoc" not in log
        # Nobody else is there any more: these are nginx's own answers.
        assert {get(front, address, host).status for address in addresses} == {200}
        assert get(front, "/", host, Cookie="sessionid=abc").status == 502


def _compare(front: int, back: int, host: str) -> list[str]:
    addresses = ["/", "/cau-chuyen/", story_of(back, host), "/chuyen-muc/", "/feeds/"]
    addresses += [f"/feeds/stories.{suffix}" for suffix in ("rss", "atom", "json")] + ["/feeds/feeds.opml"]
    for address in addresses:
        # The first reader of all, through nginx, is answered by Django; from then on both have the file.
        first = get(front, address, host)
        assert (address, first.status) == (address, 200)
        for asked in ({}, {"Accept-Encoding": "gzip"}, {"Accept-Encoding": "br, gzip"}):
            ours, theirs = get(back, address, host, **asked), get(front, address, host, **asked)
            assert (address, asked, theirs.status, validators(theirs)) == (
                address, asked, 200, validators(ours),
            )  # fmt: skip
            assert theirs.body == ours.body
            again = {**asked, "If-None-Match": theirs.headers["Etag"]}
            unchanged = [get(port, address, host, **again) for port in (front, back)]
            assert [answer.status for answer in unchanged] == [304, 304]
            assert validators(unchanged[0]) == validators(unchanged[1])
            since = {**asked, "If-Modified-Since": theirs.headers["Last-Modified"]}
            assert [get(port, address, host, **since).status for port in (front, back)] == [304, 304]
        heads = [get(port, address, host, "HEAD") for port in (front, back)]
        assert (heads[0].body, validators(heads[0])) == (b"", validators(heads[1]))
    assert (
        brotli.decompress(get(back, "/", host, **{"Accept-Encoding": "br"}).body) == get(back, "/", host).body
    )
    # What is not for everybody goes through to Django.
    for address, headers, status in (
        ("/", {"Cookie": "sessionid=abc"}, 200),
        ("/tim-kiem/?q=sen", {}, 200),
        ("/admin/", {}, 302),
        ("/khong-co/", {}, 404),
    ):
        assert get(front, address, host, **headers).status == status
    assert "Etag" not in get(front, "/", host, Cookie="sessionid=abc").headers
    return addresses


@pytest.mark.nginx
def test_media_come_whole_and_in_ranges_from_both(house: House, tmp_path: Path) -> None:
    front, back = free_port(), free_port()
    host = f"127.0.0.1:{front}"
    (house.folder / "media").mkdir(exist_ok=True)
    (house.folder / "media" / "tieng.mp3").write_bytes(bytes(range(256)) * 1000)
    with granian(house, back, f"http://{host}"), nginx(house, front, back, tmp_path / "nginx"):
        for asked, status, length in (
            ({}, 200, 256_000),
            ({"Range": "bytes=0-99"}, 206, 100),
            ({"Range": "bytes=255900-"}, 206, 100),
            ({"Range": "bytes=-10"}, 206, 10),
            ({"Range": "bytes=999999-"}, 416, None),
        ):
            ours, theirs = (get(port, "/media/tieng.mp3", host, **asked) for port in (back, front))
            assert (asked, ours.status, theirs.status) == (asked, status, status)
            if length is not None:
                assert (len(ours.body), ours.body) == (length, theirs.body)
                assert ours.headers.get("Content-Range") == theirs.headers.get("Content-Range")
                assert ours.headers["Etag"] == theirs.headers["Etag"]
        for port in (back, front):
            assert get(port, "/media/../guong-sang.sqlite3", host).status in {400, 404}
            assert get(port, "/media/%2e%2e/guong-sang.sqlite3", host).status in {400, 404}


def test_two_hundred_publications_under_fifty_readers(house: House) -> None:
    """Every answer is whole, and none is older than the last publication that was over before it was asked for."""
    port = free_port()
    host = f"127.0.0.1:{port}"
    with granian(house, port, f"http://{host}"):
        addresses = [story_of(port, host), "/cau-chuyen/", "/feeds/stories.rss", "/"]
        published: list[tuple[float, int]] = []
        faults: list[str] = []
        read = [0]
        over = threading.Event()

        def latest(before: float) -> int:
            return max((number for moment, number in list(published) if moment <= before), default=0)

        def reads(which: int) -> None:
            turn = which
            while not over.is_set():
                address = addresses[turn % len(addresses)]
                turn += 1
                asked_at = time.monotonic()
                answer = get(port, address, host)
                read[0] += 1
                shown = max((int(number) for number in NUMBER.findall(answer.body)), default=0)
                is_whole = answer.body.rstrip().endswith((b"</html>", b"</rss>"))
                if answer.status != 200 or not is_whole:
                    faults.append(f"{address}: {answer.status}, {len(answer.body)} bytes")
                elif shown < latest(asked_at):
                    faults.append(f"{address}: shows {shown}, {latest(asked_at)} was out")

        readers = [threading.Thread(target=reads, args=(number,)) for number in range(READERS)]
        for reader in readers:
            reader.start()
        writer = house.start("tests/processes/publishing.py", str(TIMES))
        assert writer.stdout is not None
        for line in writer.stdout:
            number, moment = line.split()
            published.append((float(moment), int(number)))
        writer.wait()
        over.set()
        for reader in readers:
            reader.join()
        assert (writer.returncode, len(published)) == (0, TIMES), writer.stderr and writer.stderr.read()
        assert faults[:5] == []
        assert read[0] > TIMES
        assert NUMBER.findall(get(port, addresses[0], host).body)[0] == b"%04d" % TIMES


@pytest.mark.varnish
def test_varnish_keeps_pages_until_the_house_says_that_they_are_new(house: House) -> None:
    front, back = free_port(), free_port()
    host = f"127.0.0.1:{front}"
    told = {"FRONT_CACHE_URL": f"http://127.0.0.1:{front}", "SITE_URL": f"http://{host}"}
    with granian(house, back, f"http://{host}", **told), varnish(front, back):
        address = story_of(back, host)
        ages = [get(front, address, host).headers.get("X-Varnish", "").split() for _ in range(2)]
        # Varnish names two transactions where it answers from its memory.
        assert [len(age) for age in ages] == [1, 2]
        changed = house.run("tests/processes/publishing.py", "1", **told)
        assert changed.returncode == 0, changed.stderr
        delivered = house.run("manage.py", "run_jobs", "--once", **told)
        assert delivered.returncode == 0, delivered.stderr
        assert b"(0001)" in get(front, address, host).body
        assert [len(get(front, "/tim-kiem/?q=sen", host).headers["X-Varnish"].split()) for _ in range(2)] == [
            1,
            1,
        ]
