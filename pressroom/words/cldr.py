"""What CLDR knows of a language: how dates are put together, what months are called, which plurals there are."""

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_LOCALES = {"de-simple": "de", "en": "en_GB"}
"""The CLDR locale of dates and plurals, where it is called otherwise than the language."""

_HELD = "\u00a0"


class Patterns:
    """The patterns of dates of a language; read once, because to have Babel write each date took a fifth of a page's
    time.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang

    @property
    def _locale_name(self) -> str:
        return _LOCALES.get(self.lang, self.lang)

    @cached_property
    def _locale(self) -> "Locale":
        return _locale(self._locale_name)

    @cached_property
    def _long(self) -> str:
        return _held(str(self._locale.date_formats["long"].format))

    @cached_property
    def _long_of_any_year(self) -> str:
        return _held(str(self._locale.datetime_skeletons["MMMMd"].format))

    @cached_property
    def _full(self) -> str:
        return _held(str(self._locale.date_formats["full"].format))

    @cached_property
    def _month_and_year(self) -> str:
        return str(self._locale.datetime_skeletons["yMMMM"].format)

    @cached_property
    def _months(self) -> Mapping[int, str]:
        return dict(self._locale.months["format"]["wide"])

    @cached_property
    def _months_alone(self) -> Mapping[int, str]:
        return dict(self._locale.months["stand-alone"]["wide"])

    @cached_property
    def _weekdays(self) -> Mapping[int, str]:
        return dict(self._locale.days["stand-alone"]["wide"])

    def _parts(self, value: date) -> dict[str, object]:
        return {
            "d": value.day,
            "MMMM": self._months[value.month],
            "LLLL": self._months_alone[value.month],
            "y": value.year,
            "EEEE": self._weekdays[value.weekday()],
        }


@cache
def _locale(name: str) -> "Locale":
    # Loaded by need: a build in which no page is made writes no date.
    from babel import Locale

    return Locale.parse(name)


def _held(pattern: str) -> str:
    """A pattern of CLDR whose day and month stay on one line."""
    return pattern.replace("%(d)s ", f"%(d)s{_HELD}").replace("%(d)s. ", f"%(d)s.{_HELD}")


def form(forms: Mapping[str, str], lang: str, amount: int) -> str:
    """The plural form for an amount; ``other`` is the one every language has."""
    if set(forms) == {"other"}:
        return forms["other"]
    return forms.get(_locale(_LOCALES.get(lang, lang)).plural_form(amount), forms["other"])


@cache
def plurals(lang: str) -> tuple[str, ...]:
    """The plural forms a language has, by CLDR: ``one``, ``other`` in German, six in Arabic."""
    order = ("zero", "one", "two", "few", "many", "other")
    forms = {*_locale(_LOCALES.get(lang, lang)).plural_form.tags, "other"}
    return tuple(form for form in order if form in forms)
