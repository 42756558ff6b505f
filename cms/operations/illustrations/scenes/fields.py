"""Rice field, orchard and flower garden."""

from __future__ import annotations

from ..birds import stork
from ..canvas import HEIGHT, WIDTH, block
from ..figures import Figure
from ..looks import OUTDOORS
from ..nature import WHITE, bank, reeds, rice_ear, sky, treeline
from ..palette import mix
from ..poses import BEND, HOLD, REACH, SHOULDER, STOOP
from ..stage import Scene, Stage
from ..things import FRUITS, basket, crate, flowers, house, pot
from ..trees import banana, broad_leaf, tree


def flat_land(s: Stage, low: float, high: float) -> float:
    """Sky and two tree lines; the height of the horizon is returned."""
    c, light, rng = s.canvas, s.light, s.rng
    line = HEIGHT * rng.uniform(low, high)
    sky(c, light, rng, line)
    treeline(c, rng, line, rng.uniform(90, 150), mix(light.far, light.haze, 0.35))
    treeline(c, rng, line + 4, rng.uniform(50, 90), light.far)
    return line


def rice_field(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    line = flat_land(s, 0.34, 0.5)
    ripe = rng.random() < 0.7
    pale, deep = (
        (light.straw, mix(light.straw, light.earth, 0.45))
        if ripe
        else (mix(light.mid, light.straw, 0.45), light.near)
    )
    c.faded(block(0, line, WIDTH, HEIGHT - line), mix(pale, light.haze, 0.45), deep)
    vanish = rng.uniform(300, 1300)
    for index in range(-22, 23):
        foot = vanish + index * 190
        c.shape(
            [(vanish + index * 14, line), (foot, HEIGHT), (foot + 60, HEIGHT)],
            mix(deep, light.near, 0.4),
            0.3,
        )
    for y in (0.1, 0.34):
        row = line + (HEIGHT - line) * y
        c.shape(
            [
                (0, row),
                (WIDTH, row + rng.uniform(-18, 18)),
                (WIDTH, row + 12 + 50 * y),
                (0, row + 10 + 40 * y),
            ],
            mix(light.mid, light.near, 0.4),
        )
    house(c, light, rng, rng.uniform(80, 1300), line + 12, rng.uniform(130, 190))
    for _ in range(rng.randint(0, 6)):
        stork(
            c,
            rng.uniform(60, 1540),
            rng.uniform(60, line * 0.7),
            rng.uniform(20, 44),
            WHITE,
            rng.uniform(-1, 1),
        )
    c.veil(line, line + 90, light.haze, (0.4, 0.0))


def rice_front(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    greens = (mix(light.near, light.straw, 0.35), light.near, mix(light.straw, light.earth, 0.3))
    for foot in range(-20, WIDTH + 60, 90):
        edge = abs(foot - 800) / 800
        reeds(c, rng, foot, HEIGHT + 40, 150, 120 + 170 * edge, greens, 10)
    for _ in range(26):
        x = rng.uniform(-20, WIDTH + 20)
        rice_ear(c, rng, x, HEIGHT + 30, 130 + 300 * (abs(x - 800) / 800) ** 1.3, light, rng.choice((-1, 1)))


def rice_work(s: Stage) -> list[Figure]:
    c, light, rng = s.canvas, s.light, s.rng
    far = [
        s.person(BEND, rng.uniform(150, 1450), rng.uniform(640, 700), 34, rng.choice((-1, 1)))
        for _ in range(rng.randint(1, 3))
    ]
    x, side = rng.uniform(420, 700), rng.choice((-1, 1))
    carrier = s.person(SHOULDER, x + rng.uniform(480, 620), 890, 66, rng.choice((-1, 1)))
    load(s, carrier)
    main = s.main(rng.choice((BEND, STOOP)), x, 960, rng.uniform(80, 90), side)
    for shift in (-0.5, -0.25, 0, 0.25, 0.5):
        hand = main.near_hand
        c.ribbon(
            [(hand[0] - shift * 30, hand[1] + 70), hand, (hand[0] + shift * 120, hand[1] - 90)],
            (6, 16),
            mix(light.straw, light.earth, 0.2 + 0.3 * abs(shift)),
        )
    rice_front(s)
    return [main, carrier, *far]


def load(s: Stage, carrier: Figure) -> None:
    """A shoulder pole with a basket at each end."""
    c, unit, (x, y) = s.canvas, carrier.unit, carrier.shoulder
    for reach in (-2.3, 2.3):
        end = x + reach * unit
        for shift in (-0.6, 0.6):
            c.line(
                [(end, y + 0.1 * unit), (end + shift * unit, y + 2.0 * unit)],
                2.4,
                mix(s.light.earth, s.light.dark, 0.4),
            )
        basket(c, s.light, end, y + 2.8 * unit, 1.5 * unit, s.rng.choice((s.light.straw, *FRUITS)), s.rng)
    c.ribbon(
        [(x - 2.5 * unit, y + 0.12 * unit), (x, y - 0.22 * unit), (x + 2.5 * unit, y + 0.12 * unit)],
        (0.13 * unit, 0.13 * unit),
        mix(s.light.earth, s.light.dark, 0.3),
    )


def orchard(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    line = flat_land(s, 0.46, 0.56)
    bank(c, rng, line, mix(light.mid, light.straw, 0.35), mix(light.near, light.dark, 0.2), 6)
    fruit = rng.choice(FRUITS)
    for depth, count in ((0.04, 9), (0.2, 6), (0.42, 3)):
        base = line + depth * (HEIGHT - line) + 10
        tone = mix(mix(light.far, light.mid, 0.4), light.near, depth * 2.1)
        for index in range(count):
            x = (index + rng.uniform(0.2, 0.8)) * WIDTH / count
            c.shape(
                block(x - 90 - 200 * depth, base - 5, 180 + 400 * depth, 12 + 30 * depth), light.shade, 0.14
            )
            tree(c, rng, x, base, 190 + 620 * depth, light, tone, fruit if depth > 0.1 else None)
        c.veil(base - 220, base, light.haze, (0.0, 0.3 * (0.45 - depth)))


def orchard_front(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    fruit, corner = rng.choice(FRUITS), rng.choice((-1, 1))
    root = (800 + corner * 860, -20)
    for _ in range(13):
        x, y = root[0] - corner * rng.uniform(0, 430), root[1] + rng.uniform(0, 150)
        broad_leaf(
            c,
            light,
            (x, y),
            90 + corner * rng.uniform(10, 70),
            rng.uniform(120, 200),
            mix(light.near, light.dark, rng.random() * 0.7),
        )
    for _ in range(4):
        x, y = root[0] - corner * rng.uniform(60, 380), rng.uniform(150, 260)
        c.ribbon([(x, y - 130), (x + 6, y - 40)], (7, 6), light.dark)
        c.ellipse(x + 6, y, 44, 48, mix(fruit, light.shade, 0.25))
        c.ellipse(x + 1, y - 6, 36, 39, fruit)
        c.ellipse(x - 10, y - 20, 12, 10, mix(fruit, WHITE, 0.5))


def orchard_work(s: Stage) -> list[Figure]:
    c, light, rng = s.canvas, s.light, s.rng
    x, side, fruit = rng.uniform(520, 900), rng.choice((-1, 1)), rng.choice(FRUITS)
    tree(c, rng, x + side * 210, 950, 760, light, light.near, fruit)
    main = s.main(REACH, x, 960, rng.uniform(80, 90), side)
    for hand in (main.near_hand, main.far_hand):
        c.ellipse(hand[0], hand[1] - 12, 20, 21, fruit)
    second = s.person(rng.choice((STOOP, HOLD)), x - side * 400, 930, rng.uniform(66, 76), side)
    basket(c, light, *_below(second, 940), 140, fruit, rng)
    for index in range(3):
        crate(c, light, x + side * (300 + index * 60) - 70, 1000 - (index % 2) * 66, 150, 64)
    basket(c, light, x - side * 130, 1020, 150, fruit, rng)
    orchard_front(s)
    return [main, second]


def _below(figure: Figure, base: float) -> tuple[float, float]:
    return figure.near_hand[0] + figure.side * 20, base + 30


def flower_garden(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    line = flat_land(s, 0.36, 0.46)
    c.faded(block(0, line, WIDTH, HEIGHT - line), light.water_top, light.water_low)
    house(c, light, rng, rng.uniform(100, 1200), line + 10, rng.uniform(190, 260))
    blooms = rng.sample((light.lotus, light.straw, FRUITS[0], FRUITS[1], FRUITS[4], WHITE), 3)
    wood = mix(light.earth, light.dark, 0.4)
    for row, share in enumerate((0.05, 0.16, 0.34, 0.6)):
        base, size = line + share * (HEIGHT - line) + 30, 46 + 190 * share
        c.shape(block(-10, base, WIDTH + 20, size * 0.12), wood)
        for leg in range(0, WIDTH + 100, round(size * 2.2)):
            c.line([(leg, base), (leg, base + size * 0.6)], size * 0.08, wood)
        for step in range(round(WIDTH / (size * 0.92)) + 2):
            x = step * size * 0.92 + rng.uniform(-8, 8)
            pot(c, light, x, base + 2, size * 0.5, mix(light.earth, light.lotus, 0.25))
            flowers(c, light, rng, x, base - size * 0.22, size, blooms[row % 3])
        c.veil(line, base + size * 0.4, light.haze, (0.1, 0.16 - 0.03 * row))


def flower_front(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    bloom = rng.choice((light.lotus, light.straw, FRUITS[1], FRUITS[4]))
    for x in (-20, 150, 320, 1290, 1450, 1620):
        flowers(c, light, rng, x, HEIGHT + rng.uniform(30, 90), rng.uniform(220, 300), bloom)


def flower_work(s: Stage) -> list[Figure]:
    c, light, rng = s.canvas, s.light, s.rng
    x, side = rng.uniform(600, 1000), rng.choice((-1, 1))
    second = s.person(HOLD, x - side * rng.uniform(360, 460), 900, 64, rng.choice((-1, 1)))
    flowers(c, light, rng, second.near_hand[0] + second.side * 20, second.near_hand[1] + 16, 120, light.lotus)
    main = s.main(STOOP, x, 990, rng.uniform(84, 92), side)
    hx, hy = main.near_hand
    can = mix(light.water_low, light.shade, 0.25)
    c.line([(hx + side * 60, hy + 74), (hx + side * 150, hy + 10)], 12, can)
    c.shape([(hx - 30, hy + 24), (hx + 58, hy + 24), (hx + 66, hy + 110), (hx - 38, hy + 110)], can)
    for drop in range(5):
        c.ribbon(
            [
                (hx + side * 152, hy + 8),
                (hx + side * (190 + drop * 14), hy + 40),
                (hx + side * (204 + drop * 20), hy + 130),
            ],
            (3, 2),
            WHITE,
            0.7,
        )
    flower_front(s)
    return [main, second]


def banana_corner(s: Stage) -> None:
    """A clump of bananas at one side, in front of everything."""
    x = s.rng.choice((-20, 1620))
    banana(
        s.canvas,
        s.rng,
        x,
        HEIGHT + 120,
        s.rng.uniform(620, 800),
        s.light,
        mix(s.light.near, s.light.dark, 0.35),
    )


FIELDS = {
    "rice_field": Scene(rice_field, rice_work, rice_front, OUTDOORS, "rice"),
    "orchard": Scene(orchard, orchard_work, orchard_front, OUTDOORS, "fruit"),
    "flower_garden": Scene(flower_garden, flower_work, flower_front, OUTDOORS, "bouquet"),
}
