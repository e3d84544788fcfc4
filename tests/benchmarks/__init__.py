"""Measurements beside a plain way of doing the same work, both in one sitting, in turn."""
