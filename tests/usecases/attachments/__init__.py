"""Tests of bilag at desks."""
