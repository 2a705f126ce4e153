"""The weights of the reader of last resort: what they are learnt from, how they are measured (最近之处的训练)."""
