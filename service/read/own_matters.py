"""A private person's own matter: what to bring to a counter, what is left on a card, when a trip is best (个人事务).

Disclosures tell what a body takes in, spends and does, never what one person has, gets or has to hand in. A question
of such a matter is out of scope whether or not a body is named beside it; one that speaks of a body's money is read on.
"""

from __future__ import annotations

from ingest.patterns import regex

#: The asker or the asker's own people, no body that the asker belongs to (我局); 「帮我」, 「我想问」 are polite.
_KIN = (
    "(?:爸妈?|妈妈?|爸爸|父母|父亲|母亲|爷爷|奶奶|外公|外婆|老公|老婆|老伴|爱人|儿子|女儿|闺女|孩子|小孩|娃|孙[子女]|哥|姐|弟|妹|岳[父母]"
    "|公公|婆婆|家里?人?|家老人|家小孩|朋友|邻居|自己|本人|个人|名下)"
)
_NOT_SELF = "们?(?:单位|[局区县市省镇乡街道院校站所国委厅处馆队村])|想[知问]|要问|问|查|看|听|觉|说"
_SELF = rf"(?:(?<![帮给让替为跟和向])(?:我|俺|咱|阿拉|伲)(?!{_NOT_SELF})们?{_KIN}*|本人)"
_ASKS_PLACE = r"(?:哪里|哪儿|哪边|哪(?=[办领申交缴报提补取开])|什么地方|啥地方|哪个?窗口|几号窗口)"
_APPLY = (
    "(?:办(?:理|手续)?|申请|申领|申报|领取?(?![导域先])|提取?(?![前高出供])|取钱|缴纳?|交(?=[钱费]|社保|医保|$)|补办|换证|报名|登记|挂号|挂失|预约|落户|迁户口|上户口"
    "|开证明|打疫苗|报销|退款|退费)"
)
_PAPERS = "(?:材料|资料|证件|手续|证明|表格?|东西)"
_WHICH = "(?:哪些|哪几样|哪样|些?什么|些?啥子?|几样)"
_CARD = (
    "(?:公积金|社保卡?|医保卡?|养老金|养老保险|退休金|工资卡|低保金?|户口|案子|官司|房产证|驾照|残疾证|身份证|居住证|医药费|医疗费|罚单|违章"
    "|补偿款|抚恤金|拆迁款|[\\u4e00-\\u9fff]{0,6}(?:账户|账号|户头|余额))"
)
_STATE = "(?:还?剩|还有|余额|多少|几多|几钱|到[账帐]|什么时候|啥时候|几时|何时|能不能|能否|可不可以|怎么|咋|如何|批)"
_WHEN = "(?:几月份?|什么时候|啥时候|啥辰光|哪天|几点|什么季节|哪个月|哪个季节)"
_FINE = "(?:最好|最合适|最美|最佳|比较好|更好|合适|好看|好玩|划算|人少)"

_ROWS = (
    # 「要带哪些材料」, 「手续要准备哪些」
    rf"(?:带|准备|备齐|备|携带)(?:好|上|齐)?{_WHICH}{_PAPERS}|{_PAPERS}(?:都|各)?(?:要|需要|得|该)(?:带|准备|备){_WHICH}",
    rf"{_APPLY}[^，。？]{{0,8}}(?:要|需要|得){_WHICH}{_PAPERS}",
    # 「去哪里办」, 「哪里可以办居住证」
    rf"(?:到|去|上|在|找)?{_ASKS_PLACE}(?:去|可以|能够?|才能|好|来)*{_APPLY}|{_APPLY}[^，。？]{{0,8}}(?:到|去|上|在){_ASKS_PLACE}",
    # 「我…怎么申请」
    rf"{_SELF}.{{0,24}}?(?:怎么|如何|咋个?|怎样)(?:才能|才可以|可以|能|去|来)*{_APPLY}",
    # 「我公积金账户里还剩多少」
    rf"{_SELF}(?:的|那个?|这个?)*{_CARD}.{{0,10}}?{_STATE}",
    # 「几月份去看最好」, 「坐几路车」
    rf"{_WHEN}(?:去|来|到)[^，。？]{{0,8}}?{_FINE}|好不?好玩|好玩[吗不么]|旅游攻略|游玩攻略|自驾游?路线|坐(?:几|什么|哪)路|坐(?:什么|啥|哪)车|值得一?去|[一两三]日游"
    r"|哪家(?:酒店|宾馆|饭店|餐馆|馆子|民宿)(?:更|最|比较)?(?:好|便宜|干净)",
    r"挂(?:哪个|什么|啥)(?:科|号)|看(?:哪个|什么|啥)科|门诊几点|几点(?:钟)?(?:上班|下班|开门|关门|营业)",
)
_OWN_MATTER = regex("|".join(_ROWS))
#: A body's money: whoever names it asks of a disclosure, however it is put.
_OF_MONEY = regex(
    r"预算|决算|经费|支出|三公|拨款|收支|花了|安排了|投入|绩效|采购|公开(?:表|资料)|结转|比上年|同比"
)

#: What one person may get of a sum that is paid to many: the whole sum is no answer to it.
ASKS_OWN_SHARE = regex(
    rf"(?:{_SELF}|给我)[^。？?]{{0,30}}?(?:能够?|可以|可|该|会|应该)(?:领取?|拿|补|享受|报销?|得|发|分)(?:到|的|个)*(?:多少|几(?!个人))"
)
#: Who the private persons are that something was paid to: no disclosure names them.
ASKS_WHO_GOT = regex(
    r"(?:哪(?:几|些|一)?个?户(?!籍)(?:人家|村民|农民|居民)?|谁家|哪家人|哪些(?:村民|农户|居民|人家|老人|贫困户|低保户))[^，。？]{0,8}?(?:拿|领|得|享受|收|补|分|获|吃)"
    r"|(?:发|给|补|付|送)(?:给|到)?了?(?:哪(?:几|些|一)?个?(?:户(?!籍)|村民|农户|居民|人家)|谁家)"
    r"|(?:村民|农户|困难户|低保户|贫困户|脱贫户|受助人?|受益人|领取人|获补人?|患者|病人|学生)(?:员|的)?(?:姓名|名单|名字)"
)


#: What citizens are charged: only what is said of charges answers it.
ASKS_CHARGES = regex(
    r"收费(?:标准|价格|规定|依据)|(?:怎么|如何|咋|怎样)(?:收费|收钱)|(?:诉讼|挂号|学|保育|门票|停车|鉴定|公证|过路|执行|律师)费[^，。？]{0,4}(?:怎么|如何|咋|怎样)(?:算|收|交|缴)"
)


def is_own_matter(text: str) -> bool:
    """Whether a text, as it was put, asks of a private person's own matter and names no money of a body."""
    return _OWN_MATTER.search(text) is not None and _OF_MONEY.search(text) is None
