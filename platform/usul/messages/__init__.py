"""The translatable texts: collected from sources, kept in `locale/`, compiled at set-up, checked for completeness."""
