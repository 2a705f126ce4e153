"""Tables in plain text, whose blank cells are lost: rows by codes, columns settled by sums (失列表格)."""
