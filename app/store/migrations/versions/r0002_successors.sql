CREATE TABLE successors (
id INTEGER NOT NULL,
"after" VARCHAR NOT NULL,
pack VARCHAR NOT NULL,
version VARCHAR NOT NULL,
basis TEXT NOT NULL,
confirmed_by VARCHAR NOT NULL,
confirmed_on VARCHAR(10) NOT NULL,
at VARCHAR NOT NULL,
trail_id INTEGER NOT NULL,
PRIMARY KEY (id),
FOREIGN KEY(trail_id) REFERENCES trail (id)
);;
CREATE TRIGGER successors_no_update BEFORE UPDATE ON successors BEGIN SELECT RAISE(ABORT, 'successors is append-only'); END;;
CREATE TRIGGER successors_no_delete BEFORE DELETE ON successors BEGIN SELECT RAISE(ABORT, 'successors is append-only'); END;;
CREATE TRIGGER successors_insert_has_trail BEFORE INSERT ON successors WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;;
CREATE TRIGGER letters_no_replace BEFORE INSERT ON letters WHEN EXISTS (SELECT 1 FROM letters WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'letters is append-only'); END;;
CREATE TRIGGER successors_no_replace BEFORE INSERT ON successors WHEN EXISTS (SELECT 1 FROM successors WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'successors is append-only'); END;;
CREATE TRIGGER letters_voided_once BEFORE UPDATE ON letters WHEN OLD.voided_because <> '' OR OLD.replaced_by <> '' OR NEW.voided_because = '' OR NEW.number IS NOT OLD.number OR NEW.case_id IS NOT OLD.case_id OR NEW.kind IS NOT OLD.kind OR NEW.sm3 IS NOT OLD.sm3 OR NEW.sealed_at IS NOT OLD.sealed_at OR NEW.trusted_time IS NOT OLD.trusted_time OR NEW.check_code IS NOT OLD.check_code OR NEW.commitment IS NOT OLD.commitment OR NEW.report IS NOT OLD.report BEGIN SELECT RAISE(ABORT, 'a letter is voided once and not otherwise changed'); END;;
