"""The colours of the drawings by day and by night."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Light:
    """The colours of one time of day, each named for what it paints. ``sun`` and ``clay`` are for lit windows."""

    sky: str
    orb: str
    star: str
    hill: str
    distant: str
    wall: str
    front: str
    shade: str
    recess: str
    pane: str
    parapet: str
    roof: str
    plinth: str
    ground: str
    lawn: str
    water: str
    deep: str
    ripple: str
    leaf: str
    leaf_shade: str
    trunk: str
    stone: str
    sun: str
    clay: str
    spring: str


DAY = Light(
    sky="#d3ebea",
    orb="#ffcf40",
    star="#d3ebea",
    hill="#b4d9d8",
    distant="#c8e4e3",
    wall="#ffffff",
    front="#dcecea",
    shade="#e2eeee",
    recess="#bdd5d7",
    pane="#9cbfc3",
    parapet="#6aa9aa",
    roof="#0a5a5c",
    plinth="#a9caca",
    ground="#0a5a5c",
    lawn="#5aa59c",
    water="#2d8f92",
    deep="#217d81",
    ripple="#c4efec",
    leaf="#2f8d86",
    leaf_shade="#1b7274",
    trunk="#0a4a4d",
    stone="#dfe9e8",
    sun="#ffcf40",
    clay="#ef7f45",
    spring="#2d8f92",
)
NIGHT = Light(
    sky="#0b2229",
    orb="#e9ecdd",
    star="#7f9fa4",
    hill="#10303a",
    distant="#173a44",
    wall="#2b4d56",
    front="#22414a",
    shade="#234149",
    recess="#18323a",
    pane="#132a32",
    parapet="#3f6a73",
    roof="#4d8589",
    plinth="#1c363e",
    ground="#06191d",
    lawn="#0f3438",
    water="#0d4347",
    deep="#0a383c",
    ripple="#3f8f90",
    leaf="#17504f",
    leaf_shade="#103f41",
    trunk="#06191d",
    stone="#56777d",
    sun="#ffcf40",
    clay="#ff9a66",
    spring="#3f8f90",
)
