"""The shared funds at desks."""
