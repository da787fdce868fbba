"""What the site does on a reader's device and on the net, in sentences without whose truth no build passes."""

from typing import NamedTuple

from pressroom.validate import Site


class Claim(NamedTuple):
    """A sentence for readers. ``proof`` are the messages that stop any build in which it would not be true."""

    text: str
    proof: tuple[str, ...]


CLAIMS = (
    Claim(
        "Sie setzt keine Cookies. Auch sonst speichern die Programme der Website nichts auf Ihrem Gerät; sie lesen "
        "dort nur die Uhr. Ihr Browser hebt geladene Seiten und Bilder eine Zeit lang auf.",
        ("source-device", "source-inline", "page-inline"),
    ),
    Claim(
        "Sie lädt nichts von anderen Servern: keine Schriften, keine Karten, keine Videos, keine Zählprogramme. Geht "
        "es um ein Video oder eine Karte, steht dort ein Link.",
        ("source-foreign", "source-embed", "page-foreign"),
    ),
    Claim(
        "Sie hat kein Formular, das etwas an andere sendet, keine Anmeldung und keine Kommentare.",
        ("source-form", "page-form"),
    ),
    Claim("Die Programme der Website senden im Hintergrund nichts.", ("source-sends", "source-foreign")),
    Claim(
        "In jeder Seite steht eine Sicherheitsregel für Ihren Browser: Er lädt nur Dateien dieser Website. Folgen Sie "
        "einem Link, so verrät er der anderen Website nicht, von welcher Seite Sie kommen.",
        ("page-policy",),
    ),
)

SCRIPTS = {
    "clock": "„clock.js“ vergleicht die Termine mit der Uhr Ihres Geräts. Was vorbei ist, rückt nach unten.",
    "begin": "„search.js“ lädt die Suche, wenn Sie das Suchfeld berühren.",
    "find": "„find.js“ sucht auf Ihrem Gerät, in einem Wörterverzeichnis dieser Website. Ihr Suchwort bleibt auf dem "
    "Gerät. Nur wenn Sie es abschicken, bevor die Suche geladen ist, erfährt es der Server dieser Website.",
}
"""What each script of the design does, by the name of its field in ``Design``. A test wants a sentence for each."""


class Conduct(NamedTuple):
    """The section of the privacy page: on the whole site, on its scripts, and on its links to tell others."""

    claims: tuple[str, ...]
    scripts: tuple[str, ...]
    sharing: str


def of(site: Site) -> Conduct:
    """What there is to say of a site."""
    return Conduct(
        claims=tuple(claim.text for claim in CLAIMS),
        scripts=tuple(text for name, text in SCRIPTS.items() if getattr(site.design, name)),
        sharing="„Weitersagen“ öffnet Ihr eigenes Programm für E-Mail oder SMS. Erst dort senden Sie es ab.",
    )
