"""Klyngebot measured beside its peers, as ratios within one run: `python -m tests.bench`."""
