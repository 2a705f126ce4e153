"""Keys of staff and machines: who may do what, and how often (密钥与限量)."""
