"""An office and how to reach it."""

from pydantic import Field

from pressroom.kinds.values import Line, Mail, Model, Phone, Sentence, Sentences, Sources, Title, Web


class Contact(Model):
    """An office and how to reach it."""

    name: Title = Field(title="Name", description="Wer.")
    unit: Line | None = Field(default=None, title="Bereich", description="Amt oder Abteilung.")
    person: Line | None = Field(default=None, title="Ansprechpartner", description="Name und Funktion.")
    address: Line = Field(title="Anschrift", description="In einer Zeile.")
    phone: Phone | None = Field(default=None, title="Telefon", description="Mit Vorwahl.")
    hours: Sentences = Field(
        default=(),
        title="Sprechzeiten",
        description="Wann jemand da ist; eine Zeile für jeden Tag.",
        examples=["Montag 14 bis 18 Uhr"],
    )
    email: Mail | None = Field(default=None, title="E-Mail", description="Ein Funktionspostfach.")
    url: Web | None = Field(default=None, title="Website", description="Vollständig.")
    note: Sentence | None = Field(default=None, title="Hinweis", description="Was man wissen muss.")
    sources: Sources = Field(default=(), title="Quellen", description="Woher die Angaben stammen.")
