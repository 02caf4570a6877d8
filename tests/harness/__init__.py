"""What the tests stand on: one Teams, one stage, one process, and the people."""
