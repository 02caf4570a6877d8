"""Appointments and working groups."""
