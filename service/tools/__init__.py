"""The service as tools of language models, over the Model Context Protocol: on standard input, or at ``/mcp``."""
