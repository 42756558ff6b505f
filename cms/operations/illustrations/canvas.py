"""A supersampled sheet with the few strokes that the illustrations are made of.

Everything is given in design units: the sheet is 1600 wide and 1067 high, whatever its pixels.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageDraw

from .palette import Colour

WIDTH, HEIGHT = 1600, 1067
Point = tuple[float, float]
Box = tuple[int, int, int, int]


class Canvas:
    def __init__(self, image: Image.Image, scale: float, origin: Point = (0.0, 0.0)) -> None:
        """`scale` is pixels a design unit, `origin` the design point at the image's upper left corner."""
        self.image = image
        self.scale = scale
        self.origin = origin
        self._pen = ImageDraw.Draw(image)

    def shape(self, points: Sequence[Point], fill: Colour, opacity: float = 1.0) -> None:
        """A flat polygon."""
        if opacity >= 1:
            self._pen.polygon(self._pixels(points), fill=fill)
            return
        self._through(points, lambda box: fill, opacity)

    def blob(self, points: Sequence[Point], fill: Colour, opacity: float = 1.0) -> None:
        """A polygon with its corners rounded into one closed curve."""
        self.shape(smooth(points), fill, opacity)

    def faded(self, points: Sequence[Point], top: Colour, low: Colour, opacity: float = 1.0) -> None:
        """A polygon whose colour runs from `top` to `low` over its height."""
        self._through(points, lambda box: gradient(box[2] - box[0], box[3] - box[1], top, low), opacity)

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: Colour, opacity: float = 1.0) -> None:
        if opacity < 1:
            self._through(oval(x, y, rx, ry), lambda box: fill, opacity)
            return
        (left, top), (right, low) = self._pixels([(x - rx, y - ry), (x + rx, y + ry)])
        self._pen.ellipse((left, top, max(left, right), max(top, low)), fill=fill)

    def ribbon(
        self, points: Sequence[Point], widths: tuple[float, float], fill: Colour, opacity: float = 1.0
    ) -> None:
        """A curve through the points, its width running evenly from the first to the second."""
        self.shape(ribbon(smooth(points, closed=False), widths), fill, opacity)

    def line(self, points: Sequence[Point], width: float, fill: Colour, opacity: float = 1.0) -> None:
        self.shape(ribbon(points, (width, width)), fill, opacity)

    def glow(self, x: float, y: float, radius: float, fill: Colour, opacity: float) -> None:
        """Light that thins out evenly from its middle."""
        box = self._box([(x - radius, y - radius), (x + radius, y + radius)])
        side = max(1, box[2] - box[0]), max(1, box[3] - box[1])
        mask = ImageChops.invert(Image.radial_gradient("L")).resize(side, Image.Resampling.BILINEAR)
        floor = 75  # the gradient has not reached nought at the middle of a side
        mask = mask.point([max(0, round((v - floor) / (255 - floor) * 255 * opacity)) for v in range(256)])
        self.image.paste(fill, box, mask)

    def veil(self, top: float, low: float, fill: Colour, opacities: tuple[float, float]) -> None:
        """A band over the whole width, its opacity running from the first at `top` to the second at `low`."""
        left, right = self.origin[0], self.origin[0] + self.image.width / self.scale
        box = self._box([(left, top), (right, low)])
        mask = _ramp(box[3] - box[1], opacities).resize((box[2] - box[0], box[3] - box[1]))
        self.image.paste(fill, box, mask)

    @contextmanager
    def clip(self, points: Sequence[Point]) -> Iterator[Canvas]:
        """A canvas whose strokes appear only inside the polygon."""
        box = self._visible(self._box(points))
        origin = self.origin[0] + box[0] / self.scale, self.origin[1] + box[1] / self.scale
        inner = Canvas(self.image.crop(box), self.scale, origin)
        yield inner
        self.image.paste(inner.image, box, inner._mask(points))

    def _through(self, points: Sequence[Point], paint, opacity: float) -> None:
        box = self._visible(self._box(points))
        origin = self.origin[0] + box[0] / self.scale, self.origin[1] + box[1] / self.scale
        mask = Canvas(Image.new("L", (box[2] - box[0], box[3] - box[1])), self.scale, origin)._mask(
            points, opacity
        )
        self.image.paste(paint(box), box, mask)

    def _mask(self, points: Sequence[Point], opacity: float = 1.0) -> Image.Image:
        mask = Image.new("L", self.image.size)
        ImageDraw.Draw(mask).polygon(self._pixels(points), fill=round(255 * opacity))
        return mask

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        (left, top), scale = self.origin, self.scale
        return [((x - left) * scale, (y - top) * scale) for x, y in points]

    def _box(self, points: Sequence[Point]) -> Box:
        pixels = self._pixels(points)
        across, down = [x for x, _ in pixels], [y for _, y in pixels]
        return (
            math.floor(min(across)),
            math.floor(min(down)),
            math.ceil(max(across)) + 1,
            math.ceil(max(down)) + 1,
        )

    def _visible(self, box: Box) -> Box:
        """The part of the box on the sheet; never empty, since Pillow refuses an empty crop."""
        width, height = self.image.size
        left, top = min(max(0, box[0]), width - 1), min(max(0, box[1]), height - 1)
        return left, top, max(left + 1, min(width, box[2])), max(top + 1, min(height, box[3]))


def gradient(width: int, height: int, top: Colour, low: Colour) -> Image.Image:
    strip = Image.new("RGB", (1, 256))
    strip.putdata(
        [tuple(round(a + (b - a) * step / 255) for a, b in zip(top, low, strict=True)) for step in range(256)]
    )
    return strip.resize((1, max(1, height)), Image.Resampling.BILINEAR).resize(
        (max(1, width), max(1, height))
    )


def _ramp(height: int, opacities: tuple[float, float]) -> Image.Image:
    first, last = opacities
    strip = Image.new("L", (1, max(1, height)))
    strip.putdata(
        [round(255 * (first + (last - first) * row / max(1, height - 1))) for row in range(max(1, height))]
    )
    return strip


def smooth(points: Sequence[Point], closed: bool = True, steps: int = 10) -> list[Point]:
    """A Catmull–Rom curve through the points."""
    count = len(points)
    if count < 3:
        return list(points)
    at = (lambda i: points[i % count]) if closed else (lambda i: points[min(count - 1, max(0, i))])
    curve = [
        _between(at(i - 1), at(i), at(i + 1), at(i + 2), step / steps)
        for i in range(count if closed else count - 1)
        for step in range(steps)
    ]
    return curve if closed else [*curve, points[-1]]


def _between(before: Point, start: Point, end: Point, after: Point, t: float) -> Point:
    def along(a: float, b: float, c: float, d: float) -> float:
        return 0.5 * (
            2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
        )

    return along(before[0], start[0], end[0], after[0]), along(before[1], start[1], end[1], after[1])


def ribbon(points: Sequence[Point], widths: tuple[float, float]) -> list[Point]:
    """The outline of a line through the points, `widths[0]` wide at its start and `widths[1]` at its end."""
    left, right, last = [], [], len(points) - 1
    for index, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(0, index - 1)], points[min(last, index + 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        half = (widths[0] + (widths[1] - widths[0]) * index / max(1, last)) / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]


def oval(x: float, y: float, rx: float, ry: float, start: float = 0, end: float = 360) -> list[Point]:
    """Points of an ellipse from `start` to `end` degrees, clockwise from the right."""
    steps = 48
    turns = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return [(x + rx * math.cos(turn), y + ry * math.sin(turn)) for turn in turns]


def block(x: float, y: float, width: float, height: float) -> list[Point]:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
