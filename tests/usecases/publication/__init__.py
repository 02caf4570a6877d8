"""What the public may see, and how it comes to that, at the desk."""
