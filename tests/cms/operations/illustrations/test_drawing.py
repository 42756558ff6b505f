"""The drawn illustrations of the sample stories."""

from itertools import pairwise, product
from random import Random

import pytest
from PIL import ImageChops, ImageStat

from cms.operations.illustrations import ROLES, SCENES, Focus, Subject, draw, illustrate
from cms.operations.illustrations.looks import OUTDOORS, look_of
from cms.operations.illustrations.palette import HOURS

pytestmark = pytest.mark.rule
SMALL = (400, 267)


def test_scenes_are_the_sixteen_that_stories_may_name() -> None:
    assert set(SCENES) == {
        "lotus_pond",
        "rice_field",
        "orchard",
        "flower_garden",
        "river_boat",
        "classroom",
        "clinic",
        "library",
        "workshop",
        "market",
        "village_road",
        "community_house",
        "bird_sanctuary",
        "kitchen",
        "bridge",
        "fish_pond",
    }


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("scene", SCENES)
def test_picture_is_painted_to_its_edges_and_keeps_its_focus_inside(scene: str, role: str) -> None:
    picture = illustrate(scene, role, "mau", SMALL)
    assert (picture.image.size, picture.image.mode) == (SMALL, "RGB")
    assert _unpainted(picture.image) == 0
    assert _inside(picture.focus, SMALL)


def test_same_seed_gives_the_same_picture() -> None:
    first, again = (draw("lotus_pond", "portrait", "tu-kiem", SMALL) for _ in range(2))
    assert first.tobytes() == again.tobytes()


@pytest.mark.parametrize("role", ROLES)
def test_pictures_of_one_scene_differ_visibly_when_seeds_differ(role: str) -> None:
    pictures = [draw("rice_field", role, str(seed), SMALL) for seed in range(5)]
    differences = [ImageStat.Stat(ImageChops.difference(a, b)).mean for a, b in pairwise(pictures)]
    assert [sum(mean) / 3 > 8 for mean in differences] == [True] * 4


@pytest.mark.parametrize(
    "size",
    [
        pytest.param((320, 320), id="square"),
        pytest.param((480, 200), id="wide"),
        pytest.param((200, 300), id="upright"),
    ],
)
def test_picture_fills_any_size(size: tuple[int, int]) -> None:
    picture = illustrate("bridge", "at_work", "a", size)
    assert picture.image.size == size
    assert _unpainted(picture.image) == 0
    assert _inside(picture.focus, size)


@pytest.mark.parametrize(("scene", "role"), [("moon", "portrait"), ("bridge", "asleep")])
def test_unknown_scene_or_role_is_refused(scene: str, role: str) -> None:
    with pytest.raises(ValueError, match="unknown scene or role"):
        draw(scene, role, "a", SMALL)


@pytest.mark.parametrize(
    ("gender", "styles"),
    [
        pytest.param("female", {"bun", "long"}, id="woman"),
        pytest.param("male", {"short", "crop"}, id="man"),
        pytest.param("", {"bun", "long", "short", "crop"}, id="not known"),
    ],
)
def test_look_follows_the_gender_when_it_is_known(gender: str, styles: set[str]) -> None:
    subject, light = Subject(gender), HOURS["noon"]
    assert {look_of(Random(seed), light, OUTDOORS, subject).hair_style for seed in range(60)} == styles


def _unpainted(image) -> int:
    """Pixels left as black as the empty sheet."""
    brightest = image.split()[0]
    for band in image.split()[1:]:
        brightest = ImageChops.lighter(brightest, band)
    return brightest.histogram()[0]


def _inside(focus: Focus, size: tuple[int, int]) -> bool:
    across = focus.x - focus.width / 2 >= 0 and focus.x + focus.width / 2 <= size[0] + 1
    down = focus.y - focus.height / 2 >= 0 and focus.y + focus.height / 2 <= size[1] + 1
    return across and down and min(focus.width, focus.height) > 0


def test_every_pair_of_scene_and_role_has_a_picture_of_its_own() -> None:
    tiny = [draw(scene, role, "x", (60, 40)).tobytes() for scene, role in product(SCENES, ROLES)]
    assert len(set(tiny)) == 32
