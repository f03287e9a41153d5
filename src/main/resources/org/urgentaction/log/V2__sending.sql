-- Times sort as text: all with milliseconds.
UPDATE action SET at = substr(at, 1, 19) || '.000Z' WHERE length(at) = 20;
UPDATE record SET at = substr(at, 1, 19) || '.000Z' WHERE length(at) = 20;

CREATE INDEX action_by_message ON action (message_id);

-- How often an action was put off, and until when.
CREATE TABLE retry (action ${text} PRIMARY KEY, attempts BIGINT NOT NULL, not_before ${text});

-- Messages counted against an account's rate windows: width in seconds, slot = time / width.
CREATE TABLE spent (
  account ${text} NOT NULL, width BIGINT NOT NULL, slot BIGINT NOT NULL, messages BIGINT NOT NULL,
  PRIMARY KEY (account, width, slot));

-- Every word to pause, resume or cancel; an empty target is the whole campaign.
CREATE TABLE control (
  number BIGINT PRIMARY KEY, campaign ${text} NOT NULL, target ${text} NOT NULL,
  standing ${text} NOT NULL, reason ${text}, at ${text} NOT NULL);

CREATE INDEX control_by_campaign ON control (campaign, target, number);

-- What a campaign's last run was made from.
CREATE TABLE input (
  campaign ${text} NOT NULL, kind ${text} NOT NULL, digest ${text} NOT NULL,
  PRIMARY KEY (campaign, kind));

-- Addresses, under the writers' key, that want no mail.
CREATE TABLE suppression (address ${text} PRIMARY KEY, reason ${text} NOT NULL, at ${text} NOT NULL);

-- Answers from officials.
CREATE TABLE reply (
  number BIGINT PRIMARY KEY, campaign ${text} NOT NULL, target ${text} NOT NULL,
  received ${text} NOT NULL, words ${text}, at ${text} NOT NULL);

CREATE INDEX reply_by_campaign ON reply (campaign);

-- Each forgetting is a link in its chain, and seals what it took away: runs of records, of which
-- their numbers and last seal stay, and the totals of their actions.
CREATE TABLE forgetting (
  id ${text} PRIMARY KEY, chain ${text} NOT NULL, number BIGINT NOT NULL,
  before ${text} NOT NULL, actions BIGINT NOT NULL, records BIGINT NOT NULL,
  digest ${text} NOT NULL, recorded ${text} NOT NULL, seal ${text} NOT NULL);

CREATE TABLE blank (
  chain ${text} NOT NULL, number BIGINT NOT NULL, through BIGINT NOT NULL,
  seal ${text} NOT NULL, forgetting ${text} NOT NULL,
  PRIMARY KEY (chain, number));

CREATE TABLE forgotten (
  forgetting ${text} NOT NULL,
  campaign ${text} NOT NULL, target ${text} NOT NULL, channel ${text} NOT NULL,
  language ${text} NOT NULL, country ${text} NOT NULL, day ${text} NOT NULL,
  state ${text} NOT NULL, actions BIGINT NOT NULL,
  PRIMARY KEY (forgetting, campaign, target, channel, language, country, day, state));
