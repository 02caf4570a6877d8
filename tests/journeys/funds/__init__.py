"""The shared funds over HTTP."""
