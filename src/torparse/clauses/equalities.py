"""A commitment to equality, equal opportunity, non-discrimination or inclusion (GUIDE.md, equalities).

Not: "a partnership of equals", "quality of life", a diverse membership, a skill asked of members, health inequalities
as an aim.
"""

from __future__ import annotations

from collections.abc import Iterator

from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.policy import Cues, Policy, details, policy_hits


class Equalities(Policy):
    """Value of an equalities clause."""


VALUE = Equalities
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False

_COMMITS = phrase(
    r"\bdue regard\b|\b(?:promot|ensur|respect|uphold|advanc)\w*[^.;]{0,30}\bequal|\bequal\w*(?: \w+){0,4} (?:is"
    r"|are|be) (?:actively )?"
    r"(?:promoted|upheld|respected|ensured)\b|\b(?:irrespective|regardless) of\b|\bnot (?:\w+ )?discriminat"
    r"|\bcommitted to\b|\bequality act\b|will not (?:tolerate|put up)|pay regard"
    r"|eliminate"
)


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still lays a rule of its own down."""
    return bool(_COMMITS.search(text))


_TRAIT = (
    r"\b(?:age|rac(?:e|ial)|gender|sex|sexuality|sexual|background|disabilit\w+|abilit(?:y|ies)|religion|faith"
    r"|beliefs?"
    r"|creed|colour|ethnic\w*|orientation|nationality|identity|origins?|who they are|where they)\b"
)
CUES = Cues(
    "equalities",
    cue=phrase(
        r"\bequalit(?:y|ies) (?:act|duty|duties|polic\w+|and diversity|of (?:opportunit\w+|access|treatment"
        r"|outcomes?)"
        r"|statement|impact|scheme|legislation|law|issues|are)\b|\bequal (?:opportunit\w+|opp?s)\b|\bequalities\b"
        # no discrimination, in the law's words and in plain ones
        r"|\b(?:un|non-?|anti-?)?discriminat\w+\b(?! between)|\bprotected characteristic\w*\b"
        r"|\b(?:anti-?)?racis[mt]\b|\bsexis[mt]\b|\bhomophobi[ac]\b|\btransphobi[ac]\b|\b(?:non-)?sectarian(?:ism)?\b"
        r"|\b(?:challenge|oppos\w+|(?:all )?forms? of|any|eliminate|act(?:s)? on|against"
        r"|combat) (?:[\w, ]{0,20})?prejudice\b(?! to)"
        r"|\btreat(?:s|ed|ing)? (?:\w+ ){0,3}?(?:less favourably|worse|alike|equally|with (?:the same|equal) \w+)\b"
        r"|\b(?:no one|nobody|none|not) (?:[\w ]{0,20})?(?:shut out|turned? away|disadvantaged|excluded because)\b"
        r"|\b(?:regardless|irrespective) of\b[^.;]{0,60}"
        + _TRAIT
        + r"|\b(?:without|with no) (?:any )?(?:distinction|regard|respect)\b[^.;]{0,70}"
        + _TRAIT
        + r"|\bwhatever (?:their|his|her|your|its)\b[^.;]{0,40}"
        + _TRAIT
        + r"|\b(?:who you are|where you were born)\b|\bturn nobody (?:down|away)\b"
        r"|\b(?:no|not|free (?:of|from)|zero tolerance|bullying,?(?: and| or)?|unlawful|prohibit\w*|against"
        r"|discrimination,?(?: and| or)?)\b"
        r"[^.]{0,30}\bharass\w+|\bharassment-free\b"
        r"|\bequal (?:chance|access|voice|treatment)\b|\bremov\w+ (?:\w+ )?barriers (?:to|where|that|which"
        r"|for)\b|\bbarriers to (?:participation|taking part|attendance)\b"
        rf"|\b(?:people|nobody|no one|any(?:one|body)|every(?:one|body)?|all|unwelcome|regardless|hatred"
        rf"|treated)\b[^.;]{{0,70}}{_TRAIT}[^.;]{{0,22}}{_TRAIT}"
        rf"[^.;]{{0,22}}{_TRAIT}"
        rf"|\b(?:because|by reason|on account|on (?:the )?grounds?) of\b[^.;]{{0,20}}{_TRAIT}[^.;]{{0,22}}{_TRAIT}"
        r"|\bprejudice in any\b|\btolerate (?:any )?(?:\w+ )?prejudice\b|\bwhatever (?:their|his|her|your"
        r"|one's) circumstances\b"
        r"|\bright to be treated (?:fairly|equally|with (?:fairness|dignity))\b"
        r"|\bgroups? protected by (?:the )?law\b|\bprotected groups?\b"
        r"|\b(?:no one|nobody|not) (?:is |be |are |to be )?(?:[\w ]{0,12})?(?:kept away|put off|held back"
        r"|left behind)\b"
        r"|\bneeds of (?:people|members|those|anyone) with (?:a )?(?:disabilit"
        r"|impairment)\w*\b[^.]{0,40}\b(?:meet|meetings?|venues?|where|formats?|papers)\b"
        # commitments
        r"|\bequality,? (?:diversity|and inclusion|inclusion)\b|\bdiversity(?:,| and) (?:equality|inclusion|equity)\b"
        r"|\bequity,? (?:diversity|and inclusion|of (?:outcomes?|access|opportunity|treatment|participation))\b"
        r"|\b(?:EDI|DEI) (?:policy|plan|statement|strategy)\b"
        r"|\b(?:commit(?:s|ted|ment)? to|promot\w+|valu(?:e|es|ing)|principles? of|champions?|foster\w*|embed\w*"
        r"|striv\w+ for"
        r"|respects?|ensur\w+|advanc\w+|access and|uphold\w*|celebrat\w+) (?:(?!social|digital"
        r"|financial)[\w,]+ ){0,4}?"
        r"(?:equality|inclusion|inclusivity|equity|diversity(?! of))\b(?! of (?:votes|partnership))"
        r"|\bequality,? (?:\w+ ){0,2}(?:is|are) (?:at|central|part)\b|\bvalues? difference\b|\bfairness for all\b"
        r"|\bgood relations between (?!the (?:organi[sz]ation|group|society|club|partnership|forum|council|board"
        r"|charity)\b)"
        r"|\bbasis of equality\b|\bequalit\w+\s*:"
        r"|\binclusive (?:environment|culture|community|space)\b"
        r"(?! (?:interested|engaged|passionate|around|focused|centred|built|based|devoted|dedicated|of practice"
        r"|concerned with|that (?:shares|uses|makes|builds)|of (?:\w+ )?(?:users|developers|makers|practitioners"
        r"|researchers|enthusiasts|learners|experts|artists))\b)|\b(?:welcom\w+|respectful),? (?:and )?"
        r"(?:inclusive|harassment-free)|\binclusive(?:,| and) (?:welcoming|respectful)\b"
        r"|\bsection (?:75 of the northern|149)\b|\bfairer scotland duty\b|\bpay regard to the equality\b"
        # access for disabled members
        r"|\breasonable adjustments?\b(?! to (?:minimi|reduc|the (?:budget|plan|timetable|fees?|rates?)))"
        r"|\b(?:wheelchair|step-free|level access|induction loops?|hearing loops?)\b"
        r"|\b(?:large print|braille)\b|\bdisabled (?:members|people) can\b"
        r"|\baccessible (?:venues?|formats?|to (?:disabled|people with))\b"
    ),
    veto=phrase(
        r"\bpartnership of equals\b|\bequality of (?:partnership|votes)\b|\bquality of life\b"
        r"|\bunderstanding (?:of )?(?:the )?issues of\b|\breduce (?:health )?inequalit"
        r"|\btackl\w+ (?:health )?inequalit|\bhealth inequalit|representative (?:of|from)"
        r"|race equality council|\bequality representative|equal number of votes|knowledge of"
        r"|previous experience|experience (?:of|on|in|with|related)|\b(?:balance|diversity|representative"
        r"|reflect\w*) of"
        r" (?:the )?(?:members?|membership|community|population|borough)\b|\bbalance of\b|\breflects?\b"
        r"|\bsurvey\b|\b(?:diverse|balanced|mixed) membership\b"
        r"|\b(?:feels?|believes?|alleg\w+|suffer\w*|experienc\w+"
        r"|reports?)[^.;]{0,30}\bdiscriminat\w+[^.;]*\b(?:complain\w*"
        r"|procedures?|report|should|may|can)\b"
        r"|^(?!.*\bpolic(?:y|ies)\b).*\b(?:training|workshops?|courses?)\b(?!.*\b(?:shall|must|all members)\b)"
        r"|\b(?:victims?|targets?)\b"
        r"|\bcompetitive advantage\b|\bequal (?:say|weight|vote|footing|standing|partners?)\b"
        r"|\b(?:equity|equality|fairness|inclusivity|inclusiveness) (?:of|in) (?:the |its |our |all |this "
        r")?(?:[\w-]+ ){0,2}(?:process"
        r"(?:es)?|procedures?|systems?|assessments?|marking|supervision|workloads?|costs?|fees?|charges|formula)\b"
    ),
    own=_own,
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the commitment or procedure."""
    yield from policy_hits(context, CUES, details)


HITS = (
    Example("The Partnership is committed to equality of opportunity in all that it does."),
    Example("In everything it does the Board will have due regard to the Equality Act 2010."),
    Example("We will not tolerate discrimination of any kind."),
    Example("Equalities: [insert corporate paragraph]", status=Status.PLACEHOLDER),
    Example("The Forum promotes equal opportunities and values diversity and inclusion."),
)
MISSES = (
    Example("The Partnership is a partnership of equals.", comment="parity of partners"),
    Example("We want to improve the quality of life for everyone.", comment="another word"),
    Example("The strategy aims to reduce health inequalities.", comment="an aim of a strategy"),
    Example("Upon an equality of votes the motion falls.", comment="a tie"),
    Example(
        "Members should have a good understanding of the issues of social inclusion and diversity.", comment="a skill"
    ),
)
