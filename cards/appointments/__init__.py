"""Appointments and working groups as people see them."""
