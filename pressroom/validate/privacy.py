"""What the privacy page says the site does must be what it does. Half of such pages are copied from elsewhere."""

import re

from pressroom.load import Source
from pressroom.problems import Desk, quoted
from pressroom.urls import PRIVACY

_SENTENCE = re.compile(r"[^.!?\n]*[.!?]?")
_DENIED = re.compile(
    r"\b(?:kein\w*|nicht|nichts|nie|niemals|niemand\w*|ohne|weder|verzichte\w*|statt)\b", re.IGNORECASE
)
_NOT_DONE = re.compile(
    r"""\b(?:
        (?:session-?|tracking-?|drittanbieter-?)?cookies? | (?:local|session)\s?storage | zählpixel | web\s?beacons?
      | google\s(?:analytics|fonts|maps|recaptcha|tag\smanager|ads\w*) | recaptcha | matomo | piwik | etracker | hotjar
      | facebook[\s-]?pixel | meta[\s-]?pixel | social[\s-]?(?:media[\s-])?plug-?ins? | adobe\s(?:fonts|typekit)
      | youtube | vimeo | cloudflare | jsdelivr
      | (?:kontakt|anmelde|bestell|kommentar)-?formular\w* | kommentarfunktion | newsletter | (?:be)?nutzerkonto
      | registrier\w+ | einwilligungsbanner | cookie-?banner | consent[\s-]?(?:tool|manager|banner)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What no page of this site does; the checks of sources and pages stop a build that would."""


def of_page(source: Source, desk: Desk) -> None:
    """Reports each sentence of the privacy page that tells of something the site does not do."""
    if source.folder != "pages" or source.name != PRIVACY:
        return
    for number, line in enumerate(source.text.split("\n")):
        for sentence in _SENTENCE.findall(line):
            if _NOT_DONE.search(sentence) and not _DENIED.search(sentence):
                desk.report("privacy-claim", source.path, source.text_line + number, 0, text=quoted(sentence, 90))
