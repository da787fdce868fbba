"""The sheet about a project, A4, as funders ask for it: what it is, who pays, what was wanted and what came of it."""

from collections.abc import Iterator, Sequence

from pressroom.files import File, Typeset, later
from pressroom.kinds import Project
from pressroom.outputs import views
from pressroom.outputs.papers import offers
from pressroom.outputs.papers.funding import notice_of
from pressroom.outputs.papers.leaflet import cited, common, listed
from pressroom.outputs.papers.sheet import rows, said, sheet
from pressroom.outputs.stories import money, project_facts, told
from pressroom.validate import Site

TEMPLATE = "print/project.typ"


def sheets(site: Site) -> Iterator[File]:
    """A sheet A4 for each project, whoever pays it."""
    for story in told(site.projects, site):
        if not story.draft:
            yield later(offers.project_sheet(story), story.path, leaflet, story.id)


def leaflet(site: Site, name: str) -> Typeset:
    """The sheet of one of them. Its long text is left to the page that the code leads to."""
    story = site.story("projects", name)
    project: Project = story.fields
    tongue = site.tongue
    # That nothing is known of what came of it is said where somebody may ask for it, as on the page.
    none = tongue["no_results" if project.status == "completed" else "no_results_yet"] if project.esf else ""
    partners = views.facts(views.fact(tongue["involved"], *views.linked(map(site.partner, project.partners))))
    values = {
        "kicker": said(tongue["project"], site),
        "marks": listed(views.standing(project, site), site),
        "paid": said(_paid(project, site), site),
        "body": {
            "facts": rows(project_facts(project, site), site, german=False),
            "aims": _part("aims", listed(project.aims, site), site),
            "results": _part("results", listed(project.results or filter(None, [none]), site), site),
            "money": _part("money", rows(money(project, site), site, german=False), site),
            "partners": rows(partners, site, german=False),
            "sources": cited(project.sources, site),
            "updated": said(tongue.say("updated", day=tongue.day(project.updated)), site) if project.updated else "",
        },
        **common(site, notice_of(project) if project.esf else ()),
    }
    return sheet(site, story, TEMPLATE, "a4", tongue.say("leaflet_title", title=project.title), values)


def _paid(project: Project, site: Site) -> str:
    """What the page says instead of a notice where the fund does not pay, or nobody knows."""
    if project.esf:
        return ""
    return site.tongue["project_unconfirmed" if project.status == "unconfirmed" else "project_not_esf"]


def _part(key: str, held: Sequence[object], site: Site) -> dict[str, object]:
    return {"label": said(site.tongue[key], site), "held": held}
