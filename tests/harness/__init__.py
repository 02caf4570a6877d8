"""What the tests stand on: one Teams, one stage, one process, and the people.

- `teams`: the product's stand-in, told by place how to fail, wait and be late; it remembers what reached it.
- `stage`: the whole service in the test's process, with that Teams in front of it, and steps that people take there.
- `process`: `klyngebot serve` in a process of its own; `served` is what people do meanwhile.
- `forums`: many forums and what sends to them, while nobody listens. `edge`: the doors alone.
"""
