"""What people say in their own words, and how it is met."""
