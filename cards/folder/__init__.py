"""What a meeting's folder says to the platform that picks it up."""
