"""Pictures: upright, small, described, agreed to, and without a trace of where they were taken."""

import io
from datetime import date

import pytest
from PIL import Image

from pressroom import images
from tests.town import NEWS, Town

DESCRIBED = "alt: Ein Park mit Bäumen.\nauthor: Stadt Muster\nlicence: CC BY 4.0\npeople: no\n"
WITH_PICTURE = NEWS.replace("topics:", "picture: park.jpg\ntopics:")


def photo(
    width: int = 1600, height: int = 1200, *, orientation: int = 1, kind: str = "JPEG", mode: str = "RGB"
) -> bytes:
    """A picture with a camera's metadata: orientation, a GPS position and a comment."""
    picture = Image.new(mode, (width, height), 120 if mode in ("L", "I;16") else None)
    exif = picture.getexif()
    exif[0x0112] = orientation
    exif[0x010E] = "SECRET-DESCRIPTION"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 11.0, 25.0)
    data = io.BytesIO()
    if kind == "JPEG":
        picture.save(data, kind, exif=exif, comment=b"SECRET-COMMENT")
    else:
        picture.save(data, kind)
    return data.getvalue()


def test_a_published_picture_is_small_and_says_nothing_but_what_it_shows(town: Town) -> None:
    town.write(
        {"media/park.jpg": photo(3000, 2000), "media/park.yaml": DESCRIBED, "news/2026-03-14-park.md": WITH_PICTURE}
    )
    assert b"SECRET" in photo()

    town.build()

    data = (town.output / "media/park.jpg").read_bytes()
    with Image.open(io.BytesIO(data)) as published:
        assert published.size == (1440, 960)
        assert dict(published.getexif()) == {}
        assert "comment" not in published.info and "icc_profile" not in published.info
    assert b"SECRET" not in data and b"Exif" not in data
    page = town.read("aktuelles/2026/park/index.html")
    assert 'alt="Ein Park mit Bäumen." width="1440" height="960"' in page
    assert "Bild: Stadt Muster, CC BY 4.0" in page


def test_a_picture_on_its_side_is_turned_upright(town: Town) -> None:
    town.write(
        {
            "media/park.jpg": photo(800, 600, orientation=6),
            "media/park.yaml": DESCRIBED,
            "news/2026-03-14-park.md": WITH_PICTURE,
        }
    )

    town.build()

    with Image.open(town.output / "media/park.jpg") as published:
        assert published.size == (600, 800)
    assert 'width="600" height="800"' in town.read("aktuelles/2026/park/index.html")


def test_a_picture_in_the_text_gets_its_credit_and_its_own_words(town: Town) -> None:
    text = NEWS + "\n![Von Süden gesehen](../media/park.jpg)\n"
    town.write({"media/park.jpg": photo(), "media/park.yaml": DESCRIBED, "news/2026-03-14-park.md": text})

    town.build()

    page = town.read("aktuelles/2026/park/index.html")
    assert "<figure><picture>" in page
    assert 'alt="Von Süden gesehen" width="1440" height="1080">' in page
    assert "../../../media/park-480.avif 480w, ../../../media/park-720.avif 720w" in page
    assert "<figcaption>Bild: Stadt Muster, CC BY 4.0</figcaption>" in page


def test_a_picture_nobody_uses_is_not_published(town: Town) -> None:
    town.write({"media/park.jpg": photo(), "media/park.yaml": DESCRIBED})

    assert [problem.code for problem in town.check()].count("picture-unused") == 1
    town.build()
    assert not (town.output / "media").exists()


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK", "P", "RGBA", "LA", "I;16", "1"])
def test_every_kind_of_picture_can_be_published(mode: str, town: Town) -> None:
    kind = "JPEG" if mode in ("L", "RGB", "CMYK") else "PNG"
    town.write({"media/park.png": photo(50, 40, kind=kind, mode=mode), "media/park.yaml": DESCRIBED})
    file = town.content / "media/park.png"

    with Image.open(io.BytesIO(images.variants(file, (images.Want(50, "png"),)).files[0])) as published:
        assert published.size == (50, 40)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "Die Datei ist leer."),
        (b"no picture at all", "kein Bild"),
        (photo()[:900], "beschädigt"),
        (photo(kind="PNG")[:200], "beschädigt"),
        (photo(kind="WEBP")[:100], "beschädigt"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "fehlt die Größe"),
    ],
    ids=["empty", "mislabelled", "truncated", "truncated PNG", "truncated WebP", "svg in disguise"],
)
def test_a_picture_that_cannot_be_used_is_one_message(data: bytes, reason: str, town: Town) -> None:
    town.write({"media/park.jpg": data, "media/park.yaml": DESCRIBED, "news/2026-03-14-park.md": WITH_PICTURE})

    errors = [problem for problem in town.check() if problem.severity == "error"]

    assert [problem.code for problem in errors] == ["picture-broken"]
    assert reason in errors[0].message
    assert errors[0].path == "content/media/park.jpg"


@pytest.mark.parametrize(
    ("extra", "today", "codes"),
    [
        ("people: yes\n", date(2026, 1, 1), ["picture-consent"]),
        ("people: yes\nconsent:\n  given: 2025-01-01\n", date(2026, 1, 1), []),
        ("people: yes\nconsent:\n  given: 2025-01-01\n  until: 2025-12-31\n", date(2026, 1, 1), ["picture-consent"]),
        ("people: yes\nconsent:\n  given: 2025-01-01\n  until: 2026-12-31\n", date(2026, 1, 1), []),
    ],
)
def test_people_are_shown_only_while_they_agree(extra: str, today: date, codes: list[str], town: Town) -> None:
    described = DESCRIBED.replace("people: no\n", extra)
    town.write({"media/park.jpg": photo(), "media/park.yaml": described, "news/2026-03-14-park.md": WITH_PICTURE})

    assert town.codes(today=today) == codes


def test_two_pictures_of_one_name_are_a_mistake(town: Town) -> None:
    for folder in ("a", "b"):
        town.write({f"media/{folder}/park.jpg": photo(), f"media/{folder}/park.yaml": DESCRIBED})

    assert "picture-twice" in town.codes()


def test_a_browser_may_choose_size_and_format_and_none_tells_more_than_the_picture(town: Town) -> None:
    """Every byte that leaves is looked at: no description, no comment, no EXIF, no position."""
    town.write(
        {"media/park.jpg": photo(800, 600), "media/park.yaml": DESCRIBED, "news/2026-03-14-park.md": WITH_PICTURE}
    )

    town.build()

    published = {path: data for path, data in town.bytes().items() if path.startswith("media/")}
    assert sorted(published) == sorted(
        [f"media/park-{width}.{kind}" for kind in ("avif", "webp") for width in (480, 720, 800)]
        + ["media/park-480.jpg", "media/park-720.jpg", "media/park-teilen.jpg", "media/park.jpg"]
    )
    card = published.pop("media/park-teilen.jpg")
    for path, data in published.items():
        with Image.open(io.BytesIO(data)) as picture:
            assert picture.format == {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}[path.rsplit(".", 1)[1]]
            assert picture.size[0] in (480, 720, 800) and picture.size[0] * 3 == picture.size[1] * 4
            assert dict(picture.getexif()) == {}
    for data in (card, *published.values()):
        assert not any(trace in data for trace in (b"SECRET", b"Exif", b"http://ns.adobe.com", b"photoshop"))


def test_a_small_picture_is_never_made_larger(town: Town) -> None:
    town.write(
        {"media/park.jpg": photo(300, 200), "media/park.yaml": DESCRIBED, "news/2026-03-14-park.md": WITH_PICTURE}
    )

    town.build()

    names = sorted(path for path in town.bytes() if path.startswith("media/"))
    assert names == ["media/park-300.avif", "media/park-300.webp", "media/park-teilen.jpg", "media/park.jpg"]
