# 明白账的镜像。CPU 版 torch 小得多：构建时用 TORCH_INDEX 指明一个有 CPU 版的索引地址（PyTorch 官网的安装页上有），
#   docker compose build --build-arg TORCH_INDEX=…
# 不指明就装默认索引里的 torch，能用，只是大。
FROM python:3.11-slim

# 原文没有嵌入中文字体时，页面图要靠系统里的字体画出来。
RUN apt-get update \
    && apt-get install -y --no-install-recommends fonts-wqy-microhei \
    && rm -rf /var/lib/apt/lists/*

ENV PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1

WORKDIR /src
COPY constraints.txt ./
# torch 最大，也最少变：单独一层，改代码时不必重装。
ARG TORCH_INDEX=""
RUN pip install ${TORCH_INDEX:+--extra-index-url "$TORCH_INDEX"} --constraint constraints.txt torch
COPY . .
RUN pip install ${TORCH_INDEX:+--extra-index-url "$TORCH_INDEX"} --constraint constraints.txt . \
    && rm -rf build ./*.egg-info

RUN useradd --create-home --uid 10001 mingbai && install -d -o mingbai -g mingbai /data
USER mingbai
WORKDIR /data
ENV MINGBAI_DATA=/data
VOLUME /data
EXPOSE 8000

HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]

CMD ["mingbai", "serve", "--samples", "--host", "0.0.0.0", "--port", "8000"]
