"""What members would have minutes say, at the desk."""
