"""What the public may see, as objects of OParl 1.1: <https://schema.oparl.org/1.1/>."""
