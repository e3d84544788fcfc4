CREATE TABLE seals (
id INTEGER NOT NULL,
act VARCHAR NOT NULL,
digest VARCHAR(64) NOT NULL,
seal_id VARCHAR NOT NULL,
name VARCHAR NOT NULL,
maker VARCHAR NOT NULL,
valid_from VARCHAR NOT NULL,
valid_until VARCHAR NOT NULL,
training BOOLEAN NOT NULL,
keeper VARCHAR NOT NULL,
officers VARCHAR NOT NULL,
kinds VARCHAR NOT NULL,
state VARCHAR NOT NULL,
replaces VARCHAR(64) NOT NULL,
reason VARCHAR NOT NULL,
registered_by VARCHAR NOT NULL,
confirmed_by VARCHAR NOT NULL,
at VARCHAR NOT NULL,
trail_id INTEGER NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(trail_id) REFERENCES trail (id)
);;
CREATE TABLE seal_log (
id INTEGER NOT NULL,
use INTEGER NOT NULL,
step VARCHAR NOT NULL CHECK (step IN ('asked', 'signing', 'done', 'refused', 'failed', 'cancelled', 'unknown')),
at VARCHAR NOT NULL,
trusted BOOLEAN NOT NULL,
officer VARCHAR NOT NULL,
roles VARCHAR NOT NULL,
seal VARCHAR(64) NOT NULL,
seal_id VARCHAR NOT NULL,
seal_name VARCHAR NOT NULL,
certificate VARCHAR NOT NULL,
token VARCHAR NOT NULL,
simulated BOOLEAN NOT NULL,
letter VARCHAR NOT NULL,
kind VARCHAR NOT NULL,
digest VARCHAR(64) NOT NULL,
code VARCHAR NOT NULL,
tries_left INTEGER,
trail_id INTEGER NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(trail_id) REFERENCES trail (id)
);;
CREATE INDEX seals_by_digest ON seals (digest, id);;
CREATE INDEX seal_log_by_letter ON seal_log (letter, id);;
CREATE INDEX seal_log_by_use ON seal_log (use, id);;
CREATE INDEX seal_log_by_seal ON seal_log (seal, step);;
CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;;
CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;;
CREATE TRIGGER seal_log_no_update BEFORE UPDATE ON seal_log BEGIN SELECT RAISE(ABORT, 'seal_log is append-only'); END;;
CREATE TRIGGER seal_log_no_delete BEFORE DELETE ON seal_log BEGIN SELECT RAISE(ABORT, 'seal_log is append-only'); END;;
CREATE TRIGGER seals_insert_has_trail BEFORE INSERT ON seals WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER seal_log_insert_has_trail BEFORE INSERT ON seal_log WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER seals_no_replace BEFORE INSERT ON seals WHEN EXISTS (SELECT 1 FROM seals WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;;
CREATE TRIGGER seal_log_no_replace BEFORE INSERT ON seal_log WHEN EXISTS (SELECT 1 FROM seal_log WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'seal_log is append-only'); END;;
CREATE TRIGGER seal_log_ends_once BEFORE INSERT ON seal_log WHEN EXISTS (SELECT 1 FROM seal_log WHERE use = NEW.use AND step NOT IN ('asked', 'signing')) BEGIN SELECT RAISE(ABORT, 'this use of the seal has ended'); END;;
