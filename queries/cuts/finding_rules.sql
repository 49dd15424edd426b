-- One row per rule, with how many findings it has.
select
    finding_rule.rule,
    finding_rule.name_zh,
    finding_rule.kind,
    finding_rule.severity,
    finding_rule.extract,
    finding_rule.cause_zh,
    finding_rule.basis_zh,
    finding_rule.file,
    count(finding.finding) as findings
from finding_rule
left join finding on finding_rule.rule = finding.rule
group by all
order by finding_rule.kind, finding_rule.rule
