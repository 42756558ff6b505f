"""Kitchen and workshop."""

from __future__ import annotations

from ..canvas import WIDTH, block, oval
from ..figures import Figure
from ..looks import CRAFT, HOME
from ..nature import WHITE
from ..palette import mix
from ..poses import HOLD, STOOP
from ..stage import Scene, Stage
from ..things import FRUITS, basket, pot
from .indoors import BRIGHT, room, table, window, wood_of


def kitchen(s: Stage) -> None:
    floor, c, light, rng = room(s, mix(s.light.wall, s.light.earth, 0.2)), s.canvas, s.light, s.rng
    window(s, rng.uniform(120, 240), 140, 330, 290, floor)
    shelf = rng.uniform(640, 740)
    for row in range(2):
        y = 220 + row * 150
        c.shape(block(shelf, y, 700, 14), wood_of(s))
        for item in range(6):
            kind, x = rng.random(), shelf + 60 + item * 112
            if kind < 0.5:
                pot(
                    c,
                    light,
                    x,
                    y,
                    rng.uniform(80, 120),
                    mix(rng.choice((light.earth, light.water_low, light.lotus)), light.wall, 0.25),
                )
            else:
                basket(c, light, x, y, 100, rng.choice(FRUITS), rng)
    for item in range(5):
        x, r = shelf + 80 + item * 130, rng.uniform(30, 46)
        c.line([(x, 384), (x, 440)], 5, light.shade)
        c.ellipse(x, 440 + r, r, r, mix(light.shade, light.earth, 0.4))
        c.ellipse(x - 5, 436 + r, r * 0.72, r * 0.72, mix(light.shade, light.straw, 0.45))
    c.shape(block(480, floor - 70, 1120, 130), mix(light.wall, light.earth, 0.5))
    c.shape(block(480, floor - 80, 1120, 18), mix(light.wall, WHITE, 0.4))


def stove(s: Stage, x: float, base: float) -> None:
    """A wide pot steaming over a fire."""
    c, light, rng = s.canvas, s.light, s.rng
    c.shape(block(x - 130, base - 70, 260, 84), mix(light.earth, light.dark, 0.5))
    c.glow(x, base - 40, 150, light.sun, 0.5)
    for shift in (-46, -14, 20, 52):
        tall = rng.uniform(44, 80)
        c.blob(
            [
                (x + shift - 20, base),
                (x + shift - 8, base - tall * 0.6),
                (x + shift, base - tall),
                (x + shift + 16, base - tall * 0.5),
                (x + shift + 18, base),
            ],
            FRUITS[rng.choice((0, 1, 2))],
        )
    c.blob(
        [
            (x - 150, base - 150),
            (x - 120, base - 70),
            (x, base - 50),
            (x + 120, base - 70),
            (x + 150, base - 150),
        ],
        mix(light.shade, light.dark, 0.3),
    )
    c.ellipse(x, base - 150, 158, 26, mix(light.shade, WHITE, 0.35))
    c.ellipse(x, base - 150, 142, 20, mix(light.wall, light.straw, 0.4))
    for puff in range(4):
        px = x - 90 + puff * 60
        c.ribbon(
            [(px, base - 165), (px + 30, base - 240), (px - 20, base - 320), (px + 24, base - 420)],
            (26, 3),
            WHITE,
            0.32,
        )


def kitchen_work(s: Stage) -> list[Figure]:
    rng, c, light = s.rng, s.canvas, s.light
    x, side = rng.uniform(660, 860), rng.choice((-1, 1))
    helper = s.person(HOLD, x + side * 560, 930, 76, -side)
    hand = helper.near_hand
    c.ellipse(hand[0], hand[1], 96, 17, mix(light.straw, light.earth, 0.3))
    for _ in range(9):
        c.ellipse(
            hand[0] + rng.uniform(-70, 70), hand[1] - 12, 16, 12, mix(light.lotus, WHITE, rng.random() * 0.6)
        )
    main = s.main(STOOP, x, 985, 86, side)
    stove(s, main.near_hand[0] + side * 70, 1010)
    c.line(
        [(main.near_hand[0], main.near_hand[1] - 40), (main.near_hand[0] + side * 90, 900)],
        10,
        wood_of(s, 0.2),
    )
    basket(c, light, x - side * 240, 1040, 190, rng.choice(FRUITS), rng)
    return [main, helper]


def kitchen_front(s: Stage) -> None:
    for x in (s.rng.uniform(60, 180), s.rng.uniform(1400, 1540)):
        basket(s.canvas, s.light, x, 1090, s.rng.uniform(230, 300), s.rng.choice(FRUITS), s.rng)


def workshop(s: Stage) -> None:
    floor, c, light, rng = room(s, mix(s.light.wall, s.light.straw, 0.3)), s.canvas, s.light, s.rng
    beam = wood_of(s, 0.5)
    for post in (60, 560, 1080, 1540):
        c.shape(block(post, 60, 30, floor - 40), beam)
    c.shape(block(-10, 60, WIDTH + 20, 34), beam)
    for rafter in range(-100, WIDTH, 240):
        slat = [(rafter, 0), (rafter + 40, 0), (rafter + 150, 62), (rafter + 110, 62)]
        c.shape(slat, mix(beam, light.dark, 0.3))
    window(s, rng.choice((130, 1160)), 170, 330, 290, floor)
    c.shape(block(620, 160, 430, 290), mix(light.wall, light.earth, 0.45))
    steel = mix(light.water_low, WHITE, 0.3)
    for index in range(7):
        x, tall = 655 + index * 58, rng.uniform(90, 190)
        c.shape(block(x, 190, 16, tall * 0.5), mix(light.earth, light.straw, 0.3))
        c.shape(
            [
                (x - 8, 190 + tall * 0.5),
                (x + 24, 190 + tall * 0.5),
                (x + 16 + rng.uniform(-8, 16), 190 + tall),
                (x, 190 + tall),
            ],
            steel,
        )
    for index in range(7):
        left = 80 + rng.uniform(0, 20)
        c.shape(
            block(left, floor - 20 - index * 22, 420, 18),
            mix(light.earth, light.straw, 0.2 + 0.1 * (index % 4)),
        )


def workshop_front(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    table(s, -60, 975, 1720, 160, wood_of(s, 0.2))
    for _ in range(16):
        x = rng.uniform(20, 1580)
        c.shape(oval(x, 968, rng.uniform(14, 26), 12, 190, 460), mix(light.straw, WHITE, 0.35))
    c.shape(block(rng.choice((100, 1240)), 915, 250, 60), mix(light.earth, light.straw, 0.4))


def workshop_work(s: Stage) -> list[Figure]:
    rng, c, light = s.rng, s.canvas, s.light
    x = rng.uniform(480, 620)
    second = s.person(rng.choice((HOLD, STOOP)), x + 640, 920, 76, -1)
    main = s.main(STOOP, x, 980, 86, 1)
    top = max(main.near_hand[1], main.far_hand[1]) + 28
    table(s, x + 60, top, 720, 1000 - top, wood_of(s, 0.2))
    c.shape(block(x + 90, top - 22, 620, 22), mix(light.straw, light.earth, 0.25))
    c.shape(block(main.near_hand[0] - 46, top - 54, 120, 34), wood_of(s, 0.6))
    for _ in range(14):
        c.shape(
            oval(x + rng.uniform(80, 800), 1010 + rng.uniform(0, 30), rng.uniform(12, 22), 9, 190, 460),
            mix(light.straw, WHITE, 0.35),
        )
    return [main, second]


WORKROOMS = {
    "kitchen": Scene(kitchen, kitchen_work, kitchen_front, HOME, "tray", BRIGHT),
    "workshop": Scene(workshop, workshop_work, workshop_front, CRAFT, "plank", BRIGHT),
}
