"""The table of kinds: to add one is to write its model and name it here."""

from pressroom.kinds import Event, Kind, News, Page, Partner, Picture, Place, Project, Settings

KINDS: tuple[Kind, ...] = (
    Kind("news", "news", ".md", News, "eine Nachricht", "Nachrichten"),
    Kind("event", "events", ".md", Event, "einen Termin", "Termine"),
    Kind("project", "projects", ".md", Project, "ein Vorhaben", "Vorhaben"),
    Kind("page", "pages", ".md", Page, "eine Seite", "Seiten"),
    Kind("partner", "partners", ".yaml", Partner, "einen Partner", "Partner"),
    Kind("place", "places", ".yaml", Place, "einen Ort", "Orte"),
)

PICTURE = Kind("picture", "media", ".yaml", Picture, "ein Bild", "Bilder")
SETTINGS = Kind("site", "", ".yaml", Settings, "die Einstellungen", "Einstellungen")

SHELVES = {kind.folder: kind.suffix for kind in (*KINDS, PICTURE, SETTINGS)}
