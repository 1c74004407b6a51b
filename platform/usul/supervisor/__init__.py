"""Runs several programs as one: starts them, restarts what dies, joins their logs, stops them in reverse order."""
