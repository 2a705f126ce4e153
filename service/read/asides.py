"""What people say beside their question: who they are, what they heard, thanks (旁白).

「我爸在那儿住了三十年，最近老听隔壁张阿姨讲，我就想知道2024年…是多少」 asks one thing. A piece between two marks goes
where it opens as an aside does and asks nothing, names no body and no time; the piece that asks always stays.
"""

from __future__ import annotations

from itertools import accumulate
from operator import or_

from ingest.patterns import regex
from service.read.courtesy import without_courtesy
from service.read.idle import is_idle, weight
from service.read.remarks import without_who
from service.read.source_said import without_source
from service.read.talk import PIECES

#: How an aside opens.
_OPENS = regex(
    r"(?:那个|嗯+|呃+|哎+|唉+|哦+|啊+|其实|就是|然后|因为)*"
    r"(?:我(?:们)?(?:[是开做搞卖当][^，]{0,6}的|[就在][^，]{0,9}(?:的|住|上班|开店|退休)|就?住|爸|妈|家|奶奶|爷爷|朋友|同事|邻居|老婆|老公|儿子|女儿|孩子|作业|论文|记得|印象|听|看|觉得|怀疑|好奇|最近|刚|在那|退休|要反映|来反映)|老师[让叫说]|(?:爷爷|奶奶|外公|外婆|老伴|孙[子女]|闺女|儿媳|同学|班主任|领导|老板)[^，]{0,3}(?:[让叫说问讲爱想]|是|住|在)|小区|村里|街坊"
    r"|俺|咱家|前[两几]天|昨[天晚]|今天|刚才|刚刚|听[说闻人]|老听|据说|传说|网上|群里|朋友|邻居|隔壁|扯远|说远|话说|闲话|不好意思|打扰|谢谢|多谢|感谢"
    r"|辛苦|麻烦[您你了]|老师好|同志|你好|您好|急|在线等|跪求|拜托|哈哈|好奇|顺便问|随便问|别生气|开个玩笑|我知道你)"
)
#: A remark after the question on where it was read.
_RECALLS = regex(
    r"(?:我|好像)?(?:记得|印象(?:中|里)?|好像)[^，。]{0,4}.{0,16}"
    r"(?:提过|说过|写过|有写|有的|看到过|里有)[。，！\s]*$"
)
_ASKS = regex(
    r"多少|(?<!好)几[^乎点天年]|什么|啥|哪|为何|怎|咋|如何|吗|是不是|有没有|占比|谁|百分|([\u4e00-\u9fff])不\1|多[大高长]|比例|比重|理由|原因"
    # 「前几天」 asks nothing, 「晚拆了几天」 does
    r"|(?:晚|早|迟|延|拖|提前|推|超|缩短|[多少]|用|花|需|要)[^，好前这那]{0,4}几[天年](?=[？?。]?\s*$)"
)
#: What somebody thinks of it beside another, once the question has been asked: 「好像比人大少多了」.
_THINKS = regex(
    r"(?:我|俺|咱)?(?:们)?(?:好像|感觉|觉得|估计|看着|听着|似乎|怕是|应该|总觉得)(?:是|要|会)?(?:比[^，。？]{2,12}?|[^，。？]{0,3})"
    r"(?:[多少高低大小贵省](?:了|多了|得多|很多|不少|好多|些|点|一些|一点|太多)*)[啊呀呢吧哦嘛]*[。！!，,\s]*$"
)
#: What somebody wants it for: others are to be asked about too.
_COMPARES = regex(
    r"(?:我们?|俺们?|本人)(?:就|正|在|是)*(?:想|要|打算|准备)*(?:比较?|对比|比对|研究|汇总|统计|分析)(?:一下)?(?:这|那)?(?:几|多|各)[个家]"
    r"(?:局|厅|委办?局?|单位|部门|街道|地方|区县?|县|乡?镇)(?:之?间)?的?[^，。？]{0,8}[，,。：:]"
)
#: What somebody lives by, whatever its words are of: 「我开保洁公司的」.
_TRADE = regex(
    r"(?:我|俺|咱|本人|我家|我们家)(?:这边)?(?:就|是|在[^，]{1,6}?)*(?:开|做|搞|干|卖|办|跑|种|养|修)[^，]{1,8}的[，,。！]?$"
    r"|(?:我|俺|咱|本人)?(?:这边)?是?个?(?:开|做|搞|干|卖|办|跑|种|养|修|送|教|管)?[^，人]{0,8}的?"
    r"(?:老板娘?|[店摊户业]主|商户|商贩|生意人|个体户|师傅|司机|大[爷妈叔婶姨哥姐]|老[头师汉乡]|家长|记者|市民|居民|村民|网友|群众|百姓|我|俺)"
    r"(?:这里|这儿|在这|也|就|想|来|要|再)*(?:(?:问|打听|请教)(?:问|打听|一?[下句声]|个[事数]|[一这]?件?事)*)[，,。！：:]?$"
)
_NAMED = regex(
    r"\d|二[〇零○][一二三四五六七八九〇零]{2}|[一二][一二三四五六七八九〇零]年|去年|今年|明年|局|厅|委|办|街道|中心|人大|政协|政府|镇|院|大队|预算|决算|经费|支出|收入|科目|项目|单位|部门"
    r"|《|三公|不含|不算|不包括|除[了去]|口径|万元"
)


#: What somebody does, was told to do, needs it for or cannot make out: of such a piece the words name nothing,
#: 「我在准备人大会议的发言」 is not about 人大, 「开会要用」 not about meetings.
_OURS = "局区县市省镇乡街院校站所国委厅处"
_SELF = rf"(?:(?:我们?|俺们?|咱们?)(?!们?(?:[{_OURS}]|中心|单位|部门|村|想问|要问|问))|本人)"
_KIN = "(?:同学|同事|朋友|邻居|室友|领导|老板|老师|主任|科长|编辑|孩子|单位|公司|学校|社区|家里人?|亲戚|代表|客户)"
_CROWD = "(?:群众|居民|村民|网友|市民|人|大家|大伙儿?|老百姓|街坊|邻居|朋友)们?"
_LATELY = (
    "(?:最近|近来|近日|刚刚?|刚才|昨[天晚]|今[天早]|明天|上次|上回|之前|前[几两]天|马上|一直|总是?|老是?|经常|常"
    "|都|也|又|还|就|正?在|实在|真)"
)
_DOES = (
    "(?:准备|写|整理|做|搞|弄|赶|交|布置|研究|复习|备课|备考|汇报|汇总|采访|调研|发言|讨论|聊|吵|打赌|争论|路过|退休"
    "|读书|读研|上学|考试|年纪|岁数|眼睛|眼神|文化|忘|糊涂|记性|等[着你]?$|[记看听搞想弄算]不)"
)
_FOR = (
    "(?:开会|审计|写[^，]{0,4}|做[^，]{0,4}|上课|考试|汇报|工作|报告|论文|作业|采访|比赛|发言|材料|统计|填表|备课"
    "|课题|研究|内部|单位|领导|老师|学校|公司|汇总|交差)"
)
_TOPIC = "[起过到了着]*(?:这个?|此|那个?)?(?:问题|事|件事)?[啊呢了]?"
_ROWS = (
    # 「我在准备人大会议的发言」, 「我年纪大了看不清字」
    rf"{_LATELY}*{_SELF}[^，]{{0,2}}?(?:{_LATELY}|要|得|想|打算|需要|[给跟和][^，]{{1,4}})*{_DOES}.*",
    # 「想写一段对比：」, 「想给学生讲讲：」
    r"(?:想|要|打算|准备|正在)+(?:[给跟和替][^，]{1,5})?(?:写|讲|做|整理|对比|发)(?:个|篇|段|一?下|一[篇段个份]|[讲说写])*"
    r"(?:对比|稿子?|报道|文章|东西|材料|作业|课件?|帖子?|总结|分析|新闻)?[：:，]?",
    # 「单位让我整理材料」, 「老师布置的作业」
    rf"{_KIN}[^，]{{0,2}}?(?:让|叫|要|托|派|安排|吩咐|布置|催)(?:{_SELF}|的|了)?.{{0,12}}",
    # 「审计要用」
    rf"{_FOR}(?:的?时候?)?(?:要用|用得[着上]|备用|急用|等着用|要交|要讲|要发|参考)的?",
    # 「有个事想不明白」, 「上次没问清楚」, 「看不懂那些表」
    rf"(?:有[个件]?|[这那]个?|[那这]些)?(?:事儿?|地方|问题|点|数|字|表)?(?:{_SELF}|{_LATELY})*(?:没|不|[想搞弄看听记算问]不)"
    r"(?:太|怎么|大|问|看|听|搞|弄|想|记)*(?:明白|懂|清楚?|通|准|住|会|出来|过来)[了的呢啊]*[那这]?[些个]?[表字数]?",
    # 「我算的对不上」
    rf"{_SELF}?(?:自己)?[算查看数问]的?[是跟和]?[^，]{{0,4}}?(?:对不上|不一样|不对)",
    # 「有群众反映这个问题」, 「最近总听人议论」, 「刚和邻居聊到这事」
    rf"{_LATELY}*(?:有|很多|好多|不少|一些|总有|听)*{_LATELY}*{_CROWD}{_LATELY}*(?:[跟和给]我)?"
    rf"(?:反映|反应|议论|讨论|问|聊|吐槽|关心|好奇|提|抱怨){_TOPIC}",
    rf"{_LATELY}+[跟和与][^，]{{1,5}}(?:聊|谈|吵|争|打赌|说|讲|讨论){_TOPIC}",
    # 「老百姓的钱嘛」
    r"(?:都是)?(?:老百姓|纳税人|公家|国家|大家|人民)的(?:血汗)?钱[嘛啊呀呢哦]?",
)
_DOING = regex(rf"^(?:那个|嗯+|呃+|哎+|唉+|其实|就是|然后|因为|不过)*(?:{'|'.join(_ROWS)})[，。！；,!;\s]*$")
#: Money and time: a piece that names them may say what is asked about after all.
_MONEY = regex(r"\d|[预决]算|经费|支出|收入|采购|三公|项目|结余|拨款|资金|费(?!心)|工资|补贴|科目|指标")
#: What is left must ask or name something; 「货物那部分呢」 asks.
_GOES_ON = regex(r"呢[？?。]?$|换成|换算|加起来|加上|合计|一共|同比|增减|排")


#: Where somebody lives tells whose office is meant: of such an aside the place stays.
_PLACE = regex(
    r"(?:在|住|是)((?:[\u4e00-\u9fff]{2,3}[省市])?[\u4e00-\u9fff]{2,3}[区县市])(?:的|人|这边|那边|这里)?[，。！,!\s]*$"
)


#: Where somebody went or is, whom somebody asked and what they think of it: 「我跑到省政协问了一圈」.
_WENT = regex(
    r"[到去找问跑]|[路经]过|打电话|写信|上访|办事|反映|投诉|关[心注]|感觉|觉得|羡慕|佩服|听|看|读|聊|[新旧]闻|报道|关注|上班|退休|旁边|隔壁|对面"
    r"|^(?:我|俺|咱|老百姓|邻居|朋友)[^，]{0,5}在"
)
#: How a body's name ends, with the level before it: the same body is meant where the words stand once more.
_BODY = regex(
    r"[省市区县州]委|[省市区县州旗]?(?:人大|政协)"
    r"|[省市区县州旗]?[\u4e00-\u9fff]{2}(?:[局厅镇乡]|办公[厅室]|街道|中心|法院|检察院|医院|学校|中学|小学|大队)"
)
#: Behind these the name begins; other words before it are those of its place.
_BEGINS = regex(r"(?:^|[^\u4e00-\u9fff]|[到去找问跑在听看读过给跟和向对往的心注映诉觉得慕服])$")
#: What stands behind the name there; anything else may be what money is asked for: 「政协委员出去视察，…」.
_ONLY = regex(
    r"(?:办公[厅室]|常委会|机关)*(?:的?(?:新闻|报道|事儿?|人|朋友|亲戚|同事|熟人|门口|旁边|隔壁|附近|对面|楼下|大门))?"
    r"(?:上访|信访|办[个点]?事|(?:问|打听|咨询|反映|聊|说|讲)[^，。费]{0,4}|要[过了]?(?:材料|资料|说法|数据?)|上[了过]?[^，]{0,3}班"
    r"|工作(?:过|了[^，]{1,4}年)?|写[过了]*(?:一?封)?信|也没[^，。]{0,4}|[过了]|很久|一圈|[一两]趟|退休|的时候)*[，,。；;！!\s]*$"
)
_OF_TIME_OR_MONEY = regex(r"\d|[一二〇零]{2,}|[去今前明上]年|除[了去开]?|不[含算是]")


def _is_of_same(piece: str, rest: str) -> bool:
    """Whether a piece tells only what somebody did about the body that the question behind it names again, with its
    place where the piece says that: 「我在临海区财政局上班，财政局…」 is left as it stands."""
    named = _BODY.search(piece)
    if named is None or _OF_TIME_OR_MONEY.search(piece) or _MONEY.search(piece):
        return False
    before = piece[: named.start()]
    if not _WENT.search(before) or not _ONLY.match(piece, named.end()):
        return False
    return ("" if _BEGINS.search(before) else before[-2:]) + named[0] in rest


def without_same(text: str) -> str:
    """The question without a first piece that tells only what somebody did about the body that it asks about."""
    first, *rest = [piece for piece in PIECES.split(text) if piece] or [""]
    told = rest and not _ASKS.search(first) and _is_of_same(first, "".join(rest))
    return "".join(rest).strip() if told else text


def without_asides(text: str) -> str:
    """The question without the pieces that ask nothing and name nothing that it is about."""
    return without_source(_without_pieces(without_courtesy(without_who(text))))


def _without_pieces(text: str) -> str:
    pieces = [piece for piece in PIECES.split(text) if piece]
    if len(pieces) < 2:
        return text
    closed = [False, *accumulate((piece[-1] in "?？" for piece in pieces), or_)]
    kept = [_place(p) if _is_aside(p, over) else p for p, over in zip(pieces, closed, strict=False)]
    joined = without_courtesy("".join(kept).strip())
    pointed = not kept[0] and _POINTS_BACK.search(joined) is not None
    return joined if _seeks(joined) and not pointed else text


#: What was said first is meant: 「空调要请人修，……给这事留了多少」.
_POINTS_BACK = regex(r"(?:这|那|此)(?:一?件|一?桩|项)?(?:事|活儿?(?![动跃])|东西|玩意)")


def _seeks(text: str) -> bool:
    """Whether a text asks, names what it is about, or asks on."""
    return any(pattern.search(text) for pattern in (_ASKS, _NAMED, _GOES_ON))


def _place(piece: str) -> str:
    place = _PLACE.search(piece)
    return place[1] if place else ""


def _is_aside(piece: str, closed: bool) -> bool:
    """Whether a piece is left out; ``closed``: the question has been asked before it, with its mark."""
    if _COMPARES.fullmatch(piece):
        return True
    if _ASKS.search(piece):
        return False
    if _DOING.match(piece) and not _MONEY.search(piece) and weight(piece) > _OF_DEEDS:
        return True
    if closed and _THINKS.fullmatch(piece):
        return True
    if _RECALLS.match(piece) or (_TRADE.match(piece) and not _MONEY.search(piece)):
        return True
    opens = bool(_OPENS.match(piece)) and (closed or weight(piece) > _OF_TALES)
    return not _NAMED.search(piece) and (opens or is_idle(piece))


#: How far the words of a piece may be those of a question's matter where its form is that of an aside: of what somebody
#: does, and of what somebody tells (「听说买了无人机」 names the thing).
_OF_DEEDS, _OF_TALES = -8.0, -3.0
