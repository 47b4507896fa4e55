"""Term and limits that a text lays down: what is a length of office, what a limit, what neither.

The limits are read first and taken out of the text, so that "not more than four years running" is never also a term;
so are the gaps that a holder must leave ("until a year has passed") and what is told of casual vacancies.
"""

from __future__ import annotations

import re
from typing import Any

from torparse.clauses._term_of_office.limits import limits_in
from torparse.clauses._term_of_office.yearly import SHARE_LEAVES, recurrent
from torparse.lexicon.durations import Duration, durations
from torparse.lexicon.numbers import number
from torparse.lexicon.phrase import phrase

_TIME = phrase(
    r"(?:for (?:(?:not less than|no less than|at least|a minimum of|between) {NUMBER}(?: (?:years?|months?))?,? "
    r"(?:and|but|to|or)"
    r" (?:not more than |no more than |not exceeding |at most |up to |a maximum of )?"
    r"|the (?:duration|length) of )(?!(?:the|their|his|her|its)\b)"
    r"|for (?:a |an |an? initial |one |the next |up to |at least |the )?(?:fixed |initial |minimum |maximum "
    r"|further )?"
    r"(?:(?:terms?|periods?|tenure|stints?|spells?|space|stretch|course|run|duration)(?: of office)? of (?:up to "
    r"|not more than |a maximum of "
    r"|at least )?"
    r"|up to |a maximum of |not more than |no more than |a minimum of )?"
    r"|(?:each|every|a|the|one|this|that) (?:turn|go|spell|stint|appointment|period|term|tenure) (?:lasts?|runs?"
    r"|extends?|goes on|is|will last|shall last)(?: for| to)? "
    r"|(?:terms?|periods?|tenure|mandate|length|duration|membership)(?: of (?:(?:each|every|any|the) )?(?:office"
    r"|appointment"
    r"|service"
    r"|membership|post))?"
    r"(?: (?:for|of) [\w ,'’/-]{3,60}?| ?\([^()]{3,60}\))? ?(?:is|are|shall be|will be|of|:|lasts?|runs?"
    r"|extends?|continues?|stretches) ?(?:to |for |normally |usually |a "
    r"|up to |minimum of |at least |not less than |minimum |set at |fixed at )*"
    r"|\bserves? (?:a |an )?|\bholds? (?:a |an )|each do a |signs? up for |(?:terms?|appointment)[^.;:]{0,30}: ?"
    r"|(?:hold|holds) (?:office|the post|the position|the role) |comes with an? |this (?:will|shall) be an? )"
    r"(?=(?P<term>{DURATION})(?! (?:notice|before|in advance|prior|later|after|ago|of (?:receipt|the)|old"
    r"|from the date of"
    r" (?:this|dissolution))))"
)
_PLURAL = phrase(
    r"\b(?P<term>{DURATION})[ -](?:staggered |fixed |renewable )?(?:terms?|stints?|spells?|periods? of office|tenure"
    r"|appointments?|mandates?)\b|^\W*(?P<term2>{DURATION}) on the\b|(?P<term3>{DURATION}) (?:at a time|apiece|at a"
    r" stretch"
    r"|at a go)\b"
)
_CONTRACT = phrase(
    r"(?:\b(?:it|this) is|\b(?:he or she|they|he|she) (?:is|are|has|have)(?: given| offered)?|\bserves? under"
    r"|\b(?:is|are)"
    r" (?:engaged|appointed|employed"
    r"|recruited) on)(?: an?)? (?:fixed )?(?P<term>{DURATION})[ -](?:fixed[- ]term )?contracts?"
    r"\b(?! (?:with|for the supply|to (?:supply|provide)))"
)
"""A contract of a person, not one for supplies."""
_LAPSES = phrase(
    r"\b(?:invitations?|appointments?|memberships?|co-?options?|nominations?|places?|seats?)\b[^.;]{0,40}?"
    r" (?:laps\w+|expires?|ends?|runs? out) (?:at the end of|after) (?=(?P<term>{DURATION})(?!['’]?s?['’]? notice))"
)
_ENDS_AFTER = phrase(
    r"\b(?:mandates?|terms?(?: of (?:office|appointment|service))?|appointments?|tenure)\b[^.;]{0,40}? (?:ends?"
    r"|expires?"
    r"|terminates?|lapses?|ceases?|comes? to an end)"
    r" (?:(?=(?P<term>{DURATION}) (?:after|from|following)\b)|after (?=(?P<term2>{DURATION})(?!['’]?s?['’]? notice)))"
)
_OF_THE_BODY = phrase(
    r"\b(?:task ?forces?|(?:working|task|project|steering|advisory|review) (?:groups?|part(?:y|ies))|committees?"
    r"|panels?"
    r"|partnership|forum|commission|inquiry)\b[^.;]{0,40}\b(?:established|set up|created|formed|constituted"
    r"|convened)\b"
    r"[^.;]{0,70}\b(?:terms?|periods?|life|lifetime) of\b"
    r"|\b(?:documents?|copies|minutes|records?|agendas?|papers)\b[^.;]{0,80}\b(?:open|inspect\w*|kept|retained"
    r"|available)\b"
)
"""How long a body lasts, or papers are kept."""
_OF_ITS_MEMBERS = phrase(
    r"\bmembers? (?:shall|will|are|is|may|serves?|holds?|elected|appointed)\b|\bterms? of "
    r"office\b"
)
_BARE = phrase(
    r"^(?:[^:.]{0,60}[:|] ?|[^:.]{0,40} [-–—] )?\W*(?P<term>{DURATION})\b(?! (?:notice|before|after|later))"
    r"|[;,] (?:for )?(?P<term2>{DURATION})\W*$"
)
_ASKED = phrase(
    r"terms? of (?:office|service|appointment|membership)|length of (?:appointment|term|service|office)|tenure|how long"
    r"|^\W*(?:membership )?terms?(?:\W*$| ?[:=]| [-–—] )"
)
_LABEL = phrase(
    r"^\W*(?:[\w’'-]+ ){0,3}(?:members?|representatives?|trustees|directors|officers|office[ -]bearers|{CHAIR}|{VICE})"
    r"(?:[’']s)?(?: terms?)?: ?(?P<term>{DURATION})(?=$|[.,;(])"
)
_PAIRED = phrase(r"\b(?P<a>{NUMBER}) ?(?:\+|plus|and then) ?(?P<b>{NUMBER})[ -]years?\b")
INDEFINITE = phrase(
    r"(?:(?:is|are|be|remains?|serves?) (?:a |an )?[^.;]{0,30}?for the (?:life|lifetime) of the (?:council|assembly"
    r"|board"
    r"|parliament|committee)\b|hold(?:s)? office[^.;]{0,60} until [^.;]{0,40}ordinary elections?|no fixed term"
    r"|serves? (?:\w+ )?at the pleasure of|no (?:set |fixed |limit (?:to|on) the )?terms? of office"
    r"|indefinite(?:ly)?\b|without (?:limit of|a) term|(?:serve|remain|stay|continue|holds? "
    r"office)s?[^.;]{0,30}? until"
    r" (?:they|their|he or she|replaced|such time as (?:they|he)|it) ?(?:resign\w*|are replaced|is replaced|choose"
    r"|decide"
    r"|wish|are removed|stand|step|leave)?|until replaced|no term limits?|no time limits? (?:on|to|for)\b"
    r"(?! the number of terms)|no limit (?:on|to) (?:how long|the (?:length|time|period))[^.;]{0,30}(?:serve|hold"
    r"|remain"
    r"|stay|be a member|in office)|(?:appointments?|terms?|membership) (?:is|are|shall be) open-ended|(?:serve|hold"
    r"|remain|continue|stay)s?"
    r"[^.;]{0,40} (?:for )?(?:so|as) long as (?:they|he|she|it|the|that)|for the duration of (?:their|his|her"
    r"|the) (?:term"
    r"|office|appointment|employment)|while they hold|remain with an individual until"
    r"|(?:terms?(?: of office)?|length of (?:service|appointment|term)|periods? of office)\b[^.;]{0,50}? (?:is|are"
    r"|shall"
    r"(?: also)? be|will(?: also)? be|is left) (?:entirely |solely )?(?:a matter for|at (?:the|their|its|his or her)"
    r" (?:sole |own )?discretion|(?:for|to) (?:the|each|its|their) (?:appointing|nominating|sending|partner|member)"
    r"[\w ]{0,20} to (?:decide|determine|settle)|(?:decided|determined|set|settled) by (?:the|each|its|their)"
    r" (?:appointing|nominating|sending|partner|member)))"
)
_NOT_A_TERM = phrase(
    r"\b(?:ineligib|disqualif|absent|absence|come to none|treated as|designat|licen[cs]e|agreement|contract"
    r"|implementation"
    r"|review\w*|mandate of|leave from|unavailable|hire|strategy|plan|dispensation|records?|loan|item|archive|deferred"
    r"|terms of reference (?:shall|will|are|is)|protocol|programme|grant|lease|funding|secondment|sponsorship"
    r"|subscription"
    r"|(?:training|school|teaching|autumn|spring|summer) terms? (?:is|are|runs?|lasts?)|in terms of"
    r"|short[ -]term|long(?:er)?[ -]term|medium[ -]term|notice|minutes are kept|papers)\w*\b"
)
_ANYHOW = phrase(
    r"\bmembership (?:is|lasts|runs|shall be|will be)\b|term of office|hold office|holds office|\bserves?\b|elected"
    r"|hold the (?:post|position)"
)
_OTHERWISE = phrase(
    r"\b(?:worked|working|experience|withdraw\w*"
    r"|absen\w+|resident|lived|living|been (?:a member|on|in)|expected to|suspen\w+|ban\w*"
    r"|barred|excluded|within|kept|retained|unavailable)\b[^.;]{0,50}$"
)
"""What a time is for where it is no term: a qualification, a leave, a bar, a wish."""
_QUALIFIED = phrase(r"\b(?:those|people|persons|anyone|members) (?:who|that) (?:have|has|had)\b[^.;,]{3,60}")
"""Who may be chosen: how long they have served already is no term."""
_PAST = phrase(r"\bwas (?:first )?(?:elected|appointed|chosen)\b|\b(?:elected|appointed) in (?:19|20)\d\d\b")
_REST_OF = phrase(
    r"\b(?:remainder|rest|unexpired (?:part|portion|term)|balance|residue) of (?:the|that|their|his or her"
    r"|its)? ?(?:term"
    r"|period|office|year)|\bcasual vacanc|\bfill(?:ing|ed|s)? (?:a|the|any) (?:casual )?vacanc"
)
_OUTGOING = phrase(
    r"^\W*(?:the |an? )?(?:outgoing|immediate past|retiring|former|past) (?:{CHAIR}|{VICE}|officers?|treasurer"
    r"|secretary)\b"
)
"""What those do who have left an office."""
_ABSENT = phrase(r"\b(?:absent|fail(?:s|ed)?(?: [\w-]+){0,7}? to attend|absence|not attended|inactive|missed)\b")


def values(text: str, topic: str) -> dict[str, Any] | None:
    """Term and limits in ``text``; None where it lays down no term. ``topic`` is the heading or label over it."""
    if (
        _REST_OF.search(text)
        or _OUTGOING.search(text)
        or (_OF_THE_BODY.search(text) and not _OF_ITS_MEMBERS.search(text))
        or _PAST.search(text)
        or (_ABSENT.search(text) and not phrase(r"\bterm\b|serves?\b").search(text))
    ):
        return None
    found, rest = limits_in(text)
    rest = _QUALIFIED.sub("", rest)
    term = _length(rest, topic) or recurrent(rest)
    if term:
        found = {"term": term} | found
        if longer := _LONGER_BY.search(text):
            if _whole(longer["more"]) != term:
                found.pop("max_terms", None)  # "three years, with a further year" is no second term
            elif _RENEWS.search(text):
                found.setdefault("max_terms", 2)
    if paired := _PAIRED.search(text):
        first, second = number(paired["a"]), number(paired["b"])
        found["term"] = f"P{first}Y"
        if first == second:
            found["max_terms"] = 2
    if (
        _NOT_A_TERM.search(text)
        and not _ENDS_AFTER.search(text)
        and not _CONTRACT.search(text)
        and not _ANYHOW.search(text)
        and not _ASKED.search(text)
    ):
        return None
    if found:
        return found
    return {} if INDEFINITE.search(text) else None


_LONGER_BY = phrase(
    r"\b(?:an?|one|by|for|of|possible|optional) (?:(?:up to|possible|optional|another) )*(?:a |an )?(?:further"
    r"|additional|extra|another)"
    r" (?P<more>(?:{NUMBER} )?(?:years?|months?))\b"
)
"""What a term may be made longer by."""
_RENEWS = phrase(r"\b(?:renew|extend|extension|re-?appoint|re-?elect)\w*")


def _whole(words: str) -> str | None:
    first = _first(words if words.split()[0].lower() not in ("year", "years", "month", "months") else f"one {words}")
    return first.iso if first else None


def is_derived(text: str) -> bool:
    """Whether the only length in ``text`` is the one that follows from a share that retires each year."""
    rest = limits_in(text)[1]
    return not _length(rest, "") and bool(SHARE_LEAVES.search(rest))


def _length(text: str, topic: str) -> str | None:
    """A length of office told as a time."""
    patterns = [_TIME, _PLURAL, _LABEL, _CONTRACT, _LAPSES, _ENDS_AFTER]
    if _ASKED.search(topic) or (_ASKED.search(text[:60]) and (":" in text or " - " in text)):
        patterns.append(_BARE)
    for pattern in patterns:
        for match in pattern.finditer(text):
            name = next(n for n, g in match.groupdict().items() if g)
            one = _first(text[match.start(name) : match.start(name) + 60])
            if _OTHERWISE.search(text[max(0, match.start() - 60) : match.start(name)]):
                continue
            if one and re.match(r"P\d+[YM]", one.iso) and (pattern is not _TIME or _speaks_of_office(text, topic)):
                return one.iso
    return None


def _first(text: str) -> Duration | None:
    return next(iter(durations(text)), None)


def _speaks_of_office(text: str, topic: str) -> bool:
    return bool(CUE.search(text) or _ASKED.search(topic))


CUE = phrase(
    r"\b(?:does|do|doing|holds?|has|having|have) (?:it|this|so|the (?:job|role))\b(?=[^.;]* for\b)"
    r"|\b(?:turns?|goes?|passes|moves|shared|handed|passed) (?:at|to|in|round|around|among|between)\b|\bapiece\b"
    r"|\b(?:turn|go|spell) lasts?\b|\b(?:you|we|they|people|members?|representatives?|individuals?|delegates?"
    r"|trustees|each)(?: \w+)? (?:sits?|join|joins|come|comes|are in|are a member|are members|are with us|is a member"
    r"|is with us|stay|belong|belongs|sign up)\b[^.;]{0,30}? for\b"
    r"|\b(?:you|we|they)['’]re (?:in|with us|an? (?:[\w-]+ )?(?:member|trustee|director|governor)|members|on (?:it"
    r"|board|the \w+))\b[^.;]{0,20}? for\b"
    r"|\b(?:come|comes|be|stay|carry) (?:back|on) for another\b"
    r"|\b(?:sends?|names?|provides?|designates?|supplies|nominates?) (?:us )?(?:an? |one |its |their |the )?(?:\w+ )?"
    r"(?:representative|member|delegate|person|nominee)s?(?:,[^,.;]{3,50},)? for\b|\bindividuals? sit\b"
    r"|\bfor the (?:life|lifetime) of the\b|\bon the bounce\b|\ball told\b|\bcontracts?\b|\b(?:lapse|expire)s?\b"
    r"|\bpasses\b|\bgoes round\b|\bsame time next year\b|\b(?:till|until|out again) the \w+ after\b|"
    r"\bhold(?:s|ing)? (?:that |this |the |their )?(?:office|post|position|role|seat)s?\b|\brelinquish|\bdemits?\b"
    r"|\bremains?\b|\bat the pleasure of\b"
    r"|\bsigns? up for\b|\bstays? (?:on )?for\b|\bmandate\b|\bterms? of office\b|\b(?:held|continue|continues|stay|in)"
    r" (?:in )?(?:the )?(?:office|post|position|job)\b|\btenure\b|\bserv(?:es?|ing|ed|ice)\b|\bterms?\b"
    r"|period of (?:(?:each|every|any|the) )?(?:office|post|appointment|service|{DURATION})|\bannual "
    r"(?:positions?|posts?"
    r"|offices?|roles?)\b|length of appointment|\bstint\b|\bspell\b"
    r"|\b(?:re-?)?elect\w*"
    r"|\b(?:re-?)?appoint\w*|does the job|holds the post|\byears on the\b|chosen|cho?oses?\b|\brotat\w+|\bco-?opt"
    r"|consecutive|running\b|\bterm limits?\b|\btime limits? (?:on|to|for)\b|\b(?:positions?|posts?|seats?|places?"
    r"|roles?)"
    r" (?:are|is) (?:taken|filled)\b|in a row|on the trot|in succession|\bretir\w+|\b(?:stand|step)s? down\b"
    r"|\bup for (?:grabs|election|re-election)\b|\bhow long\b|\bmembership\b[^.;]{0,40}\b(?:for|years?)\b|open-ended"
    r"|\bnominated\b[^.;]{0,120}\bfor (?:a (?:term|period) of )?{DURATION}"
    r"|\bpicks?\b|\bvotes? (?:for|in)\b|\bselected\b|\bre-?selected\b|\bdecided upon\b|\bas (?:chair|convener)\b"
    r"|\b(?:determined|decided|agreed|settled|filled|confirmed) (?:annually|yearly|(?:each|every) year)\b"
    r"|next twelve"
    r" months|\b(?:at a time|for the (?:municipal|academic|calendar) year)\b|^[^:]{3,50}: ?{DURATION}(?:$|[.,;(])"
)
