"""The reader of last resort: the place that tells nearest what is asked, with a measured confidence (最近之处)."""
