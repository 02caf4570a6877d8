"""Tests of the room that fetches files."""
