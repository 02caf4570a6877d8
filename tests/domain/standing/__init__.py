"""Which of all that awaits somebody comes first."""
