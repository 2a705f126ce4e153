"""``mingbai ask`` and ``mingbai serve``; what is heavy is imported where it is used."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console

if TYPE_CHECKING:
    from ingest.settings import Settings

BAD_QUESTION = 2
TROUBLE = 1
SAMPLES = Path(__file__).parent.parent / "eval" / "samples"


def ask(
    question: Annotated[str, typer.Argument(help="问题，平常的话即可")],
    json: Annotated[bool, typer.Option("--json", help="按接口的 JSON 原样输出")] = False,
    entity: Annotated[str | None, typer.Option(help="只在这个部门或单位里找")] = None,
    year: Annotated[int | None, typer.Option(min=1949, max=2100, help="只看这个年度")] = None,
    document: Annotated[str | None, typer.Option(help="只看这份文件（编号见 mingbai documents）")] = None,
    unit: Annotated[Literal["元", "万元", "亿元"] | None, typer.Option(help="答案用的单位")] = None,
) -> None:
    """问一个问题：给出答案、算式和出处。"""
    asked = {"question": question, "entity": entity, "year": year, "document_id": document, "unit": unit}
    with uncollected():
        tell(asked, json)


def tell(asked: dict[str, Any], json: bool) -> None:
    """Print the answer to a request, by its fields; ``typer.Exit`` where there is none to print."""
    from pydantic import ValidationError

    from ingest.errors import IngestError
    from ingest.settings import Settings
    from service.answer import Answerer
    from service.contract import AskRequest
    from service.errors import BadQuestion

    try:
        request = AskRequest(**asked)
        settings = Settings()
        if settings.llm_url:
            keep_journal(verbose=False)  # what a language model did wrong is told on standard error
        answer = Answerer(settings).ask(request)
    except BadQuestion as exc:
        raise failed(str(exc), BAD_QUESTION) from exc
    except ValidationError as exc:
        raise failed("参数不合要求：部门名、文件编号太长，或不是文本。", BAD_QUESTION) from exc
    except IngestError as exc:
        raise failed(str(exc), TROUBLE) from exc
    if json:
        typer.echo(answer.model_dump_json(indent=2))
        return
    from service.printout import print_answer

    print_answer(answer, Console(highlight=False))


@contextmanager
def uncollected() -> Iterator[None]:
    """Without looking for garbage: what one question leaves is gone with the process."""
    import gc

    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def serve(
    host: Annotated[str, typer.Option(help="监听的地址")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="监听的端口")] = 8000,
    samples: Annotated[
        bool, typer.Option("--samples", envvar="MINGBAI_SAMPLES", help="库为空时先装入随附的样例文件")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="每个请求记一行日志")] = False,
) -> None:
    """启动网页和接口。"""
    import uvicorn

    from ingest.errors import IngestError
    from ingest.settings import Settings
    from service.errors import AlreadyServed
    from service.web.alone import alone
    from service.web.http import create_app
    from service.web.readiness import make_ready

    settings = Settings()
    with ExitStack() as held:
        try:
            held.enter_context(alone(settings.data))
            if samples:
                load_samples(settings)
            app = create_app(settings)
        except (IngestError, AlreadyServed) as exc:
            raise failed(str(exc), TROUBLE) from exc
        keep_journal(verbose)
        # The gate logs requests with their ids; uvicorn's own access log would only repeat them without.
        # Which proxies may say where a request comes from is for the settings to say: uvicorn would believe any on
        # this machine.
        config = uvicorn.Config(
            app, host=host, port=port, log_level="warning", access_log=False, proxy_headers=False
        )
        listener = held.enter_context(listen(host, port))
        address = f"http://{shown(host)}:{listener.getsockname()[1]}"
        console = Console(highlight=False)
        console.print(f"明白账已启动：{address}　（按 Ctrl+C 停止）")
        make_ready(settings, lambda line: console.print(line, markup=False, soft_wrap=True))
        uvicorn.Server(config).run(sockets=[listener])


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there, before anything is told of it; a port in use is told instead."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as exc:
        if exc.errno == errno.EADDRINUSE:
            raise failed(
                f"端口 {port} 已被别的程序占用，请换一个，例如 --port {port + 1}。", TROUBLE
            ) from exc
        raise failed(f"无法监听 {host}:{port}（{exc.strerror}），请检查 --host 和 --port。", TROUBLE) from exc


def keep_journal(verbose: bool) -> None:
    """Log as JSON lines on standard error: errors always, every request where it is asked for."""
    import logging
    import sys

    import structlog

    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,  # without local variables: they hold what people asked
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO if verbose else logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def load_samples(settings: Settings, folder: Path = SAMPLES) -> None:
    """Read the bundled disclosures into an empty store; one that holds anything is left as it is."""
    from ingest.facts import FactStore
    from ingest.pipeline import ingest_paths

    if FactStore(settings).documents():
        return
    files = sorted(folder.glob("*.pdf"))
    if not files:
        raise failed(
            f"{folder} 中没有样例文件；请运行 make samples，或用 mingbai ingest 导入自己的文件。",
            TROUBLE,
        )
    console = Console(highlight=False)
    with console.status(f"正在装入 {len(files)} 份样例文件……"):
        ingest_paths(files, settings)
    console.print(f"已装入 {len(files)} 份样例文件。")


def shown(host: str) -> str:
    """The host as it can be typed into a browser on this machine."""
    if host in ("0.0.0.0", "::"):  # noqa: S104 (compared with, not listened on)
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def failed(message: str, code: int) -> typer.Exit:
    """Tell what went wrong on standard error; the caller raises what this gives."""
    Console(stderr=True, highlight=False, markup=False).print(message, style="red")
    return typer.Exit(code)
