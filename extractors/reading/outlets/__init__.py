"""The outlets' own readers, one small layout a file; none of them was checked on the live site yet.

A layout that changes gets a new name and file beside the old one (``bantentv``,
``bantentv_2027``); the outlet's declaration says from when to when each holds.
"""

from extractors.reading.layout import Layout
from extractors.reading.outlets import bantenintens, bantentv, detakbanten, kupastuntas

LAYOUTS: dict[str, Layout] = {
    module.LAYOUT.name: module.LAYOUT for module in (bantentv, detakbanten, kupastuntas, bantenintens)
}
