"""Runs a notebook of the docs from top to bottom and keeps what its cells print.

``python scripts/run_notebook.py docs/notebooks/from-report-to-table.ipynb`` on the store of
``kawal demo``; with a second path the result goes there.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient


def main() -> None:
    """Run the notebook; a cell that fails ends it."""
    source = Path(sys.argv[1])
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else source
    notebook = nbformat.read(source, as_version=4)
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata.pop("language_info", None)
    nbformat.write(notebook, target)


if __name__ == "__main__":
    main()
