"""Reference tables shipped with the program; read through models/regions.py."""
