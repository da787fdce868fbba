"""A crowd of made-up news in the words of a German district, for what only shows in large numbers."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random

NEWEST = date(2026, 11, 20)
FIRST = """
abend advent alten bach bahnhofs ball baum begegnungs beratungs berg bewegungs bildungs blumen boden brand brücken
brunnen bücher bürger computer dach denkmal dorf eltern energie ernte fahrrad familien feier feld fenster ferien film
fluss foto frauen freiwilligen freizeit frühjahrs frühstücks fußball garagen garten gehweg gemeinschafts gesangs
geschichts gesundheits grün hallen hand handwerks haus heimat herbst hoch hof holz hunde ideen informations integrations
jahres jubiläums jugend keller kinder kirchen klima koch kräuter kreativ kultur kunst land laternen laub leder lern lese
licht maler markt mauer medien mieter mitmach mittags mobilitäts mond müll museums musik mutter nachbarschafts nacht
natur obst ofen park pflanz pflege platz post puppen quartiers rad rast rathaus raum reparatur rodel rollstuhl sammel
schach schul schwimm senioren sommer sonnen spiel sport sprach stadtteil stein straßen strick tanz tausch technik
theater tier tisch tor trödel turm turn ufer umwelt verkehrs vereins vogel vorlese wald wander wasser wege weihnachts
werk wiesen winter wohn wunsch zeit zeitungs zelt ziegel zirkus zukunfts
""".split()
LAST = """
abend abordnung aktion amt anfrage angebot anlage antrag arbeit arbeiten ausflug ausgabe ausleihe ausschuss ausstellung
bad bank bänke baracke bau beet begehung beirat beratung bericht bibliothek börse brief broschüre café chor dienst
diskussion eck eröffnung ersatz fahrt feier feld fest förderung forum frage freunde führung gang garten gebiet gelände
gemeinschaft geräte geschichte gespräch gottesdienst gruppe halle heft heim helfer hilfe hof hütte initiative kalender
karte kasten keller kiste klasse konzept konzert kreis kurs küche laden lager lauf leiter lesung liga liste mannschaft
markt meister mittel nachmittag netz ordnung park pass pate pavillon pfad plan platz preis programm projekt prüfung
punkt rallye rat raum regal reihe reparatur rundgang runde sanierung satzung schau schrank schule schutz sprecher stelle
stiftung stunde suche tafel tag team telefon terrasse tour treff treffen turnier umfrage umbau unterricht verein
verkauf verleih versammlung vertrag wagen wand weg werkstatt wettbewerb wiese woche wohnung zeit zeitung zentrum zimmer
""".split()
SHORT = """
aber alle auch auf aus bei beim bis damit dann dass der die das dem den des doch dort ein eine einem einen einer für
gegen gibt hat haben hier ihr immer in ist jetzt kann kommen können mehr mit nach nicht noch nun nur oder ohne schon
sehr sich sie sind so soll über um und uns unter viele vom von vor war waren was weil wenn wer werden wie wieder wir
wird wurde zu zum zur zwei
""".split()
ENDINGS = ("", "", "", "", "s", "n", "en", "e", "er")
NAMES = """
Anna Berta Clara Dora Emma Frieda Greta Hanna Ida Jana Käthe Lena Marta Nora Olga Paula Rosa Sina Tilda Ursel
""".split()


def compounds() -> list[str]:
    """Some thirty thousand German compounds in a settled, mixed order: the front ones will be the common ones."""
    made = [first + last for first in FIRST for last in LAST if not first.startswith(last[:3])]
    Random(7).shuffle(made)
    return made


def news(count: int) -> Iterator[tuple[str, str]]:
    """So many stories, newest first, three a day: path and text. The words of a story follow Zipf's law."""
    chance = Random(2026)
    long = compounds()
    weights = list(accumulate(1 / (rank + 8) for rank in range(len(long))))

    def word() -> str:
        made = chance.choices(long, cum_weights=weights)[0] + chance.choice(ENDINGS)
        return made.title() if chance.random() < 0.8 else made

    def sentence(length: int) -> str:
        return " ".join(word() if chance.random() < 0.4 else chance.choice(SHORT) for _ in range(length))

    for number in range(count):
        day = NEWEST - timedelta(days=number // 3)
        title = f"{sentence(5).capitalize()} mit {chance.choice(NAMES)}"
        text = ".\n\n".join(sentence(chance.randrange(30, 90)).capitalize() for _ in range(3))
        yield (
            f"news/{day}-nr-{number}-{chance.choice(LAST)}.md".replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"),
            f"---\ntitle: {title}\nsummary: {sentence(12).capitalize()}.\ndate: {day}\ntopics: [sport]\n---\n{text}.\n",
        )
