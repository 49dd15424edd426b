/*
name_zh = "五社各项得分"
name_en = "Scores of the five parties"
theme = "five_parties"
kind = "bars"
unit_zh = "分"
freq = "A"
per = 10000
decimals = 1
extracts = ["social_workers", "resident_lounges", "organizations", "volunteer_returns", "donations"]
reviewed = 2026-11-22

definition_zh = "年末每万人的居民会客厅、社区社会组织、持证社工、社区志愿者和当年的慈善捐款，各除以基准值，基准值为100分。"
definition_en = "Lounges, community organizations, certified social workers, volunteers at the end of the year and yuan donated in it, per 10,000 residents, the scale of each being 100."
category_zh = "五社"
series_zh = "合计"
caveats_zh = "基准值取2022年末全市水平（演示），见index_weight.csv。“社会慈善资源”为当年的慈善捐款，不含物资。"

# Which records make the numerator of an area and period
rows_of = "index_weight"
rows = "record.index_name = 'five_party_index'"
measure = """
cast(sum(100 / record.scale * case record.component
    when 'community' then (
        select count(*)
        from staging.resident_lounges as lounge
        where lounge.ref_area = spine.ref_area and lounge.built_on <= spine.counted_on
    )
    when 'organization' then (
        select count(*)
        from staging.organizations as organization
        where
            organization.ref_area = spine.ref_area
            and organization.basis <> '备案'
            and organization.is_community
            and organization.registered_on <= spine.counted_on
            and (
                organization.deregistered_on is null
                or organization.deregistered_on > spine.counted_on
            )
    )
    when 'social_worker' then (
        select count(*)
        from staging.social_workers as worker
        where worker.ref_area = spine.ref_area and worker.certified_on <= spine.counted_on
    )
    when 'volunteer' then (
        select sum(volunteer.registered)
        from staging.volunteer_returns as volunteer
        where
            volunteer.ref_area = spine.ref_area
            and volunteer.month = make_date(spine.year, 12, 1)
    )
    else (
        select sum(donation.amount)
        from staging.donations as donation
        where donation.ref_area = spine.ref_area and year(donation.month) = spine.year
    )
end) as decimal(18, 2))
"""
rows_category = "record.name_zh"
*/
select
    five_party_year.ref_area,
    cast(five_party_year.year as varchar) as time_period,
    five_party_year.name_zh as category,
    five_party_year.place as category_position,
    '_T' as series,
    1 as series_position,
    five_party_year.score_points as numerator,
    resident_month.persons as denominator
from mart.five_party_year
inner join mart.resident_month
    on five_party_year.ref_area = resident_month.ref_area
    and five_party_year.year = resident_month.year
where month(resident_month.month_start) = 12
