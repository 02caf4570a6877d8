"""What is heard in a sentence: the rules alone."""
