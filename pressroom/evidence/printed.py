"""The readable summary as a PDF/UA, for whoever keeps papers; it says what the page says, in the same words."""

import re

from pressroom import typeset
from pressroom.evidence.gather import Gathered
from pressroom.evidence.ready import Ready
from pressroom.kinds import Project
from pressroom.outputs.papers.flow import flow
from pressroom.outputs.papers.funding import notice_of
from pressroom.outputs.papers.leaflet import numbered
from pressroom.outputs.papers.sheet import sheet
from pressroom.validate import Site

TEMPLATE = "print/evidence.typ"
NOT_WANTED = "Sie war nicht gewünscht (--no-print)."

_OWN_LINE = re.compile(r'(?=<span class="(?:address|line|source)">)|(?<=</span>) (?=<a )')
"""What the style sheet of the page puts on a line of its own."""


def lacking(site: Site) -> str:
    """Why there can be no PDF, in German; empty where there can."""
    if site.papers:
        return ""
    missing = typeset.missing()
    return f"Dazu fehlt auf diesem Rechner: {', '.join(missing)}." if missing else NOT_WANTED


def printed(ready: Ready, gathered: Gathered, html: str, day: str) -> bytes:
    """The PDF of the summary ``html``. Pictures of the screen lie beside it; their captions stand in it.

    Raises typeset.Unset.
    """
    project: Project = gathered.project.fields
    body = _OWN_LINE.sub("<br>", html.partition("</h1>")[2].partition("</main>")[0])
    text = flow(body, str, apart=True)
    values = {
        "kicker": f"Publizitätsnachweis, Stand {day}",
        "body": {"blocks": text.blocks},
        "notice": notice_of(project) if project.esf else (),
        "sheet_of": numbered(ready.site.tongue),
    }
    title = f"Publizitätsnachweis: {project.title}, Stand {day}"
    recipe = sheet(ready.site, gathered.project, TEMPLATE, "a4", title, values)
    return typeset.typeset(*ready.press.maker.to_set(recipe)).data
