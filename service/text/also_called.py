"""The name of an account as a statement of the text has it, where that is another than its own (文中叫法)."""

from __future__ import annotations

#: Accounts, and how else a statement names them: the one of two parts that there is, what is left by another word.
_ALSO_TOLD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("公务用车购置及运行维护费", ("公务用车运行维护费", "公务用车运行费", "公务用车购置费")),
    ("年初结转和结余", ("上年结转", "年初结转", "上年结余")),
    ("年末结转和结余", ("年末结转", "结转下年", "年末结余")),
)


def as_told(name: str, context: str) -> str:
    """The name of an account as a statement has it."""
    others = next((others for account, others in _ALSO_TOLD if account == name), ())
    return name if name in context else next((other for other in others if other in context), name)
