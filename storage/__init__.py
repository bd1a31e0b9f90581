"""The PostgreSQL store: engine, embedded server, migrations, repositories."""
