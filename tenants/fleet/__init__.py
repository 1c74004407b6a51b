"""Moving every school from one schema version to the next."""
