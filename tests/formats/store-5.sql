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
INSERT INTO "cases" VALUES('2add0dec-a268-403b-a418-902c889a9d25','510502-T03-2026-000001','abandoned','training','110104','补领婚姻登记证','训练·江阳区民政局','2026-11-23T09:00:00+08:00','10432','张𬭎','张𬭎','51050219880312002X','X20021308891205015','{"id":"2add0dec-a268-403b-a418-902c889a9d25","number":"510502-T03-2026-000001","state":"abandoned","mode":"training","pack":"luzhou-2019-36@1","catalogue":"training-2026-11+13.1+510502.1","matter_code":"110104","matter_name":"补领婚姻登记证","situation_code":"01","unit_name":"训练·江阳区民政局","applicant":{"name":"张𬭎","raw_name":"张𬭎","sex":"男","ethnic_group":"汉","birth":"1988-03-12","address":"四川省泸州市江阳区江阳西路1号","number":"51050219880312002X","document":"citizen","issuer":"泸州市公安局江阳区分局","valid_from":"2020-01-01","valid_until":"长期","source":"card","simulated":true,"hand":null},"plans":[{"proof_code":"ZM103","proof_name":"婚姻登记档案证明","step":{"way":"commitment","article":"8","why":"申请人看过告知、签了承诺就当场办，核实由本部门事后做。","afterwards":"3日内由本部门向档案馆或者原登记机关调取档案复印件归档。","instead":"","since":""},"passed_over":[]},{"proof_code":"ZM038","proof_name":"证件遗失证明","step":{"way":"cancelled","article":"7","why":"证件遗失由本人说明即可，不用别人出证。","afterwards":"","instead":"","since":""},"passed_over":[]}],"opened_at":"2026-11-23T09:00:00+08:00","officer":"10432","categories":[],"commitment_refused":false,"decided_at":"","follow_ups":[],"letters":[],"simulated_devices":[],"exclusions":[],"checked":[]}',4,'');
INSERT INTO "cases" VALUES('1e72e286-b752-4a12-9e36-fa4f7e73ef99','510502-T03-2026-000002','open','training','110104','补领婚姻登记证','训练·江阳区民政局','2026-11-23T09:00:00+08:00','10432','阿依努尔·买买提','阿依努尔买买提','51050219880312002X','X20021308891205015','{"id":"1e72e286-b752-4a12-9e36-fa4f7e73ef99","number":"510502-T03-2026-000002","state":"open","mode":"training","pack":"luzhou-2019-36@1","catalogue":"training-2026-11+13.1+510502.1","matter_code":"110104","matter_name":"补领婚姻登记证","situation_code":"01","unit_name":"训练·江阳区民政局","applicant":{"name":"阿依努尔·买买提","raw_name":"阿依努尔•买买提","sex":"男","ethnic_group":"汉","birth":"1988-03-12","address":"四川省泸州市江阳区江阳西路1号","number":"51050219880312002X","document":"citizen","issuer":"泸州市公安局江阳区分局","valid_from":"2020-01-01","valid_until":"长期","source":"card","simulated":true,"hand":null},"plans":[{"proof_code":"ZM103","proof_name":"婚姻登记档案证明","step":{"way":"commitment","article":"8","why":"申请人看过告知、签了承诺就当场办，核实由本部门事后做。","afterwards":"3日内由本部门向档案馆或者原登记机关调取档案复印件归档。","instead":"","since":""},"passed_over":[]},{"proof_code":"ZM038","proof_name":"证件遗失证明","step":{"way":"cancelled","article":"7","why":"证件遗失由本人说明即可，不用别人出证。","afterwards":"","instead":"","since":""},"passed_over":[]}],"opened_at":"2026-11-23T09:00:00+08:00","officer":"10432","categories":[],"commitment_refused":false,"decided_at":"","follow_ups":[],"letters":[],"simulated_devices":[],"exclusions":[],"checked":[]}',5,'');
INSERT INTO "cases" VALUES('a7456568-839d-4f63-af95-41ecbd40e0fc','510502-T03-2026-000003','open','training','110104','补领婚姻登记证','训练·江阳区民政局','2026-11-23T09:00:00+08:00','10432','张𬭎','张𬭎','51050219880312002X','X20021308891205015','{"id":"a7456568-839d-4f63-af95-41ecbd40e0fc","number":"510502-T03-2026-000003","state":"open","mode":"training","pack":"luzhou-2019-36@1","catalogue":"training-2026-11+13.1+510502.1","matter_code":"110104","matter_name":"补领婚姻登记证","situation_code":"01","unit_name":"训练·江阳区民政局","applicant":{"name":"张𬭎","raw_name":"张𬭎","sex":"女","ethnic_group":"","birth":"1988-03-12","address":"四川省泸州市江阳区江阳西路1号","number":"51050219880312002X","document":"citizen","issuer":"泸州市公安局江阳区分局","valid_from":"2020-01-01","valid_until":"长期","source":"typed","simulated":false,"hand":{"reason":"card-damaged","words":"","typed_by":"10432","confirmed_by":"10433","at":"2026-11-23T09:00:00+08:00","line":8}},"plans":[{"proof_code":"ZM103","proof_name":"婚姻登记档案证明","step":{"way":"commitment","article":"8","why":"申请人看过告知、签了承诺就当场办，核实由本部门事后做。","afterwards":"3日内由本部门向档案馆或者原登记机关调取档案复印件归档。","instead":"","since":""},"passed_over":[]},{"proof_code":"ZM038","proof_name":"证件遗失证明","step":{"way":"cancelled","article":"7","why":"证件遗失由本人说明即可，不用别人出证。","afterwards":"","instead":"","since":""},"passed_over":[]}],"opened_at":"2026-11-23T09:00:00+08:00","officer":"10432","categories":[],"commitment_refused":false,"decided_at":"","follow_ups":[],"letters":[],"simulated_devices":[],"exclusions":[],"checked":[]}',9,'{"reason":"card-damaged","words":"","typed_by":"10432","confirmed_by":"10433","at":"2026-11-23T09:00:00+08:00","line":8}');
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
INSERT INTO "installation" VALUES(1,'de564120b089dce7','training','510502','T03','泸州市江阳区政务服务中心','泸州市江阳区政务服务中心',1);
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
INSERT INTO "officers" VALUES('10432','李敏','clerk seal-holder administrator auditor','$argon2id$v=19$m=65536,t=3,p=1$I3ckWwvqSoJbQGCIgPtf6g$Xlfpcvn0TBoXPhJxl0JVAyaK4iXU/jWpqSP0BLN3Zd4',1,1,2);
INSERT INTO "officers" VALUES('10433','王芳','clerk','$argon2id$v=19$m=65536,t=3,p=1$kbQUp6jPCpDAIL5NxlvRbA$lngSVOYNzQcq22lV44NukgsJKMDlzdbLxwE5x3YiZNs',1,1,6);
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
INSERT INTO "outbox" VALUES('01a205ea-be80-708c-b90b-4ddb13f73fff',1,1,'0000000000000000000000000000000000000000000000000000000000000000','548e144e09d06d9595ab9dc5a7e79ab377dea2a3145d1884a84018c0363c267a','case.abandon','case:2add0dec-a268-403b-a418-902c889a9d25','{"actor":"10432","at_mono":0,"at_wall":"2026-11-23T09:00:00+08:00","base_version":0,"blobs":[],"body":{"abandoned_at":"2026-11-23T09:00:00+08:00","matter":"110104","mode":"training","number":"510502-T03-2026-000001","opened_at":"2026-11-23T09:00:00+08:00","reason":"申请人离开"},"entity":"case:2add0dec-a268-403b-a418-902c889a9d25","op_id":"01a205ea-be80-708c-b90b-4ddb13f73fff","prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"type":"case.abandon"}',488,'outbox','',0,0,0,0,NULL);
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
);
INSERT INTO "seal_log" VALUES(1,1,'asked','2026-11-23T09:05:00+08:00',0,'10432','clerk seal-holder','5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e','XL0001','训练区政务服务中心训练专用章','2a','TRAINING-0001',1,'510502-T03-2026-000002-01','commitment','','',NULL,12);
INSERT INTO "seal_log" VALUES(2,1,'done','2026-11-23T09:05:00+08:00',0,'10432','clerk seal-holder','5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e','XL0001','训练区政务服务中心训练专用章','2a','TRAINING-0001',1,'510502-T03-2026-000002-01','commitment','','',NULL,13);
INSERT INTO "seal_log" VALUES(3,2,'asked','2026-11-23T09:05:00+08:00',0,'10432','clerk seal-holder','5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e','XL0001','训练区政务服务中心训练专用章','2a','TRAINING-0001',1,'510502-T03-2026-000002-01','commitment','','',NULL,14);
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
);
INSERT INTO "seals" VALUES(1,'register','5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e','XL0001','训练区政务服务中心训练专用章','TRAINING','2026-11-23T00:00:00+08:00','2029-11-23T00:00:00+08:00',1,'10432','10432','commitment receipt','registered','','','system','system','2026-11-23T09:00:00+08:00',11);
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
INSERT INTO "trail" VALUES(1,'2026-11-23T09:00:00+08:00','system','installation.found','de564120b089dce7','{"act":"installation.found","at":"2026-11-23T09:00:00+08:00","facts":{"division":"510502","founded_as":"training","terminal":"T03"},"id":1,"mode":"","officer":"system","prev":"0000000000000000000000000000000000000000000000000000000000000000","subject":"de564120b089dce7"}','0000000000000000000000000000000000000000000000000000000000000000','1e6053c0a06a849baaebcd230270f2500edf2754ee367f456cea7b6288443c1a');
INSERT INTO "trail" VALUES(2,'2026-11-23T09:00:00+08:00','system','officer.create','10432','{"act":"officer.create","at":"2026-11-23T09:00:00+08:00","facts":{"roles":"clerk seal-holder administrator auditor","training":true},"id":2,"mode":"training","officer":"system","prev":"1e6053c0a06a849baaebcd230270f2500edf2754ee367f456cea7b6288443c1a","subject":"10432"}','1e6053c0a06a849baaebcd230270f2500edf2754ee367f456cea7b6288443c1a','8bd05093081361f30e74dbac5000dde0650846c728b1540c95b30eb7d1c4c858');
INSERT INTO "trail" VALUES(3,'2026-11-23T09:00:00+08:00','10432','case.open','510502-T03-2026-000001','{"act":"case.open","at":"2026-11-23T09:00:00+08:00","facts":{"matter":"110104","pack":"expired","source":"card"},"id":3,"mode":"training","officer":"10432","prev":"8bd05093081361f30e74dbac5000dde0650846c728b1540c95b30eb7d1c4c858","subject":"510502-T03-2026-000001"}','8bd05093081361f30e74dbac5000dde0650846c728b1540c95b30eb7d1c4c858','350ad8b38635df4f71434d5a45cc4699a36f8e3de2fa498c6bddd9a00392dbdd');
INSERT INTO "trail" VALUES(4,'2026-11-23T09:00:00+08:00','10432','case.abandon','510502-T03-2026-000001','{"act":"case.abandon","at":"2026-11-23T09:00:00+08:00","facts":{"reason":"申请人离开"},"id":4,"mode":"training","officer":"10432","prev":"350ad8b38635df4f71434d5a45cc4699a36f8e3de2fa498c6bddd9a00392dbdd","subject":"510502-T03-2026-000001"}','350ad8b38635df4f71434d5a45cc4699a36f8e3de2fa498c6bddd9a00392dbdd','6c2243b478373c2af6b4272cead73b170ebc631b00aa27d6f8f2df45233a35c6');
INSERT INTO "trail" VALUES(5,'2026-11-23T09:00:00+08:00','10432','case.open','510502-T03-2026-000002','{"act":"case.open","at":"2026-11-23T09:00:00+08:00","facts":{"matter":"110104","pack":"expired","source":"card"},"id":5,"mode":"training","officer":"10432","prev":"6c2243b478373c2af6b4272cead73b170ebc631b00aa27d6f8f2df45233a35c6","subject":"510502-T03-2026-000002"}','6c2243b478373c2af6b4272cead73b170ebc631b00aa27d6f8f2df45233a35c6','2a203a7000332698eb117a7f0be55fed425e50d9052e7478f8baeec46c4634f9');
INSERT INTO "trail" VALUES(6,'2026-11-23T09:00:00+08:00','10432','officer.create','10433','{"act":"officer.create","at":"2026-11-23T09:00:00+08:00","facts":{"roles":"clerk","training":true},"id":6,"mode":"training","officer":"10432","prev":"2a203a7000332698eb117a7f0be55fed425e50d9052e7478f8baeec46c4634f9","subject":"10433"}','2a203a7000332698eb117a7f0be55fed425e50d9052e7478f8baeec46c4634f9','49c71425ee1eeafe7c170413300e92810ea8d05190b11f245158300bc95269e7');
INSERT INTO "trail" VALUES(7,'2026-11-23T09:00:00+08:00','10433','sign-in.beside','10433','{"act":"sign-in.beside","at":"2026-11-23T09:00:00+08:00","facts":{"beside":"10432"},"id":7,"mode":"training","officer":"10433","prev":"49c71425ee1eeafe7c170413300e92810ea8d05190b11f245158300bc95269e7","subject":"10433"}','49c71425ee1eeafe7c170413300e92810ea8d05190b11f245158300bc95269e7','16cacf2e089bb428439ae5f7f9552300ae413fa8dfd27bc9e3604fec4dafbfa8');
INSERT INTO "trail" VALUES(8,'2026-11-23T09:00:00+08:00','10432','hand-entry.confirm','applicant','{"act":"hand-entry.confirm","at":"2026-11-23T09:00:00+08:00","facts":{"confirmed_by":"10433","moment":"2026-11-23T09:00:00+08:00","of":"2f4ef55f558dfe0d01f80d477514ba2c7d8686002115532578f5c6b74bb3d3a4","reason":"card-damaged","words":""},"id":8,"mode":"training","officer":"10432","prev":"16cacf2e089bb428439ae5f7f9552300ae413fa8dfd27bc9e3604fec4dafbfa8","subject":"applicant"}','16cacf2e089bb428439ae5f7f9552300ae413fa8dfd27bc9e3604fec4dafbfa8','ffa184aacad980c76f6732bbbc2f54b27d78bc9ba70029bff25a95fe8830a7cb');
INSERT INTO "trail" VALUES(9,'2026-11-23T09:00:00+08:00','10432','case.open','510502-T03-2026-000003','{"act":"case.open","at":"2026-11-23T09:00:00+08:00","facts":{"by_hand":"card-damaged","matter":"110104","pack":"expired","source":"typed"},"id":9,"mode":"training","officer":"10432","prev":"ffa184aacad980c76f6732bbbc2f54b27d78bc9ba70029bff25a95fe8830a7cb","subject":"510502-T03-2026-000003"}','ffa184aacad980c76f6732bbbc2f54b27d78bc9ba70029bff25a95fe8830a7cb','7cba2da5347eef14e00555c1596097476236d124c6f0b27134e4482b40af51c6');
INSERT INTO "trail" VALUES(10,'2026-11-23T09:00:00+08:00','10432','basis.confirm','national@1','{"act":"basis.confirm","at":"2026-11-23T09:00:00+08:00","facts":{},"id":10,"mode":"training","officer":"10432","prev":"7cba2da5347eef14e00555c1596097476236d124c6f0b27134e4482b40af51c6","subject":"national@1"}','7cba2da5347eef14e00555c1596097476236d124c6f0b27134e4482b40af51c6','3f578c4a0bfa669453bc9549df5caded2c34504d5c9f927f419ae3cc3917491d');
INSERT INTO "trail" VALUES(11,'2026-11-23T09:00:00+08:00','10432','seal.register','5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e','{"act":"seal.register","at":"2026-11-23T09:00:00+08:00","facts":{},"id":11,"mode":"training","officer":"10432","prev":"3f578c4a0bfa669453bc9549df5caded2c34504d5c9f927f419ae3cc3917491d","subject":"5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e"}','3f578c4a0bfa669453bc9549df5caded2c34504d5c9f927f419ae3cc3917491d','0351cad217587778c8fde9124604079c0b64d49149c30b42c6de7379c1c6f271');
INSERT INTO "trail" VALUES(12,'2026-11-23T09:00:00+08:00','10432','seal.use','510502-T03-2026-000002-01','{"act":"seal.use","at":"2026-11-23T09:00:00+08:00","facts":{"step":"asked"},"id":12,"mode":"training","officer":"10432","prev":"0351cad217587778c8fde9124604079c0b64d49149c30b42c6de7379c1c6f271","subject":"510502-T03-2026-000002-01"}','0351cad217587778c8fde9124604079c0b64d49149c30b42c6de7379c1c6f271','a8765c4323b64226f1a8b0f1300ed19d618fedf4308843b4df761a06b5e21b83');
INSERT INTO "trail" VALUES(13,'2026-11-23T09:00:00+08:00','10432','seal.use','510502-T03-2026-000002-01','{"act":"seal.use","at":"2026-11-23T09:00:00+08:00","facts":{"step":"done"},"id":13,"mode":"training","officer":"10432","prev":"a8765c4323b64226f1a8b0f1300ed19d618fedf4308843b4df761a06b5e21b83","subject":"510502-T03-2026-000002-01"}','a8765c4323b64226f1a8b0f1300ed19d618fedf4308843b4df761a06b5e21b83','40f788d0537fecde365b9651e9fede3d473aaa9dff5583fbef14aa204f8acd11');
INSERT INTO "trail" VALUES(14,'2026-11-23T09:00:00+08:00','10432','seal.use','510502-T03-2026-000002-01','{"act":"seal.use","at":"2026-11-23T09:00:00+08:00","facts":{"step":"asked"},"id":14,"mode":"training","officer":"10432","prev":"40f788d0537fecde365b9651e9fede3d473aaa9dff5583fbef14aa204f8acd11","subject":"510502-T03-2026-000002-01"}','40f788d0537fecde365b9651e9fede3d473aaa9dff5583fbef14aa204f8acd11','eb7e0d936573c6e0f72299b7f6d0db5a8872f641b84477342162ea3ff804a79f');
INSERT INTO "trail" VALUES(15,'2026-11-23T09:00:00+08:00','10432','trail.export','de564120b089dce7','{"act":"trail.export","at":"2026-11-23T09:00:00+08:00","facts":{},"id":15,"mode":"training","officer":"10432","prev":"eb7e0d936573c6e0f72299b7f6d0db5a8872f641b84477342162ea3ff804a79f","subject":"de564120b089dce7"}','eb7e0d936573c6e0f72299b7f6d0db5a8872f641b84477342162ea3ff804a79f','150c3ba1969ffbb62ff7dd9b51cc679961a2000970f3abf3d78e55d3dc769ec7');
CREATE TABLE usage (
	matter VARCHAR NOT NULL, 
	count INTEGER NOT NULL, 
	last VARCHAR NOT NULL, 
	PRIMARY KEY (matter)
);
CREATE INDEX cases_by_person ON cases (number_key);
CREATE INDEX cases_by_day ON cases (opened_at);
CREATE INDEX cases_by_name ON cases (name_key);
CREATE INDEX seals_by_digest ON seals (digest, id);
CREATE INDEX seal_log_by_use ON seal_log (use, id);
CREATE INDEX seal_log_by_letter ON seal_log (letter, id);
CREATE INDEX seal_log_by_seal ON seal_log (seal, step);
CREATE INDEX outbox_by_state ON outbox (state, seq);
CREATE INDEX outbox_by_entity ON outbox (entity, seq);
CREATE INDEX letters_of_case ON letters (case_id);
CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'trail is append-only'); END;
CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'trail is append-only'); END;
CREATE TRIGGER blobs_no_update BEFORE UPDATE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs is append-only'); END;
CREATE TRIGGER blobs_no_delete BEFORE DELETE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs is append-only'); END;
CREATE TRIGGER successors_no_update BEFORE UPDATE ON successors BEGIN SELECT RAISE(ABORT, 'successors is append-only'); END;
CREATE TRIGGER successors_no_delete BEFORE DELETE ON successors BEGIN SELECT RAISE(ABORT, 'successors is append-only'); END;
CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;
CREATE TRIGGER papers_no_delete BEFORE DELETE ON papers BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;
CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;
CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;
CREATE TRIGGER seal_log_no_update BEFORE UPDATE ON seal_log BEGIN SELECT RAISE(ABORT, 'seal_log is append-only'); END;
CREATE TRIGGER seal_log_no_delete BEFORE DELETE ON seal_log BEGIN SELECT RAISE(ABORT, 'seal_log is append-only'); END;
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
CREATE TRIGGER seals_insert_has_trail BEFORE INSERT ON seals WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER seal_log_insert_has_trail BEFORE INSERT ON seal_log WHEN NEW.trail_id IS NOT (SELECT max(id) FROM trail) BEGIN SELECT RAISE(ABORT, 'no trail line for this act'); END;
CREATE TRIGGER letters_no_replace BEFORE INSERT ON letters WHEN EXISTS (SELECT 1 FROM letters WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'letters is append-only'); END;
CREATE TRIGGER successors_no_replace BEFORE INSERT ON successors WHEN EXISTS (SELECT 1 FROM successors WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'successors is append-only'); END;
CREATE TRIGGER papers_no_replace BEFORE INSERT ON papers WHEN EXISTS (SELECT 1 FROM papers WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;
CREATE TRIGGER seals_no_replace BEFORE INSERT ON seals WHEN EXISTS (SELECT 1 FROM seals WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;
CREATE TRIGGER seal_log_no_replace BEFORE INSERT ON seal_log WHEN EXISTS (SELECT 1 FROM seal_log WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'seal_log is append-only'); END;
CREATE TRIGGER letters_voided_once BEFORE UPDATE ON letters WHEN OLD.voided_because <> '' OR OLD.replaced_by <> '' OR NEW.voided_because = '' OR NEW.number IS NOT OLD.number OR NEW.case_id IS NOT OLD.case_id OR NEW.kind IS NOT OLD.kind OR NEW.sm3 IS NOT OLD.sm3 OR NEW.sealed_at IS NOT OLD.sealed_at OR NEW.trusted_time IS NOT OLD.trusted_time OR NEW.check_code IS NOT OLD.check_code OR NEW.commitment IS NOT OLD.commitment OR NEW.report IS NOT OLD.report BEGIN SELECT RAISE(ABORT, 'a letter is voided once and not otherwise changed'); END;
CREATE TRIGGER cases_marked_for_good BEFORE UPDATE ON cases WHEN OLD.hand <> '' AND (NEW.hand IS NOT OLD.hand OR instr(NEW.body, OLD.hand) = 0) BEGIN SELECT RAISE(ABORT, 'the mark of hand entry stays'); END;
CREATE TRIGGER seal_log_ends_once BEFORE INSERT ON seal_log WHEN EXISTS (SELECT 1 FROM seal_log WHERE use = NEW.use AND step NOT IN ('asked', 'signing')) BEGIN SELECT RAISE(ABORT, 'this use of the seal has ended'); END;
COMMIT;
PRAGMA user_version = 5;
