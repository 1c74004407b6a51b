#!/bin/sh
# Runs once against the coordinator: who its workers are. Safe to repeat.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 <<'SQL'
SELECT citus_set_coordinator_host('citus', 5432);
SELECT citus_add_node('citus-worker-1', 5432);
SELECT citus_add_node('citus-worker-2', 5432);
SELECT nodename, noderole, isactive FROM pg_dist_node ORDER BY nodeid;
SQL
