"""Bilag: files and links that an item is read with."""
