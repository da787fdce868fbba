"""The rules of those who pay: European Social Fund 2014–2020, ESF Plus 2021–2027, Saxony.

Numbers are those of the project's list of requirements.
"""

from pressroom.catalogue.rule import Rule

_EU14 = "Durchführungsverordnung (EU) Nr. 821/2014"
_CPR14 = "Verordnung (EU) Nr. 1303/2013, Anhang XII"
_CPR21 = "Verordnung (EU) 2021/1060"
_SAB = "SAB, Publizität und Logos, Förderzeitraum 2014–2020"
_EU14_URL = "https://gesetze.legal/eu/vo_eu_2014_821/4"
_EU21_URL = "https://gesetze.legal/eu/vo_eu_2021_1060/anhang_ix"
_SAB_URL = "https://www.sab.sachsen.de/publizit%C3%A4t-und-logos-f%C3%B6rderzeitraum-2014-2020"

GRANTS = (
    Rule(
        "P-1",
        "Ein Vorhaben trägt den Hinweis seines Programms und keinen anderen; ohne ESF trägt es keinen.",
        "Regel dieses Projekts, Weiche nach der Förderperiode",
    ),
    Rule(
        "P14-1",
        "Jede Seite nennt die Förderung: Emblem mit Hinweis auf die Union, dazu der Fonds.",
        f"{_CPR14}, 2.2 Nr. 1",
        confirmed=False,
    ),
    Rule("P14-2", "Auf Websites steht das Emblem in Farbe.", f"{_EU14}, Art. 4 Abs. 1", _EU14_URL),
    Rule(
        "P14-3",
        "Das Emblem ist deutlich sichtbar; Größe und Platz stehen im Verhältnis zur Seite.",
        f"{_EU14}, Art. 4 Abs. 2",
        _EU14_URL,
    ),
    Rule(
        "P14-4", "Emblem und Hinweis auf die Union sind ohne Scrollen zu sehen.", f"{_EU14}, Art. 4 Abs. 3", _EU14_URL
    ),
    Rule("P14-5", "„Europäische Union“ wird immer ausgeschrieben.", f"{_EU14}, Art. 4 Abs. 4", _EU14_URL),
    Rule(
        "P14-6",
        "Neben dem Emblem stehen nur die erlaubten Schriften, ohne Kursive, Unterstreichung und Effekte.",
        f"{_EU14}, Art. 4 Abs. 4",
        _EU14_URL,
    ),
    Rule(
        "P14-7",
        "Das Emblem ist mindestens so hoch oder so breit wie das größte andere Logo.",
        f"{_EU14}, Art. 4 Abs. 5",
        _EU14_URL,
        kept="Im Förderhinweis duldet `page-logo` kein zweites Bild; dass in Kopf, Fuß und bei Partnern "
        "nichts höher und breiter ist als das Emblem, misst ein Browser (tests/test_funding_seen.py).",
    ),
    Rule(
        "P14-8",
        "Das Emblem hat die vorgeschriebene Geometrie und die vorgeschriebenen Farben.",
        f"{_EU14}, Art. 3 und Anhang II",
        "https://publications.europa.eu/code/en/en-5000100.htm",
    ),
    Rule(
        "P14-9",
        "Die Website beschreibt jedes Vorhaben kurz, mit Zielen und Ergebnissen.",
        f"{_CPR14}, 2.2 Nr. 2 Buchst. a",
        confirmed=False,
    ),
    Rule(
        "P14-10",
        "Zu jedem Vorhaben gehört wenigstens ein Plakat im Format A3.",
        f"{_CPR14}, 2.2 Nr. 2 Buchst. b",
        "http://www.sab.sachsen.de/de/service/publizitaet_logo/index.jsp",
        kept="Plakate hängen nicht auf der Website. `build.py evidence` führt diese Regel im Nachweis eines "
        "Vorhabens als „nicht geprüft“ und bittet um ein Foto des Aushangs (tests/test_evidence.py).",
    ),
    Rule(
        "P14-11",
        "Unterlagen für Teilnehmende nennen die Förderung.",
        f"{_CPR14}, 2.2 Nr. 3",
        _SAB_URL,
        kept="Solche Unterlagen liegen nicht auf der Website; im Druck trägt jede Seite das Emblem "
        "(tests/test_funding_seen.py). `build.py evidence` führt die Regel als „nicht geprüft“ "
        "(tests/test_evidence.py).",
    ),
    Rule(
        "P14-14",
        "Jede Maßnahme der Publizität wird belegt.",
        _SAB,
        _SAB_URL,
        kept="`build.py evidence` legt zu jedem Vorhaben einen datierten Ordner mit Seiten, Bildschirmfotos "
        "und Prüfsummen an (tests/test_evidence.py).",
    ),
    Rule(
        "P21-1",
        "Das Emblem steht gut sichtbar auf allem, was sich an die Öffentlichkeit richtet, auch auf Telefonen.",
        f"{_CPR21}, Anhang IX, 1.1",
        _EU21_URL,
        kept="Jede Seite wird mit `page-funding` und `page-late` auf das Emblem geprüft; ob man es auf "
        "Telefon, Tablet, großem Schirm und Papier sieht, misst ein Browser "
        "(tests/test_funding_seen.py).",
    ),
    Rule(
        "P21-2",
        "Neben dem Emblem steht „Kofinanziert von der Europäischen Union“; nie stehen zwei Hinweise an einem Vorhaben.",
        f"{_CPR21}, Anhang IX, 1.2",
        _EU21_URL,
    ),
    Rule(
        "P21-3",
        "Neben dem Emblem stehen nur die erlaubten Schriften, ohne Kursive, Unterstreichung und Effekte.",
        f"{_CPR21}, Anhang IX, 1.3 bis 1.6",
        _EU21_URL,
        kept="Dieselbe Prüfung wie zu P14-6, `style-words`: Sie gilt für beide Förderhinweise und beide "
        "Programme (tests/test_funding.py).",
    ),
    Rule(
        "P21-4",
        "Das Emblem bleibt unverändert; für die Förderung der Union steht kein anderes Logo.",
        f"{_CPR21}, Anhang IX, 1.7",
        _EU21_URL,
    ),
    Rule(
        "P21-6",
        "Die Website beschreibt jedes Vorhaben kurz, mit Zielen und Ergebnissen, und hebt die Förderung hervor.",
        f"{_CPR21}, Art. 50 Abs. 1",
        "https://eur-lex.europa.eu/eli/reg/2021/1060",
    ),
    Rule(
        "P21-8",
        "Das Emblem ist auf dem Bildschirm mindestens 32 Pixel, im Druck mindestens 1 cm hoch.",
        "Regel dieses Projekts",
    ),
    Rule(
        "P21-10",
        "Die Liste der Vorhaben nennt Zweck, Zeitraum, Kosten und Fonds.",
        f"{_CPR21}, Art. 49 Abs. 3",
        "https://gesetze.legal/eu/vo_eu_2021_1060/49",
    ),
    Rule(
        "SN-3",
        "Der Satz zu den Steuermitteln des Freistaats steht so da, wie ihn der Zuwendungsbescheid verlangt.",
        _SAB,
        _SAB_URL,
    ),
    Rule(
        "SN-5",
        "Förderhinweis und Impressum sagen: Europa fördert Sachsen. · ESF · Europäischer Sozialfonds.",
        "Vorgabe des Auftraggebers",
    ),
    Rule(
        "SN-4",
        "Fremde Logos werden nur aus gelieferten Dateien übernommen, nie nachgezeichnet.",
        "Regel dieses Projekts",
        kept="Von Zeichen anderer entsteht hier nur das Emblem der Union, nach den Maßen der Verordnung "
        "(tests/test_emblem.py). Für Logos von Partnern gibt es kein Feld; jedes andere Bild braucht "
        "Urheber und Bedingungen (`picture-undescribed`, `picture-licence`).",
    ),
)
