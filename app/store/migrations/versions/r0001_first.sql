CREATE TABLE blobs (
sm3 VARCHAR(64) NOT NULL,
media_type VARCHAR NOT NULL,
size INTEGER NOT NULL,
data BLOB NOT NULL,
PRIMARY KEY (sm3)
);;
CREATE TABLE drafts (
id VARCHAR NOT NULL,
officer VARCHAR NOT NULL,
at VARCHAR NOT NULL,
label VARCHAR NOT NULL,
body TEXT NOT NULL,
PRIMARY KEY (id)
);;
CREATE TABLE lock_outs (
officer VARCHAR NOT NULL,
failures INTEGER NOT NULL,
seconds_left INTEGER NOT NULL,
run VARCHAR NOT NULL,
counted_at INTEGER NOT NULL,
PRIMARY KEY (officer)
);;
CREATE TABLE numbers (
counter VARCHAR NOT NULL,
year INTEGER NOT NULL,
last INTEGER NOT NULL,
PRIMARY KEY (counter, year)
);;
CREATE TABLE outbox_blobs (
sm3 VARCHAR(64) NOT NULL,
sent INTEGER NOT NULL,
done BOOLEAN NOT NULL,
parked_size INTEGER NOT NULL,
PRIMARY KEY (sm3)
);;
CREATE TABLE platform_cases (
entity VARCHAR NOT NULL,
number VARCHAR NOT NULL,
version INTEGER NOT NULL,
state VARCHAR NOT NULL,
server_seq INTEGER NOT NULL,
PRIMARY KEY (entity)
);;
CREATE TABLE receipts (
id INTEGER NOT NULL,
server_time VARCHAR NOT NULL,
root VARCHAR(64) NOT NULL,
log_size INTEGER NOT NULL,
log_root VARCHAR(64) NOT NULL,
body TEXT NOT NULL,
PRIMARY KEY (id)
);;
CREATE TABLE sync_state (
name VARCHAR NOT NULL,
value TEXT NOT NULL,
PRIMARY KEY (name)
);;
CREATE TABLE trail (
id INTEGER NOT NULL,
at VARCHAR NOT NULL,
officer VARCHAR NOT NULL,
act VARCHAR NOT NULL,
subject VARCHAR NOT NULL,
entry TEXT NOT NULL,
prev VARCHAR(64) NOT NULL,
hash VARCHAR(64) NOT NULL,
PRIMARY KEY (id)
);;
CREATE TABLE usage (
matter VARCHAR NOT NULL,
count INTEGER NOT NULL,
last VARCHAR NOT NULL,
PRIMARY KEY (matter)
);;
CREATE TABLE cases (
id VARCHAR NOT NULL,
number VARCHAR NOT NULL,
state VARCHAR NOT NULL,
mode VARCHAR NOT NULL,
matter_code VARCHAR NOT NULL,
matter_name VARCHAR NOT NULL,
unit_name VARCHAR NOT NULL,
opened_at VARCHAR NOT NULL,
officer VARCHAR NOT NULL,
name VARCHAR NOT NULL,
name_key VARCHAR NOT NULL,
person_number VARCHAR NOT NULL,
number_key VARCHAR NOT NULL,
body TEXT NOT NULL,
trail_id INTEGER NOT NULL,
PRIMARY KEY (id),
UNIQUE (number),
FOREIGN KEY(trail_id) REFERENCES trail (id)
);;
CREATE INDEX cases_by_day ON cases (opened_at);;
CREATE INDEX cases_by_name ON cases (name_key);;
CREATE INDEX cases_by_person ON cases (number_key);;
CREATE TABLE installation (
only INTEGER NOT NULL,
id VARCHAR NOT NULL,
mode VARCHAR NOT NULL,
division VARCHAR(6) NOT NULL,
terminal VARCHAR NOT NULL,
hall_name VARCHAR NOT NULL,
issuer VARCHAR NOT NULL,
trail_id INTEGER NOT NULL,
PRIMARY KEY (only),
FOREIGN KEY(trail_id) REFERENCES trail (id)
);;
CREATE TABLE officers (
id VARCHAR NOT NULL,
name VARCHAR NOT NULL,
roles VARCHAR NOT NULL,
verifier VARCHAR NOT NULL,
training BOOLEAN NOT NULL,
active BOOLEAN NOT NULL,
trail_id INTEGER NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(trail_id) REFERENCES trail (id)
);;
CREATE TABLE outbox (
op_id VARCHAR(36) NOT NULL,
epoch INTEGER NOT NULL,
seq INTEGER NOT NULL,
prev VARCHAR(64) NOT NULL,
hash VARCHAR(64) NOT NULL,
type VARCHAR NOT NULL,
entity VARCHAR NOT NULL,
operation TEXT NOT NULL,
size INTEGER NOT NULL,
state VARCHAR NOT NULL CHECK (state IN ('outbox', 'applied', 'conflict', 'quarantine', 'held', 'deferred')),
code VARCHAR NOT NULL,
tries INTEGER NOT NULL,
parked_size INTEGER NOT NULL,
version INTEGER NOT NULL,
server_seq INTEGER NOT NULL,
receipt INTEGER,
PRIMARY KEY (op_id),
UNIQUE (epoch, seq),
FOREIGN KEY(receipt) REFERENCES receipts (id)
);;
CREATE INDEX outbox_by_entity ON outbox (entity, seq);;
CREATE INDEX outbox_by_state ON outbox (state, seq);;
CREATE TABLE letters (
number VARCHAR NOT NULL,
case_id VARCHAR NOT NULL,
kind VARCHAR NOT NULL,
sm3 VARCHAR(64) NOT NULL,
sealed_at VARCHAR NOT NULL,
trusted_time BOOLEAN NOT NULL,
check_code VARCHAR NOT NULL,
commitment TEXT NOT NULL,
report TEXT NOT NULL,
voided_because VARCHAR NOT NULL,
replaced_by VARCHAR NOT NULL,
trail_id INTEGER NOT NULL,
PRIMARY KEY (number),
FOREIGN KEY(case_id) REFERENCES cases (id),
FOREIGN KEY(sm3) REFERENCES blobs (sm3),
FOREIGN KEY(trail_id) REFERENCES trail (id)
);;
CREATE INDEX letters_of_case ON letters (case_id);;
CREATE TABLE prints (
id INTEGER NOT NULL,
letter VARCHAR NOT NULL,
copy INTEGER NOT NULL,
at VARCHAR NOT NULL,
officer VARCHAR NOT NULL,
printer VARCHAR NOT NULL,
job VARCHAR NOT NULL,
state VARCHAR NOT NULL,
trail_id INTEGER NOT NULL,
PRIMARY KEY (id),
UNIQUE (letter, copy),
FOREIGN KEY(letter) REFERENCES letters (number),
FOREIGN KEY(trail_id) REFERENCES trail (id)
);;
CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'trail is append-only'); END;;
CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'trail is append-only'); END;;
CREATE TRIGGER blobs_no_update BEFORE UPDATE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs is append-only'); END;;
CREATE TRIGGER blobs_no_delete BEFORE DELETE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs is append-only'); END;;
CREATE TRIGGER cases_no_delete BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'cases is append-only'); END;;
CREATE TRIGGER cases_insert_has_trail BEFORE INSERT ON cases WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER cases_update_has_trail BEFORE UPDATE ON cases WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) OR NEW.trail_id <= OLD.trail_id BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER letters_no_delete BEFORE DELETE ON letters BEGIN SELECT RAISE(ABORT, 'letters is append-only'); END;;
CREATE TRIGGER letters_insert_has_trail BEFORE INSERT ON letters WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER letters_update_has_trail BEFORE UPDATE ON letters WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) OR NEW.trail_id <= OLD.trail_id BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER prints_no_delete BEFORE DELETE ON prints BEGIN SELECT RAISE(ABORT, 'prints is append-only'); END;;
CREATE TRIGGER prints_insert_has_trail BEFORE INSERT ON prints WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER prints_update_has_trail BEFORE UPDATE ON prints WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) OR NEW.trail_id <= OLD.trail_id BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER officers_no_delete BEFORE DELETE ON officers BEGIN SELECT RAISE(ABORT, 'officers is append-only'); END;;
CREATE TRIGGER officers_insert_has_trail BEFORE INSERT ON officers WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER officers_update_has_trail BEFORE UPDATE ON officers WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) OR NEW.trail_id <= OLD.trail_id BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER installation_no_delete BEFORE DELETE ON installation BEGIN SELECT RAISE(ABORT, 'installation is append-only'); END;;
CREATE TRIGGER installation_insert_has_trail BEFORE INSERT ON installation WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER installation_update_has_trail BEFORE UPDATE ON installation WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) OR NEW.trail_id <= OLD.trail_id BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
