"""What is decided stands in rows, and whoever writes one says in the log what the row says from then on."""
