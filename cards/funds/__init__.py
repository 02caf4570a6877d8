"""The shared funds as people see them."""
