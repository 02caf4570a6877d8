"""What every topic stands on."""
