"""The ordinance as plain Python: no I/O, no clock reading, no library but the standard one."""
