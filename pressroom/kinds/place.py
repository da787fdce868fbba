"""Places: where things happen."""

from pydantic import Field

from pressroom.kinds.values import Ids, Latitude, Line, Longitude, Model, Sources, Summary, Title, Web


class Place(Model):
    """A place with its address and how to get in."""

    name: Title = Field(title="Name", description="Wie der Ort heißt.", examples=["Schiefes Haus"])
    name_hsb: Title | None = Field(
        default=None,
        title="Sorbischer Name",
        description="Nur, wenn er belegt ist.",
        examples=["Strowotna studnja"],
    )
    summary: Summary | None = Field(
        default=None, title="Kurzfassung", description="Was dort ist, in einem oder zwei Sätzen."
    )
    address: Line | None = Field(
        default=None,
        title="Anschrift",
        description="In einer Zeile.",
        examples=["Otto-Nagel-Straße 79, 02625 Bautzen"],
    )
    latitude: Latitude | None = Field(
        default=None, title="Nördliche Breite", description="In Grad.", examples=["51.1903"]
    )
    longitude: Longitude | None = Field(
        default=None, title="Östliche Länge", description="In Grad.", examples=["14.4417"]
    )
    accessibility: Line | None = Field(
        default=None,
        title="Barrierefreiheit",
        description="Wie man hineinkommt.",
        examples=["stufenloser Eingang"],
    )
    url: Web | None = Field(
        default=None, title="Website", description="Vollständig.", examples=["https://www.beispiel.de/"]
    )
    topics: Ids = Field(
        default=(), title="Themen", description="Kennungen aus content/site.yaml.", examples=["[sport]"]
    )
    sources: Sources = Field(default=(), title="Quellen", description="Woher die Angaben stammen.")
    aliases: Ids = Field(
        default=(),
        title="Frühere Adressen",
        description="Alte Adressen dieser Seite; sie leiten weiter.",
        examples=["[/alt/adresse/]"],
    )
