"""A channel and three entries: a story with everything on it, a bare one, and an episode."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from feeds.formats.entries import Category, Channel, Enclosure, Entry, Image, Podcast, Source
from feeds.formats.tag_uri import tag_uri

FOLDER = Path(__file__).parent
HO_CHI_MINH = timezone(timedelta(hours=7))
SITE = "https://guongsang.example"


def _name(specific: str) -> str:
    return tag_uri("guongsang.example", datetime(2026, 1, 1, tzinfo=UTC), specific)


@pytest.fixture
def channel() -> Channel:
    return Channel(
        id=_name("chuyen-muc/huong-sen"),
        title="Hương sen Đồng Tháp",
        link=f"{SITE}/chuyen-muc/huong-sen/",
        self_link=f"{SITE}/feeds/columns/huong-sen.xml",
        updated=datetime(2026, 11, 20, 8, 30, 15, 999999, tzinfo=HO_CHI_MINH),
        subtitle="Gương người tốt, việc tốt & cách làm hay",
        rights="© Báo và phát thanh, truyền hình Đồng Tháp",
        image_url=f"{SITE}/static/huong-sen.jpg",
        author_name="Ban Phát thanh",
        podcast=Podcast(subcategory="Documentary", owner_name="Báo và phát thanh, truyền hình Đồng Tháp"),
    )


@pytest.fixture
def story() -> Entry:
    return Entry(
        id=_name("cau-chuyen/12"),
        title="Ông Tư Kiềm & cây cầu “nghĩa tình” < 3 tỷ đồng",
        link=f"{SITE}/cau-chuyen/ong-tu-kiem/",
        published=datetime(2026, 11, 19, 6, 0, tzinfo=HO_CHI_MINH),
        updated=datetime(2026, 11, 20, 1, 30, tzinfo=UTC),
        summary="Mười năm, ông vận động bà con Tháp Mười bắc 47 cây cầu; cầu nào cũng < 60 ngày.",
        content_html="<p>Ông nói: <em>“Ngập thì mình bắc cầu”</em>.</p><pre>a ]]> b</pre>",
        authors=("Lê Mỹ", "Trần Trọng Nghĩa"),
        categories=(Category("nong-thon-moi", "Nông thôn mới", f"{SITE}/linh-vuc/"), Category("2026")),
        image=Image(
            f"{SITE}/media/cau.jpg",
            length=120_345,
            width=1200,
            height=800,
            caption="Ông Tư Kiềm (bìa trái), xã Mỹ Quí, tháng 10/2026",
            credit="Hữu Nghĩa",
        ),
        enclosures=(
            Enclosure(f"{SITE}/media/cau.mp3", "audio/mpeg", 2_880_000, 180, "Nghe bài viết", synthetic=True),
            Enclosure(f"{SITE}/media/cau.opus", "audio/ogg", 720_000, 180),
        ),
        source=Source("Gương Người tốt, Việc tốt", f"{SITE}/feeds/columns/guong.atom"),
        correction="Bài ngày 19/11/2026 viết 46 cây cầu; số đúng là 47.",
    )


@pytest.fixture
def bare() -> Entry:
    moment = datetime(2026, 11, 18, 6, 0, tzinfo=HO_CHI_MINH)
    return Entry(_name("cau-chuyen/11"), "Lớp học bên đìa sen", f"{SITE}/cau-chuyen/lop-hoc/", moment, moment)


@pytest.fixture
def episode() -> Entry:
    moment = datetime(2026, 11, 17, 17, 0, tzinfo=HO_CHI_MINH)
    recording = Enclosure(f"{SITE}/media/so-44.mp3", "audio/mpeg", 14_400_000, 900)
    return Entry(
        id=_name("so/44"),
        title="Số 44: Người giữ sếu",
        link=f"{SITE}/phat-thanh/huong-sen/so-44/",
        published=moment,
        updated=moment,
        summary="Tràm Chim mùa nước nổi.",
        authors=("Lê Mỹ",),
        enclosures=(recording,),
    )


@pytest.fixture
def golden() -> Callable[[str], bytes]:
    return lambda name: (FOLDER / "golden" / name).read_bytes()
