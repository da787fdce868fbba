"""The table of kinds: to add one is to write its model and name it here."""

from pressroom.kinds import Event, Kind, News, Page, Partner, Picture, Place, Project, Settings

KINDS: tuple[Kind, ...] = (
    Kind("news", "news", ".md", News, "Nachrichten"),
    Kind("event", "events", ".md", Event, "Termine"),
    Kind("project", "projects", ".md", Project, "Vorhaben"),
    Kind("page", "pages", ".md", Page, "Seiten"),
    Kind("partner", "partners", ".yaml", Partner, "Partner"),
    Kind("place", "places", ".yaml", Place, "Orte"),
)

PICTURE = Kind("picture", "media", ".yaml", Picture, "Bilder")
SETTINGS = Kind("site", "", ".yaml", Settings, "Einstellungen")

SHELVES = {"words": ".yaml", **{kind.folder: kind.suffix for kind in (*KINDS, PICTURE, SETTINGS)}}

MODELS = {kind.folder: kind.model for kind in (*KINDS, PICTURE, SETTINGS)}
