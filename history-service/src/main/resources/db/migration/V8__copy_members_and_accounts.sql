-- Who was in a direct conversation is a member of it.
INSERT INTO members (user_id, conversation_id)
SELECT m.user_id, m.conversation_id
FROM read_marks m JOIN conversations c ON c.id = m.conversation_id
WHERE c.name LIKE 'dm-%'
ON CONFLICT DO NOTHING;

-- Whoever wrote or was written to has an account.
INSERT INTO accounts (user_id, username)
SELECT DISTINCT ON (user_id) user_id, username
FROM (
  SELECT sender_id AS user_id, min(sender_name) AS username FROM messages GROUP BY sender_id
  UNION ALL
  SELECT recipient_id, min(recipient_name) FROM messages
  WHERE recipient_id IS NOT NULL GROUP BY recipient_id) AS known
WHERE username IS NOT NULL
ON CONFLICT DO NOTHING;
