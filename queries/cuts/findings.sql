-- One row per finding, the newest first.
select
    finding.finding,
    finding.rule,
    finding_rule.name_zh,
    finding.kind,
    finding.severity,
    finding.extract,
    schedule.name_zh as extract_zh,
    finding.ref_area,
    coalesce(township.name_zh, county.short_zh) as area_zh,
    finding.time_period,
    finding.indicator,
    finding.evidence_zh,
    finding_rule.cause_zh,
    finding_rule.mend_zh,
    finding_rule.basis_zh,
    finding.rows
from finding
inner join finding_rule on finding.rule = finding_rule.rule
left join reference.schedule as schedule on finding.extract = schedule.extract
left join reference.township on finding.ref_area = township.ref_area
left join reference.county on finding.ref_area = county.ref_area
order by
    finding.severity <> 'serious',
    finding.time_period desc,
    finding.rule,
    township.position,
    finding.finding
