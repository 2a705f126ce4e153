"""Words that name a public body, though none that is loaded: 民政局, and no 离退休干部 (未收录单位)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.patterns import regex
from service.read.saying import is_said
from service.read.wording import Wording
from service.scope.leads import name_head
from service.scope.regions import region_of

SUFFIX = (
    r"(?:办公厅|办公室|办事处|常委会|委员会|管理局|指挥中心|服务中心|中心|大队|法院|检察院|街道办|街道|人大|政协|省委|市委|区委|县委"
    r"|政府(?!采购|性|购买|债|投资|补助|补贴)|学校|医院|局|厅|委(?!会)|(?<![全常])委会|院|署|站|所|队|校|镇|(?<!城)乡(?![下间土亲愁音])|部(?!分)|办(?![理法公事案件结学好完成]))"
)
_SUFFIX = regex(SUFFIX)
#: The government of a region itself, which is named by nothing but its level.
_GOVERNMENT = regex(r"[省市区县州]政府(?:办公[厅室]|办)")
_CANDIDATE = regex(rf"[\u4e00-\u9fff]{{2,24}}?{SUFFIX}(?![\u4e00-\u9fff]?(?:单位|部门))")
#: Words that no name has in it.
_NO_NAME = regex(
    r"[省市区县]级|[那这哪两三四五六几]个|[两三四五六几]家|支出|收入|经费|预算|决算|费用|多少|采购|哪|什么|[怎咋]|如何|该办|几|全部|占|这么|那么|多部|内设|下属|投诉|热线"
    r"|[督承主举协交催代申筹领转]办$|(?:打算|计划|准备|预备|预计|实际|总共|一共|[想要需会能再共])办$|干部$|外部$|内部$|总部$|[部厅局处科]级|突出问题|^(?:其[他它]|各|每|一[个家所]|除[了去开]?|的)|的[局厅委院署站所队校镇乡部办]$|^(?:工作|专门|专业|领导|有关|相关)(?:委员会|中心)$"
)
#: What is done to a thing begins no body's name, nor is a body what a project or a platform is called after.
_DONE = regex(
    r"^(?:召开|出席|参加|列席|举行|新建|改建|扩建|改扩建|新改建|迁建|重建|建设|修建|修缮|维修|装修|改造|购置|购买|租赁|考核|检查|督查|指导|协助|配合|联系|走访|慰问"
    r"|扶持|资助|补助|支持|申请|受理|处理|处置|整治|清理|评比|评选|表彰|培训|调研|宣传(?!部)|创建|打造|运营|运行|维护|管护|养护|保洁|清扫)"
)
_THING = regex(
    r"^(?:的)?(?:[这那]一?[个项笔]|[这那])?(?:新建|改建|扩建|建设|改造|修缮|维修|装修|运行|运维|运营)?(?:的)?(?:项目(?!支出|经费)|工程|平台|系统|大楼|用房|设备)"
)
#: Endings that many a word has: behind them a name is over only where another word begins.
_WEAK = regex(r"(?:中心|[委院署站所队校部办]|[城集村古各小乡]镇|[城下家回返故还水离同]乡)$")
#: Of these a region before them makes no name either: 区离退休干部, 区住院.
_ONE = regex(r"(?:[部办队委]|(?<![医法学剧科])院)$")
#: Words that begin behind a name, beside those of accounts and questions.
_BEGINS = regex(
    r"[比谁要占就也都还又更会能该花拿申管共拟将已曾被把让本]|编制|人员|养老|在编|主任|领导|[院站所局校队]长|书记|负责|成立|举办|承办|主办|开展|组织|地址|电话|位于|收费|收的|服务|属于?|隶属|归|职能|机构|内设|科室|下属|有关|相关|内部|里|怎|谁|哪|几|名下|下面|账上|公布|公示|披露"
)


def unknown_body(text: str, taken: Sequence[bool]) -> tuple[int, int] | None:
    """Place of words that name a public body, though none that is loaded; ``taken`` places say something else."""
    masked = "".join(" " if t else c for c, t in zip(text, taken, strict=True))
    if government := _GOVERNMENT.search(masked):
        return government.span()
    for match in _CANDIDATE.finditer(masked):
        for end in _ends(masked, match.end()):
            run = masked[match.start() : end]
            for name in (name_head(run), name_head(run, before=False)):
                if is_name(name, masked[end:]):
                    return end - len(name), end
    return None


def _ends(text: str, end: int) -> list[int]:
    """Where a name that ends at ``end`` may end, too: 临海省委 goes on as 临海省委员会."""
    longer = _SUFFIX.match(text, end - 1)
    return [end, longer.end()] if longer is not None and longer.end() > end else [end]


def is_name(name: str, after: str) -> bool:
    """Whether words that end like the name of a body are one, by themselves and by what stands ``after`` them."""
    stem = _SUFFIX.sub("", name)
    if len(stem) < 2 or _is_filler(stem) or _NO_NAME.search(name) or _DONE.match(name) or _THING.match(after):
        return False
    return is_over(after) or _WEAK.search(name) is None or (bool(region_of(name)) and not _ONE.search(name))


@lru_cache(maxsize=1 << 10)
def _is_filler(words: str) -> bool:
    """Whether words say nothing of their own: 一年 of 「那一年中心考核了谁」."""
    return not Wording.of(words, ()).content()


#: A name of no more characters, without a body's ending, may be but the head of another word.
_SHORT = 3
_JOINED = regex(r"[和与跟同及、，比]\s*$")


def begins_word(text: str, start: int, end: int) -> bool:
    """Whether a short name at ``start``..``end`` is the head of a word that goes on: 城管 of 城管突出问题."""
    run = text[start:end].replace(" ", "")
    short = len(run) <= _SHORT and not re.search(SUFFIX + "$", run)
    return short and not is_over(text[end:]) and _JOINED.search(text[:start]) is None


def is_over(after: str) -> bool:
    """Whether a name may end before these words: nothing, or a word that people say, begins there."""
    if not after or not "\u4e00" <= after[0] <= "\u9fff" or _BEGINS.match(after):
        return True
    return any(is_said(after[:length]) for length in range(1, 6))
