"""Turns of speech for what has one plain form: 「哪几个指标没达到」, 「一分没变」, 「是哪来的钱」, 「六水共治是哪六水」 (换个说法).

A row is a pattern and what it means; a new turn is a new row. Rows are tried in their order.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

import re

from ingest.patterns import regex
from service.read.orders_plainly import orders_plainly

_NUMBER = r"[一二两三四五六七八九十]"
_LAST = r"(?:去年|上年|上一年|前一年|头年)"
_TEXT, _TABLE = (
    r"(?:文字(?:说明)?|情况说明|说明|正文)(?:里面?|上|中)?",
    r"(?:表格?|预算表|决算表|报表)(?:里面?|上|中)?",
)
_DIFFER = r"(?:对不上|不一样|不一致|不同|打架|有出入|矛盾)"
_SHORT = r"(?<![二〇零十百千万])(?:一[五六七八九]|二[〇零一二三四五六])"
_BOOK = r"(?:这|那)?(?:一)?本(?:大)?账(?:上|里)?"
#: 「按户籍人口算，…人均支出多少」: over whom, how, what of each.
_OVER, _WORKED = r"按(?:照)?", r"(?:来)?(?:算|计算|平均|均摊|分摊)[，,]"
_OWN_STAFF = r"[\u4e00-\u9fff]{0,4}(?:在职|在编|职工|员工)[\u4e00-\u9fff]{0,4}?"
_EACH = (
    r"(?P<lead>[^？?。，,]*?)(?:人均|平均每?个?人|(?:平均)?(?:每|一)个?人(?:平均)?)(?:大概|大约)?(?:能)?(?:摊|分摊|合|花|用)?(?:到|得|了)?(?:的)?(?:多少)?"
    r"(?P<what>[\u4e00-\u9fff“”]{2,14}?)(?:是|有)?(?:(?:多少|几)(?:万?元|块?钱)?)?[？?。]*$"
)
_EACH_SPENT = _EACH.replace(r"[\u4e00-\u9fff“”]{2,14}?", "(?:本年|全年|总)?(?:支出|花费|开支)(?:合计|总额)?")
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern), meant)
    for pattern, meant in (
        # Which of the indicators, not how many.
        (r"哪(?:几|一)?(?:个|项|条)(?=(?:绩效|考核|三级)?指标(?!的?(?:分值|权重)))", "哪些"),
        # Unchanged since the year before.
        (
            rf"(?P<which>哪[^，,。？?]{{0,16}}?)(?:跟|与|和|同|比)?(?:{_LAST}|之前|原来)?(?:相比|比起来|比)?(?:是)?(?:一分(?:钱)?(?:都|也)?(?:没有?|未)(?:变动?|动|加减?|涨|改)(?:过)?"
            rf"|一模一样|原封(?:没|不)动|(?:没有?|不)涨也?(?:没有?|不)[跌降]|(?:没有?|不)增也?(?:没有?|不)减)(?:的)?",
            r"\g<which>与上年持平",
        ),
        (
            rf"(?:跟|与|和|同|比){_LAST}(?:相比|比起来|比)?(?:是)?(?:一分(?:钱)?(?:都|也)?(?:没有?|未)(?:变动?|动|加减?|涨|改)(?:过)?|一模一样|原封(?:没|不)动)(?:的)?"
            r"|(?<!\d年)(?<!\d年比)(?<!算)(?:没有?|不)(?:涨也?(?:没有?|不)[跌降]|增也?(?:没有?|不)减)",
            "与上年持平",
        ),
        # Where income comes from.
        (
            r"(?P<what>收入|资金|经费|款|[拨补]款)(?P<said>[\d.,一二三四五六七八九十百千万亿多元]*?)(?:都|又|主要)?(?:是|是从|从|打|打从)(?:哪(?:里|儿|边|个地方)?)来的?(?:钱|款|资金)?(?=[？?，,。啊呀呢]|$)",
            r"\g<what>\g<said>主要来自什么",
        ),
        (r"(?P<what>收入)(?:主要)?(?:是)?(?:靠|凭)(?:做|干|搞|办)?(?:些)?(?:什么|啥)(?:挣|赚|收|得|弄)?来?的?", r"\g<what>主要来自什么"),
        # A term made of a number and what is numbered: 「两癌筛查是哪两癌」「四好公路指的是哪四好」.
        (
            rf"(?P<term>[\u4e00-\u9fff]{{0,6}}?(?P<n>{_NUMBER})(?P<of>(?![个项种家样类名位次年月天条块笔大])[\u4e00-\u9fff])[\u4e00-\u9fff]{{1,6}}?)[”\"」]?(?:到底|具体)?(?:都)?(?:指的?)?是(?:指)?哪(?P=n)(?:个|样|项|种)?(?P=of)(?=[？?，,。啊呀呢]|$)",
            r"\g<term>是什么意思",
        ),
        # The four books of a government.
        (rf"一般(?:公共)?(?:预算)?{_BOOK}", "一般公共预算"),
        (rf"政府(?:性)?基金(?:预算)?{_BOOK}", "政府性基金预算"),
        (rf"(?:国有?资本?(?:经营)?|国企(?:上缴)?(?:的)?利润)(?:预算)?{_BOOK}", "国有资本经营预算"),
        # Two years that are added, 「21年加22年一共」; the bodies that a budget counts.
        (
            r"(?P<one>(?:20)?\d\d|二[〇零一二三四五六]|一[五六七八九])年?度?(?:加上?|连上?|搭上?|同埋?)(?P<other>(?:(?:20)?\d\d|二[〇零一二三四五六]|一[五六七八九])年)",
            r"\g<one>年和\g<other>",
        ),
        (r"(?:一起|一块儿?|合)?(?:算|编|放|包|归)(?:进来|进去|在里面|在内|到一起)的单位", "纳入预算编制范围的单位"),
        # Sorts of what is bought, side by side.
        (r"(?<!购)买东西(?=[、,，和跟与](?:搞|做|买)?工程|[、,，和跟与](?:买|请)服务)", "采购货物"),
        (r"(?<=[、,，和跟与])(?:买|请)服务", "采购服务"),
        # What statement and text say of one thing, where they differ.
        (
            rf"(?:{_TEXT}(?:和|跟|与|同){_TABLE}|{_TABLE}(?:和|跟|与|同){_TEXT})(?:的|说的|写的)?(?:数字?)?{_DIFFER}[，,]?(?:两处|两边|两个地方)?(?:各|分别|都)*(?:写|印|列|说|是)(?:的|了)?(?:是)?(?:多少|几)[^，。？?]{{0,4}}",
            "，表里和正文一致吗",
        ),
        # A stage of the year that something is held against; what is pointed back to there.
        (r"(?<=比)(?P<when>上一?年|去年|20\d\d年)(?:的)?(?:(?:这|那|该)一?[项笔块]的?)?实际(?:用|花|支出|开支)(?:了|掉|出去)?的?(?:钱|数)?", r"\g<when>执行数"),
        # How a balance is carried in the books.
        (r"(?:在)?账(?:上|面)?(?:还)?挂(?:着|了)?(?=多少|几)|挂(?:在)?账(?:上)?(?:的)?(?:是)?(?=多少|几)", "是"),
        # One thing beside another that is only named.
        (
            r"(?<!扣)除了?(?P<one>[^，,。？?除]{2,12}?)(?:以外|之外|外)?[，,]?还有(?:一?[笔项块份])?(?P<other>(?!别的|其[他它]|哪|什么|啥)[^，,。？?]{2,14}?)[，,]?(?:是|有)?(?=多少|几(?=[万个元块]))",
            r"\g<other>",
        ),
        # All that is spent; the sum of it grows.
        (r"(?<!收支)(?<!收入)(?:整个|全部|全年|总的?|所有)的?(?:[预决]算)?的?(?:大)?盘子(?:进出|收支)?(?:一共|总共)?", "总支出"),
        (r"(?<=总支出)(?:大|胖|鼓|扩)了(?=多少|几)", "增加了"),
        (r"^(?P<lead>(?!.*(?:收到|收来|收上|拨|进账|挣|来的)).*?)(?:全部|所有)的?钱(?=加|一共|总共|是|有|合)", r"\g<lead>总支出"),
        # What was given is taken from what was said before it.
        (
            r"(?P<one>[^，,。？?]{0,20}?(?:钱|费|支出|收入|经费|资金|金))[，,]?(?:减去|减掉|扣掉|刨去)(?P<other>[^，,。？?]{2,20}?)[，,]?(?:还)?(?:剩|余)(?:下)?(?:的)?(?=多少|几)",
            r"\g<one>比\g<other>多",
        ),
        # How something moved, whichever way.
        (r"(?:涨跌|升降)(?:了)?(?=多少|几(?=[万个元块件]))", "增减"),
        (r"(?<=比)(?P<than>[^，,。？?]{0,12})[，,]?要?添(?=多少|几)", r"\g<than>多"),
        # Each part of a whole by itself.
        (
            r"(?:把)?(?P<whole>[^，,。？?]{2,24}?)(?:拆开|掰开|摊开|分开)来?[，,]?(?:给我)?(?:一[样项笔个]一?[样项笔个]|逐项|逐个|挨个)(?:地|的)?(?:报|说|讲|列)(?:个)?(?:数|出来|一下)?(?:给我)?",
            r"\g<whole>各项分别是多少",
        ),
        # A body's own review, and the mean of its points.
        (r"自己(?:考核|评价?|检查|打分评)自己(?:花钱效果|花钱的效果|的?绩效)?|自家(?:给自家)?(?:打分|考核)|自己打分", "自评"),
        (r"(?:平)?均分(?=是|有|多少|几|[？?，,]|$)|均下来(?:打|得|是)?(?=几分|多少分)", "平均得分"),
        # Works among what is bought; what the treasury took back.
        (r"(?<=采购)(?P<of>[^，,。？?]{0,10}?)(?:施工(?:建设)?|建设施工)(?:的)?(?:那|这)一?[类块种]", r"\g<of>工程类"),
        (r"(?:给|被)?收回去(?:统一用|统筹使用)?", "收回"),
        # Posts that are not filled.
        (
            r"(?:定了?|给了?|批了?)(?:那么多)?(?:的)?(?:名额|编制)[，,](?:真正|实际)?(?:在职|在编)(?:在编|在职)?的?(?:人)?(?:还)?没(?:有)?(?:满|坐满|配齐)[，,]?(?:还)?(?:缺|差|空)(?=多少|几)",
            "编制数比实有在职人数多",
        ),
        # How much and what share, as it is said here and there.
        (r"几(?:多)?钿|几多铜钿|几块洋钿", "多少钱"),
        (r"(?<=占)(?P<of>[^，,。？?比跟]{0,8}?)(?:了)?几个百分点", r"\g<of>百分之几"),
        (r"(?:占|拿)?(?P<lead>占了?|有|是)几成几", r"\g<lead>百分之几"),
        (r"公家(?=采购|的采购)", "政府"),
        # Years by their last two characters, side by side.
        (rf"(?P<year>{_SHORT})(?=[、,，和跟]{_SHORT}(?:年|[、,，和跟]|这|各|每|三年|两年))", r"\g<year>年"),
        (rf"(?<=年[、,，和跟])(?P<year>{_SHORT})(?=这|各|每|三年|两年)", r"\g<year>年"),
        # The fund, without the word that people leave out; income and expenditure as one total.
        (r"一般(?:性)?预算(?!管理|支出表|法|单位|会计|外)", "一般公共预算"),
        (r"(?:进账出账|进项出项|有进有出|进进出出|一进一出)(?:的)?(?:总数|总账|总盘子|总额|一共|合计)", "收支总计"),
        (r"年初(?:的)?(?:没|未)(?:有)?(?:花|用)(?:完|掉)(?:的)?(?:转|结转|带)(?:来|过来|到今年)的?|(?:头年|上年|去年)剩下?的(?=有|是|多少|一共)", "年初结转和结余"),
        (r"(?:岁末|关账(?:时|的时候)?)(?:没|未)(?:有)?(?:花|用)(?:完|掉|出去)的(?=有|是|多少|一共)", "年末结转和结余"),
        # What is left of a year and carried into the next is one sum.
        (
            r"(?P<year>\d\d|[一二]\d|二[〇零一二三四五]|一[五六七八九])年?(?:年)?(?:底|末)(?:的时候)?(?:没|未)(?:有)?(?:花|用)(?:完|掉)[，,、]?(?:的)?(?:挪|结转|转|带|留|滚)到(?:了)?(?:第二年|来年|下年|次年|(?:20)?\d\d年|二[〇零一二三四五六]年)(?:用)?(?:的钱|的资金)?",
            r"\g<year>年年末结转和结余",
        ),
        # Over whom an average is asked, said behind it.
        (
            r"^(?P<asks>[^？?。]*?(?:人均|平均)[^？?。]*?)[，,（(](?P<by>按(?:照)?[\u4e00-\u9fff]{2,10}?(?:来)?(?:算|计算|平均|均摊|分摊))[)）？?。]*$",
            r"\g<by>，\g<asks>",
        ),
        # Over staff an average is taken anyhow; over others it is a division.
        (rf"{_OVER}(?P<by>{_OWN_STAFF}){_WORKED}{_EACH}", r"\g<lead>人均\g<what>多少"),
        (rf"{_OVER}(?P<by>(?![\u4e00-\u9fff]*编制)[\u4e00-\u9fff]{{2,10}}?){_WORKED}{_EACH_SPENT}", r"\g<lead>\g<what>除以\g<by>是多少"),
        (r"(?<=[年的])支出(?=除以)", "支出合计"),
        # What one guest, pupil or resident costs, and dialects that ask how many.
        (r"(?:平均)?(?:下来)?(?:每|一)个?人次", "平均每人次"),
        (r"(?:好多|几多)(?=[钱人个辆次件批家项万元块户亩条])", "多少"),
        (r"^(?P<what>[^，。？?]{3,24}?)没得[？?。]*$", r"有没有\g<what>"),
        (r"(?<=[，,])[\u4e00-\u9fff]{2,8}?(?:之后|以外|之外)的?(?=第[二三四]大)", ""),
        (r"在校(?=[初高小中大])", ""),
        (r"(?:用|走|花)的是(?:哪|什么|啥)(?:一)?(?:笔|块|种|里的)?(?:钱|经费|资金)|(?<=[是由])?哪(?:里|儿)出的(?:钱)?", "的资金来源是什么"),
        # So much was wanting of a target.
        (
            r"(?:离目标(?:还)?|还)?(?:差|缺|少)了?(?:多少|几)(?P<unit>[\u4e00-\u9fff]{0,3}?)(?:还)?(?:没有?|未)(?:能)?(?:完成|做完|达到|干完|搞完|到位)",
            r"离目标差多少\g<unit>",
        ),
    )
)  # fmt: skip


def otherwise_plainly(text: str) -> str:
    """The question with every row applied, the orders that it asks for first."""
    text = orders_plainly(text)
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    return text
