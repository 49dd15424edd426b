-- One row per finding: where, when, what in words, how many records. Of a person nothing is said.
select
    substr(md5(found.rule || '|' || found.subject), 1, 12) as finding,
    found.rule,
    coalesce(found.extract, finding_rule.extract) as extract,
    finding_rule.kind,
    finding_rule.severity,
    found.ref_area,
    found.time_period,
    found.indicator,
    found.evidence_zh,
    coalesce(len(found.places), 0) as rows
from found
inner join finding_rule on found.rule = finding_rule.rule
order by found.time_period desc, found.rule, found.ref_area, finding
