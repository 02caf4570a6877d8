"""Files that leave by an address of one's own: papers, bilag, and a meeting's case file."""
