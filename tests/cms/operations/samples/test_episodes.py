"""The spoken sample episodes: text for the ear, and sound that says what it is."""

import math
import re
import tomllib
from array import array
from itertools import pairwise
from pathlib import Path

import av
import pytest

from cms import operations

pytestmark = pytest.mark.rule
SAMPLES = Path(operations.__file__).parent / "samples"
NUMBERS = (1, 2, 3)
NOTICE = "Bản đọc bằng giọng tổng hợp."
RATE = 8000
FRAME = RATE // 50  # 20 ms


def episode(number: int) -> dict:
    return tomllib.loads((SAMPLES / "episodes" / f"{number}.toml").read_text(encoding="utf-8"))


def audio_path(number: int) -> Path:
    return SAMPLES / "episodes" / episode(number)["audio"]


@pytest.mark.parametrize("number", NUMBERS)
def test_text_opens_with_the_notice_and_is_written_for_the_ear(number: int) -> None:
    paragraphs = episode(number)["text"]
    sentences = [s for paragraph in paragraphs for s in re.split(r"(?<=[.!?:])\s+", paragraph)]
    assert paragraphs[0] == NOTICE
    assert [s for s in sentences if len(s.split()) > 20] == []
    assert re.findall(r"[\d()\[\]/%]", " ".join(paragraphs)) == []


@pytest.mark.parametrize("number", NUMBERS)
def test_episode_presents_two_stories_that_exist_and_names_their_people(number: int) -> None:
    stories = [SAMPLES / "stories" / f"{slug}.toml" for slug in episode(number)["stories"]]
    names = [tomllib.loads(path.read_text(encoding="utf-8"))["exemplar"]["name"] for path in stories]
    text = " ".join(episode(number)["text"])
    assert [name in text for name in names] == [True, True]


def test_no_story_is_told_in_two_episodes() -> None:
    slugs = [slug for number in NUMBERS for slug in episode(number)["stories"]]
    assert sorted(set(slugs)) == sorted(slugs)


@pytest.mark.parametrize("number", NUMBERS)
def test_audio_is_mono_mp3_of_the_stated_length_and_small(number: int) -> None:
    with av.open(str(audio_path(number))) as container:
        stream = container.streams.audio[0]
        seconds = float(stream.duration * stream.time_base)
        assert (stream.codec_context.name.removesuffix("float"), stream.codec_context.layout.name) == (
            "mp3",
            "mono",
        )
        assert stream.bit_rate <= 48_000
        assert abs(seconds - episode(number)["duration_seconds"]) <= 2
        assert 90 <= seconds <= 180
    assert audio_path(number).stat().st_size <= 1_000_000


@pytest.mark.parametrize("number", NUMBERS)
def test_audio_carries_the_synthetic_mark_in_its_tags(number: int) -> None:
    told = episode(number)
    with av.open(str(audio_path(number))) as container:
        assert container.metadata == {
            "title": f"{told['programme']} – số {told['number']}: {told['title']}",
            "artist": "Gương Sáng – dữ liệu mẫu",
            "comment": "synthetic voice; giọng đọc tổng hợp",
            "synthetic": "true",
            "language": "vie",
        }


@pytest.mark.parametrize("number", NUMBERS)
def test_audio_sounds_like_speech(number: int) -> None:
    assert like_speech(decoded(audio_path(number)))


def tone(index: int) -> int:
    return round(12000 * math.sin(index * 2 * math.pi * 440 / RATE))


@pytest.mark.parametrize(
    "sound",
    [
        pytest.param(lambda index: 0, id="silence"),
        pytest.param(tone, id="a tone"),
        pytest.param(lambda index: tone(index) if index // RATE % 2 else 0, id="a tone switched on and off"),
    ],
)
def test_measure_of_speech_refuses_what_is_not_speech(sound) -> None:
    assert not like_speech(array("h", (sound(index) for index in range(10 * RATE))))


def decoded(path: Path) -> array:
    """The samples as mono, 16 bits, 8 kHz."""
    samples = array("h")
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            for piece in resampler.resample(frame):
                samples.frombytes(bytes(piece.planes[0])[: piece.samples * 2])
    return samples


def like_speech(samples: array) -> bool:
    """Pauses between words, and voiced sounds alternating with hissing ones; no tone or silence has both."""
    frames = [samples[start : start + FRAME] for start in range(0, len(samples) - FRAME, FRAME)]
    power = [sum(value * value for value in frame) / FRAME for frame in frames]
    loud = sorted(power)[int(len(power) * 0.95)]
    if loud < 100:
        return False
    sounding = [frame for frame, energy in zip(frames, power, strict=True) if energy > loud * 0.01]
    crossings = sorted(sum((a < 0) != (b < 0) for a, b in pairwise(frame)) for frame in sounding)
    low, high = crossings[len(crossings) // 10], crossings[len(crossings) * 9 // 10]
    pauses = 1 - len(sounding) / len(frames)
    return 0.05 < pauses < 0.6 and high > 2 * max(1, low)
