"""The house keeps its shape: which folder may import which, how long files and functions are, how things are named."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("ingest", "service", "eval", "prompts")
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
FORBIDDEN_NAMES = {"utils", "util", "common", "core", "helpers", "helper", "misc"}
FORBIDDEN_IMPORTS = {
    "ingest": {"service", "eval", "mingbai"},
    "service": {"eval", "mingbai"},
}
# Opening one of these on import would tie every command to a database, a model or a network.
HANDLES = {"create_engine", "sessionmaker", "Session", "PersistentClient", "HttpClient", "EphemeralClient"}
HANDLES |= {"Client", "AsyncClient", "SentenceTransformer", "Settings", "FastAPI", "connect", "open"}
# Programs for those who work on the project: these may use the libraries of the extra "dev".
DEVELOPMENT = {
    "eval/samples/draw.py",
    "eval/samples/typeset.py",
    "eval/screenshots.py",
    "eval/bench/sight.py",
}
MACHINE_PATHS = re.compile(r"(?<![\w.])/(work|home|root|Users)/")


def sources(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if "__pycache__" not in path.parts)


def program() -> list[Path]:
    main = ROOT / "mingbai.py"
    return sources(*PACKAGES) + ([main] if main.exists() else [])


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(module: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.lineno, node.module


def tracked() -> list[Path]:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    paths = (ROOT / name for name in listed.decode().split("\0") if name)
    return [path for path in paths if path.is_file()]


@pytest.mark.parametrize("folder", sorted(FORBIDDEN_IMPORTS))
def test_imports_run_one_way(folder: str) -> None:
    wrong = [
        f"{name_of(path)}:{line} imports {module}"
        for path in sources(folder)
        for line, module in imported(tree(path))
        if module.split(".")[0] in FORBIDDEN_IMPORTS[folder]
    ]
    assert not wrong, "\n".join(wrong)


def test_the_program_imports_nothing_of_the_tests() -> None:
    wrong = [
        f"{name_of(path)}:{line}"
        for path in program()
        for line, module in imported(tree(path))
        if module.split(".")[0] == "tests"
    ]
    assert not wrong, "\n".join(wrong)


def declared(*extras: str) -> set[str]:
    """Normalised names of the distributions that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["dependencies"] + [
        line for extra in extras for line in project["optional-dependencies"][extra]
    ]
    return {normal(re.split(r"[\[<>=!~; ]", line)[0]) for line in lines}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_what_is_imported_is_declared() -> None:
    """A library that merely happens to be installed here is missing on the next machine."""
    known, for_development = declared(), declared("dev")
    own = {*PACKAGES, "mingbai", "tests", *sys.stdlib_module_names}
    distributions = packages_distributions()
    undeclared = [
        f"{name_of(path)}:{line} {module}"
        for path in [*program(), *sources("tests")]
        for line, module in imported(tree(path))
        if (top := module.split(".")[0]) not in own
        and not {normal(name) for name in distributions.get(top, [top])}
        & (for_development if path.is_relative_to(ROOT / "tests") or name_of(path) in DEVELOPMENT else known)
    ]
    assert not undeclared, "\n".join(undeclared)


def test_files_are_short() -> None:
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in [*program(), *sources("tests")]}
    long = [f"{name_of(path)}: {lines} lines" for path, lines in sizes.items() if lines > MAX_FILE_LINES]
    assert not long, "\n".join(long)


def test_functions_are_short() -> None:
    long = [
        f"{name_of(path)}:{node.lineno} {node.name}: {lines} lines"
        for path in [*program(), *sources("tests")]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > MAX_FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def test_nothing_is_named_after_nothing() -> None:
    wrong = [
        name_of(path)
        for path in sources(*PACKAGES, "tests")
        if FORBIDDEN_NAMES & set(path.relative_to(ROOT).with_suffix("").parts)
    ]
    assert not wrong, "\n".join(wrong)


def calls_on_import(statements: list[ast.stmt]) -> Iterator[ast.Call]:
    """Calls that run when the module is imported: those outside functions, in class bodies too."""
    for statement in statements:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(statement, ast.ClassDef):
            yield from calls_on_import(statement.body)
        elif isinstance(statement, ast.If) and "__main__" in ast.unparse(statement.test):
            continue
        else:
            yield from (node for node in ast.walk(statement) if isinstance(node, ast.Call))


def test_nothing_is_opened_on_import() -> None:
    wrong = [
        f"{name_of(path)}:{call.lineno} {ast.unparse(call)[:80]}"
        for path in program()
        if path.name != "env.py"  # Alembic runs this one as a script, which is its contract
        for call in calls_on_import(tree(path).body)
        if ast.unparse(call.func).split(".")[-1] in HANDLES
    ]
    assert not wrong, "\n".join(wrong)


def test_a_broad_except_says_why() -> None:
    wrong = []
    for path in program():
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            code, _, comment = line.partition("#")
            reason = re.sub(r"noqa:?\s*[A-Z0-9, ]*", "", comment)
            if (
                re.search(r"except\s*(:|\(?\s*(Base)?Exception\b)", code)
                and len(re.findall(r"\w", reason)) < 4
            ):
                wrong.append(f"{name_of(path)}:{number} {line.strip()}")
    assert not wrong, "a comment on the line must say why all exceptions are caught:\n" + "\n".join(wrong)


def test_money_is_never_a_float() -> None:
    """No ``float()`` and no ``float`` annotation where figures are read and computed."""
    figures = ("numbers", "facts", "statements", "figures", "checks", "compute", "lookup")
    wrong = [
        f"{name_of(path)}:{node.lineno}"
        for path in sources("ingest", "service")
        if path.stem in figures
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"
    ]
    assert not wrong, "\n".join(wrong)


def test_no_file_knows_a_machine() -> None:
    wrong = []
    for path in tracked():
        if path.suffix in {".pdf", ".png", ".safetensors", ".ttf", ".gz"}:
            continue
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
            if MACHINE_PATHS.search(line):
                wrong.append(f"{name_of(path)}:{number} {line.strip()[:100]}")
    assert not wrong, "\n".join(wrong)
