"""The agency or system a figure is credited to."""

from extractors.figures.material import Material, within
from extractors.figures.reading import Reading
from extractors.mentions import AgencyMention


def credit(material: Material, reading: Reading, last: AgencyMention | None) -> AgencyMention | None:
    """The agency named in the figure's sentence, else the one credited last, else the first named."""
    sentence = reading.candidate.sentence
    here = within(material.agencies, sentence.start, sentence.end)
    before = [agency for agency in here if agency.start < reading.candidate.start]
    if before:
        return before[-1]
    if here:
        return here[0]
    if last is not None:
        return last
    near = within(material.agencies, max(0, sentence.start - 600), sentence.start)
    if near:
        return near[-1]
    return material.agencies[0] if material.agencies else None
