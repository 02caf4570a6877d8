"""What is shown of resolutions that were looked for."""
