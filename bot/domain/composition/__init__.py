"""Who takes part in a meeting, by the charter and as it is: seats, mandates, guests, and who speaks for the doctors."""
