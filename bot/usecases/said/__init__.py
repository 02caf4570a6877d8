"""What somebody said beside the words that name an act, as each topic's ways to say its acts are given it."""
