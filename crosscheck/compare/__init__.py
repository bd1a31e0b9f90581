"""Reports and official counts laid side by side; pure functions over plain values."""
