"""The door: the command line and the Python API."""
