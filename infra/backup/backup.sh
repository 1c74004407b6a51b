#!/bin/sh
# One consistent copy of the database with its roles, and of the schools' files. Needs pg_dump of the server's major version.
#   DATABASE_URL=… FILES=/var/lib/usul/files TARGET=/backup KEEP_DAYS=35 infra/backup/backup.sh
# The secret key is not in it: keep USUL_SECRET_KEY apart, without it encrypted fields and tokens are lost.
set -eu
: "${DATABASE_URL:?address of the database with the owner account}"
: "${TARGET:?folder for the copies}"
FILES=${FILES:-}
KEEP_DAYS=${KEEP_DAYS:-35}

umask 077
name=$(date -u +%Y%m%dT%H%M%SZ)
work="$TARGET/.$name.unfinished"
mkdir -p "$work"
trap 'rm -rf "$work"' EXIT

pg_dump --dbname "$DATABASE_URL" --format custom --compress 6 --file "$work/database.dump"
pg_dumpall --dbname "$DATABASE_URL" --roles-only --no-role-passwords --file "$work/roles.sql"
if [ -n "$FILES" ] && [ -d "$FILES" ]; then
  tar --create --gzip --file "$work/files.tar.gz" --directory "$FILES" .
fi
# a copy that cannot be read is none
pg_restore --list "$work/database.dump" > "$work/contents.txt"
grep -q 'TABLE DATA public tenants_school ' "$work/contents.txt" || { echo "backup: the dump holds no directory of schools" >&2; exit 1; }
(cd "$work" && sha256sum ./* > SHA256SUMS)

mv "$work" "$TARGET/$name"
trap - EXIT
find "$TARGET" -mindepth 1 -maxdepth 1 -type d -name '20*Z' -mtime "+$KEEP_DAYS" -exec rm -rf {} +
echo "$TARGET/$name"
