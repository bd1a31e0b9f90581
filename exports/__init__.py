"""What leaves the store as files: one codebook, one record a row, victims masked, written as it is read."""
