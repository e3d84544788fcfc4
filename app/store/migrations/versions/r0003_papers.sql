ALTER TABLE prints ADD COLUMN pages INTEGER DEFAULT '0' NOT NULL;;
ALTER TABLE prints ADD COLUMN pages_out INTEGER;;
CREATE TABLE papers (
id INTEGER NOT NULL,
case_id VARCHAR NOT NULL,
use VARCHAR NOT NULL,
proof VARCHAR NOT NULL,
sm3 VARCHAR(64) NOT NULL,
at VARCHAR NOT NULL,
officer VARCHAR NOT NULL,
source VARCHAR NOT NULL,
simulated BOOLEAN NOT NULL,
trail_id INTEGER NOT NULL,
PRIMARY KEY (id),
UNIQUE (case_id, use, proof, sm3),
FOREIGN KEY(case_id) REFERENCES cases (id),
FOREIGN KEY(sm3) REFERENCES blobs (sm3),
FOREIGN KEY(trail_id) REFERENCES trail (id)
);;
CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;;
CREATE TRIGGER papers_no_delete BEFORE DELETE ON papers BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;;
CREATE TRIGGER papers_insert_has_trail BEFORE INSERT ON papers WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER papers_no_replace BEFORE INSERT ON papers WHEN EXISTS (SELECT 1 FROM papers WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;;
