"""Where in a YAML text each value stands, for whoever changes one and leaves all else as it is."""

from typing import NamedTuple

import yaml


class Spot(NamedTuple):
    """A value: where it begins and ends in the text, how it is written, and what it holds.

    ``style`` is ``'``, ``"``, ``|``, ``>`` or empty for a plain text, ``[`` for a list or group in brackets, ``-`` for
    one that takes a line for each member. ``members`` are those of a list, ``fields`` those of a group, and ``names``
    where their names stand.
    """

    start: int
    end: int
    style: str
    members: tuple["Spot", ...] = ()
    fields: tuple[tuple[str, "Spot"], ...] = ()
    names: tuple[tuple[str, "Spot"], ...] = ()

    def at(self, *key: str | int) -> "Spot | None":
        """The value of a field, or of a member of a list; None where there is none."""
        spot: Spot | None = self
        for part in key:
            if spot is None:
                return None
            if isinstance(part, int):
                spot = spot.members[part] if part < len(spot.members) else None
            else:
                spot = dict(spot.fields).get(part)
        return spot


def layout(text: str) -> Spot | None:
    """The whole of a YAML text; None where it cannot be read as it stands, or holds nothing."""
    # Tabs and hard spaces between key and value are understood when a file is read; here they only keep their place.
    plain = text.replace("\t", " ").replace("\u00a0", " ")
    try:
        node = yaml.compose(plain, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    return _spot(node) if node is not None else None


def _spot(node: yaml.Node) -> Spot:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        return Spot(start, end, node.style or "")
    assert isinstance(node, yaml.CollectionNode)
    style = "[" if node.flow_style else "-"
    if isinstance(node, yaml.MappingNode):
        fields = tuple((str(key.value).strip(), _spot(value)) for key, value in node.value)
        names = tuple((str(key.value).strip(), _spot(key)) for key, _ in node.value)
        return Spot(start, end, style, fields=fields, names=names)
    # An empty member counts as left out, here as in yamltext.
    members = tuple(_spot(member) for member in node.value if member.value != "")
    return Spot(start, end, style, members)
