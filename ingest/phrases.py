"""Words of running text to the accounts that they name, with the money they count (文中科目)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.accounts import label_to_account, label_to_class, label_to_economy, strip_ordinal
from ingest.coded_names import coded_name
from ingest.grand import grand, without_balance
from ingest.leads import is_frame, is_lead
from ingest.model import Fact, Fund, Stage, Subject
from ingest.patterns import regex
from ingest.text import fold
from ingest.wording import CODE, YEARED, phrase_of

FUND_PREFIX: tuple[tuple[str, Fund], ...] = (
    (r"^政府性基金(?:预算)?(?:财政)?(?:拨款)?", Fund.GOVERNMENT_FUND),
    (r"^国有资本经营(?:预算)?(?:财政)?(?:拨款)?", Fund.STATE_CAPITAL),
    (r"^一般公共预算(?:财政)?(?:拨款)?", Fund.GENERAL),
    (r"^财政拨款", Fund.APPROPRIATION),
)
#: The same words anywhere before a name: 「2023年一般公共预算拨款安排的会议费」.
_FUND_WITHIN: tuple[tuple[str, Fund], ...] = (
    (r"非财政拨款", Fund.ALL),
    (r"政府性基金", Fund.GOVERNMENT_FUND),
    (r"国有资本经营", Fund.STATE_CAPITAL),
    (r"一般公共预算|公共财政预算", Fund.GENERAL),
    (r"财政拨款|财政性资金", Fund.APPROPRIATION),
    (r"(?:其他|自有|自筹|单位)资金", Fund.ALL),
)
#: Accounts that are paid from appropriations by what they are, where the text names no fund.
_OWN_FUND = {"三公经费": Fund.APPROPRIATION, "机关运行": Fund.APPROPRIATION}
#: Subjects that a whole phrase names once its fund is taken off.
_WHOLES: dict[str, tuple[str, ...]] = {
    fold(form): names
    for forms, names in (
        (
            "收、支总计|收支总计|收、支总额|收支总额|收支预算总额|收支预算总数|收支总预算|收入支出总计|收入、支出总计|收入总计、支出总计|收入总计和支出总计|收入和支出总计|收支预算总计|收入支出预算总计|收入、支出预算总计|收、支|收支|收、支预算|收支预算|收入、支出预算|收入支出预算|收支总体|收入支出总体|收入、支出总体",
            ("收入总计", "支出总计"),
        ),
        ("收入|收入预算|收入决算|总收入|预算收入|决算收入|财务总收入", ("本年收入合计",)),
        ("支出|支出预算|支出决算|总支出|预算支出|决算支出|财务总支出|安排支出|安排的支出", ("本年支出合计",)),
        ("总收入、总支出|总收入和总支出|总收支", ("本年收入合计", "本年支出合计")),
        ("收入总数", ("收入总计",)),
        ("支出总数", ("支出总计",)),
        ("整体支出总额|单位整体支出总额|部门整体支出", ("本年支出合计",)),
    )
    for form in forms.split("|")
}


@dataclass(frozen=True, slots=True)
class Topic:
    """What the running text is about at one point: subjects and fund, carried from clause to clause.

    ``base`` is the fund of the whole section, to which a total in a new sentence returns. ``counted`` are the
    things counted last, ``latest`` the subjects of the last figure of any kind; ``as_of`` is the year of a
    date at which the text says that its figures hold, 0 for none; ``whole`` is the total of which the sentence
    before listed the parts; ``outer`` is the fund of what is named anew after a sentence went through parts by fund;
    ``headed`` that a name with a full stop named the subjects, and no amount has been told since;
    ``part`` the half of the subjects that was told last (基本支出), empty for all of them; ``staged`` the stage that
    was named of the last whole, at which parts in the next sentence are told; ``totals`` the names of the totals told
    in the section; ``several`` that the sentence before told amounts of more than one account.
    """

    subjects: tuple[Subject, ...] = ()
    fund: Fund = Fund.ALL
    entity: str = ""
    counted: tuple[Subject, ...] = ()
    base: Fund | None = None
    latest: tuple[Subject, ...] = ()
    as_of: int = 0
    whole: tuple[Subject, ...] = ()
    outer: Fund | None = None
    part: str = ""
    headed: bool = False
    staged: Stage | None = None
    totals: tuple[str, ...] = ()
    several: bool = False

    @property
    def anew(self) -> Topic:
        """The topic for what is named anew: of the money that the text was about before it went through its parts."""
        return self if self.outer is None else replace(self, fund=self.outer)


def own_fund(subjects: tuple[Subject, ...] | None, fund: Fund) -> Fund:
    """The money of accounts that are paid from appropriations by what they are, where no words name another."""
    kinds = {subject.kind for subject in subjects or ()}
    return Fund.APPROPRIATION if fund is Fund.ALL and kinds and kinds <= set(_OWN_FUND) else fund


def topic_fund(topic: Topic) -> Fund:
    """The money of a section's totals."""
    return topic.base or Fund.ALL


def subjects_of(
    phrase: str, topic: Topic, known: Mapping[str, Subject]
) -> tuple[tuple[Subject, ...] | None, Fund]:
    """Subjects that a phrase names, with their fund; None where it names none."""
    if (bare := without_balance(phrase)) != phrase:
        held, of_it = subjects_of(bare, topic, known)
        return grand(held), of_it  # 「收入预算（含上年结转）」 counts what was brought forward
    coded = coded_name(phrase, known)
    if coded is not None:
        return (coded,), fund_within(phrase, topic.anew.fund)
    if _is_miscoded(phrase, known):
        return None, topic.fund
    spent, anew = "支出" in phrase, topic.anew
    half = next((name for pattern, name in _HALVES if pattern.search(phrase)), None)
    if half is not None:
        return (Subject("支出结构", half),), fund_within(phrase, anew.fund)
    for text in _variants(phrase):
        for cut in range(max(0, len(text) - 60), max(0, len(text) - 1)):
            found = _named(text[:cut], text[cut:], anew, known)
            if found is not None and found[0][0].kind == "总额" and (other := of_other_body(phrase, topic)):
                return other, found[
                    1
                ]  # 「种子服务站2023年预算总支出」 is no total of the body that it is below
            if found is not None and not (spent and found[0][0].kind == "收入来源"):
                # 「“三公”经费一般公共预算财政拨款决算」: its money stands behind the name.
                own = found[0][0].kind in _OWN_FUND and "一般公共预算" in phrase
                return _of_level(found[0], phrase, known), Fund.GENERAL if own else found[1]
    return None, topic.fund


def _is_miscoded(phrase: str, known: Mapping[str, Subject]) -> bool:
    """Whether a name stands behind another account's code, or the tables print it by another: 「2013802-行政运行」."""
    said = CODE.match(strip_ordinal(phrase.strip("，,、 ")))
    if said is None:
        return False
    code, own = said["code"].rstrip("-—－ "), known.get(phrase_of(phrase))
    return any(s.code == code for s in known.values()) or (own is not None and own.code not in ("", code))


#: The name of a body that is not the document's own, by what it ends with: 「环卫所」.
BODY_BELOW = r"(?![本我该全各其]|下属|所属)[\u4e00-\u9fff]{1,20}(?:[站所队院校馆园场]|中心|小学|中学|工会)"
_BODY_BELOW = regex(rf"^{BODY_BELOW}$")


def of_other_body(phrase: str, topic: Topic) -> tuple[Subject, ...]:
    """The total of another body, whose name stands before the year; nothing where the body is the document's own."""
    match = YEARED.match(strip_ordinal(phrase.strip("，,、 ")))
    name = match["before"] if match is not None else ""
    if match is None or not topic.entity or not _BODY_BELOW.match(name) or is_frame(fold(name), topic.entity):
        return ()
    return (Subject("其他", f"{name}{phrase_of(match['after'])}"),)


#: How some provinces tell of the halves of expenditure without their names.
_HALVES = (
    (
        regex(
            r"用于保障[^，。；\d]{2,60}(?:正常运转|日常运转|正常运行)[^，。；\d]{0,4}(?:日常|基本)支出(?:共计|合计|为)*$"
        ),
        "基本支出",
    ),
    (regex(r"用于专项业务工作的(?:经费)?支出(?:共计|合计|为)*$"), "项目支出"),
)
#: Accounts that may stand behind a list of what they hold.
_ENUMERATED = ("人员经费", "公用经费")
#: A name whose level in a classification stands behind it.
_LEVELLED = regex(r"[（(](?P<level>[款项])[)）](?:支出|预算|决算|数)*$")


def _of_level(
    subjects: tuple[Subject, ...], phrase: str, known: Mapping[str, Subject]
) -> tuple[Subject, ...]:
    """「公务接待费（款）」 is an economic class, 「培训支出（项）」 a functional one, not of the form."""
    said = _LEVELLED.search(phrase)
    if said is None or subjects[0].kind not in ("三公经费", "会议培训"):
        return subjects
    kind = "经济分类" if said["level"] == "款" else "功能分类"
    name = strip_ordinal(phrase_of(phrase[: said.start()]))
    held = known.get(fold(name))
    return (held if held is not None and held.kind == kind else Subject(kind, name, "", said["level"]),)


def _variants(phrase: str) -> list[str]:
    """A phrase folded, and without what may stand behind a name: 预算数, 支出决算, 合计 …"""
    text = fold(re.sub(r"[(（](?:[类款项]|[^)）]*为准|[^)）]*口径)[)）]", "", phrase_of(phrase)))
    text = (
        text.replace("上年度", "上年")
        .replace("支出预算支出", "支出预算")
        .replace("公务车", "公务用车")
        .replace("公务用车用车", "公务用车")
    )
    text = re.sub(r"(?<!办)公车(?!辆)", "公务用车", text)
    found = [text]
    for suffix in (
        r"(?:预算|决算)?(?:数|总额|金额)$",
        r"财政拨款(?:支出)?(?:预算|决算)?(?:数|支出)*$",
        r"(?:当年)?一般公共预算(?:财政)?拨款$",
        r"(?:支出)?(?:预算|决算)?(?:支出|数|总额|金额|总计|合计|共计|安排)*$",
        r"全年(?:共)?(?:支出|使用|开支)?$",
    ):
        found.append(re.sub(suffix, "", text))
    kept = re.sub(r"(一般公共|基金|经营)预算", r"\1@", text)
    found.append(re.sub(r"预算|决算", "", kept).replace("@", "预算"))
    return list(dict.fromkeys(f for f in found if f))


def _named(
    before: str, name: str, topic: Topic, known: Mapping[str, Subject]
) -> tuple[tuple[Subject, ...], Fund] | None:
    account = label_to_account(name)
    if account is not None and account.name in _ENUMERATED:
        before = re.sub(r"^.+等", "", before)  # 「基本工资、津贴补贴等人员经费」
    if account is not None and account.kind == "总额" and "财政拨款" in name:
        return None  # 本年财政拨款收入 is that of one fund: told by the words behind 本年
    if account is not None and account.kind != "总额":
        if not is_lead(before, topic.entity):
            return None
        own = _fund_of(before, name, _fund_of("", account.name, _carried(account.kind, topic)))
        own = _OWN_FUND.get(account.kind, own) if own is Fund.ALL else own
        if account.kind == "结转结余" and "财政拨款" in account.name.replace("非财政拨款", ""):
            own = Fund.APPROPRIATION
        return (Subject(account.kind, account.name),), own
    below = _below(name, topic, known)
    if below is not None and is_lead(before, topic.entity):
        return (below,), topic.fund
    if name in known and is_lead(before, topic.entity):
        return (_of_same_list(known[name], topic),), topic.fund
    whole = _whole(name, topic)
    if whole is not None and is_frame(before, topic.entity):
        return whole
    led = is_lead(before, topic.entity)
    found = _of_class(before, name, known) if led else None
    return ((found,), topic.fund) if found is not None else None


def _of_same_list(held: Subject, topic: Topic) -> Subject:
    """「基本工资120万元、住房公积金45万元」: in a list of economic accounts a name of both lists is one too."""
    economic = topic.subjects and all(subject.kind == "经济分类" for subject in topic.subjects)
    return Subject("经济分类", held.name) if economic and held.name in OF_BOTH else held


#: Names that the functional and the economic classification share.
OF_BOTH = ("住房公积金",)


def _of_class(before: str, name: str, known: Mapping[str, Subject]) -> Subject | None:
    """The functional or economic class of a name; one without 支出 is none behind a body: 「临川小学教育」."""
    named = label_to_class(name) if name.endswith("支出") or is_lead(before, "") else None
    if named is not None:
        return Subject("功能分类", named[1], named[0], "类")
    economy = label_to_economy(name)
    if economy is None:
        return None
    if economy[0]:
        return Subject("经济分类", economy[1], economy[0], "类")
    # 对个人和家庭的补助 is a class of two lists: by its name alone it is neither.
    held = known.get(fold(economy[1]))
    return held if held is not None and held.kind == "经济分类" else None


def _carried(kind: str, topic: Topic) -> Fund:
    """The fund that an account without one of its own takes over from the words before it.

    In a list of sources the fund of one, 「政府性基金收入5万元；上年结转2万元」, is not that of the next.
    """
    beside = any(subject.kind == "收入来源" for subject in topic.subjects)
    if kind == "收入来源":
        return Fund.ALL
    return (topic.base or Fund.ALL) if kind == "结转结余" and beside else topic.fund


def _below(name: str, topic: Topic, known: Mapping[str, Subject]) -> Subject | None:
    """The account of a name under the one that the text is about, or beside it: 行政运行 within 发展与改革事务."""
    parents = (p for s in topic.subjects if s.kind == "功能分类" for p in (s.name, *s.path[-1:]))
    return next((known[key] for parent in parents if (key := fold(parent) + name) in known), None)


#: Totals only where a fund stands before them: 「财政拨款安排支出」.
_OF_A_FUND = ("收入", "支出", "安排支出", "安排的支出")


def _whole(folded: str, topic: Topic) -> tuple[tuple[Subject, ...], Fund] | None:
    for pattern, fund in (*FUND_PREFIX, (r"^", topic.fund if topic.base is None else topic.base)):
        rest = re.sub(pattern, "", folded, count=1)
        if pattern != "^" and rest == folded:
            continue
        names = _WHOLES.get(rest)
        account = label_to_account(rest)
        if names is None and account is not None and (account.kind in ("总额", "支出结构")):
            names = (account.name,)
        if names is not None and (rest not in _OF_A_FUND or pattern != "^"):
            kinds = [label_to_account(name) for name in names]
            return tuple(Subject(a.kind, a.name) for a in kinds if a), fund
    return None


def announced_fund(text: str) -> Fund | None:
    """The fund that a paragraph names for the list that follows it, 「财政拨款支出主要内容如下：」; else None."""
    if not re.search(r"(?:如下|[：:])[：:。]?$", text) or re.search(r"\d", text):
        return None
    return next((fund for pattern, fund in FUND_PREFIX if re.search(pattern, fold(text))), None)


def _fund_of(before: str, name: str, default: Fund) -> Fund:
    """The fund that a name starts with, else that of the words before it."""
    named = (f for p, f in FUND_PREFIX if re.search(p, before + name) or re.search(p, name))
    return next(named, fund_within(before, default))


def fund_within(words: str, default: Fund) -> Fund:
    """The fund that words name anywhere (一般公共预算拨款安排的, 财政性资金)."""
    return next((f for p, f in _FUND_WITHIN if re.search(p, words)), default)


def coded_subjects(facts: Sequence[Fact]) -> dict[str, Subject]:
    """Coded subjects of the tables by folded name, by section and name, and by full path; only what is unique."""
    found: dict[str, set[Subject]] = {}
    for subject in {fact.subject for fact in facts if fact.subject.code}:
        for parts in {(subject.name,), (*subject.path[-1:], subject.name), (*subject.path, subject.name)}:
            found.setdefault(fold("".join(parts)), set()).add(subject)
    known: dict[str, Subject] = {}
    for key, held in found.items():
        subjects = sorted(held, key=lambda s: (-len(s.path), s.path))
        functional = [s for s in subjects if s.kind == "功能分类"]
        # 住房公积金 is an item of both classifications; the narrative goes through the functional one.
        if len({s.code for s in functional or subjects}) == 1:
            known[key] = (functional or subjects)[0]
    return known
