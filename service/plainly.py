"""Comparisons, empty posts and the like as people say them, in the words that are understood (比较的说法).

A row is a pattern and what it means; a new way of speaking is a new row. Rows are tried in their order.
"""

from __future__ import annotations

import re

from service.daily_words import in_written_words
from service.order_said import ordered_plainly
from service.parts_said import parts_plainly
from service.said_last import who_first, without_manner
from service.short_names import whole_names

_UNIT = "辆|件|人次|人|家|项|名|次|批次|批|台|个|篇|户|条"
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        # By how many one is above another.
        (rf"(?<=[多少高低])(?:出|了)?多少(?={_UNIT})", "几"),
        (r"(?<=[多少高低]出)多少来", "多少"),
        (r"的车(?:子)?(?=比[^，。？]{2,14}[多少][出了]?多少)", "的车辆"),
        (r"(?<=的)车(?=占(?!道|用))", "车辆"),
        (r"(?<=的)车(?=[多少](?:多少|了多少|出多少)(?:[，。？?]|$))", "车辆"),
        (r"(?<=在[职编岗])的?人(?=(?:谁|哪家|哪边)?(?:更|比较)?[多少比])", "人员"),
        (r"最(?:不好|不理想|不行|不到位|糟糕?|拉胯|滞后|落后|拖后腿|没完成好)(?=的|[，。？?]|$|是|啊|呢|呀)", "最差"),
        (r"(?<=在[职编岗])的?人(?=\s*(?:谁|哪家|哪边|哪个))", "人员"),
        (r"(?<=在职|退休|离休)的人(?=\s|[，,]|谁|哪|比|多|少|有|是|相?差|几)", "人员"),
        (r"(?<=在职|退休)的(?=\s*(?:相?差|谁|哪[家边个]|[多少][了出]?[几多]))", "人员"),
        (r"(?<=哪年)的?(?:总|得|评)?分数?(?=更?[高低])", ""),
        # By how many of a unit two differ.
        (rf"(?<!旅)(?:相)?差了?(?:多少|几)(?={_UNIT}|[块起座处场间所]|分(?!钟))", "相差几"),
        (r"(?<![\u4e00-\u9fff])车(?=[\s，,])|车(?=相差几[辆台部])", "车辆"),
        # A figure that is only known of the one side: 「城管局41辆那个跟卫健局比」.
        (rf"(?<=[局厅委办院站所])的?(?:有)?\d[\d,.]*(?:{_UNIT}|万元|亿元|万)的?(?:那[个家边]|这[个家边])(?=[\s，,]*[跟和与同比])", ""),
        # What people are paid, in daily words, and how fine an order is to be.
        (r"(?:花|用|砸)在?(?:了)?(?:人|职工|员工|人员|干部)(?:的)?(?:头|身)上的?(?:那些)?(?:钱|开支|支出|经费|费用)?", "人员经费"),
        (
            r"[，,]?(?:不算|不看|不要|别算|别看|不含|不管)(?:大类|类级|合计|小计|总数)[，,]?(?:只|就|单|光)(?:看|算|比|论)(?:明细|细项|具体|小项|单项)(?:的)?(?:科目|项目)?(?=[，,])",
            "明细里",
        ),
        # What leads to a comparison and names nothing.
        (r"(?:^|(?<=[，。]))(?:要论|要说|论|说起|说到|论起|拼|比比)(?:家底|规模|实力|家当|个头|大小|起来)[，,]", ""),
        # Posts that nobody fills.
        (rf"(?:还)?(?:空|缺)(?:着|了|缺|出)?(?:多少|几)(?:{_UNIT})?编制?(?:没人|没补)?", "编制和实际在编在职人员相差多少名"),
        (rf"(?:空编|缺编|编制空缺|空缺编制|编制空着|编制空)(?:数|人数|有|了|的)*(?:是)?(?:多少|几)(?:{_UNIT})?", "编制和实际在编在职人员相差多少名"),
        (rf"(?:还)?有(?:多少|几)(?:{_UNIT})?(?:空编|空着的编制|编制空着|编制没用)", "编制和实际在编在职人员相差多少名"),
        # A change that is wanted in per cent.
        (r"(?P<how>增长|下降|增加|减少|增减|变动|变化|上升|降低|提高)(?:了)?多少[（(](?:%|％|百分比|百分数)[）)]", r"\g<how>百分之几"),
        (r"(?:公务用?车|公车|车辆?)(?:的)?(?:运维|养护)(?:费用?|成本)(?=多少|平均|怎|[，。？]|$)", "公务用车运行维护费"),
        (r"^(?:那么?)?(年初预算|全年预算|调整预算|预算|决算|执行)数额?(?=呢|是?多少|[？?]?$)", r"\1"),
        (r"占各自的?(?=[\u4e00-\u9fff])", "占"),
        # One thing that was bought, not the sorts of them.
        (
            r"最(?:大|多|高|贵)的?(?P<n>[两二三四五六七八九十]|\d)?(?:一)?(?:大)?(?:笔|单|宗|样|件)的?(?:政府)?采购(?:是什么|是啥|是哪[个笔样件])?",
            r"政府采购金额最大的\g<n>样物品",
        ),
        # The last day of a year is that year, for what is there on a day.
        (
            r"(?:截[至止]到?|到|至)?(?<!\d)(20\d\d)年(?:度)?(?:的)?(?:12月(?:31日|底|末)|十二月(?:三十一日|底)|[年]?[底末])(?:为止|时)?(?!的?(?:结[转余]|余|累计|滚存|没花|没用|剩|数|之?前|以前|奖|双薪|考|工作))",
            r"\1年",
        ),
        (r"(?<=20\d\d)年年?底(?=的?结[转余])", "年年末"),
        (r"(?<=有)多少(?:公|汽|轿)?车(?=[，。？?]|$)", "多少辆车"),
        # How far a budget was used.
        (
            r"(?:决算|执行|实际支出)(?:数|金额)?占(?:了)?(年初|全年|调整)?预算(?:数)?的?(百分之几|百分之多少|几成|多少|比例|比重)",
            r"完成\1预算的\2",
        ),
        (
            r"(?:实际|真正|最后)?(?:花|用)(?:掉|了)?的?占(?:了)?(年初|全年|调整)预算(?:数)?的?(百分之几|百分之多少|几成|多少|比例|比重)",
            r"完成\1预算的\2",
        ),
        # What one guest or head costs.
        (r"(?:平均)?(?:下来)?一个人(?:吃|花|用|摊)(?:掉|了|到|去)?多少(?:块|元|钱|块钱)?", "平均每人多少元"),
        (r"(?:平均)?每个?人(?:吃|花|用|摊)(?:掉|了|到|去)?多少(?:块|元|钱|块钱)", "平均每人多少元"),
        (r"(?:逐个|逐一|逐条|逐项|挨个|一个个|一一)(?:地|的)?(?=列|报|说|讲|写|念|给|数)", ""),
        # A term of every disclosure: what money that is.
        (
            r"(?P<term>机关运行经费|“?三公”?经费|(?:基本|项目|经营|其他|上缴上级)支出|对附属单位补助支出|(?:年初|年末|上年)?结转(?:[和与]?结余)?(?:资金)?"
            r"|(?:事业|经营|其他|非税|上级补助|附属单位上缴)收入|政府性基金|国有资本经营(?:预算|收入|支出)|单位资金|财政专户(?:管理)?资金|人员经费|公用经费)"
            r"(?P<close>[”\"]?)(?:这|那)?(?:笔钱|个科目|一项|东西|玩意儿?)?(?:到底|究竟|都)*(?:是|算)?(?:拿来)?(?:干|做)(?:啥|什么|嘛)(?:用|使)?的(?:钱|经费|资金|一笔钱)(?=[，。？?！! ]|$)",
            r"\g<term>\g<close>是什么意思",
        ),
        # An amount that the question itself tells, before it asks for the outcome.
        (r"(?:说好|定了?|报了?|安排了?|批了?|只有|原本|本来)(?:的)?(?:是)?\d[\d.,]*(?:万|亿)?元?[，,](?=[^，。]{0,10}(?:花|用|支出|实际))", "，"),
        (r"(?:最后|最终|结果|后来|到头来)?真(?=花|用)", "实际"),
    )
)  # fmt: skip


def plainly(text: str) -> str:
    """The question with every row applied, accounts by their whole names, and who is named behind it before it."""
    text = whole_names(who_first(without_manner(text)))
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    return parts_plainly(ordered_plainly(in_written_words(text)))
