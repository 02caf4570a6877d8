"""The database's history, run by `klyngebot migrate`."""
