"""What the people shown and the author of a picture have agreed to: whether it is said, and whether it still holds."""

from datetime import date

from pressroom.kinds import Picture
from pressroom.kinds.picture import LICENCES
from pressroom.load import Source
from pressroom.problems import Desk

_EXAMPLES = ("Alle Rechte vorbehalten", "CC BY 4.0", "gemeinfrei")
assert set(_EXAMPLES) <= set(LICENCES)


def check(picture: Picture, source: Source, name: str, today: date, desk: Desk) -> bool:
    """Reports what is missing; whether the picture may be shown (§ 22 KUG, Art. 8 DSGVO).

    ``name`` is that of the picture's file, for the command that withdraws it.
    """
    _author(picture, source, desk)
    if picture.children and picture.people is False:
        desk.report("picture-clash", source.path, *source.place("children"))
        return False
    if picture.people is None and not picture.children:
        desk.report("picture-people", source.path, *source.place("people"))
    if not picture.needs_consent:
        return True
    agreed = _people(picture, source, name, today, desk)
    if picture.children is None:
        desk.report("picture-children", source.path, *source.place("people"))
    elif picture.children:
        # A missing group has been reported already, and with it all that is missing in it.
        return _guardians(picture, source, name, today, desk) and agreed
    return agreed


def _author(picture: Picture, source: Source, desk: Desk) -> None:
    if picture.licence is None:
        written = "licence" if ("licence",) in source.places else "author"
        known = ", ".join(f"„{licence}“" for licence in _EXAMPLES)
        desk.report("picture-licence", source.path, source.place(written).line, 0, known=known)


def _people(picture: Picture, source: Source, name: str, today: date, desk: Desk) -> bool:
    consent = picture.consent
    shown = "people" if ("people",) in source.places else "children"
    if consent is None:
        place, reason = source.place(*(("consent",) if ("consent",) in source.places else (shown,))), "consent fehlt."
    elif consent.given > today:
        place, reason = (
            source.place("consent", "given"),
            f"Der {consent.given:%d.%m.%Y} (given) ist noch nicht gewesen.",
        )
    elif consent.until is not None and consent.until < today:
        place, reason = source.place("consent", "until"), f"Sie galt bis zum {consent.until:%d.%m.%Y} (until)."
    else:
        if consent.reference is None:
            desk.report("picture-proof", source.path, source.place("consent", "reference").line, 0)
        return True
    desk.report("picture-consent", source.path, *place, reason=reason, name=name)
    return False


def _guardians(picture: Picture, source: Source, name: str, today: date, desk: Desk) -> bool:
    if picture.consent is None:
        return False
    guardians = picture.consent.guardians
    if guardians is None:
        there = ("consent", "guardians") in source.places
        place, reason = source.place(*(("consent", "guardians") if there else ("children",))), "guardians fehlt."
    elif guardians.given > today:
        place = source.place("consent", "guardians", "given")
        reason = f"Der {guardians.given:%d.%m.%Y} (guardians.given) ist noch nicht gewesen."
    else:
        return True
    desk.report("picture-guardians", source.path, *place, reason=reason, name=name)
    return False
