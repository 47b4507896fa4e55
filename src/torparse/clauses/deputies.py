"""Substitutes, alternates and proxies in a member's place (GUIDE.md, deputies).

Each sentence that speaks of somebody in a member's place is read for two things: whether that is allowed, and whether
who comes may vote. The sentences of one section make one provision. Cover for an officer's duties is not this type.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Deputies(Value):
    """Value of a deputies clause."""

    allowed: bool | None = None
    """False where the document rules them out."""
    voting: bool | None = None
    """Whether they vote."""


VALUE = Deputies
ESSENTIAL: tuple[str, ...] = ("allowed", "voting")
SCOPED = False

_OFFICER = (
    r"(?:[ -](?:(?-i:[A-Z0-9])[\w’'&-]*,? (?:(?:and|of|for|the) )?){0,5}(?:chair\w*|chief|leader|conven[eo]r"
    r"|director|secretary|head|mayor|lieutenant|treasurer|president"
    r"|principal|provost|editor|lead|manager|commissioner|governor|moderator|clerk|ceo|minister|officer|dean))"
)
_NOUN = (
    rf"(?:deput(?:y|ies)\b(?!{_OFFICER})|substitut(?:es?|ion|ions)\b(?! for (?:legal|the|a) (?:advice|law))"
    r"|alternates?\b(?! (?:between|week|month|\w+days?|approach\w*|solutions?|methods?|routes?|plans?|ways?|venues?"
    r"|compositions?|(?:(?:legal|corporate|organi[sz]ational|governance) )?(?:structures?|forms?|entit(?:y"
    r"|ies))|process(?:es)?|procedures?|models?|systems?|schedules?|names?|platforms?|definitions?"
    r"|explanations?|funding|implementations?|dates?|times?|locations?|arrangements?|proposals?"
    r"|wordings?|texts?|means|options?|sources?|hosts?|versions?"
    r"|ideas?|suggestions?|formats?|channels?|meetings?|years?)\b)|alternate (?:director|representative|member"
    r"|delegate)s?\b"
    r"|prox(?:y|ies)\b(?! (?:for|server|measure|indicator))|stand-?ins?\b|standing in\b)"
)
_ANYONE = (
    r"(?:some(?:one|body)|any(?:one|body)|no ?(?:one|body)|(?:a|another) (?:colleague|person|member|officer"
    r"|representative|nominee|neighbour|friend|individual)|an alternative|(?:a|an|another) (?:\w+ ){1,3}(?:nominee"
    r"|representative|person|colleague|officer))"
)
_PLACE = (
    r"(?:(?:in|take) (?:his or her|his|her|their|my|your|its|whose|a (?:\w+ )?(?:member|representative"
    r"|councillor)[’']s"
    r"|the (?:member|representative)[’']s|place of (?:a |the )?members?|the stead of)"
    r"(?: (?:own )?(?:place|stead|absence))?|on (?:his or her|his|her|their|your|(?:a |the "
    r"|any )?(?:\w+ )?members?[’']s?"
    r"|(?:your|their) (?:group|organisation)[’']s) behalf|on behalf of (?:a|an|any|the|another) (?:\w+ )?(?:member"
    r"|representative|councillor)|for (?:him or her|you)\b|in (?:place|lieu) of (?:a |an |any "
    r"|the )?(?:absent )?members?)"
)
_STEAD = (
    r"(?:in (?:the )?(?:absence|place|stead) of (?:an? |the |any |that |absent )*(?:\w+ )?(?:members?|representatives?"
    r"|delegates?|trustees?|councillors?|directors?)|in (?:a|the|any|that) (?:\w+ )?(?:member|representative|delegate"
    r"|trustee|councillor)['’]s absence|when(?:ever)? (?:a|the|any|that) (?:member|representative|delegate) (?:is"
    r"|cannot|can['’]t))"
)
_OTHERS = (
    r"(?:(?:no|any|other|another|an?) (?:[\w ]{0,20}(?:or|and) )?(?:(?:\w+ )?representatives?|person|people"
    r"|colleagues?"
    r"|one else|replacements?|nominees?|officers?))"
)
_PERSONALLY = (
    r"\bvot(?:es?|ing)\b[^.;]{0,80}\b(?:must|shall|may only|can only|has to|have to|is to|are to) be (?:given|cast"
    r"|exercised|made|used) (?:personally|in person)\b(?! or\b| only if)|\bmust vote (?:in person"
    r"|personally)\b(?! or\b)"
)
"""A vote that nobody can give for another."""
CUE = phrase(
    rf"{_PERSONALLY}|\b{_NOUN}|\bin (?:his or her|their|his|her|my|your|a member[’']s|its) (?:place|stead)\b"
    rf"|\bin place of (?:(?:a|an|the|any|absent) )*(?:\w+ )?members?\b|\bnon-voting deput"
    r"|\b(?:send|appoint|name|nominate)s? another of (?:its|their) [\w ]{3,20}?(?:,? who\b|[^.;]{0,60}\b(?:in"
    r" (?:the )?(?:place|stead) of|instead\b))"
    r"|\b(?:a second|another|a reserve|an understudy|somebody|someone),? (?:person |one )?(?:who|to) (?:comes?"
    r"|attends?"
    r"|sits?(?: in)?|speaks?)[^.;]{0,20} (?:when(?:ever)?|if|where) (?:the (?:first|other|member)|he or she|they|that"
    r" person)(?: one)? (?:cannot|can[’']t|is|are)\b"
    r"|\b(?:send|nominate|appoint|name|designate|identify)s? (?:an? |another )(?:\w+ ){0,2}delegates?\b"
    r"|\bsit in for (?:you|them|the member)\b|\bsomebody else from your (?:group|club|team|organisation)\b"
    r"|\bdeputising is (?:permitted|allowed|not)\b|\barrange for (?:a|an|another) [\w ]{3,30} to attend\b"
    r"|\b(?:arrange for|ask|invite) (?:an?|another|some|any) [\w ]{3,30} to (?:represent (?:them|him|her|it|you|their"
    r"|his|your)\b|take (?:their|his|her|your|its) place)"
    rf"|\b(?:send|sends|nominate|ask|delegate|depute|appoint)s? (?:along )?{_ANYONE}\b[^.;]{{0,60}}?(?:\belse\b"
    rf"|\binstead\b"
    rf"|\b{_PLACE}|(?:un)?able to attend|unavailable|not available)"
    r"|\bsend (?:along )?(?:a colleague|(?:a|another) (?:nominee|suitably \w+ nominee|neighbour|friend|representative"
    r"|person)|someone|somebody|anyone)(?: else)?\b"
    r"|\b(?:attend|act|come|vote|speak|sit)s? (?:and vote )?(?:on|in) (?:his or her|his|her|their|your|its|my)"
    r" (?:behalf|place|stead)\b|\bon (?:your|their) (?:group|organisation)[’']s behalf\b"
    r"|\brepresented (?:at [\w ]+ )?by (?:an officer|another|someone|somebody|any other)\b|\bnamed representative\b"
    rf"|\b(?:subs|(?:no|a) sub)\b(?=[^.;]{{0,80}}\b(?:{_STEAD}|allowed|permitted|accepted))"
    rf"|\b{_OTHERS}\b[^.;]{{0,60}}?\b(?:attend|sit|come|act|speak|take part)\b[^.;]{{0,30}}?\b{_STEAD}"
    r"|\bdeputy[ -](?:chair\w*|conven[eo]r)\b[^.;]{0,40}\b(?:attend(?:ing|ance)|speaking|voting) (?:(?:and|but) (?:no "
    r"|not )?"
    r"(?:voting |speaking )?)?rights\b"
    r"|\b(?:second|secondary|reserve|additional|further|back-?up|alternative) (?:representative|delegate"
    r"|contact|member"
    r"|person|nominee)s?\b,? (?:who|that|to|may|can|will|shall|should|acts?|steps?"
    r"|attends?)\b[^.;]{0,60}\b(?:when(?:ever)?|if|where|in case|should)\b[^.;]{0,60}\b(?:not|cannot|can[’']t"
    r"|un(?:able|available|reachable)|absent|away|miss(?:es)?)\b"
    r"|\bbe covered by (?:an? )?(?:\w+ )?(?:colleague|nominee|representative|officer|deputy)\b|\bbe replaced for the"
    r" (?:day|meeting|evening|occasion)\b|\b(?:put|sends?|puts) in a (?:substitute|replacement|deputy)\b"
    r"|\bask (?:a colleague|another|someone|somebody)[^.;]{0,20} to deputise\b|\barrange cover by\b"
    r"|\bshall send an alternative\b|\bappoint (?:anyone|another|somebody"
    r"|someone)[^.;]{0,30}behalf\b"
)
_ALLOWED = phrase(
    r"\b(?:may|can|could|will|shall|should|must|is|are|entitled|allowed|accept\w*|appoint\w*|nominat\w*|send\w*"
    r"|name\w*|gives?|acts?|steps? in"
    r"|provide\w*|course|welcome|please|identif\w+|designat\w+|has|have|free to|votes?|takes? part)\b"
)
_NEGATED = (
    r"(?:not (?:be )?(?:permitted|allowed|accepted|recogni[sz]ed|admissible|valid|acceptable|admitted|used|possible)"
    r"|not permit\w*|prohibited|excluded)"
)
_NOT_TO_SEND = (
    r"(?:\bnot|n[’']t) (?:be )?(?:permitted|allowed|entitled|able|free|at liberty|open to (?:\w+ ){1,3}|possible) to"
    r" (?:send|appoint|name|nominate|bring|use|have|be represented by|delegate to|ask)"
    rf" (?:any |an? |their |his or her |your |the )?(?:\w+ )?(?:{_NOUN}|{_ANYONE})"
)
_DENIED = phrase(
    rf"{_NOT_TO_SEND}|"
    rf"\b(?:don[’']t|do not|does not|cannot|will not|won[’']t|shall not|may not|must not|can[’']t) (?:have|allow"
    rf"|accept"
    rf"|permit|send|appoint|nominate|use|delegate|name|admit) (?:any |to )?(?:anyone|someone|somebody|another|{_NOUN}"
    rf"|a "
    rf"{_NOUN}|for {_NOUN})"
    rf"|\b(?:no|nor|neither|without) (?:[\w]+ )?{_NOUN}(?! (?:has|have) (?:attended|been))|\bno provision for "
    rf"(?:\w+ )?"
    rf"{_NOUN}|\b{_NOUN}[^.;]{{0,30}} (?:(?:are|is|will|shall|may|can|be)[ -])?{_NEGATED}"
    r"|\b(?:not|never) be (?:any )?(?:voting|votes?) by proxy"
    rf"|\bvoting by proxy[^.;]{{0,25}}{_NEGATED}|\b(?:vote|voting|votes) (?:may )?not [^.;]{{0,20}}by proxy"
    r"|\bno (?:voting|vote|votes) by proxy|\bnot (?:vote )?by proxy|\bproxies (?:are|is|shall|will|may|can)(?: not"
    r"|n[’']t)"
    r"|\bnot (?:send|appoint|nominate) (?:a )?(?:deput|substitut|altern|prox)"
    r"|\bno (?:member|director|trustee|delegate)s? (?:may|shall|can|will) (?:vote|attend) by proxy"
    rf"|(?:\b(?:not|never|cannot)|n[’']t) (?:make (?:any )?(?:arrangements?|provision)|arrange|provide|plan|cater) for "
    rf"(?:the |an? |any )?(?:\w+ )?{_NOUN}|\bno (?:arrangements?|provision)s? (?:(?:may|shall|will|can|is|are)(?: be)? "
    rf"made )?for (?:the |an? |any )?(?:\w+ )?{_NOUN}"
    r"|\bdeputising is not\b"
    r"|\b(?:members|trustees|directors|you)\b[^.;]{0,40} (?:cannot|may not|can[’']t) be substituted\b"
    r"|\b(?:don[’']t|do not) send (?:someone|somebody|anyone) else\b|\bnor be represented by (?:another|any)"
    rf"|{_PERSONALLY}"
    r"|\bmust attend in person\b|\bneed to be there yourself\b|\bit has to be you\b|\bmay not be represented by\b"
    r"|\b(?:nobody|no ?one|no other person) (?:else )?(?:can|may|shall|will) (?:attend|act|come|vote"
    r"|sit)\b[^.;]*\b(?:place"
    r"|stead|behalf)\b|\b(?:non-?transferable|not transferable)\b"
    rf"|\bno (?:subs?\b|[\w ]{{0,20}}(?:or|and) )?(?:[\w ]{{0,20}}(?:representatives?|persons?|people|colleagues?"
    rf"|one else|replacements?|nominees?|officers?))?[^.;]{{0,60}}?\b{_STEAD}"
    rf"|\bno subs\b|\bsubs (?:are|will be|may|can|shall)[ -]?{_NEGATED}"
    rf"|\b{_NOUN} (?:are|is|will|shall|may) not\b(?! (?:be (?:able|entitled) to )?(?:vote|have|speak|chair|count|join"
    rf"|take"
    r"|hold))"
)
_VOTES = phrase(
    r"\b(?:right to vote|voting rights|may (?:attend,? )?(?:and |speak,? )*(?:and )?vote|can (?:also )?vote|(?:speak"
    r"|attend) and (?:to )?vote|entitled to vote(?! at)|vote (?:on|in the same)|full (?:voting )?(?:powers|rights"
    r"|authority)|(?:attend\w*|speak\w*)(?:,? and|,) voting|(?:participates?|takes? part) in (?:any|the|all)"
    r" votes?|attend,? speak and vote"
    r"|(?:his|her|their|its|his or her) votes? (?:shall |will )?(?:then )?counts?|(?:the )?powers and duties (?:of|as)"
    r"|vote and (?:participate|take part|speak)"
    r"|with (?:the )?(?:same|full) [\w ]*(?:rights|powers)|(?:same|all the) (?:rights|powers|voting)[\w ]*|(?:will"
    r"|shall)"
    r" (?:have|carry) (?:the )?(?:same )?[\w ]*vot(?:e|es|ing)|(?:alternate|substitute|deputy) (?:then )?votes"
    r"|(?:votes?|voting|vote) (?:may |can )?(?:be )?(?:given |cast |exercised )?(?:either )?(?:in person|personally"
    r"|on a"
    r" poll)? ?(?:or )?by (?:way of )?proxy|prox(?:y|ies) to (?:attend|speak|vote)|(?:exercise|cast|use) (?:the|that"
    r"|his or her|their) vote of"
    r"|(?:deemed|treated|regarded|counted|considered)(?: to be| as| as being)? (?:a |the )?(?:full |voting "
    r")+(?:member|representative)s?"
    r"|counts? (?:in every (?:way|respect)|in all respects|fully|just|exactly) as|exactly as if (?:he|she|they|it)"
    r"|vote (?:freely )?(?:exactly |just )?(?:as|like) (?:freely|if|though|the|your|their|his|he|she|they|any|a)"
    r"|(?:gets?|has"
    r"|have|takes?|uses?|inherits?) (?:your|their|his or her|(?:the|that) (?:absent )?(?:member|representative|delegate"
    r"|councillor|trustee)(?:['’]s)) vote|vote passes to|with (?:a|the) vote"
    r"|vote (?:and all|included)|(?:they|who) can vote|all the (?:powers|rights) of (?:a|the) \w+|(?:carries"
    r"|has) the same"
    r" vote|to vote (?:instead|in (?:his|her"
    r"|their)"
    r"|on (?:his|her|their|its)))\b"
)
_NO_VOTE = phrase(
    r"\bvoice,? but (?:not a|no|without a) vote\b|\bspeak,? but (?:none to vote|not to vote)\b"
    r"|\bonly (?:the )?voting is"
    r"|\bvoting is closed to\b|\b(?:can(?:not|[’']t| not)|may not) cast (?:a|any|the|your) vote\b|\b(?:has|have"
    r"|gets?) no"
    r" vote\b"
    r"|\b(?:can(?:not|[’']t| not)|won[’']t|may not|don[’']t) (?:put|raise|hold) (?:a|their|his or her|your) hands? up"
    r"|\b(?:ballot|vote)(?: paper)? is personal to\b|\bno say in the vote\b|\bspeaking rights only\b"
    r"|\b(?:come|be|sit)[^.;]{0,30} to listen only\b|(?:\bnot|n[’']t) (?:join in|take part in) (?:any )?decisions?\b"
    r"|\b(?:may|shall|will|can|do|does|must)(?: not"
    r"|n[’']t) (?:be (?:able|entitled|permitted|allowed) to )?vote\b|\bcannot vote\b|n[’']t vote\b"
    r"|(?:\bnot|n[’']t) (?:be )?(?:able|entitled|eligible|permitted|allowed) to vote\b|\bwithout (?:a "
    r"|the right to |any )?vot(?:e|ing)\b"
    r"|\bno (?:right to )?vot(?:e|ing)\b|\bbut not vote\b|\bnon-voting\b|\bnot have (?:a |any |the right to )?vot(?:e"
    r"|ing)\b"
)
_VETO = phrase(
    # a vacancy filled, and somebody sent to another's meeting
    r"^(?!.*\b(?:attend|absen|unable|unavailable|meetings?)\b).*\b(?:resign|retire|vacan|vacat|ceas|leav|die"
    r"|dies|died|remov"
    r"|dismiss|remainder|unexpired|rest of (?:the|his|her|their) term)\w*\b.*\bin (?:his|her|their|its)(?: or"
    r" her)? (?:place|stead)\b"
    r"|^(?!\W*send\b)(?!.*\b(?:else|instead|unable|cannot|can not|can['’]t|place|stead|behalf|absen\w*|unavailable|not"
    r" available|deput\w+"
    r"|substitut\w+|altern\w+|prox\w+|delegates?|stand\w*|miss\w*|vot\w+|represented|for (?:you|them|him|her)"
    r"|(?:if|when|where) (?:they|you|he|she"
    r"|it|a member|the))\b)"
    r".*\bsends?\b|"
    r"^(?!.*\b(?:vot|member|attend|meeting|general|lodged|appoint|absen|director|trustee|represent|quorum|in person"
    r"|allow|permit|accept|deput|substitut|altern)).*\bprox(?:y|ies)\b|"
    r"\b(?:commissioner|director|leader|mayor|chief \w+|officer|secretary|treasurer|president|clerk|head of"
    r" [\w ]{3,30})"
    r" (?:and|or)(?:/or)? (?:his or her|his|her|their|the|its) deput(?:y|ies)\b(?![^.;]*\b(?:attend|vote)\w*)"
    r"|\b(?:by|of|from|with|to) the (?:chair\w*|convener|president|\w+ lead) or (?:the |a |his or her )?deputy\b"
    r"|\b(?:informed|notified|aware) of (?:the|any) substitution\b|\b(?:chair|chairman|convener) (?:and|or)?"
    r" ?(?:the )?deputy\b(?!.*\bmember)"
    r"|\bdeputi[sz](?:e|es|ed|ing) for (?:the |an? )?(?:{CHAIR}|secretary|treasurer|clerk|convener|officers?)"
    r"|\bdeputy (?:will|shall|may|to) (?:chair|preside)|\b(?:as|is|be|acts? as) (?:a |the )?deputy to the"
    r"|\b(?:to|can|will|not|shall be) substitut(?:e|ed)\b(?! for (?:them|him|her|it|(?:the|that|a|an|any|another)"
    r" (?:absent )?(?:members?|representatives?|delegates?|trustees?)))|\bno substitute\b(?= for)"
    r"|\bappointed as the deputy\b"
    r"|\bdeputy[ -]chair will be\b|\belects? (?:the|its) deputy\b|\bplus alternates\b|\bproxy (?:indicator|measure"
    r"|server)|\bas a proxy\b"
    r"|^(?!.*\b(?:vot\w+|attend\w*|absen\w+)).*\b(?:leads?|responsible (?:individual|person|officer|party)|owner"
    r"|organi[sz]er|proposer)\b[^.;]*\bprox(?:y|ies)\b"
    r"|\bhereby appoint\b|\bdeputy to (?:take|keep|sign|act as)"
    r"|\bwithout sending a substitute|\bno (?:alternate|substitute) has attended|\bcover for\b"
    r"|\bon alternate \w+days?\b"
    r"|\bpress\b|\bappointed (?:as|to be) (?:his|her|their|the) (?:deputy|assistant)\b"
    r"|\btakes? the place of one who\b"
    r"|^(?=.*\b(?:signatur\w+|signator(?:y|ies)|countersign\w*|cheques?|bank (?:account|mandate)s?|payments?|invoices?"
    r"|withdrawals?)\b)(?!.*\b(?:vot\w+|attend\w*|meetings?|absen\w+|seats?)\b)"
)
_TOPIC = phrase(
    r"\bdeput(?:y|ies)\b(?![ -]chair)|\bsubstitut\w+\b|\balternates?\b|\bsend (?:some(?:one|body) (?:else|in my place)"
    r"|a deputy)|\bcan[’']t (?:make|come)|\bproxies\b|\bproxy vot|\bstand-?ins?\b"
)
_COMES = phrase(r"\b(?:ask|send|get|find)\b[^.;]{0,40}\b(?:somebody|someone|anyone|another|a (?:friend|neighbour))\b")


def find(context: Context) -> Iterator[Hit]:
    """Hits for members' substitutes; sentences of one section make one provision."""
    groups: dict[tuple[int | None, str], list[Sentence]] = {}
    for sentence in context.sentences:
        if sentence.narrative or _VETO.search(sentence.text):
            continue
        topical = _TOPIC.search(sentence.topic) and context.under_topic(sentence)[0].index >= sentence.index - 1
        if CUE.search(sentence.text) or topical:
            groups.setdefault((sentence.section, sentence.column), []).append(sentence)
    hits = [*_by_column({key: hit for key, sentences in groups.items() if (hit := _hit(context, sentences))})]
    hits = hits or list(_columns(context))
    allowing = next((h for h in hits if h.value.get("allowed") is True), None)
    for hit in hits:
        of_proxies = phrase(r"\bprox").search(hit.sentences[-1].text) and hit.value == {"allowed": False}
        if not (allowing and of_proxies and not phrase(r"\bprox").search(allowing.sentences[0].text)):
            yield hit


_COLUMN = phrase(
    r"^\W*(?:named |nominated |designated |usual |formal )*(?:deput(?:y|ies)|substitutes?|alternates?"
    r"|stand-?ins?|reserves?)"
    r"(?: (?:members?|representatives?|delegates?|attendees?|names?|persons?))?(?: \(?if any\)?)?\W*$"
)
_OF_MEMBERS = phrase(
    r"^\W*(?:(?:core|full|voting|named|main|board|primary|lead|current) )*(?:members?|representatives?"
    r"|delegates?|names?"
    r"|organi[sz]ations?|agenc(?:y|ies)|partners?|bod(?:y|ies)|nominees?|constituency|sector|seat)\b"
)
_UNFILLED = phrase(r"^\W*(?:tb[cad]|n/?a|none|vacan(?:t|cy)|to be \w+|-+|–|—)?\W*$")


def _columns(context: Context) -> Iterator[Hit]:
    """Tables of members with a column for who stands in ("Member | Substitute"), where any is named."""
    for sentence in context.sentences:
        unit = context.units[sentence.unit]
        table, at = unit.block.table, unit.block.column
        if table is None or unit.block.row != 0 or not _COLUMN.search(context.structure.text(unit)):
            continue
        cells = [u for u in context.units if u.block.table == table]
        heads = [context.structure.text(u) for u in cells if u.block.row == 0 and u.block.column != at]
        named = [u for u in cells if u.block.row and u.block.column == at]
        if any(map(_OF_MEMBERS.search, heads)) and not all(_UNFILLED.search(context.structure.text(u)) for u in named):
            yield Hit({"allowed": True}, (sentence,), "deputies.column", Status.STATED)


def _by_column(found: dict[tuple[int | None, str], Hit]) -> list[Hit]:
    """The hits, each for its column's body where the columns of one table rule differently."""
    out = []
    for (section, column), hit in found.items():
        others = [h for (at, name), h in found.items() if at == section and name and name != column]
        differ = bool(column) and any(h.value != hit.value for h in others)
        out.append(replace(hit, body=column) if differ else hit)
    return out


def _hit(context: Context, sentences: list[Sentence]) -> Hit | None:
    more = [
        s
        for s in context.after(sentences[-1], 1)
        if phrase(
            r"^\W*(?:both|they|deputies|substitutes|such|whether|any such|the (?:deputy|substitute|alternate)|(?:that"
            r"|this"
            r"|the"
            r"|any) (?:colleague|person|replacement|stand-in|other person|officer|nominee)|who(?:so)?ever (?:comes"
            r"|is sent)"
            r"|he or she|only the vot\w+|please|stand-ins|proxies|alternates|replacements)\b"
        ).search(s.text)
        and not _VETO.search(s.text)
    ]
    sentences = [*sentences, *more]
    read = [reading(s) for s in sentences]
    said = {allowed for allowed, _ in read if allowed is not None}
    if False in said and not any(
        allowed and CUE.search(s.text) for s, (allowed, _) in zip(sentences, read, strict=True)
    ):
        said = {False}  # what is told beside a plain denial names nobody who may come
    value: dict[str, Any] = {}
    if said:
        value["allowed"] = True in said
    votes = [vote for _, vote in read if vote is not None]
    if value.get("allowed") and votes:
        value["voting"] = votes[0] if len(set(votes)) == 1 else False
    text = " ".join(s.text for s in sentences)
    if not value and status.is_placeholder(text):
        return Hit({}, tuple(sentences), "deputies.rule", Status.PLACEHOLDER)
    return Hit(value, tuple(sentences), "deputies.rule", Status.STATED) if value else None


_PLAIN_NO = phrase(
    r"(?:^|:) ?\W*(?:no|none|not (?:allowed|permitted)|(?:i['’]m |we['’]re )?(?:afraid|sorry),? (?:but )?(?:no|not)"
    r"|unfortunately,? (?:no|not)|sorry|never)\b ?(?:[.,!:;]|$)"
)
"""The answer to a question in the heading ("Can I send somebody? I'm afraid not.")."""


def reading(sentence: Sentence) -> tuple[bool | None, bool | None]:
    """Whether one sentence allows somebody in a member's place, and whether who comes votes; None where not said."""
    text = sentence.text
    if status.is_placeholder(text) and not phrase(
        r"(?:agreed|confirmed|provided|advised) (?:with|in advance|to)"
    ).search(text):
        return None, None
    titled = bool(_TOPIC.search(sentence.topic))
    if _DENIED.search(text) or (titled and _PLAIN_NO.search(text)):
        return False, None
    vote = None
    if _NO_VOTE.search(text):
        vote = False
    elif _VOTES.search(text) and not phrase(r"whether (?:deputies|substitutes) can vote").search(text):
        vote = True
    yes = titled and (phrase(r"(?:^|:) ?\W*(?:yes|one)\b").search(text) or _COMES.search(text))
    allowed = True if yes or (_ALLOWED.search(text) and (CUE.search(text) or titled)) else None
    return allowed, vote


HITS = (
    Example("Each member may appoint a named substitute, who may vote.", {"allowed": True, "voting": True}),
    Example("Deputies may attend but may not vote.", {"allowed": True, "voting": False}),
    Example("Substitutes are not permitted.", {"allowed": False}),
    Example("Partners will nominate a deputy to attend in their place.", {"allowed": True}),
    Example("Proxies are not allowed.", {"allowed": False}),
    Example("Votes may be cast in person or by proxy.", {"allowed": True, "voting": True}),
)
MISSES = (
    Example("The Deputy Chair presides in the absence of the Chair.", comment="an office"),
    Example("The deputy chief executive advises the Board.", comment="a post"),
    Example("Meetings alternate between the two towns.", comment="a verb"),
    Example("The indicator is a proxy measure of poverty.", comment="statistics"),
    Example("Nothing can substitute hard work.", comment="a verb"),
    Example("The Assistant Clerk deputises for the Clerk.", comment="cover for an officer"),
)
