#!/bin/sh
# The password stays in memory: /tmp of the container is not a disk that survives.
set -eu
umask 077
printf '"usul_app" "%s"\n' "$APP_PASSWORD" > /tmp/users.txt
exec pgbouncer /etc/usul/pgbouncer.ini
