"""No file that leaves tells more than the picture: where it was taken, by whose camera, what somebody noted in it.

Inputs are stuffed with all that cameras and programs write into pictures; every byte of the site is looked at.
"""

import io
import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree as etree

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from pressroom import publish
from tests import segments
from tests.conftest import together
from tests.town import KONTAKT, NEWS, PROJECT, SMALL, Town

SECRET = "GEHEIM"
"""Begins every planted word. It is looked for as plain letters, as UTF-16 of both kinds, and in compressed pieces."""
_FORMS = tuple(SECRET.encode(codec) for codec in ("ascii", "utf-16-le", "utf-16-be"))
_NAMES = (
    *(b"Exif\x00", b"photoshop", b"Photoshop", b"http://ns.adobe.com", b"x:xmpmeta", b"<rdf:", b"ICC_PROFILE"),
    *(b"iCCP", b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME", b"MPF\x00", b"8BIM"),
)
"""How notes begin, or are called, in any kind of file."""


def exif() -> bytes:
    """A camera's notes: place, owner, serial numbers, a maker's note, a small picture of its own."""
    notes = Image.Exif()
    notes[0x010E], notes[0x010F], notes[0x0110] = f"{SECRET}-description", f"{SECRET}-maker", f"{SECRET}-model"
    notes[0x013B], notes[0x8298], notes[0x0132] = f"{SECRET}-artist", f"{SECRET}-copyright", "2021:07:14 08:00:00"
    notes[0x9C9B] = f"{SECRET}-windows-title".encode("utf-16-le")
    notes[0x0112] = 1
    more = notes.get_ifd(0x8769)
    more[0x927C], more[0x9286] = f"{SECRET}-makernote".encode(), b"ASCII\x00\x00\x00" + f"{SECRET}-user".encode()
    more[0xA430], more[0xA431], more[0x9003] = f"{SECRET}-owner", f"{SECRET}-serial", "2021:07:14 08:00:00"
    place = notes.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (51.0, 11.0, 25.0), "E", (14.0, 26.0, 30.0)
    place[0x1B], place[0x1D] = f"{SECRET}-gps".encode(), "2021:07:14"
    return notes.tobytes()


XMP = (
    '<?xpacket begin="" id="W5M0"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" '
    f'dc:creator="{SECRET}-xmp"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
).encode()


def profile() -> bytes:
    """A colour profile of a device that is not sRGB, with its name in it."""
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # The name of a profile stands in it as UTF-16; the same number of letters keeps every offset.
    old, new = (name.encode("utf-16-be") for name in ("sRGB built-in", f"{SECRET}-device"))
    assert old in own and len(old) == len(new)
    told = own.replace(old, new)
    # The model of the device (ICC.1, 7.2.15).
    return told[:52] + SECRET[:4].encode() + told[56:]


def picture(mode: str = "RGB") -> Image.Image:
    """Colours enough for a photo, and larger than all widths but one."""
    made = Image.effect_mandelbrot((1500, 900), (-2, -1.2, 1, 1.2), 60).convert("RGB")
    if mode == "RGBA":
        made.putalpha(Image.radial_gradient("L").resize(made.size))
    return made.quantize(32) if mode == "P" else made.convert(mode)


def camera() -> bytes:
    """A JPEG with all of it, and with what Pillow would not write: IPTC, a second picture behind the end."""
    data = io.BytesIO()
    words = {"exif": exif(), "xmp": XMP, "icc_profile": profile(), "comment": f"{SECRET}-comment".encode()}
    picture().save(data, "JPEG", quality=85, **words)
    told = data.getvalue()
    iptc = b"\x1c\x02\x78" + struct.pack(">H", 20) + f"{SECRET}-iptc-caption".encode()[:20]
    resource = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(iptc)) + iptc
    app13 = b"\xff\xed" + struct.pack(">H", len(resource) + 2) + resource
    jfxx = b"JFXX\x00\x10" + f"{SECRET}-thumbnail".encode()
    app0 = b"\xff\xe0" + struct.pack(">H", len(jfxx) + 2) + jfxx
    flir = f"FLIR\x00{SECRET}-app1".encode()
    app1 = b"\xff\xe1" + struct.pack(">H", len(flir) + 2) + flir
    return told[:2] + app13 + app0 + app1 + told[2:] + f"{SECRET}-behind-the-end".encode()


def portable(mode: str = "RGBA") -> bytes:
    """A PNG with every chunk that can carry words."""
    info = PngInfo()
    info.add_text("Author", f"{SECRET}-text")
    info.add_text("Comment", f"{SECRET}-compressed" * 9, zip=True)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    info.add_itxt("Title", f"{SECRET}-itxt" * 9, "de", "Titel", zip=True)
    info.add(b"tIME", struct.pack(">HBBBBB", 2021, 7, 14, 8, 0, 0))
    info.add(b"prVt", f"{SECRET}-private".encode())
    data = io.BytesIO()
    picture(mode).save(data, "PNG", pnginfo=info, exif=exif(), icc_profile=profile(), dpi=(300, 300))
    return data.getvalue() + f"{SECRET}-behind-the-end".encode()


def modern(kind: str) -> bytes:
    """A WebP or AVIF with notes, XMP and a profile."""
    data = io.BytesIO()
    picture().save(data, kind, exif=exif(), xmp=XMP, icc_profile=profile())
    return data.getvalue()


def gif() -> bytes:
    """A GIF with a comment."""
    data = io.BytesIO()
    picture("P").save(data, "GIF", comment=f"{SECRET}-comment".encode())
    return data.getvalue()


DRAWING = f"""<?xml version="1.0"?>
<!-- {SECRET}-comment -->
<?xml-stylesheet href="{SECRET}.css"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape"
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" width="30" height="20" i:export-filename="C:\\{SECRET}\\a.png"
 data-x="{SECRET}" class="{SECRET}">
<metadata><rdf:RDF><rdf:li>{SECRET}-metadata</rdf:li></rdf:RDF></metadata>
<i:page i:label="{SECRET}-page"/>
<style>/* {SECRET} */ .a {{ fill: red }}</style>
<g i:label="{SECRET}-label" i:groupmode="layer"><rect class="a" width="10" height="10" aria-label="{SECRET}"/></g>
<image href="data:image/jpeg;base64,{SECRET}" width="5" height="5"/>
</svg>"""

PICTURES: dict[str, bytes] = {
    "kamera.jpg": camera(),
    "durchsichtig.png": portable(),
    "foto.png": portable("RGB"),
    "schild.png": portable("P"),
    "neu.webp": modern("WEBP"),
    "neuer.avif": modern("AVIF"),
    "alt.gif": gif(),
    "zeichnung.svg": DRAWING.encode(),
}
DESCRIBED = "alt: Ein Muster.\nauthor: Stadt Muster\nlicence: gemeinfrei\npeople: no\ndownload: yes\n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A town that names the first picture of each kind, so that it has a card, and shows them all, built once."""
    town = Town(tmp_path_factory.mktemp("bytes"))
    town.write(SMALL)
    town.write(
        together(
            {f"media/{name}": data for name, data in PICTURES.items()},
            {f"media/{Path(name).stem}.yaml": DESCRIBED for name in PICTURES},
            {
                "news/2026-03-14-park.md": NEWS.replace("topics:", "picture: kamera.jpg\ntopics:"),
                "projects/park.md": PROJECT.replace("status:", "picture: durchsichtig.png\nstatus:"),
                "pages/kontakt.md": KONTAKT + "".join(f"\n![](../media/{name})\n" for name in PICTURES),
            },
        )
    )
    town.build()
    return town.bytes()


def of(published: dict[str, bytes], suffix: str) -> dict[str, bytes]:
    return {path: data for path, data in published.items() if path.endswith(suffix)}


@pytest.mark.parametrize("name", PICTURES)
def test_the_inputs_hold_what_must_not_leave(name: str) -> None:
    """Else all that follows would prove nothing."""
    data = PICTURES[name]

    assert SECRET.encode() in data or any(SECRET.encode() in inflated for inflated in _inflated(data))


def test_every_reader_sees_what_was_planted() -> None:
    jpeg = [name for name, _ in segments.jpeg(PICTURES["kamera.jpg"])]
    assert {"APP1", "APP2", "APP13", "COM", "behind the end"} <= set(jpeg)
    png = [name for name, _ in segments.png(PICTURES["durchsichtig.png"])]
    assert {"eXIf", "iCCP", "tEXt", "zTXt", "iTXt", "tIME", "pHYs", "prVt", "behind the end"} <= set(png)
    assert {"VP8X", "EXIF", "XMP", "ICCP"} <= {name for name, _ in segments.webp(PICTURES["neu.webp"])}
    types, rest = segments.items(PICTURES["neuer.avif"])
    assert {"Exif", "mime"} <= set(types) and rest == 0
    assert b"prof" in _colours(PICTURES["neuer.avif"])


def test_all_kinds_of_files_leave(published: dict[str, bytes]) -> None:
    """Each of them is read by one of the readers below, or is text of ours."""
    assert {Path(path).suffix for path in published if path != publish.MARKER} == {
        *(".jpg", ".png", ".webp", ".avif", ".svg"),
        *(".html", ".css", ".js", ".json", ".xml", ".ics", ".txt"),
        *(".csv", ".jsonld", ".rdf", ""),  # open data; .htaccess and _headers have no ending
    }
    for path in ("kamera-teilen.jpg", "kamera-volle-groesse.jpg", "durchsichtig-volle-groesse.png", "schild.png"):
        assert f"media/{path}" in published


def test_no_byte_of_any_file_tells_a_secret(published: dict[str, bytes]) -> None:
    for path, data in published.items():
        for piece in (data, *_inflated(data)):
            assert not any(form in piece for form in _FORMS), path


def test_no_picture_holds_the_mark_of_any_notes(published: dict[str, bytes]) -> None:
    for path, data in published.items():
        if Path(path).suffix in (".jpg", ".webp", ".avif"):
            assert [mark for mark in _NAMES if mark in data] == [], path


def test_jpegs_consist_of_the_picture_alone(published: dict[str, bytes]) -> None:
    for path, data in of(published, ".jpg").items():
        pieces = list(segments.jpeg(data))

        assert {name for name, _ in pieces} <= {"SOI", "APP0", "DQT", "SOF0", "SOF2", "DHT", "DRI", "SOS", "EOI"}, path
        # JFIF, its version, no unit, 1 to 1, and no small picture.
        assert [body for name, body in pieces if name == "APP0"] == [b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"]


def test_pngs_consist_of_the_picture_alone(published: dict[str, bytes]) -> None:
    assert len(of(published, ".png")) > 3
    for path, data in of(published, ".png").items():
        assert {name for name, _ in segments.png(data)} <= {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"}, path


def test_webps_consist_of_the_picture_alone(published: dict[str, bytes]) -> None:
    for path, data in of(published, ".webp").items():
        pieces = dict(segments.webp(data))

        assert set(pieces) <= {"VP8", "VP8L", "VP8X", "ALPH"}, path
        # Of the flags only that of transparency: no profile (20), notes (08), XMP (04) or animation (02).
        assert pieces.get("VP8X", b"\x00")[0] & ~0x10 == 0, path


def test_avifs_consist_of_the_picture_alone(published: dict[str, bytes]) -> None:
    for path, data in of(published, ".avif").items():
        types, rest = segments.items(data)

        assert set(types) == {"av01"} and rest == 0, path
        assert {name for name, _ in segments.avif(data) if name.count("/") == 1} == {"/ftyp", "/meta", "/mdat"}, path
        assert {name for name, _ in segments.avif(data) if name.startswith("/meta/iprp/ipco/")} <= {
            f"/meta/iprp/ipco/{name}" for name in ("ispe", "pixi", "av1C", "colr", "auxC")
        }, path
        assert _colours(data) <= {b"nclx"}, path


def test_drawings_consist_of_shapes_alone(published: dict[str, bytes]) -> None:
    for path, data in of(published, ".svg").items():
        text = data.decode()

        assert "<!--" not in text and "<?" not in text.removeprefix("<?xml") and "<metadata" not in text, path
        for element in etree.fromstring(text).iter():
            assert element.tag.startswith("{http://www.w3.org/2000/svg}"), path
            assert not [name for name in element.attrib if name.startswith("{") and "xlink" not in name], path


def _colours(data: bytes) -> set[bytes]:
    """The kinds of colour notes in an AVIF; ``prof`` and ``rICC`` would be whole profiles."""
    return {body[:4] for name, body in segments.avif(data) if name.endswith("/colr")}


def _inflated(data: bytes) -> list[bytes]:
    """What the compressed pieces of a PNG say, but for the picture itself."""
    found = []
    for name, body in segments.png(data) if data.startswith(b"\x89PNG") else ():
        for at in range(len(body)) if name in ("zTXt", "iTXt", "iCCP") else ():
            try:
                found.append(zlib.decompress(body[at:]))
            except zlib.error:
                continue
    return found
