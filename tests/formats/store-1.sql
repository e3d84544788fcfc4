BEGIN TRANSACTION;
CREATE TABLE blobs (
	sm3 VARCHAR(64) NOT NULL, 
	media_type VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	data BLOB NOT NULL, 
	PRIMARY KEY (sm3)
);
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
);
INSERT INTO "cases" VALUES('37c05075-6f58-4382-83b3-694fccd7f9ca','510502-T03-2026-000001','abandoned','training','110104','补领婚姻登记证','训练·江阳区民政局','2026-11-23T09:00:00+08:00','10432','张𬭎','张𬭎','51050219880312123X','X32121308891205015','{"id":"37c05075-6f58-4382-83b3-694fccd7f9ca","number":"510502-T03-2026-000001","state":"abandoned","mode":"training","pack":"luzhou-2019-36@1","catalogue":"training-2026-11","matter_code":"110104","matter_name":"补领婚姻登记证","situation_code":"01","unit_name":"训练·江阳区民政局","applicant":{"name":"张𬭎","raw_name":"张𬭎","sex":"男","ethnic_group":"汉","birth":"1988-03-12","address":"四川省泸州市江阳区江阳西路1号","number":"51050219880312123X","document":"citizen","issuer":"泸州市公安局江阳区分局","valid_from":"2020-01-01","valid_until":"长期","source":"card","simulated":true},"plans":[{"proof_code":"ZM103","proof_name":"婚姻登记档案证明","step":{"way":"commitment","article":"8","why":"申请人看过告知、签了承诺就当场办，核实由本部门事后做。","afterwards":"3日内由本部门向档案馆或者原登记机关调取档案复印件归档。","instead":"","since":""},"passed_over":[]},{"proof_code":"ZM038","proof_name":"证件遗失证明","step":{"way":"cancelled","article":"7","why":"证件遗失由本人说明即可，不用别人出证。","afterwards":"","instead":"","since":""},"passed_over":[]}],"opened_at":"2026-11-23T09:00:00+08:00","officer":"10432","categories":[],"commitment_refused":false,"decided_at":"","follow_ups":[],"letters":[],"simulated_devices":[],"exclusions":[],"checked":[]}',4);
INSERT INTO "cases" VALUES('aaff0beb-e80c-4162-aaec-3ac3325cf35d','510502-T03-2026-000002','open','training','110104','补领婚姻登记证','训练·江阳区民政局','2026-11-23T09:00:00+08:00','10432','阿依努尔·买买提','阿依努尔买买提','51050219880312123X','X32121308891205015','{"id":"aaff0beb-e80c-4162-aaec-3ac3325cf35d","number":"510502-T03-2026-000002","state":"open","mode":"training","pack":"luzhou-2019-36@1","catalogue":"training-2026-11","matter_code":"110104","matter_name":"补领婚姻登记证","situation_code":"01","unit_name":"训练·江阳区民政局","applicant":{"name":"阿依努尔·买买提","raw_name":"阿依努尔•买买提","sex":"男","ethnic_group":"汉","birth":"1988-03-12","address":"四川省泸州市江阳区江阳西路1号","number":"51050219880312123X","document":"citizen","issuer":"泸州市公安局江阳区分局","valid_from":"2020-01-01","valid_until":"长期","source":"card","simulated":true},"plans":[{"proof_code":"ZM103","proof_name":"婚姻登记档案证明","step":{"way":"commitment","article":"8","why":"申请人看过告知、签了承诺就当场办，核实由本部门事后做。","afterwards":"3日内由本部门向档案馆或者原登记机关调取档案复印件归档。","instead":"","since":""},"passed_over":[]},{"proof_code":"ZM038","proof_name":"证件遗失证明","step":{"way":"cancelled","article":"7","why":"证件遗失由本人说明即可，不用别人出证。","afterwards":"","instead":"","since":""},"passed_over":[]}],"opened_at":"2026-11-23T09:00:00+08:00","officer":"10432","categories":[],"commitment_refused":false,"decided_at":"","follow_ups":[],"letters":[],"simulated_devices":[],"exclusions":[],"checked":[]}',5);
CREATE TABLE drafts (
	id VARCHAR NOT NULL, 
	officer VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	label VARCHAR NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (id)
);
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
);
INSERT INTO "installation" VALUES(1,'af973b232faa60ab','training','510502','T03','泸州市江阳区政务服务中心','泸州市江阳区政务服务中心',1);
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
);
CREATE TABLE lock_outs (
	officer VARCHAR NOT NULL, 
	failures INTEGER NOT NULL, 
	seconds_left INTEGER NOT NULL, 
	run VARCHAR NOT NULL, 
	counted_at INTEGER NOT NULL, 
	PRIMARY KEY (officer)
);
CREATE TABLE numbers (
	counter VARCHAR NOT NULL, 
	year INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	PRIMARY KEY (counter, year)
);
INSERT INTO "numbers" VALUES('510502-T03',2026,2);
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
);
INSERT INTO "officers" VALUES('10432','李敏','clerk seal-holder administrator','$argon2id$v=19$m=65536,t=3,p=1$d3WOgvYfxISb8Qv4VEdhGw$tJ9UnKZL4uY6s9+10Z/LceN0RAhOkXKCrIdopEh/2rE',1,1,2);
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
);
INSERT INTO "outbox" VALUES('01a205ea-be80-7e9d-b548-18dbfeec86d0',1,1,'0000000000000000000000000000000000000000000000000000000000000000','847e32403438969cd87eaf760a12b4de36c9987680319114b8fc17932d36a80f','case.abandon','case:37c05075-6f58-4382-83b3-694fccd7f9ca','{"actor":"10432","at_mono":0,"at_wall":"2026-11-23T09:00:00+08:00","base_version":0,"blobs":[],"body":{"abandoned_at":"2026-11-23T09:00:00+08:00","matter":"110104","mode":"training","number":"510502-T03-2026-000001","opened_at":"2026-11-23T09:00:00+08:00","reason":"申请人离开"},"entity":"case:37c05075-6f58-4382-83b3-694fccd7f9ca","op_id":"01a205ea-be80-7e9d-b548-18dbfeec86d0","prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"type":"case.abandon"}',488,'outbox','',0,0,0,0,NULL);
CREATE TABLE outbox_blobs (
	sm3 VARCHAR(64) NOT NULL, 
	sent INTEGER NOT NULL, 
	done BOOLEAN NOT NULL, 
	parked_size INTEGER NOT NULL, 
	PRIMARY KEY (sm3)
);
CREATE TABLE platform_cases (
	entity VARCHAR NOT NULL, 
	number VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	state VARCHAR NOT NULL, 
	server_seq INTEGER NOT NULL, 
	PRIMARY KEY (entity)
);
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
);
CREATE TABLE receipts (
	id INTEGER NOT NULL, 
	server_time VARCHAR NOT NULL, 
	root VARCHAR(64) NOT NULL, 
	log_size INTEGER NOT NULL, 
	log_root VARCHAR(64) NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE sync_state (
	name VARCHAR NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
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
);
INSERT INTO "trail" VALUES(1,'2026-11-23T09:00:00+08:00','system','installation.found','af973b232faa60ab','{"act":"installation.found","at":"2026-11-23T09:00:00+08:00","facts":{"division":"510502","founded_as":"training","terminal":"T03"},"id":1,"mode":"","officer":"system","prev":"0000000000000000000000000000000000000000000000000000000000000000","subject":"af973b232faa60ab"}','0000000000000000000000000000000000000000000000000000000000000000','70e3f31b00f7e1c6634fcdff21687f2f54ef56917edfc2e5e537d397f3f6a429');
INSERT INTO "trail" VALUES(2,'2026-11-23T09:00:00+08:00','system','officer.create','10432','{"act":"officer.create","at":"2026-11-23T09:00:00+08:00","facts":{"roles":"clerk seal-holder administrator","training":true},"id":2,"mode":"training","officer":"system","prev":"70e3f31b00f7e1c6634fcdff21687f2f54ef56917edfc2e5e537d397f3f6a429","subject":"10432"}','70e3f31b00f7e1c6634fcdff21687f2f54ef56917edfc2e5e537d397f3f6a429','8c94b452be9bf4c76d1b2719ee0b318693f086831e1481a915fd1ec60b128fee');
INSERT INTO "trail" VALUES(3,'2026-11-23T09:00:00+08:00','10432','case.open','510502-T03-2026-000001','{"act":"case.open","at":"2026-11-23T09:00:00+08:00","facts":{"matter":"110104","pack":"expired","source":"card"},"id":3,"mode":"training","officer":"10432","prev":"8c94b452be9bf4c76d1b2719ee0b318693f086831e1481a915fd1ec60b128fee","subject":"510502-T03-2026-000001"}','8c94b452be9bf4c76d1b2719ee0b318693f086831e1481a915fd1ec60b128fee','990b3db44ac5ce27c6eb8d4b187a963dfeadee215295d29b10884e8f4afd5081');
INSERT INTO "trail" VALUES(4,'2026-11-23T09:00:00+08:00','10432','case.abandon','510502-T03-2026-000001','{"act":"case.abandon","at":"2026-11-23T09:00:00+08:00","facts":{"reason":"申请人离开"},"id":4,"mode":"training","officer":"10432","prev":"990b3db44ac5ce27c6eb8d4b187a963dfeadee215295d29b10884e8f4afd5081","subject":"510502-T03-2026-000001"}','990b3db44ac5ce27c6eb8d4b187a963dfeadee215295d29b10884e8f4afd5081','ee21e18daa7880a6d8f12f767707d165108547ece960bf53d20ad627f0eb5ad6');
INSERT INTO "trail" VALUES(5,'2026-11-23T09:00:00+08:00','10432','case.open','510502-T03-2026-000002','{"act":"case.open","at":"2026-11-23T09:00:00+08:00","facts":{"matter":"110104","pack":"expired","source":"card"},"id":5,"mode":"training","officer":"10432","prev":"ee21e18daa7880a6d8f12f767707d165108547ece960bf53d20ad627f0eb5ad6","subject":"510502-T03-2026-000002"}','ee21e18daa7880a6d8f12f767707d165108547ece960bf53d20ad627f0eb5ad6','2dadc764b3fe9c73d8f24ad12e324633ac65ce3c7654c015dc71db5d0aed65c7');
INSERT INTO "trail" VALUES(6,'2026-11-23T09:00:00+08:00','10432','trail.export','af973b232faa60ab','{"act":"trail.export","at":"2026-11-23T09:00:00+08:00","facts":{},"id":6,"mode":"training","officer":"10432","prev":"2dadc764b3fe9c73d8f24ad12e324633ac65ce3c7654c015dc71db5d0aed65c7","subject":"af973b232faa60ab"}','2dadc764b3fe9c73d8f24ad12e324633ac65ce3c7654c015dc71db5d0aed65c7','b856c322be76ed3214b924d7d40d7ef409e46d8d887134f270a0a5f7bb148e96');
CREATE TABLE usage (
	matter VARCHAR NOT NULL, 
	count INTEGER NOT NULL, 
	last VARCHAR NOT NULL, 
	PRIMARY KEY (matter)
);
CREATE INDEX cases_by_person ON cases (number_key);
CREATE INDEX cases_by_day ON cases (opened_at);
CREATE INDEX cases_by_name ON cases (name_key);
CREATE INDEX outbox_by_entity ON outbox (entity, seq);
CREATE INDEX outbox_by_state ON outbox (state, seq);
CREATE INDEX letters_of_case ON letters (case_id);
CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'trail is append-only'); END;
CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'trail is append-only'); END;
CREATE TRIGGER blobs_no_update BEFORE UPDATE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs is append-only'); END;
CREATE TRIGGER blobs_no_delete BEFORE DELETE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs is append-only'); END;
CREATE TRIGGER cases_no_delete BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'cases is append-only'); END;
CREATE TRIGGER cases_insert_has_trail BEFORE INSERT ON cases WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER cases_update_has_trail BEFORE UPDATE ON cases WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) OR NEW.trail_id <= OLD.trail_id BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER letters_no_delete BEFORE DELETE ON letters BEGIN SELECT RAISE(ABORT, 'letters is append-only'); END;
CREATE TRIGGER letters_insert_has_trail BEFORE INSERT ON letters WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER letters_update_has_trail BEFORE UPDATE ON letters WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) OR NEW.trail_id <= OLD.trail_id BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER prints_no_delete BEFORE DELETE ON prints BEGIN SELECT RAISE(ABORT, 'prints is append-only'); END;
CREATE TRIGGER prints_insert_has_trail BEFORE INSERT ON prints WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER prints_update_has_trail BEFORE UPDATE ON prints WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) OR NEW.trail_id <= OLD.trail_id BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER officers_no_delete BEFORE DELETE ON officers BEGIN SELECT RAISE(ABORT, 'officers is append-only'); END;
CREATE TRIGGER officers_insert_has_trail BEFORE INSERT ON officers WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER officers_update_has_trail BEFORE UPDATE ON officers WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) OR NEW.trail_id <= OLD.trail_id BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER installation_no_delete BEFORE DELETE ON installation BEGIN SELECT RAISE(ABORT, 'installation is append-only'); END;
CREATE TRIGGER installation_insert_has_trail BEFORE INSERT ON installation WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER installation_update_has_trail BEFORE UPDATE ON installation WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) OR NEW.trail_id <= OLD.trail_id BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
COMMIT;
PRAGMA user_version = 1;
