"""What programs are told: names of objects, why not, and what each field of our own is."""
