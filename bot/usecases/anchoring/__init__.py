"""The log is held up to the anchor, and the anchor follows the log."""
