"""What is asked about meetings."""

LOOKS = ("møder", "frister")
