"""Speed and memory of reading, measured beside other extractors on the same pages."""
