"""Filing at a desk."""
