-- Every index is a page more to write with each message. An action's id stands for its campaign,
-- target, channel and writer; a record is found through its chain; of the states, only those are
-- looked for that are not the end.
CREATE TABLE action_3 (
  id ${text} PRIMARY KEY,
  campaign ${text} NOT NULL, target ${text} NOT NULL, channel ${text} NOT NULL,
  writer ${text} NOT NULL,
  language ${text} NOT NULL, country ${text}, reason ${text},
  state ${text} NOT NULL, at ${text} NOT NULL,
  message_id ${text}, sha256 ${text}, reply ${text}, worker ${text},
  version BIGINT NOT NULL);

INSERT INTO action_3
  (id, campaign, target, channel, writer, language, country, reason, state, at,
    message_id, sha256, reply, worker, version)
  SELECT id, campaign, target, channel, writer, language, country, reason, state, at,
    message_id, sha256, reply, worker, version FROM action;

DROP TABLE action;
ALTER TABLE action_3 RENAME TO action;

CREATE INDEX action_open ON action (state)
  WHERE state IN ('claimed', 'intent', 'unknown', 'deferred');
CREATE INDEX action_by_message ON action (message_id) WHERE message_id IS NOT NULL;

CREATE TABLE record_3 (
  chain ${text} NOT NULL, number BIGINT NOT NULL,
  action ${text} NOT NULL, version BIGINT NOT NULL, actor ${text} NOT NULL,
  recorded ${text} NOT NULL,
  campaign ${text} NOT NULL, target ${text} NOT NULL, channel ${text} NOT NULL,
  writer ${text} NOT NULL,
  language ${text} NOT NULL, country ${text}, reason ${text},
  state ${text} NOT NULL, at ${text} NOT NULL,
  message_id ${text}, sha256 ${text}, reply ${text}, worker ${text},
  seal ${text} NOT NULL,
  PRIMARY KEY (chain, number));

INSERT INTO record_3
  (chain, number, action, version, actor, recorded, campaign, target, channel, writer,
    language, country, reason, state, at, message_id, sha256, reply, worker, seal)
  SELECT chain, number, action, version, actor, recorded, campaign, target, channel, writer,
    language, country, reason, state, at, message_id, sha256, reply, worker, seal FROM record;

DROP TABLE record;
ALTER TABLE record_3 RENAME TO record;
