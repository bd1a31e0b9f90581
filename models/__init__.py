"""What things are: vocabularies, records, mapped classes, reference data."""
