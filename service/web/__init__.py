"""The HTTP service: the routes, the pages, and what stands around them (网络服务)."""
