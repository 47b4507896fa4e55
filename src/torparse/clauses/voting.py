"""How the body decides (GUIDE.md, voting): by consensus, by vote, with which majority, who breaks a tie.

Elections, amendment and dissolution have their own types. A kind of decision with a threshold of its own is a clause
of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.clauses._quorum.wordings import CUE as QUORUM
from torparse.lexicon.numbers import number
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.thresholds import basis, threshold
from torparse.rules.words import head, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Voting(Value):
    """Value of a voting clause."""

    method: str | None = None
    """"consensus", "vote", "consensus_then_vote", "consensus_then_escalate" or "chair_decides"."""
    threshold: str | None = None
    """"simple_majority", "two_thirds", "three_quarters", "unanimous" or another fraction ("3/5")."""
    threshold_basis: str | None = None
    """What the threshold is a share of: "present", "present_and_voting" or "all_members"."""
    votes_per_member: int | None = None
    """Votes that each member (or member organisation) has."""
    casting_vote: bool | None = None
    """True where someone has a second or casting vote, False where the document denies it."""
    casting_vote_by: str | None = None
    """Who has it, in the document's words, lower-cased."""
    escalates_to: str | None = None
    """Who decides where there is no agreement, in the document's words, lower-cased."""


VALUE = Voting
ESSENTIAL = ("method", "threshold")
SCOPED = True

CUE = phrase(
    r"\bconsensus\w*\b|\bvot(?:e|es|ed|ing)\b|\bunanim\w+\b|\bmajority\b|\bcasting\b"
    r"|\bdecision[ -]making\b|\bgeneral agreement\b|\breach (?:an )?agreement\b|\bshow of hands\b"
    r"|\bhands (?:go up|for)\b|\btie\b|\btied\b|\bdead heat\b"
    r"|\bequality of votes\b|\btry to agree\b|\b(?:decisions?|questions?|matters?) (?:shall|will|are|is"
    r"|may|must|should|to) (?:normally |usually |generally |always )?be (?:taken|made|reached|decided"
    r"|determined|settled)|\bin favour\b|\bobjection\b|\bmore votes\b|\bmore or less happy\b|\bconcur\b"
    r"|\blooks? (?:first )?for agreement\b|\b(?:seeks?|aims?) (?:to reach |for )?agreement\b"
    r"|\bmembers aim to agree\b|nobody has a second"
)
_TOPIC = phrase(r"\bvot(?:e|es|ing)\b|\bdecisions?\b|\bdecision[ -]making\b|\bdecide things\b|\bmajority\b")
_CONSENSUS = phrase(
    r"\blooks? (?:first )?for agreement\b|\b(?:seeks?|aims?) (?:to reach |for )?agreement\b|"
    r"\bconsensus\w*\b|\bgeneral agreement\b|\btr(?:y|ies) to (?:reach agreement|agree)\b"
    r"|\breach (?:an )?agreement\b|\bmore or less happy\b|\b(?:by|through) (?:mutual |common )?agreement\b"
    r"|\baim to agree\b|\bstrive to agree\b|\bcollective agreement\b"
)
_VOTE = phrase(r"\bvot(?:e|es|ed|ing)\b|\bmajority\b|\bshow of hands\b|\bhands go up\b|\bballot\b|\bpoll\b")
_ESCALATE = phrase(
    r"\b(?:goes(?: up)?|go(?: up)?|referred|brought|escalated|taken|submitted|passed|put|bring|refer"
    r"|escalate)\b(?: (?:back|up|on))?(?: [\w ]{0,30}?)? to (?P<to>(?:the |its |their )?[^.;,]{3,70}?)(?= (?:for"
    r"|any|who|whose|if|to|at|with)\b|[.,;]|$)"
)
_NO_AGREEMENT = phrase(
    r"\b(?:cannot|can't|can not|unable|fail\w*|not (?:be )?(?:determined|reached|forthcoming|possible"
    r"|resolved|agreed)|no (?:consensus|agreement)|where (?:agreement|consensus)|divided"
    r"|getting us nowhere|if there is none|if not|in the absence of (?:consensus|agreement)"
    r"|if (?:a )?vote)\b"
)
_CASTING = phrase(
    r"\b(?:casting vote|second vote|second or casting|second and casting|break(?:s|ing)? (?:any |a "
    r"|the )?ties?|deciding vote|final vote"
    r"|additional vote|extra vote|the deciding say|final say)\b"
)
_CASTING_DENIED = phrase(
    r"\b(?:no|not|neither|nobody|never|without|nor)\b[^.;]{0,40}\b(?:casting"
    r"|second) (?:or casting )?(?:vote)?\b|\bnobody has a second\b|\bdoesn't get an extra\b"
    r"|\bdeemed lost\b|\b(?:motion|proposal|idea|it) (?:falls|fails|is lost|is dropped|shall fall"
    r"|is not carried)\b"
)
_EACH = phrase(
    r"\b(?:one|1|a single|two|2|three) votes? (?:each|per|apiece)\b|\beach (?:[\w()'-]+ ){0,7}?(?:has|have"
    r"|having|shall have|will have|gets?|is entitled to|to have|carries|carrying|with) (?:only )?(?P<n>one"
    r"|1|a single|two|2|three) votes?\b|\b(?:each|every)[\w ]{0,50}? (?P<m>one|1) vote\b"
    r"|\beach having (?P<k>one|two) votes?\b|\beach having one and no more|\beach of whom (?:has"
    r"|shall have|will have) (?P<j>one|two) votes?\b|\beverybody has one vote|\bone (?:member|partner"
    r"|organisation|person|group)[ ,-]+one vote|\b(?:one|1) vote each|each of (?:the )?[\w ]+? (?:will "
    r"|shall )?ha(?:s|ve) (?P<i>one) vote"
)
_ELSEWHERE = phrase(
    r"\bcannot (?:\w+ )?(?:wait|await)\b|\bbetween meetings\b|\burgen(?:t|cy)\b|"
    r"\b(?:elect(?:ed|ion|ions|oral|orate)?|dissol\w+|w(?:ind|ound)\w*[ -]up|amend(?:ed"
    r"|ment)? (?:to )?(?:these|this|the terms|the constitution|of the)|alter\w* (?:these|this|of)"
    r"|referendum|suspended|suspend|rescind|remove(?:d|al)? (?:a |the |from )|expel\w*|refreshments"
    r"|stands? for)\b|\baltered\b|\bamended only\b|may be amended|\b(?:be|is|are) changed\b"
    r"|\bchanging (?:them|these)|what's being suggested|\b(?:be|is|are) ended\b|(?:brought|comes?) to an end"
)
_WITHDRAWS = phrase(
    r"\b(?:interest\w*|withdraw\w*|conflict\w*|leave the room|out of the room|stand to gain|quor(?:um"
    r"|ate))\b|\bfor a decision to (?:stand|count)|\bunless {NUMBER} of us"
)
_POINTER = phrase(
    r"\bvoting (?:rights?|arrangements?|procedures?|protocols?|rules)\b|\bprotocols on voting\b"
    r"|\bmanner of its voting\b|\bdecision[ -]making\b|^\W*(?:annex\w*|appendix|schedule) \w+\W+voting"
)
_REPORTED = phrase(r"^(?!.*\b(?:shall|will|may|must|can|is|are|be)\b).*\bvoted\b")
_ONLY_MEMBERS = phrase(
    r"^\W*(?:co-opted|observers?|advis[eo]rs?|officers|deputies|substitutes?|alternates?|factored)\b"
    r"|\bsubstitut\w+|\bprox(?:y|ies)\b|\bdeput(?:y|ies)\b(?![ -]chair)|\balternate\b|\bspeak but\b"
    r"|\bon your group's behalf\b|\bdeputation\b|\bnon-voting\b|\bvoting rights? (?:of"
    r"|for) (?:a )?(?:deput|substit)|minuted|entered in the minutes|abstain"
)
_SPECIAL = phrase(
    r"\bnot be (?:carried|approved|adopted) unless\b|\b(?:is|are) different\b|\bonly [^.]{3,70} if (?:every|all)\b|"
    r"\bqualified majority\b|\b(?:following|certain|these) (?:matters|decisions)\b|\b(?:for"
    r"|on) (?:decisions|matters) (?:relating|concerning|involving|about)|\bdecisions? (?:to|that|about|on"
    r"|relating to|involving) [\w ,]+ (?:require|need)s?\b|\bshall (?:each )?require\b"
    r"|\brequires? (?:a )?(?:two|three|unanim|\d)"
)
_EXCEPT = phrase(r",? (?:except|save|other than) (?:for|in|that|where|as|on|when) ")
_PLANS = phrase(
    r"\bbuil(?:d|ds|ding) (?:a )?consensus\b|\bvote of (?:thanks|no confidence)\b|\bdecision[ -]makers?\b"
    r"|\binfluenc\w+ [\w -]*decision|\bdecisions?-making process of their"
    r"|\bpolicy development and decision|\bvote for (?:the change|one)|normal decision making processes"
    r"|(?:decision[ -]making|decisions) (?:process(?:es)? )?(?:of|in|within) (?:their|its|the council"
    r"|local)|able to make decisions|strategic decisions|majority of (?:the )?(?:work|meetings|people"
    r"|residents|funding|population)"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for how a body decides: the sentences of one run of rules make one provision."""
    run: list[tuple[Sentence, dict[str, Any]]] = []
    for sentence in context.sentences:
        own, given = _read(sentence)
        yield from own
        if given is None:
            continue
        if run and _apart(run[-1][0], sentence):
            yield from _close(run)
            run = []
        run.append((sentence, given))
    yield from _close(run)


def _apart(last: Sentence, sentence: Sentence) -> bool:
    if sentence.section != last.section or sentence.index - last.index > 9:
        return True
    return bool(
        phrase(
            r"^\W*(?:at|for|in) (?:a|an|the|each)? ?(?:annual |special )?(?:general meeting|assembly"
            r"|steering group|board|executive|forum)\b"
        ).search(sentence.text)
    )


def _close(run: list[tuple[Sentence, dict[str, Any]]]) -> Iterator[Hit]:
    """One hit of a run of sentences, where they lay a rule down together."""
    if not run:
        return
    value: dict[str, Any] = {}
    flags: set[str] = set()
    for _, given in run:
        flags |= given.pop("flags")
        for key, field in given.items():
            value.setdefault(key, field)
    method = _method(flags, value)
    if method:
        value["method"] = method
    if (
        value.get("threshold") == "unanimous"
        and "threshold_basis" in value
        and "vote" not in flags
        and "consensus" not in flags
    ):
        value.pop("method", None)
    if set(value) - {"threshold_basis"} and not (
        set(value) <= {"method", "threshold_basis"} and value.get("method") == "vote" and "decides" not in flags
    ):
        order = {key: value[key] for key in VALUE.__dataclass_fields__ if key in value}
        yield Hit(order, tuple(s for s, _ in run), "voting.run")


def _method(flags: set[str], value: dict[str, Any]) -> str | None:
    if "consensus" in flags:
        if "escalate" in flags and "vote" not in flags:
            return "consensus_then_escalate"
        return "consensus_then_vote" if "vote" in flags else "consensus"
    if "chair_decides" in flags:
        return "chair_decides"
    return "vote" if "vote" in flags or value.get("threshold") == "simple_majority" else None


def _read(sentence: Sentence) -> tuple[list[Hit], dict[str, Any] | None]:
    """Hits of its own for what is promised, elsewhere or special, and what the sentence adds to the ordinary rule."""
    quorum = QUORUM.search(sentence.text) and not _POINTER.search(sentence.text)
    if quorum and not _CASTING.search(sentence.text):
        return [], None
    hit = None if sentence.narrative else _pointer(sentence, sentence.text) or _special(sentence, sentence.text)
    if hit and not (hit.key == "pointer" and _CONSENSUS.search(sentence.text)):
        return [hit], None
    given = _ordinary(sentence)
    if hit and given:
        given["flags"] |= {"vote"} if _VOTE.search(sentence.text) else set()
    return [hit] if hit else [], given


def _ordinary(sentence: Sentence) -> dict[str, Any] | None:
    """What one sentence says of deciding ordinary business; None for nothing."""
    text = sentence.text
    topical = bool(_TOPIC.search(sentence.topic)) and not phrase(
        r"between meetings|urgent|referendum|votes does"
    ).search(sentence.topic)
    if sentence.narrative or not (CUE.search(text) or (topical and _NO_AGREEMENT.search(text))) or _PLANS.search(text):
        return None
    if (QUORUM.search(text) and not _CASTING.search(text)) or _REPORTED.search(text):
        return None
    relevant = _CASTING.search(text) or _CASTING_DENIED.search(text) or _CONSENSUS.search(text) or topical
    if _ELSEWHERE.search(text) and not _CASTING.search(text):
        return None
    if (_WITHDRAWS.search(text) and not _CASTING.search(text)) or (
        _ONLY_MEMBERS.search(text) and not (_CASTING.search(text) or _EACH.search(text))
    ):
        return None
    if (
        phrase(
            r"interests?|attendance|public|finance|dissolution|quorum|deput|substitut|plan need|review|chang(?:ed"
            r"|ing)|ballot"
        ).search(sentence.topic)
        and not topical
    ):
        return None
    given = _fields(sentence, text)
    if not given["flags"] and len(given) == 1:
        return None
    return given if relevant or len(given) > 1 or given["flags"] & {"vote", "consensus"} else None


def _pointer(sentence: Sentence, text: str) -> Hit | None:
    about = _POINTER.search(text)
    if not about:
        return None
    if status.is_placeholder(text):
        return Hit({}, (sentence,), "voting.placeholder", Status.PLACEHOLDER, key="pointer")
    if phrase(
        r"own procedure|standing orders|\bsection \w+\b.*\bsection\b|annex|appendix|schedule|protocol"
        r"|\(section|set out in|own rules"
    ).search(text) and not _CONSENSUS.search(text):
        return Hit({}, (sentence,), "voting.deferred", Status.DEFERRED, key="pointer")
    return None


def _special(sentence: Sentence, text: str) -> Hit | None:
    """A kind of decision with a majority of its own is a provision of its own (GUIDE.md, Voting)."""
    if not _SPECIAL.search(text):
        return None
    share = threshold(text)
    if share in (None, "simple_majority") and not phrase(r"qualified majority").search(text):
        return None
    value: dict[str, Any] = {"method": "vote"}
    if share and share != "simple_majority":
        value["threshold"] = share
        if how := basis(text):
            value["threshold_basis"] = how
    return Hit(
        value,
        (sentence,),
        "voting.special",
        Status.STATED,
        key="qualified" if "qualified majority" in text.lower() else f"special {sentence.index}",
    )


def _fields(sentence: Sentence, text: str) -> dict[str, Any]:
    flags: set[str] = set()
    given: dict[str, Any] = {"flags": flags}
    if _CONSENSUS.search(text):
        flags.add("consensus")
    no_vote = phrase(
        r"\bno power to take a vote|\b(?:do|does|shall|will) not (?:take|hold|have) (?:a )?votes?\b"
        r"|\bdon't vote\b|\bno votes? (?:is|are|shall be|will be) taken\b|\b(?:no|without) (?:formal )?vot(?:e"
        r"|es|ing)\b"
        r"|\bnot (?:be )?(?:taken )?(?:to|by) (?:a )?vote|do not vote"
    ).search(text)
    if _VOTE.search(text) and not no_vote:
        flags.add("vote")
    escalated = _ESCALATE.search(text)
    if (
        escalated
        and (_NO_AGREEMENT.search(text) or (flags & {"consensus"} and not flags & {"vote"}))
        and not phrase(r"put to (?:the|a) vote|put to vote").search(text)
    ):
        flags.add("escalate")
        given["escalates_to"] = head(escalated["to"], limit=6)
    if (
        phrase(
            r"\b(?:decision of the chair|chair(?:man|person)?(?:'s decision)?) (?:is|shall be|will be) final"
            r"|\bchair (?:will|shall) (?:decide|determine|make the (?:final )?decision)"
        ).search(text)
        and not flags
    ):
        flags.add("chair_decides")
    if phrase(
        r"\b(?:decid\w+|determin\w+|carried|decisions?|resolved|goes through|questions?|approved|motions?"
        r"|issues?|matters?)\b"
    ).search(text):
        flags.add("decides")
    main = _EXCEPT.split(text)[0]  # "except for amendments, which need two thirds" is another matter
    share = threshold(main)
    if share and not (share == "simple_majority" and not _VOTE.search(text) and not phrase(r"hands for").search(text)):
        given["threshold"] = share
        if how := basis(main):
            given["threshold_basis"] = how
    each = _EACH.search(text)
    if each:
        words = next((g for g in each.groupdict().values() if g), "one")
        given["votes_per_member"] = 1 if "single" in words else number(words) or 1
    given |= _casting(text, flags)
    return given


def _casting(text: str, flags: set[str]) -> dict[str, Any]:
    if not (_CASTING.search(text) or _CASTING_DENIED.search(text)):
        return {}
    if _CASTING_DENIED.search(text):
        return {"casting_vote": False} if phrase(r"vote|second|tie|equal|heat|chair|extra").search(text) else {}
    flags.add("vote")
    text = re.sub(
        r"\s*\((?![^()]*(?:casting|second|deciding))[^()]*\)", "", text
    )  # "the Chair (or, in their absence, the Vice-Chair) shall have"
    match = _CASTING.search(text)
    holder = phrase(
        r"(?P<by>(?:the )?[\w' -]{3,40}?)(?: of the [\w ]+)? (?:shall|will|may|can|to|is entitled to|has|have"
        r"|having|holds?|exercis\w+|giv\w+|cast\w*)\b(?: \w+){0,3}? (?:a |the |his or her |their )?(?:second"
        r"|casting|deciding|final|additional)"
    ).search(text)
    by = ""
    if holder:
        by = subject(holder["by"], len(holder["by"]))
    elif match:
        by = subject(text, match.start())
    by = re.sub(
        r"^(?:with |in (?:the )?(?:event|case) of (?:a |an )?(?:tie|tied vote|equality of votes|equality)\W*"
        r"|votes are equal |on a tie )(?:the )?",
        "",
        by,
    )
    by = re.split(r"\b(?:will|shall|may|can) vote and (?:the )?", by)[-1]
    by = by if phrase(r"{CHAIR}|{VICE}|presid|convener|member|leader|person").search(by) else ""
    return {"casting_vote": True} | ({"casting_vote_by": by} if by else {})


HITS = (
    Example("Decisions will be reached by consensus.", {"method": "consensus"}),
    Example(
        "Each member has one vote and decisions are taken by a simple majority of those present.",
        {"method": "vote", "threshold": "simple_majority", "threshold_basis": "present", "votes_per_member": 1},
    ),
    Example(
        "The Board aims for consensus. Where a vote is needed the Chair shall have a casting vote.",
        {"method": "consensus_then_vote", "casting_vote": True, "casting_vote_by": "chair"},
    ),
    Example(
        "Decisions are made by consensus. If consensus cannot be reached the matter is referred to the Executive.",
        {"method": "consensus_then_escalate", "escalates_to": "executive"},
    ),
    Example(
        "Decisions are by consensus where possible, or by a simple majority where necessary, except for amendments to "
        "the Constitution, which need two thirds.",
        {"method": "consensus_then_vote", "threshold": "simple_majority"},
    ),
    Example(
        "On a tied vote the Chairman (or the Vice-Chairman in his absence) shall have a second or casting vote.",
        {"method": "vote", "casting_vote": True, "casting_vote_by": "chairman"},
    ),
    Example(
        "The Group proceeds by consensus; if there is none, the question goes up to the Board.",
        {"method": "consensus_then_escalate", "escalates_to": "board"},
    ),
    Example("Voting arrangements are to be developed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("A vote of thanks was given to the speaker.", comment="courtesy"),
    Example("The Partnership builds consensus about the future of the town.", comment="an aim"),
    Example("The Partnership may be dissolved by a two-thirds majority.", comment="dissolution"),
    Example("Observers may speak but not vote.", comment="who has no vote"),
    Example("Members elect a Chair by a majority vote.", comment="an election"),
)
