"""One language of the site: its words, plurals, dates and figures."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from functools import cache, cached_property
from html import escape
from typing import TYPE_CHECKING

from pressroom.kinds.dates import Moment, PartialDate
from pressroom.kinds.languages import SOURCE, direction

if TYPE_CHECKING:
    from babel import Locale

_LOCALES = {"de-simple": "de", "en": "en_GB"}
"""The CLDR locale of dates and plurals, where it is called otherwise than the language."""

Said = str | Mapping[str, str]
"""A word of the site: text, or the plural forms of CLDR (``one``, ``few``, ``other`` …)."""

_HELD = "\u00a0"


class German(str):
    """A word that is missing in a language, in German; inside a page it says so."""

    __slots__ = ()

    def __html__(self) -> str:
        return f'<span lang="de" dir="ltr">{escape(str(self))}</span>'


class Tongue:
    """All that a page says in one language. ``said`` are its words, ``german`` those that stand in for missing ones."""

    def __init__(self, lang: str, said: Mapping[str, Said], german: Mapping[str, Said]) -> None:
        self.lang = lang
        self.said = said
        self.german = german

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tongue) and (self.lang, self.said, self.german) == (
            other.lang,
            other.said,
            other.german,
        )

    def __hash__(self) -> int:
        return hash(self.lang)

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return direction(self.lang)

    def __getitem__(self, key: str) -> str:
        """A word; German where it is missing. Raises KeyError for a word that no language has.

        A ``label_…`` stands in an attribute, which has no room for the mark of another language.
        """
        word = self.said.get(key)
        if isinstance(word, str):
            return word
        standing_in = self.german[key]
        assert isinstance(standing_in, str), f"{key} has plural forms; it is said with a number"
        return standing_in if key.startswith("label_") else German(standing_in)

    def say(self, key: str, **filled: object) -> str:
        """A sentence with its gaps filled."""
        word = self[key]
        text = word.format(**filled)
        return German(text) if isinstance(word, German) else text

    def count(self, key: str, amount: int) -> str:
        """An amount with its word in the right form, which is chosen by the plural rules of CLDR."""
        forms = self.said.get(key)
        if isinstance(forms, Mapping):
            return _form(forms, self.lang, amount).format(count=self.number(amount))
        german = self.german[key]
        assert isinstance(german, Mapping), f"{key} has no plural forms"
        return German(_form(german, SOURCE, amount).format(count=self.number(amount)))

    # Dates.

    def day(self, value: date) -> str:
        """``14. Juli 2021``, day and month held together on one line."""
        return self._long % self._parts(value)

    def weekday(self, value: date) -> str:
        """``Mittwoch``."""
        return self._weekdays[value.weekday()]

    def month(self, value: date) -> str:
        """``Juli``, as it stands alone."""
        return self._months_alone[value.month]

    def month_and_year(self, value: date) -> str:
        """``Juli 2021``."""
        return self._month_and_year % self._parts(value)

    def partial(self, value: PartialDate) -> str:
        """As precise as it is known: ``14. Juli 2021``, ``Dezember 2021``, ``2021``."""
        if value.day:
            return self.day(value.first)
        return self.month_and_year(value.first) if value.month else str(value.year)

    def clock(self, value: time) -> str:
        """``18`` or ``18:30`` in German, which says Uhr behind it; ``18:00`` elsewhere."""
        if self._locale_name == "de" and not value.minute:
            return str(value.hour)
        return f"{value.hour}:{value.minute:02}"

    def period(self, start: PartialDate | None, end: PartialDate | None) -> str:
        """``16. November 2017 bis 31. Dezember 2021``; ``ab``, ``bis`` or nothing where an end is unknown."""
        if start and end and start != end:
            return self.say("from_to", start=self.partial(start), end=self.partial(end))
        if start:
            return self.partial(start) if end else self.say("from", start=self.partial(start))
        return self.say("until", end=self.partial(end)) if end else ""

    def when(self, start: Moment, end: Moment | None) -> str:
        """``Freitag, 30. August 2019, 10 bis 12 Uhr``; as much of it as is known."""
        first = self._moment(start.day)
        if end is None or end.day == start.day:
            if start.clock is None:
                return first
            if end is None or end.clock is None or end.clock == start.clock:
                return self.say("when_at", day=first, start=self.clock(start.clock))
            hours = {"start": self.clock(start.clock), "end": self.clock(end.clock)}
            return self.say("when_hours", day=first, **hours)
        last = self._moment(end.day)
        if end.clock is not None:
            last = self.say("when_at", day=last, start=self.clock(end.clock))
        if start.clock is None:
            return self.say("from_to", start=first, end=last)
        return self.say("moments", start=self.say("when_at", day=first, start=self.clock(start.clock)), end=last)

    def full_day(self, value: date) -> str:
        """``Mittwoch, 14. Juli 2021``."""
        return self._full % self._parts(value)

    def hour(self, value: time) -> str:
        """``18 Uhr``."""
        return self.say("hour", clock=self.clock(value))

    def _moment(self, value: PartialDate) -> str:
        exact = value.exact
        return self.full_day(exact) if exact else self.partial(value)

    # Figures and lists.

    def number(self, value: Decimal | int) -> str:
        """``1.234,5``."""
        # Imported by need, here and below: Babel takes 5 ms to load.
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self._locale_name)

    def euro(self, value: Decimal) -> str:
        """``241.571 €``."""
        from babel.numbers import format_decimal

        digits = "#,##0" if value == value.to_integral_value() else "#,##0.00"
        return f"{format_decimal(value, digits, locale=self._locale_name)}{_HELD}€"

    def listed(self, parts: Iterable[str]) -> str:
        """``Montag, Dienstag und Freitag``."""
        from babel.lists import format_list

        return format_list(list(parts), locale=self._locale_name)

    # What CLDR knows of the language; read once, because to have Babel write each date took a fifth of a page's time.

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


def _form(forms: Mapping[str, str], lang: str, amount: int) -> str:
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
