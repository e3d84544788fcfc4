"""Steps from each released schema to the next; only a store that is behind imports Alembic."""
