"""Tables without ruled lines, aligned by space alone: rows by baseline, columns by where numbers stand (对齐表格)."""
