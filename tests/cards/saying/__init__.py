"""What is offered, and how it is named."""
