"""The ways in which deciding is worded: consensus, votes and majorities, ties, who has a vote, what is another "
"matter."""

from __future__ import annotations

from torparse.clauses._voting import agreement
from torparse.lexicon.phrase import phrase

_HANDS = (
    r"\bmost (?:votes|hands) (?:wins?|carr(?:y|ies)|decides?|(?:is|are) (?:enough|carried))\b|(?<!\bno\s)\bhands up\b"
    r"|\bput (?:their|our"
    r"|your) hands up\b|\b(?:over|more than) half (?:of )?(?:the|who's in the|those in the) room\b"
    r"|\bone [a-z]+[ ,-]+one vote\b"
    r"|\bvoting cards?\b"
)
_EVEN = r"\b(?:it's|it is|numbers are|votes are|numbers be|we're|we are) (?:even|level|equal|split)\b"
CUE = phrase(
    rf"{_HANDS}|\bsay yes\b|\b(?:of )?(?:the|who's in the) room\b|\bunless (?:every|all"
    rf"|each)\b[^.;]{{0,60}}\b(?:content|agrees?"
    rf"|happy)\b|\bonly (?:if|as|when) all\b|{_EVEN}|\bin favour\b|"
    r"\bvot(?:e|es|ed|ing)\b|\bunanim\w+\b|\b(?:deadlock|stalemate|impasse)s?\b|\b(?:\w*body|\w*one|member"
    r"|partner)s? objects?\b|\bmajority\b|\bcasting\b"
    r"|\bdecision[ -]making\b|\bshow of hands\b"
    r"|\bhands (?:go up|for)\b|\btie\b|\btied\b|\bdead heat\b|\bnem\.? ?con\b"
    r"|\bequality of votes\b|\btry to agree\b|\b(?:decisions?|questions?|matters?|recommendations?) (?:shall|will"
    r"|are|is"
    r"|may|must|should|to|can)(?: be| are| to be)? (?:only )?(?:normally |usually |generally |always )?(?:be "
    r")?(?:taken"
    r"|made|reached|decided|determined|settled|agreed)|\bin favour\b|\bobjection\b|\bmore votes\b|\bconcur\b"
    r"|\bmembers aim to agree\b|nobody has a second"
    r"|\b(?:needs?|requires?) the (?:support|agreement|approval|backing|assent|consent) of\b"
    r"|\b(?:is|are) (?:carried|passed|adopted|agreed|approved) (?:if|when|unless|where)\b|\bpasses if\b"
    r"|\b(?:proposal|motion|resolution|matter|decision|item|recommendation)s? (?:succeeds?|go(?:es)? through"
    r"|carr(?:y|ies)|stands?) (?:only )?(?:if|when|where)\b"
    r"|\bthe (?:independent |lay )?chair(?:man|person|woman)? (?:decides|makes the (?:final )?decision"
    r"|has the (?:final|last) (?:say|word))\b"
    r"|\b(?:cannot|do not|don't|can't) agree\b|\bdiffer\b|\bsums? up and says\b"
    rf"|{agreement.BY_AGREEMENT}|{agreement.WITHOUT_OBJECTION}|{agreement.BY_SILENCE}|{agreement.FAILING}"
)
TOPIC = phrase(
    r"\bdeciding\b|\bhow (?:do|does|will|should) (?:we|it|they|you|the [\w ]{3,30}) (?:decide|make (?:decisions"
    r"|up))\b|"
    r"\bvot(?:e|es|ing)\b|\bdecisions?\b|\bdecision[ -]making\b|\bdecide things\b|\bmajority\b|\bhow (?:it|we"
    r"|they) decides?\b"
)
NO_TOPIC = phrase(r"between meetings|urgent|referendum|votes does")
OTHER_TOPIC = phrase(
    r"\bamend\w*|\balteration|interests?|attendance|public|finance|dissolution|quorum|deput|substitut|plan need"
    r"|review|chang(?:ed|ing)|ballot"
)
"""Headings of other rules, under which a word of voting says nothing on how the body decides."""

AIMS = phrase(
    r"^\W*(?:(?:our|the|its|key|main|strategic) )*(?:aims?|objectives?|objects|purposes?|vision|mission"
    r"|goals|values)\b"
)
"""Headings under which a vote is something to strive for."""

VOTE = phrase(
    rf"{_HANDS}|\bballot\b|\bpoll\b"
    r"|\bvot(?:e|es|ed|ing)\b(?! in an? )|\bmajority\b|\bshow of hands\b|\bhands go up\b"
)
NO_VOTE = phrase(
    r"\b(?:is|are) not put to (?:the|a) vote\b|\bno power to take a vote|\b(?:do|does|shall|will) not (?:take"
    r"|hold) (?:a )?votes?\b"
    r"|\bdon't vote\b|\bno votes? (?:is|are|shall be|will be|is to be) taken\b(?![^.;]*\b(?:except|unless|until"
    r"|save|without"
    r"|before|where|if|while)\b)"
    r"|\bwithout (?:a |any )?(?:formal )?vot(?:e|es|ing)\b|\bthere (?:is|will be) no (?:formal )?voting\b"
    r"|(?:\bvot(?:es?|ing) (?:is not|are not|isn['’]t|aren['’]t|is never|are never) (?:needed|required"
    r"|necessary|held|taken"
    r"|used|called|wanted)\b|\bno need (?:for (?:a )?(?:formal )?vot(?:es?|ing)|to vote)\b)(?![^.;]*\b(?:except|unless"
    r"|until|save|before|where|if|when|while)\b)"
    r"|\bno (?:provision|system|place) for (?:a )?(?:formal )?vot(?:es?|ing)\b|\bno (?:hands up|counting"
    r"|show of hands)\b"
    r"|\bvotes?\b[^.;]{0,25}\b(?:do not|don't|never) (?:take|hold|have) (?:them|one|any)\b"
    r"|\bnot (?:be )?(?:taken )?(?:to|by) (?:a )?vote|do not vote\b(?! on)"
)
ESCALATE = phrase(
    r"\b(?:hand(?:s|ed)?|sen(?:t|d|ds)|pass(?:es)?|remit(?:s|ted)?"
    r"|goes(?: up)?|go(?: up)?|referred|brought|escalated|takes?|taken|submitted|passed|put|brings?|refers?"
    r"|escalates|reported"
    r"|escalate)\b(?: (?:back|up|on|over))?(?: [\w ]{0,30}?)? to (?P<to>(?!(?:(?:a |the )?vote|see|find|ask|check|be"
    r"|make|decide|establish"
    r"|consider|determine|say)\b)(?:the |its "
    r"|their )?[^.;,]{3,70}?)(?= (?:for"
    r"|any|who|whose|if|to|at|with|and|which|so)\b|[.,;]|$)"
)
PUT_TO_VOTE = phrase(r"put (?:it )?to (?:the|a) vote|put to vote|go(?:es)? to (?:the|a) vote")
CHAIR_DECIDES = phrase(
    r"\b(?:decision of the chair|chair(?:man|person)?(?:'s decision)?) (?:is|shall be|will be) final"
    r"|\bchair(?:man|person)?\b[^.;]{0,25}? (?:will|shall|may|is to) (?:decide|determine|rule"
    r"|make the (?:final )?decision)"
    r"(?! (?:the (?:order|date|time|agenda|length|place|venue)|who|when|where|whether (?:to|a|an)|which"
    r"|what (?:is|order))\b)"
    r"|\bchair(?:man|person)? (?:decides|makes the (?:final )?decision|has the (?:final|last) (?:say|word))"
    r"(?! the (?:order|date|time|agenda|length|place|venue)| who| when| where)"
    r"|\bin the chair\b[^.;]{0,20} sums up and says\b"
)
CASTING = phrase(
    r"\b(?:casting vote|casting (?:and|as well as)|and a casting one|ties? (?:is|are|shall be|will be) broken by"
    r"|votes? only (?:if|when|where|to)\b[^.;]{0,30}\b(?:equal|ties?|tied|level)|second vote|second or casting"
    r"|second and casting"
    r"|break(?:s|ing)? (?:any |a "
    r"|the )?ties?|deciding vote|tie-?breaking vote|final vote|deliberative and (?:a )?casting"
    rf"|(?:second|another) (?:go|shot)\b(?=[^.;]*(?:{_EVEN}|\btied?\b))|(?<=level) [^.;]*(?:second|another) go\b"
    r"|additional vote|extra vote|the deciding say|final say)\b"
)
TIED = phrase(
    r"\b(?:ties?|tied|equal\w*|dead heat|(?:is|are) level|evenly (?:split|divided)|deadlock\w*|stalemate"
    rf"|votes are even)\b|{_EVEN}"
)
TIE_DECIDED = phrase(
    r"\b(?P<by>(?:the )?(?:{CHAIR}|person (?:presiding|in the chair|chairing)[\w ]*)) (?:decides|shall decide"
    r"|will decide"
    r"|may decide|has the (?:final|last) (?:say|word)|settles (?:it|the matter))"
    r"|\b(?:final |last )?(?:choice|decision) (?:is|shall be|will be|is to be) (?:made|decided|taken)\b[^.;]{0,40}?"
    r" by (?:an? (?:\w+ )?majority (?:of|in|within) )?(?P<agent>(?:the )?[\w' -]{3,40}?)(?=[.,;(]|$)"
    r"|\b(?:final|last) (?:choice|decision|say|word) (?:rests|lies"
    r"|is) with (?P<with>(?:the )?[\w' -]{3,40}?)(?=[.,;(]|$)"
    r"|\b(?:the )?votes? of (?P<vote>(?:the )?[\w' -]{3,40}?) (?:is|shall be|will be) decisive\b"
)
_EXTRA_VOTE = (
    r"(?:casting|second|additional|extra|deciding|further|another)(?:,? (?:or|nor|and) (?:a )?(?:casting|second"
    r"|deciding|additional|extra))? (?:vote|say)"
)
CASTING_DENIED = phrase(
    r"\b(?:in|under) no (?:circumstances?|event|case)\b[^.;]{0,120}?\b" + _EXTRA_VOTE + r"\b"
    r"|\b(?:at no time|on no account)\b[^.;]{0,120}?\b" + _EXTRA_VOTE + r"\b"
    r"|\b(?:has|have|gets?|holds?|is given|is there|there is|there shall be|possess(?:es)?|enjoys?|carries|with) no "
    + _EXTRA_VOTE
    + r"\b"
    r"|(?:\b(?:can|may|shall|will|do|does|must|is|are) ?not|n['’]t) (?:to )?(?:be )?(?:have|get|use|hold|possess"
    r"|exercise|enjoy|given|cast|claim|entitled to|allowed) (?:an?|any|the|their|that) " + _EXTRA_VOTE + r"\b|"
    r"\b(?:no(?! (?:clear |simple )?(?:majority|consensus|agreement|decision)\b)|not|neither|nobody|never"
    r"|without|nor)\b[^.;]{0,40}\b(?:casting"
    r"|second|additional|extra) (?:or casting )?vote\b|\bnobody has a second\b"
    r"|\b(?:doesn['’]t|don['’]t|does not|do not) get (?:an extra|a second|another)\b"
    r"|\bnot even to break (?:a|the|any) tie\b|\b(?:vote|hand) counts (?:for )?(?:the same as|no more than) (?:any"
    r"|every|the)"
    r"|\b(?:no|not|nor|without) (?:\w+ ){0,4}?(?:any )?(?:enhanced|additional|extra|special|greater|superior|further"
    r"|increased|preferential|weighted) voting (?:rights?|powers?|weight|strength|entitlements?)\b"
    r"|\bdeemed lost\b|\b(?:motion|proposal|idea|it|thing) (?:falls|fails|is lost|is dropped|shall fall"
    r"|is not carried)\b"
)
TIES = (
    ("motion_falls", phrase(r"\b(?:falls|fails|is lost|is dropped|shall fall|not carried|deemed lost|is defeated)\b")),
    ("drawing_lots", phrase(r"\b(?:drawing (?:of )?lots|by lot|toss (?:of )?a coin)\b")),
    ("deferred", phrase(r"\b(?:deferred|put off|comes? back|next meeting|held over)\b")),
    ("referred", phrase(r"\b(?:referred|escalated)\b")),
)
"""What becomes of a motion when the votes are equal and nobody breaks the tie."""
ABSTENTIONS = (
    ("ignored", phrase(
        r"\babst(?:entions?|ain\w*)\b[^.;]{0,50}\b(?:ignored|disregarded|left out|not (?:be )?(?:counted?"
        r"|reckoned|included|taken into account|affect)|don't count|do not count)|\bnon-abstaining\b"
    )),
    ("against", phrase(r"\babst(?:entions?|ain\w*)\b[^.;]{0,40}\b(?:counted? as (?:a )?votes? against|as against)")),
    ("for", phrase(r"\babst(?:entions?|ain\w*)\b[^.;]{0,40}\b(?:counted? as (?:a )?votes? (?:for|in favour)|assent)")),
    ("recorded", phrase(r"\babst(?:entions?|ain\w*)\b[^.;]{0,50}\b(?:recorded|minuted|noted|entered)\b")),
    ("not_allowed", phrase(r"\b(?:may|shall|can) not abstain\b|\bno abstentions\b")),
)  # fmt: skip
MODES = (
    ("written", phrase(
        r"\b(?:by|via|through|over) (?:e-?mail|post|correspondence|letter|text message)\b|\b(?:postal|electronic"
        r"|e-?mail"
        r"|written|online) (?:vote|ballot|poll|voting)s?\b|\bvot\w+ (?:electronically|online|in writing)\b"
    )),
    ("secret_ballot", phrase(r"\bsecret ballot\b|\bballot papers?\b|\bby (?:a )?ballot\b")),
    ("show_of_hands", phrase(r"\bshow of (?:hands|cards)\b|\bhands go up\b|\brais(?:e|ing) (?:a|their|of) hands?\b")),
)  # fmt: skip
WEIGHTED = phrase(
    r"\bvotes?\b[^.;]{0,30}\b(?:weighted|in proportion to|proportionate to|according to) (?:by |according to |in "
    r"proportion to |to )?(?:the |its |their )?(?P<by>[\w' -]{3,40}?)(?=[.,;]|$| of| and| in| on)"
)
_PLAIN = r"(?: (?:deliberative|ordinary|equal|single))?"
EACH = phrase(
    r"^\W*(?:[a-z]\) )?one (?:for|per) (?:each|every) [a-z]+|\b(?:each|every) [a-z]+ counting once\b"
    r"|\bone [a-z]+[ ,-]+one vote\b|"
    r"\b(?:authori[sz]ed|permitted|allowed|able) to (?:exercise|cast|give) (?:only )?one\b(?: ?\( ?1 ?\))? vote\b"
    r"|\b(?:an?|each|every|any) (?:firm|company|organi[sz]ation|member|partner|body|agency|group|household|club"
    r"|institution"
    r"|council|employer|party|team)\b[^.;]{0,90}\bonly (?:has |have )?one vote\b|"
    r"\b(?:an?|each|every|any) (?:firm|company|organi[sz]ation|member|partner|body|agency|group|household|club"
    r"|institution"
    r"|council|employer|party|team)\b[^.;]{0,90}\b(?:has|have) only one vote\b|"
    r"\b(?:one|1|a single|two|2|three) (?:votes?|cards?) (?:each|per|apiece|for each|for every)\b"
    r"(?! (?:of (?:his|her|its|their)\b|\d|hundred|thousand))"
    r"|\beach (?:[\w()'-]+ ){0,7}?(?:has|have"
    r"|having|shall have|will have|gets?|(?:is|be) entitled to|to have|carries|carrying|with) (?:only )?(?P<n>one"
    rf"|1|a single|two|2|three){_PLAIN} votes?\b|\b(?:each|every)\b(?:[\w ]{{0,50}}?|[\w ,'()-]{{0,110}}? (?:have"
    rf"|has|entitled to|cast)) (?P<m>one|1|a single|two|2){_PLAIN} (?:votes?|voting cards?)\b"
    rf"|\b(?:all|an?|any|the) (?:\w+ )?members?\b[^.;]{{0,120}}? (?:have|has|entitled to|cast|possess) (?:only )?"
    rf"(?P<p>one|a single){_PLAIN} vote\b|^\W*(?:\w+ )?members (?:shall |will )?(?:have|(?:are |be )?entitled to)"
    rf" (?:only )?(?P<q>one|a single){_PLAIN} vote\b"
    r"|\beach having (?P<k>one|two) votes?\b|\beach having one and no more|\beach of whom (?:has"
    r"|shall have|will have) (?P<j>one|two) votes?\b|\beverybody has one vote"
    r"|\bone (?:member|partner|organisation|person|group|agency|body)[ ,-]+one vote"
    r"|\b(?:each|every) (?:\w+ ){1,4}?(?:may |can |shall |will )?votes? (?:only )?once\b"
    r"|\bno \w+ (?:(?:shall|may|can|will|must) )?(?:ha(?:s|ve)|casts?|holds?|exercises?|get) more than one vote\b"
    r"|\b(?:one|1) vote each|each of (?:the )?[\w ]+? (?:will |shall )?ha(?:s|ve) (?P<i>one) vote"
)
ONE_OF_THEM = phrase(
    r"\b(?:each|every) (?:\w+ ){0,5}?(?:having|has|with) one(?=[.,;)]|$)|\bone (?:for|to|per) (?:each|every) \w+"
)
"""How many votes each has, where the word for them stands before."""
RESPONSE = phrase(
    r"\b(?:if|where|provided(?: that)?|unless|as long as|so long as|when) (?:at least |not (?:fewer|less) than "
    r"|no fewer than "
    r")?(?P<share>{FRACTION}|{NUMBER}) (?:of )?[\w ]{0,30}?(?:repl(?:y|ies)|responds?|returns?|votes?|takes? part"
    r"|responses)\b"
)
"""How many must answer for a vote by e-mail or post to stand."""

ELSEWHERE = phrase(
    r"\bcannot (?:\w+ )?(?:wait|await)\b|\bbetween meetings\b|\burgen(?:t|cy)\b|"
    r"\b(?:amend|alter|chang|modif|revis|repeal|replac|vary|varied)\w*\b[^.;]{0,40}\b(?:statutes|by-?laws?|bye-laws?"
    r"|articles|constitution|charter|governing documents?|rules of procedure|standing orders|rule ?book)\b"
    r"|\b(?:statutes|by-?laws?|bye-laws?|articles|constitution|charter|governing documents?|rules of procedure"
    r"|standing orders|rule ?book)\b[^.;]{0,40}\b(?:amend|alter|chang|modif|revis|repeal|replac|vary|varied)\w*|"
    r"\b(?:elect(?:ed|ion|ions|oral|orate)?|candidates?|dissol\w+|w(?:ind|ound)\w*[ -]up"
    r"|wind (?:it|the [\w ]{3,30}?) up|disband\w*"
    r"|(?:close|ending) the (?:partnership|forum|board|group|network|panel)"
    r"|amend(?:ed|ment|ments|ing)? (?:to )?(?:these|this|the (?:terms|constitution|rules|charter)|the constitution"
    r"|of (?:the|"
    r"these))"
    r"|alter\w* (?:to )?(?:these|this|of|the (?:rules|terms|constitution|governing document))"
    r"|(?:add to|vary|revoke|amend|alter),? (?:or \w+ )?(?:these|this) "
    r"|referendum|suspended|suspend|rescind|remove(?:d|al)? (?:a |the |from "
    r"|(?:\w+ ){0,2}?(?:members?|officers?|directors?|trustees?|representatives?)\b)|expel\w*|refreshments"
    r"|stands? for)\b|\baltered\b|\bamended only\b|\b(?:may|can|shall) (?:only )?be amended|\b(?:be|is|are) changed\b"
    r"|\bchang(?:e|es|ing) (?:to )?(?:them|these|this|the (?:terms|rules|constitution))|what's being suggested"
    r"|\b(?:be|is|are) ended\b|(?:brought|comes?) to an end"
    r"|\b(?:{CHAIR}|{VICE}|officers?|members?|representatives?|secretary|treasurer)\b[^.;]{0,60}\b(?:appointed|chosen"
    r"|selected|picked) by\b"
    r"|\b(?:amend|alter|chang|vary)\w* (?:a|any|the|some|all|one)? ?(?:\w+ )?(?:provision|part|clause|article|rule"
    r"|section"
    r"|term)s? (?:of|in)\b|\b(?:constitutional|rule) (?:amendment|change)s?\b|\bamendments? to (?:the )?(?:rules"
    r"|articles)\b"
    r"|\b(?:resolution|proposal|motion|decision|vote)s? (?:to|for|on an?) (?:amend|alter|change|vary|dissol|wind)\w*\b"
    r"|^\W*(?:any |an |all |such |each |every )*(?:amendments?|alterations?)\b(?! (?:to|of) (?:a|the|any|such) motion)"
    r"|\bnominated by [^.;]*\bmajority\b"
    r"|\bchang(?:es?|ing) (?:to )?(?:this|any|either|the|that|our) (?:\w+ ){0,2}?(?:documents?|handbook|polic(?:y"
    r"|ies)|protocol)\b"
    r"|\bshort(?:er)? notice\b|\bwaive\w*\b[^.;]{0,30}\bnotice\b"
)
"""Elections, amendment, dissolution, decisions between meetings: types of their own."""
WITHDRAWS = phrase(
    r"\b(?:interest\w*\b(?! of\b)|(?<!\bbe\s)withdraw\w*|(?<!non-)conflict\w*|leave the room|you leave|out of the "
    r"room|stand to gain"
    r"|quor(?:um"
    r"|ate))\b|\bfor a decision to (?:stand|count)|\bunless {NUMBER} of us"
)
POINTER = phrase(
    r"\bvoting (?:rights?|arrangements?|procedures?|protocols?|rules)\b|\bprotocols on voting\b"
    r"|\bmanner of its voting\b|\bdecision[ -]making\b|^\W*(?:annex\w*|appendix|schedule) \w+\W+voting"
)
PLACE = phrase(
    r"own procedure|standing orders|\bsection \w+\b.*\bsection\b|annex|appendix|schedule|protocol"
    r"|\(section|set out in|own rules|(?:described|explained|found|given|laid down) in\b|\]\(|https?://"
)
REPORTED = phrase(
    r"^\W*(?:whether|how|if) [^.;]{5,120}\b(?:shall|will|must|should|is to|are to) be (?:indicated|recorded|noted"
    r"|reported"
    r"|stated|shown|minuted|made clear)\b"
    r"|^(?!.*\b(?:shall|will|may|must|can|is|are|be)\b).*\bvoted\b"
)
ONLY_MEMBERS = phrase(
    r"^\W*(?:co-opted|observers?|advis[eo]rs?|officers|deputies|substitutes?|alternates?|factored)\b"
    r"|\bin (?:your|his|her|their) (?:place|stead)\b|\bsubstitut\w+|\bprox(?:y|ies)\b|\bdeput(?:y"
    r"|ies)\b(?![ -]chair)|\balternate\b|\bspeak but\b"
    r"|\b(?:no|any) entitlement to vote|\b(?:shall|will|would|should|do|does|may) not (?:have|be entitled to)"
    r" (?:a |any |the right to )?vot(?:e|ing rights)\b"
    r"|\bno (?:voting rights|right to vote)\b|\bwithout (?:the right to )?(?:a )?vote\b"
    r"|\bon your group's behalf\b|\bdeputation\b|\bnon-voting\b|\bvoting rights? (?:of"
    r"|for) (?:a )?(?:deput|substit)|\b(?:is|be|are|gets?) minuted|entered in the minutes|abstain"
)
WHO_COUNTS = phrase(
    r"\b(?:considered|deemed|counted|regarded|treated as|becomes?|classed as)\b[^.;]{0,60}\b(?:eligible|entitled"
    r"|able) to vote (?:at|in)"
    r" (?:the |our |its |an? |any )?(?:next )?(?:AGM|(?:annual |special )*general meetings?|elections?"
    r"|annual meeting)\b"
)
"""Who is a member: nothing on how a body decides."""
NOT_PUT = phrase(r"\b(?:is|are) not put to (?:the|a) vote\b")
"""A matter that somebody else settles."""
EXCEPT = phrase(r",? (?:except|save|other than) (?:for|in|that|where|as|on|when) ")
DECIDES = phrase(
    r"\b(?:decid\w+|determin\w+|carried|decisions?|resolved|goes through|questions?|approved|motions?|issues?"
    r"|matters?|resolutions?)\b|\bpropos(?:er|ed)\b[^.;]{0,40}\bsecond(?:er|ed)\b"
)
NOT_BUSINESS = phrase(
    r"\b(?:ballot|poll|vote|voting) (?:shall|may|can|must|will|to) (?:only )?(?:be )?(?:secret|in secret|by "
    r"(?:secret )?"
    r"ballot|taken by (?:secret )?ballot|recorded)\b[^.;]* (?:if|where|when|unless|should)\b"
    r"|\b(?:closed to|exclu(?:de|sion of)) (?:members of )?the (?:public|press)\b|\bheld in (?:private|camera|closed"
    r" session)\b|\b(?:adjourn\w*|prolong\w*|extend\w*|guillotin\w*) (?:the |any |a )?(?:meeting|debate|discussion)\b"
    r"|\bmeetings?\b[^.;]{0,40}\b(?:adjourned|prolonged|extended)\b[^.;]{0,30}\bby\b"
    r"|\b(?:meetings?|assembl(?:y|ies)|EGMs?\W|SGM)\b[^.;]{0,60}?\b(?:called|convened|summoned|held|requested"
    r"|demanded"
    r"|required|requisitioned)\b[^.;]{0,70}?\b(?:by|of|from|signed by) (?:at least |not (?:less|fewer) than |any )?"
    r"(?:a )?(?:{FRACTION}|(?:simple )?majority)"
    r"|\b(?:venues?|locations?|places?|dates?|times?|timing|agendas?|formats?|platforms?|tools|topics?|schedules?"
    r"|rota"
    r"|name|logo) (?:of [\w ]{3,30}? )?(?:shall|will|is|are|may|to|must)(?: to)?(?: be)? (?:decided|chosen|agreed|set"
    r"|determined|fixed|selected|settled)\b[^.;]*\b(?:consensus|agreement|majority)\b"
)
"""A majority or an agreement on one turn of a meeting, on who may call one, or on where and when it is held."""
SAVE_BY_AGREEMENT = phrase(
    r",? ?\b(?:(?:except|save|unless|other than|otherwise than)(?: (?:by|with|through|as))? (?:otherwise )?(?:by )?"
    r"(?:mutual|common|general|prior)(?: (?:written|consent|agreement|agreed))+|unless (?:otherwise )?mutually agreed"
    r"(?: otherwise)?|(?:except|save) (?:by|with) (?:the )?(?:agreement|consent))\b"
)
"""Leave to do otherwise, beside a rule on something else."""
OF_ANOTHER_RULE = phrase(
    r"^\W*(?:(?:the|such an?|this|that|any such) (?:resolution|proposal|motion|amendment|change)\b|an? (?:resolution"
    r"|proposal|motion|decision|vote)[^.;]{0,40}? (?:to that effect|for (?:this|that) purpose|to do (?:so|this))\b"
    r"|(?:it|this|that|to do (?:so|this|that),? [\w ]{1,20}?) (?:needs?|takes?|requires?|must be (?:agreed|backed"
    r"|supported))\b|for (?:this|that),|(?:required|conditions?|requirements?|needed)\W|(?:that|this)(?:'s| is| will"
    r"| would"
    r"| can)\b|to do (?:so|that|this)\b|(?:more than |at least )?{FRACTION}\b|members must (?:first )?have\b"
    r"|if (?:we |the )?members want (?:them|it|this) changed)"
)
"""What goes on with the resolution of the sentence before."""
ENDS = phrase(
    r"\b(?:dissol\w+|w(?:ind|ound)\w*[ -]up|disband\w*|cessation|terminat\w+|amend\w*|alter(?:ing|ations?)"
    r"|stopping|closing down|clos(?:e|ing) the \w+)\b"
)
"""Headings over an ending or a change of the terms, which has a majority of its own."""
DECIDES_OR_ACTS = phrase(
    r"\b(?:decid\w+|determin\w+|carried|decisions?|resolved|resolutions?|passed|pass any|carry any|motions?"
    r"|questions?|acts? of)\b"
)
REST = phrase(
    r"\b(?:(?:all|everything) (?:else|other (?:decisions|matters|questions|business))|(?:any|every) other (?:decision"
    r"|matter|question)|otherwise|in all other (?:cases|matters)|other (?:decisions|matters))\b"
)
"""Where a sentence turns from one kind of decision to all the others."""
PLANS = phrase(
    r"\b(?:odd|even|uneven) number\b"
    r"|\b(?:consists?|consisting|compris\w+|composed|made up|drawn) (?:of )?(?:at least )?(?:a|the) majority (?:of"
    r"|from)\b"
    r"|\b(?:buil|find|seek|achiev|reach|foster|broker|forg|creat|develop|facilitat|promot)\w* (?:a |the )?(?:\w+ "
    r")?consensus"
    r" (?:with(?:in)?|among(?:st)?|across|between|in) (?:the |our |its |all |local |relevant )*(?:[\w'-]+ "
    r"){0,3}?(?:community"
    r"|communities|stakeholders|industry|sector|profession|public|residents|businesses|traders|users)\b"
    r"|\bbuil(?:d|ds|ding) (?:a )?consensus\b|\bvote of (?:thanks|no confidence)\b|\bdecision[ -]makers?\b"
    r"|\bconsensus (?:among|of the (?:workshop|meeting|evidence|event)|view|emerged|statement)\b"
    r"|\breported the consensus\b|\binfluenc\w+ [\w -]*decision|\bdecisions?-making process of their"
    r"|\bpolicy development and decision|\bvote for (?:the change|one)|normal decision making processes"
    r"|\b(?:show|hands?) up (?:a|your) [a-z]+ card\b"
    r"|(?:decision[ -]making|decisions) (?:process(?:es)? )?(?:of|in|within) (?:their|its|the council"
    r"|local)|able to make decisions|strategic decisions|majority of (?:the )?(?:work|meetings|people"
    r"|residents|funding|population|time|income|places)\b|\bofficers? (?:should|will|shall) seek\b"
    r"|\b(?:seek|reach|sign|enter)\w* (?:an? )?(?:service|partnership|legal|data sharing|written|section \d+) "
    r"agreement"
    r"|\b(?:result|outcome)s? of (?:the|a) vote\b"
    r"|\bmajority of (?:the |its |our |all )*(?:[\w'-]+ ){0,4}?(?:trustees|members|directors|partners|representatives"
    r"|people|board|committee)(?: then in office| for the time being| in post)?,? (?:(?:shall|must|will"
    r"|should)(?: not)?"
    r" )?(?:be|being|are|is|do|does|come|have|hold|live|work)\b(?! (?:in favour|for it|content|agreed|happy"
    r"|in agreement"
    r"|required|needed|necessary|enough|sufficient|satisfied|of the (?:opinion|view)|able|sought|obtained))"
    r"|\bvoting rights (?:attached|conferred|in (?:the|any) company)|\b(?:shares|share capital"
    r"|(?<!additional\s)(?<!extra\s)(?<!special\s)(?<!enhanced\s)(?<!greater\s)voting power)\b"
    r"|\b(?:mediat(?:e|ion|or)|litigation|arbitrat\w+)\b|\bdisputes? (?:arises? )?(?:between|with) (?:the |any |two "
    r"|its )?(?:members?"
    r"|parties|a member)\b"
    r"|\b(?:before|prior to|ahead of) (?:a|the|any|each) vote (?:is|was|be|being|has been|had been|takes?|took"
    r"|taking)\b"
    r"|\bnotwithstanding (?:the participation|any defect|that (?:it|there))\b"
    r"|^\W*(?-i:the) (?:decision|resolution) has been (?:made|taken|passed)\b"
)
"""Aims, courtesies, other bodies' decisions, news, what a majority of members are, and saving clauses."""
