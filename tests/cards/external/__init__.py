"""What a meeting of another body looks like to people."""
