"""The poster that shows what the European Social Fund paid for (P14-10, P21-6), one for each funded project."""

from collections.abc import Iterator

from pressroom.files import File, Typeset, later
from pressroom.kinds import Project
from pressroom.kinds.languages import SOURCE
from pressroom.outputs import views
from pressroom.outputs.papers import offers
from pressroom.outputs.papers.sheet import rows, said, sheet
from pressroom.outputs.stories import told
from pressroom.validate import Site

TEMPLATE = "print/funding.typ"
AIMS = 2
"""So many sentences of its aims stand on a project's poster."""


def posters(site: Site) -> Iterator[File]:
    """A poster A3 for each project of which it is known that the ESF paid for it."""
    for story in told(site.projects, site):
        for size in offers.project_sizes(story):
            yield later(offers.address(story, size), story.path, poster, story.id, size)


def poster(site: Site, name: str, size: offers.Size) -> Typeset:
    """The poster of one of them."""
    story = site.story("projects", name)
    project: Project = story.fields
    # Sentences of the aims are not translated; the summary is.
    aims = project.aims[:AIMS] if site.lang == SOURCE else ()
    period = views.facts(views.fact(site.tongue["project_period"], site.tongue.period(project.start, project.end)))
    lead = views.facts(views.fact(site.tongue["lead"], *views.linked([site.partner(project.lead)])))
    values = {
        "kicker": said(site.tongue["project"], site),
        "aims_label": said(site.tongue["aims"], site),
        "aims": aims,
        "facts": [*rows(lead, site, german=True), *rows(period, site, german=False)],
        "notice": notice_of(project),
    }
    title = site.tongue.say("poster_title", title=project.title)
    return sheet(site, story, TEMPLATE, size, title, values)


def notice_of(project: Project) -> tuple[str, str]:
    """The words of a programme beside the emblem, as the regulations have them (P14-5, P21-2), on two lines."""
    if project.funding is not None and project.funding.programme == "esf-plus-2021-2027":
        return "Kofinanziert von der", "Europäischen Union"
    return "Europäische Union", "Europäischer Sozialfonds"
