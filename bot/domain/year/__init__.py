"""The year: how often the forum meets, who hosts, what it reports, and whether it evaluates itself."""
