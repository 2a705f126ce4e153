"""What goes wrong inside while a chat is answered, as OpenAI's clients are told."""

from __future__ import annotations

import threading

import openai
import pytest
from openai import OpenAI

from eval.screenshots import serving
from ingest.errors import StoreUnavailable
from ingest.settings import Settings
from service.progress import unheard
from service.web.http import create_app
from tests.service.stand_in import StandIn, StandInShelf


class Late(StandIn):
    """Fails once the head has been sent."""

    def ask(self, request, understood=unheard):
        answer = super().ask(request, understood)
        threading.Event().wait(0.3)
        if "库" in request.question:
            raise StoreUnavailable("事实库没有应答。")
        return answer


@pytest.fixture
def client(tmp_path):
    app = create_app(Settings(data=tmp_path / "data"), Late(), StandInShelf())
    with serving(app) as address, OpenAI(base_url=f"{address}/v1", api_key="x", max_retries=0) as client:
        yield client


def test_a_failure_in_mid_stream_is_raised_by_the_client(client):
    messages = [{"role": "user", "content": "库在吗"}]
    with pytest.raises(openai.APIError, match="事实库没有应答"):
        list(client.chat.completions.create(model="mingbai", messages=messages, stream=True))


@pytest.mark.parametrize(("question", "status"), [("库在吗", 503), ("爆炸", 500)])
def test_a_failure_is_a_server_error_without_its_secrets(client, question, status):
    with pytest.raises(openai.InternalServerError) as caught:
        client.chat.completions.create(model="mingbai", messages=[{"role": "user", "content": question}])
    assert caught.value.status_code == status and caught.value.type == "server_error"
    assert "secret" not in str(caught.value)


def test_a_chat_that_is_too_long_is_told_in_their_shape(client):
    with pytest.raises(openai.APIStatusError) as caught:
        client.chat.completions.create(
            model="mingbai", messages=[{"role": "user", "content": "占" * 500_000}]
        )
    assert caught.value.status_code == 413 and caught.value.type == "invalid_request_error"
