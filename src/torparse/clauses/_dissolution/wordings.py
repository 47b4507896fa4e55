"""The ways in which an ending is worded: decided, by itself, what looks like one, where property goes, who decides."""

from __future__ import annotations

from torparse.lexicon.phrase import phrase

_BODY = (
    r"(?:partnership|forum|board|group|network|panel|alliance|lsp|committee|executive|assembly|association|consortium"
    r"|club|society|charity|organi[sz]ation|federation)"
)
_REMAIN = (
    r"(?:fewer|less) than (?P<n>{NUMBER})(?: (?:members?|partners?|organisations?"
    r"|parties))?[^.;,]{0,25}? (?:remain|are left)"
    r"|(?:membership|(?:the )?number of (?:members|partners))[^.;,]{0,20}? (?:falls?|fall|drops?|is reduced)"
    r" (?:below|to fewer than) (?P<m>{NUMBER})"
)
REMAIN = phrase(_REMAIN)
"""The ending when too few are left."""

_SUB = r"(?:(?:sub-?|task |working |project |theme )?(?:groups?|committees?|part(?:y|ies))|" + _BODY[3:]
_AT_WILL = (
    r"\b(?:exists?|continues?|indefinite(?:ly)?|remains? in (?:being|existence|place)|(?:stay|remain)s? active"
    r"|kept going)"
    r"\b[^.;]{0,30} (?:for )?(?:as|so) long as "
)
"""A body that lasts while somebody finds it of use."""
CUE = phrase(
    rf"{_AT_WILL}(?:the|its) [\w ]{{3,30}}? (?:finds?|considers?|wish(?:es)?|deems?|sees?|judges?|thinks?)\b|"
    r"\bvot(?:e|es|ed) to call (?:it|the \w+) a day\b|"
    rf"\bshut(?:s|ting)? (?:the (?:[\w-]+ ){{0,2}}?{_BODY}|it|this|itself) down\b|\b(?:vote|votes|decide"
    rf"|decides) to shut"
    rf" (?:up shop|down)\b|\bretire the {_BODY}\b|\bstand (?:them|it|(?:the|any|a|each) (?:[\w-]+ )?{_SUB}) down\b"
    rf"|\bstand down (?:the|any|a) (?:[\w-]+ )?{_SUB}\b|\b{_SUB} (?:is|are) (?:closed|disbanded|wound up|dissolved"
    rf"|stood down) (?:down )?(?:by|when|once"
    rf"|if)\b|\b{_SUB} (?:can |may |shall |will )(?:then "
    rf"|only )?be (?:stood down"
    r"|retired|sunset|discharged|shut down|closed down)\b|\bstops? existing\b|\b(?:would|will|may"
    r"|can) (?:only )?fold\b(?=[^.;]*\b(?:if"
    r"|vot\w+|unless|when)\b)|\b(?:bring|brings) itself to an end\b|"
    rf"\b(?:if|when|should|once|were) (?:the|this|our) (?:[\w-]+ )?{_BODY} (?:ever |to )?(?:closes?|folds?|disbands?"
    rf"|shuts?)\b|\bclos(?:es?|ing|ure of) (?:down )?the {_BODY}\b|\bcloses any\b"
    rf"|\bdiscontinue (?:a|the|any) (?:[\w-]+ )?(?:{_BODY}|partnership)\b|"
    r"\bdissol(?:ve|ves|ved|ving|ution)\b|\bw(?:ind|ound|inding)(?: (?:itself|the [\w ]+?|it|us"
    r"|ourselves|them|things))?[ -]up\b|\bshuts? (?:us|ourselves|everything) down\b|\b(?:clos(?:e|es|ing)|disband|end"
    r"|dissolve)s? (?:us|ourselves)\b(?: (?:down|for good))?|\bclosed? (?:us )?for good\b"
    rf"|\b(?:can|may|could|shall|will|must|to) (?:only )?end the {_BODY}\b|\b(?:bring|put|call) (?:the {_BODY}|it|us"
    rf"|things) to (?:an end|a close)\b|\bput an end to (?:the {_BODY}|us)\b"
    rf"|\bcall (?:time|a halt) on the {_BODY}\b|\b(?:can|may|could|would|will) be closed (?:down|for good)\b"
    rf"|\bexit strategy\b|\bpack it in\b|\b(?:{_BODY}|thing) (?:\w+ ){{0,3}}?(?:comes?|brought|bring"
    rf"|coming) to an end\b"
    r"|\babolish\w*\b|\bis closed by\b|\bends the group\b|\b(?:can|may) be ended\b|\bbring (?:it"
    r"|the [\w ]+) to an end\b|\b(?:may|shall|will|can) be (?:ended|terminated|disbanded|discontinued)\b"
    rf"|\b{_BODY} (?:[\w ]{{0,20}})?ceases to (?:exist|operate)\b"
    rf"|\bcease to (?:exist|operate)\b|\b(?:{_BODY}|agreement) (?:shall |will )?(?:ceases?(?! to (?!exist|operate"
    rf"|function|meet))|ends?|expires?"
    r"|continues? until (?:it is )?(?:replaced|succeeded|(?:its|a|the) successor))\b"
    rf"|\b{_BODY} is (?:dissolved|disbanded|ended)\b"
    r"|\bclosure, which\b|\brecommend (?:its )?closure\b|\bdisband(?:ed|ment)?\b|\bterminat(?:e|ed|ion) (?:of )?(?:the"
    rf"|this) (?:{_BODY}|agreement)\b|\bstand(?:s)? down (?:as a|the) (?:group|partnership)"
    rf"|\bending the {_BODY}\b|\b(?:{_REMAIN.replace('(?P<n>', '(?:').replace('(?P<m>', '(?:')})[^.;]{{0,10}}?"
    rf" (?:the |this )?{_BODY} (?:shall |will )?(?:ends?|is dissolved|comes? to an end|be dissolved)"
)
"""What announces the end of the partnership or of a body."""
TOPIC = phrase(
    r"\bdissol\w+|\bwinding[ -]up|\bexit strategy|\bterminat\w+|\bclosure of the (?:partnership|forum"
    r"|board)|\bgo on for ever|\bclosing down|\babolish\w*|\bpacking (?:it|this) in\b|\bshut(?:ting)? (?:it|this|us"
    r"|up|down)\b"
    r"|\bcalling it a day\b|\bbe (?:ended|closed|wound up)\b|\bend of the partnership|\b(?:who|how) (?:can|may"
    r"|could)[^?]*\b(?:close|end|stop|dissolve|wind)\b"
    r"|\bclosure\W*$|\b(?:the |our )(?:ending|end)\W*$|\bfinishing\b|^\W*(?:stopping|closing(?: (?:up|it|us))?|the"
    r" end)\W*$"
    r"|\b(?:if|when|should) (?:it|the \w+|we)(?: all| ever)* (?:comes? to an end|stops?|finish(?:es)?|ends?|closes?"
    r"|has to"
    r" finish|has run its course)\b|\bshutting up shop\b|\bpacking up\b|\bclosing[- ]down\b|\bas to [^.]{3,30} ending\b"
)
HISTORY = phrase(
    r"\b(?:was|were|had been) (?:\w+ )?(?:dissolved|wound up|ended|disbanded|terminated)\b"
    r"|dissolved by (?:council|resolution of its members) (?:on|in)|\b(?:parliament|assembly of \d)"
    r"|\b(?:disbanded|dissolved|abolished) (?:its|their|our)\b|\b(?:has|have) (?:been )?(?:disbanded|dissolved"
    r"|abolished)\b"
)
ANSWERS = phrase(
    r"^\W*(?:no|yes|not|only)\b,?(?: but)?(?: only)? (?:by|if|when|with|unless|at)\b|\bif (?:it|that"
    r"|things) (?:ever )?(?:comes?"
    r"|came) to (?:that|it|this)\b|^\W*(?:yes|only|then)\b,?(?: but)?(?: only)? (?:by )?(?:the|all|our)\b|\b(?:may|can"
    r"|could|would|must) (?:only )?decide (?:this|it|that|so|to|by)\b"
    r"|^\W*(?:this|it) (?:needs|takes|would (?:need|take))\b"
)
"""Answers under the heading or question that do not name the ending again."""
OTHER_THINGS = phrase(
    r"\babolish\w* (?:the |a |all |any )?(?:charge|fee|tax|post|poverty|levy|rule|practice|quota)s?\b|\bby law\b"
    r"|\bdesignation runs\b|\bwho (?:was|were)\b|\bindividual members?\b|\bmembership (?:of|will)"
    r"|\bmembership[^.;:]{0,40}\b(?:is|may|shall|can|must|be)\b[^.;:]{0,20}\bterminated\b"
    r"|\bterminat\w+ (?:of )?(?:the |a |any |his "
    r"or her |their )?(?:\w+ )?(?:membership|member)\b"
    r"|\bappointments?\b[^.;]{0,50} be terminated"
    r"|\b(?:contracts?|leases?|employment|secondments?|licen[cs]es?|tenanc(?:y|ies)|meeting|session|scheme"
    r"|strategy|plan"
    r"|project|term of office|marriages?)\b[^.;]{0,30}\b(?:terminated?|ended|ends?|cease"
    r"|dissolved?(?! (?:the|this|any|itself)\b)|wound up)\b"
    r"|^\W*no (?:such )?(?:amendments?|alterations?|changes?|variations?)\b"
    r"|\bmonaster(?:y|ies)\b|\bin (?:warm |cold )?water\b"
)
"""Appointments, contracts, meetings, schemes: other things that end."""
OF_MEMBERSHIP = phrase(
    r"\b(?:membership|memberships|appointments?|(?:an?|any|the) member|members|post|term of office)\b[^.;]*(?::"
    r"|[—–-])-?\W*$"
)
"""The lead-in of a list of how a membership ends."""
LEAVING = phrase(r"\b(?:withdraw\w*|leave|leaves|leaving|resign\w*)\b")
MODAL = phrase(
    r"\b(?:may|shall|will|can|must|cannot|if|on|upon|unless|until|should|to be|no power|is closed|ends|closes|closing"
    r"|by)\b|:"
)
"""A rule says what may or shall happen; a bare noun ("Dissolution of …") says nothing."""

ASSETS = phrase(
    r"\b(?:assets?|property|funds?|surplus|money|balance|monies|moneys|kitty|cash|kit|resources|grants?|contributions?"
    r"|left(?: over)?|what(?:ever)? (?:is left|remains)|remainder|residue|in the (?:bank|pot)|domain name"
    r"|remaining|equipment|unspent|monies|goods|stock|furniture|possess(?:es|ions?)|belongings|all that the \w+"
    r" (?:then )?"
    r"(?:has|owns|holds)|odds and ends|bits and pieces|laptops?)\b"
)
ASSET_RULE = phrase(
    r"\b(?:(?:pass|give|transfer|hand|pay)(?:es|s)? (?:over )?(?:any|all|the|its|what) [^.;]{0,60} to"
    r"|remain(?:s|ing)?|surplus|left|return(?:s|ed)?|go(?:es)? (?:back )?to|transfer\w*|pass(?:es|ed)? to"
    r"|donat\w+|(?:paid|made|signed) (?:over )?to|(?:offered|presented) to"
    r"|distribut\w+|given (?:back )?to|handed (?:back |over )?to|revert|disposed|applied|re-?paid|paid back"
    r"|belongs? to|shared|divided|restored|refunded|reimbursed|made over to|vests? in|stays? with|(?:be )?kept by|sent"
    r" back"
    r"|becomes? the property of|falls? to)\b"
)
BACK = phrase(
    r"\b(?:restored|refunded|reimbursed|repaid|return\w*|(?:go(?:es)?|given|give|giving|handed|hand|sent|send)(?:"
    r" [^.;,]{3,40}?)?"
    r" back|back to|revert\w*|pro[ -]rata|in (?:the )?proportions?"
    r"|re-?paid|paid back"
    r"|(?:shared|divided|distributed) (?:out |equally )?(?:by|between|among(?:st)?))\b"
)
CONTRIBUTORS = phrase(
    r"\b(?:contribut\w+|partner (?:organisation|bod)\w*|partners|members?|funders?|donors?|whoever (?:gave|bought"
    r"|provided)"
    r"|those who (?:gave|provided)|gave it|(?:that|which|who) (?:bought|gave|provided|paid)|put in|put (?:it|them|the"
    r" money|money) in|(?:who|that) (?:made|lent|paid|put) (?:it|them)|grant[ -]giver"
    r"|shared equally|where it came from|what came from|came from)\b"
)
SIMILAR = phrase(
    r"\blike[- ]minded\b|\b(?:same|similar|kindred|comparable|like|allied|compatible|related|matching|equivalent)(?:,?"
    r" or (?:similar"
    r"|kindred"
    r"|like|allied|related))? (?:\w+ )?(?:objects?|objectives?|purposes?|aims?|values|interests|ethos|goals)\b"
    r"|\b(?:objects?|objectives|purposes|aims|values) (?:like|akin to|in common with|resembling) "
    r"|"
    r"\b(?:similar|charit\w+|like) (?:objects?|purposes?|aims|charit\w+|societ\w+|associations?|bod\w+"
    r"|organi[sz]ations?|clubs?|groups?)"
    r"|(?:objects?|aims|purposes?) (?:(?:which|that) (?:is"
    r"|are) )?(?:(?:the )?same as(?:,)? or )?(?:as )?(?:identical or )?"
    r"similar|\banother (?:[\w-]+ ){0,2}?(?:charity|club|group|organi[sz]ation|body"
    r"|project)\b"
    r"|\b(?:body|charity|group|organi[sz]ation|network|partnership)\b[^.;,]{0,15} (?:of|with) (?:a )?(?:like|similar"
    r"|the same"
    r"|kindred|comparable) (?:character|kind|nature|purposes?|sort)\b"
    r"|some other (?:body|charity|organisation)|such other body|charitable purposes|other charit\w+"
)
HOST = phrase(
    r"\b(?:hosts?|hosting|hosted|accountable body|council|lead (?:body|partner|authority)|parent|(?:go(?:es)? back"
    r"|reverts?) to (?-i:[A-Z]))"
)
OTHER = phrase(
    r"transfer\w*|pass(?:es|ed)? to|distribut\w+|given to|handed to|disposed|donat\w+|(?:paid|made) (?:over )?to"
    r"|(?:offered|presented) to|(?:rest|remainder|balance|money"
    r"|bank|pot|kitty"
    r"|cash|funds"
    r"|left)[^.;]{0,30} go(?:es)? to"
)
NOT_SHARED = phrase(
    r"\b(?:shall|must|may|can|will) ?not be (?:paid|distributed|returned|shared|divided|transferred"
    r"|given)[^.;]*?(?:but\b"
    r"|,|(?=[.;])|$)"
    r"|\b(?:in|under) no circumstances\b[^.;]*(?=[.;]|$)|\b(?:no part|none|no portion) of\b[^.;]*?(?:but\b|(?=[.;])|$)"
)
KINDS_OF_PROPERTY = phrase(r"\b(?P<kind>equipment|kit|cash|money|monies|grants?|funds?|property|assets|records)\b")
MONEY = phrase(r"^\W*(?:cash|money|monies|funds?)\b")
GOES = (
    ("pro_rata", phrase(r"\bpro[ -]rata\b|\bin (?:the )?proportions?\b|\bproportionate\w*\b")),
    ("equal_shares", phrase(r"\b(?:equally|equal shares)\b")),
    ("buyer", phrase(r"\b(?:bought|purchased|paid for)\b")),
    ("similar_body", SIMILAR),
    ("contributors", phrase(r"\b(?:contribut\w+|funders?|donors?|gave|provided|lent|loaned)\b")),
    ("host", phrase(r"\b(?:host|accountable body|lead (?:body|partner|authority))\b")),
)
"""Where one kind of property goes."""

DEFERRED_TOPIC = phrase(r"how (?:the |it |we )?[\w ]*(?:would|will|can|may) be (?:wound up|dissolved)")
_ENDS = (
    r"(?:dissolve|wind (?:up|it up|us up|ourselves up|the [\w ]{3,30}? up)|(?:bring|put) (?:the [\w ]{3,30}?|it|us) to"
    r" (?:an"
    r" end|a close)|put an end to|call time on|disband|discharge|discontinue|end|abolish|close"
    r"|terminate|retire|shut|stand)"
)
_ENDED = (
    r"(?:dissolved|wound up|ended|terminated|disbanded|discharged|stood down|retired|shut down|abolished"
    r"|closed(?: down)?|brought to an end)"
)
_ADVERBS = (
    r"(?:also |only |at any time |by resolution |decide to |resolve to |agree to |choose to |elect to |opt to |suspend"
    r" or "
    r"|at (?:its|their) (?:\w+ )?discretion |by notice(?: in writing)? "
    r"|(?:make|pass|adopt|carry) (?:a |the )?(?:\w+ )?(?:resolution|motion|decision) to )*"
)
_A_MEETING = (
    r"(?:(?:the|an?|any) )(?:AGM|EGM|SGM|(?:annual |special |extraordinary |general "
    r"|open )*(?:general )?(?:meeting|assembly))"
)
DECIDERS = tuple(
    phrase(pattern)
    for pattern in (
        (
            r"\b(?:it(?:['’]s| is| would be| shall be) (?:only )?(?P<by>(?:the |our )?[\w’' -]{3,40}?),? (?:that|who"
            r"|which) "
            rf"(?:\w+ )?(?:(?:can|may|would|could|will|shall|must|alone|has to) )*{_ENDS}s?\b)"
        ),
        (
            r"(?P<by>\b(?:the |our )[\w’' -]{3,40}?) (?:is|are) the (?:only )?(?:ones?|body|bodies|people) (?:to|that"
            r"|who|which)"
            rf" (?:(?:can|may|would|could|will|must) )*{_ENDS}\b"
        ),
        (
            rf"^\W*who (?:can|may|could|is able to|has the power to|decides to) (?:\w+ )?{_ENDS}[^?:]{{0,40}}[?:]+ "
            r"(?P<by>(?!to be\b|tb[cad]\b|\W|_)(?:the |all |our )?[^.;,:?_]{3,50})"
        ),
        (
            r"^\W*(?:yes|only|but only|then|that is|that['’]s)\b,?(?: but)?(?: only)? by (?P<by>(?:the |our |all"
            r" )[^.;,]{3,50})"
        ),
        (
            r"(?P<by>\b(?:the |our |only the )(?!(?:{FRACTION}|majority)\b)[\w’' -]{3,40}?) (?:has|have|holds?"
            r"|retains?) the "
            rf"(?:sole )?(?:power|right|authority) to {_ENDS}\b"
        ),
        (
            r"^\W*(?:[\w ]{3,25}:\W*)?(?:(?:should|if|where|when|once)\b[^.;]{3,90}?, )?(?:(?:then|so|in that case"
            r"|only),? )?"
            r"(?P<by>(?:the |our |we )?(?:members|council|partners|board|trustees"
            r"|(?:[\w’'-]+ ){0,3}?(?:council|committee|cabinet|board|authority|trust|executive|assembly|trustees"
            r"|members"
            rf"|partners|organisations))) (?:also )?(?:may|can|shall|will|could) (?:also )?{_ADVERBS}{_ENDS}\b"
        ),
        (
            rf"\b{_ENDED} (?:\w+ ){{0,3}}?(?:only )?(?:with|without|on|subject to) (?:the )?(?:prior |written "
            rf")*(?:approval|consent"
            r"|agreement|sanction|permission|authority) of (?P<by>(?:the |all |every )?[^.;,]{3,50})"
        ),
        (
            rf"(?P<by>(?:the |a )?[\w' ]{{3,40}}?), (?:acting )?(?:by|on|with|through|after|following) "
            rf"[^.;,]{{3,70}}, (?:may|can"
            rf"|shall|will) {_ADVERBS}{_ENDS}\b"
        ),
        (
            r"\b(?:{FRACTION}|simple|absolute|qualified|special|two[- ]thirds) majority (?:vote )?(?:of|by|at|in) "
            r"(?P<by>(?:the "
            r"|an? |any )?(?:[\w-]+ ){0,3}?(?:assembly|meeting|congress|conference|council|board|committee"
            r"|trustees))\b"
        ),
        rf"(?P<by>{_A_MEETING}) (?:may|can|could|must) (?:only )?decide\b",
        (
            rf"\b{_ENDED}\b[^.;]{{0,80}}?\b(?:at|on|from|by|in) (?:a|such|whatever|the) (?:\w+ )?(?:time|date|point"
            r"|moment|way|manner)(?: as)?(?: (?:to be|that is|is|may be|shall be))? (?:agreed|decided|determined|set"
            r"|fixed|chosen|settled) (?:upon )?by (?P<by>[^.;,]{3,80})"
        ),
        (
            rf"\b{_ENDED}\b[^.;]{{0,80}}? (?:when|once|where|if|as) (?:this is |it is |so )?(?:agreed|decided|resolved"
            r"|determined) (?:upon )?by (?P<by>[^.;,]{3,80})"
        ),
        (
            r"\botherwise than by (?:(?:an |the )?(?:order|resolution|decision"
            r"|direction) of )?(?P<by>(?:the )?[^.;,]{3,50})"
        ),
        r"\bunless (?P<by>the [\w ]{3,30}?) (?:then )?(?:says|decides|resolves|agrees) (?:otherwise|to keep)\b",
        r"\bthat would be (?:for |up to )?(?P<by>the [\w -]{3,30}?)(?= (?:as well|too|again|to)|[:.,;]|$)",
        rf"\bonly (?P<by>(?:the |an? )?[\w ]{{3,40}}?) (?:may|can|could|has the power to) {_ENDS}\b",
        r"\bat an? (?P<by>(?:special|annual|extraordinary) (?:assembly|general meeting))\b",
        r"^\W*at an? (?P<by>general meeting) (?:resulting in|called|convened|held|that|which|at which)\b",
        (
            rf"\b{_ENDED} (?:only |at any time )*by (?:a |the |an )?(?:simple |majority |unanimous "
            rf")*(?:resolution|vote"
            r"|decision|agreement|majority)(?: vote)? (?:of|by|supported by) (?P<by>[^.;]{3,80})"
        ),
        (
            rf"\b{_ENDED} (?:only |at any time )*by (?P<by>(?!(?:a |an |the )?(?:simple |majority |unanimous "
            rf"|special )*"
            r"(?:resolution|vote|decision|agreement|majority|two|three|\d))[^.;]{3,60})"
        ),
        (
            r"\bcall(?:ing)? (?:a |an )?(?:special |extraordinary )*meeting of (?P<by>(?:the|all) [^.;]{3,40}?) "
            r"(?:for|with|at|by|of which|to)"
        ),
        r"\b(?:shall|must|will|may) (?:call|convene) (?P<by>an? (?:special |extraordinary )?general meeting)\b",
        (
            r"\b(?:{FRACTION}|majority|all) (?:of )?(?:all )?(?P<by>(?:both |the |whole "
            r"|our )*(?:[\w-]+ (?:and [\w-]+ )?)?"
            r"(?:members?|directors?"
            r"|partners?|groups?|trustees|panel|board|representatives|authorities|organisations?|residents"
            r"|tenants)[\w ]{0,25}?)(?= (?:vote|agree|at|present|have|in|must|for|who|are|and|supports?|resolve|so"
            r"|to|by)|[.,;]|$)"
        ),
        rf"(?P<by>(?:the |a )?[\w' ]{{3,40}}?) (?:may|can|shall|will) {_ADVERBS}{_ENDS}\b",
        rf"(?P<by>[\w ]{{3,30}}?) (?:decides?|resolves?|agrees?)[\w ]* to {_ENDS}\b",
        rf"(?P<by>(?:the )?[\w ]{{3,40}}?)'s? decision to {_ENDS}\b",
        (
            rf"^\W*(?P<by>(?:the )?(?:[\w-]+ )?{_BODY}|partners|members) (?:may"
            rf"|can)\b[^.;]{{0,160}}\b{_ENDS} (?:any|the|its|a|them|it"
            r"|one)\b"
        ),
        rf"which (?P<by>the [\w ]+?) has set up may be {_ENDED}",
        (
            rf"{_AT_WILL}(?P<by>(?:the|its) [\w ]{{3,30}}?) (?:finds?|considers?|wish(?:es)?|deems?|sees?|judges?"
            r"|thinks?)\b"
        ),
        r"(?P<by>the [\w ]{3,30}?) (?:may set up [^.;]+?\bends the group|sets? (?:each|any|all)[^.;]+?\bcloses)",
        r"\bif (?:every one|all) of (?P<by>the [\w ]{3,30}?) (?:wants?|wish|agree)",
        (
            r"\b(?:ratified|confirmed|approved|endorsed|carried|adopted) by (?:(?:two|three) (?:consecutive"
            r"|successive) )?"
            r"(?P<by>(?!(?:at least |not less than )?(?:an? |the )?(?:{FRACTION}|\w+ majority|majority"
            r"|vote))(?:the )?[^.;,]{3,50})"
        ),
        (
            r"\b(?:at|by) (?:resolution of |a resolution (?:of|passed at) |decision of )?(?P<by>(?:a |an |the "
            r"|any )?(?:special |extraordinary |annual |general )*(?:meeting|assembly)(?: of (?:the "
            r"|all )?[\w ]+?)?)(?= (?:called|convened|summoned|held|of which|for|by|where|at which)|[.,;]|$)"
        ),
        r"\b(?:at|by) an? (?P<by>(?:special|extraordinary) meeting)\b(?! of\b)",
    )
)
"""Who decides, the surest wording first."""
NOT_DECIDERS = frozenset({"it", "if we", "we", "those", "they", "which", "that"})

PUT_FORWARD = phrase(
    r"\b(?:put forward|proposed|requested|moved|initiated|tabled|signed|requisitioned|demanded|called for"
    r"|submitted) by\b"
    r"[^.;]*?(?=\b(?:and (?:must|shall|be|is|carried|passed)|must|shall|carried|passed|approved)\b|[.;]|$)"
)
"""Those who may propose the end: no majority of theirs passes it."""

TRIGGERS = (
    ("successor_body", phrase(
        r"\buntil (?:it is )?(?:replaced|succeeded|(?:its|a|the) successor)\b|\bsuccessor body\b"
    )),
    ("change_in_law", phrase(
        r"\b(?:statut\w+|legislation|legal|duty|requirement)\b[^.;]{0,40}\b(?:repealed|changed|ends)\b"
    )),
    ("purpose_achieved", phrase(
        r"\b(?:once|when|after|until|that has)\b[^.;]{0,60}\b(?:achieved|complete\w*|delivered|fulfilled|done"
        r"|finished)\b"
    )),
    ("funding_ends", phrase(
        r"\b(?:when|once|if|should)\b[^.;]{0,30}\b(?:funding|grant)\b[^.;]{0,20}\b(?:ends|ceases?|runs out|stops)\b"
    )),
)  # fmt: skip
"""What brings the end about by itself."""
AUTOMATIC = phrase(
    r"\b(?:ends|ceases|expires|(?:is|stands?) dissolved|(?:shall|will) (?:cease|end|expire|continue|be (?:dissolved"
    r"|disbanded|wound up)|come to an end)|comes to an end)\b"
)
CONSULT = (
    phrase(
        r"\b(?:without|after|following|until) (?:first )?(?:consulting"
        r"|consultation with) (?P<who>(?:the )?[^.;,]{3,60})"
    ),
    phrase(r"\bunless (?P<who>(?:the )?[^.;,]{3,60}?) (?:have|has) (?:first )?been consulted"),
)
RECOMMEND = phrase(
    r"(?P<who>(?:the )?[\w' -]{3,40}?) (?:may|can|shall|must"
    r"|will) (?:only )?recommend (?:to [\w' ]{3,40}? )?(?:its |the )?"
    r"(?:closure|dissolution|winding[ -]up|that)"
)
RATIFY = phrase(r"\b(?:ratified|confirmed|approved|endorsed) by (?P<who>(?:the )?[^.;,]{3,50})")
LESSER = phrase(
    r"\b(?:any|each|a|an|one|every|its|these|which the [\w ]+ has set up)(?: (?:of its|of the|such))? ?(?:[\w-]+ )?"
    r"(?:sub-?(?:group|committee)s?|working (?:group|part(?:y|ies))s?|task[\w ]*groups?|(?:theme|thematic) (?:group"
    r"|partnership)s?)\b|\bcloses any\b"
)
"""Bodies below the partnership: the end of one is no end of the whole."""
LESSER_TOPIC = phrase(
    r"^(?P<name>(?:sub-?(?:groups|committees)|working (?:groups|parties)|task[\w ]*groups|(?:theme|thematic) (?:groups"
    r"|partnerships)))$"
)
