"""Reading many pages on this machine's cores, into an archive.

A page is read alone: unlike `reading.read_all`, which judges comments in the light of those on the
pages before, so that what is read hangs neither on the order of the pages, nor on how many cores
read them, nor on where an earlier run was interrupted.
"""

from dateline.engines.adding import Added, Skipped, add
from dateline.engines.reading import cores_here, identity, read_each

__all__ = ["Added", "Skipped", "add", "cores_here", "identity", "read_each"]
