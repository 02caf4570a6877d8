"""What leaves the committee as documents: one record of a meeting, and the pages that are made of it."""
