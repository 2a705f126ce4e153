"""When, where, who, in which place among others: asked for in words to which no sum of money is an answer (问非金额)."""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re

from ingest.patterns import regex
from service.contract import Answer, Status
from service.read.terms import reads_in
from service.text.asked import EARNED_OR_SPENT

_MONEY = ("元", "万元", "亿元")
_ALL = ("",)
#: Compares years, bodies or accounts, for which the sums are the answer: 「哪个月花得最多」 is of quarters and the like.
_RANKS = (
    r"(?!.*(?:(?:钱|资金|经费|花|用)[^，。？]{0,3}[去到在]|最|[更较]?[多高低少大小]于?$|谁[多少高低大小]))"
)
#: How it is asked, of which units no figure answers it, what of an answer does, and what is said instead.
_ROWS: tuple[tuple[re.Pattern[str], tuple[str, ...], re.Pattern[str], str], ...] = (
    (
        regex(rf"^{_RANKS}.*(?:哪个?月|哪几个月|几月份?|哪一?天|几[号日](?!楼)|什么时[候间]|啥时候?|何时|几点|哪一?[日周]|(?:完成|完工|竣工|开工|建成|交付|实施|启动)(?:时间|日期|期限)(?:要求|节点|安排)?(?:是|为)?(?:什么|啥|多少|几)?[？?。]*$)"),
        _MONEY, regex(r"(?!)"), "问的是时间，资料里没有写明，不拿金额来回答。",
    ),
    (
        regex(
            rf"^{_RANKS}.*(?:[去到]了?(?:哪(?:里|儿|些?(?:国家?|地方?)|几个|个(?:国家?|地方?|城市))?(?![项类款个年家]|些?(?:用途|方面|领域|科目|用处|用场))|什么地方|何处)"
            r"|何[地处]|(?<![花用])在(?:哪(?:里|儿|个(?:地方|城市|酒店|宾馆))|什么地方|哪(?=[吃开办举住培接考]))|地点|什么地方|哪个(?:国家|城市|地方|酒店|宾馆))"
        ),
        _MONEY, regex(r"(?!)"), "问的是地点，资料里没有写明，不拿金额来回答。",
    ),
    (
        regex(rf"^{_RANKS}.*(?:哪(?:些|几个?|个|位)(?:人(?!员)|领导|干部|同志|专家|客人|来宾)|(?:是|由|被|给|跟|和|请了?)?谁(?=[去参批出签管买吃坐主接陪负])|是谁|(?:接待|招待|请|宴请|培训|奖励)了?(?:的?是)?谁)"),
        _MONEY, regex(r"(?!)"), "问的是什么人，资料里没有写明，不拿金额来回答。",
    ),
    (
        regex(r"(?:楼|房|厦|建筑|中心|馆|塔|桥)[^，,。？]{0,6}多高|几层|(?:面积|占地|场地|地皮)[^，,。？]{0,3}多[大少]|多[长宽深](?=[，,。？?]|$)"),
        _MONEY, regex(r"(?!)"), "问的是大小，没有找到写明的尺寸，不拿金额来回答。",
    ),
    (
        regex(r"第几(?![个一]?(?:季|页|章|部分|张|条|款|项|类|年))|(?:排名|名次|位次)(?:是?多少|几|怎么样|如何|[?？。]*$)"),
        _ALL, regex(r"第\s*[\d一二三四五六七八九十]+\s*(?!\d*页)|首位|末位|最[多高少低大小]|排"), "问的是名次，没有找到写明的名次，不拿数额来回答。",
    ),
    (
        regex(r"(?:车牌|牌照|电话|手机|座机|传真|文件|文书|合同|批复|批文|编)(?:号码|号)(?:是|有|为|呢)?(?:多少|几|什么|啥|[?？。]*$)|(?:车牌|电话|邮编|网址|邮箱)(?:是|有|为)?(?:多少|几|什么|啥|哪)"),
        _ALL, regex(r"(?<![\d.,])\d{3,4}-?\d{7,8}(?!\d)|(?<![\d.,])[1-9]\d{6,11}(?![\d.,])|号[〕）】]?|@|www"), "问的是号码，资料里没有写明，不拿别的数来回答。",
    ),
    (
        regex(r"(?:是|找|跟|和|由|被|问)?(?:哪[一个]?家|谁家|哪个)(?:公司|企业|单位|厂家?|店)?(?:卖|供[的货应]|中标|承[包办接建]|做的|修的|建的|盖的|施工|开的票)"),
        _ALL, regex(r"公司|企业|集团|中心|厂|店|院|所|供应商"), "问的是哪一家，没有找到写明的名称，不拿数字来回答。",
    ),
    (
        regex(r"(?:有|共|了|养|保障)(?:多少|几)个?[\u4e00-\u9fff]{0,6}(?:对象|群众|老人|儿童|孤儿|家庭|户|居民|村民|学生|患者|病人)(?:[？?。，,]|$)"),
        _MONEY, regex(r"(?!)"), "问的是人数、户数，没有找到写明的数量，不拿金额来回答。",
    ),
    (
        regex(r"(?:(?<![汇税费])率|满意度)(?:要求?|得|应该?|必须|须)?(?:不能|不得|不)?(?:超过|高于|低于|达到|达|到)?(?:要|是|有|为)?(?:多少|几)(?![万亿]?元|钱)"),
        _MONEY, regex(r"(?!)"), "问的是比率，没有找到写明的比率，不拿金额来回答。",
    ),
    (
        regex(r"(?:什么|啥|哪个|哪种)(?:牌子|品牌|型号|车型|颜色|款式)|(?:牌子|品牌|型号|车型|颜色)(?:是|有)?(?:什么|啥|哪)"),
        _ALL, regex(r"(?!)"), "问的是品牌型号，资料里没有写明，不拿别的数来回答。",
    ),
    (
        regex(r"^(?!.*(?:多少|各|分别|最|总)).*哪[几两二三四五六七八九十][套台辆种类样件所座处栋家幢艘架条]"),
        _ALL, regex(r"[\u4e00-\u9fff）)]、|；|\n"), "问的是哪几样，资料里只找到了数量，没有找到写明的名称。",
    ),
    (
        regex(r"(?:亏|赔)(?:了|本|钱|掉|进去)*(?:多少|几[万亿千百])|亏损(?:额)?(?:了|是|有)*多少"),
        _ALL, regex(r"亏|赔|损|差额|缺口|−"), "问的是亏了多少，资料里没有写明，不拿别的数来回答。",
    ),
    (
        regex(r"(?:挣|赚)(?:了|到|过|回|来|的|钱)*(?:多少|几[万亿千百])"),
        _ALL, regex(r"收|[结盈]余|盈利|利[润息]|[赚挣]|−"), "问的是挣了多少，资料里没有写明，不拿别的数来回答。",
    ),
)  # fmt: skip


#: An amount, or that there was none; what else but the amount is asked.
_AMOUNT = regex(
    r"\d\s*[百千万亿]*元|[一二三四五六七八九十百千万亿]元|[：，]\s*\d[\d,]*\.\d|无(?!偿|障|违)|没有|未(?:安排|发生|列支|支出)|不(?:安排|发生|涉及)"
)
_HOW_MUCH = regex(r"多少(?:个)?(?:工作|专项|项目)?(?:经费|资金|费用)(?=[？?。，,啊呢呀]|$)")
_ELSE = regex(r"哪|什么|啥|怎|咋|为何|如何|谁|是不是|[吗么](?:[？?。]|$)")


def without_amount(answer: Answer, text: str) -> str:
    """What is said where an amount is asked for and only words without one were found: which units there are says
    nothing of what they earn."""
    told = answer.answer.partition("写道：")[2]
    if answer.status is not Status.ANSWERED or answer.figures or not told:
        return ""
    if (
        not (EARNED_OR_SPENT.search(text) or _HOW_MUCH.search(text))
        or _ELSE.search(text)
        or _AMOUNT.search(told)
    ):
        return ""
    return "问的是金额，资料里没有写明，不拿别的话来回答。"


#: Where something stands: told in words.
_PLACE = regex(
    r"哪个?(?:路口|路段|位置|地段|街口|村|弄堂|门牌)|哪条(?:路|街|马路|河)(?:上|边|旁|口)?|位于(?:哪|什么)|坐落(?:在|于)?(?:哪|什么)|(?:具体)?(?:位置|地址)(?:是|在)?(?:哪|什么|多少号)"
)


def asks_place(text: str) -> bool:
    """Whether it is asked where something stands.

    >>> asks_place("服务中心在哪个路口")
    True
    """
    return _PLACE.search(text) is not None


def not_of_money(answer: Answer, text: str) -> str:
    """What is said where only figures were found for what is no figure; empty where the answer may stand."""
    if answer.status is not Status.ANSWERED or not answer.figures:
        return ""
    for asked, units, met, sorry in _ROWS:
        given = units is _ALL or all(figure.unit in units for figure in answer.figures)
        if given and asked.search(text) and not met.search(answer.answer):
            return sorry
    return _of_indicator(answer, text) or _of_size(answer, text)


#: How many things there are: no surface, no length and no money, unless the figure is of that very thing.
_NUMBER_OF = regex(r"(?P<head>[\u4e00-\u9fff]{2})的?(?:数量|个数)(?:总共|一共)?(?:是|有|为)?(?:多少|几)")
_SIZES = ("亩", "万亩", "平方米", "万平方米", "平方公里", "公顷", "公里", "千米", "米", *_MONEY)


def _of_size(answer: Answer, text: str) -> str:
    """What is said where a size was found of something beside the things whose number is asked for."""
    asked = _NUMBER_OF.search(text)
    if asked is None or any(figure.unit not in _SIZES for figure in answer.figures):
        return ""
    if any(reads_in(asked["head"], figure.label) for figure in answer.figures):
        return ""
    return f"问的是「{asked['head']}」的数量，没有找到写明的数量，不拿面积、长度或金额来回答。"


#: The score of a project, and not that of one of its indicators.
_PROJECT_SCORE = regex(
    r"项目(?:支出)?的?(?:绩效)?[\u4e00-\u9fff]{0,3}?(?:一共|总共|最后|总)*(?:[得打评考]了?(?:多少|几)分|(?:得分|总分|评分|分数)(?:是|有|为)?(?:多少|几|[？?。]*$))"
)


_WHOLE_SCORE = regex(r"总分|总得分|合计|总计|项目")


def _of_indicator(answer: Answer, text: str) -> str:
    """What is said where the points of one indicator were found for the score of its project."""
    subject = answer.plan.get("subject")
    name = str(subject.get("name", "")) if isinstance(subject, dict) else ""
    indicator = isinstance(subject, dict) and subject.get("kind") == "绩效指标"
    indicator = indicator and not _WHOLE_SCORE.search(name)  # a form's last row is the project's
    points = indicator and all(figure.unit == "分" for figure in answer.figures)
    if not points or not _PROJECT_SCORE.search(text):
        return ""
    return "问的是整个项目的得分，只找到了其中一个指标的得分，不拿它来回答。"
