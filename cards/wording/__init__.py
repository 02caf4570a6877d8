"""What members would have minutes say, word by word, and what became of it."""
