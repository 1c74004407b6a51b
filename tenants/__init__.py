"""Schools as PostgreSQL schemas: the directory, hosts, database roles, scopes, provisioning. Knows nothing of the domain."""
