"""German and other words for the fields, for the question „Meinten Sie …?“."""

_WORDS = """
alternativtext=alt anfang=start anmeldung=registration anschrift=address adresse=address autor=author
barrierefreiheit=accessibility beginn=start bild=picture bildbeschreibung=alt date=start datum=date
datum=start description=summary einwilligung=consent e-mail=email mail=email ende=end entwurf=draft
ergebnis=results ergebnisse=results förderung=funding fotograf=author image=picture kosten=cost
kurzfassung=summary license=licence lizenz=licence link=url name=title organiser=organizer ort=place
personen=people preis=cost projekt=projects projekte=projects quelle=sources quellen=sources schlagwort=topics
sorgeberechtigte=guardians eltern=guardians kinder=children
stand=status tags=topics telefon=phone thema=topics themen=topics title=name titel=title titel=name
träger=lead überschrift=title urheber=author veranstalter=organizer webseite=url website=url
anmerkung=note einheit=unit wert=value werte=values zahlen=series zeitleiste=timeline
zielgruppe=target_groups zielgruppen=target_groups ziele=aims zusammenfassung=summary
"""

SYNONYMS: dict[str, tuple[str, ...]] = {}
"""A word and the fields it may mean; the first that the kind has is meant."""
for _pair in _WORDS.split():
    _word, _field = _pair.split("=", 1)
    SYNONYMS[_word] = (*SYNONYMS.get(_word, ()), _field)
