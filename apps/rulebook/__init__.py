"""The rulebook of Usul: what the regulations of a school say, and whether its records keep to them.

Pure Python: no Django, no database, no clock. `docs/rulebook.md` is the guide for those who feed it from tables.
"""
