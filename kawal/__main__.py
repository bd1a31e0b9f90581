"""``python -m kawal``."""

from kawal.main import run

run()
