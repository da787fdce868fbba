"""SVG drawings: shapes come through, nothing else does."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from pressroom import images
from pressroom.images import vector
from tests.test_pictures import DESCRIBED, WITH_PICTURE
from tests.town import Town

SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

REPEATED = '<g id="a0"><path/></g>' + "".join(
    '<g id="a{}">{}</g>'.format(level, f'<use href="#a{level - 1}"/>' * 10) for level in range(1, 9)
)
"""Nine lines of text that become a hundred million shapes."""


def svg(inside: str, words: str = 'viewBox="0 0 40 20"', before: str = "") -> str:
    return f"{before}<svg {SPACES} {words}>{inside}</svg>"


def kept(inside: str) -> str:
    """What is left of the inner part of a drawing that also holds one line."""
    data = vector.cleaned(svg(f'<path d="M0 0"/>{inside}').encode()).data.decode()
    return data.split('<path d="M0 0"/>', 1)[1].removesuffix("</svg>\n")


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ("<script>alert(1)</script>", ""),
        ('<rect width="1" height="2" onclick="alert(1)" x="&quot;"/>', '<rect width="1" height="2" x="&quot;"/>'),
        ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>", ""),
        ('<image href="https://example.org/a.png"/>', ""),
        ('<image href="data:image/png;base64,AAAA"/>', ""),
        ('<use href="https://example.org/a.svg#b"/>', ""),
        ('<use xlink:href="#b"/>', '<use href="#b"/>'),
        ('<a xlink:href="javascript:alert(1)"><circle r="2"/></a>', '<circle r="2"/>'),
        ('<circle r="2"><animate attributeName="r" to="9"/></circle>', '<circle r="2"/>'),
        ('<set attributeName="href" to="javascript:alert(1)"/>', ""),
        ('<circle r="2" fill="url(#a)"/>', '<circle r="2" fill="url(#a)"/>'),
        ('<circle r="2" fill="url(https://example.org/#a)"/>', '<circle r="2"/>'),
        ('<circle r="2" style="fill:red;background:url(https://example.org)"/>', '<circle r="2" fill="red"/>'),
        ('<circle r="2" style="fill:u\\72l(https://example.org)"/>', '<circle r="2"/>'),
        ("<style>.a{fill:red} @import 'x'; a:hover{fill:blue}</style><circle class='a b'/>", '<circle fill="red"/>'),
        ("<style>circle{fill:red}</style><circle style='fill:blue'/>", '<circle fill="blue"/>'),
        ('<g><g></g></g><metadata xmlns:x="urn:x"><x:who>Erika</x:who></metadata>', "<g><g/></g>"),
        ("<!-- Erika --><?php x?><title>Wehr &amp; Teich</title>", "<title>Wehr &amp; Teich</title>"),
        ('<g id="a"/><g id="a"/><g id="1 2"/>', '<g id="a"/><g/><g/>'),
        ("<text>Hallo <tspan>du</tspan><b>x</b></text>", "<text>Hallo <tspan>du</tspan></text>"),
        ('<svg onload="x()"><circle/></svg>', ""),
        ("<filter id='f'><feImage href='x'/></filter>", ""),
    ],
)
def test_only_what_draws_is_kept(inside: str, left: str) -> None:
    assert kept(inside) == left


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (svg("<path/>&a;", before='<!DOCTYPE svg [<!ENTITY a "x">]>'), "DOCTYPE"),
        (svg("<path/>", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "geheim.txt">]>'), "DOCTYPE"),
        (svg("<path/>&a;"), "kein lesbares XML"),
        (svg("<path>"), "kein lesbares XML"),
        ("<", "kein lesbares XML"),
        (svg("<script>alert(1)</script>"), "keine Formen"),
        (svg("<path/>", words=""), "fehlt die Größe"),
        (svg("<path/>", words='viewBox="0 0 0 nan" width="100%"'), "fehlt die Größe"),
        (svg("<path/>", words='viewBox="0 0 inf 1"'), "fehlt die Größe"),
        ("<html/>", "keine SVG-Zeichnung"),
        ('<svg viewBox="0 0 1 1"><path/></svg>', "keine SVG-Zeichnung"),
        (svg("<g>" * 300 + "<path/>" + "</g>" * 300), "zu tief"),
        (svg('<g id="a"><path/><use href="#a"/></g>'), "wiederholt"),
        (svg('<g id="a"><path/><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "wiederholt"),
        (svg('<g id="a"><path/></g><path/><use id="b" href="#b"/>'), "wiederholt"),
        (
            svg(REPEATED),
            "wiederholt",
        ),
        (svg("<path/>" + " " * 2_000_000), "größer als 1 MB"),
    ],
)
def test_what_is_no_drawing_or_a_trap_is_one_sentence(text: str, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    file.write_text(text, "utf-8")

    seen = images.look(file)

    assert reason in seen.reason and seen.cure


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ('viewBox="0 0 40 20"', (40, 20)),
        ('viewBox="-5,-5 40 20" width="100%" height="100%"', (40, 20)),
        ('width="25.4mm" height="1in"', (96, 96)),
        ('width="10" height="20px"', (10, 20)),
        ('viewBox="0 0 4000 1000"', (1440, 360)),
        ('viewBox="0 0 0.5 0.1"', (1, 1)),
    ],
)
def test_a_drawing_has_a_size(words: str, size: tuple[int, int], tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    file.write_text(svg("<path/>", words), "utf-8")

    shape = images.look(file).shape

    assert (shape.width, shape.height, shape.suffix) == (*size, ".svg")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_drawing_may_be_saved_in_any_encoding_and_with_the_usual_doctype(codec: str, tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    usual = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    file.write_bytes(svg("<text>Spreeß</text>", before=usual).encode(codec))

    assert "Spreeß" in vector.drawing(file).data.decode()
    assert images.look(file).reason == ""


def test_a_drawing_is_published_once_and_clean(town: Town) -> None:
    inside = '<path d="M0 0L9 9"/><image href="x.png"/><script>alert(1)</script>'
    text = WITH_PICTURE.replace("park.jpg", "park.svg") + "\n![](../media/park.svg)\n"
    described = DESCRIBED + "download: yes\n"
    town.write({"media/park.svg": svg(inside), "media/park.yaml": described, "news/2026-03-14-park.md": text})

    warned = {problem.code: problem for problem in town.build().warnings}

    assert "zeichnet: image." in warned["picture-reduced"].message
    assert [path for path in town.bytes() if path.startswith("media/")] == ["media/park.svg"]
    assert "script" not in town.read("media/park.svg")
    page = town.read("aktuelles/2026/park/index.html")
    assert '<img class="figure-picture" src="../../../media/park.svg" alt="Ein Park mit Bäumen." width="40"' in page
    assert "srcset" not in page.split("<main", 1)[1].split("</main>", 1)[0]
    assert "In voller Größe herunterladen (SVG)" in page


@pytest.mark.skipif("VNU_JAR" not in os.environ or shutil.which("java") is None, reason="VNU_JAR or Java is missing")
def test_the_nu_checker_accepts_a_cleaned_drawing(tmp_path: Path) -> None:
    inside = (
        '<defs><linearGradient id="g" x1="0" x2="1" gradientUnits="userSpaceOnUse"><stop offset="0" '
        'style="stop-color:#fff;stop-opacity:.5"/></linearGradient><clipPath id="c"><use xlink:href="#q"/></clipPath>'
        '<symbol id="s" viewBox="0 0 1 1"><circle r="3"/></symbol><marker id="m"><path d="M0 0"/></marker>'
        '<pattern id="p" width="1" height="1"><rect width="1" height="1"/></pattern><mask id="k"/></defs>'
        '<g clip-path="url(#c)" style="paint-order:stroke;font-family:Arial"><path id="q" d="M0 0L9 9"/></g>'
        '<text x="1" xml:space="preserve" text-anchor="middle">Hallo</text><polygon points="1,2 3,4"/>'
        '<use xlink:href="#s" width="3" height="4"/><ellipse rx="1" ry="2" mask="url(#k)" fill="url(#p)"/>'
    )
    file = tmp_path / "a.svg"
    file.write_bytes(vector.cleaned(svg(inside, 'width="10mm" height="5mm" version="1.1"').encode()).data)

    checked = subprocess.run(
        ["java", "-jar", os.environ["VNU_JAR"], "--also-check-svg", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.stderr == "" and checked.returncode == 0
