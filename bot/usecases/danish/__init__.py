"""Danish words as they are compared: their stems, slips and compounds, and what they name."""
