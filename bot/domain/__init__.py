"""Pure rules and typed actions: the standard library alone, frozen dataclasses, no reading of time."""
