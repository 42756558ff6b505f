"""Lotus pond, river, bird sanctuary and fish pond."""

from __future__ import annotations

from ..birds import standing_stork, stork
from ..canvas import HEIGHT, WIDTH, block, oval
from ..figures import Figure
from ..looks import OUTDOORS
from ..lotus import lotus_flower, lotus_leaf, lotus_plant
from ..nature import WHITE, bank, reeds, sky, treeline, water
from ..palette import CLOTHS, mix
from ..poses import HOLD, POLE, PULL, STOOP, WAVE
from ..stage import Scene, Stage
from ..things import FRUITS, basket, boat, house
from ..trees import melaleuca, palm


def open_water(s: Stage, low: float = 0.4, high: float = 0.52) -> float:
    """Sky, two banks of trees and water; the height of the waterline is returned."""
    c, light, rng = s.canvas, s.light, s.rng
    line = HEIGHT * rng.uniform(low, high)
    sky(c, light, rng, line)
    treeline(c, rng, line, rng.uniform(90, 170), mix(light.far, light.haze, 0.35))
    treeline(c, rng, line + 4, rng.uniform(50, 90), light.far)
    water(c, light, rng, line)
    c.veil(line - 40, line + 60, light.haze, (0.0, 0.32))
    return line


def lotus_pond(s: Stage) -> None:
    line, c, light, rng = open_water(s), s.canvas, s.light, s.rng
    for step in range(64):
        depth = (step / 64) ** 1.5
        y = line + 14 + depth * (HEIGHT - line - 60) * 0.72
        size = 10 + 120 * depth
        fill = mix(
            mix(light.far, light.mid, 0.5), mix(light.mid, light.near, rng.random()), min(1.0, depth * 1.8)
        )
        x = rng.uniform(-60, WIDTH + 60)
        lotus_leaf(c, light, x, y, size, fill, 0.3 + 0.08 * depth)
        if rng.random() < 0.34:
            lotus_flower(
                c, light, x + rng.uniform(-1, 1) * size, y - size * 0.5, 8 + size * 0.5, rng.uniform(0.5, 1)
            )


def lotus_front(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    for x in (rng.uniform(-80, 240), rng.uniform(1330, 1680), rng.uniform(0, WIDTH)):
        lotus_leaf(
            c,
            light,
            x,
            rng.uniform(985, 1070),
            rng.uniform(150, 240),
            mix(light.near, light.dark, rng.random() * 0.5),
        )
    for _ in range(rng.randint(3, 5)):
        x = rng.choice((rng.uniform(20, 380), rng.uniform(1220, 1580)))
        lotus_plant(c, light, rng, x, HEIGHT + 40, rng.uniform(240, 470), rng.uniform(64, 100))


def lotus_work(s: Stage) -> list[Figure]:
    c, light, rng = s.canvas, s.light, s.rng
    x, y = rng.uniform(560, 1040), rng.uniform(820, 880)
    others = (
        [_boatman(s, x + rng.choice((-1, 1)) * rng.uniform(380, 520), y - 190, 44)]
        if rng.random() < 0.7
        else []
    )
    unit = rng.uniform(74, 88)
    main = s.main(rng.choice((STOOP, HOLD, STOOP)), x, y - 18, unit, rng.choice((-1, 1)), grounded=False)
    for turn in (-0.4, -0.1, 0.2, 0.5):
        hand = main.near_hand
        c.line([hand, (hand[0] + turn * 90, hand[1] - 70)], 5, light.near)
        lotus_flower(c, light, hand[0] + turn * 90, hand[1] - 66, 40, 0.75)
    for _ in range(9):
        lotus_flower(c, light, x + main.side * rng.uniform(120, 250), y - rng.uniform(24, 58), 44, 0.6)
    boat(c, light, x + main.side * 60, y, rng.uniform(720, 820))
    lotus_front(s)
    return [main, *others]


def _boatman(s: Stage, x: float, y: float, unit: float, *, main: bool = False) -> Figure:
    drawn = s.main if main else s.person
    figure = drawn(POLE, x, y - unit * 0.2, unit, s.rng.choice((-1, 1)), grounded=False)
    top, foot = figure.near_hand, (figure.near_hand[0] - figure.side * unit * 1.2, y + unit * 1.2)
    s.canvas.line(
        [(top[0] + figure.side * unit * 0.9, top[1] - unit * 2.4), top, foot],
        unit * 0.1,
        mix(s.light.earth, s.light.dark, 0.5),
    )
    boat(s.canvas, s.light, x + figure.side * unit * 0.8, y, unit * 9)
    return figure


def river(s: Stage) -> None:
    line, c, light, rng = open_water(s, 0.42, 0.5), s.canvas, s.light, s.rng
    x = rng.uniform(-80, 120)
    while x < WIDTH:
        width = rng.uniform(110, 190)
        if rng.random() < 0.66:
            house(c, light, rng, x, line + 26, width, rng.uniform(26, 44))
            c.shape(block(x - 10, line + 34, width + 20, 30), mix(light.water_low, light.shade, 0.3), 0.25)
        else:
            palm(c, rng, x + width / 2, line + 10, rng.uniform(190, 280), mix(light.mid, light.near, 0.4))
        x += width + rng.uniform(20, 120)
    for _ in range(3):
        boat(c, light, rng.uniform(80, 1500), line + rng.uniform(70, 150), rng.uniform(120, 220))


def river_front(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    greens = (light.dark, light.near, mix(light.near, light.dark, 0.5))
    for x in rng.sample((20, 170, 1440, 1570), 3):
        reeds(c, rng, x, HEIGHT + 30, 260, rng.uniform(260, 460), greens, 18)
    for _ in range(9):
        lotus_leaf(
            c,
            light,
            rng.uniform(-40, WIDTH),
            rng.uniform(1000, 1070),
            rng.uniform(40, 80),
            mix(light.near, light.mid, rng.random()),
            0.3,
        )


def river_work(s: Stage) -> list[Figure]:
    c, light, rng = s.canvas, s.light, s.rng
    side = rng.choice((-1, 1))
    x, y, unit = 800 - side * rng.uniform(120, 260), rng.uniform(830, 890), rng.uniform(76, 90)
    main = s.main(POLE, x, y - 24, unit, side, grounded=False)
    hand = main.near_hand
    c.line(
        [(hand[0] + side * 90, hand[1] - 220), hand, (hand[0] - side * 130, y + 110)],
        9,
        mix(light.earth, light.dark, 0.5),
    )
    for index in range(5):
        basket(c, light, x + side * (190 + index * 88), y - 16, 104, rng.choice(FRUITS), rng)
    boat(c, light, x + side * 230, y, 1020)
    river_front(s)
    return [main]


def sanctuary(s: Stage) -> None:
    line, c, light, rng = open_water(s, 0.46, 0.58), s.canvas, s.light, s.rng
    for tone, count, tall in ((mix(light.far, light.mid, 0.5), 22, 210), (light.mid, 13, 330)):
        for _ in range(count):
            melaleuca(
                c,
                rng,
                rng.uniform(-40, WIDTH + 40),
                line + (330 - tall) * -0.1 + 20,
                tall * rng.uniform(0.75, 1.15),
                mix(WHITE, tone, 0.45),
                tone,
                mix(tone, light.near, 0.4),
            )
        c.veil(line - 160, line + 24, light.haze, (0.0, 0.3))
    for _ in range(rng.randint(7, 13)):
        stork(
            c,
            rng.uniform(60, 1540),
            rng.uniform(60, line * 0.75),
            rng.uniform(26, 70),
            WHITE,
            rng.uniform(-1, 1),
        )
    for _ in range(6):
        standing_stork(
            c,
            rng.uniform(40, 1560),
            line + rng.uniform(40, 150),
            rng.uniform(80, 130),
            WHITE,
            mix(light.earth, light.dark, 0.5),
            rng.choice((-1, 1)),
        )


def sanctuary_front(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    standing_stork(
        c,
        rng.choice((180, 1420)),
        1040,
        rng.uniform(300, 380),
        WHITE,
        mix(light.earth, light.dark, 0.5),
        rng.choice((-1, 1)),
    )
    river_front(s)


def sanctuary_work(s: Stage) -> list[Figure]:
    rng = s.rng
    ranger = _boatman(s, rng.uniform(560, 1040), rng.uniform(830, 890), rng.uniform(72, 86), main=True)
    sanctuary_front(s)
    return [ranger]


def fish_pond(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    line = open_water(s, 0.36, 0.44)
    dike = mix(light.earth, light.mid, 0.4)
    for y, thick in ((line + 30, 14), (line + 120, 26)):
        c.shape(
            [
                (-10, y),
                (WIDTH + 10, y + rng.uniform(-20, 20)),
                (WIDTH + 10, y + thick + 10),
                (-10, y + thick),
            ],
            dike,
        )
        for _ in range(16):
            reeds(c, rng, rng.uniform(0, WIDTH), y + 6, 40, thick * 2.2, (light.mid, light.near), 7)
    house(c, light, rng, rng.choice((160, 1120)), line + 128, 250, 30)
    for _ in range(5):
        x, y = rng.uniform(100, 1500), line + rng.uniform(190, 320)
        for ring in (1.0, 0.6):
            c.shape(oval(x, y, 80 * ring, 13 * ring), mix(light.water_top, WHITE, 0.5), 0.3)


def fish_front(s: Stage) -> None:
    bank(
        s.canvas,
        s.rng,
        1010,
        mix(s.light.near, s.light.earth, 0.35),
        mix(s.light.dark, s.light.earth, 0.3),
        16,
    )
    river_front(s)


def fish_work(s: Stage) -> list[Figure]:
    c, light, rng = s.canvas, s.light, s.rng
    bank(c, rng, 880, mix(light.earth, light.near, 0.4), mix(light.earth, light.dark, 0.5), 14)
    x, side = rng.uniform(420, 640), 1
    mesh = mix(WHITE, light.water_low, 0.3)
    main = s.main(PULL, x, 960, rng.uniform(78, 88), side)
    second = s.person(rng.choice((PULL, WAVE)), x + 620, 930, rng.uniform(66, 74), -side)
    first, last = main.near_hand, second.near_hand
    for row in range(7):
        sag = 60 + row * 24
        c.ribbon(
            [first, ((first[0] + last[0]) / 2, max(first[1], last[1]) + sag - 40), last], (3, 3), mesh, 0.8
        )
    for column in range(1, 16):
        px = first[0] + (last[0] - first[0]) * column / 16
        bend = 1 - (2 * column / 16 - 1) ** 2
        c.line([(px, first[1] + 20 * bend), (px + 6, first[1] + 165 * bend)], 2, mesh, 0.6)
    basket(c, light, x - 170, 985, 130, mix(CLOTHS[9], WHITE, 0.4), rng)
    return [main, second]


WATERS = {
    "lotus_pond": Scene(lotus_pond, lotus_work, lotus_front, OUTDOORS, "lotus"),
    "river_boat": Scene(river, river_work, river_front, OUTDOORS, "fruit"),
    "bird_sanctuary": Scene(
        sanctuary, sanctuary_work, sanctuary_front, OUTDOORS, "lotus", ("dawn", "dusk", "morning", "overcast")
    ),
    "fish_pond": Scene(fish_pond, fish_work, fish_front, OUTDOORS, "fruit"),
}
