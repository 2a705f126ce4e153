"""The desk: pages for those who look after the documents, server-rendered (工作台)."""
