"""The peers' sides of the rows: a module a library, a function a task that gives its work."""
