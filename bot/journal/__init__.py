"""The service's log: it says what failed and where, and never repeats what people wrote unless it is set to DEBUG."""
