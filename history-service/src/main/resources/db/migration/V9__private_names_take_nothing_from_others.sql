-- Only names of public rooms are unique. A private room is called what its members like: refusing
-- its name to somebody else would tell them that it exists.
DROP INDEX rooms_by_folded;
DROP INDEX rooms_by_skeleton;
CREATE UNIQUE INDEX public_rooms_by_folded ON rooms (folded) WHERE visibility = 'public' AND NOT archived;
CREATE UNIQUE INDEX public_rooms_by_skeleton ON rooms (skeleton) WHERE visibility = 'public' AND NOT archived;
