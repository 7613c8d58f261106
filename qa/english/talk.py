"""English questions without what is said around them: who asks and what for, how politely, and thanks.

What somebody says of their own work (writing a story, preparing an audit) names nothing that is asked, whatever nouns it
has; what they say that they are looking at, or want alone, does, and stays.
"""

from __future__ import annotations

import re

_OWN_WORK = (
    r"(?:writing|preparing|drafting|compiling|putting together|finishing|working on|doing|conducting|carrying out|"
    r"researching|investigating|auditing|covering|reporting on|new to|learning about|trying to (?:understand|learn|make sense of))"
)
_WHO = r"(?:journalist|reporter|auditor|accountant|taxpayer|resident|citizen|researcher|student|analyst|editor|lawyer|foreigner|expat|consultant|colleague|reader|newcomer)"
_FOR_WHAT = r"(?:article|story|report|audit|research|thesis|paper|piece|study|project|review|class|records?|work|newspaper|readers|client|boss|editor|newsletter|column|analysis|due diligence)"
_RESTRICTS = re.compile(
    r"\b(?:only|just|except|exclud\w+|includ\w+|without|besides|actual\w*|final|accounts|budget\w*|appropriat\w+|funds?|tables?|column|20\d\d|quarter\w*|month\w*)\b|[\u4e00-\u9fff]",
    re.IGNORECASE,
)
_TELL = r"(?:tell(?:ing)?|let(?:ting)?|inform(?:ing)?|advis(?:e|ing)|show(?:ing)?|giv(?:e|ing)|provid(?:e|ing)|shar(?:e|ing)|confirm(?:ing)?(?! (?:that|whether|if)\b)|check(?:ing)?(?! (?:that|whether|if)\b)|look(?:ing)? up|stat(?:e|ing)|find(?:ing)?(?: out)?|explain(?:ing)?|clarify(?:ing)?|point(?:ing)? out|help(?:ing)?(?: me)? (?:to )?(?:find|see|understand)|remind(?:ing)?|retrieve|pull up|dig out|send)"
_CLAUSES = (
    rf"^\W*(?:(?:hi|hello|dear \w+|hey|good (?:morning|afternoon|evening))\b[^,.!:]{{0,16}}[,.!:]\s*)?i(?:'m| am|'ve been| have been| was)? (?:currently |just |now )?{_OWN_WORK}\b[^,.:;!?]*?(?:[,.:;!]|\s-+\s| and (?=(?:i|we|would|could|need|want|wonder|please|wanted)\b))",
    rf"^\W*(?:speaking )?as an? (?:\w+ ){{0,2}}{_WHO}\b[^,.:;?]*[,:]",
    rf"^\W*for (?:my|our|an?|the) (?:\w+ ){{0,3}}{_FOR_WHAT}\b(?: (?:on|about|of|for) [^,.:;?]*)?[,:]",
)
_TALK = (
    r"^\W*(?:looking|turning|coming|going back) (?:at|to)(?= )",
    r"^\W*i(?:'m| am)? (?:(?:currently |just )?(?:looking at|looking through|reading|going through|referring to|asking about|talking about|interested in|concerned with)|have a question (?:about|on)|want to ask about)(?= )",
    rf"(?:^|\b)(?:i(?:'d| would)|we(?:'d| would)|would) (?:be (?:very |most |so |really )?(?:grateful|thankful|glad|happy|obliged)|(?:really |much |greatly )?appreciate(?: it)?) if you (?:could|would|can)(?: please| kindly)? {_TELL}(?: to)?(?: me| us)?(?: know)?(?: about)?\b",
    rf"\b(?:would|could|can|will) you (?:please |kindly |possibly |perhaps |be so kind as to |be able to |mind )*{_TELL}(?: to)?(?: me| us)?(?: know)?(?: about)?\b",
    rf"\b(?:please |kindly )(?:could|can|would|will) you (?:please |kindly )*{_TELL}(?: to)?(?: me| us)?(?: know)?\b",
    r"\b(?:please |kindly )*let (?:me|us) know(?: about)?\b",
    rf"\b(?:are you able to|is it possible to|is there any way to|any chance you (?:could|can)|it would be (?:great|helpful|nice|good|useful) (?:if you could|to)|help me(?: to)?|i need you to|do you happen to|would you happen to) (?:{_TELL}(?: to)?(?: me| us)?(?: know)?|know)\b",
    r"\b(?:i(?:'m| am| was)? (?:just |only )?(?:wonder(?:ing|ed)?|curious)(?: (?:about|if you could tell me|if you know|to know))?|i(?:'m| am)? (?:not sure|unsure)|just out of curiosity|out of curiosity|i was asked)\b[,:]?",
    r"\b(?:i|we)(?:'d| would) (?:love|like|be interested) to (?:know|see|learn|hear|find out)(?: about)?\b",
    r"[,.!]?\s*\b(?:many thanks|thanks(?: a lot| so much| very much)?|thank you(?: very much| so much)?|cheers)(?: in advance)?\b[.! ]*",
    r"[,]?\s*\b(?:if (?:at all )?possible|if you (?:don't|do not) mind|if you can|if i may(?: ask)?|by any chance|as far as you (?:know|can see)|off the top of your head)\b,?",
)
_CLAUSE = tuple(re.compile(words, re.IGNORECASE) for words in _CLAUSES)
_SAID = tuple(re.compile(words, re.IGNORECASE) for words in _TALK)


def without_talk(question: str) -> str:
    """A question without what is said around it; as it is where nothing else would be left."""
    left = question
    for words in _CLAUSE:
        m = words.match(left)
        if m is not None and _RESTRICTS.search(m[0]) is None:
            left = left[m.end() :]
    for words in _SAID:
        left = words.sub(" ", left)
    left = re.sub(r"^[\s,.;:!-]+", "", left)
    return left if re.search(r"[A-Za-z\u4e00-\u9fff]{3}", left) else question
