"""Addresses: one configuration for the district's host, one for the hosts of schools."""
