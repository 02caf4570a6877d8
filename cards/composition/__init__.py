"""Who takes part in a meeting, the question for the doctors' organisation, mandates and guests."""
