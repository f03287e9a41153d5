-- An action is found by its campaign first: ids are as good as random, so that every letter of a new
-- campaign would be written to another page of a long log's index.
CREATE TABLE action_5 (
  id ${text} NOT NULL,
  campaign ${text} NOT NULL, target ${text} NOT NULL, channel ${text} NOT NULL,
  writer ${text} NOT NULL,
  language ${text} NOT NULL, country ${text}, reason ${text},
  state ${text} NOT NULL, at ${text} NOT NULL,
  message_id ${text}, sha256 ${text}, reply ${text}, worker ${text},
  version BIGINT NOT NULL,
  PRIMARY KEY (campaign, id));

INSERT INTO action_5
  (id, campaign, target, channel, writer, language, country, reason, state, at,
    message_id, sha256, reply, worker, version)
  SELECT id, campaign, target, channel, writer, language, country, reason, state, at,
    message_id, sha256, reply, worker, version FROM action;

DROP TABLE action;
ALTER TABLE action_5 RENAME TO action;

CREATE INDEX action_held ON action (worker) WHERE worker IS NOT NULL;
CREATE INDEX action_waiting ON action (state) WHERE state IN ('unknown', 'deferred');
CREATE INDEX action_by_message ON action (message_id)
  WHERE message_id IS NOT NULL AND substr(message_id, 2, 12) <> id;
