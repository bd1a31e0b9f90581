"""The agency or system a figure is credited to."""

from extractors.figures.groups import Group
from extractors.figures.material import Material, within
from extractors.figures.reading import Reading
from extractors.mentions import AgencyMention


def credit(material: Material, group: Group, reading: Reading, last: str | None) -> str | None:
    """Who is credited, short: the sentence's agency, else the total's, else the last or first named.

    An office that only labels an item of a list ('Polres Boalemo 63 kasus') is a place
    there; such items keep the source of their total.
    """
    if group.parent is not None and group.parent.source and _labels_items(group):
        return group.parent.source
    sentence = reading.candidate.sentence
    here = within(material.agencies, sentence.start, sentence.end)
    before = [agency for agency in here if agency.start < reading.candidate.start]
    if before or here:
        named = before[-1] if before else here[0]
        return last if last and _is_below(material, named, last) else fullest(material, named.short)
    if last is not None:
        return last
    near = within(material.agencies, max(0, sentence.start - 600), sentence.start)
    chosen: AgencyMention | None = near[-1] if near else next(iter(material.agencies), None)
    return fullest(material, chosen.short) if chosen else None


_SERVICES = ("Pol", "Kej", "PN", "Pengadilan")


def _is_below(material: Material, agency: AgencyMention, last: str) -> bool:
    """'Polres Poso 12 kasus' after the Polda's total: a lower office of the service says where."""
    service = next((name for name in _SERVICES if agency.short.startswith(name)), None)
    if service is None or service not in last or agency.code is None:
        return False
    senior = next((one for one in material.agencies if one.short == last and one.code), None)
    return senior is not None and agency.code.startswith(f"{senior.code}.")


def fullest(material: Material, short: str) -> str:
    """The agency's fullest form in the article ('P2TP2A' is 'P2TP2A Kabupaten Cianjur')."""
    forms = {agency.short for agency in material.agencies if agency.short.startswith(f"{short} ")}
    return next(iter(forms)) if len(forms) == 1 else short


def _labels_items(group: Group) -> bool:
    return len(group.members) > 1 or group.chained
