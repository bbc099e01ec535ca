-- Grows with each change that other services have to know of. The default is constant, so this
-- rewrites nothing.
ALTER TABLE accounts ADD COLUMN version bigint NOT NULL DEFAULT 1;

-- The accounts that the history service has to be told of, in this order. A row is deleted after the
-- history service has confirmed the account.
CREATE TABLE accounts_outbox (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint      NOT NULL,
  queued_at  timestamptz NOT NULL DEFAULT now()
);

-- A trigger, because nothing may change an account and forget this: neither an import, nor a replica
-- from before this migration that still runs.
CREATE FUNCTION queue_account() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO accounts_outbox (account_id) VALUES (NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER queue_account AFTER INSERT OR UPDATE OF version ON accounts
  FOR EACH ROW EXECUTE FUNCTION queue_account();
