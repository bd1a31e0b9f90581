"""The kinds of site the four outlets run on, one module a kind."""

from collections.abc import Mapping

from demo.newspaper import Newspaper
from demo.papers.joomla import DetakBanten
from demo.papers.own_cms import KupasTuntas
from demo.papers.wordpress import BantenIntens, BantenTv

PAPERS: Mapping[str, type[Newspaper]] = {
    "bantentv": BantenTv,
    "detakbanten": DetakBanten,
    "kupastuntas": KupasTuntas,
    "bantenintens": BantenIntens,
}
