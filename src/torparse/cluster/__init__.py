"""Reading documents on the workers of a Dask cluster (``--scheduler``).

``client`` is this program's side: it hands out batches and takes the results in the order of the files. ``working`` is
what a worker does with a batch, ``sameness`` how this program and a worker tell that they would find the same.
"""

from torparse.cluster.client import outcomes, ready

__all__ = ["outcomes", "ready"]
