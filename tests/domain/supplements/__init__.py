"""The rules of supplements."""
