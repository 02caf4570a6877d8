"""Help, the welcome, and which forum is meant."""
