"""Why a figure rose, fell or fell short: the statement that is meant, with the reason that it gives (原因)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts import label_to_account
from ingest.concordance import bigrams
from ingest.model import Fund
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.less import holds
from service.model import CONFIDENT, Plan, Quote, Term
from service.text.also_called import as_told
from service.text.asked import Asked
from service.text.given import ALL_MONEY, REASON, Given, given_in
from service.text.lexical import Index
from service.text.names_told import asks_names, tells_names
from service.text.reason_of_other import of_no_points, of_other_code, off_budget
from service.text.sentences import to_quote

_ASKS_NONE = regex(r"没有?(?![\u4e00-\u9fff]{0,2}[完够成到满足])|无|不[在含包纳算列用]|未(?![完达到])|空")
_DOWN, _UP = (
    regex(r"少|降|缩|减|没|跌|低|不到|不足|剩|小于"),
    regex(r"多|涨|增|升|超|翻|高|大于|上去"),
)
#: The same where it can be meant no other way: 七成多 and 降不下来 are neither.
_SAID_DOWN, _SAID_UP = (
    regex(
        r"比(?:年初|全年)?预算数?[少低]|[低少小]于|减少|下降|降低|缩水|缩减|下滑|[变更]少|[少降]了|咋[少降]|为[啥何什]么?[少降](?!不)"
    ),
    regex(
        r"比(?:年初|全年)?预算数?[多高]|[高大]于|增加|增长|上涨|上升|涨(?!不)|[变更]多|多了(?!多少)|超(?:了|支|出|过|预算|年初)|咋多|为[啥何什]么?多"
    ),
)
_FELL, _ROSE = (
    regex(r"减少|下降|降低|[小少]于|低于|缩减|压减|完成(?:年初)?预算的?\d{1,2}(?:\.\d+)?%|未完成|远低"),
    regex(r"增加|增长|上升|[大多]于|高[于出]|超[过出支]"),
)
_NOT_SPENT, _OVER = (
    regex(r"没(?:有)?[花用使](?:完|掉|光|出去)|[花用]不完"),
    regex(r"(?:[大多]于|高[于出]|超[过出]?)(?:年初|全年|当年)?预算"),
)
_EQUAL = regex(r"持平|一致|没有变化|无变化|0万元，(?:增长|下降)")
#: Asks why nothing changed, or why there is nothing.
_SAME = regex(r"是?零|[是为]0|没变|不变|一样|持平|没有变|相同|一致|没有?动")
#: Both ways of saying that something is measured by the budget, and by the year before.
_BY_BUDGET = regex(
    r"预算|没花完|没用完|花完|只用|只花|[一二三四五六七八九]成|用完|没完成|未完成|执行率|完成率|没花到"
)
_AGAINST_BUDGET = regex(r"预算数|年初预算|完成预算|执行率|预算安排|收回")
_AGAINST_YEAR = regex(r"与(?:上年|\d{4}年)|比(?:上年|上一年|\d{4}年)|较(?:上|去|\d)|同比|相比")
#: Why the budget was not spent is asked, to which why less was spent than a year ago is no answer.
_LEFT_OVER = regex(r"没有?[花用]完|年初(?:的)?预算|预算数|完成率|执行率|没完成|未完成")
#: What a statement against the year before counts where the budget is asked about, and where that is all that is.
_OF_YEAR = {False: -0.25, True: -1.5}
#: The money as a whole, and what is only a part of it.
_WHOLE = regex(
    r"收入?、?支出?(?:决算|预算)?总计|收支总|收入支出总计|总收入|总支出|收入、支出预算总计|收支预算总计|(?:收入|支出)(?:预算|决算)?(?:合计|总计)|财政拨款收入支出|本年(?:收入|支出)|^\d{4}年?.{0,24}(?:收入|支出)预算"
)
_PART = regex(
    r"[（(][类款项][)）]|三公|公务|出国|会议费|培训费|机关运行|采购|基本支出|项目支出|基金|人员经费|公用经费"
)
_FUNDS = ("一般公共预算", "政府性基金", "国有资本经营", "财政拨款")
#: What it counts that a statement is of income alone, or of expenditure alone, as the question is.
_OWN_WAY = 0.6
#: What something is done for is no reason why it went as it did, but where it is asked why it is done.
_FOR = regex(r"为(?!此)")
_ASKS_PURPOSE = regex(
    r"(?:为什么|为啥|为何|为嘛|干嘛|凭什么)(?:还|又|会|非)?(?:要|得|想|去|来|建|搞|办|做|设|申请|安排|开展|组织|举办|新建|立|买|换|请|委托|编|采购|修)"
)
_MONEY = regex(r"\d(?:万元|亿元|元)|增加|减少|增长|下降|持平|[预决]算数")
#: Funds that are money apart.
_OWN_MONEY = ("政府性基金", "国有资本经营")
_OVERALL = regex(r"总体|收支总|编制说明|收支预算情况|收入支出(?:决算|预算)")
_TAIL = regex(r"(?:支出|经费|费用|费|收入|资金|项目)$")
#: What was done, where a deed and no figure is asked about (为什么换办公楼): a statement on it says so too.
_ACT = regex(
    r"(?:为什么|为啥|为何|凭什么|因何)(?:要|会|又|还|不|没有?)?(?P<verb>[换搬拆停关建裁撤迁改卖租取招禁罚])(?![多少高低])"
)
#: Below this no statement is surely the one that is meant.
_ENOUGH = 1.6
#: So many characters make a name of several words, and so many of its pairs make it the same.
_LONG_NAME, _ALIKE = 8, 0.7
#: A statement that holds less of what is named than this is about something else.
_NAMED = 0.6
#: So much of a longer name makes it the one that is meant; so far behind stand the heading and the fund of a statement.
_HELD, _NEAR_PATH, _NEAR_FUND = 0.85, 40, 110
#: What it counts that nothing is there and that is asked about.
_FITS = 0.6
#: What it counts that the names stand in a reason that are asked for, or do not.
_NAMES_TOLD = 2.0
#: The same of an amount that the question itself says.
SAID_AMOUNT, _AMOUNT_TOLD = regex(r"(?<![\d.])(\d+(?:\.\d*[1-9])?)(?:\.?0+)?万(?!字)"), 1.5
#: What it counts that a statement is of one account alone, where all the money is asked about.
_OF_PART = -0.6
#: A reason has so many characters.
_REASONED = 8
#: What it counts that a statement goes the other way.
_CONTRARY = 2.0
#: What a statement of a document that is not the one meant first counts less.
_OTHER = 0.12


def reasons(plan: Plan, asked: Asked, index: Index) -> Quote | None:
    """The statement that the question is about with its reason; None where no reason is given for it."""
    best: tuple[float, Given] | None = None
    for score, given in _scored(plan, asked, index):
        if best is None or score > best[0] + 1e-9:
            best = (score, given)
    return to_quote(best[1].sentences) if best and best[0] >= _ENOUGH else None


def reasoned(plan: Plan, asked: Asked, index: Index) -> dict[str, float]:
    """How surely each passage gives the reason that is asked for, by id; those that give none are left out."""
    found: dict[str, float] = {}
    for score, given in _scored(plan, asked, index):
        for chunk_id in dict.fromkeys(sentence.chunk.id for sentence in given.sentences):
            found[chunk_id] = max(found.get(chunk_id, score), score)
    return found


def _scored(plan: Plan, asked: Asked, index: Index) -> Iterator[tuple[float, Given]]:
    weights = index.weights(asked.pairs)
    first = next((leaf.chunks[0].document_id for leaf in index.leaves if leaf.chunks), "")
    for given in given_in(index):
        # The documents stand in the order in which they are meant: final accounts before the budget of their year.
        other = 0.0 if given.sentences[0].chunk.document_id == first else _OTHER
        yield _score(plan, asked, given, weights) - other, given


def _score(plan: Plan, asked: Asked, given: Given, weights: dict[str, float]) -> float:
    amount = _amount(asked, given)
    score = _about(plan, asked, given, weights)
    if plan.subject is None or plan.subject.kind == "总额":
        score = max(score, amount)  # it is the statement that is meant, whatever it is of
    score += 0.9 * asked.coverage(given.path + given.context + given.reason, weights)
    if given.none:
        return score + (_FITS if _ASKS_NONE.search(asked.text) else -_FITS)
    if _only_in_reason(plan, asked, given, weights):
        return score  # which way all the money went says nothing of a deed that is named among its reasons
    if of_no_points(asked.text, given) or goes_against(asked.text, given.context):
        return score - _CONTRARY  # why it fell is not why it rose
    score += _direction(asked.text, given.context) + _named(asked, given) + amount
    by_budget = bool(
        _BY_BUDGET.search(asked.text.split("预算", 1)[-1] if plan.subject is None else asked.text)
    )
    left_over = _LEFT_OVER.search(asked.text) is not None
    if by_budget and _AGAINST_BUDGET.search(given.context + given.path):
        score += 0.35
    if _AGAINST_YEAR.search(given.context):
        score += 0.25 if not by_budget or _AGAINST_BUDGET.search(given.context) else _OF_YEAR[left_over]
    score -= 0.0 if by_budget else off_budget(asked.text, given.context)
    act = _ACT.search(asked.text)
    if act and plan.subject is None and act["verb"] not in given.context + given.reason:
        score -= 1.0
    score -= _vague(given)
    if _FOR.match(given.reason) and not _MONEY.search(given.context + given.reason):
        score -= 0.0 if _ASKS_PURPOSE.search(asked.text) else 1.0
    return score


def _vague(given: Given) -> float:
    """What it counts less that a statement hardly says why."""
    unsaid = not REASON.search(given.sentences[-1].text) and len(given.sentences) < 2
    never = not any(REASON.search(sentence.text) for sentence in given.sentences)
    return 0.5 * unsaid + 0.3 * never + 0.5 * (len(given.reason) < _REASONED)


def _named(asked: Asked, given: Given) -> float:
    """What it counts that the names stand there which are asked for; nothing where none are."""
    if not asks_names(asked.text):
        return 0.0
    told = any(tells_names(asked.text, sentence.text) for sentence in given.sentences)
    return _NAMES_TOLD if told else -_NAMES_TOLD


def _amount(asked: Asked, given: Given) -> float:
    """What it counts that a statement has the very amount whose reason is asked for: 「多出来的480万干嘛用的」."""
    said = {m[1] for m in SAID_AMOUNT.finditer(asked.text)}
    return _AMOUNT_TOLD * any(re.search(rf"(?<![\d.]){re.escape(n)}(?:\.0+)?万", given.context) for n in said)


def _only_in_reason(plan: Plan, asked: Asked, given: Given, weights: dict[str, float]) -> bool:
    """Whether a thing that no account is, is named only in the reason for something else (因榆荫路改造推迟)."""
    if plan.subject is not None or not asked.concepts or not _WHOLE.search(given.context):
        return False
    return asked.coverage(given.context + given.path, weights) < _NAMED


def _about(plan: Plan, asked: Asked, given: Given, weights: dict[str, float]) -> float:
    """How surely a statement is about the subject whose reason is asked for."""
    subject = plan.subject
    if subject is None or subject.kind == "总额" or plan.assumed:
        return _about_whole(plan, asked, given, weights)
    name = as_told(fold(subject.name), given.context)
    if _is_of_another(name, given) or of_other_code(subject.code, name, given):
        return 0.0
    if _is_named_in_full(name, asked, given, weights):
        return 2.7
    standard = subject.kind in _STANDARD
    short = name if standard else _TAIL.sub("", name)  # 基本 alone is 基本医疗 too
    head = given.context[-90:]
    settled = _settled(plan, asked, given, name, short)
    if settled is not None:
        return settled
    if name in given.context:
        others = sum(1 for part in _PART.findall(given.context) if part not in name)
        # 「行政运行（项）支出7448.2万元」 is the item's own statement, 「主要用于行政运行等」 is not.
        own = re.search(
            re.escape(name) + r"(?:支出|经费|预算|决算|财政拨款|类|款|项)*(?:数|年初|为|总额)*\d",
            given.context,
        )
        own_reason = _OWN_REASON.search(given.context[given.context.rfind(name) + len(name) :])
        score = 2.0 + (0.2 if name in head else 0.0) + (0.4 if own else 0.0) - 0.05 * min(others, 6)
        return score + (0.4 if own_reason else 0.0)
    if name in given.path:
        if given.path.endswith(name):
            return 2.0
        return 1.7 if subject.kind == "项目" or name in given.path[-len(name) - 30 :] else 1.2
    if len(short) >= 2 and short in given.context:
        return 1.4
    if name in given.reason:
        moved = re.search(re.escape(name) + _MOVED_BECAUSE, given.reason)
        return 2.2 if moved else 0.5
    alike = _likeness(name, given.context) if len(name) >= 4 else 0.0
    # A long name is written in more than one way: 公务车购置及运行费.
    return 1.3 if len(name) >= _LONG_NAME and alike >= _ALIKE else 0.9 * alike


def _is_of_another(name: str, given: Given) -> bool:
    """Whether a statement names another account that is known, under no heading of an item that it is a part of."""
    if not given.own or given.item:
        return False
    if ALL_MONEY.match(given.own[0]) and ALL_MONEY.match(given.opens) and name not in given.own:
        return True  # what the account is told of there is all the money
    meant = label_to_account(name)
    for own in given.own:
        told = label_to_account(own)
        if told is None or ALL_MONEY.match(own) or name in own or own in name or told == meant:
            return False
        if meant is not None and holds(Term(meant.name, meant.kind), Term(told.name, told.kind)):
            return False  # why a part of it moved is why it did
    return True


#: 「公务接待费支出减少的主要」 before 原因: the reason is the account's own.
_OWN_REASON = regex(
    r"^(?:支出|经费|决算|预算)*(?:数)?(?:[比较]上年)?(?:增加|减少|上升|下降|增长|降低)[^，。]{0,10}的(?:主要)?$"
)
#: 「项目支出增加，较上年增加…，主要由于…」 within a reason is one of its own.
_MOVED_BECAUSE = (
    r"(?:支出|经费)?(?:有所)?(?:增加|减少|上升|下降|增长|降低)[^。]{0,30}(?:主要)?(?:由于|系|因(?!素)|是)"
)


#: How surely a statement is of an account that it tells of by another form of its name.
_BY_OTHER_WORDS = 1.8
#: A source of income of so many characters is named without the word for it: 财政专户管理资金.
_BARE = 5
#: Kinds of accounts that every text names, mostly in passing.
_STANDARD = ("支出结构", "收入来源")
_PURPOSE = regex(r"用于[^，。]*")
_FIGURE_OF = (
    r"(?:支出|收入|资金)?(?:预算|决算|财政拨款|总计|合计|数|年初|为|总额|共|，|：|[与比较同]|相比|上年|\d{4}年度?)*"
    r"(?:\d|增加|减少|增长|下降|上升|降低|持平|无变化)"
)
_HEADED_BY = r"(?:支出|收入)?(?:预算|决算|收支)?(?:情况|说明|安排|增减|变化|变动)*$"


def _settled(plan: Plan, asked: Asked, given: Given, name: str, short: str) -> float | None:
    """How surely, where the name is not told, is told by another form, or something strange stands beside it."""
    standard = plan.subject is not None and plan.subject.kind in _STANDARD
    whole = given.context + given.path + given.reason
    if not (_is_its_own(name, asked, given) if standard else _is_told_of(name, short, asked, given)):
        return 0.0
    if standard and name not in whole:
        return _BY_OTHER_WORDS
    strange = [run for run in plan.taken if len(run) > 1 and any(run in c.forms[0] for c in asked.concepts)]
    if any(run not in whole for run in strange) and name not in asked.text:
        return 0.5  # 「图书购置费」 is no 公务用车购置费
    return None


def _is_its_own(name: str, asked: Asked, given: Given) -> bool:
    """Whether a statement tells of the figure of an account itself: what is spent on its people is none of 人员经费."""
    context = _PURPOSE.sub("", given.context)
    names = (
        name,
        name.replace("财政拨款", ""),
        *([bare] if len(bare := name.removesuffix("收入")) > _BARE else ()),
        *(form for concept in asked.concepts for form in concept.forms if len(form) > 3),
    )
    for said in map(re.escape, names):
        own = re.search(said + _FIGURE_OF, context) or re.search(said + _HEADED_BY, given.path)
        if own or re.search(said + _MOVED_BECAUSE, given.reason):
            return True
    return False


def _is_told_of(name: str, short: str, asked: Asked, given: Given) -> bool:
    """Whether a statement names the account, or has the words that the question has for it."""
    whole = given.context + given.path + given.reason
    if name in whole or (len(short) > 1 and short in whole):
        return True
    said = any(len(form) > 2 and form in whole for concept in asked.concepts for form in concept.forms)
    return said or (len(name) >= _LONG_NAME and _likeness(name, given.context) >= _ALIKE)


def _is_named_in_full(name: str, asked: Asked, given: Given, weights: dict[str, float]) -> bool:
    """Whether a statement is about the longer name that the question says, of which the account is only a part."""
    if name not in asked.text:
        # The account was guessed from a part of what the question names; the item that has its very name is meant.
        said = [_TAIL.sub("", c.forms[0]) for c in asked.concepts]
        return max((len(form) for form in said if form in given.context), default=0) > len(name)
    # 「突发公共卫生…」 is more than 公共卫生.
    longer = [c for c in asked.concepts if name in c.forms[0] and len(c.forms[0]) > len(name) + 1]
    return any(c.held(given.path[-_NEAR_PATH:] + given.context, weights) >= _HELD for c in longer)


def _about_whole(plan: Plan, asked: Asked, given: Given, weights: dict[str, float]) -> float:
    all_of_it = bool(given.own and ALL_MONEY.match(given.own[0])) and not given.item
    if all_of_it and _is_other_way(asked.text, given.own[0]):
        return 0.0
    whole = all_of_it or (not _is_part(given) and bool(_WHOLE.search(given.context)))
    part = given.item or bool(_PART.search("".join(given.own) if all_of_it else given.context))
    overall = 0.5 if _OVERALL.search(given.path) else 0.0
    if asked.concepts and not _is_understood(plan):  # something is named that no account knows
        named = asked.coverage(given.context + given.path, weights)
        told = asked.coverage(given.context + given.reason, weights)
        return (
            max(1.7 * named if named >= _NAMED else 0.0, 1.2 * told if told >= _NAMED else 0.0)
            + 0.3 * overall
        )
    spoken = plan.fund.value if plan.fund is not None and plan.fund is not Fund.ALL else ""
    fund = next((word for word in _FUNDS if word in asked.text or word == spoken), "")
    if fund in _OWN_MONEY and fund not in given.context + given.path:
        return 0.0  # the reason for all money is none for what there is of a fund
    meant = 0.6 if fund and fund in given.context[-_NEAR_FUND:] else 0.0
    way = _OWN_WAY if _one_way(asked.text, given.context) else 0.0
    of_all = 1.4 if whole or meant else _OF_PART if _is_part(given) else 0.2
    return of_all + overall + meant + way - (0.8 if part else 0.0)


def _is_understood(plan: Plan) -> bool:
    """Whether every word of a question for all the money was understood (进账)."""
    whole = plan.subject is not None and plan.subject.kind == "总额" and not plan.assumed
    return whole and not plan.taken and plan.explained > CONFIDENT


def _is_part(given: Given) -> bool:
    """Whether a statement is of an account by its name, and so not of all the money that stands before it."""
    account = label_to_account(given.own[0]) if given.own else None
    return account is not None and account.kind != "总额" and not ALL_MONEY.match(given.own[0])


def _is_other_way(asked: str, own: str) -> bool:
    """Whether income is asked for and a statement is of expenditure, or the other way round."""
    return any(
        wanted in asked and other not in asked and wanted not in own
        for wanted, other in (("收", "支"), ("支", "收"))
    )


def _one_way(asked: str, context: str) -> bool:
    """Whether only income, or only expenditure, is asked for, and a statement is of just that."""
    for wanted, other in (("收入", "支"), ("支出", "收")):
        if wanted in asked and other not in asked:
            return bool(
                re.search(f"(?<!占本年)(?<!占){wanted}(?:预算|决算)?(?:数|合计|总计)", context)
            ) and not re.search("收、?支|收入、?支出", context)
    return False


def _direction(asked: str, context: str) -> float:
    """Whether a statement goes the way that is asked about."""
    down, up = bool(_DOWN.search(asked)), bool(_UP.search(asked))
    if down == up:
        if _SAME.search(asked):
            return 0.4 if _EQUAL.search(context) else 0.0
        return -0.5 if _EQUAL.search(context[-40:]) and "持平" not in asked else 0.0
    fell, rose = bool(_FELL.search(context)), bool(_ROSE.search(context))
    if fell == rose:
        return -0.4 if _EQUAL.search(context) and not fell else 0.0
    return 0.4 if fell == down else -0.6


def goes_against(asked: str, context: str) -> bool:
    """Whether a statement goes only the other way than is asked about."""
    down, up = bool(_SAID_DOWN.search(asked)), bool(_SAID_UP.search(asked))
    fell, rose = bool(_FELL.search(context)), bool(_ROSE.search(context))
    if _NOT_SPENT.search(asked) and not fell and (_OVER.search(context) or (rose and "完成" not in context)):
        return True  # why more was spent, than planned or than before, is not why some was left
    return down != up and fell != rose and fell != down


def _likeness(name: str, text: str) -> float:
    pairs = set(bigrams(name))
    return sum(1 for pair in pairs if pair in text) / len(pairs) if pairs else 0.0
