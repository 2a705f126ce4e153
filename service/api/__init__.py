"""``/v1``, a file a resource: what machines and staff ask for beside answers (接口)."""
