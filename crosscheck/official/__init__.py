"""Official tables as portals publish them, read into counts without guessing."""
