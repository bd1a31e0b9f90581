"""A learned second opinion on the region, period, population and violence of each figure."""
