"""The shared funds of a forum: a ledger of what was granted, disposed of and spent, and who may dispose."""
