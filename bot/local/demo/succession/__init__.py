"""The rehearsal: clusters with something open of every kind are handed over to the councils that a plan names."""
