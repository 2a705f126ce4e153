"""The accounts that statements print without a code, as rows: printed forms to one name each (科目名称).

A new wording is a new form in a row. Forms are compared folded: without ordinals, brackets, quotes and spaces.
Functional and economic accounts carry codes and need no row, but for the classes of the functional
classification, which summary statements print by name alone (政府收支分类科目, 2007–2025).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.model import Flow
from ingest.patterns import regex
from ingest.text import fold


@dataclass(frozen=True, slots=True)
class Account:
    """A named account: ``kind`` as in ``Subject.kind``; ``forms`` are other printed wordings, joined by ``|``."""

    name: str
    kind: str
    flow: Flow
    forms: str = ""


_IN, _OUT, _LEFT = Flow.INCOME, Flow.EXPENDITURE, Flow.BALANCE

ACCOUNTS: tuple[Account, ...] = (
    Account("收入总计", "总额", _IN, "收入总额|收入预算总计|收入决算总计|收入总预算|预算收入总计|决算收入总计"),
    Account("支出总计", "总额", _OUT, "支出总额|支出预算总计|支出决算总计|支出总预算|预算支出总计|决算支出总计"),
    Account("本年收入合计", "总额", _IN, "收入合计|本年收入|本年收入小计|当年收入|当年收入小计|本年收入总计|收入预算合计|收入决算合计|本年财政拨款收入|本年财政拨款收入合计|收入共计"),
    Account("本年支出合计", "总额", _OUT, "支出合计|本年支出|本年支出小计|当年支出|当年支出小计|本年支出总计|支出预算合计"
            "|支出决算合计|支出共计|本年财政拨款支出|本年财政拨款支出合计|整体支出总额|部门整体支出总额|单位整体支出总额"),
    Account("财政拨款收入", "收入来源", _IN, "财政拨款|预算拨款|财政拨款预算收入|财政拨款收入合计|财政拨款资金|财政补助收入|财政拨款补助|财政拨款合计"),
    Account("一般公共预算财政拨款收入", "收入来源", _IN, "一般公共预算财政拨款|一般公共预算拨款|一般公共预算当年财政拨款|一般公共预算当年财政拨款收入|一般公共预算当年拨款|一般公共预算拨款收入|一般公共预算资金"
            "|一般公共预算|一般公共预算收入|一般公共预算财政拨款预算收入|公共财政拨款补助资金|公共财政预算拨款|公共预算财政拨款|公共预算拨款|一般预算拨款"),
    Account("政府性基金预算财政拨款收入", "收入来源", _IN, "政府性基金预算财政拨款|政府性基金预算拨款|政府性基金拨款|政府性基金拨款收入|政府性基金财政拨款收入|政府性基金|政府性基金预算"
            "|政府性基金预算拨款收入|政府性基金收入|政府性基金预算收入|政府性基金资金|政府性基金预算资金|基金预算|基金预算收入|基金预算拨款|基金预算拨款收入|政府基金|政府基金预算"),
    Account("国有资本经营预算财政拨款收入", "收入来源", _IN, "国有资本经营预算财政拨款|国有资本经营预算拨款|国有资本经营预算"
            "|国有资本经营预算拨款收入|国有资本经营收入|国有资本经营预算收入|国有资本经营预算资金|国有资本经营收益"),
    Account("上级补助收入", "收入来源", _IN, "上级补助"),
    Account("事业收入", "收入来源", _IN, "事业收入资金|事业预算收入"),
    Account("经营收入", "收入来源", _IN, "事业单位经营收入|经营预算收入|单位经营收入"),
    Account("附属单位上缴收入", "收入来源", _IN, "附属单位上缴|附属单位缴款|下级单位上缴收入"),
    Account("其他收入", "收入来源", _IN, "其他资金|其他来源收入|其他收入资金|其他资金收入|其他预算收入"),
    Account("财政专户管理资金收入", "收入来源", _IN, "财政专户管理资金|财政专户管理的资金|财政专户核拨收入|财政专户核拨|财政转专户管理资金|财政专户拨款|财政专户核拨资金"),
    Account("基本支出", "支出结构", _OUT, "人员经费和公用经费支出|人员经费和公用经费|基本支出合计|基本支出小计|基本支出总额|一般公共预算基本支出|基本支出预算|基本支出决算"),
    Account("项目支出", "支出结构", _OUT, "专项业务经费支出|专项业务经费|项目支出合计|项目支出小计|项目支出总额|项目支出预算|项目支出决算"),
    Account("人员经费", "支出结构", _OUT, "人员经费合计|人员支出|人员类|人员经费支出|人员类项目支出"),
    Account("公用经费", "支出结构", _OUT, "公用经费合计|公用支出|日常公用经费|日常公用支出|公用经费支出|运转类|公用类"),
    Account("上缴上级支出", "支出结构", _OUT, "上缴上级|上缴上级单位支出"),
    Account("经营支出", "支出结构", _OUT, "事业单位经营支出"),
    Account("对附属单位补助支出", "支出结构", _OUT, "对附属单位补助|对下级单位补助支出|对附属单位补贴支出"),
    Account("单位预留机动经费", "支出结构", _OUT, "预留机动经费"),
    Account("年初结转和结余", "结转结余", _LEFT, "上年结转和结余|上年结转结余|年初结转结余|上年结转|上年结转资金|上年结转和结余资金"
            "|上年结余|年初结余|年初结转|年初结转资金|上年结余收入|上年结转收入|上年结转结余收入|上年结转和结余收入|上年结转结余资金"
            "|上年结余资金|上年结余结转|上年结余结转资金|年初结余结转|动用上年结余|动用上年结转|动用上年结转结余|动用上年结转和结余"),
    Account("历年结余", "结转结余", _LEFT, "动用历年结余|历年结余资金|历年结转结余|动用历年结余资金|动用历年结转结余|历年结余收入"),
    Account("上年实户资金余额", "结转结余", _LEFT, "实户资金余额|上年末实户资金余额|年初实户资金余额|上年实有资金余额|上年实有资金账户余额"),
    Account("年初财政拨款结转和结余", "结转结余", _LEFT, "上年财政拨款结转和结余|财政拨款上年结转|年初财政拨款结转结余"),
    Account("年末结转和结余", "结转结余", _LEFT, "年末结转结余|结转下年|结转下年资金|年末结余|结转下年支出|结转和结余|年终结转结余|年末结余结转"),
    Account("年末财政拨款结转和结余", "结转结余", _LEFT, "年末财政拨款结转结余|财政拨款结转下年"),
    Account("使用非财政拨款结余", "结转结余", _LEFT, "使用非财政拨款结余含专用结余|用事业基金弥补收支差额|使用非财政拨款结余和专用结余"
            "|使用专用结余|事业基金弥补收支差额|使用事业基金弥补收支差额|动用事业基金弥补收支差额|动用事业基金|使用事业基金"),
    Account("结余分配", "结转结余", _LEFT),
    Account("“三公”经费", "三公经费", _OUT, "一般公共预算拨款安排的三公经费预算|一般公共预算安排的三公经费|财政拨款安排的三公经费|三公经费合计|三公经费小计|三公经费支出|财政拨款三公经费|三公经费预算数|三公经费总额"
            "|一般公共预算财政拨款三公经费|三公经费支出合计|三公经费财政拨款预算总额|三公经费财政拨款决算总额|一般公共预算三公经费|三公经费财政拨款支出"),
    Account("因公出国（境）费", "三公经费", _OUT, "因公出国境费用|因公出国境经费|因公出国境经费费用|因公出国费|因公出国境|出国境费"
            "|因公出国|因公出国境支出|因公出国境费支出|因公出国境费用支出|因公出国境经费支出"),
    Account("公务用车购置及运行维护费", "三公经费", _OUT, "公务用车购置及运行费|公务用车购置费及运行维护费|公务用车购置费及运行费|公务用车购置费和运行维护费|公务用车购置及运行|公务用车购置及运行维护|公务用车购置和运行费"
            "|公务车购置及运行费|公务车购置及运行维护费|公务用车购置和运行维护费|公务用车费|公务用车购置及运行维护费支出|公务用车购置及运行费支出"
            "|公务用车购置及运行维护支出|公务用车购置及运行支出|公务用车购置和运行维护支出|公务用车支出|公务用车购置及运行维护费用|公务用车购置及运行经费|公务用车运行维护费及公务用车购置费|公务用车运行维护费及购置费"),
    Account("公务用车购置费", "三公经费", _OUT, "购置费|公务用车购置|公务车购置费|公务用车购置费支出|公务用车购置支出|公务用车购置费用"),
    Account("公务用车运行维护费", "三公经费", _OUT, "运行费|运行维护费|运行支出|运行维护支出|公务用车运行费|公务用车运行维护|公务用车运行维护费支出"
            "|公务用车运行支出|公务用车运行维护支出|公务车运行费|公务车用车运行费|公务车运行维护费|公务用车运行费支出|公务用车运行维护费用|公务用车运行费用|车辆运行维护费|车辆运行维护费支出|公务用车运行及维护|公务用车运行及维护费|公务车辆运行维护费|公务车辆运行费|公务用车辆运行维护费|公务用车辆运行费|公务用车辆运行|公务用车运行经费"),
    Account("公务接待费", "三公经费", _OUT, "公务接待|接待费|公务接待经费|公务接待经费支出|公务接待支出|公务接待费支出|公务接待费用"),
    Account("会议费", "会议培训", _OUT, "会议费支出"),
    Account("培训费", "会议培训", _OUT, "培训费支出"),
    Account("机关运行经费", "机关运行", _OUT, "机关运行经费支出|机关运行经费预算数|机关运行经费合计|机关运行经费预算|财政拨款运行经费|机关运行费用"),
    Account("政府采购支出", "政府采购", _OUT, "政府采购支出合计|政府采购支出总额|政府采购合计|政府采购预算|政府采购总额|政府采购"
            "|政府采购金额|政府采购预算总额|政府采购合同金额|政府采购合同总额|政府采购合同总金额"),
    Account("政府采购货物支出", "政府采购", _OUT, "货物|货物类|政府采购货物类|货物类采购|货物A|A货物|货物采购金额|货物采购支出|采购货物支出|政府采购货物|货物支出"),
    Account("政府采购工程支出", "政府采购", _OUT, "工程|工程类|政府采购工程类|工程类采购|工程B|B工程|工程采购金额|工程采购支出|采购工程支出|政府采购工程|工程支出"),
    Account("政府采购服务支出", "政府采购", _OUT, "服务|服务类|政府采购服务类|服务类采购|服务C|C服务|服务采购金额|服务采购支出|采购服务支出|政府采购服务|服务支出"),
)  # fmt: skip

#: Functional classes: code, name, earlier or shorter names.
FUNCTIONAL_CLASSES: tuple[tuple[str, str, str], ...] = (
    ("201", "一般公共服务支出", "一般公共服务"),
    ("202", "外交支出", "外交"),
    ("203", "国防支出", "国防"),
    ("204", "公共安全支出", "公共安全"),
    ("205", "教育支出", "教育"),
    ("206", "科学技术支出", "科学技术"),
    ("207", "文化旅游体育与传媒支出", "文化体育与传媒支出|文化旅游体育与传媒|文化体育与传媒"),
    ("208", "社会保障和就业支出", "社会保障和就业"),
    ("209", "社会保险基金支出", ""),
    ("210", "卫生健康支出", "医疗卫生与计划生育支出|卫生健康|医疗卫生与计划生育|医疗卫生支出"),
    ("211", "节能环保支出", "节能环保"),
    ("212", "城乡社区支出", "城乡社区|城乡社区事务支出"),
    ("213", "农林水支出", "农林水|农林水事务支出"),
    ("214", "交通运输支出", "交通运输"),
    ("215", "资源勘探工业信息等支出", "资源勘探信息等支出|资源勘探电力信息等支出|资源勘探工业信息等|资源勘探信息等"),
    ("216", "商业服务业等支出", "商业服务业等"),
    ("217", "金融支出", "金融"),
    ("219", "援助其他地区支出", "援助其他地区"),
    ("220", "自然资源海洋气象等支出", "国土海洋气象等支出|自然资源海洋气象等|国土海洋气象等"),
    ("221", "住房保障支出", "住房保障"),
    ("222", "粮油物资储备支出", "粮油物资储备|粮油物资管理支出"),
    ("223", "国有资本经营预算支出", ""),
    ("224", "灾害防治及应急管理支出", "灾害防治及应急管理"),
    ("227", "预备费", ""),
    ("229", "其他支出", ""),
    ("230", "转移性支出", ""),
    ("231", "债务还本支出", ""),
    ("232", "债务付息支出", ""),
    ("233", "债务发行费用支出", ""),
    ("234", "抗疫特别国债安排的支出", "抗疫特别国债支出"),
)

#: Classes of the economic classification that a column or a row names without a code: code, name, other names.
#: 对个人和家庭的补助 and 对企业补助 are classes of both the departments' and the governments' list: no code.
ECONOMIC_CLASSES: tuple[tuple[str, str, str], ...] = (
    ("301", "工资福利支出", "工资福利"),
    ("302", "商品和服务支出", "商品服务支出|商品和服务|一般商品和服务支出"),
    ("", "对个人和家庭的补助", "对个人和家庭的补助支出|对个人和家庭补助|对个人和家庭补助支出"),
    ("307", "债务利息及费用支出", "债务利息支出"),
    ("309", "资本性支出（基本建设）", "基本建设支出"),
    ("310", "资本性支出", "其他资本性支出"),
    ("311", "对企业补助（基本建设）", ""),
    ("", "对企业补助", "对企业补助支出|对企事业单位的补贴"),
    ("", "对社会保障基金补助", ""),
    ("501", "机关工资福利支出", ""),
    ("502", "机关商品和服务支出", ""),
    ("503", "机关资本性支出（一）", "机关资本性支出"),
    ("504", "机关资本性支出（二）", ""),
    ("505", "对事业单位经常性补助", ""),
    ("506", "对事业单位资本性补助", ""),
)

#: 「其他收入预算」 says at which stage 其他收入 is.
_STAGED = regex(r"(?<=.{3})(?:预算|决算)数?$")

#: 「公务用车购置和运行维护费小计」 is all of that account; 总计 may hold a balance besides.
_SUMMED = regex(r"(?<=.{3})(?:合计|小计)数?$")

#: What is said in brackets of an income and leaves it what it is: 一般公共预算拨款（补助）, 事业收入（不含教育收费）.
_SAID_OF_INCOME = regex(
    r"[(（](?:补助|不含(?:[^()（）]*专户[^()（）]*|教育收费|上年(?:结转|结余)[^()（）]*))[)）]"
)

#: Words of a row or column that only say "all of it" or "the amount".
TOTAL_WORDS = frozenset(
    fold(word)
    for word in ["合计", "总计", "小计", "金额", "预算数", "决算数", "执行数", "年初预算数", "全年预算数", "调整预算数", "预算", "决算", "支出数", "收入数", "数额", "预算金额", "决算金额", "合计数", "总计数", "本年预算", "本年决算", "支出预算", "收入预算", "支出决算", "收入决算", "支出", "收入", "累计", "总额", "本年", "全年数", "预算安排数", "支出金额", "年初预算", "调整预算", "资金", "经费", "项目预算", "项目金额", "项目资金", "项目预算金额", "安排金额", "预算安排金额", "支出预算数", "支出决算数", "收入决算数", "收入预算数", "金额合计", "共计", "总合计", "全部合计", "部门合计", "本部门合计", "统计数", "决算统计数", "预算统计数", "统计金额", "采购计划金额", "计划采购金额", "采购预算金额", "实际采购金额", "采购金额"]
)

#: 「教育支出类科目」, 「教育类支出」: the word for the level of an account.
_CLASS_WORD = regex(r"(?<=.{2})(?:类科目|类|科目)$|(?<=.{2})类(?=支出$)")

_ORDINAL = regex(
    r"^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]、?|\d{1,2}\s*[.．、](?:(?!\d)|(?=[23]\d{4}(?:\d\d)?\s*[-—－]?\s*(?![万亿元])[\u4e00-\u9fff]))|"
    r"[①-⑳]|其中\s*[:：]?|减\s*[:：]|加\s*[:：])\s*"
)


def strip_ordinal(label: str) -> str:
    """A label without what numbers it: 一、 （一） 1. ① 其中：."""
    previous = None
    while previous != label:
        previous, label = label, _ORDINAL.sub("", label, count=1)
    return label


def without_unit(label: str) -> str:
    """A label without the unit in brackets behind it: 预算数（万元）."""
    return re.sub(r"[(（](?:单位[:：])?(?:人民币)?(?:百万元|万元|千元|元|亿元|%)[)）]", "", label)


def is_total_word(text: str) -> bool:
    """Whether a label only says that everything is meant (合计, 金额 …)."""
    return fold(strip_ordinal(text)) in TOTAL_WORDS or fold(_bare(text)) in TOTAL_WORDS


#: What one half of expenditure counts besides: 「项目支出（含经营支出）」.
_SAID_OF_HALF = regex(r"(?<=支出)[（(]含[\u4e00-\u9fff]{2,8}[)）]$")


def label_to_account(label: str) -> Account | None:
    """The account that a printed label names, whatever its numbering and brackets; None where no row has it."""
    folded = fold(_bare(label)).replace("运维", "运行维护")
    plain = (folded, _STAGED.sub("", folded), _SUMMED.sub("", folded))
    account = next((account for form in plain if (account := _forms().get(form))), None)
    for said, kind in ((_SAID_OF_INCOME, "收入来源"), (_SAID_OF_HALF, "支出结构")):
        bare = said.sub("", label) if account is None else label
        told = label_to_account(bare) if bare != label else None
        account = told if told is not None and told.kind == kind else account
    return account


def label_to_class(label: str) -> tuple[str, str] | None:
    """Code and name of the functional class that a label names, 「教育支出类科目」 too; None where it names none."""
    folded = fold(_bare(label))
    plain = (folded, _CLASS_WORD.sub("", folded))
    return next((found for form in plain if (found := _classes().get(form))), None)


def label_to_economy(label: str) -> tuple[str, str] | None:
    """Code and name of the economic class that a label names; the code is empty where two lists share the name."""
    return _economies().get(fold(_bare(label)))


def _bare(label: str) -> str:
    label = without_unit(strip_ordinal(label))
    label = re.sub(r"^20\d\d\s*年度?", "", label)
    return re.sub(r"[(（]类[)）]$", "", label)


@cache
def _forms() -> dict[str, Account]:
    return {fold(form): account for account in ACCOUNTS for form in (account.name, *account.forms.split("|")) if form}


@cache
def _classes() -> dict[str, tuple[str, str]]:
    return _by_form(FUNCTIONAL_CLASSES)


@cache
def _economies() -> dict[str, tuple[str, str]]:
    return _by_form(ECONOMIC_CLASSES)


def _by_form(rows: tuple[tuple[str, str, str], ...]) -> dict[str, tuple[str, str]]:
    return {
        fold(form): (code, name)
        for code, name, forms in rows
        for form in (name, *forms.split("|"))
        if form
    }
