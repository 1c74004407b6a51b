#!/bin/sh
# Runs once, when the database is made: the account of web, worker and beat. It has no right of its own (tenants/roles.py).
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username postgres --dbname "$POSTGRES_DB" --set password="$APP_PASSWORD" <<'SQL'
CREATE ROLE usul_app LOGIN NOINHERIT PASSWORD :'password';
SQL
