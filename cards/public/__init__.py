"""The public pages: what was released of each forum, drawn from the public state and nothing else, as HTML."""
