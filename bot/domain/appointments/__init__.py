"""Appointments: seats in other bodies and in working groups, whom they are filled with, and the groups themselves."""
