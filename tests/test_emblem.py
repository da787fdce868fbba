"""The emblem against its published geometry (821/2014, Art. 3 and Annex II), measured anew."""

import math
import re
from xml.etree import ElementTree

from pressroom.outputs import emblem

SVG = "{http://www.w3.org/2000/svg}"


def corners(path: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_the_emblem_is_built_as_published() -> None:
    root = ElementTree.fromstring(emblem.svg())
    _, _, fly, hoist = (float(part) for part in root.attrib["viewBox"].split())
    field, group = root.find(f"{SVG}rect"), root.find(f"{SVG}g")
    assert field is not None and group is not None
    stars = [corners(path.attrib["d"]) for path in group]

    assert fly / hoist == 1.5
    assert (field.attrib["fill"], group.attrib["fill"]) == ("#003399", "#FFCC00")
    assert (float(field.attrib["width"]), float(field.attrib["height"])) == (fly, hoist)
    assert len(stars) == 12
    angles = []
    for star in stars:
        points = star[::2]
        x, y = sum(p[0] for p in points) / 5, sum(p[1] for p in points) / 5
        assert math.isclose(math.hypot(x - fly / 2, y - hoist / 2), hoist / 3, abs_tol=0.02)
        for point in points:
            assert math.isclose(math.hypot(point[0] - x, point[1] - y), hoist / 18, abs_tol=0.02)
        highest = min(points, key=lambda point: point[1])
        assert math.isclose(highest[0], x, abs_tol=0.02)
        angles.append(math.degrees(math.atan2(x - fly / 2, hoist / 2 - y)) % 360)
    assert [round(angle) % 360 for angle in angles] == [hour * 30 for hour in range(12)]


def test_the_edges_of_each_star_are_straight_lines_of_a_pentagram() -> None:
    root = ElementTree.fromstring(emblem.svg())
    group = root.find(f"{SVG}g")
    assert group is not None
    star = corners(group[0].attrib["d"])
    top, inner, side = star[0], star[1], star[2 + 2]

    # From a point to the next but one, the edge runs through the inner corner between them.
    slope = (side[0] - top[0]) * (inner[1] - top[1]) - (side[1] - top[1]) * (inner[0] - top[0])
    assert abs(slope) / math.hypot(side[0] - top[0], side[1] - top[1]) < 0.02
