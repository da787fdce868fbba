"""Words in the fields of a story or picture that make barriers (WCAG 2.2): what the text itself is told of as well."""

from pressroom.kinds import Picture, Project
from pressroom.kinds.story import StoryFields
from pressroom.kinds.values import Model
from pressroom.load import Source
from pressroom.markup import address_only, of_words, says_nothing, shouted
from pressroom.problems import Desk, quoted


def of_story(told: Model, source: Source, desk: Desk) -> None:
    """Titles in capitals, and links to sources or elsewhere that do not say where they lead."""
    if not isinstance(told, StoryFields):
        return
    for field, text in (("title", told.title), ("summary", told.summary)):
        loud = shouted(text)
        if loud:
            desk.report("text-capitals", source.path, *source.place(field), text=quoted(loud))
    led = [(("sources", number, "title"), one.title, one.url) for number, one in enumerate(told.sources)]
    if isinstance(told, Project):
        led += [(("links", number, "title"), one.title, one.url) for number, one in enumerate(told.links)]
    for place, words, url in led:
        if url and words:
            _link(words, place, source, desk)


def of_picture(picture: Picture, source: Source, desk: Desk) -> None:
    """A description that describes nothing."""
    code = of_words(picture.alt)
    if code:
        desk.report(code, source.path, *source.place("alt"), text=quoted(picture.alt))


def _link(words: str, place: tuple[str | int, ...], source: Source, desk: Desk) -> None:
    if address_only(words):
        desk.report("link-bare", source.path, *source.place(*place), text=quoted(words))
    elif says_nothing(words):
        desk.report("link-vague", source.path, *source.place(*place), text=quoted(words))
