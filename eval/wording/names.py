"""Names to put into the slots of templates: accounts, wholes, things that are counted, kinds of work (填空用的名称)."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

import rjieba

CODES = Path("../shared/codes/classification_codes.tsv")
TEXTS = Path(__file__).parents[1] / "closest" / "texts"

#: Accounts of the statements, in full and as they are said.
ACCOUNTS = (
    "基本支出 项目支出 人员经费 公用经费 日常公用经费 三公经费 “三公”经费 财政拨款三公经费 会议费 培训费 差旅费 公务接待费 因公出国（境）费 "
    "公务用车购置及运行维护费 公务用车购置费 公务用车运行维护费 公务用车运行费 机关运行经费 政府采购支出 政府采购 年末结转和结余 年初结转和结余 本年收入 本年支出 "
    "收入总计 支出总计 总收入 总支出 本年收入合计 本年支出合计 财政拨款收入 财政拨款支出 一般公共预算财政拨款收入 一般公共预算财政拨款支出 一般公共预算支出 "
    "政府性基金预算财政拨款支出 政府性基金支出 政府性基金收入 国有资本经营预算支出 事业收入 经营收入 其他收入 上级补助收入 附属单位上缴收入 使用非财政拨款结余 "
    "上缴上级支出 经营支出 对附属单位补助支出 上年结转 结余分配 教育支出 科学技术支出 卫生健康支出 住房保障支出 社会保障和就业支出 一般公共服务支出 农林水支出 "
    "城乡社区支出 公共安全支出 节能环保支出 基本工资 津贴补贴 奖金 绩效工资 住房公积金 医疗费 办公费 印刷费 咨询费 手续费 水费 电费 邮电费 取暖费 物业管理费 "
    "维修费 租赁费 劳务费 委托业务费 工会经费 福利费 离休费 退休费 抚恤金 生活补助 救济费 助学金 奖励金 办公设备购置 专用设备购置 信息网络及软件购置更新 "
    "基本建设支出 大型修缮 工资福利支出 商品和服务支出 对个人和家庭的补助 资本性支出 养老保险 职业年金 职工医疗保险 公务员医疗补助 提租补贴 购房补贴 行政运行 "
    "一般行政管理事务 机关服务 事业运行 货物采购支出 工程采购支出 服务采购支出 政府采购货物支出 政府采购服务支出 授予中小企业合同金额 小微企业合同金额 "
    "水电费 工资 车补 公车 接待费 出国费 吃喝接待 公车费用 办公用品 养车的钱 请客吃饭 工资福利 五险一金 公积金 打印费 网络费 电话费 物业费 房租 加班费 奖金补贴 "
    "结余 结转结余 预算 决算 支出 收入 项目经费 项目资金 专项经费 预备费 税收返还 预留机动经费 总预算 预算收入 预算支出 总额"
).split()
WHOLES = (
    "本年支出 总支出 支出合计 全部支出 本年收入 总收入 基本支出 项目支出 三公经费 “三公”经费 人员经费 公用经费 工资福利支出 商品和服务支出 政府采购支出 "
    "一般公共预算财政拨款支出 一般公共预算支出 财政拨款支出 财政拨款收入 政府性基金支出 社会保障和就业支出 卫生健康支出 住房保障支出 农林水支出 教育支出 机关运行经费 "
    "支出预算 支出决算 部门支出 部门预算 单位支出 支出 收入 采购合同总额 公务用车购置及运行维护费 行政事业单位养老支出 资产 机关事务 "
    "支出科目 功能分类科目 经济分类科目 项目 重点项目 专项 下属单位 所属单位 二级预算单位 预算单位 内设机构 科室 车辆 公务用车 固定资产 政府采购 绩效指标 工作任务 问题 编制 在职人员 案件 活动 投诉 学生 合同"
).split()
COUNTED = (
    "公务用车/辆 车辆/辆 公车/辆 执法执勤用车/辆 特种专业技术用车/辆 应急保障用车/辆 大型设备/台 单价100万元以上设备/台 在职人员/人 在编人员/人 编制/名 行政编制/名 事业编制/名 "
    "退休人员/人 离退休人员/人 离休人员/人 临时人员/人 编外人员/人 职工/人 学生/人 教师/人 班级/个 床位/张 国内公务接待/批次 国内公务接待/人次 公务接待批次/批次 公务接待人次/人次 "
    "外事接待/批次 出国团组/个 出国人数/人 因公出国/人次 会议/次 培训/次 培训班/期 内设机构/个 内设科室/个 下属单位/个 所属事业单位/家 预算单位/个 二级单位/个 绩效项目/个 "
    "一级项目/个 自评项目/个 投诉/件 案件/件 提案/件 议案/件 建议/条 信访/件 热线工单/件 检查/次 执法检查/次 活动/场 演出/场 讲座/场 宣传活动/场 报告/篇 简报/期 图书/册 "
    "馆藏/册 病人/人次 门诊/人次 手术/台 贫困户/户 低保户/户 社区/个 村/个 道路/公里 绿地/平方米 造林/亩 农田/亩 路灯/盏 井盖/个 垃圾/吨 污水/吨 样品/批次 仪器/台 房屋/平方米 "
    "专利/件 课题/项 论文/篇 奖项/项 志愿者/名 党员/名 企业/家 商户/家 摊位/个 车位/个 公厕/座 水库/座 桥梁/座 派出所/个 消防车/辆 救护车/辆"
).split()


@dataclass(frozen=True, slots=True)
class Names:
    """What may stand in the slots; ``phrases`` are runs of words of documents that were made up for learning."""

    accounts: tuple[str, ...]
    coded: tuple[str, ...]
    phrases: tuple[str, ...]
    numbered: tuple[tuple[str, str], ...]

    def account(self, draw: random.Random) -> str:
        kind = draw.random()
        if kind < 0.45:
            name = draw.choice(self.accounts)
        elif kind < 0.65:
            name = draw.choice(self.coded)
        else:
            name = draw.choice(self.phrases)
        extra = draw.random()
        if extra < 0.06:
            name = f"{draw.choice(_FUNDS)}{draw.choice(('', '的', '里的'))}{name}"
        elif extra < 0.1:
            name = f"“{name.strip('“”')}”"
        elif extra < 0.14:
            name = f"{name}{draw.choice(_ENDS)}"
        elif extra < 0.17:
            name = f"{draw.choice(self.phrases)}的{name}"
        return name

    def whole(self, draw: random.Random) -> str:
        return draw.choice(WHOLES) if draw.random() < 0.75 else self.account(draw)

    def counted(self, draw: random.Random) -> tuple[str, str]:
        if draw.random() < 0.5:
            name, _, unit = draw.choice(COUNTED).partition("/")
            return name, unit
        return draw.choice(self.numbered)

    def project(self, draw: random.Random) -> str:
        end = draw.choice(("项目", "经费", "专项", "工程", "工作", "", "", "专项资金", "补助"))
        return draw.choice(self.phrases) + end


_FUNDS = "财政拨款 一般公共预算 一般公共预算财政拨款 政府性基金 政府性基金预算 自有资金 本级 本部门 机关 退休人员 在职人员".split()
_ENDS = "支出 经费 资金 （类） （款） （项） 科目 项目 费用 收入 预算".split()
_NUMBER = re.compile(r"[\d.,]+万?(?P<unit>人次|批次|平方米|公里|万元|元|[人名户家辆台件个次场期篇册吨亩盏座张项条处套座间])")
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}")


def read_names() -> Names:
    """The names of the classification, and phrases of the made-up documents; raises ``OSError`` where these lack."""
    rows = [line.split("\t") for line in CODES.read_text(encoding="utf-8").splitlines()[1:]]
    coded = sorted({r[2] for r in rows if not r[1].startswith("income") and re.fullmatch(r"[\u4e00-\u9fff（）、]+", r[2])})
    phrases: set[str] = set()
    numbered: set[tuple[str, str]] = set()
    for path in sorted(TEXTS.glob("*.json")):
        for text in json.loads(path.read_text(encoding="utf-8"))["text"]:
            for clause in re.split("[，。；：、（）“”]", text):
                _phrases_of(clause, phrases, numbered)
    return Names(tuple(ACCOUNTS), tuple(coded), tuple(sorted(phrases)), tuple(sorted(numbered)))


def _phrases_of(clause: str, phrases: set[str], numbered: set[tuple[str, str]]) -> None:
    number = _NUMBER.search(clause)
    head = clause[: number.start()] if number else clause
    words = rjieba.tag(re.sub(r"20\d\d年|全年|累计|共|其中", "，", head))
    for low in range(len(words)):
        for high in range(low + 1, min(low + 4, len(words)) + 1):
            part = words[low:high]
            run = "".join(word for word, _ in part)
            if not _WORD.fullmatch(run) or len(run) > _LONGEST or not _is_name(part):
                continue
            phrases.add(run)
            if number and high == len(words) and number["unit"] not in ("元", "万元"):
                numbered.add((run, number["unit"]))


#: Sorts of words that names are made of, and those that they end in.
_OF_NAMES, _ENDING = tuple("nvabjli"), tuple("njl")
_LONGEST = 12


def _is_name(words: list[tuple[str, str]]) -> bool:
    """「村道加宽」: nouns and verbs; a verb alone is none."""
    sorts = [sort for _, sort in words]
    named = all(sort.startswith(_OF_NAMES) for sort in sorts)
    verb = sorts[-1].startswith("v") and len(sorts) > 1 and any(s.startswith(("n", "b", "j")) for s in sorts)
    named = named and words[0][0][0] not in "是为将被把使令向以"
    return named and (sorts[-1].startswith(_ENDING) or sorts[-1] == "vn" or verb)
