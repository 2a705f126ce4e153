"""Questions to cited answers, and the HTTP interface. May import the nouns and stores of ``ingest``."""
