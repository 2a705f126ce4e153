"""Sorts of questions on running text, as rows: how each is asked for, headed and put in writing (问法词表).

A new wording is a new word in a row.
"""

from __future__ import annotations

from enum import StrEnum


class Sort(StrEnum):
    """What kind of words answer."""

    REASON = "原因"
    DEFINITION = "名词"
    DUTY = "职责"
    MAKEUP = "机构"
    TROUBLE = "问题"
    REMEDY = "改进"
    WORK = "重点工作"
    PERFORMANCE = "绩效"
    PURPOSE = "用途"
    BASIS = "依据"
    PLACE = "地点"
    DOER = "主体"
    TIME = "时间"
    LIST = "列举"
    OTHER = "叙述"


#: How each sort is asked for; the first row that fits decides.
SORTS: tuple[tuple[Sort, str], ...] = (
    (Sort.DEFINITION, r"反映(?:什么|啥|哪)|区别|不一样|有(?:什么|啥)不同|差别|(?:什么|啥)意思|含义|的定义|什么叫|啥叫|名词解释|指的?是?(?:什么|啥|哪)|是(?:什么|啥)概念"),
    (Sort.TROUBLE, r"存在的?问题|问题(?:和|与|及|、)?原因|什么问题|哪些问题|啥问题"),
    (Sort.REMEDY, r"(?:打算|准备|计划|下一步|将)(?:要)?(?:怎么|如何|咋)"),
    (Sort.REASON, r"为什么|为啥|为何|为嘛|为哈|为撒|因何|凭什么|原因|缘故|咋回事|怎么回事|因为(?:什么|啥)|什么造成|什么导致"
     r"|(?:咋|怎么)[^，。？]{0,14}?(?:少|多|涨|降|增|减|没|超|翻|变(?!化)|缩|跌|(?<!提)升|低|(?<!提)高(?!质)|剩|不到|不足)"),
    (Sort.PURPOSE, r"用来|用于|用途|干什么用|做什么用|干啥用"),
    (Sort.PLACE, r"在哪(?!些|几|方面|[一二两三四五六七八九十]?[个项类]|个方面)|哪里|哪儿|什么地方|啥地方|什么位置|哪个位置|地址|哪条路|位于|坐落"),
    (Sort.DOER, r"(?:由|是|归|让|靠|找)?(?:谁|哪[些个几家]?(?:单位|部门|科室|处室|公司|机构|人))(?:来|去|具体|主要|在)?(?:建|修|盖|干|负责|实施|承担|牵头|主管|执行|建设|承建|落实|管理|管)"
     r"|由(?:谁|哪[些个几家]?(?:单位|部门|科室|处室|公司|机构|人))|谁(?:来|在)|实施主体|实施单位|责任(?:单位|部门|科室|人)|负责人|谁负责"),
    (Sort.TIME, r"什么时候|啥时候|何时|哪天|几月|多久|实施周期|起止|工期|时间安排|什么时间"),
    (Sort.BASIS, r"依据|根据什么|按什么|凭啥立项|哪(?:个|些|份)?(?:文件|规定|办法)"),
    (Sort.MAKEUP, r"(?:下属|下面|底下|所属|直属|下辖|二级|预算|独立核算|包括|包含|纳入)[^，。？]{0,8}(?:单位|机构|部门|处室|科室|[个些]处|[个些]科)|(?:哪些|哪几[个家]|几个|几家|什么|多少个)?"
     r"(?:内设|科室|处室|机构|部门|单位)[^，。？]{0,3}(?:设置|构成|组成|有哪|有几|是哪|包括)|机构设置|单位构成|组织(?:架构|机构)|内设机构|科室|处室|编制范围"
     r"|(?:哪些|哪几[个家])(?:事业|行政|下属|所属|二级|预算)?单位"),
    (Sort.TROUBLE, r"问题|不足|毛病|短板|薄弱|哪.{0,3}没做好|缺陷|困难|出了.{0,3}岔子"),
    (Sort.REMEDY, r"改进|整改|下一步|怎么改|如何改|打算怎么|准备怎么|怎么(?:提升|提高|加强|解决)|如何(?:提升|提高|加强|解决)|措施"),
    (Sort.DUTY, r"(?P<verb>[查管修办批审罚抓])不(?P=verb)|归不归|负不负责|负责|职责|职能|职权|管(?:些|哪|什么|啥|着)|归.{0,8}管|干(?:什么|啥|嘛|些)|做什么的|做些什么|主要(?:管|负责)|平时管|管.{1,12}吗|什么工作|管的?是"),
    (Sort.WORK, r"重点工作|要抓|抓哪|哪几项(?:主要|重点)?工作|主要工作|工作任务|主要任务|工作计划|工作目标|工作完成|做了哪些|干了(?:些)?(?:哪些|什么|啥)|大事|要干(?:哪|什么|啥)|要做哪|打算做|准备做|今年要"),
    (Sort.PURPOSE, r"用在|用于|用途|花在|花到|用来|干什么用|钱去|花去哪|都花|做什么用|干啥用|给谁|谁用|为谁"),
    (Sort.LIST, r"(?:采购|购买|买)(?:了|些)?(?:什么|啥|哪些?)|由(?:哪些|什么|啥)[^，。？]{0,6}(?:构成|组成)|哪些|哪几|有啥|包括什么|包括啥|都有什么|分别是什么|哪六|哪[两三四五六七八九十]|列一下|列举|名单"),
    (Sort.PERFORMANCE, r"(?:什么|哪些|啥)目标|目标是|绩效|自评|成效|效果|产出"),
)  # fmt: skip

#: Headings of the sections that are about each sort, by what they say.
HEADINGS: dict[Sort, str] = {
    Sort.REASON: r"原因",
    Sort.DEFINITION: r"名词|术语|解释",
    Sort.DUTY: r"职责|职能",
    Sort.MAKEUP: r"机构设置|单位构成|构成情况|机构情况|编制范围|组成|^.{0,14}机构",
    Sort.TROUBLE: r"问题",
    Sort.REMEDY: r"改进|措施|下一步",
    Sort.WORK: r"重点工作|重点任务|工作任务|工作完成|主要工作|工作安排|工作要点|工作目标|工作计划",
    Sort.PERFORMANCE: r"绩效",
    Sort.PURPOSE: r"用于",
    Sort.BASIS: r"依据",
    Sort.PLACE: r"项目概况|项目概述|基本情况|概况",
    Sort.DOER: r"实施主体|实施单位|责任",
    Sort.TIME: r"实施周期|周期|时间|进度",
}

#: Sections that are told whole where nothing narrows the question: their heading is the question.
SECTIONS = frozenset(
    (Sort.DUTY, Sort.MAKEUP, Sort.TROUBLE, Sort.REMEDY, Sort.WORK, Sort.BASIS, Sort.DOER, Sort.TIME)
)
#: What stands in for the words of a question that only names a sort, where no section is headed so.
NAMES: dict[Sort, tuple[str, ...]] = {
    Sort.PURPOSE: ("主要用于以下方面", "支出结构", "主要用于"),
    Sort.DUTY: ("主要职能", "主要职责", "职能", "职责"),
    Sort.MAKEUP: ("下属预算单位", "预算单位", "所属单位", "内设机构", "独立核算", "单位构成", "本级决算"),
    Sort.TROUBLE: ("存在的问题", "主要问题", "存在问题", "发现问题", "不足之处"),
    Sort.REMEDY: ("改进措施", "主要措施", "整改措施", "下一步"),
    Sort.WORK: ("重点工作", "主要工作", "工作任务", "工作目标"),
    Sort.BASIS: ("立项依据", "政策依据", "依据"),
    Sort.DOER: ("实施主体", "实施单位", "责任单位"),
    Sort.TIME: ("实施周期", "起止时间", "实施期限"),
}

#: Words that a sentence has that answers each sort.
CUES: dict[Sort, str] = {
    Sort.PLACE: r"位于|地址|坐落|路口|[路街巷弄村]\d|东至|选址|地处|设在",
    Sort.DOER: r"负责|承担|牵头|由.{1,20}(?:实施|建设|组织|管理|承担)|实施(?:单位|主体)|建设单位|主管部门",
    Sort.TIME: r"\d{4}年|\d{1,2}月|季度|周期|期限|年底前|日期",
    Sort.BASIS: r"根据|依据|按照|《",
    Sort.PURPOSE: r"用于|作为|提供|面向|主要包括|(?<!只)包括",
    Sort.MAKEUP: r"包括|下属|构成|纳入|内设",
    Sort.LIST: r"包括|分别|其中|一是|、.{1,20}、",
    Sort.TROUBLE: r"问题|不足|不够|不高|有待|薄弱|缺乏|缺位|滞后|发现|偏",
    Sort.REMEDY: r"加强|完善|健全|推进|改进|提升|优化|建立|进一步",
    Sort.DUTY: r"负责|承担|组织|指导|监督|管理|拟订|统筹|主管",
}  # fmt: skip

#: Daily words, and what documents write for them; a daily word stands for itself too.
WRITTEN: tuple[tuple[str, str], ...] = (
    ("盖(?!章)|(?<=.)[建修造]$", "建设|建筑|新建|修建"), ("几层|多少层|多高", "层"), ("老房子|老建筑", "历史建筑|优秀历史建筑|文物"),
    ("占地|多大地方", "用地面积|占地面积"), ("搞上去|弄好|搞好|提上去", "提升|提高"), ("开会", "会议"), ("出差", "差旅"), ("上访|告状", "信访|来访"),
    ("举报|投诉", "投诉|信访"), ("扫地|扫马路", "清扫|保洁"), ("摆摊|小摊|摊贩", "占道|设摊|乱设摊"), ("老人家|老人|老年人", "养老|老年人|老人"),
    ("小孩|孩子|娃娃", "儿童|未成年人|学生"), ("看病", "医疗|卫生"), ("房子", "房屋|住房|用房"), ("电脑", "计算机"), ("网站|软件", "信息化|系统|软件"),
    ("好处|用处", "效益|成效|作用"), ("找工作|就业", "就业"), ("打官司|律师", "法律|法律顾问"), ("查账", "审计|监督"), ("欠债|借钱|债务|债", "债务|举债"),
    ("拆违|违建", "违法建设|违法搭建|违法建筑"), ("单车", "单车|共享单车"), ("大楼|办公楼", "办公大楼|办公用房"), ("民兵|当兵", "民兵|征兵|武装"),
    ("征地|拆迁", "征收|土地征收|征收补偿"), ("建好|修好|盖好", "建成|完工|竣工"), ("查出|查到|查处", "发现|查处"), ("没完成|没达标|未达标|不达标|没做到", "未完成|未达标|未达到|没有完成"), ("没算进|没纳入|没列入|没包括|不包括|没算", "不含|未纳入|不包括|未列入"), ("毒品|吸毒", "禁毒|吸毒"), ("级别", "正处级|副处级|处级|正科级|副科级|科级|正厅级|副厅级|厅级|规格"), ("多大", "面积|规模"), ("花钱", "经费|资金"),
)  # fmt: skip

#: Sorts whose answer must be put in a certain way; of the others a way of putting it is but a hint.
FIRM = frozenset((Sort.PLACE, Sort.DOER, Sort.TIME, Sort.PURPOSE, Sort.BASIS))
