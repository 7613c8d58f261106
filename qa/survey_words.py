"""Words that ask of many documents, of which of them, or hold the bodies that a question names against one another."""

from __future__ import annotations

import re

KINDS_OF_BODY = r"单位|部门|机构|研究所|研究院|中心|街道|幼儿园|学校|医院|所|院|局|馆|站|校|厅|委|文件|材料|决算|预算"
"""What a body that publishes a disclosure is called."""
ALL = re.compile(
    rf"谁|哪(?:一|几|两|些|个)?(?:家|所|份)(?!企业|公司|供应商|银行|酒店)|哪(?:个|些|几个|一个)(?:{KINDS_OF_BODY})|(?:几|多少|两|三|四|五|六|七|八|九|十|\d+)(?:家|个|所|份)(?:[省市区县乡镇]级的?)?(?:{KINDS_OF_BODY})"
    rf"|(?:有|占|是)?(?:几|多少)(?:家|份)|(?:两|三|四|五|六|七|八|九|十|每|各|几|这几|那几|这些|那些)(?:家|份)|(?:{KINDS_OF_BODY})(?:里面?|中|当中)?(?:一共|总共)?(?:有|是)(?:几|多少)(?:个|家|份)|(?:列出|列一下|找出|挑出|说出|点出)[^,，?？]{{2,40}}的(?:{KINDS_OF_BODY})(?!预算|决算)|(?:最|倒?数?第[二三四五六两\d]+)[高多大低少小]的(?:{KINDS_OF_BODY})(?!支出|收入|预算|决算)|最[高多大低少小]的(?:那?一?家)?(?:和|与|跟|同|比|是|相当于)(?:最[高多大低少小]的|第[二三四五六七八九十]名)(?![^,，?？]*(?:科目|项目))|第[一二三四五六七八九]名(?:和|与|跟|同|比|到|至)第|(?:只看|只算)?(?:预算|决算)(?:单位|机构)(?:的|里|中)(?!预算|决算)|极差|的(?:单位|机构|部门)[,，](?:它们|这些|他们|这几家|那几家|其)?(?:单位)?的?[^,，]{{0,10}}?(?:平均|合计|一共|总共|加起来)|中[位间](?:数|值)|的(?:{KINDS_OF_BODY})(?:都|分别)?(?:有|是)(?:哪些|哪几|谁)|(?:各|所有|全部|这些|这批|那些|这几个|几个|每个|每家|凡是.{{1,12}})的?(?:家|个)?(?:{KINDS_OF_BODY})"
    r"|平均每|平均(?:是|为|多少|花|有)|至少(?:有)?(?:[一两二三四五六七八九]|\d+)(?:家|个(?:单位|部门|机构))|没有(?:任何|哪怕)?(?:一|哪)(?:家|个(?:单位|部门|机构))|(?:列出|排|取|看|给出|挑出)?前(?:\d+|[两二三四五六七八九十])(?:名|位|家)(?!科目|项目|支出)|which (?:of (?:these|those|the|them) )?(?:\w+ ){0,3}(?:institut\w+|organi[sz]ations?|bod(?:y|ies)|units?|agenc(?:y|ies)|departments?|documents?|disclosures?|reports?)|all (?:of )?(?:the )?(?:institut\w+|organi[sz]ations|bodies|units|departments)|how many (?:of (?:the|these|those) )?(?:\w+ )?(?:institut\w+|organi[sz]ations|bodies|units|departments|documents|disclosures|reports)|\bwho\b",
    re.IGNORECASE,
)
"""Words that ask of all documents, or of which."""

COMPARED = re.compile(
    r"比.{0,24}(?:多|少|高|低|大|小)(?:出|安排|花|用|拿|给)?(?:了|来)?(?:多少|几|吗|么|没有|$|[,，?？])|相?差(?:了|额|距|别)?(?:是|有)?(?:多少|几|多大)|(?:谁|哪(?:一)?个)(?:的)?.{0,24}(?:多|高|大|少|低|小)|(?:多|高|大|少|低|小)还是|(?:相当于|等于|抵得?上|顶|是|为|[只仅]有).{0,24}(?:几|多少)倍|(?:相当于|抵得?上|顶|[只仅][有为是]).{0,24}(?:百分之|几成)|[从由][高大多]到[低小少]|[从由][低小少]到[高大多]|的?平均(?:下来|起来|值|数|是|为|有|花|多少|安排)(?!每|工资)"
)
"""Words that hold the bodies named in a question against one another."""
