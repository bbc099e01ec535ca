-- The feed tells what was committed since it was last asked. A time cannot tell: a commit may become
-- visible any time after the statement that stored its messages. The id of the transaction can, since
-- a snapshot knows which transactions had ended. Messages of before have none, and cost nothing here:
-- neither of these statements rewrites the table.
ALTER TABLE messages ADD COLUMN committed_in xid8;

ALTER TABLE messages ALTER COLUMN committed_in SET DEFAULT pg_current_xact_id();
