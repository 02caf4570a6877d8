"""Appointments and working groups over the whole protocol."""
