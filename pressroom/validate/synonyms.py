"""German and other words for the fields, for the question „Meinten Sie …?“."""

_WORDS = """
alternativtext=alt anfang=start anmeldung=registration anschrift=address adresse=address autor=author
barrierefreiheit=accessibility beginn=start bild=picture bildbeschreibung=alt datum=date description=summary
einwilligung=consent e-mail=email mail=email ende=end entwurf=draft ergebnis=results ergebnisse=results
förderung=funding fotograf=author image=picture kosten=cost kurzfassung=summary license=licence lizenz=licence
name=title organiser=organizer ort=place personen=people preis=cost projekt=projects projekte=projects
quelle=sources quellen=sources schlagwort=topics stand=status tags=topics telefon=phone thema=topics themen=topics
titel=title träger=lead überschrift=title urheber=author veranstalter=organizer webseite=url website=url
zielgruppe=target_groups zielgruppen=target_groups ziele=aims zusammenfassung=summary
"""

SYNONYMS: dict[str, str] = dict(pair.split("=", 1) for pair in _WORDS.split())
