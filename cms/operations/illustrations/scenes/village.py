"""Market and village road."""

from __future__ import annotations

from ..canvas import HEIGHT, WIDTH, block
from ..figures import Figure
from ..looks import OUTDOORS, TRADE
from ..nature import WHITE, bank, reeds
from ..palette import mix
from ..poses import HOLD, POINT, SHOULDER, STOOP, WALK, WAVE
from ..stage import Scene, Stage
from ..things import FRUITS, basket, flowers, house
from ..trees import palm
from .fields import banana_corner, flat_land, load


def awning(s: Stage, x: float, y: float, width: float, base: float) -> None:
    """A market stall: striped cloth over posts, heaps of fruit on the board."""
    c, light, rng = s.canvas, s.light, s.rng
    cloth = mix(rng.choice((light.lotus, light.water_low, light.straw, light.near)), light.haze, 0.15)
    for post in (0.04, 0.94):
        c.shape(block(x + width * post, y, width * 0.025, base - y), mix(light.earth, light.dark, 0.5))
    c.shape(
        block(x + width * 0.06, y + 20, width * 0.88, (base - y) * 0.5),
        mix(light.shade, light.wall, 0.4),
        0.45,
    )
    board = base - (base - y) * 0.3
    c.shape(block(x, board, width, base - board), mix(light.earth, light.straw, 0.3))
    c.shape(block(x, board, width, 12), mix(light.straw, WHITE, 0.4))
    for heap in range(4):
        fruit, middle = rng.choice(FRUITS), x + width * (0.14 + heap * 0.24)
        for row, count in enumerate((5, 4, 3)):
            for step in range(count):
                r = width * 0.024
                c.ellipse(
                    middle + (step - (count - 1) / 2) * r * 1.8,
                    board - r * (0.8 + row * 1.5),
                    r,
                    r,
                    mix(fruit, light.shade, 0.08 * ((row + step) % 3)),
                )
    stripes = 8
    for index in range(stripes):
        left = x - width * 0.06 + index * width * 1.12 / stripes
        wide = width * 1.12 / stripes
        top = x + width * 0.06 + index * width * 0.88 / stripes
        tone = cloth if index % 2 else mix(cloth, WHITE, 0.7)
        c.shape(
            [
                (top, y - width * 0.16),
                (top + width * 0.11, y - width * 0.16),
                (left + wide, y + 20),
                (left, y + 20),
            ],
            tone,
        )
        c.ellipse(left + wide / 2, y + 20, wide / 2, wide * 0.3, tone)


def market(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    line = flat_land(s, 0.4, 0.48)
    for x in range(-40, WIDTH, 300):
        house(c, light, rng, x + rng.uniform(-20, 40), line + 60, rng.uniform(190, 250))
    c.veil(line - 150, line + 60, light.haze, (0.0, 0.35))
    c.faded(
        block(0, line + 50, WIDTH, HEIGHT),
        mix(light.earth, light.wall, 0.5),
        mix(light.earth, light.shade, 0.15),
    )
    for x in range(-120, WIDTH, 390):
        awning(s, x + rng.uniform(0, 50), line - rng.uniform(0, 40), 320, line + 190)


def market_front(s: Stage) -> None:
    for x in (
        s.rng.uniform(20, 120),
        s.rng.uniform(300, 420),
        s.rng.uniform(1260, 1340),
        s.rng.uniform(1460, 1560),
    ):
        basket(s.canvas, s.light, x, 1090, s.rng.uniform(190, 250), s.rng.choice(FRUITS), s.rng)


def market_work(s: Stage) -> list[Figure]:
    rng, c, light = s.rng, s.canvas, s.light
    x = rng.uniform(480, 640)
    passer = s.person(WALK, rng.choice((180, 1420)), 850, 56, rng.choice((-1, 1)))
    main = s.main(HOLD, x, 950, 82, 1)
    buyer = s.person(rng.choice((HOLD, POINT)), x + 480, 1000, 86, -1)
    for index in range(3):
        basket(c, light, x + 90 + index * 120, 1000 + (index % 2) * 24, 150, rng.choice(FRUITS), rng)
    c.ellipse(*main.near_hand, 26, 26, rng.choice(FRUITS))
    market_front(s)
    return [main, buyer, passer]


def village_road(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    line = flat_land(s, 0.42, 0.5)
    bank(c, rng, line, mix(light.mid, light.straw, 0.2), mix(light.near, light.dark, 0.15), 4)
    vanish = rng.uniform(640, 960)
    road = [(vanish - 14, line), (vanish + 14, line), (1330, HEIGHT), (270, HEIGHT)]
    c.faded(road, mix(light.wall, light.haze, 0.5), mix(light.wall, light.earth, 0.3))
    for share in (0.12, 0.32):
        side = rng.choice((-1, 1))
        house(
            c,
            light,
            rng,
            vanish + side * (280 + 600 * share) - 110,
            line + 40 + 300 * share,
            170 + 420 * share,
        )
    bloom = rng.choice((light.lotus, light.straw, FRUITS[1], FRUITS[4]))
    for step in range(14):
        share = (step / 13) ** 1.8
        y, size = line + 12 + share * 520, 26 + 190 * share
        for side in (-1, 1):
            x = vanish + (800 - vanish) * share + side * (26 + 560 * share)
            flowers(c, light, rng, x, y, size, bloom)
            if step in (1, 4, 7, 9):
                palm(
                    c,
                    rng,
                    x + side * size * 0.9,
                    y,
                    150 + 620 * share,
                    mix(light.mid, light.near, min(1, share * 2)),
                )
    for share in (0.06, 0.16, 0.36):
        x, y, tall = vanish + 40 + 560 * share, line + 10 + 520 * share, 150 + 700 * share
        c.line([(x, y), (x, y - tall)], 3 + 14 * share, mix(light.shade, light.haze, 0.4))
        c.line(
            [(x, y - tall), (x - tall * 0.14, y - tall * 1.03)],
            3 + 9 * share,
            mix(light.shade, light.haze, 0.4),
        )


def road_front(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    bloom = rng.choice((light.lotus, light.straw, FRUITS[1]))
    for x in (-10, 150, 1440, 1600):
        flowers(c, light, rng, x, HEIGHT + rng.uniform(20, 70), rng.uniform(210, 280), bloom)
    if rng.random() < 0.5:
        banana_corner(s)


def road_work(s: Stage) -> list[Figure]:
    rng, c, light = s.rng, s.canvas, s.light
    far = s.person(rng.choice((WALK, WAVE)), rng.uniform(700, 940), 700, 40, rng.choice((-1, 1)))
    second = s.person(SHOULDER, 1060, 880, 64, -1)
    load(s, second)
    side = rng.choice((-1, 1))
    main = s.main(STOOP, rng.uniform(540, 720), 985, 86, side)
    hand, tip = main.near_hand, (main.near_hand[0] + side * 120, 985)
    c.line(
        [(main.far_hand[0] - side * 70, main.far_hand[1] - 130), hand, tip],
        9,
        mix(light.earth, light.dark, 0.4),
    )
    reeds(c, rng, tip[0] + side * 10, 1004, 150, -60, (mix(light.straw, light.earth, 0.5), light.straw), 1)
    c.shape(
        [(tip[0] - 14, 950), (tip[0] + 14, 950), (tip[0] + 70, 1004), (tip[0] - 50, 1004)],
        mix(light.straw, light.earth, 0.4),
    )
    road_front(s)
    return [main, second, far]


VILLAGE = {
    "market": Scene(market, market_work, market_front, TRADE, "fruit"),
    "village_road": Scene(village_road, road_work, road_front, OUTDOORS, "bouquet"),
}
