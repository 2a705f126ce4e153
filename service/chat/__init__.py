"""``/v1/chat/completions`` and ``/v1/models``: the answers for whatever speaks OpenAI's protocol (兼容接口)."""
