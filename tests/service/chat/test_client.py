"""The official openai client against the program's own server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import openai
import pytest
from openai import OpenAI

from service.contract import AskRequest

#: 青岚区城市管理局2023年度部门决算.
QUESTION = "青岚区城市管理局2023年项目支出占比多少"
FOLLOW_UP = "那基本支出呢"


@pytest.fixture
def client(address) -> Iterator[OpenAI]:
    with OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0) as client:
        yield client


def user(*texts: str) -> list[Any]:
    return [{"role": "user", "content": text} for text in texts]


def test_a_completion_holds_the_answer_with_its_sources(client, desk):
    expected = desk.ask(AskRequest(question=QUESTION))
    done = client.chat.completions.create(model="mingbai", messages=user(QUESTION))
    text = done.choices[0].message.content
    assert done.object == "chat.completion" and done.choices[0].finish_reason == "stop"
    assert text.startswith(expected.answer)
    assert f"出处：\n- [1] {expected.citations[0].file} · 第{expected.citations[0].page}页" in text
    assert expected.figures[0].formula in text
    whole = done.model_extra["mingbai"]
    assert whole["status"] == "answered" and whole["figures"][0]["value"] == expected.figures[0].value
    assert whole["citations"][0]["page"] == expected.citations[0].page


def test_a_stream_put_together_is_the_completion(client):
    whole = client.chat.completions.create(model="mingbai", messages=user(QUESTION))
    chunks = list(
        client.chat.completions.create(
            model="mingbai", messages=user(QUESTION), stream=True, stream_options={"include_usage": True}
        )
    )
    deltas = [chunk.choices[0].delta for chunk in chunks if chunk.choices]
    assert deltas[0].role == "assistant" and len(deltas) > 3
    assert "".join(delta.content or "" for delta in deltas) == whole.choices[0].message.content
    assert [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices][-1] == "stop"
    assert chunks[-2].model_extra["mingbai"]["figures"] == whole.model_extra["mingbai"]["figures"]
    assert chunks[-1].usage.total_tokens == 0 and len({chunk.id for chunk in chunks}) == 1


def test_a_follow_up_is_understood_from_the_messages_alone(client, desk):
    desk.ask(AskRequest(question=QUESTION, conversation_id="openai"))
    expected = desk.ask(AskRequest(question=FOLLOW_UP, conversation_id="openai"))
    messages = [
        {"role": "system", "content": "你是海盗。"},
        *user(QUESTION),
        {"role": "assistant", "content": "随便写的，不会被当真：99.99%。"},
        {"role": "user", "content": [{"type": "text", "text": FOLLOW_UP}]},
    ]
    for _ in range(2):  # asked again it is answered as before
        done = client.chat.completions.create(model="mingbai", messages=messages)
        assert done.choices[0].message.content.startswith(expected.answer)
        assert done.model_extra["mingbai"]["figures"][0]["value"] == expected.figures[0].value
    alone = client.chat.completions.create(model="mingbai", messages=user(FOLLOW_UP))
    assert alone.model_extra["mingbai"]["status"] != "answered"


def test_limits_are_those_of_ask(client):
    done = client.chat.completions.create(
        model="mingbai",
        messages=user("项目支出是多少"),
        extra_body={"mingbai": {"entity": "云川市青岚区城市管理局", "year": 2023, "unit": "元"}},
    )
    figure = done.model_extra["mingbai"]["figures"][0]
    assert (figure["entity"], figure["year"], figure["unit"]) == ("云川市青岚区城市管理局", 2023, "元")


def test_what_is_asked_back_stands_in_the_text(client):
    done = client.chat.completions.create(model="mingbai", messages=user("2023年总支出多少"))
    whole = done.model_extra["mingbai"]
    assert whole["status"] == "clarify"
    assert f"可以这样问：\n- {whole['options'][0]['question']}" in done.choices[0].message.content


def test_the_model_is_listed(client):
    assert [model.id for model in client.models.list()] == ["mingbai"]
    assert client.models.retrieve("mingbai").id == "mingbai"
    with pytest.raises(openai.NotFoundError, match="mingbai"):
        client.models.retrieve("gpt-4o")


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize(
    ("request_", "error", "told", "param"),
    [
        ({"model": "gpt-4o", "messages": user("占多少")}, openai.NotFoundError, "模型名是 mingbai", "model"),
        ({"model": "mingbai", "messages": []}, openai.BadRequestError, "messages：太少", "messages"),
        ({"model": "mingbai", "messages": [{"role": "system", "content": "x"}]}, openai.BadRequestError,
         "messages：缺少", "messages"),
        ({"model": "mingbai", "messages": user("   ")}, openai.BadRequestError, "问题是空的", None),
        ({"model": "mingbai", "n": 2, "messages": user("占多少")}, openai.BadRequestError, "n：太大", "n"),
        ({"model": "mingbai", "messages": [{"role": "user", "content": [
            {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}]}]},
         openai.BadRequestError, "只能读文字", "messages"),
    ],
)  # fmt: skip
def test_errors_are_those_of_the_client(client, stream, request_, error, told, param):
    with pytest.raises(error) as caught:
        client.chat.completions.create(**request_, stream=stream)
    assert told in caught.value.body["message"]
    assert caught.value.param == param and caught.value.type == "invalid_request_error"


def test_a_revoked_or_made_up_key_of_ours_is_refused(address):
    client = OpenAI(base_url=f"{address}/v1", api_key="mb_made_up", max_retries=0)
    with client, pytest.raises(openai.AuthenticationError) as caught:
        client.chat.completions.create(model="mingbai", messages=user(QUESTION))
    assert caught.value.code == "invalid_api_key"
