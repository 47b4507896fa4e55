"""What guides call the provisions of terms of reference, and how a checklist speaks of each.

The names are those of ``torparse.rules.subjects`` (what a provision is called where nothing lays it down) with the
shorter ones that stand in lists: "review" alone names no provision in a sentence, but does so in a list of what terms
of reference are to hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from torparse.lexicon.phrase import phrase
from torparse.rules.subjects import NAMES


@dataclass(frozen=True, slots=True)
class Provision:
    """How a checklist speaks of a clause type: ``label`` goes on from "The terms say …".

    ``names`` are patterns (``torparse.lexicon.phrase``) of what guides call it.
    """

    requirement: str
    label: str
    names: str


_ONLY = (
    r"^\W*(?:the |an? |any |your |clear |its )*{}(?: (?:rules|arrangements|procedures?|polic(?:y|ies)|process))?\W*$"
)


def _alone(words: str) -> str:
    """The pattern of a fragment that holds these words and at most "arrangements" or "procedures" behind them."""
    return _ONLY.replace("{}", f"(?:{words})")


PROVISIONS: Mapping[str, Provision] = {
    "document_facts": Provision(
        "The terms of reference are agreed and dated.", "on which date they were agreed",
        r"\bdates? (?:of|on which) (?:adoption|agreement|approval|the terms|they were agreed)\b|\bversion (?:number"
        r"|control|history)\b",
    ),
    "purpose": Provision(
        "The purpose of the partnership is written down.", "what the partnership is for",
        _alone(r"(?:shared )?(?:purposes?|aims?|objectives?|vision|remit|mission|scope)(?: (?:and|or) (?:aims?"
               r"|objectives?|values|scope|remit))?")
        + r"|\b(?:purpose|aims|objectives|remit|vision) of (?:the|your)\b|\bwhat (?:the \w+|you|it|the group) (?:is"
        r"|are|exists?) (?:there )?(?:for|to do)\b|\bwhy (?:the \w+|you|it) exists?\b",
    ),
    "legal_status": Provision(
        "The legal status of the partnership is stated.", "what the partnership is in law",
        r"\blegal (?:status|form|standing|basis)\b|\bstatutory (?:basis|status|footing)\b|\bunincorporated\b",
    ),
    "membership": Provision(
        "The membership is set out.", "who the members are",
        _alone(r"(?:core )?members(?:hip)?(?: and (?:structure|composition))?|composition")
        + r"|\bwho (?:the members are|(?:is|are|can be|may be|should be) (?:a )?members?|belongs|sits on|may join"
        r"|can join)\b|\b(?:list|number|composition) of (?:the )?(?:members|partners|membership)\b"
        r"|\bmembership (?:criteria|list|and|of)\b|\bwhich organisations\b|\bhow (?:new )?members (?:join|are (?:chosen"
        r"|recruited|appointed))\b",
    ),
    "member_authority": Provision(
        "What members may decide for their organisations is stated.", "what members may commit their organisations to",
        r"\b(?:delegated |decision[- ]making )?authority of (?:members|representatives)\b|\bseniority\b"
        r"|\b(?:members|representatives)['’]? (?:authority|mandate)\b|\bdelegated (?:authority|powers)\b",
    ),
    "role_descriptions": Provision(
        "The roles are described.", "what each role does",
        r"\b(?:job|role) (?:descriptions?|profiles?)\b|\broles?(?: and responsibilities| and duties)\b"
        r"|\bresponsibilities of (?:the |each )?(?:members|chair|officers)\b|\bduties of\b|\bwhat (?:the )?(?:chair"
        r"|members|officers) (?:does|do|is expected to do|are expected to do)\b|\bwhat is expected of (?:members"
        r"|the chair)\b|" + _alone("roles|duties|responsibilities"),
    ),
    "chair_appointment": Provision(
        "How people are chosen or elected to office is written down.", "how the chair is chosen",
        r"\bwho (?:chairs|is to chair|will chair|leads)\b|\b(?:choosing|electing|appointing) (?:the |a |your"
        r" )?(?:{CHAIR}"
        r"|officers)\b|\b(?:is|are) (?:the |your )?(?:{CHAIR}|officers)[\w -]{0,20} (?:chosen|elected|appointed)\b|"
        r"\b(?:chooses|elects|appoints|picks) (?:the |a |your )?(?:{CHAIR}|officers)\b|"
        + _alone(r"(?:the )?(?:{CHAIR})(?: (?:and|or) (?:the )?(?:{CHAIR}))?|chairing|officers|elections?"),
    ),
    "term_of_office": Provision(
        "How long people hold office is written down.", "how long people hold office",
        r"\bterms? limits?\b|\btenure\b|\bhow (?:many years|long) (?:the )?(?:{CHAIR}|members|officers|they|people)\b",
    ),
    "meeting_frequency": Provision(
        "A meeting schedule is set.", "how often there are meetings",
        r"\bhow (?:often|many times)\b[\w ]*\b(?:meet|meets|meeting|meetings)\b|\bnumber of meetings\b|"
        r"\b(?:meeting|meetings) (?:schedule|frequency|dates|calendar|pattern)\b|" + _alone("(?:regular )?meetings"),
    ),
    "extra_meetings": Provision(
        "Who can call an extra meeting is written down.", "who can call an extra meeting",
        r"\b(?:extra|special|extraordinary|emergency|additional) (?:general )?meetings?\b|\bcall(?:ing)? (?:a|an"
        r"|extra|special) (?:[\w-]+ )?meetings?\b",
    ),
    "quorum": Provision(
        "A quorum is set.", "how many must be present",
        r"\bhow many (?:people |members |partners |of them |of you )?(?:must|have to|need to|should|make|are needed)\b"
        r"(?![^,;]*\bvotes?\b)|\bminimum (?:number|attendance)\b",
    ),
    "voting": Provision(
        "The procedure for voting and decisions is written down.", "how decisions are taken",
        r"\bhow (?:the \w+ |you |decisions |members |it )*(?:decides?|vote|make decisions|takes? decisions"
        r"|reach(?:es)? (?:decisions|agreement))\b|\bhow decisions\b|\bwho (?:can|may|has a|gets a) vote\b"
        r"|\bcasting vote\b|\bvotes are (?:equal|tied)\b|\bmajorit(?:y|ies)\b|" + _alone("voting|votes?|decisions?"),
    ),
    "urgent_decisions": Provision(
        "How urgent decisions are taken is written down.", "who decides between meetings",
        r"\burgent (?:matters|items)\b|\bbetween meetings\b|\b(?:cannot|can't) wait\b",
    ),
    "notice": Provision(
        "How long before a meeting members hear of it is written down.", "how long before a meeting papers are sent",
        r"\b(?:agenda|papers?)s?[\w ]{0,30}(?:sent|circulated|issued|out|published|in advance)\b"
        r"|\b(?:sending|circulating|issuing) (?:the |out )*(?:agenda|papers)\b|"
        + _alone("notice|agendas?(?: and papers)?|papers"),
    ),
    "late_papers": Provision(
        "What happens to late papers is written down.", "what happens to late papers",
        r"\blate (?:papers|items|reports)\b",
    ),
    "minutes": Provision(
        "How meetings are recorded and published is written down.", "how meetings are recorded",
        _alone(r"minutes|minute[- ]taking|records? of meetings|notes of meetings")
        + r"|\bminutes (?:are|will be|taken|published)\b|\b(?:publishing|approval of|taking) (?:the )?minutes\b|\bwho "
        r"(?:takes|keeps|writes) (?:the )?(?:minutes|notes)\b",
    ),
    "attendance": Provision(
        "What follows from absence is written down.", "what follows from absence",
        _alone("(?:non-?)?attendance|absences?") + r"|\bmiss(?:es|ing)? (?:\w+ )?meetings\b",
    ),
    "deputies": Provision(
        "Whether members may send deputies is written down.", "whether members may send deputies",
        r"\b(?:substitut(?:es?|ion)|deput(?:y|ies)(?![ -](?:chair|leader))|proxies|proxy|stand-?ins?|alternates?)\b",
    ),
    "public_access": Provision(
        "Whether the public may attend is written down.", "whether the public may attend",
        r"\b(?:the )?(?:press and )?public (?:may|can|attend\w*|access|participation|questions)\b|\bopen to the"
        r" public\b"
        r"|\bmeet(?:s|ings?)? in public\b|\bobservers\b",
    ),
    "interests": Provision(
        "There is a clear policy on declaring interests.", "when members declare an interest",
        r"\binterests (?:are|should be|must be) declared\b|\bdeclar\w+ (?:of )?(?:any |an |their )?interests?\b"
        r"|\bconflicts? of (?:interests?|loyalt(?:y|ies))\b|" + _alone("interests"),
    ),
    "conduct": Provision(
        "A code of conduct applies.", "which rules of conduct apply",
        r"\bstandards of (?:conduct|behaviour)\b|\bhow members (?:behave|are to behave|should behave)\b|"
        + _alone("conduct|behaviour|standards|values"),
    ),
    "hospitality": Provision(
        "Gifts and hospitality are covered.", "what members do with gifts and hospitality",
        r"\bgifts\b|\bhospitality\b",
    ),
    "equalities": Provision(
        "There is a clear equalities policy.", "which equalities policy applies",
        r"\bequal opportunities\b|\bequality,? (?:and )?diversity\b|\bdiversity\b|\binclusion\b",
    ),
    "complaints": Provision(
        "There is a complaints procedure.", "who receives complaints",
        r"\bcomplaints?\b|\bgrievances?\b|\bcomplain\b",
    ),
    "dispute_resolution": Provision(
        "How disputes are settled is written down.", "how disputes are settled",
        r"\bdisputes?\b|\b(?:members|partners|you) (?:disagree|fall out)\b",
    ),
    "confidentiality": Provision(
        "Confidentiality is covered.", "what is confidential",
        r"\bconfidential(?:ity)?\b",
    ),
    "information_sharing": Provision(
        "How partners share information is written down.", "how partners share information",
        r"\b(?:information|data)[ -]sharing\b|\bshar(?:e|ing) (?:of )?information\b",
    ),
    "data_protection": Provision(
        "Compliance with data protection law is covered.", "which data protection law or policy applies",
        r"\bpersonal (?:data|information)\b|\bprivacy\b",
    ),
    "freedom_of_information": Provision(
        "Compliance with freedom of information law is covered.", "which law on freedom of information applies",
        r"\bFOI(?:A|SA)?\b|\brequests? for information\b|\binformation requests\b",
    ),
    "subgroups": Provision(
        "Each sub-partnership or group has agreed terms of reference.",
        "which groups there are and what their terms are",
        r"\bsub-?(?:groups?|committees?|partnerships?)\b|\b(?:working|task|theme|thematic) (?:and finish )?groups?\b",
    ),
    "reporting": Provision(
        "To whom the partnership reports is written down.", "to whom the partnership reports",
        r"\baccountab(?:le|ility)\b|\b(?:reports?|reporting|answers) to\b|\breporting (?:lines?|arrangements)\b"
        r"|\blines of (?:reporting|accountability)\b|" + _alone("reporting"),
    ),
    "scrutiny": Provision(
        "Scrutiny is covered.", "who scrutinises the partnership",
        r"\bscrutin(?:y|ised?)\b",
    ),
    "performance": Provision(
        "How progress is measured is written down.", "how progress is measured",
        r"\bperformance\b|\bmonitor(?:s|ed|ing)?\b|\bprogress is\b|\bmeasur(?:e|es|ed|ing) (?:progress|success)\b",
    ),
    "risk": Provision(
        "How risks are managed is written down.", "how risks are managed",
        r"\brisks?(?: management| registers?)?\b",
    ),
    "secretariat": Provision(
        "Who supports the partnership is written down.", "who supports the partnership",
        r"\bsecretariat\b|\b(?:admin\w*|secretarial|officer) support\b|\bwho (?:supports|services|administers)\b",
    ),
    "finance": Provision(
        "Money and resources are covered.", "who holds the money",
        r"\baccountable body\b|\b(?:financial|funding|budget\w*) (?:arrangements|rules|procedures|contributions"
        r"|management)?\b|" + _alone(r"financ(?:e|es|ial|ing)|funds?|funding|budgets?|money|resources"),
    ),
    "liability": Provision(
        "Liability and insurance are covered.", "who is liable, and how that is insured",
        r"\bliabilit(?:y|ies)\b|\binsurance\b|\bindemnit(?:y|ies)\b",
    ),
    "communications": Provision(
        "Who speaks for the partnership is written down.", "who speaks for the partnership",
        r"\b(?:media|press) (?:relations|enquiries|statements|protocol)\b|\bspeaks? for the\b|"
        + _alone("communications?|publicity"),
    ),
    "engagement": Provision(
        "How the community is consulted is written down.", "whom the partnership consults",
        r"\b(?:community|public|resident|stakeholder) (?:engagement|involvement|consultation)\b|\bconsult(?:s|ed|ing"
        r"|ation)?\b",
    ),
    "compact": Provision(
        "The Compact with the voluntary sector is followed.", "that the Compact is followed",
        r"\bcompact\b",
    ),
    "induction": Provision(
        "New members are inducted.", "how new members are inducted",
        r"\binduct(?:ion|ed)\b|\btraining\b",
    ),
    "review_cycle": Provision(
        "There is a review procedure for the terms.", "when they are reviewed",
        _alone(r"(?:regular |periodic |annual )?reviews?(?: dates?)?")
        + r"|\b(?:when|how often)\b[\w ]*\breviewed\b|\breview of (?:the |these |your )?(?:terms|ToR|document)\b|"
        r"\bdate of (?:the )?(?:next )?review\b|\breviewing (?:the |your )?terms\b",
    ),
    "amendment": Provision(
        "How the terms are changed is written down.", "how they can be changed",
        r"\b(?:chang(?:e|es|ing)|amend(?:ing|ed|ments?)?|alter(?:ing|ed|ations?)?) (?:to |of )?(?:the |your |these )?"
        r"(?:terms|rules|constitution|ToR|document)\b|" + _alone("amendments?|variations?"),
    ),
    "dissolution": Provision(
        "There is a dissolution procedure.", "who may end the partnership, or by which majority",
        r"\bdissol(?:ve|ved|ving)\b|\b(?:ends?|ending|ended|closes?|closing|close down) (?:the |your )?(?:partnership"
        r"|group|forum|board)?\W*$|\bexit\b|\bwind(?:s|ing)? (?:the \w+ )?up\b",
    ),
}  # fmt: skip
"""Every clause type that guides ask for, in the order in which the types are looked for."""


def named(words: str) -> tuple[str, ...]:
    """The clause types that ``words`` name, the one named first first; of names at one place, the longest."""
    found = []
    for type_, provision in PROVISIONS.items():
        pattern = f"{NAMES[type_]}|{provision.names}" if type_ in NAMES else provision.names
        match = phrase(pattern).search(words)
        if match:
            found.append((_first_letter(words, match), -match.end(), type_))
    return tuple(type_ for _, _, type_ in sorted(found))


def _first_letter(words: str, match: re.Match[str]) -> int:
    """Where the name itself begins: articles before it do not count."""
    article = re.match(r"\W*(?:(?:the|an?|any|your|clear|its|how|who|when|what|whether)\s+)*", words, re.IGNORECASE)
    return max(match.start(), article.end() if article else 0)
