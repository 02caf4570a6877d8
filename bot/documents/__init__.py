"""Documents as files: every format is made from the same record, and none of them knows the database."""
