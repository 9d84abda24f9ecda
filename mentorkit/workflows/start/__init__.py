"""From confirmed pairs to first talks: what the coordinator notes and sends."""
