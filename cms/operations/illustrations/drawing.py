"""From a scene, a role and a seed to a finished picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

from .busts import draw_bust
from .canvas import HEIGHT, WIDTH, Canvas
from .held import hold
from .looks import ANYBODY, Subject
from .palette import light_of
from .scenes import SCENES
from .sitter import Sitter
from .stage import Scene, Stage

ROLES = ("portrait", "at_work")
MARK = "Minh họa"
FONT = Path(__file__).parent.parent / "samples" / "fonts" / "BeVietnamPro-Medium.ttf"
SUPERSAMPLING = 2


@dataclass(frozen=True)
class Focus:
    """The part that no crop may lose, in pixels: its middle, width and height (Wagtail's focal point)."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Illustration:
    image: Image.Image
    focus: Focus


def draw(
    scene: str,
    role: str,
    seed: str,
    size: tuple[int, int] = (1600, 1067),
    *,
    subject: Subject = ANYBODY,
) -> Image.Image:
    """The picture alone; see `illustrate`."""
    return illustrate(scene, role, seed, size, subject=subject).image


def illustrate(
    scene: str,
    role: str,
    seed: str,
    size: tuple[int, int] = (1600, 1067),
    *,
    subject: Subject = ANYBODY,
) -> Illustration:
    """A picture of `size` pixels of the subject, marked “Minh họa”, with its focal point.

    Raises `ValueError` for a scene or role that is not known.
    """
    if scene not in SCENES or role not in ROLES:
        raise ValueError(f"unknown scene or role: {scene}, {role}")
    rng = Random(f"{scene}|{role}|{seed}")
    scale = max(size[0] / WIDTH, size[1] / HEIGHT) * SUPERSAMPLING
    stage = _stage(SCENES[scene], rng, scale, subject)
    focus = (_portrait if role == "portrait" else _at_work)(SCENES[scene], stage)
    return _finish(stage.canvas, focus, size, mirrored=rng.random() < 0.5)


def _stage(scene: Scene, rng: Random, scale: float, subject: Subject) -> Stage:
    sheet = Image.new("RGB", (math.ceil(WIDTH * scale), math.ceil(HEIGHT * scale)))
    return Stage(Canvas(sheet, scale), light_of(rng, scene.hours), rng, scene.wardrobe, subject)


def _portrait(scene: Scene, stage: Stage) -> Focus:
    """The place drawn nearer and paler, one person before it."""
    rng, light = stage.rng, stage.light
    scene.backdrop(stage)
    _draw_nearer(stage.canvas, rng)
    stage.canvas.veil(0, HEIGHT, light.haze, (0.22, 0.12))
    holding = rng.random() < 0.5
    head = rng.uniform(178, 205) if holding else rng.uniform(225, 280)
    x = WIDTH * rng.choice((0.34, 0.4, 0.5, 0.6, 0.66)) + rng.uniform(-20, 20)
    chin = (x, HEIGHT * (rng.uniform(0.43, 0.47) if holding else rng.uniform(0.5, 0.56)))
    sitter = Sitter(stage.canvas, light, stage.subject_look(), chin, head, 1 if x < WIDTH / 2 else -1)
    draw_bust(sitter, rng)
    if holding:
        hold(sitter, rng, scene.held)
    scene.front(stage)
    return Focus(round(chin[0]), round(chin[1] - 0.4 * head), round(2.4 * head), round(2.6 * head))


def _draw_nearer(canvas: Canvas, rng: Random) -> None:
    """Enlarge a part of what is drawn, as a longer lens would."""
    width, height = canvas.image.size
    share = rng.uniform(0.74, 0.94)
    left, top = rng.random() * (1 - share) * width, rng.uniform(0.1, 0.6) * (1 - share) * height
    box = (left, top, left + share * width, top + share * height)
    canvas.image.paste(canvas.image.resize((width, height), Image.Resampling.BILINEAR, box=box))


def _at_work(scene: Scene, stage: Stage) -> Focus:
    scene.backdrop(stage)
    stage.canvas.veil(0, HEIGHT, stage.light.haze, (0.1, 0.0))
    figure = scene.work(stage)[0]
    (x, y), (hip_x, hip_y) = figure.head, figure.hip
    return Focus(
        round((x + hip_x) / 2),
        round((y + hip_y) / 2),
        round(abs(x - hip_x) + 4 * figure.unit),
        round(abs(y - hip_y) + 3 * figure.unit),
    )


def _finish(canvas: Canvas, focus: Focus, size: tuple[int, int], *, mirrored: bool) -> Illustration:
    """Scale the sheet down, crop it about its middle, mirror it if so drawn, and set the mark."""
    scale = canvas.scale / SUPERSAMPLING
    width, height = size[0] * SUPERSAMPLING, size[1] * SUPERSAMPLING
    left, top = (canvas.image.width - width) / 2, (canvas.image.height - height) / 2
    image = canvas.image.resize(size, Image.Resampling.LANCZOS, box=(left, top, left + width, top + height))
    x, y = focus.x * scale - left / SUPERSAMPLING, focus.y * scale - top / SUPERSAMPLING
    if mirrored:
        image, x = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT), size[0] - x
    _mark(image)
    return Illustration(image, _within(x, y, focus.width * scale, focus.height * scale, size))


def _within(x: float, y: float, width: float, height: float, size: tuple[int, int]) -> Focus:
    """The focus cut to the picture."""
    left, right = max(0, round(x - width / 2)), min(size[0], round(x + width / 2))
    top, low = max(0, round(y - height / 2)), min(size[1], round(y + height / 2))
    return Focus((left + right) // 2, (top + low) // 2, right - left, low - top)


def _mark(image: Image.Image) -> None:
    """“Minh họa” in the lower right corner, on a soft plate so that it reads on any ground."""
    tall = max(11, round(image.height * 0.024))
    font = ImageFont.truetype(str(FONT), tall)
    width, pad = font.getlength(MARK), tall * 0.6
    right, low = image.width - tall, image.height - tall
    plate = (round(right - width - 2 * pad), round(low - tall * 1.9), round(right), round(low))
    veil = Image.new("L", image.size)
    ImageDraw.Draw(veil).rounded_rectangle(plate, radius=tall * 0.95, fill=118)
    image.paste((20, 34, 40), (0, 0), veil)
    ImageDraw.Draw(image).text(
        ((plate[0] + plate[2]) / 2, (plate[1] + plate[3]) / 2),
        MARK,
        font=font,
        fill=(252, 249, 240),
        anchor="mm",
    )
