"""What was bought: government procurement by kind, project and daily word (政府采购)."""
