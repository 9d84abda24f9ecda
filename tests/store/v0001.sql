PRAGMA application_id = 1296779604;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE application (id TEXT NOT NULL, revision INTEGER NOT NULL, person_id TEXT NOT NULL,
        role TEXT NOT NULL, submitted_at TEXT, topics TEXT NOT NULL, goals TEXT NOT NULL, goal_text TEXT,
        biography TEXT, "values" TEXT NOT NULL, interests TEXT NOT NULL, working_style INTEGER,
        learning_style TEXT, feedback_style INTEGER, channels TEXT NOT NULL, availability TEXT NOT NULL,
        available_from TEXT, hours_per_month REAL, capacity INTEGER, relation_types TEXT NOT NULL,
        prefers TEXT NOT NULL, avoids TEXT NOT NULL, has_consented INTEGER, is_paused INTEGER,
        is_trained INTEGER, source_file TEXT, source_row INTEGER, PRIMARY KEY (id),
        FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED) STRICT
    ;
INSERT INTO "application" VALUES('a0001',4,'p0001','mentor','2026-09-14T08:30:00.000000Z','["leren", "werken"]','[]',NULL,NULL,'[]','[]',NULL,NULL,NULL,'[]','[]','2026-10-01',NULL,3,'[]','[]','[]',1,NULL,NULL,NULL,NULL);
INSERT INTO "application" VALUES('a0002',2,'p0002','mentee',NULL,'["leren", "werken"]','[]',NULL,NULL,'[]','[]',NULL,NULL,NULL,'[]','[]',NULL,NULL,2,'[]','[]','[]',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE decision (id TEXT NOT NULL, revision INTEGER NOT NULL, decided_at TEXT NOT NULL,
        decided_by TEXT NOT NULL, pair_count INTEGER NOT NULL, unplaced_count INTEGER NOT NULL,
        record TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (id)) STRICT
    ;
INSERT INTO "decision" VALUES('d1',2,'2026-09-14T08:30:00.000000Z','Carla',1,0,'{}','0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE journal (number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, action TEXT NOT NULL,
        who TEXT NOT NULL, at TEXT NOT NULL, undoes INTEGER, UNIQUE (undoes),
        FOREIGN KEY(undoes) REFERENCES journal (number)) STRICT
    ;
INSERT INTO "journal" VALUES(1,'create','Carla','2026-09-14T08:30:00.000000Z',NULL);
INSERT INTO "journal" VALUES(2,'import','Carla','2026-09-14T08:30:00.000000Z',NULL);
INSERT INTO "journal" VALUES(3,'weights','Carla','2026-09-14T08:30:00.000000Z',NULL);
INSERT INTO "journal" VALUES(4,'import','Carla','2026-09-14T08:30:00.000000Z',NULL);
CREATE TABLE journal_item (number INTEGER NOT NULL, position INTEGER NOT NULL, table_name TEXT NOT NULL,
        row_id TEXT NOT NULL, "before" TEXT, "after" TEXT, PRIMARY KEY (number, position),
        FOREIGN KEY(number) REFERENCES journal (number)) STRICT
    ;
INSERT INTO "journal_item" VALUES(1,0,'programme','g1',NULL,'{"id": "g1", "revision": 1, "name": "Samen verder", "language": "nl", "relation_type": "classic", "framework": "{\"mission\": \"\", \"objectives\": [], \"duration_weeks\": null, \"meeting_interval_days\": null, \"measures\": []}", "weights": "{}", "rules_off": "[]", "is_sample": 0}');
INSERT INTO "journal_item" VALUES(2,0,'pair','k1',NULL,'{"id": "k1", "revision": 2, "mentee_id": "p0001", "mentor_id": "p0002", "score": 0.75, "decision_id": "d1", "confirmed_on": "2026-09-14", "ended_on": null, "has_failed": 0}');
INSERT INTO "journal_item" VALUES(2,1,'override','o1',NULL,'{"id": "o1", "revision": 2, "kind": "lock", "mentee_id": "p0001", "mentor_id": "p0002", "reason": "Ze kennen elkaar"}');
INSERT INTO "journal_item" VALUES(2,2,'decision','d1',NULL,'{"id": "d1", "revision": 2, "decided_at": "2026-09-14T08:30:00.000000Z", "decided_by": "Carla", "pair_count": 1, "unplaced_count": 0, "record": "{}", "sha256": "0000000000000000000000000000000000000000000000000000000000000000"}');
INSERT INTO "journal_item" VALUES(2,3,'application','a0001',NULL,'{"id": "a0001", "revision": 2, "person_id": "p0001", "role": "mentor", "submitted_at": "2026-09-14T08:30:00.000000Z", "topics": "[\"leren\", \"werken\"]", "goals": "[]", "goal_text": null, "biography": null, "values": "[]", "interests": "[]", "working_style": null, "learning_style": null, "feedback_style": null, "channels": "[]", "availability": "[]", "available_from": "2026-10-01", "hours_per_month": null, "capacity": null, "relation_types": "[]", "prefers": "[]", "avoids": "[]", "has_consented": 1, "is_paused": null, "is_trained": null, "source_file": null, "source_row": null}');
INSERT INTO "journal_item" VALUES(2,4,'application','a0002',NULL,'{"id": "a0002", "revision": 2, "person_id": "p0002", "role": "mentee", "submitted_at": null, "topics": "[\"leren\", \"werken\"]", "goals": "[]", "goal_text": null, "biography": null, "values": "[]", "interests": "[]", "working_style": null, "learning_style": null, "feedback_style": null, "channels": "[]", "availability": "[]", "available_from": null, "hours_per_month": null, "capacity": 2, "relation_types": "[]", "prefers": "[]", "avoids": "[]", "has_consented": null, "is_paused": null, "is_trained": null, "source_file": null, "source_row": null}');
INSERT INTO "journal_item" VALUES(2,5,'person','p0001',NULL,'{"id": "p0001", "revision": 2, "full_name": "Persoon 1", "first_name": null, "infix": null, "last_name": null, "email": null, "employee_id": null, "phone": null, "job_title": null, "department": null, "organisation": null, "city": null, "level": 3.5, "level_name": null, "years_experience": null, "languages": "[\"nl\", \"en\"]", "manager_email": null, "manager_id": null, "manager_name": null, "other_managers": "[]"}');
INSERT INTO "journal_item" VALUES(2,6,'person','p0002',NULL,'{"id": "p0002", "revision": 2, "full_name": "Persoon 2", "first_name": null, "infix": null, "last_name": null, "email": null, "employee_id": null, "phone": null, "job_title": null, "department": null, "organisation": null, "city": null, "level": null, "level_name": null, "years_experience": null, "languages": "[]", "manager_email": null, "manager_id": null, "manager_name": null, "other_managers": "[]"}');
INSERT INTO "journal_item" VALUES(3,0,'programme','g1','{"id": "g1", "revision": 1, "name": "Samen verder", "language": "nl", "relation_type": "classic", "framework": "{\"mission\": \"\", \"objectives\": [], \"duration_weeks\": null, \"meeting_interval_days\": null, \"measures\": []}", "weights": "{}", "rules_off": "[]", "is_sample": 0}','{"id": "g1", "revision": 3, "name": "Samen verder", "language": "nl", "relation_type": "classic", "framework": "{\"mission\": \"\", \"objectives\": [], \"duration_weeks\": null, \"meeting_interval_days\": null, \"measures\": []}", "weights": "{\"goals\": 30.0}", "rules_off": "[]", "is_sample": 0}');
INSERT INTO "journal_item" VALUES(4,0,'application','a0001','{"id": "a0001", "revision": 2, "person_id": "p0001", "role": "mentor", "submitted_at": "2026-09-14T08:30:00.000000Z", "topics": "[\"leren\", \"werken\"]", "goals": "[]", "goal_text": null, "biography": null, "values": "[]", "interests": "[]", "working_style": null, "learning_style": null, "feedback_style": null, "channels": "[]", "availability": "[]", "available_from": "2026-10-01", "hours_per_month": null, "capacity": null, "relation_types": "[]", "prefers": "[]", "avoids": "[]", "has_consented": 1, "is_paused": null, "is_trained": null, "source_file": null, "source_row": null}','{"id": "a0001", "revision": 4, "person_id": "p0001", "role": "mentor", "submitted_at": "2026-09-14T08:30:00.000000Z", "topics": "[\"leren\", \"werken\"]", "goals": "[]", "goal_text": null, "biography": null, "values": "[]", "interests": "[]", "working_style": null, "learning_style": null, "feedback_style": null, "channels": "[]", "availability": "[]", "available_from": "2026-10-01", "hours_per_month": null, "capacity": 3, "relation_types": "[]", "prefers": "[]", "avoids": "[]", "has_consented": 1, "is_paused": null, "is_trained": null, "source_file": null, "source_row": null}');
CREATE TABLE override (id TEXT NOT NULL, revision INTEGER NOT NULL, kind TEXT NOT NULL,
        mentee_id TEXT NOT NULL, mentor_id TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(mentee_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mentor_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED) STRICT
    ;
INSERT INTO "override" VALUES('o1',2,'lock','p0001','p0002','Ze kennen elkaar');
CREATE TABLE pair (id TEXT NOT NULL, revision INTEGER NOT NULL, mentee_id TEXT NOT NULL,
        mentor_id TEXT NOT NULL, score REAL NOT NULL, decision_id TEXT NOT NULL, confirmed_on TEXT NOT NULL,
        ended_on TEXT, has_failed INTEGER NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(mentee_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mentor_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED) STRICT
    ;
INSERT INTO "pair" VALUES('k1',2,'p0001','p0002',0.75,'d1','2026-09-14',NULL,0);
CREATE TABLE person (id TEXT NOT NULL, revision INTEGER NOT NULL, full_name TEXT NOT NULL,
        first_name TEXT, infix TEXT, last_name TEXT, email TEXT, employee_id TEXT, phone TEXT,
        job_title TEXT, department TEXT, organisation TEXT, city TEXT, level REAL, level_name TEXT,
        years_experience REAL,
        languages TEXT NOT NULL, manager_email TEXT, manager_id TEXT, manager_name TEXT,
        other_managers TEXT NOT NULL, PRIMARY KEY (id)) STRICT
    ;
INSERT INTO "person" VALUES('p0001',2,'Persoon 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,3.5,NULL,NULL,'["nl", "en"]',NULL,NULL,NULL,'[]');
INSERT INTO "person" VALUES('p0002',2,'Persoon 2',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'[]');
CREATE TABLE programme (id TEXT NOT NULL, revision INTEGER NOT NULL, name TEXT NOT NULL,
        language TEXT NOT NULL, relation_type TEXT NOT NULL, framework TEXT NOT NULL, weights TEXT NOT NULL,
        rules_off TEXT NOT NULL, is_sample INTEGER NOT NULL, PRIMARY KEY (id)) STRICT
    ;
INSERT INTO "programme" VALUES('g1',3,'Samen verder','nl','classic','{"mission": "", "objectives": [], "duration_weeks": null, "meeting_interval_days": null, "measures": []}','{"goals": 30.0}','[]',0);
CREATE INDEX ix_application_person_id ON application (person_id);
CREATE INDEX ix_override_mentee_id ON override (mentee_id);
CREATE INDEX ix_override_mentor_id ON override (mentor_id);
CREATE INDEX ix_pair_decision_id ON pair (decision_id);
CREATE INDEX ix_pair_mentee_id ON pair (mentee_id);
CREATE INDEX ix_pair_mentor_id ON pair (mentor_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('journal',4);
COMMIT;
