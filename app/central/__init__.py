"""The reference support platform (Art. 11, 13): SQLite for one hall, PostgreSQL for a city."""
