"""One language of the site: its words, plurals, dates and figures."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal

from pressroom.kinds.dates import Moment, PartialDate
from pressroom.kinds.languages import SOURCE, direction
from pressroom.problems import ContentError, Desk, quoted
from pressroom.words.cldr import Patterns, form, plurals
from pressroom.words.marked import German, Html, Marked, html_of

Said = str | Mapping[str, str]
"""A word of the site: text, or the plural forms of CLDR (``one``, ``few``, ``other`` …)."""

GERMAN_WORDS = "content/words/de.yaml"
"""Where the words stand that all others are held against, as messages call it."""

_HELD = "\u00a0"


class Tongue(Patterns):
    """All that a page says in one language. ``said`` are its words, ``german`` those that stand in for missing ones."""

    def __init__(self, lang: str, said: Mapping[str, Said], german: Mapping[str, Said]) -> None:
        super().__init__(lang)
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
        """A word; German where it is missing. Raises ContentError for a word that German lacks."""
        word = self.said.get(key)
        return word if isinstance(word, str) else German(self.in_german_words(key))

    def say(self, key: str, **filled: object) -> str:
        """A sentence with its gaps filled, by words of this language or by German ones, which keep their mark."""
        word = self[key]
        text = word.format(**filled)
        german = isinstance(word, German)
        if german and not any(_needs_mark(value) for value in filled.values()):
            return German(text)
        if not german and not any(isinstance(value, Marked) for value in filled.values()):
            return text
        html = html_of(str(word)).format(**{gap: self._within(value, german) for gap, value in filled.items()})
        return Marked(text, f'<span lang="de" dir="ltr">{html}</span>' if german else html)

    def _within(self, value: object, german: bool) -> str:
        """What fills a gap. In a German sentence the words of this language bear its mark."""
        if not german:
            return html_of(value)
        return f"<span{self.own}>{html_of(value)}</span>" if _needs_mark(value) else html_of(str(value))

    def count(self, key: str, amount: int) -> str:
        """An amount with its word in the right form, which is chosen by the plural rules of CLDR."""
        forms = self.said.get(key)
        if isinstance(forms, Mapping):
            return form(forms, self.lang, amount).format(count=self.number(amount))
        german = self.german.get(key)
        if not isinstance(german, Mapping):
            raise _unsaid(key, german, f"eine Gruppe mit {', '.join(plurals(SOURCE))}")
        return German(form(german, SOURCE, amount).format(count=self.number(amount)))

    # The marks of language.

    @property
    def own(self) -> Html:
        """The attributes of an element that returns to this language inside German."""
        return Html(f' lang="{self.lang}" dir="{self.direction}"')

    @property
    def foreign(self) -> Html:
        """The attributes of an element that is German whatever the language of the page."""
        return Html("" if self.lang == SOURCE else ' lang="de" dir="ltr"')

    def mark(self, text: str) -> Html:
        """The attributes of an element that has German words in another attribute, where it cannot mark them."""
        return Html(' lang="de" dir="ltr"' if isinstance(text, German) else "")

    def named(self, key: str, of: str = "") -> Html:
        """The name of a landmark: a word that is missing makes it German; what is ``inside`` returns.

        What it is ``of`` is said behind it, if it is of the same language.
        """
        word = self[key]
        alike = of and isinstance(word, German) == isinstance(of, German)
        return Html(f' aria-label="{html_of(f"{word}: {of}" if alike else str(word))}"{self.mark(word)}')

    def inside(self, key: str) -> Html:
        """The attributes of what stands inside a landmark with such a name."""
        return self.own if isinstance(self[key], German) else Html("")

    def label(self, key: str) -> Html:
        """A word that the style sheet shows, ``data-label``. Nothing marks it there: a missing one is left out."""
        word = self[key]
        return Html("" if isinstance(word, German) else f' data-label="{html_of(word)}"')

    def words_for_scripts(self, *keys: str) -> Html:
        """Words a script will show: ``data-today``; a missing one with its language, ``data-today-lang``."""
        words = ((key, self[key]) for key in keys)
        said = (
            f' data-{key}="{html_of(str(word))}"' + (f' data-{key}-lang="de"' if isinstance(word, German) else "")
            for key, word in words
        )
        return Html("".join(said))

    def says(self, *keys: str) -> bool:
        """Whether this is no German, and has a word of its own for each of these."""
        return self._locale_name != SOURCE and all(key in self.said for key in keys)

    def in_german_words(self, key: str) -> str:
        """A word in German, as the law wants some on every page. Raises ContentError where German lacks it."""
        word = self.german.get(key)
        if not isinstance(word, str):
            raise _unsaid(key, word, "ein Text")
        return word

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

    def day_and_month(self, value: date) -> str:
        """``14. Juli``."""
        return self._long_of_any_year % self._parts(value)

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
        parts = list(parts)
        if len(parts) == 1:
            return parts[0]
        from babel.lists import format_list

        text = format_list(parts, locale=self._locale_name)
        if not any(isinstance(part, Marked) for part in parts):
            return text
        # CLDR joins letters that stand for the parts, so that each keeps its mark.
        letters = [chr(0xE000 + number) for number in range(len(parts))]
        html = html_of(format_list(letters, locale=self._locale_name))
        return Marked(text, "".join(html_of(parts[letters.index(sign)]) if sign in letters else sign for sign in html))

    @property
    def comma(self) -> str:
        """What stands between the parts of a note."""
        return "، " if self.lang == "ar" else ", "


def _needs_mark(value: object) -> bool:
    """Whether what fills a gap of a German sentence is of another language; numbers are of none."""
    return not isinstance(value, German) and any(sign.isalpha() for sign in str(value))


def _unsaid(key: str, given: Said | None, wanted: str) -> ContentError:
    """What to raise for a word that a page needs, and that German lacks or has in another form."""
    desk = Desk()
    if given is None:
        desk.report("words-lost", GERMAN_WORDS, text=quoted(key), held="")
    else:
        desk.report("words-form", GERMAN_WORDS, text=quoted(key), wanted=wanted)
    return ContentError(desk.sorted())
