#!/bin/sh
# Put a copy made by backup.sh into an empty database, then bring it up to date with `usul setup --no-demo`.
#   DATABASE_URL=… FILES=/var/lib/usul/files infra/backup/restore.sh /backup/20261120T030000Z
set -eu
: "${DATABASE_URL:?address of an empty database with the owner account}"
copy=${1:?folder of the copy}
FILES=${FILES:-}

(cd "$copy" && sha256sum --check --quiet SHA256SUMS)
tables=$(psql --no-psqlrc --quiet --tuples-only --no-align --dbname "$DATABASE_URL" \
  --command "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'")
if [ "$tables" != 0 ]; then
  echo "restore: the database of DATABASE_URL is not empty ($tables tables): nothing was changed" >&2
  exit 1
fi
# roles may exist already; their rights inside the database come with the dump
psql --no-psqlrc --quiet --dbname "$DATABASE_URL" --file "$copy/roles.sql" 2>/dev/null || true
pg_restore --dbname "$DATABASE_URL" --exit-on-error --single-transaction "$copy/database.dump"
if [ -n "$FILES" ] && [ -f "$copy/files.tar.gz" ]; then
  mkdir -p "$FILES"
  tar --extract --gzip --file "$copy/files.tar.gz" --directory "$FILES"
fi
echo "restored; now: usul setup --no-demo"
