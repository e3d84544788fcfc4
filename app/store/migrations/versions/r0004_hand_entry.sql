ALTER TABLE cases ADD COLUMN hand TEXT DEFAULT '' NOT NULL;;
CREATE TRIGGER cases_marked_for_good BEFORE UPDATE ON cases WHEN OLD.hand <> '' AND (NEW.hand IS NOT OLD.hand OR instr(NEW.body, OLD.hand) = 0) BEGIN SELECT RAISE(ABORT, 'the mark of hand entry stays'); END;;
