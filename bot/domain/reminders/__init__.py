"""What each person wants to be told at once, and what they are reminded of once more."""
