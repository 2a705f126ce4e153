"""Whether words that are not understood make another thing of what was named: 编外人员工资, 其他卫生健康支出 (别指)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.doubts import whole_run
from service.accounts.subjects import Subjects
from service.model import CODED_KINDS, PHRASE_KINDS, Term
from service.read import vocabulary
from service.read.hearing import Heard
from service.read.segments import Role, Word
from service.read.wording import Wording
from service.things.search import unit_fits


def narrows(run: str, wording: Wording, heard: Heard) -> bool:
    """Whether words not understood stand right before a name and make another thing of it (编外人员工资)."""
    subjects = [w for w in heard.words if w.role is Role.SUBJECT]
    if _NARROWING.search(run):
        return any(run + w.text in wording.text for w in subjects)
    named = (w for w in subjects if isinstance(w.value, Term) and w.value.kind != "总额")
    # The end of a body's name (第三医院) or of another name (专科医院) narrows nothing.
    free = "".join(" " if _is_named(i, subjects) else char for i, char in enumerate(heard.said))
    before = (_NARROWING.search(free[: w.start]) for w in named)
    return any(said is not None and said[0].endswith(run) for said in before)  # the end of 合同工


_NARROWING = regex(f"(?:{vocabulary.NARROWING})$")


def _is_named(place: int, subjects: Sequence[Word]) -> bool:
    return any(w.exact and w.start <= place < w.end for w in subjects)


def is_narrowed(
    wording: Wording, heard: Heard, subject: Term | None, rest: Sequence[str], part: str = ""
) -> bool:
    """「律师培训费」, 「差旅费拖欠」: words not understood right beside a name leave no figure of it.

    ``part`` is what was said of the name where no word says it whole: 「退役士兵能力提升」.
    """
    if subject is None:
        return False
    coded = subject.code != "" and subject.code in wording.text
    between = (run for run in rest if re.fullmatch("[\u4e00-\u9fff]{2,}", run))
    if not coded and any(_is_of_body(run, wording.text, heard.said) for run in between):
        return True
    of = _OF_SOME.search(wording.text)
    if of and (any(run in of[0] for run in rest) or _PLACE.search(of[0])):
        return True
    if subject.kind == "总额":
        return False
    if any(_ACCOUNT.fullmatch(run) for run in rest):
        return True  # 「甲局的接待费和乙局的火箭费比」: an account that is not known is not left out
    names = [w.text for w in heard.words if w.role is Role.SUBJECT and w.value == subject]
    names = names or ([part] if len(part) > 1 and part in wording.text else [])
    if _is_used_up(wording.text, subject) or _is_insured(wording.text, subject):
        return True
    if any(_is_sort(wording.text, n, subject) or _is_amid(wording.text, n, rest) for n in names):
        return True
    if any(_NOT_SO.search(wording.text, 0, at) for n in names for at in _places(n, wording.text)):
        return "非" not in subject.name
    spent = subject.kind not in PHRASE_KINDS and subject.kind != "结转结余" and not heard.count_unit
    ends = (at + len(n) for n in names for at in _places(n, wording.text))
    if spent and any(_IN_STATE.match(wording.text, end) for end in ends):
        return True
    runs = [
        run for run in rest if re.fullmatch("[\u4e00-\u9fff]{2,}", run) and not _TELLS_NOTHING.search(run)
    ]
    parted = wording.breaks | wording.stops | wording.gaps
    text = "".join(("，" if i in parted else "") + char for i, char in enumerate(wording.text))
    return any(
        (_stands_before(run, _BETWEEN, name, text) or _stands_before(name, _INSIDE_OF, run, text))
        and not _is_slip(run, name, fold(subject.name))
        for run in runs
        for name in names
    ) or any(
        _stands_before(wide, _OF, name, text)
        for run in rest
        if len(run) == 1 and (wide := whole_run(run, wording, heard)) != run and not _OF_SPEECH.search(wide)
        for name in names
    )


def _places(name: str, text: str) -> Iterator[int]:
    """Where a name begins in a text; patterns with the names of a question in them would be compiled anew for each."""
    at = text.find(name) if name else -1
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _stands_before(first: str, between: re.Pattern[str], then: str, text: str) -> bool:
    """Whether one stands before the other with nothing but such words between them."""
    ends = (at + len(first) for at in _places(first, text))
    return any((said := between.match(text, end)) and text.startswith(then, said.end()) for end in ends)


#: 「非在编人员经费」, up to the name.
_NOT_SO = regex("非(?!税|财政|同级)[\u4e00-\u9fff]{0,4}$")
_IN_STATE = regex(f"的?(?:{vocabulary.STATES})")
#: Between what is not understood and a name: a part of the body by a word that says nothing alone,
#: 「窗口部门的印刷费」; what was bought or done with money, 「买展柜用的彩票公益金」.
_BETWEEN = regex(
    "(?:(?:部门|单位|机关|机构|岗位)(?=的))?(?:(?:所|要)?(?:动用|使用|占用|花掉?|用掉?)了?(?=的))?的?"
)
_INSIDE_OF = regex("[里中]?的?")
_OF = regex("的?")
_ACCOUNT = regex("[\u4e00-\u9fff]{2,8}(?:费|补贴|津贴|奖金)")


def _is_of_body(run: str, text: str, said: str) -> bool:
    """「省委书记2019年三公经费」: what stands right between the body and the year is another than the body.

    ``said`` is the text with blanks for body and year.
    """
    if re.match("部门|单位|本级|汇总|全口径", run):
        return False  # 「教育局部门汇总的2023年」 says which of its papers
    place = text.find(run)
    behind = re.match(r".{0,2}? ", said[place + len(run) :])
    follows = place > 0 and said[place - 1] == " " and "\u4e00" <= text[place - 1] <= "\u9fff"
    return follows and text[place - 1] not in "年度" and behind is not None


#: 「支出有多少是借的」, 「支出用在市区的多少」: those of which something more is said, in words not understood.
_OF_SOME = regex(
    "(?:多少|几成|百分之几)钱?[是属](?:于|来自)?[\u4e00-\u9fff]{1,6}的|[用花投]在[\u4e00-\u9fff]{1,6}的(?=有?多少|占)"
)
_PLACE = regex("[区县乡镇村市]的$|街道的$|基层的$|农村的$")


def _is_used_up(text: str, subject: Term) -> bool:
    """「动用了多少结余」: what is taken out of a balance is not what is left of it."""
    drawn = re.search("(?:动用|弥补|盘活|消化|使用)[^，。]{0,5}结[余转]", text)
    return drawn is not None and subject.kind == "结转结余" and drawn[0][:2] not in subject.name


def _is_insured(text: str, subject: Term) -> bool:
    """「补充医疗保险」, 「企业年金」: a sort of insurance or annuity, in whatever words the account is said."""
    said = re.search("(补充|商业|大病|企业)(?=.{0,4}(?:保险|年金))", text)
    return said is not None and said[1] not in subject.name


def _is_sort(text: str, name: str, subject: Term) -> bool:
    """「绩效奖金」, 「岗位津贴」: a sort of what the account pays has its own name, printed or not."""
    sorts = (_SORT.search(text, 0, at) for at in _places(name, text)) if subject.kind == "经济分类" else ()
    return any(said is not None and said[0] not in fold(subject.name) for said in sorts)


_SORT = regex("(?:最低|最高|绩效|年终|加班|值班|岗位|职务|级别|高温)$")


def _is_amid(text: str, name: str, rest: Sequence[str]) -> bool:
    """「接待东西部劳务协作」: words not understood stand right before a name and right behind it."""
    return any(f"{one}{name}{other}" in text for one in rest for other in rest)


#: Characters of what is said, done or planned, and of the old that pensions are for.
_OF_SPEECH = regex("[拟列出没同原去来给用老付年专]")


def _is_slip(run: str, name: str, whole: str) -> bool:
    """「提租卜贴」: half of what follows a part of a name is the rest of that name."""
    own = whole[whole.find(name) + len(name) :] if name in whole else ""
    return sum(a == b for a, b in zip(run, own, strict=False)) * 2 >= len(run)


#: Verbs and nouns of the question itself, whatever stands beside them.
_TELLS_NOTHING = regex(
    "(?:添置|购置|置办|配备|披露|公布|公示|所载|载明|所列|列示|列明|反映|记载|编制|说明|发生|产生|发放|缴纳|上缴|承担|报销|科目|名为|名叫|叫做)$"
    "|^(?:目标|完成|指标|实际|预备|准备|安排|规模|列支|折合|客人|花费|开销|台套|具体|明细|情况|谢谢|[一二三四五六七八九十两几]+[笔条行家个项])"
)


def is_another(wording: Wording, found: Subjects, rest: Sequence[str]) -> bool:
    """Whether a name said in part goes on with words that are not its own: 国土资源调查 is not 国土资源事务."""
    if found.subject is None or found.subject.kind in PHRASE_KINDS or not found.words:
        return False
    whole = fold(found.subject.name)
    place = whole.find(found.words)
    ends = (at + len(found.words) for at in _places(found.words, wording.text))
    if rest and any(_OWN_CHARGE.match(wording.text, end) for end in ends):
        return True  # 公共设施调查费 is an account of its own, printed or not
    if place < 0 or found.words == whole or found.subject.kind not in CODED_KINDS:
        return False
    own = whole[place + len(found.words) :]
    behind = (run for run in rest if found.words + run in wording.text)
    # Half of it the name's own is a slip (提租卜贴).
    return any(sum(a == b for a, b in zip(run, own, strict=False)) * 2 < len(run) for run in behind)


_OWN_CHARGE = regex(r"(?!的)[\u4e00-\u9fff]{1,5}费")


def is_other(wording: Wording, heard: Heard, subjects: Sequence[Term | None]) -> bool:
    """「其他卫生健康支出」: 其他 before a name makes another account of it, printed or not."""
    meant = [term for term in subjects if term is not None and not fold(term.name).startswith("其他")]
    names = (w.text for w in heard.words if w.role is Role.SUBJECT and w.value in meant)
    return any(f"其{other}{name}" in wording.text for name in names for other in "他它")


def is_bought(wording: Wording, subject: Term | None, rest: Sequence[str]) -> bool:
    """「农产品采购」, 「采购电脑花了多少」: what is bought, in words not understood, is not all that is bought."""
    if subject is None or subject.kind != "政府采购":
        return False
    if any(
        len(r) > 1 and _DONE_FOR.match(r) and wording.text.find(r) < wording.text.find("采购") for r in rest
    ):
        return True  # 「租车，政府采购里多少钱」
    return any(
        len(r) > 1 and re.search(f"{re.escape(r)}采购|{_BOUGHT}{re.escape(r)}", wording.text) for r in rest
    )


#: What leads to a thing that is bought, with the 无 of one that is not heard whole (无人机).
_BOUGHT = "采购(?:表(?:[里中上]面?)?的?)?无?"
#: A verb of getting or doing something for money, with what it is.
_DONE_FOR = regex(
    "(?:[买租修印订换装建造盖拍雇请办]|购置|聘请|维修|印刷|制作|更换|安装|升级|开发)(?:[了个些辆台新])?[\u4e00-\u9fff]{1,8}$"
)


def is_printed(run: str, facts: Sequence[Fact]) -> bool:
    """「49个项目平均一个多少钱」: a number that the question brings along, as the documents print it."""
    said = re.fullmatch(r"(\d+)([个件辆名人家户次])", run)
    return said is not None and any(f.value == int(said[1]) and unit_fits(f, said[2]) for f in facts)


_INSIDE = regex(r"(?:预算|决算|支出|项目|资金)*(?:里面|里头|里边|里|之中|当中|中|内)")


def is_container(wording: Wording, words: str, rest: Sequence[str]) -> bool:
    """「政府采购预算里给中小企业留了多少」: what is named only holds what is asked for, in words not understood."""
    ends = (at + len(words) for at in _places(words, wording.text))
    within = next((said for end in ends if (said := _INSIDE.match(wording.text, end))), None)
    return within is not None and any(len(run) > 1 and run in wording.text[within.end() :] for run in rest)
