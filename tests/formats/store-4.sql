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
	hand TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (number), 
	FOREIGN KEY(trail_id) REFERENCES trail (id)
);
INSERT INTO "cases" VALUES('1ab138cd-f76a-475b-ab35-4d952bcbc5ce','510502-T03-2026-000001','abandoned','training','110104','补领婚姻登记证','训练·江阳区民政局','2026-11-23T09:00:00+08:00','10432','张𬭎','张𬭎','51050219880312002X','X20021308891205015','{"id":"1ab138cd-f76a-475b-ab35-4d952bcbc5ce","number":"510502-T03-2026-000001","state":"abandoned","mode":"training","pack":"luzhou-2019-36@1","catalogue":"training-2026-11+13.1+510502.1","matter_code":"110104","matter_name":"补领婚姻登记证","situation_code":"01","unit_name":"训练·江阳区民政局","applicant":{"name":"张𬭎","raw_name":"张𬭎","sex":"男","ethnic_group":"汉","birth":"1988-03-12","address":"四川省泸州市江阳区江阳西路1号","number":"51050219880312002X","document":"citizen","issuer":"泸州市公安局江阳区分局","valid_from":"2020-01-01","valid_until":"长期","source":"card","simulated":true,"hand":null},"plans":[{"proof_code":"ZM103","proof_name":"婚姻登记档案证明","step":{"way":"commitment","article":"8","why":"申请人看过告知、签了承诺就当场办，核实由本部门事后做。","afterwards":"3日内由本部门向档案馆或者原登记机关调取档案复印件归档。","instead":"","since":""},"passed_over":[]},{"proof_code":"ZM038","proof_name":"证件遗失证明","step":{"way":"cancelled","article":"7","why":"证件遗失由本人说明即可，不用别人出证。","afterwards":"","instead":"","since":""},"passed_over":[]}],"opened_at":"2026-11-23T09:00:00+08:00","officer":"10432","categories":[],"commitment_refused":false,"decided_at":"","follow_ups":[],"letters":[],"simulated_devices":[],"exclusions":[],"checked":[]}',4,'');
INSERT INTO "cases" VALUES('155d16fe-ae6d-427d-b9d0-cf72241e5247','510502-T03-2026-000002','open','training','110104','补领婚姻登记证','训练·江阳区民政局','2026-11-23T09:00:00+08:00','10432','阿依努尔·买买提','阿依努尔买买提','51050219880312002X','X20021308891205015','{"id":"155d16fe-ae6d-427d-b9d0-cf72241e5247","number":"510502-T03-2026-000002","state":"open","mode":"training","pack":"luzhou-2019-36@1","catalogue":"training-2026-11+13.1+510502.1","matter_code":"110104","matter_name":"补领婚姻登记证","situation_code":"01","unit_name":"训练·江阳区民政局","applicant":{"name":"阿依努尔·买买提","raw_name":"阿依努尔•买买提","sex":"男","ethnic_group":"汉","birth":"1988-03-12","address":"四川省泸州市江阳区江阳西路1号","number":"51050219880312002X","document":"citizen","issuer":"泸州市公安局江阳区分局","valid_from":"2020-01-01","valid_until":"长期","source":"card","simulated":true,"hand":null},"plans":[{"proof_code":"ZM103","proof_name":"婚姻登记档案证明","step":{"way":"commitment","article":"8","why":"申请人看过告知、签了承诺就当场办，核实由本部门事后做。","afterwards":"3日内由本部门向档案馆或者原登记机关调取档案复印件归档。","instead":"","since":""},"passed_over":[]},{"proof_code":"ZM038","proof_name":"证件遗失证明","step":{"way":"cancelled","article":"7","why":"证件遗失由本人说明即可，不用别人出证。","afterwards":"","instead":"","since":""},"passed_over":[]}],"opened_at":"2026-11-23T09:00:00+08:00","officer":"10432","categories":[],"commitment_refused":false,"decided_at":"","follow_ups":[],"letters":[],"simulated_devices":[],"exclusions":[],"checked":[]}',5,'');
INSERT INTO "cases" VALUES('d3fa680f-3994-427b-b49c-0a1d4dcc9221','510502-T03-2026-000003','open','training','110104','补领婚姻登记证','训练·江阳区民政局','2026-11-23T09:00:00+08:00','10432','张𬭎','张𬭎','51050219880312002X','X20021308891205015','{"id":"d3fa680f-3994-427b-b49c-0a1d4dcc9221","number":"510502-T03-2026-000003","state":"open","mode":"training","pack":"luzhou-2019-36@1","catalogue":"training-2026-11+13.1+510502.1","matter_code":"110104","matter_name":"补领婚姻登记证","situation_code":"01","unit_name":"训练·江阳区民政局","applicant":{"name":"张𬭎","raw_name":"张𬭎","sex":"女","ethnic_group":"","birth":"1988-03-12","address":"四川省泸州市江阳区江阳西路1号","number":"51050219880312002X","document":"citizen","issuer":"泸州市公安局江阳区分局","valid_from":"2020-01-01","valid_until":"长期","source":"typed","simulated":false,"hand":{"reason":"card-damaged","words":"","typed_by":"10432","confirmed_by":"10433","at":"2026-11-23T09:00:00+08:00","line":8}},"plans":[{"proof_code":"ZM103","proof_name":"婚姻登记档案证明","step":{"way":"commitment","article":"8","why":"申请人看过告知、签了承诺就当场办，核实由本部门事后做。","afterwards":"3日内由本部门向档案馆或者原登记机关调取档案复印件归档。","instead":"","since":""},"passed_over":[]},{"proof_code":"ZM038","proof_name":"证件遗失证明","step":{"way":"cancelled","article":"7","why":"证件遗失由本人说明即可，不用别人出证。","afterwards":"","instead":"","since":""},"passed_over":[]}],"opened_at":"2026-11-23T09:00:00+08:00","officer":"10432","categories":[],"commitment_refused":false,"decided_at":"","follow_ups":[],"letters":[],"simulated_devices":[],"exclusions":[],"checked":[]}',9,'{"reason":"card-damaged","words":"","typed_by":"10432","confirmed_by":"10433","at":"2026-11-23T09:00:00+08:00","line":8}');
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
INSERT INTO "installation" VALUES(1,'142de0ca681fc9a4','training','510502','T03','泸州市江阳区政务服务中心','泸州市江阳区政务服务中心',1);
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
INSERT INTO "numbers" VALUES('510502-T03',2026,3);
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
INSERT INTO "officers" VALUES('10432','李敏','clerk seal-holder administrator auditor','$argon2id$v=19$m=65536,t=3,p=1$KVJlGCE0WSD5W7KXK+pwdg$WtZdaUUo++X3LbJ/zo59pPqoDMpF+58ymA33ioT56N0',1,1,2);
INSERT INTO "officers" VALUES('10433','王芳','clerk','$argon2id$v=19$m=65536,t=3,p=1$VoxWJZr2O9S4D+MSvIUs8Q$t/AjGYuIv2UaFC8urJwq2qByVJgoh3ZtC6dHsJA0OWA',1,1,6);
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
INSERT INTO "outbox" VALUES('01a205ea-be80-7802-a7a1-21db9f2492e8',1,1,'0000000000000000000000000000000000000000000000000000000000000000','4827b92af6d12577dc699430df45cb89d4bb6a3c1a2894da930abb0a7489e65d','case.abandon','case:1ab138cd-f76a-475b-ab35-4d952bcbc5ce','{"actor":"10432","at_mono":0,"at_wall":"2026-11-23T09:00:00+08:00","base_version":0,"blobs":[],"body":{"abandoned_at":"2026-11-23T09:00:00+08:00","matter":"110104","mode":"training","number":"510502-T03-2026-000001","opened_at":"2026-11-23T09:00:00+08:00","reason":"申请人离开"},"entity":"case:1ab138cd-f76a-475b-ab35-4d952bcbc5ce","op_id":"01a205ea-be80-7802-a7a1-21db9f2492e8","prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"type":"case.abandon"}',488,'outbox','',0,0,0,0,NULL);
CREATE TABLE outbox_blobs (
	sm3 VARCHAR(64) NOT NULL, 
	sent INTEGER NOT NULL, 
	done BOOLEAN NOT NULL, 
	parked_size INTEGER NOT NULL, 
	PRIMARY KEY (sm3)
);
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
	pages INTEGER DEFAULT '0' NOT NULL, 
	pages_out INTEGER, 
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
);
INSERT INTO "successors" VALUES(1,'luzhou-2019-36','national','1','联席会议纪要','20001','2026-11-23','2026-11-23T09:00:00+08:00',10);
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
INSERT INTO "trail" VALUES(1,'2026-11-23T09:00:00+08:00','system','installation.found','142de0ca681fc9a4','{"act":"installation.found","at":"2026-11-23T09:00:00+08:00","facts":{"division":"510502","founded_as":"training","terminal":"T03"},"id":1,"mode":"","officer":"system","prev":"0000000000000000000000000000000000000000000000000000000000000000","subject":"142de0ca681fc9a4"}','0000000000000000000000000000000000000000000000000000000000000000','2c4280538caf52083fdfa50280dcf154a315f3fd0d60b2f975a8fba37758c80b');
INSERT INTO "trail" VALUES(2,'2026-11-23T09:00:00+08:00','system','officer.create','10432','{"act":"officer.create","at":"2026-11-23T09:00:00+08:00","facts":{"roles":"clerk seal-holder administrator auditor","training":true},"id":2,"mode":"training","officer":"system","prev":"2c4280538caf52083fdfa50280dcf154a315f3fd0d60b2f975a8fba37758c80b","subject":"10432"}','2c4280538caf52083fdfa50280dcf154a315f3fd0d60b2f975a8fba37758c80b','d326d0efa6d01df62c72d59e426f229788d7aa0c35bcf3e0ca5a6ae50f8c68c4');
INSERT INTO "trail" VALUES(3,'2026-11-23T09:00:00+08:00','10432','case.open','510502-T03-2026-000001','{"act":"case.open","at":"2026-11-23T09:00:00+08:00","facts":{"matter":"110104","pack":"expired","source":"card"},"id":3,"mode":"training","officer":"10432","prev":"d326d0efa6d01df62c72d59e426f229788d7aa0c35bcf3e0ca5a6ae50f8c68c4","subject":"510502-T03-2026-000001"}','d326d0efa6d01df62c72d59e426f229788d7aa0c35bcf3e0ca5a6ae50f8c68c4','e54a0238092f71ff01d45e1cf3e483b9200d67ae9e64f51e22e43ba0c722af1b');
INSERT INTO "trail" VALUES(4,'2026-11-23T09:00:00+08:00','10432','case.abandon','510502-T03-2026-000001','{"act":"case.abandon","at":"2026-11-23T09:00:00+08:00","facts":{"reason":"申请人离开"},"id":4,"mode":"training","officer":"10432","prev":"e54a0238092f71ff01d45e1cf3e483b9200d67ae9e64f51e22e43ba0c722af1b","subject":"510502-T03-2026-000001"}','e54a0238092f71ff01d45e1cf3e483b9200d67ae9e64f51e22e43ba0c722af1b','0fafda4c914cd46bca4fd5eafa997bc2da4ca18c34a1e669bddc1937bfb80941');
INSERT INTO "trail" VALUES(5,'2026-11-23T09:00:00+08:00','10432','case.open','510502-T03-2026-000002','{"act":"case.open","at":"2026-11-23T09:00:00+08:00","facts":{"matter":"110104","pack":"expired","source":"card"},"id":5,"mode":"training","officer":"10432","prev":"0fafda4c914cd46bca4fd5eafa997bc2da4ca18c34a1e669bddc1937bfb80941","subject":"510502-T03-2026-000002"}','0fafda4c914cd46bca4fd5eafa997bc2da4ca18c34a1e669bddc1937bfb80941','492f962c1180bac3f881648a62dbc56f3aeb83931e0ad87bb35c3acec6155ea8');
INSERT INTO "trail" VALUES(6,'2026-11-23T09:00:00+08:00','10432','officer.create','10433','{"act":"officer.create","at":"2026-11-23T09:00:00+08:00","facts":{"roles":"clerk","training":true},"id":6,"mode":"training","officer":"10432","prev":"492f962c1180bac3f881648a62dbc56f3aeb83931e0ad87bb35c3acec6155ea8","subject":"10433"}','492f962c1180bac3f881648a62dbc56f3aeb83931e0ad87bb35c3acec6155ea8','88acb0847c569f47ba24f1eb26fb12af7b6421e534a2087341c7a5d9f10ead7f');
INSERT INTO "trail" VALUES(7,'2026-11-23T09:00:00+08:00','10433','sign-in.beside','10433','{"act":"sign-in.beside","at":"2026-11-23T09:00:00+08:00","facts":{"beside":"10432"},"id":7,"mode":"training","officer":"10433","prev":"88acb0847c569f47ba24f1eb26fb12af7b6421e534a2087341c7a5d9f10ead7f","subject":"10433"}','88acb0847c569f47ba24f1eb26fb12af7b6421e534a2087341c7a5d9f10ead7f','f76a2aff1b136f6c13dba813309ffd6a21f014708512eab67e0e9f97a4a99945');
INSERT INTO "trail" VALUES(8,'2026-11-23T09:00:00+08:00','10432','hand-entry.confirm','applicant','{"act":"hand-entry.confirm","at":"2026-11-23T09:00:00+08:00","facts":{"confirmed_by":"10433","moment":"2026-11-23T09:00:00+08:00","of":"9e04da170f2ab62a639f95d7580c9ce9fcff5707a6463054ff9abfd67ba54e0a","reason":"card-damaged","words":""},"id":8,"mode":"training","officer":"10432","prev":"f76a2aff1b136f6c13dba813309ffd6a21f014708512eab67e0e9f97a4a99945","subject":"applicant"}','f76a2aff1b136f6c13dba813309ffd6a21f014708512eab67e0e9f97a4a99945','7d30c07af51bfb6527492c914d86d0a5e7480c7f85067521ca1e54bea86c9564');
INSERT INTO "trail" VALUES(9,'2026-11-23T09:00:00+08:00','10432','case.open','510502-T03-2026-000003','{"act":"case.open","at":"2026-11-23T09:00:00+08:00","facts":{"by_hand":"card-damaged","matter":"110104","pack":"expired","source":"typed"},"id":9,"mode":"training","officer":"10432","prev":"7d30c07af51bfb6527492c914d86d0a5e7480c7f85067521ca1e54bea86c9564","subject":"510502-T03-2026-000003"}','7d30c07af51bfb6527492c914d86d0a5e7480c7f85067521ca1e54bea86c9564','cae7173c7b00c4bb87419c7fb15b5bb098899710086ab8e7dd75ff64b944182c');
INSERT INTO "trail" VALUES(10,'2026-11-23T09:00:00+08:00','10432','basis.confirm','national@1','{"act":"basis.confirm","at":"2026-11-23T09:00:00+08:00","facts":{},"id":10,"mode":"training","officer":"10432","prev":"cae7173c7b00c4bb87419c7fb15b5bb098899710086ab8e7dd75ff64b944182c","subject":"national@1"}','cae7173c7b00c4bb87419c7fb15b5bb098899710086ab8e7dd75ff64b944182c','d68070408ce6a3cb6344717b56f7a87b25654d803de4e1cfe65dc41759e1aab9');
INSERT INTO "trail" VALUES(11,'2026-11-23T09:00:00+08:00','10432','trail.export','142de0ca681fc9a4','{"act":"trail.export","at":"2026-11-23T09:00:00+08:00","facts":{},"id":11,"mode":"training","officer":"10432","prev":"d68070408ce6a3cb6344717b56f7a87b25654d803de4e1cfe65dc41759e1aab9","subject":"142de0ca681fc9a4"}','d68070408ce6a3cb6344717b56f7a87b25654d803de4e1cfe65dc41759e1aab9','fbea280cf636395ad234933b667778e0b3d32cf59fb6612c8ebc619c05bf4293');
CREATE TABLE usage (
	matter VARCHAR NOT NULL, 
	count INTEGER NOT NULL, 
	last VARCHAR NOT NULL, 
	PRIMARY KEY (matter)
);
CREATE INDEX cases_by_person ON cases (number_key);
CREATE INDEX cases_by_name ON cases (name_key);
CREATE INDEX cases_by_day ON cases (opened_at);
CREATE INDEX outbox_by_entity ON outbox (entity, seq);
CREATE INDEX outbox_by_state ON outbox (state, seq);
CREATE INDEX letters_of_case ON letters (case_id);
CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'trail is append-only'); END;
CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'trail is append-only'); END;
CREATE TRIGGER blobs_no_update BEFORE UPDATE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs is append-only'); END;
CREATE TRIGGER blobs_no_delete BEFORE DELETE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs is append-only'); END;
CREATE TRIGGER successors_no_update BEFORE UPDATE ON successors BEGIN SELECT RAISE(ABORT, 'successors is append-only'); END;
CREATE TRIGGER successors_no_delete BEFORE DELETE ON successors BEGIN SELECT RAISE(ABORT, 'successors is append-only'); END;
CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;
CREATE TRIGGER papers_no_delete BEFORE DELETE ON papers BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;
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
CREATE TRIGGER successors_insert_has_trail BEFORE INSERT ON successors WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER papers_insert_has_trail BEFORE INSERT ON papers WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER letters_no_replace BEFORE INSERT ON letters WHEN EXISTS (SELECT 1 FROM letters WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'letters is append-only'); END;
CREATE TRIGGER successors_no_replace BEFORE INSERT ON successors WHEN EXISTS (SELECT 1 FROM successors WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'successors is append-only'); END;
CREATE TRIGGER papers_no_replace BEFORE INSERT ON papers WHEN EXISTS (SELECT 1 FROM papers WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;
CREATE TRIGGER letters_voided_once BEFORE UPDATE ON letters WHEN OLD.voided_because <> '' OR OLD.replaced_by <> '' OR NEW.voided_because = '' OR NEW.number IS NOT OLD.number OR NEW.case_id IS NOT OLD.case_id OR NEW.kind IS NOT OLD.kind OR NEW.sm3 IS NOT OLD.sm3 OR NEW.sealed_at IS NOT OLD.sealed_at OR NEW.trusted_time IS NOT OLD.trusted_time OR NEW.check_code IS NOT OLD.check_code OR NEW.commitment IS NOT OLD.commitment OR NEW.report IS NOT OLD.report BEGIN SELECT RAISE(ABORT, 'a letter is voided once and not otherwise changed'); END;
CREATE TRIGGER cases_marked_for_good BEFORE UPDATE ON cases WHEN OLD.hand <> '' AND (NEW.hand IS NOT OLD.hand OR instr(NEW.body, OLD.hand) = 0) BEGIN SELECT RAISE(ABORT, 'the mark of hand entry stays'); END;
COMMIT;
PRAGMA user_version = 4;
