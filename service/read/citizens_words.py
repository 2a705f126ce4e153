"""Words of citizens for what departments do, and the words that documents have for it (百姓的说法).

A row is what documents write, joined by ``|``, and a pattern of what people say. What is said counts as what is
written only against a text that writes it: 「清走的垃圾」 is 收运垃圾 where a document says 收运, nothing elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from ingest.patterns import regex
from service.read.thesaurus import rows_said

#: What documents write, and what people say for it.
_SORTS_OF_PEOPLE: tuple[tuple[str, str], ...] = (
    ("夫妇|育龄夫妇|夫妻|新人|育龄群众", "新郎新娘|小?[两俩]口子?|小夫妻|夫妻俩?|新婚夫妻|夫妻"),
    ("老年人|老人|高龄|长者", "老头老太太?|老头儿?|老太太?|老大爷|老大妈|老人家?|爷爷奶奶|上了年纪的人?"),
    ("儿童|未成年人|幼儿|婴幼儿", "小朋友|小孩子?|孩子们?|娃娃?|宝宝|小娃"),
    ("学生|在校生|学员", "在校学生|在读学生|在册学生|学生|念书的|上学的|读书的|娃娃?|孩子们?"),
    ("孕产妇|孕妇|产妇", "大肚子|怀孕的?人?|孕妈妈?|准妈妈|怀孕妇女"),
    ("残疾人", "残障人士?|残障|残疾朋友"),
    ("困难群众|低保对象|困难家庭|特困|低收入", "穷人|困难户|贫困户|贫困家庭|家里困难的|吃低保的"),
    ("农村居民|农民|农户", "老乡|种地的|庄稼人|村里人|村民"),
    ("居民|群众|市民|公众", "老百姓|百姓|街坊|市民|群众|居民|大伙"),
    ("患者|病人", "病人|生病的人?|病号|得病的"),
    ("当事人|诉讼参与人", "(?:来|去)?打官司的(?:人|老?百姓|群众)?|原告被告"),
    ("游客|旅客", "来(?:旅游|玩|逛)的(?:人|客人)?|旅游的人|逛景区的人?|观光的人?"),
    ("读者", "(?:来)?(?:看|借)书的(?:人)?"),
    ("家长", "(?:学生|孩子|娃娃?)的?(?:爸妈|父母|爹妈|家里人)"),
    ("牧户|牧民", "放牧的(?:人|人家)?|(?:养牛羊|放羊|放牛)的(?:人|人家)?"),
    ("特殊群体|特殊对象", "特殊人群|特殊人员"),
    ("乘客", "(?:坐|搭)(?:公交|班?车|船|地铁)的(?:人)?"),
    ("退役军人|复员|退伍", "当过兵的|退伍兵|老兵|退伍军人|转业军人"),
    ("教职工|教师", "老师|教书的"),
    ("协管员|辅助人员|临聘人员|协管", "协管|帮忙管的人?|协管的"),
    ("志愿者|志愿服务", "义工|做好事的人?"),
    ("企业|市场主体|经营主体", "公司|厂子|商家|店家|企业"),
    ("个体工商户|经营户|商户", "小店|店铺|开店的|摆摊的|小商贩|小贩"),
)
#: The same for what is done, and what it is done to.
_ROWS: tuple[tuple[str, str], ...] = (
    ("个案|个体|单独", "一对一"),
    ("首次", "第一次|头一次|头一回|第一回|初次"),
    ("响应|回应|回复|答复", "回应|有人理|理我?|答复|搭理|接起?|回话|回复"),
    ("办结|结案|处理完毕", "办结了?|办完|办好|办妥|处理完|处理好|解决了?|搞定|了结|结掉|结案"),
    ("按时|按期|及时|限期内", "按时|准时|及时|按期|没拖|不拖|没超期|没超时|规定时间内"),
    ("寄宿生|住校生|寄宿", "住校的?(?:学生|生)?|住宿的?(?:学生|生)|住读生?"),
    ("押金|保证金", "押金"),
    ("清退|退还|返还", "退(?!休|出|役|伍|还|耕|回)(?:了|掉|还)?"),
    ("税款|税收", "税(?![款收务费率金种源])"),
    ("追讨|追回|追缴|追发", "追(?:回|讨|缴)来?|讨(?:回|要)来?|要回来?|追发"),
    ("受理|收案", "接到|收(?= ?案)|接了?|收到|反映到?|反映的?|上报|投诉到?|打进来|打来"),
    ("收运|清运|收集|转运|清理", "[清拉运收弄扫]走|拉掉|拉出去|清掉|清理掉?|运出去|处理掉"),
    ("清扫|保洁|清扫保洁", "[打清]扫|扫(?:地|街|马路|大街)?|扫干净"),
    ("维修|修复|养护|修缮|维护", "(?<!维)修(?![复缮])好?|修补|修理|补好"),
    ("管护|管养|管理|维护|管辖", "照看|看管|打理|维护|伺候|管(?![护养理辖])着?"),
    ("新建|建设|建成", "新?盖(?:了|起|好)?|新造|修起|修建|(?<!改)造好?|(?<!改)建(?![设成])(?:了|好)?"),
    ("改造|改建|整治|提升", "翻新|改好|改(?![造建])|重修|重新弄"),
    ("拆除", "拆(?!除)(?:掉|了|走|下来)?"),
    ("发现|查出", "查出来?|查到|找出来?|瞧出来?"),
    ("巡查|检查|排查|督查", "上街|沿街|出去转|下去看"),
    ("查处|处罚|查获|立案", "(?<!检|督|排)查(?!处|获|办)(?:了|到|出|着)?|抓(?:了|到)?|罚(?:了|过)?|处理"),
    ("检查|巡查|巡检|检测|抽检|排查|督查", "检查|查看|查过|巡|抽查|抽样|检了|看过|走访"),
    ("聘用|聘请|招聘|雇佣|招录", "[请雇招](?:了|来|的)?(?=\\D|$)|雇用|聘(?![用请])"),
    ("更新|更换|购置|配备|配置|采购", "换(?!届)(?:了|掉|新)?|添(?:了|置)?|配(?![备置])(?:了|上)?|买(?:了|进)?|新买"),
    ("办理", "处理"),
    ("处置|处理|消除|排除", "处理|排(?:掉|了)|弄好|消掉|抢修"),
    ("发放|发给|补助|补贴", "发(?![放展现行布生])(?:了|出去|到手)?|给(?:了|过)|领(?:到|了)?|补(?:了|给)?"),
    ("培训|轮训", "教(?![育师职])(?:了|过|会)?|上课|上(?:了|过)?培训班|学习班|培训"),
    ("检查|体检|筛查|检测", "[体筛]检|检查身体|查体|做(?:了|过)?检查|(?<![婚产年安质孕商])检(?![查测验])"),
    ("孕前优生健康检查|孕前优生检查|孕前检查|优生检查", "孕前?检查?|怀孕前的?检查|备孕检查"),
    ("手术|治疗|复明手术", "开刀|做手术|手术|治好"),
    ("接种", "打(?:了|过)?(?:疫苗|预防针|针)|种疫苗|打针"),
    ("诊疗|门诊|接诊|就诊", "看病|看过?病|瞧病|看诊|接诊"),
    ("签约", "签约|签了|签下"),
    ("救助|帮扶|资助|援助", "帮(?![扶助])(?:了|过|助)?|救济|接济|资助|扶持|拉一把"),
    ("安置|就业", "找到?工作|找着工作|安排工作|上岗|有活干"),
    ("调拨|下拨|拨付", "发出去|拨出去|送出去|调出去"),
    ("取得证书|取证|持证|获证", "拿到?了?证|考到?了?证|领到?了?证书"),
    ("使用|支用", "动用|用掉"),
    ("上年", "去年|上一年"),
    ("自营|自办", "自己(?:办|开|管|经营)"),
    ("自费", "自己(?:掏|花|出|付)(?:的)?钱|自掏腰包"),
    ("创建|评定|获评|认定", "评上|评为|评(?:了|出)|拿到牌子"),
    ("举办|开展|组织|承办", "办(?![理公结案学])(?:了|过)?|搞(?:了|过)?|组织|开展"),
    ("宣传|宣讲", "宣讲|宣传|讲(?:了|过)"),
    ("接待|来访", "接待|来(?:了|过)"),
    ("调解|化解", "劝和|调和|说和|调解|摆平"),
    ("栽植|种植|补植|植树|造林", "(?<![品物树])[种栽](?![植类子])(?:了|上|下)?"),
    ("行道树|树木|乔木|苗木", "(?<!道)树(?![木苗])"),
    ("婚姻登记|结婚登记", "结婚登记|领 ?证|登记结婚|办?结婚证"),
    ("加固", "加固|弄结实"),
    ("出租|租给|租赁", "租出去|租给|租(?![给赁金用])"),
    ("销售|售", "卖(?:了|出去?|掉)?"),
    ("转移|疏散|撤离|避险", "转移|疏散|撤离|撤走|搬走"),
    ("救护|救助|救治|抢救", "救(?![护助治灾援济急])(?:了|过|活)?"),
    ("逾期|超期|赔偿|遗失", "(?:借|还)书(?:超期|逾期|过期|晚了?)|超期|逾期|过期|晚还|没按时还|弄丢了?|赔的?"),
    ("馆藏|藏量", "藏(?![书品量家])(?:了|有|着)?"),
    ("图书|文献|书籍", "(?<!图)书(?!记|面|馆|画|法|院|屋|房|到|本)"),
    ("科教|科研教学", "科研(?:和|与)?教学"),
    ("蓄水|库容|存水", "[存蓄](?:了|着|下)?(?=水|\\s|$)|存水"),
    ("病险|隐患|危险", "有毛病的?|带病的?|有病的?"),
    ("老旧|旧", "旧的?|老的?(?![人年师])"),
    ("囚车|囚犯|押解", "[押送拉运关]犯人的?(?:车|警车)?"),
    ("家庭|农户", "人家|家里|家(?=庭|户)"),
    ("案件|案", "案子|官司"),
    ("收购价|价格|单价", "收购价|价钱|价格"),
    ("暴雨|强降雨|洪涝|降雨", "大雨|暴雨|发大水|洪水"),
    ("门急诊|门诊|急诊", "门诊加急诊|门诊和急诊|门诊急诊"),
    ("医师|医生", "医生|大夫"),
    ("免费", "不要钱|不花钱|不收钱|白(?:做|给|送|领)"),
    ("开放|对外开放", "开门|开放"),
    ("新增|增加", "多(?:出来|添了)|新添|新增|加了"),
    # What it is done to.
    ("公共厕所|公厕|户厕|厕所|卫生间", "厕所|公厕|厕所|公共卫生间|茅房|洗手间"),
    ("道路|路面|车行道|主次干道", "马路|大街|街道路面|公路"),
    ("人行道", "便道|走人的路|步行道|人行路"),
    ("车行道", "走车的路|行车道|机动车道"),
    ("桥梁|桥涵|桥", "大桥|桥(?![梁涵])"),
    ("路灯|照明", "街灯|路灯|灯杆|路上的灯"),
    ("井盖|检查井", "窨井盖|马葫芦盖?|下水道盖"),
    ("生活垃圾|垃圾", "家里的?垃圾|日常垃圾|垃圾"),
    ("占道经营|流动摊贩|游商", "摆摊|占道摆摊|路边摊|占马路摆摊|乱摆摊"),
    ("违法建设|违法搭建|违法建筑|违建", "违章建筑|违章|违建|私搭乱建|乱搭乱建|违规盖的房"),
    ("户外广告|广告设施|广告牌", "广告牌|大牌子|招牌"),
    ("塌陷|坍塌|沉陷", "塌了?|塌方|陷下去|塌坑"),
    ("险情|隐患", "险情|危险|隐患"),
    ("电话|热线", "电话|热线"),
    ("投诉|信访|举报|诉求", "投诉|举报|告状|意见|反映"),
    ("渠道|来源|方式", "路子|途径|渠道"),
    ("健康档案", "健康档案|看病档案"),
    ("床位", "床(?!位)|病床"),
    ("河道|河流|水系", "河(?![道流])|小河"),
    ("管网|管道", "水管子?|管子|下水管"),
    ("绿地|绿化", "草坪|草地|花草"),
    ("藏书|图书", "书(?!记|面|馆)"),
    ("场馆|场所", "地方|场地"),
    ("面积", "多大|面积|地方"),
    ("时间|时长|时限|用时|周期", "久|时间|要等|得等|等"),
    ("冬季|冬天", "大?冬天|天冷"),
    ("夏季|夏天", "大?夏天|天热"),
    ("满意度|满意率", "满意的?(?:人|比例)?"),
)  # fmt: skip
#: Sorts that hold others: who lives there may be old or young.
_ANYBODY = ("居民|群众|市民|公众", "农村居民|农民|农户", "企业|市场主体|经营主体", "患者|病人")
#: What is done to a thing, where one excludes the other: how many were built is not told by how many were mended.
#: A verb alone stands between blanks where filler was left out: 「建了多少盏路灯」 is 「建 路灯」.
_PEOPLE = tuple(
    regex(f"{written}|{spoken}") for written, spoken in _SORTS_OF_PEOPLE if written not in _ANYBODY
)
_ALONE = r"(?:^|(?<=\s)|(?<=[去今前]年)|(?<=年内)){}(?=\s|$)"
_DOINGS = tuple(
    regex(pattern)
    for pattern in (
        rf"新建|建设|建成|修建|兴建|盖(?=[好起])|{_ALONE.format('新?[建盖造]')}",
        r"改造|改建|翻新|重修|提升|新改建",
        rf"维修|修复|养护|修缮|修补|修理|检修|修(?=[马车人大]|路|好)|{_ALONE.format('修')}",
        "拆",
        "管护|管养|看管",
        rf"更新|更换|购置|采购|换(?=新)|{_ALONE.format('新?[换买添]')}",
        r"新增|新[招聘请雇录]",
        r"(?<!新)聘[用请]",
    )
)


#: Doings that no other stands for: what was taken up or sent back is not told by what was handled.
_OWN_DOINGS = regex(
    r"采纳|否决|退回|驳回|撤回|撤销|查出(?![店摊租口境让差])|检出|中标|拍卖|报废|死亡|受伤|处分|问责|辞职|流失|逾期|超期|转办|立案"
)


def is_other(asked: str, name: str) -> bool:
    """Whether a question names one doing or one sort of people, and a name another: 残疾人 are no 老年人."""
    if any(match[0] not in name for match in _OWN_DOINGS.finditer(asked)):
        return True
    return any(_apart(asked, name, sorts) for sorts in (_DOINGS, _PEOPLE))


def _apart(asked: str, name: str, sorts: Sequence[re.Pattern[str]]) -> bool:
    said = {i for i, sort in enumerate(sorts) if sort.search(asked)}
    told = {i for i, sort in enumerate(sorts) if sort.search(name)}
    return bool(said) and bool(told) and not said & told


#: What is mended or restored is not all that there is.
_MENDED = (regex(r"修复|修缮|修补"), regex(r"修|补|养护|维护|保护"))


def is_undone(asked: str, told: str) -> bool:
    """Whether a question asks how many were mended, and a text tells of no mending at all."""
    said, done = _MENDED
    return said.search(asked) is not None and done.search(told) is None


_ALIKE = tuple((written.split("|")[0], regex(f"{written}|{spoken}")) for written, spoken in _SORTS_OF_PEOPLE)


def people_alike(text: str) -> str:
    """A text with one word for each sort of people, however they are called: to set two texts side by side."""
    for word, called in _ALIKE:
        text = called.sub(word, text)
    return text


_READ = tuple((tuple(written.split("|")), regex(spoken)) for written, spoken in (*_SORTS_OF_PEOPLE, *_ROWS))


@lru_cache(maxsize=256)
def said_in(content: str) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """The rows of which a question's content says something: those of single kinds of bodies first."""
    return (*rows_said(content), *(row for row in _READ if row[1].search(content)))


def as_written(content: str, *texts: str, told: Callable[[str], bool] = lambda word: False) -> str:
    """The content with every word of daily speech as the first of ``texts`` writes it that has a word for it.

    A word that none of them writes stays as it is, and so does one that documents write too and count themselves
    (``told``): where 投诉 are counted, 信访 are others.
    """
    for word, spoken in _pairs(content, texts, told):
        content = spoken.sub(word, content)
    return content


def _pairs(
    content: str, texts: Sequence[str], told: Callable[[str], bool]
) -> Iterator[tuple[str, re.Pattern[str]]]:
    own = len(tuple(rows_said(content)))
    for at, (written, spoken) in enumerate(said_in(content)):
        said = spoken.search(content)
        if said is not None and said[0] in written and told(said[0]):
            continue
        if at < own and said is not None and said[0] in texts[0]:
            continue  # a whole saying that the text has too is meant as it stands there
        word = next((w for text in texts for w in written if w in text), None)
        if word is not None and word not in content:
            yield word, spoken
