"""How the two databases are spoken to: connections, statements, column types."""
