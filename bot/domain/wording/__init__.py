"""What members would have minutes say."""
