"""The projects of a year: which, how much, by whom, with what score (项目)."""
