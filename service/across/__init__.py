"""Several bodies side by side: compared, ranked, added up (各家对比)."""
