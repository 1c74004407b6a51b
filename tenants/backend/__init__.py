"""Database engine of the application account: `ENGINE = "tenants.backend"`."""
