"""Cases that go from body to body, as people see them."""
