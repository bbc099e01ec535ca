-- Without this, block ranges that were filled since the last vacuum are read whole for each look at
-- what was committed lately.
ALTER INDEX messages_by_time SET (autosummarize = on);
