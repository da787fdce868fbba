"""A made-up village in which everything names everything else: what one edit changes is seen on many pages."""

import io

from PIL import Image, ImageDraw

from tests.town import SITE, WORDS

SETTINGS = f"""\
{SITE.replace("footer:", "  - {title: Termine, to: events}" + chr(10) + "footer:", 1)}\
  umwelt: Sauberkeit und Natur
yearly:
  - title: Tag des Brunnens
    rule: Jedes Jahr am 9. Mai.
    text: Dann wird der Brunnen geputzt.
school_holidays:
  - title: Winterferien 2027
    start: 2027-02-08
    end: 2027-02-20
legal:
  provider: Musterstadt, Marktplatz 1, 01234 Musterstadt
"""

START = """\
---
title: Willkommen im Musterviertel
summary: Ein Viertel, das es nicht gibt.
---
Zum [Vorhaben](../projects/neuer-park.md) und zu [allen Wegen](viertel.md#die-wege).
"""

KONTAKT = """\
---
title: Kontakt
summary: So erreichen Sie uns.
---
Rufen Sie an, oder kommen Sie ins [Haus](../places/nachbarhaus.yaml).

## Mit dem Bus

Linie 1 hält vor dem Haus.

## Zu Fuß

Immer geradeaus, siehe [mit dem Bus](#mit-dem-bus).
"""

VIERTEL = """\
---
title: Das Viertel
summary: Wie das Viertel wurde, was es ist.
picture: platz.png
aliases: [/alt/viertel/]
timeline:
  - date: 2019-05
    title: Die Brache wird vermessen
    text: Mit einem Band aus Stahl.
  - date: 2021-12
    title: Der Park wird fertig
    project: neuer-park
  - date: 2026-03-14
    title: Der Park wird geöffnet
    news: park-offen
  - date: 2026-12-05
    title: Das erste Fest
    event: park-fest
  - date: 1931
    title: Das Haus wird gebaut
    place: nachbarhaus
series:
  - title: Wie viele hier wohnen
    unit: Menschen
    values:
      - date: 1990
        value: 900
      - date: 2025
        value: 1210
---

## Die Wege

Vom [Bus](kontakt.md#mit-dem-bus) zum [Fest](../events/park-fest.md).

![Ein Plan der Wege.](../media/plan.svg)
"""

PARK_OFFEN = """\
---
title: Der Park ist offen
summary: Seit Mittwoch kann man wieder spazieren gehen.
date: 2026-03-14
topics: [sport, umwelt]
projects: [neuer-park]
partners: [parkverein]
picture: brunnen.png
aliases: [/2026/park.html]
sources:
  - title: Gespräch mit dem Verein
---
Der Park ist offen, siehe [das Vorhaben](../projects/neuer-park.md#wie-es-ging) und
[mit dem Bus](../pages/kontakt.md#mit-dem-bus).
"""

FEST_BERICHT = """\
---
title: So war das Sommerfest
summary: Es hat nur einmal geregnet.
date: 2026-08-30
topics: [kultur]
events: [park-sommerfest]
projects: [neuer-park, hofgarten]
---
## Am Vormittag

Kuchen vom [Verein](../partners/parkverein.yaml).

![Der Brunnen im Park.](../media/brunnen.png)
"""

KURS = """\
---
title: Ein Kurs beginnt
summary: Jeden Dienstag, außer in den Ferien.
date: 2026-10-27
topics: [sport]
events: [tanztreff]
---
Mehr steht beim [Treff](../events/tanztreff.md) und in [So war das Fest](fest-bericht.md#am-vormittag).
"""

ENTWURF = """\
---
title: Noch nicht fertig
summary: Dieser Text ist ein Entwurf.
date: 2026-11
draft: yes
topics: [umwelt]
projects: [hofgarten]
---
Hier fehlt noch etwas.
"""

BALD = """\
---
title: Bald wird gebaut
summary: Das erscheint erst in ein paar Tagen.
date: 2026-11
publish: 2026-11-25
projects: [hofgarten]
---
Siehe [den Garten](../projects/hofgarten.md).
"""

LAUT = """\
---
title: Es wird laut
summary: Das gilt nur bis Dienstag.
date: 2026-11-16
expires: 2026-11-24
---
Am Weg wird gesägt.
"""

PARK_FEST = """\
---
title: Fest im Park
summary: Mit Musik.
start: 2026-12-05 18:00
end: 2026-12-05 22:00
place: stadtpark
organizer: parkverein
topics: [kultur]
projects: [neuer-park]
picture: platz.png
---
Wir feiern. [So kommt man hin](../pages/kontakt.md#zu-fuss).
"""

SOMMERFEST = """\
---
title: Sommerfest
summary: Mit Kuchen.
start: 2026-08-29 14:00
end: 18:00
place: stadtpark
organizer: parkverein
topics: [kultur]
---
Es gibt Kuchen.
"""

TANZTREFF = """\
---
title: Tanztreff
summary: Jeden Dienstag ein Tanz.
start: 2026-09-01 17:00
end: 18:00
place: nachbarhaus
organizer: musterschule
cost: kostenlos
topics: [sport]
repeat:
  every: week
  on: [tuesday]
  until: 2027-06-29
  holidays: skip
  school_holidays: skip
except: [2026-12-22, 2026-12-29]
moved:
  - date: 2026-12-08
    to: 2026-12-09 19:00
    place: stadtpark
changes:
  - date: 2026-12-15
    status: cancelled
    reason: Heizung defekt
---
Bitte bequeme Schuhe.
"""

ABGESAGT = """\
---
title: Lesung
summary: Aus einem Buch ohne Seiten.
start: 2026-11-28
place: nachbarhaus
status: cancelled
---
Wer liest, ist krank.
"""

NEUER_PARK = """\
---
title: Der neue Park
summary: Aus einer Brache wird ein Park.
status: completed
lead: parkverein
partners: [musterschule]
place: stadtpark
start: 2020-01
end: 2021-12
topics: [umwelt]
funding:
  programme: esf-2014-2020
  eligible_cost: 1000
aims: [Mehr Grün im Viertel.]
results: [Der Park ist offen.]
---
## Wie es ging

Alle haben mitgeholfen.
"""

HOFGARTEN = """\
---
title: Ein Garten im Hof
summary: Beete für alle.
status: running
lead: musterschule
start: 2026-05
topics: [umwelt, kultur]
picture: brunnen.png
---
Im Hof, nicht im [Park](neuer-park.md).
"""

PLAN = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" width="60" height="40"><rect width="60" height="40" \
fill="#dceaf2"/><path d="M0 20h60" stroke="#26343f"/></svg>
"""


def png(colour: str, size: tuple[int, int] = (64, 48)) -> bytes:
    """A small picture: a spot in a frame of one colour."""
    picture = Image.new("RGB", size, colour)
    ImageDraw.Draw(picture).ellipse((8, 8, size[0] - 8, size[1] - 8), "#f6c944")
    data = io.BytesIO()
    # Uncompressed, so that another colour of the same size has the same number of bytes.
    picture.save(data, "PNG", compress_level=0)
    return data.getvalue()


def described(alt: str) -> str:
    """What lies beside a picture."""
    return f"alt: {alt}\nauthor: Musterstadt\nlicence: Alle Rechte vorbehalten\npeople: no\n"


VILLAGE: dict[str, str | bytes] = {
    "site.yaml": SETTINGS,
    "words/de.yaml": WORDS,
    "pages/start.md": START,
    "pages/kontakt.md": KONTAKT,
    "pages/viertel.md": VIERTEL,
    "news/park-offen.md": PARK_OFFEN,
    "news/fest-bericht.md": FEST_BERICHT,
    "news/2026-10-27-kurs.md": KURS,
    "news/entwurf.md": ENTWURF,
    "news/bald.md": BALD,
    "news/laut.md": LAUT,
    "events/park-fest.md": PARK_FEST,
    "events/park-sommerfest.md": SOMMERFEST,
    "events/tanztreff.md": TANZTREFF,
    "events/2026-11-28-lesung.md": ABGESAGT,
    "projects/neuer-park.md": NEUER_PARK,
    "projects/hofgarten.md": HOFGARTEN,
    "partners/parkverein.yaml": "name: Parkverein\nkind: association\nphone: 030 23125-100\n",
    "partners/musterschule.yaml": "name: Musterschule\nkind: school\ntopics: [sport]\n",
    "places/stadtpark.yaml": "name: Stadtpark\naddress: Parkweg 1, 01234 Musterstadt\n",
    "places/nachbarhaus.yaml": "name: Nachbarschaftshaus\naddress: Hof 2, 01234 Musterstadt\n",
    "media/brunnen.png": png("#8ec3dd"),
    "media/brunnen.yaml": described("Ein Brunnen."),
    "media/platz.png": png("#b9c7a3", (520, 300)),
    "media/platz.yaml": described("Ein Platz mit Bäumen."),
    "media/plan.svg": PLAN,
    "media/plan.yaml": described("Ein Plan mit einem Weg."),
}
"""Every kind of text and picture, with links and marks, a series, a draft, texts yet to come and soon to lapse."""
