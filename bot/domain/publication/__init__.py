"""Publication: what was released, by whom, from when on, and the proof that it stands where the charter says."""
