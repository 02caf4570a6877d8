"""Charters and forum files as strictly checked YAML: what a source settles, in its words, and what it leaves open."""
