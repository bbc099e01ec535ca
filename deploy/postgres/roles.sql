-- Makes a role for each service. The role owns the schema of its service and sees nothing else.
--
-- Run this in Parley's database as a superuser, before the first start. You may also run it later: then it
-- hands existing tables over to the roles. Run it again to change the passwords, which it takes from the
-- environment:
--
--   PARLEY_AUTH_DATABASE_PASSWORD=… PARLEY_HISTORY_DATABASE_PASSWORD=… psql -d parley -f roles.sql
--
-- Then give the auth service QUARKUS_DATASOURCE_USERNAME=parley_auth, and the history service
-- parley_history. A user that takes backups must be a member of both: GRANT parley_auth, parley_history TO …
\set ON_ERROR_STOP on
\getenv auth_password PARLEY_AUTH_DATABASE_PASSWORD
\getenv history_password PARLEY_HISTORY_DATABASE_PASSWORD

-- No password may reach a log.
SET log_statement = 'none';

SET log_min_duration_statement = -1;

SET log_min_error_statement = 'panic';

DO $$ BEGIN
  IF to_regrole('parley_auth') IS NULL THEN CREATE ROLE parley_auth LOGIN; END IF;
  IF to_regrole('parley_history') IS NULL THEN CREATE ROLE parley_history LOGIN; END IF;
END $$;

ALTER ROLE parley_auth PASSWORD :'auth_password';

ALTER ROLE parley_history PASSWORD :'history_password';

-- Nobody else may connect, and no role may create anything outside its own schema.
DO $$ BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO parley_auth, parley_history', current_database());
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA IF NOT EXISTS auth;

CREATE SCHEMA IF NOT EXISTS history;

ALTER SCHEMA auth OWNER TO parley_auth;

ALTER SCHEMA history OWNER TO parley_history;

-- Tables and functions from the time when one role owned everything. Indexes and sequences go with their
-- tables.
DO $$
DECLARE found record;
BEGIN
  FOR found IN
    SELECT c.oid::regclass AS name, 'parley_' || n.nspname AS owner
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('auth', 'history') AND c.relkind IN ('r', 'p')
  LOOP
    EXECUTE format('ALTER TABLE %s OWNER TO %I', found.name, found.owner);
  END LOOP;
  FOR found IN
    SELECT p.oid::regprocedure AS name, 'parley_' || n.nspname AS owner
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('auth', 'history')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO %I', found.name, found.owner);
  END LOOP;
END $$;
