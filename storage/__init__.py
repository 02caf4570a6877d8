"""Tables, queries and migrations; the only room that knows SQLAlchemy. Mapping from rows is explicit."""
