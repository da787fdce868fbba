"""Whatever a camera, a telephone or a scanner writes: right way up, right colours, or one sentence."""

import builtins
import io
import re
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageDraw

from pressroom import images
from pressroom.images import Want, grounds
from tests.test_pictures import DESCRIBED, WITH_PICTURE
from tests.town import NEWS, ROOT, Town

RED, BLUE, GREEN = (200, 30, 30), (30, 40, 200), (30, 150, 40)


def quartered(width: int = 400, height: int = 300) -> Image.Image:
    """Red above left, blue above right, green below."""
    picture = Image.new("RGB", (width, height), GREEN)
    brush = ImageDraw.Draw(picture)
    brush.rectangle((0, 0, width // 2, height // 2), RED)
    brush.rectangle((width // 2, 0, width, height // 2), BLUE)
    return picture


def data_of(picture: Image.Image, kind: str, **words: Any) -> bytes:
    data = io.BytesIO()
    picture.save(data, kind, **words)
    return data.getvalue()


def saved(tmp_path: Path, data: bytes, name: str = "a.jpg") -> Path:
    file = tmp_path / name
    file.write_bytes(data)
    return file


def made(file: Path, width: int, kind: str) -> Image.Image:
    result = images.variants(file, (Want(width, kind),))
    assert not result.reason
    return Image.open(io.BytesIO(result.files[0])).convert("RGB")


def close(one: object, other: tuple[int, int, int], most: int = 30) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_orientation_of_a_camera_is_turned_upright(orientation: int, kind: str, tmp_path: Path) -> None:
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    lying = quartered().transpose(undo[orientation]) if orientation in undo else quartered()
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = saved(tmp_path, data_of(lying, kind, exif=exif))

    upright = made(file, 200, "webp")

    assert images.look(file).whole == (400, 300)
    assert upright.size == (200, 150)
    assert close(upright.getpixel((40, 30)), RED) and close(upright.getpixel((160, 30)), BLUE)
    assert close(upright.getpixel((100, 120)), GREEN)


def wide_profile() -> bytes:
    """An RGB profile whose red and green are swapped against sRGB: nobody can mistake one for the other."""
    plain = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = plain.index(b"rXYZ"), plain.index(b"gXYZ")
    plain[red : red + 4], plain[green : green + 4] = b"gXYZ", b"rXYZ"
    name = plain.index("sRGB".encode("utf-16-be"))
    plain[name : name + 8] = "Wide".encode("utf-16-be")
    return bytes(plain)


def test_colours_of_another_space_are_turned_into_those_every_screen_shows(tmp_path: Path) -> None:
    file = saved(tmp_path, data_of(Image.new("RGB", (60, 60), RED), "JPEG", icc_profile=wide_profile()))

    for kind in ("jpg", "webp", "avif"):
        result = images.variants(file, (Want(60, kind),)).files[0]
        with Image.open(io.BytesIO(result)) as picture:
            assert "icc_profile" not in picture.info
            assert close(picture.convert("RGB").getpixel((30, 30)), (RED[1], RED[0], RED[2]))


def test_the_profile_every_camera_writes_changes_nothing(tmp_path: Path) -> None:
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with_profile = saved(tmp_path, data_of(quartered(), "PNG", icc_profile=usual), "a.png")
    without = saved(tmp_path, data_of(quartered(), "PNG"), "b.png")
    broken = saved(tmp_path, data_of(quartered(), "PNG", icc_profile=b"nonsense" * 30), "c.png")

    results = {images.variants(file, (Want(200, "png"),)).files for file in (with_profile, without, broken)}

    assert len(results) == 1


def cmyk(adobe: bool) -> bytes:
    data = data_of(quartered().convert("CMYK"), "JPEG")
    assert b"Adobe" in data
    if adobe:
        return data
    start = data.index(b"\xff\xee")
    return data[:start] + data[start + 2 + struct.unpack(">H", data[start + 2 : start + 4])[0] :]


@pytest.mark.parametrize("adobe", [True, False], ids=["Adobe's inverted", "without Adobe's mark"])
def test_printers_colours_are_turned_into_those_of_screens(adobe: bool, tmp_path: Path) -> None:
    upright = made(saved(tmp_path, cmyk(adobe)), 200, "jpg")

    assert close(upright.getpixel((40, 30)), RED, 60) and close(upright.getpixel((160, 30)), BLUE, 60)


def test_sixteen_bits_of_grey_keep_their_brightness(tmp_path: Path) -> None:
    file = saved(tmp_path, data_of(Image.new("I;16", (40, 30), 128 * 256), "PNG"))

    assert images.look(file).shape == (40, 30, ".jpg")
    assert close(made(file, 40, "png").getpixel((5, 5)), (128, 128, 128), 2)


def test_what_one_can_see_through_stays_so_and_has_no_ground(tmp_path: Path) -> None:
    palette = quartered().quantize(8)
    file = saved(tmp_path, data_of(palette, "PNG", transparency=palette.getpixel((10, 10))))

    seen = images.look(file)
    (result,) = images.variants(file, (Want(200, "webp"),)).files

    assert (seen.shape.suffix, seen.ground) == (".png", 0)
    with Image.open(io.BytesIO(result)) as picture:
        assert picture.convert("RGBA").getpixel((40, 30))[3] == 0  # type: ignore[index]
        assert picture.convert("RGBA").getpixel((160, 30))[3] == 255  # type: ignore[index]


def test_a_screenshot_that_only_could_be_transparent_is_a_photo(tmp_path: Path) -> None:
    file = saved(tmp_path, data_of(quartered().convert("RGBA"), "PNG"))

    assert images.look(file).shape.suffix == ".jpg"


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_an_animation_the_first_picture_is_used_and_the_editor_told(kind: str, town: Town) -> None:
    moving = data_of(quartered(), kind, save_all=True, append_images=[Image.new("RGB", (400, 300), BLUE)])
    town.write({"media/park.jpg": moving, "media/park.yaml": DESCRIBED, "news/2026-03-14-park.md": WITH_PICTURE})

    warnings = [problem.code for problem in town.build().warnings]

    assert warnings.count("picture-moving") == 1
    assert close(made(town.content / "media/park.jpg", 200, "png").getpixel((40, 30)), RED)


def png_that_claims(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + pixels + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "reason", "cure"),
    [
        (b"", "Die Datei ist leer.", "Kopieren Sie die Datei noch einmal"),
        (png_that_claims(50_000, 50_000), "riesengroß", "Verkleinern"),
        (png_that_claims(10_000, 9_000), "90 Millionen Bildpunkte", "Verkleinern"),
        (png_that_claims(900, 800), "beschädigt", "Kopieren"),
        (data_of(quartered(), "TIFF"), "TIFF-Bild", "speichern Sie es neu als JPEG"),
        (data_of(quartered(), "BMP"), "BMP-Bild", "speichern Sie es neu als JPEG"),
        (data_of(quartered(), "JPEG")[:-900], "beschädigt", "Kopieren"),
        (data_of(quartered(), "AVIF")[:-300], "beschädigt", "Kopieren"),
        (b"%PDF-1.7 and so on", "PDF-Dokument", "speichern Sie es neu"),
    ],
    ids=["empty", "bomb", "90 MP", "lies", "TIFF", "BMP", "cut JPEG", "cut AVIF", "PDF"],
)
def test_what_cannot_be_used_is_refused_with_its_own_cure(data: bytes, reason: str, cure: str, tmp_path: Path) -> None:
    seen = images.look(saved(tmp_path, data))

    assert reason in seen.reason and cure in seen.cure
    assert images.variants(saved(tmp_path, data), (Want(10, "jpg"),)).reason == seen.reason


def test_a_picture_that_is_not_there_any_more_is_refused(tmp_path: Path) -> None:
    assert "nicht lesen" in images.look(tmp_path / "gone.jpg").reason


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.svg"])
def test_what_a_file_holds_counts_and_not_what_it_is_called(name: str, tmp_path: Path) -> None:
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        file = saved(tmp_path, data_of(quartered(), kind), name)

        assert images.look(file).shape == (400, 300, ".jpg")


@pytest.mark.parametrize(
    ("size", "shape"),
    [((1, 1), (1, 1)), ((20_000, 10), (1440, 1)), ((10, 20_000), (4, 8000)), ((1440, 1081), (1440, 1081))],
)
def test_points_and_strips_are_pictures_too(size: tuple[int, int], shape: tuple[int, int], tmp_path: Path) -> None:
    file = saved(tmp_path, data_of(Image.new("RGB", size, RED), "PNG"))

    seen = images.look(file)
    wants = (*(Want(seen.shape.width, kind) for kind in ("avif", "webp", "jpg")), Want(0, "sharing"))
    result = images.variants(file, wants)

    assert seen.shape == (*shape, ".jpg") and not result.reason
    for data in result.files[:3]:
        with Image.open(io.BytesIO(data)) as picture:
            assert picture.size == shape


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_sixty_megapixels_are_published(kind: str, tmp_path: Path) -> None:
    file = saved(tmp_path, data_of(Image.new("RGB", (9500, 6400), GREEN), kind))

    assert images.look(file).shape == (1440, 970, ".jpg")
    assert made(file, 480, "webp").size == (480, 323)


def heic(orientation: int = 1) -> bytes:
    pillow_heif = pytest.importorskip("pillow_heif")
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "SECRET"
    data = io.BytesIO()
    pillow_heif.from_pillow(quartered()).save(data, quality=80, exif=exif.tobytes())
    return data.getvalue()


@pytest.mark.parametrize("name", ["a.heic", "a.jpg"])
def test_an_iphones_photo_is_used_whatever_it_is_called(name: str, tmp_path: Path) -> None:
    file = saved(tmp_path, heic(), name)

    assert images.look(file).shape == (400, 300, ".jpg")
    assert close(made(file, 200, "jpg").getpixel((40, 30)), RED)
    assert b"SECRET" not in images.variants(file, (Want(0, "full-jpg"),)).files[0]
    assert "beschädigt" in images.look(saved(tmp_path, heic()[: len(heic()) // 2])).reason


def test_without_the_library_an_iphones_photo_is_answered_with_what_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = saved(tmp_path, b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100)
    imported = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name == "pillow_heif":
            raise ImportError(name)
        return imported(name, *rest)

    monkeypatch.delitem(sys.modules, "pillow_heif", raising=False)
    monkeypatch.setattr(builtins, "__import__", missing)

    seen = images.look(file)

    assert "HEIC-Foto vom iPhone" in seen.reason
    assert "Maximale Kompatibilität" in seen.cure and ".[heic]" in seen.cure


def card(tmp_path: Path, picture: Image.Image) -> tuple[bytes, Image.Image]:
    (data,) = images.variants(saved(tmp_path, data_of(picture, "PNG")), (Want(0, "sharing"),)).files
    return data, Image.open(io.BytesIO(data))


def noise(width: int, height: int) -> Image.Image:
    return Image.effect_noise((width, height), 90).convert("RGB")


@pytest.mark.parametrize(
    "size", [(1200, 630), (3000, 2000), (1300, 4000), (6000, 700), (1199, 900), (3000, 400), (300, 200), (1, 1)]
)
def test_a_card_for_messengers_has_one_size_and_little_weight(size: tuple[int, int], tmp_path: Path) -> None:
    data, picture = card(tmp_path, noise(*size))

    assert (picture.format, picture.size) == ("JPEG", (1200, 630))
    assert len(data) < 100_000
    assert not picture.getexif() and "icc_profile" not in picture.info


def test_a_card_of_a_large_photo_is_filled_and_a_small_photo_is_not_enlarged(tmp_path: Path) -> None:
    _, filled = card(tmp_path, quartered(2400, 1600))
    _, small = card(tmp_path, quartered(400, 300))

    assert close(filled.getpixel((5, 5)), RED) and close(filled.getpixel((1195, 5)), BLUE)
    assert close(small.getpixel((5, 5)), GREEN) and close(small.getpixel((1195, 625)), GREEN)
    assert close(small.getpixel((410, 175)), RED) and close(small.getpixel((790, 175)), BLUE)
    assert close(small.getpixel((390, 175)), GREEN) and close(small.getpixel((810, 175)), GREEN)


def test_a_painting_is_a_small_png_and_the_same_every_time() -> None:
    areas = (("#0a5a5c", ((0, 0), (600, 0), (600, 630), (0, 630))), ("#ffcf40", ((700, 100), (900, 100), (800, 300))))

    data = images.painted(1200, 630, "#eef4f4", areas)

    assert data == images.painted(1200, 630, "#eef4f4", areas) and len(data) < 10_000
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.size, picture.mode) == ("PNG", (1200, 630), "P")
        colours = picture.convert("RGB")
        assert colours.getpixel((10, 10)) == (0x0A, 0x5A, 0x5C)
        assert colours.getpixel((800, 150)) == (0xFF, 0xCF, 0x40)
        assert colours.getpixel((1100, 600)) == (0xEE, 0xF4, 0xF4)


def test_areas_of_a_painting_keep_their_colours_however_alike_the_edges_are() -> None:
    tones = [(0xD0 + 5 * step, 0xEB, 0xEA - 5 * step) for step in range(8)]
    areas = tuple(
        (f"#{red:02x}{green:02x}{blue:02x}", ((10 * place, 0), (10 * place + 9.5, 0), (10 * place + 5, 99), (0, 99)))
        for place, (red, green, blue) in enumerate(tones)
    )

    with Image.open(io.BytesIO(images.painted(100, 100, "#ffffff", areas[::-1]))) as picture:
        colours = {colour for _, colour in picture.convert("RGB").getcolors(256) or ()}

    assert colours >= {*tones, (255, 255, 255)}


def test_a_painting_of_more_colours_than_a_palette_holds_is_painted_all_the_same() -> None:
    areas = tuple(
        (f"#{tone:02x}{255 - tone:02x}80", ((tone, 0), (tone + 1, 0), (tone + 60, 90))) for tone in range(256)
    )

    with Image.open(io.BytesIO(images.painted(320, 90, "#ffffff", areas))) as picture:
        assert picture.mode == "P" and close(picture.convert("RGB").getpixel((5, 85)), (255, 255, 255))


def test_every_tone_of_the_style_sheet_is_one_the_program_names() -> None:
    style = (ROOT / "assets/css/parts/picture.css").read_text("utf-8")

    declared = re.findall(r"\.ground-(\d+) \{\s+background: (#[0-9a-f]{6});\s+\}", style)

    assert declared == [(str(number), tone) for number, tone in enumerate(images.GROUNDS, 1)]
    for number, tone in enumerate(images.GROUNDS, 1):
        assert grounds.nearest((int(tone[1:3], 16), int(tone[3:5], 16), int(tone[5:], 16))) == number


def test_the_ground_is_the_colour_most_of_the_photo_has(town: Town) -> None:
    photo = Image.new("RGB", (800, 600), "#3f6693")
    photo.paste("#8f4a35", (0, 0, 800, 200))
    data = data_of(photo, "JPEG")
    town.write({"media/park.jpg": data, "media/park.yaml": DESCRIBED, "news/2026-03-14-park.md": WITH_PICTURE})

    town.build()

    blue = images.GROUNDS.index("#3f6693") + 1
    assert f'<img class="figure-picture ground-{blue}" src=' in town.read("aktuelles/2026/park/index.html")
    assert f'<img class="card-picture ground-{blue}" src=' in town.read("aktuelles/index.html")
    text = NEWS + "\n![](../media/park.jpg)\n"
    town.write({"news/2026-03-14-park.md": text})
    town.build()
    assert f'<img class="ground-{blue}" src=' in town.read("aktuelles/2026/park/index.html")


def test_only_the_picture_seen_first_is_fetched_at_once(town: Town) -> None:
    data = data_of(quartered(), "JPEG")
    two = "\n![](../media/park.jpg)\n\n![Noch einmal](../media/park.jpg)\n"
    town.write({"media/park.jpg": data, "media/park.yaml": DESCRIBED, "news/2026-03-14-park.md": WITH_PICTURE + two})

    def fetched() -> list[str]:
        page = town.read("aktuelles/2026/park/index.html").split("<main", 1)[1].split("<footer", 1)[0]
        tags = [tag for tag in re.findall(r"<img [^>]*>", page) if "media/park" in tag]
        return ["lazy" if "lazy" in tag else "high" if "fetchpriority" in tag else "eager" for tag in tags]

    town.build()
    assert fetched() == ["high", "lazy", "lazy"]
    assert 'loading="lazy"' in town.read("aktuelles/index.html").split('class="card-picture', 1)[1].split(">", 1)[0]

    town.write({"news/2026-03-14-park.md": NEWS + two})
    town.build()
    assert fetched() == ["eager", "lazy"]


@pytest.mark.parametrize(
    ("write", "name", "kind"),
    [
        (lambda: data_of(quartered(2400, 1800), "JPEG", exif=b"Exif\0\0SECRET"), "park-volle-groesse.jpg", "JPEG"),
        (lambda: data_of(Image.new("RGBA", (2400, 1800), (1, 2, 3, 99)), "PNG"), "park-volle-groesse.png", "PNG"),
    ],
)
def test_the_full_size_is_published_only_where_it_is_offered(
    write: Callable[[], bytes], name: str, kind: str, town: Town
) -> None:
    data = write()
    town.write({"media/park.jpg": data, "media/park.yaml": DESCRIBED, "news/2026-03-14-park.md": WITH_PICTURE})
    town.build()
    assert not any("volle-groesse" in path for path in town.bytes())

    town.write({"media/park.yaml": DESCRIBED + "download: yes\n"})
    town.build()

    with Image.open(town.output / "media" / name) as whole:
        assert (whole.size, whole.format) == ((2400, 1800), kind)
        assert not whole.getexif()
    assert b"SECRET" not in (town.output / "media" / name).read_bytes()
    page = town.read("aktuelles/2026/park/index.html")
    offer = f"In voller Größe herunterladen ({kind}, 2400 × 1800 Bildpunkte)"
    assert f'<a href="../../../media/{name}" download>{offer}</a>' in page


def test_a_head_picture_has_a_card_and_one_in_a_text_has_none(town: Town) -> None:
    data = data_of(quartered(), "JPEG")
    town.write({"media/park.jpg": data, "media/park.yaml": DESCRIBED, "news/2026-03-14-park.md": WITH_PICTURE})
    assert "media/park-teilen.jpg" in {file.path for file in town.plan().files}

    town.write({"news/2026-03-14-park.md": NEWS + "\n![](../media/park.jpg)\n"})
    assert "media/park-teilen.jpg" not in {file.path for file in town.plan().files}


def test_a_photo_is_the_same_alone_and_among_others_and_whatever_its_file_is_called(tmp_path: Path) -> None:
    file = saved(tmp_path, data_of(noise(700, 500), "JPEG", quality=95))
    wants = (*(Want(width, kind) for width in (480, 300) for kind in ("avif", "webp", "jpg")), Want(0, "sharing"))

    together = images.variants(file, wants).files

    assert images.variants(file.rename(tmp_path / "b.png"), wants).files == together
    for want, data in zip(wants, together, strict=True):
        with Image.open(io.BytesIO(data)) as picture:
            assert picture.size[0] == (want.width or 1200)


def test_a_site_with_pictures_is_the_same_from_memory_and_from_nothing(town: Town, tmp_path: Path) -> None:
    words = DESCRIBED + "download: yes\n"
    town.write({"news/2026-03-14-park.md": WITH_PICTURE + "\n![](../media/see.jpg)\n"})
    town.write({"media/park.jpg": data_of(noise(900, 700), "JPEG"), "media/park.yaml": words})
    town.write({"media/see.jpg": data_of(quartered(), "PNG"), "media/see.yaml": words})
    town.build(jobs=2)
    first = town.bytes()
    town.clear()

    town.build()

    assert town.bytes() == first
    town.clear()
    town.build(memo=False)
    assert town.bytes() == first
    assert len(list((town.folder / "memo.large").iterdir())) == 2
    assert max(len(data) for path, data in first.items() if path.endswith("teilen.jpg")) < 100_000


def test_a_picture_damaged_while_it_was_remembered_is_still_refused(town: Town) -> None:
    whole = data_of(noise(300, 200), "JPEG")
    town.write({"media/park.jpg": whole, "media/park.yaml": DESCRIBED, "news/2026-03-14-park.md": WITH_PICTURE})
    town.build()
    town.write({"media/park.jpg": whole[:-2000]})

    assert town.codes() == ["picture-broken"]
