"""What only SQLite needs: settings, backups and a look at a file before it is opened."""
