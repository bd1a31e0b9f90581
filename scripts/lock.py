"""Writes requirements.lock and requirements-dev.lock from pyproject.toml.

Both are resolved in a fresh virtual environment, so that nothing installed by
hand slips in. PyTorch is installed first and kept at the version already locked:
its newest build on a plain index brings several gigabytes of CUDA libraries.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"
HEADER = "# Written by scripts/lock.py from pyproject.toml; do not edit by hand.\n"
TORCH = "torch==2.13.0"


def main() -> None:
    """Resolve in a throw-away environment and write both files."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)  # noqa: S603
        pip = [str(Path(folder) / "bin" / "python"), "-m", "pip"]
        subprocess.run([*pip, "install", "--quiet", "--upgrade", "pip"], check=True)  # noqa: S603
        subprocess.run([*pip, "install", "--quiet", TORCH], check=True)  # noqa: S603
        shutil.copytree(ROOT, source := Path(folder) / "source", ignore=shutil.ignore_patterns(".*", "tests"))
        subprocess.run([*pip, "install", "--quiet", str(source)], check=True)  # noqa: S603
        runtime = _frozen(pip)
        subprocess.run([*pip, "install", "--quiet", f"{source}[dev]"], check=True)  # noqa: S603
        development = _frozen(pip) - runtime
    RUNTIME.write_text(HEADER + "\n".join(sorted(runtime, key=str.lower)) + "\n", "utf-8")
    DEVELOPMENT.write_text(
        HEADER + "-r requirements.lock\n" + "\n".join(sorted(development, key=str.lower)) + "\n", "utf-8"
    )


def _frozen(pip: list[str]) -> set[str]:
    listing = subprocess.run([*pip, "freeze"], check=True, capture_output=True, text=True)  # noqa: S603
    lines = (re.sub(r"\+cpu$", "", line) for line in listing.stdout.splitlines())
    return {line for line in lines if "==" in line}


if __name__ == "__main__":
    main()
