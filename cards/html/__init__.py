"""An Adaptive Card as an accessible HTML form, and the form's answer as Teams would have sent it."""

from cards.html.answer import read_form
from cards.html.render import render

__all__ = ["read_form", "render"]
