"""What is pasted from a video or map service becomes a link that says where it leads; nothing of it is lost."""

import pytest

from pressroom.markup import to_body

PASTED = {
    "a video of YouTube": (
        '<iframe width="560" src="https://www.youtube.com/embed/abc?si=X&amp;start=30" title="YouTube video player" '
        "allowfullscreen></iframe>",
        '<p><a href="https://www.youtube.com/watch?v=abc&amp;t=30">Video bei YouTube ansehen</a></p>',
    ),
    "one that promises no cookies": (
        '<iframe src="//www.youtube-nocookie.com/embed/abc" title="Rundgang"></iframe>',
        '<p><a href="https://www.youtube.com/watch?v=abc">Rundgang (Video bei YouTube)</a></p>',
    ),
    "a list of them": (
        '<iframe src="https://www.youtube.com/embed/videoseries?list=PL1"></iframe>',
        '<p><a href="https://www.youtube.com/playlist?list=PL1">Video bei YouTube ansehen</a></p>',
    ),
    "a video of Vimeo": (
        '<iframe src="https://player.vimeo.com/video/123?h=9f"></iframe>',
        '<p><a href="https://vimeo.com/123/9f">Video bei Vimeo ansehen</a></p>',
    ),
    "a map with a mark": (
        '<iframe src="https://www.openstreetmap.org/export/embed.html?bbox=1%2C2%2C3%2C4&amp;marker=51.1%2C14.4"></iframe>',
        '<p><a href="https://www.openstreetmap.org/?mlat=51.1&amp;mlon=14.4#map=17/51.1/14.4">'
        "Karte bei OpenStreetMap ansehen</a></p>",
    ),
    "a map without": (
        '<iframe src="https://www.openstreetmap.org/export/embed.html?bbox=1%2C2%2C3%2C4"></iframe>',
        '<p><a href="https://www.openstreetmap.org/?minlon=1&amp;minlat=2&amp;maxlon=3&amp;maxlat=4">'
        "Karte bei OpenStreetMap ansehen</a></p>",
    ),
    "a map of Google": (
        '<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>',
        '<p><a href="https://www.google.com/maps/embed?pb=1">Karte bei Google ansehen</a></p>',
    ),
    "any other frame": (
        '<IFRAME SRC=https://amt.example/antrag TITLE="Antrag &amp; Frist"></IFRAME>',
        '<p><a href="https://amt.example/antrag">Antrag &amp; Frist (Inhalt bei amt.example)</a></p>',
    ),
    "a video with words for old browsers": (
        '<video controls><source src="https://amt.example/a.mp4"><track src="a.vtt">Kein <em>Film?</em></video>',
        '<p><a href="https://amt.example/a.mp4">Video bei amt.example ansehen</a></p><p>Kein <em>Film?</em></p>',
    ),
    "a sound": (
        'Hier: <audio src="https://amt.example/a.mp3"></audio> zum Hören.',
        '<p>Hier: <a href="https://amt.example/a.mp3">Ton bei amt.example anhören</a> zum Hören.</p>',
    ),
    "an object round an embed": (
        '<object><param name="movie" value="https://amt.example/a"><embed src="https://amt.example/a"></object>',
        '<p><a href="https://amt.example/a">Inhalt bei amt.example ansehen</a></p>',
    ),
    "one in a list": (
        '- Punkt <iframe src="https://amt.example/a"></iframe>',
        '<ul>\n<li>Punkt <a href="https://amt.example/a">Inhalt bei amt.example ansehen</a></li>\n</ul>',
    ),
    "one that was never closed": (
        'Eins <iframe src="https://amt.example/a"> zwei.\n\nDrei.',
        '<p>Eins <a href="https://amt.example/a">Inhalt bei amt.example ansehen</a> zwei.</p>\n<p>Drei.</p>',
    ),
}


@pytest.mark.parametrize(("pasted", "html"), PASTED.values(), ids=PASTED)
def test_what_is_embedded_becomes_a_link(pasted: str, html: str) -> None:
    body = to_body(pasted)

    assert body.html == html
    assert [fault.code for fault in body.faults] == ["text-embed"]


def test_the_hint_and_the_link_stand_in_the_line_of_the_code() -> None:
    body = to_body('Eins.\n\nZwei.\n\n<iframe src="https://www.youtube.com/embed/abc?a=1&amp;b=2"></iframe>\n')

    assert [(fault.code, fault.line) for fault in body.faults] == [("text-embed", 5)]
    assert [(use.target, use.line) for use in body.links] == [("https://www.youtube.com/watch?v=abc", 5)]


@pytest.mark.parametrize(
    "pasted", ['<iframe src="javascript:los()"></iframe>', '<iframe srcdoc="a"></iframe>', "<video></video>"]
)
def test_what_has_no_address_to_go_to_is_left_out_and_said(pasted: str) -> None:
    body = to_body(f"Eins {pasted} zwei.")

    assert body.links == () and "javascript" not in body.html
    assert [fault.code for fault in body.faults] == ["html-removed"]


def test_code_that_is_shown_stays_as_it_is() -> None:
    body = to_body('`<iframe src="https://a.example"></iframe>`\n\n```\n<video src="https://a.example"></video>\n```\n')

    assert "&lt;iframe" in body.html and "&lt;video" in body.html
    assert body.faults == () and body.links == ()


def test_many_of_them_take_no_longer_than_their_number() -> None:
    body = to_body('<iframe src="https://a.example/"></iframe>\n\n' * 300 + "<iframe " * 300 + "<object>" * 300)

    assert body.html.count("<a href=") == 300
